// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Journal.h"

namespace bincard::accumulator {

/// Rule E15: compares every derived row with the journal, and makes them anew.
class Verify
{
public:
    explicit Verify(const RegisterContext &context) : m_context(context) {}

    /// One statement a table, so each sees one state also inside a caller's transaction.
    [[nodiscard]] Result<VerifyResult> verify(const Progress &progress);
    /// On PostgreSQL it holds back postings until its transaction ends; reads go on.
    [[nodiscard]] Result<void> rebuild(const Progress &progress);

private:
    /// A derived table: what it is called in a report, its period column (balances: none) and its figures.
    struct Check
    {
        QString name, table, period;
        QStringList columns, expected, labels;
        QList<int> scales;
    };
    [[nodiscard]] QList<Check> checks() const;
    [[nodiscard]] QString sql(const Check &check) const;
    [[nodiscard]] Check lowestCheck() const;
    [[nodiscard]] QString lowestSql() const;
    [[nodiscard]] Result<void> run(const Check &check, const QString &sql, VerifyResult &result);
    [[nodiscard]] Result<VerifyRow> row(const Check &check, const db::Rows &rows) const;
    [[nodiscard]] Result<void> rebuildAll(const Progress &progress);

    const RegisterContext &m_context;
};

} // namespace bincard::accumulator
