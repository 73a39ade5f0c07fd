// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/Session.h"
#include "domain/Catalog.h"

#include <optional>

namespace bincard {

/// Rows of the catalog tables. Needs a transaction of the caller for writing and never begins one. Row is Category,
/// Item, Warehouse or Partner.
class CatalogStore
{
public:
    explicit CatalogStore(db::Session &session) : m_session(session) {}

    template <typename Row>
    [[nodiscard]] Result<QList<Row>> all();
    template <typename Row>
    [[nodiscard]] Result<std::optional<Row>> find(const QString &code);
    template <typename Row>
    [[nodiscard]] Result<void> insert(const Row &row);
    /// False: the version is not the one in the book any more.
    template <typename Row>
    [[nodiscard]] Result<bool> update(const Row &row);

    /// The item that has the barcode, if any.
    [[nodiscard]] Result<std::optional<QString>> itemCodeByBarcode(const QString &barcode);
    /// The item's present code where saving the row would change its `service` although documents name it.
    [[nodiscard]] Result<std::optional<QString>> codeIfServiceSettled(const Item &row);
    [[nodiscard]] Result<void> ensureUnit(const QString &unit);

private:
    [[nodiscard]] Result<std::optional<QString>> singleCode(const char *name, const db::Values &values);

    db::Session &m_session;
};

} // namespace bincard
