// SPDX-License-Identifier: GPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "db/Session.h"
#include "support/BookContent.h"
#include "support/Registers.h"
#include "support/TestDatabase.h"

#include <QSqlQuery>

using namespace bincard;
using namespace bincard::test;

/// Faults while SQLite works by its quick ways, triggers and indexes laid aside: the book is to the byte what it was. After
/// a full disk or an error of a file the engine may end a transaction by itself: what went on after that would be
/// committed statement by statement.
class TestLoadFaults : public QObject
{
    Q_OBJECT

private slots:
    void failsAtEveryStatement_data();
    void failsAtEveryStatement();
    void whateverEndsItLeavesNothing_data();
    void whateverEndsItLeavesNothing();
    void singleMovementAtEveryStatement();
    void fullDiskAtEveryPage_data();
    void fullDiskAtEveryPage();
};

namespace {

/// A further connection to the book, whose statements can be made to fail.
struct OtherSession
{
    explicit OtherSession(const TestDatabase &database) : connection(database.location()) {}

    const TestConnection connection;
    db::Session session{connection.database(), *db::Dialect::of(connection.database())};
    Accumulator accumulator{session};
};

} // namespace

void TestLoadFaults::failsAtEveryStatement_data()
{
    QTest::addColumn<bool>("callers");
    QTest::addColumn<bool>("takenBack");
    QTest::newRow("own transaction") << false << false;
    QTest::newRow("own transaction, taken back by the engine") << false << true;
    QTest::newRow("caller's transaction") << true << false;
    QTest::newRow("caller's transaction, taken back by the engine") << true << true;
}

void TestLoadFaults::failsAtEveryStatement()
{
    QFETCH(bool, callers);
    QFETCH(bool, takenBack);
    TestDatabase database("sqlite");
    const Stock stock(database);
    const QStringList before = everythingIn(database.database());
    OtherSession other(database);
    db::Session &session = other.session;
    auto found = other.accumulator.use("stock");
    BINCARD_OK(found);
    int cut = 0;
    for (bool wasCut = true; wasCut; ++cut) {
        wasCut = false;
        QSqlDatabase own = session.database();
        if (callers) {
            QVERIFY(own.transaction());
            QVERIFY(QSqlQuery(own).exec("INSERT INTO items VALUES (99, 'CALLERS')"));
        }
        int statements = 0;
        session.setProbe([&](const QString &) -> Result<void> {
            if (statements++ != cut)
                return {};
            wasCut = true;
            if (takenBack)
                (void)own.exec("ROLLBACK");
            return Error(ErrorCode::Storage, {"The disk is full.", {}});
        });
        const auto loaded = found->load(inParts(receipts("doc", 1300), 1100));
        session.setProbe({});
        QCOMPARE(loaded.ok(), !wasCut);
        const QString where = QString("statement %1").arg(cut);
        if (callers) {
            QVERIFY2(own.commit() != (wasCut && takenBack), qPrintable(where));
            QVERIFY(QSqlQuery(own).exec("DELETE FROM items WHERE id = 99"));
        }
        if (wasCut && everythingIn(database.database()) != before)
            QFAIL(qPrintable(where + ": something of the load was left"));
    }
    QVERIFY(cut > 40);
    const auto verified = found->verify();
    BINCARD_OK(verified);
    QCOMPARE(verified->rows.size(), 0);
    QCOMPARE(firstColumn(database.database(), "SELECT count(*) FROM stock_movement"), QStringList("1300"));
}

/// The short way of a single movement gives way to the long one, which must not find itself outside of the transaction.
void TestLoadFaults::singleMovementAtEveryStatement()
{
    TestDatabase database("sqlite");
    const Stock stock(database);
    const QStringList before = everythingIn(database.database());
    OtherSession other(database);
    db::Session &session = other.session;
    auto found = other.accumulator.use("stock");
    BINCARD_OK(found);
    bool wasCut = true;
    for (int cut = 0; wasCut; ++cut) {
        wasCut = false;
        QSqlDatabase own = session.database();
        QVERIFY(own.transaction());
        QVERIFY(QSqlQuery(own).exec("INSERT INTO items VALUES (99, 'CALLERS')"));
        int statements = 0;
        session.setProbe([&](const QString &) -> Result<void> {
            if (statements++ != cut)
                return {};
            wasCut = true;
            (void)own.exec("ROLLBACK");
            return Error(ErrorCode::Storage, {"The disk is full.", {}});
        });
        const auto posted = found->post({Stock::movement("doc", "2026-04-01", 1, 10, "1")});
        session.setProbe({});
        QCOMPARE(posted.ok(), !wasCut);
        QVERIFY(own.commit() != wasCut);
        if (wasCut)
            QCOMPARE(everythingIn(database.database()), before);
    }
}

