// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Sessions.h"

#include "support/Registers.h"

#include <chrono>

namespace bincard::test {

namespace {

Register used(Accumulator &accumulator, const QString &name)
{
    auto found = accumulator.use(name);
    if (!found.ok())
        qFatal("%s", qPrintable(told(found.error())));
    return *found;
}

} // namespace

OtherSession::OtherSession(const BookLocation &location, const QString &name)
    : m_connection(location)
    , m_accumulator(m_connection.database())
    , m_register(used(m_accumulator, name))
{}

SessionInThread::SessionInThread(const TestDatabase &database, std::function<void(OtherSession &)> work)
    : m_thread([location = database.location(), work = std::move(work), this] {
        OtherSession session(location);
        work(session);
        m_ended = true;
    })
{}

bool SessionInThread::endsWithin(int milliseconds) const
{
    return QTest::qWaitFor([this] { return m_ended.load(); }, milliseconds);
}

void SessionInThread::join()
{
    if (m_thread.joinable())
        m_thread.join();
}

void inThreads(const TestDatabase &database, int count, const std::function<void(OtherSession &, int)> &work)
{
    std::vector<std::thread> threads;
    std::atomic<int> ready = 0;
    for (int i = 0; i < count; ++i)
        threads.emplace_back([&, i] {
            OtherSession session(database.location());
            ++ready;
            while (ready < count)
                std::this_thread::yield();
            work(session, i);
        });
    for (std::thread &thread : threads)
        thread.join();
}

BusySessions::BusySessions(const TestDatabase &database, int count, Round round)
{
    for (int number = 0; number < count; ++number)
        m_threads.emplace_back(
            [this, location = database.location(), number, round] { work(location, number, round); });
}

void BusySessions::work(const BookLocation &location, int number, const Round &round)
{
    OtherSession session(location);
    for (int i = 0; !m_over; ++i) {
        const QString answer = round(session, number, i);
        if (answer.isEmpty()) {
            ++m_done;
        } else if (answer != u"-") {
            const std::scoped_lock lock(m_mutex);
            if (m_complaint.isEmpty())
                m_complaint = answer;
            return;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1)); // others are to come in between
    }
}

void BusySessions::stop()
{
    m_over = true;
    for (std::thread &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
}

QString BusySessions::complaint() const
{
    const std::scoped_lock lock(m_mutex);
    return m_complaint;
}

} // namespace bincard::test
