// SPDX-License-Identifier: 0BSD
// Closes a period: nothing on or before that date can be posted or cancelled, in any register.
#include "connect.h"

using namespace bincard;

Result<void> close(QSqlDatabase &database)
{
    Accumulator accumulator(database);
    BINCARD_ASSIGN(stock, accumulator.use("stock"));

    BINCARD_TRY(accumulator.closePeriod(QDate(2026, 3, 31))); // waits for postings under way
    BINCARD_ASSIGN(until, accumulator.closedUntil());
    out << "closed until " << until.toString(Qt::ISODate) << '\n';

    const Movement forgotten{"receipt:0", QDate(2026, 3, 15), {"MAIN", "nut"},
        {Decimal::whole(5, 2), Decimal::whole(1, 2)}};
    if (const auto refused = stock.post({forgotten}); !refused.ok())
        out << code(refused.error().code()) << '\n' << refused.error().message().english() << '\n';

    BINCARD_TRY(accumulator.reopenPeriod({})); // a right of its own on PostgreSQL
    BINCARD_TRY(stock.post({forgotten}));
    BINCARD_TRY(stock.unpost("receipt:0"));
    BINCARD_TRY(accumulator.closePeriod(QDate(2026, 3, 31)));
    out << "reopened, corrected, closed again\n";
    return {};
}

int main(int argc, char *argv[]) { return runExample(argc, argv, close); }

// Output:
// closed until 2026-03-31
// period_closed
// Everything up to and including 2026-03-31 is closed...
// reopened, corrected, closed again
