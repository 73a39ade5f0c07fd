// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/grid/EntryDelegate.h"

namespace bincard {

/// The editors of the line grid: completion in the item column, plain fields for numbers.
class LineDelegate : public EntryDelegate
{
    Q_OBJECT
public:
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    [[nodiscard]] QString hint(const QModelIndex &index) const override;
};

} // namespace bincard
