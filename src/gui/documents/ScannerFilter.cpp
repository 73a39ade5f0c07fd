// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/documents/ScannerFilter.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

#include <utility>

namespace bincard {

ScannerFilter::ScannerFilter(QWidget *page) : QObject(page), m_page(page)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(burstMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &ScannerFilter::release);
    qApp->installEventFilter(this);
}

ScannerFilter::~ScannerFilter() = default;

bool ScannerFilter::concerns(const QObject *watched) const
{
    const auto *widget = qobject_cast<const QWidget *>(watched);
    return widget && m_page->isVisible() && (widget == m_page || m_page->isAncestorOf(widget));
}

QString ScannerFilter::heldText() const
{
    QString text;
    for (const std::unique_ptr<QKeyEvent> &event : m_held)
        text += event->text();
    return text;
}

void ScannerFilter::hold(const QKeyEvent &event)
{
    m_held.emplace_back(event.clone());
    m_timer.start();
}

void ScannerFilter::release()
{
    m_timer.stop();
    m_releasing = true;
    const std::vector<std::unique_ptr<QKeyEvent>> held = std::exchange(m_held, {});
    for (const std::unique_ptr<QKeyEvent> &event : held) {
        // The first key may have opened an editor, which then gets the rest.
        if (QWidget *target = QApplication::focusWidget())
            QCoreApplication::sendEvent(target, event.get());
    }
    m_releasing = false;
}

bool ScannerFilter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || m_releasing || !m_taker || !concerns(watched))
        return QObject::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    const bool printable = !press->text().isEmpty() && press->text().at(0).isPrint() && !press->isAutoRepeat()
        && !(press->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    // No code begins with a blank, and a blank presses buttons.
    if (printable && !(m_held.empty() && press->key() == Qt::Key_Space)) {
        hold(*press);
        return true;
    }
    if (m_held.empty())
        return false;
    const bool enter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
    const QString text = heldText();
    if (enter && text.size() >= leastLength && m_taker(text.trimmed())) {
        m_timer.stop();
        m_held.clear();
        return true;
    }
    release();
    // The keys held back may have moved the focus; this one follows them.
    if (QWidget *target = QApplication::focusWidget(); target && target != watched) {
        m_releasing = true;
        const std::unique_ptr<QKeyEvent> copy(press->clone());
        QCoreApplication::sendEvent(target, copy.get());
        m_releasing = false;
        return true;
    }
    return false;
}

} // namespace bincard
