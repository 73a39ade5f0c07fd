// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/Session.h"
#include "db/SqlCatalog.h"
#include "service/ReportService.h"
#include "service/StockSelection.h"

#include <QCoreApplication>

namespace bincard {

namespace {

struct DocumentLabel
{
    QString number, partner;
};

/// The documents of the period that have the item, in one read: a card of a thousand rows must not ask a thousand times.
Result<QHash<QUuid, DocumentLabel>> labels(db::Session &session, qint64 item, QDate from, QDate to)
{
    BINCARD_ASSIGN(
        rows, session.query(db::sql(session.dialect(), QStringLiteral("report_documents_of_item")), {from, to, item}));
    QHash<QUuid, DocumentLabel> found;
    while (rows.next())
        found.insert(rows.uuid(0), {rows.text(1), rows.text(2)});
    BINCARD_TRY(rows.finished());
    return found;
}

StockCardRow rowOf(const JournalRow &movement, const QHash<QUuid, DocumentLabel> &documents)
{
    StockCardRow row;
    row.movement = movement.id;
    row.period = movement.period;
    row.recorder = movement.recorder;
    row.document = documentOf(movement.recorder);
    const DocumentLabel label = documents.value(row.document);
    row.documentLabel = label.number.isEmpty() ? movement.recorder : label.number;
    row.partnerName = label.partner;
    const auto kind = documentKind(movement.recorder.section(u':', 0, 0));
    if (kind.ok())
        row.kind = *kind;
    const Decimal quantity = movement.resources.at(standard::Quantity);
    if (quantity.isNegative())
        row.issue = -quantity;
    else
        row.receipt = quantity;
    row.valueChange = movement.resources.at(standard::Amount);
    return row;
}

} // namespace

Result<StockCard> ReportService::stockCard(
    const QString &itemCode, const QString &warehouseCode, QDate from, QDate to, int limit)
{
    const db::Snapshot snapshot(m_session);
    BINCARD_TRY(snapshot.begun());
    StockFilter filter;
    filter.items << itemCode;
    if (!warehouseCode.isEmpty())
        filter.warehouses << warehouseCode;
    BINCARD_ASSIGN(selection, StockSelection::make(m_session, filter, {}));
    if (selection.isEmpty())
        return Error(ErrorCode::NotFound,
            {QT_TRANSLATE_NOOP("Error", "There is no item \"%1\" or no warehouse \"%2\"."), {itemCode, warehouseCode}});
    const qint64 itemId = selection.registerFilter().value(standard::item).constFirst().toLongLong();
    const Item *item = selection.item(itemId);
    StockCard card{item->code, item->name, item->unit, {}, {}, item->unitDecimals, noFigures(quantityScale),
        noFigures(amountScale), {}, false};
    if (!warehouseCode.isEmpty()) {
        const qint64 id = selection.registerFilter().value(standard::warehouse).constFirst().toLongLong();
        card.warehouse = selection.warehouse(id)->code;
        card.warehouseName = selection.warehouse(id)->name;
    }
    BINCARD_ASSIGN(inventory, m_accumulator.use(standard::inventory));
    TurnoverQuery totals{Period(from), Until(to), selection.registerFilter(), {}, Granularity::None};
    BINCARD_ASSIGN(figures, inventory.turnover(totals));
    for (const TurnoverRow &row : figures) {
        card.quantity = figuresOf(row, standard::Quantity);
        card.value = figuresOf(row, standard::Amount);
    }
    MovementsQuery query;
    query.from = Period(from);
    query.to = Until(to);
    query.filter = selection.registerFilter();
    query.activeOnly = true;
    query.limit = limit;
    BINCARD_ASSIGN(page, inventory.movements(query));
    card.truncated = !page.next.isEmpty();
    BINCARD_ASSIGN(documents, labels(m_session, itemId, from, to));
    Decimal balance = card.quantity.opening;
    Decimal value = card.value.opening;
    for (const JournalRow &movement : page.rows) {
        StockCardRow row = rowOf(movement, documents);
        if (const Warehouse *place = selection.warehouse(StockSelection::warehouseIn(movement.dimensions)))
            row.warehouse = place->code;
        BINCARD_TRY(add(balance, movement.resources.at(standard::Quantity)));
        BINCARD_TRY(add(value, row.valueChange));
        row.balance = balance;
        row.value = value;
        card.rows << row;
    }
    return card;
}

} // namespace bincard
