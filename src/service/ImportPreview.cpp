// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CsvDetection.h"
#include "domain/CsvValues.h"
#include "service/ImportFields.h"
#include "service/ImportRows.h"

#include <QFileInfo>

namespace bincard {

namespace {

constexpr int sampledRows = 20000;
constexpr qsizetype shownRows = 50;

Result<CsvSample> sampleOf(const QString &path, const std::optional<CsvFormat> &given)
{
    QFile file;
    BINCARD_TRY(openForImport(file, path));
    if (given)
        return readSample(file, *given, sampledRows);
    BINCARD_ASSIGN(format, detectCsv(file));
    return readSample(file, format, sampledRows);
}

QList<QStringList> firstRows(const CsvSample &sample)
{
    QList<QStringList> rows;
    for (qsizetype i = 0; i < qMin(shownRows, sample.rows.size()); ++i)
        rows += sample.rows.at(i).cells;
    return rows;
}

int columnOf(const QMap<QString, QString> &columns, DocumentField field, const CsvSample &sample)
{
    const QString column = columns.value(name(field));
    return column.isEmpty() ? -1 : columnIndex(sample.header.cells, column);
}

/// Discounts that all lie between 0 and 1, and not all on the ends, are fractions.
bool areFractions(const CsvSample &sample, int column)
{
    if (column < 0)
        return false;
    const Decimal one = Decimal::whole(1, Decimal::maximumScale);
    bool between = false;
    for (const CsvRow &row : sample.rows) {
        if (row.fault || column >= row.cells.size() || cellText(row.cells.at(column)).isEmpty())
            continue;
        const auto value = parseCsvNumber(row.cells.at(column), Decimal::maximumScale, sample.format.decimalComma);
        if (!value.ok() || value->isNegative() || *value > one)
            return false;
        between = between || (!value->isZero() && *value < one);
    }
    return between;
}

} // namespace

Result<ImportPreview> ImportService::preview(
    const QString &file, ImportKind kind, const std::optional<CsvFormat> &format, const QString &detailsFile)
{
    BINCARD_ASSIGN(sample, sampleOf(file, format));
    ImportPreview preview;
    preview.kind = kind;
    preview.file = file;
    preview.bytes = QFileInfo(file).size();
    preview.header = sample.header.cells;
    preview.rows = firstRows(sample);
    preview.fields = fields(kind);
    for (qsizetype i = 0; i < preview.rows.size(); ++i)
        preview.lines += sample.rows.at(i).line;
    if (detailsFile.isEmpty()) {
        preview.columns = guessColumns(kind, preview.header);
    } else {
        BINCARD_ASSIGN(details, sampleOf(detailsFile, std::nullopt));
        preview.detailsFile = detailsFile;
        preview.detailsFormat = details.format;
        preview.detailsHeader = details.header.cells;
        preview.detailsRows = firstRows(details);
        preview.bytes += QFileInfo(detailsFile).size();
        preview.columns = guessColumns(kind, preview.header, preview.detailsHeader);
        preview.discountIsFraction = areFractions(details, columnOf(preview.columns, DocumentField::Discount, details));
    }
    if (detailsFile.isEmpty() && kind == ImportKind::Documents)
        preview.discountIsFraction = areFractions(sample, columnOf(preview.columns, DocumentField::Discount, sample));
    if (kind == ImportKind::Documents && !format)
        detectDates(sample, columnOf(preview.columns, DocumentField::Date, sample));
    preview.format = sample.format;
    preview.notes = sample.notes;
    return preview;
}

ImportRequest ImportPreview::request() const
{
    ImportRequest request;
    request.kind = kind;
    request.file = file;
    request.detailsFile = detailsFile;
    request.format = format;
    request.detailsFormat = detailsFormat;
    request.columns = columns;
    request.discountIsFraction = discountIsFraction;
    return request;
}

} // namespace bincard
