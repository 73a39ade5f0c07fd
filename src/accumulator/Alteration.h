// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Generator.h"
#include "accumulator/RegisterContext.h"

namespace bincard::accumulator {

/// Everything in which `after` is no alteration of `before` that rule E16 knows.
[[nodiscard]] QList<Problem> alterationProblems(const RegisterDefinition &before, const RegisterDefinition &after);

/// Rule E16: a register with further dimensions or resources, or another policy, in place of the one there is. Inside a
/// transaction, which makes it whole: whoever is killed half-way leaves the register that was there.
///
/// SQLite has one writer: readers go on in the state before. PostgreSQL copies while others post and read; then it takes
/// all tables for itself, brings in what was posted meanwhile, and swaps. It waits for that lock in short steps, so that
/// whoever reads first and posts then in one transaction never ends in a deadlock with it.
class Alteration
{
public:
    /// `defaults` of the definition after.
    Alteration(const RegisterContext &before, const RegisterDefinition &after, QList<QVariant> defaults,
        const Progress &progress);

    [[nodiscard]] Result<void> run();

private:
    /// Other triggers do; the journal stays as it is.
    [[nodiscard]] Result<void> switchPolicy();
    [[nodiscard]] Result<void> runOnSqlite();
    [[nodiscard]] Result<void> runOnPostgres();

    [[nodiscard]] Result<void> makeJournal(const Generator &generator, const QString &source, const QString &target);
    [[nodiscard]] Result<void> copy(const QString &source, const QString &target);
    [[nodiscard]] Result<void> findColumns(const QString &source, const QString &target);
    [[nodiscard]] QString copySql(const QString &source, const QString &target) const;
    [[nodiscard]] Result<void> compareJournals(const QString &source, const QString &target) const;
    [[nodiscard]] Result<void> continueIds(const QString &source, const QString &target) const;
    [[nodiscard]] Result<void> fillAndVerify(const RegisterContext &target);
    [[nodiscard]] Result<void> refuseNegativeDays(const Layout &layout) const;

    // PostgreSQL
    [[nodiscard]] Result<void> runOnPartitions();
    [[nodiscard]] Result<void> takeTables();
    [[nodiscard]] Result<void> renameParts() const;
    [[nodiscard]] Result<QStringList> grants() const;
    [[nodiscard]] QString qualified(const QString &table) const;

    [[nodiscard]] RegisterContext with(const Layout &layout) const;
    [[nodiscard]] Result<void> execute(const QStringList &statements) const;
    [[nodiscard]] Result<qint64> number(const QString &sql) const;
    [[nodiscard]] Result<void> step(qint64 done);

    const RegisterContext &m_before;
    Layout m_after;
    QList<QVariant> m_defaults;
    const Progress &m_progress;
    QStringList m_columns; ///< of the journal there was, quoted
    qint64 m_movements = 0;
};

} // namespace bincard::accumulator
