// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Decimal.h"
#include "base/Ids.h"

#include <QJsonObject>
#include <QString>

namespace bincard {

enum class CatalogKind { Items, Categories, Warehouses, Partners };
[[nodiscard]] QString code(CatalogKind kind); ///< "items", ...: the word of the command line, of the table and of ref()
[[nodiscard]] Result<CatalogKind> catalogKind(const QString &code);

/// How a code is compared: in one case, without blanks around it, composed (NFC), so that an umlaut typed as one
/// character and one made of two are the same.
[[nodiscard]] QString codeKey(const QString &code);

/// Every row: a code unique in its kind whatever the case (operators type "wdg-a1"), kept as first written; a version
/// that counts its edits, 0 for a row that is not saved yet (E-rules: a stale version is refused with Conflict).
/// Inactive rows stay in history and are offered nowhere.
struct Category
{
    CategoryId id;
    QString code, name;
    QString parent; ///< code of the parent, empty at the root
    bool active = true;
    int version = 0;
};

struct Item
{
    ItemId id;
    QString code; ///< SKU
    QString name;
    QString category;                     ///< code, may be empty
    QString unit = QStringLiteral("pcs"); ///< unit of measure; an unknown one is added with 0 decimals
    int unitDecimals = 0;                 ///< read only: how many decimals the unit shows at least
    Decimal listPrice{0, priceScale};
    QString barcode;                        ///< unique where given
    Decimal reorderPoint{0, quantityScale}; ///< 0: none
    bool service = false;                   ///< keeps no stock
    bool active = true;
    int version = 0;
};

struct Warehouse
{
    WarehouseId id;
    QString code, name;
    bool active = true;
    int version = 0;
};

struct Partner
{
    PartnerId id;
    QString code, name;
    bool customer = true, supplier = false;
    QString email, phone;
    bool active = true;
    int version = 0;
};

/// All problems of a row that can be seen without the book (blank code, negative price, a bad e-mail address ...).
[[nodiscard]] QList<Problem> problemsOf(const Category &row);
[[nodiscard]] QList<Problem> problemsOf(const Item &row);
[[nodiscard]] QList<Problem> problemsOf(const Warehouse &row);
[[nodiscard]] QList<Problem> problemsOf(const Partner &row);

/// JSON of the command line. Decimals as strings; list_price with at least 2 decimals. Reading starts from `base` (an
/// upsert changes only what it names), refuses unknown fields and lists every problem.
[[nodiscard]] QJsonObject toJson(const Category &row);
[[nodiscard]] QJsonObject toJson(const Item &row);
[[nodiscard]] QJsonObject toJson(const Warehouse &row);
[[nodiscard]] QJsonObject toJson(const Partner &row);
[[nodiscard]] Result<Category> categoryFromJson(const QJsonObject &json, Category base);
[[nodiscard]] Result<Item> itemFromJson(const QJsonObject &json, Item base);
[[nodiscard]] Result<Warehouse> warehouseFromJson(const QJsonObject &json, Warehouse base);
[[nodiscard]] Result<Partner> partnerFromJson(const QJsonObject &json, Partner base);

} // namespace bincard
