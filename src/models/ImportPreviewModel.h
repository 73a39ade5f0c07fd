// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QMap>
#include <QStringList>

#include <utility>

namespace bincard {

/// The first rows of a flat file as they are read, under the names of its columns. A column that is taken says as what.
class ImportPreviewModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// `meanings`: by column, what it is taken as; empty for a column that is not.
    void set(const QStringList &header, const QList<QStringList> &rows, const QStringList &meanings);
    void setMeanings(const QStringList &meanings);
    /// What is wrong with cells, by row and column; with the column -1 it concerns the row and stands at its first cell.
    void setProblems(const QMap<std::pair<int, int>, QString> &problems);
    void clear() { set({}, {}, {}); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QStringList m_header, m_meanings;
    QList<QStringList> m_rows;
    QMap<std::pair<int, int>, QString> m_problems;
};

} // namespace bincard
