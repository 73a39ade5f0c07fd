// SPDX-License-Identifier: LGPL-3.0-or-later
// One statement trigger of PostgreSQL with a transition table, so that an operation is checked and added up as a whole.
// It runs with the rights of the register's owner and finds every table by its schema. Locks are taken in one order
// (E20): the closing date's, recorders, balances by key, then totals by key and date. Names with # are its own: no
// dimension or resource has such a one. How it adds up is in GeneratorPostgresDerived.cpp.
//
// Every statement in here costs a posting of one line about as much as its journal row, so there are few: one looks at
// the rows as a whole, and only what is suspicious is looked at closely.
#include "accumulator/Analytics.h"
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

QString inTime(const QString &column, const QString &type)
{
    return QStringLiteral("%1 >= %2 '0001-01-01' AND %1 < %2 '10000-01-01'").arg(column, type);
}

QString when(const QString &condition, const QString &message)
{
    return QStringLiteral("                WHEN %1\n                    THEN '%2'\n").arg(condition, message);
}

// Rule E17: analytics must be what they are when written anew from what they hold, so that equal ones are equal bytes.
QString analyticsCondition(const QString &column)
{
    return QStringLiteral(R"(%1 <> '{}' AND (char_length(%1) > %2 OR %1 IS DISTINCT FROM (
                SELECT '{' || string_agg(to_json("#key")::text || ':' || to_json("#value")::text, ',' ORDER BY "#key") || '}'
                FROM (SELECT e.key COLLATE "C" AS "#key", min(e.value #>> '{}') AS "#value"
                    FROM json_each(%1::json) AS e
                    WHERE json_typeof(e.value) = 'string' AND e.value #>> '{}' ~ '^[^\x01-\x1f]+$'
                        AND e.key ~ '^[A-Za-z][A-Za-z0-9_]{0,39}$'
                    GROUP BY 1) AS written)))")
        .arg(column)
        .arg(maximumAnalyticsLength);
}

} // namespace

// Whether anything about the rows calls for a closer look. It may take what is right for suspicious, never the other way
// round.
QString Generator::postgresSound() const
{
    const QString short_ = QStringLiteral("octet_length(%1) <= ") + QString::number(maximumTextLength);
    QStringList sound{QStringLiteral("id BETWEEN 1 AND (SELECT last_value FROM %1)")
                          .arg(qualified(m_layout.table("movement_id_seq"))),
        QStringLiteral("recorder >= '!'"), short_.arg(QStringLiteral("recorder")), QStringLiteral("line >= 1"),
        inTime(QStringLiteral("period"), QStringLiteral("timestamp")),
        QStringLiteral("recorded_by IN (SELECT id FROM %1.accumulator_actor)").arg(Dialect::quoted(m_schema)),
        QStringLiteral("xact = pg_current_xact_id()"), short_.arg(QStringLiteral("cause"))};
    for (int i = 0; i < m_layout.journalDimensions().size(); ++i) {
        const DimensionType type = m_layout.journalDimensions().at(i).type;
        const bool isAnalytics = i < m_layout.sideColumns() && i % 2 == 1;
        if (isAnalytics)
            sound << m_layout.entered(i) + QStringLiteral(" = '{}'");
        else if (type == DimensionType::Text)
            sound << short_.arg(m_layout.entered(i));
        if (type == DimensionType::Date)
            sound << inTime(m_layout.entered(i), QStringLiteral("date"));
    }
    for (int i = 0; i < m_layout.resourceCount(); ++i)
        sound << QStringLiteral("%1 <> 'NaN'").arg(m_layout.resource(i));
    return sound.join(QStringLiteral("\n            AND "));
}

// "#falls" of a register that forbids negatives: whether a row takes from the resource.
QString Generator::postgresFalls() const
{
    const int forbidden = m_layout.definition().forbiddenResource();
    return forbidden < 0 ? QStringLiteral("false") : m_layout.resource(forbidden) + QStringLiteral(" < 0");
}

