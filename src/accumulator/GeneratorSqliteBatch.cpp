// SPDX-License-Identifier: LGPL-3.0-or-later
// What SqliteBatch.h runs: many new rows of a journal worked in as a set.
#include "accumulator/DimensionValue.h"
#include "accumulator/Generator.h"

namespace bincard::accumulator {

using db::Dialect;

// The same for a batch, per key from the earliest day on which it takes anything away: the months that leave room for
// doubt. Once their lowest sums are exact, what is still in doubt is below zero.
QString Generator::sqliteBatchDoubts() const
{
    const int resource = m_layout.definition().forbiddenResource();
    return filled(QStringLiteral(R"(SELECT {dimensions}, "#month" FROM (
    SELECT {kDimensions}, t.{month} AS "#month", t.{lowest} AS "#lowest",
        b.{resource} - SUM(t.{in} - t.{out}) OVER (PARTITION BY {kDimensions} ORDER BY t.{month} DESC) AS "#start"
    FROM (SELECT {dimensions}, min(substr(period, 1, 10)) AS "#day" FROM {journal} NOT INDEXED
        WHERE id > (SELECT base FROM accumulator_gate) AND {resource} < 0 GROUP BY {dimensions}) k
    CROSS JOIN {balances} b ON {balanceKey}
    CROSS JOIN {months} t ON {monthKey} AND t.{month} >= substr(k."#day", 1, 7)
    WHERE b.{resource} < {need})
WHERE "#start" + "#lowest" < 0)"),
        {{"dimensions", m_layout.dimensions()}, {"kDimensions", m_layout.dimensions(QStringLiteral("k.%1"))},
            {"journal", m_layout.journal()}, {"balances", m_layout.balances()},
            {"months", m_layout.totals(Level::Month)}, {"month", Layout::column(Level::Month)},
            {"resource", m_layout.resource(resource)}, {"lowest", m_layout.lowest()},
            {"in", m_layout.receipts(resource)}, {"out", m_layout.issues(resource)},
            {"need", sqliteLaterNeed(QStringLiteral("k"), QStringLiteral("k.\"#day\""))},
            {"balanceKey", m_layout.sameKey(QStringLiteral("b"), QStringLiteral("k"))},
            {"monthKey", m_layout.sameKey(QStringLiteral("t"), QStringLiteral("k"))}});
}

QString Generator::sqliteBatchCheck() const
{
    if (!m_layout.hasLowest())
        return {};
    return sqliteBatchDoubts() + QStringLiteral(" LIMIT 1");
}

QString Generator::sqliteBatchExactness() const
{
    const int resource = m_layout.definition().forbiddenResource();
    return filled(QStringLiteral(R"(UPDATE {months} AS t SET {lowest} = (
    SELECT min("#sum") FROM (
        SELECT SUM(d.{in} - d.{out}) OVER (ORDER BY d."day") AS "#sum" FROM {days} d
        WHERE {dayKey} AND d."day" >= t.{month} AND d."day" <= substr(t.{month}, 1, 8) || '31'))
WHERE ({dimensions}, {month}) IN ({doubts}))"),
        {{"doubts", sqliteBatchDoubts()}, {"months", m_layout.totals(Level::Month)}, {"lowest", m_layout.lowest()},
            {"in", m_layout.receipts(resource)}, {"out", m_layout.issues(resource)},
            {"days", m_layout.totals(Level::Day)}, {"month", Layout::column(Level::Month)},
            {"dimensions", m_layout.dimensions()},
            {"dayKey", m_layout.sameKey(QStringLiteral("d"), QStringLiteral("t"))}});
}

// By key, month and day, what the rows above gate.pending add: the journal is read and sorted once, all else follows the
// order of this table. "#fall" is what the day takes away.
QString Generator::sqliteStagingColumns() const
{
    QStringList columns;
    for (int i = 0; i < m_layout.dimensionCount(); ++i)
        columns << m_layout.dimension(i) + u' ' + columnType(m_layout.keyDimensions().at(i), m_layout.dialect());
    columns << QStringLiteral("\"month\" TEXT") << QStringLiteral("\"day\" TEXT")
            << m_layout.sides(QStringLiteral("%1 INTEGER"));
    if (m_layout.hasLowest())
        columns << QStringLiteral("\"#fall\" INTEGER");
    return columns.join(QStringLiteral(", "));
}

