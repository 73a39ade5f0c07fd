// SPDX-License-Identifier: 0BSD
// Posts many movements: a thousand a call, and as many calls as one likes in one transaction.
#include "connect.h"

using namespace bincard;

Result<void> bulk(QSqlDatabase &database)
{
    Accumulator accumulator(database);
    BINCARD_ASSIGN(stock, accumulator.use("stock"));

    if (!database.transaction())
        return Error(ErrorCode::Storage, {"No transaction could be begun.", {}});
    int posted = 0;
    for (int load = 1; load <= 10; ++load) {
        const QString recorder = QString("load:%1").arg(load);
        const Period day(QDate(2026, 4, load));
        QList<Movement> movements;
        for (int i = 0; i < 1000; ++i)
            movements.append({recorder, day, {"BULK", QString("part-%1").arg(i % 100)},
                {Decimal::whole(1, 2), Decimal(25, 2)}});
        BINCARD_ASSIGN(
            result, stock.post(movements)); // an error ends the program: all is taken back
        posted += result.posted;
    }
    if (!database.commit())
        return Error(ErrorCode::Storage, {"The transaction could not be committed.", {}});

    BINCARD_ASSIGN(total, stock.balance({{"warehouse", {"BULK"}}}, {}));
    out << posted << " posted, " << total.first().resources.at(0).toString() << " pieces worth "
        << total.first().resources.at(1).toString() << '\n';
    return {};
}

int main(int argc, char *argv[]) { return runExample(argc, argv, bulk); }

// Output:
// 10000 posted, 10000.00 pieces worth 2500.00
