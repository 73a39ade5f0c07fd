// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/RowsView.h"

#include <QHeaderView>
#include <QPainter>

namespace bincard {

int RowsView::columnsEnd() const { return horizontalHeader()->length() - horizontalHeader()->offset(); }

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
