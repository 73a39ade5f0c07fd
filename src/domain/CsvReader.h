// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/CsvFormat.h"

#include <QStringDecoder>
#include <QStringList>

#include <optional>

class QIODevice;

namespace bincard {

/// One row of a flat file.
struct CsvRow
{
    int line = 0; ///< of the file, where the row begins: what an editor shows, also behind quoted line breaks
    QStringList cells;
    std::optional<Message>
        fault; ///< the row cannot be trusted: wrong number of columns, a quote never closed, bad bytes
};

/// Turns bytes into text as a CsvFormat says, piece by piece. Windows-1252 is built in, because Qt knows only
/// ISO-8859-1 without ICU; its C1 controls occur in no real file, so the one reads the other.
class CsvDecoder
{
public:
    explicit CsvDecoder(const CsvFormat &format);
    [[nodiscard]] QString decode(QByteArrayView bytes);
    /// Some bytes were no text in this encoding; they stand as U+FFFD.
    [[nodiscard]] bool hasError() const { return m_decoder && m_decoder->hasError(); }

private:
    std::optional<QStringDecoder> m_decoder; ///< none: Windows-1252
};

/// Reads a flat file row by row: RFC 4180 and the dirt of real files. Memory holds one row and one block of the file.
///
/// - A quote inside an unquoted cell is text. Text behind a closing quote, and a quote that is never closed, are read
/// in
///   the way that gives the row as many columns as the header has; where none does, the row carries a fault.
/// - Blank lines, rows of nothing but delimiters, a byte order mark and Excel's first line "sep=;" are passed over.
/// - Blanks around a quoted cell are dropped; a line break inside one is "\n"; a lone CR is a blank (see CsvFormat).
/// - Surplus cells that are empty are dropped.
/// Any thread; the device is the caller's, open and at its beginning.
class CsvReader
{
public:
    CsvReader(QIODevice &device, const CsvFormat &format);

    /// The next row; the first one is the header and says how many columns the others must have. False at the end.
    [[nodiscard]] bool next(CsvRow &row);
    /// Whether the end was the end of the file, and not an error of the disk; check it after next() said false.
    [[nodiscard]] const Result<void> &finished() const { return m_finished; }
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }

private:
    /// How quotes are understood.
    enum class Quotes {
        Strict,  ///< as RFC 4180 has it; text behind a closing quote makes the whole cell literal
        Closing, ///< a quote closes only in front of a delimiter or a line end
        Literal, ///< they are text like any other
    };
    struct Attempt
    {
        QStringList cells;
        qsizetype end = 0;  ///< behind the row's line end
        int lineBreaks = 0; ///< inside the row
        bool stray = false;
        bool unclosed = false;
    };

    void skipPreamble();
    [[nodiscard]] bool available(qsizetype index); ///< reads on as far as needed
    [[nodiscard]] Attempt attempt(Quotes quotes);
    [[nodiscard]] QString quotedCell(Attempt &row, qsizetype &at, Quotes quotes);
    [[nodiscard]] QString plainCell(qsizetype &at, qsizetype from);
    [[nodiscard]] qsizetype lineEnd(qsizetype at); ///< length of the line end that stands there, else 0
    [[nodiscard]] Attempt best(CsvRow &row);
    void checkColumns(CsvRow &row);

    QIODevice &m_device;
    CsvFormat m_format;
    CsvDecoder m_decoder;
    QChar m_delimiter, m_quote;
    QString m_text;     ///< what is decoded and not yet passed
    qsizetype m_at = 0; ///< start of the next row in it
    int m_line = 1;
    qsizetype m_columns = -1; ///< of the header; -1: not read yet
    qint64 m_bytesRead = 0;
    bool m_atEnd = false, m_started = false;
    Result<void> m_finished;
};

} // namespace bincard