// Named for all that its columns are: it lives as long as the connection, while the register may be altered, or dropped
// and made anew with a text for a number.
QString Generator::sqliteStaging() const
{
    return QStringLiteral("temp.")
        + Dialect::quoted(QStringLiteral("%1_batch_%2")
                              .arg(m_layout.definition().name(), QString::number(qHash(sqliteStagingColumns()), 36)));
}

// NOT INDEXED: the new rows are the last of the journal, but the planner would rather walk all of an index that has the
// order of the groups.
QStringList Generator::sqliteBatchStaging() const
{
    QString fall, sumOfFalls;
    if (m_layout.hasLowest()) {
        fall = QStringLiteral(", \"#fall\"");
        sumOfFalls =
            QStringLiteral(", SUM(min(%1, 0))").arg(m_layout.resource(m_layout.definition().forbiddenResource()));
    }
    return {QStringLiteral("CREATE TABLE IF NOT EXISTS %1 (%2, PRIMARY KEY (%3, \"month\", \"day\")) WITHOUT ROWID")
                .arg(sqliteStaging(), sqliteStagingColumns(), m_layout.dimensions()),
        filled(QStringLiteral(R"(INSERT INTO {staging} ({key}, "month", "day", {sides}{fall})
SELECT {key}, {month}, {day}, {sums}{falls}
FROM {journal} NOT INDEXED WHERE id > (SELECT pending FROM accumulator_gate) GROUP BY {key}, {day})"),
            {{"staging", sqliteStaging()}, {"key", m_layout.dimensions()}, {"sides", m_layout.sides()}, {"fall", fall},
                {"month", m_layout.startOf(Level::Month, QStringLiteral("period"))},
                {"day", m_layout.startOf(Level::Day, QStringLiteral("period"))},
                {"sums", m_layout.addedSides({}, QStringLiteral("SUM(%1)"))}, {"falls", sumOfFalls},
                {"journal", m_layout.journal()}})};
}

QString Generator::sqliteBatchGlance() const
{
    if (!m_layout.hasLowest())
        return {};
    return filled(QStringLiteral(R"(SELECT 1
FROM (SELECT {key}, min("month") AS "#month" FROM {staging} WHERE "#fall" < 0 GROUP BY {key}) k
CROSS JOIN {balances} b ON {balanceKey}
WHERE b.{resource} < {need}
LIMIT 1)"),
        {{"key", m_layout.dimensions()}, {"staging", sqliteStaging()}, {"balances", m_layout.balances()},
            {"resource", m_layout.resource(m_layout.definition().forbiddenResource())},
            {"need", sqliteLaterNeed(QStringLiteral("k"), QStringLiteral("k.\"#month\""))},
            {"balanceKey", m_layout.sameKey(QStringLiteral("b"), QStringLiteral("k"))}});
}

