// SPDX-License-Identifier: 0BSD
// Checks every derived figure against the journal, and makes them anew.
#include "connect.h"

using namespace bincard;

Result<void> verify(QSqlDatabase &database)
{
    Accumulator accumulator(database);
    BINCARD_ASSIGN(stock, accumulator.use("stock"));

    // Progress may be shown, and false cancels. Others may post meanwhile.
    BINCARD_ASSIGN(found, stock.verify([](qint64, qint64) { return true; }));
    for (const VerifyRow &row : found.rows)
        out << row.check << ' ' << row.key << ": " << row.expected << ", not " << row.actual
            << '\n';
    out << (found.checked > 0 ? "checked" : "nothing to check") << ", " << found.rows.size()
        << " wrong\n";

    BINCARD_TRY(stock.rebuild());
    BINCARD_ASSIGN(after, stock.verify());
    out << "rebuilt, " << after.rows.size() << " wrong\n";
    return {};
}

int main(int argc, char *argv[]) { return runExample(argc, argv, verify); }

// Output:
// checked, 0 wrong
// rebuilt, 0 wrong
