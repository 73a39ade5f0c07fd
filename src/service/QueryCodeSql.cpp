// SPDX-License-Identifier: GPL-3.0-or-later
// A question as one SELECT. Where whole days are asked for it reads the totals per day, otherwise the journal; a balance
// without a date reads the balance table.
#include "service/QueryCode.h"

#include "base/Period.h"

#include <QJsonArray>

#include <algorithm>
#include <functional>

namespace bincard {

namespace {

QString quoted(const QString &name)
{
    return u'"' + QString(name).replace(QLatin1String("\""), QLatin1String("\"\"")) + u'"';
}
QString literal(const QString &text)
{
    return u'\'' + QString(text).replace(QLatin1String("'"), QLatin1String("''")) + u'\'';
}

class SelectText
{
public:
    SelectText(const RegisterQuestion &question, bool sqlite)
        : m_question(question)
        , m_definition(question.definition)
        , m_sqlite(sqlite)
        , m_groupBy(question.groupBy())
    {}

    QString balance();
    QString turnover();
    QString movements();

private:
    [[nodiscard]] QString table(const char *suffix) const
    {
        return quoted(m_definition.name() + QLatin1String(suffix));
    }
    [[nodiscard]] QString stored(const QString &name, int scale) const
    {
        return quoted(m_sqlite ? QStringLiteral("%1_e%2").arg(name).arg(scale) : name);
    }
    [[nodiscard]] QString figure(const QString &sum, int scale) const;
    [[nodiscard]] QString dimension(const QString &name);
    [[nodiscard]] QString value(const Dimension &dimension, const QString &text) const;
    void addFilter();
    void addJoin(const QString &name);
    void chooseTotals(bool wholeDays);
    [[nodiscard]] QString moment(const QString &text, bool upper) const;
    void addBound(const char *field, bool upper);
    [[nodiscard]] QString receipts(const Resource &resource) const;
    [[nodiscard]] QString issues(const Resource &resource) const;
    [[nodiscard]] QString from() const;
    [[nodiscard]] QString grouping() const;
    [[nodiscard]] QString where() const;
    [[nodiscard]] QString ordering(const QStringList &last) const;
    [[nodiscard]] QString limit() const;
    [[nodiscard]] QStringList groupColumns();
    [[nodiscard]] QString bucket() const;
    [[nodiscard]] QString list(const QStringList &columns) const { return columns.join(QStringLiteral(",\n    ")); }
    [[nodiscard]] QString remark() const;
    QString turnoverByPeriod(const QStringList &groups);

