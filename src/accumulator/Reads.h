// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Journal.h"

namespace bincard::accumulator {

class TurnoverSql;

/// Rules E8 to E10: balances, turnovers, movements. One statement each; values are bound, so that the text depends on
/// the shape of the question only and stays prepared.
class Reads
{
public:
    explicit Reads(const RegisterContext &context) : m_context(context), m_journal(context) {}

    [[nodiscard]] Result<QList<BalanceRow>> balance(const BalancesQuery &question);
    [[nodiscard]] Result<QList<TurnoverRow>> turnover(const TurnoverQuery &query);
    [[nodiscard]] Result<MovementsPage> movements(const MovementsQuery &query);
    [[nodiscard]] Result<QList<LowestBalance>> lowestBalances(
        const QList<QList<QVariant>> &keys, QDate from, const QString &exceptRecorder);

private:
    /// A condition on dimensions, " AND ..." or empty, and its values.
    struct Condition
    {
        QString sql;
        db::Values values;
    };

    [[nodiscard]] Result<Condition> condition(
        const Filter &filter, const QString &alias, const QString &side = {}) const;
    /// On rows of the journal m; of a ledger register the whole filter is about the same side of a movement.
    [[nodiscard]] Result<Condition> journalCondition(const Filter &filter) const;
    [[nodiscard]] Result<QList<KeyColumn>> groups(const QStringList &groupBy) const;
    /// Lets only groups pass that come after this one; `inOrder`: rows come by group and nothing else.
    [[nodiscard]] Result<void> continueAfter(
        Condition &where, const QList<KeyColumn> &by, const QList<QVariant> &group, bool inOrder) const;
    /// The columns of a group by name, and how they are selected from a relation with the columns of the key.
    [[nodiscard]] static QString list(const QList<KeyColumn> &columns);
    [[nodiscard]] QString selected(const QList<KeyColumn> &columns) const;
    /// The values of a filter that names one key and nothing else, in the order of the dimensions; otherwise nothing, as
    /// where a value is wrong: condition() says so.
    [[nodiscard]] std::optional<db::Values> fullKey(const BalancesQuery &question) const;
    /// One row by its primary key.
    [[nodiscard]] Result<QList<BalanceRow>> balanceOf(const db::Values &key);
    [[nodiscard]] Result<QList<BalanceRow>> currentBalance(
        const BalancesQuery &question, const Condition &where, const QList<KeyColumn> &by);
    /// `onlyBalances`: asked for balances at a date; figures are called and left out as those are.
    [[nodiscard]] Result<QList<TurnoverRow>> turnover(
        const TurnoverQuery &query, const Condition &where, const QList<KeyColumn> &by, bool onlyBalances);
    [[nodiscard]] Result<QString> order(
        const TurnoverQuery &query, const QList<KeyColumn> &by, bool onlyBalances, const TurnoverSql &statement) const;
    /// Net, debit and credit of a ledger register, now or at a date.
    [[nodiscard]] Result<QList<BalanceRow>> ledgerBalance(
        const BalancesQuery &question, const Condition &where, const QList<KeyColumn> &by);
    [[nodiscard]] QString lowestSql(bool except) const;

    const RegisterContext &m_context;
    Journal m_journal;
};

} // namespace bincard::accumulator
