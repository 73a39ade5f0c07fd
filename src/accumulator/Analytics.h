// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "base/Error.h"

#include <QJsonObject>
#include <QMap>

#include <optional>

namespace bincard::accumulator {

/// The analytics of one side of a ledger's movement (rule E17) as the journal keeps them: a JSON object of texts with
/// sorted keys and nothing between them, {"item":"WDG-A1"}; {} if there are none. So equal analytics are equal bytes.

/// Of the canonical text; an index of PostgreSQL holds keys of some 2700 bytes.
inline constexpr int maximumAnalyticsLength = 400;

/// A letter, then letters, digits or _, at most 40 in all.
[[nodiscard]] bool isPlainName(const QString &name);

/// Problem of analytics that are to be stored: keys that are no plain names, values that are empty, hold control
/// characters or are too long in all. Nothing if they are fine.
[[nodiscard]] std::optional<Message> analyticsProblem(const QMap<QString, QString> &analytics);
[[nodiscard]] QString analyticsText(const QMap<QString, QString> &analytics);
/// Of a canonical text.
[[nodiscard]] QMap<QString, QString> analyticsFromText(const QString &text);

} // namespace bincard::accumulator
