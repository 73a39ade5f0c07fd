// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/BinaryColumn.h"
#include "service/BenchBare.h"
#include "service/BenchMovements.h"

#include <map>

namespace bincard::bench {

/// How fast derived tables can be kept at all: bare copies of the journal and of the balance, month and day tables
/// without any trigger. What is posted is added up by the program beforehand; its rows are inserted, and what they change
/// is updated by key, in one transaction: on PostgreSQL in one statement with binary parameters, on SQLite in four. No
/// rule is checked. What a register takes longer is the price of its rules and of adding up inside the database, where
/// everybody's INSERT passes.
class BareUpkeep
{
public:
    /// Makes the tables beside the register's, whose bare journal must be there, with a row for every key, month and
    /// day of `spread`.
    [[nodiscard]] static Result<void> make(
        db::Session &session, const QString &registerName, const Spread &spread = {});
    BareUpkeep(db::Session &session, const QString &registerName);

    [[nodiscard]] Result<void> insert(const QList<Movement> &movements);

private:
    /// Warehouse, product and the first day of the period, for balances the same for all.
    using Key = std::tuple<qint64, qint64, QDate>;
    /// Units of quantity and amount; of totals receipts and issues of each.
    using Sums = std::map<Key, QList<qint64>>;
    struct Table
    {
        QString name, period; ///< quoted; no period: balances
        QStringList figures;
        QList<int> scales;
    };
    [[nodiscard]] static QList<Table> tablesOf(const db::Session &session, const QString &registerName);
    [[nodiscard]] static QString relation(const db::Session &session, const Table &table);
    [[nodiscard]] static db::Values parameters(const db::Session &session, const Table &table, const Sums &sums);
    [[nodiscard]] static Sums sumsOf(const Table &table, const QList<Movement> &movements);
    [[nodiscard]] static Key keyOf(const Table &table, const Movement &movement);
    [[nodiscard]] static QString update(const Table &table, const QString &sums);
    /// Of PostgreSQL: the whole transaction, its parameters single values or arrays.
    [[nodiscard]] QString statement(bool many) const;
    [[nodiscard]] QList<db::BinaryColumn> columns(const QList<Movement> &movements) const;

    db::Session &m_session;
    BareJournal m_journal;
    QList<Table> m_tables;
    QString m_bare;        ///< the bare journal
    QStringList m_updates; ///< of SQLite
    QString m_one, m_many; ///< of PostgreSQL
};

} // namespace bincard::bench
