// SPDX-License-Identifier: GPL-3.0-or-later
// A person defines a register and looks after it, by keyboard, on a real book of either engine.
#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/documents/QuestionBar.h"
#include "gui/grid/GridView.h"
#include "gui/registers/DefinitionEditor.h"
#include "gui/registers/PostingPanel.h"
#include "gui/registers/RegistersPage.h"
#include "gui/registers/VerifyPanel.h"
#include "models/ValueTableModel.h"
#include "service/RegisterService.h"
#include "support/gui/Bins.h"
#include "support/gui/Desk.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

using namespace bincard;
using namespace bincard::test;

class TestRegistersPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void definesAndPostsByKeyboard_data() { engines(); }
    void definesAndPostsByKeyboard();
    void everythingWrongIsMarkedAtOnce();
    void takesADefinitionFromTheClipboard();
    void dropsAfterAQuestion_data() { engines(); }
    void dropsAfterAQuestion();
    void dropsNothingUnseen_data() { engines(); }
    void dropsNothingUnseen();
    void asksOnceBeforeAFileIsOpened();
    void verifiesAndRebuilds_data() { engines(); }
    void verifiesAndRebuilds();
};

void TestRegistersPage::definesAndPostsByKeyboard()
{
    BINCARD_DESK(desk);
    desk.go(QStringLiteral("registers"));
    auto *page = desk.page<RegistersPage>();
    QAbstractItemModelTester list(
        const_cast<JsonTableModel *>(&page->model()), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(column(page->model(), QStringLiteral("name")).mid(0, 3), QStringList({"inventory", "ledger", "sales"}));
    desk.press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(desk.settle());
    desk.type(QStringLiteral("bins"));
    auto *dimensions = page->findChild<GridView *>(QStringLiteral("dimensions"));
    QVERIFY(desk.tabTo(dimensions));
    // Three letters of what a warehouse is called are enough.
    desk.typeCells({QStringLiteral("warehouse"), QStringLiteral("ware"), {}, QStringLiteral("lot"),
        QStringLiteral("tex"), QStringLiteral("\"\"")});
    desk.press(Qt::Key_Tab); // the empty row leads on
    QCOMPARE(QApplication::focusWidget(), page->findChild<GridView *>(QStringLiteral("resources")));
    desk.typeCells({QStringLiteral("quantity"), QStringLiteral("dec"), QStringLiteral("4"), QStringLiteral("ref")});
    QVERIFY2(page->definition()->draft().isGood(), qPrintable(page->definition()->draft().problems().join(u'\n')));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QVERIFY2(!page->banner()->isShown(), qPrintable(page->banner()->text()));
    QCOMPARE(page->current(), QStringLiteral("bins"));
    QCOMPARE(desk.book().registers().info(QStringLiteral("bins"))->value(QLatin1String("definition")).toObject(),
        binsDefinition());

    // Straight on to posting.
    QCOMPARE(page->tabs()->currentIndex(), static_cast<int>(RegistersPage::Post));
    PostingPanel *posting = page->posting();
    QAbstractItemModelTester effect(
        const_cast<JsonTableModel *>(&posting->effect()), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(QApplication::focusWidget(), page->findChild<QLineEdit *>(QStringLiteral("posting.recorder")));
    desk.type(QStringLiteral("hand:1"));
    desk.press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), posting->grid());
    desk.typeCells({QStringLiteral("2026-04-01"), QStringLiteral("main"), QStringLiteral("A"), QStringLiteral("10")});
    QVERIFY(desk.settle());
    QCOMPARE(posting->effect().rowCount(), 1);
    QCOMPARE(column(posting->effect(), QStringLiteral("quantity.after")), QStringList("10"));
    QCOMPARE(posting->outcome(), QStringLiteral("1 movement(s) will be posted."));
    QCOMPARE(binsBalance(desk.book()), QStringLiteral("0.0000")); // nothing yet
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QCOMPARE(binsBalance(desk.book()), QStringLiteral("10.0000"));
    QCOMPARE(posting->recorder(), QStringLiteral("hand:2"));
    QVERIFY(posting->draft().isEmpty());

    // A backdated issue that a later day cannot bear is refused before it is written, in words.
    desk.typeCells({QStringLiteral("2026-04-05"), QStringLiteral("main"), QStringLiteral("A"), QStringLiteral("-7")});
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QCOMPARE(binsBalance(desk.book()), QStringLiteral("3.0000"));
    desk.typeCells({QStringLiteral("2026-04-02"), QStringLiteral("main"), QStringLiteral("A"), QStringLiteral("-4")});
    QVERIFY(desk.settle());
    QCOMPARE(column(posting->effect(), QStringLiteral("lowest_date")), QStringList("2026-04-05"));
    QCOMPARE(column(posting->effect(), QStringLiteral("outcome")), QStringList("Refused"));
    const JsonTableModel &shown = posting->effect();
    QCOMPARE(shown.index(0, shown.columnCount() - 1).data(Qt::ToolTipRole).toString(),
        QStringLiteral("Refused: quantity would fall to \u22121 on 2026-04-05."));
    QVERIFY(posting->outcome().contains(QLatin1String("refuse")));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QVERIFY(!posting->findChild<ErrorBanner *>()->text().isEmpty());
    QCOMPARE(binsBalance(desk.book()), QStringLiteral("3.0000"));
    QVERIFY(!posting->draft().isEmpty()); // what was typed stays

    // Mended in place it goes.
    posting->grid()->goTo(0, 3);
    desk.type(QStringLiteral("-3"));
    desk.press(Qt::Key_Return);
    QVERIFY(desk.settle());
    QCOMPARE(column(posting->effect(), QStringLiteral("outcome")), QStringList("Possible"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QCOMPARE(binsBalance(desk.book()), QStringLiteral("0.0000"));
}

void TestRegistersPage::everythingWrongIsMarkedAtOnce()
{
    Desk desk(QStringLiteral("sqlite"));
    desk.go(QStringLiteral("registers"), {{QStringLiteral("new"), true}});
    auto *page = desk.page<RegistersPage>();
    DefinitionDraft &draft = page->definition()->draft();
    QVERIFY(draft.problems().isEmpty()); // nobody has written anything yet
    draft.setName(QStringLiteral("9lives"));
    draft.dimensions().setRows({{QStringLiteral("item"), QStringLiteral("ref(items)"), QString()},
        {QStringLiteral("item"), QStringLiteral("whatever"), QString()}});
    draft.resources().setRows(
        {{QStringLiteral("quantity"), QStringLiteral("decimal"), QStringLiteral("12"), QString()}});
    draft.setKind(QStringLiteral("balance"));
    QVERIFY(!draft.isGood());
    QVERIFY(!draft.dimensions().index(1, DefinitionDraft::DimensionType).data(role::Problem).toString().isEmpty());
    draft.dimensions().setData(draft.dimensions().index(1, DefinitionDraft::DimensionType), QStringLiteral("text"));
    QVERIFY(!draft.dimensions().index(1, DefinitionDraft::DimensionName).data(role::Problem).toString().isEmpty());
    QVERIFY(!draft.resources().index(0, DefinitionDraft::ResourceScale).data(role::Problem).toString().isEmpty());
    QCOMPARE(draft.headProblems().size(), 1); // the name
    QCOMPARE(draft.problems().size(), 3);
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QCOMPARE(desk.book().registers().list()->size(), 3);
    // The JSON beside it says what has been typed, and reads as JSON.
    QVERIFY(QJsonDocument::fromJson(DefinitionDraft::readable(draft.json()).toUtf8()).object() == draft.json());
}

void TestRegistersPage::takesADefinitionFromTheClipboard()
{
    Desk desk(QStringLiteral("sqlite"));
    desk.go(QStringLiteral("registers"), {{QStringLiteral("new"), true}});
    auto *page = desk.page<RegistersPage>();
    QApplication::clipboard()->setText(QStringLiteral("{\"name\":\"x\",,}"));
    page->definition()->paste();
    QVERIFY(page->banner()->isShown());
    QApplication::clipboard()->setText(DefinitionDraft::readable(binsDefinition()));
    page->definition()->paste();
    QCOMPARE(page->definition()->draft().json(), binsDefinition());
    QVERIFY(page->definition()->draft().isGood());
    // What is not saved is not thrown away without a word.
    QVERIFY(!page->mayLeave());
    QVERIFY(!page->question()->text().isEmpty());
}

void TestRegistersPage::dropsAfterAQuestion()
{
    BINCARD_DESK(desk);
    BINCARD_GOOD(desk.book().registers().create(binsDefinition()));
    BINCARD_GOOD(desk.book().registers().post(QStringLiteral("bins"),
        QJsonDocument::fromJson(R"([{"recorder":"hand:1","period":"2026-04-01","warehouse":"MAIN","quantity":"10"}])")
            .array()));
    desk.go(QStringLiteral("registers"), {{QStringLiteral("register"), QStringLiteral("inventory")}});
    auto *page = desk.page<RegistersPage>();
    auto *drop = page->findChild<QAction *>(QStringLiteral("registers.drop"));
    QVERIFY(!drop->isEnabled()); // the documents need it
    page->table()->selectKey(QStringLiteral("bins"));
    QVERIFY(desk.settle());
    QVERIFY(drop->isEnabled());
    drop->trigger();
    QVERIFY2(page->question()->text().contains(QLatin1String("1 movement")), qPrintable(page->question()->text()));
    desk.press(Qt::Key_Return); // a thoughtless Enter keeps it
    QVERIFY(desk.settle());
    QCOMPARE(desk.book().registers().list()->size(), 4);
    drop->trigger();
    page->question()->findChild<QPushButton *>(QStringLiteral("registers.dropNow"))->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.book().registers().list()->size(), 3);
    QCOMPARE(page->model().rowCount(), 3);
}

void TestRegistersPage::dropsNothingUnseen()
{
    BINCARD_DESK(desk);
    BINCARD_GOOD(desk.book().registers().create(binsDefinition()));
    desk.go(QStringLiteral("registers"), {{QStringLiteral("register"), QStringLiteral("bins")}});
    auto *page = desk.page<RegistersPage>();
    page->findChild<QAction *>(QStringLiteral("registers.drop"))->trigger();
    QVERIFY2(page->question()->text().contains(QLatin1String("no movements")), qPrintable(page->question()->text()));
    // While the question stands there somebody posts.
    BINCARD_GOOD(desk.book().registers().post(QStringLiteral("bins"),
        QJsonDocument::fromJson(R"([{"recorder":"hand:1","period":"2026-04-01","warehouse":"MAIN","quantity":"10"}])")
            .array()));
    page->posting()->draft().grid().setRows({{QStringLiteral("2026-05-01"), QStringLiteral("MAIN")}});
    page->question()->findChildren<QPushButton *>(QStringLiteral("registers.dropNow")).constLast()->click();
    QVERIFY(desk.settle());
    QVERIFY(page->banner()->isShown());
    QCOMPARE(desk.book().registers().list()->size(), 4);
    QVERIFY(!page->posting()->draft().isEmpty());
    page->findChild<QAction *>(QStringLiteral("registers.drop"))->trigger();
    QVERIFY2(page->question()->text().contains(QLatin1String("1 movement")), qPrintable(page->question()->text()));
    page->question()->findChildren<QPushButton *>(QStringLiteral("registers.dropNow")).constLast()->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.book().registers().list()->size(), 3);
    QVERIFY(page->question()->isHidden()); // what was written for it has nowhere to go
    QVERIFY(!page->current().isEmpty());
}

