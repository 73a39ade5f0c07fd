// SPDX-License-Identifier: GPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/BookContent.h"
#include "support/Registers.h"
#include "support/Seed.h"
#include "support/Sessions.h"
#include "support/TestDatabase.h"

#include <QRandomGenerator>

#include <optional>

using namespace bincard;
using namespace bincard::test;

/// What SQLite does of its own to be quick (SqliteBatch): a batch is gathered in a temporary table, and a first load of
/// many movements lays triggers and indexes aside. Whatever happens meanwhile, nothing of it may be seen afterwards.
class TestLoadSqlite : public QObject
{
    Q_OBJECT

private slots:
    void comesToTheSameAsRowsByHand_data();
    void comesToTheSameAsRowsByHand();
    void anotherRegisterOfTheSameName();
    void thePolicyChangesWithinASession();
    void missingReferenceIsNamed();
    void addsToWhatHasNoMovement();
    void aBatchTakenBackLeavesNothing();
    void othersReadAndPostMeanwhile();
};

namespace {

QVariant randomValue(QRandomGenerator &random, const Dimension &dimension)
{
    static const QStringList words{"7", "007", "1e3", "", " 7", "seven", "'", QString::fromUtf8("Ä漢😀")};
    switch (dimension.type) {
    case DimensionType::Bool: return random.bounded(2) == 1;
    case DimensionType::Date: return QDate(2026, 1, 1).addDays(random.bounded(3)).toString(Qt::ISODate);
    case DimensionType::Text: return words.at(random.bounded(static_cast<int>(words.size())));
    case DimensionType::Uuid: return QString("3f2504e0-4f89-41d3-9a0c-0305e82c330%1").arg(random.bounded(3));
    case DimensionType::Ref: return qint64(10 + random.bounded(3));
    case DimensionType::Int:
    case DimensionType::BigInt: break;
    }
    return qint64(random.bounded(4));
}

/// Of any register; what must not fall below zero only rises on the first day of all and has enough from then on.
QList<Movement> randomMovements(
    QRandomGenerator &random, const RegisterDefinition &definition, const QString &recorder, int count)
{
    QList<Movement> movements;
    for (int i = 0; i < count; ++i) {
        Movement movement;
        movement.recorder = recorder + QString::number(random.bounded(count / 5 + 1));
        movement.cause = random.bounded(40) == 0 ? "why" : "";
        movement.period = Period(QDate(2025, 11, 1).addDays(random.bounded(120)),
            QTime(random.bounded(24), random.bounded(60), random.bounded(60)));
        if (definition.isLedger()) {
            movement.debit = {random.bounded(2) == 0 ? "10" : "41", {}};
            movement.credit = {random.bounded(2) == 0 ? "60" : "41", {}};
            if (random.bounded(2) == 0)
                movement.debit.analytics.insert("lot", "007");
        }
        for (const Dimension &dimension : definition.dimensions())
            movement.dimensions << randomValue(random, dimension);
        for (const Resource &resource : definition.resources()) {
            const bool rises = resource.negative == NegativePolicy::Forbid && random.bounded(4) != 0;
            movement.resources << Decimal(random.bounded(rises ? 0 : -500, 2000), resource.scale);
        }
        movements << movement;
    }
    return movements;
}

} // namespace

void TestLoadSqlite::comesToTheSameAsRowsByHand_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"forbid", "allow", "words", "turnover", "no references", "ledger"})
        QTest::newRow(kind) << kind;
}

