// SPDX-License-Identifier: LGPL-3.0-or-later
#include "db/Migrator.h"

#include "db/SqlCatalog.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QMap>

namespace bincard::db {

namespace {

QList<Migration> readAll(const QString &folder, const Dialect &dialect)
{
    QMap<int, Migration> byNumber;
    QMap<int, QByteArray> texts;
    const QString other =
        QStringLiteral(".%1.sql").arg(dialect.isSqlite() ? QStringLiteral("postgresql") : QStringLiteral("sqlite"));
    // "0002_documents.sql" sorts behind "0002_documents.sqlite.sql", so the engine's own files come in a second pass.
    const QStringList files = QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const bool own : {false, true}) {
        for (const QString &name : files) {
            if (name.endsWith(other) || name.endsWith(QStringLiteral(".%1.sql").arg(dialect.name())) != own)
                continue;
            QFile file(folder + u'/' + name);
            if (!file.open(QIODevice::ReadOnly))
                qFatal("Migration %s cannot be read", qPrintable(name));
            const QByteArray text = file.readAll();
            const int number = name.section(u'_', 0, 0).toInt();
            Migration &migration = byNumber[number];
            migration.number = number;
            migration.name = name.section(u'.', 0, 0).section(u'_', 1);
            texts[number] += text;
            const QStringList parts = QString::fromUtf8(text).split(QStringLiteral("-- ;;"));
            for (const QString &part : parts) {
                const QString statement = dialect.expand(withoutComments(part)).trimmed();
                if (!statement.isEmpty())
                    migration.statements << statement;
            }
        }
    }
    for (Migration &migration : byNumber)
        migration.checksum = QString::fromLatin1(
            QCryptographicHash::hash(texts.value(migration.number), QCryptographicHash::Sha256).toHex());
    return byNumber.values();
}

} // namespace

Migrator::Migrator(Session &session, const QString &folder)
    : m_session(session)
    , m_migrations(readAll(folder, session.dialect()))
{}

int Migrator::newest() const { return m_migrations.isEmpty() ? 0 : m_migrations.constLast().number; }

Result<bool> Migrator::hasHistory()
{
    BINCARD_ASSIGN(rows,
        m_session.query(m_session.dialect().isSqlite()
                ? QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name = 'schema_migration'")
                : QStringLiteral("SELECT count(*) FROM pg_tables WHERE schemaname = "
                                 "current_schema() AND tablename = 'schema_migration'")));
    const bool found = rows.next() && rows.integer(0) > 0;
    BINCARD_TRY(rows.finished());
    return found;
}

Result<int> Migrator::current()
{
    BINCARD_ASSIGN(history, hasHistory());
    if (!history)
        return 0;
    BINCARD_ASSIGN(
        rows, m_session.query(QStringLiteral("SELECT number, checksum FROM schema_migration ORDER BY number")));
    int last = 0;
    qsizetype index = 0;
    while (rows.next()) {
        last = static_cast<int>(rows.integer(0));
        if (last > newest())
            continue; // a newer program's; reported below
        if (index >= m_migrations.size() || m_migrations.at(index).number != last
            || m_migrations.at(index).checksum != rows.text(1))
            return Error(ErrorCode::Corrupt,
                {QT_TRANSLATE_NOOP("Error",
                     "The book's schema step %1 is not the one this program knows. It may "
                     "come from an unfinished version of Bincard. Nothing was changed."),
                    {QString::number(last)}});
        ++index;
    }
    BINCARD_TRY(rows.finished());
    if (last > newest())
        return Error(ErrorCode::SchemaNewer,
            {QT_TRANSLATE_NOOP("Error",
                 "The book was made by a newer version of Bincard (schema %1, this program "
                 "knows %2). Install the newer version to open it. Nothing was changed."),
                {QString::number(last), QString::number(newest())}},
            {{QStringLiteral("schema"), last}, {QStringLiteral("known"), newest()}});
    return last;
}

Result<void> Migrator::migrate(int until)
{
    Q_ASSERT(m_session.inTransaction());
    BINCARD_TRY(m_session.run(m_session.dialect().expand(
        QStringLiteral("CREATE TABLE IF NOT EXISTS schema_migration (number INTEGER PRIMARY KEY, name $text NOT NULL, "
                       "checksum $text NOT NULL, applied_at $instant NOT NULL DEFAULT ($now))"))));
    if (m_session.dialect().isPostgres()) // two programs that upgrade the same book at once: one waits
        BINCARD_TRY(m_session.run(QStringLiteral("LOCK TABLE schema_migration IN EXCLUSIVE MODE")));
    BINCARD_ASSIGN(done, current());
    for (const Migration &migration : m_migrations) {
        if (migration.number <= done || migration.number > until)
            continue;
        for (const QString &statement : migration.statements)
            BINCARD_TRY(m_session.run(statement));
        BINCARD_TRY(
            m_session.execute(QStringLiteral("INSERT INTO schema_migration (number, name, checksum) VALUES (?, ?, ?)"),
                {migration.number, migration.name, migration.checksum}));
    }
    m_session.forgetStatements();
    return {};
}

} // namespace bincard::db
