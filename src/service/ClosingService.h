// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"

namespace bincard {

/// The closing date of a book (rule E12): nothing on or before it can be posted, changed or taken back any more, in any
/// register, by whatever program. One method = one transaction.
class ClosingService
{
public:
    explicit ClosingService(Accumulator &accumulator) : m_accumulator(accumulator) {}

    /// Invalid: everything is open.
    [[nodiscard]] Result<QDate> closedUntil();
    /// Waits for the postings under way. Validation if an earlier day than the closing date is given: that is reopening.
    [[nodiscard]] Result<QDate> close(QDate date);
    /// Moves the closing date back to `date`; the closing date itself means the month that it ends, and an invalid date
    /// opens all. Answers the new closing date, invalid where nothing is closed.
    [[nodiscard]] Result<QDate> reopen(QDate date);

private:
    Accumulator &m_accumulator;
};

} // namespace bincard
