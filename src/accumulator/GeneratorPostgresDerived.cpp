// SPDX-License-Identifier: LGPL-3.0-or-later
// What PostgreSQL's trigger on the journal adds to the derived tables (E6) and how it sees that nothing falls below zero
// (E11). The balance of a key is written first and so locked until the end of the transaction: whoever else changes the
// key waits there, and the statements after it see all that was committed before.
//
// A month's `lowest` is at most the lowest sum of receipts less issues, counted from its start, at the end of any day
// that has a row. Keeping it exact would take all days of the month at every posting. So what is posted is taken off it
// as a whole, and it is only made exact again where it no longer proves that the balance holds.
#include "accumulator/Generator.h"

namespace bincard::accumulator {

namespace {

const QString separator = QStringLiteral(", ");
/// Rows of one statement from which most of their totals are taken for new.
constexpr int rowsOfALoad = 20'000;

} // namespace

QString Generator::postgresPlaces(QString text) const
{
    const int resource = m_layout.definition().forbiddenResource();
    const auto key = [&](const char *left, const char *right) {
        return m_layout.sameKey(QLatin1String(left), QLatin1String(right));
    };
    text = filled(std::move(text),
        {{"key", m_layout.dimensions()}, {"fKey", m_layout.dimensions(QStringLiteral("f.%1"))},
            {"nKey", m_layout.dimensions(QStringLiteral("n.%1"))},
            {"dKey", m_layout.dimensions(QStringLiteral("d.%1"))}, {"balances", qualified(m_layout.balances())},
            {"days", qualified(m_layout.totals(Level::Day))}, {"months", qualified(m_layout.totals(Level::Month))},
            {"m=f", key("m", "f")}, {"b=f", key("b", "f")}, {"d=f", key("d", "f")}, {"d=t", key("d", "t")},
            {"t=n", key("t", "n")}, {"t=e", key("t", "e")}});
    if (resource < 0)
        return text;
    return filled(std::move(text),
        {{"resource", m_layout.resource(resource)}, {"receipts", m_layout.receipts(resource)},
            {"issues", m_layout.issues(resource)}, {"lowest", m_layout.lowest()}});
}

// The balances of one operation, then its days and months.
QString Generator::postgresMaintenance() const
{
    return oneOrMany(postgresRowMaintenance(), postgresBalances() + postgresTotals());
}

QString Generator::postgresBalances() const
{
    if (!m_layout.definition().hasBalances())
        return {};
    // Sums are named, since PostgreSQL calls a sum "sum", and so may a dimension be called.
    return postgresPlaces(QStringLiteral(
        "    INSERT INTO {balances} AS t ({key}, %1)\n    SELECT {key}, %2 FROM %3 GROUP BY {key} ORDER BY {key}\n"
        "    ON CONFLICT ({key}) DO UPDATE SET %4;\n")
                              .arg(m_layout.resources(), m_layout.resources(QStringLiteral("SUM(%1) AS %1")),
                                  m_layout.source(QStringLiteral("added")),
                                  m_layout.resources(QStringLiteral("%1 = t.%1 + excluded.%1"))));
}

QString Generator::postgresDaily() const
{
    return QStringLiteral("SELECT {key}, %1 AS \"day\", %2 FROM %3 GROUP BY {key}, %1 ORDER BY {key}, %1")
        .arg(m_layout.startOf(Level::Day, QStringLiteral("period")), addedSidesNamed(QStringLiteral("SUM(%1)")),
            m_layout.source(QStringLiteral("added")));
}

// "#fall" is what is taken on days that take more than they bring, "#first" a bound of the month's lowest sum if there is
// nothing else in it.
QString Generator::postgresMonthly() const
{
    const QString month = QStringLiteral("date_trunc('month', \"day\"::timestamp)::date");
    QString columns =
        QStringLiteral("{key}, %1 AS \"month\", %2").arg(month, m_layout.sides(QStringLiteral("SUM(%1) AS %1")));
    if (m_layout.hasLowest())
        columns += QStringLiteral(", SUM(least({receipts} - {issues}, 0)) AS \"#fall\", min(\"day\") AS \"#from\","
                                  " CASE WHEN min(\"day\") = max(\"day\") THEN SUM({receipts} - {issues})"
                                  " ELSE SUM(least({receipts} - {issues}, 0)) END AS \"#first\"");
    return QStringLiteral("SELECT %1 FROM daily GROUP BY {key}, %2 ORDER BY {key}, \"month\"").arg(columns, month);
}

// A month that there was not yet has no days but these, so its lowest sum is known exactly.
QString Generator::postgresNewMonths() const
{
    if (!m_layout.hasLowest())
        return postgresMonthly();
    return QStringLiteral(R"(SELECT {key}, "#month", %1, min("#running") FROM (
            SELECT {key}, %2 AS "#month", %3,
                SUM({receipts} - {issues}) OVER (PARTITION BY {key}, %2 ORDER BY "day") AS "#running"
            FROM daily) AS n GROUP BY {key}, "#month")")
        .arg(m_layout.sides(QStringLiteral("SUM(%1)")), QStringLiteral("date_trunc('month', \"day\"::timestamp)::date"),
            m_layout.sides());
}

