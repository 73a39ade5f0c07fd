// SPDX-License-Identifier: 0BSD
// Looks before it leaps: what posting, correcting or cancelling would do. Nothing is written.
#include "connect.h"

using namespace bincard;

void print(const QString &title, const EffectPreview &effect)
{
    out << title << ": " << effect.reversed << " reversed, " << effect.posted << " posted\n";
    for (const KeyEffect &key : effect.keys)
        out << "  " << key.key.at(1).toString() << ' ' << key.before.at(0).toString() << " -> "
            << key.after.at(0).toString() << ", lowest " << key.lowest.toString() << " on "
            << key.lowestDate.toString(Qt::ISODate) << (key.refused ? ", refused\n" : "\n");
}

Result<void> preview(QSqlDatabase &database)
{
    Accumulator accumulator(database);
    BINCARD_ASSIGN(stock, accumulator.use("stock"));

    const QDate day(2026, 4, 10);
    BINCARD_ASSIGN(correcting,
        stock.preview("order:1",
            {{{}, day, {"MAIN", "bolt"}, {Decimal::whole(-25, 2), Decimal(-12'50, 2)}},
                {{}, day, {"MAIN", "nut"}, {Decimal::whole(-50, 2), Decimal(-10'00, 2)}}}));
    print("order:1 with 25 bolts", correcting);

    BINCARD_ASSIGN(cancelling, stock.preview("receipt:1", {})); // of no movements: cancelling it
    print("without receipt:1", cancelling);
    return {};
}

int main(int argc, char *argv[]) { return runExample(argc, argv, preview); }

// Output:
// order:1 with 25 bolts: 1 reversed, 1 posted
//   bolt 60.00 -> 75.00, lowest 75.00 on 2026-04-10
// without receipt:1: 2 reversed, 0 posted
//   bolt 60.00 -> -40.00, lowest -40.00 on 2026-04-10, refused
//   nut 150.00 -> -50.00, lowest -50.00 on 2026-04-10, refused
