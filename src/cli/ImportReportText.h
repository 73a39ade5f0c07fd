// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace bincard {
struct ImportReport;
struct ImportRequest;
} // namespace bincard

namespace bincard::cli {

class Console;

/// What an import did, and how it took the file, as the answer of `import`.
[[nodiscard]] QJsonObject importJson(const ImportReport &report, const ImportRequest &request);
/// The same for people: the figures on standard output, the rows left out on standard error.
void printImport(const QJsonObject &report, Console &console);

} // namespace bincard::cli
