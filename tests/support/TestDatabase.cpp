// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestDatabase.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QUrl>
#include <QUuid>

#include <optional>

namespace bincard::test {

namespace {

/// Where databases can be made; nothing if no server is named.
std::optional<BookLocation> server()
{
    const QString url = qEnvironmentVariable("BINCARD_TEST_PG");
    if (!url.isEmpty()) {
        auto parsed = BookLocation::parse(url);
        if (!parsed.ok())
            qFatal("BINCARD_TEST_PG: %s", qPrintable(parsed.error().message().english()));
        return *parsed;
    }
    if (!qEnvironmentVariableIsSet("PGHOST") && !qEnvironmentVariableIsSet("PGPORT"))
        return {};
    BookLocation location;
    location.kind = BookLocation::Kind::Server;
    location.host = qEnvironmentVariable("PGHOST");
    location.port = qEnvironmentVariable("PGPORT", QStringLiteral("5432")).toInt();
    location.user = qEnvironmentVariable("PGUSER");
    location.password = qEnvironmentVariable("PGPASSWORD");
    location.database = QStringLiteral("postgres");
    return location;
}

void execute(const QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    if (!query.exec(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
}

} // namespace

void engines()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("sqlite") << QStringLiteral("sqlite");
    QTest::newRow("postgresql") << QStringLiteral("postgresql");
}

void postgresqlOnly()
{
    QTest::addColumn<QString>("engine");
    QTest::addRow("postgresql") << QStringLiteral("postgresql");
}

QString whyUnavailable(const QString &engine)
{
    const QString driver = engine == u"sqlite" ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL");
    if (!QSqlDatabase::isDriverAvailable(driver))
        return QStringLiteral("Qt's driver %1 is not installed.").arg(driver);
    if (engine == u"postgresql" && !server())
        return QStringLiteral(
            "No PostgreSQL server: set BINCARD_TEST_PG, or run under pg_virtualenv as ./dev test does.");
    return {};
}

bool isRequired(const QString &engine)
{
    return engine == u"sqlite" || qEnvironmentVariableIntValue("BINCARD_REQUIRE_PG") != 0;
}

TestConnection::TestConnection(const BookLocation &location)
    : m_name(QStringLiteral("test-") + QUuid::createUuid().toString(QUuid::Id128))
{
    QSqlDatabase database =
        QSqlDatabase::addDatabase(location.isServer() ? QStringLiteral("QPSQL") : QStringLiteral("QSQLITE"), m_name);
    database.setNumericalPrecisionPolicy(QSql::HighPrecision);
    if (location.isServer()) {
        database.setHostName(location.host);
        database.setPort(location.port);
        database.setDatabaseName(location.database);
        database.setUserName(location.user);
        database.setPassword(location.password);
        database.setConnectOptions(location.options);
    } else {
        database.setDatabaseName(location.path);
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=20000"));
    }
    if (!database.open())
        qFatal("%s: %s", qPrintable(location.toString()), qPrintable(database.lastError().text()));
    if (location.isServer()) {
        execute(database, QStringLiteral("SET client_min_messages = warning"));
    } else {
        // Tests need not survive a power cut: no waiting for the disk.
        for (const char *pragma :
            {"foreign_keys = ON", "trusted_schema = OFF", "journal_mode = WAL", "synchronous = OFF"})
            execute(database, QStringLiteral("PRAGMA ") + QLatin1String(pragma));
    }
}

TestConnection::~TestConnection()
{
    database().close();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlDatabase TestConnection::database() const { return QSqlDatabase::database(m_name, false); }

TestDatabase::TestDatabase(const QString &engine) : m_engine(engine)
{
    const QString name = QStringLiteral("bincard_test_%1_%2")
                             .arg(QCoreApplication::applicationPid())
                             .arg(QUuid::createUuid().toString(QUuid::Id128).left(12));
    if (isSqlite()) {
        m_folder = std::make_unique<QTemporaryDir>();
        if (!m_folder->isValid())
            qFatal("No temporary folder: %s", qPrintable(m_folder->errorString()));
        m_location.path = m_folder->filePath(name + QStringLiteral(".bincard"));
        return;
    }
    const auto admin = server();
    if (!admin)
        qFatal("No PostgreSQL server is named.");
    // template0: nobody is connected to it. file_copy is the quicker way where nothing waits for the disk. A locale of
    // the server's own would order text otherwise than tests expect.
    execute(TestConnection(*admin),
        QStringLiteral("CREATE DATABASE %1 TEMPLATE template0 STRATEGY file_copy "
                       "ENCODING 'UTF8' LOCALE 'C'")
            .arg(name));
    m_location = *admin;
    m_location.database = name;
}

TestDatabase::~TestDatabase()
{
    m_connection.reset();
    if (!isSqlite())
        execute(TestConnection(*server()), QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(m_location.database));
}

QString TestDatabase::url() const
{
    if (!m_location.isServer() || m_location.password.isEmpty())
        return m_location.toString();
    QUrl url(m_location.toString());
    url.setPassword(m_location.password);
    return url.toString();
}

QSqlDatabase TestDatabase::database()
{
    if (!m_connection)
        m_connection = std::make_unique<TestConnection>(m_location);
    return m_connection->database();
}

void TestDatabase::run(const QString &sql) { execute(database(), sql); }

QString TestDatabase::value(const QString &sql)
{
    QSqlQuery query(database());
    if (!query.exec(sql) || !query.next())
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    return query.value(0).toString();
}

} // namespace bincard::test
