// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/DocumentService.h"

#include "service/DocumentCheck.h"
#include "service/DocumentPosting.h"
#include "service/DocumentRequest.h"
#include "service/RequestKeeper.h"
#include "service/UnitOfWork.h"
#include "store/CatalogStore.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace bincard {

namespace {

QUuid orNew(const QUuid &id) { return id.isNull() ? QUuid::createUuid() : id; }

Error notInBook()
{
    return {ErrorCode::NotFound, {QT_TRANSLATE_NOOP("Error", "There is no such document in the book."), {}}};
}

Error notPosted(const Document &document)
{
    return {ErrorCode::NotFound,
        {QT_TRANSLATE_NOOP("Error", "%1 is not posted, so there is nothing to cancel."), {document.number}}};
}

Error isPosted(const Document &document)
{
    return {ErrorCode::AlreadyPosted, {QT_TRANSLATE_NOOP("Error", "%1 is posted already."), {document.number}}};
}

Error conflict(const Document &theirs)
{
    return {ErrorCode::Conflict,
        {QT_TRANSLATE_NOOP("Error", "Somebody else changed %1 meanwhile. Compare both versions and decide."),
            {theirs.number}},
        {{QStringLiteral("theirs"), toJson(theirs)}}};
}

Result<void> checkVersion(const Document &theirs, std::optional<int> version)
{
    if (version && *version != theirs.version)
        return conflict(theirs);
    return {};
}

/// What the person wrote: without what the book adds.
QJsonObject contentOf(Document document)
{
    document.state = DocumentState::Draft;
    document.version = 0;
    return toJson(document);
}

/// Somebody else inserted the same id, number or request between our look and our write. The whole unit is replayed,
/// and then its look finds it.
template <typename T>
Result<T> replayedIfTaken(Result<T> result)
{
    if (result.ok() || result.error().code() != ErrorCode::Duplicate)
        return result;
    return Error(ErrorCode::Busy, result.error().message(), result.error().details());
}

} // namespace

Result<Document> DocumentService::once(const DocumentRequest &request, const std::function<Result<Document>()> &work)
{
    const bool joins = m_session.inTransaction();
    auto result = inOneTransaction<Document>(m_session, [&]() -> Result<Document> {
        DocumentStore store(m_session);
        BINCARD_TRY(store.lock(request.document));
        BINCARD_ASSIGN(answered, store.findByRequest(request.id));
        if (!answered) {
            if (request.isClients)
                BINCARD_TRY(RequestKeeper(m_session).take(request.id, request.document));
            return work();
        }
        BINCARD_TRY(checkRepetition(request, *answered));
        BINCARD_ASSIGN(document, store.find(answered->document));
        if (!document)
            return notInBook();
        return *document;
    });
    if (result.ok() || joins || result.error().code() != ErrorCode::ConnectionLost)
        return result;
    // Whether it was committed is not known. Never do it again blindly: look it up, if the connection still can.
    DocumentStore store(m_session);
    const auto answered = store.findByRequest(request.id);
    if (!answered.ok() || !*answered)
        return result;
    BINCARD_TRY(checkRepetition(request, **answered));
    return load((*answered)->document);
}

Result<Document> DocumentService::written(const Document &document, const char *action, const DocumentRequest &request)
{
    DocumentStore store(m_session);
    BINCARD_TRY(replayedIfTaken(store.addHistory(document, {QLatin1String(action), m_user, request.id})));
    return document;
}

Result<void> DocumentService::checkNumber(const Document &document)
{
    BINCARD_ASSIGN(holder, DocumentStore(m_session).findByNumber(document.kind, document.number));
    if (!holder || *holder == document.id)
        return {};
    const Error problem = Error::validation(
        QStringLiteral("number"), {QT_TRANSLATE_NOOP("Error", "The number %1 is taken already."), {document.number}});
    return Error(ErrorCode::Duplicate, problem.message(), problem.toJson().value(QLatin1String("details")).toObject())
        .with(QStringLiteral("field"), QStringLiteral("number"))
        .with(QStringLiteral("id"), holder->toString(QUuid::WithoutBraces));
}

std::optional<Document> DocumentService::whatHappened(const Document &document) const
{
    return m_takesHistory ? std::optional<Document>(document) : std::nullopt;
}

Result<Document> DocumentService::create(Document document, Aim aim, const DocumentRequest &request)
{
    DocumentStore store(m_session);
    BINCARD_ASSIGN(references, checkDocument(m_session, document, whatHappened(document)));
    if (document.number.isEmpty()) {
        BINCARD_ASSIGN(number, store.takeNumber(document.kind, document.date.year()));
        document.number = number;
    } else {
        BINCARD_TRY(checkNumber(document));
    }
    document.version = 1;
    document.state = aim == Aim::Post ? DocumentState::Posted : DocumentState::Draft;
    BINCARD_TRY(replayedIfTaken(store.insert(document, references)));
    if (aim == Aim::Post)
        BINCARD_TRY(DocumentPosting(m_session, m_accumulator).post({document, references}));
    return written(document, aim == Aim::Post ? "posted" : "created", request);
}

