// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Journal.h"

namespace bincard::accumulator {

/// PostgreSQL: operations as one statement each, which needs no transaction of its own. Its trigger locks the recorders
/// and sees to what was `expected` of them; what is wrong comes back as the trigger's or the server's own error.
class PostgresAppend
{
public:
    explicit PostgresAppend(const RegisterContext &context) : m_context(context) {}

    /// What the operation takes for granted about its recorders. The setting bincard.recorder tells the trigger so.
    static QString anything() { return QStringLiteral(""); }
    static QString nothingActive() { return QStringLiteral("new"); }
    /// Busy if there were further operations since.
    static QString operations(qint64 known) { return QString::number(known); }

    [[nodiscard]] Result<void> append(const QList<NewRow> &rows, const QString &expected);
    /// Reverses all that is active of a recorder; answers how many movements that were.
    [[nodiscard]] Result<int> reverse(const QString &recorder);

    /// An operation of more rows than one message should hold: rows wait in a table of this session, in any number of
    /// calls, until insertStaged() makes one statement of them. Inside a transaction, after whose end (or
    /// back before the savepoint in which they began) they are gone. PermissionDenied to who may not make temporary tables.
    [[nodiscard]] Result<void> beginStaging();
    [[nodiscard]] Result<void> stage(const QList<NewRow> &rows);
    [[nodiscard]] Result<void> insertStaged(const QString &expected);

    /// Puts rows into a journal whose trigger is off (PostgresFirstLoad).
    [[nodiscard]] Result<void> copy(const QList<NewRow> &rows);

private:
    [[nodiscard]] QString insertSql(bool many) const;
    [[nodiscard]] QString reverseSql() const;

    const RegisterContext &m_context;
    qint32 m_actor = 0; ///< once something was copied: the id of who records
};

} // namespace bincard::accumulator
