// SPDX-License-Identifier: GPL-3.0-or-later
// What the Live data page shows is filtered and grouped by a person, on a real book of either engine.
#include "gui/ErrorBanner.h"
#include "gui/live/DimensionFilter.h"
#include "service/RegisterService.h"
#include "support/gui/LiveDesk.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

using namespace bincard;
using namespace bincard::test;

class TestLiveFilter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { preparePages(); }
    void filtersAndGroups_data() { engines(); }
    void filtersAndGroups();
    void filtersByTextsWithCommas_data() { engines(); }
    void filtersByTextsWithCommas();
    void filtersALedger_data() { engines(); }
    void filtersALedger();
};

void TestLiveFilter::filtersAndGroups()
{
    BINCARD_LIVE_DESK;
    QCOMPARE(postToStock(book.book(),
                 {stockMovement("r:1", 1, "bolt", "1"), stockMovement("r:1", 1, "nut", "2"),
                     stockMovement("r:1", 2, "bolt", "4"), stockMovement("r:1", 3, "bolt", "8")}),
        QByteArray());
    QVERIFY(desk.go({{"register", "stock"}}));
    desk.page->focusFilter();
    QLineEdit *shelf = desk.page->filter()->field("shelf");
    QTest::keyClicks(shelf, "1, 3");
    QTest::keyClick(shelf, Qt::Key_Return);
    QVERIFY(desk.settle());
    QCOMPARE(desk.balances(), QStringList({"1 bolt 1", "1 nut 2", "3 bolt 8"}));
    QCOMPARE(desk.page->movementModel().rowCount(), 3);
    desk.page->filter()->groupMenu()->actions().first()->trigger(); // no longer by shelf
    QVERIFY(desk.settle());
    QCOMPARE(desk.balances(), QStringList({"bolt 9", "nut 2"}));
    const QVariantMap place = desk.page->place();

    shelf->setText("one");
    QTest::keyClick(shelf, Qt::Key_Return);
    QVERIFY(desk.settle());
    QCOMPARE(desk.balances(), QStringList({"bolt 9", "nut 2"})); // what was shown stays, with the reason above it
    QVERIFY(desk.page->banner()->isShown());
    desk.page->refresh(); // nothing was posted meanwhile, which makes the filter no better
    QVERIFY(desk.settle());
    QVERIFY(desk.page->banner()->isShown());
    QTest::keyClick(shelf, Qt::Key_Escape);
    QVERIFY(desk.settle());
    QCOMPARE(desk.balances(), QStringList({"bolt 13", "nut 2"}));
    QVERIFY(!desk.page->banner()->isShown());
    desk.page->filter()->groupMenu()->actions().last()->trigger();
    QVERIFY(desk.settle());
    QCOMPARE(desk.balances(), QStringList({" 15"})); // all in one row
    QVERIFY(desk.go(place));
    QCOMPARE(desk.page->place(), place);
    QCOMPARE(desk.balances(), QStringList({"bolt 9", "nut 2"}));

    // Another register that has come meanwhile takes nothing of that away.
    QJsonObject further = stockDefinition();
    further.insert("name", "further");
    BINCARD_GOOD(book->registers().create(further));
    QVERIFY(desk.go({}));
    QVERIFY(desk.page->registerBox()->findText("further") >= 0);
    QCOMPARE(desk.page->place(), place);
    QCOMPARE(desk.balances(), QStringList({"bolt 9", "nut 2"}));
}

