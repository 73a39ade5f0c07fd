// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/ReportService.h"

#include <QLocale>

namespace bincard {

/// From and to, both inclusive.
struct DateRange
{
    QDate from, to;

    [[nodiscard]] bool isValid() const { return from.isValid() && to.isValid() && from <= to; }
    [[nodiscard]] bool operator==(const DateRange &) const = default;
};

enum class PeriodPreset { ThisMonth, LastMonth, LatestMonth, ThisQuarter, ThisYear, LastYear, All, Custom };
[[nodiscard]] QList<PeriodPreset> periodPresets(); ///< in the order of the list that offers them

/// `posted` is ReportService::postedRange(): invalid dates in an empty book. Custom has no range of its own.
[[nodiscard]] DateRange rangeOf(PeriodPreset preset, QDate today, const DateRange &posted);
/// This month; in a book whose last posting lies before it (or whose first lies after today) the latest month with
/// postings: nobody wants to be greeted by an empty sheet.
[[nodiscard]] PeriodPreset defaultPreset(QDate today, const DateRange &posted);
/// The first preset that means this range today, else Custom.
[[nodiscard]] PeriodPreset presetOf(const DateRange &range, QDate today, const DateRange &posted);
[[nodiscard]] QString title(PeriodPreset preset);

/// The day that figures "as of now" are for: today, unless nothing was posted this month and last (then comparing the
/// two says nothing) or the book begins after today; then the day of the last posting.
[[nodiscard]] QDate anchorDate(QDate today, const DateRange &posted);

/// Days for up to two months, months for up to five years, else years: so many bars can still be told apart.
[[nodiscard]] TimeStep suitableStep(const DateRange &range);
/// How many steps there are in a range.
[[nodiscard]] int stepCount(const DateRange &range, TimeStep step);
/// The days of the bucket that begins at `start`, as far as they lie in `within`.
[[nodiscard]] DateRange bucketRange(QDate start, TimeStep step, const DateRange &within);
/// "18 Apr", "Apr 2026", "2026": short, below a bar. The long form names the whole date, for hover texts.
[[nodiscard]] QString bucketLabel(QDate start, TimeStep step, const QLocale &locale = QLocale());
[[nodiscard]] QString bucketTitle(QDate start, TimeStep step, const QLocale &locale = QLocale());
/// "April 2026" for a whole month, "2026" for a whole year, else both dates.
[[nodiscard]] QString rangeTitle(const DateRange &range, const QLocale &locale = QLocale());

} // namespace bincard
