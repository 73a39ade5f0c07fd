// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/CellDelegate.h"

namespace bincard {

/// Cells of a grouped report: the first column indented with a triangle before a section, units dimmed.
class ReportDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// How far the text of the first column is moved to the right, triangle included.
    [[nodiscard]] static int indent(const QModelIndex &index);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace bincard
