// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/BalancesModel.h"
#include "models/ChartData.h"
#include "models/StockCardModel.h"
#include "models/TableExport.h"
#include "models/TurnoverModel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTest>

using namespace bincard;

namespace {

Decimal quantity(qint64 whole) { return Decimal::whole(whole, quantityScale); }

Decimal amount(qint64 cents) { return {cents, amountScale}; }

StockBalanceRow balance(const QString &item, const QString &warehouse, qint64 pieces, qint64 cents)
{
    StockBalanceRow row;
    row.group.item = item;
    row.group.warehouse = warehouse;
    row.group.warehouseName = QStringLiteral("House ") + warehouse;
    row.quantity = quantity(pieces);
    row.value = amount(cents);
    return row;
}

Item stocked(const QString &code, const QString &category, qint64 reorder, const QString &unit = QStringLiteral("pcs"))
{
    Item item;
    item.code = code;
    item.name = QStringLiteral("Item ") + code;
    item.category = category;
    item.unit = unit;
    item.reorderPoint = quantity(reorder);
    return item;
}

/// Two categories (TOYS below ALL), four items of which D has run out.
ReportCatalog smallCatalog()
{
    CatalogSnapshot snapshot;
    Category all, toys;
    all.code = QStringLiteral("ALL");
    all.name = QStringLiteral("Everything");
    toys.code = QStringLiteral("TOYS");
    toys.name = QStringLiteral("Toys");
    toys.parent = all.code;
    snapshot.categories = {all, toys};
    snapshot.items = {stocked(QStringLiteral("A"), toys.code, 10), stocked(QStringLiteral("B"), all.code, 0),
        stocked(QStringLiteral("C"), QString(), 5), stocked(QStringLiteral("D"), toys.code, 7)};
    return ReportCatalog(snapshot);
}

BalancesReport smallReport()
{
    BalancesReport report;
    report.balances.rows = {balance(QStringLiteral("A"), QStringLiteral("N"), 6, 600),
        balance(QStringLiteral("A"), QStringLiteral("S"), 3, 300),
        balance(QStringLiteral("B"), QStringLiteral("N"), 40, 1000),
        balance(QStringLiteral("C"), QStringLiteral("S"), 5, 999)};
    report.onHandByItem = {
        {QStringLiteral("A"), quantity(9)}, {QStringLiteral("B"), quantity(40)}, {QStringLiteral("C"), quantity(5)}};
    return report;
}

QStringList column(const QAbstractItemModel &model, int number)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, number).data().toString());
    return texts;
}

} // namespace

