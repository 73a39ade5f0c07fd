// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/BenchBook.h"
#include "service/BenchMovements.h"
#include "service/BenchPeer.h"
#include "service/BenchTimer.h"

namespace bincard::bench {

/// The suite "engine": the register engine alone, beside the bare insert that is its limit and, on PostgreSQL, beside
/// the peer. Each part makes registers of its own in the throw-away book.
class EngineSuite
{
public:
    EngineSuite(BenchBook &bench, const BenchRequest &request) : m_bench(bench), m_request(request) {}
    ~EngineSuite();
    EngineSuite(const EngineSuite &) = delete;
    EngineSuite &operator=(const EngineSuite &) = delete;

    using Rows = Result<QList<BenchRow>>;
    /// Closes the time before the movements, so that every posting is checked, and looks for the peer. First of all.
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Rows posting();   ///< single movements and batches, one client
    [[nodiscard]] Rows clients();   ///< eight of them; PostgreSQL
    [[nodiscard]] Rows documents(); ///< repost and unpost beside post
    [[nodiscard]] Rows backdated(); ///< into ten years of later days
    [[nodiscard]] Rows bulk();      ///< a file of movements through the import
    [[nodiscard]] Rows reads();
    [[nodiscard]] Rows growth();  ///< the same reads of a small and of a large journal
    [[nodiscard]] Rows storage(); ///< bytes of a movement
    [[nodiscard]] QStringList notes() const { return m_notes; }

private:
    [[nodiscard]] db::Session &session() { return m_bench.book().session(); }
    [[nodiscard]] Accumulator &engine() { return m_bench.book().accumulator(); }
    [[nodiscard]] bool isPostgres() { return session().dialect().isPostgres(); }
    [[nodiscard]] int operations(int usual) const { return m_request.operations > 0 ? m_request.operations : usual; }
    /// Batches to post before anything is measured; a run of a few operations is to see that all works.
    [[nodiscard]] int earlier() const { return operations(earlierBatches) < earlierBatches ? 0 : earlierBatches; }
    /// A register with opening stock and earlier movements, and the bare table beside it.
    [[nodiscard]] Result<void> makeRegister(const QString &name);
    /// A register with that many movements besides, posted in large batches.
    [[nodiscard]] Result<void> makeFilled(const QString &name, qint64 movements, const Spread &spread);
    [[nodiscard]] Result<void> analyze();
    /// Bytes of all tables of the register with their indexes; PostgreSQL.
    [[nodiscard]] Result<qint64> bytesOf(const QString &name);
    /// Bytes of the whole file; SQLite.
    [[nodiscard]] Result<qint64> pagesInUse();
    /// The same at the peer, under a name that no other run uses.
    [[nodiscard]] Result<QString> makePeerRegister(const QString &name, Peer::Kind kind);

    /// One client's work: opens its connection in its own thread.
    using Client = std::function<Result<Work>(int client)>;
    /// Operations a second of all clients together, each doing `count` calls.
    [[nodiscard]] static Result<Decimal> rateOfClients(int clients, int count, const Client &client);
    [[nodiscard]] Result<Decimal> clientsOfBincard(const QString &registerName, int turn, int count, bool oneKey);
    [[nodiscard]] Result<Decimal> clientsOfBare(const QString &registerName, int turn, int count, bool oneKey);
    [[nodiscard]] Result<Decimal> clientsOfUpkeep(const QString &registerName, int turn, int count, bool oneKey);
    [[nodiscard]] Result<Decimal> clientsOfPeer(const QString &registerName, int turn, int count, bool oneKey);
    [[nodiscard]] Rows clientRows(bool oneKey);
    /// The row of the register beside BareUpkeep, and what that is beside the same bare INSERT and peer (0: none).
    [[nodiscard]] QList<BenchRow> besideUpkeep(
        const BenchRow &row, Decimal upkeep, Decimal bare, std::optional<Decimal> peer) const;
    [[nodiscard]] Rows singleRows();
    [[nodiscard]] Rows batchRows();

    BenchBook &m_bench;
    const BenchRequest &m_request;
    std::unique_ptr<Peer> m_peer; ///< none: not asked for, or not installed
    QString m_peerName;           ///< "pg_accumulator 1.2.0"
    QStringList m_peerRegisters;  ///< to drop
    QStringList m_notes;
};

} // namespace bincard::bench
