// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/DocumentStore.h"

namespace bincard {

/// Looks up what a document names, in the caller's transaction, and checks the whole of it: codes come to be spelled as
/// the catalog spells them, read-only names are filled in, amounts and total computed. All problems come at once, those
/// of problemsOf() and postingProblems() among them.
/// `before` is the document as it was posted, if it was: what it names already may have been deactivated since.
[[nodiscard]] Result<DocumentReferences> checkDocument(
    db::Session &session, Document &document, const std::optional<Document> &before = {});

/// The rows that a document of the book names; it was checked when it was saved.
[[nodiscard]] Result<DocumentReferences> referencesOf(db::Session &session, const Document &document);

/// The codes of the items that keep no stock.
[[nodiscard]] QSet<QString> servicesIn(const DocumentReferences &references);

} // namespace bincard
