// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ReportPeriod.h"

#include "models/Format.h"

#include <QCoreApplication>

namespace bincard {

namespace {

struct ReportPeriodText
{
    Q_DECLARE_TR_FUNCTIONS(bincard::ReportPeriod)
};

QDate firstOfMonth(QDate day) { return {day.year(), day.month(), 1}; }

QDate endOfMonth(QDate day) { return {day.year(), day.month(), day.daysInMonth()}; }

constexpr int dayStepLimitDays = 62;
constexpr int monthStepLimitMonths = 60;

} // namespace

QList<PeriodPreset> periodPresets()
{
    return {PeriodPreset::ThisMonth, PeriodPreset::LastMonth, PeriodPreset::LatestMonth, PeriodPreset::ThisQuarter,
        PeriodPreset::ThisYear, PeriodPreset::LastYear, PeriodPreset::All, PeriodPreset::Custom};
}

DateRange rangeOf(PeriodPreset preset, QDate today, const DateRange &posted)
{
    switch (preset) {
    case PeriodPreset::ThisMonth: return {firstOfMonth(today), endOfMonth(today)};
    case PeriodPreset::LastMonth: {
        const QDate day = firstOfMonth(today).addDays(-1);
        return {firstOfMonth(day), day};
    }
    case PeriodPreset::LatestMonth: {
        const QDate day = posted.isValid() ? posted.to : today;
        return {firstOfMonth(day), endOfMonth(day)};
    }
    case PeriodPreset::ThisQuarter: {
        const QDate first(today.year(), (today.month() - 1) / 3 * 3 + 1, 1);
        return {first, endOfMonth(first.addMonths(2))};
    }
    case PeriodPreset::ThisYear: return {QDate(today.year(), 1, 1), QDate(today.year(), 12, 31)};
    case PeriodPreset::LastYear: return {QDate(today.year() - 1, 1, 1), QDate(today.year() - 1, 12, 31)};
    case PeriodPreset::All: return posted.isValid() ? posted : DateRange{firstOfMonth(today), endOfMonth(today)};
    case PeriodPreset::Custom: break;
    }
    return {};
}

PeriodPreset defaultPreset(QDate today, const DateRange &posted)
{
    const bool empty = posted.isValid() && (posted.to < firstOfMonth(today) || posted.from > endOfMonth(today));
    return empty ? PeriodPreset::LatestMonth : PeriodPreset::ThisMonth;
}

PeriodPreset presetOf(const DateRange &range, QDate today, const DateRange &posted)
{
    for (const PeriodPreset preset : periodPresets()) {
        if (preset != PeriodPreset::Custom && rangeOf(preset, today, posted) == range)
            return preset;
    }
    return PeriodPreset::Custom;
}

QString title(PeriodPreset preset)
{
    switch (preset) {
    case PeriodPreset::ThisMonth: return ReportPeriodText::tr("This month");
    case PeriodPreset::LastMonth: return ReportPeriodText::tr("Last month");
    case PeriodPreset::LatestMonth: return ReportPeriodText::tr("Latest posted month");
    case PeriodPreset::ThisQuarter: return ReportPeriodText::tr("This quarter");
    case PeriodPreset::ThisYear: return ReportPeriodText::tr("This year");
    case PeriodPreset::LastYear: return ReportPeriodText::tr("Last year");
    case PeriodPreset::All: return ReportPeriodText::tr("All postings");
    case PeriodPreset::Custom: return ReportPeriodText::tr("From and to");
    }
    return {};
}

QDate anchorDate(QDate today, const DateRange &posted)
{
    if (!posted.isValid())
        return today;
    const bool stale = posted.to < firstOfMonth(today).addMonths(-1);
    const bool ahead = posted.from > today;
    return stale || ahead ? posted.to : today;
}

TimeStep suitableStep(const DateRange &range)
{
    if (stepCount(range, TimeStep::Day) <= dayStepLimitDays)
        return TimeStep::Day;
    return stepCount(range, TimeStep::Month) <= monthStepLimitMonths ? TimeStep::Month : TimeStep::Year;
}

int stepCount(const DateRange &range, TimeStep step)
{
    if (!range.isValid())
        return 0;
    switch (step) {
    case TimeStep::None: return 1;
    case TimeStep::Day: return static_cast<int>(range.from.daysTo(range.to)) + 1;
    case TimeStep::Month: return (range.to.year() - range.from.year()) * 12 + range.to.month() - range.from.month() + 1;
    case TimeStep::Year: return range.to.year() - range.from.year() + 1;
    }
    return 0;
}

DateRange bucketRange(QDate start, TimeStep step, const DateRange &within)
{
    DateRange range{start, start};
    switch (step) {
    case TimeStep::None: return within;
    case TimeStep::Day: break;
    case TimeStep::Month: range = {firstOfMonth(start), endOfMonth(start)}; break;
    case TimeStep::Year: range = {QDate(start.year(), 1, 1), QDate(start.year(), 12, 31)}; break;
    }
    return {qMax(range.from, within.from), qMin(range.to, within.to)};
}

QString bucketLabel(QDate start, TimeStep step, const QLocale &locale)
{
    switch (step) {
    case TimeStep::None: return {};
    case TimeStep::Day: return locale.toString(start, ReportPeriodText::tr("d MMM", "a day of a chart's axis"));
    case TimeStep::Month: return locale.toString(start, ReportPeriodText::tr("MMM yyyy", "a month of a chart's axis"));
    case TimeStep::Year: return QString::number(start.year());
    }
    return {};
}

QString bucketTitle(QDate start, TimeStep step, const QLocale &locale)
{
    switch (step) {
    case TimeStep::None: return {};
    case TimeStep::Day: return format::date(start, locale);
    case TimeStep::Month:
        return locale.standaloneMonthName(start.month()) + QLatin1Char(' ') + QString::number(start.year());
    case TimeStep::Year: return QString::number(start.year());
    }
    return {};
}

QString rangeTitle(const DateRange &range, const QLocale &locale)
{
    if (range.from == firstOfMonth(range.from) && range.to == endOfMonth(range.from))
        return bucketTitle(range.from, TimeStep::Month, locale);
    if (range.from == QDate(range.from.year(), 1, 1) && range.to == QDate(range.from.year(), 12, 31))
        return bucketTitle(range.from, TimeStep::Year, locale);
    return ReportPeriodText::tr("%1 to %2", "dates")
        .arg(format::date(range.from, locale), format::date(range.to, locale));
}

} // namespace bincard
