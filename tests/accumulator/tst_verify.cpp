// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/Registers.h"
#include "support/TestDatabase.h"

#include <QRegularExpression>
#include <QSqlQuery>

using namespace bincard;
using namespace bincard::test;

/// Rule E15: whatever is wrong in a derived table is found, named and put right.
class TestVerify : public QObject
{
    Q_OBJECT

private slots:
    void findsAndRepairs_data();
    void findsAndRepairs();
    void turnoverRegistersToo_data() { engines(); }
    void turnoverRegistersToo();
    void canBeCancelled_data() { engines(); }
    void canBeCancelled();
    void guardsStandAgainAfterRebuild_data() { engines(); }
    void guardsStandAgainAfterRebuild();

private:
    /// Does what a forger with all rights can: takes the guards away, changes rows, puts nothing back.
    static void forge(TestDatabase &database, const QString &table, QString sql);
};

void TestVerify::forge(TestDatabase &database, const QString &table, QString sql)
{
    if (database.isSqlite()) {
        for (const char *suffix : {"_no_insert", "_no_update", "_no_delete"})
            database.run(QString("DROP TRIGGER %1%2").arg(table, QLatin1String(suffix)));
        for (const char *side : {"_receipts", "_issues"})
            sql.replace(QString("amount") + QLatin1String(side), QString("amount%1_e2").arg(QLatin1String(side)));
        sql.replace(QRegularExpression("\\bamount\\b"), "amount_e2").replace("12.34", "1234");
        sql.replace("quantity_lowest", "quantity_lowest_e4").replace("2.5", "25000").replace("4.5", "45000");
    } else {
        database.run(QString("ALTER TABLE %1 DISABLE TRIGGER ALL").arg(table));
    }
    database.run(sql);
    if (!database.isSqlite())
        database.run(QString("ALTER TABLE %1 ENABLE TRIGGER ALL").arg(table));
}

void TestVerify::findsAndRepairs_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QStringList>("expected"); // check|key|period|expected|actual|status
    const auto row = [](const char *name, const char *table, const char *sql, const QStringList &expected) {
        for (const char *engine : {"sqlite", "postgresql"})
            QTest::addRow("%s: %s", engine, name) << QString(engine) << QString(table) << QString(sql) << expected;
    };
    row("wrong balance", "stock_balance", "UPDATE stock_balance SET amount = 12.34 WHERE item = 11",
        {"balance|warehouse=1, item=11||amount=7.00|amount=12.34|mismatch"});
    row("wrong total", "stock_day", "UPDATE stock_day SET amount_issues = 12.34 WHERE item = 10 AND day = '2026-04-02'",
        {"day|warehouse=1, item=10|2026-04-02|amount_issues=1.00|amount_issues=12.34|mismatch"});
    row("missing", "stock_month", "DELETE FROM stock_month WHERE item = 11",
        {"month|warehouse=1, item=11|2026-04|quantity_receipts=5.0000, quantity_issues=0.0000, amount_receipts=7.00, "
         "amount_issues=0.00||missing"});
    // It proves that a balance holds, so it must not be too high; being too low only costs time.
    row("lowest of a month", "stock_month", "UPDATE stock_month SET quantity_lowest = 4.5 WHERE item = 10",
        {"month.lowest|warehouse=1, item=10|2026-04|quantity_lowest=4.0000|quantity_lowest=4.5000|mismatch"});
    row("lowest of a month, too low", "stock_month", "UPDATE stock_month SET quantity_lowest = 2.5 WHERE item = 11",
        {});
    row("orphan", "stock_day", "UPDATE stock_day SET day = '2027-01-01' WHERE item = 11",
        {"day|warehouse=1, item=11|2026-04-01|quantity_receipts=5.0000, quantity_issues=0.0000, amount_receipts=7.00, "
         "amount_issues=0.00||missing",
            "day|warehouse=1, item=11|2027-01-01||quantity_receipts=5.0000, quantity_issues=0.0000, "
            "amount_receipts=7.00, "
            "amount_issues=0.00|orphan"});
}

