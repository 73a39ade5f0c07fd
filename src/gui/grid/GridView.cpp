// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/grid/GridView.h"

#include "gui/Icons.h"
#include "gui/Theme.h"
#include "gui/grid/GridDelegate.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <numeric>

namespace bincard {

GridView::GridView(TextGridModel &model, QWidget *parent) : QTableView(parent), m_model(model)
{
    setModel(&model);
    auto *delegate = new GridDelegate(model, this);
    setItemDelegate(delegate);
    connect(delegate, &GridDelegate::leftBy, this, &GridView::leaveBy);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setSelectionMode(ExtendedSelection);
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
    const auto resizeRows = [this] {
        verticalHeader()->setMinimumSectionSize(1);
        verticalHeader()->setDefaultSectionSize(Theme::instance().rowHeight());
        fitHeight();
    };
    connect(&Theme::instance(), &Theme::changed, this, resizeRows);
    resizeRows();

    const auto forgetWidths = [delegate] { delegate->forgetDecimals(); };
    connect(&model, &QAbstractItemModel::dataChanged, this, forgetWidths);
    const auto rowsChanged = [this, forgetWidths] {
        forgetWidths();
        fitHeight();
    };
    connect(&model, &QAbstractItemModel::rowsInserted, this, rowsChanged);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, rowsChanged);
    connect(&model, &QAbstractItemModel::modelReset, this, [this, rowsChanged] {
        rowsChanged();
        fitColumns();
    });
    connect(&model, &TextGridModel::touched, this, &GridView::goTo);
    buildActions();
}

void GridView::setColumnWidths(const QList<int> &characters, const QList<int> &shares)
{
    m_characters = characters;
    m_shares = shares;
    fitColumns();
}

void GridView::setHeightByRows(int least, int most)
{
    m_leastRows = least;
    m_mostRows = most;
    fitHeight();
}

QAction *GridView::add(const QString &name, const QString &iconName, const QString &text,
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

void GridView::buildActions()
{
    QUndoStack *undo = m_model.undoStack();
    add(QStringLiteral("grid.repeat"), QStringLiteral("copy"), tr("Repeat row"), {QKeySequence(Qt::CTRL | Qt::Key_D)},
        [this] {
            commitEditor();
            if (const int row = m_model.repeatRow(currentIndex().row()); row >= 0)
                goTo(row, currentIndex().column());
        });
    add(QStringLiteral("grid.remove"), QStringLiteral("trash"), tr("Remove rows"),
        {QKeySequence(Qt::CTRL | Qt::Key_Delete)}, [this] {
            commitEditor();
            const QList<int> rows = chosenRows();
            if (rows.isEmpty())
                return;
            m_model.removeRows(rows);
            const int row = std::min(rows.constFirst(), m_model.rowCount() - 1);
            goTo(row, firstStop(row));
        });
    const auto move = [this](int by) {
        commitEditor();
        if (m_model.moveRow(currentIndex().row(), by))
            goTo(currentIndex().row() + by, currentIndex().column());
    };
    add(QStringLiteral("grid.up"), QStringLiteral("chevron-up"), tr("Move row up"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Up)}, [move] { move(-1); });
    add(QStringLiteral("grid.down"), QStringLiteral("chevron-down"), tr("Move row down"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Down)}, [move] { move(1); });
    QAction *back = add(QStringLiteral("grid.undo"), QStringLiteral("undo"), tr("Undo"),
        QKeySequence::keyBindings(QKeySequence::Undo), [undo] { undo->undo(); });
    QAction *again = add(QStringLiteral("grid.redo"), QStringLiteral("redo"), tr("Redo"),
        {QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)}, [undo] { undo->redo(); });
    back->setEnabled(false);
    again->setEnabled(false);
    connect(undo, &QUndoStack::canUndoChanged, back, &QAction::setEnabled);
    connect(undo, &QUndoStack::canRedoChanged, again, &QAction::setEnabled);
    add(QStringLiteral("grid.copy"), QStringLiteral("copy"), tr("Copy rows"),
        QKeySequence::keyBindings(QKeySequence::Copy), [this] {
            const QList<int> rows = chosenRows();
            QGuiApplication::clipboard()->setText(m_model.copied(rows));
            emit told(tr("%n row(s) copied.", nullptr, static_cast<int>(rows.size())));
        });
    add(QStringLiteral("grid.paste"), QStringLiteral("attachment"), tr("Paste rows"),
        QKeySequence::keyBindings(QKeySequence::Paste), [this] {
            const int row = std::max(0, currentIndex().row());
            const int count =
                m_model.paste(row, std::max(0, currentIndex().column()), QGuiApplication::clipboard()->text());
            if (count > 0) {
                goTo(std::min(row + count, m_model.rowCount() - 1), std::max(0, currentIndex().column()));
                emit told(tr("%n row(s) pasted.", nullptr, count));
            }
        });
}

