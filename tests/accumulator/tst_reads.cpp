// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "db/Session.h"
#include "support/Registers.h"
#include "support/TestDatabase.h"

#include <QSet>

using namespace bincard;
using namespace bincard::test;

/// Rules E7 to E10, E14: figures at every kind of boundary, what is refused, and pages of movements.
class TestReads : public QObject
{
    Q_OBJECT

private slots:
    void boundariesAreExact_data() { engines(); }
    void boundariesAreExact();
    void reversalsLowerTheirOwnSide_data() { engines(); }
    void reversalsLowerTheirOwnSide();
    void bucketsRunOn_data() { engines(); }
    void bucketsRunOn();
    void filtersAndGroups_data() { engines(); }
    void filtersAndGroups();
    void emptyRegister_data() { engines(); }
    void emptyRegister();
    void refusesWhatItCannotAnswer_data() { engines(); }
    void refusesWhatItCannotAnswer();
    void endsOfTime_data() { engines(); }
    void endsOfTime();
    void totalsBeyondEighteenDigitsAreErrors_data() { engines(); }
    void totalsBeyondEighteenDigitsAreErrors();
    void pagesOfMovements_data() { engines(); }
    void pagesOfMovements();
    void timeZonesChangeNothing_data() { engines(); }
    void timeZonesChangeNothing();
    void readsStayPrepared_data() { engines(); }
    void readsStayPrepared();
};

void TestReads::boundariesAreExact()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({
        stock.movement("r", "2026-01-31T23:59:59", 1, 10, "1"),
        stock.movement("r", "2026-02-01", 1, 10, "2"),
        stock.movement("r", "2026-02-10T09:30:00", 1, 10, "4"),
        stock.movement("r", "2026-02-10T09:30:01", 1, 10, "8"),
        stock.movement("r", "2026-02-28T23:59:59", 1, 10, "16"),
        stock.movement("r", "2026-03-01", 1, 10, "32"),
    }));
    const auto balanceAt = [&](const char *until) { return stock.balances({}, {}, until).section('.', 0, 0); };
    QCOMPARE(balanceAt("2026-01-30"), "0");
    QCOMPARE(balanceAt("2026-01-31T23:59:58"), "0");
    QCOMPARE(balanceAt("2026-01-31T23:59:59"), "1");
    QCOMPARE(balanceAt("2026-01-31"), "1");
    QCOMPARE(balanceAt("2026-02-01T00:00:00"), "3");
    QCOMPARE(balanceAt("2026-02-10T09:30:00"), "7");
    QCOMPARE(balanceAt("2026-02-10"), "15");
    QCOMPARE(balanceAt("2026-02-28"), "31");
    QCOMPARE(balanceAt("2026-03-01T00:00:00"), "63");
    const auto between = [&](const char *from, const char *to) {
        return stock.turnover(from, to).section(' ', 0, 0).replace(".0000", "");
    };
    QCOMPARE(between("2026-02-01", "2026-02-28"), "1+30-0=31");
    QCOMPARE(between("2026-02-01T00:00:01", "2026-02-28T23:59:58"), "3+12-0=15");
    QCOMPARE(between("2026-02-10T09:30:01", "2026-02-10T09:30:01"), "7+8-0=15");
    QCOMPARE(between("2026-02-10T09:30:00", "2026-02-10"), "3+12-0=15");
    QCOMPARE(between(nullptr, "2026-01-31"), "0+1-0=1");
    QCOMPARE(between("2026-02-28T23:59:59", nullptr), "15+48-0=63");
    QCOMPARE(between(nullptr, nullptr), "0+63-0=63");
    // An interval that ends before it begins holds nothing; what was there before is its opening.
    QCOMPARE(between("2026-03-01", "2026-01-01"), "31+0-0=31");
}

void TestReads::reversalsLowerTheirOwnSide()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("r", "2026-04-01", 1, 10, "9", "-1")}));
    BINCARD_OK(stock->post({stock.movement("o", "2026-04-02", 1, 10, "-4", "2")}));
    BINCARD_OK(stock->unpost("o"));
    QCOMPARE(stock.turnover(nullptr, nullptr), "0.0000+9.0000-0.0000=9.0000 0.00+0.00-1.00=-1.00");
    BINCARD_OK(stock->unpost("r"));
    QCOMPARE(stock.turnover(nullptr, nullptr, {"item"}), "");
    QCOMPARE(stock.turnover(nullptr, nullptr, {}, Granularity::Month), "");
}