QStringList Generator::sqliteBatchMaintenance() const
{
    // WHERE true keeps SQLite from reading ON CONFLICT as part of a join.
    const QString form = QStringLiteral("INSERT INTO %1 (%2, %3, last_movement)\n"
                                        "SELECT %2, %4, (SELECT max(id) FROM %5) FROM %6 WHERE true GROUP BY %2\n"
                                        "ON CONFLICT (%2) DO UPDATE SET %7, last_movement = excluded.last_movement");
    const QString added = QStringLiteral("%1 = %1 + excluded.%1");
    const QString key = m_layout.dimensions();
    QStringList statements;
    if (m_layout.definition().hasBalances()) {
        QStringList differences;
        for (int i = 0; i < m_layout.resourceCount(); ++i)
            differences << QStringLiteral("SUM(%1 - %2)").arg(m_layout.receipts(i), m_layout.issues(i));
        statements << form.arg(m_layout.balances(), key, m_layout.resources(), differences.join(QStringLiteral(", ")),
            m_layout.journal(), sqliteStaging(), m_layout.resources(added));
    }
    if (m_layout.hasLowest())
        statements << sqliteBatchMonths();
    else
        statements << form.arg(m_layout.totals(Level::Month), key + QStringLiteral(", \"month\""), m_layout.sides(),
            m_layout.sides(QStringLiteral("SUM(%1)")), m_layout.journal(), sqliteStaging(), m_layout.sides(added));
    statements << QStringLiteral("INSERT INTO %1 (%2, %3, last_movement)\n"
                                 "SELECT %2, %3, (SELECT max(id) FROM %4) FROM %5 WHERE true\n"
                                 "ON CONFLICT (%2) DO UPDATE SET %6, last_movement = excluded.last_movement")
                      .arg(m_layout.totals(Level::Day), key + QStringLiteral(", \"day\""), m_layout.sides(),
                          m_layout.journal(), sqliteStaging(), m_layout.sides(added));
    return statements;
}

QString Generator::sqliteBatchMonths() const
{
    const int resource = m_layout.definition().forbiddenResource();
    return filled(QStringLiteral(R"(INSERT INTO {months} ({key}, "month", {sides}, {lowest}, last_movement)
SELECT {key}, "month", {sides}, coalesce((SELECT {bound} FROM {months} t WHERE {monthKey} AND t."month" = n."month"),
        "#first"), (SELECT max(id) FROM {journal})
FROM (SELECT {key}, "month", {sums}, SUM("#fall") AS "#fall", min("day") AS "#from",
        CASE WHEN count(*) = 1 THEN SUM({in} - {out}) ELSE SUM("#fall") END AS "#first"
    FROM {staging} GROUP BY {key}, "month") AS n
WHERE true
ON CONFLICT ({key}, "month") DO UPDATE SET {added}, {lowest} = excluded.{lowest},
    last_movement = excluded.last_movement)"),
        {{"bound",
             sqliteLowest(QStringLiteral("t"), QStringLiteral("n"), QStringLiteral("n.\"#from\""),
                 QStringLiteral("n.\"#fall\""), QStringLiteral("n.\"#first\""))},
            {"months", m_layout.totals(Level::Month)}, {"key", m_layout.dimensions()}, {"sides", m_layout.sides()},
            {"lowest", m_layout.lowest()}, {"journal", m_layout.journal()}, {"staging", sqliteStaging()},
            {"sums", m_layout.sides(QStringLiteral("SUM(%1) AS %1"))}, {"in", m_layout.receipts(resource)},
            {"out", m_layout.issues(resource)},
            {"monthKey", m_layout.sameKey(QStringLiteral("t"), QStringLiteral("n"))},
            {"added", m_layout.sides(QStringLiteral("%1 = %1 + excluded.%1"))}});
}

QString Generator::sqliteBatchDays() const
{
    return filled(QStringLiteral(R"(INSERT INTO {days} ({key}, "day", {sides}, last_movement)
SELECT {key}, {day}, {sums}, (SELECT max(id) FROM {journal}) FROM {journal} NOT INDEXED
WHERE id > (SELECT pending FROM accumulator_gate) GROUP BY {key}, {day}
ON CONFLICT ({key}, "day") DO UPDATE SET {added}, last_movement = excluded.last_movement)"),
        {{"days", m_layout.totals(Level::Day)}, {"key", m_layout.dimensions()}, {"sides", m_layout.sides()},
            {"day", m_layout.startOf(Level::Day, QStringLiteral("period"))},
            {"sums", m_layout.addedSides({}, QStringLiteral("SUM(%1)"))}, {"journal", m_layout.journal()},
            {"added", m_layout.sides(QStringLiteral("%1 = %1 + excluded.%1"))}});
}

} // namespace bincard::accumulator
