// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/Registers.h"
#include "support/TestDatabase.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace bincard;
using namespace bincard::test;

/// Rule E1: definitions as values, as JSON, and as they are kept in the book.
class TestRegisterDefinition : public QObject
{
    Q_OBJECT

private slots:
    void readsTheContractsExample();
    void comesBackFromJson();
    void tellsEveryProblem_data();
    void tellsEveryProblem();
    void namesThatWouldCollide_data();
    void namesThatWouldCollide();
    void isKeptInTheBook_data() { engines(); }
    void isKeptInTheBook();
    void createRefuses_data() { engines(); }
    void createRefuses();
    void dropKeepsMovementsUnlessForced_data() { engines(); }
    void dropKeepsMovementsUnlessForced();
    void olderRegistersAreRegenerated_data() { engines(); }
    void olderRegistersAreRegenerated();
    void newerRegistersAreRefused_data() { engines(); }
    void newerRegistersAreRefused();
};

namespace {

QJsonObject json(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

QStringList problems(const Error &error)
{
    QStringList found;
    for (const Problem &problem : error.problems())
        found << problem.field + (problem.line > 0 ? '#' + QString::number(problem.line) : QString()) + ": "
                + problem.message.english();
    return found;
}

} // namespace

void TestRegisterDefinition::readsTheContractsExample()
{
    const auto read = RegisterDefinition::fromJson(json(R"({"name":"stock_by_lot","kind":"balance","dimensions":[
        {"name":"warehouse","type":"int"},{"name":"product","type":"int"},{"name":"lot","type":"text","default":""}],
        "resources":[{"name":"quantity","type":"decimal","scale":4,"negative":"forbid"},
        {"name":"amount","type":"decimal","scale":2}]})"));
    BINCARD_OK(read);
    QCOMPARE(*read,
        RegisterDefinition::balance("stock_by_lot")
            .dimension("warehouse", DimensionType::Int)
            .dimension("product", DimensionType::Int)
            .dimension("lot", DimensionType::Text, "")
            .decimal("quantity", 4, NegativePolicy::Forbid)
            .decimal("amount", 2));
    QCOMPARE(read->forbiddenResource(), 0);
    QCOMPARE(read->dimensionIndex(u"lot"), 2);
    QCOMPARE(read->dimensionIndex(u"Lot"), -1);
    QCOMPARE(read->resourceIndex(u"amount"), 1);
}

void TestRegisterDefinition::comesBackFromJson()
{
    const auto definition = RegisterDefinition::turnover("everything")
                                .dimension("a", DimensionType::Int, "-3")
                                .dimension("b", DimensionType::BigInt, "9007199254740993")
                                .dimension("c", DimensionType::Text, "it's")
                                .dimension("d", DimensionType::Date, "2026-04-18")
                                .dimension("e", DimensionType::Bool, "false")
                                .dimension("f", DimensionType::Uuid, "3f2504e0-4f89-41d3-9a0c-0305e82c3301")
                                .reference("g", "items", "WDG-A1")
                                .integer("pieces")
                                .decimal("weight", 6);
    BINCARD_OK(definition.validated());
    // Through text, as the book and the command line do it.
    const QByteArray text = QJsonDocument(definition.toJson()).toJson();
    QVERIFY(text.contains("9007199254740993,") || text.contains("9007199254740993\n"));
    const auto back = RegisterDefinition::fromJson(QJsonDocument::fromJson(text).object());
    BINCARD_OK(back);
    QCOMPARE(*back, definition);
}

