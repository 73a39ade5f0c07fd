// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/BenchBare.h"
#include "service/BenchEngine.h"
#include "service/BenchMachine.h"
#include "service/BenchMovements.h"
#include "service/BenchUpkeep.h"

#include <QThread>

#include <latch>

namespace bincard::bench {

namespace {

constexpr int turns = 3;
constexpr int clientCount = 8;
constexpr int warmUp = 3;
const QString suite = QStringLiteral("clients");

/// Every client's movements are its own in every turn; keys are shared.
Movement movementOfClient(int client, int turn, int number, bool oneKey)
{
    const QString recorder = QStringLiteral("c%1:%2:%3").arg(client).arg(turn).arg(number);
    Spread spread;
    if (oneKey)
        spread.keys = 1;
    return movementOf(recorder, qint64(number) * clientCount + client, spread);
}

/// What a client of Bincard owns, in its own thread.
struct Connected
{
    std::unique_ptr<db::Connection> connection;
    std::unique_ptr<Accumulator> engine;
    std::optional<Register> used;
};

Result<std::shared_ptr<Connected>> connected(const BookLocation &location, const QString &registerName)
{
    auto client = std::make_shared<Connected>();
    BINCARD_ASSIGN(connection, db::Connection::open(location, db::Connection::Create::No));
    client->connection = std::move(connection);
    client->engine = std::make_unique<Accumulator>(client->connection->session());
    BINCARD_ASSIGN(used, client->engine->use(registerName));
    client->used = used;
    return client;
}

Result<void> allOf(const Work &work, int first, int count)
{
    for (int number = first; number < first + count; ++number)
        BINCARD_TRY(work(number));
    return {};
}

} // namespace

Result<Decimal> EngineSuite::rateOfClients(int clients, int count, const Client &client)
{
    std::latch ready(clients), go(1);
    QList<Result<void>> results(clients);
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < clients; ++i) {
        threads.emplace_back(QThread::create([&, i] {
            Result<Work> made = client(i);
            Result<void> done = made.ok() ? allOf(*made, 0, warmUp) : Result<void>(made.error());
            ready.count_down();
            go.wait();
            results[i] = done.ok() ? allOf(*made, warmUp, count) : done;
        }));
        threads.back()->start();
    }
    ready.wait();
    QElapsedTimer timer;
    timer.start();
    go.count_down();
    for (const auto &thread : threads)
        thread->wait();
    const qint64 elapsed = timer.nsecsElapsed();
    for (const Result<void> &result : results)
        BINCARD_TRY(result);
    return perSecond(qint64(count) * clients, elapsed);
}

Result<Decimal> EngineSuite::clientsOfBincard(const QString &registerName, int turn, int count, bool oneKey)
{
    return rateOfClients(clientCount, count, [&, turn, oneKey](int number) -> Result<Work> {
        BINCARD_ASSIGN(client, connected(m_bench.location(), registerName));
        return Work([client, number, turn, oneKey](int i) -> Result<void> {
            BINCARD_TRY(client->used->post({movementOfClient(number, turn, i, oneKey)}));
            return {};
        });
    });
}

Result<Decimal> EngineSuite::clientsOfBare(const QString &registerName, int turn, int count, bool oneKey)
{
    return rateOfClients(clientCount, count, [&, turn, oneKey](int number) -> Result<Work> {
        BINCARD_ASSIGN(client, connected(m_bench.location(), registerName));
        const auto bare = std::make_shared<BareJournal>(client->connection->session(), registerName);
        return Work([client, bare, number, turn, oneKey](
                        int i) { return bare->insertOne(movementOfClient(number, turn, i, oneKey)); });
    });
}

Result<Decimal> EngineSuite::clientsOfUpkeep(const QString &registerName, int turn, int count, bool oneKey)
{
    return rateOfClients(clientCount, count, [&, turn, oneKey](int number) -> Result<Work> {
        BINCARD_ASSIGN(client, connected(m_bench.location(), registerName));
        const auto upkeep = std::make_shared<BareUpkeep>(client->connection->session(), registerName);
        return Work([client, upkeep, number, turn, oneKey](
                        int i) { return upkeep->insert({movementOfClient(number, turn, i, oneKey)}); });
    });
}

Result<Decimal> EngineSuite::clientsOfPeer(const QString &registerName, int turn, int count, bool oneKey)
{
    return rateOfClients(clientCount, count, [&, turn, oneKey](int number) -> Result<Work> {
        BINCARD_ASSIGN(opened, Peer::open(*m_request.peer));
        const std::shared_ptr<Peer> peer = std::move(opened);
        return Work([peer, registerName, number, turn, oneKey](
                        int i) { return peer->post(registerName, {movementOfClient(number, turn, i, oneKey)}); });
    });
}

EngineSuite::Rows EngineSuite::clients()
{
    if (!isPostgres())
        return QList<BenchRow>{}; // SQLite has one writer at a time
    BINCARD_ASSIGN(rows, clientRows(false));
    BINCARD_ASSIGN(oneKey, clientRows(true));
    return rows + oneKey;
}

EngineSuite::Rows EngineSuite::clientRows(bool oneKey)
{
    const QString name = oneKey ? QStringLiteral("engine_one_key") : QStringLiteral("engine_clients");
    BINCARD_TRY(makeRegister(name));
    BINCARD_TRY(BareUpkeep::make(session(), name));
    QStringList peers;
    if (m_peer) {
        BINCARD_ASSIGN(plain, makePeerRegister(name, Peer::Kind::Plain));
        BINCARD_ASSIGN(buffered, makePeerRegister(name + QStringLiteral("_buffered"), Peer::Kind::Buffered));
        peers = {plain, buffered};
    }
    const qint64 fsyncs = fsyncsPerSecond(m_bench.folder());
    const int count = std::max(1, operations(1600) / clientCount);
    QList<QList<qint64>> rates(3 + peers.size());
    for (int turn = 0; turn < turns; ++turn) {
        BINCARD_ASSIGN(bincard, clientsOfBincard(name, turn, count, oneKey));
        rates[0] << bincard.units();
        BINCARD_ASSIGN(bare, clientsOfBare(name, turn, count, oneKey));
        rates[1] << bare.units();
        BINCARD_ASSIGN(byHand, clientsOfUpkeep(name, turn, count, oneKey));
        rates[2] << byHand.units();
        for (qsizetype i = 0; i < peers.size(); ++i) {
            BINCARD_ASSIGN(peer, clientsOfPeer(peers.at(i), turn, count, oneKey));
            rates[3 + i] << peer.units();
        }
    }
    const auto rate = [&](qsizetype of) { return Decimal(percentile(rates.at(of), 50), 0); };
    BenchRow row = rateRow(suite,
        oneKey ? QStringLiteral("post one movement, eight clients, one single key")
               : QStringLiteral("post one movement, eight clients"),
        rate(0));
    row.operations = qint64(count) * clientCount * turns;
    row.fsyncsPerSecond = fsyncs;
    QList<BenchRow> rows{beside(row, bareInsert, rate(1))};
    if (m_peer) {
        const BenchRow plain = beside(row, m_peerName, rate(3));
        rows << (oneKey ? plain : atLeast(plain, Decimal(300, 2)))
             << beside(row, m_peerName + QStringLiteral(", its buffer for many writers"), rate(4));
    }
    return rows + besideUpkeep(row, rate(2), rate(1), m_peer ? std::optional(rate(3)) : std::nullopt);
}

} // namespace bincard::bench
