// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/QueryCode.h"

#include <QHash>

namespace bincard {

class OpenBook;

/// What a question is answered by, and what people call the documents in it.
struct QueryAnswer
{
    QJsonObject json;
    QHash<QString, QString> documentNumbers; ///< by recorder
};

/// In a worker's thread.
[[nodiscard]] Result<QueryAnswer> readAnswer(OpenBook &book, const RegisterQuestion &question);

} // namespace bincard
