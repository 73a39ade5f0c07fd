// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace bincard {

/// A thin line that moves while something runs; it waits a moment first, so that quick answers do not flicker.
class BusyLine : public QWidget
{
    Q_OBJECT
public:
    explicit BusyLine(QWidget *parent = nullptr);

    void setBusy(bool busy);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QSize sizeHint() const override { return {0, 2}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer m_delay, m_tick;
    bool m_busy = false;
    int m_step = 0;
};

} // namespace bincard
