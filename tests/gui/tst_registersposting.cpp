// SPDX-License-Identifier: GPL-3.0-or-later
// A person posts to a register by hand, changes it and takes it back, on a real book of either engine.
#include "db/Session.h"
#include "gui/DocumentEditorPage.h"
#include "gui/ErrorBanner.h"
#include "gui/documents/QuestionBar.h"
#include "gui/grid/GridView.h"
#include "gui/registers/PostingPanel.h"
#include "gui/registers/RecorderNote.h"
#include "gui/registers/RecorderPanel.h"
#include "gui/registers/RegistersPage.h"
#include "models/ValueTableModel.h"
#include "service/RegisterService.h"
#include "support/gui/Bins.h"
#include "support/gui/Desk.h"
#include "support/gui/PageStage.h"

#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSemaphore>
#include <QSqlQuery>
#include <QTabWidget>
#include <QTest>

using namespace bincard;
using namespace bincard::test;

namespace {

/// The register, in which hand:1 has posted 10; the page shows the grid to post by hand.
RegistersPage *openPosting(Desk &desk)
{
    if (const auto made = desk.book().registers().create(binsDefinition()); !made.ok())
        qFatal("bins cannot be made: %s", reasonOf(made).constData());
    postToBins(desk.book(), QStringLiteral("hand:1"), QStringLiteral("2026-04-01"), QStringLiteral("10"));
    desk.go(QStringLiteral("registers"),
        {{QStringLiteral("register"), QStringLiteral("bins")}, {QStringLiteral("tab"), QStringLiteral("post")}});
    return desk.page<RegistersPage>();
}

} // namespace

class TestRegistersPosting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void repostsAndShowsHistory_data() { engines(); }
    void repostsAndShowsHistory();
    void takesBackWhatIsNotWrittenAnew_data() { engines(); }
    void takesBackWhatIsNotWrittenAnew();
    void asksBeforeWrittenMovementsGo_data() { engines(); }
    void asksBeforeWrittenMovementsGo();
    void leavesDocumentsAlone_data() { engines(); }
    void leavesDocumentsAlone();
    void keepsWhatIsWrittenMeanwhile_data() { engines(); }
    void keepsWhatIsWrittenMeanwhile();
    void changesAnalyticsWithCommas_data() { engines(); }
    void changesAnalyticsWithCommas();
    void aLostAnswerPostsOnce_data() { engines(); }
    void aLostAnswerPostsOnce();
    void marksTheRowsThatAreShort_data() { engines(); }
    void marksTheRowsThatAreShort();
};

void TestRegistersPosting::repostsAndShowsHistory()
{
    BINCARD_DESK(desk);
    BINCARD_GOOD(desk.book().registers().create(binsDefinition()));
    BINCARD_GOOD(desk.book().registers().post(QStringLiteral("bins"),
        QJsonDocument::fromJson(
            R"([{"recorder":"hand:1","period":"2026-04-01","warehouse":"MAIN","quantity":"10"},)"
            R"({"recorder":"hand:1","period":"2026-04-02T09:30:00","warehouse":"EAST","lot":"B","quantity":"2.5"}])")
            .array()));
    desk.go(QStringLiteral("registers"),
        {{QStringLiteral("register"), QStringLiteral("bins")}, {QStringLiteral("tab"), QStringLiteral("post")}});
    auto *page = desk.page<RegistersPage>();
    PostingPanel *posting = page->posting();
    posting->setRecorder(QStringLiteral("hand:1"));
    QVERIFY(desk.settle());
    const QList<QStringList> rows = posting->draft().grid().rows();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(1).at(0), QStringLiteral("2026-04-02T09:30:00"));
    QCOMPARE(posting->outcome(), QStringLiteral("This is what stands in the book already."));
    // Another quantity in the second row: one is reversed, one posted, one left alone.
    posting->grid()->setFocus();
    posting->grid()->goTo(1, 3);
    desk.type(QStringLiteral("3"));
    desk.press(Qt::Key_Return);
    QVERIFY(desk.settle());
    QCOMPARE(posting->outcome(), QStringLiteral("1 movement(s) will be posted, 1 reversed."));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QCOMPARE(binsBalance(desk.book()), QStringLiteral("13.0000"));

    page->tabs()->setCurrentIndex(RegistersPage::History);
    page->history()->setRecorder(QStringLiteral("hand:1"));
    QVERIFY(desk.settle());
    QStringList states = column(page->history()->model(), QStringLiteral("state"));
    QCOMPARE(states.size(), 4);
    QCOMPARE(states.count(QStringLiteral("Active")), 2);
    QCOMPARE(states.filter(QStringLiteral("Reverses")).size(), 1);
    QCOMPARE(states.filter(QStringLiteral("Reversed by")).size(), 1);

    page->tabs()->setCurrentIndex(RegistersPage::Post);
    posting->setRecorder(QStringLiteral("hand:1"));
    QVERIFY(desk.settle());
    auto *unpost = page->findChild<QPushButton *>(QStringLiteral("posting.unpost"));
    QVERIFY(unpost->isVisible());
    unpost->click();
    QVERIFY(desk.settle());
    QCOMPARE(binsBalance(desk.book()), QStringLiteral("0.0000"));
    QVERIFY(!unpost->isVisible());
    QVERIFY(posting->draft().isEmpty());
}

