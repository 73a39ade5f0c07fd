// SPDX-License-Identifier: LGPL-3.0-or-later
// What PostgreSQL's trigger on the journal adds to the derived tables (E6) and how it sees that nothing falls below zero
// (E11). The balance of a key is written first and so locked until the end of the transaction: whoever else changes the
// key waits there, and the statements after it see all that was committed before.
//
// A month's `lowest` is at most the lowest sum of receipts less issues at the end of any day in it, counted from its
// start, which counts as 0. Keeping it exact would take all days of the month at every posting. So what is posted behind
// the last day makes it exact, what is posted before is taken off it as a whole, and it is only made exact again where it
// no longer proves that the balance holds.
#include "accumulator/Generator.h"

namespace bincard::accumulator {

namespace {

const QString separator = QStringLiteral(", ");

QString indented(QString text) { return text.replace(QLatin1String("\n    "), QLatin1String("\n        ")); }

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
            {"m=f", key("m", "f")}, {"b=f", key("b", "f")}, {"d=f", key("d", "f")}, {"o=n", key("o", "n")},
            {"d=n", key("d", "n")}, {"d=m", key("d", "m")}, {"t=e", key("t", "e")}});
    if (resource < 0)
        return text;
    return filled(std::move(text),
        {{"resource", m_layout.resource(resource)}, {"receipts", m_layout.receipts(resource)},
            {"issues", m_layout.issues(resource)}, {"lowest", m_layout.lowest()}});
}

// The balances of one operation, then its days and months. One row needs no adding up: leaving that out halves the cost.
QString Generator::postgresMaintenance() const
{
    if (m_layout.definition().isLedger())
        return postgresAdding(true); // a row counts on two sides
    return QStringLiteral("    IF \"#rows\" = 1 THEN\n")
        + indented(QStringLiteral("    ") + postgresAdding(false).trimmed()) + QStringLiteral("\n    ELSE\n")
        + indented(QStringLiteral("    ") + postgresAdding(true).trimmed()) + QStringLiteral("\n    END IF;\n");
}

QString Generator::postgresAdding(bool many) const
{
    const QString source = m_layout.source(QStringLiteral("added"));
    const QString sum = many ? QStringLiteral("SUM(%1)") : QStringLiteral("%1");
    const QString day = m_layout.startOf(Level::Day, QStringLiteral("period"));
    const auto grouped = [&](const QString &columns) {
        return many ? QStringLiteral(" GROUP BY %1 ORDER BY %1").arg(columns) : QString();
    };
    const QString conflict = QStringLiteral("ON CONFLICT (%1) DO UPDATE SET %2");
    const QString bothSides = m_layout.sides(QStringLiteral("%1 = t.%1 + excluded.%1"));
    QString body;
    if (m_layout.definition().hasBalances())
        body +=
            QStringLiteral("    INSERT INTO {balances} AS t ({key}, %1)\n    SELECT {key}, %2 FROM %3%4\n    %5;\n")
                .arg(m_layout.resources(),
                    // Named, since PostgreSQL calls a sum "sum", and so may a dimension be called.
                    m_layout.resources(many ? QStringLiteral("SUM(%1) AS %1") : sum), source,
                    grouped(m_layout.dimensions()),
                    conflict.arg(m_layout.dimensions(), m_layout.resources(QStringLiteral("%1 = t.%1 + excluded.%1"))));
    body += QStringLiteral("    WITH daily AS MATERIALIZED (\n        SELECT {key}, %1 AS \"day\", %2 FROM %3%4\n    )")
                .arg(day, addedSidesNamed(sum), source, grouped(m_layout.dimensions() + separator + day));
    body +=
        QStringLiteral(", monthly AS (\n        INSERT INTO {months} AS t ({key}, \"month\", %1%2)\n%3\n"
                       "        %4%5\n    )\n")
            .arg(m_layout.sides(), m_layout.hasLowest() ? QStringLiteral(", {lowest}") : QString(),
                postgresMonthly(many), conflict.arg(m_layout.dimensions() + QStringLiteral(", \"month\""), bothSides),
                m_layout.hasLowest() ? QStringLiteral(",\n            {lowest} = CASE WHEN excluded.{lowest} < 0"
                                                      " THEN excluded.{lowest} ELSE t.{lowest} END")
                                     : QString());
    body += QStringLiteral(
        "    INSERT INTO {days} AS t ({key}, \"day\", %1)\n    SELECT {key}, \"day\", %1 FROM daily\n    %2;\n")
                .arg(m_layout.sides(), conflict.arg(m_layout.dimensions() + QStringLiteral(", \"day\""), bothSides));
    return postgresPlaces(body);
}

