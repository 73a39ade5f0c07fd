// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include <QSqlDatabase>

#include <atomic>
#include <memory>

struct pg_cancel;

namespace bincard::db {

/// Ends the work of a session from another thread. Once it was asked to, the statement under way ends with Cancelled, and
/// so does every later one but ROLLBACK: nothing more is committed. Made and destroyed in the session's thread.
class Interrupter
{
public:
    explicit Interrupter(const QSqlDatabase &database);
    ~Interrupter();
    Interrupter(const Interrupter &) = delete;
    Interrupter &operator=(const Interrupter &) = delete;

    /// Any thread, while the connection is open. A statement that begins at the same time may be missed: whoever waits for
    /// the end asks again. Where the driver has an SQLite of its own inside, a statement under way there is waited for.
    void interrupt();
    [[nodiscard]] bool asked() const { return m_asked.load(); }

private:
    std::atomic<bool> m_asked{false};
    pg_cancel *m_server = nullptr;
    void *m_file = nullptr; ///< sqlite3 *
    void (*m_interruptFile)(void *) = nullptr;
};

} // namespace bincard::db
