// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/DocumentPosting.h"

#include "service/CostPools.h"
#include "service/DocumentCheck.h"

namespace bincard {

namespace {

const QString inventoryName = QStringLiteral("inventory");
const QString salesName = QStringLiteral("sales");

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

QList<Movement> valueMovements(
    const Document &document, const DocumentReferences &references, const QList<ValueMove> &moves)
{
    const Decimal nothing(0, quantityScale);
    QList<Movement> movements;
    for (const ValueMove &move : moves) {
        const qint64 item = references.items.at(move.line - 1).id.value;
        movements << movementOf(document, {move.from.value, item}, {nothing, -move.value})
                  << movementOf(document, {move.to.value, item}, {nothing, move.value});
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

/// The items that keep stock, each once.
QSet<ItemId> stockedItems(const ResolvedDocument &document)
{
    QSet<ItemId> items;
    for (const Item &item : document.references.items) {
        if (!item.service)
            items << item.id;
    }
    return items;
}

} // namespace

Result<void> DocumentPosting::post(const ResolvedDocument &now) { return write(now, nullptr); }

Result<void> DocumentPosting::repost(const ResolvedDocument &now, const ResolvedDocument &before)
{
    return write(now, &before);
}

Result<void> DocumentPosting::unpost(const ResolvedDocument &before)
{
    BINCARD_TRY(m_store.lockPools(stockedItems(before).values()));
    BINCARD_TRY(checkOpen(before.document.date));
    for (const QString &name : {inventoryName, salesName}) {
        BINCARD_ASSIGN(target, m_accumulator.use(name));
        if (auto result = replaceIn(target, before.document.recorder(), {}, true); !result.ok())
            return shortageOf(result.error(), before, nullptr);
    }
    return m_ledger.unpost(before.document);
}

Result<void> DocumentPosting::write(const ResolvedDocument &now, const ResolvedDocument *before)
{
    const auto &[document, references] = now;
    const bool wasPosted = before != nullptr;
    // Of what it was before, too: its movements are about to change.
    const QSet<ItemId> locked = wasPosted ? stockedItems(now) + stockedItems(*before) : stockedItems(now);
    BINCARD_TRY(m_store.lockPools(locked.values()));
    BINCARD_TRY(checkOpen(document.date));
    if (wasPosted)
        BINCARD_TRY(checkOpen(before->document.date));
    BINCARD_ASSIGN(inventory, m_accumulator.use(inventoryName));
    BINCARD_ASSIGN(stock, pools(inventory, now, wasPosted));
    BINCARD_ASSIGN(costs, lineCosts(document, stock));
    const Postings postings = postingsOf(document, costs, servicesIn(references));
    QList<Movement> movements = inventoryMovements(document, references, postings.inventory);
    BINCARD_ASSIGN(leftBehind, valuesLeftBehind(document, references.warehouse, references.warehouseTo, costs, stock));
    movements << valueMovements(document, references, leftBehind);
    if (auto result = replaceIn(inventory, document.recorder(), movements, wasPosted); !result.ok())
        return shortageOf(result.error(), now, before);
    if (!postings.sales.isEmpty() || wasPosted) {
        BINCARD_ASSIGN(sales, m_accumulator.use(salesName));
        const QList<Movement> sold = salesMovements(document, references, postings.sales);
        BINCARD_TRY(replaceIn(sales, document.recorder(), sold, wasPosted));
    }
    return m_ledger.write(document, postings, wasPosted);
}

// Rule E12 for the document: the registers refuse its movements, but one that moves nothing, or only changes a note,
// would pass them by.
Result<void> DocumentPosting::checkOpen(QDate date)
{
    BINCARD_ASSIGN(closed, m_accumulator.closedUntil());
    if (!closed.isValid() || date > closed)
        return {};
    const QString day = date.toString(Qt::ISODate), until = closed.toString(Qt::ISODate);
    return Error(ErrorCode::PeriodClosed,
        {QT_TRANSLATE_NOOP("Error",
             "The book is closed up to and including %1. A document of %2 can be neither posted nor changed nor "
             "cancelled: give it a later date, or have the period reopened."),
            {until, day}},
        {{QStringLiteral("closed_until"), until}, {QStringLiteral("period"), day}});
}

Result<QHash<QString, CostPool>> DocumentPosting::pools(
    Register &inventory, const ResolvedDocument &now, bool wasPosted)
{
    QHash<QString, CostPool> byCode;
    const Document &document = now.document;
    const QList<ItemId> items = stockedItems(now).values();
    if (items.isEmpty() || traits(document.kind).valuesStock)
        return byCode;
    BINCARD_ASSIGN(pools, CostPools(inventory, document.recorder(), wasPosted).on(document.date, items));
    for (const Item &item : now.references.items) {
        if (!item.service)
            byCode.insert(item.code, pools.value(item.id.value));
    }
    return byCode;
}

} // namespace bincard
