// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Decimal.h"
#include "service/BenchService.h"

#include <QElapsedTimer>

#include <functional>

/// How figures are taken. Machines that measure are shared and noisy: what is compared is done in turns, and the median
/// of the turns counts.
namespace bincard::bench {

using Work = std::function<Result<void>(int number)>;

/// A whole number a second.
[[nodiscard]] Decimal perSecond(qint64 operations, qint64 nanoseconds);
/// Milliseconds to the microsecond.
[[nodiscard]] Decimal milliseconds(qint64 nanoseconds);
/// The value below which `percent` of all lie; of an empty list 0.
[[nodiscard]] qint64 percentile(QList<qint64> values, int percent);

/// How long each call takes, one after the other, with the numbers from `first` on.
[[nodiscard]] Result<QList<qint64>> timesOf(int first, int count, const Work &work);

/// Things done in turns: every turn does the next `count` calls of each. Answers nanoseconds of the median turn of each.
[[nodiscard]] Result<QList<qint64>> inTurns(int turns, int count, const QList<Work> &works);

/// Rows of figures that are rates: more is better.
[[nodiscard]] BenchRow rateRow(const QString &suite, const QString &name, Decimal figure);
/// Beside what: a copy of the row with its bound, which is left out where there is none.
[[nodiscard]] BenchRow beside(BenchRow row, const QString &limit, Decimal limitFigure);
[[nodiscard]] BenchRow atLeast(BenchRow row, Decimal ratio);
[[nodiscard]] BenchRow atMost(BenchRow row, Decimal ratio);

} // namespace bincard::bench
