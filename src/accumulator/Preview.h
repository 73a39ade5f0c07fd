// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Journal.h"

namespace bincard::accumulator {

class KeyList;

/// What an operation would do to balances, worked out from the rows that it would write (rules E4, E5, E11). Reads only.
class Preview
{
public:
    explicit Preview(const RegisterContext &context) : m_context(context) {}

    [[nodiscard]] Result<EffectPreview> effect(const QString &recorder, const QList<Movement> &movements, bool append);

private:
    /// The rows of one full key added up.
    struct Change
    {
        QList<QVariant> key;
        QList<Decimal> sums;              ///< of each resource
        QMap<QDate, QList<Decimal>> days; ///< the same day by day
    };
    [[nodiscard]] Result<QList<Change>> changes(const QList<NewRow> &rows) const;
    [[nodiscard]] Result<void> checkReferences(const QList<Change> &changes) const;
    [[nodiscard]] Result<KeyEffect> keyEffect(const Change &change, const db::Rows &row) const;
    [[nodiscard]] int judged() const; ///< the resource whose lowest balance is told
    [[nodiscard]] QString sql(const KeyList &keys) const;
    [[nodiscard]] db::Values addedParameters(const QList<Change> &changes) const;

    const RegisterContext &m_context;
};

} // namespace bincard::accumulator
