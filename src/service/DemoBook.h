// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

namespace bincard {

class CatalogService;
class DocumentService;
class LedgerService;

/// Fills a new book with the demo company, through the same services as everybody. Its figures are fixed, so that
/// everyone can check them: MAIN holds 420 WDG-A1 and 250 WDG-B2, EAST 170 WDG-A1 and 150 GDG-X1.
/// Harmless to repeat: what is there already stays.
[[nodiscard]] Result<void> fillDemoBook(CatalogService &catalog, DocumentService &documents, LedgerService &ledger);

} // namespace bincard
