// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger page on a real book of either engine, worked by keyboard and pointer.
#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/documents/QuestionBar.h"
#include "gui/ledger/AccountsPanel.h"
#include "gui/ledger/LedgerPage.h"
#include "gui/ledger/SchemePanel.h"
#include "service/DocumentService.h"
#include "support/gui/PageStage.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTabWidget>
#include <QTest>

using namespace bincard;
using namespace bincard::test;

namespace {

/// The page by itself on a book.
class LedgerDesk : public PageStage
{
public:
    explicit LedgerDesk(TestBook &book, const QVariantMap &arguments = {}) : PageStage(book), page(context)
    {
        page.resize(1280, 760);
        page.QWidget::show();
        page.activate(arguments);
        settle();
    }
    void settle() { QVERIFY(PageStage::settle(page)); }

    LedgerPage page;
};

} // namespace

class TestLedgerPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { preparePages(); }
    void balanceCardAndDocument_data() { engines(); }
    void balanceCardAndDocument();
    void accountsAreMadeAndChanged_data() { engines(); }
    void accountsAreMadeAndChanged();
    void aNewBookIsSetUp_data() { engines(); }
    void aNewBookIsSetUp();
    void whatIsShownIsHandedOn_data() { engines(); }
    void whatIsShownIsHandedOn();
};

void TestLedgerPage::balanceCardAndDocument()
{
    BINCARD_TEST_BOOK(book);
    LedgerDesk desk(book);
    LedgerPage &page = desk.page;
    QVERIFY(page.isSetUp());
    QCOMPARE(column(*page.balanceTable(), 0), QStringList({"1200", "1400", "2000", "4000", "5000"}));
    const QStringList totals = page.balanceTable()->totals();
    QCOMPARE(totals.size(), 8);
    QCOMPARE(totals.at(4), totals.at(5));
    QVERIFY2(page.soundness().startsWith("Sound"), qPrintable(page.soundness()));
    // Enter on an account opens its card, Enter there the document.
    page.balanceTable()->view()->setCurrentIndex(page.balanceTable()->proxy()->index(1, 0));
    QTest::keyClick(page.balanceTable()->view(), Qt::Key_Return);
    desk.settle();
    QCOMPARE(page.tabs()->currentIndex(), static_cast<int>(LedgerPage::Card));
    QCOMPARE(page.accountBox()->currentData().toString(), "1400");
    QCOMPARE(page.cardTable()->proxy()->rowCount(), 8); // the opening line, four receipts' lines, three orders'
    page.cardTable()->view()->setCurrentIndex(page.cardTable()->proxy()->index(1, 0));
    QTest::keyClick(page.cardTable()->view(), Qt::Key_Return);
    QCOMPARE(desk.went.size(), 1);
    QCOMPARE(desk.went.last().at(0).toString(), "document");
    // And back to where one was.
    const QVariantMap place = page.place();
    LedgerDesk again(book, place);
    QCOMPARE(again.page.accountBox()->currentData().toString(), "1400");
    QCOMPARE(again.page.tabs()->currentIndex(), static_cast<int>(LedgerPage::Card));
}

void TestLedgerPage::accountsAreMadeAndChanged()
{
    BINCARD_TEST_BOOK(book);
    LedgerDesk desk(book, {{"tab", "accounts"}});
    AccountsPanel &panel = *desk.page.accounts();
    QCOMPARE(panel.table()->proxy()->rowCount(), 7);
    panel.startNew();
    QTest::keyClicks(panel.codeEdit(), "7000");
    QTest::keyClicks(panel.nameEdit(), "Other income");
    panel.typeBox()->setCurrentIndex(1);
    QTest::keyClick(panel.nameEdit(), Qt::Key_Return);
    desk.settle();
    QVERIFY2(!desk.page.banner()->isShown(), qPrintable(desk.page.banner()->text()));
    QVERIFY(column(*panel.table(), 0).contains("7000"));
    // What would make the books unsound is refused where it is done.
    panel.table()->view()->setCurrentIndex(panel.table()->proxy()->index(1, 0));
    QCOMPARE(panel.codeEdit()->text(), "1400");
    panel.typeBox()->setCurrentIndex(1);
    QTest::mouseClick(panel.saveButton(), Qt::LeftButton);
    desk.settle();
    QVERIFY(desk.page.banner()->isShown());
    const auto accounts = book->ledger().accounts();
    BINCARD_GOOD(accounts);
    QCOMPARE(accounts->at(1).type, AccountType::Active);
}

