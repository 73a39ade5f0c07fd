// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>

namespace bincard {

/// What a table shows, for spreadsheets: dates in ISO form, numbers plain (a point, no grouping), in the order and with
/// the columns seen. Lines with subtotals are left out, so that a column can be summed.
struct ExportedTable
{
    QStringList header;
    QList<QStringList> rows;
};

/// `columns` are the logical columns in the order wanted; takes the model behind the view (the sorted proxy).
[[nodiscard]] ExportedTable exportTable(const QAbstractItemModel &model, const QList<int> &columns);
[[nodiscard]] QByteArray toCsv(const ExportedTable &table);        ///< RFC 4180, UTF-8 with a mark so that Excel knows
[[nodiscard]] QByteArray csvLines(const QList<QStringList> &rows); ///< further rows of the same
[[nodiscard]] QString toTabSeparated(const ExportedTable &table);  ///< for the clipboard

} // namespace bincard
