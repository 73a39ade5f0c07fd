// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QStackedLayout;

namespace bincard {

class AppContext;
class BusyLine;
class CellDelegate;
class RowsView;
class TableProxy;
class TableState;
class TotalsRow;

/// The big table of a page, by screens.md: sortable by role::Sort, numbers right-aligned in tabular figures, negative
/// ones red and with a minus, column chooser (context menu of the header), remembered widths, Ctrl+C as tab-separated
/// text, context menu of the page's actions, a totals row that does not scroll, the sum of the selection told to the
/// status bar, and an empty state in two lines with the next step. Selection and scroll survive a reset of the model.
class DataTable : public QWidget
{
    Q_OBJECT
public:
    /// `settingsKey` names the table in the remembered state, e.g. "balances".
    DataTable(AppContext &context, const QString &settingsKey, QWidget *parent = nullptr);
    ~DataTable() override;

    void setModel(QAbstractItemModel *model); ///< sorted and filtered through a proxy of its own
    [[nodiscard]] QTableView *view() const;
    [[nodiscard]] QSortFilterProxyModel *proxy() const;
    /// Filters as you type, over the display text of all columns; every word must occur.
    void setFilterText(const QString &text);
    /// Connects a filter field: typing filters, Esc clears it, Down and Enter go to the table, and the text shown when
    /// nothing matches offers to clear it.
    void setFilterEdit(QLineEdit *edit);
    /// Texts of the totals row by source column; empty list hides it.
    void setTotals(const QStringList &texts);
    [[nodiscard]] QStringList totals() const;
    /// Shown instead of the table while the model has no rows. The link's "href" is sent by emptyLink().
    void setEmptyText(const QString &title, const QString &richText);
    void setBusy(bool busy); ///< a thin moving line at the top; the old rows stay
    /// Row of the source model, or -1.
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] QList<int> selectedRows() const;
    void selectKey(const QVariant &key); ///< role::Key; waits for the key if the rows come later
    /// A delegate with editors of its own must derive from CellDelegate.
    void setDelegate(CellDelegate *delegate);
    /// Id of the column that takes the room left over at the right; otherwise a column of names, or the widest text.
    void setStretchColumn(const QString &columnId);
    /// Ids of columns that may go where there is no room, the first to go first; they stay in the header's menu.
    void setSpareColumns(const QStringList &columnIds);
    void setColumnShown(int column, bool shown); ///< TableState::setShown()
    /// Where the table is wider than its page, the columns before the first figure stay while the others scroll.
    void keepLeadingColumns();
    void refitUnlessChosen(); ///< longer texts have come: TableState::refitUnlessChosen()
    void refit();             ///< the model has other columns now: TableState::refit()
    void copySelection() const;

signals:
    void activated(int sourceRow); ///< Enter, F2 (where the cell cannot be edited) or double click
    void currentChanged(int sourceRow);
    void emptyLink(const QString &href);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void rowsChanged();
    void tellSelection() const;
    void keepPlace();
    void restorePlace();
    [[nodiscard]] bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] int sourceRow(const QModelIndex &proxyIndex) const;

    AppContext &m_context;
    RowsView *m_view = nullptr;
    TableProxy *m_proxy = nullptr;
    TableState *m_state = nullptr;
    CellDelegate *m_delegate = nullptr;
    BusyLine *m_busy = nullptr;
    TotalsRow *m_totals = nullptr;
    QStackedLayout *m_stack = nullptr;
    QLabel *m_empty = nullptr;
    QLineEdit *m_filterEdit = nullptr;
    QString m_emptyTitle, m_emptyText;
    QVariant m_wantedKey; ///< to be current as soon as its row is there
    int m_wantedColumn = 0, m_wantedScroll = -1;
};

} // namespace bincard
