// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bincard {

/// How well a text is meant by what was typed, larger is better; 0: not at all. Every word typed must be found, best at
/// the beginning of the text, then of a word, then inside, then as letters in that order ("wdga" means WDG-A1).
[[nodiscard]] int matchScore(const QString &typed, const QString &text);

} // namespace bincard
