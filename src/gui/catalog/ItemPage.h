// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/catalog/CatalogPage.h"

namespace bincard {

class CategoryTree;
class ItemTableModel;

/// Items, with the tree of their categories at the left.
class ItemPage : public CatalogPage
{
    Q_OBJECT
public:
    explicit ItemPage(AppContext &context);

    [[nodiscard]] CategoryTree *categories() const { return m_categories; }

protected:
    void load() override;
    void prepareNew() override;

private:
    ItemTableModel *m_items;
    CategoryTree *m_categories;
};

} // namespace bincard
