// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "db/BinaryColumn.h"
#include "db/Dialect.h"

#include <QHash>
#include <QSqlDatabase>

#include <functional>
#include <memory>

class QSqlQuery;
class QThread;

namespace bincard::db {

class Interrupter;

/// The driver's connection to a PostgreSQL server, a PGconn; nullptr where it is none.
[[nodiscard]] void *postgresConnection(const QSqlDatabase &database);

/// The rows of a statement, read forward once. Columns are counted from 0. Alive no longer than its Session.
class Rows
{
public:
    Rows(std::shared_ptr<QSqlQuery> query, Dialect dialect);
    ~Rows();
    Rows(Rows &&) noexcept = default;
    Rows &operator=(Rows &&) noexcept = default;
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;

    [[nodiscard]] bool next();
    /// An error that came while stepping (SQLite computes rows as it goes); check it after next() said false.
    [[nodiscard]] Result<void> finished() const;
    [[nodiscard]] int affected() const;

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] bool boolean(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] Decimal decimal(int column, int scale) const; ///< NULL reads as 0
    [[nodiscard]] QDate date(int column) const;
    /// Select periods as CAST(period AS TEXT): the driver would give a zoned QDateTime.
    [[nodiscard]] Period period(int column) const;
    [[nodiscard]] QUuid uuid(int column) const;

private:
    [[nodiscard]] QVariant value(int column) const;

    std::shared_ptr<QSqlQuery> m_query;
    Dialect m_dialect;
};

/// An open connection to work with, without owning it: prepared statements, typed errors. Belongs to one thread, the
/// one that opened the connection; every statement checks that, and that it is not the thread named to forbidThread().
class Session
{
public:
    explicit Session(const QSqlDatabase &database, Dialect dialect);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    [[nodiscard]] const Dialect &dialect() const { return m_dialect; }
    [[nodiscard]] QSqlDatabase database() const { return m_database; }

    /// Runs one statement with bound values ('?' places), prepared once per session and SQL text. The text is not
    /// expanded; files from SqlCatalog are already.
    [[nodiscard]] Result<Rows> query(const QString &sql, const Values &values = {});
    /// The same for a statement without rows; answers the number of rows affected.
    [[nodiscard]] Result<int> execute(const QString &sql, const Values &values = {});
    /// PostgreSQL: a prepared statement with the places $1, $2, ... and parameters in the server's binary form: arrays,
    /// or with Single their one value each. Answers the number of rows affected. A statement reaches the server as it
    /// is, while the driver would send its parameters as SQL text to be parsed again.
    enum class Parameters { Arrays, Single };
    [[nodiscard]] Result<int> execute(const QString &sql, const QList<BinaryColumn> &columns, Parameters kind);
    /// PostgreSQL: adds the rows that the columns make. `sql` is COPY ... FROM STDIN (FORMAT binary).
    [[nodiscard]] Result<void> copy(const QString &sql, const QList<BinaryColumn> &columns);
    /// DDL and PRAGMA: not prepared, not cached.
    [[nodiscard]] Result<void> run(const QString &sql);
    /// Forgets prepared statements (after DDL that changes what they read).
    void forgetStatements();

    [[nodiscard]] bool inTransaction() const { return m_depth > 0; }
    /// What ends statements of this session from another thread; made once, where the session lives, and gone with it.
    [[nodiscard]] Interrupter &interrupter();
    /// A statement met a dead connection. It stays dead: whoever owns the connection opens a new one.
    [[nodiscard]] bool connectionLost() const { return m_lost; }

    /// For tests: called before every statement; an error from it is returned instead of running the statement.
    using Probe = std::function<Result<void>(const QString &sql)>;
    void setProbe(Probe probe) { m_probe = std::move(probe); }
    /// For every session: statements run in this thread abort the program (the GUI thread never touches the database).
    static void forbidThread(QThread *thread);
    /// How many statements ran in `thread` since the program began.
    static qint64 statementsIn(QThread *thread);

private:
    friend class Transaction;
    friend class Savepoint;
    friend class Snapshot;
    [[nodiscard]] Result<void> admitted(const QString &sql);
    [[nodiscard]] Error noted(Error error); ///< remembers a lost connection; knows what we ended ourselves

    QSqlDatabase m_database;
    Dialect m_dialect;
    QThread *m_thread;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
    /// SQL text and the types of its parameters -> name of the statement on the server
    QHash<std::pair<QString, QList<quint32>>, QByteArray> m_binary;
    Probe m_probe;
    std::unique_ptr<Interrupter> m_interrupter;
    int m_depth = 0;
    bool m_lost = false;
};

/// A write transaction: rolls back unless committed. On SQLite it begins IMMEDIATE, so that it never has to upgrade a
/// read lock. Neither copyable nor movable; a second one on the same session is a programming error (asserted).
class Transaction
{
public:
    explicit Transaction(Session &session);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Whether it could begin (busy, connection lost); check it first.
    [[nodiscard]] const Result<void> &begun() const { return m_begun; }
    /// ConnectionLost from here means that the outcome is unknown.
    [[nodiscard]] Result<void> commit();

private:
    Session &m_session;
    Result<void> m_begun;
    bool m_open = false;
};

/// A part of a write transaction that can be taken back alone: rolls back to where it began unless released. The work
/// before it stays, and so does the transaction, also on PostgreSQL after an error.
class Savepoint
{
public:
    explicit Savepoint(Session &session);
    ~Savepoint();
    Savepoint(const Savepoint &) = delete;
    Savepoint &operator=(const Savepoint &) = delete;

    [[nodiscard]] const Result<void> &begun() const { return m_begun; }
    [[nodiscard]] Result<void> release();

private:
    Session &m_session;
    Result<void> m_begun;
    bool m_open = false;
};

/// A read transaction: every statement sees the same state of the book (SQLite deferred, PostgreSQL REPEATABLE READ
/// READ ONLY). Ends with the object.
class Snapshot
{
public:
    explicit Snapshot(Session &session);
    ~Snapshot();
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;
    [[nodiscard]] const Result<void> &begun() const { return m_begun; }

private:
    Session &m_session;
    Result<void> m_begun;
};

/// Runs a whole unit of work in one transaction and commits it; replays it on Busy (lock, deadlock, serialization)
/// only, at most `attempts` times with a growing, jittered delay (rule E20). The work must have no effects outside the
/// database.
template <typename T>
[[nodiscard]] Result<T> inTransaction(Session &session, const std::function<Result<T>()> &work, int attempts = 6);

void pauseBeforeRetry(int attempt);

template <typename T>
Result<T> inTransaction(Session &session, const std::function<Result<T>()> &work, int attempts)
{
    for (int attempt = 1;; ++attempt) {
        Result<T> result = [&]() -> Result<T> {
            Transaction transaction(session);
            BINCARD_TRY(transaction.begun());
            Result<T> done = work();
            if (done.ok())
                BINCARD_TRY(transaction.commit());
            return done;
        }();
        if (result.ok() || !mayReplay(result.error()) || attempt >= attempts)
            return result;
        pauseBeforeRetry(attempt);
    }
}

} // namespace bincard::db
