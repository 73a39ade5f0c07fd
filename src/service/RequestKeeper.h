// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QJsonObject>
#include <QUuid>

#include <functional>

namespace bincard {

namespace db {
class Session;
}

/// The id of a request by which all of the book knows it: a UUID is itself, any other text gets one that is always the
/// same for it. Null for an empty text.
[[nodiscard]] QUuid requestIdOf(const QString &text);

/// What is answered where a client's id comes back with another request: Duplicate, with details.document where it was
/// about a document.
[[nodiscard]] Error usedForAnotherRequest(const QUuid &document = {});

/// Sees to it that an id made by a client means one request (rule E20), whatever that is about: documents answer a
/// repetition from their history, all else from what is kept here; both enter the id in one place.
class RequestKeeper
{
public:
    explicit RequestKeeper(db::Session &session) : m_session(session) {}

    /// Runs `work` in a transaction of its own and keeps its answer, which a repetition gets. `fingerprint` is equal for
    /// equal requests. An error of `work` keeps nothing: that request was not done.
    [[nodiscard]] Result<QJsonObject> once(
        const QString &id, const std::function<Result<QJsonObject>()> &work, const QString &fingerprint);

    /// Inside the transaction that saves a document and has not found the id in any history: enters it. Duplicate if it
    /// was used for something else, NotFound if the document it made was discarded since, Busy if another session has
    /// just saved by it: replayed, one finds that.
    [[nodiscard]] Result<void> take(const QUuid &id, const QUuid &document);

private:
    [[nodiscard]] Result<QJsonObject> answered(const QJsonObject &kept, const QString &fingerprint) const;

    db::Session &m_session;
};

} // namespace bincard