class TestReportModels : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everyGroupingIsOffered()
    {
        const QList<QList<Grouping>> choices = groupingChoices();
        QCOMPARE(choices.size(), 15); // 3 + 3*2 + 3*2*1
        QSet<QString> codes;
        for (const QList<Grouping> &choice : choices) {
            codes.insert(groupingCode(choice));
            QCOMPARE(groupingFromCode(groupingCode(choice)), choice);
        }
        QCOMPARE(codes.size(), 15);
        QVERIFY(groupingFromCode(QStringLiteral("item,item")).isEmpty());
    }

    void sectionsSumWhatStandsBelow()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        QList<ReportLine> lines;
        QHash<QString, qint64> oracle; // "warehouse" or "warehouse|item" -> pieces
        for (int i = 0; i < 300; ++i) {
            ReportLine line;
            line.group.warehouse = QString::number(random.bounded(5));
            line.group.item = QString::number(random.bounded(60));
            const qint64 pieces = random.bounded(-50, 100);
            line.figures = {quantity(pieces), amount(pieces * 3)};
            lines.append(line);
            oracle[line.group.warehouse] += pieces;
            oracle[line.group.warehouse + QLatin1Char('|') + line.group.item] += pieces;
        }
        const auto nodes = reportTree(lines, {Grouping::Warehouse, Grouping::Item}, ReportCatalog());
        QVERIFY(nodes.ok());
        QCOMPARE(nodes->size(), oracle.size());
        for (const ReportNode &node : *nodes) {
            const QString key =
                node.isLeaf() ? node.group.warehouse + QLatin1Char('|') + node.group.item : node.group.warehouse;
            QCOMPARE(node.figures.at(0), quantity(oracle.value(key)));
            QCOMPARE(node.figures.at(1), amount(oracle.value(key) * 3));
        }
    }

    void aSumBeyondEighteenDigitsIsAnError()
    {
        ReportLine line;
        line.figures = {Decimal(Decimal::maximumUnits, quantityScale)};
        ReportLine other = line;
        line.group.item = QStringLiteral("A");
        other.group.item = QStringLiteral("B");
        line.group.warehouse = other.group.warehouse = QStringLiteral("N");
        const auto nodes = reportTree({line, other}, {Grouping::Warehouse, Grouping::Item}, ReportCatalog());
        QVERIFY(!nodes.ok());
        QCOMPARE(nodes.error().code(), ErrorCode::Validation);
    }

    void balancesGroupSortAndFold()
    {
        BalancesModel model((QString()));
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(model.show(smallReport(), {Grouping::Warehouse, Grouping::Item}, smallCatalog(), {}, false).ok());
        QCOMPARE(column(model, BalancesModel::Code), QStringList({"N", "A", "B", "S", "A", "C"}));
        QCOMPARE(column(model, BalancesModel::OnHand), QStringList({"46", "6", "40", "8", "3", "5"}));
        QCOMPARE(model.totals().at(BalancesModel::OnHand), QStringLiteral("54"));
        QCOMPARE(model.totals().at(BalancesModel::Value), QStringLiteral("28.99"));

        // Sections stay before their rows whichever way it is sorted.
        model.sort(BalancesModel::OnHand, Qt::DescendingOrder);
        QCOMPARE(column(model, BalancesModel::Code), QStringList({"N", "B", "A", "S", "C", "A"}));
        model.sort(BalancesModel::OnHand, Qt::AscendingOrder);
        QCOMPARE(column(model, BalancesModel::Code), QStringList({"S", "A", "C", "N", "A", "B"}));

        const QPersistentModelIndex last = model.index(5, 0);
        model.setFolded(0, true);
        QCOMPARE(column(model, BalancesModel::Code), QStringList({"S", "N", "A", "B"}));
        QCOMPARE(last.row(), 3);
        QVERIFY(model.isFolded(0));
        // The same lines again: folded stays folded, the row of the index stays the row.
        QVERIFY(model.show(smallReport(), {Grouping::Warehouse, Grouping::Item}, smallCatalog(), {}, false).ok());
        QCOMPARE(model.rowCount(), 4);
        model.setFolded(0, false);
        QCOMPARE(column(model, BalancesModel::Code), QStringList({"S", "A", "C", "N", "A", "B"}));
        QCOMPARE(last.data().toString(), QStringLiteral("B"));
        // A section's sums are no numbers to be summed again.
        QVERIFY(!model.index(0, BalancesModel::OnHand).data(role::Units).isValid());
        QVERIFY(model.index(1, BalancesModel::OnHand).data(role::Units).isValid());
    }

    void belowReorderCountsTheCompanyAndWhatHasRunOut()
    {
        BalancesModel model((QString()));
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        // A: 9 of 10 in all; C: exactly its point; D: nothing left.
        QVERIFY(model.show(smallReport(), {Grouping::Warehouse, Grouping::Item}, smallCatalog(), {}, false).ok());
        QCOMPARE(column(model, BalancesModel::Status), QStringList({"", "Below point", "", "", "Below point", ""}));
        QCOMPARE(model.belowReorderCount(smallCatalog(), {}), 2);
        StockFilter filter;
        filter.categories = {QStringLiteral("ALL")}; // TOYS lies below it
        QCOMPARE(model.belowReorderCount(smallCatalog(), filter), 2);
        filter.text = QStringLiteral("item d");
        QCOMPARE(model.belowReorderCount(smallCatalog(), filter), 1);

        BalancesReport byItem = smallReport();
        byItem.balances.rows = {balance(QStringLiteral("A"), {}, 9, 900), balance(QStringLiteral("B"), {}, 40, 1000),
            balance(QStringLiteral("C"), {}, 5, 999)};
        QVERIFY(model.show(byItem, {Grouping::Item}, smallCatalog(), {}, true).ok());
        // What has run out is the most urgent: first.
        QCOMPARE(column(model, BalancesModel::Code), QStringList({"D", "A"}));
        QCOMPARE(column(model, BalancesModel::OnHand), QStringList({"0", "9"}));
        QCOMPARE(column(model, BalancesModel::Category), QStringList({"Toys", "Toys"}));
    }

    void unitCostIsExact()
    {
        QCOMPARE(BalancesModel::unitCost(quantity(3), amount(1000))->toString(), QStringLiteral("3.3333"));
        QCOMPARE(BalancesModel::unitCost(quantity(3), amount(2000))->toString(), QStringLiteral("6.6667"));
        QCOMPARE(BalancesModel::unitCost(Decimal(1, quantityScale), amount(1))->toString(), QStringLiteral("100.0000"));
        QVERIFY(!BalancesModel::unitCost(quantity(0), amount(5)));
    }

    void differentUnitsAreNotSummedSilently()
    {
        CatalogSnapshot snapshot;
        snapshot.items = {
            stocked(QStringLiteral("A"), {}, 0), stocked(QStringLiteral("B"), {}, 0, QStringLiteral("kg"))};
        BalancesModel model((QString()));
        QVERIFY(
            model.show(smallReport(), {Grouping::Warehouse, Grouping::Item}, ReportCatalog(snapshot), {}, false).ok());
        QCOMPARE(model.index(0, BalancesModel::Unit).data().toString(), QStringLiteral("mixed"));
        QCOMPARE(model.index(0, BalancesModel::UnitCost).data().toString(), QString());
        QCOMPARE(model.totals().at(BalancesModel::Unit), QStringLiteral("mixed"));
    }

    void turnoverShowsTheServicesTotals()
    {
        TurnoverSheet sheet;
        TurnoverSheetRow row;
        row.group.item = QStringLiteral("A");
        row.quantity = {quantity(5), quantity(7), quantity(2), quantity(10)};
        row.value = {amount(500), amount(700), amount(200), amount(1000)};
        sheet.rows = {row};
        sheet.quantity = row.quantity;
        sheet.value = row.value;
        TurnoverModel model(QStringLiteral("EUR"));
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(model.show(sheet, {Grouping::Item}, smallCatalog()).ok());
        QCOMPARE(model.index(0, TurnoverModel::QuantityClosing).data().toString(), QStringLiteral("10"));
        QCOMPARE(model.totals().at(TurnoverModel::ValueClosing), QStringLiteral("10.00"));
        QCOMPARE(model.headerData(TurnoverModel::ValueOpening, Qt::Horizontal, Qt::DisplayRole).toString(),
            QStringLiteral("Opening\nvalue, EUR"));
    }

    void stockCardBeginsWithItsOpeningLine()
    {
        StockCard card;
        card.quantity = {quantity(5), quantity(7), quantity(2), quantity(10)};
        card.value = {amount(500), amount(700), amount(200), amount(1000)};
        StockCardRow in, out;
        in.movement = 1;
        in.period = Period(QDate(2026, 4, 3));
        in.receipt = quantity(7);
        in.balance = quantity(12);
        out.movement = 2;
        out.period = Period(QDate(2026, 4, 5));
        out.issue = quantity(2);
        out.balance = quantity(10);
        card.rows = {in, out};
        StockCardModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(card, QDate(2026, 4, 1));
        QCOMPARE(column(model, StockCardModel::Balance), QStringList({"5", "12", "10"}));
        QCOMPARE(column(model, StockCardModel::Receipt), QStringList({"", "7", ""}));
        QCOMPARE(model.totals().at(StockCardModel::Balance), QStringLiteral("10"));

        const ChartData chart = balanceChart(card, {QDate(2026, 4, 1), QDate(2026, 4, 6)});
        QCOMPARE(chart.series.first().values,
            QList<Decimal>({quantity(5), quantity(5), quantity(12), quantity(12), quantity(10), quantity(10)}));
    }

    void exportIsPlainAndLeavesSubtotalsOut()
    {
        BalancesModel model((QString()));
        BalancesReport report = smallReport();
        report.balances.rows[2].group.warehouseName = QStringLiteral("North, \"old\"");
        report.balances.rows[2].value = amount(123456789);
        QVERIFY(model.show(report, {Grouping::Warehouse, Grouping::Item}, smallCatalog(), {}, false).ok());
        const ExportedTable table = exportTable(
            model, {BalancesModel::Code, BalancesModel::Warehouse, BalancesModel::OnHand, BalancesModel::Value});
        QCOMPARE(table.rows.size(), 4);
        QCOMPARE(table.rows.at(1), QStringList({"B", "North, \"old\"", "40", "1234567.89"}));
        const QByteArray csv = toCsv(table);
        QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
        QVERIFY(csv.contains("B,\"North, \"\"old\"\"\",40,1234567.89\r\n"));
        QVERIFY(toTabSeparated(table).startsWith(QStringLiteral("Code\tWarehouse\tOn hand\tValue\n")));

        StockCardModel card;
        StockCard shown;
        shown.quantity = {quantity(1), quantity(0), quantity(0), quantity(1)};
        shown.value = {amount(1), amount(0), amount(0), amount(1)};
        card.show(shown, QDate(2026, 4, 1));
        QCOMPARE(exportTable(card, {StockCardModel::Date}).rows.first().first(), QStringLiteral("2026-04-01"));
    }

    void periodsOfTheCalendar()
    {
        const QDate today(2026, 11, 21);
        const DateRange posted{QDate(2026, 4, 1), QDate(2026, 4, 18)};
        const auto range = [&](PeriodPreset preset) { return rangeOf(preset, today, posted); };
        QCOMPARE(range(PeriodPreset::ThisMonth), (DateRange{QDate(2026, 11, 1), QDate(2026, 11, 30)}));
        QCOMPARE(range(PeriodPreset::LastMonth), (DateRange{QDate(2026, 10, 1), QDate(2026, 10, 31)}));
        QCOMPARE(range(PeriodPreset::LatestMonth), (DateRange{QDate(2026, 4, 1), QDate(2026, 4, 30)}));
        QCOMPARE(range(PeriodPreset::ThisQuarter), (DateRange{QDate(2026, 10, 1), QDate(2026, 12, 31)}));
        QCOMPARE(range(PeriodPreset::All), posted);
        QCOMPARE(rangeOf(PeriodPreset::LastMonth, QDate(2026, 1, 15), posted),
            (DateRange{QDate(2025, 12, 1), QDate(2025, 12, 31)}));

        // An old book opens on its latest month, a living one on this month, an empty one too.
        QCOMPARE(defaultPreset(today, posted), PeriodPreset::LatestMonth);
        QCOMPARE(defaultPreset(QDate(2026, 4, 30), posted), PeriodPreset::ThisMonth);
        QCOMPARE(defaultPreset(QDate(2025, 4, 30), posted), PeriodPreset::LatestMonth);
        QCOMPARE(defaultPreset(today, {}), PeriodPreset::ThisMonth);
        QCOMPARE(anchorDate(today, posted), QDate(2026, 4, 18));
        QCOMPARE(anchorDate(QDate(2026, 5, 31), posted), QDate(2026, 5, 31));
        QCOMPARE(anchorDate(QDate(2026, 6, 1), posted), QDate(2026, 4, 18));
        QCOMPARE(anchorDate(QDate(2020, 6, 1), posted), QDate(2026, 4, 18));
        QCOMPARE(anchorDate(today, {}), today);
    }

    void stepsOfAPeriod()
    {
        const DateRange month{QDate(2026, 4, 1), QDate(2026, 4, 30)}, year{QDate(2025, 1, 1), QDate(2025, 12, 31)},
            decades{QDate(1996, 7, 4), QDate(2026, 4, 18)};
        QCOMPARE(suitableStep(month), TimeStep::Day);
        QCOMPARE(suitableStep(year), TimeStep::Month);
        QCOMPARE(suitableStep(decades), TimeStep::Year);
        QCOMPARE(stepCount(decades, TimeStep::Year), 31);
        QCOMPARE(stepCount(year, TimeStep::Month), 12);
        QCOMPARE(bucketRange(QDate(2026, 4, 1), TimeStep::Month, {QDate(2026, 4, 10), QDate(2026, 9, 1)}),
            (DateRange{QDate(2026, 4, 10), QDate(2026, 4, 30)}));
        QCOMPARE(rangeTitle(month, QLocale::c()), QStringLiteral("April 2026"));
        QCOMPARE(rangeTitle(year, QLocale::c()), QStringLiteral("2025"));
    }

    void sharesAndDifferencesInWords()
    {
        QCOMPARE(runningShares({amount(600), amount(300), amount(100)}),
            QList<Decimal>({Decimal(600, 1), Decimal(900, 1), Decimal(1000, 1)}));
        QCOMPARE(runningShares({amount(1), amount(1), amount(1)}).at(0), Decimal(333, 1));
        QVERIFY(runningShares({amount(0)}).isEmpty());
        QVERIFY(runningShares({}).isEmpty());

        const QString before = QStringLiteral("March");
        QCOMPARE(comparedInWords(amount(0), amount(0), before), QStringLiteral("None in March either"));
        QCOMPARE(comparedInWords(amount(5), amount(5), before), QStringLiteral("The same as in March"));
        QCOMPARE(comparedInWords(amount(500), amount(0), before), QStringLiteral("5.00 more than in March"));
        QCOMPARE(comparedInWords(amount(112500), amount(100000), before),
            QStringLiteral("125.00 more than in March (+12.5 %)"));
        QCOMPARE(comparedInWords(amount(0), amount(30000), before),
            QStringLiteral("300.00 less than in March (\u2212100.0 %)"));
    }
};

QTEST_GUILESS_MAIN(TestReportModels)
#include "tst_report_models.moc"
