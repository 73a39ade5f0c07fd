// SPDX-License-Identifier: LGPL-3.0-or-later
// Balances of ledger registers (rule E17): debit and credit apart, by the sign of what each single key has.
#include "accumulator/Ordering.h"
#include "accumulator/Reads.h"
#include "accumulator/TurnoverSql.h"

namespace bincard::accumulator {

namespace {

/// What stands on the keys, in columns "#net0", "#net1" ... beside those of the key.
struct Nets
{
    QString sql;
    db::Values values;
};

QString net(int resource) { return QStringLiteral("\"#net%1\"").arg(resource); }

QString netsFrom(const Layout &layout, const QString &relation, const QStringList &nets)
{
    QStringList columns{layout.dimensions()};
    for (int i = 0; i < layout.resourceCount(); ++i)
        columns << nets.at(i) + QStringLiteral(" AS ") + net(i);
    return QStringLiteral("SELECT %1 FROM %2").arg(columns.join(QStringLiteral(", ")), relation);
}

Nets netsNow(const Layout &layout, const QString &condition, const db::Values &values)
{
    QStringList nets;
    for (int i = 0; i < layout.resourceCount(); ++i)
        nets << layout.resource(i);
    return {netsFrom(layout, layout.balances(), nets) + QStringLiteral(" WHERE 1 = 1") + condition, values};
}

Nets netsAt(const Layout &layout, const TurnoverSql &statement, const Interval &interval)
{
    QStringList names{layout.dimensions()}, nets;
    for (int i = 0; i < layout.resourceCount(); ++i) {
        QStringList figures;
        for (const char *figure : {"opening", "debit", "credit"})
            figures << QStringLiteral("\"#%1%2\"").arg(QLatin1String(figure)).arg(i);
        names += figures;
        nets << QStringLiteral("%1 + %2 - %3").arg(figures.at(0), figures.at(1), figures.at(2));
    }
    const auto [sql, values] = statement.over(interval);
    return {QStringLiteral("WITH \"#keys\"(%1) AS (%2) %3")
                .arg(names.join(QStringLiteral(", ")), sql, netsFrom(layout, QStringLiteral("\"#keys\""), nets)),
        values};
}

/// Net, debit and credit of a resource, as SQL sums over single keys.
QStringList sums(int resource)
{
    const QString column = net(resource);
    return {QStringLiteral("+SUM(%1)").arg(column),
        QStringLiteral("+SUM(CASE WHEN %1 > 0 THEN %1 ELSE 0 END)").arg(column),
        QStringLiteral("+SUM(CASE WHEN %1 < 0 THEN -%1 ELSE 0 END)").arg(column)};
}

} // namespace

Result<QList<BalanceRow>> Reads::ledgerBalance(
    const BalancesQuery &question, const Condition &where, const QList<KeyColumn> &by)
{
    const Layout &layout = m_context.layout;
    if (question.at) {
        if (auto problem = momentProblem(QStringLiteral("at"), question.at->period))
            return *problem;
    }
    BINCARD_ASSIGN(known, Known::on(question.knownOn, layout.dialect()));
    TurnoverSql statement(layout, layout.dimensions(), layout.dimensions(), where.sql, where.values, Granularity::None);
    statement.setKnown(known);
    const Nets nets = !question.at && !question.knownOn
        ? netsNow(layout, where.sql, where.values)
        : netsAt(layout, statement, {{}, question.at ? after(*question.at) : std::nullopt});
    Balances balances{by, {&BalanceRow::resources, &BalanceRow::debit, &BalanceRow::credit}, {}, {}, nets.values};
    QStringList figures, any;
    Ordering ordering = orderedBy(question.groupBy, by);
    for (int i = 0; i < layout.resourceCount(); ++i) {
        const QString &name = layout.definition().resources().at(i).name;
        const QStringList apart = sums(i);
        figures += apart;
        any << apart.at(1) + QStringLiteral(" <> 0") << apart.at(2) + QStringLiteral(" <> 0");
        ordering.addFigure(name, apart.at(0));
        ordering.addFigure(name + QStringLiteral("_debit"), apart.at(1));
        ordering.addFigure(name + QStringLiteral("_credit"), apart.at(2));
    }
    const QString separator = QStringLiteral(", ");
    balances.sql =
        QStringLiteral("SELECT %1 FROM (%2) AS \"#nets\"")
            .arg((by.isEmpty() ? QString() : Selection(layout).selected(by) + separator) + figures.join(separator),
                nets.sql);
    balances.having = any.join(QStringLiteral(" OR "));
    return rowsOf(balances, question, ordering);
}

} // namespace bincard::accumulator
