// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/documents/LinesView.h"

#include "gui/Icons.h"
#include "gui/Theme.h"
#include "gui/documents/LineDelegate.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace bincard {

LinesView::LinesView(DocumentLinesModel &model, QWidget *parent) : QTableView(parent), m_model(model)
{
    setObjectName(QStringLiteral("lines"));
    setModel(&model);
    auto *delegate = new LineDelegate(this);
    setItemDelegate(delegate);
    connect(delegate, &LineDelegate::leftBy, this, &LinesView::leaveBy);
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
    horizontalHeader()->setMinimumSectionSize(32);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const auto resizeRows = [this] { verticalHeader()->setDefaultSectionSize(Theme::instance().rowHeight()); };
    connect(&Theme::instance(), &Theme::changed, this, resizeRows);
    resizeRows();

    const auto forgetWidths = [delegate] { delegate->forgetDecimals(); };
    connect(&model, &QAbstractItemModel::dataChanged, this, forgetWidths);
    connect(&model, &QAbstractItemModel::rowsInserted, this, forgetWidths);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, forgetWidths);
    connect(&model, &QAbstractItemModel::modelReset, this, [this, delegate] {
        delegate->forgetDecimals();
        for (int column = 0; column < lineColumnCount; ++column)
            setColumnHidden(column, !m_model.hasColumn(static_cast<LineColumn>(column)));
        fitColumns();
        setCurrentIndex(m_model.index(0, 0));
    });
    connect(&model, &DocumentLinesModel::touched, this, &LinesView::goTo);
    buildActions();
    fitColumns();
}

QAction *LinesView::add(const QString &name, const QString &iconName, const QString &text,
    const QList<QKeySequence> &keys, std::function<void()> triggered)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, triggered);
    addAction(action);
    m_actions.append(action);
    return action;
}

void LinesView::buildActions()
{
    QUndoStack *undo = m_model.undoStack();
    add(QStringLiteral("lines.repeat"), QStringLiteral("copy"), tr("Repeat line"), {QKeySequence(tr("Ctrl+D"))},
        [this] {
            commitEditor();
            if (const int row = m_model.repeatLine(currentIndex().row()); row >= 0)
                goTo(row, LineColumn::Quantity);
        });
    add(QStringLiteral("lines.remove"), QStringLiteral("trash"), tr("Remove lines"),
        {QKeySequence(Qt::CTRL | Qt::Key_Delete)}, [this] {
            commitEditor();
            const QList<int> rows = chosenRows();
            if (rows.isEmpty())
                return;
            m_model.removeLines(rows);
            goTo(std::min(rows.constFirst(), m_model.rowCount() - 1), LineColumn::Item);
        });
    QAction *back = add(QStringLiteral("lines.undo"), QStringLiteral("undo"), tr("Undo"),
        QKeySequence::keyBindings(QKeySequence::Undo), [undo] { undo->undo(); });
    QAction *again = add(QStringLiteral("lines.redo"), QStringLiteral("redo"), tr("Redo"),
        {QKeySequence(tr("Ctrl+Y")), QKeySequence(tr("Ctrl+Shift+Z"))}, [undo] { undo->redo(); });
    back->setEnabled(false);
    again->setEnabled(false);
    connect(undo, &QUndoStack::canUndoChanged, back, &QAction::setEnabled);
    connect(undo, &QUndoStack::canRedoChanged, again, &QAction::setEnabled);
    connect(undo, &QUndoStack::undoTextChanged, back,
        [back](const QString &what) { back->setText(what.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(what)); });
    connect(undo, &QUndoStack::redoTextChanged, again,
        [again](const QString &what) { again->setText(what.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(what)); });
    add(QStringLiteral("lines.copy"), QStringLiteral("copy"), tr("Copy lines"),
        QKeySequence::keyBindings(QKeySequence::Copy), [this] {
            const QList<int> rows = chosenRows();
            QGuiApplication::clipboard()->setText(m_model.copied(rows));
            emit told(tr("%n line(s) copied.", nullptr, static_cast<int>(rows.size())));
        });
    add(QStringLiteral("lines.paste"), QStringLiteral("attachment"), tr("Paste lines"),
        QKeySequence::keyBindings(QKeySequence::Paste), [this] {
            const int row = std::max(0, currentIndex().row());
            const int count = m_model.paste(row, QGuiApplication::clipboard()->text());
            if (count > 0) {
                goTo(std::min(row + count, m_model.rowCount() - 1), LineColumn::Item);
                emit told(tr("%n line(s) pasted.", nullptr, count));
            }
        });
}

