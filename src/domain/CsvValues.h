// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Decimal.h"

#include <QDate>
#include <QList>
#include <QStringView>

#include <optional>

namespace bincard {

/// "1,234.50", "-5", "5-", "2.550000", "1 234,50", with a currency sign on either side. Group separators must stand
/// before groups of three. Decimals beyond the scale must be zeros: nothing is rounded silently. Validation otherwise.
[[nodiscard]] Result<Decimal> parseCsvNumber(QStringView text, int scale, bool decimalComma);

/// Whether a cell is a number with a fraction, as far as one cell can tell.
enum class FractionMark { None, Point, Comma, Unclear };
[[nodiscard]] FractionMark fractionMark(QStringView text);

/// A date format compiled once: d dd M MM MMM yy yyyy and literal characters, in Qt's letters. In a cell one or two
/// digits stand for d and M, months are English names, two-digit years mean 1970 to 2069; a time behind the date is
/// dropped ("2010-12-01T08:26", "1996-07-04 00:00:00.000"), also from the format itself ("d/M/yyyy HH:mm").
class CsvDateFormat
{
public:
    [[nodiscard]] static std::optional<CsvDateFormat> parse(const QString &format);
    /// Invalid if the cell is no such date.
    [[nodiscard]] QDate date(QStringView text) const;

private:
    struct Token
    {
        enum class Kind { Day, Month, MonthName, Year, ShortYear, Literal } kind;
        QChar literal = {};
        bool fixed = false; ///< digits follow directly: exactly as many as there are letters
    };
    QList<Token> m_tokens;
};

} // namespace bincard
