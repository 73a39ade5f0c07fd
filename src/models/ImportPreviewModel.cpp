// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ImportPreviewModel.h"

#include "models/ValueTableModel.h"

namespace bincard {

void ImportPreviewModel::set(const QStringList &header, const QList<QStringList> &rows, const QStringList &meanings)
{
    beginResetModel();
    m_header = header;
    m_rows = rows;
    m_meanings = meanings;
    m_problems.clear();
    endResetModel();
}

void ImportPreviewModel::setProblems(const QMap<std::pair<int, int>, QString> &problems)
{
    m_problems = problems;
    if (!m_rows.isEmpty() && !m_header.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void ImportPreviewModel::setMeanings(const QStringList &meanings)
{
    m_meanings = meanings;
    if (!m_header.isEmpty())
        emit headerDataChanged(Qt::Horizontal, 0, static_cast<int>(m_header.size()) - 1);
}

int ImportPreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ImportPreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_header.size());
}

QVariant ImportPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_header.size())
        return {};
    const QString meaning = m_meanings.value(section);
    if (role == Qt::DisplayRole)
        return meaning.isEmpty() ? m_header.at(section) : QString(m_header.at(section) + u'\n' + meaning);
    if (role == Qt::ToolTipRole)
        return meaning.isEmpty() ? tr("Column %1 is not taken.").arg(m_header.at(section))
                                 : tr("Column %1 is taken as: %2").arg(m_header.at(section), meaning);
    return {};
}

QVariant ImportPreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString cell = m_rows.at(index.row()).value(index.column());
    const auto problem = [this, &index] {
        QStringList texts{m_problems.value({index.row(), index.column()})};
        if (index.column() == 0)
            texts << m_problems.value({index.row(), -1});
        texts.removeAll(QString());
        return texts.join(u'\n');
    };
    switch (role) {
    case Qt::DisplayRole: return cell;
    case role::Sort: return index.row(); // in the order of the file, whatever column is clicked
    case role::Key: return index.row();
    case role::Problem:
    case Qt::ToolTipRole: return problem();
    default: return {};
    }
}

} // namespace bincard