// What is posted on or behind a day that the month has takes no day below `lowest` by more than it takes itself. What is
// posted before the month's first day makes a new first one. A bound that would fall below zero is looked at again: at
// the end of a month it is known better.
// Of months t; {fall}, {first} and {from} are as in postgresMonthly.
QString Generator::postgresLowest() const
{
    const QString day = QStringLiteral("EXISTS (SELECT FROM {days} d WHERE {d=t} AND %1)");
    return QStringLiteral(R"({lowest} = CASE
                WHEN t.{lowest} > 0 AND NOT %1
                    THEN least(t.{lowest} + {fall}, {first})
                WHEN {fall} = 0 OR t.{lowest} + {fall} >= 0 OR %2
                    THEN t.{lowest} + {fall}
                ELSE least(t.{lowest}, t.{receipts} - t.{issues} + {fall}) END)")
        .arg(day.arg(QStringLiteral("d.\"day\" >= t.\"month\" AND d.\"day\" <= {from}")),
            day.arg(QStringLiteral("d.\"day\" > {from} AND d.\"day\" < (t.\"month\" + interval '1 month')::date")));
}

// Most totals are there already, and an update costs less than an insert that finds a conflict. Where there are balances
// their rows are held by now, so nobody else adds totals of these keys and the order of rows does not matter. What is as
// large as a load brings mostly new totals.
QString Generator::postgresTotals() const
{
    if (!m_layout.definition().hasBalances())
        return postgresUpserts();
    return QStringLiteral("    IF \"#rows\" > %1 THEN\n%2    ELSE\n%3    END IF;\n")
        .arg(QString::number(rowsOfALoad), indented(postgresUpserts()), indented(postgresUpdates()));
}

QString Generator::postgresUpserts() const
{
    const QString columns = QStringLiteral("{key}, \"%1\", ") + m_layout.sides();
    const QString conflict = QStringLiteral("ON CONFLICT ({key}, \"%1\") DO UPDATE SET ")
        + m_layout.sides(QStringLiteral("%1 = t.%1 + excluded.%1"));
    const QString bound =
        QStringLiteral(",\n            {lowest} = least(t.{lowest} + least(excluded.{lowest}, 0), excluded.{lowest})");
    return postgresPlaces(
        QStringLiteral(
            "    WITH daily AS MATERIALIZED (%1), months AS (\n        INSERT INTO {months} AS t (%2)\n"
            "        %3\n        %4\n    )\n    INSERT INTO {days} AS t (%5) SELECT %5 FROM daily\n    %6;\n")
            .arg(postgresDaily(),
                columns.arg(QStringLiteral("month"))
                    + (m_layout.hasLowest() ? QStringLiteral(", {lowest}") : QString()),
                postgresNewMonths(), conflict.arg(QStringLiteral("month")) + (m_layout.hasLowest() ? bound : QString()),
                columns.arg(QStringLiteral("day")), conflict.arg(QStringLiteral("day"))));
}

