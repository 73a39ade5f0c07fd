// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/CatalogModel.h"

#include "models/ValueTableModel.h"

#include <QJsonArray>

namespace bincard {

int CatalogModel::columnOf(const QString &fieldId) const
{
    for (int column = 0; column < columnCount(); ++column) {
        if (field(column).id == fieldId)
            return column;
    }
    return -1;
}

QHash<int, QString> CatalogModel::refusedColumns(const Error &error) const
{
    QHash<int, QString> columns;
    for (const Problem &problem : error.problems()) {
        if (const int column = columnOf(problem.field); column >= 0)
            columns.insert(column, problem.message.translated());
    }
    // What is taken comes as Duplicate, with its places in the details.
    const QJsonArray taken = error.details().value(QLatin1String("problems")).toArray();
    for (const QJsonValue &each : taken) {
        const int column = columnOf(each[QLatin1String("field")].toString());
        if (column >= 0 && !columns.contains(column))
            columns.insert(
                column, taken.size() == 1 ? error.message().translated() : each[QLatin1String("message")].toString());
    }
    return columns;
}

int CatalogModel::rowOf(const QString &wanted) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (code(row).compare(wanted, Qt::CaseInsensitive) == 0)
            return row;
    }
    return -1;
}

QStringList CatalogModel::problems(int row) const
{
    QStringList texts;
    for (int column = 0; column < columnCount(); ++column) {
        if (const QString problem = index(row, column).data(role::Problem).toString(); !problem.isEmpty())
            texts << tr("%1: %2", "field: what is wrong with it").arg(field(column).title, problem);
    }
    return texts;
}

bool CatalogModel::hasUnsaved() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (isUnsaved(row))
            return true;
    }
    return false;
}

void CatalogModel::saveAll()
{
    for (int row = 0; row < rowCount(); ++row)
        save(row);
}

void CatalogModel::setActive(int row, bool active)
{
    setData(index(row, columnOf(QStringLiteral("active"))), active ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
}

QVariant CatalogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Field &described = field(section);
    switch (role) {
    case Qt::DisplayRole: return described.title;
    case Qt::ToolTipRole: return described.toolTip.isEmpty() ? QVariant() : QVariant(described.toolTip);
    case role::Key: return described.id;
    case Qt::TextAlignmentRole:
        return QVariant(static_cast<int>(
            (described.kind == FieldKind::Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    default: return {};
    }
}

Qt::ItemFlags CatalogModel::flags(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return Qt::NoItemFlags;
    const Qt::ItemFlags base = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return base | (field(index.column()).kind == FieldKind::Check ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

} // namespace bincard
