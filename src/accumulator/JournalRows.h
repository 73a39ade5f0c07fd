// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Journal.h"

namespace bincard::accumulator {

/// Recorder, line, period, reversal_of and cause stand before the dimensions and the resources.
inline constexpr int leadingFields = 5;

/// The rows as SQLite takes them: [[recorder, line, period, reversal_of, cause, dimensions..., resources...], ...].
[[nodiscard]] QString rowsJson(const QList<NewRow> &rows);

} // namespace bincard::accumulator
