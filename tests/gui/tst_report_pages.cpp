// SPDX-License-Identifier: GPL-3.0-or-later
// The report pages on a real book of either engine, worked by keyboard and pointer.
#include "gui/BalancesPage.h"
#include "gui/DashboardPage.h"
#include "gui/DataTable.h"
#include "gui/DateEdit.h"
#include "gui/StockCardPage.h"
#include "gui/Theme.h"
#include "gui/TurnoverPage.h"
#include "gui/charts/BulletList.h"
#include "gui/charts/ChartCard.h"
#include "gui/charts/ColumnChart.h"
#include "gui/charts/RankedChart.h"
#include "gui/charts/StepChart.h"
#include "gui/documents/KindMenu.h"
#include "gui/reports/FigureTile.h"
#include "service/DocumentService.h"
#include "service/ReportService.h"
#include "support/gui/PageStage.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTest>
#include <QToolTip>

using namespace bincard;
using namespace bincard::test;

namespace {

const QDate inApril(2026, 4, 20);

/// Pages as on a day in April.
class ReportDesk : public PageStage
{
public:
    using PageStage::PageStage;

    template <typename P>
    std::unique_ptr<P> page(const QVariantMap &arguments = {}, QDate today = inApril)
    {
        auto made = std::make_unique<P>(context);
        made->setToday(today);
        made->resize(1280, 760);
        made->show();
        made->activate(arguments);
        settle(*made);
        return made;
    }
    static void settle(const Page &page) { QVERIFY(PageStage::settle(page)); }
};

void pressOn(DataTable &table, int row, Qt::Key key)
{
    table.view()->setCurrentIndex(table.proxy()->index(row, 0));
    QTest::keyClick(table.view(), key);
}

} // namespace

