// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "db/Session.h"

#include <QJsonObject>

namespace bincard::accumulator {

/// Rule E12: the closing date that the registers of a database share, the one row of accumulator_closing. On PostgreSQL
/// whoever changes that row, by whatever program, waits for the postings under way and holds back further ones until
/// its transaction ends: a trigger takes the lock.
class Closing
{
public:
    explicit Closing(db::Session &session) : m_session(session) {}

    [[nodiscard]] Result<QDate> until();
    /// Inside a transaction. Forward only.
    [[nodiscard]] Result<void> close(QDate date);
    /// Inside a transaction. Backward only; invalid: opens all.
    [[nodiscard]] Result<void> reopen(QDate date);

    /// PeriodClosed with details {"closed_until","period"}: the first period that the operation would touch.
    [[nodiscard]] static Error error(QDate closedUntil, const Period &period);
    /// The same, out of what PostgreSQL's trigger raised.
    [[nodiscard]] static Error error(const QJsonObject &raised);

private:
    /// The date there is, with the row locked against another who would change it.
    [[nodiscard]] Result<QDate> lockedUntil();
    [[nodiscard]] Result<QDate> detachedUntil();

    db::Session &m_session;
};

} // namespace bincard::accumulator
