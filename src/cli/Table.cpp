// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Table.h"

#include "cli/Console.h"

#include <QJsonDocument>
#include <QVariant>

#include <algorithm>

namespace bincard::cli {

namespace {

/// Columns of the terminal that a text takes: wide scripts take two, marks that sit on a letter none.
qsizetype widthOf(const QString &text)
{
    qsizetype width = 0;
    for (const char32_t c : text.toStdU32String()) {
        const QChar::Category category = QChar::category(c);
        if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing)
            continue;
        const QChar::Script script = QChar::script(c);
        const bool wide = script == QChar::Script_Han || script == QChar::Script_Hiragana
            || script == QChar::Script_Katakana || script == QChar::Script_Hangul;
        width += wide ? 2 : 1;
    }
    return width;
}

QString padded(const QString &text, qsizetype width, Table::Align align)
{
    const QString blanks(std::max<qsizetype>(width - widthOf(text), 0), u' ');
    return align == Table::Align::Right ? QString(blanks + text) : QString(text + blanks);
}

QString withoutTrailingBlanks(QString text)
{
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

} // namespace

void Table::column(const QString &title, Align align) { m_columns.append({title, align}); }

void Table::row(const QStringList &cells)
{
    QStringList clean;
    clean.reserve(cells.size());
    for (const QString &text : cells)
        clean << printable(text);
    m_rows.append(clean);
}

void Table::print(Console &console) const
{
    QStringList titles;
    for (const Column &column : m_columns)
        titles << column.title;
    QList<qsizetype> widths;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        qsizetype width = widthOf(titles.at(i));
        for (const QStringList &cells : m_rows)
            width = std::max(width, widthOf(cells.value(i)));
        widths << width;
    }
    console.line(formatted(titles, widths));
    for (const QStringList &cells : m_rows)
        console.line(formatted(cells, widths));
}

QString Table::formatted(const QStringList &cells, const QList<qsizetype> &widths) const
{
    QStringList parts;
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        parts << padded(cells.value(i), widths.at(i), m_columns.at(i).align);
    return withoutTrailingBlanks(parts.join(QStringLiteral("  ")));
}

QString cell(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isBool())
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    return value.toVariant().toString();
}

Table tableOf(const QJsonArray &rows, const QList<Field> &fields)
{
    Table table;
    for (const Field &field : fields)
        table.column(field.title, field.align);
    for (const QJsonValue &row : rows) {
        QStringList cells;
        for (const Field &field : fields)
            cells << cell(row[field.key]);
        table.row(cells);
    }
    return table;
}

void printPairs(Console &console, const QList<QPair<QString, QString>> &pairs)
{
    qsizetype width = 0;
    for (const auto &[name, value] : pairs)
        width = std::max(width, widthOf(name));
    for (const auto &[name, value] : pairs)
        console.line(
            withoutTrailingBlanks(padded(name, width, Table::Align::Left) + QStringLiteral("  ") + printable(value)));
}

} // namespace bincard::cli
