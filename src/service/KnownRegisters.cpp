// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/KnownRegisters.h"

#include "service/LedgerService.h"
#include "service/OpenBook.h"
#include "service/RegisterService.h"

#include <QCoreApplication>

#include <algorithm>

namespace bincard {

Result<KnownRegisters> readKnownRegisters(OpenBook &book)
{
    BINCARD_ASSIGN(registers, book.registers().list());
    KnownRegisters known{registers, {}};
    if (std::ranges::any_of(registers, &RegisterDefinition::isLedger)) {
        BINCARD_ASSIGN(accounts, book.ledger().accounts());
        known.accounts = accounts;
    }
    return known;
}

Error noSuchRegister(const QString &name)
{
    return Error(ErrorCode::RegisterNotFound, {QT_TRANSLATE_NOOP("Error", "There is no register \"%1\"."), {name}});
}

} // namespace bincard