/// What is written beside what was loaded is nobody's yet, and stays.
void TestRegistersPosting::takesBackWhatIsNotWrittenAnew()
{
    BINCARD_DESK(desk);
    RegistersPage *page = openPosting(desk);
    PostingPanel *posting = page->posting();
    posting->setRecorder(QStringLiteral("hand:1"));
    QVERIFY(desk.settle());
    QVERIFY(!posting->hasChanges());
    posting->grid()->setFocus();
    posting->grid()->goTo(0, 3);
    desk.type(QStringLiteral("4"));
    desk.press(Qt::Key_Return);
    QVERIFY(desk.settle());
    QVERIFY(posting->hasChanges());
    page->findChild<QPushButton *>(QStringLiteral("posting.unpost"))->click();
    QVERIFY(desk.settle());
    QCOMPARE(binsBalance(desk.book()), QStringLiteral("0.0000"));
    QCOMPARE(posting->draft().grid().rows().size(), 1);
    QCOMPARE(posting->recorder(), QStringLiteral("hand:1"));
    // Written as it was before it is nobody's all the same.
    posting->grid()->goTo(0, 3);
    desk.type(QStringLiteral("10"));
    desk.press(Qt::Key_Return);
    QVERIFY(posting->hasChanges());
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QCOMPARE(binsBalance(desk.book()), QStringLiteral("10.0000"));
    QVERIFY(!posting->hasChanges());
}

/// From a recorder's history straight to changing it; but what is being written does not go without a question.
void TestRegistersPosting::asksBeforeWrittenMovementsGo()
{
    BINCARD_DESK(desk);
    RegistersPage *page = openPosting(desk);
    PostingPanel *posting = page->posting();
    page->history()->setRecorder(QStringLiteral("hand:1"));
    QVERIFY(desk.settle());
    const QList<QStringList> written{
        {QStringLiteral("2026-05-01"), QStringLiteral("EAST"), QString(), QStringLiteral("7")}};
    posting->draft().grid().setRows(written);
    QVERIFY(desk.settle());
    const auto change = [&] {
        page->tabs()->setCurrentIndex(RegistersPage::History);
        emit page->history()->change(QStringLiteral("hand:1"));
        return desk.settle();
    };
    const auto answer = [&](const char *name) {
        page->question()->findChildren<QPushButton *>(QLatin1String(name)).constLast()->click();
        return desk.settle();
    };
    QVERIFY(change());
    QVERIFY(!page->question()->text().isEmpty());
    QCOMPARE(page->tabs()->currentIndex(), static_cast<int>(RegistersPage::Post)); // one sees what it is about
    QCOMPARE(posting->draft().grid().rows(), written);
    QVERIFY(answer("registers.keep"));
    QCOMPARE(posting->draft().grid().rows(), written);
    QCOMPARE(posting->recorder(), QString());
    QVERIFY(change());
    QVERIFY(answer("registers.discard"));
    QCOMPARE(posting->recorder(), QStringLiteral("hand:1"));
    QCOMPARE(posting->draft().grid().rows().constFirst().constLast(), QStringLiteral("10"));
    // What was only loaded stands in the book: nobody is asked about that.
    QVERIFY(change());
    QVERIFY(page->question()->isHidden());
    QVERIFY(page->mayLeave());
}

void TestRegistersPosting::leavesDocumentsAlone()
{
    BINCARD_DESK(desk);
    desk.go(QStringLiteral("registers"),
        {{QStringLiteral("register"), QStringLiteral("inventory")}, {QStringLiteral("tab"), QStringLiteral("post")}});
    auto *page = desk.page<RegistersPage>();
    const auto movements = desk.book().registers().movements(QStringLiteral("inventory"), {});
    BINCARD_GOOD(movements);
    const QString recorder = movements->value(QLatin1String("rows"))[0][u"recorder"].toString();
    page->posting()->setRecorder(recorder);
    QVERIFY(desk.settle());
    QVERIFY(!page->findChild<QPushButton *>(QStringLiteral("posting.post"))->isEnabled());
    auto *note = page->posting()->findChild<RecorderNote *>();
    QVERIFY(note->plain().contains(QLatin1String("belongs to a document")));
    page->history()->setRecorder(recorder); // reading is free
    QVERIFY(desk.settle());
    QVERIFY(page->history()->model().rowCount() > 0);
    emit note->linkActivated(recorder.section(u':', 1));
    QVERIFY(desk.settle());
    QVERIFY(desk.page<DocumentEditorPage>());
}

