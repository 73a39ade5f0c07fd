// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/Registers.h"
#include "support/TestDatabase.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace bincard;
using namespace bincard::test;

/// Rules E2 to E5: the journal and the three operations on it.
class TestPost : public QObject
{
    Q_OBJECT

private slots:
    void postsAndAnswersBalances_data() { engines(); }
    void postsAndAnswersBalances();
    void tellsEveryProblemBeforeWriting_data() { engines(); }
    void tellsEveryProblemBeforeWriting();
    void unknownReferencesAreNamed_data() { engines(); }
    void unknownReferencesAreNamed();
    void aRecorderIsPostedOnce_data() { engines(); }
    void aRecorderIsPostedOnce();
    void repostWritesOnlyWhatDiffers_data() { engines(); }
    void repostWritesOnlyWhatDiffers();
    void takesAnyTextAndValue_data() { engines(); }
    void takesAnyTextAndValue();
    void manyInOneStatement_data() { engines(); }
    void manyInOneStatement();
};

void TestPost::postsAndAnswersBalances()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    const auto posted = stock->post({stock.movement("receipt:1", "2026-04-01", 1, 10, "500", "125000"),
        stock.movement("receipt:1", "2026-04-01", 1, 11, "300", "45000")});
    BINCARD_OK(posted);
    QCOMPARE(posted->posted, 2);
    BINCARD_OK(stock->post({stock.movement("order:1", "2026-04-12", 1, 10, "-80", "-20000")}));
    QCOMPARE(stock.balances({}, {"warehouse", "item"}), "1,10: 420.0000 105000.00; 1,11: 300.0000 45000.00");
    QCOMPARE(stock.balances({{"item", {10}}}, {}, "2026-04-11"), "500.0000 125000.00");
    const auto short1 = stock->post({stock.movement("order:2", "2026-04-02", 1, 10, "-421", "0")});
    BINCARD_FAILS(short1, ErrorCode::InsufficientStock);
    const QJsonArray shortages = short1.error().details().value("shortages").toArray();
    QCOMPARE(QJsonDocument(shortages).toJson(QJsonDocument::Compact),
        R"([{"available":"420.0000","date":"2026-04-12","key":{"item":10,"warehouse":1},"register":"stock",)"
        R"("required":"421.0000","resource":"quantity"}])");
    QCOMPARE(stock.turnover("2026-04-02", "2026-04-30", {"item"}),
        "10: 500.0000+0.0000-80.0000=420.0000 125000.00+0.00-20000.00=105000.00; "
        "11: 300.0000+0.0000-0.0000=300.0000 45000.00+0.00-0.00=45000.00");
    QCOMPARE(stock.turnover("2026-04-01", nullptr, {}, Granularity::Day),
        "2026-04-01: 0.0000+800.0000-0.0000=800.0000 0.00+170000.00-0.00=170000.00; "
        "2026-04-12: 800.0000+0.0000-80.0000=720.0000 170000.00+0.00-20000.00=150000.00");
    const auto lowest = stock->lowestBalances({{1, 10}, {2, 10}}, QDate(2026, 4, 2), "order:1");
    BINCARD_OK(lowest);
    QCOMPARE(lowest->at(0).lowest.toString() + lowest->at(0).date.toString(Qt::ISODate), "500.00002026-04-02");
    QCOMPARE(lowest->at(1).lowest.toString(), "0.0000");
    const auto reposted = stock->repost("order:1", {stock.movement("", "2026-04-12", 1, 10, "-90", "-22500")});
    BINCARD_OK(reposted);
    QCOMPARE(reposted->reversed, 1);
    const auto page = stock->movements({});
    BINCARD_OK(page);
    QCOMPARE(page->rows.size(), 5);
    BINCARD_OK(stock->unpost("order:1"));
    BINCARD_FAILS(stock->unpost("order:1"), ErrorCode::NotFound);
    QCOMPARE(stock.turnover("2026-04-02", "2026-04-30", {"item"}),
        "10: 500.0000+0.0000-0.0000=500.0000 125000.00+0.00-0.00=125000.00; "
        "11: 300.0000+0.0000-0.0000=300.0000 45000.00+0.00-0.00=45000.00");
    QCOMPARE(stock.verifyFindings(), 0);
    BINCARD_OK(stock->rebuild());
    QCOMPARE(stock.verifyFindings(), 0);
    BINCARD_OK(stock->info());
    BINCARD_OK(stock->post({stock.movement("order:1", "2026-04-12", 1, 10, "-80", "-20000")}));
}

