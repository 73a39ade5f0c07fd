// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ReportModel.h"

#include <QFont>

#include <algorithm>

namespace bincard {

namespace {

int compare(const QVariant &a, const QVariant &b)
{
    if (a.userType() == qMetaTypeId<Decimal>() && b.userType() == a.userType()) {
        const auto order = a.value<Decimal>() <=> b.value<Decimal>();
        return order < 0 ? -1 : order > 0 ? 1 : 0;
    }
    if (a.isValid() != b.isValid())
        return a.isValid() ? 1 : -1;
    return QString::localeAwareCompare(a.toString(), b.toString());
}

} // namespace

ReportModel::ReportModel(QList<Column> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{}

void ReportModel::set(QList<ReportNode> nodes)
{
    const bool same = std::equal(nodes.cbegin(), nodes.cend(), m_nodes.cbegin(), m_nodes.cend(),
        [](const ReportNode &a, const ReportNode &b) { return a.key == b.key && a.children == b.children; });
    if (same && !nodes.isEmpty()) {
        // The same lines with new figures: selection and scroll position survive.
        m_nodes = std::move(nodes);
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        if (m_sortColumn >= 0)
            sort(m_sortColumn, m_sortOrder);
        return;
    }
    beginResetModel();
    m_nodes = std::move(nodes);
    m_visible = visibleNodes();
    endResetModel();
}

void ReportModel::setTitle(int column, const QString &title)
{
    if (m_columns.at(column).title == title)
        return;
    m_columns[column].title = title;
    emit headerDataChanged(Qt::Horizontal, column, column);
}

void ReportModel::sort(int column, Qt::SortOrder order)
{
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    m_sortColumn = column;
    m_sortOrder = order;
    const QList<int> before = std::exchange(m_visible, visibleNodes());
    QHash<int, int> rowOfNode;
    for (int row = 0; row < m_visible.size(); ++row)
        rowOfNode.insert(m_visible.at(row), row);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    for (const QModelIndex &index : from)
        to.append(createIndex(rowOfNode.value(before.at(index.row())), index.column()));
    changePersistentIndexList(from, to);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void ReportModel::setFolded(int row, bool folded)
{
    const int section = m_visible.at(row);
    const ReportNode &node = m_nodes.at(section);
    if (node.isLeaf() || folded == m_folded.contains(node.key))
        return;
    // Rows below the section are the run of deeper nodes right after it.
    if (folded) {
        int last = row;
        while (last + 1 < m_visible.size() && m_nodes.at(m_visible.at(last + 1)).depth > node.depth)
            ++last;
        beginRemoveRows({}, row + 1, last);
        m_folded.insert(node.key);
        m_visible = visibleNodes();
        endRemoveRows();
    } else {
        m_folded.remove(node.key);
        const QList<int> visible = visibleNodes();
        const auto added = static_cast<int>(visible.size() - m_visible.size());
        beginInsertRows({}, row + 1, row + added);
        m_visible = visible;
        endInsertRows();
    }
    emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void ReportModel::setAllFolded(bool folded)
{
    beginResetModel();
    m_folded.clear();
    for (const ReportNode &node : std::as_const(m_nodes)) {
        if (folded && !node.isLeaf())
            m_folded.insert(node.key);
    }
    m_visible = visibleNodes();
    endResetModel();
}

int ReportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_visible.size());
}

int ReportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const Column &column = m_columns.at(section);
    switch (role) {
    case Qt::DisplayRole: return column.title;
    case role::Key: return column.id;
    case Qt::ToolTipRole: return column.toolTip.isEmpty() ? QVariant() : column.toolTip;
    case Qt::TextAlignmentRole:
        return QVariant(static_cast<int>((column.units ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    default: return {};
    }
}

QVariant ReportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Column &column = m_columns.at(index.column());
    const int number = m_visible.at(index.row());
    const ReportNode &node = m_nodes.at(number);
    switch (role) {
    case Qt::DisplayRole: return column.text(node);
    case Qt::TextAlignmentRole:
        return QVariant(static_cast<int>((column.units ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::FontRole:
        if (!node.isLeaf()) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    case Qt::ToolTipRole:
    case role::Problem: return column.problem ? QVariant(column.problem(node)) : QVariant();
    // A section's sums are left out of the sum of a selection, or they would count twice.
    case role::Units: return column.units && node.isLeaf() ? column.units(node) : QVariant();
    case role::Key: return node.key;
    case role::Depth: return node.depth;
    case role::Section: return !node.isLeaf();
    case role::Folded: return m_folded.contains(node.key);
    case role::Dimmed: {
        // Zeros step back, so that the figures that say something stand out.
        const QVariant figure = column.units ? column.units(node) : QVariant();
        return column.dimmed || (figure.isValid() && figure.value<Decimal>().isZero());
    }
    default: return {};
    }
}

QList<int> ReportModel::visibleNodes() const
{
    // Depth first, so that what is below a section follows it.
    QList<int> top;
    for (int i = 0; i < m_nodes.size(); ++i) {
        if (m_nodes.at(i).parent < 0)
            top.append(i);
    }
    QList<int> visible, pending = sorted(top);
    std::reverse(pending.begin(), pending.end());
    while (!pending.isEmpty()) {
        const int number = pending.takeLast();
        visible.append(number);
        const ReportNode &node = m_nodes.at(number);
        if (m_folded.contains(node.key))
            continue;
        const QList<int> children = sorted(node.children);
        for (auto child = children.crbegin(); child != children.crend(); ++child)
            pending.append(*child);
    }
    return visible;
}

QList<int> ReportModel::sorted(QList<int> siblings) const
{
    if (m_sortColumn < 0 || siblings.size() < 2)
        return siblings;
    QList<std::pair<QVariant, int>> keyed;
    keyed.reserve(siblings.size());
    for (const int number : std::as_const(siblings))
        keyed.append({sortValue(m_nodes.at(number)), number});
    std::stable_sort(keyed.begin(), keyed.end(), [this](const auto &a, const auto &b) {
        const int order = compare(a.first, b.first);
        return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
    });
    for (qsizetype i = 0; i < siblings.size(); ++i)
        siblings[i] = keyed.at(i).second;
    return siblings;
}

QVariant ReportModel::sortValue(const ReportNode &node) const
{
    const Column &column = m_columns.at(m_sortColumn);
    if (column.sort)
        return column.sort(node);
    return column.units ? column.units(node) : QVariant(column.text(node));
}

} // namespace bincard
