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
    QStringList suites; ///< of BenchService::suites() or parts(); empty: suites() without "engine", which takes minutes
    int operations = 0; ///< how often each thing is done; 0: as often as gives a steady figure
    /// A database on the same server that has the extension pg_accumulator, to measure what a user would pick instead.
    /// Registers of its own are made there and dropped.
    std::optional<BookLocation> peer;
    int large = 1'000'000; ///< movements of the large journal of part "growth"
};

/// One figure beside what it is compared with: the bare SQL that is its limit, the peer, or a plain bound. Taken in the
/// same book, run and durability.
struct BenchRow
{
    QString suite;
    QString name;  ///< "save and post an order of 10 lines"
    QString unit;  ///< "a second", "ms", "bytes"
    QString limit; ///< what the other figure is; empty: there is none
    qint64 operations = 0;
    Decimal figure;
    Decimal limitFigure; ///< 0: none
    /// Bounds of the ratio.
    std::optional<Decimal> atLeast = {}, atMost = {};
    qint64 fsyncsPerSecond = 0; ///< of the machine, taken beside a durable figure; 0: the figure is not durable

    /// figure / limitFigure; of rates more is better, of times less.
    [[nodiscard]] std::optional<Decimal> ratio() const;
    [[nodiscard]] QString target() const; ///< "at least 0.50"; empty: none
    [[nodiscard]] std::optional<bool> met() const;
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
    QStringList notes; ///< what was not measured, and why
};

/// Measures Bincard against its own limit. Opens books of its own; belongs to no open one. Any thread; takes minutes.
class BenchService
{
public:
    [[nodiscard]] static QStringList suites(); ///< save, balance, turnover, import, engine
    [[nodiscard]] static QStringList parts();  ///< of engine: posting, reads, ...
    /// `progress` hears what is being measured; false cancels (ErrorCode::Cancelled).
    [[nodiscard]] static Result<BenchReport> run(
        const BenchRequest &request, const std::function<bool(const QString &what)> &progress = {});
};

} // namespace bincard
