// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/DocumentEditorPage.h"
#include "gui/documents/ConflictPanel.h"
#include "gui/documents/LinesView.h"
#include "gui/documents/ProblemList.h"
#include "gui/documents/QuestionBar.h"
#include "models/ValueTableModel.h"
#include "service/CatalogService.h"
#include "service/DocumentService.h"
#include "support/gui/Desk.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace bincard;
using namespace bincard::test;

namespace {

QString cell(DocumentEditorPage &page, int row, LineColumn column)
{
    return page.editor().lines().index(row, static_cast<int>(column)).data().toString();
}

QString problem(DocumentEditorPage &page, int row, LineColumn column)
{
    return page.editor().lines().index(row, static_cast<int>(column)).data(role::Problem).toString();
}

QList<DocumentSummary> orders(OpenBook &book)
{
    DocumentFilter filter;
    filter.kinds = {DocumentKind::SalesOrder};
    const auto page = book.documents().list(filter);
    return page ? page->rows : QList<DocumentSummary>();
}

/// Customer, date and warehouse of a new sales order; the cursor then stands in the first line.
void typeHead(Desk &desk, const QString &customer, const QString &date)
{
    desk.type(customer);
    desk.press(Qt::Key_Return);
    desk.type(date);
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("main"));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Return); // number
    desk.press(Qt::Key_Return); // note
}

void typeLine(Desk &desk, const QString &item, const QString &quantity)
{
    desk.type(item);
    desk.press(Qt::Key_Return);
    desk.type(quantity);
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Return); // price
    desk.press(Qt::Key_Return); // discount
}

DocumentEditorPage *newOrder(Desk &desk)
{
    desk.go(QStringLiteral("document"), {{QStringLiteral("kind"), QStringLiteral("sales_order")}});
    return desk.page<DocumentEditorPage>();
}

template <typename T>
T *child(QWidget *page, const char *name)
{
    T *found = page->findChild<T *>(QString::fromLatin1(name));
    if (!found)
        qFatal("There is no %s.", name);
    return found;
}

} // namespace

