// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/LiveDelegate.h"

#include "gui/Theme.h"
#include "models/ValueTableModel.h"

#include <QPainter>

namespace bincard {

namespace {
constexpr int markWidth = 2 * Theme::grid;
}

void LiveDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    CellDelegate::paint(painter, option, index);
    const QString mark = index.data(role::Change).toString();
    if (mark.isEmpty())
        return;
    painter->save();
    painter->setFont(Theme::instance().font(TextSize::Small));
    painter->setPen(Theme::instance().colors().text);
    painter->drawText(
        option.rect.adjusted(Theme::grid / 2, 0, 0, 0), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), mark);
    painter->restore();
}

QSize LiveDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = CellDelegate::sizeHint(option, index);
    if (index.data(role::Units).isValid())
        size.rwidth() += markWidth;
    return size;
}

} // namespace bincard
