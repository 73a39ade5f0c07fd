// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CsvValues.h"
#include "service/ImportCollector.h"

namespace bincard {

/// Gathers rows into invoices and turns each into documents by the rules of ImportPlan.
class ImportPlanner
{
public:
    ImportPlanner(const ImportRequest &request, const ImportRows &rows, ImportCollector &collector, ImportPlan &plan);

    void add(const ImportRow &row);
    /// Builds the documents; afterwards the plan is complete and its problems are in order.
    void finish();

private:
    /// A line as the file has it, its sign included.
    struct RawLine
    {
        PlannedLine values;
        bool hasPrice = false;
    };
    /// All rows of one number.
    struct Invoice
    {
        QString number;
        int firstLine = 0;
        std::optional<DocumentKind> kind;
        QDate date;
        int dateLine = 0, partnerLine = 0, warehouseLine = 0, warehouseToLine = 0;
        int partner = -1, warehouse = -1, warehouseTo = -1;
        QString note;
        QList<RawLine> lines;
        QList<int> rows, badRows;     ///< lines of the file
        int because = 0;              ///< the first row that spoils it
        bool becauseOfHeader = false; ///< that row stands in the first of two files
    };
    using Part = ImportRow::Part;

    [[nodiscard]] Invoice *invoiceOf(const ImportRow &row, const QString &number);
    void readHeader(Invoice &invoice, const ImportRow &row);
    void readDate(Invoice &invoice, const ImportRow &row);
    void readPartner(Invoice &invoice, const ImportRow &row);
    void readWarehouse(Invoice &invoice, const ImportRow &row, DocumentField field, int &warehouse, int &line);
    void readLine(Invoice &invoice, const ImportRow &row);
    [[nodiscard]] Decimal number(Invoice &invoice, const ImportRow &row, DocumentField field, int scale);
    void spoil(Invoice &invoice, const ImportRow &row, DocumentField field, Message reason);
    void spoilLine(Invoice &invoice, int line, const QString &field, const QString &value, Message reason);
    void addProblem(int line, bool inDetails, const QString &field, const QString &value, Message reason);

    void build(Invoice &invoice);
    [[nodiscard]] QList<PlannedDocument> documentsOf(Invoice &invoice);
    [[nodiscard]] PlannedDocument documentOf(const Invoice &invoice, DocumentKind kind) const;
    [[nodiscard]] DocumentKind kindOf(const Invoice &invoice) const;
    [[nodiscard]] DocumentKind kindOfLine(DocumentKind kind, const RawLine &raw) const;
    void checkSigns(Invoice &invoice, DocumentKind kind);
    [[nodiscard]] PlannedLine priced(Invoice &invoice, DocumentKind kind, const RawLine &raw);
    void completePartner(const Invoice &invoice, PlannedDocument &document);
    void checkDocument(Invoice &invoice, const PlannedDocument &document);
    void leaveOut(const Invoice &invoice);

    const ImportRequest &m_request;
    ImportCollector &m_collector;
    ImportPlan &m_plan;
    std::optional<CsvDateFormat> m_dateFormat;
    bool m_headerComma = false, m_lineComma = false, m_hasPrices = false;
    QList<Invoice> m_invoices;
    QHash<QString, qsizetype> m_byNumber;
};

} // namespace bincard
