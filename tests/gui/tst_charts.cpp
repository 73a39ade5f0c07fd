// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/Theme.h"
#include "gui/charts/BulletList.h"
#include "gui/charts/ChartCard.h"
#include "gui/charts/ColumnChart.h"
#include "gui/charts/PlotValue.h"
#include "gui/charts/RankedChart.h"
#include "gui/charts/StepChart.h"

#include <QtCharts/QAbstractBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QLineSeries>

#include <QApplication>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace bincard;

namespace {

ChartData threeMonths()
{
    ChartData data;
    data.labels = {QStringLiteral("Feb"), QStringLiteral("Mar"), QStringLiteral("Apr")};
    data.hovers = {QStringLiteral("February\n1.00"), QStringLiteral("March\n2.00"), QStringLiteral("April\n3.50")};
    data.figures = {QStringLiteral("1.00"), QStringLiteral("2.00"), QStringLiteral("3.50")};
    data.series = {{QStringLiteral("Receipts"), {Decimal(100, 2), Decimal(200, 2), Decimal(350, 2)}},
        {QStringLiteral("Issues"), {Decimal(0, 2), Decimal(-50, 2), Decimal(100, 2)}}};
    data.unit = QStringLiteral("EUR");
    return data;
}

void showSized(QWidget &widget)
{
    widget.resize(600, 300);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        QCoreApplication::setOrganizationName(QStringLiteral("bincard-test-charts"));
        Theme::instance().install();
    }

