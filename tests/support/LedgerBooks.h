// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/Registers.h"
#include "support/TestDatabase.h"

#include <memory>

namespace bincard::test {

using Analytics = QMap<QString, QString>;

[[nodiscard]] RegisterDefinition books();

[[nodiscard]] Movement entry(const char *recorder, const char *period, const LedgerSide &debit,
    const LedgerSide &credit, const char *amount, const QVariant &currency = {});

/// A database with the ledger `books`, by currency, and accounts of each type, 99 inactive. What fails that should not
/// aborts the program.
class Books
{
public:
    explicit Books(TestDatabase &database);

    [[nodiscard]] Accumulator &accumulator() { return m_accumulator; }
    Register *operator->() { return m_register.get(); }
    Register &operator*() { return *m_register; }

    /// "41,EUR: 3.00 = 5.00 - 2.00; ...": the group, what stands on it, debit and credit apart.
    [[nodiscard]] QString balances(const QStringList &groupBy, const Filter &filter = {}, const char *until = nullptr);
    [[nodiscard]] static Until moment(const char *text);
    [[nodiscard]] int findings(); ///< of verify

private:
    Accumulator m_accumulator;
    std::unique_ptr<Register> m_register;
};

} // namespace bincard::test
