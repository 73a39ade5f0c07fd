// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every report page of a book of 2,000 items, light and dark, small and large, into pictures/ beside the tests'
// programs, so that a person can look at what no assertion sees. What can be asserted is that nothing is cut off.
#include "gui/BalancesPage.h"
#include "gui/DashboardPage.h"
#include "gui/DataTable.h"
#include "gui/StockCardPage.h"
#include "gui/Theme.h"
#include "gui/TurnoverPage.h"
#include "gui/charts/ColumnChart.h"
#include "service/CatalogService.h"
#include "service/DocumentService.h"
#include "support/TestBook.h"

#include <QDir>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace bincard;
using namespace bincard::test;

namespace {

constexpr int itemCount = 2000;
constexpr int monthCount = 14;
const QDate today(2026, 4, 20);

QString itemCode(int number) { return QStringLiteral("IT-%1").arg(number, 4, 10, QLatin1Char('0')); }

/// Every month something is bought and sold; amounts vary, but always the same way.
void fill(TestBook &book)
{
    const QStringList words = {QStringLiteral("Hexagon bolt, zinc plated"), QStringLiteral("Washer"),
        QStringLiteral("Cable tie 200 mm, black, bag of 100"), QStringLiteral("Lamp"),
        QStringLiteral("Bearing 6204-2RS")};
    for (int i = 0; i < itemCount; ++i) {
        Item item;
        item.code = itemCode(i);
        item.name = QStringLiteral("%1 %2").arg(words.at(i % words.size())).arg(i);
        item.reorderPoint = Decimal::whole(i % 7 == 0 ? 60 : 0, quantityScale);
        const Result<Item> saved = book->catalog().save(item);
        QVERIFY2(saved.ok(), reasonOf(saved).constData());
    }
    Document opening =
        makeDocument(DocumentKind::OpeningBalance, QStringLiteral("2025-03-01"), QStringLiteral("MAIN"), {});
    for (int i = 0; i < itemCount; ++i) {
        DocumentLine line;
        line.item = itemCode(i);
        line.quantity = Decimal::whole(50 + i % 90, quantityScale);
        line.unitPrice = Decimal(10'000 + i * 137 % 90'000, priceScale);
        opening.lines.append(line);
    }
    const Result<Document> opened = book->documents().saveAndPost(opening);
    QVERIFY2(opened.ok(), reasonOf(opened).constData());
    for (int month = 0; month < monthCount; ++month) {
        const QString day = QDate(2025, 3, 10).addMonths(month).toString(Qt::ISODate);
        Document receipt = makeDocument(DocumentKind::GoodsReceipt, day, QStringLiteral("EAST"), {});
        receipt.partner = QString();
        Document order = makeDocument(DocumentKind::SalesOrder, day, QStringLiteral("MAIN"), {});
        for (int n = 0; n < 40; ++n) {
            DocumentLine line;
            line.item = itemCode((month * 53 + n * 17) % itemCount);
            line.quantity = Decimal::whole(1 + (n + month) % 5, quantityScale);
            line.unitPrice = Decimal(200'000 + n * 31'000, priceScale);
            order.lines.append(line);
            line.quantity = Decimal::whole(5 + (n * month) % 9, quantityScale);
            line.unitPrice = Decimal(90'000, priceScale);
            receipt.lines.append(line);
        }
        // The demo book knows one supplier only under its own name.
        const Result<QList<Partner>> partners = book->catalog().partners();
        QVERIFY(partners.ok());
        for (const Partner &partner : *partners) {
            if (partner.supplier)
                receipt.partner = partner.code;
        }
        const Result<Document> bought = book->documents().saveAndPost(receipt);
        QVERIFY2(bought.ok(), reasonOf(bought).constData());
        const Result<Document> sold = book->documents().saveAndPost(order);
        QVERIFY2(sold.ok(), reasonOf(sold).constData());
    }
}

} // namespace

class TestReportPictures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("bincard-test-pictures"));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        Theme::instance().install();
        m_folder.setPath(QCoreApplication::applicationDirPath() + QStringLiteral("/../pictures"));
        QVERIFY(m_folder.mkpath(QStringLiteral(".")));
        fill(m_book);
        QSignalSpy opened(&m_client, &BookClient::opened);
        m_client.open(m_book.database().location(), OpenMode::Existing);
        QVERIFY(!opened.isEmpty() || opened.wait(20000));
        QVERIFY(QTest::qWaitFor([this] { return m_catalog.isLoaded(); }, 20000));
    }

    void pictures_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        // The rail and the status bar take their part of a window of 1280x800 and 1920x1080.
        for (const bool dark : {false, true}) {
            for (const QSize size : {QSize(914, 700), QSize(1190, 745), QSize(1830, 1025)})
                QTest::addRow("%s %dx%d", dark ? "dark" : "light", size.width(), size.height()) << dark << size;
        }
    }

    void pictures()
    {
        QFETCH(bool, dark);
        Theme::instance().setScheme(dark ? Theme::Scheme::Dark : Theme::Scheme::Light);

        QSettings().remove(QStringLiteral("tables")); // widths as a new user has them
        DashboardPage dashboard(m_context);
        dashboard.setToday(today);
        take(dashboard, {});
        QCOMPARE(dashboard.months()->data().slotCount(), 12);

        BalancesPage balances(m_context);
        balances.setToday(today);
        take(balances, {{QStringLiteral("group"), QStringLiteral("warehouse,item")}});
        QVERIFY(balances.model().rowCount() > itemCount);

        TurnoverPage turnover(m_context);
        turnover.setToday(today);
        take(turnover,
            {{QStringLiteral("from"), QStringLiteral("2025-03-01")},
                {QStringLiteral("to"), QStringLiteral("2026-04-30")}});
        QVERIFY(turnover.table()->proxy()->rowCount() >= itemCount);
        QCOMPARE(turnover.chart()->data().slotCount(), monthCount);
        // Opening balance to closing value, without a scroll bar, on the smallest window that we promise.
        QCOMPARE(turnover.table()->view()->horizontalScrollBar()->maximum(), 0);

        StockCardPage card(m_context);
        card.setToday(today);
        take(card, {{QStringLiteral("item"), itemCode(17)}});
        QVERIFY(card.model().rowCount() > 1);
    }

    /// Thousands of rows are sorted and filtered at the pace of typing.
    void manyRowsStayQuick()
    {
        BalancesPage balances(m_context);
        balances.setToday(today);
        balances.resize(1190, 745);
        balances.show();
        balances.activate({{QStringLiteral("group"), QStringLiteral("warehouse,item")}});
        QVERIFY(QTest::qWaitFor([&balances] { return balances.isSettled(); }, 20000));
        QElapsedTimer timer;
        timer.start();
        balances.table()->view()->horizontalHeader()->setSortIndicator(BalancesModel::Value, Qt::DescendingOrder);
        const qint64 sorted = timer.restart();
        balances.filterBar()->setText(QStringLiteral("lamp"));
        emit balances.filterBar()->changed();
        QVERIFY(QTest::qWaitFor([&balances] { return balances.isSettled(); }, 20000));
        qInfo("sorted in %lld ms, filtered in %lld ms", static_cast<long long>(sorted),
            static_cast<long long>(timer.elapsed()));
        QVERIFY(sorted < 5000); // generous: a loaded machine, not a benchmark
        QVERIFY(balances.model().rowCount() < itemCount / 2);
    }

private:
    void take(Page &page, const QVariantMap &arguments)
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        page.resize(size);
        page.show();
        page.activate(arguments);
        QVERIFY(QTest::qWaitFor([&page] { return page.isSettled(); }, 20000));
        QTest::qWait(50); // layouts of what has just come in
        const QString name = QStringLiteral("%1-%2-%3.png")
                                 .arg(page.name(), dark ? QStringLiteral("dark") : QStringLiteral("light"))
                                 .arg(size.width());
        QVERIFY(page.grab().save(m_folder.filePath(name)));
    }

    TestBook m_book{QStringLiteral("sqlite")};
    BookClient m_client;
    CatalogCache m_catalog{m_client};
    AppContext m_context{m_client, m_catalog};
    QDir m_folder;
};

QTEST_MAIN(TestReportPictures)
#include "tst_report_pictures.moc"
