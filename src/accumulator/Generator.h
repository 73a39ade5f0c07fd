// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Layout.h"

#include <QVariant>

namespace bincard::accumulator {

/// PostgreSQL's advisory lock of rule E12: whoever posts shares it, whoever changes the closing date has it alone. It is
/// the first of all locks (E20).
inline constexpr qint64 closingLock = 0x42494e4301; // "BINC", 1

/// Makes the DDL of registers as text, each entry one statement to run in order; golden files under tests show all of
/// it. On PostgreSQL `schema` is the one that the register lives in; functions name it, so that no search_path of a
/// caller can lead them elsewhere. On SQLite it is ignored.
class Generator
{
public:
    Generator(const Layout &layout, QString schema) : m_layout(layout), m_schema(std::move(schema)) {}

    /// The tables that all registers share; harmless to repeat.
    [[nodiscard]] static QStringList install(const db::Dialect &dialect, const QString &schema);

    /// `defaults`: per dimension the canonical default (of a reference, the id), or an invalid QVariant.
    [[nodiscard]] QStringList createJournal(const QList<QVariant> &defaults) const;
    [[nodiscard]] QStringList createDerived() const;
    /// Those of createJournal() and createDerived() that make an index.
    [[nodiscard]] QStringList indexes() const;
    /// Whatever fills, checks and guards. Made last: a rebuild takes the guards away and puts them back.
    [[nodiscard]] QStringList createTriggers() const;
    [[nodiscard]] QStringList dropTriggers() const;
    [[nodiscard]] QStringList dropDerived() const;
    [[nodiscard]] QStringList dropJournal() const;

    /// Lets a rebuild write to the derived tables, and ends that. Only inside a transaction.
    [[nodiscard]] QStringList suspendGuards() const;
    [[nodiscard]] QStringList restoreGuards() const;
    /// Fills the derived tables, which must be empty, from the journal; fillFromDays() those that follow from the days.
    [[nodiscard]] QStringList fillDerived() const;
    [[nodiscard]] QStringList fillFromDays() const;
    /// Notes the recorders that are in the journal already (PostgreSQL; the trigger does so with what comes).
    [[nodiscard]] QStringList fillRecorders() const;

    /// SQLite: gathers what the rows add that the journal has above gate.pending (SqliteBatch.h) in a temporary table,
    /// which has to be empty, and brings the derived tables up to them.
    [[nodiscard]] QString sqliteStagingColumns() const;
    [[nodiscard]] QString sqliteStaging() const;
    [[nodiscard]] QStringList sqliteBatchStaging() const;
    [[nodiscard]] QStringList sqliteBatchMaintenance() const;
    /// SQLite: the days alone, straight from the journal, for a register that was empty; fillFromDays() at the end makes
    /// what sqliteBatchMaintenance() would have made.
    [[nodiscard]] QString sqliteBatchDays() const;
    /// SQLite: answers a row if what was gathered may leave a day below zero, before anything is looked at closely.
    [[nodiscard]] QString sqliteBatchGlance() const;
    /// SQLite: after that, answers a row if those above gate.base may leave a day below zero (rule E11); empty where that
    /// is allowed.
    [[nodiscard]] QString sqliteBatchCheck() const;

    /// SQLite: makes the lowest sums of the months exact that sqliteBatchCheck() finds: what it finds then is short.
    [[nodiscard]] QString sqliteBatchExactness() const;

    /// SQLite: answers a row if a derived table holds a figure of more than 18 digits.
    [[nodiscard]] QString sqliteBeyondLimits() const;

    /// PostgreSQL, a load into an empty register (PostgresFirstLoad.h): takes away what costs time with every row, puts it
    /// back, and counts the recorders that the journal has as one operation each.
    [[nodiscard]] QStringList layAside() const;
    [[nodiscard]] QStringList putBack() const;
    [[nodiscard]] QString countRecorders() const;
    /// PostgreSQL: fails as a posting would where a day of such a load is below zero (rule E11); empty where that is
    /// allowed.
    [[nodiscard]] QString firstLoadCheck() const;

