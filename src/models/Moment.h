// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace bincard {

/// How fine a moment may be said.
enum class MomentUnit { Day, Second, Millisecond };

/// "18.4. 9:30", "+0", "2026-04-18": a day, or a day and a time, as a person types it in the locale. Answers it as the
/// contract writes it: 2026-04-18 or 2026-04-18T09:30:00 (an instant also 2026-04-18T09:30:00.250); null if it cannot be
/// read.
[[nodiscard]] QString momentFromTyped(const QString &typed, MomentUnit finest);
/// The way back, as the locale writes it; what is no moment stays as it is.
[[nodiscard]] QString momentToShow(const QString &moment);
/// What was known at a moment of the machine's clock (of a day: at its end), as the contract's instant in UTC.
[[nodiscard]] QString instantOf(const QString &moment);
/// The way back: the moment of which instantOf() makes the same instant. Null if it is none.
[[nodiscard]] QString momentOf(const QString &instant);

} // namespace bincard
