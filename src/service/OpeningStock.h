// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/ImportPlan.h"

#include <QHash>
#include <QMap>

namespace bincard {

/// Net quantity by day, as units of quantityScale.
using DailyNet = QMap<QDate, qint64>;

/// A stock of the plan: (index of the warehouse, index of the item).
using StockKey = QPair<int, int>;

/// What the book holds already: the balance at the end of the day before the first document (under that day), and every
/// later day's net.
using BookStock = QHash<StockKey, DailyNet>;

/// Documents of a plan that are in the book, by their ids; their movements are part of BookStock.
using KnownDocuments = QSet<QUuid>;

/// The day before the plan's first document; invalid if there is none.
[[nodiscard]] QDate openingDate(const ImportPlan &plan);

/// --infer-opening-stock: adds one opening balance for each warehouse that needs one, dated the day before the first
/// document. Quantity: exactly what is missing for the stock not to fall below zero at the end of any day. Amount:
/// quantity * (sum of quantity * unit price / sum of quantity, over the rows of the file that sell the item) * ratio,
/// in exact fractions and rounded once, half away from zero; 0 for an item that the file never sells.
/// A number that is taken by an earlier import gets a suffix ("-2"): that one brought the stock of other documents.
void addOpeningStock(ImportPlan &plan, const BookStock &book, const KnownDocuments &known, Decimal ratio);

} // namespace bincard
