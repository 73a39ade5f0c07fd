// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Input.h"

#include "base/StrictJson.h"
#include "cli/Console.h"

namespace bincard::cli {

Result<QJsonObject> readObject(Console &console, const QString &file)
{
    BINCARD_ASSIGN(content, console.readFile(file));
    return parseJsonObject(content);
}

Result<QJsonArray> readRows(Console &console, const QString &file)
{
    BINCARD_ASSIGN(content, console.readFile(file));
    return parseJsonRows(content);
}

} // namespace bincard::cli