void TestLoadFaults::whateverEndsItLeavesNothing_data()
{
    QTest::addColumn<Movement>("last");
    QTest::addColumn<ErrorCode>("code");
    Movement tooFew = Stock::movement("last", "2026-02-01", 1, 10, "1");
    tooFew.dimensions.removeLast();
    QTest::newRow("no movement of this register") << tooFew << ErrorCode::Validation;
    QTest::newRow("closed") << Stock::movement("last", "2025-12-31", 1, 10, "1") << ErrorCode::PeriodClosed;
    QTest::newRow("short") << Stock::movement("last", "2026-01-05", 1, 10, "-999999") << ErrorCode::InsufficientStock;
    QTest::newRow("unknown") << Stock::movement("last", "2026-02-01", 1, 4711, "1") << ErrorCode::Validation;
    QTest::newRow("overflow") << Stock::movement("last", "2026-02-01", 1, 10, "1", "9999999999999999.99")
                              << ErrorCode::Validation;
    QTest::newRow("cancelled") << Movement() << ErrorCode::Cancelled;
}

/// What is wrong comes last, when the triggers and indexes have long been laid aside.
void TestLoadFaults::whateverEndsItLeavesNothing()
{
    QFETCH(Movement, last);
    QFETCH(ErrorCode, code);
    TestDatabase database("sqlite");
    Stock stock(database);
    BINCARD_OK(stock.accumulator().closePeriod(QDate(2025, 12, 31)));
    const QStringList before = everythingIn(database.database());
    QList<Movement> movements = receipts("doc", 2500);
    movements << last;
    for (const bool callers : {false, true}) {
        QSqlDatabase connection = database.database();
        QVERIFY(!callers || connection.transaction());
        auto parts = inParts(movements, 1250);
        const auto refused = stock->load([&]() -> Result<QList<Movement>> {
            auto part = parts();
            if (part.ok() && part->size() == 1 && code == ErrorCode::Cancelled)
                return Error(ErrorCode::Cancelled, {"Cancelled.", {}});
            return part;
        });
        BINCARD_FAILS(refused, code);
        QVERIFY(!callers || connection.commit());
        QCOMPARE(everythingIn(database.database()), before);
    }
    BINCARD_OK(stock->load(inParts(receipts("doc", 2500), 1250)));
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestLoadFaults::fullDiskAtEveryPage_data()
{
    QTest::addColumn<QString>("journal");
    QTest::newRow("log") << "WAL";
    QTest::newRow("journal") << "DELETE";
}

/// The disk is full at another page each time, with a cache so small that pages are written all along.
void TestLoadFaults::fullDiskAtEveryPage()
{
    QFETCH(QString, journal);
    TestDatabase database("sqlite");
    Stock stock(database);
    database.run("PRAGMA journal_mode = " + journal);
    database.run("PRAGMA cache_size = 10");
    const QStringList before = everythingIn(database.database());
    QSqlDatabase connection = database.database();
    const int there = database.value("PRAGMA page_count").toInt();
    bool loaded = false;
    int failed = 0;
    for (int more = 0; !loaded; more += 3) {
        const bool callers = more % 2 == 1;
        database.run(QString("PRAGMA max_page_count = %1").arg(there + more));
        QVERIFY(!callers || connection.transaction());
        const auto done = stock->load(inParts(receipts("doc", 3000), 1100));
        loaded = done.ok();
        if (callers && !connection.commit())
            (void)connection.rollback(); // nothing to take back where the engine has done so
        database.run("PRAGMA max_page_count = 1073741823");
        if (loaded)
            break;
        ++failed;
        QCOMPARE(done.error().code(), ErrorCode::Storage);
        if (everythingIn(database.database()) != before)
            QFAIL(qPrintable(QString("something of the load was left at %1 more pages").arg(more)));
    }
    QVERIFY(failed > 10);
    QCOMPARE(stock.verifyFindings(), 0);
}

QTEST_GUILESS_MAIN(TestLoadFaults)
#include "tst_load_faults.moc"