QList<int> LinesView::chosenRows() const
{
    QList<int> rows;
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    for (const QModelIndex &index : selected) {
        if (!rows.contains(index.row()) && !m_model.isEntryRow(index.row()))
            rows.append(index.row());
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void LinesView::commitEditor()
{
    if (!isEditing())
        return;
    if (QWidget *editor = indexWidget(currentIndex())) {
        commitData(editor);
        closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
}

// --- moving -----------------------------------------------------------------------------------------------------------

bool LinesView::isStop(int row, int column) const
{
    return !isColumnHidden(column) && m_model.index(row, column).flags().testFlag(Qt::ItemIsEditable)
        && !(static_cast<LineColumn>(column) == LineColumn::Amount); // an amount is typed only where one wants to
}

void LinesView::goTo(int row, LineColumn column)
{
    const QModelIndex index = m_model.index(row, static_cast<int>(column));
    setCurrentIndex(index);
    scrollTo(index);
}

void LinesView::goToEntryRow() { goTo(m_model.rowCount() - 1, LineColumn::Item); }

bool LinesView::goNext()
{
    const QModelIndex current = currentIndex();
    if (!current.isValid()) {
        goToEntryRow();
        return true;
    }
    if (m_model.isEntryRow(current.row()) && m_model.line(current.row()).isEmpty())
        return false;
    for (int column = current.column() + 1; column < lineColumnCount; ++column) {
        if (isStop(current.row(), column)) {
            goTo(current.row(), static_cast<LineColumn>(column));
            return true;
        }
    }
    goTo(std::min(current.row() + 1, m_model.rowCount() - 1), LineColumn::Item);
    return true;
}

bool LinesView::goPrevious()
{
    const QModelIndex current = currentIndex();
    for (int row = current.row(), column = current.column() - 1; row >= 0; --row, column = lineColumnCount - 1) {
        for (; column >= 0; --column) {
            if (isStop(row, column)) {
                goTo(row, static_cast<LineColumn>(column));
                return true;
            }
        }
    }
    return false;
}

void LinesView::leaveBy(int key)
{
    setFocus();
    switch (key) {
    case Qt::Key_Backtab: goPrevious(); break;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int row = currentIndex().row() + (key == Qt::Key_Up ? -1 : 1);
        goTo(std::clamp(row, 0, m_model.rowCount() - 1), static_cast<LineColumn>(currentIndex().column()));
        break;
    }
    default:
        // What means no item stays marked under the cursor; one goes on typing there.
        if (m_model.line(currentIndex().row()).typed.contains(static_cast<LineColumn>(currentIndex().column())))
            break;
        goNext();
    }
}

void LinesView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    if (!plain || isEditing()) {
        QTableView::keyPressEvent(event);
        return;
    }
    bool moved = true;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        moved = event->modifiers() & Qt::ShiftModifier ? goPrevious() : goNext();
        if (!moved)
            emit enteredNothing();
        return;
    case Qt::Key_Tab: event->setAccepted(goNext()); return;
    case Qt::Key_Backtab: event->setAccepted(goPrevious()); return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_model.flags(currentIndex()).testFlag(Qt::ItemIsEditable))
            m_model.setData(currentIndex(), QString());
        return;
    default: QTableView::keyPressEvent(event);
    }
}

void LinesView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid())
        goToEntryRow();
}

void LinesView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_actions);
    menu->popup(event->globalPos());
}

// --- widths -----------------------------------------------------------------------------------------------------------

/// Numbers get what nine digits need; the item takes the rest.
void LinesView::fitColumns()
{
    const QFontMetrics metrics(Theme::withTabularFigures(font()));
    const auto digits = [&metrics](
                            int count) { return metrics.horizontalAdvance(QString(count, u'0')) + 3 * Theme::grid; };
    int rest = viewport()->width();
    for (int column = 1; column < lineColumnCount; ++column) {
        if (isColumnHidden(column))
            continue;
        int width = 0;
        switch (static_cast<LineColumn>(column)) {
        case LineColumn::Unit: width = digits(4); break;
        case LineColumn::Discount: width = digits(7); break;
        case LineColumn::Amount: width = digits(12); break;
        default: width = digits(9);
        }
        setColumnWidth(column, width);
        rest -= width;
    }
    setColumnWidth(0, std::max(rest, digits(14)));
}

void LinesView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

} // namespace bincard
