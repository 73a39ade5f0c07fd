// SPDX-License-Identifier: GPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "db/Connection.h"
#include "db/Interrupter.h"
#include "service/OpenBook.h"
#include "support/Registers.h"
#include "support/TestDatabase.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QThread>

#include <thread>

using namespace bincard;
using namespace bincard::test;

/// What a server refuses for reasons of its own, told so that a person can act on it (rule E19), and what we end ourselves.
class TestServerRefusals : public QObject
{
    Q_OBJECT

private slots:
    void everyState_data();
    void everyState();
    void stoppedStatementIsNotRepeated_data() { postgresqlOnly(); }
    void stoppedStatementIsNotRepeated();
    void lockTimeoutIsRepeated_data() { postgresqlOnly(); }
    void lockTimeoutIsRepeated();
    void readOnly_data() { postgresqlOnly(); }
    void readOnly();
    void idleTooLong_data();
    void idleTooLong();
    void connecting_data() { postgresqlOnly(); }
    void connecting();
    void interrupted_data() { engines(); }
    void interrupted();
};

namespace {

std::unique_ptr<db::Connection> opened(const TestDatabase &database)
{
    auto connection = db::Connection::open(database.location(), db::Connection::Create::Yes);
    if (!connection.ok())
        qFatal("%s", qPrintable(told(connection.error())));
    return std::move(connection).value();
}

} // namespace

void TestServerRefusals::everyState_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("state");
    QTest::addColumn<ErrorCode>("expected");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *state, ErrorCode expected, const char *words) {
        QTest::newRow(state) << "postgresql" << state << expected << words;
    };
    row("57014", ErrorCode::Busy, "stopped this work");
    row("53100", ErrorCode::Storage, "disk of the server is full");
    row("53200", ErrorCode::Storage, "not enough memory");
    row("53300", ErrorCode::Busy, "as many connections");
    row("55P03", ErrorCode::Busy, "in use by somebody else");
    row("40P01", ErrorCode::Busy, "in use by somebody else");
    row("40001", ErrorCode::Busy, "in use by somebody else");
    row("57P01", ErrorCode::ConnectionLost, "was lost");
    row("57P02", ErrorCode::ConnectionLost, "was lost");
    row("57P03", ErrorCode::Busy, "starting or shutting down");
    row("57P04", ErrorCode::ConnectionLost, "was lost");
    row("57P05", ErrorCode::ConnectionLost, "longer than the server allows");
    row("25P03", ErrorCode::ConnectionLost, "longer than the server allows");
    row("25006", ErrorCode::PermissionDenied, "read, not changed");
    row("42501", ErrorCode::PermissionDenied, "no right");
    row("23505", ErrorCode::Duplicate, "already");
    row("22003", ErrorCode::Validation, "refused the values");
    row("XX000", ErrorCode::Storage, "could not be read or written");
}

// As the server raises it, through the driver and through libpq.
void TestServerRefusals::everyState()
{
    BINCARD_TEST_DATABASE(database);
    QFETCH(QString, state);
    QFETCH(ErrorCode, expected);
    QFETCH(QString, words);
    const auto connection = opened(database);
    db::Session &session = connection->session();
    BINCARD_OK(session.run(QString("CREATE FUNCTION raised(wanted integer) RETURNS void LANGUAGE plpgsql AS"
                                   " $$BEGIN RAISE EXCEPTION USING ERRCODE = '%1', MESSAGE = 'because'; END$$")
                               .arg(state)));
    const auto plain = session.run("SELECT raised(1)");
    const auto prepared = session.query("SELECT raised(?)", {1});
    for (const Error &error : {plain.error(), prepared.error()}) {
        QCOMPARE(error.code(), expected);
        QVERIFY2(error.message().english().contains(words), qPrintable(told(error)));
        QVERIFY2(error.technical().contains("because"), qPrintable(told(error)));
        QCOMPARE(db::mayReplay(error), expected == ErrorCode::Busy && state != u"57014");
    }
}

// By its own limit of time, and by an administrator. What took too long once would do so again.
void TestServerRefusals::stoppedStatementIsNotRepeated()
{
    BINCARD_TEST_DATABASE(database);
    const auto connection = opened(database);
    db::Session &session = connection->session();
    int attempts = 0;
    const auto slow = [&] {
        return db::inTransaction<void>(session, [&] {
            ++attempts;
            return session.run("SELECT pg_sleep(60)");
        });
    };
    BINCARD_OK(session.run("SET statement_timeout = '100ms'"));
    const auto timedOut = slow();
    BINCARD_FAILS(timedOut, ErrorCode::Busy);
    QVERIFY(timedOut.error().details()["stopped_by_server"].toBool());
    QCOMPARE(attempts, 1);
    BINCARD_OK(session.run("SET statement_timeout = 0"));
    std::atomic<bool> over = false;
    std::thread administrator([&] {
        const TestConnection other(database.location());
        QSqlQuery query(other);
        while (!over) {
            if (!query.exec("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)'"
                            " AND state = 'active' AND datname = current_database()"))
                qFatal("%s", qPrintable(query.lastError().text()));
            QThread::msleep(20);
        }
    });
    const auto ended = slow();
    over = true;
    administrator.join();
    BINCARD_FAILS(ended, ErrorCode::Busy);
    QCOMPARE(attempts, 2);
    QVERIFY(!session.connectionLost());
    BINCARD_OK(session.run("SELECT 1"));
}

