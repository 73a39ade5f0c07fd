// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/documents/QuestionBar.h"

#include "gui/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace bincard {

QuestionBar::QuestionBar(QWidget *parent) : QFrame(parent), m_text(new QLabel), m_buttons(new QHBoxLayout)
{
    m_text->setWordWrap(true);
    m_buttons->setSpacing(Theme::grid);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * Theme::grid, Theme::grid, Theme::grid, Theme::grid);
    layout->setSpacing(2 * Theme::grid);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_buttons);
    hide();
}

void QuestionBar::ask(const QString &text, const QList<Answer> &answers)
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was just pressed
        delete item;
    }
    m_text->setText(text);
    QPushButton *first = nullptr;
    for (const Answer &answer : answers) {
        auto *button = new QPushButton(answer.text);
        button->setObjectName(answer.name);
        button->setAutoDefault(true);
        m_buttons->addWidget(button);
        // A copy: the answer may ask the next question, which takes this one away.
        connect(button, &QPushButton::clicked, this, [this, chosen = answer.chosen] {
            hide();
            if (chosen)
                chosen();
        });
        if (!first)
            first = button;
    }
    m_last = answers.isEmpty() ? std::function<void()>() : answers.constLast().chosen;
    show();
    if (first)
        first->setFocus(Qt::OtherFocusReason);
}

void QuestionBar::dismiss()
{
    m_last = {};
    hide();
}

QString QuestionBar::text() const { return isHidden() ? QString() : m_text->text(); }

void QuestionBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QFrame::keyPressEvent(event);
        return;
    }
    hide();
    if (const auto last = m_last)
        last();
}

void QuestionBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Colors &colors = Theme::instance().colors();
    QPainter painter(this);
    QColor tint = colors.warning;
    tint.setAlphaF(0.12F);
    painter.fillRect(rect(), tint);
    painter.fillRect(QRect(0, 0, Theme::grid / 2, height()), colors.warning);
}

} // namespace bincard
