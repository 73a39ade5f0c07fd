// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Document.h"

#include <QSet>

namespace bincard {

/// What a document writes into the registers, as pure values: receipt +, issue -. The service turns these into
/// movements (ids for codes, the posting date at 00:00:00).
///
///   goods receipt     inventory +quantity at the line's amount
///   opening balance   likewise
///   sales order       inventory -quantity at cost; sales +quantity +revenue +cost
///   customer return   inventory +quantity at the cost of its day (C5); sales -quantity -revenue -cost
///   stock transfer    inventory -quantity at cost from one warehouse, the same + to the other: value moves, none is made
///   write-off         inventory -quantity at cost
///
/// Where a document empties a warehouse, what value is left there moves on by two movements without quantity (C3,
/// domain/Costing.h). Services keep no stock: they appear in `sales` only, at cost 0.
struct StockMovement
{
    int line = 0; ///< of the document, counted from 1
    QString warehouse, item;
    Decimal quantity{0, quantityScale};
    Decimal amount{0, amountScale}; ///< what it is worth (C-rules), not what it is sold for

    [[nodiscard]] bool operator==(const StockMovement &) const = default;
};

struct SalesMovement
{
    int line = 0;
    QString item, partner, warehouse;
    Decimal quantity{0, quantityScale};
    Decimal revenue{0, amountScale}, cost{0, amountScale};

    [[nodiscard]] bool operator==(const SalesMovement &) const = default;
};

struct Postings
{
    QList<StockMovement> inventory;
    QList<SalesMovement> sales;
};

/// `costs` has one value for each line, not negative in the ordinary run of things (domain/Costing.h: lineCosts); it is
/// not read for a kind that values stock. `services` are the codes of the lines' items that keep no stock.
[[nodiscard]] Postings postingsOf(const Document &document, const QList<Decimal> &costs, const QSet<QString> &services);

/// What forbids posting besides problemsOf(document): a service cannot be transferred.
[[nodiscard]] QList<Problem> postingProblems(const Document &document, const QSet<QString> &services);

} // namespace bincard
