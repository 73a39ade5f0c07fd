// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Journal.h"

namespace bincard::accumulator {

/// What an operation writes: reversals first, then new movements.
struct Plan
{
    QList<NewRow> changes;
    RepostResult result;
};

/// Rules E3 to E5: the operations on recorders. Each validates its whole input, then works in one transaction.
class Posting
{
public:
    explicit Posting(const RegisterContext &context) : m_context(context) {}

    [[nodiscard]] Result<PostResult> post(const QList<Movement> &movements, bool append);
    [[nodiscard]] Result<UnpostResult> unpost(const QString &recorder);
    [[nodiscard]] Result<RepostResult> repost(const QString &recorder, const QList<Movement> &movements);
    /// What repost(recorder, movements) would write as things stand, or post(movements, true) with `append`. Only reads.
    [[nodiscard]] Result<Plan> planned(const QString &recorder, const QList<Movement> &movements, bool append) const;

    /// All rows, canonical and complete, or every problem of the movements. Lines count from 1 within each recorder.
    /// `recorder` stands for movements that name none.
    [[nodiscard]] Result<QList<NewRow>> validated(const QList<Movement> &movements, const QString &recorder) const;

private:
    [[nodiscard]] QList<QVariant> validatedSides(const Movement &movement, int line, QList<Problem> &problems) const;
    [[nodiscard]] NewRow validated(const Movement &movement, int line, QList<Problem> &problems) const;
    [[nodiscard]] Result<Plan> replacing(const QString &recorder, QList<NewRow> rows) const;
    [[nodiscard]] Result<RepostResult> replace(const QString &recorder, QList<NewRow> rows);
    /// Whether operations are one statement each, whose trigger sees to the recorders: on PostgreSQL, but for registers
    /// whose recorders may have movements in detached partitions.
    [[nodiscard]] bool inStatements() const;
    /// In the caller's transaction, takes the recorder first: a conflict found later could not be tried again there.
    [[nodiscard]] Result<void> lockForCaller(const QString &recorder) const;
    template <typename T>
    [[nodiscard]] Result<T> run(const std::function<Result<T>()> &work) const
    {
        return inStatements() ? inOneStatement<T>(*m_context.session, work)
                              : inOwnOrCallersTransaction<T>(*m_context.session, work);
    }

    const RegisterContext &m_context;
};

} // namespace bincard::accumulator