void TestServerRefusals::lockTimeoutIsRepeated()
{
    BINCARD_TEST_DATABASE(database);
    database.run("CREATE TABLE taken (id integer)");
    QVERIFY(database.database().transaction());
    database.run("LOCK TABLE taken IN ACCESS EXCLUSIVE MODE");
    const auto connection = opened(database);
    db::Session &session = connection->session();
    BINCARD_OK(session.run("SET lock_timeout = '50ms'"));
    int attempts = 0;
    const auto work = [&] {
        if (++attempts == 3 && !database.database().rollback())
            qFatal("no rollback");
        return session.run("INSERT INTO taken VALUES (1)");
    };
    BINCARD_OK(db::inTransaction<void>(session, work));
    QCOMPARE(attempts, 3);
}

// A standby, or a database that was set so.
void TestServerRefusals::readOnly()
{
    BINCARD_TEST_DATABASE(database);
    {
        Stock stock(database);
        BINCARD_OK(stock->post({Stock::movement("first", "2026-04-01", 1, 10, "5")}));
    }
    database.run("SET default_transaction_read_only = on");
    Accumulator accumulator(database.database());
    auto stock = accumulator.use("stock");
    BINCARD_OK(stock);
    const auto refused = stock->post({Stock::movement("second", "2026-04-01", 1, 10, "5")});
    BINCARD_FAILS(refused, ErrorCode::PermissionDenied);
    QVERIFY(refused.error().message().english().contains("read, not changed"));
    QCOMPARE(shown(*stock->balance({})), "5.0000 0.00");
}

void TestServerRefusals::idleTooLong_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("limit");
    QTest::addColumn<bool>("inTransaction");
    QTest::newRow("in a transaction") << "postgresql"
                                      << "idle_in_transaction_session_timeout" << true;
    QTest::newRow("between two") << "postgresql"
                                 << "idle_session_timeout" << false;
}

void TestServerRefusals::idleTooLong()
{
    BINCARD_TEST_DATABASE(database);
    QFETCH(QString, limit);
    QFETCH(bool, inTransaction);
    const auto connection = opened(database);
    db::Session &session = connection->session();
    BINCARD_OK(session.run("SET " + limit + " = '50ms'"));
    if (inTransaction)
        BINCARD_OK(session.run("BEGIN"));
    QTRY_COMPARE(
        database.value("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"), "1"); // we are
    BINCARD_FAILS(session.run("SELECT 1"), ErrorCode::ConnectionLost);
    QVERIFY(session.connectionLost());
}

void TestServerRefusals::connecting()
{
    BINCARD_TEST_DATABASE(database);
    const QString role = database.location().database; // a name that nobody else has
    const auto refusal = [&](const QString &user, const QString &password) {
        BookLocation location = database.location();
        location.user = user;
        location.password = password;
        return db::Connection::open(location, db::Connection::Create::No).error();
    };
    const auto says = [](const Error &error, ErrorCode code, const char *words) {
        QVERIFY2(
            error.code() == code && error.message().english().contains(QLatin1String(words)), qPrintable(told(error)));
    };
    database.run("CREATE ROLE " + role + " LOGIN PASSWORD 'right'");
    struct Dropped
    {
        TestDatabase &database;
        QString role;
        ~Dropped() { database.run("DROP ROLE " + role); }
    } const dropped{database, role};
    says(refusal(role, "wrong"), ErrorCode::PermissionDenied, "refused the user");
    says(refusal("nobody_" + role, "right"), ErrorCode::PermissionDenied, "refused the user");
    database.run("REVOKE CONNECT ON DATABASE " + role + " FROM PUBLIC");
    says(refusal(role, "right"), ErrorCode::PermissionDenied, "may not connect");
    database.run("GRANT CONNECT ON DATABASE " + role + " TO PUBLIC");
    database.run("ALTER ROLE " + role + " CONNECTION LIMIT 0");
    says(refusal(role, "right"), ErrorCode::Busy, "as many connections");
    database.run("ALTER ROLE " + role + " CONNECTION LIMIT -1 NOLOGIN");
    says(refusal(role, "right"), ErrorCode::PermissionDenied, "refused the user");
    BookLocation nowhere = database.location();
    nowhere.database = "no_" + role;
    says(db::Connection::open(nowhere, db::Connection::Create::No).error(), ErrorCode::NotFound, "no database named");
}

// By ourselves: what is under way ends, nothing is committed any more, and it is not taken for the server's doing.
void TestServerRefusals::interrupted()
{
    BINCARD_TEST_DATABASE(database);
    const auto connection = opened(database);
    db::Session &session = connection->session();
    BINCARD_OK(session.run("CREATE TABLE kept (id integer)"));
    db::Interrupter &interrupter = session.interrupter();
    std::atomic<bool> over = false;
    std::thread person;
    const auto work = [&]() -> Result<void> {
        BINCARD_TRY(session.run("INSERT INTO kept VALUES (1)"));
        person = std::thread([&] {
            QThread::msleep(200);
            for (; !over; QThread::msleep(20))
                interrupter.interrupt();
        });
        return session.run(database.isSqlite() ? "INSERT INTO kept WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n "
                                                 "+ 1 FROM c) SELECT max(n) FROM c"
                                               : "SELECT pg_sleep(600)");
    };
    const auto done = db::inTransaction<void>(session, work);
    over = true;
    person.join();
    BINCARD_FAILS(done, ErrorCode::Cancelled);
    BINCARD_FAILS(session.run("INSERT INTO kept VALUES (2)"), ErrorCode::Cancelled);
    QCOMPARE(database.value("SELECT count(*) FROM kept"), "0");
}

QTEST_GUILESS_MAIN(TestServerRefusals)
#include "tst_server_refusals.moc"
