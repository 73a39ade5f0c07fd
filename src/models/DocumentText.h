// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Document.h"

#include <QString>

/// The words for documents, the same on every screen. Translated; GUI thread.
namespace bincard::text {

[[nodiscard]] QString kind(DocumentKind kind);    ///< "Sales order"
[[nodiscard]] QString newKind(DocumentKind kind); ///< "New sales order"
[[nodiscard]] QString state(DocumentState state); ///< "Draft"
/// "Sales order SO-2026-0042", or "New sales order" while it has no number.
[[nodiscard]] QString document(const Document &document);
/// What people know a recorder by: "Sales order SO-2026-0042". One that belongs to no document with a number is shown as
/// it is.
[[nodiscard]] QString recorder(const QString &recorder, const QString &documentNumber);
/// An action of the history ("posted") as a word for people; an unknown one stays as it is.
[[nodiscard]] QString action(const QString &code);
/// "From" for what leaves a warehouse, "Into" for what comes into one.
[[nodiscard]] QString warehouseLabel(DocumentKind kind);
/// "Supplier" or "Customer"; "Partner" where the kind does not ask for one.
[[nodiscard]] QString partnerLabel(DocumentKind kind);

} // namespace bincard::text
