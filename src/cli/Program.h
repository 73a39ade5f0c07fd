// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace bincard::cli {

/// bincardctl from its arguments (the first being the program's name) to its exit code. Needs a QCoreApplication.
[[nodiscard]] int runProgram(const QStringList &arguments);

} // namespace bincard::cli
