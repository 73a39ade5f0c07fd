// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Document.h"
#include "service/CatalogService.h"
#include "service/ImportRows.h"

namespace bincard {

/// What a file of documents amounts to, before anything is written: pure values, no database.
///
/// Rules, in the order in which they are applied to an invoice (the rows of one number, wherever they stand):
///  1. A row that cannot be read leaves its whole invoice out; the other rows are reported as left out because of it.
///  2. The kind is the file's, or a sales order. A sales order whose number is "C" and then no letter, or "C..." with
///     nothing but negative quantities, is a cancellation: a customer return, its quantities made positive; both signs
///     in one cancellation contradict each other and are a problem.
///  3. Negative lines of any other sales order are a write-off; a negative line of a service, which keeps no stock to
///     write off, is a credit: a customer return. If that makes several documents of one invoice, the sales order keeps
///     the number and the others add "-W" and "-R".
///  4. Codes of items and partners compare whatever the case. Spelling: the catalog's, else the first in the file.
///     Unknown ones are created with the first document that needs them: an item is named by the first filled
///     description on a line that sells it, else the first at all, else its code; its list price is its most frequent
///     price above zero in the file.
///  5. Rows without a partner, where the kind needs one, go to the walk-in partner. A partner (warehouse, note, kind)
///     named in any row of an invoice is that of all; two different ones are a problem.
struct PlannedLine
{
    int line = 0; ///< of the file
    int item = 0; ///< in ImportPlan::items
    Decimal quantity{0, quantityScale};
    Decimal unitPrice{0, priceScale};
    Decimal discount{0, percentScale};
    Decimal amount{0, amountScale};
    bool amountGiven = false;
};

struct PlannedDocument
{
    DocumentKind kind = DocumentKind::SalesOrder;
    QString number;
    QDate date;
    int partner = -1; ///< in ImportPlan::partners
    int warehouse = -1, warehouseTo = -1;
    QString note;
    int firstLine = 0; ///< of the file; 0: not from the file (opening balance)
    QList<PlannedLine> lines;
};

template <typename Row>
struct PlannedRow
{
    Row row;
    bool isNew = false;
};

struct ImportPlan
{
    QList<PlannedDocument> documents; ///< in the order in which they are to be posted: see sortForPosting()
    QList<PlannedRow<Item>> items;
    QList<PlannedRow<Partner>> partners;
    QList<PlannedRow<Warehouse>> warehouses;
    QList<ImportProblem> problems;
    bool linesInDetails = false;
    int rowsRead = 0, rowsWithoutPartner = 0, documentsLeftOut = 0;

    /// As the document service takes it; the id derives from kind, number and warehouse, so that a second run of the
    /// same file finds what the first one brought.
    [[nodiscard]] Document document(const PlannedDocument &planned) const;
};

/// By date; within a day what increases stock before what decreases it, then as in the file.
void sortForPosting(QList<PlannedDocument> &documents);

[[nodiscard]] QUuid importedDocumentId(DocumentKind kind, const QString &number, const QString &warehouse);

/// Reads all rows and plans them. Validation if the request itself is wrong (columns, constants, services), Cancelled
/// if `progress` says so; what is wrong with rows stands in the plan.
[[nodiscard]] Result<ImportPlan> planDocuments(const ImportRequest &request, const CatalogSnapshot &catalog,
    const std::function<bool(const ImportProgress &)> &progress);

} // namespace bincard
