// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ImportPlan.h"

#include "domain/CsvValues.h"
#include "service/ImportPlanner.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace bincard {

namespace {

/// Never changed: books remember documents by ids made of it.
constexpr QUuid importNamespace(0xa80d1ffe, 0xddcb, 0x4e77, 0x8d, 0x66, 0xf3, 0x70, 0x1f, 0x42, 0xe2, 0xfc);

constexpr int rowsPerReport = 2000;

int rank(DocumentKind kind)
{
    if (kind == DocumentKind::OpeningBalance)
        return 0;
    if (!traits(kind).issuesStock)
        return 1;
    return traits(kind).hasDestination ? 2 : 3; // a transfer brings something somewhere
}

} // namespace

QUuid importedDocumentId(DocumentKind kind, const QString &number, const QString &warehouse)
{
    return QUuid::createUuidV5(importNamespace, QString(code(kind) + u':' + number + u':' + warehouse));
}

Document ImportPlan::document(const PlannedDocument &planned) const
{
    Document document;
    document.kind = planned.kind;
    document.number = planned.number;
    document.date = planned.date;
    document.note = planned.note;
    if (planned.partner >= 0)
        document.partner = partners.at(planned.partner).row.code;
    if (planned.warehouse >= 0)
        document.warehouse = warehouses.at(planned.warehouse).row.code;
    if (planned.warehouseTo >= 0)
        document.warehouseTo = warehouses.at(planned.warehouseTo).row.code;
    document.id = importedDocumentId(planned.kind, planned.number, document.warehouse);
    document.lines.reserve(planned.lines.size());
    for (const PlannedLine &from : planned.lines) {
        DocumentLine line;
        line.item = items.at(from.item).row.code;
        line.quantity = from.quantity;
        line.unitPrice = from.unitPrice;
        line.discount = from.discount;
        line.amountGiven = from.amountGiven;
        line.amount = from.amountGiven ? from.amount : Decimal(0, amountScale);
        document.lines += line;
    }
    return document;
}

void sortForPosting(QList<PlannedDocument> &documents)
{
    const auto key = [](const PlannedDocument &document) {
        return std::make_tuple(document.date, rank(document.kind), document.firstLine);
    };
    std::stable_sort(documents.begin(), documents.end(),
        [&](const PlannedDocument &a, const PlannedDocument &b) { return key(a) < key(b); });
}

Result<ImportPlan> planDocuments(const ImportRequest &request, const CatalogSnapshot &catalog,
    const std::function<bool(const ImportProgress &)> &progress)
{
    ImportPlan plan;
    ImportCollector collector(request, catalog, plan);
    ImportRows rows(request);
    QList<Problem> problems = collector.problems();
    if (!CsvDateFormat::parse(request.format.dateFormat))
        problems += noDateFormat(request.format.dateFormat);
    const auto opened = rows.open();
    if (!opened.ok() && (opened.error().problems().isEmpty() || problems.isEmpty()))
        return opened.error();
    if (!opened.ok())
        problems += opened.error().problems();
    if (!problems.isEmpty())
        return Error::validation(problems);

    ImportPlanner planner(request, rows, collector, plan);
    const Error cancelled(ErrorCode::Cancelled, {QT_TRANSLATE_NOOP("Error", "The import was cancelled."), {}});
    qint64 count = 0;
    for (ImportRow row; rows.next(row); ++count) {
        planner.add(row);
        const bool report = progress && count % rowsPerReport == 0;
        if (report && !progress({ImportProgress::Step::Reading, rows.bytesRead(), rows.bytes()}))
            return cancelled;
    }
    BINCARD_TRY(rows.finished());
    if (count == 0)
        return nothingToImport(request.file);
    planner.finish();
    return plan;
}

} // namespace bincard
