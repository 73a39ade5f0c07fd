// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/RankedChart.h"

#include "gui/charts/PlotValue.h"

#include <QtCharts/QBarSet>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QHorizontalBarSeries>

#include <QPainter>

namespace bincard {

namespace {

constexpr int figureGapPixels = 6;
constexpr int thickestBarPixels = 28;
constexpr int tallestSlotPixels = 46;

} // namespace

RankedChart::RankedChart(QWidget *parent) : SlotChart(Along::Y, parent)
{
    valueAxis()->setVisible(false);
    slotAxis()->setLineVisible(false);
}

void RankedChart::addSeries()
{
    if (data().series.isEmpty())
        return;
    auto *bars = new QHorizontalBarSeries;
    auto *set = new QBarSet(data().series.first().name);
    const QList<Decimal> &values = data().series.first().values;
    for (auto value = values.crbegin(); value != values.crend(); ++value) // the axis counts from the bottom
        set->append(plotValue(*value));
    set->setBrush(colors().first);
    set->setPen(Qt::NoPen);
    bars->append(set);
    attach(bars);
}

std::pair<Decimal, Decimal> RankedChart::valueEnds() const
{
    Decimal low(0, amountScale), high(0, amountScale);
    if (!data().series.isEmpty()) {
        for (const Decimal value : data().series.first().values) {
            low = qMin(low, value);
            high = qMax(high, value);
        }
    }
    return {low, high};
}

void RankedChart::layOutAxes()
{
    const QFontMetrics names(slotAxis()->labelsFont()), figures(font());
    // Names may take a third of the width; the figures need room behind the longest bar.
    setSlotLabels(1, width() / 3);
    int widest = 0;
    for (const QString &text : data().figures)
        widest = qMax(widest, figures.horizontalAdvance(text));
    const QRectF plot = chart()->plotArea();
    const int total = qMax(1, static_cast<int>(plot.width()));
    const int forBars = qMax(1 + total / 4, total - widest - 2 * figureGapPixels);
    const auto [low, high] = valueEnds();
    const Int128 span = Int128(high.units()) - low.units();
    const Int128 end = low.units() + qMax<Int128>(1, span * total / forBars);
    setValueRange(low, Decimal(static_cast<qint64>(qMin(end, Int128(Decimal::maximumUnits))), high.scale()));

    // Few bars stay slim and together at the top instead of filling the chart.
    const QList<QAbstractSeries *> series = chart()->series();
    if (!series.isEmpty() && slotCount() > 0) {
        setShownSlots(plot.height() / tallestSlotPixels);
        const qreal slot = slotRect(0).height();
        static_cast<QHorizontalBarSeries *>(series.first())
            ->setBarWidth(qMin(0.66, thickestBarPixels / qMax(slot, 1.0)));
    }
}

void RankedChart::drawMarks(QPainter &painter)
{
    if (data().figures.isEmpty())
        return;
    painter.setFont(font());
    painter.setPen(colors().text);
    for (int slot = 0; slot < slotCount(); ++slot) {
        const Decimal value = data().series.first().values.at(slot);
        const QPointF end = place(slot, qMax(value, Decimal(0, value.scale())));
        const QRectF row = slotRect(slot);
        painter.drawText(QRectF(end.x() + figureGapPixels, row.top(), qMax(0.0, width() - end.x()), row.height()),
            Qt::AlignLeft | Qt::AlignVCenter, data().figures.at(slot));
    }
}

} // namespace bincard