    void ticksAreRoundFewAndSpanTheValues()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int i = 0; i < 3000; ++i) {
            const int digits = random.bounded(1, 17);
            qint64 bound = 1;
            for (int d = 0; d < digits; ++d)
                bound *= 10;
            const qint64 a = static_cast<qint64>(random.generate64() % static_cast<quint64>(2 * bound)) - bound;
            const qint64 b = static_cast<qint64>(random.generate64() % static_cast<quint64>(2 * bound)) - bound;
            const Decimal low(qMin(a, b), 2), high(qMax(a, b), 2);
            const int steps = random.bounded(2, 8);
            const Ticks ticks = niceTicks(low, high, steps, 0);
            QVERIFY2(ticks.values.first() <= low && ticks.values.last() >= high,
                qPrintable(low.toString() + ' ' + high.toString()));
            QVERIFY(ticks.values.size() - 1 <= steps);
            qint64 lead = ticks.step.units();
            while (lead >= 10 && lead % 10 == 0)
                lead /= 10;
            QVERIFY2(lead == 1 || lead == 2 || lead == 5, qPrintable(ticks.step.toString()));
            QVERIFY(ticks.step.units() % 100 == 0); // whole numbers only
            for (qsizetype n = 1; n < ticks.values.size(); ++n)
                QCOMPARE(ticks.values.at(n).units() - ticks.values.at(n - 1).units(), ticks.step.units());
        }
        QCOMPARE(
            niceTicks(Decimal(0, 2), Decimal(0, 2), 5, 0).values, QList<Decimal>({Decimal(0, 2), Decimal(100, 2)}));
    }

    void largeAxesCountInThousandsAndMillions()
    {
        const auto texts = [](qint64 whole) {
            return axisTexts(
                niceTicks(Decimal(0, 2), Decimal::whole(whole, 2), 4, 0), QStringLiteral("EUR"), QLocale::c());
        };
        QCOMPARE(texts(4).title, QStringLiteral("EUR"));
        QCOMPARE(texts(4).labels, QStringList({"0", "1", "2", "3", "4"}));
        QCOMPARE(texts(200'000).title, QStringLiteral("thousand EUR"));
        QCOMPARE(texts(200'000).labels.last(), QStringLiteral("200"));
        QCOMPARE(texts(6'000'000).title, QStringLiteral("million EUR"));
        QCOMPARE(texts(6'000'000).labels.last(), QStringLiteral("6"));
        QCOMPARE(axisTexts(niceTicks(Decimal(0, 2), Decimal::whole(1'500'000, 2), 4, 0), {}, QLocale(QLocale::German))
                     .labels,
            QStringList({"0", "0,5", "1", "1,5"}));
    }

    void columnsAreTheValues()
    {
        ColumnChart chart;
        chart.setData(threeMonths());
        showSized(chart);
        auto *bars = qobject_cast<QAbstractBarSeries *>(chart.chart()->series().value(0));
        QVERIFY(bars);
        QCOMPARE(bars->barSets().size(), 2);
        for (int series = 0; series < 2; ++series) {
            for (int slot = 0; slot < 3; ++slot)
                QCOMPARE(
                    bars->barSets().at(series)->at(slot), plotValue(threeMonths().series.at(series).values.at(slot)));
        }
        QVERIFY(chart.valueLabels().contains(QStringLiteral("0")));
        QCOMPARE(chart.slotLabels(), threeMonths().labels);
    }

    void theSlotUnderThePointerTellsAndOpens()
    {
        ColumnChart chart;
        chart.setData(threeMonths());
        showSized(chart);
        QSignalSpy picked(&chart, &SlotChart::slotPicked);
        const QRectF plot = chart.chart()->plotArea();
        const QPoint third(static_cast<int>(plot.right()) - 10, static_cast<int>(plot.top()) + 4); // far above its bar
        QTest::mouseMove(chart.viewport(), third);
        QTRY_COMPARE(chart.currentSlot(), 2);
        QCOMPARE(chart.hoverText(), QStringLiteral("April\n3.50"));
        QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, third);
        QCOMPARE(picked.value(0).value(0).toInt(), 2);
    }

    void slotsAreWalkedByKeys()
    {
        ColumnChart columns;
        columns.setData(threeMonths());
        showSized(columns);
        columns.setFocus(Qt::TabFocusReason);
        QTRY_COMPARE(columns.currentSlot(), 2);
        QTest::keyClick(&columns, Qt::Key_Left);
        QCOMPARE(columns.currentSlot(), 1);
        QTest::keyClick(&columns, Qt::Key_Home);
        QCOMPARE(columns.currentSlot(), 0);
        QSignalSpy picked(&columns, &SlotChart::slotPicked);
        QTest::keyClick(&columns, Qt::Key_Return);
        QCOMPARE(picked.value(0).value(0).toInt(), 0);

        RankedChart ranked;
        ranked.setData(threeMonths());
        showSized(ranked);
        ranked.setCurrentSlot(0);
        QTest::keyClick(&ranked, Qt::Key_Down);
        QCOMPARE(ranked.currentSlot(), 1);
    }

    void theFirstRankedBarIsOnTop()
    {
        RankedChart chart;
        chart.setData(threeMonths());
        showSized(chart);
        QSignalSpy picked(&chart, &SlotChart::slotPicked);
        const QRectF plot = chart.chart()->plotArea();
        QTest::mouseClick(chart.viewport(), Qt::LeftButton, {},
            QPoint(static_cast<int>(plot.left()) + 5, static_cast<int>(plot.top()) + 5));
        QCOMPARE(picked.value(0).value(0).toInt(), 0);
    }

    void stepsHoldUntilTheNext()
    {
        StepChart chart;
        ChartData data = threeMonths();
        data.series.removeLast();
        chart.setData(data);
        auto *line = qobject_cast<QLineSeries *>(chart.chart()->series().value(0));
        QVERIFY(line);
        QCOMPARE(line->count(), 6);
        QCOMPARE(line->at(0).y(), line->at(1).y());
        QCOMPARE(line->at(1).x(), line->at(2).x());
    }

    void emptyAndSingleValuesDraw()
    {
        for (const int count : {0, 1}) {
            ChartData data = threeMonths();
            data.labels = data.labels.mid(0, count);
            data.hovers = data.hovers.mid(0, count);
            data.figures = data.figures.mid(0, count);
            data.series = {{QString(), QList<Decimal>(count, Decimal(0, 2))}};
            QVERIFY(data.isEmpty());
            ColumnChart columns;
            StepChart steps;
            RankedChart ranked;
            for (SlotChart *chart : {static_cast<SlotChart *>(&columns), static_cast<SlotChart *>(&steps),
                     static_cast<SlotChart *>(&ranked)}) {
                chart->setData(data);
                showSized(*chart);
                QVERIFY(!chart->grab().isNull());
            }
        }
    }

    void chartsFollowTheTheme()
    {
        ColumnChart chart;
        chart.setData(threeMonths());
        showSized(chart);
        const auto barColor = [&chart] {
            return qobject_cast<QAbstractBarSeries *>(chart.chart()->series().value(0))
                ->barSets()
                .first()
                ->brush()
                .color();
        };
        Theme::instance().setScheme(Theme::Scheme::Light);
        QTRY_COMPARE(barColor(), Theme::colors(false).receipts);
        Theme::instance().setScheme(Theme::Scheme::Dark);
        QTRY_COMPARE(barColor(), Theme::colors(true).receipts);
        QTRY_COMPARE(chart.backgroundBrush().color(), Theme::colors(true).base);
        Theme::instance().setScheme(Theme::Scheme::Light);
    }

    void bulletsArePickedByKeysAndPointer()
    {
        BulletList list;
        list.setRows({{QStringLiteral("A"), QStringLiteral("1 of 2 pcs"), {}, 50},
            {QStringLiteral("B"), QStringLiteral("9 of 2 pcs"), {}, 450}});
        showSized(list);
        QSignalSpy picked(&list, &BulletList::rowPicked);
        list.setFocus(Qt::TabFocusReason);
        QTRY_COMPARE(list.currentRow(), 0);
        QTest::keyClick(&list, Qt::Key_Down);
        QTest::keyClick(&list, Qt::Key_Return);
        QCOMPARE(picked.value(0).value(0).toInt(), 1);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, QPoint(20, 5));
        QCOMPARE(picked.value(1).value(0).toInt(), 0);
    }

    void aCardSaysWhyThereIsNothing()
    {
        ChartCard card(new ColumnChart);
        card.setEmptyText(QStringLiteral("Nothing moved."));
        QVERIFY(!card.isContentShown());
        card.setEmptyText({});
        QVERIFY(card.isContentShown());
    }
};

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
