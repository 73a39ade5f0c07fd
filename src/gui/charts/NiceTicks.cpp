// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/NiceTicks.h"

#include "models/Format.h"

#include <QCoreApplication>
#include <QStringList>

namespace bincard {

namespace {

struct TickText
{
    Q_DECLARE_TR_FUNCTIONS(bincard::Charts)
};

Int128 floorDivided(Int128 value, Int128 step)
{
    const Int128 quotient = value / step;
    return value % step < 0 ? quotient - 1 : quotient;
}

Int128 ceilDivided(Int128 value, Int128 step) { return -floorDivided(-value, step); }

/// 1, 2, 5, 10, 20, 50 ... times the finest step.
Int128 nextNice(Int128 step)
{
    Int128 lead = step;
    while (lead >= 10)
        lead /= 10;
    return lead == 2 ? step / 2 * 5 : step * 2;
}

} // namespace

Ticks niceTicks(Decimal lowest, Decimal highest, int maximumSteps, int decimals)
{
    Q_ASSERT(lowest.scale() == highest.scale());
    const int scale = lowest.scale();
    const Int128 low = qMin(lowest.units(), highest.units());
    Int128 high = qMax(lowest.units(), highest.units());
    const Int128 finest = powerOfTen(scale - qMin(scale, decimals));
    if (low == high)
        high = low + finest;
    Int128 step = finest;
    while (ceilDivided(high, step) - floorDivided(low, step) > qMax(maximumSteps, 1)) {
        // Around zero even the largest step needs one interval on either side.
        if (step > Int128(Decimal::maximumUnits))
            break;
        step = nextNice(step);
    }
    Ticks ticks;
    ticks.step = Decimal(static_cast<qint64>(step), scale);
    for (Int128 number = floorDivided(low, step); number <= ceilDivided(high, step); ++number)
        ticks.values.append(Decimal(static_cast<qint64>(number * step), scale));
    return ticks;
}

AxisTexts axisTexts(const Ticks &ticks, const QString &unit, const QLocale &locale)
{
    Decimal largest = ticks.step;
    for (const Decimal value : ticks.values)
        largest = qMax(largest, value.absolute());
    const Decimal thousand(1'000, 0), million(1'000'000, 0);
    int shift = 0;
    if (largest >= million)
        shift = 6;
    else if (largest >= Decimal(20'000, 0) && ticks.step >= Decimal(500, 0))
        shift = 3;

    AxisTexts texts;
    for (const Decimal value : ticks.values) {
        // Dividing by a thousand is reading the same digits at another scale; what that scale cannot hold is zeros.
        Decimal shown = value;
        if (shift > 0) {
            const Int128 units = roundedQuotient(Int128(value.units()) * 1'000'000, powerOfTen(value.scale() + shift));
            shown = Decimal(static_cast<qint64>(units), Decimal::maximumScale);
        }
        texts.labels.append(format::number(shown, 0, locale));
    }
    switch (shift) {
    case 6:
        texts.title =
            unit.isEmpty() ? TickText::tr("million") : TickText::tr("million %1", "unit or currency").arg(unit);
        break;
    case 3:
        texts.title =
            unit.isEmpty() ? TickText::tr("thousand") : TickText::tr("thousand %1", "unit or currency").arg(unit);
        break;
    default: texts.title = unit; break;
    }
    return texts;
}

} // namespace bincard
