// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/BenchBook.h"

#include "db/Connection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

namespace bincard {

namespace {

/// CREATE and DROP DATABASE cannot run inside a transaction, nor while connected to the database they mean.
Result<void> runOnServer(const BookLocation &server, const QString &sql)
{
    BINCARD_ASSIGN(connection, db::Connection::open(server, db::Connection::Create::No));
    return connection->session().run(sql);
}

} // namespace

Result<std::unique_ptr<BenchBook>> BenchBook::make(const std::optional<BookLocation> &beside)
{
    std::unique_ptr<BenchBook> bench(new BenchBook);
    const bool file = !beside || !beside->isServer();
    const QString parent = beside && file ? QFileInfo(beside->path).absolutePath() : QDir::tempPath();
    bench->m_folder = std::make_unique<QTemporaryDir>(parent + QStringLiteral("/bincard-bench"));
    if (!bench->m_folder->isValid())
        return Error(ErrorCode::PermissionDenied,
            {QT_TRANSLATE_NOOP("Error", "No folder can be made in %1: %2."), {parent, bench->m_folder->errorString()}});
    if (file) {
        bench->m_location.path = bench->m_folder->filePath(QStringLiteral("bench.bincard"));
        bench->m_place = parent;
    } else {
        bench->m_location = *beside;
        bench->m_location.database =
            QStringLiteral("bincard_bench_") + QUuid::createUuid().toString(QUuid::Id128).left(12);
        BINCARD_TRY(
            runOnServer(*beside, QStringLiteral("CREATE DATABASE ") + db::Dialect::quoted(bench->m_location.database)));
        bench->m_server = *beside;
        bench->m_place = QStringLiteral("%1:%2")
                             .arg(beside->host.isEmpty() ? QStringLiteral("localhost") : beside->host)
                             .arg(beside->port);
    }
    BINCARD_ASSIGN(book, OpenBook::open(bench->m_location, OpenMode::Create));
    bench->m_book = std::move(book);
    return bench;
}

BenchBook::~BenchBook()
{
    m_book.reset(); // closes it, so that file and database can go
    if (!m_server)
        return;
    // A database left behind does no harm and is named for what it was.
    const Result<void> dropped = runOnServer(*m_server,
        QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(db::Dialect::quoted(m_location.database)));
    Q_UNUSED(dropped)
}

} // namespace bincard
