// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Screenshot.h"

#include "gui/MainWindow.h"

#include <QCoreApplication>
#include <QPixmap>

#include <cstdio>

namespace bincard {

namespace {
constexpr int millisecondsBetweenLooks = 40;
constexpr int millisecondsAtMost = 60'000;
constexpr int looksUntilSettled = 5; ///< so that what a reply set off (layouts, charts) has come to rest, too
} // namespace

Screenshot::Screenshot(MainWindow &window, const QString &file, bool errorsAreWelcome)
    : m_window(window)
    , m_file(file)
    , m_errorsAreWelcome(errorsAreWelcome)
{
    m_waiting.start();
    connect(&m_timer, &QTimer::timeout, this, &Screenshot::look);
    m_timer.start(millisecondsBetweenLooks);
}

void Screenshot::look()
{
    if (!m_window.errorText().isEmpty() && !m_errorsAreWelcome) {
        fail(m_window.errorText());
        return;
    }
    m_settledLooks = m_window.isSettled() ? m_settledLooks + 1 : 0;
    if (m_settledLooks < looksUntilSettled) {
        if (m_waiting.elapsed() > millisecondsAtMost)
            fail(tr("The page did not settle within %n second(s).", nullptr, millisecondsAtMost / 1000));
        return;
    }
    m_timer.stop();
    if (!m_window.grab().save(m_file)) {
        fail(tr("The picture could not be written to %1.").arg(m_file));
        return;
    }
    QCoreApplication::exit(0);
}

void Screenshot::fail(const QString &why)
{
    m_timer.stop();
    std::fprintf(stderr, "bincard: %s\n", qPrintable(why));
    QCoreApplication::exit(1);
}

} // namespace bincard
