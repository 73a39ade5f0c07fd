// SPDX-License-Identifier: GPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "service/CatalogService.h"
#include "service/DocumentService.h"
#include "service/OpenBook.h"
#include "service/RegisterService.h"
#include "service/ReportService.h"
#include "support/Seed.h"
#include "support/TestDatabase.h"

#include <QRandomGenerator>

using namespace bincard;

namespace {

/// A movement as the journal has it, for the brute force: everything is summed from these, one by one.
struct Moved
{
    QDate date;
    QString warehouse, item;
    qint64 quantity = 0, amount = 0; // scaled by 4 and 2
    bool reversal = false;
};

QList<Moved> journal(OpenBook &book)
{
    QList<Moved> all;
    const auto page = book.registers().movements(QStringLiteral("inventory"), {{QStringLiteral("limit"), 100000}});
    for (const QJsonValue &row : page->value(QLatin1String("rows")).toArray())
        all << Moved{QDate::fromString(row[QLatin1String("period")].toString().left(10), Qt::ISODate),
            row[QLatin1String("warehouse")].toString(), row[QLatin1String("item")].toString(),
            Decimal::parse(row[QLatin1String("quantity")].toString(), 4)->units(),
            Decimal::parse(row[QLatin1String("amount")].toString(), 2)->units(),
            !row[QLatin1String("reversal_of")].isNull()};
    return all;
}

struct Sums
{
    qint64 opening = 0, receipts = 0, issues = 0;
    void add(const Moved &moved, qint64 value, QDate from, QDate to)
    {
        if (moved.date < from)
            opening += value;
        else if (moved.date <= to)
            ((value > 0) != moved.reversal ? receipts : issues) += (value > 0) != moved.reversal ? value : -value;
    }
};

bool same(const Figures &figures, const Sums &sums)
{
    return figures.opening.units() == sums.opening && figures.receipts.units() == sums.receipts
        && figures.issues.units() == sums.issues
        && figures.closing.units() == sums.opening + sums.receipts - sums.issues;
}

} // namespace

class TestReports : public QObject
{
    Q_OBJECT

    std::unique_ptr<OpenBook> demo(const test::TestDatabase &database)
    {
        auto book = OpenBook::open(database.location(), OpenMode::CreateDemo);
        if (!book.ok())
            qFatal("%s %s", qPrintable(book.error().message().english()), qPrintable(book.error().technical()));
        return std::move(*book);
    }

private slots:
    void balancesOfTheDemoBook_data() { test::engines(); }
    void balancesOfTheDemoBook()
    {
        BINCARD_TEST_DATABASE(database);
        const auto book = demo(database);
        ReportService &reports = book->reports();
        BalanceQuery query;
        query.at = QDate(2026, 4, 30);
        query.groupBy = {Grouping::Warehouse, Grouping::Item};
        const auto all = reports.balances(query);
        QVERIFY(all.ok());
        QCOMPARE(all->rows.size(), 4);
        QCOMPARE(all->rows.at(0).group.warehouse, QStringLiteral("EAST"));
        QCOMPARE(all->rows.at(0).group.itemName, QStringLiteral("Gadget X"));
        QCOMPARE(all->value.toString(), QStringLiteral("275000.00"));
        QVERIFY(!all->futureMovements);
        query.at = QDate(2026, 4, 12);
        query.filter.warehouses = {QStringLiteral("main")};
        query.filter.categories = {QStringLiteral("WIDGETS")};
        query.groupBy = {Grouping::Category};
        const auto widgets = reports.balances(query);
        QCOMPARE(widgets->rows.size(), 1);
        QCOMPARE(widgets->rows.at(0).group.categoryName, QStringLiteral("Widgets"));
        QCOMPARE(widgets->quantity.toString(), QStringLiteral("720.0000"));
        QVERIFY(widgets->futureMovements);
        query.filter.text = QStringLiteral("beta widg");
        QCOMPARE(reports.balances(query)->quantity.toString(), QStringLiteral("300.0000"));
        query.filter.text = QStringLiteral("no such thing");
        QVERIFY(reports.balances(query)->rows.isEmpty());
    }

