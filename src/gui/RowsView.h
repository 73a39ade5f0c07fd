// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace bincard {

/// A table whose rows reach to its right edge, also where its columns end before: the eye follows them in one line.
class RowsView : public QTableView
{
    Q_OBJECT
public:
    using QTableView::QTableView;

protected:
    void paintEvent(QPaintEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    [[nodiscard]] int columnsEnd() const; ///< in the viewport
};

} // namespace bincard
