// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QPalette;

namespace bincard {

/// The few colours of our charts, taken from the window's palette so that light, dark and high-contrast themes all fit.
struct ChartColors
{
    QColor text;       ///< figures and names
    QColor quiet;      ///< axis labels and titles; at least 4.5:1 on the background
    QColor grid;       ///< hair lines
    QColor first;      ///< the accent: receipts, the only series
    QColor second;     ///< issues: apart from the first in lightness too, not by hue alone
    QColor highlight;  ///< behind the slot under the pointer
    QColor warning;    ///< what is below its reorder point
    QColor background;
};

[[nodiscard]] ChartColors chartColors(const QPalette &palette);
/// `part` percent of `over` on `under`.
[[nodiscard]] QColor mixed(const QColor &over, const QColor &under, int part);

} // namespace bincard
