// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Posting.h"
#include "accumulator/SqliteBatch.h"

#include <QHash>

namespace bincard::accumulator {

/// Posting of more movements than memory should hold (Register::load). On PostgreSQL they wait in a temporary table and
/// become one statement. On SQLite all of it is one batch, whose derived tables are worked in by some hundred thousand
/// rows; where that does not go, it is appended in parts, what takes away last, so that no state in between is lower than
/// the one at the end (rule E11).
class Load
{
public:
    explicit Load(const RegisterContext &context) : m_context(context), m_journal(context) {}

    [[nodiscard]] Result<PostResult> run(const MovementSource &next);

private:
    [[nodiscard]] Result<PostResult> workInCallers(const MovementSource &next);
    [[nodiscard]] Result<PostResult> work(const MovementSource &next);
    [[nodiscard]] Result<void> asBatch(SqliteBatch &batch, const MovementSource &next);
    [[nodiscard]] Result<void> asStatement(const MovementSource &next);
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
