// SPDX-License-Identifier: 0BSD
// What every example begins with: the caller's own QSqlDatabase, on either engine.
//   ./define stock.db
//   ./define postgresql://user:password@localhost:5432/stock
#pragma once

#include <accumulator/Accumulator.h>

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QTextStream>
#include <QUrl>

inline QTextStream out(stdout);

inline QSqlDatabase databaseAt(const QString &place)
{
    if (!place.startsWith("postgresql://")) {
        QSqlDatabase file = QSqlDatabase::addDatabase("QSQLITE");
        file.setDatabaseName(place);
        file.setConnectOptions("QSQLITE_BUSY_TIMEOUT=10000"); // wait for other writers
        return file;
    }
    const QUrl url(place);
    QSqlDatabase server = QSqlDatabase::addDatabase("QPSQL");
    server.setHostName(url.host());
    server.setPort(url.port(5432));
    server.setDatabaseName(url.path().mid(1));
    server.setUserName(url.userName());
    server.setPassword(url.password());
    return server;
}

/// Opens the database named on the command line, runs the example, and tells of its error.
inline int runExample(
    int argc, char *argv[], bincard::Result<void> (*example)(QSqlDatabase &database))
{
    const QCoreApplication application(argc, argv);
    QSqlDatabase database = databaseAt(QCoreApplication::arguments().value(1, "stock.db"));
    if (!database.open()) {
        qCritical("%s", qPrintable(database.lastError().text()));
        return 1;
    }
    const bincard::Result<void> done = example(database);
    out.flush();
    if (!done.ok()) {
        const bincard::Error &error = done.error();
        qCritical("%s: %s", qPrintable(code(error.code())), qPrintable(error.message().english()));
        return 1;
    }
    return 0;
}