    const RegisterQuestion &m_question;
    const RegisterDefinition &m_definition;
    bool m_sqlite;
    QStringList m_groupBy;
    QString m_table, m_moment; ///< what is read, as t
    bool m_totals = false;     ///< totals per day, not movements
    QStringList m_joins, m_conditions, m_joined;
};

QString SelectText::value(const Dimension &dimension, const QString &text) const
{
    switch (dimension.type) {
    case DimensionType::Int:
    case DimensionType::BigInt: {
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        return isNumber ? QString::number(number) : literal(text);
    }
    case DimensionType::Bool:
        if (m_sqlite)
            return text == u"true" ? QStringLiteral("1") : QStringLiteral("0");
        return text == u"true" ? QStringLiteral("TRUE") : QStringLiteral("FALSE");
    case DimensionType::Uuid: return literal(text.toLower().remove(u'{').remove(u'}'));
    default: return literal(text);
    }
}

void SelectText::addJoin(const QString &name)
{
    const Dimension &dimension = m_definition.dimensions().at(m_definition.dimensionIndex(name));
    if (dimension.type != DimensionType::Ref || m_joined.contains(name))
        return;
    m_joined << name;
    m_joins << QStringLiteral("JOIN %1 r%2 ON r%2.id = t.%3")
                   .arg(quoted(dimension.refTable), QString::number(m_joined.size()), quoted(name));
}

/// A reference is shown and asked for by its code.
QString SelectText::dimension(const QString &name)
{
    addJoin(name);
    const qsizetype place = m_joined.indexOf(name);
    return place < 0 ? QStringLiteral("t.") + quoted(name) : QStringLiteral("r%1.code").arg(place + 1);
}

void SelectText::addFilter()
{
    const QStringList names = m_question.query.value(QLatin1String("where")).toObject().keys();
    for (const QString &name : names) {
        const int index = m_definition.dimensionIndex(name);
        if (index < 0)
            continue;
        QStringList values;
        const QStringList given = m_question.filterValues(name);
        for (const QString &text : given)
            values << value(m_definition.dimensions().at(index), text);
        if (values.isEmpty())
            m_conditions << QStringLiteral("1 = 0");
        else if (values.size() == 1)
            m_conditions << dimension(name) + QStringLiteral(" = ") + values.constFirst();
        else
            m_conditions << dimension(name) + QStringLiteral(" IN (%1)").arg(values.join(QStringLiteral(", ")));
    }
}

void SelectText::chooseTotals(bool wholeDays)
{
    QString knownOn = m_question.text("known_on");
    if (!knownOn.contains(u'.'))
        knownOn.replace(QLatin1String("Z"), QLatin1String(".000Z")); // SQLite compares texts
    m_totals = wholeDays && knownOn.isEmpty();
    m_table = m_totals ? table("_day") : table("_movement");
    m_moment = m_totals ? QStringLiteral("t.day") : QStringLiteral("t.period");
    if (!knownOn.isEmpty())
        m_conditions << QStringLiteral("t.recorded_at <= ") + literal(knownOn);
}

/// The first moment that counts, or as `upper` the first that does not count any more.
QString SelectText::moment(const QString &text, bool upper) const
{
    const auto parsed = Until::parse(text);
    if (!parsed.ok())
        return literal(text);
    Period at = parsed->period;
    if (upper)
        at = parsed->wholeDay ? Period(at.date.addDays(1)) : at;
    return literal(m_totals || at.isMidnight()
            ? at.date.toString(Qt::ISODate) + (m_totals ? QString() : QStringLiteral(" 00:00:00"))
            : at.toString().replace(u'T', u' '));
}

void SelectText::addBound(const char *field, bool upper)
{
    const QString text = m_question.text(field);
    if (text.isEmpty())
        return;
    const auto parsed = Until::parse(text);
    const char *comparison = !upper ? ">=" : parsed.ok() && !parsed->wholeDay ? "<=" : "<";
    m_conditions << m_moment + u' ' + QLatin1String(comparison) + u' ' + moment(text, upper);
}

// A movement counts as receipt or issue by its sign; a reversal on the side of the movement it reverses.
QString SelectText::receipts(const Resource &resource) const
{
    if (m_totals)
        return QStringLiteral("t.") + stored(resource.name + QStringLiteral("_receipts"), resource.scale);
    return QStringLiteral("CASE WHEN (t.%1 > 0) = (t.reversal_of IS NULL) THEN t.%1 ELSE 0 END")
        .arg(stored(resource.name, resource.scale));
}

QString SelectText::issues(const Resource &resource) const
{
    if (m_totals)
        return QStringLiteral("t.") + stored(resource.name + QStringLiteral("_issues"), resource.scale);
    return QStringLiteral("CASE WHEN (t.%1 > 0) = (t.reversal_of IS NULL) THEN 0 ELSE -t.%1 END")
        .arg(stored(resource.name, resource.scale));
}

/// A sum as text with all its decimals. SQLite keeps 12.5000 as 125000.
QString SelectText::figure(const QString &sum, int scale) const
{
    if (!m_sqlite)
        return QStringLiteral("%1::numeric(38, %2)").arg(sum).arg(scale);
    if (scale == 0)
        return sum;
    const QString unit = u'1' + QString(scale, u'0');
    return QStringLiteral(
        "printf('%s%d.%0%1d', CASE WHEN %2 < 0 THEN '-' ELSE '' END,\n      abs(%2) / %3, abs(%2) % %3)")
        .replace(QLatin1String("%1"), QString::number(scale))
        .replace(QLatin1String("%2"), sum)
        .replace(QLatin1String("%3"), unit);
}

QString SelectText::from() const
{
    QString text = QStringLiteral("FROM %1 t").arg(m_table);
    for (const QString &join : m_joins)
        text += QStringLiteral("\n  ") + join;
    return text;
}

QString SelectText::where() const
{
    return m_conditions.isEmpty() ? QString()
                                  : QStringLiteral("\n  WHERE ") + m_conditions.join(QStringLiteral("\n    AND "));
}

QStringList SelectText::groupColumns()
{
    QStringList columns;
    for (const QString &name : m_groupBy)
        columns << dimension(name) + QStringLiteral(" AS ") + quoted(name);
    return columns;
}

QString SelectText::grouping() const
{
    QStringList numbers;
    for (qsizetype i = 0; i < m_groupBy.size(); ++i)
        numbers << QString::number(i + 1);
    return numbers.isEmpty() ? QString() : QStringLiteral("\n  GROUP BY ") + numbers.join(QStringLiteral(", "));
}

QString SelectText::ordering(const QStringList &last) const
{
    QStringList columns;
    const QJsonArray order = m_question.query.value(QLatin1String("order")).toArray();
    for (const QJsonValue &entry : order) {
        const QStringList words = entry.toString().split(u':');
        const bool descending = words.value(1).compare(u"desc", Qt::CaseInsensitive) == 0;
        // The figure itself and not its text.
        columns << QStringLiteral("figures.") + quoted(words.value(0))
                + (descending ? QStringLiteral(" DESC") : QString());
    }
    for (const QString &name : last)
        columns << QStringLiteral("figures.") + quoted(name);
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
        .arg(stored(scaled->name, scaled->scale), scaled->name, QString::number(scaled->scale));
}

QString SelectText::balance()
{
    const QString at = m_question.text("at");
    const bool now = at.isEmpty() && m_question.text("known_on").isEmpty();
    const auto until = Until::parse(at);
    if (now)
        m_table = table("_balance");
    else
        chooseTotals(!at.isEmpty() && until.ok() && until->wholeDay);
    QStringList inner = groupColumns();
    if (!now)
        addBound("at", true);
    addFilter();
    QStringList outer, nonZero;
    for (const QString &name : std::as_const(m_groupBy))
        outer << quoted(name);
    for (const Resource &resource : m_definition.resources()) {
        const QString net = m_totals ? QString(receipts(resource) + QStringLiteral(" - ") + issues(resource))
                                     : QString(QStringLiteral("t.") + stored(resource.name, resource.scale));
        inner << QStringLiteral("COALESCE(SUM(%1), 0) AS %2").arg(net, quoted(resource.name));
        outer << figure(QStringLiteral("figures.") + quoted(resource.name), resource.scale) + QStringLiteral(" AS ")
                + quoted(resource.name);
        nonZero << QStringLiteral("figures.") + quoted(resource.name) + QStringLiteral(" <> 0");
    }
    QString text = remark()
        + QStringLiteral("WITH figures AS (\n  SELECT\n    %1\n  %2%3%4\n)\nSELECT\n    %5\nFROM figures")
              .arg(list(inner), from(), where(), grouping(), list(outer));
    if (!m_groupBy.isEmpty())
        text += QStringLiteral("\nWHERE ") + nonZero.join(QStringLiteral(" OR "));
    return text + ordering(m_groupBy) + limit() + u';';
}

QString SelectText::bucket() const
{
    const QString by = m_question.text("by");
    const int length = by == u"day" ? 10 : by == u"month" ? 7 : 4;
    if (m_sqlite)
        return QStringLiteral("substr(%1, 1, %2)").arg(m_moment).arg(length);
    return QStringLiteral("to_char(%1, '%2')").arg(m_moment, QStringLiteral("YYYY-MM-DD").left(length));
}

QString SelectText::turnover()
{
    const auto isWhole = [this](const char *field, bool upper) {
        const auto parsed = Until::parse(m_question.text(field));
        return m_question.text(field).isEmpty()
            || (parsed.ok() && (parsed->wholeDay || (!upper && parsed->period.isMidnight())));
    };
    chooseTotals(isWhole("from", false) && isWhole("to", true));
    const QStringList groups = groupColumns();
    if (!m_definition.hasBalances())
        addBound("from", false);
    addBound("to", true);
    addFilter();
    if (!m_question.text("by").isEmpty())
        return turnoverByPeriod(groups);

    QStringList inner = groups, outer, nonZero;
    for (const QString &name : std::as_const(m_groupBy))
        outer << quoted(name);
    const QString start = m_question.text("from").isEmpty() ? QString() : moment(m_question.text("from"), false);
    for (const Resource &resource : m_definition.resources()) {
        const auto column = [&resource](const char *side) { return quoted(resource.name + QLatin1String(side)); };
        const auto within = [&](const QString &side) {
            return start.isEmpty() || !m_definition.hasBalances()
                ? side
                : QStringLiteral("CASE WHEN %1 >= %2 THEN %3 ELSE 0 END").arg(m_moment, start, side);
        };
        const auto sum = [&](const QString &what, const char *side) {
            inner << QStringLiteral("COALESCE(SUM(%1), 0) AS %2").arg(what, column(side));
            nonZero << QStringLiteral("figures.") + column(side) + QStringLiteral(" <> 0");
        };
        const auto shown = [&](const QString &what, const char *side) {
            outer << figure(what, resource.scale) + QStringLiteral(" AS ") + column(side);
        };
        const QString receipt = QStringLiteral("figures.") + column("_receipts"),
                      issue = QStringLiteral("figures.") + column("_issues");
        if (m_definition.hasBalances()) {
            sum(start.isEmpty() ? QStringLiteral("0")
                                : QStringLiteral("CASE WHEN %1 < %2 THEN %3 - %4 ELSE 0 END")
                                      .arg(m_moment, start, receipts(resource), issues(resource)),
                "_opening");
            shown(QStringLiteral("figures.") + column("_opening"), "_opening");
        }
        sum(within(receipts(resource)), "_receipts");
        sum(within(issues(resource)), "_issues");
        shown(receipt, "_receipts");
        shown(issue, "_issues");
        shown(QStringLiteral("(%1 - %2)").arg(receipt, issue), "_net");
        if (m_definition.hasBalances())
            shown(QStringLiteral("(figures.%1 + %2 - %3)").arg(column("_opening"), receipt, issue), "_closing");
    }
    QString text = remark()
        + QStringLiteral("WITH figures AS (\n  SELECT\n    %1\n  %2%3%4\n)\nSELECT\n    %5\nFROM figures")
              .arg(list(inner), from(), where(), grouping(), list(outer));
    if (!m_groupBy.isEmpty())
        text += QStringLiteral("\nWHERE ") + nonZero.join(QStringLiteral(" OR "));
    return text + ordering(m_groupBy) + limit() + u';';
}

/// Everything before the first period is the row with an empty one; the closing balance runs on from there.
QString SelectText::turnoverByPeriod(const QStringList &groups)
{
    QStringList keys;
    for (const QString &name : std::as_const(m_groupBy))
        keys << quoted(name);
    const QString start = m_question.text("from").isEmpty() ? QString() : moment(m_question.text("from"), false);
    const QString period = start.isEmpty() || !m_definition.hasBalances()
        ? bucket()
        : QStringLiteral("CASE WHEN %1 < %2 THEN '' ELSE %3 END").arg(m_moment, start, bucket());
    QStringList inner = groups, running = keys, outer = keys, moved;
    inner << period + QStringLiteral(" AS \"period\"");
    running << QStringLiteral("\"period\"");
    outer << QStringLiteral("\"period\"");
    const QString partition =
        keys.isEmpty() ? QString() : QStringLiteral("PARTITION BY %1 ").arg(keys.join(QStringLiteral(", ")));
    for (const Resource &resource : m_definition.resources()) {
        const auto column = [&resource](const char *side) { return quoted(resource.name + QLatin1String(side)); };
        inner << QStringLiteral("SUM(%1) AS %2").arg(receipts(resource), column("_receipts"))
              << QStringLiteral("SUM(%1) AS %2").arg(issues(resource), column("_issues"));
        const QString net = column("_receipts") + QStringLiteral(" - ") + column("_issues");
        running << column("_receipts") << column("_issues") << net + QStringLiteral(" AS ") + column("_net")
                << QStringLiteral("SUM(%1) OVER (%2ORDER BY \"period\") AS %3").arg(net, partition, column("_closing"))
                << QStringLiteral("SUM(%1) OVER (%2ORDER BY \"period\") - (%1) AS %3")
                       .arg(net, partition, column("_opening"));
        const QStringList sides = m_definition.hasBalances()
            ? QStringList{QStringLiteral("_opening"), QStringLiteral("_receipts"), QStringLiteral("_issues"),
                QStringLiteral("_net"), QStringLiteral("_closing")}
            : QStringList{QStringLiteral("_receipts"), QStringLiteral("_issues"), QStringLiteral("_net")};
        for (const QString &side : sides)
            outer << figure(QStringLiteral("figures.") + quoted(resource.name + side), resource.scale)
                    + QStringLiteral(" AS ") + quoted(resource.name + side);
        for (const char *side : {"_receipts", "_issues"})
            moved << QStringLiteral("figures.") + column(side) + QStringLiteral(" <> 0");
    }
    QStringList numbers;
    for (qsizetype i = 0; i <= m_groupBy.size(); ++i)
        numbers << QString::number(i + 1);
    return remark()
        + QStringLiteral("WITH parts AS (\n  SELECT\n    %1\n  %2%3\n  GROUP BY %4\n), figures AS (\n  SELECT\n    "
                         "%5\n  FROM parts\n)\nSELECT\n    ")
              .arg(list(inner), from(), where(), numbers.join(QStringLiteral(", ")), list(running))
        + list(outer)
        + QStringLiteral("\nFROM figures\nWHERE figures.\"period\" <> '' AND (%1)")
              .arg(moved.join(QStringLiteral(" OR ")))
        + ordering(m_groupBy + QStringList{QStringLiteral("period")}) + limit() + u';';
}

QString SelectText::movements()
{
    chooseTotals(false);
    QStringList columns{QStringLiteral("t.id"), QStringLiteral("t.recorder"), QStringLiteral("t.line"),
        QStringLiteral("t.period"), QStringLiteral("t.recorded_at"), QStringLiteral("a.name AS recorded_by"),
        QStringLiteral("t.reversal_of")};
    for (const Dimension &each : m_definition.dimensions())
        columns << dimension(each.name) + QStringLiteral(" AS ") + quoted(each.name);
    for (const Resource &resource : m_definition.resources())
        columns << figure(QStringLiteral("t.") + stored(resource.name, resource.scale), resource.scale)
                + QStringLiteral(" AS ") + quoted(resource.name);
    m_joins.prepend(QStringLiteral("JOIN accumulator_actor a ON a.id = t.recorded_by"));
    if (!m_question.text("recorder").isEmpty())
        m_conditions << QStringLiteral("t.recorder = ") + literal(m_question.text("recorder"));
    addBound("from", false);
    addBound("to", true);
    addFilter();
    if (m_question.query.value(QLatin1String("active_only")).toBool())
        m_conditions << QStringLiteral("t.reversal_of IS NULL")
                     << QStringLiteral("NOT EXISTS (SELECT 1 FROM %1 r WHERE r.reversal_of = t.id)").arg(m_table);
    const qint64 rows = m_question.query.value(QLatin1String("limit")).toInteger(1000);
    return remark()
        + QStringLiteral("SELECT\n    %1\n%2%3\nORDER BY t.period, t.id\nLIMIT %4;")
              .arg(list(columns), from(), where(), QString::number(rows));
}

} // namespace

QString sqlText(const RegisterQuestion &question, bool sqlite)
{
    if (question.definition.isLedger())
        return QStringLiteral("-- A ledger keeps every movement once, with an account on either side. Ask for its "
                              "balances and turnovers\n"
                              "-- in C++ or on the command line; the movements themselves are these:\n"
                              "SELECT * FROM %1 ORDER BY period, id;")
            .arg(quoted(question.definition.name() + QStringLiteral("_movement")));
    SelectText text(question, sqlite);
    switch (question.kind) {
    case RegisterQuestion::Kind::Balance: return text.balance();
    case RegisterQuestion::Kind::Turnover: return text.turnover();
    case RegisterQuestion::Kind::Movements: break;
    }
    return text.movements();
}

} // namespace bincard
