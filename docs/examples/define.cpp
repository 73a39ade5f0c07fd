// SPDX-License-Identifier: 0BSD
// Defines a register: what is counted (resources), and by what (dimensions).
#include "connect.h"

using namespace bincard;

Result<void> define(QSqlDatabase &database)
{
    Accumulator accumulator(database);
    BINCARD_TRY(accumulator.install()); // once per database, harmless to repeat

    auto stock = RegisterDefinition::balance("stock");
    stock.dimension("warehouse", DimensionType::Text)
        .dimension("item", DimensionType::Text)
        .decimal("quantity", 2, NegativePolicy::Forbid) // never below zero, on any day
        .decimal("amount", 2);
    BINCARD_TRY(accumulator.create(stock));

    BINCARD_ASSIGN(definitions, accumulator.list());
    for (const RegisterDefinition &definition : definitions) {
        out << definition.name() << " by";
        for (const Dimension &dimension : definition.dimensions())
            out << ' ' << dimension.name;
        out << '\n';
    }
    return {};
}

int main(int argc, char *argv[]) { return runExample(argc, argv, define); }

// Output:
// stock by warehouse item
