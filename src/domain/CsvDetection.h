// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"
#include "domain/CsvReader.h"

#include <QList>

class QIODevice;

namespace bincard {

/// The beginning of a flat file, read as `format` says.
struct CsvSample
{
    CsvFormat format;
    CsvRow header;
    QList<CsvRow> rows;
    QList<Message> notes; ///< what the rows do not decide, and what was taken
};

/// Finds out how a flat file is written: byte order mark and encoding (from the whole file, for one late letter decides
/// it), delimiter, quote and line ends (those under which the rows agree best), decimal comma. The date format needs
/// the columns that hold dates: see detectDates(). The device is open, seekable and left at its beginning.
[[nodiscard]] Result<CsvFormat> detectCsv(QIODevice &device);

/// Reads the header and at most `maximum` rows. Validation if there is no header.
[[nodiscard]] Result<CsvSample> readSample(QIODevice &device, const CsvFormat &format, int maximum);

/// Sets the format's date format to the one that fits every filled cell of the column (below 0: of the first column
/// that looks like dates). Where the whole sample reads as day/month and as month/day, the reading under which the
/// dates lie closer together is taken, and a note says so. Without any dates the format stays.
void detectDates(CsvSample &sample, int column);

} // namespace bincard
