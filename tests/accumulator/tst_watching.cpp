// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/Registers.h"
#include "support/Sessions.h"
#include "support/TestDatabase.h"

using namespace bincard;
using namespace bincard::test;

/// What a screen needs that shows a register as it changes: a cheap look whether something was recorded, movements in
/// the order of recording, and balances in pages by key.
class TestWatching : public QObject
{
    Q_OBJECT

private slots:
    void endTellsOfEveryChange_data() { engines(); }
    void endTellsOfEveryChange();
    void endTellsOfLateCommits_data() { postgresqlOnly(); }
    void endTellsOfLateCommits();
    void movementsAsRecorded_data() { engines(); }
    void movementsAsRecorded();
    void balancesGoOnAfterAGroup_data() { engines(); }
    void balancesGoOnAfterAGroup();
    void balancesGoOnAfterAnyType_data() { engines(); }
    void balancesGoOnAfterAnyType();
};

void TestWatching::endTellsOfEveryChange()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    OtherSession other(database.location());
    const auto look = [&](qint64 from) { return stock->journalEnd(from); };

    const auto empty = look(0);
    BINCARD_OK(empty);
    QCOMPARE(*empty, JournalEnd());
    BINCARD_OK(
        other->post({stock.movement("r", "2026-04-01", 1, 10, "5"), stock.movement("r", "2026-04-02", 1, 10, "5")}));
    const auto posted = look(0);
    BINCARD_OK(posted);
    QCOMPARE(posted->since, 2);
    QVERIFY(posted->newest >= 2);
    QCOMPARE(*look(0), *posted);
    QCOMPARE(look(posted->newest)->since, 0);
    BINCARD_OK(other->unpost("r"));
    const auto cancelled = look(posted->newest);
    QCOMPARE(cancelled->since, 2);
    QVERIFY(cancelled->newest > posted->newest);
    database.run(QString("INSERT INTO stock_movement (recorder, period, warehouse, item, %1) VALUES"
                         " ('by hand', '2026-04-01 00:00:00', 1, 10, 1)")
                     .arg(database.isSqlite() ? "quantity_e4" : "quantity"));
    QCOMPARE(look(cancelled->newest)->since, 1);
}

void TestWatching::endTellsOfLateCommits()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    // A file has one writer, who commits in the order of the ids.
    OtherSession slow(database.location()), quick(database.location());
    QVERIFY(slow.connection().transaction());
    BINCARD_OK(slow->post({stock.movement("slow", "2026-04-01", 1, 10, "5")}));
    BINCARD_OK(quick->post({stock.movement("quick", "2026-04-01", 2, 11, "5")}));

    const auto before = stock->journalEnd(0);
    BINCARD_OK(before);
    QCOMPARE(before->since, 1);
    QVERIFY(!before->underWay.isEmpty());
    QCOMPARE(*stock->journalEnd(0), *before);
    QVERIFY(slow.connection().commit());
    const auto after = stock->journalEnd(0);
    BINCARD_OK(after);
    QCOMPARE(after->newest, before->newest); // the late one has the lower id, and is noticed all the same
    QVERIFY(*after != *before);
    QCOMPARE(after->since, 2);
}

void TestWatching::movementsAsRecorded()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    for (const char *day : {"2026-04-05", "2026-04-01", "2026-04-09", "2026-04-03", "2026-04-07"})
        BINCARD_OK(stock->post({stock.movement(day, day, 1, 10, "1")}));
    MovementsQuery query;
    query.asRecorded = true;
    query.limit = 2;
    for (const bool newestFirst : {true, false}) {
        query.newestFirst = newestFirst;
        query.after.clear();
        QStringList seen;
        do {
            const auto page = stock->movements(query);
            BINCARD_OK(page);
            for (const JournalRow &row : page->rows)
                seen << row.recorder.right(1);
            query.after = page->next;
        } while (!query.after.isEmpty() && seen.size() < 10);
        QCOMPARE(seen.join(' '), newestFirst ? "7 3 9 1 5" : "5 1 9 3 7");
    }
}

