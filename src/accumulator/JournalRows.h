// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Journal.h"

namespace bincard::accumulator {

/// Recorder, line, period, reversal_of and cause stand before the dimensions and the resources.
inline constexpr int leadingFields = 5;

/// The rows as SQLite takes them: [[recorder, line, period, reversal_of, cause, dimensions..., resources...], ...].
[[nodiscard]] QString rowsJson(const QList<NewRow> &rows);

/// The same in half the time, for rows that reverse nothing, name no cause and have no dimension of a text: one string a
/// row, ["...", ...], whose figures stand at fixed places with the recorder behind them. A null string for other rows.
/// Reading a field of a JSON array takes longer than all else that is done with it; binding each value does too.
[[nodiscard]] QString rowsPacked(const Layout &layout, const QList<NewRow> &rows);
/// What inserts them: recorded_at, the name to record by and rowsPacked() are bound.
[[nodiscard]] QString packedInsertSql(const Layout &layout);

} // namespace bincard::accumulator
