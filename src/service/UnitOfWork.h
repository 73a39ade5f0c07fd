// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/Session.h"

#include <optional>

namespace bincard {

/// Runs `work` in the caller's transaction where one is open, otherwise in one of its own, replayed on Busy only.
template <typename T>
[[nodiscard]] Result<T> inOneTransaction(db::Session &session, const std::function<Result<T>()> &work)
{
    return session.inTransaction() ? work() : db::inTransaction<T>(session, work);
}

/// One consistent state for all reads in its scope: the caller's transaction where one is open, otherwise a snapshot.
class Reading
{
public:
    explicit Reading(db::Session &session)
    {
        if (!session.inTransaction())
            m_snapshot.emplace(session);
    }
    [[nodiscard]] Result<void> begun() const { return m_snapshot ? m_snapshot->begun() : Result<void>(); }

private:
    std::optional<db::Snapshot> m_snapshot;
};

} // namespace bincard
