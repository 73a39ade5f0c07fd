// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/SqliteBatch.h"

#include "accumulator/Generator.h"

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
        return QStringLiteral("INSERT INTO accumulator_gate (open, base) SELECT 0, coalesce(max(id), 0) FROM ")
            + m_context.layout.journal();
    });
    BINCARD_TRY(m_context.session->execute(sql));
    return {};
}

Result<bool> SqliteBatch::workedIn()
{
    const Generator generator(m_context.layout, m_context.schema);
    const auto all = m_context.statements->constFind(QStringLiteral("batch.0"));
    if (all == m_context.statements->constEnd()) {
        const QStringList made = generator.sqliteBatchMaintenance();
        for (qsizetype i = 0; i < made.size(); ++i)
            m_context.statements->insert(QStringLiteral("batch.%1").arg(i), made.at(i));
        m_context.statements->insert(QStringLiteral("batch.check"), generator.sqliteBatchCheck());
    }
    const qsizetype tables = m_context.layout.tableNames().size() - 1;
    for (qsizetype i = 0; i < tables; ++i)
        BINCARD_TRY(m_context.session->execute(m_context.statements->value(QStringLiteral("batch.%1").arg(i))));
    const QString check = m_context.statements->value(QStringLiteral("batch.check"));
    if (check.isEmpty())
        return true;
    BINCARD_ASSIGN(rows, m_context.session->query(check));
    const bool isShort = rows.next();
    BINCARD_TRY(rows.finished());
    return !isShort;
}

Result<void> SqliteBatch::shut()
{
    BINCARD_TRY(m_context.session->execute(QStringLiteral("DELETE FROM accumulator_gate")));
    return {};
}

} // namespace bincard::accumulator
