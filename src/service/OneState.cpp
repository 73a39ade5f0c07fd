// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/OneState.h"

#include "service/OpenBook.h"
#include "service/UnitOfWork.h"

namespace bincard {

Result<void> inOneState(OpenBook &book, const std::function<Result<void>()> &reads)
{
    const Reading reading(book.session());
    BINCARD_TRY(reading.begun());
    return reads();
}

} // namespace bincard
