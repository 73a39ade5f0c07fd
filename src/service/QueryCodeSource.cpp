// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/QueryCodeSource.h"

#include "base/Period.h"
#include "domain/Catalog.h"
#include "service/RegisterJson.h"

#include <QDateTime>
#include <QUuid>

namespace bincard {

using sqltext::literal;
using sqltext::quoted;

namespace sqltext {

QString quoted(const QString &name)
{
    return u'"' + QString(name).replace(QLatin1String("\""), QLatin1String("\"\"")) + u'"';
}

QString literal(const QString &text)
{
    return u'\'' + QString(text).replace(QLatin1String("'"), QLatin1String("''")) + u'\'';
}

QString list(const QStringList &columns, int indent)
{
    return columns.join(QStringLiteral(",\n") + QString(indent, u' '));
}

} // namespace sqltext

namespace {

const QString analyticsPrefix = QStringLiteral("analytics.");

bool isOfSide(const QString &name)
{
    return name == u"account" || name == u"analytics" || name.startsWith(analyticsPrefix);
}

} // namespace

// --- what is read -----------------------------------------------------------------------------------------------------

QString QueryCodeSource::table(const char *suffix) const { return quoted(m_definition.name() + QLatin1String(suffix)); }

QString QueryCodeSource::stored(const QString &name, int scale) const
{
    return quoted(m_sqlite ? QStringLiteral("%1_e%2").arg(name).arg(scale) : name);
}

void QueryCodeSource::readBalances()
{
    m_rows = Rows::Balances;
    m_table = table("_balance");
}

void QueryCodeSource::readTurnovers(bool wholeDays)
{
    const QString limit = known(QStringLiteral("t"));
    if (wholeDays && limit.isEmpty()) {
        m_rows = Rows::Totals;
        m_table = table("_day");
        m_moment = QStringLiteral("t.day");
        return;
    }
    readJournal();
    if (m_definition.isLedger()) {
        m_rows = Rows::Sides;
        m_table = QStringLiteral("sides");
        m_with << QStringLiteral("sides AS (\n  %1\n)").arg(sides());
    }
    if (!limit.isEmpty())
        addCondition(limit);
}

void QueryCodeSource::readJournal()
{
    m_rows = Rows::Journal;
    m_table = table("_movement");
    m_moment = QStringLiteral("t.period");
}

void QueryCodeSource::sumByKey()
{
    QStringList key{QStringLiteral("t.account"), QStringLiteral("t.analytics")}, columns, numbers;
    for (const Dimension &each : m_definition.dimensions())
        key << QStringLiteral("t.") + quoted(each.name);
    for (qsizetype i = 1; i <= key.size(); ++i)
        numbers << QString::number(i);
    columns = key;
    for (const Resource &resource : m_definition.resources())
        columns << QStringLiteral("SUM(%1) AS %2").arg(net(resource), stored(resource.name, resource.scale));
    m_with << QStringLiteral("keys AS (\n  SELECT\n    %1\n  %2%3\n  GROUP BY %4\n)")
                  .arg(sqltext::list(columns, 4), from(), where(), numbers.join(QStringLiteral(", ")));
    m_rows = Rows::Balances;
    m_table = QStringLiteral("keys");
    m_conditions.clear();
}

/// Every movement of a ledger once a side: its debit counts where totals keep receipts, its credit where they keep
/// issues.
QString QueryCodeSource::sides() const
{
    const auto select = [this](const char *side, bool debit) {
        QStringList columns{QStringLiteral("period"), QStringLiteral("recorded_at"),
            QStringLiteral("account_%1 AS account").arg(QLatin1String(side)),
            QStringLiteral("analytics_%1 AS analytics").arg(QLatin1String(side))};
        for (const Dimension &each : m_definition.dimensions())
            columns << quoted(each.name);
        for (const Resource &resource : m_definition.resources()) {
            const QString column = stored(resource.name, resource.scale);
            columns << QStringLiteral("%1 AS %2")
                           .arg(debit ? column : QStringLiteral("0"),
                               stored(resource.name + QStringLiteral("_receipts"), resource.scale))
                    << QStringLiteral("%1 AS %2")
                           .arg(debit ? QStringLiteral("0") : column,
                               stored(resource.name + QStringLiteral("_issues"), resource.scale));
        }
        return QStringLiteral("SELECT %1\n  FROM %2").arg(sqltext::list(columns, 4), table("_movement"));
    };
    return select("dr", true) + QStringLiteral("\n  UNION ALL\n  ") + select("cr", false);
}

QString QueryCodeSource::from() const
{
    QString text = QStringLiteral("FROM %1 t").arg(m_table);
    for (const QString &join : m_joins)
        text += QStringLiteral("\n  ") + join;
    return text;
}

QString QueryCodeSource::where() const
{
    return m_conditions.isEmpty() ? QString()
                                  : QStringLiteral("\n  WHERE ") + m_conditions.join(QStringLiteral("\n    AND "));
}

// --- its columns ------------------------------------------------------------------------------------------------------

qsizetype QueryCodeSource::joinOf(const QString &name)
{
    const int index = m_definition.dimensionIndex(name);
    if (index < 0 || m_definition.dimensions().at(index).type != DimensionType::Ref)
        return 0;
    if (!m_joined.contains(name)) {
        m_joined << name;
        m_joins << QStringLiteral("JOIN %1 r%2 ON r%2.id = t.%3")
                       .arg(quoted(m_definition.dimensions().at(index).refTable), QString::number(m_joined.size()),
                           quoted(name));
    }
    return m_joined.indexOf(name) + 1;
}

QString QueryCodeSource::dimension(const QString &name)
{
    if (const qsizetype join = joinOf(name))
        return QStringLiteral("r%1.code").arg(join);
    if (m_definition.isLedger() && name.startsWith(analyticsPrefix))
        return analytics(name.mid(analyticsPrefix.size()), {});
    return QStringLiteral("t.") + quoted(name);
}

/// A side without that key has the empty text.
QString QueryCodeSource::analytics(const QString &key, const QString &side) const
{
    return (m_sqlite ? QStringLiteral("COALESCE(json_extract(t.analytics%1, %2), '')")
                     : QStringLiteral("COALESCE(t.analytics%1::jsonb ->> %2, '') COLLATE \"C\""))
        .arg(side, literal(m_sqlite ? QStringLiteral("$.") + key : key));
}

// A movement counts as receipt or issue by its sign; a reversal on the side of the movement it reverses.
QString QueryCodeSource::receipts(const Resource &resource) const
{
    if (m_rows != Rows::Journal)
        return QStringLiteral("t.") + stored(resource.name + QStringLiteral("_receipts"), resource.scale);
    return QStringLiteral("CASE WHEN (t.%1 > 0) = (t.reversal_of IS NULL) THEN t.%1 ELSE 0 END")
        .arg(stored(resource.name, resource.scale));
}

QString QueryCodeSource::issues(const Resource &resource) const
{
    if (m_rows != Rows::Journal)
        return QStringLiteral("t.") + stored(resource.name + QStringLiteral("_issues"), resource.scale);
    return QStringLiteral("CASE WHEN (t.%1 > 0) = (t.reversal_of IS NULL) THEN 0 ELSE -t.%1 END")
        .arg(stored(resource.name, resource.scale));
}

QString QueryCodeSource::net(const Resource &resource) const
{
    if (m_rows == Rows::Totals || m_rows == Rows::Sides)
        return receipts(resource) + QStringLiteral(" - ") + issues(resource);
    return QStringLiteral("t.") + stored(resource.name, resource.scale);
}

// --- what narrows it --------------------------------------------------------------------------------------------------

QString QueryCodeSource::known(const QString &alias) const
{
    const QString text = m_question.text("known_on");
    if (text.isEmpty())
        return {};
    const QDateTime instant = QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
    const QString bound = instant.isValid() ? instant.toString(u"yyyy-MM-ddTHH:mm:ss.zzz") + u'Z' : text;
    // SQLite compares texts to the millisecond; PostgreSQL keeps microseconds, which do not count.
    return (m_sqlite ? QStringLiteral("%1.recorded_at <= %2")
                     : QStringLiteral("date_trunc('milliseconds', %1.recorded_at) <= %2"))
        .arg(alias, literal(bound));
}

QString QueryCodeSource::moment(const QString &text, bool upper) const
{
    const auto parsed = Until::parse(text);
    if (!parsed.ok())
        return literal(text);
    Period at = parsed->period;
    if (upper && parsed->wholeDay)
        at = Period(at.date.addDays(1));
    if (m_rows == Rows::Totals)
        return literal(at.date.toString(Qt::ISODate));
    return literal(at.toString().replace(u'T', u' '));
}

void QueryCodeSource::addBound(const char *field, bool upper)
{
    const QString text = m_question.text(field);
    const auto parsed = Until::parse(text);
    if (text.isEmpty() || (upper && parsed.ok() && parsed->wholeDay && parsed->period.date >= QDate(9999, 12, 31)))
        return; // nothing is later than that
    const char *comparison = !upper ? ">=" : parsed.ok() && !parsed->wholeDay ? "<=" : "<";
    addCondition(m_moment + u' ' + QLatin1String(comparison) + u' ' + moment(text, upper));
}

QString QueryCodeSource::value(const Dimension &dimension, const QString &text) const
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
    case DimensionType::Uuid: return literal(QUuid::fromString(text).toString(QUuid::WithoutBraces));
    case DimensionType::Ref: return literal(codeKey(text));
    default: return literal(text);
    }
}

