// SPDX-License-Identifier: 0BSD
// Reads turnovers: opening balance, receipts, issues and closing balance of any period.
#include "connect.h"

using namespace bincard;

void print(const QString &name, const TurnoverRow &row)
{
    out << name << ": " << row.opening.at(0).toString() << " + " << row.receipts.at(0).toString()
        << " - " << row.issues.at(0).toString() << " = " << row.closing.at(0).toString() << '\n';
}

Result<void> turnover(QSqlDatabase &database)
{
    Accumulator accumulator(database);
    BINCARD_ASSIGN(stock, accumulator.use("stock"));

    TurnoverQuery april;
    april.from = Period(QDate(2026, 4, 2)); // inclusive, at 00:00:00
    april.to = Until(QDate(2026, 4, 30));   // inclusive, to the end of the day
    april.groupBy = {"item"};
    BINCARD_ASSIGN(items, stock.turnover(april));
    for (const TurnoverRow &row : items)
        print(row.group.at(0).toString(), row);

    // The same along time: only days on which something moved are listed.
    TurnoverQuery days;
    days.filter = {{"warehouse", {"MAIN"}}, {"item", {"bolt"}}};
    days.by = Granularity::Day;
    BINCARD_ASSIGN(daily, stock.turnover(days));
    for (const TurnoverRow &row : daily)
        print(row.bucket, row);
    return {};
}

int main(int argc, char *argv[]) { return runExample(argc, argv, turnover); }

// Output:
// bolt: 100.00 + 30.00 - 40.00 = 90.00
// nut: 200.00 + 0.00 - 50.00 = 150.00
// 2026-04-01: 0.00 + 100.00 - 0.00 = 100.00
// 2026-04-10: 100.00 + 0.00 - 40.00 = 60.00