void TestPost::tellsEveryProblemBeforeWriting()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    Movement first = stock.movement("  ", "2026-04-01", 1, 10, "1");
    first.period = Period(QDate(10000, 1, 1));
    first.dimensions = {QVariant(), QString("ten")};
    first.resources = {Decimal(12345, 5), Decimal(Decimal::maximumUnits, 0)};
    Movement second = stock.movement("r", "2026-04-01", 1, 10, "1");
    second.recorder = QString(201, 'x');
    second.cause = QString("a") + QChar(0);
    second.dimensions.removeLast();
    second.resources.append(Decimal(1, 0));
    Movement third = stock.movement("r", "2026-04-01", 1, 10, "1");
    third.period.time = QTime(1, 2, 3, 4);
    third.recorder = QString(QChar(0xd800));
    third.resources[0] = Decimal(15, 1); // 1.5 fits a scale of 4
    const auto refused = stock->post({first, second, third});
    BINCARD_FAILS(refused, ErrorCode::Validation);
    QStringList fields;
    for (const Problem &problem : refused.error().problems())
        fields << QString("%1#%2").arg(problem.field).arg(problem.line);
    QCOMPARE(fields.join(' '),
        "recorder#1 period#1 warehouse#1 item#1 quantity#1 amount#1 recorder#2 cause#2 dimensions#2 "
        "resources#2 recorder#3 period#3");
    QCOMPARE(database.value("SELECT COUNT(*) FROM stock_movement"), "0");
    BINCARD_FAILS(stock->unpost(""), ErrorCode::Validation);
    BINCARD_FAILS(stock->repost("a", {stock.movement("b", "2026-04-01", 1, 10, "1")}), ErrorCode::Validation);
    QCOMPARE(stock->post({})->posted, 0);
}

void TestPost::unknownReferencesAreNamed()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    const auto refused =
        stock->post({stock.movement("r", "2026-04-01", 1, 10, "1"), stock.movement("r", "2026-04-01", 1, 99, "1")});
    BINCARD_FAILS(refused, ErrorCode::Validation);
    QCOMPARE(refused.error().problems().constFirst().field, "item");
    QCOMPARE(refused.error().message().english(), "There is no item with the id 99.");
    QCOMPARE(stock.balances(), "0.0000 0.00");
}

