// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"

#include <QJsonObject>

namespace bincard {

/// Fields of the questions to a register (order, limit, known_on) out of the JSON of the command line's contract. What
/// is wrong with one is added to the problems.

/// "a:desc,b" or ["a:desc", "b"].
[[nodiscard]] QList<OrderBy> orderOf(const QJsonObject &query, QList<Problem> &problems);
/// From 1 on; 0 where none is given.
[[nodiscard]] int limitOf(const QJsonObject &query, QList<Problem> &problems);
/// An instant in UTC: "2026-04-18T09:30:00Z", to the millisecond.
[[nodiscard]] KnownOn knownOnOf(const QJsonObject &query, QList<Problem> &problems);

} // namespace bincard
