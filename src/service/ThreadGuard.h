// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class QThread;

namespace bincard {

/// From now on a statement that runs in `thread` aborts the program. A windowed program names its GUI thread first
/// thing, so that a slip shows at once and not as a window that hangs on somebody's slow network.
void forbidDatabaseIn(QThread *thread);

/// How many statements ran in `thread` since the program began; any thread may ask.
[[nodiscard]] qint64 statementsIn(QThread *thread);

} // namespace bincard