void TestWatching::balancesGoOnAfterAGroup()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(
        stock->post({stock.movement("r", "2026-04-01", 1, 10, "1"), stock.movement("r", "2026-04-01", 1, 12, "2"),
            stock.movement("r", "2026-04-01", 2, 10, "3"), stock.movement("r", "2026-04-01", 2, 11, "4")}));
    const auto rest = [&](const QStringList &groupBy, const QList<QVariant> &after, std::optional<Until> at = {}) {
        BalancesQuery query;
        query.groupBy = groupBy;
        query.after = after;
        query.at = at;
        const auto rows = stock->balance(query);
        return rows.ok() ? shown(*rows).replace(".0000", "").replace(" 0.00", "") : told(rows.error());
    };
    QCOMPARE(rest({"warehouse", "item"}, {}), "1,10: 1; 1,12: 2; 2,10: 3; 2,11: 4");
    QCOMPARE(rest({"warehouse", "item"}, {1, 11}), "1,12: 2; 2,10: 3; 2,11: 4");
    QCOMPARE(rest({"warehouse", "item"}, {1, 12}), "2,10: 3; 2,11: 4");
    QCOMPARE(rest({"warehouse", "item"}, {1, 12}, Until(QDate(2026, 4, 1))), "2,10: 3; 2,11: 4");
    QCOMPARE(rest({"warehouse", "item"}, {1, 12}, Until(QDate(2026, 3, 31))), "");
    QCOMPARE(rest({"item"}, {10}), "11: 4; 12: 2");
    QCOMPARE(rest({"item"}, {12}), "");
    TurnoverQuery turnover;
    turnover.groupBy = {"warehouse", "item"};
    turnover.after = {1, 12};
    const auto rows = stock->turnover(turnover);
    BINCARD_OK(rows);
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->first().group, QList<QVariant>({2, 10}));
    turnover.by = Granularity::Day;
    QVERIFY(!stock->turnover(turnover).ok());
    QVERIFY(rest({"warehouse", "item"}, {1}).contains("\"validation\""));
    QVERIFY(rest({"item"}, {"ten"}).contains("\"validation\""));
    QVERIFY(rest({}, {1}).contains("\"validation\""));
}

void TestWatching::balancesGoOnAfterAnyType()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.install());
    auto definition = RegisterDefinition::balance("types");
    definition.dimension("number", DimensionType::Int)
        .dimension("large", DimensionType::BigInt)
        .dimension("words", DimensionType::Text)
        .dimension("due", DimensionType::Date)
        .dimension("flag", DimensionType::Bool)
        .dimension("mark", DimensionType::Uuid)
        .integer("pieces");
    BINCARD_OK(accumulator.create(definition));
    auto types = accumulator.use("types");
    BINCARD_OK(types);
    QList<Movement> movements;
    const QString mark = "0f8fad5b-d9cb-469f-a165-70867728950%1";
    for (int i = 0; i < 6; ++i)
        movements.append({"r", at("2026-04-01"),
            {qint64(i / 4), qint64(7), QString("Ä%1").arg(i / 3), QString("2026-04-0%1").arg(1 + i / 2), i % 2 == 1,
                mark.arg(i)},
            {Decimal::whole(1, 0)}});
    BINCARD_OK(types->post(movements));
    BalancesQuery query;
    query.groupBy = {"flag", "words", "mark", "due", "large", "number"};
    const auto all = types->balance(query);
    BINCARD_OK(all);
    QCOMPARE(all->size(), 6);
    for (int i = 0; i < 6; ++i) {
        query.after = all->at(i).group;
        const auto rest = types->balance(query);
        BINCARD_OK(rest);
        QCOMPARE(shown(*rest), shown(all->mid(i + 1)));
    }
}

QTEST_GUILESS_MAIN(TestWatching)
#include "tst_watching.moc"
