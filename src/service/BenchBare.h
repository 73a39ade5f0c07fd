// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"
#include "db/Session.h"

namespace bincard::bench {

/// Makes a table with the columns, defaults and indexes of `table`, and with nothing else that belongs to it.
[[nodiscard]] Result<void> makeBare(db::Session &session, const QString &table, const QString &bare);

inline const QString bareInsert = QStringLiteral("bare INSERT of the same rows");

/// The limit of every posting: a table with the columns, defaults and indexes of a register's journal, and nothing that
/// follows from it. Rows go in through Qt's driver as any program of Qt would send them, each call a statement and a commit
/// of its own; the engine itself hands PostgreSQL its parameters in binary form.
class BareJournal
{
public:
    /// Makes the table beside the register's journal, which must be empty.
    [[nodiscard]] static Result<void> make(db::Session &session, const QString &registerName);
    BareJournal(db::Session &session, const QString &registerName);

    [[nodiscard]] Result<void> insertOne(const Movement &movement);
    /// All in one statement: an array a column, or one JSON array.
    [[nodiscard]] Result<void> insertMany(const QList<Movement> &movements);

private:
    db::Session &m_session;
    QString m_one, m_many;
};

} // namespace bincard::bench
