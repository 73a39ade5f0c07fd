// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ClosingService.h"

namespace bincard {

Result<QDate> ClosingService::closedUntil() { return m_accumulator.closedUntil(); }

Result<QDate> ClosingService::close(QDate date)
{
    BINCARD_TRY(m_accumulator.closePeriod(date));
    return date;
}

Result<QDate> ClosingService::reopen(QDate date)
{
    BINCARD_ASSIGN(closed, m_accumulator.closedUntil());
    const QDate until = date.isValid() && date == closed ? QDate(date.year(), date.month(), 1).addDays(-1) : date;
    BINCARD_TRY(m_accumulator.reopenPeriod(until));
    return until;
}

} // namespace bincard
