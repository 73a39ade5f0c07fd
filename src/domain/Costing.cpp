// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Costing.h"

namespace bincard {

namespace {

/// Where the document takes out all that the pool holds (C3), its last line of the item takes the rest of the value.
Result<void> takeWhatIsLeft(const Document &document, const QString &item, const CostPool &pool, QList<Decimal> &costs)
{
    Decimal taken(0, quantityScale), cost(0, amountScale);
    qsizetype last = -1;
    for (qsizetype i = 0; i < document.lines.size(); ++i) {
        if (document.lines.at(i).item != item)
            continue;
        BINCARD_ASSIGN(quantity, taken.plus(document.lines.at(i).quantity));
        BINCARD_ASSIGN(sum, cost.plus(costs.at(i)));
        taken = quantity;
        cost = sum;
        last = i;
    }
    if (last < 0 || taken != pool.closingQuantity)
        return {};
    BINCARD_ASSIGN(others, cost.minus(costs.at(last)));
    BINCARD_ASSIGN(rest, pool.closingValue.minus(others));
    costs[last] = rest;
    return {};
}

} // namespace

bool countsAsReceived(const QString &recorder)
{
    if (documentOf(recorder).isNull())
        return true; // by hand
    const auto kind = documentKind(recorder.left(recorder.indexOf(u':')));
    return kind.ok() && traits(*kind).valuesStock;
}

Result<Decimal> costOf(Decimal quantity, const CostPool &pool)
{
    BINCARD_ASSIGN(available, pool.openingQuantity.plus(pool.receivedQuantity));
    BINCARD_ASSIGN(value, pool.openingValue.plus(pool.receivedValue));
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
    if (leavesThePool) {
        for (auto pool = pools.begin(); pool != pools.end(); ++pool)
            BINCARD_TRY(takeWhatIsLeft(document, pool.key(), *pool, costs));
    }
    return costs;
}

} // namespace bincard
