// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/BookContent.h"
#include "support/Registers.h"
#include "support/Seed.h"
#include "support/TestDatabase.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSqlQuery>

using namespace bincard;
using namespace bincard::test;

/// Register::load: many movements whole or not at all, by other ways than post, with the same outcome.
class TestLoad : public QObject
{
    Q_OBJECT

private slots:
    void comesToTheSameAsPosting_data() { engines(); }
    void comesToTheSameAsPosting();
    void whatTakesMayComeFirst_data() { engines(); }
    void whatTakesMayComeFirst();
    void manyShortagesAreTold_data() { engines(); }
    void manyShortagesAreTold();
    void postedRecorderIsRefused_data() { engines(); }
    void postedRecorderIsRefused();
    void firstLoadPutsEverythingBack_data() { engines(); }
    void firstLoadPutsEverythingBack();
    void firstLoadGivesWayToWhoIsThere_data() { postgresqlOnly(); }
    void firstLoadGivesWayToWhoIsThere();
    void firstLoadOverflows_data() { engines(); }
    void firstLoadOverflows();
    void sourceMayReadTheSameConnection_data() { engines(); }
    void sourceMayReadTheSameConnection();
    void aRefusedLoadLeavesTheTransactionUsable_data() { engines(); }
    void aRefusedLoadLeavesTheTransactionUsable();
    void registersOfOtherTypesInOneSession_data() { engines(); }
    void registersOfOtherTypesInOneSession();
};

namespace {

Movement moved(const QString &recorder, QDate day, int key, int pieces)
{
    return Stock::movement(qPrintable(recorder), qPrintable(day.toString(Qt::ISODate)), 1 + key % 2, 10 + key / 2,
        qPrintable(QString::number(pieces)), pieces < 0 ? "-1" : "2");
}

/// Receipts and issues of a few keys over three months, none below zero at the end of the opening day.
QList<Movement> randomMovements(QRandomGenerator &random, const QString &recorder, int count)
{
    const QDate opening(2026, 1, 15);
    QList<Movement> movements;
    for (int key = 0; key < 6; ++key)
        movements << moved(recorder, opening, key, 100'000);
    for (int i = 0; i < count; ++i) {
        const QDate day = QDate(2026, 1, 10).addDays(random.bounded(80));
        const int pieces = (day > opening && random.bounded(2) == 0 ? -1 : 1) * (1 + random.bounded(9));
        movements << moved(recorder + QString::number(i / 10), day, random.bounded(6), pieces);
    }
    return movements;
}

} // namespace

void TestLoad::comesToTheSameAsPosting()
{
    QRandomGenerator random(seedOfThisRun());
    BINCARD_TEST_DATABASE(database);
    TestDatabase other(engine);
    Stock loaded(database), posted(other);
    // The first load finds the register empty, the second one finds months that there are already.
    for (const QString &name : {QString("a"), QString("b")}) {
        const QList<Movement> movements = randomMovements(random, name, name == "a" ? 3000 : 500);
        const auto done = loaded->load(inParts(movements, name == "a" ? 1300 : 200));
        BINCARD_OK(done);
        QCOMPARE(done->posted, movements.size());
        BINCARD_OK(posted->post(movements));
        QCOMPARE(loaded.verifyFindings(), 0);
        for (const char *at : {"2026-01-12", "2026-01-31", "2026-02-20", "2026-12-31"})
            QCOMPARE(loaded.balances({}, {"warehouse", "item"}, at), posted.balances({}, {"warehouse", "item"}, at));
        // What was loaded is checked like what was posted, on any day.
        for (Stock *stock : {&loaded, &posted}) {
            const auto refused = (*stock)->post({moved("too much" + name, QDate(2026, 1, 20), 0, -900'000)});
            QVERIFY(!refused.ok());
            QCOMPARE(refused.error().code(), ErrorCode::InsufficientStock);
        }
    }
}

void TestLoad::whatTakesMayComeFirst()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->load(inParts(
        {stock.movement("sale", "2026-04-02", 1, 10, "-5"), stock.movement("receipt", "2026-04-01", 1, 10, "5")}, 1)));
    QCOMPARE(stock.balances(), "0.0000 0.00");
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestLoad::manyShortagesAreTold()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    // Sales imported before the purchases: every key falls below zero on every day.
    QList<Movement> sales;
    for (int day = 0; day < 1500; ++day) {
        for (int item = 10; item < 12; ++item)
            sales << moved("sale", QDate(2020, 1, 1).addDays(day), 2 * (item - 10), -1);
    }
    const auto refused = stock->load(inParts(sales, 1000));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code(), ErrorCode::InsufficientStock);
    const QJsonArray shortages = refused.error().details().value("shortages").toArray();
    QCOMPARE(shortages.size(), 2);
    for (const QJsonValue &shortage : shortages) {
        QCOMPARE(shortage.toObject().value("date").toString(), "2020-01-01");
        QCOMPARE(shortage.toObject().value("available").toString(), "0.0000");
        QCOMPARE(shortage.toObject().value("required").toString(), "1.0000");
    }
    QCOMPARE(database.value("SELECT COUNT(*) FROM stock_movement"), "0");
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestLoad::postedRecorderIsRefused()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("receipt", "2026-04-01", 1, 10, "5")}));
    const auto refused = stock->load(inParts(
        {stock.movement("other", "2026-04-01", 1, 10, "1"), stock.movement("receipt", "2026-04-01", 1, 10, "1")}, 1));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code(), ErrorCode::AlreadyPosted);
    QCOMPARE(refused.error().message().english(), "receipt is posted already.");
    QCOMPARE(stock.balances(), "5.0000 0.00");
    // All of what is there already is told, wherever in the source it comes.
    BINCARD_OK(stock->post({stock.movement("a", "2026-04-01", 1, 11, "5"),
        stock.movement("b", "2026-04-01", 1, 11, "5"), stock.movement("c", "2026-04-01", 1, 11, "5")}));
    QList<Movement> again;
    for (const char *recorder : {"x", "receipt", "y", "c", "b", "z", "a"})
        again << stock.movement(recorder, "2026-04-01", 1, 11, "1");
    const auto several = stock->load(inParts(again, 2));
    BINCARD_FAILS(several, ErrorCode::AlreadyPosted);
    QCOMPARE(several.error().message().english(), "4 recorders are posted already: receipt, c, b and others.");
    QCOMPARE(several.error().details().value("recorders_total").toInt(), 4);
    QCOMPARE(several.error().details().value("recorders").toArray(), QJsonArray({"receipt", "c", "b", "a"}));
    BINCARD_OK(stock->unpost("a"));
    BINCARD_OK(stock->unpost("b"));
    BINCARD_OK(stock->unpost("c"));
    BINCARD_OK(stock->unpost("receipt"));
    BINCARD_OK(stock->load(inParts({stock.movement("receipt", "2026-04-01", 1, 10, "7")}, 1)));
    QCOMPARE(stock.balances(), "7.0000 0.00");
}

