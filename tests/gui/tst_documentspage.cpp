// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/DataTable.h"
#include "gui/DateEdit.h"
#include "gui/DocumentEditorPage.h"
#include "gui/DocumentsPage.h"
#include "gui/ErrorBanner.h"
#include "service/DocumentService.h"
#include "support/gui/Desk.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace bincard;
using namespace bincard::test;

class TestDocumentsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void filters_data() { engines(); }
    void filters()
    {
        BINCARD_DESK(desk);
        desk.go(QStringLiteral("documents"));
        auto *page = desk.page<DocumentsPage>();
        DocumentListModel &model = page->model();
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.row(0).number, QStringLiteral("SO-2026-0003")); // newest first
        QVERIFY2(!model.total(), "receipts and orders are not added up");

        auto *kind = page->findChild<QComboBox *>(QStringLiteral("filterKind"));
        kind->setCurrentIndex(kind->findData(QStringLiteral("sales_order")));
        QVERIFY(desk.settle());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(page->table()->totals().at(DocumentListModel::Total), QStringLiteral("35,000.00"));

        desk.press(Qt::Key_F, Qt::ControlModifier);
        desk.type(QStringLiteral("acme"));
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 1, 20000);
        QVERIFY(desk.settle());
        desk.press(Qt::Key_Escape);
        QVERIFY(desk.settle());
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(kind->currentIndex(), 0);

        auto *from = page->findChild<DateEdit *>(QStringLiteral("filterFrom"));
        from->setFocus();
        desk.type(QStringLiteral("2026-04-10"));
        desk.press(Qt::Key_Tab);
        QVERIFY(desk.settle());
        QCOMPARE(model.rowCount(), 4);
        auto *partner = page->findChild<QLineEdit *>(QStringLiteral("filterPartner"));
        partner->setFocus();
        desk.type(QStringLiteral("initech"));
        desk.press(Qt::Key_Tab);
        QVERIFY(desk.settle());
        QCOMPARE(model.rowCount(), 1);
        auto *state = page->findChild<QComboBox *>(QStringLiteral("filterState"));
        state->setCurrentIndex(state->findData(QStringLiteral("draft")));
        QVERIFY(desk.settle());
        QCOMPARE(model.rowCount(), 0);
        desk.go(QStringLiteral("documents"), {{QStringLiteral("item"), QStringLiteral("WDG-B2")}});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(page->place().value(QStringLiteral("item")).toString(), QStringLiteral("WDG-B2"));
    }

    void arrivesInPages_data() { engines(); }
    void arrivesInPages()
    {
        BINCARD_DESK(desk);
        for (int i = 0; i < 20; ++i)
            BINCARD_GOOD(desk.book().documents().saveDraft(makeDocument(DocumentKind::SalesOrder,
                QStringLiteral("2026-05-%1").arg(i % 7 + 1, 2, 10, QLatin1Char('0')), QStringLiteral("MAIN"),
                {{"WDG-A1", "1", "250"}})));
        desk.go(QStringLiteral("documents"));
        DocumentListModel &model = desk.page<DocumentsPage>()->model();
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        DocumentFilter filter;
        filter.limit = 4;
        model.setFilter(filter);
        QVERIFY(desk.settle());
        QSet<QUuid> seen;
        while (model.canFetchMore({})) {
            model.fetchMore({});
            QVERIFY(!model.canFetchMore({})); // one page at a time
            QVERIFY(desk.settle());
        }
        for (const DocumentSummary &row : model.rows())
            seen.insert(row.id);
        QCOMPARE(model.rowCount(), 26);
        QCOMPARE(seen.size(), 26);
        QVERIFY(std::is_sorted(model.rows().begin(), model.rows().end(),
            [](const DocumentSummary &a, const DocumentSummary &b) { return a.date > b.date; }));
    }

    /// What could not be read is said until it can; what is no failure of reading stays.
    void saysWhatCouldNotBeReadUntilItCan_data() { engines(); }
    void saysWhatCouldNotBeReadUntilItCan()
    {
        BINCARD_DESK(desk);
        desk.go(QStringLiteral("documents"));
        auto *page = desk.page<DocumentsPage>();
        const auto *banner = page->findChild<ErrorBanner *>();
        TestDatabase &database = desk.testBook().database();
        database.run(QStringLiteral("ALTER TABLE documents RENAME TO documents_away"));
        page->refresh();
        QVERIFY(desk.settle());
        QVERIFY(banner->isShown());
        QCOMPARE(page->model().rowCount(), 6); // what was read before
        QVERIFY(!page->model().canFetchMore({}));
        database.run(QStringLiteral("ALTER TABLE documents_away RENAME TO documents"));
        page->refresh();
        QVERIFY(desk.settle());
        QVERIFY(!banner->isShown());

        // More is needed than there is: refused, and another look at the list does not take that away.
        const auto draft = desk.book().documents().saveDraft(makeDocument(DocumentKind::SalesOrder,
            QStringLiteral("2026-05-01"), QStringLiteral("MAIN"), {{"WDG-A1", "100000", "250"}}));
        BINCARD_GOOD(draft);
        page->refresh();
        QVERIFY(desk.settle());
        page->table()->selectKey(draft->id.toString(QUuid::WithoutBraces));
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk.settle());
        QVERIFY(banner->isShown());
        page->refresh();
        QVERIFY(desk.settle());
        QVERIFY(banner->isShown());
    }

    void worksByKeyboard_data() { engines(); }
    void worksByKeyboard()
    {
        BINCARD_DESK(desk);
        const auto draft = desk.book().documents().saveDraft(makeDocument(
            DocumentKind::SalesOrder, QStringLiteral("2026-05-01"), QStringLiteral("MAIN"), {{"WDG-A1", "20", "250"}}));
        BINCARD_GOOD(draft);
        desk.go(QStringLiteral("documents"));
        auto *page = desk.page<DocumentsPage>();
        page->refresh();
        QVERIFY(desk.settle());
        QCOMPARE(QApplication::focusWidget(), page->table()->view());
        page->table()->selectKey(draft->id.toString(QUuid::WithoutBraces));
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk.settle());
        QCOMPARE(page->model().row(0).state, DocumentState::Posted);
        QVERIFY(stockOf(desk.book(), QStringLiteral("MAIN"), QStringLiteral("WDG-A1"))
                    .startsWith(QLatin1String("400.0000")));
        page->findChild<QAction *>(QStringLiteral("documents.unpost"))->trigger();
        desk.press(Qt::Key_Space);
        QVERIFY(desk.settle());
        QCOMPARE(page->model().row(0).state, DocumentState::Cancelled);
        QVERIFY(stockOf(desk.book(), QStringLiteral("MAIN"), QStringLiteral("WDG-A1"))
                    .startsWith(QLatin1String("420.0000")));
        desk.press(Qt::Key_Return);
        QVERIFY(desk.settle());
        QVERIFY(desk.page<DocumentEditorPage>());
        QCOMPARE(desk.page<DocumentEditorPage>()->editor().header().id, draft->id);
    }

    void offersEveryKind()
    {
        Desk desk(QStringLiteral("sqlite"));
        desk.go(QStringLiteral("documents"));
        auto *page = desk.page<DocumentsPage>();
        auto *action = page->findChild<QAction *>(QStringLiteral("new.write_off"));
        QVERIFY(action);
        action->trigger();
        QVERIFY(desk.settle());
        auto *editor = desk.page<DocumentEditorPage>();
        QVERIFY(editor);
        QCOMPARE(editor->editor().header().kind, DocumentKind::WriteOff);
    }
};

QTEST_MAIN(TestDocumentsPage)
#include "tst_documentspage.moc"
