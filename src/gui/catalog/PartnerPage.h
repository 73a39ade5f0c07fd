// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/catalog/CatalogPage.h"

namespace bincard {

class PartnerTableModel;

class PartnerPage : public CatalogPage
{
    Q_OBJECT
public:
    explicit PartnerPage(AppContext &context);

protected:
    void load() override;

private:
    PartnerTableModel *m_table;
};

} // namespace bincard
