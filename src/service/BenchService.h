// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/BookLocation.h"
#include "base/Decimal.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace bincard {

struct BenchRequest
{
    /// Whose engine, disk and server to measure. Nothing of that book is read or written: the measurement makes a book
    /// of its own beside it (a file in the same folder, a database on the same server) and removes it. None: a file in
    /// the folder for temporary files.
    std::optional<BookLocation> beside;
    QStringList suites; ///< of BenchService::suites(); empty: all
    int operations = 0; ///< how often each thing is done; 0: as often as gives a steady figure
};

/// One thing measured beside the bare SQL that is its limit, in the same book, run and durability.
struct BenchRow
{
    QString suite;
    QString name;  ///< "save an order of 10 lines"
    QString limit; ///< what the bare SQL is
    qint64 operations = 0;
    qint64 nanoseconds = 0;      ///< all operations together, Bincard
    qint64 limitNanoseconds = 0; ///< the same number of them, bare

    [[nodiscard]] qint64 perSecond() const;
    [[nodiscard]] qint64 limitPerSecond() const;
    /// How many times the bare time it takes; below 1 it is faster.
    [[nodiscard]] Decimal ratio() const;
};

struct BenchReport
{
    QString engine;              ///< "SQLite 3.40.1"
    QString machine;             ///< processor, cores, memory, system
    QString build;               ///< Release or Debug
    QString place;               ///< folder or server of the throw-away book
    qint64 fsyncsPerSecond = 0;  ///< of 4 KiB writes in the folder for files, on this machine
    qint64 commitsPerSecond = 0; ///< of one-row inserts into the throw-away book: no save can be faster
    QList<BenchRow> rows;
};

/// Measures Bincard against its own limit. Opens books of its own; belongs to no open one. Any thread; takes a minute.
class BenchService
{
public:
    [[nodiscard]] static QStringList suites(); ///< save, balance, turnover, import
    /// `progress` hears what is being measured; false cancels (ErrorCode::Cancelled).
    [[nodiscard]] static Result<BenchReport> run(
        const BenchRequest &request, const std::function<bool(const QString &what)> &progress = {});
};

} // namespace bincard
