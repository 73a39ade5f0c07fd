// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/DocumentRequest.h"

#include "service/RequestKeeper.h"
#include "store/CatalogStore.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace bincard {

namespace {

using Sort = DocumentRequest::Sort;

/// By what DocumentService writes into the history.
bool isOfSort(const QString &action, Sort sort)
{
    switch (sort) {
    case Sort::Save: return action == u"created" || action == u"changed";
    case Sort::SaveAndPost: return action == u"posted" || action == u"reposted";
    case Sort::Post: return action == u"posted";
    case Sort::Unpost: break;
    }
    return action == u"unposted";
}

void foldCode(QJsonObject &json, const QString &field) { json.insert(field, codeKey(json.value(field).toString())); }

/// A document's JSON, reduced to what the client decides, in one spelling.
QJsonObject wishOf(QJsonObject json)
{
    for (const char *added : {"id", "state", "version"})
        json.remove(QLatin1String(added));
    for (const char *field : {"number", "partner", "warehouse", "warehouse_to"})
        foldCode(json, QLatin1String(field));
    QJsonArray lines;
    const QJsonArray spelled = json.value(QLatin1String("lines")).toArray();
    for (const QJsonValue &value : spelled) {
        QJsonObject line = value.toObject();
        foldCode(line, QStringLiteral("item"));
        lines << line;
    }
    json.insert(QStringLiteral("lines"), lines);
    return json;
}

bool isContent(Document asked, const QString &written)
{
    QJsonObject content = QJsonDocument::fromJson(written.toUtf8()).object();
    if (asked.number.trimmed().isEmpty()) // then the book chose it
        asked.number = content.value(QLatin1String("number")).toString();
    // A client need not compute amounts; what was written has them.
    return computeAmounts(asked).ok() && wishOf(toJson(asked)) == wishOf(std::move(content));
}

} // namespace

Result<void> checkRepetition(const DocumentRequest &request, const AnsweredRequest &answered)
{
    if (isOfSort(answered.action, request.sort) && (!request.namesDocument || answered.document == request.document)
        && (!request.content || isContent(*request.content, answered.content)))
        return {};
    return usedForAnotherRequest(answered.document);
}

} // namespace bincard