void TestRegistersPosting::keepsWhatIsWrittenMeanwhile()
{
    BINCARD_TEST_BOOK(book);
    BINCARD_GOOD(book->registers().create(binsDefinition()));
    postToBins(book.book(), QStringLiteral("hand:1"), QStringLiteral("2026-04-01"), QStringLiteral("10"));
    PageStage stage(book);
    PostingPanel panel(stage.context);
    panel.show();
    panel.setRegister(book->registers().list()->constFirst());
    // The book is busy: the recorder is typed, and the first movement already, before it answers.
    QSemaphore busy;
    stage.client.request<bool>(
        &panel, [&busy](OpenBook &) -> Result<bool> { return busy.tryAcquire(1, 20000); }, [](const Result<bool> &) {});
    auto *recorder = panel.findChild<QLineEdit *>(QStringLiteral("posting.recorder"));
    QTest::keyClicks(recorder, QStringLiteral("hand:1"));
    QTest::keyClick(recorder, Qt::Key_Return);
    TextGridModel &grid = panel.draft().grid();
    QVERIFY(grid.setData(grid.index(0, 0), QStringLiteral("2026-05-01"), Qt::EditRole));
    busy.release();
    QTRY_VERIFY(panel.isSettled());
    QCOMPARE(grid.rows().size(), 1);
    QCOMPARE(grid.rows().constFirst().constFirst(), QStringLiteral("2026-05-01"));
    QTest::keyClick(&panel, Qt::Key_L, Qt::ControlModifier); // asked for
    QTRY_COMPARE(grid.rows().constFirst().constFirst(), QStringLiteral("2026-04-01"));
}

/// What analytics hold is read back as it stands there, also where it would part them.
void TestRegistersPosting::changesAnalyticsWithCommas()
{
    BINCARD_DESK(desk);
    const QJsonObject entry{{"recorder", "hand:1"}, {"period", "2026-04-01"}, {"account_dr", "1200"},
        {"analytics_dr", QJsonObject{{"partner", "Smith, Jones"}, {"item", "5\" pipe"}}}, {"account_cr", "1400"},
        {"amount", "10"}};
    BINCARD_GOOD(desk.book().registers().post(QStringLiteral("ledger"), {entry}));
    desk.go(QStringLiteral("registers"),
        {{QStringLiteral("register"), QStringLiteral("ledger")}, {QStringLiteral("tab"), QStringLiteral("post")}});
    PostingPanel *posting = desk.page<RegistersPage>()->posting();
    posting->setRecorder(QStringLiteral("hand:1"));
    QVERIFY(desk.settle());
    QVERIFY2(posting->draft().problems().isEmpty(), qPrintable(posting->draft().problems().join(u'\n')));
    QCOMPARE(
        posting->draft().grid().rows().constFirst().at(2), QStringLiteral("item=5\" pipe, \"partner=Smith, Jones\""));
    QCOMPARE(posting->draft().json().at(0)[u"analytics_dr"], entry.value(QLatin1String("analytics_dr")));
    QCOMPARE(posting->outcome(), QStringLiteral("This is what stands in the book already."));
}

