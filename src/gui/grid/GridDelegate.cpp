// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/grid/GridDelegate.h"

#include "gui/CompletionEdit.h"
#include "gui/Theme.h"
#include "models/TextGridModel.h"
#include "models/ValueTableModel.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QPainter>

namespace bincard {

GridDelegate::GridDelegate(TextGridModel &model, QAbstractItemView *view) : CellDelegate(view), m_model(model) {}

QWidget *GridDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    const GridCell cell = m_model.cell(index.row(), index.column());
    if (cell.kind == GridCell::Kind::Text || cell.kind == GridCell::Kind::Number) {
        auto *edit = new QLineEdit(parent);
        edit->setFrame(false);
        if (cell.kind == GridCell::Kind::Number)
            edit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        edit->setPlaceholderText(cell.placeholder);
        return edit;
    }
    auto *edit = new CompletionEdit(parent);
    edit->setFrame(false);
    edit->setSource([this, cell](const QString &text) { return m_model.choices(cell, text); });
    edit->setPlaceholderText(cell.placeholder);
    // Who opens a choice by the pointer sees what there is; who types has gone on already when this comes.
    if (cell.kind == GridCell::Kind::Choice)
        QMetaObject::invokeMethod(edit, &CompletionEdit::offer, Qt::QueuedConnection);
    return edit;
}

void GridDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = qobject_cast<QLineEdit *>(editor);
    if (edit && !edit->isModified())
        edit->setText(index.data(Qt::EditRole).toString());
}

void GridDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (auto *edit = qobject_cast<QLineEdit *>(editor)) {
        model->setData(index, edit->text(), Qt::EditRole);
        edit->setModified(false);
    }
}

void GridDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    editor->setGeometry(option.rect);
}

void GridDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &colors = Theme::instance().colors();
    if (!index.data(role::Problem).toString().isEmpty()) {
        QColor tint = colors.negative;
        tint.setAlphaF(0.10F);
        painter->fillRect(option.rect, tint);
    }
    CellDelegate::paint(painter, option, index);
    const QString placeholder = m_model.cell(index.row(), index.column()).placeholder;
    const bool hinted = m_model.isEntryRow(index.row()) || !m_model.isEmptyRow(index.row());
    if (placeholder.isEmpty() || !hinted || !(index.flags() & Qt::ItemIsEditable)
        || !index.data(Qt::EditRole).toString().isEmpty())
        return;
    painter->save();
    painter->setPen(colors.dim);
    const int alignment = index.data(Qt::TextAlignmentRole).toInt();
    const QRect room = option.rect.adjusted(Theme::grid / 2, 0, -Theme::grid / 2, 0);
    painter->drawText(room, alignment, painter->fontMetrics().elidedText(placeholder, Qt::ElideRight, room.width()));
    painter->restore();
}

bool GridDelegate::eventFilter(QObject *watched, QEvent *event)
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
