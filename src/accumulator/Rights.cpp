// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Rights.h"

#include "accumulator/Layout.h"

namespace bincard::accumulator {

namespace {

// Roles belong to the whole server: another book may make this one at the same moment. Names of registers are plain
// names, and what is theirs is called after them.
const char *const settling = R"(DO $bincard$
DECLARE
    changes text[];
    change text;
BEGIN
    -- Everybody may execute what is new, and so make it the trigger of a table of his own: it would add that table's
    -- rows to the totals, and run, as their owner, what its columns' types bring with them.
    changes := ARRAY(
        SELECT format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f.oid::regprocedure)
        FROM pg_proc f
        WHERE f.pronamespace = '{schemaLiteral}'::regnamespace AND f.prosecdef AND f.prorettype = 'trigger'::regtype
            AND has_function_privilege('public', f.oid, 'EXECUTE') AND pg_has_role(current_user, f.proowner, 'MEMBER')
            AND {made});
    FOREACH change IN ARRAY changes LOOP
        EXECUTE change;
    END LOOP;
    BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{owner}') THEN
            CREATE ROLE {owner} NOLOGIN;
        END IF;
    EXCEPTION
        WHEN duplicate_object OR unique_violation THEN
            NULL;
        WHEN insufficient_privilege THEN
            RETURN;
    END;
    BEGIN
        IF NOT pg_has_role(current_user, '{owner}', 'MEMBER') THEN
            EXECUTE format('GRANT {owner} TO %I', current_user);
        END IF;
        IF NOT has_schema_privilege('{owner}', '{schemaName}', 'CREATE')
            OR NOT has_schema_privilege('{owner}', '{schemaName}', 'USAGE') THEN
            GRANT USAGE, CREATE ON SCHEMA {schema} TO {owner};
        END IF;
    EXCEPTION WHEN insufficient_privilege THEN
        RETURN;
    END;
    IF NOT pg_has_role(current_user, '{owner}', 'MEMBER') OR NOT has_schema_privilege('{owner}', '{schemaName}', 'CREATE') THEN
        RETURN;
    END IF;
    -- All at once, since no table can change that is being read.
    changes := ARRAY(
        SELECT format('ALTER TABLE %s OWNER TO {owner}', c.oid::regclass)
        FROM pg_class c
        WHERE c.relnamespace = '{schemaLiteral}'::regnamespace AND c.relkind IN ('r', 'p') AND c.relowner <> '{owner}'::regrole
            AND pg_has_role(current_user, c.relowner, 'MEMBER')
            AND (starts_with(c.relname, 'accumulator_')
                OR EXISTS (SELECT FROM {schema}.accumulator_partition p WHERE p.name = c.relname)
                OR EXISTS (SELECT FROM {schema}.accumulator_register r
                    WHERE c.relname IN (r.name || '_movement', r.name || '_day', r.name || '_month', r.name || '_balance',
                        r.name || '_sealed')))
        UNION ALL
        SELECT format('ALTER FUNCTION %s OWNER TO {owner}', f.oid::regprocedure)
        FROM pg_proc f
        WHERE f.pronamespace = '{schemaLiteral}'::regnamespace AND f.proowner <> '{owner}'::regrole
            AND pg_has_role(current_user, f.proowner, 'MEMBER')
            AND {made});
    FOREACH change IN ARRAY changes LOOP
        EXECUTE change;
    END LOOP;
END
$bincard$)";

// Which functions are the engine's.
const char *const made = R"((starts_with(f.proname, 'accumulator_')
                OR EXISTS (SELECT FROM {schema}.accumulator_register r WHERE starts_with(f.proname, r.name || '_movement_'))))";

} // namespace

Result<void> Rights::settle(db::Session &session, const QString &schema)
{
    if (session.dialect().isSqlite())
        return {};
    return session.run(filled(QString::fromLatin1(settling).replace(QLatin1String("{made}"), QLatin1String(made)),
        {{"owner", QLatin1String(owner)}, {"schemaName", QString(schema).replace(u'\'', QLatin1String("''"))},
            {"schemaLiteral", db::Dialect::quoted(schema).replace(u'\'', QLatin1String("''"))},
            {"schema", db::Dialect::quoted(schema)}}));
}

} // namespace bincard::accumulator
