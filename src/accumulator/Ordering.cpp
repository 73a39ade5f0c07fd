// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Ordering.h"

#include <QCoreApplication>

#include <algorithm>

namespace bincard::accumulator {

void Ordering::addColumn(const QString &name, const QString &sql)
{
    m_all.append({name, sql});
    m_last.append({name, sql});
}

Result<QString> Ordering::sql(const QList<OrderBy> &order) const
{
    QList<Problem> problems;
    QStringList named, parts;
    for (const OrderBy &by : order) {
        const auto found = std::ranges::find(m_all, by.column, &Column::name);
        if (found == m_all.end()) {
            QStringList possible;
            for (const Column &column : m_all)
                possible << column.name;
            problems.append({QStringLiteral("order"), 0,
                {QT_TRANSLATE_NOOP("Error", "There is no column \"%1\" to order by. There are: %2."),
                    {by.column, possible.join(QStringLiteral(", "))}}});
        } else if (named.contains(by.column)) {
            problems.append(
                {QStringLiteral("order"), 0, {QT_TRANSLATE_NOOP("Error", "\"%1\" is named twice."), {by.column}}});
        } else {
            parts << found->sql + (by.descending ? QStringLiteral(" DESC") : QString());
        }
        named << by.column;
    }
    if (!problems.isEmpty())
        return Error::validation(std::move(problems));
    for (const Column &column : m_last) {
        if (!named.contains(column.name))
            parts << column.sql;
    }
    return parts.isEmpty() ? QString() : QStringLiteral(" ORDER BY ") + parts.join(QStringLiteral(", "));
}

Result<void> checkedLimit(int limit)
{
    if (limit >= 0)
        return {};
    return Error::validation(
        QStringLiteral("limit"), {QT_TRANSLATE_NOOP("Error", "A limit is a number of rows; 0 takes all."), {}});
}

} // namespace bincard::accumulator