QString Generator::postgresUpdates() const
{
    const QString columns = QStringLiteral("{key}, \"%1\", ") + m_layout.sides();
    const QString daily = QStringLiteral("daily AS MATERIALIZED (%1)").arg(postgresDaily());
    const QString sums = m_layout.sides(QStringLiteral("%1 = t.%1 + n.%1"));
    const QString lowest = filled(postgresLowest(),
        {{"fall", QStringLiteral("n.\"#fall\"")}, {"first", QStringLiteral("n.\"#first\"")},
            {"from", QStringLiteral("n.\"#from\"")}});
    return postgresPlaces(QStringLiteral(R"(    WITH %1,
    monthly AS MATERIALIZED (%2),
    months AS (
        UPDATE {months} t SET %3%4
        FROM monthly n WHERE {t=n} AND t."month" = n."month" RETURNING 1
    ), days AS (
        UPDATE {days} t SET %3
        FROM daily n WHERE {t=n} AND t."day" = n."day" RETURNING 1
    )
    SELECT (SELECT count(*) FROM months) < (SELECT count(*) FROM monthly),
        (SELECT count(*) FROM days) < (SELECT count(*) FROM daily) INTO "#new_months", "#new_days";
    IF "#new_days" THEN
        INSERT INTO {days} (%5) %6 ON CONFLICT DO NOTHING;
    END IF;
    IF "#new_months" THEN
        WITH %1
        INSERT INTO {months} (%7) %8 ON CONFLICT DO NOTHING;
    END IF;
)")
                              .arg(daily, postgresMonthly(), sums,
                                  m_layout.hasLowest() ? QStringLiteral(",\n            ") + lowest : QString())
                              .arg(columns.arg(QStringLiteral("day")), postgresDaily(),
                                  columns.arg(QStringLiteral("month"))
                                      + (m_layout.hasLowest() ? QStringLiteral(", {lowest}") : QString()),
                                  postgresNewMonths()));
}

QString Generator::addedSidesNamed(const QString &sum) const
{
    QStringList parts;
    for (int i = 0; i < m_layout.resourceCount(); ++i)
        parts << sum.arg(m_layout.addedReceipts(i, {})) + QStringLiteral(" AS ") + m_layout.receipts(i)
              << sum.arg(m_layout.addedIssues(i, {})) + QStringLiteral(" AS ") + m_layout.issues(i);
    return parts.join(separator);
}

// The months of one key: the balance at the start of each and its lowest sum.
QString Generator::postgresWalk() const
{
    return QStringLiteral(R"(
            SELECT m."month" AS "#month", m.{lowest} + (SELECT b.{resource} FROM {balances} b WHERE {b=})
                - SUM(m.{receipts} - m.{issues}) OVER (ORDER BY m."month" DESC) AS "#left"
            FROM {months} m WHERE {m=} AND m."month" >= {month})");
}

// Of every key that something is taken from, the months from there on: the balance at the start of each, which is the
// balance now less what this month and later ones bring, and its lowest sum. Only what looks broken then is looked at by
// the day, after its months have been made exact.
QString Generator::postgresNegativeCheck() const
{
    if (!m_layout.hasLowest())
        return {};
    const QString falling =
        QStringLiteral("SELECT {key}, date_trunc('month', min(period))::date AS \"#month\" FROM added"
                       " WHERE {resource} < 0 GROUP BY {key}");
    const QString walk = filled(postgresWalk(),
        {{"b=", QStringLiteral("{b=f}")}, {"m=", QStringLiteral("{m=f}")}, {"month", QStringLiteral("f.\"#month\"")}});
    const QString check = QStringLiteral(R"(    PERFORM FROM (%1) AS f
    CROSS JOIN LATERAL (SELECT min("#left") AS "#left" FROM (%2) AS w) AS l
    WHERE l."#left" < 0 LIMIT 1;
    "#falls" := found;
)")
                              .arg(falling, walk);
    const QString text = QStringLiteral(R"(    IF "#falls" THEN
%5    END IF;
    IF "#falls" THEN
        WITH exact AS (
            SELECT {dKey}, s."#month", min(d."#sum") AS "#lowest"
            FROM (SELECT {fKey}, w."#month" FROM (%1) AS f
                CROSS JOIN LATERAL (%2) AS w WHERE w."#left" < 0) AS s
            CROSS JOIN LATERAL (
                SELECT {dKey}, SUM(d.{receipts} - d.{issues}) OVER (ORDER BY d."day") AS "#sum" FROM {days} d
                WHERE {d=s} AND d."day" >= s."#month" AND d."day" < (s."#month" + interval '1 month')::date) AS d
            GROUP BY {dKey}, s."#month"
        )
        UPDATE {months} t SET {lowest} = e."#lowest" FROM exact e
        WHERE {t=e} AND t."month" = e."#month" AND t.{lowest} < e."#lowest";
%4    END IF;
    IF "#falls" THEN
%3    END IF;
)");
    return postgresPlaces(
        QString(text)
            .replace(QLatin1String("{d=s}"), m_layout.sameKey(QStringLiteral("d"), QStringLiteral("s")))
            .arg(falling, walk, postgresShortages(QStringLiteral("added")), indented(check),
                indented(oneOrMany(postgresRowCheck(), check))));
}

