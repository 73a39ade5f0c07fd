// SPDX-License-Identifier: GPL-3.0-or-later
// The first rows of a file of movements, judged as the import judges them.
#include "base/StrictJson.h"
#include "db/Session.h"
#include "domain/JsonReader.h"
#include "service/ImportFields.h"
#include "service/ImportRows.h"
#include "service/MovementRows.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace bincard {

namespace {

QString cell(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

/// The rows of a JSON file as they stand in it: one array, or an object a line. What is no object has no cells.
Result<void> readJson(ImportPreview &preview)
{
    QFile file;
    BINCARD_TRY(openForImport(file, preview.file));
    const auto add = [&preview](const QJsonObject &row, int line) {
        QStringList cells;
        for (const QString &field : std::as_const(preview.header))
            cells << cell(row.value(field));
        preview.rows << cells;
        preview.lines << line;
    };
    char first = ' ';
    while (QByteArrayView(" \t\r\n").contains(first) && file.getChar(&first)) {}
    file.seek(0);
    if (first == '[') {
        BINCARD_ASSIGN(rows, parseJsonRows(file.readAll()));
        for (int i = 0; i < std::min(rows.size(), shownRows); ++i)
            add(rows.at(i).toObject(), i + 1);
        return {};
    }
    for (int line = 1; !file.atEnd() && preview.rows.size() < shownRows; ++line) {
        const QByteArray text = file.readLine();
        if (const auto row = parseJsonObject(text, line); !text.trimmed().isEmpty())
            add(row.ok() ? *row : QJsonObject(), line);
    }
    return {};
}

} // namespace

QList<ImportField> MovementImport::fields(const RegisterDefinition &definition)
{
    QList<ImportField> fields{{QStringLiteral("recorder"), true,
                                  {QStringLiteral("recorder"), QStringLiteral("document"), QStringLiteral("beleg")}},
        {QStringLiteral("period"), true,
            {QStringLiteral("period"), QStringLiteral("date"), QStringLiteral("datum"), QStringLiteral("day")}}};
    for (const Dimension &dimension : definition.dimensions())
        fields << ImportField{dimension.name, !dimension.defaultValue, {columnKey(dimension.name)}, true};
    for (const Resource &resource : definition.resources())
        fields << ImportField{resource.name, false, {columnKey(resource.name)}, true};
    fields << ImportField{QStringLiteral("cause"), false, {QStringLiteral("cause")}};
    return fields;
}

Result<CsvSample> MovementImport::complete(
    MovementImportRequest &request, const RegisterDefinition &definition, bool withRows)
{
    const bool datesOpen = !request.format || request.format->dateFormat.isEmpty();
    BINCARD_ASSIGN(sample, sampleForImport(request.file, request.format, datesOpen || withRows ? sampledRows : 0));
    const QList<ImportField> all = fields(definition);
    for (const ImportField &field : all) { // the very name before any that is like it
        const auto isIt = [&](const QString &cell) { return cell.trimmed() == field.name; };
        if (!request.columns.contains(field.name) && std::ranges::any_of(sample.header.cells, isIt))
            request.columns.insert(field.name, field.name);
    }
    request.columns = guessColumns(all, sample.header.cells, request.columns);
    for (const ImportField &field : all) {
        if (!request.columns.contains(field.name))
            request.columns.insert(field.name, QString());
    }
    if (datesOpen) {
        sample.format.dateFormat = CsvFormat().dateFormat;
        detectDates(sample, columnIndex(sample.header.cells, request.columns.value(QStringLiteral("period"))));
    }
    request.format = sample.format;
    return sample;
}

Result<ImportPreview> MovementImport::preview(const MovementImportRequest &request)
{
    const db::Snapshot snapshot(m_session);
    BINCARD_TRY(snapshot.begun());
    BINCARD_ASSIGN(reg, m_accumulator.use(request.registerName));
    const RegisterDefinition &definition = reg.definition();
    BINCARD_TRY(refuseLedger(definition));
    ImportPreview preview;
    preview.file = request.file;
    preview.bytes = QFileInfo(request.file).size();
    preview.fields = fields(definition);
    preview.isJson = MovementRows::isJson(request.file);
    MovementImportRequest wanted = request;
    if (preview.isJson) {
        for (const ImportField &field : std::as_const(preview.fields)) {
            preview.header << field.name;
            wanted.columns.insert(field.name, field.name);
        }
        BINCARD_TRY(readJson(preview));
    } else {
        BINCARD_ASSIGN(sample, complete(wanted, definition, true));
        preview.header = sample.header.cells;
        for (qsizetype i = 0; i < std::min(shownRows, sample.rows.size()); ++i) {
            preview.rows << sample.rows.at(i).cells;
            preview.lines << sample.rows.at(i).line;
        }
        preview.format = sample.format;
        preview.notes = sample.notes;
    }
    preview.columns = wanted.columns;
    MovementRows rows(m_session, definition);
    if (const auto opened = rows.open(wanted); !opened.ok()) {
        if (opened.error().code() != ErrorCode::Validation)
            return opened.error();
        for (const Problem &problem : opened.error().problems())
            preview.notes << problem.message;
        return preview;
    }
    Movement movement;
    for (qsizetype i = 0; i < preview.rows.size(); ++i) {
        BINCARD_ASSIGN(more, rows.next(movement, preview.problems));
        if (!more)
            break;
    }
    return preview;
}

} // namespace bincard
