// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/JournalRows.h"

#include "accumulator/Encoding.h"

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

} // namespace

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
