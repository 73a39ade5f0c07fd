// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Alteration.h"
#include "accumulator/DimensionValue.h"
#include "accumulator/Encoding.h"
#include "accumulator/Verify.h"

#include <QCoreApplication>

namespace bincard::accumulator {

using db::Dialect;

namespace {

// Shorter than the second after which PostgreSQL looks for deadlocks: we give way before anybody is picked as a victim.
const char *const patience = "SET LOCAL lock_timeout = '300ms'";
constexpr int attempts = 200;

} // namespace

Result<void> Alteration::runOnPostgres()
{
    BINCARD_TRY(requireReadCommitted(*m_before.session));
    const QString name = m_after.definition().name();
    const RegisterContext target = with(Layout(m_after.definition().named(u'#' + name), m_after.dialect()));
    const QString source = qualified(m_before.layout.journal()), copied = qualified(target.layout.journal());
    const Generator making(target.layout, m_before.schema);
    BINCARD_TRY(makeJournal(making, source, copied));
    BINCARD_TRY(execute({QStringLiteral("ANALYZE ") + copied}));
    BINCARD_TRY(execute(making.createDerived()));
    BINCARD_TRY(fillAndVerify(target));

    BINCARD_TRY(takeTables());
    BINCARD_ASSIGN(further,
        m_before.session->execute(copySql(source, copied)
            + QStringLiteral(" WHERE NOT EXISTS (SELECT 1 FROM %1 t WHERE t.id = s.id)").arg(copied)));
    if (further > 0) {
        BINCARD_TRY(execute(making.dropDerived() + making.createDerived()));
        BINCARD_TRY(fillAndVerify(target));
        BINCARD_TRY(compareJournals(source, copied));
    }
    BINCARD_TRY(refuseNegativeDays(target.layout));
    BINCARD_TRY(continueIds(source, copied));
    BINCARD_ASSIGN(rights, grants());
    const Generator before(m_before.layout, m_before.schema);
    BINCARD_TRY(execute(before.dropTriggers() + before.dropDerived() + before.dropJournal()));
    BINCARD_TRY(renameParts());
    BINCARD_TRY(execute(Generator(m_after, m_before.schema).createTriggers()));
    for (const QString &table : m_after.tableNames())
        BINCARD_TRY(execute({QStringLiteral("ANALYZE ") + qualified(Dialect::quoted(table))}));
    return execute(rights);
}

// A partitioned journal keeps its tables, which may be many and, where detached, are no longer ours to change: further
// columns with a constant default cost nothing, and the derived tables are made anew.
Result<void> Alteration::runOnPartitions()
{
    BINCARD_TRY(requireReadCommitted(*m_before.session));
    BINCARD_TRY(takeTables());
    const Generator before(m_before.layout, m_before.schema), after(m_after, m_before.schema);
    QStringList columns;
    for (qsizetype i = 0; i < m_after.definition().dimensions().size(); ++i) {
        const Dimension &dimension = m_after.definition().dimensions().at(i);
        if (m_before.definition().dimensionIndex(dimension.name) < 0)
            columns << QStringLiteral("%1 %2 NOT NULL DEFAULT %3")
                           .arg(Dialect::quoted(dimension.name), columnType(dimension, m_after.dialect()),
                               dimensionLiteral(m_defaults.at(i), m_after.dialect()));
    }
    for (int i = 0; i < m_after.resourceCount(); ++i) {
        if (m_before.definition().resourceIndex(m_after.definition().resources().at(i).name) < 0)
            columns << QStringLiteral("%1 %2 NOT NULL DEFAULT 0").arg(m_after.resource(i), m_after.decimalType(i));
    }
    QStringList statements = before.dropTriggers() + before.dropDerived();
    for (const QString &column : columns) {
        for (const QString &table : {m_after.journal(), m_after.sealed()})
            statements << QStringLiteral("ALTER TABLE %1 ADD COLUMN %2").arg(qualified(table), column);
    }
    BINCARD_TRY(execute(statements + after.createDerived()));
    BINCARD_TRY(fillAndVerify(with(m_after)));
    BINCARD_TRY(refuseNegativeDays(m_after));
    return execute(after.createTriggers());
}

// While we wait for one lock, those behind us wait for us; so it is given back soon and tried again.
Result<void> Alteration::takeTables()
{
    QStringList tables;
    for (const QString &table : m_before.layout.tableNames())
        tables << qualified(Dialect::quoted(table));
    BINCARD_ASSIGN(rows, m_before.session->query(QStringLiteral("SELECT current_setting('lock_timeout')")));
    const QString usual = rows.next() ? rows.text(0) : QStringLiteral("0");
    BINCARD_TRY(rows.finished());
    for (int attempt = 1;; ++attempt) {
        BINCARD_TRY(execute({QStringLiteral("SAVEPOINT alteration"), QLatin1String(patience)}));
        const auto locked = m_before.session->run(
            QStringLiteral("LOCK TABLE %1 IN ACCESS EXCLUSIVE MODE").arg(tables.join(QStringLiteral(", "))));
        if (locked.ok())
            break;
        if (!db::mayReplay(locked.error()) || attempt >= attempts)
            return locked.error();
        BINCARD_TRY(execute(
            {QStringLiteral("ROLLBACK TO SAVEPOINT alteration"), QStringLiteral("RELEASE SAVEPOINT alteration")}));
        BINCARD_TRY(step(2 * m_movements));
        db::pauseBeforeRetry(std::min(attempt, 4));
    }
    BINCARD_TRY(execute({QStringLiteral("RELEASE SAVEPOINT alteration")}));
    BINCARD_TRY(m_before.session->query(QStringLiteral("SELECT set_config('lock_timeout', ?, true)"), {usual}));
    return {};
}

/// Tables, indexes (with the constraints of their name) and sequences lose the sign in front.
Result<void> Alteration::renameParts() const
{
    QStringList renames;
    const QString prefix = u'#' + m_after.definition().name() + u'_';
    BINCARD_ASSIGN(rows,
        m_before.session->query(
            QStringLiteral("SELECT c.relname, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                           " WHERE n.nspname = ? AND starts_with(c.relname, ?) AND c.relkind IN ('r','p','i','I','S')"),
            {m_before.schema, prefix}));
    while (rows.next()) {
        const QString name = rows.text(0), kind = rows.text(1).toLower();
        const QString what = kind == u"i" ? QStringLiteral("INDEX")
            : rows.text(1) == u"S"        ? QStringLiteral("SEQUENCE")
                                          : QStringLiteral("TABLE");
        renames << QStringLiteral("ALTER %1 %2 RENAME TO %3")
                       .arg(what, qualified(Dialect::quoted(name)), Dialect::quoted(name.mid(1)));
    }
    BINCARD_TRY(rows.finished());
    return execute(renames);
}

/// Who was given what on the tables has it on the new ones, too; and they have the same owner.
Result<QStringList> Alteration::grants() const
{
    ArrayText tables;
    for (const QString &table : m_before.layout.tableNames())
        tables.append(table);
    const QString ours = QStringLiteral(" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace%1"
                                        " WHERE n.nspname = ? AND c.relname = ANY(?::text[])");
    const db::Values values{m_before.schema, tables.text()};
    QStringList statements;
    {
        BINCARD_ASSIGN(rows,
            m_before.session->query(
                QStringLiteral(
                    "SELECT c.relname, a.privilege_type, a.is_grantable,"
                    " CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END")
                    + ours.arg(QStringLiteral(" CROSS JOIN LATERAL aclexplode(c.relacl) a"))
                    + QStringLiteral(" AND a.grantee <> c.relowner ORDER BY 1, 4, 2"),
                values));
        while (rows.next())
            statements << QStringLiteral("GRANT %1 ON %2 TO %3%4")
                              .arg(rows.text(1), qualified(Dialect::quoted(rows.text(0))), rows.text(3),
                                  rows.boolean(2) ? QStringLiteral(" WITH GRANT OPTION") : QString());
        BINCARD_TRY(rows.finished());
    }
    BINCARD_ASSIGN(rows,
        m_before.session->query(QStringLiteral("SELECT c.relname, quote_ident(pg_get_userbyid(c.relowner))")
                + ours.arg(QString()) + QStringLiteral(" AND pg_get_userbyid(c.relowner) <> current_user ORDER BY 1"),
            values));
    while (rows.next())
        statements
            << QStringLiteral("ALTER TABLE %1 OWNER TO %2").arg(qualified(Dialect::quoted(rows.text(0))), rows.text(1));
    BINCARD_TRY(rows.finished());
    return statements;
}

QString Alteration::qualified(const QString &table) const { return Dialect::quoted(m_before.schema) + u'.' + table; }

} // namespace bincard::accumulator
