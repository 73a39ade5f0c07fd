// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"

/// What the suite "engine" posts: the same movements to Bincard, to the bare table and to the peer.
namespace bincard::bench {

/// How wide movements are spread: a warehouse holds `products` keys.
struct Spread
{
    int keys = 500;
    int days = 30;
    int products = 100;
};

/// Of the bulk load, and of the reads of many keys; whichever part comes first makes the register.
inline constexpr Spread manyKeys{100'000, 365, 1000};
inline const QString manyKeysRegister = QStringLiteral("engine_keys");

/// Day 0 is the day of the opening stock; movements come on the days from 1 on.
[[nodiscard]] QDate dayOf(int day);
/// Two dimensions (warehouse, product), two resources (quantity, forbidden below zero; amount).
[[nodiscard]] RegisterDefinition engineDefinition(const QString &name);
/// The dimensions of key 0, 1, 2 ...
[[nodiscard]] QList<QVariant> keyOf(int key, const Spread &spread = {});
/// A movement of `pieces` (signed) at one second of one day.
[[nodiscard]] Movement movementOf(
    const QString &recorder, const QList<QVariant> &key, const Period &period, qint64 pieces);
/// Movement `number` of all: keys and days come mixed, two receipts to one issue.
[[nodiscard]] Movement movementOf(const QString &recorder, qint64 number, const Spread &spread = {});
/// Movements number * size, number * size + 1 ... of one recorder named for `prefix` and the number.
[[nodiscard]] QList<Movement> batchOf(const QString &prefix, int number, int size, const Spread &spread = {});
/// So much of each key that no issue meets an empty shelf.
[[nodiscard]] QList<Movement> openingStock(const Spread &spread = {});
/// What was posted before anything is measured: every key on every day of the usual spread has moved. So what is measured
/// changes totals that are there, as most postings of a day do, and makes none.
inline constexpr int earlierBatches = 15;
[[nodiscard]] QList<Movement> earlierBatch(int number);

} // namespace bincard::bench
