// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/Registers.h"
#include "support/Sessions.h"
#include "support/TestDatabase.h"

#include <QRandomGenerator>
#include <QSqlRecord>

using namespace bincard;
using namespace bincard::test;

/// Rule E15 with the book in use, and every sort of drift in every derived table.
class TestVerifyInUse : public QObject
{
    Q_OBJECT

private slots:
    void findsNothingWhileOthersPost_data() { engines(); }
    void findsNothingWhileOthersPost();
    void rebuildsWhileOthersPost_data() { engines(); }
    void rebuildsWhileOthersPost();
    void everyDriftIsNamedAndMended_data();
    void everyDriftIsNamedAndMended();
    void tellsHowFarItIs_data() { engines(); }
    void tellsHowFarItIs();
};

namespace {

RegisterDefinition definition()
{
    return RegisterDefinition::balance("stock")
        .dimension("warehouse", DimensionType::Int)
        .dimension("lot", DimensionType::Text)
        .decimal("quantity", 3, NegativePolicy::Forbid)
        .decimal("amount", 2);
}

Movement movement(const QString &recorder, QDate day, int warehouse, const char *quantity)
{
    return {recorder, Period(day, QTime(9, 30)), {qint64(warehouse), QString("a")},
        {decimal(quantity, 3), decimal("1", 2)}, {}};
}

/// What the sessions do that work meanwhile: they post, and change what they have posted.
QString postAndRepost(OtherSession &session, int number, int round)
{
    QRandomGenerator random(static_cast<quint32>(number * 100'000 + round));
    const QString recorder = QString("live:%1:%2").arg(number).arg(round);
    const QDate day = QDate(2026, 1, 1).addDays(random.bounded(120));
    const auto done = session->post(
        {movement(recorder, day, random.bounded(5), "5"), movement(recorder, day.addDays(1), random.bounded(5), "2")});
    const auto changed = round % 3 == 0 ? session->repost(recorder, {movement(recorder, day, random.bounded(5), "7")})
                                        : Result<RepostResult>(RepostResult{});
    for (const auto *error : {done.ok() ? nullptr : &done.error(), changed.ok() ? nullptr : &changed.error()}) {
        if (error && error->code() != ErrorCode::InsufficientStock)
            return told(*error);
    }
    return {};
}

} // namespace

void TestVerifyInUse::findsNothingWhileOthersPost()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(definition()));
    BusySessions posters(database, database.isSqlite() ? 3 : 8, postAndRepost);
    QTRY_VERIFY_WITH_TIMEOUT(posters.done() > 20, 30000);
    auto reg = accumulator.use("stock");
    BINCARD_OK(reg);
    for (int i = 0; i < 15; ++i) {
        const auto verified = reg->verify();
        BINCARD_OK(verified);
        QVERIFY2(
            verified->rows.isEmpty(), qPrintable(verified->rows.isEmpty() ? "" : verified->rows.constFirst().check));
        QVERIFY(verified->checked > 0);
    }
    // Nor do those who verify hold up those who post.
    const int before = posters.done();
    QTRY_VERIFY_WITH_TIMEOUT(posters.done() > before + 20, 30000);
    posters.stop();
    QCOMPARE(posters.complaint(), QString());
}

void TestVerifyInUse::rebuildsWhileOthersPost()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(definition()));
    BusySessions posters(database, database.isSqlite() ? 3 : 8, postAndRepost);
    QTRY_VERIFY_WITH_TIMEOUT(posters.done() > 20, 30000);
    auto reg = accumulator.use("stock");
    BINCARD_OK(reg);
    for (int i = 0; i < 5; ++i)
        BINCARD_OK(reg->rebuild());
    const int before = posters.done();
    QTRY_VERIFY_WITH_TIMEOUT(posters.done() > before + 20, 30000);
    posters.stop();
    QCOMPARE(posters.complaint(), QString());
    const auto verified = reg->verify();
    BINCARD_OK(verified);
    QVERIFY(verified->rows.isEmpty());
}

void TestVerifyInUse::everyDriftIsNamedAndMended_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("sql"); // {figure}: of the table, as the engine calls it; {all}: its columns
    QTest::addColumn<QString>("expected");
    for (const char *engine : {"sqlite", "postgresql"}) {
        const bool sqlite = QLatin1String(engine) == "sqlite";
        const auto row = [&](const char *name, const QString &table, const QString &sql, const QString &expected) {
            QTest::addRow("%s: %s, %s", engine, qPrintable(table), name) << engine << table << sql << expected;
        };
        for (const QString table : {"day", "month", "balance"}) {
            const QString quantity =
                QString(table == "balance" ? "quantity" : "quantity_issues") + (sqlite ? "_e3" : "");
            row("changed figure", table,
                QString("UPDATE stock_%1 SET %2 = %2 + 1 WHERE warehouse = 1").arg(table, quantity),
                table + "|mismatch");
            row("missing row", table, QString("DELETE FROM stock_%1 WHERE warehouse = 1").arg(table),
                table + "|missing");
            row("row of another key", table,
                QString("UPDATE stock_%1 SET lot = 'other' WHERE warehouse = 1").arg(table),
                table + "|missing " + table + "|orphan");
            if (table != "balance")
                row("row far outside", table,
                    QString("UPDATE stock_%1 SET %1 = '1900-01-01' WHERE warehouse = 2").arg(table),
                    table + "|missing " + table + "|orphan");
        }
        row("lowest sum too high", "month",
            QString("UPDATE stock_month SET quantity_lowest%1 = quantity_lowest%1 + 1 WHERE warehouse = 1")
                .arg(sqlite ? "_e3" : ""),
            "month.lowest|mismatch");
    }
}