void TestRegisterDefinition::tellsEveryProblem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *text, const QStringList &expected) {
        QTest::newRow(name) << QByteArray(text) << expected;
    };
    row("nothing", "{}", {"name", "kind", "dimensions", "resources"});
    row("unknown fields", R"({"name":"a","kind":"balance","colour":1,"dimensions":[{"name":"x","type":"int","size":3}],
        "resources":[{"name":"q","type":"integer","unit":"kg"}]})",
        {"dimensions.size#1", "resources.unit#1", "colour"});
    row("wrong kinds of values", R"({"name":5,"kind":"pile","dimensions":[3],"resources":{}})",
        {"name", "kind", "dimensions#1", "resources"});
    row("types and scales",
        R"({"name":"a","kind":"balance","dimensions":[{"name":"x","type":"money"},{"name":"y","type":"text","default":null}],
        "resources":[{"name":"q","type":"float"},{"name":"r","type":"decimal","scale":1.5},
        {"name":"s","type":"decimal","negative":"maybe"}]})",
        {"dimensions.type#1", "dimensions.default#2", "resources.type#1", "resources.scale#2", "resources.negative#3"});
    row("all that a definition can get wrong",
        R"json({"name":"1st","kind":"ledger","partition":"year","dimensions":[{"name":"id","type":"int"},
        {"name":"x","type":"int","default":3000000000},{"name":"X","type":"bool","default":"yes"},
        {"name":"r","type":"ref(no such)"},{"name":"u","type":"uuid","default":"abc"},{"name":"d","type":"date","default":"2026-02-30"}],
        "resources":[{"name":"q","type":"decimal","scale":7},{"name":"p","type":"integer","scale":2},
        {"name":"n","type":"integer","negative":"forbid"}]})json",
        {"name", "dimensions.name#1", "dimensions.default#2", "dimensions.name#3", "dimensions.default#3",
            "dimensions.type#4", "dimensions.default#5", "dimensions.default#6", "resources.scale#1",
            "resources.scale#2", "resources.negative#3"});
    row("what cannot be read beside what is wrong",
        R"json({"name":"1st","kind":"balanse","partition":"week","dimensions":["x",{"name":"order by","type":"int"},
        {"name":"x","type":"varchar","default":"abc"},{"name":"x","type":"int","default":"abc"},{"type":"int"}],
        "resources":[{"name":"q","type":"decimal","scale":9,"negative":"forbid"},{"name":"p","type":"float","scale":9},
        {"name":"x","type":"decimal","scale":"2"},{"name":"id","type":"integer","negative":"forbid"}]})json",
        {"kind", "partition", "dimensions#1", "dimensions.type#3", "dimensions.name#5", "resources.type#2",
            "resources.scale#3", "name", "dimensions.name#2", "dimensions.name#4", "dimensions.default#4",
            "resources.scale#1", "resources.name#3", "resources.name#4", "resources.negative#4"});
    row("two that forbid", R"({"name":"a","kind":"balance","dimensions":[{"name":"x","type":"int"}],
        "resources":[{"name":"q","type":"integer","negative":"forbid"},{"name":"p","type":"integer","negative":"forbid"}]})",
        {"resources.negative#2"});
    row("none at all", R"({"name":"a","kind":"turnover","dimensions":[],"resources":[]})", {"dimensions", "resources"});
    row("long name", R"({"name":"a1234567890123456789012345678901234567890","kind":"turnover",
        "dimensions":[{"name":"naïve","type":"int"}],"resources":[{"name":"q q","type":"integer"}]})",
        {"name", "dimensions.name#1", "resources.name#1"});
}

void TestRegisterDefinition::tellsEveryProblem()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, expected);
    const auto read = RegisterDefinition::fromJson(json(text));
    BINCARD_FAILS(read, ErrorCode::Validation);
    QStringList fields;
    for (const QString &problem : problems(read.error()))
        fields << problem.section(": ", 0, 0);
    if (fields != expected)
        QFAIL(qPrintable(problems(read.error()).join('\n')));
}

void TestRegisterDefinition::namesThatWouldCollide_data()
{
    QTest::addColumn<QString>("dimension");
    for (const char *name : {"quantity", "Quantity", "quantity_e4", "quantity_receipts", "quantity_issues_e4",
             "quantity_opening", "period", "recorder", "xact", "last_movement", "day", "ctid", "rowid"})
        QTest::newRow(name) << QString(name);
}

void TestRegisterDefinition::namesThatWouldCollide()
{
    QFETCH(QString, dimension);
    BINCARD_FAILS(
        RegisterDefinition::balance("a").dimension(dimension, DimensionType::Int).decimal("quantity", 4).validated(),
        ErrorCode::Validation);
}

void TestRegisterDefinition::isKeptInTheBook()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    const auto sales = RegisterDefinition::turnover("sales")
                           .reference("item", "items", "WDG-B2")
                           .dimension("note", DimensionType::Text, "O'Neil \\ \"x\"")
                           .decimal("revenue", 2);
    BINCARD_OK(stock.accumulator().create(sales));
    Accumulator other(database.database());
    const auto all = other.list();
    BINCARD_OK(all);
    QCOMPARE(*all, (QList<RegisterDefinition>{sales, Stock::definition()}));
    auto used = other.use("sales");
    BINCARD_OK(used);
    QCOMPARE(used->definition(), sales);
    // Defaults: of a reference the id behind the code; raw SQL gets the same ones.
    BINCARD_OK(used->post({{"a", at("2026-04-01"), {QVariant(), QVariant()}, {decimal("1", 2)}, {}}}));
    database.run("INSERT INTO sales_movement (recorder, period) VALUES ('b', '2026-04-02 00:00:00')");
    const auto rows = used->movements({});
    BINCARD_OK(rows);
    QCOMPARE(rows->rows.size(), 2);
    QCOMPARE(rows->rows.at(0).dimensions, (QList<QVariant>{qint64(11), QString("O'Neil \\ \"x\"")}));
    QCOMPARE(rows->rows.at(1).dimensions, rows->rows.at(0).dimensions);
}

