// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"
#include "domain/Costing.h"
#include "domain/Posting.h"
#include "service/LedgerPosting.h"
#include "store/DocumentStore.h"

namespace bincard {

/// A document with the rows that it names.
struct ResolvedDocument
{
    Document document;
    DocumentReferences references;
};

/// Brings documents into the registers `inventory` and `sales`, and `ledger` where the book has its posting on, and takes
/// them back, in the caller's transaction. Locks
/// in this order (E20): the pools of the items, then what the accumulator locks for each register, inventory first, ledger last.
/// InsufficientStock comes in the words of the document; the caller rolls back.
class DocumentPosting
{
public:
    DocumentPosting(db::Session &session, Accumulator &accumulator)
        : m_store(session)
        , m_ledger(session, accumulator)
        , m_accumulator(accumulator)
    {}

    [[nodiscard]] Result<void> post(const ResolvedDocument &now);
    /// Replaces what the document posted as it was `before`.
    [[nodiscard]] Result<void> repost(const ResolvedDocument &now, const ResolvedDocument &before);
    [[nodiscard]] Result<void> unpost(const ResolvedDocument &before);

private:
    [[nodiscard]] Result<void> write(const ResolvedDocument &now, const ResolvedDocument *before);
    [[nodiscard]] Result<void> checkOpen(QDate date);
    [[nodiscard]] Result<QHash<QString, CostPool>> pools(
        Register &inventory, const ResolvedDocument &now, bool wasPosted);

    DocumentStore m_store;
    LedgerPosting m_ledger;
    Accumulator &m_accumulator;
};

/// A shortage that the accumulator found, in the words of the document: codes for ids, the lines at fault, a sentence.
/// Without a line, where only what the document was before names the item, "line" is 0. Reads nothing: the transaction
/// may have failed.
[[nodiscard]] Error shortageOf(const Error &error, const ResolvedDocument &now, const ResolvedDocument *before);

} // namespace bincard
