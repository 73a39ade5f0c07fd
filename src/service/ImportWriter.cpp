// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ImportWriter.h"

#include "db/Session.h"
#include "store/CatalogStore.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace bincard {

namespace {

/// Enough for a commit to cost little beside its documents, few enough for others to get their turn.
constexpr qsizetype documentsPerBatch = 50;
constexpr qsizetype linesPerBatch = 1000;

/// Errors of the engine, not of the document: they end the batch, and on Busy it is tried again.
bool concernsDocument(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Validation:
    case ErrorCode::AlreadyPosted:
    case ErrorCode::InsufficientStock:
    case ErrorCode::PeriodClosed:
    case ErrorCode::Conflict:
    case ErrorCode::NotFound:
    case ErrorCode::Duplicate: return true;
    default: return false;
    }
}

/// Where a problem of the document service stands in the file: its line there, or the document's first.
struct Place
{
    int line = 0;
    QString value;
};

Place placeOf(const ImportPlan &plan, const PlannedDocument &document, int line)
{
    if (line < 1 || line > document.lines.size())
        return {document.firstLine, document.number};
    const PlannedLine &planned = document.lines.at(line - 1);
    if (document.firstLine == 0) // an opening balance stands in no line: its item says where to look
        return {0, plan.items.at(planned.item).row.code};
    return {planned.line, planned.quantity.toStringTrimmed(0)};
}

} // namespace

Result<void> ImportWriter::write(
    const QList<qsizetype> &documents, const std::function<bool(const ImportProgress &)> &progress)
{
    std::optional<db::Transaction> rehearsal;
    if (m_request.dryRun) {
        rehearsal.emplace(m_session);
        BINCARD_TRY(rehearsal->begun());
    }
    qsizetype next = 0;
    while (next < documents.size()) {
        if (progress && !progress({ImportProgress::Step::Writing, next, documents.size()})) {
            m_report.cancelled = true;
            return {};
        }
        QList<qsizetype> some;
        for (qsizetype lines = 0; next < documents.size() && some.size() < documentsPerBatch && lines < linesPerBatch;
             ++next) {
            some += documents.at(next);
            lines += m_plan.documents.at(documents.at(next)).lines.size();
        }
        const auto batch =
            rehearsal ? writeBatch(some) : db::inTransaction<Batch>(m_session, [&] { return writeBatch(some); });
        if (!batch.ok())
            return batch.error();
        count(*batch);
    }
    if (progress)
        (void)progress({ImportProgress::Step::Writing, next, documents.size()});
    return {};
}

Result<ImportWriter::Batch> ImportWriter::writeBatch(const QList<qsizetype> &documents)
{
    Batch batch;
    for (const qsizetype index : documents) {
        Batch attempt = batch;
        db::Savepoint savepoint(m_session);
        BINCARD_TRY(savepoint.begun());
        const auto written = writeOne(index, attempt);
        if (written.ok()) {
            BINCARD_TRY(savepoint.release());
            batch = attempt;
            batch.documents += index;
        } else if (concernsDocument(written.error().code())) {
            refuse(m_plan.documents.at(index), written.error(), batch);
        } else {
            return written.error();
        }
    }
    return batch;
}

Result<void> ImportWriter::writeOne(qsizetype index, Batch &batch)
{
    const PlannedDocument &planned = m_plan.documents.at(index);
    BINCARD_TRY(makeCatalogRows(planned, batch));
    Document document = m_plan.document(planned);
    BINCARD_TRY(computeAmounts(document));
    const auto saved = m_request.post ? m_documents.saveAndPost(document) : m_documents.saveDraft(document);
    return saved.ok() ? Result<void>() : saved.error();
}

