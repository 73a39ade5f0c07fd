// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/grid/GridDelegate.h"

#include "gui/CompletionEdit.h"
#include "models/TextGridModel.h"

namespace bincard {

GridDelegate::GridDelegate(TextGridModel &model) : m_model(model) {}

QWidget *GridDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    const GridCell cell = m_model.cell(index.row(), index.column());
    if (cell.kind == GridCell::Kind::Text || cell.kind == GridCell::Kind::Number) {
        auto *edit = new QLineEdit(parent);
        if (cell.kind == GridCell::Kind::Number)
            edit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        edit->setPlaceholderText(cell.placeholder);
        return edit;
    }
    auto *edit = new CompletionEdit(parent);
    edit->setSource([this, cell](const QString &text) { return m_model.choices(cell, text); });
    edit->setPlaceholderText(cell.placeholder);
    // Who opens a choice by the pointer sees what there is; who types has gone on already when this comes.
    if (cell.kind == GridCell::Kind::Choice)
        QMetaObject::invokeMethod(edit, &CompletionEdit::offer, Qt::QueuedConnection);
    return edit;
}

QString GridDelegate::hint(const QModelIndex &index) const
{
    const bool hinted = m_model.isEntryRow(index.row()) || !m_model.isEmptyRow(index.row());
    if (!hinted || !(index.flags() & Qt::ItemIsEditable) || !index.data(Qt::EditRole).toString().isEmpty())
        return {};
    return m_model.cell(index.row(), index.column()).placeholder;
}

} // namespace bincard