// One pass over the rows. It also counts the recorders' operations, which locks them (E3). Under READ COMMITTED it sees
// whatever was committed before the lock of the closing date was given.
QString Generator::postgresGlance() const
{
    const QString many = QStringLiteral(R"(    WITH taken AS (
        INSERT INTO {schema}.accumulator_recorder AS r (recorder) SELECT DISTINCT recorder FROM added ORDER BY 1
        ON CONFLICT (recorder) DO UPDATE SET operations = r.operations + 1 RETURNING operations
    )
    SELECT min(period), bool_or(reversal_of IS NOT NULL), bool_or({falling}),
        bool_and({sound}),
        (SELECT closed_until FROM {schema}.accumulator_closing), (SELECT max(operations) FROM taken)
    INTO "#first", "#reverses", "#falls", "#sound", "#closed", "#operations" FROM added;
)");
    return filled(QStringLiteral(R"(    IF "#expected" <> '' THEN
        PERFORM set_config('bincard.recorder', '', true);
    END IF;
    SELECT count(*) INTO "#rows" FROM added;
    IF "#rows" = 0 THEN
        RETURN NULL;
    END IF;
    PERFORM pg_advisory_xact_lock_shared({lock});
)") + oneOrMany(postgresRowGlance(), many),
        {{"lock", QString::number(closingLock)}, {"schema", Dialect::quoted(m_schema)}, {"falling", postgresFalls()},
            {"sound", postgresSound()}});
}

// Rule E12. An older snapshot (REPEATABLE READ) has to be asked whether the date has changed since.
QString Generator::postgresClosingCheck() const
{
    return filled(QStringLiteral(R"(    IF current_setting('transaction_isolation') <> 'read committed' THEN
        PERFORM FROM {schema}.accumulator_closing FOR SHARE;
    END IF;
    IF "#first" < "#closed" + 1 THEN
        RAISE EXCEPTION USING ERRCODE = 'BC012', MESSAGE = 'bincard:period_closed', DETAIL = jsonb_build_object(
            'closed_until', to_char("#closed", 'YYYY-MM-DD'),
            'period', to_char("#first", 'YYYY-MM-DD"T"HH24:MI:SS'))::text;
    END IF;
)"),
        {{"schema", Dialect::quoted(m_schema)}});
}

// Rules E3 and E5 for who asks for them by the setting bincard.recorder, which holds for one statement. "new": none of
// the recorders may have other active movements; their rows are locked, so this sees whoever came before. A number: that
// many operations of the recorder were known when the statement was made.
QString Generator::postgresRecorderCheck() const
{
    return filled(QStringLiteral(R"(    IF "#expected" <> '' THEN
        IF "#expected" <> 'new' THEN
            IF "#operations" <> "#expected"::bigint + 1 THEN
                RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'bincard:busy: the recorder was worked on meanwhile';
            END IF;
        ELSIF "#operations" > 1 THEN
            SELECT jsonb_agg(DISTINCT m.recorder) INTO "#details" FROM {journal} m
            WHERE m.recorder IN (SELECT recorder FROM added) AND m.reversal_of IS NULL
                AND NOT EXISTS (SELECT FROM {journal} r WHERE r.reversal_of = m.id)
                AND m.id NOT IN (SELECT id FROM added);
            IF "#details" IS NOT NULL THEN
                RAISE EXCEPTION USING ERRCODE = 'BC003', MESSAGE = 'bincard:already_posted', DETAIL = "#details"::text;
            END IF;
        END IF;
    END IF;
)"),
        {{"journal", qualified(m_layout.journal())}});
}

