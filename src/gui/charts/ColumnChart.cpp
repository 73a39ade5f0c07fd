// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/ColumnChart.h"

#include "gui/charts/PlotValue.h"

#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>

namespace bincard {

void ColumnChart::addSeries()
{
    const ChartColors shades = colors();
    auto *bars = new QBarSeries;
    bars->setBarWidth(0.72);
    for (qsizetype i = 0; i < data().series.size(); ++i) {
        auto *set = new QBarSet(data().series.at(i).name);
        for (const Decimal value : data().series.at(i).values)
            set->append(plotValue(value));
        set->setBrush(i == 0 ? shades.first : shades.second);
        set->setPen(Qt::NoPen);
        bars->append(set);
    }
    attach(bars);
}

std::pair<Decimal, Decimal> ColumnChart::valueEnds() const
{
    std::optional<std::pair<Decimal, Decimal>> ends;
    for (const ChartData::Series &series : data().series) {
        for (const Decimal value : series.values) {
            if (!ends)
                ends = std::pair(Decimal(0, value.scale()), Decimal(0, value.scale()));
            ends->first = qMin(ends->first, value);
            ends->second = qMax(ends->second, value);
        }
    }
    return ends.value_or(std::pair(Decimal(0, amountScale), Decimal(0, amountScale)));
}

} // namespace bincard
