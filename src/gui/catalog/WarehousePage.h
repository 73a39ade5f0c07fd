// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/catalog/CatalogPage.h"

namespace bincard {

class WarehouseTableModel;

class WarehousePage : public CatalogPage
{
    Q_OBJECT
public:
    explicit WarehousePage(AppContext &context);

protected:
    void load() override;

private:
    WarehouseTableModel *m_table;
};

} // namespace bincard
