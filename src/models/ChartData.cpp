// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ChartData.h"

#include "models/Format.h"

#include <QCoreApplication>

#include <algorithm>

namespace bincard {

namespace {

struct ChartText
{
    Q_DECLARE_TR_FUNCTIONS(bincard::ChartData)
};

QString withUnit(const QString &number, const QString &unit)
{
    return unit.isEmpty() ? number : number + QChar(QChar::Nbsp) + unit;
}

constexpr int percentDecimals = 1;

} // namespace

bool ChartData::isEmpty() const
{
    return std::all_of(series.cbegin(), series.cend(), [](const Series &one) {
        return std::all_of(one.values.cbegin(), one.values.cend(), [](Decimal value) { return value.isZero(); });
    });
}

bool isValue(TurnoverMeasure measure)
{
    return measure == TurnoverMeasure::FlowValue || measure == TurnoverMeasure::ClosingValue;
}

bool isClosing(TurnoverMeasure measure)
{
    return measure == TurnoverMeasure::ClosingValue || measure == TurnoverMeasure::ClosingQuantity;
}

ChartData turnoverChart(const QList<TurnoverSeriesPoint> &points, TimeStep step, TurnoverMeasure measure,
    const QString &unit, int unitDecimals, const QString &currency)
{
    ChartData chart;
    chart.unit = isValue(measure) ? currency : unit;
    const auto text = [&](Decimal figure) {
        return withUnit(isValue(measure) ? format::amount(figure) : format::quantity(figure, unitDecimals), chart.unit);
    };
    ChartData::Series receipts{ChartText::tr("Receipts"), {}}, issues{ChartText::tr("Issues"), {}},
        closing{ChartText::tr("Closing balance"), {}};
    for (const TurnoverSeriesPoint &point : points) {
        const Figures &figures = isValue(measure) ? point.value : point.quantity;
        chart.labels.append(bucketLabel(point.start, step));
        receipts.values.append(figures.receipts);
        issues.values.append(figures.issues);
        closing.values.append(figures.closing);
        QStringList lines{bucketTitle(point.start, step)};
        if (!isClosing(measure)) {
            lines.append(ChartText::tr("Receipts: %1").arg(text(figures.receipts)));
            lines.append(ChartText::tr("Issues: %1").arg(text(figures.issues)));
        }
        lines.append(ChartText::tr("Closing balance: %1").arg(text(figures.closing)));
        chart.hovers.append(lines.join(QLatin1Char('\n')));
    }
    if (isClosing(measure))
        chart.series = {closing};
    else
        chart.series = {receipts, issues};
    return chart;
}

ChartData balanceChart(const StockCard &card, const DateRange &range)
{
    ChartData chart;
    chart.unit = card.unit;
    ChartData::Series balance{ChartText::tr("Balance"), {}};
    Decimal current = card.quantity.opening;
    qsizetype next = 0;
    // Where a day and month would come twice, the year is told too.
    const bool years = range.from.addYears(1) <= range.to;
    for (QDate day = range.from; day <= range.to; day = day.addDays(1)) {
        for (; next < card.rows.size() && card.rows.at(next).period.date <= day; ++next)
            current = card.rows.at(next).balance;
        chart.labels.append(years ? format::date(day) : bucketLabel(day, TimeStep::Day));
        chart.hovers.append(bucketTitle(day, TimeStep::Day) + QLatin1Char('\n')
            + withUnit(format::quantity(current, card.unitDecimals), card.unit));
        balance.values.append(current);
    }
    chart.series = {balance};
    return chart;
}

ChartData warehouseChart(const DashboardFigures &figures, const QString &currency)
{
    ChartData chart;
    chart.unit = currency;
    ChartData::Series value{ChartText::tr("Stock value"), {}};
    for (const StockBalanceRow &row : figures.byWarehouse) {
        chart.labels.append(row.group.warehouseName);
        chart.figures.append(format::amount(row.value));
        chart.hovers.append(
            row.group.warehouseName + QLatin1Char('\n') + withUnit(format::amount(row.value), currency));
        value.values.append(row.value);
    }
    chart.series = {value};
    return chart;
}

ChartData valueChart(const DashboardFigures &figures, const QString &currency)
{
    return turnoverChart(figures.valueByDay, TimeStep::Day, TurnoverMeasure::ClosingValue, QString(), 0, currency);
}

ChartData topItemsChart(const DashboardFigures &figures, const QString &currency)
{
    ChartData chart;
    chart.unit = currency;
    ChartData::Series revenue{ChartText::tr("Revenue"), {}};
    for (const DashboardFigures::TopItem &item : figures.topItems)
        revenue.values.append(item.revenue);
    const QList<Decimal> shares = runningShares(revenue.values);
    for (qsizetype i = 0; i < figures.topItems.size(); ++i) {
        const DashboardFigures::TopItem &item = figures.topItems.at(i);
        QStringList lines{QStringLiteral("%1 %2").arg(item.item, item.itemName),
            ChartText::tr("Revenue: %1").arg(withUnit(format::amount(item.revenue), currency)),
            ChartText::tr("Cost: %1").arg(withUnit(format::amount(item.cost), currency))};
        QString figure = format::amount(item.revenue);
        if (i < shares.size()) {
            const QString share = format::number(shares.at(i), 0);
            figure += QStringLiteral(" \u00b7 %1\u00a0%").arg(share);
            lines.append(ChartText::tr("Together with those above: %1 % of the listed items").arg(share));
        }
        chart.labels.append(item.itemName.isEmpty() ? item.item : item.itemName);
        chart.figures.append(figure);
        chart.hovers.append(lines.join(QLatin1Char('\n')));
    }
    chart.series = {revenue};
    return chart;
}

QList<Decimal> runningShares(const QList<Decimal> &values)
{
    Int128 whole = 0;
    for (const Decimal value : values)
        whole += value.units();
    QList<Decimal> shares;
    if (whole <= 0)
        return shares;
    Int128 running = 0;
    for (const Decimal value : values) {
        running += value.units();
        const Int128 share = roundedQuotient(running * 100 * powerOfTen(percentDecimals), whole);
        shares.append(Decimal(static_cast<qint64>(share), percentDecimals));
    }
    return shares;
}

QString comparedInWords(Decimal now, Decimal before, const QString &beforeTitle)
{
    if (now == before) {
        return now.isZero() ? ChartText::tr("None in %1 either").arg(beforeTitle)
                            : ChartText::tr("The same as in %1").arg(beforeTitle);
    }
    const bool more = now > before;
    const Result<Decimal> difference = more ? now.minus(before) : before.minus(now);
    const QString amount = difference ? format::amount(*difference) : QString();
    if (before <= Decimal(0, amountScale) || !difference) {
        return more ? ChartText::tr("%1 more than in %2").arg(amount, beforeTitle)
                    : ChartText::tr("%1 less than in %2").arg(amount, beforeTitle);
    }
    const Result<Decimal> percent = Decimal::fromRatio(
        Int128(difference->units()) * 100 * powerOfTen(percentDecimals), Int128(before.units()), percentDecimals);
    // A tenfold change is a sentence already; its percents would only puzzle.
    if (!percent || *percent > Decimal(1000, 0)) {
        return more ? ChartText::tr("%1 more than in %2").arg(amount, beforeTitle)
                    : ChartText::tr("%1 less than in %2").arg(amount, beforeTitle);
    }
    const QString share = format::number(*percent, percentDecimals);
    return more ? ChartText::tr("%1 more than in %2 (+%3 %)").arg(amount, beforeTitle, share)
                : ChartText::tr("%1 less than in %2 (\u2212%3 %)").arg(amount, beforeTitle, share);
}

} // namespace bincard
