// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"

#include <QSqlDatabase>

/// What a book in a file holds, to compare it to the byte. Whatever cannot be read aborts the program.
namespace bincard::test {

/// The first column of what is answered.
[[nodiscard]] QStringList firstColumn(const QSqlDatabase &database, const QString &sql);
/// The columns of a table but for some, as one expression that tells their types and values apart.
[[nodiscard]] QString quotedColumns(
    const QSqlDatabase &database, const QString &table, const QStringList &without = {});
[[nodiscard]] QStringList rowsOf(const QSqlDatabase &database, const QString &table, const QStringList &without = {});
/// Tables, indexes and triggers as they were made.
[[nodiscard]] QStringList schemaOf(const QSqlDatabase &database);
[[nodiscard]] QStringList everythingIn(const QSqlDatabase &database);

/// Hands the movements over in parts (Register::load).
[[nodiscard]] MovementSource inParts(const QList<Movement> &movements, qsizetype size);
/// Movements of the register `stock`, 2 pieces and 3.10 each, over the first three months of 2026.
[[nodiscard]] QList<Movement> receipts(const QString &recorder, int count);

} // namespace bincard::test
