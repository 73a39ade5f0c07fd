// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/query/QueryAnswer.h"

#include "service/DocumentNumbers.h"
#include "service/OpenBook.h"
#include "service/RegisterService.h"

namespace bincard {

Result<QueryAnswer> readAnswer(OpenBook &book, const RegisterQuestion &question)
{
    BINCARD_ASSIGN(json, book.registers().answer(question));
    QueryAnswer answer{json, {}};
    if (question.kind == RegisterQuestion::Kind::Movements) {
        QStringList recorders;
        const QJsonArray rows = json.value(QLatin1String("rows")).toArray();
        for (const QJsonValue &row : rows)
            recorders << row[u"recorder"].toString();
        BINCARD_ASSIGN(numbers, documentNumbers(book, recorders));
        answer.documentNumbers = numbers;
    }
    return answer;
}

} // namespace bincard
