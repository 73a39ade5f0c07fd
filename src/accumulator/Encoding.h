// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/RegisterDefinition.h"
#include "db/Dialect.h"

#include <QJsonValue>
#include <QVariant>

namespace bincard::accumulator {

/// Many rows as few parameters: an array a column for PostgreSQL (text form, cast in the statement), one JSON array of
/// rows for SQLite.

/// Builds the text form of a PostgreSQL array: {"a","b \"quoted\"",NULL}. Every value is quoted, which any element
/// type reads.
class ArrayText
{
public:
    void append(const QString &value);
    void appendNull();
    [[nodiscard]] QString text() const { return u'{' + m_text + u'}'; }

private:
    void separate();
    QString m_text;
};

/// Builds a JSON array of arrays without a tree of values in between, which would take longer than the insert.
class JsonRows
{
public:
    void beginRow();
    void endRow() { m_text += u']'; }
    void append(qint64 value);
    void append(const QString &value);
    void appendNull();
    void appendDimension(const QVariant &canonical); ///< booleans are 0 and 1
    [[nodiscard]] QString text() const { return u'[' + m_text + u']'; }

private:
    void separate();
    QString m_text;
};

/// Adds a text as it stands between the quotes of a JSON string.
void appendJsonText(QString &json, const QString &value);
/// The text of one canonical dimension value inside an array.
[[nodiscard]] QString arrayElement(const QVariant &canonical);
/// The same inside JSON for SQLite: booleans are 0 and 1 there.
[[nodiscard]] QJsonValue jsonElement(const QVariant &canonical);
/// [1,"a"] or {"1","a"}: values for "IN (SELECT value FROM json_each(?))" or "= ANY(?)".
[[nodiscard]] QString listParameter(const QList<QVariant> &canonical, const db::Dialect &dialect);
/// What a column of the type must be cast to out of an array's element: "bigint", "text", ...
[[nodiscard]] QString castType(const Dimension &dimension);

} // namespace bincard::accumulator
