// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"

#include <QJsonObject>

namespace bincard {

class OpenBook;

/// What a screen that shows a register as it changes asks for.
struct LiveQuery
{
    QString registerName;
    QStringList groupBy;
    QJsonObject where; ///< dimension -> value, as the command line takes them
    /// The rows of balances: at most `balances` of them behind this group (empty: from the first).
    QList<QVariant> after;
    int balances = 0;
    int movements = 0;               ///< the newest, at most so many; 0: none are wanted
    QString movementsAfter;          ///< the cursor of the page before; empty: from the newest
    qint64 countFrom = -1;           ///< counts the movements with a higher id; -1: from now on
    std::optional<JournalEnd> known; ///< what the last look found: if nothing has changed since, nothing is read
};

struct LiveBalance
{
    QList<QVariant> group;  ///< as LiveQuery::after takes it
    QStringList texts;      ///< the same for people: codes, not ids
    QList<Decimal> figures; ///< of the resources: balances, or what has been turned over
};

struct LiveMovement
{
    qint64 id = 0;
    QString recorder;
    QString documentNumber; ///< of the document it belongs to, if any
    Period period;
    QString recordedAt, recordedBy;
    bool isReversal = false;
    QStringList dimensions; ///< codes; of a ledger both accounts with their analytics before them
    QList<Decimal> figures;
};

struct LiveAnswer
{
    RegisterDefinition definition;
    JournalEnd end;
    qint64 countFrom = 0;
    bool isUnchanged = false; ///< nothing else was read
    QList<LiveBalance> balances;
    bool moreBalances = false;
    QList<LiveMovement> movements;
    QString moreMovements; ///< cursor; empty: no more
};

/// One consistent look at a register, and a cheap one (LiveQuery::known) where nothing has changed, whoever might have
/// posted: another window, bincardctl, a person with psql. Reads pages by key; never a whole table.
[[nodiscard]] Result<LiveAnswer> readLive(OpenBook &book, const LiveQuery &query);

} // namespace bincard
