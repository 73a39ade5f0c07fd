// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace bincard {

// Values that a person types into one field, with commas between them. What holds a comma stands in double quotes, in
// which two quotes are one; empty quotes are the empty text. Blanks around a value are no part of it, inside quotes they
// are. A quote that nothing closes reaches to the end.

[[nodiscard]] QStringList splitValues(const QString &text);  ///< empty ones are left out, unless they are in quotes
[[nodiscard]] QString joinValues(const QStringList &values); ///< splitValues() of it gives the same values again
/// Where the value begins that one is just typing: behind the last comma that parts two.
[[nodiscard]] qsizetype lastValueAt(const QString &text);

} // namespace bincard
