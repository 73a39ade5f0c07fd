// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CsvValues.h"
#include "service/ImportFields.h"
#include "service/ImportRows.h"

#include <QFileInfo>
#include <QSet>

namespace bincard {

namespace {

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
    BINCARD_ASSIGN(sample, sampleForImport(file, format, sampledRows));
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
        BINCARD_ASSIGN(details, sampleForImport(detailsFile, {}, sampledRows));
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
    if (!format || format->dateFormat.isEmpty()) {
        sample.format.dateFormat = CsvFormat().dateFormat;
        if (kind == ImportKind::Documents)
            detectDates(sample, columnOf(preview.columns, DocumentField::Date, sample));
    }
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

QStringList ImportPreview::unusedColumns(const QMap<QString, QString> &used) const
{
    QStringList unused;
    for (const QStringList &names : {header, detailsHeader}) {
        QSet<int> places;
        for (const QString &column : used)
            places << columnIndex(names, column);
        for (int i = 0; i < names.size(); ++i) {
            if (!places.contains(i) && !names.at(i).trimmed().isEmpty())
                unused << names.at(i).trimmed();
        }
    }
    return unused;
}

} // namespace bincard
