// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"
#include "db/Dialect.h"

namespace bincard::accumulator {

/// "As known on" (rule E13): which rows of the journal had been recorded at an instant, to the millisecond in which
/// recordedAt is told, whatever an engine keeps beyond that.
class Known
{
public:
    Known() = default;
    /// Validation if the instant is none of the years 1 to 9999.
    [[nodiscard]] static Result<Known> on(const KnownOn &instant, const db::Dialect &dialect);

    [[nodiscard]] bool isLimited() const { return !m_bound.isEmpty(); }
    /// " AND ..." of the rows recorded up to it, or later; `alias` as "m." or empty. Empty where nothing is limited.
    [[nodiscard]] QString upTo(const QString &alias) const { return condition(alias, m_sqlite ? "<=" : "<"); }
    [[nodiscard]] QString later(const QString &alias) const { return condition(alias, m_sqlite ? ">" : ">="); }
    /// What either condition binds.
    [[nodiscard]] db::Values values() const;

private:
    [[nodiscard]] QString condition(const QString &alias, const char *comparison) const;

    QString m_bound;
    bool m_sqlite = false;
};

} // namespace bincard::accumulator
