// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/MovementImport.h"

#include "db/Session.h"
#include "domain/CsvDetection.h"
#include "service/ImportRows.h"
#include "service/MovementRows.h"
#include "store/DocumentStore.h"

#include <QCoreApplication>
#include <QSet>

namespace bincard {

namespace {

constexpr int movementsAtOnce = 10'000;
/// A file of the wrong kind has something wrong in every row; nobody reads that far.
constexpr qsizetype problemsKept = 10'000;

Error stopped() { return {ErrorCode::Cancelled, {QT_TRANSLATE_NOOP("Error", "Cancelled."), {}}}; }

} // namespace

Result<void> MovementImport::lockPools(const RegisterDefinition &definition, const QList<Movement> &movements)
{
    // As RegisterService does for what is posted by hand: documents that are just costing these items go first.
    if (definition.name() != u"inventory" || m_session.dialect().isSqlite())
        return {};
    const int place = definition.dimensionIndex(QStringLiteral("item"));
    QSet<ItemId> items;
    for (const Movement &movement : movements)
        items << ItemId{movement.dimensions.at(place).toLongLong()};
    return DocumentStore(m_session).lockPools(items.values());
}

Result<void> MovementImport::refuseLedger(const RegisterDefinition &definition)
{
    if (!definition.isLedger())
        return {};
    return Error::validation(QStringLiteral("register"),
        {QT_TRANSLATE_NOOP("Error", "%1 is a ledger; movements are imported into registers of balances and turnovers."),
            {definition.name()}});
}

Result<std::optional<CsvFormat>> MovementImport::detected(const QString &file)
{
    if (MovementRows::isJson(file))
        return std::optional<CsvFormat>();
    QFile device;
    BINCARD_TRY(openForImport(device, file));
    BINCARD_ASSIGN(format, detectCsv(device));
    return std::optional(format);
}

Result<ImportReport> MovementImport::run(
    const MovementImportRequest &request, const std::function<bool(const ImportProgress &)> &progress)
{
    BINCARD_ASSIGN(reg, m_accumulator.use(request.registerName));
    const RegisterDefinition definition = reg.definition();
    BINCARD_TRY(refuseLedger(definition));
    MovementRows rows(m_session, definition);
    BINCARD_TRY(rows.open(request));
    ImportReport report;
    report.dryRun = request.dryRun;
    const auto next = [&]() -> Result<QList<Movement>> {
        QList<Movement> movements;
        movements.reserve(movementsAtOnce);
        while (movements.size() < movementsAtOnce) {
            if (report.rowsRead % 1000 == 0 && progress
                && !progress({ImportProgress::Step::Reading, rows.bytesRead(), rows.bytes()})) {
                report.cancelled = true;
                return stopped();
            }
            Movement movement;
            BINCARD_ASSIGN(more, rows.next(movement, report.problems));
            if (!more)
                break;
            ++report.rowsRead;
            if (report.problems.size() > problemsKept)
                return stopped();
            if (report.problems.isEmpty()) // from the first problem on the file is only read to its end
                movements.append(std::move(movement));
        }
        if (!report.problems.isEmpty())
            return stopped();
        BINCARD_TRY(lockPools(definition, movements));
        if (movements.isEmpty() && progress)
            (void)progress({ImportProgress::Step::Writing, rows.bytes(), rows.bytes()});
        return movements;
    };
    const auto posted = [&]() -> Result<PostResult> {
        db::Transaction transaction(m_session);
        BINCARD_TRY(transaction.begun());
        BINCARD_ASSIGN(done, reg.load(next));
        if (!request.dryRun)
            BINCARD_TRY(transaction.commit());
        return done;
    }();
    if (posted.ok())
        report.rowsTaken = posted->posted;
    else if (report.problems.isEmpty() && !report.cancelled)
        return RegisterJson(m_session, definition).withCodes(posted.error());
    return report;
}

} // namespace bincard
