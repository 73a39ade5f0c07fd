// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/catalog/WarehousePage.h"

#include "models/CatalogCache.h"
#include "models/CatalogTables.h"
#include "ui_WarehouseForm.h"

namespace bincard {

WarehousePage::WarehousePage(AppContext &context)
    : CatalogPage(context, QStringLiteral("warehouses"), tr("Warehouses"))
    , m_table(new WarehouseTableModel(context.client, this))
{
    auto *form = new QWidget;
    Ui::WarehouseForm().setupUi(form);
    build(m_table, form, tr("New warehouse"), tr("No warehouses yet."));
    if (context.catalog.isLoaded())
        load();
}

void WarehousePage::load() { m_table->load(context().catalog.snapshot().warehouses); }

} // namespace bincard
