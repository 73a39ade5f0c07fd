// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/ChartCard.h"

#include "gui/charts/ChartColors.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace bincard {

namespace {
constexpr int sidePixels = 12;
}

ChartCard::ChartCard(QWidget *content, QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_note(new QLabel(this))
    , m_empty(new QLabel(this))
    , m_content(content)
    , m_head(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_stack(new QStackedLayout)
{
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);

    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_note);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(sidePixels, 8, sidePixels, 8);
    all->setSpacing(4);
    all->addLayout(m_head);
    all->addLayout(m_stack, 1);
    // Last: a stack that has no parent yet shows its first widget as a window of its own.
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
    restyle();
}

void ChartCard::setTitle(const QString &title)
{
    m_title->setText(title);
    m_content->setAccessibleName(title);
    arrangeHead();
}

QString ChartCard::title() const { return m_title->text(); }

void ChartCard::setKey(const QStringList &names)
{
    m_key = names;
    restyle();
}

void ChartCard::setNote(const QString &text)
{
    m_key.clear();
    m_note->setTextFormat(Qt::PlainText);
    m_note->setText(text);
    arrangeHead();
}

/// A title that would have to be broken for the note has its line to itself.
void ChartCard::arrangeHead()
{
    const int room = contentsRect().width() - 2 * sidePixels;
    const int wanted = m_title->fontMetrics().horizontalAdvance(m_title->text()) + m_head->spacing()
        + (m_note->text().isEmpty() ? 0 : m_note->sizeHint().width());
    const bool beside = wanted <= room;
    m_head->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_note->setAlignment((beside ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    m_note->setVisible(!m_note->text().isEmpty());
}

void ChartCard::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrangeHead();
}

void ChartCard::setEmptyText(const QString &text)
{
    m_empty->setText(text);
    m_stack->setCurrentWidget(text.isEmpty() ? m_content : static_cast<QWidget *>(m_empty));
}

bool ChartCard::isContentShown() const { return m_stack->currentWidget() == m_content; }

void ChartCard::restyle()
{
    const ChartColors shades = chartColors();
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, shades.quiet);
    m_note->setPalette(quiet);
    m_empty->setPalette(quiet);
    if (m_key.isEmpty())
        return;
    QStringList parts;
    for (qsizetype i = 0; i < m_key.size(); ++i) {
        const QColor color = i == 0 ? shades.first : shades.second;
        parts.append(QStringLiteral("<span style=\"color:%1\">\u25a0</span>\u00a0%2")
                         .arg(color.name(), m_key.at(i).toHtmlEscaped()));
    }
    m_note->setTextFormat(Qt::RichText);
    m_note->setText(parts.join(QStringLiteral(" \u2003")));
    arrangeHead();
}

void ChartCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    // Not PaletteChange of the labels set above: that one goes to them, not here.
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

} // namespace bincard
