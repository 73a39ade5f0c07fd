// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Journal.h"

namespace bincard::accumulator {

/// Whether the books of a ledger register are sound (rule E17), from its totals: reads only, a statement each.
class Soundness
{
public:
    explicit Soundness(const RegisterContext &context) : m_context(context) {}

    [[nodiscard]] Result<SoundnessResult> check();
    /// Of the keys of one account alone, as if it were of another type.
    [[nodiscard]] Result<QList<SoundnessRow>> wrongSides(const Account &account);

private:
    [[nodiscard]] Result<void> addTotals(SoundnessResult &result);
    [[nodiscard]] Result<QList<SoundnessRow>> unequalMonths();
    /// `accounts`: a relation of code and type.
    [[nodiscard]] Result<QList<SoundnessRow>> wrongSides(const QString &accounts, const db::Values &values);
    [[nodiscard]] Result<QList<SoundnessRow>> inactiveBalances();
    [[nodiscard]] Result<QList<SoundnessRow>> read(const QString &sql, const db::Values &values, int resource);

    const RegisterContext &m_context;
};

} // namespace bincard::accumulator
