// SPDX-License-Identifier: LGPL-3.0-or-later
#include "db/Connection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QtEndian>

#include <algorithm>
#include <atomic>

namespace bincard::db {

namespace {

Error failure(ErrorCode code, Message message, const QString &technical = {})
{
    QJsonObject details;
    if (!technical.isEmpty())
        details.insert(QStringLiteral("technical"), technical);
    return {code, std::move(message), details};
}

Result<void> driverPresent(const QString &driver, const QString &package)
{
    if (QSqlDatabase::isDriverAvailable(driver))
        return {};
    return failure(ErrorCode::Storage,
        {QT_TRANSLATE_NOOP("Error",
             "The database driver %1 is missing. Install it "
             "(on Debian and Ubuntu: package %2) and start again."),
            {driver, package}});
}

bool isNetworkFolder(const QString &path)
{
    static const QList<QByteArray> types{"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "9p", "ncpfs",
        "webdav", "davfs", "coda", "afpfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2"};
    const QStorageInfo storage(QFileInfo(path).absolutePath());
    return types.contains(storage.fileSystemType().toLower()) || storage.device().startsWith("//");
}

QString systemUser()
{
    for (const char *variable : {"USER", "USERNAME", "LOGNAME"}) {
        const QString user = qEnvironmentVariable(variable);
        if (!user.isEmpty())
            return user;
    }
    return QStringLiteral("operator");
}

/// Everything that can be said about a file before SQLite is let near it.
Result<void> fileUsable(const BookLocation &location, Connection::Create create)
{
    const QFileInfo file(location.path);
    const QString name = QDir::toNativeSeparators(location.path);
    const QFileInfo folder(file.absolutePath());
    if (!folder.isDir())
        return failure(ErrorCode::NotFound,
            {QT_TRANSLATE_NOOP("Error", "The folder %1 does not exist. Choose another place for the book."),
                {QDir::toNativeSeparators(folder.filePath())}});
    if (file.isDir())
        return failure(ErrorCode::NotFound,
            {QT_TRANSLATE_NOOP("Error", "%1 is a folder. Name the file of the book in it, such as %2."),
                {name, QDir::toNativeSeparators(QDir(location.path).filePath(QStringLiteral("company.bincard")))}});
    switch (fileKind(location.path)) {
    case FileKind::Missing:
        if (create == Connection::Create::No)
            return failure(ErrorCode::NotFound,
                {QT_TRANSLATE_NOOP("Error", "There is no book at %1. Check the name, or make a new book."), {name}});
        break;
    case FileKind::Empty:
        if (create == Connection::Create::No)
            return failure(ErrorCode::Corrupt,
                {QT_TRANSLATE_NOOP("Error",
                     "The file %1 is empty, so it is no book. Restore it from a "
                     "backup, or make a new book."),
                    {name}});
        break;
    case FileKind::NoDatabase:
        return failure(ErrorCode::Corrupt,
            {QT_TRANSLATE_NOOP("Error",
                 "%1 is no Bincard book, or its beginning is damaged. Choose another "
                 "file, or restore it from a backup. The file was not changed."),
                {name}});
    case FileKind::OtherDatabase:
        return failure(ErrorCode::Corrupt,
            {QT_TRANSLATE_NOOP("Error",
                 "%1 is a database of another program, not a Bincard book. The file "
                 "was not changed."),
                {name}});
    case FileKind::Book: break;
    }
    if (!folder.isWritable() || (file.exists() && !file.isWritable()))
        return failure(ErrorCode::PermissionDenied,
            {QT_TRANSLATE_NOOP("Error",
                 "%1 cannot be written. A book needs a folder in which you may write: "
                 "copy it to one, or ask for the right to write here."),
                {name}});
    return {};
}

Error serverError(const BookLocation &location, const QSqlError &error)
{
    const QString text = error.databaseText().trimmed();
    // The server says why in its language, and the driver not by which SQLSTATE: what is known is known in English.
    const auto says = [&text](std::initializer_list<QStringView> parts) {
        return std::ranges::any_of(parts, [&text](QStringView part) { return text.contains(part); });
    };
    if (says({u"permission denied for database"}))
        return failure(ErrorCode::PermissionDenied,
            {QT_TRANSLATE_NOOP("Error",
                 "The user \"%1\" may not connect to the database \"%2\". An administrator can allow it (GRANT "
                 "CONNECT)."),
                {location.user, location.database}},
            text);
    if (says({u"too many clients", u"too many connections", u"remaining connection slots"}))
        return failure(ErrorCode::Busy,
            {QT_TRANSLATE_NOOP(
                 "Error", "The server has as many connections as it allows. Somebody has to leave first."),
                {}},
            text);
    if (says({u"the database system is"}))
        return failure(
            ErrorCode::Busy, {QT_TRANSLATE_NOOP("Error", "The server is starting or shutting down."), {}}, text);
    const bool role = says({u"role \""}) && says({u"not exist", u"not permitted to log in"});
    if (role || text.contains(u"password") || text.contains(u"authentication") || text.contains(u"pg_hba"))
        return failure(ErrorCode::PermissionDenied,
            {QT_TRANSLATE_NOOP("Error", "The server %1 refused the user \"%2\". Check the user name and password."),
                {location.host, location.user}},
            text);
    if (text.contains(u"database \"") && text.contains(u"not exist"))
        return failure(ErrorCode::NotFound,
            {QT_TRANSLATE_NOOP("Error",
                 "The server has no database named \"%1\". Have an administrator make "
                 "it (createdb %1), then try again."),
                {location.database}},
            text);
    return failure(ErrorCode::ConnectionLost,
        {QT_TRANSLATE_NOOP("Error",
             "The server %1 (port %2) could not be reached. Check the address and the "
             "network, and that PostgreSQL is running there."),
            {location.host.isEmpty() ? QStringLiteral("localhost") : location.host, QString::number(location.port)}},
        text);
}

} // namespace

FileKind fileKind(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return FileKind::Missing;
    if (QFileInfo(path).isDir())
        return FileKind::NoDatabase;
    if (file.size() == 0)
        return FileKind::Empty;
    if (!file.open(QIODevice::ReadOnly))
        return FileKind::Book; // cannot be read: opening it says why
    const QByteArray header = file.read(100);
    if (header.size() < 100 || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return FileKind::NoDatabase;
    return qFromBigEndian<qint32>(header.constData() + 68) == applicationId ? FileKind::Book : FileKind::OtherDatabase;
}

Result<std::unique_ptr<Connection>> Connection::open(const BookLocation &location, Create create)
{
    static std::atomic<quint64> counter{0};
    std::unique_ptr<Connection> connection(new Connection);
    connection->m_name = QStringLiteral("bincard-%1").arg(++counter);
    BINCARD_TRY(location.isServer() ? connection->openServer(location) : connection->openFile(location, create));
    return connection;
}

Connection::~Connection()
{
    m_session.reset();
    if (QSqlDatabase::contains(m_name)) {
        QSqlDatabase::database(m_name, false).close();
        QSqlDatabase::removeDatabase(m_name);
    }
}

Result<QString> Connection::single(const QString &sql)
{
    BINCARD_ASSIGN(rows, m_session->query(sql));
    const QString value = rows.next() ? rows.text(0) : QString();
    BINCARD_TRY(rows.finished());
    return value;
}

Result<void> Connection::openFile(const BookLocation &location, Create create)
{
    BINCARD_TRY(driverPresent(QStringLiteral("QSQLITE"), QStringLiteral("libqt6sql6-sqlite")));
    BINCARD_TRY(fileUsable(location, create));
    const Dialect dialect(Engine::SQLite);
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    database.setDatabaseName(location.path);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    if (!database.open())
        return dialect.error(database.lastError());
    m_session = std::make_unique<Session>(database, dialect);
    m_networkFolder = isNetworkFolder(location.path);
    // Reads the first page: a damaged file speaks up here, before anything is written.
    BINCARD_TRY(single(QStringLiteral("SELECT count(*) FROM sqlite_master")));
    if (fileKind(location.path) != FileKind::Book) // a new one; before anything else is written into its header
        BINCARD_TRY(m_session->run(QStringLiteral("PRAGMA application_id = %1").arg(applicationId)));
    BINCARD_TRY(m_session->run(QStringLiteral("PRAGMA foreign_keys = ON")));
    BINCARD_TRY(m_session->run(QStringLiteral("PRAGMA recursive_triggers = ON")));
    BINCARD_TRY(m_session->run(QStringLiteral("PRAGMA trusted_schema = OFF")));
    BINCARD_ASSIGN(mode,
        single(m_networkFolder ? QStringLiteral("PRAGMA journal_mode = DELETE")
                               : QStringLiteral("PRAGMA journal_mode = WAL")));
    m_journalMode = mode;
    BINCARD_TRY(m_session->run(QStringLiteral("PRAGMA synchronous = FULL")));
    // Measured: two thirds of the time of batches of 1000 at their defaults of 2 MB and 1000 pages. The log is copied
    // into the file when it has grown to 32 MB, so that a page that changes often is copied once.
    BINCARD_TRY(m_session->run(QStringLiteral("PRAGMA cache_size = -65536")));
    BINCARD_TRY(m_session->run(QStringLiteral("PRAGMA temp_store = MEMORY")));
    BINCARD_TRY(single(QStringLiteral("PRAGMA wal_autocheckpoint = 8000")));
    BINCARD_ASSIGN(version, single(QStringLiteral("SELECT sqlite_version()")));
    m_engineVersion = QStringLiteral("SQLite ") + version;
    m_user = systemUser();
    return {};
}

Result<void> Connection::openServer(const BookLocation &location)
{
    BINCARD_TRY(driverPresent(QStringLiteral("QPSQL"), QStringLiteral("libqt6sql6-psql")));
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), m_name);
    database.setHostName(location.host);
    database.setPort(location.port);
    database.setDatabaseName(location.database);
    database.setUserName(location.user);
    database.setPassword(location.password);
    QString options = location.options;
    if (!options.contains(u"connect_timeout"))
        options += (options.isEmpty() ? QString() : QStringLiteral(";")) + QStringLiteral("connect_timeout=10");
    database.setConnectOptions(options);
    if (!database.open())
        return serverError(location, database.lastError());
    m_session = std::make_unique<Session>(database, Dialect(Engine::PostgreSQL));
    for (const char *setting : {"SET TIME ZONE 'UTC'", "SET DateStyle = 'ISO, YMD'",
             "SET client_min_messages = warning", "SET standard_conforming_strings = on", "SET lock_timeout = '10s'"})
        BINCARD_TRY(m_session->run(QLatin1String(setting)));
    BINCARD_ASSIGN(version, single(QStringLiteral("SELECT current_setting('server_version')")));
    m_engineVersion = QStringLiteral("PostgreSQL ") + version.section(u' ', 0, 0);
    BINCARD_ASSIGN(number, single(QStringLiteral("SELECT current_setting('server_version_num')")));
    if (number.toInt() < 150000)
        return failure(ErrorCode::Storage,
            {QT_TRANSLATE_NOOP("Error",
                 "The server runs PostgreSQL %1; Bincard needs "
                 "version 15 or newer."),
                {version}});
    BINCARD_ASSIGN(user, single(QStringLiteral("SELECT session_user")));
    m_user = user;
    return {};
}

} // namespace bincard::db
