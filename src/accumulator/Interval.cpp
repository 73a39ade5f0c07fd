// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Interval.h"

#include <QCoreApplication>

namespace bincard::accumulator {

namespace {

using Bound = std::optional<Period>;

// Text on SQLite orders years of four digits only.
Bound known(const Period &period) { return period.date.year() > 9999 ? Bound() : Bound(period); }

Period floorOf(Level level, const Period &period)
{
    return level == Level::Day ? Period(period.date) : Period(QDate(period.date.year(), period.date.month(), 1));
}

/// The first bound of the level at or after the period; nothing if that lies behind the year 9999.
Bound ceilingOf(Level level, const Period &period)
{
    const Period floor = floorOf(level, period);
    if (floor == period)
        return period;
    return known(Period(level == Level::Day ? floor.date.addDays(1) : floor.date.addMonths(1)));
}

bool isEmpty(const Interval &interval) { return interval.from && interval.until && *interval.from >= *interval.until; }

/// Splits what `finer` totals (the journal: nothing) would have to answer by the level at `index`.
void split(const Interval &interval, std::optional<Level> finer, size_t index, Level coarsest, QList<Piece> &result)
{
    if (isEmpty(interval))
        return;
    if (index >= levels.size() || levels.at(index) > coarsest) {
        result.append({finer, interval});
        return;
    }
    const Level level = levels.at(index);
    const Bound from = interval.from ? ceilingOf(level, *interval.from) : Bound();
    const Bound until = interval.until ? Bound(floorOf(level, *interval.until)) : Bound();
    const bool behindTheEnd = interval.from && !from;
    if (behindTheEnd || (from && until && *from >= *until)) {
        result.append({finer, interval});
        return;
    }
    if (interval.from && *interval.from < *from)
        result.append({finer, {interval.from, from}});
    split({from, until}, level, index + 1, coarsest, result);
    if (interval.until && *until < *interval.until)
        result.append({finer, {until, interval.until}});
}

} // namespace

std::optional<Period> after(const Until &until)
{
    if (until.wholeDay)
        return known(Period(until.period.date.addDays(1)));
    const QTime next = until.period.time.addSecs(1);
    return known(next == QTime(0, 0, 0) ? Period(until.period.date.addDays(1)) : Period(until.period.date, next));
}

QList<Piece> pieces(const Interval &interval, Level coarsest)
{
    QList<Piece> result;
    split(interval, {}, 0, coarsest, result);
    return result;
}

std::optional<Error> momentProblem(const QString &field, const Period &period)
{
    if (period.isValid() && period.date.year() >= 1 && period.date.year() <= 9999)
        return {};
    return Error::validation(field, {QT_TRANSLATE_NOOP("Error", "A date of the years 1 to 9999 is needed."), {}});
}

} // namespace bincard::accumulator
