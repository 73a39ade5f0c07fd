// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Load.h"

#include "accumulator/Closing.h"
#include "accumulator/PostgresAppend.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QJsonArray>
#include <QTemporaryFile>

#include <algorithm>
#include <cstdlib>

namespace bincard::accumulator {

namespace {

/// Rows between two workings-in of a batch: what SQLite sorts then stays in memory.
constexpr int workedInAtOnce = 250'000;
/// Rows from which on a first load pays for making the indexes and triggers anew.
constexpr int wholesale = 1000;
/// Rows taken out of the spool at a time.
constexpr int spooledAtOnce = 10'000;

/// Rows that wait in a file until the others have been appended.
class Spool
{
public:
    [[nodiscard]] Result<void> append(const NewRow &row)
    {
        if (!m_file.isOpen()) {
            if (!m_file.open())
                return failure();
            m_stream.setDevice(&m_file);
        }
        QList<qint64> units;
        for (const Decimal value : row.resources)
            units.append(value.units());
        m_stream << row.recorder << row.line << row.period.date << row.period.time << row.cause << row.dimensions
                 << units;
        return m_stream.status() == QDataStream::Ok ? Result<void>() : failure();
    }
    void rewind()
    {
        if (!m_file.isOpen())
            return; // nothing waits
        m_file.flush();
        m_file.seek(0);
    }
    [[nodiscard]] Result<QList<NewRow>> take(const Layout &layout)
    {
        QList<NewRow> rows;
        while (rows.size() < spooledAtOnce && m_file.isOpen() && !m_stream.atEnd()) {
            NewRow row;
            QList<qint64> units;
            m_stream >> row.recorder >> row.line >> row.period.date >> row.period.time >> row.cause >> row.dimensions
                >> units;
            if (m_stream.status() != QDataStream::Ok)
                return failure();
            for (qsizetype i = 0; i < units.size(); ++i)
                row.resources.append(Decimal(units.at(i), layout.scale(static_cast<int>(i))));
            rows.append(row);
        }
        return rows;
    }

private:
    [[nodiscard]] Error failure() const
    {
        return {ErrorCode::Storage,
            {QT_TRANSLATE_NOOP("Error", "A temporary file cannot be written or read: %1"), {m_file.errorString()}}};
    }

