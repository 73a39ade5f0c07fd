// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"

/// What the suite "engine" posts: the same movements to Bincard, to the bare table and to the peer.
namespace bincard::bench {

inline constexpr int postedKeys = 500;
inline constexpr int postedDays = 30;

/// Day 0 is the day of the opening stock; movements come on the days from 1 on.
[[nodiscard]] QDate dayOf(int day);
/// Two dimensions (warehouse, product), two resources (quantity, forbidden below zero; amount).
[[nodiscard]] RegisterDefinition engineDefinition(const QString &name);
/// The dimensions of key 0, 1, 2 ...: a hundred products to a warehouse.
[[nodiscard]] QList<QVariant> keyOf(int key);
/// Movement `number` of its recorder: keys and days come mixed, two receipts to one issue.
[[nodiscard]] Movement movementOf(const QString &recorder, int number, int keys = postedKeys, int days = postedDays);
/// Movements number * size, number * size + 1 ... of one recorder named for `prefix` and the number.
[[nodiscard]] QList<Movement> batchOf(const QString &prefix, int number, int size);
/// So much of each key that no issue meets an empty shelf.
[[nodiscard]] QList<Movement> openingStock(int keys = postedKeys);

} // namespace bincard::bench
