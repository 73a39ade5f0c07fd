// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Layout.h"
#include "base/Error.h"
#include "base/Period.h"

#include <optional>

namespace bincard::accumulator {

/// A stretch of time, half-open: from `from` (nothing: since ever) until before `until` (nothing: for ever).
struct Interval
{
    std::optional<Period> from, until;
};

/// The moment after an Until: nothing behind the last second of the year 9999.
[[nodiscard]] std::optional<Period> after(const Until &until);

/// Of a date or time asked for: the years 1 to 9999.
[[nodiscard]] std::optional<Error> momentProblem(const QString &field, const Period &period);

/// One part of an interval and where its figures stand: totals of a level, or the journal where there is no level.
struct Piece
{
    std::optional<Level> level;
    Interval interval; ///< at the level's bounds, if there is one
};

/// Rules E9, E10: covers the interval with as many months as fit, then days, then at most one partial day of movements
/// at either end. Levels coarser than `coarsest` are not used.
[[nodiscard]] QList<Piece> pieces(const Interval &interval, Level coarsest);

} // namespace bincard::accumulator
