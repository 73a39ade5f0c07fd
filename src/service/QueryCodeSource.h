// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/QueryCode.h"

namespace bincard {

/// What the SELECT of a question reads: one relation of the register as t, joined with the catalog where codes are asked
/// for, and the conditions on it. Texts only.
class QueryCodeSource
{
public:
    QueryCodeSource(const RegisterQuestion &question, bool sqlite)
        : m_question(question)
        , m_definition(question.definition)
        , m_sqlite(sqlite)
    {}

    /// The current balances, one row a key.
    void readBalances();
    /// Totals a day where `wholeDays` are asked for, else the journal, and of it only what was known on the day in
    /// question; of a ledger either once a side.
    void readTurnovers(bool wholeDays);
    /// The journal as it stands.
    void readJournal();
    /// Of a ledger: instead of days and movements, what they come to for each single key.
    void sumByKey();

    /// `field`: "from", "at" or "to" of the question; `upper`: what is later does not count.
    void addBound(const char *field, bool upper);
    void addFilter();
    void addCondition(const QString &condition) { m_conditions << condition; }
    void addJoin(const QString &join) { m_joins << join; }

    [[nodiscard]] QString table(const char *suffix) const;
    /// A resource or a figure of it as the tables call it.
    [[nodiscard]] QString stored(const QString &name, int scale) const;
    /// A dimension, account, analytics or analytics.<key>; a reference is shown by its code.
    [[nodiscard]] QString dimension(const QString &name);
    /// The first moment that counts, or as `upper` the first that does not count any more.
    [[nodiscard]] QString moment(const QString &text, bool upper) const;
    [[nodiscard]] const QString &momentColumn() const { return m_moment; }
    [[nodiscard]] QString receipts(const Resource &resource) const;
    [[nodiscard]] QString issues(const Resource &resource) const;
    [[nodiscard]] QString net(const Resource &resource) const;
    /// "recorded_at <= ..." of a relation of the journal; empty where everything is known.
    [[nodiscard]] QString known(const QString &alias) const;

    /// "name AS (...)" of what has to be made before.
    [[nodiscard]] const QStringList &with() const { return m_with; }
    [[nodiscard]] QString from() const;
    [[nodiscard]] QString where() const;

private:
    enum class Rows { Balances, Totals, Sides, Journal };

    [[nodiscard]] QString sides() const;
    [[nodiscard]] QString analytics(const QString &key, const QString &side) const;
    [[nodiscard]] QString value(const Dimension &dimension, const QString &text) const;
    [[nodiscard]] QString matches(const QString &name, const QString &side);
    [[nodiscard]] qsizetype joinOf(const QString &name);

    const RegisterQuestion &m_question;
    const RegisterDefinition &m_definition;
    bool m_sqlite;
    Rows m_rows = Rows::Journal;
    QString m_table, m_moment;
    QStringList m_with, m_joins, m_conditions;
    QStringList m_joined; ///< references, in the order of r1, r2 ...
};

namespace sqltext {

[[nodiscard]] QString quoted(const QString &name);
[[nodiscard]] QString literal(const QString &text);
[[nodiscard]] QString list(const QStringList &columns, int indent);

} // namespace sqltext

} // namespace bincard
