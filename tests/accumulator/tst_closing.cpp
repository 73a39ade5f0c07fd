// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/Registers.h"
#include "support/Sessions.h"
#include "support/TestDatabase.h"

#include <QSqlError>
#include <QSqlQuery>

using namespace bincard;
using namespace bincard::test;

/// Rule E12: nothing touches a period on or before the closing date, whoever asks and however the sessions meet.
class TestClosing : public QObject
{
    Q_OBJECT

private slots:
    void refusesEveryOperation_data() { engines(); }
    void refusesEveryOperation();
    void refusesInsertsByHand_data() { engines(); }
    void refusesInsertsByHand();
    void countsForEveryRegister_data() { engines(); }
    void countsForEveryRegister();
    void movesForwardOnlyUnlessReopened_data() { engines(); }
    void movesForwardOnlyUnlessReopened();
    void waitsForPostingsUnderWay_data() { engines(); }
    void waitsForPostingsUnderWay();
    void postingsWaitForIt_data() { engines(); }
    void postingsWaitForIt();
    void postingsWaitForAnUpdateByHand_data();
    void postingsWaitForAnUpdateByHand();
    void anOldSnapshotDoesNotGetPast_data();
    void anOldSnapshotDoesNotGetPast();
};

namespace {

const QDate march(2026, 3, 31);

QString period(const Error &error)
{
    return error.details().value("closed_until").toString() + u' ' + error.details().value("period").toString();
}

} // namespace

void TestClosing::refusesEveryOperation()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-03-10", 1, 10, "100"),
        stock.movement("receipt:1", "2026-04-02", 1, 10, "7")}));
    BINCARD_OK(stock->post({stock.movement("receipt:2", "2026-04-01", 1, 10, "5")}));
    BINCARD_OK(stock.accumulator().closePeriod(march));
    QCOMPARE(stock.accumulator().closedUntil().value(), march);

    const auto late = stock->post({stock.movement("order:1", "2026-04-05", 1, 10, "-1"),
        stock.movement("order:1", "2026-03-31T23:59:59", 1, 10, "-1"),
        stock.movement("order:1", "2026-03-30T12:00:00", 1, 10, "-1")});
    BINCARD_FAILS(late, ErrorCode::PeriodClosed);
    QCOMPARE(period(late.error()), "2026-03-31 2026-03-30T12:00:00");
    QVERIFY(late.error().message().english().contains("2026-03-31"));
    const auto unposted = stock->unpost("receipt:1");
    BINCARD_FAILS(unposted, ErrorCode::PeriodClosed);
    QCOMPARE(period(unposted.error()), "2026-03-31 2026-03-10");
    // Another quantity in the closed part, a line less in it, and a line moved into it.
    for (const QList<Movement> &lines :
        QList<QList<Movement>>{{stock.movement("receipt:1", "2026-03-10", 1, 10, "99"),
                                   stock.movement("receipt:1", "2026-04-02", 1, 10, "7")},
            {stock.movement("receipt:1", "2026-04-02", 1, 10, "7")},
            {stock.movement("receipt:1", "2026-03-10", 1, 10, "100"),
                stock.movement("receipt:1", "2026-03-31", 1, 10, "7")}}) {
        BINCARD_FAILS(stock->repost("receipt:1", lines), ErrorCode::PeriodClosed);
    }
    QCOMPARE(stock.balances(), "112.0000 0.00");
    // What stands in the closed part may stay in a document whose open part changes.
    BINCARD_OK(stock->repost(
        "receipt:1", {stock.movement("", "2026-03-10", 1, 10, "100"), stock.movement("", "2026-04-01", 1, 10, "8")}));
    BINCARD_OK(stock->unpost("receipt:2"));
    QCOMPARE(stock.balances(), "108.0000 0.00");
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestClosing::refusesInsertsByHand()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock.accumulator().closePeriod(march));
    const QString sql =
        "INSERT INTO stock_movement (recorder, period, warehouse, item) VALUES ('by hand', '%1', 1, 10)";
    QSqlQuery query(database.database());
    QVERIFY(!query.exec(sql.arg("2026-03-31 23:59:59")));
    QVERIFY2(query.lastError().text().contains("bincard:period_closed"), qPrintable(query.lastError().text()));
    QVERIFY2(query.exec(sql.arg("2026-04-01 00:00:00")), qPrintable(query.lastError().text()));
    QCOMPARE(database.value("SELECT count(*) FROM stock_movement"), "1");
}

void TestClosing::countsForEveryRegister()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock.accumulator().closePeriod(march));
    BINCARD_OK(stock.accumulator().create(
        RegisterDefinition::turnover("visits").dimension("door", DimensionType::Int).integer("people")));
    auto visits = stock.accumulator().use("visits");
    BINCARD_OK(visits);
    const auto posted = visits->post({{"day:1", at("2026-03-31"), {qint64(1)}, {Decimal(3, 0)}, {}}});
    BINCARD_FAILS(posted, ErrorCode::PeriodClosed);
    BINCARD_OK(visits->post({{"day:2", at("2026-04-01"), {qint64(1)}, {Decimal(3, 0)}, {}}}));
}

