// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Document.h"

#include <QHash>

namespace bincard {

/// What stock is worth when it leaves: moving average by day. The rules are this project's own (C1-C6); they are the
/// periodic weighted average of cost accounting (IAS 2, paragraph 27) with the day as the period.
///
///   C1  The pool of cost is the item in the whole company. A transfer moves value at cost between warehouses and
///       leaves the pool as it was.
///   C2  The unit cost of a day is (value at opening + value received on it) / (quantity at opening + quantity received
///       on it), whatever the order of entry. It is kept as that exact ratio; every issue of the day costs its quantity
///       times the ratio, rounded once, half away from zero. Received is what documents that value stock brought and
///       what was posted by hand, not transfers and not customer returns.
///   C3  When the pool's quantity reaches zero, so does its value: the last line of the document that empties it takes
///       what is left at the end of its day.
///   C4  Re-costs later issues when the past changes, by value-only movements with a cause; its place is beside
///       lineCosts(). Until then an issue keeps the cost that was known when it was posted or reposted.
///   C5  A customer return without a reference comes back at the cost of its day. It does not change that cost.
///   C6  Cost is no field of a document, so costing again never looks like an edit.

/// The pool of one item (C1) on the posting date, without what the document itself has posted before.
struct CostPool
{
    Decimal openingQuantity{0, quantityScale}, openingValue{0, amountScale};   ///< before the day
    Decimal receivedQuantity{0, quantityScale}, receivedValue{0, amountScale}; ///< on the day, as C2 has it
    Decimal closingQuantity{0, quantityScale}, closingValue{0, amountScale};   ///< at the end of the day, all movements
};

/// Whether an active receipt by this recorder counts as received (C2). An issue does not, though the rest of the value
/// that it takes by C3 may be below zero and so stand on the side of receipts.
[[nodiscard]] bool countsAsReceived(const QString &recorder);

/// quantity * unit cost of the day (C2); 0 where the pool holds nothing that day.
[[nodiscard]] Result<Decimal> costOf(Decimal quantity, const CostPool &pool);

/// The cost of every line, in order. Pools are keyed by the items' codes as the lines spell them; an item without a
/// pool (a service) costs 0. For a kind that values stock all costs are 0: its amounts say what it is worth.
[[nodiscard]] Result<QList<Decimal>> lineCosts(const Document &document, const QHash<QString, CostPool> &pools);

} // namespace bincard
