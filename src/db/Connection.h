// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "base/BookLocation.h"
#include "db/Session.h"

#include <memory>

namespace bincard::db {

/// What the header of a file says; read without SQLite, so that looking at a file never changes it.
enum class FileKind { Missing, Empty, Book, OtherDatabase, NoDatabase };
[[nodiscard]] FileKind fileKind(const QString &path);

/// Stamped into the header of a file book (PRAGMA application_id): "BINC".
inline constexpr int applicationId = 0x42494E43;

/// An open database, owned: sets the session up as Bincard needs it and closes on destruction. One thread.
///   SQLite: foreign keys, WAL with synchronous=FULL (a rollback journal on a network folder, where WAL is not safe),
///   ten seconds of waiting for a lock, recursive triggers (so that REPLACE fires delete triggers).
///   PostgreSQL: UTC, ISO dates, warnings only.
class Connection
{
public:
    enum class Create { No, Yes };

    /// NotFound (no such file, database or folder), PermissionDenied (read-only file or folder, wrong password),
    /// Corrupt (no database), Storage (driver missing), ConnectionLost (server not reached), Busy (server starting or full
    /// of connections).
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const BookLocation &location, Create create);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] Session &session() { return *m_session; }
    [[nodiscard]] QString engineVersion() const { return m_engineVersion; } ///< "SQLite 3.40.1"
    [[nodiscard]] QString journalMode() const { return m_journalMode; }     ///< SQLite only
    [[nodiscard]] bool onNetworkFolder() const { return m_networkFolder; }
    [[nodiscard]] QString user() const { return m_user; }

private:
    Connection() = default;
    [[nodiscard]] Result<void> openFile(const BookLocation &location, Create create);
    [[nodiscard]] Result<void> openServer(const BookLocation &location);
    [[nodiscard]] Result<QString> single(const QString &sql);

    QString m_name;
    std::unique_ptr<Session> m_session;
    QString m_engineVersion, m_journalMode, m_user;
    bool m_networkFolder = false;
};

} // namespace bincard::db
