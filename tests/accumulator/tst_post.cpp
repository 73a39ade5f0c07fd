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

QTEST_GUILESS_MAIN(TestPost)
#include "tst_post.moc"
