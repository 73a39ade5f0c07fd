// SPDX-License-Identifier: LGPL-3.0-or-later
// One statement trigger of PostgreSQL with a transition table, so that an operation is checked and added up as a whole.
// It runs with the rights of the register's owner and finds every table by its schema. Locks are taken in one order
// (E20): balances by key, then totals by key and date. Names with # are its own: no dimension or resource has such a
// one.
#include "accumulator/DimensionValue.h"
#include "accumulator/Generator.h"

#include "base/Decimal.h"

namespace bincard::accumulator {

using db::Dialect;

namespace {

QString dateCondition(const QString &column, const QString &type)
{
    return QStringLiteral("%1 < %2 '0001-01-01' OR %1 >= %2 '10000-01-01'").arg(column, type);
}

QString when(const QString &condition, const QString &message)
{
    return QStringLiteral("            WHEN %1\n                THEN '%2'\n").arg(condition, message);
}

} // namespace

// Rule E12. Under READ COMMITTED the statement after the lock sees whatever was committed before the lock was given; an
// older snapshot has to be asked whether the row has changed since.
QString Generator::postgresClosingCheck() const
{
    return filled(QStringLiteral(R"(    PERFORM pg_advisory_xact_lock_shared({lock});
    IF current_setting('transaction_isolation') = 'read committed' THEN
        SELECT closed_until INTO "#closed" FROM {schema}.accumulator_closing;
    ELSE
        SELECT closed_until INTO "#closed" FROM {schema}.accumulator_closing FOR SHARE;
    END IF;
    IF "#closed" IS NOT NULL THEN
        SELECT min(period) INTO "#period" FROM added WHERE period < "#closed" + 1;
        IF "#period" IS NOT NULL THEN
            RAISE EXCEPTION USING ERRCODE = 'BC012', MESSAGE = 'bincard:period_closed', DETAIL = jsonb_build_object(
                'closed_until', to_char("#closed", 'YYYY-MM-DD'),
                'period', to_char("#period", 'YYYY-MM-DD"T"HH24:MI:SS'))::text;
        END IF;
    END IF;
)"),
        {{"lock", QString::number(closingLock)}, {"schema", Dialect::quoted(m_schema)}});
}

// Types and NOT NULL do most of it; what they let through is NaN, infinity, years beyond 9999 or before 1 and blanks.
QString Generator::postgresCheck() const
{
    QString checks;
    // An id beyond the sequence would collide with a later one.
    checks += when(
        QStringLiteral("id < 1 OR id > (SELECT last_value FROM %1)").arg(qualified(m_layout.table("movement_id_seq"))),
        QStringLiteral("id: the journal gives the ids"));
    checks += when(QStringLiteral("recorder !~ '\\S' OR char_length(recorder) > %1").arg(maximumTextLength),
        QStringLiteral("recorder: a text of 1 to %1 characters is needed").arg(maximumTextLength));
    checks += when(QStringLiteral("line < 1"), QStringLiteral("line: a number from 1 on is needed"));
    checks += when(dateCondition(QStringLiteral("period"), QStringLiteral("timestamp")),
        QStringLiteral("period: a date and time of the years 1 to 9999 is needed"));
    checks +=
        when(QStringLiteral("recorded_by NOT IN (SELECT id FROM %1.accumulator_actor)").arg(Dialect::quoted(m_schema)),
            QStringLiteral("recorded_by: the id of a row of accumulator_actor is needed"));
    checks +=
        when(QStringLiteral("xact <> pg_current_xact_id()"), QStringLiteral("xact: the journal gives the transaction"));
    checks += when(QStringLiteral("char_length(cause) > %1").arg(maximumTextLength),
        QStringLiteral("cause: a text of at most %1 characters is needed").arg(maximumTextLength));
    for (int i = 0; i < m_layout.journalDimensions().size(); ++i) {
        const Dimension &dimension = m_layout.journalDimensions().at(i);
        if (dimension.type == DimensionType::Text)
            checks += when(QStringLiteral("char_length(%1) > %2").arg(m_layout.entered(i)).arg(maximumTextLength),
                QStringLiteral("%1: a text of at most %2 characters is needed")
                    .arg(dimension.name)
                    .arg(maximumTextLength));
        if (dimension.type == DimensionType::Date)
            checks += when(dateCondition(m_layout.entered(i), QStringLiteral("date")),
                QStringLiteral("%1: a date of the years 1 to 9999 is needed").arg(dimension.name));
    }
    for (int i = 0; i < m_layout.resourceCount(); ++i)
        checks += when(QStringLiteral("%1 = 'NaN'").arg(m_layout.resource(i)),
            QStringLiteral("%1: a number is needed").arg(m_layout.definition().resources().at(i).name));
    const QString same = m_layout.entered(QStringLiteral("o.%1 = a.%1"), QStringLiteral(" AND "));
    const QString negated = m_layout.resources(QStringLiteral("o.%1 = -a.%1"), QStringLiteral(" AND "));
    return filled(QStringLiteral(R"(    SELECT "#problem" INTO "#refused" FROM (
        SELECT CASE
{checks}        END AS "#problem" FROM added) AS checked
    WHERE "#problem" IS NOT NULL LIMIT 1;
    IF "#refused" IS NULL AND EXISTS (SELECT FROM added WHERE reversal_of IS NOT NULL) AND EXISTS (
        SELECT FROM added a LEFT JOIN {journal} o ON o.id = a.reversal_of AND o.reversal_of IS NULL
            AND o.recorder = a.recorder AND o.period = a.period AND {same} AND {negated}
        WHERE a.reversal_of IS NOT NULL AND o.id IS NULL) THEN
        "#refused" := 'reversal_of: a reversal repeats the recorder, period and dimensions of a movement, with its values negated';
    END IF;
    IF "#refused" IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'BC002', MESSAGE = 'bincard:validation:' || "#refused";
    END IF;
)"),
        {{"checks", checks}, {"journal", qualified(m_layout.journal())}, {"same", same}, {"negated", negated}});
}