Result<Document> DocumentService::replace(
    Document document, const Document &theirs, Aim aim, bool checksVersion, const DocumentRequest &request)
{
    const bool wasPosted = theirs.state == DocumentState::Posted;
    if (document.kind != theirs.kind)
        return Error::validation(QStringLiteral("kind"),
            {QT_TRANSLATE_NOOP("Error", "The kind of %1 cannot be changed any more."), {theirs.number}});
    if (document.number.isEmpty())
        document.number = theirs.number;
    // Only what is new to the book makes up its mind about an id: version 0 of an id that exists was sent before.
    const bool sentBefore = checksVersion && document.version == 0;
    if (!sentBefore && checksVersion)
        BINCARD_TRY(checkVersion(theirs, document.version));
    BINCARD_ASSIGN(references,
        checkDocument(m_session, document, wasPosted ? std::optional<Document>(theirs) : whatHappened(document)));
    if (sentBefore) {
        if (contentOf(document) != contentOf(theirs))
            return Error(ErrorCode::Duplicate,
                {QT_TRANSLATE_NOOP("Error", "%1 has the same id and other content."), {theirs.number}},
                {{QStringLiteral("theirs"), toJson(theirs)}});
        if (aim == Aim::Draft || theirs.state != DocumentState::Draft)
            return theirs; // also where it has been cancelled since: a late repetition does not bring it back
    }
    if (aim == Aim::Draft && wasPosted)
        return isPosted(theirs);

    DocumentStore store(m_session);
    BINCARD_TRY(checkNumber(document));
    document.version = theirs.version + 1;
    document.state = aim == Aim::Post ? DocumentState::Posted : theirs.state;
    BINCARD_TRY(replayedIfTaken(store.update(document, references)));
    DocumentPosting posting(m_session, m_accumulator);
    if (wasPosted) {
        BINCARD_ASSIGN(before, referencesOf(m_session, theirs));
        BINCARD_TRY(posting.repost({document, references}, {theirs, before}));
        return written(document, "reposted", request);
    }
    if (aim == Aim::Post)
        BINCARD_TRY(posting.post({document, references}));
    return written(document, aim == Aim::Post ? "posted" : "changed", request);
}

Result<Document> DocumentService::save(const Document &document, Aim aim, bool checksVersion, const QUuid &requestId)
{
    Document ours = document;
    ours.id = orNew(document.id);
    ours.number = document.number.trimmed();
    const DocumentRequest request{
        .sort = aim == Aim::Post ? DocumentRequest::Sort::SaveAndPost : DocumentRequest::Sort::Save,
        .document = ours.id,
        .id = orNew(requestId),
        .isClients = !requestId.isNull(),
        .namesDocument = !document.id.isNull(),
        .content = document};
    return once(request, [&]() -> Result<Document> {
        BINCARD_ASSIGN(theirs, DocumentStore(m_session).find(ours.id));
        if (theirs)
            return replace(ours, *theirs, aim, checksVersion, request);
        if (ours.version > 0 || !checksVersion)
            return notInBook();
        return create(ours, aim, request);
    });
}

Result<Document> DocumentService::saveDraft(const Document &document, const QUuid &requestId)
{
    return save(document, Aim::Draft, true, requestId);
}

Result<Document> DocumentService::saveAndPost(const Document &document, const QUuid &requestId)
{
    return save(document, Aim::Post, true, requestId);
}

Result<Document> DocumentService::repost(const Document &document, const QUuid &requestId)
{
    return save(document, Aim::Post, document.version > 0, requestId);
}

Result<Document> DocumentService::changeState(
    const DocumentRequest &request, std::optional<int> version, const std::function<Result<Document>(Document)> &change)
{
    return once(request, [&]() -> Result<Document> {
        BINCARD_ASSIGN(theirs, DocumentStore(m_session).find(request.document));
        if (!theirs)
            return notInBook();
        BINCARD_TRY(checkVersion(*theirs, version));
        return change(*theirs);
    });
}

Result<Document> DocumentService::post(const QUuid &id, std::optional<int> version, const QUuid &requestId)
{
    const DocumentRequest request{
        .sort = DocumentRequest::Sort::Post, .document = id, .id = orNew(requestId), .isClients = !requestId.isNull()};
    return changeState(request, version, [&](Document document) -> Result<Document> {
        if (document.state == DocumentState::Posted)
            return isPosted(document);
        BINCARD_ASSIGN(references, checkDocument(m_session, document));
        document.state = DocumentState::Posted;
        ++document.version;
        BINCARD_TRY(DocumentStore(m_session).updateState(document));
        BINCARD_TRY(DocumentPosting(m_session, m_accumulator).post({document, references}));
        return written(document, "posted", request);
    });
}

