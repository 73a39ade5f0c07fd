// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reports/FigureTile.h"

#include "gui/Icons.h"
#include "gui/Theme.h"
#include "gui/charts/ChartColors.h"

#include <QKeyEvent>
#include <QPainter>

namespace bincard {

namespace {

constexpr int padding = 12;
constexpr int iconPixels = 18;
/// The figure against the text around it.
constexpr qreal figureFactor = 2.4;

QFont figureFont(const QWidget &widget)
{
    QFont font = Theme::withTabularFigures(widget.font());
    font.setPointSizeF(widget.fontInfo().pointSizeF() * figureFactor);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

FigureTile::FigureTile(const QString &icon, QWidget *parent) : QAbstractButton(parent), m_icon(icon)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FigureTile::setTexts(const QString &caption, const QString &figure, const QString &sentence)
{
    m_caption = caption;
    m_figure = figure;
    m_sentence = sentence;
    setAccessibleName(caption);
    setAccessibleDescription(figure + QLatin1Char('\n') + sentence);
    setToolTip(caption + QLatin1Char('\n') + figure + QLatin1Char('\n') + sentence);
    update();
}

void FigureTile::setWarning(bool warning)
{
    m_warning = warning;
    update();
}

QSize FigureTile::sizeHint() const
{
    const int figure = QFontMetrics(figureFont(*this)).height();
    return {240, 2 * padding + 3 * fontMetrics().height() + figure};
}

QSize FigureTile::minimumSizeHint() const { return {180, sizeHint().height()}; }

void FigureTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ChartColors shades = chartColors();
    painter.fillRect(rect(), isDown() || underMouse() ? mixed(shades.text, shades.background, 5) : shades.background);
    QRect area = rect().adjusted(padding, padding, -padding, -padding);

    const QString name = m_warning ? QStringLiteral("warning") : m_icon;
    // The icon is an ornament, unless it warns: it makes room for the caption.
    const int beside = area.width() - iconPixels - padding / 2;
    const bool hasIcon = m_warning || fontMetrics().horizontalAdvance(m_caption) <= beside;
    const int room = hasIcon ? beside : area.width();
    if (hasIcon)
        painter.drawPixmap(area.right() - iconPixels, area.top(),
            iconPixmap(name, iconPixels, m_warning ? shades.warning : shades.quiet, devicePixelRatioF()));
    painter.setPen(shades.quiet);
    painter.drawText(QRect(area.left(), area.top(), room, fontMetrics().height()), Qt::AlignLeft | Qt::AlignTop,
        fontMetrics().elidedText(m_caption, Qt::ElideRight, room));
    area.setTop(area.top() + fontMetrics().height());

    QFont large = figureFont(*this);
    const int figureHeight = QFontMetrics(large).height();
    while (QFontMetrics(large).horizontalAdvance(m_figure) > area.width() && large.pointSizeF() > font().pointSizeF())
        large.setPointSizeF(large.pointSizeF() - 0.5);
    painter.setFont(large);
    painter.setPen(shades.text);
    painter.drawText(
        QRect(area.left(), area.top(), area.width(), figureHeight), Qt::AlignLeft | Qt::AlignVCenter, m_figure);
    area.setTop(area.top() + figureHeight);

    painter.setFont(font());
    painter.setPen(shades.quiet);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_sentence);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(shades.first, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void FigureTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_F2)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void FigureTile::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void FigureTile::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace bincard
