// SPDX-License-Identifier: 0BSD
// Saves an order of your own and posts it in one transaction: both are there, or neither.
#include "connect.h"

#include <QJsonArray>
#include <QSqlQuery>

using namespace bincard;

/// One transaction for the order's row and its movements: committed together or taken back together.
Result<void> saveOrder(QSqlDatabase &database, QSqlQuery &insert, Register &stock,
    const QString &id, const QList<Movement> &lines)
{
    const auto failed = [&] { return Error(ErrorCode::Storage, {"The order was not saved.", {}}); };
    if (!database.transaction())
        return failed();
    insert.bindValue(0, id);
    if (!insert.exec()) {
        database.rollback();
        return failed();
    }
    const auto posted = stock.post(lines); // takes part in the transaction that is open
    if (!posted.ok()) {
        database.rollback(); // the order's row goes, too
        return posted.error();
    }
    if (!database.commit())
        return failed();
    return {};
}

Movement sale(const QString &order, QDate day, const QString &item, int pieces, Decimal cost)
{
    return {order, day, {"MAIN", item}, {Decimal::whole(-pieces, 2), -cost}};
}

Result<void> order(QSqlDatabase &database)
{
    Accumulator accumulator(database);
    BINCARD_ASSIGN(stock, accumulator.use("stock"));
    QSqlQuery(database).exec("CREATE TABLE orders (id TEXT PRIMARY KEY, customer TEXT NOT NULL)");
    QSqlQuery insert(database);
    insert.prepare("INSERT INTO orders (id, customer) VALUES (?, 'ACME')");

    const QDate day(2026, 4, 10);
    BINCARD_TRY(saveOrder(database, insert, stock, "order:1",
        {sale("order:1", day, "bolt", 40, Decimal(20'00, 2)),
            sale("order:1", day, "nut", 50, Decimal(10'00, 2))}));
    out << "order:1 is saved and posted\n";

    const auto refused = saveOrder(
        database, insert, stock, "order:2", {sale("order:2", day, "bolt", 61, Decimal(30'50, 2))});
    if (!refused.ok()) {
        for (const QJsonValue &each : refused.error().details()["shortages"].toArray())
            out << "order:2: " << each["required"].toString() << " needed, "
                << each["available"].toString() << " available\n";
    }

    QSqlQuery saved("SELECT id FROM orders ORDER BY id", database);
    while (saved.next())
        out << "in the table: " << saved.value(0).toString() << '\n';
    return {};
}

int main(int argc, char *argv[]) { return runExample(argc, argv, order); }

// Output:
// order:1 is saved and posted
// order:2: 61.00 needed, 60.00 available
// in the table: order:1
