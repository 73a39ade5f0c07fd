// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/Style.h"

#include "gui/Theme.h"

#include <QComboBox>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

namespace bincard {

namespace {

constexpr qreal radius = 5;
constexpr int toolGap = 6;  ///< around and between a tool button's icon and word
constexpr int fieldGap = 4; ///< more than Qt leaves between a field's frame and its text

const Colors &colors() { return Theme::instance().colors(); }

QColor mixed(const QColor &a, const QColor &b, qreal part)
{
    return QColor::fromRgbF(static_cast<float>(a.redF() * (1 - part) + b.redF() * part),
        static_cast<float>(a.greenF() * (1 - part) + b.greenF() * part),
        static_cast<float>(a.blueF() * (1 - part) + b.blueF() * part));
}

void box(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line, qreal width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.alpha() == 0 ? QPen(Qt::NoPen) : QPen(line, width));
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius);
    painter->restore();
}

bool isPrimary(const QWidget *widget) { return widget && widget->property("primary").toBool(); }

void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const Colors &c = colors();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = enabled && (option->state & QStyle::State_MouseOver);
    QColor fill = isPrimary(widget) && enabled ? c.accent : c.base;
    if (down)
        fill = mixed(fill, c.text, 0.14);
    else if (hover)
        fill = mixed(fill, c.text, 0.06);
    const bool focus = option->state & QStyle::State_HasFocus;
    const QColor line = isPrimary(widget) && enabled ? (focus ? c.text : fill) : focus ? c.accent : c.border;
    box(painter, option->rect, fill, line, focus ? 2 : 1);
}

void drawField(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const Colors &c = colors();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool focus = option->state & QStyle::State_HasFocus;
    const bool wrong = widget && widget->property("problem").toBool();
    box(painter, option->rect, enabled ? c.base : c.window,
        wrong       ? c.negative
            : focus ? c.accent
                    : c.border,
        focus || wrong ? 2 : 1);
}

