// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ReportTree.h"
#include "models/ValueTableModel.h"

namespace bincard {

namespace role {
/// Of ReportModel only, beside the common ones.
enum : int {
    Depth = Qt::UserRole + 101, ///< of the grouping, 0 at the top
    Section,                    ///< bool: a line with subtotals, which can be folded
    Folded,                     ///< bool: what stands below it is not shown
};
} // namespace role

/// A grouped report as a flat table: sections with subtotals before the rows that they sum, folded and unfolded in place.
/// It sorts itself, so that sections keep together and before their rows in either direction; a proxy over it must not
/// sort. GUI thread.
class ReportModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    struct Column
    {
        QString id; ///< stable, for remembered widths and chosen columns
        QString title;
        std::function<QString(const ReportNode &)> text;
        std::function<QVariant(const ReportNode &)> sort = {};  ///< QString, qlonglong or Decimal; default: the text
        std::function<QVariant(const ReportNode &)> units = {}; ///< Decimal: a number column
        QString toolTip = {};
        bool dimmed = false;
        std::function<QString(const ReportNode &)> problem = {};
    };

    explicit ReportModel(QList<Column> columns, QObject *parent = nullptr);

    /// Takes nodes as reportTree() makes them. Keys that were folded stay folded.
    void set(QList<ReportNode> nodes);
    [[nodiscard]] const QList<ReportNode> &nodes() const { return m_nodes; }
    [[nodiscard]] const ReportNode &node(int row) const { return m_nodes.at(m_visible.at(row)); }
    void setTitle(int column, const QString &title);

    void sort(int column, Qt::SortOrder order) override; ///< -1: as the service ordered them
    [[nodiscard]] bool isFolded(int row) const { return m_folded.contains(node(row).key); }
    void setFolded(int row, bool folded);
    void setAllFolded(bool folded);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QList<int> visibleNodes() const;
    [[nodiscard]] QList<int> sorted(QList<int> siblings) const;
    [[nodiscard]] QVariant sortValue(const ReportNode &node) const;

    QList<Column> m_columns;
    QList<ReportNode> m_nodes;
    QList<int> m_visible; ///< row -> node
    QSet<QString> m_folded;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace bincard