void TestRegistersPage::asksOnceBeforeAFileIsOpened()
{
    Desk desk(QStringLiteral("sqlite"));
    desk.go(QStringLiteral("registers"), {{QStringLiteral("new"), true}});
    auto *page = desk.page<RegistersPage>();
    page->definition()->draft().setName(QStringLiteral("half_written"));
    page->findChild<QAction *>(QStringLiteral("registers.open"))->trigger();
    QVERIFY(!page->findChild<QFileDialog *>());
    page->question()->findChild<QPushButton *>(QStringLiteral("registers.discard"))->click();
    auto *dialog = page->findChild<QFileDialog *>();
    QVERIFY(dialog);
    QVERIFY(page->question()->isHidden());
    QVERIFY(!page->definition()->draft().isModified());
    dialog->reject();
}

void TestRegistersPage::verifiesAndRebuilds()
{
    BINCARD_DESK(desk);
    desk.go(QStringLiteral("registers"), {{QStringLiteral("tab"), QStringLiteral("verify")}});
    auto *page = desk.page<RegistersPage>();
    page->findChild<QPushButton *>(QStringLiteral("verify.all"))->click();
    QVERIFY(page->verification()->isRunning());
    QVERIFY(desk.settle());
    QVERIFY2(page->verification()->summary().contains(QLatin1String("figures checked, 0 wrong.")),
        qPrintable(page->verification()->summary()));
    for (const QString &state : column(page->model(), QStringLiteral("verified")))
        QVERIFY2(state.contains(QLatin1String("all right")), qPrintable(state));
    page->findChild<QPushButton *>(QStringLiteral("verify.rebuild"))->click();
    QVERIFY(desk.settle());
    QVERIFY(page->verification()->summary().contains(QLatin1String("0 wrong.")));
    QCOMPARE(page->verification()->model().rowCount(), 0);
}

QTEST_MAIN(TestRegistersPage)
#include "tst_registerspage.moc"
