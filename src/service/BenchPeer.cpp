// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/BenchPeer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace bincard::bench {

namespace {

QString jsonOf(const QList<Movement> &movements)
{
    QJsonArray all;
    for (const Movement &movement : movements)
        all.append(QJsonObject{{QStringLiteral("recorder"), movement.recorder},
            {QStringLiteral("period"), movement.period.toString()},
            {QStringLiteral("warehouse"), movement.dimensions.at(0).toLongLong()},
            {QStringLiteral("product"), movement.dimensions.at(1).toLongLong()},
            {QStringLiteral("quantity"), movement.resources.at(0).toString()},
            {QStringLiteral("amount"), movement.resources.at(1).toString()}});
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

Result<void> readAll(Result<db::Rows> rows)
{
    if (!rows.ok())
        return rows.error();
    while (rows->next()) {}
    return rows->finished();
}

Result<QString> single(Result<db::Rows> rows)
{
    if (!rows.ok())
        return rows.error();
    const QString value = rows->next() ? rows->text(0) : QString();
    BINCARD_TRY(rows->finished());
    return value;
}

} // namespace

Result<std::unique_ptr<Peer>> Peer::open(const BookLocation &location)
{
    BINCARD_ASSIGN(connection, db::Connection::open(location, db::Connection::Create::No));
    return std::unique_ptr<Peer>(new Peer(std::move(connection)));
}

Result<QString> Peer::version()
{
    return single(m_connection->session().query(
        QStringLiteral("SELECT extversion FROM pg_extension WHERE extname = 'pg_accumulator'")));
}

Result<void> Peer::make(const QString &registerName, Kind kind)
{
    return readAll(m_connection->session().query(
        QStringLiteral("SELECT accum.register_create(name := ?, dimensions := '{\"warehouse\":\"int\","
                       "\"product\":\"int\"}', resources := '{\"quantity\":\"numeric(18,4)\","
                       "\"amount\":\"numeric(18,2)\"}', kind := 'balance', high_write := ?)"),
        {registerName, kind == Kind::Buffered}));
}

Result<void> Peer::drop(const QString &registerName)
{
    return readAll(
        m_connection->session().query(QStringLiteral("SELECT accum.register_drop(?, force := true)"), {registerName}));
}

Result<void> Peer::post(const QString &registerName, const QList<Movement> &movements)
{
    return readAll(m_connection->session().query(
        QStringLiteral("SELECT accum.register_post(?, ?::jsonb)"), {registerName, jsonOf(movements)}));
}

Result<qint64> Peer::bytes(const QString &registerName)
{
    BINCARD_ASSIGN(text,
        single(m_connection->session().query(
            QStringLiteral("SELECT sum(pg_total_relation_size(c.oid))::text FROM pg_class c JOIN pg_namespace n"
                           " ON n.oid = c.relnamespace WHERE n.nspname = 'accum' AND c.relkind IN ('r', 'm')"
                           " AND starts_with(c.relname, ?)"),
            {QString(registerName + u'_')})));
    return text.toLongLong();
}

} // namespace bincard::bench
