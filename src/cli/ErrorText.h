// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"

namespace bincard::cli {

class Console;

/// What happened, where, and what to do about it; one line each, in the person's language.
[[nodiscard]] QStringList linesOf(const Error &error);

/// The error on standard error, for people.
void printError(Console &console, const Error &error);
/// {"error":{...}} of the contract.
[[nodiscard]] QJsonObject errorObject(const Error &error);

} // namespace bincard::cli
