// SPDX-License-Identifier: GPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "db/Connection.h"
#include "support/Registers.h"
#include "support/TestDatabase.h"

using namespace bincard;
using namespace bincard::test;

/// A full disk and a lost connection in the middle of posting: a typed error, a whole book, and the next call works.
class TestStorageFaults : public QObject
{
    Q_OBJECT

private slots:
    void fullDiskOnSqlite();
    void fullDiskOnPostgres_data();
    void fullDiskOnPostgres();
    void lostConnectionAtEveryStatement_data();
    void lostConnectionAtEveryStatement();
};

namespace {

QList<Movement> document(const char *recorder, int lines)
{
    QList<Movement> movements;
    for (int line = 0; line < lines; ++line)
        movements << Stock::movement(
            recorder, line % 2 == 0 ? "2026-04-01" : "2026-05-02", 1 + line % 2, 10 + line % 3, "1", "2.50");
    return movements;
}

} // namespace

// No page more than there is: what the engine meets is what a full disk is to it.
void TestStorageFaults::fullDiskOnSqlite()
{
    TestDatabase database("sqlite");
    Stock stock(database);
    BINCARD_OK(stock->post(document("first", 3)));
    const QString before = stock.balances({}, {"warehouse", "item"});
    database.run("PRAGMA max_page_count = 1"); // as many as there are already
    const auto refused = stock->post(document("too large", 4000));
    BINCARD_FAILS(refused, ErrorCode::Storage);
    QVERIFY2(refused.error().message().english().contains("full"), qPrintable(refused.error().message().english()));
    QCOMPARE(stock.balances({}, {"warehouse", "item"}), before);
    QCOMPARE(stock.verifyFindings(), 0);
    BINCARD_FAILS(stock->unpost("too large"), ErrorCode::NotFound);
    database.run("PRAGMA max_page_count = 1073741823");
    BINCARD_OK(stock->post(document("too large", 4000)));
    BINCARD_OK(stock->unpost("first"));
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestStorageFaults::fullDiskOnPostgres_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("table");
    // The journal, the totals behind it and the balances: whichever file it is that cannot grow.
    for (const char *table : {"stock_movement", "stock_day", "stock_month", "stock_balance", "accumulator_recorder"})
        QTest::newRow(table) << "postgresql" << table;
}

// The server says what it says when a file cannot be extended (SQLSTATE 53100), at that table.
void TestStorageFaults::fullDiskOnPostgres()
{
    BINCARD_TEST_DATABASE(database);
    QFETCH(QString, table);
    Stock stock(database);
    BINCARD_OK(stock->post(document("first", 3)));
    const QString before = stock.balances({}, {"warehouse", "item"});
    database.run("CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN"
                 " RAISE EXCEPTION USING ERRCODE = '53100', MESSAGE = 'could not extend file: No space left on device';"
                 " END$$");
    database.run(QString("CREATE TRIGGER zz_full BEFORE INSERT OR UPDATE ON %1"
                         " FOR EACH STATEMENT EXECUTE FUNCTION full_disk()")
                     .arg(table));
    BINCARD_FAILS(stock->post(document("second", 5)), ErrorCode::Storage);
    QCOMPARE(stock.balances({}, {"warehouse", "item"}), before);
    QCOMPARE(stock.verifyFindings(), 0);
    database.run(QString("DROP TRIGGER zz_full ON %1").arg(table));
    BINCARD_OK(stock->post(document("second", 5)));
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestStorageFaults::lostConnectionAtEveryStatement_data()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("postgresql") << "postgresql"; // a file has no server
}

// The server ends the session before the first, the second ... statement of a posting, the commit included.
void TestStorageFaults::lostConnectionAtEveryStatement()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post(document("first", 3)));
    const QString before = stock.balances({}, {"warehouse", "item"});
    int cut = 0;
    for (bool wasCut = true; wasCut; ++cut) {
        auto connection = db::Connection::open(database.location(), db::Connection::Create::No);
        BINCARD_OK(connection);
        db::Session &session = (*connection)->session();
        Accumulator accumulator(session);
        auto found = accumulator.use("stock");
        BINCARD_OK(found);
        auto pid = session.query("SELECT pg_backend_pid()");
        BINCARD_OK(pid);
        QVERIFY(pid->next());
        const QString end = QString("SELECT pg_terminate_backend(%1, 5000)").arg(pid->integer(0));
        pid = session.query("SELECT 1");
        int statements = 0;
        wasCut = false;
        session.setProbe([&](const QString &) -> Result<void> {
            if (statements++ == cut) {
                wasCut = true;
                database.run(end);
            }
            return {};
        });
        const auto posted = found->post(document("second", 5));
        session.setProbe({});
        if (!wasCut) {
            BINCARD_OK(posted);
            break;
        }
        BINCARD_FAILS(posted, ErrorCode::ConnectionLost);
        QVERIFY(session.connectionLost());
        QCOMPARE(stock.balances({}, {"warehouse", "item"}), before);
    }
    QVERIFY2(cut >= 1, "nothing was cut");
    QCOMPARE(stock.verifyFindings(), 0);
    QCOMPARE(stock->unpost("second")->reversed, 5);
}

QTEST_GUILESS_MAIN(TestStorageFaults)
#include "tst_storage_faults.moc"