#define BINCARD_REPORT_DESK(name, ...)                        \
    BINCARD_TEST_BOOK(name##Book __VA_OPT__(, ) __VA_ARGS__); \
    ReportDesk name(name##Book)

class TestReportPages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { preparePages(); }

    void balancesOfTheDemoBook_data() { engines(); }
    void balancesOfTheDemoBook()
    {
        BINCARD_REPORT_DESK(desk);
        const auto page = desk.page<BalancesPage>();
        QCOMPARE(column(*page->table(), BalancesModel::Code), QStringList({"GDG-X1", "WDG-A1", "WDG-B2"}));
        QCOMPARE(column(*page->table(), BalancesModel::OnHand), QStringList({"150", "590", "250"}));
        QCOMPARE(page->table()->totals().at(BalancesModel::Value), QStringLiteral("275,000.00"));

        page->groupingBox()->setGrouping({Grouping::Warehouse, Grouping::Item});
        emit page->groupingBox()->changed();
        ReportDesk::settle(*page);
        QCOMPARE(column(*page->table(), BalancesModel::Code),
            QStringList({"EAST", "GDG-X1", "WDG-A1", "MAIN", "WDG-A1", "WDG-B2"}));
        QCOMPARE(
            column(*page->table(), BalancesModel::OnHand), QStringList({"320", "150", "170", "670", "420", "250"}));

        // Left folds the section, Right unfolds it again.
        pressOn(*page->table(), 0, Qt::Key_Left);
        QCOMPARE(column(*page->table(), BalancesModel::Code), QStringList({"EAST", "MAIN", "WDG-A1", "WDG-B2"}));
        pressOn(*page->table(), 0, Qt::Key_Right);
        QCOMPARE(page->table()->proxy()->rowCount(), 6);

        // A click on a header sorts within the sections.
        page->table()->view()->horizontalHeader()->setSortIndicator(BalancesModel::OnHand, Qt::DescendingOrder);
        QCOMPARE(
            column(*page->table(), BalancesModel::OnHand), QStringList({"670", "420", "250", "320", "170", "150"}));
        QVERIFY(page->csv().contains("WDG-A1,Widget Alpha,Widgets,Main Warehouse,420,105000.00,250,"));
    }

    /// A column that had gone for want of room, and says nothing in another grouping, stays away when there is room.
    void columnsThatSayNothingDoNotComeBack_data() { engines(); }
    void columnsThatSayNothingDoNotComeBack()
    {
        BINCARD_REPORT_DESK(desk);
        const auto page = desk.page<BalancesPage>();
        const QTableView &view = *page->table()->view();
        const auto group = [&](const QList<Grouping> &by) {
            page->groupingBox()->setGrouping(by);
            emit page->groupingBox()->changed();
            ReportDesk::settle(*page);
        };
        page->resize(1500, 600);
        group({Grouping::Warehouse, Grouping::Item});
        QTRY_VERIFY(!view.isColumnHidden(BalancesModel::Warehouse));
        page->resize(500, 600);
        QTRY_VERIFY(view.isColumnHidden(BalancesModel::Warehouse));
        group({Grouping::Item});
        page->resize(1500, 600);
        QTRY_VERIFY(!view.isColumnHidden(BalancesModel::Category));
        QVERIFY(view.isColumnHidden(BalancesModel::Warehouse));
    }

    void balancesFollowDateAndFilters_data() { engines(); }
    void balancesFollowDateAndFilters()
    {
        BINCARD_REPORT_DESK(desk);
        const auto page = desk.page<BalancesPage>({{QStringLiteral("at"), QStringLiteral("2026-04-12")}});
        QCOMPARE(
            page->table()->totals().at(BalancesModel::OnHand), QStringLiteral("1,070")); // 1150 less the 80 of that day
        QVERIFY(page->note().contains(QStringLiteral("Later movements")));

        page->dateEdit()->setFocus();
        page->dateEdit()->selectAll();
        QTest::keyClicks(page->dateEdit(), QStringLiteral("2026-04-11"));
        QTest::keyClick(page->dateEdit(), Qt::Key_Return);
        ReportDesk::settle(*page);
        QCOMPARE(page->table()->totals().at(BalancesModel::OnHand), QStringLiteral("1,150"));

        page->focusFilter();
        QTest::keyClicks(page->filterBar()->edit(), QStringLiteral("alpha"));
        ReportDesk::settle(*page);
        QCOMPARE(column(*page->table(), BalancesModel::Code), QStringList({"WDG-A1"}));
        page->filterBar()->setWarehouse(QStringLiteral("EAST"));
        emit page->filterBar()->changed();
        ReportDesk::settle(*page);
        QCOMPARE(column(*page->table(), BalancesModel::OnHand), QStringList({"200"}));
        QCOMPARE(page->place().value(QStringLiteral("warehouse")).toString(), QStringLiteral("EAST"));

        QTest::keyClick(page->filterBar()->edit(), Qt::Key_Escape);
        ReportDesk::settle(*page);
        QVERIFY(!page->filterBar()->isActive());
        QCOMPARE(page->table()->proxy()->rowCount(), 3);

        page->filterBar()->setCategory(QStringLiteral("GADGETS"));
        const QVariantMap place = page->place();
        const auto again = desk.page<BalancesPage>(place);
        QCOMPARE(again->place(), place); // Alt+Left comes back to the same
    }

    void belowReorderShowsWhatHasRunOut_data() { engines(); }
    void belowReorderShowsWhatHasRunOut()
    {
        BINCARD_REPORT_DESK(desk);
        const auto page = desk.page<BalancesPage>({{QStringLiteral("below"), QStringLiteral("1")}});
        QVERIFY(page->belowBox()->isChecked());
        const Result<DashboardFigures> figures = deskBook->reports().dashboard(inApril);
        BINCARD_GOOD(figures);
        QCOMPARE(page->table()->proxy()->rowCount(), figures->belowReorder);
        QTest::keyClick(page->filterBar()->edit(), Qt::Key_Escape);
        ReportDesk::settle(*page);
        QVERIFY(!page->belowBox()->isChecked());
        QCOMPARE(page->table()->proxy()->rowCount(), 3);
    }

    /// Ctrl+N begins a document from wherever one looks at figures; Enter takes the kind made last.
    void aDocumentIsBegunFromFigures_data() { engines(); }
    void aDocumentIsBegunFromFigures()
    {
        BINCARD_REPORT_DESK(desk);
        rememberKind(DocumentKind::GoodsReceipt);
        const auto begin = [&desk](QWidget &page) {
            desk.went.clear();
            QTest::keyClick(&page, Qt::Key_N, Qt::ControlModifier);
            QWidget *menu = QApplication::activePopupWidget();
            QVERIFY(menu);
            QTest::keyClick(menu, Qt::Key_Return);
            QCOMPARE(desk.lastPage(), QStringLiteral("document"));
            QCOMPARE(desk.lastArguments().value(QStringLiteral("kind")).toString(), code(DocumentKind::GoodsReceipt));
        };
        begin(*desk.page<DashboardPage>());
        begin(*desk.page<BalancesPage>());
    }

    /// A name that has no room is cut between letters, and is told whole by the tool tip; a name that fits has none.
    void cutNamesAreToldWhole_data() { engines(); }
    void cutNamesAreToldWhole()
    {
        BINCARD_REPORT_DESK(desk);
        const auto page = desk.page<BalancesPage>();
        QTableView &view = *page->table()->view();
        const QModelIndex cell = page->table()->proxy()->index(0, BalancesModel::Category);
        const auto tip = [&] {
            QToolTip::hideText();
            if (!QTest::qWaitFor([] { return !QToolTip::isVisible(); })) // it takes a moment
                qFatal("The tool tip stays.");
            const QPoint at = view.visualRect(cell).center();
            QHelpEvent asked(QEvent::ToolTip, at, view.viewport()->mapToGlobal(at));
            QApplication::sendEvent(view.viewport(), &asked);
            return QToolTip::isVisible() ? QToolTip::text() : QString();
        };
        view.setColumnWidth(BalancesModel::Category, 200);
        QCOMPARE(tip(), QString());
        view.setColumnWidth(BalancesModel::Category, 40);
        QCOMPARE(tip(), QStringLiteral("Gadgets"));
    }

    /// From the sentence that counts the items below their reorder point to these very items, and back, by keyboard.
    void theNoteLeadsToWhatItCounts_data() { engines(); }
    void theNoteLeadsToWhatItCounts()
    {
        BINCARD_REPORT_DESK(desk);
        const auto page = desk.page<BalancesPage>({{QStringLiteral("group"), QStringLiteral("warehouse")}});
        const auto follow = [&](const QString &linkText) {
            auto *note = page->findChild<QLabel *>(QStringLiteral("report.note"));
            note->setFocus(Qt::TabFocusReason);
            for (int tries = 0; tries < 4 && note->selectedText() != linkText; ++tries)
                QTest::keyClick(note, Qt::Key_Tab);
            QCOMPARE(note->selectedText(), linkText);
            QTest::keyClick(note, Qt::Key_Return);
            ReportDesk::settle(*page);
        };
        QVERIFY(page->note().contains(QStringLiteral("3 item(s) below the reorder point.")));
        follow(QStringLiteral("Show only these"));
        QVERIFY(page->belowBox()->isChecked());
        QVERIFY(page->table()->view()->hasFocus());
        QCOMPARE(column(*page->table(), BalancesModel::Code), QStringList({"GDG-Y2", "SPR-001", "WDG-B2"}));
        follow(QStringLiteral("Show all items"));
        QVERIFY(!page->belowBox()->isChecked());
        QCOMPARE(column(*page->table(), BalancesModel::Code), QStringList({"GDG-X1", "WDG-A1", "WDG-B2"}));

        // Under warehouses what has run out has no place; the note says so.
        page->groupingBox()->setGrouping({Grouping::Warehouse, Grouping::Item});
        emit page->groupingBox()->changed();
        page->belowBox()->setChecked(true);
        ReportDesk::settle(*page);
        QCOMPARE(column(*page->table(), BalancesModel::Code), QStringList({"MAIN", "WDG-B2"}));
        QVERIFY(page->note().contains(QStringLiteral("2 item(s) below the reorder point lie in no warehouse.")));
        follow(QStringLiteral("Show them too"));
        QCOMPARE(page->table()->proxy()->rowCount(), 3);

        // Rows that are warehouses have no reorder point: the filter goes, rather than leaving an empty table.
        page->groupingBox()->setGrouping({Grouping::Warehouse});
        emit page->groupingBox()->changed();
        ReportDesk::settle(*page);
        QVERIFY(!page->belowBox()->isChecked());
        QCOMPARE(column(*page->table(), BalancesModel::Code), QStringList({"EAST", "MAIN"}));
        page->belowBox()->setChecked(true);
        ReportDesk::settle(*page);
        QCOMPARE(page->table()->proxy()->rowCount(), 3);
    }

    void fromABalanceToItsDocument_data() { engines(); }
    void fromABalanceToItsDocument()
    {
        BINCARD_REPORT_DESK(desk);
        const auto balances = desk.page<BalancesPage>({{QStringLiteral("group"), QStringLiteral("warehouse,item")},
            {QStringLiteral("at"), QStringLiteral("2026-04-18")}});
        pressOn(*balances->table(), 4, Qt::Key_Return); // WDG-A1 in MAIN
        QCOMPARE(desk.lastPage(), QStringLiteral("stockcard"));
        QCOMPARE(desk.lastArguments().value(QStringLiteral("item")).toString(), QStringLiteral("WDG-A1"));
        QCOMPARE(desk.lastArguments().value(QStringLiteral("warehouse")).toString(), QStringLiteral("MAIN"));

        const auto card = desk.page<StockCardPage>(desk.lastArguments());
        QCOMPARE(column(*card->table(), StockCardModel::Balance), QStringList({"0", "500", "420"}));
        QCOMPARE(card->table()->totals().at(StockCardModel::Balance), QStringLiteral("420"));
        QCOMPARE(card->chart()->data().series.first().values.last(), quantityOf("420"));
        pressOn(*card->table(), 2, Qt::Key_Return);
        QCOMPARE(desk.lastPage(), QStringLiteral("document"));
        const Result<Document> document =
            deskBook->documents().load(QUuid::fromString(desk.lastArguments().value(QStringLiteral("id")).toString()));
        BINCARD_GOOD(document);
        QCOMPARE(document->partner, QStringLiteral("ACME"));

        // A whole warehouse unfolds to its items.
        pressOn(*balances->table(), 0, Qt::Key_F2);
        QCOMPARE(desk.lastPage(), QStringLiteral("balances"));
        QCOMPARE(desk.lastArguments().value(QStringLiteral("warehouse")).toString(), QStringLiteral("EAST"));
    }

    void turnoverOpensOnTheLatestMonth_data() { engines(); }
    void turnoverOpensOnTheLatestMonth()
    {
        BINCARD_REPORT_DESK(desk);
        const auto page = desk.page<TurnoverPage>({}, QDate(2031, 1, 5));
        QCOMPARE(page->periodBar()->preset(), PeriodPreset::LatestMonth);
        QCOMPARE(page->periodBar()->range(), (DateRange{QDate(2026, 4, 1), QDate(2026, 4, 30)}));
        QCOMPARE(page->table()->totals().at(TurnoverModel::QuantityReceipts), QStringLiteral("1,150"));
        QCOMPARE(page->table()->totals().at(TurnoverModel::QuantityIssues), QStringLiteral("160"));
        QCOMPARE(page->table()->totals().at(TurnoverModel::ValueClosing), QStringLiteral("275,000.00"));

        // The chart's figures are the service's.
        const Result<QList<TurnoverSeriesPoint>> series = deskBook->reports().turnoverSeries(
            {QDate(2026, 4, 1), QDate(2026, 4, 30), {}, {Grouping::Item}}, TimeStep::Day);
        BINCARD_GOOD(series);
        const ChartData &chart = page->chart()->data();
        QCOMPARE(chart.slotCount(), 30);
        for (int slot = 0; slot < 30; ++slot) {
            QCOMPARE(chart.series.at(0).values.at(slot), series->at(slot).value.receipts);
            QCOMPARE(chart.series.at(1).values.at(slot), series->at(slot).value.issues);
        }
        QVERIFY(page->chartCard()->title().contains(QStringLiteral("April 2026")));
        page->chart()->setCurrentSlot(0);
        QVERIFY2(page->chart()->hoverText().contains(QStringLiteral("Receipts: 170,000.00")),
            qPrintable(page->chart()->hoverText()));
        QTest::keyClick(page->chart(), Qt::Key_Return);
        QCOMPARE(desk.lastPage(), QStringLiteral("documents"));
        QCOMPARE(desk.lastArguments().value(QStringLiteral("from")).toString(), QStringLiteral("2026-04-01"));
    }

    void turnoverDrawsWhatIsSelected_data() { engines(); }
    void turnoverDrawsWhatIsSelected()
    {
        BINCARD_REPORT_DESK(desk);
        const auto page = desk.page<TurnoverPage>({{QStringLiteral("from"), QStringLiteral("2026-04-01")},
            {QStringLiteral("to"), QStringLiteral("2026-04-30")},
            {QStringLiteral("group"), QStringLiteral("warehouse,item")}});
        choose(page->measureBox(), static_cast<int>(TurnoverMeasure::FlowQuantity));
        const auto total = [&page](int series) {
            qint64 units = 0;
            for (const Decimal value : page->chart()->data().series.at(series).values)
                units += value.units();
            return Decimal(units, quantityScale);
        };
        QCOMPARE(total(0), quantityOf("1150"));
        const auto select = [&page](const QList<int> &rows) {
            page->table()->view()->clearSelection();
            for (const int row : rows)
                page->table()->view()->selectionModel()->select(
                    page->table()->proxy()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
            QTest::qWait(250); // selecting is let settle, so that walking through rows asks once
            ReportDesk::settle(*page);
        };
        select({2}); // EAST, WDG-A1
        QCOMPARE(total(0), quantityOf("200"));
        QCOMPARE(total(1), quantityOf("30"));
        select({2, 4}); // and MAIN, WDG-A1: no cross product with other rows
        QCOMPARE(total(0), quantityOf("700"));
        select({0, 1}); // EAST holds its own row already
        QCOMPARE(total(0), quantityOf("350"));
        choose(page->measureBox(), static_cast<int>(TurnoverMeasure::ClosingQuantity));
        QCOMPARE(page->chart()->data().series.size(), 1);
        QCOMPARE(page->chart()->data().series.first().values.last(), quantityOf("320"));
    }

    void lateAnswersAreDropped_data() { engines(); }
    void lateAnswersAreDropped()
    {
        BINCARD_REPORT_DESK(desk);
        const auto page = desk.page<BalancesPage>();
        // Three questions in one breath: only the last may be seen, whatever comes back when.
        for (const char *day : {"2026-04-01", "2026-04-05", "2026-04-12"})
            page->activate({{QStringLiteral("at"), QLatin1String(day)}});
        QVERIFY(!page->isSettled());
        QCOMPARE(page->table()->proxy()->rowCount(), 3); // the old rows stay meanwhile
        QSignalSpy reset(&page->model(), &QAbstractItemModel::dataChanged);
        ReportDesk::settle(*page);
        QCOMPARE(page->table()->totals().at(BalancesModel::OnHand), QStringLiteral("1,070"));
        QCOMPARE(reset.count(), 1);
    }

    void newDocumentsAreSeenAfterRefresh_data() { engines(); }
    void newDocumentsAreSeenAfterRefresh()
    {
        BINCARD_REPORT_DESK(desk);
        const auto page = desk.page<BalancesPage>();
        BINCARD_GOOD(deskBook->documents().saveAndPost(makeDocument(DocumentKind::SalesOrder,
            QStringLiteral("2026-04-19"), QStringLiteral("MAIN"), {{"WDG-A1", "20", "250"}})));
        page->table()->view()->setCurrentIndex(page->table()->proxy()->index(2, 0));
        page->refresh();
        ReportDesk::settle(*page);
        QCOMPARE(column(*page->table(), BalancesModel::OnHand), QStringList({"150", "570", "250"}));
        QCOMPARE(page->table()->currentRow(), 2); // where one stood
    }

    void futureMovementsAreMarkedAndCounted_data() { engines(); }
    void futureMovementsAreMarkedAndCounted()
    {
        BINCARD_REPORT_DESK(desk);
        const auto page = desk.page<BalancesPage>({}, QDate(2026, 4, 14));
        QCOMPARE(page->table()->totals().at(BalancesModel::OnHand), QStringLiteral("1,070"));
        QVERIFY(page->note().contains(QStringLiteral("future")));
        emit page->noteLink(QStringLiteral("future"));
        ReportDesk::settle(*page);
        QCOMPARE(page->table()->totals().at(BalancesModel::OnHand), QStringLiteral("990"));
        emit page->noteLink(QStringLiteral("today"));
        ReportDesk::settle(*page);
        QCOMPARE(page->table()->totals().at(BalancesModel::OnHand), QStringLiteral("1,070"));
    }

    void dashboardOfTheDemoBook_data() { engines(); }
    void dashboardOfTheDemoBook()
    {
        BINCARD_REPORT_DESK(desk);
        const auto page = desk.page<DashboardPage>();
        QCOMPARE(page->valueTile()->figure(), QStringLiteral("275,000.00"));
        QCOMPARE(page->receiptsTile()->figure(), QStringLiteral("310,000.00"));
        QCOMPARE(page->issuesTile()->figure(), QStringLiteral("35,000.00"));
        QVERIFY(page->asOf().contains(QStringLiteral("today")));
        QCOMPARE(page->warehouses()->data().labels, QStringList({"Main Warehouse", "East Distribution"}));
        QCOMPARE(
            page->warehouses()->data().series.first().values, QList<Decimal>({amountOf("142500"), amountOf("132500")}));
        QCOMPARE(page->months()->data().slotCount(), 12);
        QCOMPARE(page->months()->data().series.at(0).values.last(), amountOf("310000"));
        QCOMPARE(page->valueByDay()->data().series.first().values.last(), amountOf("275000"));
        QCOMPARE(page->latest()->proxy()->rowCount(), 7 - 1); // three receipts, three orders

        emit page->warehouses()->slotPicked(1);
        QCOMPARE(desk.lastPage(), QStringLiteral("balances"));
        QCOMPARE(desk.lastArguments().value(QStringLiteral("warehouse")).toString(), QStringLiteral("EAST"));
        QTest::keyClick(page->reorderTile(), Qt::Key_Return);
        QCOMPARE(desk.lastArguments().value(QStringLiteral("below")).toString(), QStringLiteral("1"));
        emit page->months()->slotPicked(11);
        QCOMPARE(desk.lastPage(), QStringLiteral("turnover"));
        QCOMPARE(desk.lastArguments().value(QStringLiteral("from")).toString(), QStringLiteral("2026-04-01"));
        pressOn(*page->latest(), 0, Qt::Key_Return);
        QCOMPARE(desk.lastPage(), QStringLiteral("document"));
    }

    void dashboardOfARestingBookSaysSo_data() { engines(); }
    void dashboardOfARestingBookSaysSo()
    {
        BINCARD_REPORT_DESK(desk);
        const auto page = desk.page<DashboardPage>({}, QDate(2030, 1, 1));
        QVERIFY2(page->asOf().contains(QStringLiteral("2026-04-18, the last posting")), qPrintable(page->asOf()));
        QCOMPARE(page->issuesTile()->figure(), QStringLiteral("35,000.00"));
        page->activate({{QStringLiteral("at"), QStringLiteral("2030-01-01")}});
        ReportDesk::settle(*page);
        QCOMPARE(page->issuesTile()->figure(), QStringLiteral("0.00"));
    }

    void emptyBookSaysWhatToDo_data() { engines(); }
    void emptyBookSaysWhatToDo()
    {
        BINCARD_REPORT_DESK(desk, OpenMode::Create);
        const auto balances = desk.page<BalancesPage>();
        QCOMPARE(balances->table()->proxy()->rowCount(), 0);
        QVERIFY(balances->table()->totals().isEmpty());
        emit balances->table()->emptyLink(QStringLiteral("receipt"));
        QCOMPARE(desk.lastPage(), QStringLiteral("document"));
        const auto turnover = desk.page<TurnoverPage>();
        QCOMPARE(turnover->periodBar()->preset(), PeriodPreset::ThisMonth);
        QCOMPARE(turnover->table()->proxy()->rowCount(), 0);
        QVERIFY(!turnover->chartCard()->isContentShown());
        const auto card = desk.page<StockCardPage>();
        QCOMPARE(card->table()->proxy()->rowCount(), 0);
        const auto dashboard = desk.page<DashboardPage>();
        QVERIFY(!dashboard->grab().isNull());
    }
};

QTEST_MAIN(TestReportPages)
#include "tst_report_pages.moc"
