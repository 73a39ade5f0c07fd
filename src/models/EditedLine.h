// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Document.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace bincard {

/// The columns of the line grid.
enum class LineColumn { Item, Quantity, Unit, Price, Discount, Amount, Available, After };
inline constexpr int lineColumnCount = 8;

/// A line while a person works on it: the value, what was typed where it does not (yet) mean a value, and what is
/// wrong. Nothing typed is ever lost: a cell whose text cannot be read keeps the text.
struct EditedLine
{
    DocumentLine line;
    QMap<LineColumn, QString> typed;    ///< cells whose text is no value; an item no one knows
    QMap<LineColumn, QString> problems; ///< what saving said about a cell (translated); gone when the cell changes

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool sameContent(const EditedLine &other) const; ///< as a person sees it; problems do not count
};

/// What a line says, without what the service fills in.
[[nodiscard]] bool sameContent(const DocumentLine &left, const DocumentLine &right);
/// Header and lines; id, state, version and what the service fills in do not count.
[[nodiscard]] bool sameContent(const Document &left, const Document &right);

/// For the recovery file: complete, decimals as strings, unreadable texts included.
[[nodiscard]] QJsonObject toRecoveryJson(const EditedLine &line);
[[nodiscard]] EditedLine editedLineFromRecovery(const QJsonObject &json);

} // namespace bincard