void TestRegisterDefinition::createRefuses()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    Accumulator &accumulator = stock.accumulator();
    BINCARD_FAILS(accumulator.create(Stock::definition()), ErrorCode::Duplicate);
    database.run("CREATE TABLE cash_day (id INTEGER)");
    BINCARD_FAILS(
        accumulator.create(RegisterDefinition::balance("cash").dimension("till", DimensionType::Int).integer("n")),
        ErrorCode::Duplicate);
    const auto references = accumulator.create(RegisterDefinition::balance("refs")
                                                   .reference("a", "nowhere")
                                                   .reference("b", "cash_day")
                                                   .reference("c", "items", "no such code")
                                                   .integer("n"));
    BINCARD_FAILS(references, ErrorCode::Validation);
    QCOMPARE(references.error().problems().size(), 3);
    if (database.isSqlite())
        QCOMPARE(accumulator
                     .create(RegisterDefinition::balance("refs")
                                 .reference("a", "nowhere")
                                 .integer("n")
                                 .partitionedBy(Partition::Year))
                     .error()
                     .problems()
                     .size(),
            2);
    const auto invalid = accumulator.create(RegisterDefinition::balance("x y"));
    BINCARD_FAILS(invalid, ErrorCode::Validation);
    QCOMPARE(invalid.error().problems().size(), 3);
    // Nothing is left behind, and the connection goes on.
    QVERIFY(!database.database().tables().contains("refs_movement"));
    QVERIFY(!database.database().tables().contains("cash_movement"));
    BINCARD_OK(accumulator.create(RegisterDefinition::balance("refs").reference("c", "items", "WDG-A1").integer("n")));
    BINCARD_FAILS(accumulator.use("nothing"), ErrorCode::RegisterNotFound);
}

void TestRegisterDefinition::dropKeepsMovementsUnlessForced()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-04-01", 1, 10, "5")}));
    BINCARD_FAILS(stock.accumulator().drop("stock"), ErrorCode::Validation);
    QCOMPARE(stock.balances(), "5.0000 0.00");
    BINCARD_OK(stock.accumulator().drop("stock", true));
    BINCARD_FAILS(stock.accumulator().drop("stock", true), ErrorCode::RegisterNotFound);
    // A register of the same name and another shape may follow, also for statements that are prepared already.
    BINCARD_OK(stock.accumulator().create(
        RegisterDefinition::balance("stock").dimension("x", DimensionType::Text).integer("n")));
    auto next = stock.accumulator().use("stock");
    BINCARD_OK(next);
    BINCARD_OK(next->post({{"a", at("2026-04-01"), {QString("y")}, {Decimal(3, 0)}, {}}}));
    QCOMPARE(shown(*next->balance({}, {"x"})), "y: 3");
    QCOMPARE(database.value("SELECT COUNT(*) FROM stock_movement"), "1");
}

void TestRegisterDefinition::olderRegistersAreRegenerated()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-04-01", 1, 10, "5", "2"),
        stock.movement("receipt:1", "2026-05-01", 1, 10, "-1", "2")}));
    // As an older generator might have left it: without one of the totals.
    database.run("DROP TABLE stock_month");
    database.run("UPDATE accumulator_register SET generator = 0");
    BINCARD_OK(stock.accumulator().upgrade());
    BINCARD_OK(stock.accumulator().upgrade());
    QCOMPARE(stock.verifyFindings(), 0);
    QCOMPARE(stock.balances({}, {}, "2026-04-30"), "5.0000 2.00");
    BINCARD_OK(stock->post({stock.movement("receipt:2", "2026-04-01", 1, 10, "5", "2")}));
    QCOMPARE(stock.verifyFindings(), 0);
    QCOMPARE(database.value("SELECT generator FROM accumulator_register"), QString::number(Accumulator::generator));
}

void TestRegisterDefinition::newerRegistersAreRefused()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    database.run("UPDATE accumulator_register SET generator = 1000");
    BINCARD_FAILS(stock.accumulator().use("stock"), ErrorCode::SchemaNewer);
    BINCARD_OK(stock.accumulator().upgrade());
    QCOMPARE(database.value("SELECT generator FROM accumulator_register"), "1000");
}

QTEST_GUILESS_MAIN(TestRegisterDefinition)
#include "tst_register_definition.moc"
