// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/ImportService.h"

#include <optional>

namespace bincard {

/// The fields of documents, in the order of documentFields(). Those before `Item` belong to the document, the others to
/// its lines.
enum class DocumentField {
    Number,
    Date,
    Kind,
    Partner,
    PartnerName,
    Warehouse,
    WarehouseTo,
    Note,
    Item,
    ItemName,
    Unit,
    Quantity,
    UnitPrice,
    Discount,
    Amount,
    DetailsNumber, ///< joins the lines of a second file to the numbers of the first
};
inline constexpr int documentFieldCount = 16;
[[nodiscard]] QString name(DocumentField field);

/// A header cell or a guess as it is compared: letters and digits, lower case.
[[nodiscard]] QString columnKey(const QString &name);

/// The columns that are probably meant, by their names; each column once. What is in `columns` stays.
[[nodiscard]] QMap<QString, QString> guessColumns(
    const QList<ImportField> &fields, const QStringList &header, QMap<QString, QString> columns = {});
[[nodiscard]] QMap<QString, QString> guessColumns(
    ImportKind kind, const QStringList &header, const QStringList &detailsHeader = {});

/// Where a named column stands; whatever the case and the blanks, if no name is the very same. -1: nowhere.
[[nodiscard]] int columnIndex(const QStringList &header, const QString &column);
/// Why `field` cannot be read from that column: it is not there, or there is more than one of the name.
[[nodiscard]] std::optional<Problem> columnProblem(
    const QStringList &header, const QString &column, const QString &field);
/// A required field for which no column is named.
[[nodiscard]] Problem columnWanted(const QStringList &header, const QString &field);

/// Everything wrong with a request's columns and constants: fields that do not exist, columns the file does not have,
/// required fields without either.
[[nodiscard]] QList<Problem> mappingProblems(
    const ImportRequest &request, const QStringList &header, const QStringList &detailsHeader = {});

/// A format of dates that CsvDateFormat does not know.
[[nodiscard]] Problem noDateFormat(const QString &format);
/// What is answered where a file has no rows, whatever it was to bring: Validation.
[[nodiscard]] Error nothingToImport(const QString &file);

/// A cell without blanks around it; the NULL of a database dump is no value.
[[nodiscard]] QString cellText(const QString &cell);

/// Whether a mapped column means something: an empty name takes a guess back.
[[nodiscard]] QString mappedColumn(const ImportRequest &request, const QString &field);

} // namespace bincard
