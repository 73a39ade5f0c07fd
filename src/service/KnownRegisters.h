// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"

namespace bincard {

class OpenBook;

/// What a screen that questions registers needs to know of a book before anybody has chosen one.
struct KnownRegisters
{
    QList<RegisterDefinition> registers;
    QList<Account> accounts; ///< where there is a ledger
};

[[nodiscard]] Result<KnownRegisters> readKnownRegisters(OpenBook &book);

/// Why a register that a link or the command line names is not shown.
[[nodiscard]] Error noSuchRegister(const QString &name);

} // namespace bincard