class TestDocumentEditor : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void postsTenLinesByKeyboard_data() { engines(); }
    void postsTenLinesByKeyboard()
    {
        BINCARD_DESK(desk);
        DocumentEditorPage *page = newOrder(desk);
        QAbstractItemModelTester tester(
            &page->editor().lines(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("partner"));
        typeHead(desk, QStringLiteral("glob"), QStringLiteral("2026-04-20"));
        QCOMPARE(QApplication::focusWidget(), page->linesView());
        for (int line = 1; line <= 10; ++line)
            typeLine(desk, line % 2 == 1 ? QStringLiteral("alpha") : QStringLiteral("wdg-b"), QString::number(line));
        QVERIFY(desk.settle());
        QCOMPARE(page->editor().lines().lineCount(), 10);
        QCOMPARE(cell(*page, 8, LineColumn::Amount), QStringLiteral("2,250.00"));
        QCOMPARE(cell(*page, 0, LineColumn::Available), QStringLiteral("420"));
        QCOMPARE(cell(*page, 0, LineColumn::After), QStringLiteral("395")); // 1 + 3 + 5 + 7 + 9
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk.settle());
        QCOMPARE(page->editor().header().state, DocumentState::Posted);
        QCOMPARE(page->editor().header().number, QStringLiteral("SO-2026-0004"));
        const auto saved = desk.book().documents().load(page->editor().header().id);
        BINCARD_GOOD(saved);
        QCOMPARE(saved->lines.size(), 10);
        QCOMPARE(saved->partner, QStringLiteral("GLOBEX"));
        QCOMPARE(saved->date, QDate(2026, 4, 20));
        QCOMPARE(saved->total, amountOf("10750.00")); // 25 * 250 + 30 * 150
        QVERIFY(stockOf(desk.book(), QStringLiteral("MAIN"), QStringLiteral("WDG-A1"))
                    .startsWith(QLatin1String("395.0000")));
        // The next one is a key away.
        desk.press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(desk.settle());
        QVERIFY(page->editor().isNew());
        QCOMPARE(page->editor().suggestedNumber().left(3), QStringLiteral("SO-"));
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("partner"));
    }

    void marksWhatIsShort_data() { engines(); }
    void marksWhatIsShort()
    {
        BINCARD_DESK(desk);
        DocumentEditorPage *page = newOrder(desk);
        typeHead(desk, QStringLiteral("acme"), QStringLiteral("2026-04-20"));
        typeLine(desk, QStringLiteral("WDG-A1"), QStringLiteral("400"));
        typeLine(desk, QStringLiteral("WDG-B2"), QStringLiteral("251"));
        QVERIFY(desk.settle());
        auto *problems = child<ProblemList>(page, "problems");
        const QString sentence = QStringLiteral("Line 2: 251 needed, 250 available in Main Warehouse on 2026-04-20.");
        QCOMPARE(problems->entries().size(), 1);
        QCOMPARE(problems->entries().constFirst().text, sentence); // before one posts
        const QStringList before = desk.testBook().dump();
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk.settle());
        QCOMPARE(page->editor().header().state, DocumentState::Draft);
        QVERIFY(page->editor().isNew());
        QCOMPARE(desk.testBook().dump(), before);
        QCOMPARE(problems->entries().size(), 1);
        QCOMPARE(problems->entries().constFirst().text, sentence); // as the book says it
        QVERIFY(!problem(*page, 1, LineColumn::Quantity).isEmpty());
        QVERIFY(problem(*page, 0, LineColumn::Quantity).isEmpty());
        // The cursor stands where it is wrong: one types the right quantity and posts.
        QCOMPARE(
            page->linesView()->currentIndex(), page->editor().lines().index(1, static_cast<int>(LineColumn::Quantity)));
        desk.type(QStringLiteral("250"));
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk.settle());
        QCOMPARE(page->editor().header().state, DocumentState::Posted);
        QVERIFY(problems->entries().isEmpty());
    }

    void tellsWhatIsMissing_data() { engines(); }
    void tellsWhatIsMissing()
    {
        BINCARD_DESK(desk);
        DocumentEditorPage *page = newOrder(desk);
        desk.type(QStringLiteral("nobody"));
        desk.press(Qt::Key_Tab);
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(desk.settle());
        QVERIFY(child<QLabel>(page, "partnerProblem")->text().contains(QStringLiteral("nobody")));
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("partner"));
        desk.type(QStringLiteral("acme"));
        desk.press(Qt::Key_Tab);
        QVERIFY(child<QLabel>(page, "partnerProblem")->isHidden());
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(desk.settle());
        QVERIFY(!child<QLabel>(page, "warehouseProblem")->isHidden());
        QVERIFY(page->editor().isNew());
    }

    void twoPeopleChangeOneDocument_data() { engines(); }
    void twoPeopleChangeOneDocument()
    {
        BINCARD_DESK(desk);
        auto theirs = desk.book().documents().saveDraft(makeDocument(
            DocumentKind::SalesOrder, QStringLiteral("2026-04-20"), QStringLiteral("MAIN"), {{"WDG-A1", "10", "250"}}));
        BINCARD_GOOD(theirs);
        desk.go(QStringLiteral("document"), {{QStringLiteral("id"), theirs->id.toString(QUuid::WithoutBraces)}});
        auto *page = desk.page<DocumentEditorPage>();
        page->linesView()->goTo(0, LineColumn::Quantity);
        desk.type(QStringLiteral("11"));
        desk.press(Qt::Key_Return);
        theirs->lines[0].quantity = quantityOf("12");
        theirs->note = QStringLiteral("changed by phone");
        theirs = desk.book().documents().saveDraft(*theirs);
        BINCARD_GOOD(theirs);

        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(desk.settle());
        auto *conflict = child<ConflictPanel>(page, "conflict");
        QVERIFY(conflict->isVisible());
        QCOMPARE(desk.book().documents().load(theirs->id)->lines.at(0).quantity, quantityOf("12")); // not overwritten
        QCOMPARE(cell(*page, 0, LineColumn::Quantity), QStringLiteral("11"));                       // not lost
        // Mine and save over it.
        child<QPushButton>(conflict, "keepMine")->setFocus();
        desk.press(Qt::Key_Space);
        QVERIFY(desk.settle());
        QVERIFY(!conflict->isVisible());
        theirs = desk.book().documents().load(theirs->id);
        QCOMPARE(theirs->lines.at(0).quantity, quantityOf("11"));
        QCOMPARE(theirs->version, 3);

        // Once more, and theirs.
        page->linesView()->goTo(0, LineColumn::Quantity);
        page->linesView()->setFocus();
        desk.type(QStringLiteral("13"));
        desk.press(Qt::Key_Return);
        theirs->lines[0].quantity = quantityOf("14");
        BINCARD_GOOD(desk.book().documents().saveAndPost(*theirs));
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(desk.settle());
        QVERIFY(conflict->isVisible());
        desk.press(Qt::Key_Space); // the focus is on "Take theirs"
        QVERIFY(desk.settle());
        QCOMPARE(cell(*page, 0, LineColumn::Quantity), QStringLiteral("14"));
        QCOMPARE(page->editor().header().state, DocumentState::Posted);
        QVERIFY(!page->editor().isModified());
    }

    void doubleClickPostsOnce_data() { engines(); }
    void doubleClickPostsOnce()
    {
        BINCARD_DESK(desk);
        DocumentEditorPage *page = newOrder(desk);
        typeHead(desk, QStringLiteral("acme"), QStringLiteral("2026-04-20"));
        typeLine(desk, QStringLiteral("WDG-A1"), QStringLiteral("5"));
        QVERIFY(desk.settle());
        auto *post = child<QPushButton>(page, "document.post.button");
        QVERIFY(post->isEnabled());
        QTest::mouseClick(post, Qt::LeftButton);
        QVERIFY2(!post->isEnabled(), "a save is under way");
        QTest::mouseClick(post, Qt::LeftButton);
        QTest::mouseDClick(post, Qt::LeftButton);
        QVERIFY(desk.settle());
        QTest::mouseClick(post, Qt::LeftButton);
        QVERIFY(desk.settle());
        QCOMPARE(orders(desk.book()).size(), 4);
        QCOMPARE(page->editor().header().version, 1);
        QVERIFY(stockOf(desk.book(), QStringLiteral("MAIN"), QStringLiteral("WDG-A1"))
                    .startsWith(QLatin1String("415.0000")));
    }

    void repostsAndUnposts_data() { engines(); }
    void repostsAndUnposts()
    {
        BINCARD_DESK(desk);
        const QUuid id = orders(desk.book()).constLast().id; // 80 WDG-A1 from MAIN
        desk.go(QStringLiteral("document"), {{QStringLiteral("id"), id.toString(QUuid::WithoutBraces)}});
        auto *page = desk.page<DocumentEditorPage>();
        QCOMPARE(cell(*page, 0, LineColumn::Available), QStringLiteral("500")); // without what it takes itself
        page->linesView()->goTo(0, LineColumn::Quantity);
        desk.type(QStringLiteral("100"));
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk.settle());
        QVERIFY(stockOf(desk.book(), QStringLiteral("MAIN"), QStringLiteral("WDG-A1"))
                    .startsWith(QLatin1String("400.0000")));
        QCOMPARE(page->editor().header().version, 2);
        child<QPushButton>(page, "document.unpost.button")->click();
        QVERIFY(!page->findChild<QuestionBar *>()->text().isEmpty());
        QVERIFY(stockOf(desk.book(), QStringLiteral("MAIN"), QStringLiteral("WDG-A1"))
                    .startsWith(QLatin1String("400.0000")));
        desk.press(Qt::Key_Space); // Unpost
        QVERIFY(desk.settle());
        QCOMPARE(page->editor().header().state, DocumentState::Cancelled);
        QVERIFY(stockOf(desk.book(), QStringLiteral("MAIN"), QStringLiteral("WDG-A1"))
                    .startsWith(QLatin1String("500.0000")));
    }

    void undoesPastesAndRepeats()
    {
        Desk desk(QStringLiteral("sqlite"));
        DocumentEditorPage *page = newOrder(desk);
        typeHead(desk, QStringLiteral("acme"), QStringLiteral("2026-04-20"));
        QGuiApplication::clipboard()->setText(QStringLiteral("SKU\tQty\tPrice\nWDG-A1\t3\nwidget beta\t4\t99.5\t10\n"));
        desk.press(Qt::Key_V, Qt::ControlModifier);
        DocumentLinesModel &lines = page->editor().lines();
        QCOMPARE(lines.lineCount(), 2);
        QCOMPARE(cell(*page, 1, LineColumn::Amount), QStringLiteral("358.20"));
        page->linesView()->goTo(0, LineColumn::Item);
        desk.press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(lines.lineCount(), 3);
        QCOMPARE(cell(*page, 1, LineColumn::Item), QStringLiteral("WDG-A1 Widget Alpha"));
        desk.press(Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(lines.lineCount(), 2);
        for (int i = 0; i < 3; ++i)
            desk.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(lines.lineCount(), 0);
        desk.press(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(lines.lineCount(), 2);
        page->linesView()->selectAll();
        desk.press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("WDG-A1\t3\t250.00\t\nWDG-B2\t4\t99.50\t10\n"));
    }

    void scannerWorksWhateverHasTheFocus()
    {
        Desk desk(QStringLiteral("sqlite"));
        desk.testBook().upsert(QStringLiteral("items"),
            {{QStringLiteral("code"), QStringLiteral("WDG-A1")},
                {QStringLiteral("barcode"), QStringLiteral("4006381333931")}});
        DocumentEditorPage *page = newOrder(desk);
        desk.window().client().announceCatalog();
        QTRY_VERIFY_WITH_TIMEOUT(page->editor().catalog().itemByBarcode(QStringLiteral("4006381333931")), 20000);
        auto *note = child<QLineEdit>(page, "note");
        note->setFocus();
        desk.type(QStringLiteral("by hand "));
        desk.scan(QStringLiteral("4006381333931"));
        note->setFocus();
        note->end(false);
        desk.scan(QStringLiteral("4006381333931"));
        QCOMPARE(note->text(), QStringLiteral("by hand "));
        QCOMPARE(page->editor().lines().lineCount(), 1);
        QCOMPARE(cell(*page, 0, LineColumn::Quantity), QStringLiteral("2"));
        // A code that no item has is not lost.
        desk.scan(QStringLiteral("5901234123457"));
        QCOMPARE(page->editor().lines().lineCount(), 2);
        QVERIFY(problem(*page, 1, LineColumn::Item).contains(QStringLiteral("5901234123457")));
        // What is no code was typed, however fast.
        note->setFocus();
        note->end(false);
        desk.scan(QStringLiteral("quickly"));
        QCOMPARE(note->text(), QStringLiteral("by hand quickly"));
    }

    void whatWasTypedSurvivesACrash_data() { engines(); }
    void whatWasTypedSurvivesACrash()
    {
        BINCARD_DESK(desk);
        DocumentEditorPage *page = newOrder(desk);
        typeHead(desk, QStringLiteral("acme"), QStringLiteral("2026-04-20"));
        typeLine(desk, QStringLiteral("WDG-A1"), QStringLiteral("7"));
        desk.type(QStringLiteral("no such thing"));
        desk.press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(QDir(desk.recoveryFolder()).entryList({QStringLiteral("*.json")}).size(), 1, 20000);
        desk.crashAndRestart();
        desk.go(QStringLiteral("document"));
        page = desk.page<DocumentEditorPage>();
        QVERIFY(!page->findChild<QuestionBar *>()->text().isEmpty());
        desk.press(Qt::Key_Space); // Restore
        QVERIFY(desk.settle());
        QCOMPARE(page->editor().header().partner, QStringLiteral("ACME"));
        QCOMPARE(page->editor().header().date, QDate(2026, 4, 20));
        QCOMPARE(cell(*page, 0, LineColumn::Quantity), QStringLiteral("7"));
        QCOMPARE(cell(*page, 1, LineColumn::Item), QStringLiteral("no such thing"));
        QVERIFY(page->editor().isModified());
        page->linesView()->goTo(1, LineColumn::Item);
        desk.press(Qt::Key_Delete, Qt::ControlModifier);
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(desk.settle());
        QVERIFY(!page->editor().isModified());
        QCOMPARE(QDir(desk.recoveryFolder()).entryList({QStringLiteral("*.json")}).size(), 0);
        QCOMPARE(orders(desk.book()).size(), 4);
    }

    void asksBeforeSomethingIsLost()
    {
        Desk desk(QStringLiteral("sqlite"));
        DocumentEditorPage *page = newOrder(desk);
        QVERIFY(page->mayLeave());
        typeHead(desk, QStringLiteral("acme"), QStringLiteral("2026-04-20"));
        typeLine(desk, QStringLiteral("WDG-A1"), QStringLiteral("7"));
        QVERIFY(!page->mayLeave());
        desk.press(Qt::Key_Escape); // Stay
        QCOMPARE(page->editor().lines().lineCount(), 1);
        QVERIFY(page->findChild<QuestionBar *>()->text().isEmpty());
        desk.press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(!page->editor().isModified() || page->editor().lines().lineCount() == 1);
        desk.press(Qt::Key_Space); // Save draft
        QVERIFY(desk.settle());
        QCOMPARE(orders(desk.book()).size(), 4);
        QCOMPARE(page->editor().lines().lineCount(), 0);
        QVERIFY(page->mayLeave());
    }

    void showsOnlyTheColumnsOfTheKind()
    {
        Desk desk(QStringLiteral("sqlite"));
        desk.go(QStringLiteral("document"), {{QStringLiteral("kind"), QStringLiteral("stock_transfer")}});
        auto *page = desk.page<DocumentEditorPage>();
        QVERIFY(page->linesView()->isColumnHidden(static_cast<int>(LineColumn::Price)));
        QVERIFY(child<QLineEdit>(page, "warehouse_to")->isVisible());
        QVERIFY(!child<QLineEdit>(page, "partner")->isVisible());
        desk.go(QStringLiteral("document"), {{QStringLiteral("kind"), QStringLiteral("goods_receipt")}});
        QVERIFY(!page->linesView()->isColumnHidden(static_cast<int>(LineColumn::Price)));
        QVERIFY(child<QLineEdit>(page, "partner")->isVisible());
    }
};

QTEST_MAIN(TestDocumentEditor)
#include "tst_documenteditor.moc"
