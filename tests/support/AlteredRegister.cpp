// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/AlteredRegister.h"

#include <QRandomGenerator>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

namespace bincard::test {

RegisterDefinition base(RegisterKind kind, NegativePolicy policy)
{
    auto definition =
        kind == RegisterKind::Balance ? RegisterDefinition::balance("stock") : RegisterDefinition::turnover("stock");
    return definition.dimension("warehouse", DimensionType::Int).decimal("quantity", 3, policy);
}

RegisterDefinition extended(RegisterKind kind)
{
    auto definition =
        kind == RegisterKind::Balance ? RegisterDefinition::balance("stock") : RegisterDefinition::turnover("stock");
    return definition.dimension("lot", DimensionType::Text, "it's \"new\"")
        .dimension("warehouse", DimensionType::Int)
        .dimension("sealed", DimensionType::Bool, "true")
        .dimension("best_before", DimensionType::Date, "2030-01-31")
        .dimension("serial", DimensionType::Uuid, "3f2504e0-4f89-41d3-9a0c-0305e82c3301")
        .dimension("large", DimensionType::BigInt, "9007199254740993")
        .reference("item", "items", "A")
        .decimal("amount", 2)
        .decimal("quantity", 3)
        .integer("pieces");
}

void makeItems(TestDatabase &database)
{
    database.run("CREATE TABLE items (id BIGINT PRIMARY KEY, code TEXT UNIQUE NOT NULL)");
    database.run("INSERT INTO items VALUES (10, 'A'), (11, 'B')");
}

QStringList rowsOf(TestDatabase &database, const QString &sql)
{
    QSqlQuery query(database.database());
    if (!query.exec(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    QStringList rows;
    while (query.next()) {
        QStringList fields;
        for (int i = 0; i < query.record().count(); ++i)
            fields << query.value(i).toString();
        rows << fields.join('|');
    }
    return rows;
}

QStringList schema(TestDatabase &database)
{
    if (database.isSqlite())
        return rowsOf(
            database, "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master ORDER BY type, name");
    QStringList all;
    for (const char *sql : {"SELECT c.relname, c.relkind, c.relpersistence, coalesce(array_to_string(c.reloptions, "
                            "','), '') FROM pg_class c"
                            " WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1",
             "SELECT c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,"
             " a.attcollation::regcollation, coalesce(pg_get_expr(d.adbin, d.adrelid), '') FROM pg_attribute a"
             " JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = "
             "a.attnum"
             " WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 ORDER BY 1, 2",
             "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
             "SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint"
             " WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2",
             "SELECT pg_get_triggerdef(oid), tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1",
             "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1"})
        all += rowsOf(database, sql);
    return all;
}

QStringList journal(TestDatabase &database)
{
    const QString quantity = database.isSqlite() ? "quantity_e3" : "quantity, xact";
    return rowsOf(database,
        "SELECT id, recorder, line, period, recorded_at, recorded_by, coalesce(reversal_of, 0), cause, warehouse, "
            + quantity + " FROM stock_movement ORDER BY id");
}

Movement simple(const QString &recorder, const char *period, qint64 warehouse, const char *quantity)
{
    return {recorder, at(period), {warehouse}, {decimal(quantity, 3)}, {}};
}

int fill(Register &reg, int documents)
{
    QRandomGenerator random(7);
    for (int i = 0; i < documents; ++i) {
        QList<Movement> movements;
        for (int line = 0; line < 5; ++line)
            movements.append({QString("doc:%1").arg(i), Period(QDate(2026, 1, 1).addDays(random.bounded(90))),
                {qint64(random.bounded(4))}, {Decimal(random.bounded(1, 9000), 3)}, line == 0 ? "cause:1" : ""});
        if (!reg.post(movements).ok())
            qFatal("cannot post");
        movements.removeFirst();
        if (i % 3 == 0 && !reg.repost(QString("doc:%1").arg(i), movements).ok())
            qFatal("cannot repost");
        if (i % 5 == 0 && !reg.unpost(QString("doc:%1").arg(i)).ok())
            qFatal("cannot unpost");
    }
    return static_cast<int>(reg.info()->movements);
}

namespace {

Register made(Accumulator &accumulator, TestDatabase &database, RegisterKind kind, int documents)
{
    makeItems(database);
    if (const auto created = accumulator.create(base(kind)); !created.ok())
        qFatal("%s", qPrintable(told(created.error())));
    auto reg = accumulator.use("stock");
    if (!reg.ok())
        qFatal("%s", qPrintable(told(reg.error())));
    fill(*reg, documents);
    return *reg;
}

} // namespace

AlteredRegister::AlteredRegister(TestDatabase &database, int documents, RegisterKind kind)
    : m_accumulator(database.database())
    , m_register(made(m_accumulator, database, kind, documents))
{}

} // namespace bincard::test