template <typename Row>
Result<void> ImportWriter::make(const PlannedRow<Row> &planned, int index, QSet<int> &made)
{
    if (!planned.isNew || made.contains(index))
        return {};
    CatalogStore store(m_session);
    BINCARD_ASSIGN(found, store.find<Row>(planned.row.code));
    if (found) // somebody else made it since the plan was drawn up
        return {};
    if constexpr (std::is_same_v<Row, Item>)
        BINCARD_TRY(store.ensureUnit(planned.row.unit));
    BINCARD_TRY(store.insert(planned.row));
    made.insert(index);
    return {};
}

Result<void> ImportWriter::makeCatalogRows(const PlannedDocument &document, Batch &batch)
{
    for (const int warehouse : {document.warehouse, document.warehouseTo})
        if (warehouse >= 0)
            BINCARD_TRY(make(m_plan.warehouses.at(warehouse), warehouse, batch.warehouses));
    if (document.partner >= 0)
        BINCARD_TRY(make(m_plan.partners.at(document.partner), document.partner, batch.partners));
    for (const PlannedLine &line : document.lines)
        BINCARD_TRY(make(m_plan.items.at(line.item), line.item, batch.items));
    return {};
}

void ImportWriter::refuse(const PlannedDocument &document, const Error &error, Batch &batch) const
{
    ++batch.leftOut;
    QSet<int> causes;
    const auto add = [&](int line, const QString &field, const Message &reason) {
        const Place place = placeOf(m_plan, document, line);
        batch.problems += ImportProblem{place.line, field, place.value, reason, 0, m_plan.linesInDetails};
        causes.insert(place.line);
    };
    const QJsonArray shortages = error.details().value(QLatin1String("shortages")).toArray();
    for (const QJsonValue &value : shortages) {
        const QJsonObject shortage = value.toObject();
        const QJsonObject key = shortage.value(QLatin1String("key")).toObject();
        const auto text = [](const QJsonObject &object, const char *field) {
            return object.value(QLatin1String(field)).toVariant().toString();
        };
        const auto quantity = [&](const char *field) {
            const auto number = Decimal::parse(text(shortage, field), quantityScale);
            return number.ok() ? number->toStringTrimmed(0) : text(shortage, field);
        };
        add(shortage.value(QLatin1String("line")).toInt(), name(DocumentField::Quantity),
            {QT_TRANSLATE_NOOP("Error", "%1 of %2 are needed, %3 are available in %4 on %5."),
                {quantity("required"), text(key, "item"), quantity("available"), text(key, "warehouse"),
                    text(shortage, "date")}});
    }
    if (shortages.isEmpty())
        for (const Problem &problem : error.problems())
            add(problem.line, problem.field.section(u'.', -1), problem.message);
    if (causes.isEmpty())
        add(0, name(DocumentField::Number), error.message());
    const int because = *std::min_element(causes.cbegin(), causes.cend());
    for (const PlannedLine &line : document.lines)
        if (document.firstLine > 0 && !causes.contains(line.line))
            batch.problems += ImportProblem{line.line, name(DocumentField::Number), document.number,
                {QT_TRANSLATE_NOOP("Error", "Left out with document %1 because of line %2."),
                    {document.number, QString::number(because)}},
                because, m_plan.linesInDetails};
}

void ImportWriter::count(const Batch &batch)
{
    for (const int item : batch.items)
        m_plan.items[item].isNew = false;
    for (const int partner : batch.partners)
        m_plan.partners[partner].isNew = false;
    for (const int warehouse : batch.warehouses)
        m_plan.warehouses[warehouse].isNew = false;
    m_report.itemsCreated += static_cast<int>(batch.items.size());
    m_report.partnersCreated += static_cast<int>(batch.partners.size());
    m_report.catalogRows += static_cast<int>(batch.warehouses.size());
    m_report.documentsLeftOut += batch.leftOut;
    m_report.problems += batch.problems;
    for (const qsizetype index : batch.documents) {
        const PlannedDocument &document = m_plan.documents.at(index);
        ++m_report.documents;
        ++m_report.documentsByKind[code(document.kind)];
        if (document.firstLine > 0)
            m_report.rowsTaken += static_cast<int>(document.lines.size());
    }
}

} // namespace bincard