/// The condition on one dimension; `side` "_dr" or "_cr" in the journal of a ledger.
QString QueryCodeSource::matches(const QString &name, const QString &side)
{
    const auto described = keyDimension(m_definition, name);
    QString column;
    if (const qsizetype join = joinOf(name))
        column = QStringLiteral("r%1.code_key").arg(join); // the code without regard to case, and an index
    else if (name.startsWith(analyticsPrefix) && m_definition.isLedger())
        column = analytics(name.mid(analyticsPrefix.size()), side);
    else
        column = QStringLiteral("t.") + quoted(name + side);
    QStringList values;
    const QStringList given = m_question.filterValues(name);
    for (const QString &text : given)
        values << value(*described, text);
    if (values.isEmpty())
        return QStringLiteral("1 = 0");
    if (values.size() == 1)
        return column + QStringLiteral(" = ") + values.constFirst();
    return column + QStringLiteral(" IN (%1)").arg(values.join(QStringLiteral(", ")));
}

void QueryCodeSource::addFilter()
{
    QStringList debit, credit;
    const QStringList names = m_question.query.value(QLatin1String("where")).toObject().keys();
    for (const QString &name : names) {
        if (!keyDimension(m_definition, name))
            continue;
        if (m_rows == Rows::Journal && m_definition.isLedger() && isOfSide(name)) {
            debit << matches(name, QStringLiteral("_dr"));
            credit << matches(name, QStringLiteral("_cr"));
        } else {
            addCondition(matches(name, {}));
        }
    }
    const QString both = QStringLiteral(" AND ");
    if (debit.size() == 1)
        addCondition(QStringLiteral("(%1 OR %2)").arg(debit.constFirst(), credit.constFirst()));
    else if (!debit.isEmpty()) // all of it on the same side
        addCondition(QStringLiteral("((%1) OR (%2))").arg(debit.join(both), credit.join(both)));
}

} // namespace bincard
