// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/CellDelegate.h"

#include "base/Decimal.h"
#include "gui/Theme.h"
#include "models/ValueTableModel.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace bincard {

namespace {
constexpr int rowsMeasured = 2000; ///< what a column shows is alike from row to row; a million need not be asked
}

int shownDecimals(const QString &text, const QString &decimalPoint)
{
    const qsizetype at = text.lastIndexOf(decimalPoint);
    return at < 0 ? 0 : static_cast<int>(text.size() - at - decimalPoint.size());
}

CellDelegate::CellDelegate(QAbstractItemView *view) : QStyledItemDelegate(view) {}

int CellDelegate::decimalsOf(const QModelIndex &index) const
{
    const auto known = m_decimals.constFind(index.column());
    if (known != m_decimals.cend())
        return *known;
    const QString point = QLocale().decimalPoint();
    int most = 0;
    const int rows = qMin(index.model()->rowCount(index.parent()), rowsMeasured);
    for (int row = 0; row < rows; ++row)
        most = qMax(most, shownDecimals(index.siblingAtRow(row).data().toString(), point));
    m_decimals.insert(index.column(), most);
    return most;
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Colors &colors = Theme::instance().colors();
    // Selected or not, the text keeps its colour; a focused cell is told by its frame.
    const QVariant units = index.data(role::Units);
    if (units.canConvert<Decimal>()) {
        option->font = Theme::withTabularFigures(option->font);
        if (units.value<Decimal>().isNegative()) {
            option->palette.setColor(QPalette::Text, colors.negative);
            option->palette.setColor(QPalette::HighlightedText, colors.negative);
        }
    }
    if (index.data(role::Dimmed).toBool()) {
        option->palette.setColor(QPalette::Text, colors.dim);
        option->palette.setColor(QPalette::HighlightedText, colors.dim);
    }
    if (const double lit = index.data(role::Lit).toDouble(); lit > 0) {
        QColor background = colors.lit;
        background.setAlphaF(static_cast<float>(qMin(lit, 1.0)));
        option->backgroundBrush = background;
    }
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const bool focused = (cell.state & QStyle::State_HasFocus) && (cell.state & QStyle::State_Active);
    cell.state &= ~QStyle::State_HasFocus;
    const QString problem = index.data(role::Problem).toString();

    // Numbers: what is missing behind the point is left free, so that points stand below each other.
    if (index.data(role::Units).canConvert<Decimal>() && !cell.text.isEmpty()) {
        const QString point = QLocale().decimalPoint();
        const int own = shownDecimals(cell.text, point), most = decimalsOf(index);
        if (own < most) {
            const QFontMetrics metrics(cell.font);
            int free = (most - own) * metrics.horizontalAdvance(u'0');
            if (own == 0)
                free += metrics.horizontalAdvance(point);
            const QWidget *widget = cell.widget;
            const QString text = std::exchange(cell.text, QString());
            QStyle *style = widget ? widget->style() : nullptr;
            if (style) {
                style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, widget);
                const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, widget) + 1;
                painter->save();
                painter->setFont(cell.font);
                painter->setPen(cell.palette.color(QPalette::Text));
                painter->drawText(cell.rect.adjusted(margin, 0, -margin - free, 0),
                    static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), text);
                painter->restore();
            }
        } else {
            QStyledItemDelegate::paint(painter, cell, index);
        }
    } else {
        QStyledItemDelegate::paint(painter, cell, index);
    }

    const Colors &colors = Theme::instance().colors();
    if (index.data(role::Unsaved).toBool()) {
        const QPoint corner = cell.rect.topLeft();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.accent);
        painter->drawPolygon(QPolygon({corner, corner + QPoint(8, 0), corner + QPoint(0, 8)}));
        painter->restore();
    }
    if (!problem.isEmpty()) {
        painter->save();
        painter->setPen(QPen(colors.negative, 2));
        painter->drawLine(cell.rect.left() + 4, cell.rect.bottom() - 1, cell.rect.right() - 4, cell.rect.bottom() - 1);
        painter->restore();
    }
    if (focused) {
        painter->save();
        painter->setPen(QPen(colors.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(cell.rect.adjusted(1, 1, -1, -1));
        painter->restore();
    }
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    // A number whose decimals are left free needs their room, too.
    if (index.data(role::Units).canConvert<Decimal>()) {
        const int own = shownDecimals(index.data().toString(), QLocale().decimalPoint());
        const int most = decimalsOf(index);
        if (own < most)
            size.rwidth() += QFontMetrics(option.font).horizontalAdvance(u'0') * (most - own + (own == 0 ? 1 : 0));
    }
    return size;
}

bool CellDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool isCut = event->type() == QEvent::ToolTip && index.isValid()
        && index.data(Qt::ToolTipRole).toString().isEmpty() && sizeHint(option, index).width() > option.rect.width();
    if (!isCut)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), displayText(index.data(), option.locale), view, option.rect);
    return true;
}

} // namespace bincard
