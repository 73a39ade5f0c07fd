// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/grid/GridView.h"

#include "gui/Theme.h"
#include "gui/grid/GridDelegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>

#include <algorithm>
#include <numeric>

namespace bincard {

GridView::GridView(TextGridModel &model, QWidget *parent)
    : EntryView(model, new GridDelegate(model), parent)
    , m_model(model)
{
    connect(&model, &QAbstractItemModel::modelReset, this, &GridView::fitColumns);
    connect(&model, &TextGridModel::touched, this, qOverload<int, int>(&GridView::goTo));
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
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    fitRows();
}

void GridView::buildActions()
{
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
    addUndo(QStringLiteral("grid"), m_model.undoStack());
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

// --- moving -----------------------------------------------------------------------------------------------------------

int GridView::firstStop(int row) const
{
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (isStop(row, column))
            return column;
    }
    return 0;
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

void GridView::goOn(int key)
{
    if (!goNext() && key == Qt::Key_Tab)
        focusNextChild();
}

void GridView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model.columnCount() > 0)
        goTo(0, firstStop(0));
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

void GridView::fitRows()
{
    if (m_mostRows == 0)
        return;
    constexpr int worked = 2; ///< rows that stand in sight wherever one works
    const int height = heightOf(std::clamp(m_model.rowCount(), m_leastRows, m_mostRows));
    setMinimumHeight(heightOf(worked));
    setMaximumHeight(height);
    updateGeometry();
}

int GridView::heightOf(int rows) const
{
    return horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 2 * frameWidth();
}

QSize GridView::sizeHint() const
{
    const QSize size = EntryView::sizeHint();
    return m_mostRows == 0 ? size : QSize(size.width(), maximumHeight());
}

void GridView::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    fitRows(); // only now the fonts are those of the window
}

} // namespace bincard
