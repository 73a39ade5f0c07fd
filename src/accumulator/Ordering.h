// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"

namespace bincard::accumulator {

/// By what the rows of a question can be ordered, and how SQL says it. Texts only; any thread.
class Ordering
{
public:
    /// A group column or the bucket; all of them, in the order they are added, decide last.
    void addColumn(const QString &name, const QString &sql);
    void addFigure(const QString &name, const QString &sql) { m_all.append({name, sql}); }

    /// " ORDER BY ...", or nothing where there is one row. Validation: every column that is not there or named twice.
    [[nodiscard]] Result<QString> sql(const QList<OrderBy> &order) const;

private:
    struct Column
    {
        QString name, sql;
    };
    QList<Column> m_all, m_last;
};

/// Problem of a limit: 0 takes all.
[[nodiscard]] Result<void> checkedLimit(int limit);

} // namespace bincard::accumulator
