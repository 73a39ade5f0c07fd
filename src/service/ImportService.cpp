// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ImportService.h"

#include "accumulator/Accumulator.h"
#include "db/Session.h"
#include "db/SqlCatalog.h"
#include "service/ImportCatalog.h"
#include "service/ImportWriter.h"
#include "service/OpeningStock.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace bincard {

namespace {

/// A document of the book, as far as it tells whether the file's is the same.
struct BookDocument
{
    DocumentState state = DocumentState::Draft;
    int lines = 0;
    Decimal total{0, amountScale};
};

Result<QHash<QUuid, BookDocument>> documentsBetween(db::Session &session, QDate from, QDate to)
{
    QHash<QUuid, BookDocument> result;
    BINCARD_ASSIGN(
        rows, session.query(db::sql(session.dialect(), QStringLiteral("document_totals_between")), {from, to}));
    while (rows.next()) {
        BINCARD_ASSIGN(state, documentState(rows.text(1)));
        result.insert(rows.uuid(0), {state, static_cast<int>(rows.integer(2)), rows.decimal(3, amountScale)});
    }
    BINCARD_TRY(rows.finished());
    return result;
}

/// A draft that an earlier import left has moved nothing yet.
KnownDocuments inTheRegisters(const QHash<QUuid, BookDocument> &book)
{
    KnownDocuments known;
    for (auto it = book.cbegin(); it != book.cend(); ++it)
        if (it->state != DocumentState::Draft)
            known.insert(it.key());
    return known;
}

/// Ids of the book's rows to indices of the plan.
template <typename Row>
QHash<qint64, int> indexById(const QList<PlannedRow<Row>> &rows)
{
    QHash<qint64, int> result;
    for (qsizetype i = 0; i < rows.size(); ++i)
        if (rows.at(i).row.id.isValid())
            result.insert(rows.at(i).row.id.value, static_cast<int>(i));
    return result;
}

Result<BookStock> bookStock(db::Session &session, const ImportPlan &plan, QDate opening)
{
    const QStringList key{QStringLiteral("warehouse"), QStringLiteral("item")};
    const QHash<qint64, int> warehouses = indexById(plan.warehouses), items = indexById(plan.items);
    const auto stockOf = [&](const QList<QVariant> &group) {
        return StockKey{warehouses.value(group.at(0).toLongLong(), -1), items.value(group.at(1).toLongLong(), -1)};
    };
    BookStock stock;
    Accumulator accumulator(session);
    BINCARD_ASSIGN(inventory, accumulator.use(QStringLiteral("inventory")));
    BINCARD_ASSIGN(balances, inventory.balance({}, key, Until(opening)));
    for (const BalanceRow &row : balances)
        stock[stockOf(row.group)][opening] += row.resources.constFirst().units();
    TurnoverQuery later;
    later.from = Period(opening.addDays(1));
    later.groupBy = key;
    later.by = Granularity::Day;
    BINCARD_ASSIGN(turnovers, inventory.turnover(later));
    for (const TurnoverRow &row : turnovers)
        stock[stockOf(row.group)][QDate::fromString(row.bucket, Qt::ISODate)] +=
            row.receipts.constFirst().units() - row.issues.constFirst().units();
    stock.removeIf([](auto it) { return it.key().first < 0 || it.key().second < 0; });
    return stock;
}

/// Sorts the plan's documents into those to write, those that an earlier import brought, and those that have changed
/// since.
Result<QList<qsizetype>> documentsToWrite(
    const ImportPlan &plan, const QHash<QUuid, BookDocument> &book, bool post, ImportReport &report)
{
    QList<qsizetype> result;
    for (qsizetype i = 0; i < plan.documents.size(); ++i) {
        const PlannedDocument &planned = plan.documents.at(i);
        Document document = plan.document(planned);
        const auto known = book.constFind(document.id);
        if (known == book.constEnd()) {
            result += i;
            continue;
        }
        BINCARD_TRY(computeAmounts(document));
        if (known->lines != document.lines.size() || known->total != document.total) {
            ++report.documentsLeftOut;
            report.problems += ImportProblem{planned.firstLine, name(DocumentField::Number), planned.number,
                {QT_TRANSLATE_NOOP("Error", "Document %1 came with an earlier import and has other lines in the book."),
                    {planned.number}},
                0, plan.linesInDetails};
        } else if (known->state == DocumentState::Draft && post) {
            result += i;
        } else {
            ++report.alreadyImported;
        }
    }
    return result;
}

Result<ImportReport> importDocuments(db::Session &session, CatalogService &catalog, DocumentService &documents,
    const ImportRequest &request, const std::function<bool(const ImportProgress &)> &progress)
{
    if (request.openingCostRatio.isNegative())
        return Error::validation(QStringLiteral("opening_cost_ratio"),
            {QT_TRANSLATE_NOOP("Error", "The ratio of the opening cost cannot be below zero."), {}});
    BINCARD_ASSIGN(snapshot, catalog.all());
    BINCARD_ASSIGN(plan, planDocuments(request, snapshot, progress));
    ImportReport report;
    report.dryRun = request.dryRun;
    report.rowsRead = plan.rowsRead;
    report.rowsWithoutPartner = plan.rowsWithoutPartner;
    report.documentsLeftOut = plan.documentsLeftOut;
    QHash<QUuid, BookDocument> book;
    if (!plan.documents.isEmpty()) {
        BINCARD_ASSIGN(found, documentsBetween(session, openingDate(plan), plan.documents.constLast().date));
        book = found;
    }
    if (request.inferOpeningStock && !plan.documents.isEmpty()) {
        if (progress && !progress({ImportProgress::Step::Checking, 0, plan.documents.size()}))
            return Error(ErrorCode::Cancelled, {QT_TRANSLATE_NOOP("Error", "The import was cancelled."), {}});
        BINCARD_ASSIGN(stock, bookStock(session, plan, openingDate(plan)));
        addOpeningStock(plan, stock, inTheRegisters(book), request.openingCostRatio);
    }
    report.problems = plan.problems;
    BINCARD_ASSIGN(wanted, documentsToWrite(plan, book, request.post, report));
    BINCARD_TRY(ImportWriter(session, documents, plan, request, report).write(wanted, progress));
    std::stable_sort(
        report.problems.begin(), report.problems.end(), [](const ImportProblem &a, const ImportProblem &b) {
            return std::tie(a.inDetails, a.line) < std::tie(b.inDetails, b.line);
        });
    return report;
}

} // namespace

Result<ImportReport> ImportService::run(
    const ImportRequest &request, const std::function<bool(const ImportProgress &)> &progress)
{
    auto report = request.kind == ImportKind::Documents
        ? importDocuments(m_session, m_catalog, m_documents, request, progress)
        : importCatalog(m_catalog, request, progress);
    if (!report.ok() && report.error().code() == ErrorCode::Cancelled) {
        ImportReport nothing;
        nothing.cancelled = true;
        nothing.dryRun = request.dryRun;
        return nothing;
    }
    return report;
}

} // namespace bincard
