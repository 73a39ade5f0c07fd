// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QSortFilterProxyModel>

#include <optional>

namespace bincard {

class CatalogModel;

/// Which rows of a catalog are shown: the active ones (or all), of the categories chosen. What is not saved yet is always
/// shown, so that no edit gets out of sight.
class CatalogFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit CatalogFilter(CatalogModel *model);

    void setShowInactive(bool show);
    [[nodiscard]] bool showsInactive() const { return m_showInactive; }
    /// Codes of categories; nothing: all items.
    void setCategories(const std::optional<QSet<QString>> &codes);

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    CatalogModel *m_model;
    bool m_showInactive = false;
    std::optional<QSet<QString>> m_categories;
};

} // namespace bincard
