// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QJsonObject>
#include <QUuid>

namespace bincard {
class OpenBook;
}

/// The operations ledger.* of Operations. `request` is what stands beside "op" and "request_id".
namespace bincard::cli::ledger {

[[nodiscard]] Result<QJsonObject> accounts(OpenBook &book, const QJsonObject &request, const QUuid &);
[[nodiscard]] Result<QJsonObject> saveAccount(OpenBook &book, const QJsonObject &request, const QUuid &);
[[nodiscard]] Result<QJsonObject> setUp(OpenBook &book, const QJsonObject &request, const QUuid &);
[[nodiscard]] Result<QJsonObject> scheme(OpenBook &book, const QJsonObject &request, const QUuid &);
[[nodiscard]] Result<QJsonObject> setRule(OpenBook &book, const QJsonObject &request, const QUuid &);
[[nodiscard]] Result<QJsonObject> removeRule(OpenBook &book, const QJsonObject &request, const QUuid &);
[[nodiscard]] Result<QJsonObject> posting(OpenBook &book, const QJsonObject &request, const QUuid &);
[[nodiscard]] Result<QJsonObject> trialBalance(OpenBook &book, const QJsonObject &request, const QUuid &);
[[nodiscard]] Result<QJsonObject> card(OpenBook &book, const QJsonObject &request, const QUuid &);
[[nodiscard]] Result<QJsonObject> check(OpenBook &book, const QJsonObject &request, const QUuid &);

} // namespace bincard::cli::ledger
