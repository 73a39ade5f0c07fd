// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "db/Session.h"
#include "support/Registers.h"
#include "support/Sessions.h"
#include "support/TestDatabase.h"

#include <QSqlDriver>
#include <QSqlQuery>

using namespace bincard;
using namespace bincard::test;

/// The accumulator is a guest on a connection: it takes part in whatever transaction is open there, and makes its own
/// only where none is.
class TestCallerTransaction : public QObject
{
    Q_OBJECT

private slots:
    void plainTransactionTakesEverythingBack_data() { engines(); }
    void plainTransactionTakesEverythingBack();
    void plainTransactionKeepsEverything_data() { engines(); }
    void plainTransactionKeepsEverything();
    void sessionsTransaction_data() { engines(); }
    void sessionsTransaction();
    void ownTransactionIsWhole_data() { engines(); }
    void ownTransactionIsWhole();
    void createIsTakenBackToo_data() { engines(); }
    void createIsTakenBackToo();
};

void TestCallerTransaction::plainTransactionTakesEverythingBack()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-04-01", 1, 10, "500", "1")}));
    database.run("CREATE TABLE orders (id INTEGER)");
    QSqlDatabase connection = database.database();

    QVERIFY(connection.transaction());
    database.run("INSERT INTO orders VALUES (1)");
    stock.accumulator().setRecordedBy("somebody new");
    BINCARD_OK(stock->post({stock.movement("order:1", "2026-04-12", 1, 10, "-80", "-1")}));
    BINCARD_OK(stock->repost("order:1", {stock.movement("", "2026-04-12", 1, 10, "-90", "-1")}));
    BINCARD_OK(stock->post({stock.movement("receipt:2", "2026-04-12", 2, 11, "7")}));
    BINCARD_OK(stock->unpost("receipt:2"));
    BINCARD_OK(stock->verify());
    QCOMPARE(stock.balances(), "410.0000 0.00");
    QVERIFY(connection.rollback());

    QCOMPARE(database.value("SELECT COUNT(*) FROM orders"), "0");
    for (const char *table : {"stock_movement", "stock_day", "stock_month", "stock_balance"})
        QCOMPARE(database.value(QString("SELECT COUNT(*) FROM %1").arg(QLatin1String(table))), "1");
    QCOMPARE(stock.balances(), "500.0000 1.00");
    QCOMPARE(stock.verifyFindings(), 0);
    // The name that went with the transaction is entered again.
    BINCARD_OK(stock->post({stock.movement("order:1", "2026-04-12", 1, 10, "-80")}));
    MovementsQuery query;
    query.recorder = "order:1";
    const auto page = stock->movements(query);
    BINCARD_OK(page);
    QCOMPARE(page->rows.at(0).recordedBy, "somebody new");
}

void TestCallerTransaction::plainTransactionKeepsEverything()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    QSqlDatabase connection = database.database();
    QVERIFY(connection.transaction());
    // Reading first leaves SQLite's deferred transaction without the write lock.
    QCOMPARE(stock.balances(), "0.0000 0.00");
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-04-01", 1, 10, "500", "1")}));
    BINCARD_OK(stock->rebuild());
    QVERIFY(connection.commit());
    OtherSession seen(database.location());
    QCOMPARE(shown(*seen->balance({}, {})), "500.0000 1.00");
}

void TestCallerTransaction::sessionsTransaction()
{
    BINCARD_TEST_DATABASE(database);
    Stock other(database);
    const auto dialect = db::Dialect::of(database.database());
    BINCARD_OK(dialect);
    db::Session session(database.database(), *dialect);
    Accumulator accumulator(session);
    auto stock = accumulator.use("stock");
    BINCARD_OK(stock);
    {
        const db::Transaction transaction(session);
        BINCARD_OK(transaction.begun());
        BINCARD_OK(stock->post({Stock::movement("receipt:1", "2026-04-01", 1, 10, "500")}));
        QVERIFY(session.inTransaction());
    }
    QCOMPARE(other.balances(), "0.0000 0.00");
    {
        db::Transaction transaction(session);
        BINCARD_OK(transaction.begun());
        BINCARD_OK(stock->post({Stock::movement("receipt:1", "2026-04-01", 1, 10, "500")}));
        BINCARD_OK(stock->unpost("receipt:1"));
        BINCARD_OK(stock->post({Stock::movement("receipt:1", "2026-04-01", 1, 10, "300")}));
        BINCARD_OK(transaction.commit());
    }
    QVERIFY(!session.inTransaction());
    QCOMPARE(other.balances(), "300.0000 0.00");
    QCOMPARE(other.verifyFindings(), 0);
}

void TestCallerTransaction::ownTransactionIsWhole()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-04-01", 1, 10, "5")}));
    BINCARD_FAILS(stock->post({stock.movement("receipt:2", "2026-04-01", 1, 11, "5"),
                      stock.movement("order:1", "2026-04-01", 1, 10, "-6")}),
        ErrorCode::InsufficientStock);
    BINCARD_FAILS(stock->post({stock.movement("receipt:2", "2026-04-01", 1, 11, "5"),
                      stock.movement("receipt:3", "2026-04-01", 1, 999, "6")}),
        ErrorCode::Validation);
    QCOMPARE(database.value("SELECT COUNT(*) FROM stock_movement"), "1");
    QCOMPARE(stock.balances({}, {"warehouse", "item"}), "1,10: 5.0000 0.00");
    // Nothing is left open: a plain transaction can begin.
    QSqlDatabase connection = database.database();
    QVERIFY(connection.transaction());
    QVERIFY(connection.rollback());
}

void TestCallerTransaction::createIsTakenBackToo()
{
    BINCARD_TEST_DATABASE(database);
    QSqlDatabase connection = database.database();
    Accumulator accumulator(connection);
    QVERIFY(connection.transaction());
    BINCARD_OK(accumulator.create(
        RegisterDefinition::balance("cash").dimension("till", DimensionType::Int).decimal("sum", 2)));
    BINCARD_OK(accumulator.use("cash"));
    QVERIFY(connection.rollback());
    QVERIFY(!connection.tables().contains("cash_movement"));
    BINCARD_OK(accumulator.install());
    BINCARD_FAILS(accumulator.use("cash"), ErrorCode::RegisterNotFound);
}

QTEST_GUILESS_MAIN(TestCallerTransaction)
#include "tst_caller_transaction.moc"
