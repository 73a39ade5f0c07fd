// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/CellDelegate.h"

#include <QList>
#include <QPair>

namespace bincard {

/// Editors for the cells of a catalog: a field for texts and numbers, a list for choices.
class CatalogDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

    /// Text and code; for columns whose field is a choice.
    void setChoices(const QList<QPair<QString, QString>> &choices) { m_choices = choices; }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

    /// Columns of the view's model that are choices.
    void setChoiceColumns(const QList<int> &columns) { m_choiceColumns = columns; }

private:
    QList<QPair<QString, QString>> m_choices;
    QList<int> m_choiceColumns;
};

} // namespace bincard