// The months of one operation. `lowest` is 0 here where nothing falls, which leaves it as it was.
QString Generator::postgresMonthly(bool many) const
{
    const QString month = QStringLiteral("date_trunc('month', \"day\"::timestamp)::date");
    const QString sum = many ? QStringLiteral("SUM(%1) AS %1") : QStringLiteral("%1");
    const QString grouping = many ? QStringLiteral(" GROUP BY {key}, %1").arg(month) : QString();
    const QString ordering = many ? QStringLiteral(" ORDER BY {key}, \"month\"") : QString();
    if (!m_layout.hasLowest())
        return QStringLiteral("        SELECT {key}, %1 AS \"month\", %2 FROM daily%3%4")
            .arg(month, m_layout.sides(sum), grouping, ordering);
    return QStringLiteral(R"(        SELECT {nKey}, n."month", %1, CASE WHEN n."#fall" >= 0 THEN 0 ELSE coalesce((
                SELECT CASE WHEN EXISTS (SELECT FROM {days} d WHERE {d=n} AND d."day" > n."#from"
                        AND d."day" < (n."month" + interval '1 month')::date)
                    THEN o.{lowest} + n."#fall"
                    ELSE least(o.{lowest}, o.{receipts} - o.{issues} + n."#fall") END
                FROM {months} o WHERE {o=n} AND o."month" = n."month"), n."#fall") END AS "#lowest"
        FROM (SELECT {key}, %2 AS "month", %3, %4 AS "#fall", %5 AS "#from" FROM daily%6) AS n%7)")
        .arg(m_layout.sides(QStringLiteral("n.%1")), month, m_layout.sides(sum),
            many ? QStringLiteral("SUM(least({receipts} - {issues}, 0))")
                 : QStringLiteral("least({receipts} - {issues}, 0)"),
            many ? QStringLiteral("min(\"day\")") : QStringLiteral("\"day\""), grouping, ordering);
}

QString Generator::addedSidesNamed(const QString &sum) const
{
    QStringList parts;
    for (int i = 0; i < m_layout.resourceCount(); ++i)
        parts << sum.arg(m_layout.addedReceipts(i, {})) + QStringLiteral(" AS ") + m_layout.receipts(i)
              << sum.arg(m_layout.addedIssues(i, {})) + QStringLiteral(" AS ") + m_layout.issues(i);
    return parts.join(separator);
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
    const QString walk = QStringLiteral(R"(
            SELECT m."month" AS "#month", m.{lowest} + (SELECT b.{resource} FROM {balances} b WHERE {b=f})
                - SUM(m.{receipts} - m.{issues}) OVER (ORDER BY m."month" DESC) AS "#left"
            FROM {months} m WHERE {m=f} AND m."month" >= f."#month")");
    const QString check = QStringLiteral(R"(        PERFORM FROM (%1) AS f
        CROSS JOIN LATERAL (SELECT min("#left") AS "#left" FROM (%2) AS w) AS l
        WHERE l."#left" < 0 LIMIT 1;
        "#falls" := found;
)");
    const QString text = QStringLiteral(R"(    IF "#falls" THEN
%4    END IF;
    IF "#falls" THEN
        WITH exact AS (
            SELECT {dKey}, s."#month", least(min(d."#sum"), 0) AS "#lowest"
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
            .arg(falling, walk, postgresShortages(), check.arg(falling, walk)));
}

// The days of the keys that are still suspicious, and what to tell of them: of each key the first day that this
// operation breaks, what is left at its end without the operation, and what the operation takes up to it.
QString Generator::postgresShortages() const
{
    const int resource = m_layout.definition().forbiddenResource();
    QStringList key;
    for (int i = 0; i < m_layout.dimensionCount(); ++i)
        key << QStringLiteral("'%1', %2").arg(m_layout.keyDimensions().at(i).name, m_layout.dimension(i));
    return filled(QStringLiteral(R"(        WITH falling AS (
            SELECT {key}, min("#from") AS "#from" FROM (
                SELECT {key}, period::date AS "#from",
                    SUM(SUM({resource})) OVER (PARTITION BY {key} ORDER BY period::date) AS "#taken"
                FROM added GROUP BY {key}, period::date) AS running
            WHERE "#taken" < 0 GROUP BY {key}
        ), closing AS (
            SELECT {dKey}, d."day" AS "#day",
                b.{resource} - coalesce(SUM(d.{receipts} - d.{issues}) OVER (
                    PARTITION BY {dKey} ORDER BY d."day" DESC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS "#left"
            FROM falling f
            JOIN {balances} b ON {b=f}
            JOIN {days} d ON {d=f} AND d."day" >= f."#from"
        ), broken AS (
            SELECT DISTINCT ON ({cKey}) c.*, t."#taken"
            FROM closing c
            CROSS JOIN LATERAL (SELECT SUM(a.{resource}) AS "#taken" FROM added a
                WHERE {a=c} AND a.period < c."#day" + 1) t
            WHERE c."#left" < 0 AND t."#taken" < 0
            ORDER BY {cKey}, c."#day"
        )
        SELECT jsonb_agg(jsonb_build_object('register', '{name}', 'key', jsonb_build_object({named}),
                'resource', '{resourceName}', 'available', ("#left" - "#taken")::text, 'required', (-"#taken")::text,
                'date', to_char("#day", 'YYYY-MM-DD')) ORDER BY {key})
        INTO "#details" FROM broken;
        IF "#details" IS NOT NULL THEN
            RAISE EXCEPTION USING ERRCODE = 'BC011', MESSAGE = 'bincard:insufficient_stock', DETAIL = "#details"::text;
        END IF;
)"),
        {{"cKey", m_layout.dimensions(QStringLiteral("c.%1"))},
            {"a=c", m_layout.sameKey(QStringLiteral("a"), QStringLiteral("c"))}, {"named", key.join(separator)},
            {"name", m_layout.definition().name()},
            {"resourceName", m_layout.definition().resources().at(resource).name}});
}

} // namespace bincard::accumulator