/// A first load of many rows works without triggers and indexes.
void TestLoad::firstLoadPutsEverythingBack()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    const auto schema = [&] {
        if (database.isSqlite())
            return database.value("SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master ORDER BY name)");
        return database.value(
            "SELECT string_agg(line, ';' ORDER BY line) FROM ("
            " SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid::regclass::text LIKE 'stock%'"
            " UNION ALL SELECT tgname::text || tgenabled::text FROM pg_trigger WHERE tgrelid::regclass::text LIKE "
            "'stock%'"
            " UNION ALL SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint"
            " WHERE conrelid::regclass::text LIKE 'stock%'"
            " UNION ALL SELECT 'work_mem ' || current_setting('work_mem')) AS t (line)");
    };
    const QString newestIndex = "SELECT 'stock_movement_period'::regclass::oid";
    const QString before = schema();
    QVERIFY(before.contains("stock_movement_added"));
    QRandomGenerator random(seedOfThisRun());
    const QList<Movement> movements = randomMovements(random, "a", 1500);
    QList<Movement> tooMany = movements;
    tooMany << moved("much", QDate(2026, 1, 20), 0, -900'000);
    BINCARD_FAILS(stock->load(inParts(tooMany, 2000)), ErrorCode::InsufficientStock);
    QCOMPARE(schema(), before);
    BINCARD_OK(stock.accumulator().closePeriod(QDate(2026, 1, 11)));
    BINCARD_FAILS(stock->load(inParts(movements, 1000)), ErrorCode::PeriodClosed);
    BINCARD_OK(stock.accumulator().reopenPeriod({}));
    QSqlDatabase connection = database.database();
    QVERIFY(connection.transaction());
    BINCARD_FAILS(stock->load(inParts(tooMany, 2000)), ErrorCode::InsufficientStock);
    QCOMPARE(schema(), before);
    const QString index = database.isSqlite() ? QString() : database.value(newestIndex);
    BINCARD_OK(stock->load(inParts(movements, 1000)));
    if (!database.isSqlite()) // or the rest would prove nothing
        QVERIFY(database.value(newestIndex) != index);
    QCOMPARE(schema(), before);
    QVERIFY(connection.commit());
    QCOMPARE(schema(), before);
    QCOMPARE(stock.verifyFindings(), 0);
    // Its recorders are posted; one that was posted before is refused.
    BINCARD_FAILS(stock->post({moved("a7", QDate(2026, 2, 1), 0, 1)}), ErrorCode::AlreadyPosted);
    const QString unit = database.isSqlite() ? "_e4" : "", cent = database.isSqlite() ? "_e2" : "";
    const QStringList refused{QString("UPDATE stock_day SET amount_issues%1 = 99").arg(cent),
        "DELETE FROM stock_balance", "INSERT INTO stock_month SELECT * FROM stock_month", "DELETE FROM stock_movement",
        QString("INSERT INTO stock_movement (recorder, period, warehouse, item, quantity%1)"
                " VALUES ('x', '2026-01-20 00:00:00', 1, 10, -9000000000)")
            .arg(unit)};
    for (const QString &sql : refused) {
        QSqlQuery query(database.database());
        QVERIFY2(!query.exec(sql), qPrintable(sql));
    }
}

