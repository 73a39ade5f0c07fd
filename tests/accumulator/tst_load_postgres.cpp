// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/BookContent.h"
#include "support/Registers.h"
#include "support/Seed.h"
#include "support/Sessions.h"
#include "support/TestDatabase.h"

#include <QRandomGenerator>
#include <QSqlQuery>
#include <QUuid>

using namespace bincard;
using namespace bincard::test;

/// The first load into an empty register on PostgreSQL, beside other sessions and with all that a register can be.
class TestLoadPostgres : public QObject
{
    Q_OBJECT

private slots:
    void everyTypeAndName_data();
    void everyTypeAndName();
    void schemaOfAnyName_data() { postgresqlOnly(); }
    void schemaOfAnyName();
    void cursorsOfTheCaller_data() { postgresqlOnly(); }
    void cursorsOfTheCaller();
    void withoutTheRightToMakeIndexes_data() { postgresqlOnly(); }
    void withoutTheRightToMakeIndexes();
    void connectionLost_data() { postgresqlOnly(); }
    void connectionLost();
    void othersWait_data() { postgresqlOnly(); }
    void othersWait();
    void missingReference_data() { postgresqlOnly(); }
    void missingReference();
    void recordersGoOn_data() { postgresqlOnly(); }
    void recordersGoOn();
};

namespace {

constexpr int enough = 1500; ///< rows from which on the load takes the way that is tested

/// The rows of the derived tables. A month's lowest sum is exact after a load and a bound of it after postings.
QStringList derived(TestDatabase &database, const QString &name, const QStringList &tables)
{
    QStringList all;
    for (const QString &table : tables) {
        const QString found =
            database.value(QString("SELECT string_agg(line, E'\\n' ORDER BY line COLLATE \"C\") FROM (SELECT"
                                   " (SELECT string_agg(f.key || '=' || f.value, '|' ORDER BY f.key COLLATE \"C\")"
                                   " FROM jsonb_each_text(to_jsonb(t)) f WHERE f.key NOT LIKE '%_lowest') AS line"
                                   " FROM %1_%2 t) AS rows")
                               .arg(name, table));
        all << found.split('\n');
    }
    return all;
}

} // namespace

void TestLoadPostgres::everyTypeAndName_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    const QString longest = "abcdefghijklmnopqrstuvwxyzabcdefghijklm_";
    QTest::newRow("forbid") << "postgresql"
                            << "loaded" << 0;
    QTest::newRow("allow") << "postgresql"
                           << "loaded" << 1;
    QTest::newRow("turnover") << "postgresql"
                              << "loaded" << 2;
    QTest::newRow("long") << "postgresql" << longest << 0;
}

