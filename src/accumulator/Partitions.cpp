// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Partitions.h"

#include "accumulator/Generator.h"

#include <QCoreApplication>

#include <algorithm>

namespace bincard::accumulator {

using db::Dialect;

namespace {

/// How many periods beyond the present one are made ahead: half a year or more.
int ahead(Partition partition)
{
    switch (partition) {
    case Partition::Month: return 6;
    case Partition::Quarter: return 2;
    case Partition::Year:
    case Partition::None: break;
    }
    return 1;
}

const char *unit(Partition partition)
{
    switch (partition) {
    case Partition::Month: return "month";
    case Partition::Quarter: return "quarter";
    case Partition::Year:
    case Partition::None: break;
    }
    return "year";
}

QString literal(QDate day) { return u'\'' + day.toString(Qt::ISODate) + u'\''; }

/// Both half-open.
bool overlaps(const Interval &interval, QDate from, QDate until)
{
    return (!interval.from || *interval.from < Period(until)) && (!interval.until || Period(from) < *interval.until);
}

} // namespace

Partitions::Range Partitions::rangeOf(QDate day) const
{
    const int year = day.year();
    switch (m_context.definition().partition()) {
    case Partition::Month: {
        const QDate from(year, day.month(), 1);
        return {from, from.addMonths(1)};
    }
    case Partition::Quarter: {
        const QDate from(year, (day.month() - 1) / 3 * 3 + 1, 1);
        return {from, from.addMonths(3)};
    }
    case Partition::Year:
    case Partition::None: break;
    }
    return {QDate(year, 1, 1), QDate(year + 1, 1, 1)};
}

QString Partitions::nameOf(const Range &range) const
{
    QString name = m_context.definition().name() + QStringLiteral("_movement_")
        + QString::number(range.from.year()).rightJustified(4, u'0');
    if (m_context.definition().partition() == Partition::Month)
        name += u'm' + QString::number(range.from.month()).rightJustified(2, u'0');
    if (m_context.definition().partition() == Partition::Quarter)
        name += u'q' + QString::number((range.from.month() + 2) / 3);
    return name;
}

QString Partitions::defaultName() const { return m_context.definition().name() + QStringLiteral("_movement_default"); }

QString Partitions::qualified(const QString &table) const
{
    return Dialect::quoted(m_context.schema) + u'.' + Dialect::quoted(table);
}

Result<void> Partitions::run(const QStringList &statements)
{
    for (const QString &statement : statements)
        BINCARD_TRY(m_context.session->run(statement));
    return {};
}

// Triggers of the journal do not stand on its parts: whoever names a part is sent to the whole.
Result<void> Partitions::guard(const QString &name)
{
    return m_context.session->run(
        QStringLiteral("CREATE TRIGGER %1 BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %2 FOR EACH STATEMENT"
                       " EXECUTE FUNCTION %3.accumulator_refuse('it is a part of a journal; insert movements into the"
                       " journal itself')")
            .arg(Dialect::quoted(name + QStringLiteral("_guard")), qualified(name), Dialect::quoted(m_context.schema)));
}

Result<void> Partitions::create(QDate today)
{
    BINCARD_TRY(m_context.session->run(QStringLiteral("CREATE TABLE %1 PARTITION OF %2 DEFAULT")
                                           .arg(qualified(defaultName()), m_context.layout.journal())));
    BINCARD_TRY(guard(defaultName()));
    BINCARD_TRY(
        m_context.session->execute(QStringLiteral("INSERT INTO accumulator_partition (name, register) VALUES (?, ?)"),
            {defaultName(), m_context.definition().name()}));
    BINCARD_TRY(extend(today));
    return {};
}

/// The first days of the periods that should have a partition and have none, in order.
Result<QList<QDate>> Partitions::missing(QDate today)
{
    QList<QDate> wanted;
    Range range = rangeOf(today);
    for (int i = 0; i <= ahead(m_context.definition().partition()); ++i) {
        wanted << range.from;
        range = rangeOf(range.until);
    }
    BINCARD_ASSIGN(strays,
        m_context.session->query(
            QStringLiteral("SELECT DISTINCT date_trunc('%1', period)::date FROM %2")
                .arg(QLatin1String(unit(m_context.definition().partition())), qualified(defaultName()))));
    while (strays.next())
        wanted << strays.date(0);
    BINCARD_TRY(strays.finished());
    BINCARD_ASSIGN(rows,
        m_context.session->query(
            QStringLiteral("SELECT from_day FROM accumulator_partition WHERE register = ? AND from_day IS NOT NULL"),
            {m_context.definition().name()}));
    while (rows.next())
        wanted.removeAll(rows.date(0));
    BINCARD_TRY(rows.finished());
    std::ranges::sort(wanted);
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    return wanted;
}

Result<int> Partitions::extend(QDate today)
{
    // Whoever else makes partitions of this journal waits here; whoever posts to it waits only if one is made.
    BINCARD_TRY(
        m_context.session->execute(QStringLiteral("SELECT 1 FROM accumulator_register WHERE name = ? FOR UPDATE"),
            {m_context.definition().name()}));
    BINCARD_ASSIGN(days, missing(today));
    if (days.isEmpty())
        return 0;
    BINCARD_TRY(m_context.session->run(
        QStringLiteral("LOCK TABLE %1 IN ACCESS EXCLUSIVE MODE").arg(m_context.layout.journal())));
    for (const QDate day : std::as_const(days))
        BINCARD_TRY(make(rangeOf(day)));
    m_context.session->forgetStatements();
    return static_cast<int>(days.size());
}

// Made beside the journal and attached with what lies in the default partition: a movement is never in two places.
Result<void> Partitions::make(const Range &range)
{
    const QString name = nameOf(range), part = qualified(name), rest = qualified(defaultName());
    const QString guardOfRest = Dialect::quoted(defaultName() + QStringLiteral("_guard"));
    BINCARD_TRY(
        run({QStringLiteral("CREATE TABLE %1 (LIKE %2 INCLUDING DEFAULTS)").arg(part, m_context.layout.journal()),
            QStringLiteral("ALTER TABLE %1 DISABLE TRIGGER %2").arg(rest, guardOfRest),
            QStringLiteral("WITH moved AS (DELETE FROM %1 WHERE period >= %2 AND period < %3 RETURNING *)"
                           " INSERT INTO %4 SELECT * FROM moved")
                .arg(rest, literal(range.from), literal(range.until), part),
            QStringLiteral("ALTER TABLE %1 ENABLE TRIGGER %2").arg(rest, guardOfRest),
            QStringLiteral("ALTER TABLE %1 ATTACH PARTITION %2 FOR VALUES FROM (%3) TO (%4)")
                .arg(m_context.layout.journal(), part, literal(range.from), literal(range.until))}));
    BINCARD_TRY(guard(name));
    BINCARD_TRY(m_context.session->execute(
        QStringLiteral("INSERT INTO accumulator_partition (name, register, from_day, until_day) VALUES (?, ?, ?, ?)"),
        {name, m_context.definition().name(), range.from, range.until}));
    return {};
}

Result<QList<PartitionInfo>> Partitions::list()
{
    QList<PartitionInfo> parts;
    if (!m_context.layout.isPartitioned())
        return parts;
    BINCARD_ASSIGN(rows,
        m_context.session->query(QStringLiteral("SELECT name, from_day, until_day,"
                                                " detached_at IS NOT NULL FROM accumulator_partition"
                                                " WHERE register = ? ORDER BY from_day NULLS LAST"),
            {m_context.definition().name()}));
    while (rows.next())
        parts << PartitionInfo{rows.text(0), rows.date(1), rows.date(2), 0, 0, rows.boolean(3)};
    BINCARD_TRY(rows.finished());
    for (PartitionInfo &part : parts) {
        BINCARD_ASSIGN(figures,
            m_context.session->query(
                QStringLiteral("SELECT COUNT(*), pg_total_relation_size(to_regclass(?)) FROM ") + qualified(part.table),
                {qualified(part.table)}));
        if (figures.next()) {
            part.movements = figures.integer(0);
            part.bytes = figures.integer(1);
        }
        BINCARD_TRY(figures.finished());
    }
    return parts;
}

// Per day and key of the journal one row of what was received and, if there was any, one of what was issued. The first
// also stands where all was taken back, as the row of the day's totals does.
QString Partitions::sealSql(const QString &partition) const
{
    const Layout &layout = m_context.layout;
    const QString received = QStringLiteral("CASE WHEN (%1 > 0) = (reversal_of IS NULL) THEN %1 ELSE 0 END");
    const QString issued = QStringLiteral("CASE WHEN (%1 > 0) = (reversal_of IS NULL) THEN 0 ELSE %1 END");
    const QString select = QStringLiteral("SELECT '%1', date_trunc('day', period), %2, %3 FROM %4 GROUP BY 2, %2");
    const auto sums = [&](const QString &form) { return layout.resources(QStringLiteral("SUM(%1)").arg(form)); };
    return QStringLiteral("INSERT INTO %1 (\"#partition\", period, %2, %3) %4 UNION ALL %5 HAVING %6")
        .arg(qualified(layout.definition().name() + QStringLiteral("_sealed")), layout.entered(), layout.resources(),
            select.arg(partition, layout.entered(), sums(received), qualified(partition)),
            select.arg(partition, layout.entered(), sums(issued), qualified(partition)),
            layout.resources(QStringLiteral("SUM(%1) <> 0").arg(issued), QStringLiteral(" OR ")));
}

Result<void> Partitions::detach(const QString &name)
{
    // First of all locks (E20): nobody posts and nobody reopens meanwhile.
    BINCARD_TRY(m_context.session->run(QStringLiteral("SELECT pg_advisory_xact_lock(%1)").arg(closingLock)));
    BINCARD_ASSIGN(rows,
        m_context.session->query(
            QStringLiteral("SELECT p.until_day, c.closed_until >= p.until_day - 1"
                           " FROM accumulator_partition p CROSS JOIN accumulator_closing c"
                           " WHERE p.register = ? AND p.name = ? AND p.from_day IS NOT NULL AND p.detached_at IS NULL"),
            {m_context.definition().name(), name}));
    if (!rows.next()) {
        BINCARD_TRY(rows.finished());
        return Error(ErrorCode::NotFound,
            {QT_TRANSLATE_NOOP("Error", "The journal of \"%1\" has no partition \"%2\" that can be detached."),
                {m_context.definition().name(), name.left(80)}},
            {{QStringLiteral("register"), m_context.definition().name()}, {QStringLiteral("partition"), name}});
    }
    const QDate last = rows.date(0).addDays(-1);
    const bool closed = !rows.isNull(1) && rows.boolean(1);
    BINCARD_TRY(rows.finished());
    if (!closed)
        return Error::validation(QStringLiteral("partition"),
            {QT_TRANSLATE_NOOP(
                 "Error", "Movements can still be made in \"%1\". Close the period up to and including %2 first."),
                {name, last.toString(Qt::ISODate)}});
    const QString sealed = qualified(m_context.definition().name() + QStringLiteral("_sealed"));
    const QString sealedGuard = m_context.layout.table("sealed_guard");
    // A recorder whose movements are all taken back has none that could be changed.
    BINCARD_TRY(m_context.session->execute(
        QStringLiteral("INSERT INTO accumulator_sealed (recorder, partition) SELECT DISTINCT m.recorder, ? FROM %1 m"
                       " WHERE m.reversal_of IS NULL AND NOT EXISTS (SELECT FROM %1 r WHERE %2)")
            .arg(qualified(name), m_context.layout.reverses(QStringLiteral("r"), QStringLiteral("m"))),
        {name}));
    BINCARD_TRY(run({QStringLiteral("ALTER TABLE %1 DISABLE TRIGGER %2").arg(sealed, sealedGuard), sealSql(name),
        QStringLiteral("ALTER TABLE %1 ENABLE TRIGGER %2").arg(sealed, sealedGuard),
        QStringLiteral("ALTER TABLE %1 DETACH PARTITION %2").arg(m_context.layout.journal(), qualified(name))}));
    BINCARD_TRY(m_context.session->execute(
        QStringLiteral("UPDATE accumulator_partition SET detached_at = clock_timestamp(),"
                       " last_recorded_at = (SELECT max(recorded_at) FROM %1) WHERE name = ?")
            .arg(qualified(name)),
        {name}));
    m_context.session->forgetStatements();
    return {};
}

Result<void> Partitions::dropDetached()
{
    BINCARD_ASSIGN(rows,
        m_context.session->query(
            QStringLiteral("SELECT name FROM accumulator_partition WHERE register = ? AND detached_at IS NOT NULL"),
            {m_context.definition().name()}));
    QStringList statements;
    while (rows.next())
        statements << QStringLiteral("DROP TABLE IF EXISTS ") + qualified(rows.text(0));
    BINCARD_TRY(rows.finished());
    return run(statements);
}

Result<void> Partitions::refuseSealed(const QString &recorder)
{
    BINCARD_ASSIGN(rows,
        m_context.session->query(
            QStringLiteral("SELECT p.from_day, p.until_day FROM accumulator_sealed s JOIN accumulator_partition p"
                           " ON p.name = s.partition WHERE s.recorder = ? AND p.register = ?"
                           " ORDER BY p.from_day DESC LIMIT 1"),
            {recorder, m_context.definition().name()}));
    if (!rows.next())
        return rows.finished();
    const QString from = rows.date(0).toString(Qt::ISODate);
    const QString last = rows.date(1).addDays(-1).toString(Qt::ISODate);
    return Error(ErrorCode::PeriodClosed,
        {QT_TRANSLATE_NOOP("Error", "Movements of %1 from %2 to %3 have been detached; it can no longer be changed."),
            {recorder, from, last}},
        {{QStringLiteral("register"), m_context.definition().name()}, {QStringLiteral("recorder"), recorder},
            {QStringLiteral("closed_until"), last}, {QStringLiteral("period"), from}});
}

Result<void> Partitions::refuseDetached(const QList<Piece> &pieces, const KnownOn &knownOn)
{
    if (!m_context.layout.isPartitioned())
        return {};
    BINCARD_ASSIGN(rows,
        m_context.session->query(
            QStringLiteral("SELECT from_day, until_day,"
                           " to_char(last_recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"
                           " FROM accumulator_partition"
                           " WHERE register = ? AND detached_at IS NOT NULL ORDER BY from_day"),
            {m_context.definition().name()}));
    while (rows.next()) {
        const QDate from = rows.date(0), until = rows.date(1);
        const QString lastRecorded = rows.text(2);
        for (const Piece &piece : pieces) {
            if (!piece.level && overlaps(piece.interval, from, until))
                return Error::validation(QStringLiteral("at"),
                    {QT_TRANSLATE_NOOP("Error",
                         "The movements from %1 to %2 have been detached; only whole days can be asked for there."),
                        {from.toString(Qt::ISODate), until.addDays(-1).toString(Qt::ISODate)}});
        }
        if (knownOn && !lastRecorded.isEmpty() && *knownOn < QDateTime::fromString(lastRecorded, Qt::ISODateWithMs))
            return Error::validation(QStringLiteral("known_on"),
                {QT_TRANSLATE_NOOP("Error",
                     "The movements from %1 to %2 have been detached; what was known before %3 can no longer be told."),
                    {from.toString(Qt::ISODate), until.addDays(-1).toString(Qt::ISODate), lastRecorded}});
    }
    return rows.finished();
}

} // namespace bincard::accumulator