// The days of the keys that are still suspicious, and what to tell of them: of each key the first day that this
// operation breaks, what is left at its end without the operation, and what the operation takes up to it. Days and rows
// are put side by side and walked once: an operation may be a load of a million rows. `added`: where its rows are.
QString Generator::postgresShortages(const QString &added) const
{
    const int resource = m_layout.definition().forbiddenResource();
    QStringList key;
    for (int i = 0; i < m_layout.dimensionCount(); ++i)
        key << QStringLiteral("'%1', %2").arg(m_layout.keyDimensions().at(i).name, m_layout.dimension(i));
    return filled(QStringLiteral(R"(        WITH falling AS (
            SELECT {key}, min("#from") AS "#from" FROM (
                SELECT {key}, period::date AS "#from",
                    SUM(SUM({resource})) OVER (PARTITION BY {key} ORDER BY period::date) AS "#taken"
                FROM {added} GROUP BY {key}, period::date) AS running
            WHERE "#taken" < 0 GROUP BY {key}
        ), changed AS (
            SELECT {key}, "#day", SUM("#net") AS "#net", SUM("#change") AS "#change",
                max(max("#from")) OVER (PARTITION BY {key}) AS "#from",
                max(max("#balance")) OVER (PARTITION BY {key}) AS "#balance"
            FROM (SELECT {dKey}, d."day" AS "#day", d.{receipts} - d.{issues} AS "#net", 0 AS "#change",
                    f."#from", b.{resource} AS "#balance"
                FROM falling f JOIN {balances} b ON {b=f} JOIN {days} d ON {d=f} AND d."day" >= f."#from"
                UNION ALL SELECT {key}, period::date, 0, {resource}, NULL, NULL FROM {added}) AS counted
            GROUP BY {key}, "#day"
        ), running AS (
            SELECT {key}, "#day", "#from", SUM("#change") OVER (PARTITION BY {key} ORDER BY "#day") AS "#taken",
                "#balance" - coalesce(SUM("#net") OVER (PARTITION BY {key} ORDER BY "#day" DESC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS "#left"
            FROM changed
        ), broken AS (
            SELECT DISTINCT ON ({key}) * FROM running
            WHERE "#day" >= "#from" AND "#left" < 0 AND "#taken" < 0 ORDER BY {key}, "#day"
        )
        SELECT jsonb_agg(jsonb_build_object('register', '{name}', 'key', jsonb_build_object({named}),
                'resource', '{resourceName}', 'available', ("#left" - "#taken")::text, 'required', (-"#taken")::text,
                'date', to_char("#day", 'YYYY-MM-DD')) ORDER BY {key})
        INTO "#details" FROM broken;
        IF "#details" IS NOT NULL THEN
            RAISE EXCEPTION USING ERRCODE = 'BC011', MESSAGE = 'bincard:insufficient_stock', DETAIL = "#details"::text;
        END IF;
)"),
        {{"added", added}, {"named", key.join(separator)}, {"name", m_layout.definition().name()},
            {"resourceName", m_layout.definition().resources().at(resource).name}});
}

} // namespace bincard::accumulator
