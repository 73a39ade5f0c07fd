// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Interrupt.h"

#include <QThread>

#include <atomic>
#include <csignal>

namespace bincard::cli {

namespace {

constexpr int millisecondsBetweenLooks = 50;

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "it is set where a signal comes in");

void onInterrupt(int signal)
{
    interrupted = true;
    std::signal(signal, SIG_DFL);
}

} // namespace

void stopOnInterrupt()
{
    interrupted = false;
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
}

bool interruptRequested() { return interrupted; }

InterruptWatch::InterruptWatch(std::function<void()> interrupt)
    : m_thread(QThread::create([this, interrupt = std::move(interrupt)] {
        while (!m_end.tryAcquire(1, millisecondsBetweenLooks)) {
            if (interruptRequested())
                interrupt();
        }
    }))
{
    m_thread->start();
}

InterruptWatch::~InterruptWatch()
{
    m_end.release();
    m_thread->wait();
}

} // namespace bincard::cli
