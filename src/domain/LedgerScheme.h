// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Posting.h"

#include <QMap>

namespace bincard {

/// What of a document goes to the ledger: the value of the goods that it brings in (goods receipt, opening balance), its
/// revenue, or the cost of the goods that it takes or brings back.
enum class LedgerAmount { Value, Revenue, Cost };
[[nodiscard]] QString code(LedgerAmount what); ///< value, revenue, cost
[[nodiscard]] Result<LedgerAmount> ledgerAmount(const QString &code);
/// What documents of a kind have of it, in that order.
[[nodiscard]] QList<LedgerAmount> ledgerAmounts(DocumentKind kind);

/// A row of the posting scheme, one for a kind and what: the accounts by code and what their sides take from the
/// document as analytics.
struct PostingRule
{
    DocumentKind kind = DocumentKind::GoodsReceipt;
    LedgerAmount what = LedgerAmount::Value;
    QString debit, credit;
    QStringList debitAnalytics, creditAnalytics; ///< some of ledgerAnalytics()

    [[nodiscard]] bool operator==(const PostingRule &) const = default;
};
[[nodiscard]] const QStringList &ledgerAnalytics(); ///< item, partner, warehouse
[[nodiscard]] QList<Problem> problemsOf(const PostingRule &rule);

/// One movement of the ledger. A transfer's debit side takes the warehouse to which the goods go.
struct LedgerEntry
{
    QString debit, credit;
    QMap<QString, QString> debitAnalytics, creditAnalytics;
    Decimal amount{0, amountScale};
};

/// What a document posts, from what it posts to the other registers: one entry for each pair of sides, the lines added
/// up, nothing of amounts of zero. Overflow is a validation error.
[[nodiscard]] Result<QList<LedgerEntry>> ledgerEntries(
    const Document &document, const Postings &postings, const QList<PostingRule> &rules);

} // namespace bincard
