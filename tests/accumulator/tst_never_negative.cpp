// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/Registers.h"
#include "support/TestDatabase.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace bincard;
using namespace bincard::test;

/// Rule E11, case by case; tst_random has the cases nobody thought of.
class TestNeverNegative : public QObject
{
    Q_OBJECT

private slots:
    void backdatedIssueIsRefusedForALaterDay_data() { engines(); }
    void backdatedIssueIsRefusedForALaterDay();
    void onlyTheEndOfADayCounts_data() { engines(); }
    void onlyTheEndOfADayCounts();
    void onlyTheWholeOperationCounts_data() { engines(); }
    void onlyTheWholeOperationCounts();
    void usedReceiptStays_data() { engines(); }
    void usedReceiptStays();
    void everyKeyIsNamedWithItsFirstDay_data() { engines(); }
    void everyKeyIsNamedWithItsFirstDay();
    void otherResourcesMayFall_data() { engines(); }
    void otherResourcesMayFall();
    void repostMovesADocumentToAnotherDay_data() { engines(); }
    void repostMovesADocumentToAnotherDay();
    void allowLetsItFall_data() { engines(); }
    void allowLetsItFall();

private:
    static QString shortages(const Error &error);
};

QString TestNeverNegative::shortages(const Error &error)
{
    QStringList lines;
    for (const QJsonValue &entry : error.details().value("shortages").toArray()) {
        const QJsonObject key = entry["key"].toObject();
        lines << QString("%1,%2 %3: %4 of %5")
                     .arg(key["warehouse"].toInteger())
                     .arg(key["item"].toInteger())
                     .arg(entry["date"].toString(), entry["required"].toString(), entry["available"].toString());
    }
    return lines.join("; ");
}

void TestNeverNegative::backdatedIssueIsRefusedForALaterDay()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post(
        {stock.movement("r1", "2026-04-01", 1, 10, "10"), stock.movement("r1", "2026-04-20", 1, 10, "10")}));
    BINCARD_OK(stock->post({stock.movement("o1", "2026-04-10", 1, 10, "-8")}));
    const auto refused = stock->post({stock.movement("o2", "2026-04-05", 1, 10, "-3")});
    BINCARD_FAILS(refused, ErrorCode::InsufficientStock);
    QCOMPARE(shortages(refused.error()), "1,10 2026-04-10: 3.0000 of 2.0000");
    BINCARD_OK(stock->post({stock.movement("o2", "2026-04-05", 1, 10, "-2")}));
    BINCARD_OK(stock->post({stock.movement("o3", "2026-04-20", 1, 10, "-10")}));
    // Nothing at all before the first receipt.
    const auto early = stock->post({stock.movement("o4", "2026-03-31", 1, 10, "-0.0001")});
    BINCARD_FAILS(early, ErrorCode::InsufficientStock);
    QCOMPARE(shortages(early.error()), "1,10 2026-03-31: 0.0001 of 0.0000");
}

void TestNeverNegative::onlyTheEndOfADayCounts()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("r1", "2026-04-01T18:00:00", 1, 10, "10")}));
    BINCARD_OK(stock->post({stock.movement("o1", "2026-04-01T08:00:00", 1, 10, "-10")}));
    QCOMPARE(stock.balances({}, {}, "2026-04-01T12:00:00"), "-10.0000 0.00");
    QCOMPARE(stock.balances({}, {}, "2026-04-01"), "0.0000 0.00");
}