    void aStockCardUnfoldsToDocuments_data() { test::engines(); }
    void aStockCardUnfoldsToDocuments()
    {
        BINCARD_TEST_DATABASE(database);
        const auto book = demo(database);
        const auto card = book->reports().stockCard(
            QStringLiteral("wdg-a1"), QStringLiteral("MAIN"), QDate(2026, 4, 2), QDate(2026, 4, 30));
        QVERIFY(card.ok());
        QCOMPARE(card->quantity.opening.toString(), QStringLiteral("500.0000"));
        QCOMPARE(card->rows.size(), 1);
        const StockCardRow row = card->rows.constFirst();
        QCOMPARE(row.issue.toString(), QStringLiteral("80.0000"));
        QCOMPARE(row.balance.toString(), QStringLiteral("420.0000"));
        QCOMPARE(row.value.toString(), QStringLiteral("105000.00"));
        QCOMPARE(row.partnerName, QStringLiteral("Acme Corp"));
        QCOMPARE(book->documents().load(row.document)->number, row.documentLabel);
        QCOMPARE(
            book->reports().stockCard(QStringLiteral("nope"), {}, QDate(2026, 1, 1), QDate(2026, 2, 1)).error().code(),
            ErrorCode::NotFound);
        const auto everywhere =
            book->reports().stockCard(QStringLiteral("WDG-A1"), {}, QDate(2026, 4, 1), QDate(2026, 4, 30), 2);
        QCOMPARE(everywhere->rows.size(), 2);
        QVERIFY(everywhere->truncated);
        QCOMPARE(everywhere->quantity.closing.toString(), QStringLiteral("590.0000"));
    }

    void theDashboardShowsTheDemoBook_data() { test::engines(); }
    void theDashboardShowsTheDemoBook()
    {
        BINCARD_TEST_DATABASE(database);
        const auto book = demo(database);
        const auto figures = book->reports().dashboard(QDate(2026, 5, 10));
        QVERIFY(figures.ok());
        QCOMPARE(figures->stockValue.toString(), QStringLiteral("275000.00"));
        QCOMPARE(figures->byWarehouse.at(0).group.warehouse, QStringLiteral("MAIN"));
        QCOMPARE(figures->receiptsLastMonth.toString(), QStringLiteral("310000.00"));
        QCOMPARE(figures->issuesLastMonth.toString(), QStringLiteral("35000.00"));
        QCOMPARE(figures->issuesThisMonth.toString(), QStringLiteral("0.00"));
        QCOMPARE(figures->months.size(), 12);
        QCOMPARE(figures->valueByDay.constLast().value.closing.toString(), QStringLiteral("275000.00"));
        QCOMPARE(figures->belowReorder, 3); // WDG-B2 250 of 300, GDG-Y2 0 of 40, SPR-001 0 of 200
        QVERIFY(figures->lowStock.at(0).quantity.isZero());
        QCOMPARE(figures->lowStock.at(2).group.item, QStringLiteral("WDG-B2"));
        QCOMPARE(figures->topItems.at(0).item, QStringLiteral("WDG-A1"));
        QCOMPARE(figures->topItems.at(0).revenue.toString(), QStringLiteral("27500.00"));
        QCOMPARE(figures->latest.size(), 6);
        QCOMPARE(figures->latest.at(0).partnerName, QStringLiteral("Initech LLC"));
        const auto range = book->reports().postedRange();
        QCOMPARE(range->first, QDate(2026, 4, 1));
        QCOMPARE(range->second, QDate(2026, 4, 18));
    }

    void anEmptyBookHasEmptyReports_data() { test::engines(); }
    void anEmptyBookHasEmptyReports()
    {
        BINCARD_TEST_DATABASE(database);
        auto book = OpenBook::open(database.location(), OpenMode::CreateOrOpen);
        QVERIFY(book.ok());
        QVERIFY((*book)->reports().dashboard(QDate(2026, 5, 10)).ok());
        QVERIFY((*book)->reports().balances({})->rows.isEmpty());
        QVERIFY(!(*book)->reports().postedRange()->first.isValid());
    }