/// Who reads the empty register, or posts to it, is not waited for: the load takes the usual way.
void TestLoad::firstLoadGivesWayToWhoIsThere()
{
    BINCARD_TEST_DATABASE(database);
    QRandomGenerator random(seedOfThisRun());
    const QList<Movement> movements = randomMovements(random, "a", 1500);
    Stock stock(database);
    const auto index = [&] { return database.value("SELECT 'stock_movement_period'::regclass::oid"); };
    const QString before = index();
    {
        const TestConnection reader(database.location());
        QVERIFY(reader.database().transaction());
        QSqlQuery reading(reader);
        QVERIFY(reading.exec("SELECT * FROM stock_day"));
        BINCARD_OK(stock->load(inParts(movements, 1000)));
    }
    QCOMPARE(index(), before);
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestLoad::firstLoadOverflows()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    const char *huge = "9999999999999999.99";
    QList<Movement> movements;
    for (int i = 0; i < 1100; ++i)
        movements << Stock::movement("a", "2026-04-02", 1, 10, "1", i < 2 ? huge : "0");
    BINCARD_FAILS(stock->load(inParts(movements, 1000)), ErrorCode::Validation);
    QCOMPARE(database.value("SELECT COUNT(*) FROM stock_movement"), "0");
    // As much, but of keys apart: each of the totals has room for it.
    movements[0].dimensions[1] = qint64(11);
    BINCARD_OK(stock->load(inParts(movements, 1000)));
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestLoad::sourceMayReadTheSameConnection()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    QSqlQuery numbers(database.database());
    numbers.setForwardOnly(database.isSqlite());
    QVERIFY(numbers.exec("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)"
                         " SELECT i FROM n"));
    const auto next = [&]() -> Result<QList<Movement>> {
        QList<Movement> part;
        while (part.size() < 1000 && numbers.next())
            part << moved("n" + numbers.value(0).toString(), QDate(2026, 2, 1), numbers.value(0).toInt() % 6, 1);
        return part;
    };
    BINCARD_OK(stock->load(next));
    QCOMPARE(stock.balances(), "2500.0000 5000.00");
    QCOMPARE(stock.verifyFindings(), 0);
    // It may also begin to read while the load is under way, and not come to an end.
    BINCARD_OK(stock.accumulator().create(Stock::definition().named("copied")));
    auto copied = stock.accumulator().use("copied");
    BINCARD_OK(copied);
    QSqlQuery source(database.database());
    source.setForwardOnly(database.isSqlite());
    int calls = 0;
    BINCARD_OK(copied->load([&]() -> Result<QList<Movement>> {
        if (calls++ == 1 && !source.exec("SELECT id FROM stock_movement"))
            return Error(ErrorCode::Storage, {"no source", {}});
        if (calls > 3)
            return QList<Movement>();
        QList<Movement> part;
        for (int i = 0; i < 1000 && (calls == 1 || source.next()); ++i)
            part << moved(QString("c%1:%2").arg(calls).arg(i), QDate(2026, 2, 1), i % 6, 1);
        return part;
    }));
    const auto verified = copied->verify();
    BINCARD_OK(verified);
    QCOMPARE(verified->rows.size(), 0);
    QCOMPARE(shown(*copied->balance({})), "3000.0000 6000.00");
}

