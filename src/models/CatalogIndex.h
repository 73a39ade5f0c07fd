// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/CatalogService.h"

#include <QHash>
#include <QString>

#include <optional>

namespace bincard {

/// One row that what was typed may mean.
struct CatalogChoice
{
    QString code, name;
    QString detail; ///< barcode or unit of an item; empty for the rest
    [[nodiscard]] bool operator==(const CatalogChoice &) const = default;
};

enum class PartnerRole { Any, Customer, Supplier };

/// A snapshot of the catalog prepared for typing: by code or barcode at once, and the best matches for a few letters
/// wherever they stand. Every word typed must occur in code, name or barcode. Best first: the code or barcode itself,
/// codes that begin so, names that begin so, words that begin so, anywhere. Inactive rows are offered nowhere but still
/// found by their code, because old documents name them. A value; cheap to share between threads.
class CatalogIndex
{
public:
    CatalogIndex() = default;
    explicit CatalogIndex(const CatalogSnapshot &snapshot);

    [[nodiscard]] const Item *item(const QString &code) const; ///< whatever the case; null if there is none
    [[nodiscard]] const Item *itemByBarcode(const QString &barcode) const;
    [[nodiscard]] const Partner *partner(const QString &code) const;
    [[nodiscard]] const Warehouse *warehouse(const QString &code) const;

    [[nodiscard]] QList<CatalogChoice> matchItems(const QString &text, int limit) const;
    /// Those of the role stand before the others, which are still offered.
    [[nodiscard]] QList<CatalogChoice> matchPartners(const QString &text, int limit, PartnerRole role) const;
    [[nodiscard]] QList<CatalogChoice> matchWarehouses(const QString &text, int limit) const;

    /// What a text means without choosing from a list: the code, the barcode, the whole name, or the only active row
    /// that matches. Null if it means nothing or several things.
    [[nodiscard]] const Item *resolveItem(const QString &text) const;
    [[nodiscard]] const Partner *resolvePartner(const QString &text) const;
    [[nodiscard]] const Warehouse *resolveWarehouse(const QString &text) const;

    /// The same by the table that a register's reference names: items, categories, warehouses, partners. Of any other
    /// table nothing is known.
    [[nodiscard]] QList<CatalogChoice> match(const QString &table, const QString &text, int limit) const;
    [[nodiscard]] std::optional<CatalogChoice> find(const QString &table, const QString &code) const;
    [[nodiscard]] std::optional<CatalogChoice> resolve(const QString &table, const QString &text) const;

private:
    CatalogSnapshot m_catalog;
    QHash<QString, qsizetype> m_items, m_barcodes, m_partners, m_warehouses, m_categories; ///< folded key -> row
};

} // namespace bincard
