// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Layout.h"

#include "accumulator/Analytics.h"

namespace bincard::accumulator {

using db::Dialect;

namespace {

QString qualified(const QString &alias, const QString &column)
{
    return alias.isEmpty() ? column : alias + u'.' + column;
}

QString joined(const QStringList &columns, const QString &form, const QString &separator)
{
    QStringList parts;
    for (const QString &column : columns)
        parts << QString(form).replace(QLatin1String("%1"), column);
    return parts.join(separator);
}

QStringList names(const QList<Dimension> &dimensions)
{
    QStringList columns;
    for (const Dimension &dimension : dimensions)
        columns << Dialect::quoted(dimension.name);
    return columns;
}

const QString analyticsPrefix = QStringLiteral("analytics.");

/// 0 on the debit side, 1 on the credit side.
const QString creditColumn = QStringLiteral("\"#credit\"");

} // namespace

QString levelName(Level level) { return level == Level::Day ? QStringLiteral("day") : QStringLiteral("month"); }

Layout::Layout(const RegisterDefinition &definition, Dialect dialect) : m_definition(definition), m_dialect(dialect)
{
    const auto text = [](const char *name) { return Dimension{QLatin1String(name), DimensionType::Text, {}, {}}; };
    if (definition.isLedger()) {
        m_key = {text("account"), text("analytics")};
        m_entered = {text("account_dr"), text("analytics_dr"), text("account_cr"), text("analytics_cr")};
    }
    m_key += definition.dimensions();
    m_entered += definition.dimensions();
}

QStringList Layout::tableNames() const
{
    QStringList names{m_definition.name() + QStringLiteral("_movement")};
    for (const Level level : levels)
        names << m_definition.name() + u'_' + levelName(level);
    if (m_definition.hasBalances())
        names << m_definition.name() + QStringLiteral("_balance");
    return names;
}

QString Layout::table(const char *suffix) const
{
    return Dialect::quoted(m_definition.name() + u'_' + QLatin1String(suffix));
}

QString Layout::totals(Level level) const { return Dialect::quoted(m_definition.name() + u'_' + levelName(level)); }

QString Layout::column(Level level) { return Dialect::quoted(levelName(level)); }

QString Layout::dimension(int index) const { return Dialect::quoted(m_key.at(index).name); }

QString Layout::entered(int index) const { return Dialect::quoted(m_entered.at(index).name); }

std::optional<KeyColumn> Layout::keyColumn(const QString &name) const
{
    for (const Dimension &dimension : m_key) {
        if (dimension.name == name)
            return KeyColumn{Dialect::quoted(name), dimension, {}, m_definition.dimensionIndex(name) < 0};
    }
    const QString key = name.mid(analyticsPrefix.size());
    if (!m_definition.isLedger() || !name.startsWith(analyticsPrefix) || !isPlainName(key))
        return {};
    return KeyColumn{Dialect::quoted(name), {name, DimensionType::Text, {}, {}}, key, true};
}

QString Layout::expression(const KeyColumn &column, const QString &alias, const QString &side) const
{
    const QString end = column.ofSide && !side.isEmpty() ? u'_' + side : QString();
    if (column.analyticsKey.isEmpty())
        return qualified(alias, Dialect::quoted(column.dimension.name + end));
    const QString analytics = qualified(alias, QStringLiteral("analytics") + end);
    // The key is a plain name, so it may stand in the text.
    return (m_dialect.isSqlite() ? QStringLiteral("coalesce(json_extract(%1, '$.%2'), '')")
                                 : QStringLiteral("coalesce(%1::jsonb ->> '%2', '') COLLATE \"C\""))
        .arg(analytics, column.analyticsKey);
}

QString Layout::resource(int index) const
{
    return Dialect::quoted(m_dialect.decimalColumn(m_definition.resources().at(index).name, scale(index)));
}

QString Layout::receipts(int index) const
{
    const QString name = m_definition.resources().at(index).name + QStringLiteral("_receipts");
    return Dialect::quoted(m_dialect.decimalColumn(name, scale(index)));
}

QString Layout::issues(int index) const
{
    const QString name = m_definition.resources().at(index).name + QStringLiteral("_issues");
    return Dialect::quoted(m_dialect.decimalColumn(name, scale(index)));
}

QString Layout::lowest() const
{
    const int index = m_definition.forbiddenResource();
    const QString name = m_definition.resources().at(index).name + QStringLiteral("_lowest");
    return Dialect::quoted(m_dialect.decimalColumn(name, scale(index)));
}

QString Layout::dimensions(const QString &form, const QString &separator) const
{
    return joined(names(m_key), form, separator);
}

QString Layout::entered(const QString &form, const QString &separator) const
{
    return joined(names(m_entered), form, separator);
}

QString Layout::resources(const QString &form, const QString &separator) const
{
    QStringList parts;
    for (int i = 0; i < resourceCount(); ++i)
        parts << QString(form).replace(QLatin1String("%1"), resource(i));
    return parts.join(separator);
}

QString Layout::sides(const QString &form) const
{
    QStringList parts;
    for (int i = 0; i < resourceCount(); ++i) {
        parts << QString(form).replace(QLatin1String("%1"), receipts(i));
        parts << QString(form).replace(QLatin1String("%1"), issues(i));
    }
    return parts.join(QStringLiteral(", "));
}

QString Layout::sameKey(const QString &left, const QString &right) const
{
    return dimensions(left + QStringLiteral(".%1 = ") + right + QStringLiteral(".%1"), QStringLiteral(" AND "));
}

// A sealed row stands for all movements of a key on one day; a positive figure of it counts as received and a negative
// one as issued, as those of any movement that is no reversal.
QString Layout::everRecorded(const QString &journal, const QString &sealed) const
{
    if (!isPartitioned())
        return journal;
    const QString figures = entered() + QStringLiteral(", ") + resources();
    return QStringLiteral("(SELECT id, recorder, line, period, recorded_at, reversal_of, xact, %1 FROM %2"
                          " UNION ALL SELECT 0, '', 0, period, NULL, NULL, NULL, %1 FROM %3) AS \"#recorded\"")
        .arg(figures, journal, sealed);
}

// A reversal has the period of what it reverses, and only by that a partition is found.
QString Layout::reverses(const QString &reversal, const QString &reversed) const
{
    const QString same = QStringLiteral("%1.reversal_of = %2.id").arg(reversal, reversed);
    return isPartitioned() ? same + QStringLiteral(" AND %1.period = %2.period").arg(reversal, reversed) : same;
}

QString Layout::source(const QString &relation, const QString &alias) const
{
    const QString named = alias.isEmpty() ? QString() : u' ' + alias;
    if (!m_definition.isLedger())
        return relation + named;
    return u'(' + bothSides({}, QStringLiteral(" FROM ") + relation) + QStringLiteral(") AS ")
        + (alias.isEmpty() ? QStringLiteral("\"#sides\"") : alias);
}

QString Layout::sourceOfNew() const
{
    return u'(' + bothSides(QStringLiteral("NEW."), {}) + QStringLiteral(") AS \"#sides\"");
}

// The columns of the journal stay within reach, so that who reads the source can ask for any of them.
QString Layout::bothSides(const QString &prefix, const QString &from) const
{
    QStringList all{QStringLiteral("id"), QStringLiteral("recorder"), QStringLiteral("line"), QStringLiteral("period"),
        QStringLiteral("recorded_at"), QStringLiteral("reversal_of")};
    if (m_dialect.isPostgres())
        all << QStringLiteral("xact");
    all += names(m_definition.dimensions());
    const auto select = [&](const char *side, const char *sign, int credit) {
        return QStringLiteral("SELECT %1account_%2 AS account, %1analytics_%2 AS analytics, %3, %4, %5 AS %6%7")
            .arg(prefix, QLatin1String(side), joined(all, prefix + QStringLiteral("%1 AS %1"), QStringLiteral(", ")),
                resources(QLatin1String(sign) + prefix + QStringLiteral("%1 AS %1")), QString::number(credit),
                creditColumn, from);
    };
    return select("dr", "", 0) + QStringLiteral(" UNION ALL ") + select("cr", "-", 1);
}

// A movement counts by its own sign; a reversal on the side of what it reverses, whose sign is the opposite of its own.
// In a ledger the side is told, and a reversal stands there with a minus.
QString Layout::addedReceipts(int index, const QString &alias) const
{
    const QString value = qualified(alias, resource(index));
    if (m_definition.isLedger())
        return QStringLiteral("CASE WHEN %1 = 0 THEN %2 ELSE 0 END").arg(qualified(alias, creditColumn), value);
    return QStringLiteral("CASE WHEN (%1 > 0) = (%2 IS NULL) THEN %1 ELSE 0 END")
        .arg(value, qualified(alias, QStringLiteral("reversal_of")));
}

QString Layout::addedIssues(int index, const QString &alias) const
{
    const QString value = qualified(alias, resource(index));
    if (m_definition.isLedger())
        return QStringLiteral("CASE WHEN %1 = 0 THEN 0 ELSE -%2 END").arg(qualified(alias, creditColumn), value);
    return QStringLiteral("CASE WHEN (%1 > 0) = (%2 IS NULL) THEN 0 ELSE -%1 END")
        .arg(value, qualified(alias, QStringLiteral("reversal_of")));
}

QString Layout::addedSides(const QString &alias, const QString &form) const
{
    QStringList parts;
    for (int i = 0; i < resourceCount(); ++i) {
        parts << QString(form).replace(QLatin1String("%1"), addedReceipts(i, alias));
        parts << QString(form).replace(QLatin1String("%1"), addedIssues(i, alias));
    }
    return parts.join(QStringLiteral(", "));
}

QString Layout::startOf(Level level, const QString &period) const
{
    if (m_dialect.isSqlite())
        return level == Level::Day ? QStringLiteral("substr(%1, 1, 10)").arg(period)
                                   : QStringLiteral("substr(%1, 1, 7) || '-01'").arg(period);
    return level == Level::Day ? QStringLiteral("%1::date").arg(period)
                               : QStringLiteral("date_trunc('month', %1)::date").arg(period);
}

QString Layout::decimalType(int index) const
{
    return m_dialect.expand(QStringLiteral("$decimal(%1)").arg(scale(index)));
}

QString filled(QString text, std::initializer_list<std::pair<const char *, QString>> places)
{
    for (const auto &[name, value] : places)
        text.replace(u'{' + QLatin1String(name) + u'}', value);
    return text;
}

} // namespace bincard::accumulator
