// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/BenchBare.h"
#include "service/BenchEngine.h"
#include "service/BenchMachine.h"
#include "service/BenchMovements.h"
#include "service/BenchUpkeep.h"

namespace bincard::bench {

namespace {

constexpr int turns = 5;
constexpr int batchSize = 1000;
constexpr int linesPerDocument = 10;
const QString suite = QStringLiteral("posting");

/// A thousand movements as a hundred documents, in one call.
QList<Movement> documentsOf(const QString &prefix, int number)
{
    QList<Movement> movements = batchOf(prefix, number, batchSize);
    for (qsizetype i = 0; i < movements.size(); ++i)
        movements[i].recorder += QStringLiteral(":%1").arg(i / linesPerDocument);
    return movements;
}

} // namespace

EngineSuite::Rows EngineSuite::posting()
{
    BINCARD_ASSIGN(rows, singleRows());
    BINCARD_ASSIGN(batches, batchRows());
    return rows + batches;
}

EngineSuite::Rows EngineSuite::singleRows()
{
    const QString name = QStringLiteral("engine_single");
    BINCARD_TRY(makeRegister(name));
    BINCARD_ASSIGN(posted, engine().use(name));
    BareJournal bare(session(), name);
    BINCARD_TRY(BareUpkeep::make(session(), name));
    BareUpkeep upkeep(session(), name);
    const auto movement = [](int number) { return movementOf(QStringLiteral("s:%1").arg(number), number); };
    QList<Work> works{[&](int number) -> Result<void> {
                          BINCARD_TRY(posted.post({movement(number)}));
                          return {};
                      },
        [&](int number) { return bare.insertOne(movement(number)); },
        [&](int number) { return upkeep.insert({movementOf(QStringLiteral("u:%1").arg(number), number)}); }};
    QString peerRegister;
    if (m_peer) {
        BINCARD_ASSIGN(made, makePeerRegister(name, Peer::Kind::Plain));
        peerRegister = made;
        works << [&](int number) { return m_peer->post(peerRegister, {movement(number)}); };
    }
    const qint64 fsyncs = fsyncsPerSecond(m_bench.folder());
    const int count = std::max(1, operations(2000) / turns);
    BINCARD_ASSIGN(times, inTurns(turns, count, works));

    BenchRow row = rateRow(suite, QStringLiteral("post one movement, one client"), perSecond(count, times.at(0)));
    row.operations = qint64(count) * turns;
    row.fsyncsPerSecond = fsyncs;
    QList<BenchRow> rows{atLeast(
        beside(row, bareInsert, perSecond(count, times.at(1))), isPostgres() ? Decimal(50, 2) : Decimal(60, 2))};
    if (m_peer)
        rows << atLeast(beside(row, m_peerName, perSecond(count, times.at(3))), Decimal(400, 2));
    return rows
        + besideUpkeep(row, perSecond(count, times.at(2)), perSecond(count, times.at(1)),
            m_peer ? std::optional(perSecond(count, times.at(3))) : std::nullopt);
}

EngineSuite::Rows EngineSuite::batchRows()
{
    const QString name = QStringLiteral("engine_batch");
    BINCARD_TRY(makeRegister(name));
    BINCARD_ASSIGN(posted, engine().use(name));
    BareJournal bare(session(), name);
    BINCARD_TRY(BareUpkeep::make(session(), name));
    BareUpkeep upkeep(session(), name);
    const auto batch = [](int number) { return batchOf(QStringLiteral("b"), number, batchSize); };
    QList<Work> works{[&](int number) -> Result<void> {
                          BINCARD_TRY(posted.post(batch(number)));
                          return {};
                      },
        [&](int number) { return bare.insertMany(batch(number)); },
        [&](int number) -> Result<void> {
            BINCARD_TRY(posted.post(documentsOf(QStringLiteral("d"), number)));
            return {};
        },
        [&](int number) { return upkeep.insert(batchOf(QStringLiteral("u"), number, batchSize)); }};
    QString peerRegister;
    if (m_peer) {
        BINCARD_ASSIGN(made, makePeerRegister(name, Peer::Kind::Plain));
        peerRegister = made;
        works << [&](int number) { return m_peer->post(peerRegister, batch(number)); };
    }
    const qint64 fsyncs = fsyncsPerSecond(m_bench.folder());
    const int count = std::max(1, operations(2000) / (100 * turns));
    BINCARD_ASSIGN(times, inTurns(turns, count, works));

    const auto rate = [&](int work) { return perSecond(qint64(count) * batchSize, times.at(work)); };
    BenchRow row = rateRow(suite, QStringLiteral("post movements in batches of 1000, one client"), rate(0));
    row.operations = qint64(count) * turns * batchSize;
    row.fsyncsPerSecond = fsyncs;
    QList<BenchRow> rows{atLeast(beside(row, QStringLiteral("the target"), Decimal(100'000, 0)), Decimal(100, 2))};
    // SQLite's target is the plain figure alone.
    const BenchRow besideBare = beside(row, bareInsert, rate(1));
    rows << (isPostgres() ? atLeast(besideBare, Decimal(50, 2)) : besideBare);
    if (m_peer)
        rows << atLeast(beside(row, m_peerName, rate(4)), Decimal(600, 2));
    rows << besideUpkeep(row, rate(3), rate(1), m_peer ? std::optional(rate(4)) : std::nullopt);
    BenchRow documents = row;
    documents.name = QStringLiteral("post batches of 100 documents of 10 lines, one client");
    documents.figure = rate(2);
    rows << beside(documents, bareInsert, rate(1));
    return rows;
}

} // namespace bincard::bench
