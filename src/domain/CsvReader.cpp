// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CsvReader.h"

#include <QIODevice>

#include <algorithm>
#include <array>

namespace bincard {

namespace {

constexpr qsizetype readBytes = 256 * 1024;
/// A quoted cell longer than this was opened by a stray quote; it would swallow the rest of the file.
constexpr qsizetype longestCell = 256 * 1024;

/// Windows-1252 from 0x80 on; the five holes keep their C1 control, as browsers read them.
constexpr std::array<char16_t, 32> windows1252{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6,
    0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
    0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

std::optional<QStringDecoder> decoderFor(const QString &encoding)
{
    // The reader drops the byte order mark itself, because a file may have one that its format does not mention.
    const auto flags = QStringConverter::Flag::ConvertInitialBom;
    if (encoding == QLatin1String("UTF-16LE"))
        return QStringDecoder(QStringConverter::Utf16LE, flags);
    if (encoding == QLatin1String("UTF-16BE"))
        return QStringDecoder(QStringConverter::Utf16BE, flags);
    if (encoding == QLatin1String("UTF-8"))
        return QStringDecoder(QStringConverter::Utf8, flags);
    return std::nullopt;
}

} // namespace

CsvDecoder::CsvDecoder(const CsvFormat &format) : m_decoder(decoderFor(format.encoding)) {}

QString CsvDecoder::decode(QByteArrayView bytes)
{
    if (m_decoder)
        return m_decoder->decode(bytes);
    QString text = QString::fromLatin1(bytes);
    for (QChar &letter : text)
        if (letter.unicode() >= 0x80 && letter.unicode() < 0xA0)
            letter = windows1252.at(letter.unicode() - 0x80U);
    return text;
}

CsvReader::CsvReader(QIODevice &device, const CsvFormat &format)
    : m_device(device)
    , m_format(format)
    , m_decoder(format)
    , m_delimiter(QLatin1Char(format.delimiter))
    , m_quote(QLatin1Char(format.quote))
{}

bool CsvReader::available(qsizetype index)
{
    while (index >= m_text.size()) {
        if (m_atEnd)
            return false;
        const QByteArray block = m_device.read(readBytes);
        if (block.isEmpty()) {
            m_atEnd = true;
            if (!m_device.atEnd())
                m_finished = Error(ErrorCode::Storage,
                    {QT_TRANSLATE_NOOP("Error", "The file cannot be read any further: %1"), {m_device.errorString()}});
            return false;
        }
        m_bytesRead += block.size();
        m_text += m_decoder.decode(block);
    }
    return true;
}

qsizetype CsvReader::lineEnd(qsizetype at)
{
    const QChar letter = m_text.at(at);
    if (letter == u'\n')
        return 1;
    if (letter != u'\r')
        return 0;
    if (available(at + 1) && m_text.at(at + 1) == u'\n')
        return 2;
    return m_format.crLines ? 1 : 0;
}

void CsvReader::skipPreamble()
{
    m_started = true;
    if (available(0) && m_text.front() == QChar::ByteOrderMark)
        m_at = 1;
    if (!available(m_at + 4) || m_text.mid(m_at, 4).compare(QLatin1String("sep="), Qt::CaseInsensitive) != 0)
        return;
    const qsizetype behind = m_at + 5;
    if (!available(behind))
        return;
    if (const qsizetype end = lineEnd(behind); end > 0) {
        m_at = behind + end;
        ++m_line;
    }
}

QString CsvReader::plainCell(qsizetype &at, qsizetype from)
{
    bool loneCr = false;
    for (; available(at); ++at) {
        const QChar letter = m_text.at(at);
        if (letter == m_delimiter)
            break;
        if (letter == u'\n' || letter == u'\r') {
            if (lineEnd(at) > 0)
                break;
            loneCr = true;
        }
    }
    QString cell = m_text.mid(from, at - from);
    if (loneCr)
        cell.replace(u'\r', u' ');
    return cell;
}

/// `at` stands on the opening quote; afterwards on the delimiter, the line end or the end of the text.
QString CsvReader::quotedCell(Attempt &row, qsizetype &at, Quotes quotes)
{
    const qsizetype from = at;
    QString cell;
    for (++at; available(at) && at - from < longestCell;) {
        const QChar letter = m_text.at(at);
        if (letter == m_quote) {
            if (available(at + 1) && m_text.at(at + 1) == m_quote) {
                cell += m_quote;
                at += 2;
                continue;
            }
            qsizetype behind = at + 1;
            while (available(behind) && m_text.at(behind) == u' ' && m_delimiter != u' ')
                ++behind;
            if (!available(behind) || m_text.at(behind) == m_delimiter || lineEnd(behind) > 0) {
                at = behind;
                return cell;
            }
            row.stray = true;
            if (quotes == Quotes::Strict)
                return plainCell(++at, from);
        } else if (const qsizetype end = lineEnd(at); end > 0) {
            ++row.lineBreaks;
            cell += u'\n';
            at += end;
            continue;
        }
        cell += letter == u'\r' ? QChar(u' ') : letter;
        ++at;
    }
    row.unclosed = true;
    return cell;
}

CsvReader::Attempt CsvReader::attempt(Quotes quotes)
{
    Attempt row;
    qsizetype at = m_at;
    while (true) {
        qsizetype text = at;
        while (available(text) && m_text.at(text) == u' ')
            ++text;
        const bool quoted =
            quotes != Quotes::Literal && m_format.quote != 0 && available(text) && m_text.at(text) == m_quote;
        if (quoted)
            at = text;
        row.cells += quoted ? quotedCell(row, at, quotes) : plainCell(at, at);
        if (row.unclosed || !available(at))
            break;
        if (m_text.at(at) != m_delimiter) {
            at += lineEnd(at);
            ++row.lineBreaks;
            break;
        }
        ++at;
    }
    row.end = at;
    return row;
}

/// Quotes are meant as the standard has it, unless the row then has another number of columns than the header, and fits
/// when they are understood differently.
CsvReader::Attempt CsvReader::best(CsvRow &row)
{
    const auto fits = [this](const Attempt &attempt) { return attempt.cells.size() == m_columns; };
    Attempt strict = attempt(Quotes::Strict);
    if (!strict.unclosed && (m_columns < 0 || (fits(strict) && !(strict.stray && strict.lineBreaks > 1))))
        return strict;
    if (strict.stray || strict.unclosed)
        if (Attempt closing = attempt(Quotes::Closing); !closing.unclosed && fits(closing))
            return closing;
    if (!strict.unclosed && strict.lineBreaks <= 1)
        return strict;
    Attempt literal = attempt(Quotes::Literal);
    if (fits(literal))
        return literal;
    if (!strict.unclosed)
        return strict;
    row.fault = Message{QT_TRANSLATE_NOOP("Error", "A quotation mark is opened in this row and never closed."), {}};
    return literal;
}

void CsvReader::checkColumns(CsvRow &row)
{
    if (m_columns < 0) {
        m_columns = row.cells.size();
        return;
    }
    while (row.cells.size() > m_columns && row.cells.last().trimmed().isEmpty())
        row.cells.removeLast();
    if (row.fault || row.cells.size() == m_columns)
        return;
    row.fault = Message{QT_TRANSLATE_NOOP("Error", "The row has %1 columns, the header has %2."),
        {QString::number(row.cells.size()), QString::number(m_columns)}};
}

bool CsvReader::next(CsvRow &row)
{
    if (!m_started)
        skipPreamble();
    while (available(m_at)) {
        if (m_at > readBytes) {
            m_text.remove(0, m_at);
            m_at = 0;
        }
        row = CsvRow();
        row.line = m_line;
        Attempt attempt = best(row);
        m_at = attempt.end;
        m_line += attempt.lineBreaks;
        row.cells = std::move(attempt.cells);
        const auto blank = [](const QString &cell) { return cell.trimmed().isEmpty(); };
        if (std::all_of(row.cells.cbegin(), row.cells.cend(), blank))
            continue;
        checkColumns(row);
        const auto holds = [&row](QChar what) {
            return std::any_of(
                row.cells.cbegin(), row.cells.cend(), [what](const QString &cell) { return cell.contains(what); });
        };
        if (!row.fault
            && ((m_decoder.hasError() && holds(QChar(QChar::ReplacementCharacter))) || holds(QChar(QChar::Null))))
            row.fault =
                Message{QT_TRANSLATE_NOOP("Error", "The row holds bytes that are no %1 text; choose another encoding."),
                    {m_format.encoding}};
        return true;
    }
    return false;
}

} // namespace bincard
