// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/DocumentOperations.h"

#include "cli/Request.h"
#include "service/DocumentService.h"
#include "service/OpenBook.h"

#include <QJsonArray>

namespace bincard::cli::document {

using namespace Qt::StringLiterals;

namespace {

Error noDocument(const QString &id)
{
    return {ErrorCode::NotFound, {QT_TRANSLATE_NOOP("Error", "There is no document \"%1\"."), {id}}, {{u"id"_s, id}}};
}

/// By uuid, or by number ("SO-2026-0042"): people read numbers, programs keep ids. Kinds count their numbers apart and
/// a person may type any, so a number is looked for in all of them.
Result<Document> find(OpenBook &book, const QString &id)
{
    if (const QUuid uuid = QUuid::fromString(id); !uuid.isNull())
        return book.documents().load(uuid);
    std::optional<Document> found;
    for (const DocumentTraits &kind : documentTraits()) {
        Result<Document> candidate = book.documents().loadByNumber(kind.kind, id);
        if (!candidate && candidate.error().code() != ErrorCode::NotFound)
            return candidate.error();
        if (candidate && found)
            return Error::validation(u"id"_s,
                {QT_TRANSLATE_NOOP(
                     "Error", "Several documents have the number \"%1\". Give the id of the one you mean."),
                    {id}});
        if (candidate)
            found = *candidate;
    }
    if (!found)
        return noDocument(id);
    return *found;
}

Result<QJsonObject> json(const Result<Document> &document)
{
    if (!document)
        return document.error();
    return toJson(*document);
}

QJsonObject summary(const DocumentSummary &row)
{
    return {{u"id"_s, row.id.toString(QUuid::WithoutBraces)}, {u"kind"_s, code(row.kind)},
        {u"state"_s, code(row.state)}, {u"number"_s, row.number}, {u"date"_s, row.date.toString(Qt::ISODate)},
        {u"partner"_s, row.partner}, {u"partner_name"_s, row.partnerName}, {u"warehouse"_s, row.warehouse},
        {u"warehouse_to"_s, row.warehouseTo}, {u"note"_s, row.note}, {u"lines"_s, row.lines},
        {u"total"_s, row.total.toString()}, {u"version"_s, row.version}};
}

/// The words of a list as values of a type; a word that is none is a problem of the field.
template <typename T>
QList<T> values(Request &request, const QString &field, Result<T> (*parse)(const QString &))
{
    QList<T> result;
    for (const QString &word : request.words(field)) {
        if (Result<T> value = parse(word); value.ok())
            result << *value;
        else
            request.problem(field, value.error().message());
    }
    return result;
}

} // namespace

Result<QJsonObject> create(OpenBook &book, const QJsonObject &arguments, const QUuid &requestId)
{
    Request request(arguments);
    const QJsonObject content = request.object(u"document"_s);
    const bool posted = request.flag(u"post"_s);
    BINCARD_TRY(request.finished());
    BINCARD_ASSIGN(document, documentFromJson(content));
    document.version = 0; // whatever a document printed earlier says: this one is new
    document.state = DocumentState::Draft;
    return json(
        posted ? book.documents().saveAndPost(document, requestId) : book.documents().saveDraft(document, requestId));
}

Result<QJsonObject> post(OpenBook &book, const QJsonObject &arguments, const QUuid &requestId)
{
    Request request(arguments);
    const QString id = request.text(u"id"_s);
    const std::optional<int> version = request.number(u"version"_s);
    BINCARD_TRY(request.finished());
    BINCARD_ASSIGN(document, find(book, id));
    return json(book.documents().post(document.id, version, requestId));
}

Result<QJsonObject> unpost(OpenBook &book, const QJsonObject &arguments, const QUuid &requestId)
{
    Request request(arguments);
    const QString id = request.text(u"id"_s);
    const std::optional<int> version = request.number(u"version"_s);
    BINCARD_TRY(request.finished());
    BINCARD_ASSIGN(document, find(book, id));
    return json(book.documents().unpost(document.id, version, requestId));
}

Result<QJsonObject> repost(OpenBook &book, const QJsonObject &arguments, const QUuid &requestId)
{
    Request request(arguments);
    QString id = request.text(u"id"_s, Request::Optional);
    const QJsonObject content = request.object(u"document"_s);
    BINCARD_TRY(request.finished());
    if (id.isEmpty())
        id = content.value(u"id"_s).toString();
    BINCARD_ASSIGN(present, find(book, id));
    BINCARD_ASSIGN(document, documentFromJson(content));
    if (!document.id.isNull() && document.id != present.id)
        return Error::validation(u"id"_s,
            {QT_TRANSLATE_NOOP("Error", "The document given has another id than the one to be replaced."), {}});
    document.id = present.id;
    if (document.number.isEmpty())
        document.number = present.number;
    return json(book.documents().repost(document, requestId));
}

Result<QJsonObject> show(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const QString id = request.text(u"id"_s);
    const bool withHistory = request.flag(u"history"_s);
    BINCARD_TRY(request.finished());
    BINCARD_ASSIGN(document, find(book, id));
    QJsonObject result = toJson(document);
    if (withHistory) {
        BINCARD_ASSIGN(entries, book.documents().history(document.id));
        QJsonArray rows;
        for (const HistoryEntry &entry : entries)
            rows.append(QJsonObject{
                {u"version"_s, entry.version}, {u"action"_s, entry.action}, {u"at"_s, entry.at}, {u"by"_s, entry.by}});
        result.insert(u"history"_s, rows);
    }
    return result;
}

Result<QJsonObject> list(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    DocumentFilter filter;
    filter.kinds = values<DocumentKind>(request, u"kind"_s, documentKind);
    filter.states = values<DocumentState>(request, u"state"_s, documentState);
    filter.partner = request.text(u"partner"_s, Request::Optional);
    filter.warehouse = request.text(u"warehouse"_s, Request::Optional);
    filter.item = request.text(u"item"_s, Request::Optional);
    filter.text = request.text(u"text"_s, Request::Optional);
    filter.from = request.date(u"from"_s);
    filter.to = request.date(u"to"_s);
    filter.limit = request.number(u"limit"_s).value_or(filter.limit);
    if (filter.limit < 1 || filter.limit > 100'000)
        request.problem(u"limit"_s, {QT_TRANSLATE_NOOP("Error", "The limit is from 1 to 100000."), {}});
    filter.after = request.text(u"after"_s, Request::Optional);
    BINCARD_TRY(request.finished());
    BINCARD_TRY(book.documents().check(filter));
    BINCARD_ASSIGN(page, book.documents().list(filter));
    QJsonArray rows;
    for (const DocumentSummary &row : page.rows)
        rows.append(summary(row));
    return QJsonObject{{u"rows"_s, rows}, {u"next"_s, page.next.isEmpty() ? QJsonValue() : QJsonValue(page.next)}};
}

} // namespace bincard::cli::document
