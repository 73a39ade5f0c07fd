// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QJsonObject>
#include <QUuid>

namespace bincard {
class OpenBook;
}

/// The operations document.* of Operations. `request` is what stands beside "op" and "request_id".
namespace bincard::cli::document {

[[nodiscard]] Result<QJsonObject> create(OpenBook &book, const QJsonObject &request, const QUuid &requestId);
[[nodiscard]] Result<QJsonObject> post(OpenBook &book, const QJsonObject &request, const QUuid &requestId);
[[nodiscard]] Result<QJsonObject> unpost(OpenBook &book, const QJsonObject &request, const QUuid &requestId);
[[nodiscard]] Result<QJsonObject> repost(OpenBook &book, const QJsonObject &request, const QUuid &requestId);
[[nodiscard]] Result<QJsonObject> show(OpenBook &book, const QJsonObject &request, const QUuid &requestId);
[[nodiscard]] Result<QJsonObject> list(OpenBook &book, const QJsonObject &request, const QUuid &requestId);

} // namespace bincard::cli::document
