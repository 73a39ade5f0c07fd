// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bincard {

/// How a flat file is written. Detected from its beginning, shown, and each can be set by hand.
struct CsvFormat
{
    char delimiter = ','; ///< , ; | or tab
    char quote = '"';     ///< " or ', 0: nothing is quoted
    bool bom = false;
    QString encoding = QStringLiteral("UTF-8"); ///< UTF-8, UTF-16LE, UTF-16BE, Windows-1252 (also for ISO-8859-1)
    bool crLines = false;                       ///< lines end with CR alone; otherwise a lone CR is dirt inside a field
    bool decimalComma = false;
    QString dateFormat = QStringLiteral("yyyy-MM-dd"); ///< Qt's letters; a time behind it is dropped

    [[nodiscard]] bool operator==(const CsvFormat &) const = default;
};

} // namespace bincard
