// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ErrorBanner.h"

#include "gui/ErrorText.h"
#include "gui/Icons.h"
#include "gui/Theme.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace bincard {

namespace {

QLabel *label()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QToolButton *button(const QString &iconName, const QString &text)
{
    auto *button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setText(text);
    button->setToolTip(text);
    button->setAutoRaise(true);
    return button;
}

} // namespace

ErrorBanner::ErrorBanner(QWidget *parent) : QFrame(parent)
{
    m_icon = new QLabel;
    m_what = label();
    m_todo = label();
    m_details = label();
    m_details->setFont(Theme::instance().font(TextSize::Small));
    m_unfold = button(QStringLiteral("chevron-down"), tr("Details"));
    m_unfold->setCheckable(true);
    m_unfold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy = button(QStringLiteral("copy"), tr("Copy the message"));
    auto *close = button(QStringLiteral("clear"), tr("Close"));

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(2 * Theme::grid, Theme::grid, Theme::grid, Theme::grid);
    layout->setHorizontalSpacing(Theme::grid);
    layout->setVerticalSpacing(2);
    layout->addWidget(m_icon, 0, 0, Qt::AlignTop);
    layout->addWidget(m_what, 0, 1);
    layout->addWidget(m_unfold, 0, 2, Qt::AlignTop);
    layout->addWidget(m_copy, 0, 3, Qt::AlignTop);
    layout->addWidget(close, 0, 4, Qt::AlignTop);
    layout->addWidget(m_todo, 1, 1, 1, 4);
    layout->addWidget(m_details, 2, 1, 1, 4);
    layout->setColumnStretch(1, 1);

    connect(m_unfold, &QToolButton::toggled, m_details, &QWidget::setVisible);
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_plain); });
    connect(close, &QToolButton::clicked, this, [this] {
        clear();
        emit dismissed();
    });
    connect(&Theme::instance(), &Theme::changed, this, &ErrorBanner::updateColors);
    hide();
}

void ErrorBanner::showError(const Error &error)
{
    const ErrorText text(error);
    m_isError = true;
    m_plain = text.plainText();
    QStringList details = text.problems;
    if (!text.technical.isEmpty())
        details << text.technical;
    fill(text.what, text.todo, details.join(u'\n'));
    m_unfold->setChecked(!text.problems.isEmpty()); // problems are the message; what the engine said is not
}

void ErrorBanner::showNotice(const QString &text)
{
    m_isError = false;
    m_plain = text;
    fill(text, {}, {});
}

void ErrorBanner::fill(const QString &what, const QString &todo, const QString &details)
{
    m_what->setText(what);
    m_todo->setText(todo);
    m_todo->setVisible(!todo.isEmpty());
    m_details->setText(details);
    m_unfold->setVisible(!details.isEmpty());
    m_unfold->setChecked(false);
    m_details->setVisible(false);
    m_copy->setVisible(m_isError);
    updateColors();
    show();
}

void ErrorBanner::updateColors()
{
    const Colors &colors = Theme::instance().colors();
    m_icon->setPixmap(iconPixmap(m_isError ? QStringLiteral("error") : QStringLiteral("info"), 20,
        m_isError ? colors.negative : colors.accent, devicePixelRatioF()));
    update();
}

void ErrorBanner::clear()
{
    hide();
    m_plain.clear();
}

QString ErrorBanner::text() const { return isShown() ? m_plain : QString(); }

void ErrorBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = Theme::instance().colors();
    painter.fillRect(rect(), colors.base);
    painter.fillRect(0, 0, 4, height(), m_isError ? colors.negative : colors.accent);
    painter.setPen(colors.border);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace bincard
