// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/SqliteBatch.h"

#include "accumulator/Generator.h"
#include "accumulator/Journal.h"

namespace bincard::accumulator {

Result<bool> SqliteBatch::usable()
{
    if (m_context.definition().isLedger())
        return false; // its accounts are judged row by row
    BINCARD_ASSIGN(rows, m_context.session->query(QStringLiteral("PRAGMA foreign_keys")));
    return rows.next() && rows.boolean(0);
}

Result<void> SqliteBatch::open()
{
    const QString sql = m_context.statement(QStringLiteral("batch.open"), [this]() -> QString {
        return QStringLiteral("INSERT INTO accumulator_gate (open, base, pending)"
                              " SELECT 0, coalesce(max(id), 0), coalesce(max(id), 0) FROM ")
            + m_context.layout.journal();
    });
    BINCARD_TRY(m_context.session->execute(sql));
    return Journal(m_context).refuseOutdated();
}

// Rows that nothing in the journal stands for are found by verify; a load adds to them as a posting does.
Result<bool> SqliteBatch::isFirst()
{
    QString sql = QStringLiteral("SELECT 1 FROM accumulator_gate WHERE base = 0");
    for (const QString &table : m_context.layout.tableNames().mid(1))
        sql += QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM %1)").arg(db::Dialect::quoted(table));
    return answersRow(sql);
}

Result<void> SqliteBatch::maintain()
{
    const Generator generator(m_context.layout, m_context.schema);
    const auto run = [&](const char *name, qsizetype count, QStringList (Generator::*make)() const) -> Result<void> {
        for (qsizetype i = 0; i < count; ++i) {
            const QString sql = m_context.statement(QStringLiteral("batch.%1.%2").arg(QLatin1String(name)).arg(i),
                [&] { return (generator.*make)().at(i); });
            BINCARD_TRY(m_context.session->execute(sql));
        }
        return {};
    };
    BINCARD_TRY(run("staging", 2, &Generator::sqliteBatchStaging));
    BINCARD_TRY(run("maintenance", m_context.layout.tableNames().size() - 1, &Generator::sqliteBatchMaintenance));
    m_staged = true;
    return {};
}

Result<void> SqliteBatch::maintainDays()
{
    return m_context.session->run(Generator(m_context.layout, m_context.schema).sqliteBatchDays());
}

Result<void> SqliteBatch::makeOfDays()
{
    for (const QString &statement : Generator(m_context.layout, m_context.schema).fillFromDays())
        BINCARD_TRY(m_context.session->run(statement));
    return {};
}

Result<bool> SqliteBatch::layAside()
{
    const Generator generator(m_context.layout, m_context.schema);
    bool first = true;
    for (const QString &index : Generator::names(generator.indexes())) {
        const auto dropped = m_context.session->run(QStringLiteral("DROP INDEX ") + db::Dialect::quoted(index));
        // Only what leaves the transaction as it was: after a full disk SQLite may have ended it.
        if (!dropped.ok() && first && dropped.error().code() == ErrorCode::Busy)
            return false;
        BINCARD_TRY(dropped);
        first = false;
    }
    for (const QString &statement : generator.dropTriggers())
        BINCARD_TRY(m_context.session->run(statement));
    return true;
}

Result<void> SqliteBatch::putBack()
{
    const Generator generator(m_context.layout, m_context.schema);
    for (const QString &statement : generator.indexes() + generator.createTriggers())
        BINCARD_TRY(m_context.session->run(statement));
    return {};
}

Result<bool> SqliteBatch::exceedsLimits()
{
    return answersRow(Generator(m_context.layout, m_context.schema).sqliteBeyondLimits());
}

Result<void> SqliteBatch::clear()
{
    if (m_staged)
        BINCARD_TRY(m_context.session->execute(m_context.statement(QStringLiteral("batch.clear"), [&] {
            return QString(
                QLatin1String("DELETE FROM ") + Generator(m_context.layout, m_context.schema).sqliteStaging());
        })));
    m_staged = false;
    return {};
}

Result<void> SqliteBatch::advance()
{
    BINCARD_TRY(clear());
    BINCARD_TRY(
        m_context.session->execute(QStringLiteral("UPDATE accumulator_gate SET pending = (SELECT max(id) FROM %1)")
                                       .arg(m_context.layout.journal())));
    return {};
}

Result<bool> SqliteBatch::answersRow(const QString &sql)
{
    BINCARD_ASSIGN(rows, m_context.session->query(sql));
    const bool found = rows.next();
    BINCARD_TRY(rows.finished());
    return found;
}

Result<bool> SqliteBatch::isShort()
{
    if (m_context.definition().forbiddenResource() < 0)
        return false;
    const Generator generator(m_context.layout, m_context.schema);
    if (m_staged) {
        BINCARD_ASSIGN(closer, answersRow(m_context.statement(QStringLiteral("batch.glance"), [&] {
            return generator.sqliteBatchGlance();
        })));
        if (!closer)
            return false;
    }
    const QString check =
        m_context.statement(QStringLiteral("batch.check"), [&] { return generator.sqliteBatchCheck(); });
    BINCARD_ASSIGN(doubtful, answersRow(check));
    if (!doubtful)
        return false;
    BINCARD_TRY(m_context.session->execute(
        m_context.statement(QStringLiteral("batch.exact"), [&] { return generator.sqliteBatchExactness(); })));
    return answersRow(check);
}

Result<void> SqliteBatch::shut()
{
    BINCARD_TRY(clear());
    BINCARD_TRY(m_context.session->execute(QStringLiteral("DELETE FROM accumulator_gate")));
    return {};
}

} // namespace bincard::accumulator
