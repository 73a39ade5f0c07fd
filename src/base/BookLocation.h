// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QString>

namespace bincard {

/// Where a book lives: a file (SQLite) or `postgresql://user[:password]@host[:port]/database`.
/// The password may be left to libpq (PGPASSWORD, ~/.pgpass) or to the keychain; toString() never shows it.
struct BookLocation
{
    enum class Kind { File, Server };

    Kind kind = Kind::File;
    QString path; ///< File: absolute path
    QString host;
    int port = 5432;
    QString database;
    QString user;
    QString password;
    QString options; ///< further libpq options, "sslmode=require;..." as the driver takes them

    [[nodiscard]] static Result<BookLocation> parse(const QString &text);
    [[nodiscard]] QString toString() const;    ///< parses back, but without the password
    [[nodiscard]] QString displayName() const; ///< "demo.bincard" or "stock on db.example.org"
    [[nodiscard]] bool isServer() const { return kind == Kind::Server; }
    [[nodiscard]] bool operator==(const BookLocation &) const = default;
};

} // namespace bincard