    /// What such statements create, unquoted, with what comes along under a name that the engine chooses.
    [[nodiscard]] static QStringList names(const QStringList &statements);

    /// The name of the foreign key of a dimension; PostgreSQL names it when a row is missing.
    [[nodiscard]] static QString referenceName(const QString &dimension);

private:
    [[nodiscard]] QString journalTable(const QList<QVariant> &defaults) const;
    [[nodiscard]] QString qualified(const QString &table) const;
    [[nodiscard]] QString references() const; ///< the foreign key clauses of the table that has them
    [[nodiscard]] QString sealedTable() const;
    [[nodiscard]] QString totalsTable(Level level) const;
    [[nodiscard]] QString balanceTable() const;
    [[nodiscard]] QString totalsKey(Level level) const; ///< PostgreSQL: the name of their primary key

    [[nodiscard]] QStringList sqliteTriggers() const;
    [[nodiscard]] QStringList sqliteGuards(const QString &table, const QString &name, const QString &figures) const;
    [[nodiscard]] QStringList sqliteGuards() const;
    [[nodiscard]] QString sqliteCheck() const;
    [[nodiscard]] static QString sqliteSideCheck(const QString &name, const QString &column);
    [[nodiscard]] QString sqliteReversalCheck() const;
    [[nodiscard]] QString sqliteDimensionChecks() const;
    [[nodiscard]] QString sqliteMaintenance() const;
    [[nodiscard]] QString sqliteLedgerMaintenance() const;
    [[nodiscard]] QString sqliteNegativeCheck() const;
    [[nodiscard]] QString sqliteLaterNeed(const QString &alias, const QString &day) const;
    [[nodiscard]] QString sqliteDoubtfulMonth(const QString &alias, const QString &day) const;
    [[nodiscard]] QString sqliteLowest(
        const QString &t, const QString &key, const QString &from, const QString &fall, const QString &first) const;
    [[nodiscard]] QString sqliteBatchMonths() const;
    [[nodiscard]] QString sqliteBatchDoubts() const;
    [[nodiscard]] QString sqliteLaterPeak(const QString &alias, const QString &day) const;

    [[nodiscard]] QStringList postgresTriggers() const;
    [[nodiscard]] QString postgresFunction() const;
    [[nodiscard]] QString postgresClosingCheck() const;
    [[nodiscard]] QString postgresCheck() const;
    [[nodiscard]] QString postgresRecorderCheck() const;
    [[nodiscard]] QString postgresGlance() const;
    [[nodiscard]] QString postgresSound() const;
    [[nodiscard]] QString postgresFalls() const;
    [[nodiscard]] QString postgresPlaces(QString text) const; ///< fills {key}, {balances} and their like
    [[nodiscard]] QString postgresAccountCheck() const;
    [[nodiscard]] QString postgresMaintenance() const;
    [[nodiscard]] QString postgresBalances() const;
    [[nodiscard]] QString postgresDaily() const;
    [[nodiscard]] QString postgresTotals() const;
    [[nodiscard]] QString postgresUpserts() const;
    [[nodiscard]] QString postgresUpdates() const;
    [[nodiscard]] QString postgresNewMonths() const;
    [[nodiscard]] QString postgresLowest() const;
    [[nodiscard]] QString postgresMonthly() const;
    [[nodiscard]] QString addedSidesNamed(const QString &sum) const;
    [[nodiscard]] QString postgresNegativeCheck() const;
    [[nodiscard]] QString postgresWalk() const;
    [[nodiscard]] QString postgresShortages(const QString &added) const;

    [[nodiscard]] static QString indented(QString text);
    [[nodiscard]] QString oneOrMany(const QString &one, const QString &many) const;
    [[nodiscard]] QString postgresRowVariables() const;
    [[nodiscard]] QString postgresRowGlance() const;
    [[nodiscard]] QString postgresRowMaintenance() const;
    [[nodiscard]] QString postgresRowTotals(Level level) const;
    [[nodiscard]] QString postgresRowCheck() const;
    [[nodiscard]] QString rowKey(const QString &alias) const;

    Layout m_layout;
    QString m_schema;
};

} // namespace bincard::accumulator
