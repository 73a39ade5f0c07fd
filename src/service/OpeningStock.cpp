// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/OpeningStock.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

namespace bincard {

namespace {

/// Sums over the rows that sell an item: units of quantity (e4), and of quantity times price (e8).
struct Sold
{
    Int128 quantity = 0, value = 0;
};

/// What a line does to the stock of a warehouse; `sign` is that of the document's kind.
int signOf(DocumentKind kind) { return traits(kind).issuesStock ? -1 : 1; }

void addNets(const ImportPlan &plan, const PlannedDocument &document, BookStock &stock)
{
    for (const PlannedLine &line : document.lines) {
        if (plan.items.at(line.item).row.service)
            continue;
        const qint64 units = line.quantity.units();
        stock[{document.warehouse, line.item}][document.date] += signOf(document.kind) * units;
        if (document.warehouseTo >= 0)
            stock[{document.warehouseTo, line.item}][document.date] += units;
    }
}

QHash<int, Sold> soldItems(const ImportPlan &plan)
{
    QHash<int, Sold> result;
    for (const PlannedDocument &document : plan.documents) {
        if (document.kind != DocumentKind::SalesOrder)
            continue;
        for (const PlannedLine &line : document.lines) {
            Sold &sold = result[line.item];
            sold.quantity += line.quantity.units();
            sold.value += Int128(line.quantity.units()) * line.unitPrice.units();
        }
    }
    return result;
}

/// The lowest end-of-day balance, turned around: what must be there at the beginning.
qint64 missing(const DailyNet &days)
{
    qint64 balance = 0, lowest = 0;
    for (const qint64 net : days) {
        balance += net;
        lowest = qMin(lowest, balance);
    }
    return -lowest;
}

Int128 greatestCommonDivisor(Int128 a, Int128 b)
{
    while (b != 0)
        a = std::exchange(b, a % b);
    return a == 0 ? 1 : a;
}

/// quantity (e4) * value (e8) / sold quantity (e4) * ratio (e4), as an amount; nothing if it leaves 18 digits.
std::optional<Decimal> worth(qint64 quantity, const Sold &sold, Decimal ratio)
{
    if (sold.quantity == 0)
        return Decimal(0, amountScale);
    const Int128 common = greatestCommonDivisor(sold.value, sold.quantity);
    Int128 numerator = sold.value / common;
    const Int128 denominator =
        sold.quantity / common * powerOfTen(quantityScale + priceScale + ratio.scale() - amountScale);
    if (__builtin_mul_overflow(numerator, Int128(quantity), &numerator)
        || __builtin_mul_overflow(numerator, Int128(ratio.units()), &numerator))
        return std::nullopt;
    const auto amount = Decimal::fromRatio(numerator, denominator, amountScale);
    return amount.ok() ? std::optional<Decimal>(*amount) : std::nullopt;
}

QString freeNumber(const QDate &date, const QString &warehouse, const KnownDocuments &known)
{
    const QString base = QString(u"OPENING-" + date.toString(Qt::ISODate) + u'-' + warehouse).left(36);
    QString number = base;
    for (int next = 2; known.contains(importedDocumentId(DocumentKind::OpeningBalance, number, warehouse)); ++next)
        number = base + u'-' + QString::number(next);
    return number;
}

} // namespace

QDate openingDate(const ImportPlan &plan)
{
    QDate first;
    for (const PlannedDocument &document : plan.documents)
        first = first.isValid() ? qMin(first, document.date) : document.date;
    return first.isValid() ? first.addDays(-1) : QDate();
}

void addOpeningStock(ImportPlan &plan, const BookStock &book, const KnownDocuments &known, Decimal ratio)
{
    BookStock stock = book;
    for (const PlannedDocument &document : std::as_const(plan.documents))
        if (!known.contains(plan.document(document).id))
            addNets(plan, document, stock);
    const QHash<int, Sold> sold = soldItems(plan);
    std::map<int, PlannedDocument> openings;
    const QDate date = openingDate(plan);
    for (auto it = stock.cbegin(); it != stock.cend(); ++it) {
        const qint64 quantity = missing(it.value());
        if (quantity == 0)
            continue;
        PlannedLine line;
        line.item = it.key().second;
        line.quantity = Decimal(quantity, quantityScale);
        line.amountGiven = true;
        const auto amount = worth(quantity, sold.value(line.item), ratio);
        if (!amount)
            plan.problems += ImportProblem{0, name(DocumentField::Amount), plan.items.at(line.item).row.code,
                {QT_TRANSLATE_NOOP(
                     "Error", "The opening stock of this item is worth more than 18 digits hold; it is left out."),
                    {}},
                0, plan.linesInDetails};
        else
            line.amount = *amount;
        if (amount)
            openings[it.key().first].lines += line;
    }
    for (auto &[warehouse, document] : openings) {
        document.kind = DocumentKind::OpeningBalance;
        document.date = date;
        document.warehouse = warehouse;
        document.number = freeNumber(date, plan.warehouses.at(warehouse).row.code, known);
        std::sort(document.lines.begin(), document.lines.end(),
            [](const PlannedLine &a, const PlannedLine &b) { return a.item < b.item; });
        plan.documents += document;
    }
    sortForPosting(plan.documents);
}

} // namespace bincard
