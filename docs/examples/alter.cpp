// SPDX-License-Identifier: 0BSD
// Gives a register with movements one more dimension and one more resource.
#include "connect.h"

using namespace bincard;

Result<void> alter(QSqlDatabase &database)
{
    Accumulator accumulator(database);
    BINCARD_ASSIGN(before, accumulator.use("stock"));
    BINCARD_ASSIGN(was, before.info());

    // What is in the journal takes the default, and nothing of the new resource.
    RegisterDefinition wanted = before.definition();
    wanted.dimension("lot", DimensionType::Text, "").decimal("weight", 3);
    BINCARD_TRY(accumulator.alter(wanted));

    BINCARD_ASSIGN(stock, accumulator.use("stock")); // as it is from now on
    BINCARD_ASSIGN(is, stock.info());
    out << (is.movements == was.movements ? "every movement is there" : "movements are missing")
        << '\n';
    BINCARD_TRY(stock.post({{"receipt:9", QDate(2026, 4, 20), {"MAIN", "nut", "L-7"},
        {Decimal::whole(8, 2), Decimal::whole(2, 2), Decimal::whole(1, 3)}}}));
    BINCARD_ASSIGN(lots, stock.balance({{"lot", {"L-7"}}}, {"item", "lot"}));
    for (const BalanceRow &row : lots)
        out << row.group.at(0).toString() << ' ' << row.group.at(1).toString() << ": "
            << row.resources.at(0).toString() << " weighing " << row.resources.at(2).toString()
            << '\n';

    // What would lose something is refused, all of it at once.
    if (const auto refused = accumulator.alter(was.definition); !refused.ok())
        out << code(refused.error().code()) << ", " << refused.error().problems().size()
            << " reasons\n";
    return {};
}

int main(int argc, char *argv[]) { return runExample(argc, argv, alter); }

// Output:
// every movement is there
// nut L-7: 8.00 weighing 1.000
// validation, 2 reasons
