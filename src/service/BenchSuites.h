// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/BenchBook.h"
#include "service/BenchService.h"

namespace bincard {

/// What is measured, in one throw-away book: each thing done by Bincard and by the bare SQL that is its limit.
class BenchSuites
{
public:
    BenchSuites(BenchBook &bench, int operations) : m_bench(bench), m_operations(operations) {}

    /// The catalog, plenty of stock, and the tables for the bare inserts. First of all.
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<qint64> commitsPerSecond();
    [[nodiscard]] Result<BenchRow> save(int lines);
    /// Fills the journal with a year of movements; before the reads.
    [[nodiscard]] Result<void> fillJournal();
    [[nodiscard]] Result<BenchRow> balance();
    [[nodiscard]] Result<BenchRow> balanceAtDate();
    [[nodiscard]] Result<BenchRow> monthTurnover();
    [[nodiscard]] Result<BenchRow> import();

private:
    using Work = std::function<Result<void>(int number)>;
    /// How long `count` calls take, after a few that are not counted; numbers begin at 0 and go on behind those.
    [[nodiscard]] static Result<qint64> timed(int count, const Work &work);
    [[nodiscard]] int operations(int usual) const { return m_operations > 0 ? m_operations : usual; }
    [[nodiscard]] db::Session &session() { return m_bench.book().session(); }
    [[nodiscard]] Result<void> stockUp();
    /// Copies the rows of a saved document, and what it posted, into tables that have a key and nothing else.
    [[nodiscard]] Result<void> insertBare(const QString &id);
    [[nodiscard]] Result<void> insertBare(const QStringList &ids);

    BenchBook &m_bench;
    int m_operations;
    QList<qint64> m_items;
    qint64 m_warehouse = 0;
};

} // namespace bincard
