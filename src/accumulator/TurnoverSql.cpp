// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/TurnoverSql.h"

namespace bincard::accumulator {

using db::Value;
using db::Values;

TurnoverSql::TurnoverSql(
    const Layout &layout, QString group, QString selected, QString condition, Values conditionValues, Granularity by)
    : m_layout(layout)
    , m_group(std::move(group))
    , m_selected(std::move(selected))
    , m_condition(std::move(condition))
    , m_conditionValues(std::move(conditionValues))
    , m_by(by)
{}

QString TurnoverSql::figure(const char *name, int index)
{
    return QStringLiteral("\"#%1%2\"").arg(QLatin1String(name)).arg(index);
}

void TurnoverSql::setOrder(QString order, int limit)
{
    m_order = std::move(order);
    m_limit = limit;
}

QString TurnoverSql::figure(const QString &name, int resource) const
{
    const QString opening = figure("opening", resource), receipts = figure("receipts", resource),
                  issues = figure("issues", resource);
    const QString expression = name == u"opening" ? opening
        : name == u"receipts"                     ? receipts
        : name == u"issues"                       ? issues
        : name == u"net"                          ? QStringLiteral("%1 - %2").arg(receipts, issues)
                                                  : QStringLiteral("%1 + %2 - %3").arg(opening, receipts, issues);
    return (m_by == Granularity::None ? QStringLiteral("SUM(%1)") : QStringLiteral("(%1)")).arg(expression);
}

QString TurnoverSql::figures(const QString &form) const
{
    QStringList parts;
    for (int i = 0; i < m_layout.resourceCount(); ++i) {
        for (const char *name : {"opening", "receipts", "issues"})
            parts << QString(form).replace(QLatin1String("%1"), figure(name, i));
    }
    return parts.join(QStringLiteral(", "));
}

QString TurnoverSql::anyFigure(const QString &form, bool withOpening) const
{
    QStringList parts;
    for (int i = 0; i < m_layout.resourceCount(); ++i) {
        if (withOpening)
            parts << QString(form).replace(QLatin1String("%1"), figure("opening", i));
        parts << QString(form).replace(QLatin1String("%1"), figure("receipts", i));
        parts << QString(form).replace(QLatin1String("%1"), figure("issues", i));
    }
    return parts.join(QStringLiteral(" OR "));
}

QString TurnoverSql::bucket(const Piece &piece) const
{
    const QString moment = piece.level ? Layout::column(*piece.level) : QStringLiteral("period");
    const bool sqlite = m_layout.dialect().isSqlite();
    switch (m_by) {
    case Granularity::Day:
        return sqlite ? QStringLiteral("substr(%1, 1, 10)").arg(moment)
                      : QStringLiteral("to_char(%1, 'YYYY-MM-DD')").arg(moment);
    case Granularity::Month:
        return sqlite ? QStringLiteral("substr(%1, 1, 7)").arg(moment)
                      : QStringLiteral("to_char(%1, 'YYYY-MM')").arg(moment);
    case Granularity::Year:
        return sqlite ? QStringLiteral("substr(%1, 1, 4)").arg(moment)
                      : QStringLiteral("to_char(%1, 'YYYY')").arg(moment);
    case Granularity::None: break;
    }
    return {};
}

// What was recorded later is subtracted: figures are sums over rows, and what a row adds depends on nothing else.
void TurnoverSql::addPieces(
    const Interval &interval, Level coarsest, Part part, QStringList &selects, Values &values) const
{
    for (const Piece &piece : pieces(interval, coarsest))
        addPiece(piece, part, selects, values);
    if (m_known.isLimited())
        addPiece({{}, interval}, part, selects, values, true);
}

void TurnoverSql::addPiece(
    const Piece &piece, Part part, QStringList &selects, Values &values, bool recordedLater) const
{
    QStringList columns;
    if (!m_group.isEmpty())
        columns << m_selected;
    if (m_by != Granularity::None)
        columns << (part == Part::Opening ? QStringLiteral("''") : bucket(piece)) + QStringLiteral(" AS \"#bucket\"");
    for (int i = 0; i < m_layout.resourceCount(); ++i) {
        const QString receipts = piece.level ? m_layout.receipts(i) : m_layout.addedReceipts(i, {});
        const QString issues = piece.level ? m_layout.issues(i) : m_layout.addedIssues(i, {});
        const QString net = piece.level ? receipts + QStringLiteral(" - ") + issues : m_layout.resource(i);
        const bool opening = part == Part::Opening;
        const QString form = recordedLater ? QStringLiteral("-(%1) AS %2") : QStringLiteral("%1 AS %2");
        const QString zero = QStringLiteral("0");
        columns << form.arg(opening ? net : zero, figure("opening", i))
                << form.arg(opening ? zero : receipts, figure("receipts", i))
                << form.arg(opening ? zero : issues, figure("issues", i));
    }
    const QString table = piece.level ? m_layout.totals(*piece.level) : m_layout.source(m_layout.journal());
    const QString moment = piece.level ? Layout::column(*piece.level) : QStringLiteral("period");
    QString where;
    for (const auto &[bound, comparison] :
        {std::pair(piece.interval.from, ">="), std::pair(piece.interval.until, "<")}) {
        if (!bound)
            continue;
        where += QStringLiteral(" AND %1 %2 ?").arg(moment, QLatin1String(comparison));
        values.append(piece.level ? Value(bound->date) : Value(*bound));
    }
    if (recordedLater) {
        where += m_known.later({});
        values += m_known.values();
    }
    selects << QStringLiteral("SELECT %1 FROM %2 WHERE 1 = 1%3%4")
                   .arg(columns.join(QStringLiteral(", ")), table, where, m_condition);
    values += m_conditionValues;
}

TurnoverSql::Statement TurnoverSql::over(const Interval &interval) const
{
    QStringList selects;
    Values values;
    if (interval.from && m_layout.definition().hasBalances())
        addPieces({{}, interval.from}, Level::Month, Part::Opening, selects, values);
    addPieces(interval, m_by == Granularity::Day ? Level::Day : Level::Month, Part::Turnover, selects, values);
    if (selects.isEmpty()) // `to` lies before `from`: one piece that nothing is in keeps the shape
        addPiece({Level::Month, {Period(QDate(1, 1, 1)), Period(QDate(1, 1, 1))}}, Part::Turnover, selects, values);
    const QString all = selects.join(QStringLiteral("\nUNION ALL "));
    QString sql = (m_by == Granularity::None ? grouped(all) : bucketed(all)) + m_order;
    if (m_limit > 0) {
        sql += QStringLiteral(" LIMIT ?");
        values.append(m_limit);
    }
    return {sql, values};
}

QString TurnoverSql::grouped(const QString &all) const
{
    // The sign keeps PostgreSQL from calling the column "sum", as a dimension may be called that rows are sorted by.
    const QString sums = figures(QStringLiteral("+SUM(%1)"));
    if (m_group.isEmpty())
        return QStringLiteral("SELECT %1 FROM (%2) AS \"#pieces\"").arg(sums, all);
    QStringList open;
    for (int i = 0; i < m_layout.resourceCount(); ++i)
        open << figure(QStringLiteral("closing"), i) + QStringLiteral(" <> 0");
    return QStringLiteral("SELECT %1, %2 FROM (%3) AS \"#pieces\" GROUP BY %1 HAVING %4")
        .arg(m_group, sums, all,
            m_onlyOpen ? open.join(QStringLiteral(" OR ")) : anyFigure(QStringLiteral("SUM(%1) <> 0"), true));
}

// The opening of a bucket is the opening of the whole plus what the buckets before it brought: the row with the empty
// bucket holds the former and sorts first.
QString TurnoverSql::bucketed(const QString &all) const
{
    const QString key = m_group.isEmpty() ? QString() : m_group + QStringLiteral(", ");
    QStringList running;
    for (int i = 0; i < m_layout.resourceCount(); ++i)
        // No row before the first: that is nothing, and not unknown, or rows could not be sorted by it.
        running << QStringLiteral("COALESCE(SUM(%1 + %2 - %3) OVER w, 0) AS %1, %2, %3")
                       .arg(figure("opening", i), figure("receipts", i), figure("issues", i));
    return filled(QStringLiteral(R"(WITH "#pieces" AS (
{all}
), "#summed" AS (
    SELECT {key}"#bucket", {sums} FROM "#pieces" GROUP BY {key}"#bucket"
), "#running" AS (
    SELECT {key}"#bucket", {running} FROM "#summed"
    WINDOW w AS ({partition}ORDER BY "#bucket" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
)
SELECT {key}"#bucket", {figures} FROM "#running" WHERE "#bucket" <> '' AND ({any}))"),
        {{"all", all}, {"key", key}, {"sums", figures(QStringLiteral("SUM(%1) AS %1"))},
            {"running", running.join(QStringLiteral(", "))},
            {"partition", m_group.isEmpty() ? QString() : QStringLiteral("PARTITION BY %1 ").arg(m_group)},
            {"figures", figures(QStringLiteral("%1"))}, {"any", anyFigure(QStringLiteral("%1 <> 0"), false)}});
}

} // namespace bincard::accumulator
