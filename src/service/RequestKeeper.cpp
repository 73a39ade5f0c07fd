// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/RequestKeeper.h"

#include "db/Session.h"
#include "store/DocumentStore.h"
#include "store/RequestStore.h"

#include <QCoreApplication>

namespace bincard {

namespace {

/// What is kept of a request: its fingerprint and answer, or the document that it was about.
constexpr QLatin1String fingerprintField("fingerprint"), answerField("answer"), documentField("document");

Error enteredMeanwhile()
{
    return {ErrorCode::Busy, {QT_TRANSLATE_NOOP("Error", "The same request is being answered just now."), {}}};
}

} // namespace

QUuid requestIdOf(const QString &text)
{
    if (text.isEmpty())
        return {};
    // Only what is a UUID from end to end: Qt passes over whatever follows one.
    const QUuid uuid = QUuid::fromString(text);
    for (const auto form : {QUuid::WithoutBraces, QUuid::WithBraces, QUuid::Id128}) {
        if (!uuid.isNull() && text.compare(uuid.toString(form), Qt::CaseInsensitive) == 0)
            return uuid;
    }
    static const QUuid space(QStringLiteral("{6f2f2f4a-5d1c-4a4e-9f0b-2c6f6a1d7e11}"));
    return QUuid::createUuidV5(space, text);
}

Error usedForAnotherRequest(const QUuid &document)
{
    QJsonObject details;
    if (!document.isNull())
        details.insert(documentField, document.toString(QUuid::WithoutBraces));
    return {ErrorCode::Duplicate,
        {QT_TRANSLATE_NOOP("Error", "This request id was used for another request already."), {}}, details};
}

// What the first version kept is the bare answer: of that nobody knows what was asked.
Result<QJsonObject> RequestKeeper::answered(const QJsonObject &kept, const QString &fingerprint) const
{
    if (kept.contains(fingerprintField))
        return kept.value(fingerprintField).toString() == fingerprint
            ? Result<QJsonObject>(kept.value(answerField).toObject())
            : usedForAnotherRequest();
    if (kept.size() == 1 && kept.contains(documentField))
        return usedForAnotherRequest(QUuid::fromString(kept.value(documentField).toString()));
    return kept;
}

Result<QJsonObject> RequestKeeper::once(
    const QString &id, const std::function<Result<QJsonObject>()> &work, const QString &fingerprint)
{
    const QUuid request = requestIdOf(id);
    return db::inTransaction<QJsonObject>(m_session, [&]() -> Result<QJsonObject> {
        RequestStore requests(m_session);
        BINCARD_ASSIGN(kept, requests.find(request, id));
        if (kept)
            return answered(*kept, fingerprint);
        // Documents of the first version entered theirs in their history alone.
        BINCARD_ASSIGN(document, DocumentStore(m_session).findByRequest(request));
        if (document)
            return usedForAnotherRequest(document->document);
        // The row first: of two that come at once, the second waits here and then finds it.
        BINCARD_ASSIGN(taken, requests.take(request));
        if (!taken)
            return enteredMeanwhile();
        BINCARD_ASSIGN(answer, work());
        BINCARD_TRY(requests.keep(request, {{fingerprintField, fingerprint}, {answerField, answer}}));
        return answer;
    });
}

Result<void> RequestKeeper::take(const QUuid &id, const QUuid &document)
{
    RequestStore requests(m_session);
    BINCARD_ASSIGN(taken, requests.take(id, {{documentField, document.toString(QUuid::WithoutBraces)}}));
    if (taken)
        return {};
    BINCARD_ASSIGN(kept, requests.find(id));
    if (!kept)
        return enteredMeanwhile();
    if (kept->size() != 1 || !kept->contains(documentField))
        return usedForAnotherRequest();
    BINCARD_ASSIGN(meanwhile, DocumentStore(m_session).findByRequest(id));
    if (meanwhile)
        return enteredMeanwhile();
    return Error(ErrorCode::NotFound,
        {QT_TRANSLATE_NOOP("Error", "The document that this request made has been discarded since."), {}});
}

} // namespace bincard
