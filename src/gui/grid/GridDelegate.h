// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/CellDelegate.h"

namespace bincard {

class TextGridModel;

/// The editors of a TextGridModel: choices and catalog rows complete as one types. Enter, Tab, Up and Down leave an
/// editor and say by which key, so that the view can go on.
class GridDelegate : public CellDelegate
{
    Q_OBJECT
public:
    GridDelegate(TextGridModel &model, QAbstractItemView *view);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(
        QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

signals:
    void leftBy(int key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    TextGridModel &m_model;
};

} // namespace bincard
