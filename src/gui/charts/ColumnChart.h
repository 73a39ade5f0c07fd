// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/SlotChart.h"

namespace bincard {

/// Vertical bars along time, one or two beside each other; the value axis always holds zero.
class ColumnChart : public SlotChart
{
    Q_OBJECT
public:
    explicit ColumnChart(QWidget *parent = nullptr) : SlotChart(Along::X, parent) {}

protected:
    void addSeries() override;
    [[nodiscard]] std::pair<Decimal, Decimal> valueEnds() const override;
};

} // namespace bincard
