// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Costing.h"

#include <algorithm>

namespace bincard {

namespace {

/// What the document's lines of one item are together.
struct Taken
{
    Decimal quantity{0, quantityScale}, cost{0, amountScale};
    qsizetype last = -1; ///< index of the last of them
};

/// By the item's code.
Result<QHash<QString, Taken>> takenBy(const Document &document, const QList<Decimal> &costs)
{
    QHash<QString, Taken> all;
    for (qsizetype i = 0; i < document.lines.size(); ++i) {
        Taken &taken = all[document.lines.at(i).item];
        BINCARD_ASSIGN(quantity, taken.quantity.plus(document.lines.at(i).quantity));
        BINCARD_ASSIGN(cost, taken.cost.plus(costs.at(i)));
        taken = {quantity, cost, i};
    }
    return all;
}

/// Where the document takes out all that a pool holds (C3), its last line of the item takes the rest of the value.
Result<void> takeWhatIsLeft(const Document &document, const QHash<QString, CostPool> &pools, QList<Decimal> &costs)
{
    BINCARD_ASSIGN(all, takenBy(document, costs));
    for (auto taken = all.cbegin(); taken != all.cend(); ++taken) {
        const auto pool = pools.constFind(taken.key());
        if (pool == pools.constEnd() || taken->quantity != pool->closingQuantity)
            continue;
        BINCARD_ASSIGN(others, taken->cost.minus(costs.at(taken->last)));
        BINCARD_ASSIGN(rest, pool->closingValue.minus(others));
        costs[taken->last] = rest;
    }
    return {};
}

/// Where most of the item lies once the document has moved it, other than in the warehouse it is taken from; of equals
/// the one with the lowest id. Invalid where nothing lies anywhere.
Result<WarehouseId> holderOf(const CostPool &pool, WarehouseId from, WarehouseId to, Decimal arriving)
{
    StockPlace holder{to, to.isValid() ? arriving : Decimal(0, quantityScale), {}}; // nothing need lie there yet
    for (const StockPlace &place : pool.places) {
        if (place.warehouse == from)
            continue;
        BINCARD_ASSIGN(quantity, place.quantity.plus(place.warehouse == to ? arriving : Decimal(0, quantityScale)));
        if (quantity > holder.quantity || (quantity == holder.quantity && place.warehouse < holder.warehouse))
            holder = {place.warehouse, quantity, {}};
    }
    return holder.warehouse;
}

} // namespace

bool countsAsReceived(const QString &recorder)
{
    if (documentOf(recorder).isNull())
        return true; // by hand
    const auto kind = documentKind(recorder.left(recorder.indexOf(u':')));
    return kind.ok() && traits(*kind).valuesStock;
}

Result<bool> hasUnitCost(const CostPool &pool)
{
    BINCARD_ASSIGN(available, pool.openingQuantity.plus(pool.receivedQuantity));
    return available > Decimal(0, quantityScale);
}

Result<Decimal> costOf(Decimal quantity, const CostPool &pool)
{
    BINCARD_ASSIGN(available, pool.openingQuantity.plus(pool.receivedQuantity));
    BINCARD_ASSIGN(value, pool.openingValue.plus(pool.receivedValue));
    if (available.isZero() || available.isNegative()) {
        available = pool.knownQuantity;
        value = pool.knownValue;
    }
    if (available.isZero() || available.isNegative())
        return Decimal(0, amountScale);
    // Both quantities are of one scale, so it cancels; the quotient is of the value's. 10^36 at most fits into 128
    // bits.
    return Decimal::fromRatio(Int128(quantity.units()) * value.units(), available.units(), amountScale);
}

Result<QList<Decimal>> lineCosts(const Document &document, const QHash<QString, CostPool> &pools)
{
    QList<Decimal> costs(document.lines.size(), Decimal(0, amountScale));
    if (traits(document.kind).valuesStock)
        return costs;
    for (qsizetype i = 0; i < document.lines.size(); ++i) {
        const auto pool = pools.constFind(document.lines.at(i).item);
        if (pool == pools.constEnd())
            continue;
        BINCARD_ASSIGN(cost, costOf(document.lines.at(i).quantity, *pool));
        costs[i] = cost;
    }
    const bool leavesThePool = traits(document.kind).issuesStock && !traits(document.kind).hasDestination;
    if (leavesThePool)
        BINCARD_TRY(takeWhatIsLeft(document, pools, costs));
    return costs;
}

Result<QList<ValueMove>> valuesLeftBehind(const Document &document, WarehouseId from, WarehouseId to,
    const QList<Decimal> &costs, const QHash<QString, CostPool> &pools)
{
    QList<ValueMove> moves;
    if (!traits(document.kind).issuesStock)
        return moves;
    BINCARD_ASSIGN(all, takenBy(document, costs));
    for (auto taken = all.cbegin(); taken != all.cend(); ++taken) {
        const CostPool pool = pools.value(taken.key());
        const auto here = std::find_if(
            pool.places.begin(), pool.places.end(), [&](const StockPlace &place) { return place.warehouse == from; });
        if (here == pool.places.end() || taken->quantity != here->quantity)
            continue;
        BINCARD_ASSIGN(rest, here->value.minus(taken->cost));
        BINCARD_ASSIGN(holder, holderOf(pool, from, to, taken->quantity));
        if (!rest.isZero() && holder.isValid())
            moves << ValueMove{static_cast<int>(taken->last) + 1, from, holder, rest};
    }
    std::sort(moves.begin(), moves.end(), [](const ValueMove &a, const ValueMove &b) { return a.line < b.line; });
    return moves;
}

} // namespace bincard
