// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CsvDetection.h"

#include "domain/CsvValues.h"

#include <QBuffer>

#include <algorithm>
#include <array>

namespace bincard {

namespace {

constexpr qsizetype headBytes = 64 * 1024;
constexpr qsizetype blockBytes = 1024 * 1024;

bool isUtf8(QIODevice &device)
{
    QStringDecoder decoder(QStringConverter::Utf8);
    device.seek(0);
    for (QByteArray block = device.read(blockBytes); !block.isEmpty(); block = device.read(blockBytes)) {
        const QString text = decoder.decode(block);
        Q_UNUSED(text)
        if (decoder.hasError())
            return false;
    }
    return true;
}

/// UTF-16 without a mark shows as zeros in every other byte, because delimiters and digits are ASCII.
QString utf16WithoutMark(const QByteArray &head)
{
    std::array<qsizetype, 2> zeros{0, 0};
    for (qsizetype i = 0; i < head.size(); ++i)
        if (head.at(i) == 0)
            ++zeros.at(static_cast<std::size_t>(i % 2));
    const qsizetype half = head.size() / 2;
    if (half > 1 && zeros[1] * 10 > half * 6 && zeros[0] * 10 < half)
        return QStringLiteral("UTF-16LE");
    if (half > 1 && zeros[0] * 10 > half * 6 && zeros[1] * 10 < half)
        return QStringLiteral("UTF-16BE");
    return {};
}

void detectEncoding(QIODevice &device, const QByteArray &head, CsvFormat &format)
{
    struct Mark
    {
        QByteArrayView bytes;
        const char *encoding;
    };
    static const Mark marks[] = {{"\xEF\xBB\xBF", "UTF-8"}, {"\xFF\xFE", "UTF-16LE"}, {"\xFE\xFF", "UTF-16BE"}};
    for (const Mark &mark : marks) {
        if (head.startsWith(mark.bytes)) {
            format.bom = true;
            format.encoding = QLatin1String(mark.encoding);
            return;
        }
    }
    format.encoding = utf16WithoutMark(head);
    if (format.encoding.isEmpty())
        format.encoding = isUtf8(device) ? QStringLiteral("UTF-8") : QStringLiteral("Windows-1252");
}

QList<CsvRow> rowsOf(const QByteArray &head, const CsvFormat &format)
{
    QBuffer buffer;
    buffer.setData(head);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer, format);
    QList<CsvRow> rows;
    for (CsvRow row; reader.next(row);)
        rows += row;
    return rows;
}

/// How well the rows agree: the share of faultless ones, then their number of columns. One column says nothing.
struct Agreement
{
    qsizetype perMille = 0, columns = 0;
    [[nodiscard]] auto operator<=>(const Agreement &) const = default;
};

Agreement agreement(const QList<CsvRow> &rows)
{
    if (rows.isEmpty() || rows.first().cells.size() < 2)
        return {};
    const auto good = std::count_if(rows.cbegin(), rows.cend(), [](const CsvRow &row) { return !row.fault; });
    return {good * 1000 / rows.size(), rows.first().cells.size()};
}

/// Cells that stand between two of these quotes, in the text as it is.
qsizetype quotedCells(const QString &text, char quote, char delimiter)
{
    const QString opening = QString(QLatin1Char(delimiter)) + QLatin1Char(quote);
    const QString closing = QString(QLatin1Char(quote)) + QLatin1Char(delimiter);
    return qMin(text.count(opening) + text.count(QString(u'\n') + QLatin1Char(quote)),
        text.count(closing) + text.count(QString(QLatin1Char(quote)) + u'\n'));
}

void detectStructure(const QByteArray &head, CsvFormat &format)
{
    CsvDecoder decoder(format);
    QString text = decoder.decode(head);
    format.crLines = !text.contains(u'\n') && text.contains(u'\r');
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    const QString start = text.left(6).remove(QChar::ByteOrderMark);
    const bool named = start.startsWith(QLatin1String("sep="), Qt::CaseInsensitive) && start.size() > 4;
    const QList<char> delimiters = named ? QList<char>{start.at(4).toLatin1()} : QList<char>{',', ';', '\t', '|'};
    Agreement best;
    for (const char delimiter : delimiters) {
        CsvFormat candidate = format;
        candidate.delimiter = delimiter;
        if (quotedCells(text, '\'', delimiter) > 1 && quotedCells(text, '"', delimiter) == 0)
            candidate.quote = '\'';
        const Agreement found = agreement(rowsOf(head, candidate));
        if (found > best || named) {
            best = found;
            format = candidate;
        }
    }
}

void detectDecimalComma(const QList<CsvRow> &rows, CsvFormat &format)
{
    qsizetype points = 0, commas = 0, unclear = 0;
    for (qsizetype i = 1; i < rows.size(); ++i) {
        for (const QString &cell : rows.at(i).cells) {
            switch (fractionMark(cell.trimmed())) {
            case FractionMark::Point: ++points; break;
            case FractionMark::Comma: ++commas; break;
            case FractionMark::Unclear: unclear += cell.contains(u',') ? 1 : 0; break;
            case FractionMark::None: break;
            }
        }
    }
    format.decimalComma = commas > points || (commas == points && unclear > 0 && format.delimiter == ';');
}

/// Every way of writing dates that is looked for. Of two that fit a whole sample the earlier one is preferred, except
/// that day and month are weighed in preferMonthFirst().
const QStringList &dateFormats()
{
    static const QStringList formats{QStringLiteral("yyyy-MM-dd"), QStringLiteral("yyyy/MM/dd"),
        QStringLiteral("yyyy.MM.dd"), QStringLiteral("yyyyMMdd"), QStringLiteral("d.M.yyyy"),
        QStringLiteral("d/M/yyyy"), QStringLiteral("M/d/yyyy"), QStringLiteral("d-M-yyyy"), QStringLiteral("M-d-yyyy"),
        QStringLiteral("d.M.yy"), QStringLiteral("d/M/yy"), QStringLiteral("M/d/yy"), QStringLiteral("d-M-yy"),
        QStringLiteral("M-d-yy"), QStringLiteral("d MMM yyyy"), QStringLiteral("d-MMM-yyyy"),
        QStringLiteral("d-MMM-yy"), QStringLiteral("MMM d, yyyy"), QStringLiteral("d MMM yy")};
    return formats;
}

QStringList fitting(const QStringList &cells)
{
    QStringList result;
    for (const QString &format : dateFormats()) {
        const auto compiled = CsvDateFormat::parse(format);
        const auto fits = [&](const QString &cell) { return compiled->date(cell).isValid(); };
        if (std::all_of(cells.cbegin(), cells.cend(), fits))
            result += format;
    }
    return result;
}

/// Days between the first and the last date under a format.
qint64 span(const QStringList &cells, const QString &format)
{
    const auto compiled = CsvDateFormat::parse(format);
    QDate first, last;
    for (const QString &cell : cells) {
        const QDate date = compiled->date(cell);
        first = first.isValid() ? qMin(first, date) : date;
        last = last.isValid() ? qMax(last, date) : date;
    }
    return first.daysTo(last);
}

} // namespace

