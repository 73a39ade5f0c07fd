// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/DateEdit.h"

#include "gui/Icons.h"
#include "models/Format.h"

#include <QAction>
#include <QCalendarWidget>
#include <QKeyEvent>
#include <QStyle>
#include <QTimer>

namespace bincard {

DateEdit::DateEdit(QWidget *parent) : QLineEdit(parent)
{
    QAction *calendar = addAction(icon(QStringLiteral("calendar")), QLineEdit::TrailingPosition);
    calendar->setToolTip(tr("Choose from a calendar (Alt+Down)"));
    connect(calendar, &QAction::triggered, this, &DateEdit::openCalendar);
    connect(this, &QLineEdit::editingFinished, this, &DateEdit::take);
    setToolTip(tr("A date, or short: \"18\" is the 18th of this month, \"+1\" is tomorrow. Up and Down go a day."));
    setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("0000-00-00")) + 64);
}

void DateEdit::setDate(QDate date)
{
    m_date = date;
    m_shown = format::date(date);
    setText(m_shown);
    setProblem(false);
}

bool DateEdit::isReadable() const { return m_date.isValid() || (m_mayBeEmpty && text().trimmed().isEmpty()); }

void DateEdit::setProblem(bool problem)
{
    setProperty("problem", problem);
    update();
}

void DateEdit::take()
{
    if (text() == m_shown)
        return;
    const Result<QDate> date = format::parseDate(text(), QDate::currentDate());
    m_date = date ? *date : QDate();
    if (date)
        setText(format::date(*date));
    m_shown = text();
    setProblem(!isReadable());
    emit dateEdited();
}

void DateEdit::step(QDate date)
{
    setDate(date);
    selectAll();
    emit dateEdited();
}

void DateEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && (event->modifiers() & Qt::AltModifier)) {
        openCalendar();
        return;
    }
    const QDate from = m_date.isValid() ? m_date : QDate::currentDate();
    switch (event->modifiers() == Qt::NoModifier ? event->key() : 0) {
    case Qt::Key_Up: step(from.addDays(1)); return;
    case Qt::Key_Down: step(from.addDays(-1)); return;
    case Qt::Key_PageUp: step(from.addMonths(1)); return;
    case Qt::Key_PageDown: step(from.addMonths(-1)); return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void DateEdit::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    // A click would put the cursor where it hit, after this event.
    QTimer::singleShot(0, this, [this] {
        if (hasFocus() && !isModified())
            selectAll();
    });
}

void DateEdit::openCalendar()
{
    take();
    auto *calendar = new QCalendarWidget(this);
    calendar->setWindowFlag(Qt::Popup);
    calendar->setAttribute(Qt::WA_DeleteOnClose);
    calendar->setGridVisible(false);
    calendar->setVerticalHeaderFormat(QCalendarWidget::ISOWeekNumbers);
    calendar->setSelectedDate(m_date.isValid() ? m_date : QDate::currentDate());
    connect(calendar, &QCalendarWidget::activated, this, [this, calendar](QDate date) {
        calendar->close();
        step(date);
    });
    connect(calendar, &QCalendarWidget::clicked, this, [this, calendar](QDate date) {
        calendar->close();
        step(date);
    });
    calendar->move(mapToGlobal(QPoint(0, height())));
    calendar->show();
    calendar->setFocus();
}

} // namespace bincard
