// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"
#include "accumulator/Layout.h"
#include "db/Session.h"

namespace bincard::accumulator {

/// What a question selects of a register: which rows pass, and by what columns they are grouped. Texts and values only.
class Selection
{
public:
    explicit Selection(const Layout &layout) : m_layout(layout) {}

    /// A condition on dimensions, " AND ..." or empty, and its values.
    struct Condition
    {
        QString sql;
        db::Values values;
    };
    /// On a relation with the columns of the key; of a ledger's journal those of the `side` "dr" or "cr". Validation:
    /// every dimension that is not there and every value that is not of its type.
    [[nodiscard]] Result<Condition> condition(
        const Filter &filter, const QString &alias = {}, const QString &side = {}) const;
    /// On rows of the journal m; of a ledger register the whole filter is about the same side of a movement.
    [[nodiscard]] Result<Condition> journalCondition(const Filter &filter) const;

    /// Validation: every name that is no dimension or is named twice.
    [[nodiscard]] Result<QList<KeyColumn>> groups(const QStringList &groupBy) const;
    /// Lets only groups pass that come after this one; `inOrder`: rows come by group and nothing else.
    [[nodiscard]] Result<void> continueAfter(
        Condition &where, const QList<KeyColumn> &by, const QList<QVariant> &group, bool inOrder) const;
    /// The columns of a group by name, and how they are selected from a relation with the columns of the key.
    [[nodiscard]] static QString list(const QList<KeyColumn> &columns);
    [[nodiscard]] QString selected(const QList<KeyColumn> &columns) const;

private:
    const Layout &m_layout;
};

} // namespace bincard::accumulator
