// SPDX-License-Identifier: 0BSD
// Corrects what was posted: replaces the movements of a recorder and writes only what differs.
#include "connect.h"

using namespace bincard;

Result<void> repost(QSqlDatabase &database)
{
    Accumulator accumulator(database);
    BINCARD_ASSIGN(stock, accumulator.use("stock"));

    // The order as it should have been: 25 bolts instead of 40, the nuts as they were.
    const QList<Movement> corrected = {
        {{}, QDate(2026, 4, 10), {"MAIN", "bolt"},
            {Decimal::whole(-25, 2), Decimal(-12'50, 2)}}, // units of the last decimal: -12.50
        {{}, QDate(2026, 4, 10), {"MAIN", "nut"}, {Decimal::whole(-50, 2), Decimal::whole(-10, 2)}},
    };
    BINCARD_ASSIGN(result, stock.repost("order:1", corrected));
    out << result.reversed << " reversed, " << result.posted << " posted, " << result.unchanged
        << " unchanged\n";

    BINCARD_ASSIGN(left, stock.balance({{"warehouse", {"MAIN"}}}, {"item"}));
    for (const BalanceRow &row : left)
        out << row.group.at(0).toString() << ' ' << row.resources.at(0).toString() << '\n';
    return {};
}

int main(int argc, char *argv[]) { return runExample(argc, argv, repost); }

// Output:
// 1 reversed, 1 posted, 1 unchanged
// bolt 75.00
// nut 150.00
