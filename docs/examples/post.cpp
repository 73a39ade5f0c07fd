// SPDX-License-Identifier: 0BSD
// Posts two receipts: values are signed, a receipt is positive and an issue negative.
#include "connect.h"

using namespace bincard;

Result<void> post(QSqlDatabase &database)
{
    Accumulator accumulator(database);
    BINCARD_ASSIGN(stock, accumulator.use("stock"));

    // The recorder is the document that makes the movements; it is how they are found again.
    // Values stand in the order of the definition: warehouse, item; quantity, amount.
    const Decimal thirty = Decimal::whole(30, 2);
    BINCARD_ASSIGN(amount, Decimal::parse(u"15.60", 2)); // text becomes a decimal, never a double
    const QList<Movement> movements = {
        {"receipt:1", QDate(2026, 4, 1), {"MAIN", "bolt"},
            {Decimal::whole(100, 2), Decimal::whole(50, 2)}},
        {"receipt:1", QDate(2026, 4, 1), {"MAIN", "nut"},
            {Decimal::whole(200, 2), Decimal::whole(40, 2)}},
        {"receipt:2", {QDate(2026, 4, 5), QTime(9, 30)}, {"EAST", "bolt"}, {thirty, amount}},
    };

    // All or nothing. Without a transaction of the caller's it runs in one of its own.
    BINCARD_ASSIGN(result, stock.post(movements));
    out << result.posted << " movements posted\n";
    return {};
}

int main(int argc, char *argv[]) { return runExample(argc, argv, post); }

// Output:
// 3 movements posted
