// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QJsonArray>
#include <QJsonObject>

namespace bincard::cli {

class Console;

/// What a command reads from a file or, for "-", from standard input, by base/StrictJson.h.
[[nodiscard]] Result<QJsonObject> readObject(Console &console, const QString &file);
/// A JSON array, or one object a line.
[[nodiscard]] Result<QJsonArray> readRows(Console &console, const QString &file);

} // namespace bincard::cli
