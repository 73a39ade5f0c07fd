// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QDate>
#include <QTime>

#include <compare>

namespace bincard {

/// A moment on the book's wall clock, to the second and without zone (rule E13). Not a QDateTime on purpose: that would
/// bring the zone of the machine, with hours that do not exist twice a year.
struct Period
{
    QDate date;
    QTime time{0, 0, 0};

    Period() = default;
    Period(QDate day, QTime clock = QTime(0, 0, 0)) : date(day), time(clock) {}

    /// "YYYY-MM-DD" (00:00:00) or "YYYY-MM-DDTHH:MM:SS" (a blank instead of T is read too). A zone, fractions, dates
    /// that do not exist and years outside 1..9999 are validation errors.
    [[nodiscard]] static Result<Period> parse(QStringView text);
    /// "2026-04-18T00:00:00"
    [[nodiscard]] QString toString() const;
    [[nodiscard]] bool isValid() const { return date.isValid() && time.isValid(); }
    [[nodiscard]] bool isMidnight() const { return time == QTime(0, 0, 0); }

    [[nodiscard]] bool operator==(const Period &other) const { return date == other.date && time == other.time; }
    [[nodiscard]] std::strong_ordering operator<=>(const Period &other) const;
};

/// The end of an interval or the moment of a balance (rules E9, E10): a bare date means the end of that day, a date
/// with a time means up to and including that second.
struct Until
{
    Period period;
    bool wholeDay = true;

    Until() = default;
    Until(QDate day) : period(day) {}
    Until(Period moment) : period(moment), wholeDay(false) {}
    /// A text without time gives the whole day.
    [[nodiscard]] static Result<Until> parse(QStringView text);
};

/// "2026-04-18" only.
[[nodiscard]] Result<QDate> parseDate(QStringView text);

} // namespace bincard