void drawIndicator(const QStyleOption *option, QPainter *painter)
{
    const Colors &c = colors();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const int side = qMin(16, qMin(option->rect.width(), option->rect.height()));
    const QRectF square(QRectF(option->rect).center() - QPointF(side / 2.0, side / 2.0), QSizeF(side, side));
    const bool lifted = enabled && (option->state & (QStyle::State_HasFocus | QStyle::State_MouseOver));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(on && enabled ? c.accent : lifted ? c.accent : c.dim, 1));
    painter->setBrush(on ? (enabled ? c.accent : c.dim) : c.base);
    painter->drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (on) {
        painter->setPen(QPen(c.onAccent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF o = square.topLeft();
        const qreal u = side / 16.0;
        const QPointF tick[] = {o + QPointF(4, 8.5) * u, o + QPointF(7, 11.5) * u, o + QPointF(12, 5) * u};
        painter->drawPolyline(tick, 3);
    }
    painter->restore();
}

/// A tab is its word; the one chosen is underlined in the accent.
void drawTab(const QStyleOption *option, QPainter *painter)
{
    const Colors &c = colors();
    const QRect rect = option->rect;
    if (option->state & QStyle::State_MouseOver && !(option->state & QStyle::State_Selected))
        painter->fillRect(rect.adjusted(0, 0, 0, -2), mixed(c.window, c.text, 0.05));
    if (option->state & QStyle::State_Selected)
        painter->fillRect(rect.left() + 4, rect.bottom() - 2, rect.width() - 8, 3, c.accent);
    if (option->state & QStyle::State_HasFocus)
        box(painter, rect.adjusted(1, 1, -1, -4), Qt::transparent, c.accent);
}

/// Slim and flat: a thumb on the page, no buttons at the ends.
void drawScrollBar(const QStyleOptionSlider &bar, QPainter *painter, const QRect &thumb)
{
    const Colors &c = colors();
    painter->fillRect(bar.rect, c.base);
    if (bar.minimum == bar.maximum)
        return;
    const bool held = bar.state & (QStyle::State_Sunken | QStyle::State_MouseOver);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(held ? c.dim : mixed(c.border, c.dim, 0.4));
    const QRect slim = bar.orientation == Qt::Vertical ? thumb.adjusted(3, 1, -3, -1) : thumb.adjusted(1, 3, -1, -3);
    painter->drawRoundedRect(slim, 3, 3);
    painter->restore();
}

void drawArrow(QPainter *painter, const QRect &rect, bool enabled, bool up, const QColor &color = colors().text)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(enabled ? color : colors().dim, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF center = QRectF(rect).center();
    const qreal dy = up ? -2 : 2;
    const QPointF points[] = {
        {center.x() - 4, center.y() - dy}, {center.x(), center.y() + dy}, {center.x() + 4, center.y() - dy}};
    painter->drawPolyline(points, 3);
    painter->restore();
}

/// Icon and word of a tool button, with air between them.
void drawToolLabel(const QStyle &style, const QStyleOptionToolButton &button, QPainter *painter)
{
    const bool enabled = button.state & QStyle::State_Enabled;
    const QRect inside = button.rect.adjusted(toolGap, 0, -toolGap, 0);
    style.drawItemPixmap(painter, inside, Qt::AlignLeft | Qt::AlignVCenter,
        button.icon.pixmap(button.iconSize, painter->device()->devicePixelRatioF(),
            enabled ? QIcon::Normal : QIcon::Disabled, button.state & QStyle::State_On ? QIcon::On : QIcon::Off));
    style.drawItemText(painter, inside.adjusted(button.iconSize.width() + toolGap, 0, 0, 0),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, button.palette, enabled, button.text,
        QPalette::ButtonText);
}

bool isIconWithWord(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    return button && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon && !button->icon.isNull()
        && !button->text.isEmpty();
}

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Style::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand: drawButton(option, painter, widget); return;
    case PE_PanelButtonTool:
        if (option->state & (State_MouseOver | State_Sunken | State_On | State_HasFocus))
            box(painter, option->rect, mixed(colors().window, colors().text, 0.07),
                option->state & State_HasFocus ? colors().accent : QColor(Qt::transparent));
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
            if (frame->lineWidth > 0)
                drawField(option, painter, widget);
            else
                painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        }
        return;
    case PE_FrameLineEdit: drawField(option, painter, widget); return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawIndicator(option, painter); return;
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange)
            box(painter, option->rect, Qt::transparent, colors().accent);
        return;
    case PE_Frame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0) {
            painter->setPen(colors().border);
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        }
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawArrow(painter, option->rect, true, header->sortIndicator == QStyleOptionHeader::SortUp);
        return;
    case PE_IndicatorArrowDown:
        if (isPrimary(widget)) { // of a button with a menu
            drawArrow(painter, option->rect, option->state & State_Enabled, false, colors().onAccent);
            return;
        }
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    case PE_PanelStatusBar:
        painter->setPen(colors().border);
        painter->drawLine(option->rect.topLeft(), option->rect.topRight());
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_HeaderEmptyArea:
    case CE_HeaderSection:
        painter->fillRect(option->rect, colors().window);
        painter->setPen(colors().border);
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && isPrimary(widget) && (option->state & State_Enabled)) {
            QStyleOptionButton primary = *button;
            primary.palette.setColor(QPalette::ButtonText, colors().onAccent);
            QProxyStyle::drawControl(element, &primary, painter, widget);
            return;
        }
        break;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            // Margins at the sides only: above and below they would cut letters such as y.
            QStyleOptionHeader label = *header;
            const int margin = pixelMetric(PM_HeaderMargin, option, widget);
            label.rect.adjust(0, -margin, 0, margin);
            QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
        break;
    case CE_ToolButtonLabel:
        if (isIconWithWord(option)) {
            drawToolLabel(*this, *static_cast<const QStyleOptionToolButton *>(option), painter);
            return;
        }
        break;
    case CE_TabBarTabShape: drawTab(option, painter); return;
    case CE_Splitter: painter->fillRect(option->rect, colors().border); return;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        drawField(option, painter, widget);
        drawArrow(
            painter, subControlRect(control, option, SC_ComboBoxArrow, widget), option->state & State_Enabled, false);
        return;
    }
    if (control == CC_SpinBox) {
        drawField(option, painter, widget);
        const bool enabled = option->state & State_Enabled;
        if (option->subControls & SC_SpinBoxUp) {
            drawArrow(painter, subControlRect(control, option, SC_SpinBoxUp, widget), enabled, true);
            drawArrow(painter, subControlRect(control, option, SC_SpinBoxDown, widget), enabled, false);
        }
        return;
    }
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            drawScrollBar(*bar, painter, subControlRect(control, option, SC_ScrollBarSlider, widget));
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const bool vertical = bar->orientation == Qt::Vertical;
    const int length = vertical ? bar->rect.height() : bar->rect.width();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const int thumb = range <= 0
        ? length
        : qBound(qMin(length, 3 * Theme::grid),
            static_cast<int>(length * qint64(bar->pageStep) / (range + bar->pageStep)), length);
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb, bar->upsideDown);
    const auto piece = [&](int from, int to) {
        return vertical ? QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), to - from)
                        : QRect(bar->rect.left() + from, bar->rect.top(), to - from, bar->rect.height());
    };
    switch (part) {
    case SC_ScrollBarGroove: return bar->rect;
    case SC_ScrollBarSlider: return piece(start, start + thumb);
    case SC_ScrollBarSubPage: return piece(0, start);
    case SC_ScrollBarAddPage: return piece(start + thumb, length);
    default: return {};
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    const bool isField = element == SE_LineEditContents && frame && frame->lineWidth > 0;
    return isField && !(widget && widget->property("inTable").toBool()) ? rect.adjusted(fieldGap, 0, -fieldGap, 0)
                                                                        : rect;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SplitterWidth: return 1;
    case PM_ButtonMargin: return Theme::grid * 2;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return Theme::grid;
    case PM_HeaderMargin: return Theme::grid;
    case PM_ScrollBarExtent: return 12;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight: return 16;
    case PM_FocusFrameHMargin: return Theme::grid - 1; // of the cells of item views
    case PM_TabBarTabHSpace: return 3 * Theme::grid;
    case PM_TabBarTabVSpace: return Theme::grid + 4;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ComboBox_Popup: return 0; // a list below the field, not over it
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    case SH_Table_GridLineColor: return static_cast<int>(colors().border.rgb());
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    // Fields and buttons of one height stand in one line.
    const int height = QFontMetrics(Theme::instance().font()).height() + Theme::grid + 4;
    const bool inTable = widget && widget->property("inTable").toBool();
    if ((type == CT_LineEdit || type == CT_ComboBox || type == CT_SpinBox || type == CT_PushButton) && !inTable)
        result.setHeight(qMax(result.height(), height));
    if (type == CT_ToolButton && isIconWithWord(option)) {
        const auto *button = static_cast<const QStyleOptionToolButton *>(option);
        const int word = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
        const int menu = button->features & QStyleOptionToolButton::MenuButtonPopup
            ? pixelMetric(PM_MenuButtonIndicator, option, widget)
            : 0;
        result.setWidth(button->iconSize.width() + word + 4 * toolGap + menu);
    }
    if (type == CT_ItemViewItem)
        result.setHeight(qMax(result.height(), Theme::instance().rowHeight() - Theme::grid / 2));
    if (type == CT_HeaderSection) {
        result.setHeight(Theme::instance().rowHeight());
        // A title of several lines is as wide as the widest of them; Qt measures them in one.
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        const QStringList lines = header ? header->text.split(u'\n') : QStringList();
        if (lines.size() > 1) {
            const QFontMetrics metrics = header->fontMetrics;
            int widest = 0;
            for (const QString &line : lines)
                widest = qMax(widest, metrics.horizontalAdvance(line));
            const int margin = pixelMetric(PM_HeaderMargin, option, widget);
            result.setWidth(widest + 2 * margin + pixelMetric(PM_HeaderMarkSize, option, widget));
            result.rheight() += static_cast<int>(lines.size() - 1) * metrics.lineSpacing();
        }
    }
    return result;
}

} // namespace bincard
