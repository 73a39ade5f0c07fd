// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Decimal.h"
#include "base/Period.h"

#include <QLocale>

/// Numbers and dates as the person's locale writes them, straight from exact decimals (never through a double), and the
/// way back from what was typed. A minus is U+2212 so that it lines up with digits.
namespace bincard::format {

[[nodiscard]] QString number(Decimal value, int minimumDecimals, const QLocale &locale = QLocale());
[[nodiscard]] QString quantity(Decimal value, int unitDecimals, const QLocale &locale = QLocale());
[[nodiscard]] QString amount(Decimal value, const QLocale &locale = QLocale()); ///< always 2 decimals, grouped
[[nodiscard]] QString price(Decimal value, const QLocale &locale = QLocale());  ///< at least 2 decimals, grouped
[[nodiscard]] QString percent(Decimal value, const QLocale &locale = QLocale());
[[nodiscard]] QString date(QDate date, const QLocale &locale = QLocale()); ///< four-digit year
[[nodiscard]] QString period(const Period &period, const QLocale &locale = QLocale());

/// Takes the locale's or a plain decimal point, group separators where they can stand, and either minus.
[[nodiscard]] Result<Decimal> parseNumber(const QString &text, int scale, const QLocale &locale = QLocale());
/// Takes the locale's form, ISO, and short forms of this year: "18.4", "4/18" by locale, "18" = this month, "+1", "-7".
[[nodiscard]] Result<QDate> parseDate(const QString &text, QDate today, const QLocale &locale = QLocale());

} // namespace bincard::format
