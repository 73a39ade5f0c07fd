// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Interval.h"
#include "accumulator/KnownOn.h"
#include "accumulator/RegisterContext.h"

namespace bincard::accumulator {

/// Rule E18, PostgreSQL: the parts of a journal that is partitioned by period. There is always a default one, so that no
/// movement is ever without a place. accumulator_partition says which there are; what is written there and in the
/// catalog of the engine changes in one transaction. Inside a transaction, all but list() and refuse().
class Partitions
{
public:
    explicit Partitions(const RegisterContext &context) : m_context(context) {}

    /// With a new journal: the default partition, then as extend().
    [[nodiscard]] Result<void> create(QDate today);
    /// Makes the partitions of the present and the coming periods, and of periods whose movements lie in the default one,
    /// which move. Answers how many it made.
    [[nodiscard]] Result<int> extend(QDate today);
    [[nodiscard]] Result<QList<PartitionInfo>> list();
    [[nodiscard]] Result<void> detach(const QString &name);
    /// Drops what was detached; the others go with the journal.
    [[nodiscard]] Result<void> dropDetached();

    /// PeriodClosed if active movements of the recorder have been detached: what a document says can then no longer
    /// change.
    [[nodiscard]] Result<void> refuseSealed(const QString &recorder);
    /// Validation for what only movements can answer that are detached: a part of a day, or what was known before the
    /// last of them was recorded.
    [[nodiscard]] Result<void> refuseDetached(const QList<Piece> &pieces, const KnownOn &knownOn);

private:
    struct Range
    {
        QDate from, until;
    };
    [[nodiscard]] Range rangeOf(QDate day) const;
    [[nodiscard]] QString nameOf(const Range &range) const;
    [[nodiscard]] QString defaultName() const;
    [[nodiscard]] QString qualified(const QString &table) const;
    [[nodiscard]] Result<QList<QDate>> missing(QDate today);
    [[nodiscard]] Result<void> make(const Range &range);
    [[nodiscard]] Result<void> guard(const QString &name);
    [[nodiscard]] QString sealSql(const QString &partition) const;
    [[nodiscard]] Result<void> run(const QStringList &statements);

    const RegisterContext &m_context;
};

} // namespace bincard::accumulator
