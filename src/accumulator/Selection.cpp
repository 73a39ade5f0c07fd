// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Selection.h"

#include "accumulator/Analytics.h"
#include "accumulator/DimensionValue.h"
#include "accumulator/Encoding.h"

#include <QCoreApplication>

#include <algorithm>

namespace bincard::accumulator {

using db::Values;

namespace {

/// A value that a key may have in this column.
Result<QVariant> canonical(const KeyColumn &column, const QVariant &value)
{
    return canonicalDimension(column.dimension, value, 0, column.ofSide ? maximumAnalyticsLength : maximumTextLength);
}

Error unknownDimension(const QString &field, const QString &name)
{
    return Error::validation(field, {QT_TRANSLATE_NOOP("Error", "The register has no dimension \"%1\"."), {name}});
}

} // namespace

Result<Selection::Condition> Selection::condition(const Filter &filter, const QString &alias, const QString &side) const
{
    QList<Problem> problems;
    Condition condition;
    for (auto it = filter.begin(); it != filter.end(); ++it) {
        const auto found = m_layout.keyColumn(it.key());
        if (!found) {
            problems += unknownDimension(QStringLiteral("where"), it.key()).problems();
            continue;
        }
        QList<QVariant> values;
        for (const QVariant &given : it.value()) {
            auto value = canonical(*found, given);
            if (value.ok())
                values.append(*value);
            else
                problems += value.error().problems();
        }
        const QString column = m_layout.expression(*found, alias, side);
        if (values.size() == 1) {
            condition.sql += QStringLiteral(" AND %1 = ?").arg(column);
            condition.values.append(boundDimension(values.constFirst()));
        } else if (m_layout.dialect().isSqlite()) {
            condition.sql += QStringLiteral(" AND %1 IN (SELECT value FROM json_each(?))").arg(column);
            condition.values.append(listParameter(values, m_layout.dialect()));
        } else {
            condition.sql += QStringLiteral(" AND %1 = ANY(?::%2[])").arg(column, castType(found->dimension));
            condition.values.append(listParameter(values, m_layout.dialect()));
        }
    }
    if (!problems.isEmpty())
        return Error::validation(std::move(problems));
    return condition;
}

Result<Selection::Condition> Selection::journalCondition(const Filter &filter) const
{
    const QString alias = QStringLiteral("m");
    Filter shared, ofSide;
    for (auto it = filter.begin(); it != filter.end(); ++it) {
        const auto column = m_layout.keyColumn(it.key());
        (column && column->ofSide ? ofSide : shared).insert(it.key(), it.value());
    }
    BINCARD_ASSIGN(all, condition(shared, alias));
    if (ofSide.isEmpty())
        return all;
    BINCARD_ASSIGN(debit, condition(ofSide, alias, QStringLiteral("dr")));
    BINCARD_ASSIGN(credit, condition(ofSide, alias, QStringLiteral("cr")));
    all.sql += QStringLiteral(" AND ((1 = 1%1) OR (1 = 1%2))").arg(debit.sql, credit.sql);
    all.values += debit.values + credit.values;
    return all;
}

Result<QList<KeyColumn>> Selection::groups(const QStringList &groupBy) const
{
    QList<Problem> problems;
    QList<KeyColumn> columns;
    for (const QString &name : groupBy) {
        const auto column = m_layout.keyColumn(name);
        if (!column)
            problems += unknownDimension(QStringLiteral("group_by"), name).problems();
        else if (std::ranges::find(columns, column->name, &KeyColumn::name) != columns.end())
            problems.append(
                {QStringLiteral("group_by"), 0, {QT_TRANSLATE_NOOP("Error", "\"%1\" is named twice."), {name}}});
        else
            columns.append(*column);
    }
    if (!problems.isEmpty())
        return Error::validation(std::move(problems));
    return columns;
}

Result<void> Selection::continueAfter(
    Condition &where, const QList<KeyColumn> &by, const QList<QVariant> &group, bool inOrder) const
{
    if (!inOrder)
        return Error::validation(QStringLiteral("after"),
            {QT_TRANSLATE_NOOP("Error", "Only rows in the order of their groups can be read page by page."), {}});
    QList<Problem> problems;
    QStringList columns, places;
    Values values;
    for (qsizetype i = 0; i < by.size() && group.size() == by.size(); ++i) {
        const auto value = canonical(by.at(i), group.at(i));
        if (value.ok())
            values.append(boundDimension(*value));
        else
            problems += value.error().problems();
        columns << m_layout.expression(by.at(i));
        places << QStringLiteral("?");
    }
    if (places.isEmpty())
        return Error::validation(QStringLiteral("after"),
            {QT_TRANSLATE_NOOP("Error", "A page goes on after the whole group of the last row before it."), {}});
    if (!problems.isEmpty())
        return Error::validation(std::move(problems));
    where.sql +=
        QStringLiteral(" AND (%1) > (%2)").arg(columns.join(QStringLiteral(", ")), places.join(QStringLiteral(", ")));
    where.values += values;
    return {};
}

QString Selection::list(const QList<KeyColumn> &columns)
{
    QStringList names;
    for (const KeyColumn &column : columns)
        names << column.name;
    return names.join(QStringLiteral(", "));
}

QString Selection::selected(const QList<KeyColumn> &columns) const
{
    QStringList expressions;
    for (const KeyColumn &column : columns)
        expressions << (column.analyticsKey.isEmpty()
                ? column.name
                : m_layout.expression(column) + QStringLiteral(" AS ") + column.name);
    return expressions.join(QStringLiteral(", "));
}

} // namespace bincard::accumulator
