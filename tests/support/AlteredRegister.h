// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/Registers.h"
#include "support/TestDatabase.h"

/// A register `stock` before and after it is altered (rule E16), and what a database knows of it.
namespace bincard::test {

[[nodiscard]] RegisterDefinition base(RegisterKind kind, NegativePolicy policy = NegativePolicy::Allow);
/// With further dimensions of every type and further resources, before and behind those there are.
[[nodiscard]] RegisterDefinition extended(RegisterKind kind);
/// The table that one of them refers to.
void makeItems(TestDatabase &database);

[[nodiscard]] QStringList rowsOf(TestDatabase &database, const QString &sql); ///< fields joined by |
/// Everything that the database knows of tables, columns, indexes, constraints, triggers and functions.
[[nodiscard]] QStringList schema(TestDatabase &database);
/// The journal without what an alteration adds.
[[nodiscard]] QStringList journal(TestDatabase &database);

[[nodiscard]] Movement simple(const QString &recorder, const char *period, qint64 warehouse, const char *quantity);
/// Some postings, taken back and changed; answers how many rows there are.
int fill(Register &reg, int documents);

/// The register as base() has it, filled, in a database with the table it will refer to. Aborts the test program if it
/// cannot be made.
class AlteredRegister
{
public:
    AlteredRegister(TestDatabase &database, int documents, RegisterKind kind = RegisterKind::Balance);

    /// As it was used before the alteration.
    Register *operator->() { return &m_register; }
    [[nodiscard]] Accumulator &accumulator() { return m_accumulator; }

private:
    Accumulator m_accumulator;
    Register m_register;
};

} // namespace bincard::test
