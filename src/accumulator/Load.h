// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/PostgresFirstLoad.h"
#include "accumulator/Posting.h"
#include "accumulator/SqliteBatch.h"

#include <QHash>

namespace bincard::accumulator {

/// Posting of more movements than memory should hold (Register::load). What goes into an empty register is worked in as a
/// whole at the end: PostgresFirstLoad and, on SQLite, a batch whose triggers and indexes are laid aside. Else rows wait in
/// a temporary table on PostgreSQL and become one statement; on SQLite they are one batch, worked in by some hundred
/// thousand rows, or, where that does not go, are appended in parts, what takes away last, so that no state in between is
/// lower than the one at the end (rule E11).
class Load
{
public:
    explicit Load(const RegisterContext &context) : m_context(context), m_journal(context) {}

    [[nodiscard]] Result<PostResult> run(const MovementSource &next);

private:
    [[nodiscard]] Result<PostResult> workInCallers(const MovementSource &next);
    [[nodiscard]] Result<PostResult> work(const MovementSource &next);
    [[nodiscard]] Result<void> asBatch(SqliteBatch &batch, const MovementSource &next);
    [[nodiscard]] Result<void> onPostgres(const MovementSource &next);
    [[nodiscard]] Result<void> asFirstLoad(PostgresFirstLoad &load, QList<NewRow> some, const MovementSource &next);
    [[nodiscard]] Result<void> asStatement(QList<NewRow> some, QStringList fresh, const MovementSource &next);
    [[nodiscard]] Result<void> inParts(const MovementSource &next);
    /// The next rows, with their lines counted from 1 within each recorder; none at the end. `fresh`: the recorders that
    /// were not seen before.
    [[nodiscard]] Result<QList<NewRow>> rows(const MovementSource &next, QStringList &fresh);
    [[nodiscard]] Result<void> refuseActive(const QStringList &recorders);
    /// The same while there is more to come: who loads a file twice is told of all of it.
    [[nodiscard]] Result<void> refuseActive(const QStringList &recorders, const MovementSource &next);

    const RegisterContext &m_context;
    Journal m_journal;
    /// By the hash of the recorder: a million names would take more room than the rest. Should two ever share one, a line
    /// of theirs has a higher number.
    QHash<size_t, int> m_lines;
    int m_posted = 0;
};

} // namespace bincard::accumulator
