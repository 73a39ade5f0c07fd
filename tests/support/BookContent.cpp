// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/BookContent.h"

#include "support/Registers.h"

#include <QSqlError>
#include <QSqlQuery>

namespace bincard::test {

QStringList firstColumn(const QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    if (!query.exec(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    QStringList all;
    while (query.next())
        all << query.value(0).toString();
    return all;
}

QString quotedColumns(const QSqlDatabase &database, const QString &table, const QStringList &without)
{
    QStringList columns;
    for (const QString &name :
        firstColumn(database, QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table))) {
        if (!without.contains(name))
            columns << QStringLiteral("quote(\"%1\")").arg(name);
    }
    return columns.join(QStringLiteral(" || ',' || "));
}

QStringList rowsOf(const QSqlDatabase &database, const QString &table, const QStringList &without)
{
    return firstColumn(database,
        QStringLiteral("SELECT %1 FROM \"%2\" ORDER BY 1").arg(quotedColumns(database, table, without), table));
}

QStringList schemaOf(const QSqlDatabase &database)
{
    return firstColumn(database,
        QStringLiteral("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY 1"));
}

QStringList everythingIn(const QSqlDatabase &database)
{
    QStringList all = schemaOf(database);
    for (const QString &table :
        firstColumn(database, QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")))
        all << table << rowsOf(database, table);
    return all;
}

MovementSource inParts(const QList<Movement> &movements, qsizetype size)
{
    return [movements, size, from = qsizetype(0)]() mutable -> Result<QList<Movement>> {
        const QList<Movement> part = movements.mid(from, size);
        from += part.size();
        return part;
    };
}

QList<Movement> receipts(const QString &recorder, int count)
{
    QList<Movement> movements;
    for (int i = 0; i < count; ++i) {
        const QString day = QDate(2026, 1, 1).addDays(i % 90).toString(Qt::ISODate);
        movements << Stock::movement(
            qPrintable(recorder + QString::number(i / 7)), qPrintable(day), 1 + i % 2, 10 + i % 3, "2", "3.10");
    }
    return movements;
}

} // namespace bincard::test
