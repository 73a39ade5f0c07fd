// SPDX-License-Identifier: 0BSD
// Cancels a posting: reversals are appended, the history stays, balances are as if it had not been.
#include "connect.h"

using namespace bincard;

Result<void> cancel(QSqlDatabase &database)
{
    Accumulator accumulator(database);
    BINCARD_ASSIGN(stock, accumulator.use("stock"));

    BINCARD_ASSIGN(result, stock.unpost("order:1"));
    out << result.reversed << " reversed\n";

    // The journal is append-only; everything that ever happened to the order is still in it.
    MovementsQuery history;
    history.recorder = "order:1";
    history.asRecorded = true;
    BINCARD_ASSIGN(page, stock.movements(history));
    for (const JournalRow &row : page.rows)
        out << row.dimensions.at(1).toString() << ' ' << row.resources.at(0).toString()
            << (row.reversalOf != 0 ? " takes one back\n" : "\n");

    BINCARD_ASSIGN(left, stock.balance({{"warehouse", {"MAIN"}}}, {"item"}));
    for (const BalanceRow &row : left)
        out << "on hand: " << row.group.at(0).toString() << ' ' << row.resources.at(0).toString()
            << '\n';
    return {};
}

int main(int argc, char *argv[]) { return runExample(argc, argv, cancel); }

// Output:
// 2 reversed
// bolt -40.00
// nut -50.00
// bolt 40.00 takes one back
// bolt -25.00
// ...
// on hand: bolt 100.00
// on hand: nut 200.00
