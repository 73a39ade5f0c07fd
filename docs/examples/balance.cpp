// SPDX-License-Identifier: 0BSD
// Reads balances: now and at any date, filtered and grouped by any dimensions.
#include "connect.h"

using namespace bincard;

void print(const QString &title, const QList<BalanceRow> &rows)
{
    out << title << '\n';
    for (const BalanceRow &row : rows) {
        for (const QVariant &value : row.group)
            out << value.toString() << ' ';
        out << row.resources.at(0).toString() << ' ' << row.resources.at(1).toString() << '\n';
    }
}

Result<void> balance(QSqlDatabase &database)
{
    Accumulator accumulator(database);
    BINCARD_ASSIGN(stock, accumulator.use("stock"));

    BINCARD_ASSIGN(everything, stock.balance({}, {"warehouse", "item"}));
    print("on hand", everything);

    // The end of a day, or a moment of it: Until(Period(QDate(2026, 4, 5), QTime(9, 0))).
    BINCARD_ASSIGN(before, stock.balance({}, {"item"}, Until(QDate(2026, 4, 3))));
    print("at the end of 3 April", before);

    // A full key is one row of the balance table. Without groups there is always exactly one row.
    BINCARD_ASSIGN(one, stock.balance({{"warehouse", {"EAST"}}, {"item", {"bolt"}}}, {}));
    print("bolts in EAST", one);
    return {};
}

int main(int argc, char *argv[]) { return runExample(argc, argv, balance); }

// Output:
// on hand
// EAST bolt 30.00 15.60
// MAIN bolt 100.00 50.00
// MAIN nut 200.00 40.00
// at the end of 3 April
// bolt 100.00 50.00
// nut 200.00 40.00
// bolts in EAST
// 30.00 15.60
