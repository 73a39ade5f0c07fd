// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <functional>

namespace bincard {

class OpenBook;

/// Everything that `reads` asks of the book is of one state, whatever others write meanwhile (SQLite: one deferred read
/// transaction; PostgreSQL: REPEATABLE READ READ ONLY). For what takes part in a caller's transaction: the answers of
/// RegisterService to questions, and documentNumbers(). In the book's thread.
[[nodiscard]] Result<void> inOneState(OpenBook &book, const std::function<Result<void>()> &reads);

} // namespace bincard
