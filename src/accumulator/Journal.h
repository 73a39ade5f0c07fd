// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/KnownOn.h"
#include "accumulator/RegisterContext.h"

namespace bincard::accumulator {

/// A row to insert: a movement whose values are canonical and complete, or a reversal.
struct NewRow
{
    QString recorder;
    int line = 1;
    Period period;
    qint64 reversalOf = 0;
    QString cause;
    QList<QVariant> dimensions; ///< Layout::journalDimensions()
    QList<Decimal> resources;
};

/// What a row changes: of a ledger register the key of its debit side and, negated, that of its credit side.
struct KeyChange
{
    QList<QVariant> key;
    QList<Decimal> resources;
};
[[nodiscard]] QList<KeyChange> keyChanges(const Layout &layout, const NewRow &row);
/// The values of Layout::journalDimensions() of a movement or of a row of the journal, which tell their sides apart.
[[nodiscard]] QList<QVariant> enteredValues(
    const Layout &layout, const LedgerSide &debit, const LedgerSide &credit, const QList<QVariant> &dimensions);

/// Reads and appends the rows of a register's journal. Inside a transaction.
class Journal
{
public:
    explicit Journal(const RegisterContext &context) : m_context(context) {}

    /// Takes the rows of the recorders (rule E20: sorted), so that two operations on one of them follow each other.
    [[nodiscard]] Result<void> lock(const QStringList &recorders);
    /// Those of the recorders that have active movements, sorted.
    [[nodiscard]] Result<QStringList> active(const QStringList &recorders);
    [[nodiscard]] Result<QList<JournalRow>> activeRows(const QString &recorder);
    /// All that the recorder ever moved, in the order in which it was recorded.
    [[nodiscard]] Result<QList<JournalRow>> history(const QString &recorder);
    /// All rows in one statement, increases of the forbidden resource first, so that the whole operation is judged by
    /// its end (rule E11). InsufficientStock has details.shortages. `expected`: see PostgresAppend; on SQLite nothing is.
    [[nodiscard]] Result<void> append(QList<NewRow> rows, const QString &expected = QStringLiteral(""));
    /// PostgreSQL: reverses all that is active of the recorder, in one statement; answers how many movements that were.
    [[nodiscard]] Result<int> reverse(const QString &recorder);
    /// PostgreSQL: how many operations there were on the recorder.
    [[nodiscard]] Result<qint64> operations(const QString &recorder);
    /// SQLite: a single new row in a single statement, which needs no transaction around it: false if its recorder has
    /// active movements. An error says only that it did not work: post the long way then, which explains.
    [[nodiscard]] Result<bool> appendOne(const NewRow &row);

    /// SQLite: the steps of append(), for who works many rows in at once. Enters the name to record by.
    [[nodiscard]] Result<void> enterActor();
    /// All that one Journal inserts is recorded at one instant: a posting is known whole or not at all.
    [[nodiscard]] Result<void> insert(const QList<NewRow> &rows);
    /// Rule E12 for rows that are to go into a batch.
    [[nodiscard]] Result<void> checkOpen(const QList<NewRow> &rows, QDate closedUntil) const;
    /// AlreadyPosted, of recorders that have active movements: how many, the first of them, and in the details more.
    [[nodiscard]] Error alreadyPosted(const QStringList &active) const;
    /// What was said of these rows, explained.
    [[nodiscard]] Error appendError(const Error &error, const QList<NewRow> &rows);
    /// Conflict if the register was altered since it was used. Who works rows in by itself has to know.
    [[nodiscard]] Result<void> refuseOutdated();
    /// SQLite: what SqliteBatch said of the rows that the journal has above the gate's base, explained.
    [[nodiscard]] Error batchError(const Error &error);
    /// SQLite: after SqliteBatch::isShort().
    [[nodiscard]] Error shortOfStock();

    /// The columns of a JournalRow, for a journal with the alias m; row() reads them from column 0 on. A reversal that
    /// was not `known` yet takes nothing back; the text binds the values of `known`.
    [[nodiscard]] QString columns(const Known &known = {}) const;
    [[nodiscard]] Result<JournalRow> row(const db::Rows &rows) const;
    [[nodiscard]] static QVariant dimension(const db::Rows &rows, int column, const Dimension &dimension);

private:
    [[nodiscard]] Result<QList<JournalRow>> rowsOf(const QString &recorder, const QString &condition);
    [[nodiscard]] QString insertSql() const;
    [[nodiscard]] Result<void> appendBatch(const QList<NewRow> &rows);
    /// SQLite; of no rows: of those that the journal has above the gate's base.
    [[nodiscard]] Result<QJsonArray> shortages(const QList<NewRow> *refused);
    [[nodiscard]] Error missingReference(const Error &error, const QList<NewRow> *rows);

    const RegisterContext &m_context;
    QString m_recordedAt; ///< SQLite, once something was inserted
};

/// An exact figure of a sum: beyond 18 digits it is an error, on either engine.
[[nodiscard]] Result<Decimal> figure(const RegisterContext &context, const db::Rows &rows, int column, int scale);
[[nodiscard]] Error overflowOfTotals();
/// What an engine says of sums that are too large, as the same validation error.
[[nodiscard]] Error overflowExplained(const Error &error);

} // namespace bincard::accumulator
