// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Catalog.h"
#include "models/CatalogTableModel.h"

namespace bincard {

class CatalogCache;

/// Items, warehouses and partners as tables one edits (models/CatalogModel.h).
class ItemTableModel : public CatalogTableModel<Item>
{
    Q_OBJECT
public:
    /// The cache says what the categories are called; a category is typed by code or name.
    ItemTableModel(BookClient &client, const CatalogCache &catalog, QObject *parent = nullptr);
};

class WarehouseTableModel : public CatalogTableModel<Warehouse>
{
    Q_OBJECT
public:
    explicit WarehouseTableModel(BookClient &client, QObject *parent = nullptr);
};

class PartnerTableModel : public CatalogTableModel<Partner>
{
    Q_OBJECT
public:
    explicit PartnerTableModel(BookClient &client, QObject *parent = nullptr);
};

} // namespace bincard
