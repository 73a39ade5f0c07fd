// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/Session.h"
#include "service/RegisterService.h"
#include "service/UnitOfWork.h"

namespace bincard {

namespace {

/// Both days inclusive, as everywhere in the contract; null for the part that holds what has no other place.
QJsonObject placeOf(const PartitionInfo &part)
{
    const auto day = [](QDate date) { return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue(); };
    return {{QStringLiteral("partition"), part.table}, {QStringLiteral("from"), day(part.from)},
        {QStringLiteral("to"), day(part.until.isValid() ? part.until.addDays(-1) : QDate())}};
}

} // namespace

Result<QJsonObject> RegisterService::partitions(const QString &name)
{
    const db::Snapshot snapshot(m_session);
    BINCARD_TRY(snapshot.begun());
    BINCARD_ASSIGN(reg, m_accumulator.use(name));
    BINCARD_ASSIGN(parts, reg.partitions());
    QJsonArray rows;
    for (const PartitionInfo &part : parts) {
        QJsonObject row = placeOf(part);
        row.insert(QStringLiteral("movements"), part.movements);
        row.insert(QStringLiteral("bytes"), part.bytes);
        row.insert(QStringLiteral("detached"), part.detached);
        rows << row;
    }
    return QJsonObject{{QStringLiteral("rows"), rows}};
}

Result<QJsonObject> RegisterService::detach(const QString &name, const QString &partition)
{
    return inOneTransaction<QJsonObject>(m_session, [&]() -> Result<QJsonObject> {
        BINCARD_ASSIGN(reg, m_accumulator.use(name));
        BINCARD_TRY(reg.detach(partition));
        return QJsonObject{{QStringLiteral("detached"), partition}};
    });
}

Result<QJsonObject> RegisterService::maintain()
{
    const auto made = inOneTransaction<QJsonArray>(m_session, [this]() -> Result<QJsonArray> {
        BINCARD_ASSIGN(before, allPartitions());
        BINCARD_TRY(m_accumulator.maintain());
        BINCARD_ASSIGN(after, allPartitions());
        QJsonArray rows;
        for (const QJsonValue &row : std::as_const(after)) {
            if (!before.contains(row))
                rows << row;
        }
        return rows;
    });
    if (!made.ok())
        return made.error();
    // What the planner knows of the tables, where it has become old; a server does that by itself.
    if (m_session.dialect().isSqlite() && !m_session.inTransaction())
        BINCARD_TRY(m_session.run(QStringLiteral("PRAGMA optimize")));
    return QJsonObject{{QStringLiteral("made"), *made}};
}

/// From the engine's own list, without figures: counting the movements of every part would read every journal.
Result<QJsonArray> RegisterService::allPartitions()
{
    QJsonArray all;
    if (m_session.dialect().isSqlite())
        return all;
    BINCARD_ASSIGN(rows,
        m_session.query(QStringLiteral("SELECT register, name, from_day, until_day FROM accumulator_partition"
                                       " ORDER BY register, from_day")));
    while (rows.next()) {
        QJsonObject row = placeOf({rows.text(1), rows.date(2), rows.date(3), 0, 0, false});
        row.insert(QStringLiteral("register"), rows.text(0));
        all << row;
    }
    BINCARD_TRY(rows.finished());
    return all;
}

} // namespace bincard