    QTemporaryFile m_file;
    QDataStream m_stream;
};

/// Adds the figures without their signs; a sum ends at one more than what fits into a total.
void addVolumes(const QList<NewRow> &rows, QList<qint64> &volumes)
{
    for (const NewRow &row : rows) {
        for (qsizetype i = 0; i < volumes.size(); ++i)
            volumes[i] = std::min(volumes.at(i) + std::abs(row.resources.at(i).units()), Decimal::maximumUnits + 1);
    }
}

} // namespace

// Not replayed when busy: what was read of the source is gone.
Result<PostResult> Load::run(const MovementSource &next)
{
    db::Session &session = *m_context.session;
    if (session.inTransaction() || isInForeignTransaction(session))
        return workInCallers(next);
    db::Transaction transaction(session);
    if (!transaction.begun().ok())
        return saysAlreadyInTransaction(transaction.begun().error()) ? workInCallers(next)
                                                                     : transaction.begun().error();
    BINCARD_ASSIGN(done, work(next));
    BINCARD_TRY(transaction.commit());
    return done;
}

// A source that ends in an error is nothing unusual: what came before is taken back alone.
Result<PostResult> Load::workInCallers(const MovementSource &next)
{
    db::Session &session = *m_context.session;
    BINCARD_TRY(session.run(QStringLiteral("SAVEPOINT bincard_load")));
    const QString release = QStringLiteral("RELEASE SAVEPOINT bincard_load");
    const auto done = work(next);
    const auto kept = done.ok() ? session.run(release) : Result<void>(done.error());
    if (kept.ok())
        return done;
    (void)session.run(QStringLiteral("ROLLBACK TO SAVEPOINT bincard_load"));
    (void)session.run(release);
    return kept.error();
}

Result<PostResult> Load::work(const MovementSource &next)
{
    bool batched = false;
    SqliteBatch batch(m_context);
    if (m_context.isSqlite()) {
        BINCARD_ASSIGN(usable, batch.usable());
        BINCARD_TRY(m_journal.enterActor());
        batched = usable;
    }
    BINCARD_TRY(!m_context.isSqlite() ? onPostgres(next) : batched ? asBatch(batch, next) : inParts(next));
    return PostResult{m_posted};
}

Result<void> Load::asBatch(SqliteBatch &batch, const MovementSource &next)
{
    BINCARD_TRY(batch.open());
    BINCARD_ASSIGN(isFirst, batch.isFirst());
    BINCARD_ASSIGN(closed, Closing(*m_context.session).until());
    bool laidAside = false;
    QList<qint64> volumes(m_context.layout.resourceCount(), 0);
    qsizetype pending = 0;
    const auto workIn = [&]() -> Result<void> {
        if (const auto done = isFirst ? batch.maintainDays() : batch.maintain(); !done.ok())
            return m_journal.batchError(done.error());
        pending = 0;
        return batch.advance();
    };
    while (true) {
        QStringList fresh;
        BINCARD_ASSIGN(some, rows(next, fresh));
        if (some.isEmpty())
            break;
        BINCARD_TRY(m_journal.checkOpen(some, closed));
        if (!isFirst)
            BINCARD_TRY(refuseActive(fresh, next));
        if (isFirst && m_posted == some.size() && some.size() >= wholesale) {
            BINCARD_ASSIGN(done, batch.layAside());
            laidAside = done;
        }
        addVolumes(some, volumes);
        BINCARD_TRY(m_journal.insert(some));
        pending += some.size();
        if (pending >= workedInAtOnce)
            BINCARD_TRY(workIn());
    }
    if (pending > 0)
        BINCARD_TRY(workIn());
    if (isFirst) {
        if (const auto done = batch.makeOfDays(); !done.ok())
            return m_journal.batchError(done.error());
    }
    if (laidAside) {
        BINCARD_TRY(batch.putBack());
        // The guards that are put back have seen none of it. What sums up to so little overflows nowhere.
        if (std::ranges::any_of(volumes, [](qint64 volume) { return volume > Decimal::maximumUnits; })) {
            BINCARD_ASSIGN(exceeded, batch.exceedsLimits());
            if (exceeded)
                return overflowOfTotals();
        }
    }
    BINCARD_ASSIGN(isShort, batch.isShort());
    if (isShort)
        return m_journal.shortOfStock();
    return batch.shut();
}

Result<void> Load::onPostgres(const MovementSource &next)
{
    QStringList fresh;
    BINCARD_ASSIGN(some, rows(next, fresh));
    if (some.size() >= wholesale) {
        PostgresFirstLoad load(m_context);
        BINCARD_ASSIGN(begun, load.begin());
        if (begun)
            return asFirstLoad(load, std::move(some), next);
    }
    return asStatement(std::move(some), std::move(fresh), next);
}

Result<void> Load::asFirstLoad(PostgresFirstLoad &load, QList<NewRow> some, const MovementSource &next)
{
    BINCARD_ASSIGN(closed, Closing(*m_context.session).until());
    while (!some.isEmpty()) {
        BINCARD_TRY(m_journal.checkOpen(some, closed));
        BINCARD_TRY(load.append(some));
        QStringList fresh;
        BINCARD_ASSIGN(more, rows(next, fresh));
        some = more;
    }
    return load.finish();
}

// One statement judges and adds up everything at once: each key's totals are written once, whatever the order of the
// rows.
Result<void> Load::asStatement(QList<NewRow> some, QStringList fresh, const MovementSource &next)
{
    PostgresAppend append(m_context);
    BINCARD_TRY(append.beginStaging());
    QStringList recorders;
    while (!some.isEmpty()) {
        BINCARD_TRY(refuseActive(fresh, next)); // early, before all of a long file waits in the table
        recorders += fresh;
        BINCARD_TRY(append.stage(some));
        fresh.clear();
        BINCARD_ASSIGN(more, rows(next, fresh));
        some = more;
    }
    // All at once and sorted (rule E20), so that two loads of the same recorders wait for each other and no more.
    BINCARD_TRY(m_journal.lock(recorders));
    BINCARD_TRY(refuseActive(recorders));
    const auto inserted = append.insertStaged(PostgresAppend::anything());
    return inserted.ok() ? inserted : m_journal.appendError(inserted.error(), {});
}

Result<void> Load::inParts(const MovementSource &next)
{
    const int forbidden = m_context.definition().forbiddenResource();
    Spool spool;
    while (true) {
        QStringList fresh;
        BINCARD_ASSIGN(some, rows(next, fresh));
        if (some.isEmpty())
            break;
        BINCARD_TRY(m_journal.lock(fresh));
        BINCARD_TRY(refuseActive(fresh, next));
        QList<NewRow> first;
        for (const NewRow &row : std::as_const(some)) {
            if (forbidden >= 0 && row.resources.at(forbidden).units() < 0)
                BINCARD_TRY(spool.append(row));
            else
                first.append(row);
        }
        BINCARD_TRY(m_journal.append(std::move(first)));
    }
    spool.rewind();
    while (true) {
        BINCARD_ASSIGN(some, spool.take(m_context.layout));
        if (some.isEmpty())
            return {};
        BINCARD_TRY(m_journal.append(std::move(some)));
    }
}

Result<QList<NewRow>> Load::rows(const MovementSource &next, QStringList &fresh)
{
    BINCARD_ASSIGN(movements, next());
    BINCARD_ASSIGN(made, Posting(m_context).validated(movements, {}));
    for (NewRow &row : made) {
        int &line = m_lines[qHash(row.recorder, size_t(0x62696e63))];
        if (++line == 1)
            fresh << row.recorder;
        row.line = line;
    }
    m_posted += static_cast<int>(made.size());
    return made;
}

Result<void> Load::refuseActive(const QStringList &recorders, const MovementSource &next)
{
    if (recorders.isEmpty())
        return {};
    BINCARD_ASSIGN(active, m_journal.active(recorders));
    if (active.isEmpty())
        return {};
    while (true) {
        QStringList fresh;
        BINCARD_ASSIGN(some, rows(next, fresh));
        if (some.isEmpty())
            return m_journal.alreadyPosted(active);
        BINCARD_ASSIGN(more, m_journal.active(fresh));
        active += more;
    }
}

Result<void> Load::refuseActive(const QStringList &recorders)
{
    if (recorders.isEmpty())
        return {};
    BINCARD_ASSIGN(active, m_journal.active(recorders));
    return active.isEmpty() ? Result<void>() : m_journal.alreadyPosted(active);
}

} // namespace bincard::accumulator
