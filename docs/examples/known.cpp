// SPDX-License-Identifier: 0BSD
// Answers from the books as they stood: what had been recorded up to an instant, and nothing later.
#include "connect.h"

#include <QDateTime>
#include <QThread>

using namespace bincard;

Result<void> known(QSqlDatabase &database)
{
    Accumulator accumulator(database);
    BINCARD_ASSIGN(stock, accumulator.use("stock"));

    const QDateTime printed = QDateTime::currentDateTimeUtc(); // a report is printed,
    QThread::msleep(50);
    const Movement late{"receipt:3", QDate(2026, 4, 2), {"EAST", "nut"}, // and a receipt turns up
        {Decimal::whole(10, 2), Decimal::whole(2, 2)}};
    BINCARD_TRY(stock.post({late}));

    BalancesQuery nuts;
    nuts.filter = {{"warehouse", {"EAST"}}, {"item", {"nut"}}};
    nuts.at = Until(QDate(2026, 4, 30));
    BINCARD_ASSIGN(now, stock.balance(nuts));
    nuts.knownOn = printed;
    BINCARD_ASSIGN(then, stock.balance(nuts));
    out << "at the end of April: " << now.first().resources.at(0).toString() << '\n'
        << "as the report had it: " << then.first().resources.at(0).toString() << '\n';

    BINCARD_TRY(stock.unpost("receipt:3"));
    BINCARD_ASSIGN(history, stock.history("receipt:3"));
    for (const JournalRow &row : history)
        out << row.resources.at(0).toString() << (row.reversalOf != 0 ? " takes it back\n" : "\n");
    return {};
}

int main(int argc, char *argv[]) { return runExample(argc, argv, known); }

// Output:
// at the end of April: 10.00
// as the report had it: 0.00
// 10.00
// -10.00 takes it back
