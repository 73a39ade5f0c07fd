// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/documents/LineDelegate.h"

#include "gui/CompletionEdit.h"
#include "models/DocumentLinesModel.h"

namespace bincard {

namespace {

constexpr int mostChoices = 50;

} // namespace

QWidget *LineDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    if (static_cast<LineColumn>(index.column()) != LineColumn::Item) {
        auto *edit = new QLineEdit(parent);
        edit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        return edit;
    }
    auto *edit = new CompletionEdit(parent);
    const auto *model = qobject_cast<const DocumentLinesModel *>(index.model());
    edit->setSource([model](const QString &text) { return model->catalog().matchItems(text, mostChoices); });
    edit->setPlaceholderText(tr("Type SKU, name or barcode"));
    return edit;
}

QString LineDelegate::hint(const QModelIndex &index) const
{
    const auto *model = qobject_cast<const DocumentLinesModel *>(index.model());
    const bool asked = index.column() == static_cast<int>(LineColumn::Item) && model && model->isEntryRow(index.row());
    return asked ? tr("Type SKU, name or barcode") : QString();
}

} // namespace bincard
