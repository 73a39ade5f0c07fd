// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/RegisterDefinition.h"
#include "db/Dialect.h"

#include <QJsonValue>
#include <QVariant>

namespace bincard::accumulator {

/// Recorders, causes and values of text dimensions: an index of PostgreSQL holds keys of some 2700 bytes.
inline constexpr int maximumTextLength = 200;

/// Problem of a text that is to be stored as it is: too long, a NUL, a lone surrogate. Nothing if it is fine.
[[nodiscard]] std::optional<Message> textProblem(const QString &text, int maximumLength = maximumTextLength);

/// The value of a dimension in the form in which it is kept: QString (text, ISO date, lower-case uuid), qint64 or bool.
/// Of a kind that the dimension does not take, or out of its range: a validation error on the field of its name.
[[nodiscard]] Result<QVariant> canonicalDimension(
    const Dimension &dimension, const QVariant &value, int line = 0, int maximumLength = maximumTextLength);
/// The same from the text form ("true", "42", "2026-04-18"); not for references, whose text form is a code.
[[nodiscard]] Result<QVariant> parseDimension(const Dimension &dimension, const QString &text);

/// Of a canonical value.
[[nodiscard]] db::Value boundDimension(const QVariant &canonical);
/// A literal for DDL, of a canonical value: quoted for text. The only place where a value becomes SQL text.
[[nodiscard]] QString dimensionLiteral(const QVariant &canonical, const db::Dialect &dialect);

/// The type of a dimension's column.
[[nodiscard]] QString columnType(const Dimension &dimension, const db::Dialect &dialect);

} // namespace bincard::accumulator