    /// Random documents, posted, changed and cancelled; every report against sums over the journal.
    void reportsEqualBruteForce_data() { test::engines(); }
    void reportsEqualBruteForce()
    {
        BINCARD_TEST_DATABASE(database);
        const auto book = demo(database);
        QRandomGenerator random(bincard::test::seedOfThisRun());
        const QStringList warehouses{QStringLiteral("MAIN"), QStringLiteral("EAST"), QStringLiteral("WEST")};
        const QStringList items{QStringLiteral("WDG-A1"), QStringLiteral("WDG-B2"), QStringLiteral("GDG-X1"),
            QStringLiteral("GDG-Y2"), QStringLiteral("SPR-001")};
        using enum DocumentKind;
        const QList<DocumentKind> kinds{GoodsReceipt, SalesOrder, StockTransfer, CustomerReturn, WriteOff};
        QList<QUuid> posted;
        int refused = 0;
        // Cancelled documents leave: with some seeds 120 steps end with few, so they go on.
        for (int i = 0; i < 120 || (i < 1000 && (posted.size() <= 20 || refused == 0)); ++i) {
            if (!posted.isEmpty() && random.bounded(6) == 0) {
                (void)book->documents().unpost(posted.takeAt(random.bounded(int(posted.size()))));
                continue;
            }
            Document document;
            document.kind = kinds.at(random.bounded(int(kinds.size())));
            document.date = QDate(2025, 11, 1).addDays(random.bounded(400));
            document.partner = document.kind == GoodsReceipt ? QStringLiteral("UMBRELLA") : QStringLiteral("ACME");
            document.warehouse = warehouses.at(random.bounded(3));
            document.warehouseTo = document.kind == StockTransfer
                ? warehouses.at((warehouses.indexOf(document.warehouse) + 1) % 3)
                : QString();
            if (!traits(document.kind).needsPartner)
                document.partner.clear();
            for (int line = 0; line <= random.bounded(4); ++line) {
                DocumentLine entry;
                entry.item = items.at(random.bounded(5));
                entry.quantity = Decimal(1 + random.bounded(document.kind == GoodsReceipt ? 900'000 : 300'000), 4);
                entry.unitPrice =
                    traits(document.kind).hasPrices ? Decimal(random.bounded(9'999'999), 4) : Decimal(0, 4);
                document.lines << entry;
            }
            const auto saved = book->documents().saveAndPost(document);
            if (saved.ok())
                posted << saved->id;
            else if (saved.error().code() == ErrorCode::InsufficientStock)
                ++refused;
            else
                QFAIL(qPrintable(saved.error().message().english() + saved.error().technical()));
        }
        QVERIFY(posted.size() > 20 && refused > 0);
        const QList<Moved> all = journal(*book);
        for (int round = 0; round < 40; ++round)
            compareOnce(*book, all, random, items, warehouses);
        QVERIFY(book->registers().verify({})->value(QLatin1String("rows")).toArray().isEmpty());
    }

private:
    static void compareOnce(OpenBook &book, const QList<Moved> &all, QRandomGenerator &random, const QStringList &items,
        const QStringList &warehouses)
    {
        TurnoverSheetQuery query;
        query.from = QDate(2025, 10, 20).addDays(random.bounded(420));
        query.to = query.from.addDays(random.bounded(120));
        const bool one = random.bounded(2) == 1;
        if (one)
            query.filter.items = {items.at(random.bounded(5))};
        if (random.bounded(3) == 0)
            query.filter.warehouses = {warehouses.at(random.bounded(3))};
        const bool byItem = random.bounded(2) == 1;
        const bool byWarehouse = random.bounded(2) == 1;
        query.groupBy.clear();
        if (byItem)
            query.groupBy << Grouping::Item;
        if (byWarehouse)
            query.groupBy << Grouping::Warehouse;

        QMap<QString, QPair<Sums, Sums>> expected;
        Sums quantity, value;
        for (const Moved &moved : all) {
            if ((one && moved.item != query.filter.items.constFirst())
                || (!query.filter.warehouses.isEmpty() && moved.warehouse != query.filter.warehouses.constFirst()))
                continue;
            auto &[q, v] =
                expected[(byItem ? moved.item : QString()) + u'/' + (byWarehouse ? moved.warehouse : QString())];
            q.add(moved, moved.quantity, query.from, query.to);
            v.add(moved, moved.amount, query.from, query.to);
            quantity.add(moved, moved.quantity, query.from, query.to);
            value.add(moved, moved.amount, query.from, query.to);
        }
        const auto sheet = book.reports().turnoverSheet(query);
        QVERIFY(sheet.ok());
        QVERIFY(same(sheet->quantity, quantity) && same(sheet->value, value));
        for (const TurnoverSheetRow &row : sheet->rows) {
            const auto &[q, v] = expected.value(row.group.item + u'/' + row.group.warehouse);
            QVERIFY(same(row.quantity, q) && same(row.value, v));
        }
        const auto balances = book.reports().balances({query.to, query.filter, query.groupBy});
        QCOMPARE(balances->quantity, sheet->quantity.closing);
        QCOMPARE(balances->value, sheet->value.closing);

        const auto step = random.bounded(2) ? TimeStep::Day : TimeStep::Month;
        const auto series = book.reports().turnoverSeries(query, step);
        QCOMPARE(series->constFirst().quantity.opening, sheet->quantity.opening);
        QCOMPARE(series->constLast().quantity.closing, sheet->quantity.closing);
        QCOMPARE(series->constLast().value.closing, sheet->value.closing);
        Sums sum;
        for (const TurnoverSeriesPoint &point : *series) {
            sum.receipts += point.value.receipts.units();
            sum.issues += point.value.issues.units();
        }
        QVERIFY(sum.receipts == value.receipts && sum.issues == value.issues);
    }
};

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
