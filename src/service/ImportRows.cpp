// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ImportRows.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace bincard {

namespace {

std::size_t at(DocumentField field) { return static_cast<std::size_t>(field); }

bool belongs(DocumentField field, ImportRow::Part part)
{
    switch (part) {
    case ImportRow::Part::Both: return field != DocumentField::DetailsNumber;
    case ImportRow::Part::Header: return field < DocumentField::Item;
    case ImportRow::Part::Line: break;
    }
    return field >= DocumentField::Item && field != DocumentField::DetailsNumber;
}

} // namespace

Result<void> openForImport(QFile &file, const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    const QFileInfo info(path);
    if (!info.exists())
        return Error(ErrorCode::NotFound, {QT_TRANSLATE_NOOP("Error", "There is no file %1."), {shown}});
    if (info.isDir())
        return Error(
            ErrorCode::NotFound, {QT_TRANSLATE_NOOP("Error", "%1 is a folder. Choose a file in it."), {shown}});
    file.setFileName(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorCode::PermissionDenied,
            {QT_TRANSLATE_NOOP("Error", "The file %1 cannot be read: %2"), {shown, file.errorString()}});
    return {};
}

Result<CsvSample> sampleForImport(const QString &path, const std::optional<CsvFormat> &given, int maximum)
{
    QFile file;
    BINCARD_TRY(openForImport(file, path));
    CsvFormat format;
    if (given) {
        format = *given;
    } else {
        BINCARD_ASSIGN(detected, detectCsv(file));
        format = detected;
    }
    const auto sample = readSample(file, format, maximum);
    const bool empty = !sample.ok() && sample.error().code() == ErrorCode::Validation;
    return empty ? nothingToImport(path) : sample;
}

ImportRows::ImportRows(const ImportRequest &request) : m_request(request)
{
    m_main.columns.fill(-1);
    m_details.columns.fill(-1);
    for (int i = 0; i < documentFieldCount; ++i) {
        const QString field = name(static_cast<DocumentField>(i));
        m_constants.at(static_cast<std::size_t>(i)) = cellText(request.constants.value(field));
    }
}

Result<QStringList> ImportRows::openSource(Source &source, const QString &path)
{
    BINCARD_TRY(openForImport(source.file, path));
    source.reader = std::make_unique<CsvReader>(source.file, source.format);
    if (!source.reader->next(source.row)) {
        BINCARD_TRY(source.reader->finished());
        return nothingToImport(path);
    }
    return source.row.cells;
}

void ImportRows::findColumns(Source &source, const QStringList &header, ImportRow::Part part)
{
    for (int i = 0; i < documentFieldCount; ++i) {
        const auto field = static_cast<DocumentField>(i);
        const QString column = mappedColumn(m_request, name(field));
        if (belongs(field, part) && !column.isEmpty())
            source.columns.at(at(field)) = columnIndex(header, column);
    }
}

Result<void> ImportRows::open()
{
    m_main.format = m_request.format;
    BINCARD_ASSIGN(header, openSource(m_main, m_request.file));
    QStringList detailsHeader;
    if (hasDetails()) {
        if (m_request.detailsFormat) {
            m_details.format = *m_request.detailsFormat;
        } else {
            QFile file;
            BINCARD_TRY(openForImport(file, m_request.detailsFile));
            BINCARD_ASSIGN(format, detectCsv(file));
            m_details.format = format;
        }
        BINCARD_ASSIGN(cells, openSource(m_details, m_request.detailsFile));
        detailsHeader = cells;
    }
    QList<Problem> problems = mappingProblems(m_request, header, detailsHeader);
    findColumns(m_main, header, hasDetails() ? ImportRow::Part::Header : ImportRow::Part::Both);
    if (hasDetails()) {
        findColumns(m_details, detailsHeader, ImportRow::Part::Line);
        QString joined = mappedColumn(m_request, name(DocumentField::DetailsNumber));
        if (joined.isEmpty())
            joined = mappedColumn(m_request, name(DocumentField::Number));
        const int column = columnIndex(detailsHeader, joined);
        m_details.columns.at(at(DocumentField::Number)) = column;
        if (column < 0 && problems.isEmpty())
            problems += Problem{name(DocumentField::DetailsNumber), 0,
                {QT_TRANSLATE_NOOP("Error",
                     "Say which column of the details file holds the number of the document. The file has: %1."),
                    {detailsHeader.join(QStringLiteral(", "))}}};
    }
    if (!problems.isEmpty())
        return Error::validation(problems);
    return {};
}

bool ImportRows::next(ImportRow &row)
{
    if (!m_inDetails && !m_main.reader->next(m_main.row)) {
        if (!hasDetails() || !m_main.reader->finished().ok())
            return false;
        m_inDetails = true;
    }
    Source &source = m_inDetails ? m_details : m_main;
    if (m_inDetails && !source.reader->next(source.row))
        return false;
    row.part = m_inDetails ? ImportRow::Part::Line : hasDetails() ? ImportRow::Part::Header : ImportRow::Part::Both;
    row.line = source.row.line;
    row.fault = source.row.fault;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        const int column = source.columns.at(i);
        row.values.at(i) =
            column >= 0 && column < source.row.cells.size() ? cellText(source.row.cells.at(column)) : QString();
        if (row.values.at(i).isEmpty() && belongs(static_cast<DocumentField>(i), row.part))
            row.values.at(i) = m_constants.at(i);
    }
    return true;
}

Result<void> ImportRows::finished() const
{
    BINCARD_TRY(m_main.reader->finished());
    return hasDetails() ? m_details.reader->finished() : Result<void>();
}

qint64 ImportRows::bytesRead() const
{
    return m_main.reader->bytesRead() + (hasDetails() ? m_details.reader->bytesRead() : 0);
}

qint64 ImportRows::bytes() const { return m_main.file.size() + (hasDetails() ? m_details.file.size() : 0); }

bool ImportRows::has(DocumentField field) const
{
    return m_main.columns.at(at(field)) >= 0 || m_details.columns.at(at(field)) >= 0
        || !m_constants.at(at(field)).isEmpty();
}

} // namespace bincard
