// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Posting.h"

#include <QCoreApplication>

namespace bincard {

Postings postingsOf(const Document &document, const QList<Decimal> &costs, const QSet<QString> &services)
{
    Q_ASSERT(traits(document.kind).valuesStock || costs.size() == document.lines.size());
    Postings postings;
    for (qsizetype i = 0; i < document.lines.size(); ++i) {
        const DocumentLine &line = document.lines.at(i);
        const int number = static_cast<int>(i) + 1;
        const bool service = services.contains(line.item);
        const Decimal cost = service || i >= costs.size() ? Decimal(0, amountScale) : costs.at(i);
        const auto stock = [&](const QString &warehouse, Decimal quantity, Decimal amount) {
            if (!service)
                postings.inventory << StockMovement{number, warehouse, line.item, quantity, amount};
        };
        const auto sale = [&](Decimal quantity, Decimal revenue, Decimal costOfSale) {
            postings.sales << SalesMovement{
                number, line.item, document.partner, document.warehouse, quantity, revenue, costOfSale};
        };
        switch (document.kind) {
        case DocumentKind::GoodsReceipt:
        case DocumentKind::OpeningBalance: stock(document.warehouse, line.quantity, line.amount); break;
        case DocumentKind::SalesOrder:
            stock(document.warehouse, -line.quantity, -cost);
            sale(line.quantity, line.amount, cost);
            break;
        case DocumentKind::CustomerReturn:
            stock(document.warehouse, line.quantity, cost);
            sale(-line.quantity, -line.amount, -cost);
            break;
        case DocumentKind::StockTransfer:
            stock(document.warehouse, -line.quantity, -cost);
            stock(document.warehouseTo, line.quantity, cost);
            break;
        case DocumentKind::WriteOff: stock(document.warehouse, -line.quantity, -cost); break;
        }
    }
    return postings;
}

QList<Problem> postingProblems(const Document &document, const QSet<QString> &services)
{
    QList<Problem> problems;
    if (document.kind != DocumentKind::StockTransfer)
        return problems;
    for (qsizetype i = 0; i < document.lines.size(); ++i) {
        const QString &item = document.lines.at(i).item;
        if (services.contains(item))
            problems << Problem{QStringLiteral("lines.item"), static_cast<int>(i) + 1,
                {QT_TRANSLATE_NOOP("Error", "%1 is a service: it keeps no stock that could be transferred."), {item}}};
    }
    return problems;
}

} // namespace bincard
