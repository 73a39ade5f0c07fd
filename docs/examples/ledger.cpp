// SPDX-License-Identifier: 0BSD
// Double entry: every movement names a debit and a credit account, with analytics on either side.
#include "connect.h"

using namespace bincard;

Result<void> openAccounts(Accumulator &accumulator)
{
    BINCARD_TRY(accumulator.saveAccount({"1200", "Customers", AccountType::ActivePassive}));
    BINCARD_TRY(accumulator.saveAccount({"1400", "Inventory", AccountType::Active}));
    BINCARD_TRY(accumulator.saveAccount({"3300", "Suppliers", AccountType::Passive}));
    BINCARD_TRY(accumulator.saveAccount({"4000", "Revenue", AccountType::Passive}));
    BINCARD_TRY(accumulator.saveAccount({"5000", "Cost of sales", AccountType::Active}));
    return {};
}

Movement entry(
    const QString &recorder, const LedgerSide &debit, const LedgerSide &credit, int amount)
{
    Movement movement{recorder, QDate(2026, 4, 12), {"EUR"}, {Decimal::whole(amount, 2)}};
    movement.debit = debit;
    movement.credit = credit;
    return movement;
}

Result<void> ledger(QSqlDatabase &database)
{
    Accumulator accumulator(database);
    auto definition = RegisterDefinition::ledger("books");
    definition.dimension("currency", DimensionType::Text, "EUR").decimal("amount", 2);
    BINCARD_TRY(accumulator.create(definition));
    BINCARD_TRY(openAccounts(accumulator));
    BINCARD_ASSIGN(books, accumulator.use("books"));

    const LedgerSide inventory{"1400", {{"item", "bolt"}}};
    BINCARD_TRY(books.post({
        entry("receipt:1", inventory, {"3300", {{"partner", "FASTENERS"}}}, 90),
        entry("order:1", {"1200", {{"partner", "ACME"}}}, {"4000", {}}, 150),
        entry("order:1", {"5000", {}}, inventory, 60),
    }));

    BINCARD_ASSIGN(
        trial, books.balance({}, {"account"})); // debit and credit apart: a trial balance
    for (const BalanceRow &row : trial)
        out << row.group.at(0).toString() << ' ' << row.debit.at(0).toString() << ' '
            << row.credit.at(0).toString() << '\n';

    BINCARD_ASSIGN(owed, books.balance({{"account", {"1200"}}}, {"analytics.partner"}));
    for (const BalanceRow &row : owed)
        out << row.group.at(0).toString() << " owes " << row.resources.at(0).toString() << '\n';
    return {};
}

int main(int argc, char *argv[]) { return runExample(argc, argv, ledger); }

// Output:
// 1200 150.00 0.00
// 1400 30.00 0.00
// 3300 0.00 90.00
// 4000 0.00 150.00
// 5000 60.00 0.00
// ACME owes 150.00
