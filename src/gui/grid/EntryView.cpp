// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/grid/EntryView.h"

#include "gui/Actions.h"
#include "gui/Theme.h"
#include "gui/grid/EntryDelegate.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QUndoStack>

#include <algorithm>

namespace bincard {

EntryView::EntryView(QAbstractItemModel &model, EntryDelegate *delegate, QWidget *parent) : QTableView(parent)
{
    setModel(&model);
    delegate->setParent(this);
    setItemDelegate(delegate);
    connect(delegate, &EntryDelegate::leftBy, this, &EntryView::leaveBy);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setSelectionMode(ExtendedSelection);
    setTabKeyNavigation(true);
    setShowGrid(true);
    setAlternatingRowColors(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(false);
    horizontalHeader()->setMinimumSectionSize(4 * Theme::grid);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(Theme::instance().rowHeight());
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        verticalHeader()->setDefaultSectionSize(Theme::instance().rowHeight());
        fitRows();
    });

    const auto forgetWidths = [delegate] { delegate->forgetDecimals(); };
    connect(&model, &QAbstractItemModel::dataChanged, this, forgetWidths);
    const auto rowsChanged = [this, forgetWidths] {
        forgetWidths();
        fitRows();
    };
    connect(&model, &QAbstractItemModel::rowsInserted, this, rowsChanged);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, rowsChanged);
    connect(&model, &QAbstractItemModel::modelReset, this, rowsChanged);
}

QAction *EntryView::add(const QString &name, const QString &iconName, const QString &text,
    const QList<QKeySequence> &keys, std::function<void()> triggered)
{
    QAction *action = newAction(this, name, iconName, text, keys, std::move(triggered));
    m_actions.append(action);
    return action;
}

void EntryView::addUndo(const QString &prefix, QUndoStack *undo)
{
    QAction *back = add(prefix + QStringLiteral(".undo"), QStringLiteral("undo"), tr("Undo"),
        QKeySequence::keyBindings(QKeySequence::Undo), [undo] { undo->undo(); });
    QAction *again = add(prefix + QStringLiteral(".redo"), QStringLiteral("redo"), tr("Redo"),
        {QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)}, [undo] { undo->redo(); });
    back->setEnabled(false);
    again->setEnabled(false);
    connect(undo, &QUndoStack::canUndoChanged, back, &QAction::setEnabled);
    connect(undo, &QUndoStack::canRedoChanged, again, &QAction::setEnabled);
    connect(undo, &QUndoStack::undoTextChanged, back,
        [back](const QString &what) { back->setText(what.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(what)); });
    connect(undo, &QUndoStack::redoTextChanged, again,
        [again](const QString &what) { again->setText(what.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(what)); });
}

QList<int> EntryView::chosenRows() const
{
    QList<int> rows;
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    for (const QModelIndex &index : selected) {
        if (!rows.contains(index.row()) && !isEntryRow(index.row()))
            rows.append(index.row());
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void EntryView::commitEditor()
{
    if (!isEditing())
        return;
    if (QWidget *editor = indexWidget(currentIndex())) {
        commitData(editor);
        closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
}

bool EntryView::isStop(int row, int column) const
{
    return !isColumnHidden(column) && model()->index(row, column).flags().testFlag(Qt::ItemIsEditable);
}

void EntryView::goTo(int row, int column)
{
    const QModelIndex index = model()->index(row, column);
    // By itself this would toggle and extend, when a shortcut such as Ctrl+Enter led here and its keys are still down.
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

bool EntryView::goPrevious()
{
    const QModelIndex current = currentIndex();
    const int last = model()->columnCount() - 1;
    for (int row = current.row(), column = current.column() - 1; row >= 0; --row, column = last) {
        for (; column >= 0; --column) {
            if (isStop(row, column)) {
                goTo(row, column);
                return true;
            }
        }
    }
    return false;
}

void EntryView::leaveBy(int key)
{
    setFocus();
    switch (key) {
    case Qt::Key_Backtab: (void)goPrevious(); break;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int row = currentIndex().row() + (key == Qt::Key_Up ? -1 : 1);
        goTo(std::clamp(row, 0, model()->rowCount() - 1), currentIndex().column());
        break;
    }
    default: goOn(key);
    }
}

void EntryView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    if (!plain || isEditing()) {
        QTableView::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!(event->modifiers() & Qt::ShiftModifier ? goPrevious() : goNext()))
            emit enteredNothing();
        return;
    // What is not accepted goes on to the next widget (QAbstractItemView::focusNextPrevChild).
    case Qt::Key_Tab: event->setAccepted(goNext()); return;
    case Qt::Key_Backtab: event->setAccepted(goPrevious()); return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (model()->flags(currentIndex()).testFlag(Qt::ItemIsEditable))
            model()->setData(currentIndex(), QString());
        return;
    default: QTableView::keyPressEvent(event);
    }
}

void EntryView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_actions);
    menu->popup(event->globalPos());
}

void EntryView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

} // namespace bincard
