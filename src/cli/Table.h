// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace bincard::cli {

class Console;

/// A table for people, in columns of the width of what is in them. Nothing in it follows the locale, so that what is
/// shown can be pasted back into a command.
class Table
{
public:
    enum class Align { Left, Right };

    void column(const QString &title, Align align = Align::Left);
    void row(const QStringList &cells);
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }
    /// Without rows only the titles.
    void print(Console &console) const;

private:
    struct Column
    {
        QString title;
        Align align;
    };
    [[nodiscard]] QString formatted(const QStringList &cells, const QList<qsizetype> &widths) const;

    QList<Column> m_columns;
    QList<QStringList> m_rows;
};

/// The cell of a JSON value: texts bare, null empty, objects and arrays as JSON.
[[nodiscard]] QString cell(const QJsonValue &value);

/// A field of JSON rows as a column of a table.
struct Field
{
    QString key;
    QString title;
    Table::Align align = Table::Align::Left;
};
/// The rows of a result ({"rows":[...]}) as a table of those fields.
[[nodiscard]] Table tableOf(const QJsonArray &rows, const QList<Field> &fields);

/// "name: value" lines, the names padded to one width.
void printPairs(Console &console, const QList<QPair<QString, QString>> &pairs);

} // namespace bincard::cli
