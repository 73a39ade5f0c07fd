// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "db/Session.h"

#include <limits>

namespace bincard::db {

struct Migration
{
    int number = 0;
    QString name;
    QStringList statements; ///< expanded for the engine
    QString checksum;       ///< SHA-256 of the files' text
};

/// Brings a schema up by numbered migrations, one ordered history that a fresh book replays too. Files:
/// :/migrations/NNNN_name.sql and, beside it or alone, NNNN_name.sqlite.sql / NNNN_name.postgresql.sql (run after it);
/// statements are separated by a line "-- ;;". Version and checksum are committed with what they did.
class Migrator
{
public:
    explicit Migrator(Session &session, const QString &folder = QStringLiteral(":/migrations"));

    [[nodiscard]] int newest() const; ///< the number this program knows
    /// The number of the last migration in the database; 0 where there are none. Changes nothing. SchemaNewer when the
    /// database is ahead, Corrupt when its history is not ours.
    [[nodiscard]] Result<int> current();
    /// Runs what is missing, in the caller's transaction; with `until` no further than that number (how tests make the
    /// books of older versions).
    [[nodiscard]] Result<void> migrate(int until = std::numeric_limits<int>::max());

private:
    [[nodiscard]] Result<bool> hasHistory();

    Session &m_session;
    QList<Migration> m_migrations;
};

} // namespace bincard::db