namespace {

RegisterDefinition definitionOf(const QString &kind)
{
    const QString name("made");
    if (kind == "forbid")
        return RegisterDefinition::balance(name)
            .reference("item", "items")
            .dimension("flag", DimensionType::Bool)
            .decimal("quantity", 4, NegativePolicy::Forbid)
            .integer("pieces");
    if (kind == "allow")
        return RegisterDefinition::balance(name).dimension("of", DimensionType::Date).integer("pieces").decimal("a", 6);
    if (kind == "words")
        return RegisterDefinition::balance(name)
            .dimension("words", DimensionType::Text, "none")
            .dimension("number", DimensionType::BigInt)
            .decimal("quantity", 2, NegativePolicy::Forbid);
    if (kind == "turnover")
        return RegisterDefinition::turnover(name).reference("item", "items").decimal("amount", 2);
    if (kind == "no references")
        return RegisterDefinition::turnover(name).dimension("mark", DimensionType::Uuid).decimal("a", 0).integer("b");
    return RegisterDefinition::ledger(name).dimension("currency", DimensionType::Text, "EUR").decimal("amount", 2);
}

void makeTables(TestDatabase &database, Accumulator &accumulator, const RegisterDefinition &definition)
{
    database.run("CREATE TABLE items (id BIGINT PRIMARY KEY, code TEXT UNIQUE NOT NULL)");
    database.run("INSERT INTO items VALUES (10, 'A'), (11, 'B'), (12, 'C')");
    BINCARD_OK(accumulator.create(definition));
    for (const char *code : {"10", "41", "60"})
        BINCARD_OK(accumulator.saveAccount({code, code, AccountType::ActivePassive, true}));
}

/// The journal of one book as INSERTs into another, what increases first; then its first such row into both.
void typeByHand(TestDatabase &book, TestDatabase &byHand, const RegisterDefinition &definition)
{
    QString decreases("id < 0");
    if (const int forbidden = definition.forbiddenResource(); forbidden >= 0)
        decreases = QString("\"%1_e%2\" < 0")
                        .arg(definition.resources().at(forbidden).name)
                        .arg(definition.resources().at(forbidden).scale);
    const QSqlDatabase from = book.database();
    const QString columns = firstColumn(from,
        "SELECT group_concat('\"' || name || '\"', ', ') FROM pragma_table_info('made_movement') WHERE name <> 'id'")
                                .constFirst();
    const QString insert = QStringLiteral("INSERT INTO made_movement (%1) VALUES (%2)");
    const QStringList rows = firstColumn(from,
        QString("SELECT %1 FROM made_movement ORDER BY %2, id")
            .arg(quotedColumns(from, "made_movement", {"id"}), decreases));
    byHand.run("INSERT OR IGNORE INTO accumulator_actor SELECT 2, 'nobody'");
    byHand.run("BEGIN");
    for (const QString &row : rows)
        byHand.run(insert.arg(columns, row));
    byHand.run("COMMIT");
    book.run(insert.arg(columns, rows.constFirst()));
    byHand.run(insert.arg(columns, rows.constFirst()));
}

} // namespace

/// A first load, one of a register with months, and a posting; their rows are then typed into another book one by one, as
/// is a last one into both. The totals are the same to the byte.
void TestLoadSqlite::comesToTheSameAsRowsByHand()
{
    QFETCH(QString, kind);
    QRandomGenerator random(seedOfThisRun());
    const RegisterDefinition definition = definitionOf(kind);
    TestDatabase database("sqlite"), byHand("sqlite");
    Accumulator accumulator(database.database()), other(byHand.database());
    makeTables(database, accumulator, definition);
    makeTables(byHand, other, definition);
    auto loaded = accumulator.use("made");
    auto typed = other.use("made");
    BINCARD_OK(loaded);
    BINCARD_OK(typed);
    const auto make = [&](const char *recorder, int count) {
        return randomMovements(random, definition, QLatin1String(recorder), count);
    };
    QList<Movement> first = make("first", 2500);
    if (definition.forbiddenResource() >= 0) {
        for (int i = 0; i < 800; ++i) { // so that hardly any key can fall below zero
            first[i].period = Period(QDate(2025, 10, 31));
            first[i].resources[definition.forbiddenResource()] =
                Decimal(100'000, first[i].resources[definition.forbiddenResource()].scale());
        }
    }
    BINCARD_OK(loaded->load(inParts(first, 1100)));
    const QStringList tables = definition.hasBalances() ? QStringList{"made_day", "made_month", "made_balance"}
                                                        : QStringList{"made_day", "made_month"};
    const auto derived = [&](TestDatabase &book, const QStringList &without) {
        QStringList all;
        for (const QString &table : tables)
            all << table << rowsOf(book.database(), table, without);
        return all;
    };
    const QStringList asLoaded = derived(database, {"last_movement"});
    BINCARD_OK(loaded->rebuild());
    QCOMPARE(derived(database, {"last_movement"}), asLoaded); // the lowest sums of months are exact, too
    BINCARD_OK(loaded->load(inParts(make("second", 300), 70)));
    BINCARD_OK(loaded->post(make("third", 40)));
    typeByHand(database, byHand, definition);

    // Which row changed them last; and the lowest sum of a month, which is a bound that verify judges.
    const QStringList marks{"last_movement", "quantity_lowest_e4", "quantity_lowest_e2"};
    QVERIFY(asLoaded.size() > 6);
    QCOMPARE(derived(database, marks), derived(byHand, marks));
    for (Result<Register> *made : {&loaded, &typed}) {
        const auto verified = (*made)->verify();
        BINCARD_OK(verified);
        QCOMPARE(verified->rows.size(), 0);
    }
    QCOMPARE(schemaOf(database.database()), schemaOf(byHand.database()));
}

/// The temporary table of a connection outlives the register that it was made for.
void TestLoadSqlite::anotherRegisterOfTheSameName()
{
    TestDatabase database("sqlite");
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.install());
    for (const auto &[type, keys] : {std::pair(DimensionType::Int, QList<QVariant>{7, 8}),
             std::pair(DimensionType::Text, QList<QVariant>{"007", "7"}),
             std::pair(DimensionType::Int, QList<QVariant>{7, 8})}) {
        BINCARD_OK(
            accumulator.create(RegisterDefinition::balance("counted").dimension("key", type).decimal("pieces", 0)));
        auto counted = accumulator.use("counted");
        BINCARD_OK(counted);
        QList<Movement> movements;
        for (int i = 0; i < 10; ++i)
            movements << Movement{"doc", at("2026-04-01"), {keys.at(i % 2)}, {Decimal(1, 0)}, {}};
        BINCARD_OK(counted->post(movements));
        const auto balances = counted->balance({}, {"key"});
        BINCARD_OK(balances);
        QCOMPARE(shown(*balances), QString("%1: 5; %2: 5").arg(keys.at(0).toString(), keys.at(1).toString()));
        BINCARD_OK(accumulator.drop("counted", true));
    }
}