void TestVerifyInUse::everyDriftIsNamedAndMended()
{
    BINCARD_TEST_DATABASE(database);
    QFETCH(QString, table);
    QFETCH(QString, sql);
    QFETCH(QString, expected);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(definition()));
    auto reg = accumulator.use("stock");
    BINCARD_OK(reg);
    // Within March it falls by three below where the month began.
    BINCARD_OK(reg->post({movement("r1", QDate(2026, 2, 1), 1, "9"), movement("r1", QDate(2026, 2, 1), 2, "9")}));
    BINCARD_OK(reg->post({movement("o1", QDate(2026, 3, 5), 1, "-3"), movement("o1", QDate(2026, 3, 7), 1, "4")}));
    if (sql.contains("lowest")) {
        // Only engines that keep the lowest sums of months have such a column.
        const auto columns = database.database().record("stock_month");
        if (!columns.contains(database.isSqlite() ? "quantity_lowest_e3" : "quantity_lowest"))
            return;
    }
    const QString full = "stock_" + table;
    if (database.isSqlite()) {
        for (const char *suffix : {"_no_insert", "_no_update", "_no_delete"})
            database.run(QString("DROP TRIGGER IF EXISTS %1%2").arg(full, QLatin1String(suffix)));
        database.run(sql);
    } else {
        database.run(QString("ALTER TABLE %1 DISABLE TRIGGER ALL").arg(full));
        database.run(sql);
        database.run(QString("ALTER TABLE %1 ENABLE TRIGGER ALL").arg(full));
    }
    const auto found = reg->verify();
    BINCARD_OK(found);
    QStringList kinds;
    for (const VerifyRow &row : found->rows) {
        kinds << row.check + '|' + row.status;
        QVERIFY(row.key.startsWith(sql.endsWith("= 2") ? "warehouse=2, lot=" : "warehouse=1, lot="));
        QCOMPARE(row.period.isEmpty(), row.check == "balance");
        QVERIFY(!row.expected.isEmpty() || row.status == "orphan");
        QVERIFY(!row.actual.isEmpty() || row.status == "missing");
    }
    kinds.removeDuplicates();
    kinds.sort();
    QCOMPARE(kinds.join(' '), expected);
    BINCARD_OK(reg->rebuild());
    QVERIFY(reg->verify()->rows.isEmpty());
    BINCARD_FAILS(reg->post({movement("o2", QDate(2026, 3, 5), 1, "-7")}), ErrorCode::InsufficientStock);
    BINCARD_OK(reg->post({movement("o2", QDate(2026, 3, 5), 1, "-6")}));
    QVERIFY(reg->verify()->rows.isEmpty());
}

void TestVerifyInUse::tellsHowFarItIs()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(definition()));
    auto reg = accumulator.use("stock");
    BINCARD_OK(reg);
    for (int month = 1; month <= 12; ++month)
        BINCARD_OK(reg->post({movement(QString("r%1").arg(month), QDate(2026, month, 15), month, "9")}));
    // The ids tell how long a journal is: as if millions of movements had been.
    if (database.isSqlite())
        database.run("UPDATE sqlite_sequence SET seq = 2000000 WHERE name = 'stock_movement'");
    else
        database.run("SELECT setval('stock_movement_id_seq', 2000000)");
    BINCARD_OK(reg->post({movement("last", QDate(2026, 12, 16), 1, "9")}));
    QList<qint64> steps;
    qint64 total = 0;
    const auto verified = reg->verify([&](qint64 done, qint64 all) {
        steps.append(done);
        total = all;
        return true;
    });
    BINCARD_OK(verified);
    QVERIFY(verified->rows.isEmpty());
    QCOMPARE(verified->checked, 13 + 13 + 12);
    QVERIFY2(steps.size() >= 18, qPrintable(QString::number(steps.size()))); // nine stretches of two totals
    QVERIFY(std::ranges::is_sorted(steps));
    QCOMPARE(steps.constLast(), total);
    // A drift in any stretch is found, and it can be left half-way.
    database.run(
        database.isSqlite() ? "DROP TRIGGER stock_day_no_delete" : "ALTER TABLE stock_day DISABLE TRIGGER ALL");
    database.run("DELETE FROM stock_day WHERE warehouse IN (1, 7, 12)");
    const auto drifted = reg->verify();
    BINCARD_OK(drifted);
    QCOMPARE(drifted->rows.size(), 4);
    int calls = 0;
    BINCARD_FAILS(reg->verify([&](qint64, qint64) { return ++calls < 7; }), ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestVerifyInUse)
#include "tst_verify_in_use.moc"
