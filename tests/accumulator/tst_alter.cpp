// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/AlteredRegister.h"

#include <QJsonArray>

using namespace bincard;
using namespace bincard::test;

/// Rule E16: an altered register is what it would be had it been created so, with the journal that it has.
class TestAlter : public QObject
{
    Q_OBJECT

private slots:
    void isAsNewlyCreated_data();
    void isAsNewlyCreated();
    void switchesThePolicy_data() { engines(); }
    void switchesThePolicy();
    void listsTheNegativeDays_data() { engines(); }
    void listsTheNegativeDays();
    void namesEveryProblem_data() { engines(); }
    void namesEveryProblem();
    void cancelledOrFailedLeavesEverything_data() { engines(); }
    void cancelledOrFailedLeavesEverything();
};

namespace {

QString nextId(TestDatabase &database)
{
    return database.value(database.isSqlite() ? "SELECT seq + 1 FROM sqlite_sequence WHERE name = 'stock_movement'"
                                              : "SELECT last_value + 1 FROM stock_movement_id_seq");
}

} // namespace

void TestAlter::isAsNewlyCreated_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<RegisterKind>("kind");
    for (const char *engine : {"sqlite", "postgresql"}) {
        QTest::addRow("%s: balances", engine) << QString(engine) << RegisterKind::Balance;
        QTest::addRow("%s: turnovers", engine) << QString(engine) << RegisterKind::Turnover;
    }
}

void TestAlter::isAsNewlyCreated()
{
    BINCARD_TEST_DATABASE(database);
    QFETCH(RegisterKind, kind);
    AlteredRegister before(database, 30, kind);
    Accumulator &accumulator = before.accumulator();
    // An id that was given and taken back is not given again on PostgreSQL; SQLite never gave it.
    database.run("BEGIN");
    BINCARD_OK(before->post({simple("gone", "2026-01-01", 1, "1")}));
    database.run("ROLLBACK");
    const QStringList there = journal(database);
    const QString next = nextId(database);
    const auto turnover = before->turnover({{}, {}, {}, {"warehouse"}, Granularity::Month});
    BINCARD_OK(turnover);

    QList<std::pair<qint64, qint64>> steps;
    BINCARD_OK(accumulator.alter(extended(kind), [&](qint64 done, qint64 total) {
        steps.append({done, total});
        return true;
    }));
    QVERIFY(steps.size() > 3);
    QCOMPARE(steps.constLast().first, steps.constLast().second);
    for (qsizetype i = 1; i < steps.size(); ++i)
        QVERIFY(steps.at(i).first >= steps.at(i - 1).first && steps.at(i).first <= steps.at(i).second);

    TestDatabase fresh(engine);
    makeItems(fresh);
    Accumulator other(fresh.database());
    BINCARD_OK(other.create(extended(kind)));
    const QStringList is = schema(database), shouldBe = schema(fresh);
    for (qsizetype i = 0; i < std::max(is.size(), shouldBe.size()); ++i)
        QCOMPARE(is.value(i), shouldBe.value(i));
    QCOMPARE(
        rowsOf(database, "SELECT * FROM accumulator_register"), rowsOf(fresh, "SELECT * FROM accumulator_register"));

    QCOMPARE(journal(database), there);
    auto after = accumulator.use("stock");
    BINCARD_OK(after);
    QCOMPARE(after->definition(), extended(kind));
    QVERIFY(after->verify()->rows.isEmpty());
    const auto groups = after->turnover({{}, {}, {}, {"lot", "item", "large", "sealed", "best_before", "serial"}});
    BINCARD_OK(groups);
    QCOMPARE(groups->size(), 1);
    QCOMPARE(groups->constFirst().group,
        QList<QVariant>(
            {"it's \"new\"", 10LL, 9007199254740993LL, true, "2030-01-31", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"}));
    const auto again = after->turnover({{}, {}, {}, {"warehouse"}, Granularity::Month});
    BINCARD_OK(again);
    QCOMPARE(again->size(), turnover->size());
    for (qsizetype i = 0; i < again->size(); ++i) {
        QCOMPARE(again->at(i).group, turnover->at(i).group);
        QCOMPARE(again->at(i).receipts.at(1), turnover->at(i).receipts.at(0));
        QCOMPARE(again->at(i).closing.at(1), turnover->at(i).closing.at(0));
        QVERIFY(again->at(i).receipts.at(0).isZero() && again->at(i).receipts.at(2).isZero());
    }
    // What was there can be taken back, and what comes goes on with the ids.
    BINCARD_OK(after->repost("doc:1", {}));
    QCOMPARE(database.value(QString("SELECT MIN(id) FROM stock_movement WHERE id >= %1").arg(next)), next);
    QVERIFY(after->verify()->rows.isEmpty());
}

void TestAlter::switchesThePolicy()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(base(RegisterKind::Balance)));
    auto reg = accumulator.use("stock");
    BINCARD_OK(reg);
    BINCARD_OK(reg->post({simple("r1", "2026-04-01", 1, "5"), simple("r1", "2026-04-02", 1, "-5")}));
    BINCARD_OK(accumulator.alter(base(RegisterKind::Balance, NegativePolicy::Forbid)));
    TestDatabase fresh(engine);
    Accumulator other(fresh.database());
    BINCARD_OK(other.create(base(RegisterKind::Balance, NegativePolicy::Forbid)));
    QCOMPARE(schema(database), schema(fresh));
    auto forbidding = accumulator.use("stock");
    BINCARD_OK(forbidding);
    BINCARD_FAILS(forbidding->post({simple("o1", "2026-04-03", 1, "-1")}), ErrorCode::InsufficientStock);
    // Whoever used it before is refused as well: by the trigger, or because it is outdated.
    const auto outdated = reg->post({simple("o1", "2026-04-03", 1, "-1"), simple("o1", "2026-04-03", 1, "-2")});
    BINCARD_FAILS(outdated, database.isSqlite() ? ErrorCode::Conflict : ErrorCode::InsufficientStock);
    BINCARD_OK(accumulator.alter(base(RegisterKind::Balance)));
    auto allowing = accumulator.use("stock");
    BINCARD_OK(allowing);
    BINCARD_OK(allowing->post({simple("o1", "2026-04-03", 1, "-1")}));
    QVERIFY(allowing->verify()->rows.isEmpty());
    // Nothing to change is nothing to do.
    BINCARD_OK(accumulator.alter(base(RegisterKind::Balance)));
}

void TestAlter::listsTheNegativeDays()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(base(RegisterKind::Balance)));
    auto reg = accumulator.use("stock");
    BINCARD_OK(reg);
    BINCARD_OK(reg->post({simple("r1", "2026-04-01", 1, "5"), simple("r1", "2026-04-02", 1, "-6"),
        simple("r1", "2026-04-03", 1, "-1"), simple("r1", "2026-04-05", 1, "10"), simple("r1", "2026-04-05", 2, "1"),
        simple("r1", "2026-04-09", 3, "-0.001")}));
    const QStringList before = schema(database);
    auto further = base(RegisterKind::Balance, NegativePolicy::Forbid);
    further.dimension("lot", DimensionType::Text, "");
    for (const auto &definition : {base(RegisterKind::Balance, NegativePolicy::Forbid), further}) {
        const auto refused = accumulator.alter(definition);
        BINCARD_FAILS(refused, ErrorCode::InsufficientStock);
        QStringList days;
        const QJsonArray shortages = refused.error().details().value("shortages").toArray();
        for (const QJsonValue &day : shortages)
            days << QString("%1 %2 %3")
                        .arg(day["key"]["warehouse"].toInt())
                        .arg(day["date"].toString(), day["available"].toString());
        QCOMPARE(days.join("; "), "1 2026-04-02 -1.000; 1 2026-04-03 -2.000; 3 2026-04-09 -0.001");
        QCOMPARE(schema(database), before);
    }
    BINCARD_OK(reg->post({simple("r2", "2026-04-02", 1, "2"), simple("r2", "2026-04-02", 3, "1")}));
    BINCARD_OK(accumulator.alter(further));
}

