// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"
#include "base/BookLocation.h"
#include "db/Connection.h"

namespace bincard::bench {

/// What a user would pick instead: the extension pg_accumulator, called as it is published, register_post with JSON and
/// one commit each. One connection; the thread that opened it.
class Peer
{
public:
    /// A register of the extension: posted to at once, or through its buffer for many writers.
    enum class Kind { Plain, Buffered };

    [[nodiscard]] static Result<std::unique_ptr<Peer>> open(const BookLocation &location);

    /// The version of the extension in that database; empty where it is not installed.
    [[nodiscard]] Result<QString> version();
    /// Makes a register like engineDefinition()'s.
    [[nodiscard]] Result<void> make(const QString &registerName, Kind kind);
    [[nodiscard]] Result<void> drop(const QString &registerName);
    [[nodiscard]] Result<void> post(const QString &registerName, const QList<Movement> &movements);
    /// Bytes of all tables of the register with their indexes.
    [[nodiscard]] Result<qint64> bytes(const QString &registerName);

private:
    explicit Peer(std::unique_ptr<db::Connection> connection) : m_connection(std::move(connection)) {}
    std::unique_ptr<db::Connection> m_connection;
};

} // namespace bincard::bench
