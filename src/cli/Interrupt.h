// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSemaphore>

#include <functional>
#include <memory>

class QThread;

namespace bincard::cli {

/// From here on Ctrl+C asks long work to stop at a point where the book is whole, instead of ending the program. A second
/// Ctrl+C ends it all the same: the open transaction is then rolled back by the database. It stays so until the program
/// ends, so that what is already written is also reported.
void stopOnInterrupt();

[[nodiscard]] bool interruptRequested();

/// While it lives, Ctrl+C also ends the statement that the database is busy with: for work that is one transaction, whose
/// last statements may take long. `interrupt` is called in a thread of its own, again and again until the work returns.
class InterruptWatch
{
public:
    explicit InterruptWatch(std::function<void()> interrupt);
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch &) = delete;
    InterruptWatch &operator=(const InterruptWatch &) = delete;

private:
    QSemaphore m_end;
    std::unique_ptr<QThread> m_thread;
};

} // namespace bincard::cli
