// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace bincard {
class JsonTableModel;
class OpenBook;
} // namespace bincard

namespace bincard::test {

/// A register to work with: quantities by warehouse and lot, never below zero.
[[nodiscard]] QJsonObject binsDefinition();
/// Posts a movement of it: the warehouse MAIN, no lot. Aborts the test program if the book refuses.
void postToBins(OpenBook &book, const QString &recorder, const QString &period, const QString &quantity);
/// The quantity in all, or what the book says instead.
[[nodiscard]] QString binsBalance(OpenBook &book);

/// What the column with this id shows, from the top.
[[nodiscard]] QStringList column(const JsonTableModel &model, const QString &id);

} // namespace bincard::test