void TestLedgerPage::aNewBookIsSetUp()
{
    BINCARD_TEST_BOOK(book, OpenMode::Create);
    book.upsert("warehouses", {{"code", "MAIN"}, {"name", "Main"}});
    book.upsert("items", {{"code", "WDG-A1"}, {"name", "Widget"}});
    book.upsert("partners", {{"code", "ACME"}, {"name", "Acme"}, {"customer", true}, {"supplier", true}});
    BINCARD_GOOD(book->documents().saveAndPost(
        makeDocument(DocumentKind::GoodsReceipt, "2026-05-01", "MAIN", {{"WDG-A1", "10", "3"}})));
    LedgerDesk desk(book);
    LedgerPage &page = desk.page;
    QVERIFY(!page.isSetUp());
    QTest::mouseClick(page.setUpButton(), Qt::LeftButton);
    desk.settle();
    QVERIFY(page.isSetUp());
    QCOMPARE(page.scheme()->table()->proxy()->rowCount(), 7);
    QTest::mouseClick(page.scheme()->switchButton(), Qt::LeftButton);
    desk.settle();
    QVERIFY2(page.question()->text().contains("1 posted document"), qPrintable(page.question()->text()));
    auto *post = page.question()->findChild<QPushButton *>("ledger.postHistory");
    QVERIFY(post);
    QTest::mouseClick(post, Qt::LeftButton);
    desk.settle();
    QCOMPARE(column(*page.balanceTable(), 0), QStringList({"1400", "2000"}));
    QVERIFY(book->ledger().state()->posting);
}

/// The trial balance and the account card go to a spreadsheet and into a file, by the keys of the other reports.
void TestLedgerPage::whatIsShownIsHandedOn()
{
    BINCARD_TEST_BOOK(book);
    LedgerDesk desk(book);
    LedgerPage &page = desk.page;
    const auto copied = [&page] {
        QApplication::clipboard()->clear();
        QTest::keyClick(&page, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        return QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    };
    const auto savedAs = [&page] {
        QTest::keyClick(&page, Qt::Key_E, Qt::ControlModifier);
        const auto *dialog = page.findChild<QFileDialog *>();
        const QString name = dialog ? dialog->selectedFiles().value(0).section(u'/', -1) : QString();
        delete dialog;
        page.activateWindow(); // as a window manager does
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("The page does not become active again.");
        return name;
    };
    QCOMPARE(copied().size(), page.balanceTable()->proxy()->rowCount() + 1); // and the titles
    QVERIFY2(copied().at(2).contains(QStringLiteral("310000.00")), qPrintable(copied().at(2)));
    QCOMPARE(savedAs(), QStringLiteral("trial-balance.csv"));
    page.tabs()->setCurrentIndex(LedgerPage::Card);
    page.accountBox()->setCurrentIndex(page.accountBox()->findData(QStringLiteral("1400")));
    desk.settle();
    QCOMPARE(copied().size(), page.cardTable()->proxy()->rowCount() + 1);
    QCOMPARE(savedAs(), QStringLiteral("account-1400.csv"));
    page.tabs()->setCurrentIndex(LedgerPage::Accounts); // a catalog, not a report
    QVERIFY(copied().isEmpty());
    QCOMPARE(savedAs(), QString());

    // Gone to straight away, before it is known that there is a ledger.
    LedgerDesk straight(book, {{QStringLiteral("tab"), QStringLiteral("card")}});
    QVERIFY(straight.page.findChild<QAction *>(QStringLiteral("ledger.export"))->isEnabled());
}

QTEST_MAIN(TestLedgerPage)
#include "tst_ledgerpage.moc"