QString Generator::postgresMaintenance() const
{
    const QString form = QStringLiteral("    INSERT INTO %1 AS t (%2, %3)\n"
                                        "    SELECT %4, %5 FROM %7 GROUP BY %4 ORDER BY %4\n"
                                        "    ON CONFLICT (%2) DO UPDATE SET %6;\n");
    const QString source = m_layout.source(QStringLiteral("added"));
    QString body;
    if (m_layout.definition().hasBalances())
        body += form.arg(qualified(m_layout.balances()), m_layout.dimensions(), m_layout.resources(),
            m_layout.dimensions(), m_layout.resources(QStringLiteral("SUM(%1)")),
            m_layout.resources(QStringLiteral("%1 = t.%1 + excluded.%1")), source);
    for (const Level level : levels)
        body += form.arg(qualified(m_layout.totals(level)),
            m_layout.dimensions() + QStringLiteral(", ") + Layout::column(level), m_layout.sides(),
            m_layout.dimensions() + QStringLiteral(", ") + m_layout.startOf(level, QStringLiteral("period")),
            m_layout.addedSides({}, QStringLiteral("SUM(%1)")),
            m_layout.sides(QStringLiteral("%1 = t.%1 + excluded.%1")), source);
    return body;
}

// Rule E11. Balance rows are locked by now, so whoever else changes these keys waits, and this statement sees all that
// was committed before. Only keys that the operation lowers on some day are looked at, from that day on: the balance
// now, less what later days bring, is what was left at the end of each day.
QString Generator::postgresNegativeCheck() const
{
    const int resource = m_layout.definition().forbiddenResource();
    if (resource < 0)
        return {};
    QStringList key;
    for (int i = 0; i < m_layout.dimensionCount(); ++i)
        key << QStringLiteral("'%1', %2").arg(m_layout.keyDimensions().at(i).name, m_layout.dimension(i));
    return filled(QStringLiteral(R"(    WITH falling AS (
        SELECT {dimensions}, min("#from") AS "#from" FROM (
            SELECT {dimensions}, period::date AS "#from",
                SUM(SUM({resource})) OVER (PARTITION BY {dimensions} ORDER BY period::date) AS "#taken"
            FROM added GROUP BY {dimensions}, period::date) AS running
        WHERE "#taken" < 0 GROUP BY {dimensions}
    ), closing AS (
        SELECT {dDimensions}, d."day" AS "#day",
            b.{resource} - coalesce(SUM(d.{receipts} - d.{issues}) OVER (
                PARTITION BY {dDimensions} ORDER BY d."day" DESC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS "#left"
        FROM falling f
        JOIN {balances} b ON {balanceKey}
        JOIN {days} d ON {dayKey} AND d."day" >= f."#from"
    ), broken AS (
        SELECT DISTINCT ON ({cDimensions}) c.*, t."#taken"
        FROM closing c
        CROSS JOIN LATERAL (SELECT SUM(a.{resource}) AS "#taken" FROM added a
            WHERE {addedKey} AND a.period < c."#day" + 1) t
        WHERE c."#left" < 0 AND t."#taken" < 0
        ORDER BY {cDimensions}, c."#day"
    )
    SELECT jsonb_agg(jsonb_build_object('register', '{name}', 'key', jsonb_build_object({key}),
            'resource', '{resourceName}', 'available', ("#left" - "#taken")::text, 'required', (-"#taken")::text,
            'date', to_char("#day", 'YYYY-MM-DD')) ORDER BY {dimensions})
    INTO "#shortages" FROM broken;
    IF "#shortages" IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'BC011', MESSAGE = 'bincard:insufficient_stock', DETAIL = "#shortages"::text;
    END IF;
)"),
        {{"dimensions", m_layout.dimensions()}, {"dDimensions", m_layout.dimensions(QStringLiteral("d.%1"))},
            {"cDimensions", m_layout.dimensions(QStringLiteral("c.%1"))}, {"resource", m_layout.resource(resource)},
            {"resourceName", m_layout.definition().resources().at(resource).name},
            {"receipts", m_layout.receipts(resource)}, {"issues", m_layout.issues(resource)},
            {"balances", qualified(m_layout.balances())}, {"days", qualified(m_layout.totals(Level::Day))},
            {"balanceKey", m_layout.sameKey(QStringLiteral("b"), QStringLiteral("f"))},
            {"dayKey", m_layout.sameKey(QStringLiteral("d"), QStringLiteral("f"))},
            {"addedKey", m_layout.sameKey(QStringLiteral("a"), QStringLiteral("c"))},
            {"key", key.join(QStringLiteral(", "))}, {"name", m_layout.definition().name()}});
}

QString Generator::postgresFunction() const
{
    const QString negative = postgresNegativeCheck();
    return filled(QStringLiteral(R"(CREATE FUNCTION {function}() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $bincard$
DECLARE
    "#closed" date;
    "#period" timestamp;
    "#refused" text;
{declare}BEGIN
{check}{closing}{maintenance}{negative}    RETURN NULL;
END
$bincard$)"),
        {{"function", qualified(m_layout.table("movement_added"))},
            {"declare", negative.isEmpty() ? QString() : QStringLiteral("    \"#shortages\" jsonb;\n")},
            {"check", postgresCheck()}, {"closing", postgresClosingCheck()}, {"maintenance", postgresMaintenance()},
            {"negative", negative}});
}

QStringList Generator::postgresTriggers() const
{
    const QString refuse = QStringLiteral("EXECUTE FUNCTION %1.accumulator_refuse('%2')");
    const QString schema = Dialect::quoted(m_schema);
    const QString appendOnly =
        refuse.arg(schema, QStringLiteral("the journal is append-only; a movement is taken back by a reversal"));
    const QString derived = refuse.arg(schema, QStringLiteral("it follows from the journal; insert movements instead"));
    const QString journal = qualified(m_layout.journal());
    QStringList statements{postgresFunction(),
        QStringLiteral("CREATE TRIGGER %1 AFTER INSERT ON %2 REFERENCING NEW TABLE AS added\n"
                       "    FOR EACH STATEMENT EXECUTE FUNCTION %3()")
            .arg(m_layout.table("movement_added"), journal, qualified(m_layout.table("movement_added"))),
        QStringLiteral("CREATE TRIGGER %1 BEFORE UPDATE OR DELETE OR TRUNCATE ON %2\n    FOR EACH STATEMENT %3")
            .arg(m_layout.table("movement_guard"), journal, appendOnly)};
    const QStringList names = m_layout.tableNames();
    for (qsizetype i = 1; i < names.size(); ++i) {
        const QString table = qualified(Dialect::quoted(names.at(i)));
        // Depth 0 is a statement that a person or a program sent; what our trigger does stands deeper.
        statements << QStringLiteral("CREATE TRIGGER %1 BEFORE INSERT OR UPDATE OR DELETE ON %2\n"
                                     "    FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) %3")
                          .arg(Dialect::quoted(names.at(i) + QStringLiteral("_guard")), table, derived);
        statements << QStringLiteral("CREATE TRIGGER %1 BEFORE TRUNCATE ON %2\n    FOR EACH STATEMENT %3")
                          .arg(Dialect::quoted(names.at(i) + QStringLiteral("_no_truncate")), table, derived);
    }
    return statements;
}

} // namespace bincard::accumulator