void TestNeverNegative::onlyTheWholeOperationCounts()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    // Issue first, receipt behind it, in one posting.
    BINCARD_OK(stock->post({stock.movement("t1", "2026-04-02", 1, 10, "-5"),
        stock.movement("t1", "2026-04-01", 1, 10, "5"), stock.movement("t1", "2026-04-02", 2, 10, "5")}));
    // The receipt shrinks and so does what was taken from it: each step alone would break a day.
    BINCARD_OK(stock->repost("t1",
        {stock.movement("", "2026-04-02", 1, 10, "-3"), stock.movement("", "2026-04-01", 1, 10, "3"),
            stock.movement("", "2026-04-02", 2, 10, "3")}));
    QCOMPARE(stock.balances({}, {"warehouse"}), "2: 3.0000 0.00");
    // Unposting takes receipt and issue back together.
    BINCARD_OK(stock->unpost("t1"));
    QCOMPARE(stock.balances(), "0.0000 0.00");
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestNeverNegative::usedReceiptStays()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("r1", "2026-04-01", 1, 10, "10")}));
    BINCARD_OK(stock->post({stock.movement("r2", "2026-04-20", 1, 10, "10")}));
    BINCARD_OK(stock->post({stock.movement("o1", "2026-04-10", 1, 10, "-4")}));
    const auto refused = stock->unpost("r1");
    BINCARD_FAILS(refused, ErrorCode::InsufficientStock);
    // Ten go, six were left at the end of that day.
    QCOMPARE(shortages(refused.error()), "1,10 2026-04-10: 10.0000 of 6.0000");
    const auto less = stock->repost("r1", {stock.movement("", "2026-04-01", 1, 10, "3")});
    BINCARD_FAILS(less, ErrorCode::InsufficientStock);
    QCOMPARE(shortages(less.error()), "1,10 2026-04-10: 7.0000 of 6.0000");
    BINCARD_OK(stock->repost("r1", {stock.movement("", "2026-04-01", 1, 10, "4")}));
    BINCARD_OK(stock->unpost("r2"));
    QCOMPARE(stock.balances(), "0.0000 0.00");
}

void TestNeverNegative::everyKeyIsNamedWithItsFirstDay()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("r1", "2026-04-01", 1, 10, "5"),
        stock.movement("r1", "2026-04-01", 2, 12, "5"), stock.movement("r1", "2026-04-01", 1, 11, "5")}));
    const auto refused = stock->post({stock.movement("o1", "2026-04-04", 2, 12, "-6"),
        stock.movement("o1", "2026-04-03", 1, 10, "-5"), stock.movement("o1", "2026-04-05", 1, 10, "-1"),
        stock.movement("o1", "2026-04-06", 1, 10, "-7"), stock.movement("o1", "2026-04-03", 1, 11, "-5")});
    BINCARD_FAILS(refused, ErrorCode::InsufficientStock);
    QCOMPARE(shortages(refused.error()), "1,10 2026-04-05: 6.0000 of 5.0000; 2,12 2026-04-04: 6.0000 of 5.0000");
    QCOMPARE(refused.error().details()["shortages"][0]["register"].toString(), "stock");
    QCOMPARE(refused.error().details()["shortages"][0]["resource"].toString(), "quantity");
}

void TestNeverNegative::otherResourcesMayFall()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("v1", "2026-04-01", 1, 10, "0", "-12.34")}));
    QCOMPARE(stock.balances(), "0.0000 -12.34");
}

void TestNeverNegative::repostMovesADocumentToAnotherDay()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("r1", "2026-04-05", 1, 10, "5")}));
    BINCARD_OK(stock->post({stock.movement("o1", "2026-04-06", 1, 10, "-5")}));
    BINCARD_FAILS(stock->repost("o1", {stock.movement("", "2026-04-04", 1, 10, "-5")}), ErrorCode::InsufficientStock);
    BINCARD_FAILS(stock->repost("r1", {stock.movement("", "2026-04-07", 1, 10, "5")}), ErrorCode::InsufficientStock);
    BINCARD_OK(stock->repost("r1", {stock.movement("", "2026-04-06", 1, 10, "5")}));
    BINCARD_FAILS(stock->repost("o1", {stock.movement("", "2026-04-05", 1, 10, "-5")}), ErrorCode::InsufficientStock);
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestNeverNegative::allowLetsItFall()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(
        RegisterDefinition::balance("debts").dimension("partner", DimensionType::Text).decimal("sum", 2)));
    auto debts = accumulator.use("debts");
    BINCARD_OK(debts);
    BINCARD_OK(debts->post({{"a", at("2026-04-01"), {QString("ACME")}, {decimal("-5", 2)}, {}}}));
    QCOMPARE(shown(*debts->balance({}, {"partner"})), "ACME: -5.00");
    const auto lowest = debts->lowestBalances({{QString("ACME")}}, QDate(2026, 3, 1));
    BINCARD_OK(lowest);
    QCOMPARE(lowest->constFirst().lowest.toString(), "-5.00");
    QCOMPARE(lowest->constFirst().date, QDate(2026, 4, 1));
}

QTEST_GUILESS_MAIN(TestNeverNegative)
#include "tst_never_negative.moc"
