// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/grid/EntryDelegate.h"

#include "gui/CompletionEdit.h"
#include "gui/Theme.h"
#include "models/ValueTableModel.h"

#include <QKeyEvent>
#include <QPainter>

namespace bincard {

void EntryDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = qobject_cast<QLineEdit *>(editor);
    // The model tells about figures that arrive while one types; what is being typed stays.
    if (edit && !edit->isModified())
        edit->setText(index.data(Qt::EditRole).toString());
}

void EntryDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (auto *edit = qobject_cast<QLineEdit *>(editor)) {
        model->setData(index, edit->text(), Qt::EditRole);
        edit->setModified(false);
    }
}

void EntryDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    editor->setGeometry(option.rect);
}

void EntryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &colors = Theme::instance().colors();
    if (!index.data(role::Problem).toString().isEmpty()) {
        QColor tint = colors.negative;
        tint.setAlphaF(0.10F);
        painter->fillRect(option.rect, tint);
    }
    CellDelegate::paint(painter, option, index);
    const QString text = hint(index);
    if (text.isEmpty())
        return;
    painter->save();
    painter->setPen(colors.dim);
    const QVariant aligned = index.data(Qt::TextAlignmentRole);
    const int alignment = aligned.isValid() ? aligned.toInt() : static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    const QRect room = option.rect.adjusted(Theme::grid, 0, -Theme::grid, 0);
    painter->drawText(room, alignment, painter->fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
    painter->restore();
}

bool EntryDelegate::eventFilter(QObject *watched, QEvent *event)
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
