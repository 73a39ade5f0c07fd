// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/ChartColors.h"

#include <QPalette>

namespace bincard {

QColor mixed(const QColor &over, const QColor &under, int part)
{
    const auto channel = [part](int a, int b) { return (a * part + b * (100 - part)) / 100; };
    return {channel(over.red(), under.red()), channel(over.green(), under.green()), channel(over.blue(), under.blue())};
}

ChartColors chartColors(const QPalette &palette)
{
    const QColor background = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const bool dark = background.lightness() < text.lightness();
    ChartColors colors;
    colors.background = background;
    colors.text = text;
    colors.quiet = mixed(text, background, 72);
    colors.grid = mixed(text, background, 12);
    colors.first = palette.color(QPalette::Highlight);
    colors.second = mixed(text, background, dark ? 42 : 38);
    colors.highlight = mixed(text, background, 7);
    colors.warning = dark ? QColor(0xf0, 0xa0, 0x50) : QColor(0xb4, 0x53, 0x09);
    return colors;
}

} // namespace bincard
