// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/RowsView.h"

#include "gui/LeadingColumns.h"

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>

namespace bincard {

int RowsView::columnsEnd() const { return horizontalHeader()->length() - horizontalHeader()->offset(); }

void RowsView::keepLeadingColumns() { m_leading = new LeadingColumns(this); }

void RowsView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QTableView::scrollTo(index, hint);
    if (!m_leading || m_leading->columns().contains(index.column()))
        return;
    // What the columns that stay cover is not seen.
    if (const int hidden = m_leading->coveredWidth() - columnViewportPosition(index.column()); hidden > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
}

void RowsView::paintEvent(QPaintEvent *event)
{
    const int left = columnsEnd(), right = viewport()->width();
    const int first = rowAt(0);
    if (left < right && first >= 0 && selectionModel()) {
        QPainter painter(viewport());
        const int last = rowAt(viewport()->height() - 1);
        for (int row = first; row < (last < 0 ? model()->rowCount() : last + 1); ++row) {
            const QRect rest(left, rowViewportPosition(row), right - left, rowHeight(row));
            if (selectionBehavior() == SelectRows && selectionModel()->isRowSelected(row))
                painter.fillRect(rest, palette().highlight());
            else if (alternatingRowColors() && row % 2 == 1)
                painter.fillRect(rest, palette().alternateBase());
        }
    }
    QTableView::paintEvent(event);
}

void RowsView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (columnsEnd() < viewport()->width())
        viewport()->update(); // the base class repaints cells alone
}

} // namespace bincard
