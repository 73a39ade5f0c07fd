// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/DocumentPosting.h"

#include "service/DocumentCheck.h"

namespace bincard {

namespace {

const QString inventoryName = QStringLiteral("inventory");
const QString salesName = QStringLiteral("sales");
const QString itemDimension = QStringLiteral("item");

/// Where the figures stand in the definition of `inventory`.
enum InventoryDimension { InventoryWarehouse, InventoryItem };
enum InventoryResource { InventoryQuantity, InventoryAmount };

constexpr int journalPage = 100'000;

Movement movementOf(const Document &document, const QList<QVariant> &dimensions, const QList<Decimal> &resources)
{
    return {document.recorder(), Period(document.date), dimensions, resources, {}};
}

QList<Movement> inventoryMovements(
    const Document &document, const DocumentReferences &references, const QList<StockMovement> &postings)
{
    QList<Movement> movements;
    for (const StockMovement &posting : postings) {
        const bool arrives = posting.warehouse == document.warehouseTo && references.warehouseTo.isValid();
        const WarehouseId warehouse = arrives ? references.warehouseTo : references.warehouse;
        movements << movementOf(document, {warehouse.value, references.items.at(posting.line - 1).id.value},
            {posting.quantity, posting.amount});
    }
    return movements;
}

QList<Movement> salesMovements(
    const Document &document, const DocumentReferences &references, const QList<SalesMovement> &postings)
{
    QList<Movement> movements;
    for (const SalesMovement &posting : postings)
        movements << movementOf(document,
            {references.items.at(posting.line - 1).id.value, references.partner.value, references.warehouse.value},
            {posting.quantity, posting.revenue, posting.cost});
    return movements;
}

/// In place of what stood there before, which may be nothing (only services, or another kind of register).
Result<void> replaceIn(Register &target, const QString &recorder, const QList<Movement> &movements, bool before)
{
    if (!before) {
        if (!movements.isEmpty())
            BINCARD_TRY(target.post(movements));
        return {};
    }
    if (!movements.isEmpty()) {
        BINCARD_TRY(target.repost(recorder, movements));
        return {};
    }
    BINCARD_ASSIGN(active, target.hasActive(recorder));
    if (active)
        BINCARD_TRY(target.unpost(recorder));
    return {};
}

Result<void> add(Decimal &sum, Decimal value)
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

/// By the item's id.
using Pools = QHash<qint64, CostPool>;

CostPool &poolOf(Pools &pools, const JournalRow &row) { return pools[row.dimensions.at(InventoryItem).toLongLong()]; }

/// What came in on the day (C2), each figure on the side of its own sign (E7).
Result<void> addReceived(
    Register &inventory, const TurnoverQuery &day, const QList<QVariant> &items, const QString &own, Pools &pools)
{
    const auto visit = [&](const JournalRow &row) -> Result<void> {
        if (row.recorder == own || !countsAsReceived(row.recorder))
            return {};
        CostPool &pool = poolOf(pools, row);
        const Decimal quantity = row.resources.at(InventoryQuantity), value = row.resources.at(InventoryAmount);
        if (!quantity.isNegative())
            BINCARD_TRY(add(pool.receivedQuantity, quantity));
        return value.isNegative() ? Result<void>() : add(pool.receivedValue, value);
    };
    MovementsQuery query;
    query.from = day.from;
    query.to = day.to;
    query.filter.insert(itemDimension, items);
    return eachMovement(inventory, query, visit);
}

/// As if what the document posted before had never been.
Result<void> leaveOut(Register &inventory, const TurnoverQuery &day, const QString &own, Pools &pools)
{
    const auto visit = [&](const JournalRow &row) -> Result<void> {
        if (row.period.date > day.to->period.date)
            return {};
        CostPool &pool = poolOf(pools, row);
        const Decimal quantity = -row.resources.at(InventoryQuantity), value = -row.resources.at(InventoryAmount);
        BINCARD_TRY(add(pool.closingQuantity, quantity));
        BINCARD_TRY(add(pool.closingValue, value));
        if (row.period.date == day.to->period.date)
            return {};
        BINCARD_TRY(add(pool.openingQuantity, quantity));
        return add(pool.openingValue, value);
    };
    MovementsQuery query;
    query.recorder = own;
    query.filter = day.filter;
    return eachMovement(inventory, query, visit);
}

} // namespace

Result<void> DocumentPosting::post(const ResolvedDocument &now) { return write(now, nullptr); }

Result<void> DocumentPosting::repost(const ResolvedDocument &now, const ResolvedDocument &before)
{
    return write(now, &before);
}

Result<void> DocumentPosting::unpost(const ResolvedDocument &before)
{
    for (const QString &name : {inventoryName, salesName}) {
        BINCARD_ASSIGN(target, m_accumulator.use(name));
        if (auto result = replaceIn(target, before.document.recorder(), {}, true); !result.ok())
            return shortageOf(result.error(), before, nullptr);
    }
    return {};
}

Result<void> DocumentPosting::write(const ResolvedDocument &now, const ResolvedDocument *before)
{
    const auto &[document, references] = now;
    const bool wasPosted = before != nullptr;
    BINCARD_ASSIGN(inventory, m_accumulator.use(inventoryName));
    BINCARD_ASSIGN(stock, pools(inventory, now, wasPosted));
    BINCARD_ASSIGN(costs, lineCosts(document, stock));
    const Postings postings = postingsOf(document, costs, servicesIn(references));
    const QList<Movement> movements = inventoryMovements(document, references, postings.inventory);
    if (auto result = replaceIn(inventory, document.recorder(), movements, wasPosted); !result.ok())
        return shortageOf(result.error(), now, before);
    if (postings.sales.isEmpty() && !wasPosted)
        return {};
    BINCARD_ASSIGN(sales, m_accumulator.use(salesName));
    return replaceIn(sales, document.recorder(), salesMovements(document, references, postings.sales), wasPosted);
}

Result<QHash<QString, CostPool>> DocumentPosting::pools(
    Register &inventory, const ResolvedDocument &now, bool wasPosted)
{
    const Document &document = now.document;
    QHash<qint64, QString> codes;
    QList<ItemId> items;
    TurnoverQuery day;
    day.from = Period(document.date);
    day.to = Until(document.date);
    day.groupBy << itemDimension;
    for (const Item &item : now.references.items) {
        if (item.service || codes.contains(item.id.value))
            continue;
        codes.insert(item.id.value, item.code);
        items << item.id;
        day.filter[itemDimension] << item.id.value;
    }
    if (items.isEmpty())
        return QHash<QString, CostPool>();
    BINCARD_TRY(m_store.lockPools(items));
    if (traits(document.kind).valuesStock)
        return QHash<QString, CostPool>();
    Pools pools;
    QList<QVariant> receiving; // on most days most items only go out: then there is nothing to read line by line
    BINCARD_ASSIGN(figures, inventory.turnover(day));
    for (const TurnoverRow &row : figures) {
        if (!row.receipts.at(InventoryQuantity).isZero() || !row.receipts.at(InventoryAmount).isZero())
            receiving << row.group.at(0);
        pools.insert(row.group.at(0).toLongLong(),
            {.openingQuantity = row.opening.at(InventoryQuantity),
                .openingValue = row.opening.at(InventoryAmount),
                .closingQuantity = row.closing.at(InventoryQuantity),
                .closingValue = row.closing.at(InventoryAmount)});
    }
    if (!receiving.isEmpty())
        BINCARD_TRY(addReceived(inventory, day, receiving, document.recorder(), pools));
    if (wasPosted)
        BINCARD_TRY(leaveOut(inventory, day, document.recorder(), pools));
    QHash<QString, CostPool> byCode;
    for (auto code = codes.begin(); code != codes.end(); ++code)
        byCode.insert(*code, pools.value(code.key()));
    return byCode;
}

} // namespace bincard
