// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/StepChart.h"

#include "gui/charts/PlotValue.h"

#include <QtCharts/QLineSeries>

#include <QPainter>

namespace bincard {

void StepChart::addSeries()
{
    if (data().series.isEmpty())
        return;
    const QList<Decimal> &values = data().series.first().values;
    QList<QPointF> points;
    points.reserve(values.size() * 2);
    for (int slot = 0; slot < values.size(); ++slot) {
        const qreal value = plotValue(values.at(slot));
        points.append({position(slot) - 0.5, value});
        points.append({position(slot) + 0.5, value});
    }
    auto *line = new QLineSeries;
    line->append(points);
    line->setPen(QPen(colors().first, 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    attach(line);
}

std::pair<Decimal, Decimal> StepChart::valueEnds() const
{
    if (data().series.isEmpty() || data().series.first().values.isEmpty())
        return {Decimal(0, amountScale), Decimal(0, amountScale)};
    const QList<Decimal> &values = data().series.first().values;
    const auto [low, high] = std::minmax_element(values.cbegin(), values.cend());
    const Decimal zero(0, low->scale());
    // Where a line never leaves its upper fifth, the part near zero is left out.
    const bool farAbove = *low > zero && Int128(low->units()) * 5 > Int128(high->units()) * 4 && *low != *high;
    if (farAbove)
        return {*low, *high};
    return {qMin(*low, zero), qMax(*high, zero)};
}

void StepChart::drawMarks(QPainter &painter)
{
    const int slot = currentSlot();
    if (slot < 0 || data().series.isEmpty())
        return;
    // The point that the hover text is about.
    painter.setPen(QPen(colors().background, 2));
    painter.setBrush(colors().first);
    painter.drawEllipse(place(slot, data().series.first().values.at(slot)), 5, 5);
}

} // namespace bincard
