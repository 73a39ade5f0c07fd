// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/catalog/PartnerPage.h"

#include "gui/DataTable.h"
#include "models/CatalogCache.h"
#include "models/CatalogTables.h"
#include "ui_PartnerForm.h"

namespace bincard {

PartnerPage::PartnerPage(AppContext &context)
    : CatalogPage(context, QStringLiteral("partners"), tr("Partners"))
    , m_table(new PartnerTableModel(context.client, this))
{
    auto *form = new QWidget;
    Ui::PartnerForm().setupUi(form);
    build(m_table, form, tr("New partner"), tr("No customers or suppliers yet."));
    table()->setSpareColumns({QStringLiteral("active"), QStringLiteral("email"), QStringLiteral("phone")});
    if (context.catalog.isLoaded())
        load();
}

void PartnerPage::load() { m_table->load(context().catalog.snapshot().partners); }

} // namespace bincard
