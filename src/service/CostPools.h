// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"
#include "base/Ids.h"
#include "domain/Costing.h"

namespace bincard {

/// Reads from `inventory` what the cost of one document is made of, as if that document had posted nothing yet.
/// In the caller's transaction, which has locked the pools of the items (DocumentStore::lockPools): every statement
/// sees a state of its own on PostgreSQL, and only the lock keeps them one.
class CostPools
{
public:
    /// `isPosted`: whether `recorder` may have movements, which then are left out.
    CostPools(Register &inventory, QString recorder, bool isPosted)
        : m_inventory(inventory)
        , m_recorder(std::move(recorder))
        , m_isPosted(isPosted)
    {}

    /// One for each item, by its id; also where nothing was ever posted.
    [[nodiscard]] Result<QHash<qint64, CostPool>> on(QDate day, const QList<ItemId> &items);

private:
    using Pools = QHash<qint64, CostPool>;

    [[nodiscard]] Result<Pools> read(QDate day, const QList<QVariant> &items);
    [[nodiscard]] Result<void> addReceived(QDate day, const QList<QVariant> &items, Pools &pools);
    [[nodiscard]] Result<void> leaveOutOwn(QDate day, const QList<QVariant> &items, Pools &pools);
    [[nodiscard]] Result<void> addLastKnown(QDate day, qint64 item, CostPool &pool);

    Register &m_inventory;
    QString m_recorder;
    bool m_isPosted;
};

} // namespace bincard