void TestClosing::movesForwardOnlyUnlessReopened()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    Accumulator &accumulator = stock.accumulator();
    QVERIFY(!accumulator.closedUntil().value().isValid());
    BINCARD_FAILS(accumulator.closePeriod(QDate()), ErrorCode::Validation);
    BINCARD_FAILS(accumulator.closePeriod(QDate(10000, 1, 1)), ErrorCode::Validation);
    BINCARD_FAILS(accumulator.reopenPeriod(march), ErrorCode::Validation);
    BINCARD_OK(accumulator.closePeriod(march));
    BINCARD_OK(accumulator.closePeriod(march));
    BINCARD_FAILS(accumulator.closePeriod(march.addDays(-1)), ErrorCode::Validation);
    BINCARD_FAILS(accumulator.reopenPeriod(march.addDays(1)), ErrorCode::Validation);
    QCOMPARE(accumulator.closedUntil().value(), march);
    BINCARD_OK(accumulator.reopenPeriod(QDate(2026, 2, 28)));
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-03-01", 1, 10, "100")}));
    BINCARD_FAILS(stock->post({stock.movement("receipt:2", "2026-02-28", 1, 10, "100")}), ErrorCode::PeriodClosed);
    BINCARD_OK(accumulator.reopenPeriod(QDate()));
    QVERIFY(!accumulator.closedUntil().value().isValid());
    BINCARD_OK(stock->post({stock.movement("receipt:2", "0001-01-01", 1, 10, "100")}));
}

void TestClosing::waitsForPostingsUnderWay()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    QSqlDatabase connection = database.database();
    QVERIFY(connection.transaction());
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-03-10", 1, 10, "100")}));
    SessionInThread closer(database, [](OtherSession &session) {
        BINCARD_OK(session.accumulator().closePeriod(march));
        BINCARD_FAILS(session->unpost("receipt:1"), ErrorCode::PeriodClosed);
    });
    QVERIFY2(!closer.endsWithin(300), "it closed over a posting under way");
    QVERIFY(connection.commit());
    QVERIFY(closer.endsWithin(5000));
    QCOMPARE(stock.balances(), "100.0000 0.00");
}

void TestClosing::postingsWaitForIt()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    QSqlDatabase connection = database.database();
    for (const bool commits : {false, true}) {
        QVERIFY(connection.transaction());
        BINCARD_OK(stock.accumulator().closePeriod(march));
        SessionInThread poster(database, [commits](OtherSession &session) {
            const auto posted = session->post({Stock::movement("receipt:1", "2026-03-10", 1, 10, "100")});
            if (!commits)
                BINCARD_OK(posted);
            else
                BINCARD_FAILS(posted, ErrorCode::PeriodClosed);
        });
        QVERIFY2(!poster.endsWithin(300), "it posted while the period was being closed");
        QVERIFY(commits ? connection.commit() : connection.rollback());
        QVERIFY(poster.endsWithin(5000));
        if (!commits)
            BINCARD_OK(stock->unpost("receipt:1"));
    }
    QCOMPARE(stock.balances(), "0.0000 0.00");
}

void TestClosing::postingsWaitForAnUpdateByHand_data()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("postgresql") << "postgresql"; // SQLite has one writer anyway
}

void TestClosing::postingsWaitForAnUpdateByHand()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    QSqlDatabase connection = database.database();
    QVERIFY(connection.transaction());
    database.run("UPDATE accumulator_closing SET closed_until = '2026-03-31'");
    SessionInThread poster(database, [](OtherSession &session) {
        BINCARD_FAILS(
            session->post({Stock::movement("receipt:1", "2026-03-10", 1, 10, "100")}), ErrorCode::PeriodClosed);
    });
    QVERIFY2(!poster.endsWithin(300), "it posted while the period was being closed");
    QVERIFY(connection.commit());
    QVERIFY(poster.endsWithin(5000));
}

void TestClosing::anOldSnapshotDoesNotGetPast_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("level");
    QTest::newRow("repeatable read") << "postgresql"
                                     << "REPEATABLE READ";
    QTest::newRow("serializable") << "postgresql"
                                  << "SERIALIZABLE";
}

// The transaction saw the book before it was closed, and goes on seeing it so.
void TestClosing::anOldSnapshotDoesNotGetPast()
{
    BINCARD_TEST_DATABASE(database);
    QFETCH(QString, level);
    Stock stock(database);
    QSqlDatabase connection = database.database();
    QSqlQuery query(connection);
    QVERIFY(query.exec("BEGIN ISOLATION LEVEL " + level));
    QCOMPARE(stock.balances(), "0.0000 0.00");
    {
        const TestConnection other(database.location());
        Accumulator accumulator(other.database());
        BINCARD_OK(accumulator.closePeriod(march));
    }
    BINCARD_FAILS(stock->post({stock.movement("receipt:1", "2026-03-10", 1, 10, "100")}), ErrorCode::Busy);
    QVERIFY(query.exec("ROLLBACK"));
    BINCARD_FAILS(stock->post({stock.movement("receipt:1", "2026-03-10", 1, 10, "100")}), ErrorCode::PeriodClosed);
    QCOMPARE(database.value("SELECT count(*) FROM stock_movement"), "0");
}

QTEST_GUILESS_MAIN(TestClosing)
#include "tst_closing.moc"
