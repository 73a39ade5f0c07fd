// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/SlotChart.h"

namespace bincard {

/// Horizontal bars, the largest on top, each with its name before it and its figure after it, so that no axis needs to
/// be read. Takes the values sorted.
class RankedChart : public SlotChart
{
    Q_OBJECT
public:
    explicit RankedChart(QWidget *parent = nullptr);

protected:
    void addSeries() override;
    [[nodiscard]] std::pair<Decimal, Decimal> valueEnds() const override;
    void layOutAxes() override;
    void drawMarks(QPainter &painter) override;

private:
    int m_namesWidth = 0;
};

} // namespace bincard
