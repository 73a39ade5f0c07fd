// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Encoding.h"
#include "accumulator/RegisterContext.h"

namespace bincard::accumulator {

namespace {

Result<qint64> number(const RegisterContext &context, const QString &sql)
{
    BINCARD_ASSIGN(rows, context.session->query(sql));
    const qint64 value = rows.next() ? rows.integer(0) : 0;
    BINCARD_TRY(rows.finished());
    return value;
}

/// SQLite knows the size of a table only where its table of statistics was compiled in; it counts the pages.
qint64 sqliteBytes(const RegisterContext &context)
{
    QList<QVariant> tables;
    for (const QString &table : context.layout.tableNames())
        tables.append(table);
    auto rows = context.session->query(
        QStringLiteral(
            "SELECT SUM(pgsize) FROM dbstat WHERE aggregate = TRUE AND name IN (SELECT name FROM sqlite_master"
            " WHERE tbl_name IN (SELECT value FROM json_each(?)))"),
        {listParameter(tables, context.layout.dialect())});
    return rows.ok() && rows->next() && !rows->isNull(0) ? rows->integer(0) : -1;
}

} // namespace

Result<RegisterInfo> registerInfo(const RegisterContext &context)
{
    const Layout &layout = context.layout;
    RegisterInfo info;
    info.definition = context.definition();
    info.generator = Accumulator::generator;
    {
        BINCARD_ASSIGN(rows,
            context.session->query(QStringLiteral("SELECT COUNT(*), COUNT(reversal_of),"
                                                  " CAST(MIN(period) AS TEXT), CAST(MAX(period) AS TEXT)"
                                                  " FROM ")
                + layout.journal()));
        if (rows.next()) {
            info.movements = rows.integer(0);
            // Each reversal takes itself and one movement out of what is active.
            info.activeMovements = info.movements - 2 * rows.integer(1);
            if (!rows.isNull(2)) {
                info.firstPeriod = rows.period(2);
                info.lastPeriod = rows.period(3);
            }
        }
        BINCARD_TRY(rows.finished());
    }
    BINCARD_ASSIGN(days, number(context, QStringLiteral("SELECT COUNT(*) FROM ") + layout.totals(Level::Day)));
    info.dayTotals = days;
    const QString keys = layout.definition().hasBalances()
        ? QStringLiteral("SELECT COUNT(*) FROM ") + layout.balances()
        : QStringLiteral("SELECT COUNT(*) FROM (SELECT DISTINCT %1 FROM %2) AS k")
              .arg(layout.dimensions(), layout.totals(Level::Month));
    BINCARD_ASSIGN(keyCount, number(context, keys));
    info.keys = keyCount;
    if (context.isSqlite()) {
        info.bytes = sqliteBytes(context);
        return info;
    }
    QStringList sizes;
    for (const QString &table : layout.tableNames())
        sizes << QStringLiteral("pg_total_relation_size('%1'::regclass)")
                     .arg(db::Dialect::quoted(context.schema) + u'.' + db::Dialect::quoted(table));
    BINCARD_ASSIGN(bytes, number(context, QStringLiteral("SELECT ") + sizes.join(QStringLiteral(" + "))));
    info.bytes = bytes;
    return info;
}

} // namespace bincard::accumulator
