// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace bincard {

/// The few colours of our charts, those of the theme as it is now.
struct ChartColors
{
    QColor text;      ///< figures and names
    QColor quiet;     ///< axis labels and titles; of the theme's dim text
    QColor grid;      ///< hair lines
    QColor first;     ///< the accent: receipts, the only series
    QColor second;    ///< issues: always right of the first, so hue is not the only sign
    QColor highlight; ///< behind the slot under the pointer
    QColor warning;   ///< what is below its reorder point
    QColor background;
};

[[nodiscard]] ChartColors chartColors();
/// `part` percent of `over` on `under`.
[[nodiscard]] QColor mixed(const QColor &over, const QColor &under, int part);

} // namespace bincard
