// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bincard::cli {

/// From here on Ctrl+C asks long work to stop at a point where the book is whole, instead of ending the program. A second
/// Ctrl+C ends it all the same: the open transaction is then rolled back by the database. It stays so until the program
/// ends, so that what is already written is also reported.
void stopOnInterrupt();

[[nodiscard]] bool interruptRequested();

} // namespace bincard::cli
