// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/DocumentStore.h"

namespace bincard {

/// One deliberate action of a client, as far as it must be known again when it is repeated.
struct DocumentRequest
{
    enum class Sort { Save, SaveAndPost, Post, Unpost };
    Sort sort = Sort::Save;
    QUuid document;
    QUuid id; ///< made by the service where the client gave none, so that a lost answer can always be looked up
    bool isClients = false;            ///< the client gave `id`
    bool namesDocument = true;         ///< false: `document` was made by the service, the client gave none
    std::optional<Document> content{}; ///< of a save: what the client sent
};

/// Whether `request` is the one that `answered` was written by: the same sort of action, on the same document where the
/// client named one, and of a save the same content. What the book adds to a document (number, state, version) and how
/// its codes are spelled make no difference. Duplicate otherwise, with details.document.
[[nodiscard]] Result<void> checkRepetition(const DocumentRequest &request, const AnsweredRequest &answered);

} // namespace bincard
