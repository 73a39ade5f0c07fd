// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/TableProxy.h"

#include "base/Decimal.h"
#include "models/ValueTableModel.h"

namespace bincard {

TableProxy::TableProxy(QObject *parent) : QSortFilterProxyModel(parent)
{
    m_collator.setNumericMode(true); // LOT-9 before LOT-10
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

void TableProxy::setWords(const QString &text)
{
    const QStringList words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateFilter();
}

bool TableProxy::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    if (m_words.isEmpty())
        return true;
    QString row;
    const int columns = sourceModel()->columnCount(sourceParent);
    for (int column = 0; column < columns; ++column)
        row += sourceModel()->index(sourceRow, column, sourceParent).data(Qt::DisplayRole).toString() + u'\n';
    row = row.toCaseFolded();
    return std::all_of(m_words.begin(), m_words.end(), [&row](const QString &word) { return row.contains(word); });
}

bool TableProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(role::Units), b = right.data(role::Units);
    if (a.canConvert<Decimal>() && b.canConvert<Decimal>())
        return a.value<Decimal>() < b.value<Decimal>();
    const QVariant x = left.data(role::Sort), y = right.data(role::Sort);
    if (x.userType() == QMetaType::QString && y.userType() == QMetaType::QString)
        return m_collator.compare(x.toString(), y.toString()) < 0;
    return QVariant::compare(x, y) == QPartialOrdering::Less;
}

} // namespace bincard
