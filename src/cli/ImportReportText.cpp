// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ImportReportText.h"

#include "cli/Console.h"
#include "cli/Table.h"
#include "service/ImportService.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace bincard::cli {

using namespace Qt::StringLiterals;

namespace {

template <typename T>
QJsonObject object(const QMap<QString, T> &map)
{
    QJsonObject json;
    for (auto it = map.begin(); it != map.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

QJsonObject formatJson(const CsvFormat &format)
{
    return {{u"delimiter"_s, QString(QLatin1Char(format.delimiter))}, {u"encoding"_s, format.encoding},
        {u"decimal_comma"_s, format.decimalComma}, {u"date_format"_s, format.dateFormat}, {u"bom"_s, format.bom}};
}

QJsonObject problemJson(const ImportProblem &problem)
{
    QJsonObject json{{u"line"_s, problem.line}, {u"field"_s, problem.field}, {u"value"_s, problem.value},
        {u"message"_s, problem.reason.english()}};
    if (problem.because > 0)
        json.insert(u"because"_s, problem.because);
    if (problem.inDetails)
        json.insert(u"in_details"_s, true);
    return json;
}

/// The rows at fault; the ones that only share a document with them are counted, and so are those beyond what is kept.
void printProblems(const QJsonArray &problems, int total, Console &console)
{
    if (problems.isEmpty())
        return;
    Table table;
    table.column(QCoreApplication::translate("cli", "line"), Table::Align::Right);
    table.column(QCoreApplication::translate("cli", "field"));
    table.column(QCoreApplication::translate("cli", "value"));
    table.column(QCoreApplication::translate("cli", "reason"));
    int others = 0;
    for (const QJsonValue &problem : problems) {
        if (problem[u"because"].toInt() > 0)
            ++others;
        else
            table.row({cell(problem[u"line"]), cell(problem[u"field"]), cell(problem[u"value"]).left(40),
                cell(problem[u"message"])});
    }
    console.line(QString());
    table.print(console);
    if (others > 0)
        console.line(QCoreApplication::translate(
            "cli", "%n more row(s) left out, because they share a document with these.", nullptr, others));
    if (const int more = total - static_cast<int>(problems.size()); more > 0)
        console.line(QCoreApplication::translate("cli", "And %n more problem(s).", nullptr, more));
}

/// Which column holds what, and which were passed over.
void printColumns(const QJsonObject &report, Console &console)
{
    const QJsonObject format = report.value(u"format"_s).toObject();
    if (format.isEmpty()) // JSON says what is what
        return;
    const QString delimiter = format.value(u"delimiter"_s).toString();
    console.line(
        QCoreApplication::translate("cli", "Read as %1, delimiter %2, dates %3, decimal %4.")
            .arg(cell(format.value(u"encoding"_s)), delimiter == u"\t" ? u"tab"_s : delimiter,
                cell(format.value(u"date_format"_s)), format.value(u"decimal_comma"_s).toBool() ? u"1,5"_s : u"1.5"_s));
    QStringList columns, unused;
    const QJsonObject mapped = report.value(u"columns"_s).toObject();
    for (auto it = mapped.begin(); it != mapped.end(); ++it)
        columns << it.key() + u'=' + it.value().toString();
    console.line(QCoreApplication::translate("cli", "Columns: %1").arg(printable(columns.join(u", "_s))));
    for (const QJsonValue &name : report.value(u"unused_columns"_s).toArray())
        unused << name.toString();
    if (!unused.isEmpty())
        console.line(QCoreApplication::translate("cli", "Not used: %1").arg(printable(unused.join(u", "_s))));
    console.line(QString());
}

} // namespace

QJsonObject importJson(const ImportReport &report, const ImportRequest &request, const ImportPreview &found)
{
    QJsonArray problems, notes;
    for (const ImportProblem &problem : report.problems)
        problems.append(problemJson(problem));
    for (const Message &note : found.notes)
        notes.append(note.english());
    const QStringList unused = found.isJson ? QStringList() : found.unusedColumns(request.columns);
    return {{u"rows_read"_s, report.rowsRead}, {u"rows_taken"_s, report.rowsTaken}, {u"documents"_s, report.documents},
        {u"already_imported"_s, report.alreadyImported}, {u"documents_left_out"_s, report.documentsLeftOut},
        {u"items_created"_s, report.itemsCreated}, {u"partners_created"_s, report.partnersCreated},
        {u"catalog_rows"_s, report.catalogRows}, {u"rows_without_partner"_s, report.rowsWithoutPartner},
        {u"documents_by_kind"_s, object(report.documentsByKind)}, {u"problems"_s, problems},
        {u"problems_total"_s, report.problems.size() + report.problemsBeyond}, {u"notes"_s, notes},
        {u"cancelled"_s, report.cancelled}, {u"dry_run"_s, report.dryRun},
        {u"format"_s, found.isJson ? QJsonValue() : formatJson(request.format)},
        {u"columns"_s, object(request.columns)}, {u"unused_columns"_s, QJsonArray::fromStringList(unused)},
        {u"constants"_s, object(request.constants)}};
}

void printImport(const QJsonObject &report, Console &console)
{
    const auto value = [&report](const QString &key) { return cell(report.value(key)); };
    printColumns(report, console);
    QList<QPair<QString, QString>> pairs{{QCoreApplication::translate("cli", "Rows read"), value(u"rows_read"_s)},
        {QCoreApplication::translate("cli", "Rows taken"), value(u"rows_taken"_s)}};
    if (value(u"documents"_s) != u"0")
        pairs.append({QCoreApplication::translate("cli", "Documents"), value(u"documents"_s)});
    const QJsonObject kinds = report.value(u"documents_by_kind"_s).toObject();
    for (auto it = kinds.begin(); it != kinds.end(); ++it)
        pairs.append({u"  "_s + it.key(), cell(it.value())});
    const QPair<QString, QString> more[] = {
        {QCoreApplication::translate("cli", "Already imported"), value(u"already_imported"_s)},
        {QCoreApplication::translate("cli", "Left out"), value(u"documents_left_out"_s)},
        {QCoreApplication::translate("cli", "Catalog rows"), value(u"catalog_rows"_s)},
        {QCoreApplication::translate("cli", "Items created"), value(u"items_created"_s)},
        {QCoreApplication::translate("cli", "Partners created"), value(u"partners_created"_s)},
        {QCoreApplication::translate("cli", "Rows without partner"), value(u"rows_without_partner"_s)}};
    for (const auto &pair : more) {
        if (pair.second != u"0")
            pairs.append(pair);
    }
    printPairs(console, pairs);
    for (const QJsonValue &note : report.value(u"notes"_s).toArray())
        console.remark(note.toString());
    printProblems(report.value(u"problems"_s).toArray(), report.value(u"problems_total"_s).toInt(), console);
    if (report.value(u"cancelled"_s).toBool())
        console.remark(value(u"rows_taken"_s) == u"0"
                ? QCoreApplication::translate("cli", "Cancelled. Nothing was written.")
                : QCoreApplication::translate("cli",
                    "Cancelled. What is listed above is in the book; the same command goes on where it stopped."));
    if (report.value(u"dry_run"_s).toBool())
        console.remark(QCoreApplication::translate("cli", "A dry run: nothing was written."));
}

} // namespace bincard::cli
