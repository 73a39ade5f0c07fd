// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "db/Session.h"
#include "domain/Catalog.h"
#include "domain/DocumentList.h"

#include <QHash>

#include <optional>

namespace bincard {

/// The rows that a document's codes stand for. `items` has one for each line.
struct DocumentReferences
{
    PartnerId partner; ///< invalid where the document has none; likewise warehouseTo
    WarehouseId warehouse, warehouseTo;
    QList<Item> items;
};

/// What is written into a document's history.
struct HistoryRecord
{
    QString action;
    QString by;
    QUuid requestId; ///< null: none
};

/// What a request has written.
struct AnsweredRequest
{
    QUuid document;
    QString action;  ///< as in HistoryRecord
    QString content; ///< the document as it was then, JSON
};

/// Rows of documents, their lines, history and counters. Writing needs a transaction of the caller, which rolls back
/// after any error; nothing here begins one. An id, a number or a request that somebody else has taken meanwhile is
/// ErrorCode::Duplicate of the engine.
class DocumentStore
{
public:
    explicit DocumentStore(db::Session &session) : m_session(session) {}

    /// Until the transaction ends nobody else writes the document (E20: the document's row is the first lock taken).
    [[nodiscard]] Result<void> lock(const QUuid &id);
    /// Until the transaction ends nobody else of this program moves these items, so what is read of them in several
    /// statements is one state. In the order of their ids, whatever the order given.
    [[nodiscard]] Result<void> lockPools(const QList<ItemId> &items);

    [[nodiscard]] Result<std::optional<Document>> find(const QUuid &id);
    [[nodiscard]] Result<std::optional<QUuid>> findByNumber(DocumentKind kind, const QString &number);
    [[nodiscard]] Result<std::optional<AnsweredRequest>> findByRequest(const QUuid &requestId);
    [[nodiscard]] Result<std::optional<DocumentKind>> kindOf(const QUuid &id);
    /// In one read; documents that do not exist are missing.
    [[nodiscard]] Result<QHash<QUuid, QString>> numbers(const QList<QUuid> &ids);

    [[nodiscard]] Result<void> insert(const Document &document, const DocumentReferences &references);
    [[nodiscard]] Result<void> update(const Document &document, const DocumentReferences &references);
    /// State and version only.
    [[nodiscard]] Result<void> updateState(const Document &document);
    /// With lines and history.
    [[nodiscard]] Result<void> remove(const QUuid &id);
    [[nodiscard]] Result<void> addHistory(const Document &document, const HistoryRecord &record);

    /// The next free number of the kind and year, counted in the caller's transaction.
    [[nodiscard]] Result<QString> takeNumber(DocumentKind kind, int year);
    /// Undoes takeNumber() where nobody has taken a later one since.
    [[nodiscard]] Result<void> giveBackNumber(DocumentKind kind, int year, const QString &number);
    /// What takeNumber() would answer.
    [[nodiscard]] Result<QString> peekNumber(DocumentKind kind, int year);

    [[nodiscard]] Result<DocumentPage> list(const DocumentFilter &filter);
    [[nodiscard]] Result<QList<HistoryEntry>> history(const QUuid &id);
    /// By codeKey(); codes that do not exist are missing.
    [[nodiscard]] Result<QHash<QString, Item>> itemsByKeys(const QStringList &keys);

private:
    [[nodiscard]] Result<db::Rows> query(const char *statement, const db::Values &values = {});
    [[nodiscard]] Result<void> execute(const char *statement, const db::Values &values);
    [[nodiscard]] Result<void> insertLines(const Document &document, const DocumentReferences &references);
    [[nodiscard]] Result<std::optional<QUuid>> singleId(const char *statement, const db::Values &values);
    [[nodiscard]] Result<bool> isTaken(DocumentKind kind, const QString &number);

    db::Session &m_session;
};

} // namespace bincard
