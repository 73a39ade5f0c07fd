// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QSortFilterProxyModel;
class QStackedLayout;

namespace bincard {

class AppContext;

/// The big table of a page, by screens.md: sortable by role::Sort, numbers right-aligned in tabular figures, negative
/// ones red and with a minus, column chooser (context menu of the header), remembered widths, Ctrl+C as tab-separated
/// text, context menu of the page's actions, a totals row that does not scroll, the sum of the selection told to the
/// status bar, and an empty state in two lines with the next step.
class DataTable : public QWidget
{
    Q_OBJECT
public:
    /// `settingsKey` names the table in the remembered state, e.g. "balances".
    DataTable(AppContext &context, const QString &settingsKey, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model); ///< sorted and filtered through a proxy of its own
    [[nodiscard]] QTableView *view() const { return m_view; }
    [[nodiscard]] QSortFilterProxyModel *proxy() const { return m_proxy; }
    /// Filters as you type, over the display text of all columns; every word must occur.
    void setFilterText(const QString &text);
    /// Texts of the totals row by source column; empty list hides it.
    void setTotals(const QStringList &texts);
    /// Shown instead of the table while the model has no rows. The link's "href" is sent by emptyLink().
    void setEmptyText(const QString &title, const QString &richText);
    void setBusy(bool busy); ///< a thin moving line at the top; the old rows stay
    /// Row of the source model, or -1.
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] QList<int> selectedRows() const;
    void selectKey(const QVariant &key); ///< role::Key

signals:
    void activated(int sourceRow);    ///< Enter, F2 or double click
    void currentChanged(int sourceRow);
    void emptyLink(const QString &href);

private:
    AppContext &m_context;
    QString m_settingsKey;
    QTableView *m_view = nullptr;
    QSortFilterProxyModel *m_proxy = nullptr;
    QStackedLayout *m_stack = nullptr;
    QLabel *m_empty = nullptr;
};

} // namespace bincard
