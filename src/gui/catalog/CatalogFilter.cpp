// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/catalog/CatalogFilter.h"

#include "models/CatalogModel.h"

namespace bincard {

CatalogFilter::CatalogFilter(CatalogModel *model) : QSortFilterProxyModel(model), m_model(model)
{
    setSourceModel(model);
}

void CatalogFilter::setShowInactive(bool show)
{
    m_showInactive = show;
    invalidateFilter();
}

void CatalogFilter::setCategories(const std::optional<QSet<QString>> &codes)
{
    m_categories = codes;
    invalidateFilter();
}

bool CatalogFilter::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    if (m_model->isUnsaved(sourceRow))
        return true;
    if (!m_showInactive && !m_model->isActive(sourceRow))
        return false;
    const int column = m_categories ? m_model->columnOf(QStringLiteral("category")) : -1;
    return column < 0 || m_categories->contains(m_model->index(sourceRow, column).data(Qt::EditRole).toString());
}

} // namespace bincard