QList<int> GridView::chosenRows() const
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

void GridView::commitEditor()
{
    if (!isEditing())
        return;
    if (QWidget *editor = indexWidget(currentIndex())) {
        commitData(editor);
        closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
}

// --- moving -----------------------------------------------------------------------------------------------------------

bool GridView::isStop(int row, int column) const
{
    return !isColumnHidden(column) && m_model.index(row, column).flags().testFlag(Qt::ItemIsEditable);
}

int GridView::firstStop(int row) const
{
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (isStop(row, column))
            return column;
    }
    return 0;
}

void GridView::goTo(int row, int column)
{
    const QModelIndex index = m_model.index(row, column);
    setCurrentIndex(index);
    scrollTo(index);
}

bool GridView::goNext()
{
    const QModelIndex current = currentIndex();
    if (!current.isValid()) {
        goToEntryRow();
        return true;
    }
    if (m_model.isEntryRow(current.row()))
        return false;
    for (int row = current.row(), column = current.column() + 1; row < m_model.rowCount(); ++row, column = 0) {
        for (; column < m_model.columnCount(); ++column) {
            if (isStop(row, column)) {
                goTo(row, column);
                return true;
            }
        }
    }
    return false;
}

bool GridView::goPrevious()
{
    const QModelIndex current = currentIndex();
    const int last = m_model.columnCount() - 1;
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

void GridView::leaveBy(int key)
{
    setFocus();
    switch (key) {
    case Qt::Key_Backtab: (void)goPrevious(); break;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int row = currentIndex().row() + (key == Qt::Key_Up ? -1 : 1);
        goTo(std::clamp(row, 0, m_model.rowCount() - 1), currentIndex().column());
        break;
    }
    default:
        if (!goNext() && key == Qt::Key_Tab)
            focusNextChild();
    }
}

void GridView::keyPressEvent(QKeyEvent *event)
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
        if (m_model.flags(currentIndex()).testFlag(Qt::ItemIsEditable))
            m_model.setData(currentIndex(), QString());
        return;
    default: QTableView::keyPressEvent(event);
    }
}

void GridView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model.columnCount() > 0)
        goTo(0, firstStop(0));
}

void GridView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_actions);
    menu->popup(event->globalPos());
}

// --- sizes ------------------------------------------------------------------------------------------------------------

/// Every column gets what its text needs, the rest is shared out.
void GridView::fitColumns()
{
    const int columns = m_model.columnCount();
    if (columns == 0)
        return;
    const QFontMetrics metrics(Theme::withTabularFigures(font()));
    const QFontMetrics titles(horizontalHeader()->font());
    QList<int> widths, shares;
    for (int column = 0; column < columns; ++column) {
        int width = metrics.horizontalAdvance(QString(m_characters.value(column, 10), u'0')) + 2 * Theme::grid;
        width = std::max(width,
            titles.horizontalAdvance(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString())
                + 3 * Theme::grid);
        widths << width;
        shares << m_shares.value(column, 0);
    }
    int rest = viewport()->width() - std::accumulate(widths.begin(), widths.end(), 0);
    int left = std::accumulate(shares.begin(), shares.end(), 0);
    for (int column = 0; column < columns; ++column) {
        if (rest > 0 && left > 0) {
            const int more = rest * shares.at(column) / left;
            widths[column] += more;
            rest -= more;
            left -= shares.at(column);
        }
        setColumnWidth(column, widths.at(column));
    }
}

void GridView::fitHeight()
{
    if (m_mostRows == 0)
        return;
    const int rows = std::clamp(m_model.rowCount(), m_leastRows, m_mostRows);
    setFixedHeight(
        horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 2 * frameWidth());
}

void GridView::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    fitHeight(); // only now the fonts are those of the window
}

void GridView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

} // namespace bincard
