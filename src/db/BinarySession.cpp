// SPDX-License-Identifier: LGPL-3.0-or-later
#include "db/Session.h"

#include <QCoreApplication>
#include <QSqlDriver>
#include <QSqlError>

#include <libpq-fe.h>

#include <atomic>
#include <vector>

namespace bincard::db {

namespace {

struct Cleared
{
    void operator()(PGresult *result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Cleared>;

/// In the words of Qt's driver, so that errors are understood whichever way a statement went.
QSqlError driverError(PGconn *connection, const PGresult *result)
{
    const QString state = QString::fromLatin1(result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr);
    const QString text = QString::fromUtf8(PQerrorMessage(connection));
    return QSqlError(QString(), state.isEmpty() ? text : text + u'(' + state + u')', QSqlError::StatementError, state);
}

Error noConnection()
{
    return {ErrorCode::Storage,
        {QT_TRANSLATE_NOOP("Error", "The PostgreSQL driver of this Qt gives no access to its connection."), {}}};
}

bool isDone(const Answer &answer)
{
    const ExecStatusType status = PQresultStatus(answer.get());
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

} // namespace

void *postgresConnection(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    // The name of the type as the header has it, or as the compiler sees through it.
    const QByteArrayView type(handle.typeName());
    if (type != "PGconn*" && type != "pg_conn*")
        return nullptr;
    return *static_cast<PGconn *const *>(handle.constData());
}

Result<int> Session::execute(const QString &sql, const QList<BinaryColumn> &columns, Parameters kind)
{
    BINCARD_TRY(admitted(sql));
    auto *connection = static_cast<PGconn *>(postgresConnection(m_database));
    if (!connection)
        return noConnection();
    // One text may come with other types: a table was made anew under the same name.
    QList<Oid> types;
    for (const BinaryColumn &column : columns)
        types.push_back(kind == Parameters::Single ? column.elementType() : column.arrayType());
    QByteArray &name = m_binary[{sql, types}];
    if (name.isEmpty()) {
        // Several sessions may share a connection, which knows each name once.
        static std::atomic<quint64> number = 0;
        const QByteArray wanted = QByteArrayLiteral("bincard_") + QByteArray::number(++number);
        const Answer prepared(PQprepare(
            connection, wanted.constData(), sql.toUtf8().constData(), static_cast<int>(types.size()), types.data()));
        if (!isDone(prepared))
            return noted(m_dialect.error(driverError(connection, prepared.get())));
        name = wanted;
    }
    QList<QByteArray> bytes;
    std::vector<const char *> values;
    std::vector<int> lengths, formats;
    for (const BinaryColumn &column : columns)
        bytes << (kind == Parameters::Single ? column.single() : column.array());
    for (const QByteArray &value : bytes) {
        values.push_back(value.isNull() ? nullptr : value.constData());
        lengths.push_back(static_cast<int>(value.size()));
        formats.push_back(1);
    }
    const Answer answer(PQexecPrepared(connection, name.constData(), static_cast<int>(values.size()), values.data(),
        lengths.data(), formats.data(), 1));
    if (!isDone(answer))
        return noted(m_dialect.error(driverError(connection, answer.get())));
    return QByteArrayView(PQcmdTuples(answer.get())).toInt();
}

Result<void> Session::copy(const QString &sql, const QList<BinaryColumn> &columns)
{
    BINCARD_TRY(admitted(sql));
    auto *connection = static_cast<PGconn *>(postgresConnection(m_database));
    if (!connection)
        return noConnection();
    const Answer ready(PQexec(connection, sql.toUtf8().constData()));
    if (PQresultStatus(ready.get()) != PGRES_COPY_IN)
        return noted(m_dialect.error(driverError(connection, ready.get())));
    // Whatever goes wrong from here on, the server says so at the end.
    const QByteArray bytes = BinaryColumn::copied(columns);
    if (PQputCopyData(connection, bytes.constData(), static_cast<int>(bytes.size())) == 1)
        (void)PQputCopyEnd(connection, nullptr);
    Result<void> done;
    bool answered = false;
    while (const Answer answer{PQgetResult(connection)}) {
        answered = true;
        if (done.ok() && !isDone(answer))
            done = m_dialect.error(driverError(connection, answer.get()));
        if (PQresultStatus(answer.get()) == PGRES_COPY_IN)
            break; // the end did not get through: nothing more will come
    }
    if (!answered)
        done = m_dialect.error(driverError(connection, nullptr));
    return done.ok() ? done : noted(done.error());
}

} // namespace bincard::db
