// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/CostPools.h"

namespace bincard {

namespace {

const QString warehouseDimension = QStringLiteral("warehouse");
const QString itemDimension = QStringLiteral("item");

/// Where the figures stand in the definition of `inventory`.
enum InventoryDimension { InventoryWarehouse, InventoryItem };
enum InventoryResource { InventoryQuantity, InventoryAmount };

constexpr int journalPage = 100'000;
const QDate earliestDay(1, 1, 1);

Result<void> increase(Decimal &sum, Decimal value)
{
    BINCARD_ASSIGN(next, sum.plus(value));
    sum = next;
    return {};
}

/// All pages; the visitor may fail.
Result<void> eachMovement(
    Register &target, MovementsQuery query, const std::function<Result<void>(const JournalRow &)> &visit)
{
    query.activeOnly = true;
    query.limit = journalPage;
    for (;;) {
        BINCARD_ASSIGN(page, target.movements(query));
        for (const JournalRow &row : page.rows)
            BINCARD_TRY(visit(row));
        if (page.next.isEmpty())
            return {};
        query.after = page.next;
    }
}

template <typename Row>
qint64 idIn(const Row &row, InventoryDimension dimension)
{
    return row.dimensions.at(dimension).toLongLong();
}

StockPlace &placeOf(CostPool &pool, WarehouseId warehouse)
{
    for (StockPlace &place : pool.places) {
        if (place.warehouse == warehouse)
            return place;
    }
    pool.places << StockPlace{warehouse, Decimal(0, quantityScale), Decimal(0, amountScale)};
    return pool.places.last();
}

Result<void> addClosing(CostPool &pool, WarehouseId warehouse, Decimal quantity, Decimal value)
{
    StockPlace &place = placeOf(pool, warehouse);
    BINCARD_TRY(increase(place.quantity, quantity));
    BINCARD_TRY(increase(place.value, value));
    BINCARD_TRY(increase(pool.closingQuantity, quantity));
    return increase(pool.closingValue, value);
}

Result<void> addOpening(CostPool &pool, Decimal quantity, Decimal value)
{
    BINCARD_TRY(increase(pool.openingQuantity, quantity));
    return increase(pool.openingValue, value);
}

} // namespace

Result<QHash<qint64, CostPool>> CostPools::on(QDate day, const QList<ItemId> &items)
{
    QList<QVariant> ids;
    for (const ItemId item : items)
        ids << item.value;
    BINCARD_ASSIGN(pools, read(day, ids));
    for (const ItemId item : items) {
        CostPool &pool = pools[item.value];
        BINCARD_ASSIGN(known, hasUnitCost(pool));
        if (!known)
            BINCARD_TRY(addLastKnown(day, item.value, pool));
    }
    return pools;
}

Result<CostPools::Pools> CostPools::read(QDate day, const QList<QVariant> &items)
{
    TurnoverQuery query;
    query.from = Period(day);
    query.to = Until(day);
    query.groupBy = QStringList{itemDimension, warehouseDimension};
    query.filter.insert(itemDimension, items);
    BINCARD_ASSIGN(figures, m_inventory.turnover(query));
    Pools pools;
    QList<QVariant> receiving; // on most days most items only go out: then there is nothing to read line by line
    for (const TurnoverRow &row : figures) {
        if (!row.receipts.at(InventoryQuantity).isZero() || !row.receipts.at(InventoryAmount).isZero())
            receiving << row.group.at(0);
        CostPool &pool = pools[row.group.at(0).toLongLong()];
        BINCARD_TRY(addOpening(pool, row.opening.at(InventoryQuantity), row.opening.at(InventoryAmount)));
        BINCARD_TRY(addClosing(
            pool, {row.group.at(1).toLongLong()}, row.closing.at(InventoryQuantity), row.closing.at(InventoryAmount)));
    }
    if (!receiving.isEmpty())
        BINCARD_TRY(addReceived(day, receiving, pools));
    if (m_isPosted)
        BINCARD_TRY(leaveOutOwn(day, items, pools));
    return pools;
}

/// What came in on the day (C2), each figure on the side of its own sign (E7).
Result<void> CostPools::addReceived(QDate day, const QList<QVariant> &items, Pools &pools)
{
    const auto visit = [&](const JournalRow &row) -> Result<void> {
        if (row.recorder == m_recorder || !countsAsReceived(row.recorder))
            return {};
        CostPool &pool = pools[idIn(row, InventoryItem)];
        const Decimal quantity = row.resources.at(InventoryQuantity), value = row.resources.at(InventoryAmount);
        if (!quantity.isNegative())
            BINCARD_TRY(increase(pool.receivedQuantity, quantity));
        return value.isNegative() ? Result<void>() : increase(pool.receivedValue, value);
    };
    MovementsQuery query;
    query.from = Period(day);
    query.to = Until(day);
    query.filter.insert(itemDimension, items);
    return eachMovement(m_inventory, query, visit);
}

/// As if what the document posted before had never been.
Result<void> CostPools::leaveOutOwn(QDate day, const QList<QVariant> &items, Pools &pools)
{
    const auto visit = [&](const JournalRow &row) -> Result<void> {
        if (row.period.date > day)
            return {};
        CostPool &pool = pools[idIn(row, InventoryItem)];
        const Decimal quantity = -row.resources.at(InventoryQuantity), value = -row.resources.at(InventoryAmount);
        BINCARD_TRY(addClosing(pool, {idIn(row, InventoryWarehouse)}, quantity, value));
        return row.period.date == day ? Result<void>() : addOpening(pool, quantity, value);
    };
    MovementsQuery query;
    query.recorder = m_recorder;
    query.filter.insert(itemDimension, items);
    return eachMovement(m_inventory, query, visit);
}

/// A day after which nothing was left is a day of movements, and mostly the latest one; so a look a little way back
/// first finds it nearly always.
Result<void> CostPools::addLastKnown(QDate day, qint64 item, CostPool &pool)
{
    QDate until = day.addDays(-1);
    for (const int reach : {31, 366, 0}) {
        if (until < earliestDay)
            return {};
        TurnoverQuery query;
        if (reach > 0)
            query.from = Period(std::max(day.addDays(-reach), earliestDay));
        query.to = Until(until);
        query.filter.insert(itemDimension, {item});
        query.by = Granularity::Day;
        BINCARD_ASSIGN(days, m_inventory.turnover(query));
        for (auto row = days.crbegin(); row != days.crend(); ++row) {
            BINCARD_ASSIGN(earlier, read(QDate::fromString(row->bucket, Qt::ISODate), {item}));
            const CostPool &found = earlier[item];
            BINCARD_ASSIGN(known, hasUnitCost(found));
            if (!known)
                continue;
            BINCARD_ASSIGN(quantity, found.openingQuantity.plus(found.receivedQuantity));
            BINCARD_ASSIGN(value, found.openingValue.plus(found.receivedValue));
            pool.knownQuantity = quantity;
            pool.knownValue = value;
            return {};
        }
        until = day.addDays(-reach - 1);
    }
    return {};
}

} // namespace bincard
