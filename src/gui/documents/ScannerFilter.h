// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

class QKeyEvent;
class QWidget;

namespace bincard {

/// Tells a barcode scanner from a person: a burst of keys, none more than some milliseconds after the one before, ending
/// in Enter. Keys inside `page` are held back for that long; what turns out to be typing goes on to where it was typed,
/// what is a scan is handed over whole, whatever has the focus. GUI thread.
class ScannerFilter : public QObject
{
    Q_OBJECT
public:
    static constexpr int burstMilliseconds = 30; ///< between two keys; people are slower, keyboards repeat slower
    static constexpr int leastLength = 4;

    explicit ScannerFilter(QWidget *page);
    ~ScannerFilter() override;

    /// Decides whether a burst is a scan; if so it takes it and returns true.
    void setTaker(std::function<bool(const QString &code)> taker) { m_taker = std::move(taker); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool concerns(const QObject *watched) const;
    void hold(const QKeyEvent &event);
    void release(); ///< what was held was typing
    [[nodiscard]] QString heldText() const;

    QWidget *m_page;
    std::function<bool(const QString &code)> m_taker;
    std::vector<std::unique_ptr<QKeyEvent>> m_held;
    QTimer m_timer;
    bool m_releasing = false;
};

} // namespace bincard
