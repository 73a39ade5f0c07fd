// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/CellDelegate.h"

namespace bincard {

/// The editors of the line grid: completion in the item column, plain fields for numbers. Enter, Tab and the arrow keys
/// leave an editor for the view to go on.
class LineDelegate : public CellDelegate
{
    Q_OBJECT
public:
    explicit LineDelegate(QAbstractItemView *view);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(
        QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    /// The editor has been left by a key: Qt::Key_Return, Key_Tab, Key_Backtab, Key_Up or Key_Down.
    void leftBy(int key);
};

} // namespace bincard
