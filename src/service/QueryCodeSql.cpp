// SPDX-License-Identifier: GPL-3.0-or-later
// A question as one SELECT. Where whole days are asked for it reads the totals per day, otherwise the journal; a balance
// without a date reads the balance table.
#include "base/Period.h"
#include "service/QueryCodeSource.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

namespace bincard {

using sqltext::list;
using sqltext::literal;
using sqltext::quoted;

namespace {

class SelectText
{
public:
    SelectText(const RegisterQuestion &question, bool sqlite)
        : m_question(question)
        , m_definition(question.definition)
        , m_sqlite(sqlite)
        , m_groupBy(question.groupBy())
        , m_source(question, sqlite)
        , m_receipts(m_definition.isLedger() ? QStringLiteral("_debit") : QStringLiteral("_receipts"))
        , m_issues(m_definition.isLedger() ? QStringLiteral("_credit") : QStringLiteral("_issues"))
    {}

    QString balance();
    QString turnover();
    QString movements();

private:
    [[nodiscard]] QString figure(const QString &sum, int scale) const;
    [[nodiscard]] QStringList groupColumns();
    [[nodiscard]] QString grouping(qsizetype more = 0) const;
    [[nodiscard]] QString bucket() const;
    [[nodiscard]] QString ordering(const QStringList &last) const;
    [[nodiscard]] QString limit() const;
    [[nodiscard]] QString remark() const;
    [[nodiscard]] QString with(const QString &name, const QString &select) const;
    void addBalance(const Resource &resource);
    void addTurnover(const Resource &resource);
    void addRunning(const Resource &resource, const QString &partition);
    /// A figure of the answer: its name, and how it is made of the columns of "figures".
    void show(const QString &name, const QString &expression, int scale);
    [[nodiscard]] QString shown(const QString &with, bool grouped);
    [[nodiscard]] QString turnoverByPeriod();

