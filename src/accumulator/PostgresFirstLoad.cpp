// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/PostgresFirstLoad.h"

#include "accumulator/Generator.h"

namespace bincard::accumulator {

namespace {

/// Sorting a million rows takes more room than the server usually gives, or goes to files. And the server, which knows
/// nothing of a new table yet, would rather hash what there is almost as much of as there are rows.
const QStringList settings{QStringLiteral("work_mem"), QStringLiteral("enable_hashagg")};
const db::Values ours{QStringLiteral("128MB"), QStringLiteral("off")};

} // namespace

Result<bool> PostgresFirstLoad::begin()
{
    BINCARD_ASSIGN(may, mayBegin());
    if (!may)
        return false;
    db::Session &session = *m_context.session;
    BINCARD_TRY(session.run(QStringLiteral("SAVEPOINT bincard_first_load")));
    const auto taken = take();
    if (!taken.ok() || !*taken)
        BINCARD_TRY(session.run(QStringLiteral("ROLLBACK TO SAVEPOINT bincard_first_load")));
    BINCARD_TRY(session.run(QStringLiteral("RELEASE SAVEPOINT bincard_first_load")));
    return taken;
}

Result<bool> PostgresFirstLoad::mayBegin()
{
    if (m_context.definition().isLedger() || m_context.layout.isPartitioned())
        return false;
    BINCARD_ASSIGN(rows,
        m_context.session->query(
            QStringLiteral("SELECT current_setting('transaction_isolation') = 'read committed'"
                           " AND has_schema_privilege(?, 'CREATE')" // what making an index takes
                           " AND bool_and(pg_has_role(c.relowner, 'USAGE')) AND NOT EXISTS (SELECT FROM %1)"
                           " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                           " WHERE n.nspname = ? AND c.relname IN ('%2')")
                .arg(m_context.layout.journal(), m_context.layout.tableNames().join(QStringLiteral("', '"))),
            {m_context.schema, m_context.schema}));
    const bool may = rows.next() && rows.boolean(0);
    BINCARD_TRY(rows.finished());
    return may;
}

// The closing date's lock is the first (E20). Nobody is waited for: who reads may take long, and whoever comes after
// would wait as well.
Result<bool> PostgresFirstLoad::take()
{
    db::Session &session = *m_context.session;
    QStringList tables, rows;
    for (const QString &name : m_context.layout.tableNames()) {
        tables << db::Dialect::quoted(name);
        rows << QStringLiteral("EXISTS (SELECT FROM %1)").arg(tables.constLast());
    }
    BINCARD_TRY(session.run(QStringLiteral("SELECT pg_advisory_xact_lock_shared(%1)").arg(closingLock)));
    const auto locked = session.run(
        QStringLiteral("LOCK TABLE %1 IN ACCESS EXCLUSIVE MODE NOWAIT").arg(tables.join(QStringLiteral(", "))));
    if (!locked.ok())
        return db::mayReplay(locked.error()) ? Result<bool>(false) : Result<bool>(locked.error());
    BINCARD_ASSIGN(found, session.query(QStringLiteral("SELECT ") + rows.join(QStringLiteral(" OR "))));
    const bool empty = found.next() && !found.boolean(0);
    BINCARD_TRY(found.finished());
    if (!empty)
        return false;
    BINCARD_TRY(Journal(m_context).refuseOutdated());
    // It does not go where the same session still reads from the tables (a cursor), or an index was dropped by hand.
    const auto laidAside = run(Generator(m_context.layout, m_context.schema).layAside());
    if (!laidAside.ok() && laidAside.error().code() == ErrorCode::Cancelled)
        return laidAside.error();
    return laidAside.ok();
}

Result<void> PostgresFirstLoad::append(const QList<NewRow> &rows)
{
    const auto copied = m_append.copy(rows);
    return copied.ok() ? copied : Journal(m_context).appendError(copied.error(), rows);
}

Result<void> PostgresFirstLoad::finish()
{
    db::Session &session = *m_context.session;
    const Generator generator(m_context.layout, m_context.schema);
    BINCARD_TRY(session.run(generator.countRecorders()));
    BINCARD_ASSIGN(callers, exchangeSettings(ours));
    if (const auto filled = run(generator.fillDerived()); !filled.ok())
        return Journal(m_context).appendError(filled.error(), {});
    BINCARD_TRY(exchangeSettings(callers));
    BINCARD_TRY(run(generator.putBack()));
    if (!m_context.layout.hasLowest())
        return {};
    const auto checked = session.run(generator.firstLoadCheck());
    return checked.ok() ? checked : Journal(m_context).appendError(checked.error(), {});
}

// They hold to the end of the transaction, which may be the caller's.
Result<db::Values> PostgresFirstLoad::exchangeSettings(const db::Values &values)
{
    QStringList known, set;
    for (const QString &name : settings) {
        known << QStringLiteral("current_setting('%1')").arg(name);
        set << QStringLiteral("set_config('%1', ?, true)").arg(name);
    }
    db::Values before;
    {
        BINCARD_ASSIGN(rows, m_context.session->query(QStringLiteral("SELECT ") + known.join(QStringLiteral(", "))));
        BINCARD_TRY(rows.next() ? Result<void>() : rows.finished());
        for (int i = 0; i < settings.size(); ++i)
            before << rows.text(i);
    }
    BINCARD_TRY(m_context.session->execute(QStringLiteral("SELECT ") + set.join(QStringLiteral(", ")), values));
    return before;
}

Result<void> PostgresFirstLoad::run(const QStringList &statements)
{
    for (const QString &statement : statements)
        BINCARD_TRY(m_context.session->run(statement));
    return {};
}

} // namespace bincard::accumulator
