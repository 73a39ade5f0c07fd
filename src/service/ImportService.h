// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Decimal.h"
#include "base/Result.h"
#include "domain/CsvFormat.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QStringList>

#include <functional>
#include <optional>

namespace bincard {

class CatalogService;
class DocumentService;
namespace db {
class Session;
}

/// Customers and Suppliers are partners whose role the file does not name itself.
enum class ImportKind { Documents, Items, Categories, Warehouses, Partners, Customers, Suppliers };
[[nodiscard]] QString code(ImportKind kind);
[[nodiscard]] Result<ImportKind> importKind(const QString &code);

struct ImportRequest
{
    ImportKind kind = ImportKind::Documents;
    QString file;
    QString detailsFile; ///< documents in two files (Northwind): the lines, joined by `number`
    CsvFormat format;
    std::optional<CsvFormat> detailsFormat; ///< none: detected
    QMap<QString, QString> columns;         ///< field -> column name of the file; see fields()
    QMap<QString, QString> constants;       ///< field -> value where the file has no such column (warehouse=MAIN)
    QStringList services;                   ///< codes of items that keep no stock
    QString walkInPartner = QStringLiteral("WALK-IN"); ///< for invoices without a customer
    bool discountIsFraction = false;                   ///< 0.15 means 15 percent
    bool inferOpeningStock = false;
    Decimal openingCostRatio{10000, 4};
    bool post = true; ///< otherwise drafts
    bool dryRun = false;
};

struct ImportField
{
    QString name; ///< "number", "date", "item", ...
    bool required = false;
    QStringList guesses;       ///< column names, lower case, that are probably it
    bool isOfRegister = false; ///< a dimension or resource: named by whoever defined the register
};

/// A row (or a document) that cannot be taken: nothing of its document was written.
struct ImportProblem
{
    int line = 0; ///< of the file as an editor counts them, the header being line 1; 0: no single line
    QString field;
    QString value;
    Message reason;
    int because = 0;        ///< nothing wrong with this row: it is left out with its document because of that line
    bool inDetails = false; ///< `line` is one of the details file
};

struct ImportPreview
{
    CsvFormat format;
    QStringList header;
    QList<QStringList> rows;        ///< the first 50
    QList<int> lines;               ///< of those rows, as ImportProblem::line
    QList<ImportField> fields;      ///< what a column can hold
    QMap<QString, QString> columns; ///< guessed, of both files
    qint64 bytes = 0;
    QString detailsFile;
    std::optional<CsvFormat> detailsFormat;
    QStringList detailsHeader;
    QList<QStringList> detailsRows;
    bool discountIsFraction = false;
    QList<Message> notes; ///< what the sample does not decide, such as day and month, and what was taken

    /// What was detected and guessed, as a request: set the options and run it.
    [[nodiscard]] ImportRequest request() const;
    /// The columns of the file, or of both, that an import with the columns `used` takes nothing from.
    [[nodiscard]] QStringList unusedColumns(const QMap<QString, QString> &used) const;
    ImportKind kind = ImportKind::Documents;
    QString file;
    QList<ImportProblem> problems; ///< movements only: of those rows
    bool isJson = false;           ///< movements only: neither format nor columns can be chosen
};

struct ImportReport
{
    int rowsRead = 0, rowsTaken = 0;
    int documents = 0, alreadyImported = 0; ///< documents that an earlier import of the same file brought
    int documentsLeftOut = 0;               ///< each with its reason in `problems`
    int itemsCreated = 0, partnersCreated = 0, catalogRows = 0;
    int rowsWithoutPartner = 0;
    QMap<QString, int> documentsByKind;
    QList<ImportProblem> problems; ///< ordered by line
    qint64 problemsBeyond = 0;     ///< further ones that were found, and only counted
    bool cancelled = false, dryRun = false;
};

struct ImportProgress
{
    enum class Step { Reading, Checking, Writing } step = Step::Reading;
    qint64 done = 0, total = 0;
};

/// Brings files into a book. All rows are checked in one pass; what is imported is whole documents or nothing of them.
/// Documents are written in transactions of some dozens, so that others can work meanwhile; cancelling keeps the whole
/// documents written so far, and a second run of the same file goes on where it stopped (ids derive from kind +
/// number).
class ImportService
{
public:
    ImportService(db::Session &session, CatalogService &catalog, DocumentService &documents)
        : m_session(session)
        , m_catalog(catalog)
        , m_documents(documents)
    {}

    [[nodiscard]] static QList<ImportField> fields(ImportKind kind);
    /// Reads no database. A format that was not given is detected, and so is the date format of one that leaves it empty.
    [[nodiscard]] static Result<ImportPreview> preview(const QString &file, ImportKind kind,
        const std::optional<CsvFormat> &format = {}, const QString &detailsFile = {});
    /// `progress` returns false to cancel.
    [[nodiscard]] Result<ImportReport> run(
        const ImportRequest &request, const std::function<bool(const ImportProgress &)> &progress = {});

private:
    db::Session &m_session;
    CatalogService &m_catalog;
    DocumentService &m_documents;
};

} // namespace bincard
