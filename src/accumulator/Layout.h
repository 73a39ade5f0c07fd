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
    [[nodiscard]] static QString column(Level level); ///< "day" or "month": the first day of it

    [[nodiscard]] int dimensionCount() const { return static_cast<int>(m_definition.dimensions().size()); }
    [[nodiscard]] int resourceCount() const { return static_cast<int>(m_definition.resources().size()); }
    [[nodiscard]] QString dimension(int index) const;
    [[nodiscard]] QString resource(int index) const; ///< in the journal and in balances
    [[nodiscard]] QString receipts(int index) const; ///< in totals
    [[nodiscard]] QString issues(int index) const;
    [[nodiscard]] int scale(int index) const { return m_definition.resources().at(index).scale; }

    /// All dimensions, each put through `form` ("%1" is the column), joined.
    [[nodiscard]] QString dimensions(
        const QString &form = QStringLiteral("%1"), const QString &separator = QStringLiteral(", ")) const;
    [[nodiscard]] QString resources(
        const QString &form = QStringLiteral("%1"), const QString &separator = QStringLiteral(", ")) const;
    /// Receipts and issues of all resources, in that order each.
    [[nodiscard]] QString sides(const QString &form = QStringLiteral("%1")) const;
    /// "a.warehouse = b.warehouse AND ..."
    [[nodiscard]] QString sameKey(const QString &left, const QString &right) const;

    /// Rule E7: what a row of the journal adds to receipts and to issues. `alias` is a table, "new" or empty.
    [[nodiscard]] QString addedReceipts(int index, const QString &alias) const;
    [[nodiscard]] QString addedIssues(int index, const QString &alias) const;
    [[nodiscard]] QString addedSides(const QString &alias, const QString &form = QStringLiteral("%1")) const;
    /// The start of the day or month of `period`, an SQL expression of a period.
    [[nodiscard]] QString startOf(Level level, const QString &period) const;

    [[nodiscard]] QString decimalType(int index) const;

private:
    RegisterDefinition m_definition;
    db::Dialect m_dialect;
};

/// Fills {name} places of a text.
[[nodiscard]] QString filled(QString text, std::initializer_list<std::pair<const char *, QString>> places);

} // namespace bincard::accumulator
