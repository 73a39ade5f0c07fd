// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"
#include "store/LedgerStore.h"

namespace bincard {

/// Brings documents into the register `ledger` by the posting scheme and takes them back, in the caller's transaction
/// and after their other registers: on PostgreSQL those hold back whoever switches the posting on or off.
class LedgerPosting
{
public:
    inline static const QString registerName = QStringLiteral("ledger");
    inline static const QString amountName = QStringLiteral("amount");

    LedgerPosting(db::Session &session, Accumulator &accumulator) : m_store(session), m_accumulator(accumulator) {}

    /// Why documents cannot post to a ledger of that shape. What alterations add is no reason: it takes its defaults, or 0.
    [[nodiscard]] static QList<Problem> problemsOf(const RegisterDefinition &ledger);
    /// In place of what stands in the ledger of the document. Where posting is off nothing new comes in, but a document
    /// that stands there already is kept as it should be.
    [[nodiscard]] Result<void> write(const Document &document, const Postings &postings, bool wasPosted);
    [[nodiscard]] Result<void> unpost(const Document &document);

private:
    LedgerStore m_store;
    Accumulator &m_accumulator;
};

} // namespace bincard
