// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/MovementImport.h"

#include "accumulator/Closing.h"
#include "db/Session.h"
#include "service/ImportFields.h"
#include "service/MovementRows.h"
#include "store/DocumentStore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace bincard {

namespace {

constexpr int movementsAtOnce = 10'000;
/// A file of the wrong kind has something wrong in every row; nobody reads that far.
constexpr qsizetype problemsKept = 10'000;
constexpr qsizetype rowsShown = 10;

/// As the journal says it, and in which rows: the first of them, for a person.
Error periodClosed(const Error &error, const ImportReport &report)
{
    QJsonArray problems;
    for (const ImportProblem &problem : report.problems.mid(0, rowsShown))
        problems.append(QJsonObject{{QStringLiteral("field"), problem.field}, {QStringLiteral("line"), problem.line},
            {QStringLiteral("message"), problem.reason.english()}});
    return error.with(QStringLiteral("line"), report.problems.constFirst().line)
        .with(QStringLiteral("problems"), problems)
        .with(QStringLiteral("rows"), report.problems.size() + report.problemsBeyond);
}

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

// As any unit of work (rule E20), though by reading the file anew: an import locks items and recorders as they come in
// it, so that two of them may meet in a deadlock.
Result<ImportReport> MovementImport::run(
    const MovementImportRequest &request, const std::function<bool(const ImportProgress &)> &progress)
{
    constexpr int attempts = 6;
    for (int attempt = 1;; ++attempt) {
        auto report = once(request, progress);
        if (report.ok() || !db::mayReplay(report.error()) || attempt >= attempts)
            return report;
        db::pauseBeforeRetry(attempt);
    }
}

Result<ImportReport> MovementImport::once(
    const MovementImportRequest &request, const std::function<bool(const ImportProgress &)> &progress)
{
    BINCARD_ASSIGN(reg, m_accumulator.use(request.registerName));
    const RegisterDefinition definition = reg.definition();
    BINCARD_TRY(refuseLedger(definition));
    MovementImportRequest wanted = request;
    if (!MovementRows::isJson(request.file))
        BINCARD_TRY(complete(wanted, definition, false));
    BINCARD_ASSIGN(closedUntil, m_accumulator.closedUntil());
    MovementRows rows(m_session, definition);
    BINCARD_TRY(rows.open(wanted));
    ImportReport report;
    report.dryRun = request.dryRun;
    std::optional<Period> closed; // the first period that is
    qint64 closedRows = 0;
    const auto found = [&](const QList<ImportProblem> &problems) {
        const qsizetype kept = std::min(problems.size(), problemsKept - report.problems.size());
        report.problems += problems.mid(0, kept);
        report.problemsBeyond += problems.size() - kept;
    };
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
            QList<ImportProblem> problems;
            BINCARD_ASSIGN(more, rows.next(movement, problems));
            if (!more)
                break;
            ++report.rowsRead;
            if (problems.isEmpty() && closedUntil.isValid() && movement.period.date <= closedUntil) {
                closed = closed.value_or(movement.period);
                ++closedRows;
                problems << ImportProblem{rows.line(), QStringLiteral("period"), movement.period.toString(),
                    accumulator::Closing::error(closedUntil, movement.period).message()};
            }
            found(problems);
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
    if (!posted.ok() && posted.error().code() == ErrorCode::Cancelled && report.problems.isEmpty())
        report.cancelled = true; // also in the middle of a statement, long after the last row was read
    if (posted.ok() && report.rowsRead == 0)
        return nothingToImport(request.file);
    if (closed && !report.cancelled && closedRows == report.problems.size() + report.problemsBeyond)
        return periodClosed(accumulator::Closing::error(closedUntil, *closed), report);
    if (posted.ok())
        report.rowsTaken = posted->posted;
    else if (report.problems.isEmpty() && !report.cancelled)
        return RegisterJson(m_session, definition).withCodes(posted.error());
    return report;
}

} // namespace bincard