void TestLoadSqlite::thePolicyChangesWithinASession()
{
    TestDatabase database("sqlite");
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.install());
    const auto definition = [](NegativePolicy policy) {
        return RegisterDefinition::balance("counted").dimension("key", DimensionType::Int).decimal("pieces", 0, policy);
    };
    const auto movements = [](const QString &recorder, int pieces) {
        QList<Movement> all;
        for (int key = 0; key < 10; ++key)
            all << Movement{recorder, at("2026-04-01"), {key}, {Decimal(pieces, 0)}, {}};
        return all;
    };
    BINCARD_OK(accumulator.create(definition(NegativePolicy::Allow)));
    int number = 0;
    for (const NegativePolicy policy : {NegativePolicy::Allow, NegativePolicy::Forbid, NegativePolicy::Allow}) {
        if (number > 0)
            BINCARD_OK(accumulator.alter(definition(policy)));
        auto counted = accumulator.use("counted");
        BINCARD_OK(counted);
        BINCARD_OK(counted->post(movements("in" + QString::number(++number), 3)));
        const auto taken = counted->post(movements("out" + QString::number(number), -100));
        QCOMPARE(taken.ok(), policy == NegativePolicy::Allow);
        if (taken.ok())
            BINCARD_OK(counted->unpost("out" + QString::number(number)));
        const auto verified = counted->verify();
        BINCARD_OK(verified);
        QCOMPARE(verified->rows.size(), 0);
        QCOMPARE(shown(*counted->balance({})), QString::number(30 * number));
    }
}

/// A load has given its rows away when the engine finds that one refers to nothing.
void TestLoadSqlite::missingReferenceIsNamed()
{
    TestDatabase database("sqlite");
    Stock stock(database);
    QList<Movement> movements = receipts("doc", 2400);
    movements[2300].dimensions[1] = qint64(4711);
    const auto expected = stock->post(movements);
    BINCARD_FAILS(expected, ErrorCode::Validation);
    const auto refused = stock->load(inParts(movements, 1100));
    BINCARD_FAILS(refused, ErrorCode::Validation);
    QCOMPARE(refused.error().problems().size(), 1);
    QCOMPARE(refused.error().problems().at(0).field, QString("item"));
    QCOMPARE(told(refused.error()), told(expected.error()));
    BINCARD_OK(stock->load(inParts(receipts("doc", 1100), 1100)));
    BINCARD_FAILS(stock->load(inParts({Stock::movement("lone", "2026-04-01", 99, 10, "1")}, 1)), ErrorCode::Validation);
    QCOMPARE(stock.verifyFindings(), 0);
}

