// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/RankedChart.h"

#include "gui/charts/PlotValue.h"

#include <QtCharts/QBarSet>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QHorizontalBarSeries>

#include <QGraphicsLayout>
#include <QPainter>

namespace bincard {

namespace {

constexpr int figureGapPixels = 6;
constexpr int thickestBarPixels = 28;
constexpr int tallestSlotPixels = 46;
constexpr int leastBarPixels = 24; ///< of the longest
constexpr int someWordsPixels = 112;
constexpr int sidePixels = 8;

} // namespace

RankedChart::RankedChart(QWidget *parent) : SlotChart(Along::Y, parent)
{
    valueAxis()->setVisible(false);
    slotAxis()->setLineVisible(false);
    slotAxis()->setLabelsVisible(false); // Qt's shrink to three dots as soon as a row is lower than it likes
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
    const QFontMetrics figures(font());
    // Names may take two fifths of the width, and some words of them in any case, as far as figures and short bars leave
    // room; the figures stand behind the bars.
    int names = 0, widest = 0;
    for (const QString &name : data().labels)
        names = qMax(names, figures.horizontalAdvance(name) + 1); // advances are rounded down
    for (const QString &text : data().figures)
        widest = qMax(widest, figures.horizontalAdvance(text) + 1);
    const int left = width() - widest - 3 * figureGapPixels - sidePixels - leastBarPixels;
    m_namesWidth = qMin(names, qMin(qMax(width() * 2 / 5, someWordsPixels), qMax(width() / 4, left)));
    const QMargins margins(m_namesWidth + figureGapPixels, 4, sidePixels, 0);
    if (chart()->margins() != margins) {
        chart()->setMargins(margins);
        chart()->layout()->activate();
    }
    const QRectF plot = chart()->plotArea();
    const int total = qMax(1, static_cast<int>(plot.width()));
    const int forBars = qMax(1 + total / 8, total - widest - 2 * figureGapPixels);
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
    painter.setFont(font());
    const ChartColors shades = colors();
    for (int slot = 0; slot < slotCount(); ++slot) {
        const Decimal value = data().series.first().values.at(slot);
        const QPointF end = place(slot, qMax(value, Decimal(0, value.scale())));
        const QRectF row = slotRect(slot);
        painter.setPen(shades.quiet);
        painter.drawText(QRectF(0, row.top(), row.left() - figureGapPixels, row.height()),
            Qt::AlignRight | Qt::AlignVCenter,
            fontMetrics().elidedText(data().labels.at(slot), Qt::ElideRight, m_namesWidth));
        if (slot >= data().figures.size())
            continue;
        painter.setPen(shades.text);
        painter.drawText(QRectF(end.x() + figureGapPixels, row.top(), qMax(0.0, width() - end.x()), row.height()),
            Qt::AlignLeft | Qt::AlignVCenter, data().figures.at(slot));
    }
}

} // namespace bincard
