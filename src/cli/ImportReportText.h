// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace bincard {
struct ImportPreview;
struct ImportReport;
struct ImportRequest;
} // namespace bincard

namespace bincard::cli {

class Console;

/// What an import did, and how it took the file in which that was found, as the answer of `import`.
[[nodiscard]] QJsonObject importJson(
    const ImportReport &report, const ImportRequest &request, const ImportPreview &found);
/// The same for people: the figures on standard output, the rows left out on standard error.
void printImport(const QJsonObject &report, Console &console);

} // namespace bincard::cli