/// In double quotes a comma is part of the value; so it comes back, and so it is completed.
void TestLiveFilter::filtersByTextsWithCommas()
{
    BINCARD_LIVE_DESK;
    QCOMPARE(postToStock(book.book(),
                 {stockMovement("r:1", 1, "bolt, long", "1"), stockMovement("r:1", 1, "bolt", "2"),
                     stockMovement("r:1", 1, "long", "4"), stockMovement("r:1", 1, "5\" nut", "8"),
                     stockMovement("r:1", 1, "", "16")}),
        QByteArray());
    QVERIFY(desk.go({{"register", "stock"}}));
    DimensionFilter *filter = desk.page->filter();
    QLineEdit *thing = filter->field("thing");
    QVERIFY(thing->toolTip().contains("double quotes"));
    const auto ask = [&](const QString &typed) {
        thing->clear();
        QTest::keyClicks(thing, typed);
        QTest::keyClick(thing, Qt::Key_Return);
        return desk.settle();
    };
    QVERIFY(ask("bolt, long"));
    QCOMPARE(desk.balances(), QStringList({"1 bolt 2", "1 long 4"}));
    QVERIFY(ask("\"bolt, long\""));
    QCOMPARE(desk.balances(), QStringList("1 bolt, long 1"));
    QCOMPARE(filter->where(), QJsonObject({{"thing", QJsonArray{"bolt, long"}}}));
    QVERIFY(ask("\"bolt, long\", 5\" nut, \"\""));
    QCOMPARE(desk.balances(), QStringList({"1  16", "1 5\" nut 8", "1 bolt, long 1"}));
    const QVariantMap place = desk.page->place();
    filter->clear();
    QVERIFY(desk.settle());
    QVERIFY(desk.go(place));
    QCOMPARE(filter->field("thing")->text(), "\"bolt, long\", 5\" nut, \"\"");
    QCOMPARE(desk.page->place(), place);

    // A code with a comma in it is put in as one value, behind another.
    book.upsert("items", {{"code", "PIN,5"}, {"name", "Pin"}, {"unit", "pcs"}});
    BINCARD_GOOD(book->registers().create({{"name", "pins"}, {"kind", "balance"},
        {"dimensions", QJsonArray{QJsonObject{{"name", "item"}, {"type", "ref(items)"}}}},
        {"resources", QJsonArray{QJsonObject{{"name", "quantity"}, {"type", "integer"}}}}}));
    desk.client.announceCatalog();
    QVERIFY(
        QTest::qWaitFor([&] { return desk.catalog.isLoaded() && !desk.catalog.snapshot().items.isEmpty(); }, 20000));
    QVERIFY(desk.go({{"register", "pins"}}));
    QLineEdit *item = filter->field("item");
    item->setFocus();
    QTest::keyClicks(item, "\"A, 1\", pin");
    QTRY_VERIFY(item->completer()->popup()->isVisible());
    QTest::keyClick(item->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(item->completer()->popup(), Qt::Key_Return);
    QCOMPARE(item->text(), "\"A, 1\", \"PIN,5\"");
    QCOMPARE(filter->where().value("item").toArray(), QJsonArray({"A, 1", "PIN,5"}));
}

void TestLiveFilter::filtersALedger()
{
    BINCARD_TEST_BOOK(book);
    LiveDesk desk(book);
    QVERIFY(desk.go({{"register", "ledger"}}));
    DimensionFilter *filter = desk.page->filter();
    QCOMPARE(filter->groupBy(), QStringList({"account"}));
    const auto figures = [&](const QJsonObject &query) {
        QStringList texts;
        const auto told = book->registers().balance("ledger", query);
        for (const QJsonValue &row : told.ok() ? told->value("rows").toArray() : QJsonArray())
            texts << row["account"].toString() + u' ' + row["analytics.item"].toString()
                    + (row["analytics.item"].isString() ? " " : "")
                    + Decimal::parse(row["amount"].toString(), 2)->toStringTrimmed(0);
        return texts;
    };
    QCOMPARE(desk.balances(), figures({{"group_by", "account"}}));
    QVERIFY(!desk.balances().isEmpty());
    const LiveModel &model = desk.page->balanceModel();
    QCOMPARE(model.index(0, 1).data().toString(), "Customers"); // the account's name

    // An account is found by its name, and by its code behind another.
    QLineEdit *account = filter->field("account");
    QVERIFY(account);
    account->setFocus();
    QTest::keyClicks(account, "invent");
    QTRY_VERIFY(account->completer()->popup()->isVisible());
    QTest::keyClick(account->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(account->completer()->popup(), Qt::Key_Return);
    QCOMPARE(account->text(), "1400");
    QTest::keyClicks(account, ", custom");
    QTest::keyClick(account->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(account->completer()->popup(), Qt::Key_Return);
    QCOMPARE(account->text(), "1400, 1200");
    QTest::keyClick(account, Qt::Key_Return);
    QVERIFY(desk.settle());
    const QJsonArray both{"1400", "1200"};
    QCOMPARE(desk.balances(), figures({{"group_by", "account"}, {"where", QJsonObject{{"account", both}}}}));
    QCOMPARE(desk.balances().size(), 2);

    // By what the documents post with it.
    filter->setGroupBy({"account", "analytics.item"});
    QLineEdit *item = filter->field("analytics.item");
    QVERIFY(item && item->completer());
    item->setText("WDG-A1");
    QTest::keyClick(item, Qt::Key_Return);
    QVERIFY(desk.settle());
    QCOMPARE(desk.balances(),
        figures({{"group_by", "account,analytics.item"},
            {"where", QJsonObject{{"account", both}, {"analytics.item", "WDG-A1"}}}}));
    QCOMPARE(desk.balances().size(), 1);
    const auto movements = book->registers().movements(
        "ledger", {{"where", QJsonObject{{"account", both}, {"analytics.item", "WDG-A1"}}}});
    BINCARD_GOOD(movements);
    QCOMPARE(desk.page->movementModel().rowCount(), movements->value("rows").toArray().size());
    QVERIFY(desk.page->movementModel().row(0).texts.join(u' ').contains("1400 WDG-A1"));
}

QTEST_MAIN(TestLiveFilter)
#include "tst_livefilter.moc"
