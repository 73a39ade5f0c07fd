// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/CellDelegate.h"

namespace bincard {

/// What the editors of every grid one types into have in common: Enter, Tab, Up and Down leave an editor and say by
/// which key, so that the view can go on; what is wrong is tinted; an empty cell may say what belongs there.
class EntryDelegate : public CellDelegate
{
    Q_OBJECT
public:
    EntryDelegate() : CellDelegate(nullptr) {} ///< the view that it is given to owns it

    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(
        QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

signals:
    /// Qt::Key_Return, Key_Tab, Key_Backtab, Key_Up or Key_Down.
    void leftBy(int key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    /// Shown dimmed in the cell; empty: nothing.
    [[nodiscard]] virtual QString hint(const QModelIndex &index) const = 0;
};

} // namespace bincard