void TestLoad::aRefusedLoadLeavesTheTransactionUsable()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("receipt", "2026-04-01", 1, 10, "5")}));
    BINCARD_OK(stock.accumulator().create(
        RegisterDefinition::balance("counted").dimension("key", DimensionType::Text).decimal("pieces", 0)));
    auto counted = stock.accumulator().use("counted");
    BINCARD_OK(counted);
    const auto waiting = [&] {
        return database.isSqlite() ? QStringLiteral("true")
                                   : database.value("SELECT to_regclass('pg_temp.bincard_staged') IS NULL");
    };
    const QList<Movement> refused{
        stock.movement("new", "2026-04-01", 1, 10, "1"), stock.movement("receipt", "2026-04-01", 1, 10, "1")};
    QSqlDatabase connection = database.database();
    QVERIFY(connection.transaction());
    BINCARD_OK(stock->post({stock.movement("before", "2026-04-01", 1, 10, "2")}));
    // Refused by the library, by who is asked for more, by the engine: each time the transaction goes on.
    BINCARD_FAILS(stock->load(inParts(refused, 1)), ErrorCode::AlreadyPosted);
    QCOMPARE(waiting(), "true");
    int calls = 0;
    BINCARD_FAILS(stock->load([&]() -> Result<QList<Movement>> {
        if (calls++ == 0)
            return QList<Movement>{stock.movement("new", "2026-04-01", 1, 10, "1")};
        return Error(ErrorCode::Cancelled, {"Cancelled.", {}});
    }),
        ErrorCode::Cancelled);
    QCOMPARE(waiting(), "true");
    BINCARD_FAILS(
        stock->load(inParts({stock.movement("new", "2026-04-01", 1, 10, "-100")}, 1)), ErrorCode::InsufficientStock);
    BINCARD_OK(counted->load(inParts({{"c", at("2026-04-01"), {"seven"}, {Decimal(1, 0)}, {}}}, 1)));
    BINCARD_OK(stock->load(inParts({stock.movement("new", "2026-04-01", 1, 10, "1")}, 1)));
    QCOMPARE(waiting(), "true");
    QVERIFY(connection.commit());
    QCOMPARE(shown(*counted->balance({})), "1");
    QCOMPARE(stock.balances(), "8.0000 0.00");
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestLoad::registersOfOtherTypesInOneSession()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    const auto make = [&](DimensionType type) {
        return stock.accumulator().create(
            RegisterDefinition::balance("counted").dimension("key", type).decimal("pieces", 0));
    };
    const auto movement = [](const QString &recorder, const QVariant &key) {
        Movement made;
        made.recorder = recorder;
        made.period = Period(QDate(2026, 4, 1));
        made.dimensions = {key};
        made.resources = {Decimal(1, 0)};
        return made;
    };
    for (const auto &[type, key] : {std::pair(DimensionType::Int, QVariant(7)),
             std::pair(DimensionType::Text, QVariant("seven")), std::pair(DimensionType::Int, QVariant(8))}) {
        BINCARD_OK(make(type));
        auto counted = stock.accumulator().use("counted");
        BINCARD_OK(counted);
        BINCARD_OK(counted->load(inParts({movement("one", key), movement("two", key)}, 1)));
        BINCARD_OK(counted->post({movement("three", key)}));
        BINCARD_OK(counted->post({movement("four", key), movement("five", key)}));
        const auto balance = counted->balance({});
        BINCARD_OK(balance);
        QCOMPARE(shown(*balance), "5");
        BINCARD_OK(stock.accumulator().drop("counted", true));
    }
}

QTEST_GUILESS_MAIN(TestLoad)
#include "tst_load.moc"
