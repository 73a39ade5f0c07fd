// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bincard {

/// "Intel(R) Xeon(R) ..., 2 threads, 23 GiB, Debian GNU/Linux 12 (bookworm)", as far as the system tells.
[[nodiscard]] QString machineDescription();
/// How often a second a block of 4 KiB can be written to a file of `folder` so that a power cut does not lose it; 0 where
/// the system cannot be asked.
[[nodiscard]] qint64 fsyncsPerSecond(const QString &folder);

/// The most memory that the process held since the last call of forgetPeakMemory(), in bytes; 0 where the system does
/// not tell.
[[nodiscard]] qint64 peakMemory();
void forgetPeakMemory();

} // namespace bincard