void TestAlter::namesEveryProblem()
{
    BINCARD_TEST_DATABASE(database);
    makeItems(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(RegisterDefinition::balance("stock")
                                      .dimension("a", DimensionType::Int)
                                      .dimension("b", DimensionType::Text, "x")
                                      .dimension("c", DimensionType::Int)
                                      .reference("d", "items")
                                      .decimal("quantity", 3)
                                      .integer("pieces")
                                      .decimal("gone", 1)));
    const auto refused = accumulator.alter(RegisterDefinition::turnover("stock")
                                               .partitionedBy(Partition::Month)
                                               .dimension("c", DimensionType::BigInt)
                                               .dimension("b", DimensionType::Text, "y")
                                               .reference("d", "others")
                                               .dimension("further", DimensionType::Int)
                                               .dimension("1st", DimensionType::Int, "1")
                                               .decimal("quantity", 4)
                                               .decimal("pieces", 0));
    BINCARD_FAILS(refused, ErrorCode::Validation);
    QStringList told;
    for (const Problem &problem : refused.error().problems())
        told << problem.field + ": " + problem.message.english();
    for (const char *expected : {"kind: The kind", "partition: How the journal", "dimensions: \"a\" is missing",
             "dimensions: \"c\" stands elsewhere", "dimensions.type: The type of \"c\"",
             "dimensions.default: The default of \"b\"", "dimensions.type: The type of \"d\"",
             "dimensions.default: The further dimension \"further\" needs", "dimensions.name: \"1st\" is no name",
             "resources.type: The type of \"quantity\"", "resources.type: The type of \"pieces\"",
             "resources: \"gone\" is missing"})
        QVERIFY2(!told.filter(QLatin1String(expected)).isEmpty(), qPrintable(expected + told.join('\n')));
    BINCARD_FAILS(accumulator.alter(base(RegisterKind::Balance).named("nosuch")), ErrorCode::RegisterNotFound);
    // A code that the catalog does not have.
    auto nowhere = accumulator.use("stock")->definition();
    BINCARD_FAILS(accumulator.alter(nowhere.reference("e", "items", "NONE")), ErrorCode::Validation);
}

void TestAlter::cancelledOrFailedLeavesEverything()
{
    BINCARD_TEST_DATABASE(database);
    AlteredRegister reg(database, 5);
    Accumulator &accumulator = reg.accumulator();
    const QStringList before = schema(database), rows = journal(database);
    int calls = 0;
    for (int allowed = 0;; ++allowed) {
        calls = 0;
        const auto altered =
            accumulator.alter(extended(RegisterKind::Balance), [&](qint64, qint64) { return calls++ < allowed; });
        if (altered.ok())
            break;
        BINCARD_FAILS(altered, ErrorCode::Cancelled);
        QCOMPARE(schema(database), before);
        QCOMPARE(journal(database), rows);
        QVERIFY(reg->verify()->rows.isEmpty());
    }
    QVERIFY(calls > 3);
    QVERIFY(accumulator.use("stock")->verify()->rows.isEmpty());
}

QTEST_GUILESS_MAIN(TestAlter)
#include "tst_alter.moc"