/// A shortage stands at the rows that take too much, while one types and when the book refuses; the keyboard goes there.
void TestRegistersPosting::marksTheRowsThatAreShort()
{
    BINCARD_DESK(desk);
    PostingPanel *posting = openPosting(desk)->posting();
    posting->setRecorder(QStringLiteral("hand:2"));
    QVERIFY(desk.settle());
    const auto row = [](const char *warehouse, const char *lot, const char *quantity) {
        return QStringList{
            QStringLiteral("2026-05-01"), QLatin1String(warehouse), QLatin1String(lot), QLatin1String(quantity)};
    };
    TextGridModel &grid = posting->draft().grid();
    const auto marked = [&grid] {
        QList<int> rows;
        for (const TextGridModel::CellProblem &each : grid.problems())
            rows << (each.column == grid.columnOf(QStringLiteral("quantity")) ? each.row : -1);
        return rows;
    };
    // 10 are there in MAIN without a lot: what comes in does not do it, what goes out does; lot B has none at all.
    grid.setRows({row("MAIN", "", "2"), row("MAIN", "", "-11"), row("EAST", "", "1"), row("MAIN", "", "-3"),
        row("MAIN", "B", "-1")});
    posting->refresh();
    QVERIFY(desk.settle());
    QCOMPARE(marked(), QList<int>({1, 3, 4}));
    QVERIFY(grid.index(1, 3).data(role::Problem).toString().contains(QStringLiteral("quantity would fall to \u22122")));

    // One row less: its mark is gone at once, the other's stays until the book has answered, and goes then.
    grid.removeRows({4});
    QCOMPARE(marked(), QList<int>({1, 3}));
    QVERIFY(grid.setData(grid.index(3, 3), QStringLiteral("-1"), Qt::EditRole));
    QCOMPARE(marked(), QList<int>({1, 3}));
    QVERIFY(desk.settle());
    QCOMPARE(marked(), QList<int>());

    // Posted before the effect was there: the book's refusal leads to the row.
    QVERIFY(grid.setData(grid.index(1, 3), QStringLiteral("-50"), Qt::EditRole));
    posting->grid()->setFocus();
    posting->grid()->goTo(0, 0);
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QCOMPARE(binsBalance(desk.book()), QStringLiteral("10.0000"));
    QVERIFY(posting->findChild<ErrorBanner *>()->isVisible());
    QCOMPARE(marked(), QList<int>({1, 3}));
    QVERIFY(posting->grid()->hasFocus());
    QCOMPARE(posting->grid()->currentIndex().row(), 1);
    QCOMPARE(posting->grid()->currentIndex().column(), 3);
    desk.press(Qt::Key_F8); // to the next one
    QCOMPARE(posting->grid()->currentIndex().row(), 3);

    // Nothing that is short stays marked in another register, nor when nothing is written.
    grid.setRows({});
    posting->refresh();
    QVERIFY(desk.settle());
    QCOMPARE(marked(), QList<int>());
}

/// Posted, but the answer never comes: the same movements posted once more are the same request (rule E20).
void TestRegistersPosting::aLostAnswerPostsOnce()
{
    BINCARD_TEST_BOOK(book);
    BINCARD_GOOD(book->registers().create(binsDefinition()));
    postToBins(book.book(), QStringLiteral("hand:1"), QStringLiteral("2026-04-01"), QStringLiteral("10"));
    PageStage stage(book);
    QWidget window; // outlives what is heard when the focus goes
    auto &panel = *new PostingPanel(stage.context, &window);
    window.show();
    panel.setRegister(book->registers().list()->constFirst());
    panel.setRecorder(QStringLiteral("hand:1"));
    QTRY_VERIFY(panel.isSettled());
    panel.findChildren<QRadioButton *>().constLast()->setChecked(true); // on top of what it has
    const QList<QStringList> written{
        {QStringLiteral("2026-05-01"), QStringLiteral("MAIN"), QString(), QStringLiteral("5")}};
    panel.draft().grid().setRows(written);
    bool ready = false;
    stage.client.request<bool>(
        &panel,
        [](OpenBook &own) -> Result<bool> {
            db::Session &session = own.session();
            session.setProbe([&session](const QString &sql) -> Result<void> {
                if (sql != u"COMMIT")
                    return {};
                QSqlQuery commit(session.database());
                const bool done = commit.exec(QStringLiteral("COMMIT"));
                session.setProbe({});
                return Error(done ? ErrorCode::ConnectionLost : ErrorCode::Storage, {"The test said so.", {}});
            });
            return true;
        },
        [&ready](const Result<bool> &) { ready = true; });
    QTRY_VERIFY(ready);
    auto *post = panel.findChild<QPushButton *>(QStringLiteral("posting.post"));
    const auto *banner = panel.findChild<ErrorBanner *>();
    post->click();
    QTRY_VERIFY(panel.isSettled());
    QVERIFY2(banner->text().startsWith(QLatin1String("The test said so.")), qPrintable(banner->text()));
    QCOMPARE(panel.draft().grid().rows(), written);
    QCOMPARE(binsBalance(book.book()), QStringLiteral("15.0000"));
    post->click();
    QTRY_VERIFY(panel.isSettled());
    QVERIFY(!banner->isShown());
    QVERIFY(!panel.hasChanges());
    QCOMPARE(binsBalance(book.book()), QStringLiteral("15.0000"));

    // Answered it is over: the same movements are another posting.
    panel.setRecorder(QStringLiteral("hand:1"));
    QTRY_VERIFY(panel.isSettled());
    panel.findChildren<QRadioButton *>().constLast()->setChecked(true);
    panel.draft().grid().setRows(written);
    post->click();
    QTRY_VERIFY(panel.isSettled());
    QCOMPARE(binsBalance(book.book()), QStringLiteral("20.0000"));
}

QTEST_MAIN(TestRegistersPosting)
#include "tst_registersposting.moc"
