// SPDX-License-Identifier: GPL-3.0-or-later
// The Live data page on a real book of either engine, while this window, other programs and plain SQL post to it.
#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "models/ValueTableModel.h"
#include "service/DocumentNumbers.h"
#include "service/DocumentService.h"
#include "service/RegisterService.h"
#include "support/gui/LiveDesk.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTest>

using namespace bincard;
using namespace bincard::test;

class TestLivePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { preparePages(); }
    void showsTheDemoBook_data() { engines(); }
    void showsTheDemoBook();
    void namesDocuments_data() { engines(); }
    void namesDocuments();
    void saysThatARegisterIsMissing_data() { engines(); }
    void saysThatARegisterIsMissing();
    void ownPostingsLightUpAtOnce_data() { engines(); }
    void ownPostingsLightUpAtOnce();
    void findsWhatOthersPost_data() { engines(); }
    void findsWhatOthersPost();
    void pauses_data() { engines(); }
    void pauses();
    void pagesByKey_data() { engines(); }
    void pagesByKey();
    void restsWhileHidden_data() { engines(); }
    void restsWhileHidden();
};

void TestLivePage::showsTheDemoBook()
{
    BINCARD_TEST_BOOK(book);
    LiveDesk desk(book);
    const QAbstractItemModelTester balances(
        &desk.page->balanceModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester movements(
        &desk.page->movementModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(desk.go({{"register", "inventory"}}));
    QVERIFY(desk.balances().contains("MAIN WDG-A1 420"));
    const auto told = book->registers().balance("inventory", {{"group_by", "warehouse,item"}});
    BINCARD_GOOD(told);
    QCOMPARE(desk.balances().size(), told->value("rows").toArray().size());
    QCOMPARE(desk.lit(), QStringList());
    QVERIFY(desk.page->movementModel().rowCount() > 0);
    QVERIFY(desk.page->status().contains("0 movement"));

    // A turnover register shows what was turned over; its rows lead to documents.
    desk.page->registerBox()->setCurrentText("sales");
    emit desk.page->registerBox()->activated(desk.page->registerBox()->currentIndex());
    QVERIFY(desk.settle());
    QVERIFY(!desk.balances().isEmpty());
    desk.page->movements()->view()->setCurrentIndex(desk.page->movements()->proxy()->index(0, 0));
    QTest::keyClick(desk.page->movements()->view(), Qt::Key_Return);
    QCOMPARE(desk.went.last().at(0).toString(), "document");
    QVERIFY(desk.go({{"register", "inventory"}}));
    desk.page->balances()->view()->setCurrentIndex(desk.page->balances()->proxy()->index(0, 0));
    QTest::keyClick(desk.page->balances()->view(), Qt::Key_Return);
    QCOMPARE(desk.went.last().at(0).toString(), "stockcard");
}

/// People know documents by kind and number; what is no document stays as it is. The recorder is in the tool tip.
void TestLivePage::namesDocuments()
{
    BINCARD_TEST_BOOK(book);
    const QString stranger = "sales_order:" + QUuid::createUuid().toString(QUuid::WithoutBraces);
    BINCARD_GOOD(book->registers().post("inventory",
        {QJsonObject{{"recorder", "hand:7"}, {"period", "2026-05-01"}, {"warehouse", "MAIN"}, {"item", "WDG-A1"},
            {"quantity", "1"}, {"amount", "250"}}}));
    BINCARD_GOOD(book->registers().create(stockDefinition()));
    QCOMPARE(postToStock(book.book(), {stockMovement("r:1", 1, "bolt", "10")}), QByteArray());
    LiveDesk desk(book);
    for (const char *name : {"inventory", "ledger", "sales"}) {
        QVERIFY(desk.go({{"register", name}}));
        const auto told = book->registers().movements(name, {});
        BINCARD_GOOD(told);
        const QJsonArray rows = told->value("rows").toArray();
        const LiveModel &model = desk.page->movementModel();
        QCOMPARE(model.rowCount(), rows.size());
        for (int row = 0; row < model.rowCount(); ++row) {
            const QString recorder = rows.at(rows.size() - 1 - row)["recorder"].toString();
            QString expected = recorder;
            if (const QUuid id = documentOf(recorder); !id.isNull()) {
                const auto document = book->documents().load(id);
                BINCARD_GOOD(document);
                expected =
                    (document->kind == DocumentKind::SalesOrder ? "Sales order " : "Goods receipt ") + document->number;
            }
            QCOMPARE(model.index(row, 2).data().toString(), expected);
            QCOMPARE(model.index(row, 2).data(Qt::ToolTipRole).toString(), recorder);
        }
    }
    const auto numbers = documentNumbers(book.book(), {"hand:7", stranger, "r:1", ""});
    BINCARD_GOOD(numbers);
    QVERIFY(numbers->isEmpty());
}

/// What a link or the command line names and is not there is said, until another one is chosen.
void TestLivePage::saysThatARegisterIsMissing()
{
    BINCARD_TEST_BOOK(book);
    LiveDesk desk(book);
    QVERIFY(desk.go({{"register", "nothing"}}));
    QCOMPARE(desk.page->banner()->text(), "There is no register \"nothing\".");
    desk.page->refresh(); // a look that finds nothing new does not take it away
    QVERIFY(desk.settle());
    QVERIFY(desk.page->banner()->isShown());
    QVERIFY(desk.go({{"register", "sales"}}));
    QVERIFY(!desk.page->banner()->isShown());
}

void TestLivePage::ownPostingsLightUpAtOnce()
{
    BINCARD_LIVE_DESK;
    QCOMPARE(postToStock(book.book(), {stockMovement("r:1", 1, "bolt", "10"), stockMovement("r:1", 2, "nut", "20")}),
        QByteArray());
    QVERIFY(desk.go({{"register", "stock"}}));
    QCOMPARE(desk.balances(), QStringList({"1 bolt 10", "2 nut 20"}));
    QCOMPARE(desk.lit(), QStringList());

    // As a page does it: the job goes to the worker, then everybody is told.
    QString failure = "not answered";
    desk.client.request<QJsonObject>(
        desk.page.get(),
        [](OpenBook &own) {
            return own.registers().post(
                "stock", {stockMovement("r:2", 1, "bolt", "-4"), stockMovement("r:2", 1, "screw", "7")});
        },
        [&](const Result<QJsonObject> &done) {
            failure = QString::fromUtf8(reasonOf(done));
            desk.client.announceDocuments();
            desk.page->refresh(); // which the navigator does for the page that is seen
        });
    QVERIFY(QTest::qWaitFor([&] { return desk.balances().size() == 3; }, 20000));
    QCOMPARE(failure, QString());
    QCOMPARE(desk.balances(), QStringList({"1 bolt 6", "1 screw 7", "2 nut 20"}));
    QCOMPARE(desk.lit(), QStringList({"1 bolt▼", "1 bolt▲", "1 screw▲"})); // less of it, more weight
    QCOMPARE(desk.newestRecorder(), "r:2");
    QVERIFY2(desk.page->status().contains("2 movement"), qPrintable(desk.page->status()));

    // The brush of a lit cell is told apart from the others'.
    const QImage picture = desk.page->balances()->view()->viewport()->grab().toImage();
    const QRect lit = desk.page->balances()->view()->visualRect(desk.page->balances()->proxy()->index(1, 1));
    const QRect dark = desk.page->balances()->view()->visualRect(desk.page->balances()->proxy()->index(2, 1));
    QVERIFY(picture.pixelColor(lit.right() - 3, lit.top() + 3) != picture.pixelColor(dark.right() - 3, dark.top() + 3));
}

void TestLivePage::findsWhatOthersPost()
{
    BINCARD_LIVE_DESK;
    QCOMPARE(postToStock(book.book(), {stockMovement("r:1", 1, "bolt", "10")}), QByteArray());
    QVERIFY(desk.go({{"register", "stock"}}));
    desk.page->setLookInterval(50);
    QCOMPARE(postToStock(book.book(), {stockMovement("r:2", 1, "bolt", "5"), stockMovement("r:2", 3, "wire", "1")}),
        QByteArray());
    QVERIFY(QTest::qWaitFor([&] { return desk.newestRecorder() == u"r:2"; }, 20000));
    QCOMPARE(desk.balances(), QStringList({"1 bolt 15", "3 wire 1"}));
    QVERIFY(desk.lit().contains("1 bolt▲"));

    const bool sqlite = book.database().isSqlite();
    book.database().run(QString("INSERT INTO stock_movement (recorder, period, shelf, thing, %1)"
                                " VALUES ('by hand', '2026-04-18 00:00:00', 1, 'bolt', %2)")
                            .arg(sqlite ? "quantity_e2" : "quantity", sqlite ? "100" : "1"));
    QVERIFY(QTest::qWaitFor([&] { return desk.newestRecorder() == u"by hand"; }, 20000));
    QCOMPARE(desk.balances().first(), "1 bolt 16");

    BINCARD_GOOD(book->registers().unpost("stock", "r:1"));
    QVERIFY(QTest::qWaitFor([&] { return desk.newestRecorder() == u"r:1"; }, 20000));
    QCOMPARE(desk.balances().first(), "1 bolt 6");
    QVERIFY(desk.page->movementModel().row(0).dimmed); // a reversal
    BINCARD_GOOD(book->registers().unpost("stock", "r:2"));
    QVERIFY(QTest::qWaitFor([&] { return desk.newestRecorder() == u"r:2"; }, 20000));
    QVERIFY(QTest::qWaitFor([&] { return desk.balances().value(1) == u"3 wire 0"; }, 20000)); // gone, still there
}

void TestLivePage::pauses()
{
    BINCARD_LIVE_DESK;
    QVERIFY(desk.go({{"register", "stock"}}));
    desk.page->setLookInterval(20);
    desk.page->pauseButton()->click();
    QVERIFY(desk.settle());
    QVERIFY(desk.page->status().contains("Paused"));
    QCOMPARE(postToStock(book.book(), {stockMovement("r:1", 1, "bolt", "10")}), QByteArray());
    desk.page->refresh();
    QTest::qWait(200);
    QCOMPARE(desk.balances(), QStringList());
    desk.page->pauseButton()->click();
    QVERIFY(QTest::qWaitFor([&] { return !desk.balances().isEmpty(); }, 20000));
    QCOMPARE(desk.balances(), QStringList({"1 bolt 10"}));
    QVERIFY(desk.page->status().contains("Live"));
}

void TestLivePage::pagesByKey()
{
    BINCARD_LIVE_DESK;
    QJsonArray many;
    constexpr int keys = 1500;
    for (int i = 0; i < keys; ++i)
        many << stockMovement("load", i, "thing", "1");
    QCOMPARE(postToStock(book.book(), many), QByteArray());
    QVERIFY(desk.go({{"register", "stock"}}));
    QCOMPARE(desk.page->balanceModel().rowCount(), 200);
    QCOMPARE(desk.page->movementModel().rowCount(), 200);
    QTableView *view = desk.page->balances()->view();
    QVERIFY(QTest::qWaitFor(
        [&] {
            view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum());
            return desk.page->balanceModel().rowCount() == keys;
        },
        20000));
    QVERIFY(!desk.page->balanceModel().hasMore());
    for (int i = 0; i < keys; ++i)
        QCOMPARE(desk.page->balanceModel().row(i).group.first().toInt(), i);
    QVERIFY(desk.settle());

    // Seen: the end. Both ends change; the end at once, the beginning when one has scrolled there.
    QCOMPARE(
        postToStock(book.book(), {stockMovement("r:2", 3, "thing", "5"), stockMovement("r:2", keys - 3, "thing", "5")}),
        QByteArray());
    desk.page->refresh();
    QVERIFY(
        QTest::qWaitFor([&] { return desk.balances().at(keys - 3) == QString("%1 thing 6").arg(keys - 3); }, 20000));
    QCOMPARE(desk.balances().at(3), "3 thing 1");
    QCOMPARE(desk.page->balanceModel().rowCount(), keys);
    view->verticalScrollBar()->setValue(0);
    QVERIFY(QTest::qWaitFor([&] { return desk.balances().at(3) == u"3 thing 6"; }, 20000));
}

void TestLivePage::restsWhileHidden()
{
    BINCARD_LIVE_DESK;
    QVERIFY(desk.go({{"register", "stock"}}));
    desk.page->setLookInterval(20);
    QSignalSpy asked(&desk.client, &BookClient::busyChanged);
    QVERIFY(QTest::qWaitFor([&] { return asked.size() > 3; }, 20000));
    desk.page->hide();
    QVERIFY(desk.settle());
    QTest::qWait(50);
    asked.clear();
    QTest::qWait(200);
    QCOMPARE(asked.size(), 0);
    QCOMPARE(postToStock(book.book(), {stockMovement("r:1", 1, "bolt", "10")}), QByteArray());
    desk.page->show();
    QVERIFY(QTest::qWaitFor([&] { return !desk.balances().isEmpty(); }, 20000));
}

QTEST_MAIN(TestLivePage)
#include "tst_livepage.moc"
