// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Journal.h"

namespace bincard::accumulator {

/// PostgreSQL: what is posted until a lock is given has to be seen then; an older snapshot would lose it.
[[nodiscard]] Result<void> requireReadCommitted(db::Session &session);

/// Rule E15: compares every derived row with the journal, and makes them anew.
class Verify
{
public:
    explicit Verify(const RegisterContext &context) : m_context(context) {}

    /// Table by table, and of totals a stretch of time at a time, so that there is progress and a way out. Every statement
    /// compares what one transaction keeps equal, so each is right also where a caller's transaction sees others commit.
    [[nodiscard]] Result<VerifyResult> verify(const Progress &progress);
    /// Holds back postings until its transaction ends; reads go on in the state before.
    [[nodiscard]] Result<void> rebuild(const Progress &progress);

private:
    /// A derived table: what it is called in a report, its period column (balances: none) and its figures.
    struct Check
    {
        QString name, table, period;
        QStringList columns, expected, labels;
        QList<int> scales;
    };
    /// Whole months, half-open; the first and the last of all are open, so that nothing lies outside.
    struct Stretch
    {
        QDate from, until;
        [[nodiscard]] QString condition(const QString &column) const; ///< " AND ..." or empty
        [[nodiscard]] db::Values periods() const;                     ///< bound by a condition on periods
        [[nodiscard]] db::Values dates() const;
    };
    [[nodiscard]] QList<Check> checks() const;
    [[nodiscard]] Result<QList<Stretch>> stretches() const;
    [[nodiscard]] QString sql(const Check &check, const Stretch &stretch) const;
    [[nodiscard]] Check lowestCheck() const;
    [[nodiscard]] QString lowestSql(const Stretch &stretch) const;
    [[nodiscard]] Result<void> run(
        const Check &check, const QString &sql, const db::Values &values, VerifyResult &result);
    [[nodiscard]] Result<VerifyRow> row(const Check &check, const db::Rows &rows) const;
    [[nodiscard]] Result<void> rebuildAll(const Progress &progress);

    const RegisterContext &m_context;
};

} // namespace bincard::accumulator