void TestReads::bucketsRunOn()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("r", "2025-12-30", 1, 10, "1"),
        stock.movement("r", "2026-01-05", 1, 10, "2"), stock.movement("r", "2026-01-05T10:00:00", 1, 10, "-1"),
        stock.movement("r", "2026-03-07", 1, 11, "5"), stock.movement("r", "2027-01-01", 1, 10, "7")}));
    const auto by = [&](const char *from, const char *to, Granularity granularity, const QStringList &groups = {}) {
        return stock.turnover(from, to, groups, granularity).replace(".0000", "").replace(" 0.00+0.00-0.00=0.00", "");
    };
    QCOMPARE(
        by("2026-01-01", "2027-12-31", Granularity::Month), "2026-01: 1+2-1=2; 2026-03: 2+5-0=7; 2027-01: 7+7-0=14");
    QCOMPARE(by("2026-01-05T10:00:00", "2026-03-31", Granularity::Month), "2026-01: 3+0-1=2; 2026-03: 2+5-0=7");
    QCOMPARE(by(nullptr, nullptr, Granularity::Year), "2025: 0+1-0=1; 2026: 1+7-1=7; 2027: 7+7-0=14");
    QCOMPARE(by("2026-01-01", nullptr, Granularity::Day, {"item"}),
        "10 2026-01-05: 1+2-1=2; 10 2027-01-01: 2+7-0=9; 11 2026-03-07: 0+5-0=5");
}

void TestReads::filtersAndGroups()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(
        stock->post({stock.movement("r", "2026-04-01", 1, 10, "1"), stock.movement("r", "2026-04-01", 1, 11, "2"),
            stock.movement("r", "2026-04-01", 2, 10, "4"), stock.movement("r", "2026-04-01", 2, 12, "8")}));
    for (const char *until : {static_cast<const char *>(nullptr), "2026-04-30", "2026-04-01T00:00:00"}) {
        const auto balances = [&](const Filter &filter, const QStringList &groups) {
            return stock.balances(filter, groups, until).replace(".0000 0.00", "");
        };
        QCOMPARE(balances({}, {"item", "warehouse"}), "10,1: 1; 10,2: 4; 11,1: 2; 12,2: 8");
        QCOMPARE(balances({{"item", {qint64(10), qint64(12)}}}, {"warehouse"}), "1: 1; 2: 12");
        QCOMPARE(balances({{"item", {qint64(10)}}, {"warehouse", {qint64(2)}}}, {}), "4");
        QCOMPARE(balances({{"item", {}}}, {}), "0");
        QCOMPARE(balances({{"item", {}}}, {"item"}), "");
        QCOMPARE(balances({{"item", {qint64(999)}}}, {}), "0");
    }
}

void TestReads::emptyRegister()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    QCOMPARE(stock.balances(), "0.0000 0.00");
    QCOMPARE(stock.balances({}, {"item"}), "");
    QCOMPARE(stock.balances({}, {}, "2026-04-01"), "0.0000 0.00");
    QCOMPARE(stock.turnover("2026-04-01", "2026-04-30"), "0.0000+0.0000-0.0000=0.0000 0.00+0.00-0.00=0.00");
    QCOMPARE(stock.turnover("2026-04-01", "2026-04-30", {"item"}), "");
    const auto page = stock->movements({});
    BINCARD_OK(page);
    QVERIFY(page->rows.isEmpty() && page->next.isEmpty());
    const auto lowest = stock->lowestBalances({{1, 10}}, QDate(2026, 4, 1));
    BINCARD_OK(lowest);
    QCOMPARE(lowest->constFirst().date, QDate(2026, 4, 1));
    BINCARD_OK(stock->lowestBalances({}, QDate(2026, 4, 1)));
    const auto info = stock->info();
    BINCARD_OK(info);
    QVERIFY(!info->firstPeriod && info->movements == 0);
    const auto has = stock->hasActive("r");
    BINCARD_OK(has);
    QVERIFY(!*has);
}

