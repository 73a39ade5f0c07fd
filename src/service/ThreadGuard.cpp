// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ThreadGuard.h"

#include "db/Session.h"

namespace bincard {

void forbidDatabaseIn(QThread *thread) { db::Session::forbidThread(thread); }

qint64 statementsIn(QThread *thread) { return db::Session::statementsIn(thread); }

} // namespace bincard
