// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/BenchBare.h"

#include "accumulator/Encoding.h"

namespace bincard::bench {

namespace {

QString journalOf(const QString &registerName) { return registerName + QStringLiteral("_movement"); }
QString bareOf(const QString &registerName) { return registerName + QStringLiteral("_bare"); }

Result<QStringList> sqliteDefinitions(db::Session &session, const QString &table, const QString &bare)
{
    BINCARD_ASSIGN(rows,
        session.query(QStringLiteral("SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('table', 'index')"
                                     " AND sql IS NOT NULL ORDER BY type = 'index'"),
            {table}));
    QStringList statements;
    while (rows.next())
        statements << rows.text(0).replace(table, bare);
    BINCARD_TRY(rows.finished());
    return statements;
}

QString text(const Period &period)
{
    return period.date.toString(Qt::ISODate) + u' ' + period.time.toString(u"HH:mm:ss");
}

/// [[recorder, line, period, warehouse, product, quantity, amount], ...], scaled integers.
QString jsonOf(const QList<Movement> &movements)
{
    QString json(u'[');
    int line = 0;
    for (const Movement &movement : movements) {
        if (line > 0)
            json += u',';
        json += QStringLiteral("[\"%1\",%2,\"%3\",%4,%5,%6,%7]")
                    .arg(movement.recorder, QString::number(++line), text(movement.period),
                        movement.dimensions.at(0).toString(), movement.dimensions.at(1).toString(),
                        QString::number(movement.resources.at(0).units()),
                        QString::number(movement.resources.at(1).units()));
    }
    return json + u']';
}

db::Values arraysOf(const QList<Movement> &movements)
{
    constexpr int count = 7;
    std::array<accumulator::ArrayText, count> columns;
    int line = 0;
    for (const Movement &movement : movements) {
        columns[0].append(movement.recorder);
        columns[1].append(QString::number(++line));
        columns[2].append(text(movement.period));
        columns[3].append(movement.dimensions.at(0).toString());
        columns[4].append(movement.dimensions.at(1).toString());
        columns[5].append(movement.resources.at(0).toString());
        columns[6].append(movement.resources.at(1).toString());
    }
    db::Values values;
    for (const accumulator::ArrayText &column : columns)
        values << column.text();
    return values;
}

} // namespace

Result<void> makeBare(db::Session &session, const QString &table, const QString &bare)
{
    if (session.dialect().isPostgres())
        return session.run(QStringLiteral("CREATE TABLE %1 (LIKE %2 INCLUDING ALL)").arg(bare, table));
    BINCARD_ASSIGN(statements, sqliteDefinitions(session, table, bare));
    for (const QString &statement : statements)
        BINCARD_TRY(session.run(statement));
    return {};
}

Result<void> BareJournal::make(db::Session &session, const QString &registerName)
{
    return makeBare(session, journalOf(registerName), bareOf(registerName));
}

BareJournal::BareJournal(db::Session &session, const QString &registerName) : m_session(session)
{
    // Who recorded it is named as the engine does, by id; all else that is left out has a default.
    const QString head = session.dialect().expand(QStringLiteral(
        "INSERT INTO %1 (recorded_by, recorder, line, period, warehouse, product, quantity$4, amount$2) ")
                                                      .arg(bareOf(registerName)));
    m_one = head + QStringLiteral("VALUES (1, ?, ?, ?, ?, ?, ?, ?)");
    m_many = head
        + (session.dialect().isSqlite()
                ? QStringLiteral("SELECT 1, json_extract(value, '$[0]'), json_extract(value, '$[1]'),"
                                 " json_extract(value, '$[2]'), json_extract(value, '$[3]'),"
                                 " json_extract(value, '$[4]'), json_extract(value, '$[5]'),"
                                 " json_extract(value, '$[6]') FROM json_each(?)")
                : QStringLiteral("SELECT 1, * FROM unnest(?::text[], ?::integer[], ?::timestamp[], ?::integer[],"
                                 " ?::integer[], ?::numeric[], ?::numeric[])"));
}

Result<void> BareJournal::insertOne(const Movement &movement)
{
    BINCARD_TRY(m_session.execute(m_one,
        {movement.recorder, 1, movement.period, movement.dimensions.at(0).toLongLong(),
            movement.dimensions.at(1).toLongLong(), movement.resources.at(0), movement.resources.at(1)}));
    return {};
}

Result<void> BareJournal::insertMany(const QList<Movement> &movements)
{
    BINCARD_TRY(m_session.execute(
        m_many, m_session.dialect().isSqlite() ? db::Values{jsonOf(movements)} : arraysOf(movements)));
    return {};
}

} // namespace bincard::bench
