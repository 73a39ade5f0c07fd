// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QFrame;

namespace bincard {

/// Lies over a table that is wider than its page: the columns that say whose figures these are stay where they are while
/// the others scroll. Shown as long as the table is scrolled sideways. It is looked at and clicked; the focus and the
/// keyboard remain with the table.
class LeadingColumns : public QTableView
{
    Q_OBJECT
public:
    explicit LeadingColumns(QTableView *table); ///< its model and its selection must be set

    /// In pixels from the left edge of the table's viewport; 0 as long as nothing is scrolled.
    [[nodiscard]] int coveredWidth() const;
    /// The columns that stay, in the order shown: those of texts before the first figure, in half the table at most.
    [[nodiscard]] QList<int> columns() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void connectHeaders();
    void arrange();

    QTableView *m_table;
    QFrame *m_edge;
};

} // namespace bincard
