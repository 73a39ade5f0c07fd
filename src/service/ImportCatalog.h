// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/CatalogService.h"
#include "service/ImportService.h"

namespace bincard {

/// Imports a file of items, categories, warehouses or partners: a row whose code is in the book changes the fields that
/// have a column, the others are new; an empty cell changes nothing. Rows that cannot be taken are reported, the others
/// are written in one transaction. A dry run makes the same checks, only without the transaction.
[[nodiscard]] Result<ImportReport> importCatalog(
    CatalogService &catalog, const ImportRequest &request, const std::function<bool(const ImportProgress &)> &progress);

} // namespace bincard