Result<Document> DocumentService::unpost(const QUuid &id, std::optional<int> version, const QUuid &requestId)
{
    const DocumentRequest request{.sort = DocumentRequest::Sort::Unpost,
        .document = id,
        .id = orNew(requestId),
        .isClients = !requestId.isNull()};
    return changeState(request, version, [&](Document document) -> Result<Document> {
        if (document.state != DocumentState::Posted)
            return notPosted(document);
        BINCARD_ASSIGN(references, referencesOf(m_session, document));
        document.state = DocumentState::Cancelled;
        ++document.version;
        BINCARD_TRY(DocumentStore(m_session).updateState(document));
        BINCARD_TRY(DocumentPosting(m_session, m_accumulator).unpost({document, references}));
        return written(document, "unposted", request);
    });
}

Result<void> DocumentService::discard(const QUuid &id, std::optional<int> version)
{
    const auto result = inOneTransaction<void>(m_session, [&]() -> Result<void> {
        DocumentStore store(m_session);
        BINCARD_TRY(store.lock(id));
        BINCARD_ASSIGN(theirs, store.find(id));
        if (!theirs)
            return notInBook();
        BINCARD_TRY(checkVersion(*theirs, version));
        if (theirs->state != DocumentState::Draft)
            return Error(ErrorCode::AlreadyPosted,
                {QT_TRANSLATE_NOOP("Error", "%1 was posted once and stays in the book; it can only be cancelled."),
                    {theirs->number}});
        BINCARD_TRY(store.remove(id));
        return store.giveBackNumber(theirs->kind, theirs->date.year(), theirs->number);
    });
    if (result.ok() || m_session.inTransaction() || result.error().code() != ErrorCode::ConnectionLost)
        return result;
    const auto left = DocumentStore(m_session).find(id); // the answer to the commit was lost: is it gone?
    return left.ok() && !*left ? Result<void>() : result;
}

Result<Document> DocumentService::load(const QUuid &id)
{
    const Reading reading(m_session);
    BINCARD_TRY(reading.begun());
    BINCARD_ASSIGN(document, DocumentStore(m_session).find(id));
    if (!document)
        return notInBook();
    return *document;
}

Result<Document> DocumentService::loadByNumber(DocumentKind kind, const QString &number)
{
    const Reading reading(m_session);
    BINCARD_TRY(reading.begun());
    DocumentStore store(m_session);
    BINCARD_ASSIGN(id, store.findByNumber(kind, number));
    if (!id)
        return Error(ErrorCode::NotFound,
            {QT_TRANSLATE_NOOP("Error", "There is no document of that kind with the number %1."), {number.left(40)}});
    BINCARD_ASSIGN(document, store.find(*id));
    if (!document)
        return notInBook();
    return *document;
}

Result<DocumentPage> DocumentService::list(const DocumentFilter &filter)
{
    const Reading reading(m_session);
    BINCARD_TRY(reading.begun());
    return DocumentStore(m_session).list(filter);
}

Result<void> DocumentService::check(const DocumentFilter &filter)
{
    const Reading reading(m_session);
    BINCARD_TRY(reading.begun());
    CatalogStore catalog(m_session);
    QList<Problem> problems;
    const auto look = [&](const char *field, const QString &code, const auto &found, const char *unknown) {
        if (!code.isEmpty() && !found)
            problems << Problem{QLatin1String(field), 0, {unknown, {code.left(60)}}};
    };
    BINCARD_ASSIGN(partner, catalog.find<Partner>(filter.partner));
    BINCARD_ASSIGN(warehouse, catalog.find<Warehouse>(filter.warehouse));
    BINCARD_ASSIGN(item, catalog.find<Item>(filter.item));
    look("partner", filter.partner, partner, QT_TRANSLATE_NOOP("Error", "There is no partner \"%1\"."));
    look("warehouse", filter.warehouse, warehouse, QT_TRANSLATE_NOOP("Error", "There is no warehouse \"%1\"."));
    look("item", filter.item, item, QT_TRANSLATE_NOOP("Error", "There is no item \"%1\"."));
    if (!problems.isEmpty())
        return Error::validation(problems);
    return {};
}

Result<QList<HistoryEntry>> DocumentService::history(const QUuid &id)
{
    const Reading reading(m_session);
    BINCARD_TRY(reading.begun());
    BINCARD_ASSIGN(entries, DocumentStore(m_session).history(id));
    if (entries.isEmpty())
        return notInBook();
    return entries;
}

Result<QString> DocumentService::nextNumber(DocumentKind kind, int year)
{
    const Reading reading(m_session);
    BINCARD_TRY(reading.begun());
    return DocumentStore(m_session).peekNumber(kind, year);
}

} // namespace bincard
