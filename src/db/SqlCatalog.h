// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "db/Dialect.h"

namespace bincard::db {

/// The static statement `name`: resources/sql/<engine>/name.sql if there is one, else resources/sql/common/name.sql,
/// tokens expanded, comments left out. A name that does not exist is a programming error (aborts). Any thread; cached.
[[nodiscard]] QString sql(const Dialect &dialect, const QString &name);

/// All names, for the test that prepares every statement on both engines.
[[nodiscard]] QStringList sqlNames(const Dialect &dialect);

/// Leaves out "-- ..." comments and blank lines.
[[nodiscard]] QString withoutComments(const QString &text);

} // namespace bincard::db
