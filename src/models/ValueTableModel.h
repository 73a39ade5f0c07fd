// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <functional>

namespace bincard {

/// Roles beside Qt's, the same in all our table models.
namespace role {
enum : int {
    Sort = Qt::UserRole + 1, ///< what to sort by (exact: decimals as rescaled qlonglong)
    Units,                   ///< number cells: Decimal as QVariant, for the sum of a selection
    Problem,                 ///< text of what is wrong with the cell; empty if nothing is
    Key,     ///< what identifies the row, stable over a reset (code, uuid, id); of a header: the column's id
    Lit,     ///< the cell changed a moment ago: how much of it is still to be seen, from 1 down to 0
    Unsaved, ///< the cell was edited and is not saved yet
    Dimmed,  ///< bool: less important than its neighbours (units; rows that are inactive or cancelled)
    Change,  ///< a mark beside a cell that is lit, since a colour alone says nothing: up, down, new
    Plain,   ///< text for a file, where the locale's words are not for it: moments in ISO form
};
}

/// A read-only table over a list of values. A column is described once: title, how a row becomes text, what it sorts
/// by. set() keeps rows with equal keys in place (dataChanged instead of a reset), so that selection and scroll
/// survive.
template <typename Row>
class ValueTableModel : public QAbstractTableModel
{
public:
    struct Column
    {
        QString id;    ///< stable, for remembered widths and chosen columns
        QString title; ///< translated
        std::function<QString(const Row &)> text;
        std::function<QVariant(const Row &)> sort = {};  ///< default: the text
        std::function<QVariant(const Row &)> units = {}; ///< Decimal; makes it a number column (right-aligned)
        QString toolTip = {};
        std::function<QString(const Row &)> problem = {};
    };

    explicit ValueTableModel(QList<Column> columns, std::function<QVariant(const Row &)> key, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_columns(std::move(columns))
        , m_key(std::move(key))
    {}

    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] const Row &row(int index) const { return m_rows.at(index); }
    [[nodiscard]] const QList<Column> &columns() const { return m_columns; }

    void set(QList<Row> rows)
    {
        bool same = rows.size() == m_rows.size();
        for (qsizetype i = 0; same && i < rows.size(); ++i)
            same = m_key(rows.at(i)) == m_key(m_rows.at(i));
        if (same && !rows.isEmpty()) {
            m_rows = std::move(rows);
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
            return;
        }
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    void append(QList<Row> rows)
    {
        if (rows.isEmpty())
            return;
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
        m_rows += std::move(rows);
        endInsertRows();
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
            return {};
        const Column &column = m_columns.at(section);
        if (role == Qt::DisplayRole)
            return column.title;
        if (role == Qt::ToolTipRole && !column.toolTip.isEmpty())
            return column.toolTip;
        if (role == Qt::TextAlignmentRole)
            return alignment(column);
        if (role == role::Key)
            return column.id;
        return {};
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Column &column = m_columns.at(index.column());
        const Row &row = m_rows.at(index.row());
        switch (role) {
        case Qt::DisplayRole: return column.text(row);
        case Qt::TextAlignmentRole: return alignment(column);
        case role::Sort: return column.sort ? column.sort(row) : QVariant(column.text(row));
        case role::Units: return column.units ? column.units(row) : QVariant();
        case role::Problem: return column.problem ? column.problem(row) : QString();
        case role::Key: return m_key(row);
        case Qt::ToolTipRole: return column.problem ? QVariant(column.problem(row)) : QVariant();
        default: return {};
        }
    }

private:
    static QVariant alignment(const Column &column)
    {
        return QVariant(static_cast<int>((column.units ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }

    QList<Column> m_columns;
    std::function<QVariant(const Row &)> m_key;
    QList<Row> m_rows;
};

} // namespace bincard
