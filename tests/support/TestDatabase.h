// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/BookLocation.h"

#include <QSqlDatabase>
#include <QTest>

#include <memory>

class QTemporaryDir;

namespace bincard::test {

/// Data rows of a test that runs on both engines: a column "engine" with the rows "sqlite" and "postgresql".
/// Call it from <test>_data(); the body begins with BINCARD_TEST_DATABASE(database).
void engines();
/// The row of PostgreSQL alone, for what a file cannot have: a further writer, rights, partitions.
void postgresqlOnly();

/// Empty where tests can use the engine; otherwise what to do about it. The server is named by BINCARD_TEST_PG (a URL
/// of a database in which the user may create databases) or by libpq's own PGHOST, PGPORT, PGUSER, PGPASSWORD, as
/// pg_virtualenv sets them.
[[nodiscard]] QString whyUnavailable(const QString &engine);

/// BINCARD_REQUIRE_PG=1: a missing server fails the tests instead of skipping them.
[[nodiscard]] bool isRequired(const QString &engine);

/// An open connection of its own, set up as the product sets it up (foreign keys, an untrusted schema, WAL,
/// waiting for locks), closed with
/// the object. Make and use it in one thread.
class TestConnection
{
public:
    explicit TestConnection(const BookLocation &location);
    ~TestConnection();
    TestConnection(const TestConnection &) = delete;
    TestConnection &operator=(const TestConnection &) = delete;

    [[nodiscard]] QSqlDatabase database() const;
    operator QSqlDatabase() const { return database(); } // NOLINT: reads as the connection that it is

private:
    QString m_name;
};

/// A fresh, empty database: a file in a temporary folder or a PostgreSQL database with a name of its own. Everything is
/// removed with the object, connections still open included. Aborts the test program if it cannot be made.
class TestDatabase
{
public:
    explicit TestDatabase(const QString &engine);
    ~TestDatabase();
    TestDatabase(const TestDatabase &) = delete;
    TestDatabase &operator=(const TestDatabase &) = delete;

    [[nodiscard]] QString engine() const { return m_engine; }
    [[nodiscard]] bool isSqlite() const { return m_engine == u"sqlite"; }
    [[nodiscard]] const BookLocation &location() const { return m_location; }
    /// What OpenBook and the command line take; with the password, so for tests only.
    [[nodiscard]] QString url() const;
    /// A connection that belongs to the thread that first asks. Further ones: TestConnection(location()).
    [[nodiscard]] QSqlDatabase database();

    /// One statement that must succeed; aborts the program otherwise.
    void run(const QString &sql);
    /// The first column of the first row, as text; aborts the program if the statement fails.
    [[nodiscard]] QString value(const QString &sql);

private:
    QString m_engine;
    BookLocation m_location;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestConnection> m_connection;
};

} // namespace bincard::test

/// Declares `name` for the engine of the data row; skips the row, or fails it, where there is no server.
#define BINCARD_TEST_DATABASE(name)                                                  \
    QFETCH(QString, engine);                                                         \
    if (const QString why = bincard::test::whyUnavailable(engine); !why.isEmpty()) { \
        if (bincard::test::isRequired(engine))                                       \
            QFAIL(qPrintable(why));                                                  \
        QSKIP(qPrintable(why));                                                      \
    }                                                                                \
    bincard::test::TestDatabase name(engine)
