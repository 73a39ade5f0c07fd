// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/catalog/CatalogDelegate.h"

#include <QComboBox>
#include <QLineEdit>

namespace bincard {

QWidget *CatalogDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (m_choiceColumns.contains(index.column())) {
        auto *box = new QComboBox(parent);
        box->setProperty("inTable", true);
        for (const auto &[text, code] : m_choices)
            box->addItem(text, code);
        return box;
    }
    auto *line = new QLineEdit(parent);
    line->setProperty("inTable", true);
    line->setAlignment(Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()));
    return line;
}

void CatalogDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QString text = index.data(Qt::EditRole).toString();
    if (auto *box = qobject_cast<QComboBox *>(editor))
        box->setCurrentIndex(qMax(0, box->findData(text)));
    else if (auto *line = qobject_cast<QLineEdit *>(editor))
        line->setText(text);
}

void CatalogDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *box = qobject_cast<QComboBox *>(editor))
        model->setData(index, box->currentData());
    else if (const auto *line = qobject_cast<QLineEdit *>(editor))
        model->setData(index, line->text());
}

} // namespace bincard
