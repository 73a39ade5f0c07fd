// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Layout.h"

namespace bincard::accumulator {

/// What a walk for the lowest end-of-day balance of many keys starts from; SQL relations, which bind their values in
/// this order.
struct LowestQuestion
{
    QString wanted; ///< KeyList::relation()
    QString moved;  ///< "#position", "#day", "#net": what is to be added to the register's own; empty: nothing
    QString start;  ///< "#position", "#from" of every key wanted; may read "#wanted" and "#moved"
    int resource = 0;
};

/// The beginning of a statement, "WITH ...", with the relations "#wanted" and "#lowest": "#position", "#level" and "#day"
/// of the lowest balance at the end of `from` or of a later day, and the first day on which it is that low.
///
/// Months are walked, not days, where they hold their lowest sums (Layout::lowest): only the days of those months are
/// read that may lie as low as the lowest end of a month, beside the rest of the month of `from`.
[[nodiscard]] QString lowestSql(const Layout &layout, const LowestQuestion &question);

/// What a key of the relation w has now, of a resource; from the months where there are no balances.
[[nodiscard]] QString balanceNow(const Layout &layout, int resource);

} // namespace bincard::accumulator