void TestPost::aRecorderIsPostedOnce()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    const QList<Movement> movements{stock.movement("r", "2026-04-01", 1, 10, "1")};
    BINCARD_OK(stock->post(movements));
    const auto again = stock->post(movements + QList{stock.movement("s", "2026-04-01", 1, 10, "1")});
    BINCARD_FAILS(again, ErrorCode::AlreadyPosted);
    QCOMPARE(again.error().details()["recorders"][0].toString(), "r");
    QCOMPARE(stock.balances(), "1.0000 0.00");
    BINCARD_OK(stock->post(movements, true));
    QCOMPARE(stock.balances(), "2.0000 0.00");
    QCOMPARE(*stock->hasActive("r"), true);
    QCOMPARE(stock->unpost("r")->reversed, 2);
    QCOMPARE(*stock->hasActive("r"), false);
    BINCARD_FAILS(stock->unpost("r"), ErrorCode::NotFound);
    BINCARD_OK(stock->post(movements));
    // Recorders are told apart by their bytes.
    BINCARD_OK(stock->post({stock.movement("R", "2026-04-01", 1, 10, "1")}));
    QCOMPARE(stock.balances(), "2.0000 0.00");
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestPost::repostWritesOnlyWhatDiffers()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    const auto outcome = [&](const QList<Movement> &movements) {
        const auto done = stock->repost("r", movements);
        return done.ok() ? QString("-%1 +%2 =%3").arg(done->reversed).arg(done->posted).arg(done->unchanged)
                         : told(done.error());
    };
    const auto line = [&](const char *quantity, qint64 item = 10) {
        return stock.movement("", "2026-04-01", 1, item, quantity);
    };
    QCOMPARE(outcome({line("1"), line("2")}), "-0 +2 =0");
    QCOMPARE(outcome({line("1"), line("2")}), "-0 +0 =2");
    QCOMPARE(outcome({line("1"), line("7"), line("2")}), "-0 +1 =2"); // a line in the middle leaves the others alone
    QCOMPARE(outcome({line("2"), line("7")}), "-1 +0 =2");
    QCOMPARE(outcome({line("2"), line("2"), line("7", 11)}), "-1 +2 =1"); // the same line twice counts twice
    QCOMPARE(outcome({}), "-3 +0 =0");
    QCOMPARE(outcome({line("1")}), "-0 +1 =0");
    QCOMPARE(stock.balances(), "1.0000 0.00");
    QCOMPARE(database.value("SELECT COUNT(*) FROM stock_movement WHERE reversal_of IS NOT NULL"), "5");
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestPost::takesAnyTextAndValue()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(
        accumulator.create(RegisterDefinition::balance("odd").dimension("words", DimensionType::Text).decimal("n", 6)));
    auto odd = accumulator.use("odd");
    BINCARD_OK(odd);
    const QStringList texts{"", " ", "NULL", "{}", "\"", "\\", "a\\\"b", "it's", "a,b", "?", "$1", ":x", "%1",
        "line\nbreak\ttab", QString::fromUtf8("Ünïcödé 😀 \u202e"), QString(200, u'ß'), "\x01\x1f", "[1]", "--", "/*",
        "NaN"};
    QList<Movement> movements;
    for (const QString &text : texts)
        movements.append(
            {"doc '\"\\ " + text.left(20), at("2026-04-01"), {text}, {Decimal(-Decimal::maximumUnits, 6)}, text});
    BINCARD_OK(odd->post(movements));
    for (const QString &text : texts) {
        const auto found = odd->balance({{"words", {text}}}, {"words"});
        BINCARD_OK(found);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->constFirst().group.constFirst().toString(), text);
        QCOMPARE(found->constFirst().resources.constFirst().toString(), "-999999999999.999999");
        const auto either =
            odd->balance({{"words", {text, QString("no such text")}}}, {"words"}, Until(QDate(2026, 4, 1)));
        BINCARD_OK(either);
        QCOMPARE(either->size(), 1);
    }
    MovementsQuery query;
    const auto page = odd->movements(query);
    BINCARD_OK(page);
    for (const JournalRow &row : page->rows)
        QCOMPARE(row.cause, row.dimensions.constFirst().toString());
    // Ordered by bytes.
    const auto all = odd->balance({}, {"words"});
    BINCARD_OK(all);
    for (qsizetype i = 1; i < all->size(); ++i)
        QVERIFY(
            all->at(i - 1).group.constFirst().toString().toUtf8() < all->at(i).group.constFirst().toString().toUtf8());
}

void TestPost::manyInOneStatement()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    QList<Movement> movements;
    for (int i = 0; i < 20000; ++i)
        movements.append(stock.movement(
            i % 2 == 0 ? "a" : "b", "2026-04-01", 1 + i % 2, 10 + i % 3, i < 10000 ? "-1" : "2", "0.01"));
    BINCARD_OK(stock->post(movements));
    QCOMPARE(stock.balances(), "10000.0000 200.00");
    QCOMPARE(stock->unpost("a")->reversed, 10000);
    QCOMPARE(stock->repost("b", {stock.movement("", "2026-04-01", 2, 11, "2", "0.01")})->reversed, 9999);
    QCOMPARE(stock.balances(), "2.0000 0.01");
    QCOMPARE(stock.verifyFindings(), 0);
}

QTEST_GUILESS_MAIN(TestPost)
#include "tst_post.moc"
