// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/SlotChart.h"

namespace bincard {

/// A line of steps: what holds from one day to the next. The value axis holds zero unless the line moves so little, far
/// from it, that nothing could be seen.
class StepChart : public SlotChart
{
    Q_OBJECT
public:
    explicit StepChart(QWidget *parent = nullptr) : SlotChart(Along::X, parent) {}

protected:
    void addSeries() override;
    [[nodiscard]] std::pair<Decimal, Decimal> valueEnds() const override;
    void drawMarks(QPainter &painter) override;
};

} // namespace bincard
