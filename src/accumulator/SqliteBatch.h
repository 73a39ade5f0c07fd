// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/RegisterContext.h"

namespace bincard::accumulator {

/// The library's own way of appending many rows on SQLite, inside a write transaction: it opens the gate
/// (accumulator_gate), which lets the row triggers of journals rest, inserts all rows in one statement, gathers what they
/// add in a temporary table, brings the derived tables up to date in one statement each, checks rule E11 once per key and shuts the gate. Row triggers do the
/// same for whoever else inserts; tst_batch_equals_rows shows the two equal.
///
/// After an error the gate stays open on purpose: the rows stand half worked in, and its foreign key keeps any
/// transaction from being committed with them. Rolling back, also to a savepoint, shuts it.
class SqliteBatch
{
public:
    explicit SqliteBatch(const RegisterContext &context) : m_context(context) {}

    /// Below this many rows the triggers are quicker.
    static constexpr int worthwhile = 4;

    /// Only where the connection enforces foreign keys: they check the references of new keys, and the gate.
    [[nodiscard]] Result<bool> usable();
    [[nodiscard]] Result<void> open();
    /// Whether the journal had no row when the gate was opened, and no derived table has one.
    [[nodiscard]] Result<bool> isFirst();
    /// Works in what was inserted since open() or since the last advance().
    [[nodiscard]] Result<void> maintain();
    [[nodiscard]] Result<void> advance();
    /// The same for a batch that isFirst(), in two steps: the days as often as one likes, all else at the end.
    [[nodiscard]] Result<void> maintainDays();
    [[nodiscard]] Result<void> makeOfDays();
    /// For many rows of such a batch: takes the triggers and indexes of the register away, and makes them anew. Nobody
    /// else sees that: it is part of the transaction. The first answers false where a statement that is being read on the
    /// connection forbids it; the guards that would refuse totals of more than 18 digits are gone meanwhile.
    [[nodiscard]] Result<bool> layAside();
    [[nodiscard]] Result<void> putBack();
    /// Whether any total has more than 18 digits.
    [[nodiscard]] Result<bool> exceedsLimits();
    /// Whether what was inserted since open() leaves a day below zero.
    [[nodiscard]] Result<bool> isShort();
    [[nodiscard]] Result<void> shut();

private:
    [[nodiscard]] Result<void> clear();
    [[nodiscard]] Result<bool> answersRow(const QString &sql);

    const RegisterContext &m_context;
    bool m_staged = false; ///< all that was inserted since open() stands in the temporary table
};

} // namespace bincard::accumulator