    const RegisterQuestion &m_question;
    const RegisterDefinition &m_definition;
    bool m_sqlite;
    QStringList m_groupBy;
    QueryCodeSource m_source;
    QString m_receipts, m_issues;           ///< how the answer calls the two sides
    QStringList m_inner, m_outer, m_wanted; ///< sums, what is shown of them, and what makes a row worth showing
    QStringList m_running;                  ///< by period: what adds up from row to row
    QHash<QString, QString> m_sortedBy;     ///< figures that are no column of "figures"
};

/// A sum as text with all its decimals. SQLite keeps 12.5000 as 125000.
QString SelectText::figure(const QString &sum, int scale) const
{
    if (!m_sqlite)
        return QStringLiteral("%1::numeric(38, %2)").arg(sum, QString::number(scale));
    if (scale == 0)
        return sum;
    const QString unit = u'1' + QString(scale, u'0');
    return QStringLiteral(
        "printf('%s%d.%0%1d',\n      CASE WHEN %2 < 0 THEN '-' ELSE '' END,\n      abs(%2) / %3,\n      abs(%2) % %3)")
        .replace(QLatin1String("%1"), QString::number(scale))
        .replace(QLatin1String("%3"), unit)
        .replace(QLatin1String("%2"), sum);
}

QStringList SelectText::groupColumns()
{
    QStringList columns;
    for (const QString &name : m_groupBy)
        columns << m_source.dimension(name) + QStringLiteral(" AS ") + quoted(name);
    return columns;
}

QString SelectText::grouping(qsizetype more) const
{
    QStringList numbers;
    for (qsizetype i = 1; i <= m_groupBy.size() + more; ++i)
        numbers << QString::number(i);
    return numbers.isEmpty() ? QString() : QStringLiteral("\n  GROUP BY ") + numbers.join(QStringLiteral(", "));
}

QString SelectText::ordering(const QStringList &last) const
{
    QStringList columns;
    const auto column = [this](const QString &name) -> QString {
        // The figure itself and not its text.
        return m_sortedBy.value(name, QStringLiteral("figures.") + quoted(name));
    };
    const QJsonArray order = m_question.query.value(QLatin1String("order")).toArray();
    for (const QJsonValue &entry : order) {
        const QStringList words = entry.toString().split(u':');
        const bool descending = words.value(1).compare(u"desc", Qt::CaseInsensitive) == 0;
        columns << column(words.value(0)) + (descending ? QStringLiteral(" DESC") : QString());
    }
    for (const QString &name : last)
        columns << column(name);
    return columns.isEmpty() ? QString() : QStringLiteral("\nORDER BY ") + columns.join(QStringLiteral(", "));
}

QString SelectText::limit() const
{
    const qint64 rows = m_question.query.value(QLatin1String("limit")).toInteger();
    return rows > 0 ? QStringLiteral("\nLIMIT %1").arg(rows) : QString();
}

QString SelectText::remark() const
{
    const auto &resources = m_definition.resources();
    const auto scaled = std::ranges::find_if(resources, [](const Resource &resource) { return resource.scale > 0; });
    if (!m_sqlite || scaled == resources.end())
        return {};
    return QStringLiteral(
        "-- SQLite keeps decimals as whole numbers: the last %3 digits of\n-- %1 stand behind the point of %2.\n")
        .arg(m_source.stored(scaled->name, scaled->scale), scaled->name, QString::number(scaled->scale));
}

QString SelectText::with(const QString &name, const QString &select) const
{
    QStringList parts = m_source.with();
    parts << name + QStringLiteral(" AS (\n  ") + select + QStringLiteral("\n)");
    return QStringLiteral("WITH ") + parts.join(QStringLiteral(", "));
}

void SelectText::show(const QString &name, const QString &expression, int scale)
{
    m_outer << figure(expression, scale) + QStringLiteral(" AS ") + quoted(name);
    m_sortedBy.insert(name, expression);
}

QString SelectText::shown(const QString &with, bool grouped)
{
    QString text =
        remark() + with + QStringLiteral("\nSELECT\n    ") + list(m_outer, 4) + QStringLiteral("\nFROM figures");
    if (grouped)
        text += QStringLiteral("\nWHERE ") + m_wanted.join(QStringLiteral("\n   OR "));
    return text;
}

// --- balances ---------------------------------------------------------------------------------------------------------

QString SelectText::balance()
{
    const QString at = m_question.text("at");
    if (at.isEmpty() && m_question.text("known_on").isEmpty()) {
        m_source.readBalances();
    } else {
        const auto until = Until::parse(at);
        m_source.readTurnovers(at.isEmpty() || (until.ok() && until->wholeDay));
        m_source.addBound("at", true);
        if (m_definition.isLedger()) // debit and credit are told by what stands on each single key
            m_source.sumByKey();
    }
    m_inner = groupColumns();
    m_source.addFilter();
    for (const QString &name : std::as_const(m_groupBy))
        m_outer << QStringLiteral("figures.") + quoted(name);
    for (const Resource &resource : m_definition.resources())
        addBalance(resource);
    const QString sums = QStringLiteral("SELECT\n    ") + list(m_inner, 4) + QStringLiteral("\n  ") + m_source.from()
        + m_source.where() + grouping();
    return shown(with(QStringLiteral("figures"), sums), !m_groupBy.isEmpty()) + ordering(m_groupBy) + limit() + u';';
}

void SelectText::addBalance(const Resource &resource)
{
    const QString net = m_source.net(resource);
    const auto sum = [&](const QString &name, const QString &what, bool isWanted) {
        m_inner << QStringLiteral("COALESCE(SUM(%1), 0) AS %2").arg(what, quoted(name));
        const QString column = QStringLiteral("figures.") + quoted(name);
        show(name, column, resource.scale);
        if (isWanted)
            m_wanted << column + QStringLiteral(" <> 0");
    };
    sum(resource.name, net, !m_definition.isLedger());
    if (!m_definition.isLedger())
        return;
    sum(resource.name + m_receipts, QStringLiteral("CASE WHEN %1 > 0 THEN %1 ELSE 0 END").arg(net), true);
    sum(resource.name + m_issues, QStringLiteral("CASE WHEN %1 < 0 THEN -%1 ELSE 0 END").arg(net), true);
}

// --- turnovers --------------------------------------------------------------------------------------------------------

QString SelectText::turnover()
{
    const auto isWhole = [this](const char *field, bool upper) {
        const auto parsed = Until::parse(m_question.text(field));
        return m_question.text(field).isEmpty()
            || (parsed.ok() && (parsed->wholeDay || (!upper && parsed->period.isMidnight())));
    };
    m_source.readTurnovers(isWhole("from", false) && isWhole("to", true));
    m_inner = groupColumns();
    if (!m_definition.hasBalances())
        m_source.addBound("from", false);
    m_source.addBound("to", true);
    m_source.addFilter();
    for (const QString &name : std::as_const(m_groupBy))
        m_outer << QStringLiteral("figures.") + quoted(name);
    if (!m_question.text("by").isEmpty())
        return turnoverByPeriod();
    for (const Resource &resource : m_definition.resources())
        addTurnover(resource);
    const QString sums = QStringLiteral("SELECT\n    ") + list(m_inner, 4) + QStringLiteral("\n  ") + m_source.from()
        + m_source.where() + grouping();
    return shown(with(QStringLiteral("figures"), sums), !m_groupBy.isEmpty()) + ordering(m_groupBy) + limit() + u';';
}

/// What lies before `from` is the opening balance.
void SelectText::addTurnover(const Resource &resource)
{
    const QString start =
        m_question.text("from").isEmpty() ? QString() : m_source.moment(m_question.text("from"), false);
    const QString &moment = m_source.momentColumn();
    const auto name = [&resource](const QString &side) -> QString { return resource.name + side; };
    const auto column = [&](const QString &side) -> QString { return QStringLiteral("figures.") + quoted(name(side)); };
    const auto sum = [&](const QString &what, const QString &side) {
        m_inner << QStringLiteral("COALESCE(SUM(%1), 0) AS %2").arg(what, quoted(name(side)));
        m_wanted << column(side) + QStringLiteral(" <> 0");
    };
    const auto within = [&](const QString &what) {
        return start.isEmpty() || !m_definition.hasBalances()
            ? what
            : QStringLiteral("CASE WHEN %1 >= %2 THEN %3 ELSE 0 END").arg(moment, start, what);
    };
    const QString opening = QStringLiteral("_opening"), closing = QStringLiteral("_closing");
    if (m_definition.hasBalances()) {
        if (start.isEmpty())
            m_inner << QStringLiteral("0 AS ") + quoted(name(opening));
        else
            sum(QStringLiteral("CASE WHEN %1 < %2 THEN %3 ELSE 0 END").arg(moment, start, m_source.net(resource)),
                opening);
        show(name(opening), column(opening), resource.scale);
    }
    sum(within(m_source.receipts(resource)), m_receipts);
    sum(within(m_source.issues(resource)), m_issues);
    show(name(m_receipts), column(m_receipts), resource.scale);
    show(name(m_issues), column(m_issues), resource.scale);
    show(name(QStringLiteral("_net")), QStringLiteral("(%1 - %2)").arg(column(m_receipts), column(m_issues)),
        resource.scale);
    if (m_definition.hasBalances())
        show(name(closing), QStringLiteral("(%1 + %2 - %3)").arg(column(opening), column(m_receipts), column(m_issues)),
            resource.scale);
}

QString SelectText::bucket() const
{
    const QString by = m_question.text("by");
    const int length = by == u"day" ? 10 : by == u"month" ? 7 : 4;
    return (m_sqlite ? QStringLiteral("substr(%1, 1, %2)") : QStringLiteral("to_char(%1, '%2')"))
        .arg(m_source.momentColumn(), m_sqlite ? QString::number(length) : QStringLiteral("YYYY-MM-DD").left(length));
}

/// Everything before the first period is the row with an empty one; the closing balance runs on from there.
QString SelectText::turnoverByPeriod()
{
    const QString start =
        m_question.text("from").isEmpty() ? QString() : m_source.moment(m_question.text("from"), false);
    m_inner << (start.isEmpty() || !m_definition.hasBalances() ? bucket()
                                                               : QStringLiteral("CASE WHEN %1 < %2 THEN '' ELSE %3 END")
                                                                     .arg(m_source.momentColumn(), start, bucket()))
            + QStringLiteral(" AS \"period\"");
    QStringList keys;
    for (const QString &name : std::as_const(m_groupBy))
        keys << QStringLiteral("parts.") + quoted(name);
    m_running = keys;
    m_running << QStringLiteral("parts.\"period\"");
    m_outer << QStringLiteral("figures.\"period\"");
    const QString partition =
        keys.isEmpty() ? QString() : QStringLiteral("PARTITION BY %1 ").arg(keys.join(QStringLiteral(", ")));
    for (const Resource &resource : m_definition.resources())
        addRunning(resource, partition);
    const QString parts = QStringLiteral("SELECT\n    ") + list(m_inner, 4) + QStringLiteral("\n  ") + m_source.from()
        + m_source.where() + grouping(1);
    const QString running = QStringLiteral("SELECT\n    ") + list(m_running, 4) + QStringLiteral("\n  FROM parts");
    return shown(with(QStringLiteral("parts"), parts) + QStringLiteral(", figures AS (\n  ") + running
                   + QStringLiteral("\n)"),
               false)
        + QStringLiteral("\nWHERE figures.\"period\" <> '' AND (%1)").arg(m_wanted.join(QStringLiteral("\n   OR ")))
        + ordering(m_groupBy + QStringList{QStringLiteral("period")}) + limit() + u';';
}

void SelectText::addRunning(const Resource &resource, const QString &partition)
{
    const auto column = [&resource](const QString &side) { return quoted(resource.name + side); };
    const QString receipts = QStringLiteral("parts.") + column(m_receipts),
                  issues = QStringLiteral("parts.") + column(m_issues);
    const QString net = receipts + QStringLiteral(" - ") + issues;
    m_inner << QStringLiteral("SUM(%1) AS %2").arg(m_source.receipts(resource), column(m_receipts))
            << QStringLiteral("SUM(%1) AS %2").arg(m_source.issues(resource), column(m_issues));
    m_running << receipts << issues << net + QStringLiteral(" AS ") + column(QStringLiteral("_net"));
    QStringList sides{m_receipts, m_issues, QStringLiteral("_net")};
    if (m_definition.hasBalances()) {
        const QString sum = QStringLiteral("SUM(%1) OVER (%2ORDER BY parts.\"period\")").arg(net, partition);
        m_running << sum + QStringLiteral(" AS ") + column(QStringLiteral("_closing"))
                  << sum + QStringLiteral(" - (%1) AS %2").arg(net, column(QStringLiteral("_opening")));
        sides = {QStringLiteral("_opening"), m_receipts, m_issues, QStringLiteral("_net"), QStringLiteral("_closing")};
    }
    for (const QString &side : std::as_const(sides))
        show(resource.name + side, QStringLiteral("figures.") + column(side), resource.scale);
    for (const QString &side : {m_receipts, m_issues})
        m_wanted << QStringLiteral("figures.") + column(side) + QStringLiteral(" <> 0");
}

// --- movements --------------------------------------------------------------------------------------------------------

QString SelectText::movements()
{
    m_source.readJournal();
    const QString journal = m_source.table("_movement");
    const bool isPartitioned = m_definition.partition() != Partition::None;
    QString later = QStringLiteral("SELECT 1 FROM %1 later WHERE later.reversal_of = t.id").arg(journal);
    if (isPartitioned) // a reversal has the period of what it reverses
        later += QStringLiteral(" AND later.period = t.period");
    if (const QString known = m_source.known(QStringLiteral("later")); !known.isEmpty())
        later += QStringLiteral("\n      AND ") + known;
    QStringList columns{QStringLiteral("t.id"), QStringLiteral("t.recorder"), QStringLiteral("t.line"),
        QStringLiteral("t.period"), QStringLiteral("t.recorded_at"), QStringLiteral("a.name AS recorded_by"),
        QStringLiteral("t.reversal_of"), QStringLiteral("EXISTS (%1) AS reversed").arg(later),
        QStringLiteral("t.cause")};
    m_source.addJoin(QStringLiteral("JOIN accumulator_actor a ON a.id = t.recorded_by"));
    if (m_definition.isLedger())
        columns << QStringLiteral("t.account_dr") << QStringLiteral("t.analytics_dr") << QStringLiteral("t.account_cr")
                << QStringLiteral("t.analytics_cr");
    for (const Dimension &each : m_definition.dimensions())
        columns << m_source.dimension(each.name) + QStringLiteral(" AS ") + quoted(each.name);
    for (const Resource &resource : m_definition.resources())
        columns << figure(QStringLiteral("t.") + m_source.stored(resource.name, resource.scale), resource.scale)
                + QStringLiteral(" AS ") + quoted(resource.name);
    if (!m_question.text("recorder").isEmpty())
        m_source.addCondition(QStringLiteral("t.recorder = ") + literal(m_question.text("recorder")));
    m_source.addBound("from", false);
    m_source.addBound("to", true);
    m_source.addFilter();
    if (const QString known = m_source.known(QStringLiteral("t")); !known.isEmpty())
        m_source.addCondition(known);
    if (m_question.query.value(QLatin1String("active_only")).toBool()) {
        m_source.addCondition(QStringLiteral("t.reversal_of IS NULL"));
        m_source.addCondition(QStringLiteral("NOT EXISTS (%1)").arg(later));
    }
    const qint64 rows = m_question.query.value(QLatin1String("limit")).toInteger(1000);
    return remark() + QStringLiteral("SELECT\n    ") + list(columns, 4) + u'\n' + m_source.from() + m_source.where()
        + QStringLiteral("\nORDER BY t.period, t.id\nLIMIT %1;").arg(rows);
}

} // namespace

QString sqlText(const RegisterQuestion &question, bool sqlite)
{
    SelectText text(question, sqlite);
    switch (question.kind) {
    case RegisterQuestion::Kind::Balance: return text.balance();
    case RegisterQuestion::Kind::Turnover: return text.turnover();
    case RegisterQuestion::Kind::Movements: break;
    }
    return text.movements();
}

} // namespace bincard
