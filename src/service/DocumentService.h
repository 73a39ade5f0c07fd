// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/DocumentList.h"

#include <functional>
#include <optional>

namespace bincard {

class Accumulator;
struct DocumentRequest;
namespace db {
class Session;
}

/// For one line of the editor: what the screen may promise, in the words of screens.md.
struct Availability
{
    QString item;
    Decimal available{
        0, quantityScale}; ///< lowest end-of-day balance in the warehouse from the date on, without this document
    QDate lowestOn;        ///< the day on which it is that low
    bool service = false;  ///< keeps no stock: nothing to promise
};

/// Saves documents and posts them, both in ONE transaction (one method = one transaction, replayed on Busy only).
///
/// `requestId` is made by the client for each deliberate action; a repetition of it (double click, retry after a lost
/// answer) does nothing again and answers the document as it now stands. Null: none. Used again for anything else (another
/// action, document or content, a posting by hand) it is Duplicate, with the id of the document it was used for, if it
/// was one, in details.document; of a draft that was discarded since NotFound.
/// `version` is the version the client has seen; anything else in the book is Conflict, with the document of the book as
/// JSON in details.theirs. nullopt: not checked.
/// InsufficientStock: details.shortages as the contract has them (codes for ids, "line" the first line at fault and
/// "lines" all of them, counted from 1), nothing written.
/// Inside a transaction that the caller has open on the session (an import of many) a method takes part in it; after an
/// error the caller rolls back, and replays on Busy.
class DocumentService
{
public:
    DocumentService(db::Session &session, Accumulator &accumulator) : m_session(session), m_accumulator(accumulator) {}

    /// Who is named in the history from now on.
    void setUser(const QString &user) { m_user = user; }
    /// Whether documents may name what is inactive by now. An import says so of what happened while it was active.
    void setTakesHistory(bool takes) { m_takesHistory = takes; }

    /// Inserts (version 0) or replaces a draft, or the content of a cancelled document, which stays cancelled;
    /// AlreadyPosted for a posted one. A new document whose id exists already: same content answers it, other content is
    /// Duplicate. The number stays what it was where the document names none.
    [[nodiscard]] Result<Document> saveDraft(const Document &document, const QUuid &requestId = {});
    /// Saves and posts in one go: a new document, a draft, or (state Posted) a repost.
    [[nodiscard]] Result<Document> saveAndPost(const Document &document, const QUuid &requestId = {});
    [[nodiscard]] Result<Document> post(const QUuid &id, std::optional<int> version = {}, const QUuid &requestId = {});
    /// Reverses its movements; the document becomes Cancelled. It can be posted again.
    [[nodiscard]] Result<Document> unpost(
        const QUuid &id, std::optional<int> version = {}, const QUuid &requestId = {});
    /// Replaces a posted document's content and movements; `document.version` 0: not checked.
    [[nodiscard]] Result<Document> repost(const Document &document, const QUuid &requestId = {});
    /// Drafts only; AlreadyPosted otherwise: what was posted once stays in the book.
    [[nodiscard]] Result<void> discard(const QUuid &id, std::optional<int> version = {});

    [[nodiscard]] Result<Document> load(const QUuid &id);
    [[nodiscard]] Result<Document> loadByNumber(DocumentKind kind, const QString &number);
    [[nodiscard]] Result<DocumentPage> list(const DocumentFilter &filter);
    /// Validation for partner, warehouse and item of a filter that are in no catalog; list() just finds nothing then.
    [[nodiscard]] Result<void> check(const DocumentFilter &filter);
    [[nodiscard]] Result<QList<HistoryEntry>> history(const QUuid &id);
    /// One entry per distinct item, in the order given; `except` leaves that document's own movements out.
    [[nodiscard]] Result<QList<Availability>> availability(
        const QString &warehouse, const QStringList &items, QDate from, const QUuid &except = {});
    /// The number that the next document of that kind and year would get; only a suggestion.
    [[nodiscard]] Result<QString> nextNumber(DocumentKind kind, int year);

private:
    enum class Aim { Draft, Post };

    /// Runs `work` in one transaction. A lost answer to a commit is looked up by the request's id.
    [[nodiscard]] Result<Document> once(const DocumentRequest &request, const std::function<Result<Document>()> &work);
    [[nodiscard]] Result<Document> save(const Document &document, Aim aim, bool checksVersion, const QUuid &requestId);
    [[nodiscard]] Result<Document> create(Document document, Aim aim, const DocumentRequest &request);
    [[nodiscard]] Result<Document> replace(
        Document document, const Document &theirs, Aim aim, bool checksVersion, const DocumentRequest &request);
    [[nodiscard]] Result<Document> changeState(const DocumentRequest &request, std::optional<int> version,
        const std::function<Result<Document>(Document)> &change);
    [[nodiscard]] Result<Document> written(
        const Document &document, const char *action, const DocumentRequest &request);
    [[nodiscard]] Result<void> checkNumber(const Document &document);
    /// The document whose inactive references are no problem.
    [[nodiscard]] std::optional<Document> whatHappened(const Document &document) const;

    db::Session &m_session;
    Accumulator &m_accumulator;
    QString m_user;
    bool m_takesHistory = false;
};

} // namespace bincard
