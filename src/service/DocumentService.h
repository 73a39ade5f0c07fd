// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Document.h"

#include <QDateTime>

#include <optional>

namespace bincard {

class Accumulator;
namespace db {
class Session;
}

/// A row of the document list.
struct DocumentSummary
{
    QUuid id;
    DocumentKind kind = DocumentKind::SalesOrder;
    DocumentState state = DocumentState::Draft;
    QString number;
    QDate date;
    QString partner, partnerName, warehouse, warehouseTo, note;
    int lines = 0;
    Decimal total{0, amountScale};
    int version = 0;
};

struct DocumentFilter
{
    QList<DocumentKind> kinds; ///< empty: all; likewise below
    QList<DocumentState> states;
    QString partner;
    QString item; ///< has a line with it
    QString text; ///< in number, partner's name or code, note; whatever the case
    std::optional<QDate> from, to;
    int limit = 500;
    QString after; ///< cursor of the page before; newest first, by (date, number, id)
};

struct DocumentPage
{
    QList<DocumentSummary> rows;
    QString next;
};

struct HistoryEntry
{
    int version = 0;
    QString action; ///< created, changed, posted, unposted, reposted
    QString at;     ///< UTC, ISO
    QString by;
};

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
/// answer) does nothing again and answers the document as it now stands. Null: none.
/// `version` is the version the client has seen; anything else in the book is Conflict, with the document of the book as
/// JSON in details.theirs. nullopt: not checked.
/// InsufficientStock: details.shortages as the contract has them (each with "line"), nothing written.
class DocumentService
{
public:
    DocumentService(db::Session &session, Accumulator &accumulator) : m_session(session), m_accumulator(accumulator) {}

    /// Inserts (version 0) or replaces a draft. A new document whose id exists already: same content answers it,
    /// other content is Duplicate.
    [[nodiscard]] Result<Document> saveDraft(const Document &document, const QUuid &requestId = {});
    /// Saves and posts in one go: a new document, a draft, or (state Posted) a repost.
    [[nodiscard]] Result<Document> saveAndPost(const Document &document, const QUuid &requestId = {});
    [[nodiscard]] Result<Document> post(const QUuid &id, std::optional<int> version = {}, const QUuid &requestId = {});
    /// Reverses its movements; the document becomes Cancelled. It can be posted again.
    [[nodiscard]] Result<Document> unpost(
        const QUuid &id, std::optional<int> version = {}, const QUuid &requestId = {});
    /// Replaces a posted document's content and movements; `document.version` 0: not checked.
    [[nodiscard]] Result<Document> repost(const Document &document, const QUuid &requestId = {});
    /// Drafts only.
    [[nodiscard]] Result<void> discard(const QUuid &id, std::optional<int> version = {});

    [[nodiscard]] Result<Document> load(const QUuid &id);
    [[nodiscard]] Result<Document> loadByNumber(DocumentKind kind, const QString &number);
    [[nodiscard]] Result<DocumentPage> list(const DocumentFilter &filter);
    [[nodiscard]] Result<QList<HistoryEntry>> history(const QUuid &id);
    /// One entry per distinct item, in the order given; `except` leaves that document's own movements out.
    [[nodiscard]] Result<QList<Availability>> availability(
        const QString &warehouse, const QStringList &items, QDate from, const QUuid &except = {});
    /// The number that the next document of that kind and year would get; only a suggestion.
    [[nodiscard]] Result<QString> nextNumber(DocumentKind kind, int year);

private:
    db::Session &m_session;
    Accumulator &m_accumulator;
};

} // namespace bincard
