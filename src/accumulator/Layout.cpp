// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Layout.h"

namespace bincard::accumulator {

using db::Dialect;

namespace {

QString qualified(const QString &alias, const QString &column)
{
    return alias.isEmpty() ? column : alias + u'.' + column;
}

} // namespace

QString levelName(Level level) { return level == Level::Day ? QStringLiteral("day") : QStringLiteral("month"); }

Layout::Layout(const RegisterDefinition &definition, Dialect dialect) : m_definition(definition), m_dialect(dialect) {}

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

QString Layout::dimension(int index) const { return Dialect::quoted(m_definition.dimensions().at(index).name); }

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

QString Layout::dimensions(const QString &form, const QString &separator) const
{
    QStringList parts;
    for (int i = 0; i < dimensionCount(); ++i)
        parts << QString(form).replace(QLatin1String("%1"), dimension(i));
    return parts.join(separator);
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

// A movement counts by its own sign; a reversal on the side of what it reverses, whose sign is the opposite of its own.
QString Layout::addedReceipts(int index, const QString &alias) const
{
    const QString value = qualified(alias, resource(index));
    return QStringLiteral("CASE WHEN (%1 > 0) = (%2 IS NULL) THEN %1 ELSE 0 END")
        .arg(value, qualified(alias, QStringLiteral("reversal_of")));
}

QString Layout::addedIssues(int index, const QString &alias) const
{
    const QString value = qualified(alias, resource(index));
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
