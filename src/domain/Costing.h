// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
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
///       what was posted by hand, not transfers and not customer returns. A day with nothing at opening and nothing
///       received has the unit cost of the latest earlier day that had one; 0 where none ever had.
///   C3  When the pool's quantity reaches zero, so does its value: the last line of the document that empties it takes
///       what is left at the end of its day. A warehouse that a document empties while the item lies elsewhere keeps no
///       value either: receipts came in at their own prices and issues left at the company's (C1), so what remains
///       moves, without quantity, to the warehouse that holds most of the item at the end of the day.
///   C4  Re-costs later issues when the past changes, by value-only movements with a cause; its place is beside
///       lineCosts(). Until then an issue keeps the cost that was known when it was posted or reposted.
///   C5  A customer return without a reference comes back at the cost of its day, which may be an earlier day's (C2). It
///       does not change that cost.
///   C6  Cost is no field of a document, so costing again never looks like an edit.

/// What lies of an item in one warehouse at the end of the posting date.
struct StockPlace
{
    WarehouseId warehouse;
    Decimal quantity{0, quantityScale}, value{0, amountScale};
};

/// The pool of one item (C1) on the posting date, without what the document itself has posted before.
struct CostPool
{
    Decimal openingQuantity{0, quantityScale}, openingValue{0, amountScale};   ///< before the day
    Decimal receivedQuantity{0, quantityScale}, receivedValue{0, amountScale}; ///< on the day, as C2 has it
    Decimal closingQuantity{0, quantityScale}, closingValue{0, amountScale};   ///< at the end of the day, all movements
    Decimal knownQuantity{0, quantityScale}, knownValue{0, amountScale}; ///< opening and received of the latest earlier
                                                                         ///< day with a unit cost, where this has none
    QList<StockPlace> places;                                            ///< the closing figures by warehouse
};

/// Whether the day has a unit cost of its own: something at opening or received on it.
[[nodiscard]] Result<bool> hasUnitCost(const CostPool &pool);

/// Whether an active receipt by this recorder counts as received (C2). An issue does not, though the rest of the value
/// that it takes by C3 may be below zero and so stand on the side of receipts.
[[nodiscard]] bool countsAsReceived(const QString &recorder);

/// quantity * unit cost of the day (C2).
[[nodiscard]] Result<Decimal> costOf(Decimal quantity, const CostPool &pool);

/// The cost of every line, in order. Pools are keyed by the items' codes as the lines spell them; an item without a
/// pool (a service) costs 0. For a kind that values stock all costs are 0: its amounts say what it is worth.
[[nodiscard]] Result<QList<Decimal>> lineCosts(const Document &document, const QHash<QString, CostPool> &pools);

/// Value without quantity that moves between warehouses because the document empties one of them (C3).
struct ValueMove
{
    int line = 0; ///< the last of the document with the item, counted from 1
    WarehouseId from, to;
    Decimal value{0, amountScale};

    [[nodiscard]] bool operator==(const ValueMove &) const = default;
};

/// `costs` as lineCosts() made them; `to` is invalid for a kind without a second warehouse. Ordered by the line.
[[nodiscard]] Result<QList<ValueMove>> valuesLeftBehind(const Document &document, WarehouseId from, WarehouseId to,
    const QList<Decimal> &costs, const QHash<QString, CostPool> &pools);

} // namespace bincard
