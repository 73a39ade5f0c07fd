// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"
#include "support/TestDatabase.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

/// Further sessions with the same database, as other people and programs have them: each has a connection of its own.
namespace bincard::test {

/// One more session, of the calling thread, with a register that there is. Aborts the program if it cannot be had.
class OtherSession
{
public:
    explicit OtherSession(const BookLocation &location, const QString &name = QStringLiteral("stock"));

    Register *operator->() { return &m_register; }
    [[nodiscard]] Accumulator &accumulator() { return m_accumulator; }
    [[nodiscard]] QSqlDatabase connection() const { return m_connection.database(); }

private:
    TestConnection m_connection;
    Accumulator m_accumulator;
    Register m_register;
};

/// Runs `work` in a thread, once, with a session there; says whether it has ended. Joined with the object.
class SessionInThread
{
public:
    SessionInThread(const TestDatabase &database, std::function<void(OtherSession &)> work);
    ~SessionInThread() { join(); }
    SessionInThread(const SessionInThread &) = delete;
    SessionInThread &operator=(const SessionInThread &) = delete;

    [[nodiscard]] bool endsWithin(int milliseconds) const;
    void join();

private:
    std::atomic<bool> m_ended = false;
    std::thread m_thread; // last: it uses the flag
};

/// Runs `work` in `count` threads, which all begin at once, and waits for them; the number counts from 0.
void inThreads(const TestDatabase &database, int count, const std::function<void(OtherSession &, int)> &work);

/// Sessions in threads that work, round after round, until they are told to stop or the object goes.
class BusySessions
{
public:
    /// A round answers an empty text where it is to be counted, "-" where not, or what went wrong, which ends the session.
    using Round = std::function<QString(OtherSession &session, int number, int round)>;

    BusySessions(const TestDatabase &database, int count, Round round);
    ~BusySessions() { stop(); }
    BusySessions(const BusySessions &) = delete;
    BusySessions &operator=(const BusySessions &) = delete;

    void stop();
    [[nodiscard]] int done() const { return m_done; } ///< rounds counted, of all
    [[nodiscard]] QString complaint() const;          ///< the first; empty: none

private:
    void work(const BookLocation &location, int number, const Round &round);

    std::atomic<bool> m_over = false;
    std::atomic<int> m_done = 0;
    mutable std::mutex m_mutex;
    QString m_complaint;
    std::vector<std::thread> m_threads;
};

} // namespace bincard::test
