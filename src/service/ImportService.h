// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Decimal.h"
#include "base/Result.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QStringList>

#include <functional>

namespace bincard {

class CatalogService;
class DocumentService;
namespace db {
class Session;
}

/// How a flat file is written. Detected from its beginning, shown, and each can be set by hand.
struct CsvFormat
{
    char delimiter = ',';
    char quote = '"';
    bool bom = false;
    QString encoding = QStringLiteral("UTF-8"); ///< UTF-8, UTF-16, ISO-8859-1 / Windows-1252
    bool decimalComma = false;
    QString dateFormat = QStringLiteral("yyyy-MM-dd"); ///< Qt's letters; time, where there is one, is dropped
};

enum class ImportKind { Documents, Items, Categories, Warehouses, Partners };
[[nodiscard]] QString code(ImportKind kind);
[[nodiscard]] Result<ImportKind> importKind(const QString &code);

struct ImportRequest
{
    ImportKind kind = ImportKind::Documents;
    QString file;
    QString detailsFile;             ///< documents in two files (Northwind): the lines, joined by `number`
    CsvFormat format;
    QMap<QString, QString> columns;  ///< field -> column name of the file; see fields()
    QMap<QString, QString> constants;///< field -> value where the file has no such column (warehouse=MAIN)
    QStringList services;            ///< codes of items that keep no stock
    QString walkInPartner = QStringLiteral("WALK-IN"); ///< for invoices without a customer
    bool discountIsFraction = false; ///< 0.15 means 15 percent
    bool inferOpeningStock = false;
    Decimal openingCostRatio{10000, 4};
    bool post = true;                ///< otherwise drafts
    bool dryRun = false;
};

struct ImportField
{
    QString name; ///< "number", "date", "item", ...
    bool required = false;
    QStringList guesses; ///< column names, lower case, that are probably it
};

/// A row (or a document) that cannot be taken: nothing of its document was written.
struct ImportProblem
{
    int line = 0;    ///< of the file, the header being line 1
    QString field;
    QString value;
    Message reason;
};

struct ImportPreview
{
    CsvFormat format;
    QStringList header;
    QList<QStringList> rows;        ///< the first 50
    QMap<QString, QString> columns; ///< guessed
    qint64 bytes = 0;
};

struct ImportReport
{
    int rowsRead = 0, rowsTaken = 0;
    int documents = 0, alreadyImported = 0; ///< documents that an earlier import of the same file brought
    int itemsCreated = 0, partnersCreated = 0, catalogRows = 0;
    int rowsWithoutPartner = 0;
    QMap<QString, int> documentsByKind;
    QList<ImportProblem> problems;  ///< ordered by line
    bool cancelled = false, dryRun = false;
};

struct ImportProgress
{
    enum class Step { Reading, Checking, Writing } step = Step::Reading;
    qint64 done = 0, total = 0;
};

/// Brings files into a book. All rows are checked in one pass; what is imported is whole documents or nothing of them.
/// Documents are written in transactions of some dozens, so that others can work meanwhile; cancelling keeps the whole
/// documents written so far, and a second run of the same file goes on where it stopped (ids derive from kind + number).
class ImportService
{
public:
    ImportService(db::Session &session, CatalogService &catalog, DocumentService &documents)
        : m_session(session), m_catalog(catalog), m_documents(documents) {}

    [[nodiscard]] static QList<ImportField> fields(ImportKind kind);
    /// Reads no database.
    [[nodiscard]] static Result<ImportPreview> preview(const QString &file, ImportKind kind,
                                                       const std::optional<CsvFormat> &format = {});
    /// `progress` returns false to cancel.
    [[nodiscard]] Result<ImportReport> run(const ImportRequest &request,
                                           const std::function<bool(const ImportProgress &)> &progress = {});

private:
    db::Session &m_session;
    CatalogService &m_catalog;
    DocumentService &m_documents;
};

} // namespace bincard