void TestLoadPostgres::everyTypeAndName()
{
    BINCARD_TEST_DATABASE(database);
    QFETCH(QString, name);
    QFETCH(int, kind);
    QRandomGenerator random(seedOfThisRun());
    Stock stock(database);
    const QString wide = kind == 0 && name != "loaded" ? "bcdefghijklmnopqrstuvwxyzabcdefghijklm_a" : "min";
    RegisterDefinition definition =
        (kind == 2 ? RegisterDefinition::turnover(name) : RegisterDefinition::balance(name))
            .dimension("sum", DimensionType::Int)
            .dimension(wide, DimensionType::BigInt)
            .dimension("date_trunc", DimensionType::Text)
            .dimension("date", DimensionType::Date)
            .dimension("bool", DimensionType::Bool)
            .dimension("uuid", DimensionType::Uuid)
            .reference("item", "items")
            .decimal("quantity", 6, kind == 0 ? NegativePolicy::Forbid : NegativePolicy::Allow);
    for (int i = 0; i < 7; ++i)
        definition.decimal("r" + QString::number(i), i);
    const QString other = "other";
    BINCARD_OK(stock.accumulator().create(definition));
    BINCARD_OK(stock.accumulator().create(definition.named(other)));
    auto loaded = stock.accumulator().use(name), posted = stock.accumulator().use(other);
    BINCARD_OK(loaded);
    BINCARD_OK(posted);
    const QStringList texts{"", " ", "\t", "a\tb", "a\nb", "\\N", "\\.", "a\\tb", "\r\n", "'\"$1%1{days}",
        QString(200, QChar(0x0416)), QString::fromUtf8("😀"), "\x01\x7f", "NULL"};
    const QList<QDate> dates{QDate(1, 1, 1), QDate(9999, 12, 31), QDate(2000, 1, 1), QDate(1999, 12, 31)};
    QList<Movement> movements;
    for (int i = 0; i < enough; ++i) {
        Movement made;
        made.recorder = QString("Док\t%1").arg(random.bounded(40));
        const QList<QDate> periods{QDate(1, 1, 1), QDate(9999, 12, 31), QDate(2000, 2, 29), QDate(2026, 1, 31)};
        made.period = Period(periods.at(random.bounded(4)), QTime(random.bounded(24), 59, 59));
        made.cause = random.bounded(2) == 0 ? QString() : QString("because\n");
        const int key = random.bounded(int(texts.size()));
        const QList<qint64> whole{std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(), 0};
        made.dimensions = {QVariant(qint64(key % 2 == 0 ? std::numeric_limits<qint32>::min() : 7)),
            QVariant(whole.at(key % 3)), texts.at(key), dates.at(key % 4).toString(Qt::ISODate), key % 2 == 1,
            QUuid::createUuidV5(QUuid(), QString::number(key % 5)).toString(QUuid::WithoutBraces),
            QVariant(qint64(10 + key % 3))};
        made.resources << Decimal(random.bounded(1'000'000) - (kind == 0 ? 0 : 500'000), 6);
        for (int r = 0; r < 7; ++r)
            made.resources << Decimal(random.bounded(3) == 0 ? 0 : random.bounded(200'000) - 100'000, r);
        movements << made;
    }
    BINCARD_OK(loaded->load(inParts(movements, 1100)));
    for (qsizetype i = 0; i < movements.size(); i += 37)
        BINCARD_OK(posted->post(movements.mid(i, 37), true));
    const QStringList tables = kind == 2 ? QStringList{"day", "month"} : QStringList{"day", "month", "balance"};
    QCOMPARE(derived(database, name, tables), derived(database, other, tables));
    for (Register *reg : {&*loaded, &*posted}) {
        const auto verified = reg->verify();
        BINCARD_OK(verified);
        QCOMPARE(verified->rows.size(), 0);
    }
    const auto journal = [&](const QString &of) {
        return database.value(
            QString("SELECT string_agg(md5((to_jsonb(t) - 'id' - 'recorded_at' - 'xact' - 'line')::text), ','"
                    " ORDER BY id) FROM %1_movement t")
                .arg(of));
    };
    QCOMPARE(journal(name), journal(other));
    // And on with it.
    for (Register *reg : {&*loaded, &*posted})
        BINCARD_OK(reg->rebuild());
    QCOMPARE(derived(database, name, tables), derived(database, other, tables));
    if (kind != 0) {
        BINCARD_OK(loaded->unpost(movements.constFirst().recorder));
        BINCARD_OK(posted->unpost(movements.constFirst().recorder));
        QCOMPARE(derived(database, name, tables), derived(database, other, tables));
    }
    const auto history = loaded->history(movements.constFirst().recorder);
    BINCARD_OK(history);
    QVERIFY(!history->isEmpty());
}

void TestLoadPostgres::schemaOfAnyName()
{
    BINCARD_TEST_DATABASE(database);
    for (const QString &schema : {QString("Other one"), QString("it's \"quoted\""), QString("%1 is 50%")}) {
        const QString quoted = '"' + QString(schema).replace('"', "\"\"") + '"';
        database.run(QString("CREATE SCHEMA ") + quoted);
        database.run("SET search_path = " + quoted);
        database.run("CREATE TABLE items (id BIGINT PRIMARY KEY, code TEXT UNIQUE NOT NULL)");
        database.run("INSERT INTO items VALUES (10, 'A')");
        Accumulator accumulator(database.database());
        BINCARD_OK(accumulator.install());
        BINCARD_OK(accumulator.create(RegisterDefinition::balance("loaded")
                                          .reference("item", "items")
                                          .integer("pieces", NegativePolicy::Forbid)));
        auto loaded = accumulator.use("loaded");
        BINCARD_OK(loaded);
        QList<Movement> movements;
        for (int i = 0; i < enough; ++i)
            movements << Movement{QString::number(i), Period(QDate(2026, 1, 1)), {qint64(10)}, {Decimal(1, 0)}, {}};
        BINCARD_OK(loaded->load(inParts(movements, 1000)));
        const auto verified = loaded->verify();
        BINCARD_OK(verified);
        QCOMPARE(verified->rows.size(), 0);
        QCOMPARE(shown(*loaded->balance({})), QString::number(enough));
        BINCARD_FAILS(loaded->post({{"x", Period(QDate(2026, 1, 1)), {qint64(10)}, {Decimal(-2000, 0)}, {}}}),
            ErrorCode::InsufficientStock);
    }
}

/// PostgreSQL changes no table that the same session is still reading.
void TestLoadPostgres::cursorsOfTheCaller()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    QVERIFY(database.database().transaction());
    database.run("DECLARE reading CURSOR FOR SELECT * FROM stock_balance");
    BINCARD_OK(stock->load(inParts(receipts("a", enough), 1000)));
    database.run("CLOSE reading");
    QVERIFY(database.database().commit());
    QCOMPARE(stock.verifyFindings(), 0);
    QCOMPARE(stock.balances(), "3000.0000 4650.00");
    // Nor does it drop an index that somebody has dropped by hand.
    BINCARD_OK(stock.accumulator().create(Stock::definition().named("second")));
    auto second = stock.accumulator().use("second");
    BINCARD_OK(second);
    database.run("DROP INDEX second_day_day");
    BINCARD_OK(second->load(inParts(receipts("b", enough), 1000)));
    QCOMPARE(shown(*second->balance({})), "3000.0000 4650.00");
}

void TestLoadPostgres::withoutTheRightToMakeIndexes()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    const QString role = "bincard_test_loader";
    database.run(QString("DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1') THEN"
                         " CREATE ROLE %1; END IF; END $$")
                     .arg(role));
    database.run("GRANT bincard_owner TO " + role);
    database.run("REVOKE CREATE ON SCHEMA public FROM bincard_owner");
    database.run("SET ROLE " + role);
    const auto done = stock->load(inParts(receipts("a", enough), 1000));
    database.run("RESET ROLE");
    database.run("DROP ROLE " + role);
    BINCARD_OK(done);
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestLoadPostgres::connectionLost()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    stock.accumulator().setRecordedBy("loader");
    const QList<Movement> movements = receipts("a", 3000);
    for (const bool inCallers : {false, true}) {
        for (int at = 0; at <= 3; ++at) {
            SessionInThread session(database, [&](OtherSession &other) {
                QSqlQuery pid(other.connection());
                QVERIFY(pid.exec("SELECT pg_backend_pid()") && pid.next());
                const QString kill = "SELECT pg_terminate_backend(" + pid.value(0).toString() + ", 5000)";
                if (inCallers)
                    QVERIFY(other.connection().transaction());
                const TestConnection killer(database.location());
                int calls = 0;
                const auto done = other->load([&]() -> Result<QList<Movement>> {
                    if (calls == at) {
                        QSqlQuery killing(killer);
                        if (!killing.exec(kill))
                            return Error(ErrorCode::Storage, {"kill", {}});
                    }
                    const auto part = movements.mid(1000 * calls, 1000);
                    ++calls;
                    return part;
                });
                BINCARD_FAILS(done, ErrorCode::ConnectionLost);
            });
            QVERIFY(session.endsWithin(20000));
            QCOMPARE(database.value("SELECT count(*) FROM stock_movement"), "0");
        }
    }
    BINCARD_OK(stock->load(inParts(movements, 1000)));
    QCOMPARE(database.value("SELECT string_agg(DISTINCT a.name, ',') FROM stock_movement m JOIN accumulator_actor a ON"
                            " a.id = m.recorded_by"),
        "loader");
    QCOMPARE(stock.verifyFindings(), 0);
}

/// Whatever another session asks for while a load is under way is answered after it, with the load in it.
void TestLoadPostgres::othersWait()
{
    BINCARD_TEST_DATABASE(database);
    const auto words = [](const auto &result) { return result.ok() ? QString("ok") : code(result.error().code()); };
    const Movement again = Stock::movement("a0", "2026-01-20", 1, 10, "9");
    struct Question
    {
        QString answer;
        std::function<QString(OtherSession &)> asked;
    };
    const QList<Question> questions{
        {"3000.0000 4650.00", [](OtherSession &other) { return shown(*other->balance({})); }},
        {"already_posted", [&](OtherSession &other) { return words(other->post({again})); }},
        {"already_posted",
            [&](OtherSession &other) { return words(other->load(inParts(receipts("a", enough), 1000))); }},
        {"ok", [&](OtherSession &other) { return words(other->load(inParts(receipts("b", enough), 1000))); }},
        {"ok", [&](OtherSession &other) { return words(other->repost("a0", {again})); }},
        {"1", [&](OtherSession &other) { return QString::number(other->unpost("a0").ok()); }},
        {"ok", [&](OtherSession &other) { return words(other.accumulator().closePeriod(QDate(2026, 6, 30))); }},
        {"ok", [&](OtherSession &other) { return words(other.accumulator().drop("stock", true)); }},
    };
    for (const Question &question : questions) {
        TestDatabase fresh(engine);
        Stock stock(fresh);
        std::unique_ptr<SessionInThread> session;
        QString answer;
        int calls = 0;
        BINCARD_OK(stock->load([&]() -> Result<QList<Movement>> {
            if (calls == 1) {
                session = std::make_unique<SessionInThread>(
                    fresh, [&](OtherSession &other) { answer = question.asked(other); });
                if (session->endsWithin(300))
                    return Error(ErrorCode::Busy, {"it did not wait", {}});
            }
            return receipts("a", enough).mid(1000 * calls++, 1000);
        }));
        QVERIFY(session->endsWithin(20'000));
        QCOMPARE(answer, question.answer);
        if (auto now = stock.accumulator().use("stock"); now.ok())
            QCOMPARE(now->verify()->rows.size(), 0);
    }
}

void TestLoadPostgres::missingReference()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    QList<Movement> movements = receipts("a", enough);
    movements[700].dimensions[1] = qint64(99);
    const auto refused = stock->load(inParts(movements, 1000));
    BINCARD_FAILS(refused, ErrorCode::Validation);
    QCOMPARE(refused.error().message().english(), "There is no item with the id 99.");
    QVERIFY(database.database().transaction());
    BINCARD_FAILS(stock->load(inParts(movements, 1000)), ErrorCode::Validation);
    movements[700].dimensions[1] = qint64(10);
    BINCARD_OK(stock->load(inParts(movements, 1000)));
    QVERIFY(database.database().commit());
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestLoadPostgres::recordersGoOn()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock.accumulator().create(Stock::definition().named("second")));
    auto second = stock.accumulator().use("second");
    BINCARD_OK(second);
    const QList<Movement> movements = receipts("a", enough);
    const QString one = movements.constFirst().recorder;
    const Movement small = Stock::movement(qPrintable(one), "2026-01-20", 1, 10, "1");
    BINCARD_OK(second->post({small}));
    BINCARD_OK(second->unpost(one));
    BINCARD_OK(second->post({small}));
    BINCARD_OK(stock->load(inParts(movements, 1000)));
    QCOMPARE(
        database.value(QString("SELECT operations FROM accumulator_recorder WHERE recorder = '%1'").arg(one)), "4");
    BINCARD_FAILS(stock->post({small}), ErrorCode::AlreadyPosted);
    BINCARD_OK(second->repost(one, {small}));
    BINCARD_OK(stock->repost(one, {small}));
    BINCARD_OK(stock->unpost(one));
    BINCARD_OK(stock->post({small}));
    QCOMPARE(stock.verifyFindings(), 0);
}

QTEST_GUILESS_MAIN(TestLoadPostgres)
#include "tst_load_postgres.moc"
