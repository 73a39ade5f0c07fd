// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/CellDelegate.h"

namespace bincard {

/// Cells of a LiveModel: room at the left of a number, where a mark stands for a moment after it has changed.
class LiveDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace bincard
