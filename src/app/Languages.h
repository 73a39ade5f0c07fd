// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bincard {

/// Installs the texts of a language ("de"; empty: the person's setting, else the system's) and, for one named
/// explicitly, its numbers and dates. False if Bincard does not speak it; English is used then.
bool installLanguage(const QString &code);

} // namespace bincard