void TestVerify::findsAndRepairs()
{
    BINCARD_TEST_DATABASE(database);
    QFETCH(QString, table);
    QFETCH(QString, sql);
    QFETCH(QStringList, expected);
    Stock stock(database);
    BINCARD_OK(stock->post(
        {stock.movement("r1", "2026-04-01", 1, 10, "5", "3"), stock.movement("r1", "2026-04-01", 1, 11, "5", "7")}));
    BINCARD_OK(stock->post({stock.movement("o1", "2026-04-02", 1, 10, "-1", "-1")}));
    const auto clean = stock->verify();
    BINCARD_OK(clean);
    QVERIFY(clean->rows.isEmpty());
    QCOMPARE(clean->checked, 3 + 2 + 2); // days, months, balances

    forge(database, table, sql);
    const auto found = stock->verify();
    BINCARD_OK(found);
    QStringList rows;
    for (const VerifyRow &row : found->rows)
        rows << QStringList{row.check, row.key, row.period, row.expected, row.actual, row.status}.join('|');
    QCOMPARE(rows, expected);

    BINCARD_OK(stock->rebuild());
    QCOMPARE(stock.verifyFindings(), 0);
    QCOMPARE(stock.balances({}, {"item"}), "10: 4.0000 2.00; 11: 5.0000 7.00");
}

void TestVerify::turnoverRegistersToo()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(
        RegisterDefinition::turnover("sales").dimension("item", DimensionType::Text).decimal("amount", 2)));
    auto sales = accumulator.use("sales");
    BINCARD_OK(sales);
    BINCARD_OK(sales->post({{"a", at("2026-04-01"), {QString("x")}, {decimal("5", 2)}, {}}}));
    BINCARD_OK(sales->repost("a", {{"", at("2026-04-01"), {QString("x")}, {decimal("6", 2)}, {}}}));
    forge(database, "sales_day", "UPDATE sales_day SET amount_receipts = 12.34");
    const auto found = sales->verify();
    BINCARD_OK(found);
    QCOMPARE(found->checked, 2);
    QCOMPARE(found->rows.size(), 1);
    QCOMPARE(found->rows.constFirst().expected, "amount_receipts=6.00");
    BINCARD_OK(sales->rebuild());
    QVERIFY(sales->verify()->rows.isEmpty());
    const auto info = sales->info();
    BINCARD_OK(info);
    QCOMPARE(info->movements, 3);
    QCOMPARE(info->activeMovements, 1);
    QCOMPARE(info->keys, 1);
    QCOMPARE(info->dayTotals, 1);
    QCOMPARE(info->firstPeriod->toString(), "2026-04-01T00:00:00");
}

void TestVerify::canBeCancelled()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("r1", "2026-04-01", 1, 10, "5", "3")}));
    forge(database, "stock_balance", "UPDATE stock_balance SET amount = 12.34");
    for (int allowed = 0; allowed < 3; ++allowed) {
        int calls = 0;
        const Progress progress = [&](qint64 done, qint64 total) { return done <= total && calls++ < allowed; };
        BINCARD_FAILS(stock->verify(progress), ErrorCode::Cancelled);
        calls = 0;
        BINCARD_FAILS(stock->rebuild(progress), ErrorCode::Cancelled);
        QCOMPARE(stock.verifyFindings(), 1); // nothing was changed
    }
    BINCARD_OK(stock->post({stock.movement("r2", "2026-04-01", 1, 11, "5", "3")}));
}

void TestVerify::guardsStandAgainAfterRebuild()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("r1", "2026-04-01", 1, 10, "5", "3")}));
    BINCARD_OK(stock->rebuild());
    QSqlQuery query(database.database());
    for (const char *table : {"stock_day", "stock_month", "stock_balance"})
        QVERIFY2(!query.exec(QString("DELETE FROM %1").arg(QLatin1String(table))), table);
    BINCARD_OK(stock->post({stock.movement("r2", "2026-04-01", 1, 10, "5", "3")}));
    QCOMPARE(stock.verifyFindings(), 0);
}

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
