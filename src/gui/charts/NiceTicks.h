// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Decimal.h"

#include <QList>
#include <QLocale>

namespace bincard {

/// Round places on a value axis, computed in integers.
struct Ticks
{
    QList<Decimal> values; ///< ascending, evenly spaced; the first and the last are the ends of the axis
    Decimal step;
};

/// Steps of 1, 2 or 5 times a power of ten, so few that at most `maximumSteps` of them (at least 1) span from at or below
/// `lowest` to at or above `highest`; whole numbers only where `decimals` is 0, and never finer than `decimals`.
/// Both must have the same scale. Equal ends give one step above (and zero is then an end, if both are zero).
[[nodiscard]] Ticks niceTicks(Decimal lowest, Decimal highest, int maximumSteps, int decimals);

/// Texts of an axis: as short as the step allows, in thousands or millions where the numbers are large.
struct AxisTexts
{
    QStringList labels;
    QString title; ///< "EUR", "thousand EUR", "million pcs"
};
[[nodiscard]] AxisTexts axisTexts(const Ticks &ticks, const QString &unit, const QLocale &locale = QLocale());

} // namespace bincard