/// A register without movements need not be empty: something damaged a table. Loading is no other than posting then.
void TestLoadSqlite::addsToWhatHasNoMovement()
{
    TestDatabase database("sqlite");
    Stock stock(database);
    const QString guard = database.value("SELECT sql FROM sqlite_master WHERE name = 'stock_month_no_insert'");
    database.run("DROP TRIGGER stock_month_no_insert");
    database.run("INSERT INTO stock_month (warehouse, item, month, quantity_receipts_e4, last_movement)"
                 " VALUES (1, 10, '2026-01-01', 5, 1)");
    database.run(guard);
    const QStringList before = schemaOf(database.database());
    BINCARD_OK(stock->load(inParts(receipts("doc", 1500), 1500)));
    QCOMPARE(schemaOf(database.database()), before);
    QCOMPARE(stock.verifyFindings(), 1);
    BINCARD_OK(stock->rebuild());
    QCOMPARE(stock.verifyFindings(), 0);
}

/// A caller with savepoints of its own: what was gathered of a refused batch goes with it, whether or not the table for
/// it was made on that occasion.
void TestLoadSqlite::aBatchTakenBackLeavesNothing()
{
    TestDatabase database("sqlite");
    Stock stock(database);
    QList<Movement> tooMuch = receipts("much", 20);
    tooMuch << Stock::movement("much", "2026-03-01", 1, 10, "-900");
    for (int round = 0; round < 3; ++round) {
        QSqlDatabase connection = database.database();
        QVERIFY(connection.transaction());
        database.run("SAVEPOINT mine");
        BINCARD_FAILS(stock->post(tooMuch), ErrorCode::InsufficientStock);
        database.run("ROLLBACK TO SAVEPOINT mine");
        BINCARD_OK(stock->post(receipts(QString("round%1:").arg(round), 20)));
        QVERIFY(connection.commit());
        QCOMPARE(stock.balances(), QString("%1.0000 %2.00").arg(40 * (round + 1)).arg(62 * (round + 1)));
        QCOMPARE(stock.verifyFindings(), 0);
    }
}

/// Triggers and indexes go and come back while others are at the same tables with statements made before.
void TestLoadSqlite::othersReadAndPostMeanwhile()
{
    TestDatabase database("sqlite");
    Stock stock(database);
    const auto reads = [](OtherSession &session, int, int) -> QString {
        const auto page = session->movements({});
        const auto balance = session->balance({}, {});
        if (!balance.ok() || !page.ok())
            return told(balance.ok() ? page.error() : balance.error());
        const Decimal quantity = balance->constFirst().resources.at(0);
        return quantity.units() == 0 || quantity.units() >= 40'000 * 10'000LL
            ? QString()
            : "half of a load: " + quantity.toString();
    };
    const auto posts = [](OtherSession &session, int, int round) -> QString {
        const QString recorder = "single" + QString::number(round);
        const auto done = session->post({Stock::movement(qPrintable(recorder), "2026-02-01", 1, 10, "1")});
        return done.ok() ? QString() : told(done.error());
    };
    std::optional<BusySessions> readers, writers;
    auto parts = inParts(receipts("doc", 20'000), 5000);
    BINCARD_OK(stock->load([&]() -> Result<QList<Movement>> {
        if (!readers) { // the load has the lock by now, so that the register is empty to it
            readers.emplace(database, 1, reads);
            writers.emplace(database, 1, posts);
        }
        return parts();
    }));
    for (int round = 0; round < 3; ++round)
        BINCARD_OK(stock->load(inParts(receipts(QString("later%1:").arg(round), 500), 100)));
    readers->stop();
    writers->stop();
    QCOMPARE(readers->complaint(), QString());
    QCOMPARE(writers->complaint(), QString());
    QVERIFY(readers->done() > 0 && writers->done() > 0);
    QCOMPARE(database.value("SELECT count(*) FROM stock_movement"), QString::number(21'500 + writers->done()));
    QCOMPARE(stock.verifyFindings(), 0);
}

QTEST_GUILESS_MAIN(TestLoadSqlite)
#include "tst_load_sqlite.moc"
