// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/DocumentService.h"
#include "service/ImportPlan.h"

#include <QSet>

namespace bincard {

namespace db {
class Session;
}

/// Writes the documents of a plan, each with the catalog rows that it is the first to need: whole or not at all. Many
/// documents share a transaction, each in a savepoint, so that one that is refused takes nothing else with it.
class ImportWriter
{
public:
    ImportWriter(db::Session &session, DocumentService &documents, ImportPlan &plan, const ImportRequest &request,
        ImportReport &report)
        : m_session(session)
        , m_documents(documents)
        , m_plan(plan)
        , m_request(request)
        , m_report(report)
    {
        m_documents.setTakesHistory(true);
    }
    ~ImportWriter() { m_documents.setTakesHistory(false); }
    Q_DISABLE_COPY_MOVE(ImportWriter)

    /// The indices of the documents to write, in their order. With dryRun everything is done, posting included, in one
    /// transaction that is rolled back: it answers exactly what the import would, and holds the book's write lock
    /// meanwhile. False from `progress` ends it after the documents written so far.
    [[nodiscard]] Result<void> write(
        const QList<qsizetype> &documents, const std::function<bool(const ImportProgress &)> &progress);

private:
    /// What one batch brings; counted into the report when it is committed.
    struct Batch
    {
        QSet<int> items, partners, warehouses; ///< made by it, as indices into the plan
        QList<qsizetype> documents;
        QList<ImportProblem> problems;
        int leftOut = 0;
    };

    [[nodiscard]] Result<Batch> writeBatch(const QList<qsizetype> &documents);
    [[nodiscard]] Result<void> writeOne(qsizetype index, Batch &batch);
    [[nodiscard]] Result<void> makeCatalogRows(const PlannedDocument &document, Batch &batch);
    template <typename Row>
    [[nodiscard]] Result<void> make(const PlannedRow<Row> &planned, int index, QSet<int> &made);
    void count(const Batch &batch);
    void refuse(const PlannedDocument &document, const Error &error, Batch &batch) const;

    db::Session &m_session;
    DocumentService &m_documents;
    ImportPlan &m_plan;
    const ImportRequest &m_request;
    ImportReport &m_report;
};

} // namespace bincard
