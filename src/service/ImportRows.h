// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CsvDetection.h"
#include "domain/CsvReader.h"
#include "service/ImportFields.h"

#include <QFile>
#include <QHash>

#include <array>
#include <memory>

namespace bincard {

/// One row of a file of documents, its fields found; constants are filled in. Of the two kinds of fields (document and
/// line) a row of two files has only one filled: see `part`.
struct ImportRow
{
    /// Both: a flat row. Header: a row of the first of two files. Line: a row of the second.
    enum class Part { Both, Header, Line } part = Part::Both;
    int line = 0;
    std::array<QString, documentFieldCount> values;
    std::optional<Message> fault; ///< of the whole row; `values` may still have the number

    [[nodiscard]] const QString &operator[](DocumentField field) const
    {
        return values.at(static_cast<std::size_t>(field));
    }
};

/// Reads the one or two files of an import of documents: first all rows of the first, then those of the second.
/// Needs no database; any one thread.
class ImportRows
{
public:
    explicit ImportRows(const ImportRequest &request);

    /// Opens the files, reads their headers and checks the mapping: Validation with everything wrong, NotFound,
    /// PermissionDenied.
    [[nodiscard]] Result<void> open();
    [[nodiscard]] bool next(ImportRow &row);
    [[nodiscard]] Result<void> finished() const;
    [[nodiscard]] qint64 bytesRead() const;
    [[nodiscard]] qint64 bytes() const;
    [[nodiscard]] bool hasDetails() const { return !m_request.detailsFile.isEmpty(); }
    [[nodiscard]] const CsvFormat &format(bool details) const { return details ? m_details.format : m_main.format; }
    /// Whether a column or a constant was given for the field.
    [[nodiscard]] bool has(DocumentField field) const;

private:
    struct Source
    {
        QFile file;
        CsvFormat format;
        std::unique_ptr<CsvReader> reader;
        CsvRow row;
        std::array<int, documentFieldCount> columns{}; ///< -1: not in this file
    };

    [[nodiscard]] Result<QStringList> openSource(Source &source, const QString &path);
    void findColumns(Source &source, const QStringList &header, ImportRow::Part part);

    const ImportRequest &m_request;
    Source m_main, m_details;
    std::array<QString, documentFieldCount> m_constants;
    bool m_inDetails = false;
};

/// How many rows of a file a preview reads to tell its format and whether its dates are decided, and how many it shows.
constexpr int sampledRows = 20'000;
constexpr qsizetype shownRows = 50;

/// The beginning of a file, read by the format that is given or else detected; nothingToImport() if it has none.
[[nodiscard]] Result<CsvSample> sampleForImport(
    const QString &path, const std::optional<CsvFormat> &given, int maximum);

/// Opens a file for reading: NotFound and PermissionDenied in words that say what to do.
[[nodiscard]] Result<void> openForImport(QFile &file, const QString &path);

} // namespace bincard
