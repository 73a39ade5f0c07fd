// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Journal.h"
#include "accumulator/Ordering.h"
#include "accumulator/Selection.h"

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
    using Condition = Selection::Condition;

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

    /// A statement for balances without its end: its columns are those of the group, then each resource's `sides`.
    struct Balances
    {
        QList<KeyColumn> by;
        QList<QList<Decimal> BalanceRow::*> sides;
        QString sql, having; ///< `having`: what is no group of zeros
        db::Values values;
    };
    [[nodiscard]] Result<QList<BalanceRow>> rowsOf(
        const Balances &balances, const BalancesQuery &question, const Ordering &ordering);
    [[nodiscard]] static Ordering orderedBy(const QStringList &groupBy, const QList<KeyColumn> &by);

    const RegisterContext &m_context;
    Journal m_journal;
};

} // namespace bincard::accumulator
