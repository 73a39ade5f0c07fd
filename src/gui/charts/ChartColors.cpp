// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/ChartColors.h"

#include "gui/Theme.h"

namespace bincard {

QColor mixed(const QColor &over, const QColor &under, int part)
{
    const auto channel = [part](int a, int b) { return (a * part + b * (100 - part)) / 100; };
    return {channel(over.red(), under.red()), channel(over.green(), under.green()), channel(over.blue(), under.blue())};
}

ChartColors chartColors()
{
    const Colors &theme = Theme::instance().colors();
    ChartColors colors;
    colors.background = theme.base;
    colors.text = theme.text;
    colors.quiet = theme.dim;
    colors.grid = mixed(theme.border, theme.base, 70);
    colors.first = theme.receipts;
    colors.second = theme.issues;
    colors.highlight = mixed(theme.text, theme.base, 7);
    colors.warning = theme.warning;
    return colors;
}

} // namespace bincard