void TestReads::refusesWhatItCannotAnswer()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    const auto problems = [](const auto &result) {
        QStringList fields;
        if (!result.ok()) {
            for (const Problem &problem : result.error().problems())
                fields << problem.field;
        }
        return fields.join(' ');
    };
    QCOMPARE(problems(stock->balance({{"colour", {1}}, {"item", {QString("ten")}}}, {})), "where item");
    QCOMPARE(problems(stock->balance({}, {"item", "colour", "item"})), "group_by group_by");
    QCOMPARE(problems(stock->balance({}, {}, Until(QDate()))), "to");
    QCOMPARE(problems(stock->turnover({Period(QDate(10000, 1, 1)), {}, {}, {}, Granularity::None})), "from");
    MovementsQuery query;
    query.limit = 0;
    QCOMPARE(problems(stock->movements(query)), "limit");
    query.limit = 1;
    query.after = "Robert'); DROP TABLE";
    QCOMPARE(problems(stock->movements(query)), "after");
    QCOMPARE(problems(stock->lowestBalances({{1}, {1, QString("x")}}, QDate(2026, 1, 1))), "key item");
    QCOMPARE(problems(stock->lowestBalances({{1, 10}}, QDate())), "from");
    BINCARD_OK(stock.accumulator().create(
        RegisterDefinition::turnover("sales").dimension("x", DimensionType::Int).integer("n")));
    auto sales = stock.accumulator().use("sales");
    BINCARD_OK(sales);
    QCOMPARE(problems(sales->balance({}, {})), "register");
    QCOMPARE(problems(sales->lowestBalances({{1}}, QDate(2026, 1, 1))), "register");
}

void TestReads::endsOfTime()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post(
        {stock.movement("r", "0001-01-01", 1, 10, "1"), stock.movement("r", "9999-12-31T23:59:59", 1, 10, "2")}));
    QCOMPARE(stock.balances({}, {}, "0001-01-01T00:00:00"), "1.0000 0.00");
    QCOMPARE(stock.balances({}, {}, "9999-12-31T23:59:58"), "1.0000 0.00");
    QCOMPARE(stock.balances({}, {}, "9999-12-31T23:59:59"), "3.0000 0.00");
    QCOMPARE(stock.balances({}, {}, "9999-12-31"), "3.0000 0.00");
    QCOMPARE(stock.turnover("9999-12-31T12:00:00", "9999-12-31"), "1.0000+2.0000-0.0000=3.0000 0.00+0.00-0.00=0.00");
    QCOMPARE(stock.turnover("9999-12-05", nullptr), "1.0000+2.0000-0.0000=3.0000 0.00+0.00-0.00=0.00");
    const auto lowest = stock->lowestBalances({{1, 10}}, QDate(9999, 12, 31));
    BINCARD_OK(lowest);
    QCOMPARE(lowest->constFirst().lowest.toString(), "3.0000");
    QCOMPARE(stock.verifyFindings(), 0);
}

// Each movement fits, the sums do not: an error and no wrong figure, on writing and on reading.
void TestReads::totalsBeyondEighteenDigitsAreErrors()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    const char *large = "9000000000000000.00";
    BINCARD_OK(stock->post({stock.movement("a", "2026-04-01", 1, 10, "0", large)}));
    const auto refused = stock->post({stock.movement("b", "2026-04-02", 1, 10, "0", large)});
    BINCARD_FAILS(refused, ErrorCode::Validation);
    QCOMPARE(refused.error().message().english(), "A total would have more than 18 digits.");
    BINCARD_OK(stock->post({stock.movement("b", "2026-04-02", 2, 10, "0", large)}));
    const auto sum = stock->balance({}, {});
    BINCARD_FAILS(sum, ErrorCode::Validation);
    QCOMPARE(sum.error().message().english(), "A total would have more than 18 digits.");
    BINCARD_FAILS(stock->turnover({}), ErrorCode::Validation);
    QCOMPARE(stock.balances({}, {"warehouse"}), QString("1: 0.0000 %1; 2: 0.0000 %1").arg(large));
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestReads::pagesOfMovements()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    stock.accumulator().setRecordedBy("anna");
    QList<Movement> movements;
    for (int i = 0; i < 10; ++i) // five moments, two movements each: the id decides between them
        movements.append(stock.movement("r", qPrintable(QString("2026-04-0%1").arg(9 - i / 2)), 1, 10, "1"));
    movements[0].cause = "receipt:7";
    BINCARD_OK(stock->post(movements));
    for (const bool newestFirst : {false, true}) {
        MovementsQuery query;
        query.limit = 3;
        query.newestFirst = newestFirst;
        QList<JournalRow> rows;
        int pages = 0;
        do {
            const auto page = stock->movements(query);
            BINCARD_OK(page);
            QVERIFY(page->rows.size() <= 3);
            rows += page->rows;
            query.after = page->next;
            ++pages;
        } while (!query.after.isEmpty());
        QCOMPARE(pages, 4);
        QCOMPARE(rows.size(), 10);
        for (qsizetype i = 1; i < rows.size(); ++i) {
            const auto &first = newestFirst ? rows.at(i) : rows.at(i - 1);
            const auto &second = newestFirst ? rows.at(i - 1) : rows.at(i);
            QVERIFY(first.period < second.period || (first.period == second.period && first.id < second.id));
        }
        const JournalRow &first = newestFirst ? rows.at(1) : rows.at(8);
        QCOMPARE(first.line, 1);
        QCOMPARE(first.cause, "receipt:7");
        QCOMPARE(first.recordedBy, "anna");
        QCOMPARE(first.dimensions, (QList<QVariant>{qint64(1), qint64(10)}));
        QCOMPARE(first.resources.constFirst().toString(), "1.0000");
    }
    MovementsQuery exact;
    exact.limit = 10;
    QVERIFY(stock->movements(exact)->next.isEmpty());
    // A page that a growing journal adds to goes on where it ended.
    exact.limit = 9;
    const auto page = stock->movements(exact);
    BINCARD_OK(stock->post({stock.movement("s", "2026-04-01", 1, 11, "1")}));
    exact.after = page->next;
    QCOMPARE(stock->movements(exact)->rows.size(), 1);
    // What was taken back is marked, and can be left out.
    BINCARD_OK(stock->unpost("s"));
    MovementsQuery s;
    s.recorder = "s";
    const auto both = stock->movements(s);
    QCOMPARE(both->rows.size(), 2);
    QVERIFY(both->rows.at(0).reversedBy == both->rows.at(1).id && both->rows.at(0).reversalOf == 0);
    QVERIFY(both->rows.at(1).reversedBy == 0 && both->rows.at(1).reversalOf == both->rows.at(0).id);
    s.activeOnly = true;
    QVERIFY(stock->movements(s)->rows.isEmpty());
}

