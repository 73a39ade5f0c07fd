// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/Rail.h"

#include "gui/Icons.h"
#include "gui/Pages.h"
#include "gui/Theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QKeySequence>
#include <QPainter>
#include <QVBoxLayout>

namespace bincard {

namespace {

constexpr int iconSide = 3 * Theme::grid;

class RailButton : public QAbstractButton
{
public:
    RailButton(const PageEntry &entry, int number)
    {
        setText(entry.translatedTitle());
        setIcon(bincard::icon(entry.icon));
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred); // a low window draws them closer together
        setAttribute(Qt::WA_Hover);
        const QString keys = number
            ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)).toString(QKeySequence::NativeText)
            : QString();
        setToolTip(keys.isEmpty() ? text() : QStringLiteral("%1 (%2)").arg(text(), keys));
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(Theme::instance().font(TextSize::Small));
        return {qMax(10 * Theme::grid, metrics.horizontalAdvance(text()) + 2 * Theme::grid),
            iconSide + metrics.height() + 2 * Theme::grid + Theme::grid / 2};
    }

    QSize minimumSizeHint() const override { return {sizeHint().width(), sizeHint().height() - 2 * Theme::grid}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colors &colors = Theme::instance().colors();
        const QRect area = rect().adjusted(Theme::grid / 2, 2, -Theme::grid / 2, -2);
        painter.setPen(hasFocus() ? QPen(colors.accent, 2) : QPen(Qt::NoPen));
        painter.setBrush(isChecked() ? colors.base : underMouse() ? colors.window : QColor(Qt::transparent));
        painter.drawRoundedRect(area, 6, 6);
        if (isChecked())
            painter.fillRect(area.left(), area.top() + Theme::grid, 3, area.height() - 2 * Theme::grid, colors.accent);
        const QFont font = Theme::instance().font(TextSize::Small);
        painter.setFont(font);
        const int textHeight = QFontMetrics(font).height();
        const QRect picture((width() - iconSide) / 2, (height() - iconSide - textHeight - 4) / 2, iconSide, iconSide);
        icon().paint(&painter, picture, Qt::AlignCenter, QIcon::Normal, isChecked() ? QIcon::On : QIcon::Off);
        painter.setPen(isChecked() ? colors.text : colors.dim);
        painter.drawText(QRect(0, picture.bottom() + 4, width(), textHeight), Qt::AlignCenter, text());
    }
};

} // namespace

Rail::Rail(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    setAccessibleName(tr("Pages"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::grid / 2, Theme::grid, Theme::grid / 2, Theme::grid);
    layout->setSpacing(Theme::grid / 2);
    for (const PageEntry &entry : pages()) {
        if (!entry.isInRail())
            continue;
        auto *button = new RailButton(entry, pageNumber(entry));
        m_buttons.insert(entry.name, button);
        m_group->addButton(button);
        layout->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, name = entry.name] { emit chosen(name); });
    }
    layout->addStretch(1);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Rail::setCurrent(const QString &page)
{
    const PageEntry *entry = pageEntry(page);
    QAbstractButton *button = entry ? m_buttons.value(entry->rail) : nullptr;
    m_group->setExclusive(false);
    for (QAbstractButton *each : std::as_const(m_buttons))
        each->setChecked(each == button);
    m_group->setExclusive(button != nullptr);
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = Theme::instance().colors();
    painter.fillRect(rect(), colors.rail);
    painter.setPen(colors.border);
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

} // namespace bincard
