// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui/Bins.h"

#include "models/JsonTableModel.h"
#include "service/OpenBook.h"
#include "service/RegisterService.h"
#include "support/TestBook.h"

#include <QJsonDocument>

namespace bincard::test {

QJsonObject binsDefinition()
{
    static const char text[] = R"json({"name":"bins","kind":"balance",
"dimensions":[{"name":"warehouse","type":"ref(warehouses)"},{"name":"lot","type":"text","default":""}],
"resources":[{"name":"quantity","type":"decimal","scale":4,"negative":"forbid"}]})json";
    return QJsonDocument::fromJson(text).object();
}

void postToBins(OpenBook &book, const QString &recorder, const QString &period, const QString &quantity)
{
    const auto posted = book.registers().post(QStringLiteral("bins"),
        {QJsonObject{{"recorder", recorder}, {"period", period}, {"warehouse", "MAIN"}, {"quantity", quantity}}});
    if (!posted.ok())
        qFatal("bins cannot be posted to: %s", reasonOf(posted).constData());
}

QString binsBalance(OpenBook &book)
{
    const auto answer = book.registers().balance(QStringLiteral("bins"), {});
    return answer.ok() ? answer->value(QLatin1String("rows"))[0][u"quantity"].toString()
                       : answer.error().message().english();
}

QStringList column(const JsonTableModel &model, const QString &id)
{
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column) {
        for (int row = 0; model.columns().at(column).id == id && row < model.rowCount(); ++row)
            texts << model.index(row, column).data().toString();
    }
    return texts;
}

} // namespace bincard::test
