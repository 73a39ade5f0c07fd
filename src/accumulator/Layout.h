// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/RegisterDefinition.h"
#include "db/Dialect.h"

#include <array>
#include <initializer_list>
#include <utility>

namespace bincard::accumulator {

/// The levels of totals, from fine to coarse. Every table, trigger, read and check follows this list.
enum class Level { Day, Month };
inline constexpr std::array levels{Level::Day, Level::Month};

/// "day", "month": the suffix of the table, the name of its column and of the check of verify.
[[nodiscard]] QString levelName(Level level);

/// What reads filter and group by: a dimension of the key, or a text within the analytics of a ledger register.
struct KeyColumn
{
    QString name;         ///< quoted: how it is called in a result
    Dimension dimension;  ///< its type
    QString analyticsKey; ///< "item" of "analytics.item"; empty: the dimension itself
    bool ofSide = false;  ///< a ledger's journal has it once a side
};

/// The tables and columns of a register, quoted for SQL. Texts only; any thread.
class Layout
{
public:
    Layout(const RegisterDefinition &definition, db::Dialect dialect);

    [[nodiscard]] const RegisterDefinition &definition() const { return m_definition; }
    [[nodiscard]] const db::Dialect &dialect() const { return m_dialect; }

    /// Unquoted names, as the engine's catalog spells them; balance only where the register has one.
    [[nodiscard]] QStringList tableNames() const;
    [[nodiscard]] QString table(const char *suffix) const; ///< quoted, "inventory_" + suffix
    [[nodiscard]] QString journal() const { return table("movement"); }
    [[nodiscard]] QString balances() const { return table("balance"); }
    [[nodiscard]] QString totals(Level level) const;
    /// Rule E18: whether the journal is made of partitions, and the day totals of those that were detached from it.
    [[nodiscard]] bool isPartitioned() const { return m_definition.partition() != Partition::None; }
    [[nodiscard]] QString sealed() const { return table("sealed"); }
    /// Instead of the journal where something is counted anew from the beginning: a relation with what reads need of
    /// its columns, what is detached included. The two tables as they shall be named.
    [[nodiscard]] QString everRecorded(const QString &journal, const QString &sealed) const;
    /// "r.reversal_of = m.id" and what else finds it quickly, for two aliases of the journal.
    [[nodiscard]] QString reverses(const QString &reversal, const QString &reversed) const;
    [[nodiscard]] static QString column(Level level); ///< "day" or "month": the first day of it

    /// What makes a key of the derived tables and what reads group by: the dimensions; of a ledger register (E17) the
    /// account and the analytics of one side before them.
    [[nodiscard]] const QList<Dimension> &keyDimensions() const { return m_key; }
    /// What a row of the journal says of them: of a ledger register account and analytics of both sides.
    [[nodiscard]] const QList<Dimension> &journalDimensions() const { return m_entered; }

    /// How many of those stand before the dimensions of the definition: four in a ledger.
    [[nodiscard]] int sideColumns() const
    {
        return static_cast<int>(m_entered.size() - m_definition.dimensions().size());
    }

    /// A dimension of the key, or "analytics.<key>"; nothing for another name.
    [[nodiscard]] std::optional<KeyColumn> keyColumn(const QString &name) const;
    /// Its value, an SQL expression over a relation with the columns of the key; over the journal of a ledger with the
    /// `side` "dr" or "cr". `alias` is that of the relation or empty.
    [[nodiscard]] QString expression(
        const KeyColumn &column, const QString &alias = {}, const QString &side = {}) const;

    /// Of the key.
    [[nodiscard]] int dimensionCount() const { return static_cast<int>(m_key.size()); }
    [[nodiscard]] int resourceCount() const { return static_cast<int>(m_definition.resources().size()); }
    [[nodiscard]] QString dimension(int index) const;
    [[nodiscard]] QString resource(int index) const; ///< in the journal and in balances
    [[nodiscard]] QString receipts(int index) const; ///< in totals
    [[nodiscard]] QString issues(int index) const;
    /// Rule E11: months of a register that forbids negatives have one more column. It is at most the lowest sum of
    /// receipts less issues, counted from the month's start, at the end of any day in it that has a row; so it may be
    /// above zero. A trigger may leave it lower than that; where it no longer proves that a balance holds, the days
    /// decide.
    [[nodiscard]] bool hasLowest() const { return m_definition.forbiddenResource() >= 0; }
    [[nodiscard]] QString lowest() const;
    [[nodiscard]] int scale(int index) const { return m_definition.resources().at(index).scale; }

    /// All dimensions of the key, each put through `form` ("%1" is the column), joined.
    [[nodiscard]] QString dimensions(
        const QString &form = QStringLiteral("%1"), const QString &separator = QStringLiteral(", ")) const;
    /// The same for what stands in the journal.
    [[nodiscard]] QString entered(
        const QString &form = QStringLiteral("%1"), const QString &separator = QStringLiteral(", ")) const;
    [[nodiscard]] QString entered(int index) const;
    [[nodiscard]] QString resources(
        const QString &form = QStringLiteral("%1"), const QString &separator = QStringLiteral(", ")) const;
    /// Receipts and issues of all resources, in that order each.
    [[nodiscard]] QString sides(const QString &form = QStringLiteral("%1")) const;
    /// "a.warehouse = b.warehouse AND ..."
    [[nodiscard]] QString sameKey(const QString &left, const QString &right) const;

    /// What derived rows are made of: rows of the journal or of `relation`, which has its columns, under `alias` where
    /// one is given. Of a ledger register every row is there once a side, by the columns of the key: the debit side
    /// with the resources as they are, the credit side with them negated.
    [[nodiscard]] QString source(const QString &relation, const QString &alias = {}) const;
    /// The same for the one row NEW of a row trigger.
    [[nodiscard]] QString sourceOfNew() const;

    /// Rule E7: what a row of the source adds to receipts and to issues; of a ledger register the debit side counts as
    /// receipt, the credit side as issue. `alias` is that of the source, "new" or empty.
    [[nodiscard]] QString addedReceipts(int index, const QString &alias) const;
    [[nodiscard]] QString addedIssues(int index, const QString &alias) const;
    [[nodiscard]] QString addedSides(const QString &alias, const QString &form = QStringLiteral("%1")) const;
    /// The start of the day or month of `period`, an SQL expression of a period.
    [[nodiscard]] QString startOf(Level level, const QString &period) const;

    [[nodiscard]] QString decimalType(int index) const;

private:
    [[nodiscard]] QString bothSides(const QString &prefix, const QString &from) const;

    RegisterDefinition m_definition;
    db::Dialect m_dialect;
    QList<Dimension> m_key, m_entered;
};

/// Fills {name} places of a text.
[[nodiscard]] QString filled(QString text, std::initializer_list<std::pair<const char *, QString>> places);

} // namespace bincard::accumulator
