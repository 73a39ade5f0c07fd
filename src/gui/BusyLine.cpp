// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/BusyLine.h"

#include "gui/Theme.h"

#include <QPainter>

namespace bincard {

namespace {
constexpr int millisecondsBeforeShown = 200;
constexpr int millisecondsPerStep = 33;
constexpr int stepsAcross = 40;
} // namespace

BusyLine::BusyLine(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(2);
    m_delay.setSingleShot(true);
    m_delay.setInterval(millisecondsBeforeShown);
    m_tick.setInterval(millisecondsPerStep);
    connect(&m_delay, &QTimer::timeout, &m_tick, qOverload<>(&QTimer::start));
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_step = (m_step + 1) % stepsAcross;
        update();
    });
}

void BusyLine::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    m_step = 0;
    if (busy) {
        m_delay.start();
    } else {
        m_delay.stop();
        m_tick.stop();
    }
    update();
}

void BusyLine::paintEvent(QPaintEvent *)
{
    if (!m_tick.isActive())
        return;
    QPainter painter(this);
    const int length = width() / 4;
    const int x = (width() + length) * m_step / stepsAcross - length;
    painter.fillRect(x, 0, length, height(), Theme::instance().colors().accent);
}

} // namespace bincard
