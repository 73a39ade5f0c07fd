// SPDX-License-Identifier: LGPL-3.0-or-later
#include "db/Interrupter.h"

#include "db/Session.h"

#include <QCoreApplication>
#include <QLibrary>
#include <QSqlDriver>

#include <libpq-fe.h>

#include <array>

namespace bincard::db {

namespace {

using InterruptFile = void (*)(void *);

/// sqlite3_interrupt of the very SQLite that Qt's driver uses, found through the driver: another copy must not touch its
/// connections.
InterruptFile interruptOfDriver()
{
    const QStringList folders = QCoreApplication::libraryPaths();
    for (const QString &folder : folders) {
        QLibrary driver(folder + QStringLiteral("/sqldrivers/qsqlite"));
        if (!driver.load())
            continue;
        if (const QFunctionPointer found = driver.resolve("sqlite3_interrupt"))
            return reinterpret_cast<InterruptFile>(found);
    }
    return nullptr;
}

} // namespace

Interrupter::Interrupter(const QSqlDatabase &database)
{
    if (auto *connection = static_cast<PGconn *>(postgresConnection(database))) {
        m_server = PQgetCancel(connection);
        return;
    }
    const QVariant handle = database.driver()->handle();
    if (QByteArrayView(handle.typeName()) != "sqlite3*")
        return;
    static const InterruptFile found = interruptOfDriver();
    m_file = *static_cast<void *const *>(handle.constData());
    m_interruptFile = found;
}

Interrupter::~Interrupter() { PQfreeCancel(m_server); }

void Interrupter::interrupt()
{
    m_asked.store(true);
    if (m_server) {
        std::array<char, 256> reason{}; // a server that is gone ends the statement as well
        (void)PQcancel(m_server, reason.data(), static_cast<int>(reason.size()));
    }
    if (m_file && m_interruptFile)
        m_interruptFile(m_file);
}

} // namespace bincard::db
