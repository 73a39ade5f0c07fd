// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/PostgresAppend.h"

namespace bincard::accumulator {

/// A load into a register that has no movements yet: it has the tables to itself, puts its rows into a journal without
/// trigger and indexes, and fills the derived tables once at the end, as a rebuild does. Inside a transaction, until whose
/// end (or back before the savepoint in which it began) whoever else wants the register waits; after an error it has to
/// be rolled back. tst_load shows it equal to posting.
class PostgresFirstLoad
{
public:
    explicit PostgresFirstLoad(const RegisterContext &context) : m_context(context), m_append(context) {}

    /// False, and nothing changed, where it does not go: the register is not empty, or in use (also by a cursor of this
    /// session), or another's; who loads may make no indexes in the schema; it is a ledger, whose accounts the trigger
    /// judges, or partitioned; the transaction sees an older state of the book.
    [[nodiscard]] Result<bool> begin();
    /// Posting::validated() rows, of days that Closing::until() leaves open.
    [[nodiscard]] Result<void> append(const QList<NewRow> &rows);
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<bool> mayBegin();
    [[nodiscard]] Result<bool> take();
    [[nodiscard]] Result<void> run(const QStringList &statements);
    [[nodiscard]] Result<db::Values> exchangeSettings(const db::Values &values);

    const RegisterContext &m_context;
    PostgresAppend m_append;
};

} // namespace bincard::accumulator
