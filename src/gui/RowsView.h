// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace bincard {

class LeadingColumns;

/// A table whose rows reach to its right edge, also where its columns end before: the eye follows them in one line.
class RowsView : public QTableView
{
    Q_OBJECT
public:
    using QTableView::QTableView;

    /// The columns that say whose figures these are stay while the others scroll. Once, when the model is set.
    void keepLeadingColumns();
    [[nodiscard]] const LeadingColumns *leadingColumns() const { return m_leading; } ///< null unless kept
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    [[nodiscard]] int columnsEnd() const; ///< in the viewport

    LeadingColumns *m_leading = nullptr;
};

} // namespace bincard