// Rule E13: the book's wall clock has no zone.
void TestReads::timeZonesChangeNothing()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("r", "2026-03-29T02:30:00", 1, 10, "1")})); // skipped in Berlin
    if (!database.isSqlite())
        database.run("SET TIME ZONE 'America/Los_Angeles'");
    BINCARD_OK(stock->post({stock.movement("s", "2026-03-29T02:30:00", 1, 10, "1")}));
    QCOMPARE(stock.balances({}, {}, "2026-03-29T02:29:59"), "0.0000 0.00");
    QCOMPARE(stock.balances({}, {}, "2026-03-29T02:30:00"), "2.0000 0.00");
    const auto page = stock->movements({});
    BINCARD_OK(page);
    for (const JournalRow &row : page->rows) {
        QCOMPARE(row.period.toString(), "2026-03-29T02:30:00");
        QVERIFY(row.recordedAt.endsWith('Z'));
    }
    QVERIFY(page->rows.at(0).recordedAt <= page->rows.at(1).recordedAt);
    QCOMPARE(stock.turnover("2026-03-29", "2026-03-29", {}, Granularity::Day),
        "2026-03-29: 0.0000+2.0000-0.0000=2.0000 0.00+0.00-0.00=0.00");
}

// Values never stand in a statement's text, so that another value finds the same prepared statement.
void TestReads::readsStayPrepared()
{
    BINCARD_TEST_DATABASE(database);
    Stock unused(database);
    const auto dialect = db::Dialect::of(database.database());
    db::Session session(database.database(), *dialect);
    Accumulator accumulator(session);
    auto stock = accumulator.use("stock");
    BINCARD_OK(stock);
    QSet<QString> texts;
    session.setProbe([&](const QString &sql) {
        texts.insert(sql);
        return Result<void>();
    });
    int statements = 0;
    for (int i = 1; i <= 12; ++i) {
        const QByteArray recorder = "r" + QByteArray::number(i);
        const QByteArray day = QDate(2026, i, 2 + i).toString(Qt::ISODate).toUtf8();
        BINCARD_OK(stock->post({Stock::movement(recorder.constData(), day.constData(), 1, 10 + i % 3, "1")}));
        BINCARD_OK(stock->balance({{"item", {qint64(10 + i % 3)}}}, {"warehouse"}, Until(QDate(2026, i, 2 + i))));
        BINCARD_OK(stock->lowestBalances({{1, qint64(10 + i % 3)}}, QDate(2026, i, 1)));
        if (i == 1)
            statements = static_cast<int>(texts.size());
    }
    QCOMPARE(texts.size(), statements);
}

QTEST_GUILESS_MAIN(TestReads)
#include "tst_reads.moc"
