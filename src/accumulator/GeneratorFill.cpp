// SPDX-License-Identifier: LGPL-3.0-or-later
// What makes derived tables of a journal as a whole: a rebuild, an alteration and the first load into a register.
#include "accumulator/Generator.h"

namespace bincard::accumulator {

using db::Dialect;

QStringList Generator::fillRecorders() const
{
    if (m_layout.dialect().isSqlite())
        return {};
    return {QStringLiteral("INSERT INTO %1.accumulator_recorder (recorder) SELECT DISTINCT recorder FROM %2"
                           " ON CONFLICT DO NOTHING")
                .arg(Dialect::quoted(m_schema), qualified(m_layout.journal()))};
}

// Rule E20: in the order in which every operation takes them.
QString Generator::countRecorders() const
{
    return QStringLiteral(
        "INSERT INTO %1.accumulator_recorder AS r (recorder) SELECT DISTINCT recorder FROM %2 ORDER BY 1"
        " ON CONFLICT (recorder) DO UPDATE SET operations = r.operations + 1")
        .arg(Dialect::quoted(m_schema), qualified(m_layout.journal()));
}

// Sorted, since rows then go to the end of the table's key. Sums are named, or PostgreSQL would call them "sum" and not
// know what to sort by where a dimension is called so. All else is made of the days, which are fewer than movements.
QStringList Generator::fillDerived() const
{
    const QString last = m_layout.dialect().isSqlite() ? QStringLiteral(", last_movement") : QString();
    const QString newest = m_layout.dialect().isSqlite() ? QStringLiteral(", MAX(id)") : QString();
    const QString days = QStringLiteral("INSERT INTO {days} ({key}, \"day\", {sides}{last})\n"
                                        "SELECT {key}, {day}, {sums}{newest} FROM {source}\n"
                                        "GROUP BY {key}, {day} ORDER BY {key}, {day}");
    return QStringList{filled(days,
               {{"days", qualified(m_layout.totals(Level::Day))}, {"key", m_layout.dimensions()},
                   {"day", m_layout.startOf(Level::Day, QStringLiteral("period"))}, {"sides", m_layout.sides()},
                   {"sums", addedSidesNamed(QStringLiteral("SUM(%1)"))}, {"last", last}, {"newest", newest},
                   {"source",
                       m_layout.source(
                           m_layout.everRecorded(qualified(m_layout.journal()), qualified(m_layout.sealed())))}})}
    + fillFromDays();
}

// `lowest` comes out exact: there are all days of a month.
QStringList Generator::fillFromDays() const
{
    const bool sqlite = m_layout.dialect().isSqlite();
    QString lowest, running, least;
    if (m_layout.hasLowest()) {
        const int resource = m_layout.definition().forbiddenResource();
        lowest = QStringLiteral(", ") + m_layout.lowest();
        least = QStringLiteral(", MIN(\"#running\") AS ") + m_layout.lowest();
        running = QStringLiteral(
            ",\n        SUM(%1 - %2) OVER (PARTITION BY {key}, {month} ORDER BY \"day\") AS \"#running\"")
                      .arg(m_layout.receipts(resource), m_layout.issues(resource));
    }
    QStringList statements{QStringLiteral("INSERT INTO {months} ({key}, \"month\", {sides}") + lowest
        + QStringLiteral("{last})\nSELECT {key}, \"#month\", {sums}") + least
        + QStringLiteral("{newest} FROM (\n    SELECT {key}, {month} AS \"#month\", {sides}{last}") + running
        + QStringLiteral("\n    FROM {days}) AS \"#days\"\nGROUP BY {key}, \"#month\" ORDER BY {key}, \"#month\"")};
    QStringList left;
    for (int i = 0; i < m_layout.resourceCount(); ++i)
        left
            << QStringLiteral("SUM(%1 - %2) AS %3").arg(m_layout.receipts(i), m_layout.issues(i), m_layout.resource(i));
    if (m_layout.definition().hasBalances())
        statements << QStringLiteral("INSERT INTO {balances} ({key}, {resources}{last})\n"
                                     "SELECT {key}, {left}{newest} FROM {months} GROUP BY {key} ORDER BY {key}");
    for (QString &statement : statements)
        statement = filled(statement,
            {{"left", left.join(QStringLiteral(", "))}, {"balances", qualified(m_layout.balances())},
                {"months", qualified(m_layout.totals(Level::Month))}, {"days", qualified(m_layout.totals(Level::Day))},
                {"month",
                    m_layout.startOf(
                        Level::Month, sqlite ? QStringLiteral("\"day\"") : QStringLiteral("\"day\"::timestamp"))},
                {"key", m_layout.dimensions()}, {"resources", m_layout.resources()}, {"sides", m_layout.sides()},
                {"sums", m_layout.sides(QStringLiteral("SUM(%1) AS %1"))},
                {"last", sqlite ? QStringLiteral(", last_movement") : QString()},
                {"newest", sqlite ? QStringLiteral(", MAX(last_movement)") : QString()}});
    return statements;
}

// A key is named as PostgreSQL names it in CREATE TABLE.
QStringList Generator::layAside() const
{
    QStringList statements{QStringLiteral("ALTER TABLE %1 DISABLE TRIGGER %2")
                               .arg(qualified(m_layout.journal()), m_layout.table("movement_added"))};
    statements += suspendGuards();
    for (const QString &index : names(indexes()))
        statements << QStringLiteral("DROP INDEX ") + qualified(Dialect::quoted(index));
    for (const Level level : levels)
        statements << QStringLiteral("ALTER TABLE %1 DROP CONSTRAINT %2")
                          .arg(qualified(m_layout.totals(level)), totalsKey(level));
    return statements;
}

QStringList Generator::putBack() const
{
    QStringList statements = indexes() + restoreGuards();
    for (const Level level : levels)
        statements << QStringLiteral("ALTER TABLE %1 ADD CONSTRAINT %2 PRIMARY KEY (%3, %4)")
                          .arg(qualified(m_layout.totals(level)), totalsKey(level), m_layout.dimensions(),
                              Layout::column(level));
    statements << QStringLiteral("ALTER TABLE %1 ENABLE TRIGGER %2")
                      .arg(qualified(m_layout.journal()), m_layout.table("movement_added"));
    return statements;
}

QString Generator::totalsKey(Level level) const
{
    return m_layout.table(qPrintable(levelName(level) + QStringLiteral("_pkey")));
}

// There is nothing but the load, so the lowest sums of all months are exact.
QString Generator::firstLoadCheck() const
{
    if (!m_layout.hasLowest())
        return {};
    return postgresPlaces(QStringLiteral(R"(DO $bincard$
#variable_conflict use_column
DECLARE
    "#details" jsonb;
BEGIN
    IF EXISTS (
        SELECT FROM (
            SELECT {lowest} + coalesce(SUM({receipts} - {issues}) OVER (PARTITION BY {key} ORDER BY "month"
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS "#left" FROM {months}) AS walked
        WHERE "#left" < 0) THEN
%1    END IF;
END
$bincard$)")
                              .arg(postgresShortages(qualified(m_layout.journal()))));
}

} // namespace bincard::accumulator
