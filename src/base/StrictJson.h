// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonValue>

namespace bincard {

/// Reads JSON as the contract of the command line wants it (rule E14). Where Qt's reader would quietly take `1e2` and
/// `100.0` for 100 and lose digits of `0.1`, this one refuses numbers with a fraction or an exponent or beyond 64 bits,
/// and keys that stand twice in one object. That a decimal has at most 18 digits is for its reader to see. All of them are listed: the field as "lines.quantity", the line as
/// the place in the innermost array, counted from 1. Any thread.
/// Answers an object or an array; a syntax error names its line and column.
[[nodiscard]] Result<QJsonValue> parseJson(const QByteArray &text);

/// Rows of a file: a JSON array of objects, one object, or one object a line (blank lines are passed over). In the last
/// case problems of a row name its line of the file.
[[nodiscard]] Result<QJsonArray> parseJsonRows(const QByteArray &text);

/// Exactly one object. `line` is the line of a stream that `text` came from; 0: the text is a file of its own.
[[nodiscard]] Result<QJsonObject> parseJsonObject(const QByteArray &text, int line = 0);

} // namespace bincard
