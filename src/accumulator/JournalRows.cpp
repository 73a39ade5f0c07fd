// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/JournalRows.h"

#include "accumulator/Encoding.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace bincard::accumulator {

namespace {

/// "2026-04-18 09:30:00", digit by digit: a format to be read again for every row takes as long as its insert.
QString periodText(const Period &period)
{
    QString text(19, u'-');
    int year = 0, month = 0, day = 0;
    period.date.getDate(&year, &month, &day);
    const auto put = [&text](qsizetype at, int digits, int number) {
        for (; digits > 0; --digits, number /= 10)
            text[at + digits - 1] = QChar(u'0' + number % 10);
    };
    put(0, 4, year);
    put(5, 2, month);
    put(8, 2, day);
    text[10] = u' ';
    put(11, 2, period.time.hour());
    text[13] = text[16] = u':';
    put(14, 2, period.time.minute());
    put(17, 2, period.time.second());
    return text;
}

constexpr int periodWidth = 19;
constexpr int lineWidth = 10;
constexpr int numberWidth = 20; // 64 bits with their sign

/// How wide a dimension stands in a packed row; 0: it cannot.
int widthOf(const Dimension &dimension)
{
    switch (dimension.type) {
    case DimensionType::Int:
    case DimensionType::BigInt:
    case DimensionType::Ref:
    case DimensionType::Bool: return numberWidth;
    case DimensionType::Date: return 10;
    case DimensionType::Uuid: return 36;
    case DimensionType::Text: break;
    }
    return 0;
}

void put(QString &text, qint64 number, int width)
{
    static constexpr std::string_view blanks("                    ");
    char digits[numberWidth];
    const char *end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    const auto length = end - digits;
    text += QLatin1String(blanks.data(), width - length);
    text += QLatin1String(digits, length);
}

bool canBePacked(const Layout &layout, const QList<NewRow> &rows)
{
    return std::ranges::all_of(layout.journalDimensions(), [](const Dimension &d) { return widthOf(d) > 0; })
        && std::ranges::all_of(rows, [](const NewRow &row) { return row.reversalOf == 0 && row.cause.isEmpty(); });
}

} // namespace

QString rowsPacked(const Layout &layout, const QList<NewRow> &rows)
{
    if (!canBePacked(layout, rows))
        return {};
    constexpr qsizetype usualWidth = 160;
    QString text(u'[');
    text.reserve(rows.size() * usualWidth);
    for (const NewRow &row : rows) {
        text += text.size() == 1 ? QLatin1String("\"") : QLatin1String(",\"");
        text += periodText(row.period);
        put(text, row.line, lineWidth);
        for (const QVariant &dimension : row.dimensions) {
            if (dimension.typeId() == QMetaType::QString)
                text += dimension.toString(); // of one length: it is canonical
            else
                put(text, dimension.toLongLong(), numberWidth);
        }
        for (const Decimal resource : row.resources)
            put(text, resource.units(), numberWidth);
        appendJsonText(text, row.recorder);
        text += u'"';
    }
    return text + u']';
}

// json_each gives the rows in their order; to ask for it would have them sorted.
QString packedInsertSql(const Layout &layout)
{
    int at = 1;
    const auto part = [&at](int width) {
        const int from = std::exchange(at, at + width);
        return QStringLiteral("substr(value, %1, %2)").arg(from).arg(width);
    };
    const auto number = [&](int width) { return QStringLiteral("CAST(%1 AS INTEGER)").arg(part(width)); };
    QStringList columns{QStringLiteral("period, line"), layout.entered(), layout.resources()};
    QStringList values{part(periodWidth), number(lineWidth)};
    for (const Dimension &dimension : layout.journalDimensions())
        values << (widthOf(dimension) == numberWidth ? number(numberWidth) : part(widthOf(dimension)));
    for (int i = 0; i < layout.resourceCount(); ++i)
        values << number(numberWidth);
    return QStringLiteral("INSERT INTO %1 (recorded_at, recorded_by, %2, recorder)\n"
                          "SELECT ?, (SELECT id FROM accumulator_actor WHERE name = ?), %3, substr(value, %4)\n"
                          "FROM json_each(?)")
        .arg(layout.journal(), columns.join(QStringLiteral(", ")), values.join(QStringLiteral(", ")))
        .arg(at);
}

QString rowsJson(const QList<NewRow> &rows)
{
    JsonRows json;
    for (const NewRow &row : rows) {
        json.beginRow();
        json.append(row.recorder);
        json.append(qint64(row.line));
        json.append(periodText(row.period));
        if (row.reversalOf == 0)
            json.appendNull();
        else
            json.append(row.reversalOf);
        json.append(row.cause);
        for (const QVariant &dimension : row.dimensions)
            json.appendDimension(dimension);
        for (const Decimal resource : row.resources)
            json.append(resource.units());
        json.endRow();
    }
    return json.text();
}

} // namespace bincard::accumulator
