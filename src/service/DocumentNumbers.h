// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QHash>
#include <QStringList>

namespace bincard {

namespace db {
class Session;
}
class OpenBook;

/// What people call the documents behind recorders: recorder -> number, in one read whatever their count. A recorder
/// that belongs to no document of the book, or to one without a number, is missing. In the caller's transaction, if any.
[[nodiscard]] Result<QHash<QString, QString>> documentNumbers(db::Session &session, const QStringList &recorders);
[[nodiscard]] Result<QHash<QString, QString>> documentNumbers(OpenBook &book, const QStringList &recorders);

} // namespace bincard