// Types and NOT NULL do most of it; what they let through is NaN, infinity, years beyond 9999 or before 1 and blanks.
//
// The owner of the function and who is a member of that role may record for others (an import, a move to a server); who
// has INSERT on the journal alone is recorded as the login of the session, now.
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
        if (i < m_layout.sideColumns() && i % 2 == 1)
            checks += when(analyticsCondition(m_layout.entered(i)),
                dimension.name
                    + QStringLiteral(": a JSON object of texts with sorted keys and without blanks is needed"));
        else if (dimension.type == DimensionType::Text)
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
    return filled(QStringLiteral(R"(    IF NOT "#sound" THEN
        SELECT "#problem" INTO "#refused" FROM (
            SELECT CASE
{checks}            END AS "#problem" FROM added) AS checked
        WHERE "#problem" IS NOT NULL LIMIT 1;
    END IF;
    IF "#reverses" AND "#refused" IS NULL THEN
        IF EXISTS (
            SELECT FROM added a LEFT JOIN {journal} o ON o.id = a.reversal_of AND o.reversal_of IS NULL
                AND o.recorder = a.recorder AND o.period = a.period AND {same} AND {negated}
            WHERE a.reversal_of IS NOT NULL AND o.id IS NULL) THEN
            "#refused" := 'reversal_of: a reversal repeats the recorder, period and dimensions of a movement, with its values negated';
        END IF;
    END IF;
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND "#refused" IS NULL THEN
        SELECT CASE WHEN recorded_by IS DISTINCT FROM (SELECT id FROM {schema}.accumulator_actor WHERE name = session_user)
                THEN 'recorded_by: who posts is who has logged in' ELSE 'recorded_at: the journal gives the time' END
        INTO "#refused" FROM added
        WHERE recorded_by IS DISTINCT FROM (SELECT id FROM {schema}.accumulator_actor WHERE name = session_user)
            OR recorded_at < statement_timestamp() OR recorded_at > clock_timestamp() LIMIT 1;
    END IF;
    IF "#refused" IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'BC002', MESSAGE = 'bincard:validation:' || "#refused";
    END IF;
)"),
        {{"schema", Dialect::quoted(m_schema)}, {"checks", checks}, {"journal", qualified(m_layout.journal())},
            {"same", same}, {"negated", negated}});
}

// Rule E17. The rows of the accounts are held from here on, so that none of them becomes inactive meanwhile; the
// statement after the lock sees what was committed before it.
QString Generator::postgresAccountCheck() const
{
    if (!m_layout.definition().isLedger())
        return {};
    return filled(QStringLiteral(R"(    PERFORM FROM {schema}.accumulator_account a
        WHERE a.code IN (SELECT account_dr FROM added UNION SELECT account_cr FROM added) ORDER BY a.code FOR SHARE;
    SELECT CASE WHEN "#no_debit" THEN 'account_dr' ELSE 'account_cr' END INTO "#refused" FROM (
        SELECT d.code IS NULL OR NOT d.is_active AND n.reversal_of IS NULL AS "#no_debit",
            c.code IS NULL OR NOT c.is_active AND n.reversal_of IS NULL AS "#no_credit"
        FROM added n LEFT JOIN {schema}.accumulator_account d ON d.code = n.account_dr
        LEFT JOIN {schema}.accumulator_account c ON c.code = n.account_cr) AS named
    WHERE "#no_debit" OR "#no_credit" LIMIT 1;
    IF "#refused" IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'BC002', MESSAGE = 'bincard:validation:' || "#refused"
            || ': the code of an active account of accumulator_account is needed';
    END IF;
)"),
        {{"schema", Dialect::quoted(m_schema)}});
}

QString Generator::postgresFunction() const
{
    return filled(QStringLiteral(R"(CREATE FUNCTION {function}() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off SET jit = off SET work_mem = '64MB'
SET plan_cache_mode = force_generic_plan AS $bincard$
#variable_conflict use_column
DECLARE
    "#expected" text := current_setting('bincard.recorder', true);
    "#rows" bigint;
    "#first" timestamp;
    "#reverses" boolean;
    "#falls" boolean;
    "#sound" boolean;
    "#closed" date;
    "#operations" bigint;
    "#new_days" boolean;
    "#new_months" boolean;
    "#refused" text;
    "#details" jsonb;
{row}BEGIN
{glance}{check}{closing}{recorder}{accounts}{maintenance}{negative}    RETURN NULL;
END
$bincard$)"),
        {{"function", qualified(m_layout.table("movement_added"))}, {"row", postgresRowVariables()},
            {"glance", postgresGlance()}, {"check", postgresCheck()}, {"closing", postgresClosingCheck()},
            {"recorder", postgresRecorderCheck()}, {"accounts", postgresAccountCheck()},
            {"maintenance", postgresMaintenance()}, {"negative", postgresNegativeCheck()}});
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
    if (m_layout.isPartitioned())
        statements << QStringLiteral("CREATE TRIGGER %1 BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %2\n"
                                     "    FOR EACH STATEMENT %3")
                          .arg(m_layout.table("sealed_guard"), qualified(m_layout.sealed()),
                              refuse.arg(schema, QStringLiteral("it is what is left of a part of the journal")));
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