Result<CsvFormat> detectCsv(QIODevice &device)
{
    CsvFormat format;
    device.seek(0);
    const QByteArray start = device.read(headBytes);
    if (start.isEmpty() && !device.atEnd())
        return Error(
            ErrorCode::Storage, {QT_TRANSLATE_NOOP("Error", "The file cannot be read: %1"), {device.errorString()}});
    detectEncoding(device, start, format);
    // Only whole lines: the last one is cut off where the file goes on.
    QByteArray head = start;
    if (start.size() == headBytes) {
        const bool wide = format.encoding.startsWith(QLatin1String("UTF-16"));
        const qsizetype end = qMax(head.lastIndexOf('\n'), head.lastIndexOf('\r'));
        if (end > 0)
            head.truncate(wide ? end / 2 * 2 : end + 1);
    }
    detectStructure(head, format);
    detectDecimalComma(rowsOf(head, format), format);
    device.seek(0);
    return format;
}

Result<CsvSample> readSample(QIODevice &device, const CsvFormat &format, int maximum)
{
    CsvSample sample;
    sample.format = format;
    device.seek(0);
    CsvReader reader(device, format);
    if (!reader.next(sample.header)) {
        BINCARD_TRY(reader.finished());
        return Error(ErrorCode::Validation,
            {QT_TRANSLATE_NOOP("Error", "The file is empty: its first row must name the columns."), {}});
    }
    for (CsvRow row; sample.rows.size() < maximum && reader.next(row);)
        sample.rows += row;
    BINCARD_TRY(reader.finished());
    device.seek(0);
    return sample;
}

void detectDates(CsvSample &sample, int column)
{
    const int columns = static_cast<int>(sample.header.cells.size());
    const int first = qMax(column, 0);
    for (int i = first; i < (column < 0 ? columns : column + 1); ++i) {
        QStringList cells;
        for (const CsvRow &row : sample.rows)
            if (!row.fault && i < row.cells.size() && !row.cells.at(i).trimmed().isEmpty())
                cells += row.cells.at(i);
        const QStringList formats = cells.isEmpty() ? QStringList() : fitting(cells);
        if (formats.isEmpty())
            continue;
        sample.format.dateFormat = formats.first();
        QString swapped = formats.first();
        swapped.replace(u'd', u'#').replace(u'M', u'd').replace(u'#', u'M');
        if (!formats.contains(swapped) || formats.first() == swapped)
            return;
        if (span(cells, swapped) < span(cells, formats.first()))
            sample.format.dateFormat = swapped;
        sample.notes += Message{
            QT_TRANSLATE_NOOP("Error",
                "The dates of the first %1 rows read as day and month as well as month and day; %2 is taken, under "
                "which they lie closer together. Set the date format if that is wrong."),
            {QString::number(sample.rows.size()), sample.format.dateFormat}};
        return;
    }
}

} // namespace bincard
