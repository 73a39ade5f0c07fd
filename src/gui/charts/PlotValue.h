// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Decimal.h"

#include <QtGlobal>

namespace bincard {

/// Where a value stands on a chart's axis. This is the one place where an exact decimal becomes a floating number: Qt
/// Charts places pixels with qreal, and a pixel does not show the sixteenth digit. Nothing that is read as a figure (axis
/// labels, bar labels, hover texts, exports) may come from here; those are made from the Decimal itself.
[[nodiscard]] inline qreal plotValue(Decimal value)
{
    qreal place = static_cast<qreal>(value.units());
    for (int i = 0; i < value.scale(); ++i)
        place /= 10;
    return place;
}

} // namespace bincard
