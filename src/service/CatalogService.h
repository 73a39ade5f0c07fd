// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Catalog.h"

#include <QList>

namespace bincard {

namespace db {
class Session;
}

/// A catalog for screens: everything, in one read. (Catalogs are small beside journals: tens of thousands of rows.)
struct CatalogSnapshot
{
    QList<Category> categories;
    QList<Item> items;
    QList<Warehouse> warehouses;
    QList<Partner> partners;
};

/// One method = one transaction. save() takes the whole row: version 0 inserts, otherwise the version must be the one
/// in the book, else Conflict with details.theirs (the row's JSON). Answers the row as saved, with its new version.
/// Problems (also taken codes and barcodes, unknown categories) come all at once, as Validation or Duplicate.
class CatalogService
{
public:
    explicit CatalogService(db::Session &session) : m_session(session) {}

    [[nodiscard]] Result<CatalogSnapshot> all();
    [[nodiscard]] Result<QList<Category>> categories();
    [[nodiscard]] Result<QList<Item>> items();
    [[nodiscard]] Result<QList<Warehouse>> warehouses();
    [[nodiscard]] Result<QList<Partner>> partners();

    [[nodiscard]] Result<Category> save(Category row);
    [[nodiscard]] Result<Item> save(Item row);
    [[nodiscard]] Result<Warehouse> save(Warehouse row);
    [[nodiscard]] Result<Partner> save(Partner row);

    /// Many rows in one transaction, all or nothing; problems carry the row's number as their line.
    template <typename Row>
    [[nodiscard]] Result<QList<Row>> saveAll(QList<Row> rows);

    /// Generic forms for the command line and imports, keyed by code. upsert changes only the fields it names.
    [[nodiscard]] Result<QList<QJsonObject>> list(CatalogKind kind);
    [[nodiscard]] Result<QJsonObject> upsert(CatalogKind kind, const QJsonObject &row);
    [[nodiscard]] Result<QJsonObject> setActive(CatalogKind kind, const QString &code, bool active);

private:
    db::Session &m_session;
};

} // namespace bincard
