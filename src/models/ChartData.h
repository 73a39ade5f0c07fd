// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ReportPeriod.h"

#include <QStringList>

namespace bincard {

/// What a chart shows, as exact values and finished texts: charts compute nothing. One slot is one place along the main
/// axis (a month, a warehouse, an item), with one value of every series.
struct ChartData
{
    struct Series
    {
        QString name; ///< translated: "Receipts"
        QList<Decimal> values;
    };

    QStringList labels;  ///< one a slot, short
    QStringList hovers;  ///< one a slot: the exact values in words, lines separated by a line feed
    QStringList figures; ///< one a slot where the bar itself is labelled; else empty
    QList<Series> series;
    QString unit; ///< of the value axis: "EUR", "pcs"; empty: none

    [[nodiscard]] qsizetype slotCount() const { return labels.size(); }
    [[nodiscard]] bool isEmpty() const; ///< no slot, or every value is zero
};

/// What of the turnover is drawn.
enum class TurnoverMeasure { FlowValue, FlowQuantity, ClosingValue, ClosingQuantity };
[[nodiscard]] bool isValue(TurnoverMeasure measure);
[[nodiscard]] bool isClosing(TurnoverMeasure measure);

/// Receipts beside issues, or the closing balance, along time. `unit` is shown beside quantities, `currency` beside values.
[[nodiscard]] ChartData turnoverChart(const QList<TurnoverSeriesPoint> &points, TimeStep step, TurnoverMeasure measure,
    const QString &unit, int unitDecimals, const QString &currency);
/// The balance of a stock card after every day on which something moved, held until the next.
[[nodiscard]] ChartData balanceChart(const StockCard &card, const DateRange &range);

/// The charts of the dashboard.
[[nodiscard]] ChartData warehouseChart(const DashboardFigures &figures, const QString &currency);
[[nodiscard]] ChartData valueChart(const DashboardFigures &figures, const QString &currency);
/// The best first, with the part of the listed items' revenue that they make together.
[[nodiscard]] ChartData topItemsChart(const DashboardFigures &figures, const QString &currency);
/// Percent with one decimal (scale 1), rounded once, of the running sum at each value; empty when the whole is zero.
[[nodiscard]] QList<Decimal> runningShares(const QList<Decimal> &values);

/// "1,200.00 more than in March 2026 (+12.5 %)", "the same as in March 2026", "none in March 2026 either".
[[nodiscard]] QString comparedInWords(Decimal now, Decimal before, const QString &beforeTitle);

} // namespace bincard
