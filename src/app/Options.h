// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QSize>
#include <QStringList>
#include <QVariantMap>

namespace bincard {

/// What the command line of `bincard` asks for; docs and --help say the same.
struct Options
{
    QString book; ///< empty: the book opened last, or the start page
    bool demo = false;
    QString page;
    QVariantMap arguments; ///< --arg key=value
    QString screenshot;    ///< file to write; empty: the window stays
    QSize size;            ///< of the window; empty: as remembered
    bool dark = false, light = false;
    QString scale;    ///< factor of the whole interface; empty: the screen's
    QString language; ///< "de"; empty: the system's
    bool help = false, version = false, listPages = false;

    /// A wrong use is Validation.
    [[nodiscard]] static Result<Options> parse(const QStringList &commandLine);
    [[nodiscard]] static QString helpText();
};

} // namespace bincard
