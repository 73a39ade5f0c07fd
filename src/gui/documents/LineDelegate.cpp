// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/documents/LineDelegate.h"

#include "gui/CompletionEdit.h"
#include "gui/Theme.h"
#include "models/DocumentLinesModel.h"
#include "models/ValueTableModel.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QPainter>

namespace bincard {

namespace {

constexpr int mostChoices = 50;

} // namespace

LineDelegate::LineDelegate(QAbstractItemView *view) : CellDelegate(view) {}

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

void LineDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = qobject_cast<QLineEdit *>(editor);
    // The model tells about figures that arrive while one types; what is being typed stays.
    if (edit && !edit->isModified())
        edit->setText(index.data(Qt::EditRole).toString());
}

void LineDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (auto *edit = qobject_cast<QLineEdit *>(editor)) {
        model->setData(index, edit->text(), Qt::EditRole);
        edit->setModified(false);
    }
}

void LineDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    editor->setGeometry(option.rect);
}

void LineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &colors = Theme::instance().colors();
    if (!index.data(role::Problem).toString().isEmpty()) {
        QColor tint = colors.negative;
        tint.setAlphaF(0.10F);
        painter->fillRect(option.rect, tint);
    }
    CellDelegate::paint(painter, option, index);
    const auto *model = qobject_cast<const DocumentLinesModel *>(index.model());
    if (index.column() != static_cast<int>(LineColumn::Item) || !model || !model->isEntryRow(index.row()))
        return;
    painter->save();
    painter->setPen(colors.dim);
    painter->drawText(option.rect.adjusted(Theme::grid / 2, 0, -Theme::grid, 0),
        static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), tr("Type SKU, name or barcode"));
    painter->restore();
}

bool LineDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *editor = qobject_cast<QLineEdit *>(watched);
    if (!editor || event->type() != QEvent::KeyPress)
        return CellDelegate::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    auto *completion = qobject_cast<CompletionEdit *>(editor);
    const bool listShown = completion && completion->isListShown();
    int key = press->key();
    switch (key) {
    case Qt::Key_Escape:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (listShown || (press->modifiers() & Qt::AltModifier))
            return false; // the list's
        break;
    default: break;
    }
    switch (key) {
    case Qt::Key_Enter: key = Qt::Key_Return; [[fallthrough]];
    case Qt::Key_Return:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        if (press->modifiers() & Qt::ControlModifier)
            return false;
        if (completion)
            completion->acceptMarked();
        break;
    case Qt::Key_Up:
    case Qt::Key_Down: break;
    default: return CellDelegate::eventFilter(watched, event);
    }
    emit commitData(editor);
    emit closeEditor(editor, QAbstractItemDelegate::NoHint);
    emit leftBy(key);
    return true;
}

} // namespace bincard
