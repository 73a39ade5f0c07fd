// SPDX-License-Identifier: LGPL-3.0-or-later
#include "db/Session.h"

#include "db/Interrupter.h"

#include <QCoreApplication>
#include <QMutex>
#include <QRandomGenerator>
#include <QSqlDriver>
#include <QSqlQuery>
#include <QThread>

#include <atomic>

namespace bincard::db {

namespace {

std::atomic<QThread *> forbiddenThread{nullptr};
QMutex countsMutex;
QHash<QThread *, qint64> &counts()
{
    static QHash<QThread *, qint64> map;
    return map;
}

Error cancelled() { return {ErrorCode::Cancelled, {QT_TRANSLATE_NOOP("Error", "Cancelled."), {}}}; }

} // namespace

Rows::Rows(std::shared_ptr<QSqlQuery> query, Dialect dialect) : m_query(std::move(query)), m_dialect(dialect) {}

Rows::~Rows()
{
    if (m_query)
        m_query->finish(); // an unfinished SELECT would keep SQLite's read lock
}

bool Rows::next() { return m_query->next(); }

Result<void> Rows::finished() const
{
    if (m_query->lastError().isValid())
        return m_dialect.error(m_query->lastError());
    return {};
}

int Rows::affected() const { return m_query->numRowsAffected(); }

QVariant Rows::value(int column) const { return m_query->value(column); }

bool Rows::isNull(int column) const { return m_query->isNull(column); }

qint64 Rows::integer(int column) const { return value(column).toLongLong(); }

bool Rows::boolean(int column) const { return value(column).toBool(); }

QString Rows::text(int column) const { return value(column).toString(); }

Decimal Rows::decimal(int column, int scale) const
{
    const QVariant raw = value(column);
    if (raw.isNull())
        return {0, scale};
    if (m_dialect.isSqlite())
        return {raw.toLongLong(), scale};
    auto parsed = Decimal::parse(raw.toString(), scale);
    Q_ASSERT_X(parsed.ok(), "Rows::decimal", "the column has another scale");
    return parsed.ok() ? *parsed : Decimal(0, scale);
}

QDate Rows::date(int column) const
{
    const QVariant raw = value(column);
    return raw.userType() == QMetaType::QDate ? raw.toDate() : QDate::fromString(raw.toString().left(10), Qt::ISODate);
}

Period Rows::period(int column) const
{
    auto parsed = Period::parse(text(column));
    return parsed.ok() ? *parsed : Period();
}

QUuid Rows::uuid(int column) const { return QUuid::fromString(text(column)); }

Session::Session(const QSqlDatabase &database, Dialect dialect)
    : m_database(database)
    , m_dialect(dialect)
    , m_thread(QThread::currentThread())
{
    // Without it QPSQL hands NUMERIC over as double (E14).
    m_database.setNumericalPrecisionPolicy(QSql::HighPrecision);
}

Session::~Session() = default;

Interrupter &Session::interrupter()
{
    if (!m_interrupter)
        m_interrupter = std::make_unique<Interrupter>(m_database);
    return *m_interrupter;
}

void Session::forbidThread(QThread *thread) { forbiddenThread.store(thread); }

qint64 Session::statementsIn(QThread *thread)
{
    const QMutexLocker lock(&countsMutex);
    return counts().value(thread);
}

Result<void> Session::admitted(const QString &sql)
{
    QThread *current = QThread::currentThread();
    if (current == forbiddenThread.load())
        qFatal("A statement ran in the thread that must never touch the database: %s", qPrintable(sql));
    Q_ASSERT_X(current == m_thread, "Session", "a connection belongs to one thread");
    {
        const QMutexLocker lock(&countsMutex);
        ++counts()[current];
    }
    if (m_interrupter && m_interrupter->asked() && !sql.startsWith(u"ROLLBACK"))
        return cancelled();
    return m_probe ? m_probe(sql) : Result<void>();
}

Error Session::noted(Error error)
{
    if (m_interrupter && m_interrupter->asked() && error.details().contains(QLatin1String("stopped_by_server")))
        return cancelled();
    m_lost = m_lost || error.code() == ErrorCode::ConnectionLost;
    return error;
}

Result<Rows> Session::query(const QString &sql, const Values &values)
{
    BINCARD_TRY(admitted(sql));
    auto &slot = m_prepared[sql];
    std::shared_ptr<QSqlQuery> query = slot;
    if (!query || query.use_count() > 2) { // the cached one is being read further up the stack
        query = std::make_shared<QSqlQuery>(m_database);
        // Forward-only keeps SQLite's rows out of memory; with QPSQL it would forbid a second statement meanwhile.
        query->setForwardOnly(m_dialect.isSqlite());
        if (!query->prepare(sql)) {
            const Error error = noted(m_dialect.error(query->lastError()));
            m_prepared.remove(sql);
            return error;
        }
        if (!slot)
            slot = query;
    }
    for (int i = 0; i < values.size(); ++i) {
        const QVariant value = values.at(i).bound(m_dialect);
        // PostgreSQL has no place for it, and the driver would cut the statement off there.
        if (value.userType() == QMetaType::QString && value.toString().contains(QChar(0)))
            return Error::validation({}, {QT_TRANSLATE_NOOP("Error", "A text cannot hold the character NUL."), {}});
        query->bindValue(i, value);
    }
    if (!query->exec()) {
        const Error error = noted(m_dialect.error(query->lastError()));
        query->finish();
        return error;
    }
    return Rows(query, m_dialect);
}

Result<int> Session::execute(const QString &sql, const Values &values)
{
    auto rows = query(sql, values);
    if (!rows)
        return rows.error();
    return rows->affected();
}

Result<void> Session::run(const QString &sql)
{
    BINCARD_TRY(admitted(sql));
    QSqlQuery query(m_database);
    query.setForwardOnly(m_dialect.isSqlite());
    if (!query.exec(sql))
        return noted(m_dialect.error(query.lastError()));
    return {};
}

void Session::forgetStatements() { m_prepared.clear(); }

namespace {

/// The bounds of a transaction. Prepared on SQLite, where compiling them takes a tenth of a short posting.
Result<void> bounded(Session &session, const QString &sql)
{
    if (session.dialect().isPostgres())
        return session.run(sql);
    BINCARD_TRY(session.execute(sql));
    return {};
}

} // namespace

Transaction::Transaction(Session &session) : m_session(session)
{
    Q_ASSERT_X(!session.inTransaction(), "Transaction", "a unit of work does not nest");
    m_begun =
        bounded(session, session.dialect().isSqlite() ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN"));
    m_open = m_begun.ok();
    if (m_open)
        ++session.m_depth;
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    --m_session.m_depth;
    // Whatever a test's probe says, a transaction that was not committed is rolled back. After a lost connection the
    // server has done so itself.
    const Session::Probe probe = std::exchange(m_session.m_probe, nullptr);
    (void)m_session.run(QStringLiteral("ROLLBACK"));
    m_session.m_probe = probe;
}

Result<void> Transaction::commit()
{
    Q_ASSERT(m_open);
    // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error; no caller gets here after an error.
    BINCARD_TRY(bounded(m_session, QStringLiteral("COMMIT")));
    m_open = false;
    --m_session.m_depth;
    return {};
}

Savepoint::Savepoint(Session &session) : m_session(session)
{
    Q_ASSERT_X(session.inTransaction(), "Savepoint", "it is a part of a transaction");
    m_begun = session.run(QStringLiteral("SAVEPOINT part"));
    m_open = m_begun.ok();
}

Savepoint::~Savepoint()
{
    if (!m_open)
        return;
    const Session::Probe probe = std::exchange(m_session.m_probe, nullptr);
    (void)m_session.run(QStringLiteral("ROLLBACK TO SAVEPOINT part"));
    (void)m_session.run(QStringLiteral("RELEASE SAVEPOINT part"));
    m_session.m_probe = probe;
}

Result<void> Savepoint::release()
{
    Q_ASSERT(m_open);
    BINCARD_TRY(m_session.run(QStringLiteral("RELEASE SAVEPOINT part")));
    m_open = false;
    return {};
}

Snapshot::Snapshot(Session &session) : m_session(session)
{
    Q_ASSERT_X(!session.inTransaction(), "Snapshot", "a unit of work does not nest");
    m_begun =
        session.run(session.dialect().isSqlite() ? QStringLiteral("BEGIN")
                                                 : QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
    if (m_begun.ok())
        ++session.m_depth;
}

Snapshot::~Snapshot()
{
    if (!m_begun.ok())
        return;
    --m_session.m_depth;
    const Session::Probe probe = std::exchange(m_session.m_probe, nullptr);
    (void)m_session.run(QStringLiteral("ROLLBACK"));
    m_session.m_probe = probe;
}

void pauseBeforeRetry(int attempt)
{
    const int ceiling = 20 << std::min(attempt, 6);
    QThread::msleep(static_cast<unsigned long>(10 + QRandomGenerator::global()->bounded(ceiling)));
}

} // namespace bincard::db
