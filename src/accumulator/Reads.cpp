// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Reads.h"

#include "accumulator/DimensionValue.h"
#include "accumulator/Partitions.h"
#include "accumulator/TurnoverSql.h"

#include <QCoreApplication>

namespace bincard::accumulator {

using db::Values;

namespace {

/// Receipts of a ledger register are its debits.
QString figureName(const RegisterDefinition &definition, const QString &figure)
{
    if (definition.isLedger() && figure == u"receipts")
        return QStringLiteral("debit");
    return definition.isLedger() && figure == u"issues" ? QStringLiteral("credit") : figure;
}

} // namespace

Result<QList<BalanceRow>> Reads::balance(const BalancesQuery &question)
{
    if (!m_context.definition().hasBalances())
        return Error::validation(QStringLiteral("register"),
            {QT_TRANSLATE_NOOP("Error", "%1 is a register of turnovers; it has no balances."),
                {m_context.definition().name()}});
    if (const auto key = fullKey(question))
        return balanceOf(*key);
    const Selection selection(m_context.layout);
    BINCARD_ASSIGN(where, selection.condition(question.filter));
    BINCARD_ASSIGN(by, selection.groups(question.groupBy));
    if (!question.after.isEmpty())
        BINCARD_TRY(selection.continueAfter(where, by, question.after, question.order.isEmpty()));
    if (m_context.definition().isLedger())
        return ledgerBalance(question, where, by);
    if (!question.at && !question.knownOn)
        return currentBalance(question, where, by);
    TurnoverQuery query;
    query.to = question.at;
    query.groupBy = question.groupBy;
    query.knownOn = question.knownOn;
    query.order = question.order;
    query.limit = question.limit;
    BINCARD_ASSIGN(rows, turnover(query, where, by, true));
    QList<BalanceRow> balances;
    for (const TurnoverRow &row : rows)
        balances.append({row.group, row.closing, {}, {}});
    return balances;
}

std::optional<Values> Reads::fullKey(const BalancesQuery &question) const
{
    const QList<Dimension> &dimensions = m_context.definition().dimensions();
    if (question.at || question.knownOn || question.limit != 0 || !question.groupBy.isEmpty()
        || !question.order.isEmpty() || !question.after.isEmpty() || question.filter.size() != dimensions.size()
        || m_context.definition().isLedger())
        return {};
    Values values;
    values.reserve(dimensions.size());
    for (const Dimension &dimension : dimensions) {
        const auto given = question.filter.constFind(dimension.name);
        if (given == question.filter.constEnd() || given->size() != 1)
            return {};
        const auto value = canonicalDimension(dimension, given->constFirst());
        if (!value.ok())
            return {};
        values.append(boundDimension(*value));
    }
    return values;
}

Result<QList<BalanceRow>> Reads::balanceOf(const Values &key)
{
    const Layout &layout = m_context.layout;
    const QString sql = m_context.statement(QStringLiteral("balance.key"), [&] {
        return QStringLiteral("SELECT %1 FROM %2 WHERE %3")
            .arg(layout.resources(), layout.balances(),
                layout.dimensions(QStringLiteral("%1 = ?"), QStringLiteral(" AND ")));
    });
    auto rows = m_context.session->query(sql, key);
    if (!rows.ok())
        return overflowExplained(rows.error());
    BalanceRow row;
    row.resources.reserve(layout.resourceCount());
    const bool found = rows->next();
    for (int i = 0; i < layout.resourceCount(); ++i) {
        if (!found) {
            row.resources.append(Decimal(0, layout.scale(i)));
            continue;
        }
        BINCARD_ASSIGN(value, figure(m_context, *rows, i, layout.scale(i)));
        row.resources.append(value);
    }
    BINCARD_TRY(rows->finished());
    return QList<BalanceRow>{row};
}

Result<QList<BalanceRow>> Reads::currentBalance(
    const BalancesQuery &question, const Condition &where, const QList<KeyColumn> &by)
{
    const Layout &layout = m_context.layout;
    Balances balances{by, {&BalanceRow::resources}, {}, {}, where.values};
    QStringList figures, any;
    Ordering ordering = orderedBy(question.groupBy, by);
    for (int i = 0; i < layout.resourceCount(); ++i) {
        const QString sum = QStringLiteral("SUM(%1)").arg(layout.resource(i));
        ordering.addFigure(layout.definition().resources().at(i).name, sum);
        figures << u'+' + sum; // the sign keeps PostgreSQL from calling it "sum", as a dimension may be called
        any << sum + QStringLiteral(" <> 0");
    }
    balances.sql = QStringLiteral("SELECT %1 FROM %2 WHERE 1 = 1%3")
                       .arg((by.isEmpty() ? QString() : Selection::list(by) + QStringLiteral(", "))
                               + figures.join(QStringLiteral(", ")),
                           layout.balances(), where.sql);
    balances.having = any.join(QStringLiteral(" OR "));
    return rowsOf(balances, question, ordering);
}

// The order of the groups, to which the figures are to be added.
Ordering Reads::orderedBy(const QStringList &groupBy, const QList<KeyColumn> &by)
{
    Ordering ordering;
    for (qsizetype i = 0; i < by.size(); ++i)
        ordering.addColumn(groupBy.at(i), Selection::list({by.at(i)}));
    return ordering;
}

Result<QList<BalanceRow>> Reads::rowsOf(
    const Balances &balances, const BalancesQuery &question, const Ordering &ordering)
{
    BINCARD_TRY(checkedLimit(question.limit));
    BINCARD_ASSIGN(order, ordering.sql(question.order));
    QString sql = balances.sql;
    Values values = balances.values;
    if (!balances.by.isEmpty()) {
        sql += QStringLiteral(" GROUP BY %1 HAVING %2").arg(Selection::list(balances.by), balances.having) + order;
        if (question.limit > 0) {
            sql += QStringLiteral(" LIMIT ?");
            values.append(question.limit);
        }
    }
    auto rows = m_context.session->query(sql, values);
    if (!rows.ok())
        return overflowExplained(rows.error());
    QList<BalanceRow> found;
    while (rows->next()) {
        BalanceRow row;
        int column = 0;
        for (const KeyColumn &key : balances.by)
            row.group.append(Journal::dimension(*rows, column++, key.dimension));
        for (int i = 0; i < m_context.layout.resourceCount(); ++i) {
            for (const auto side : balances.sides) {
                BINCARD_ASSIGN(value, figure(m_context, *rows, column++, m_context.layout.scale(i)));
                (row.*side).append(value);
            }
        }
        found.append(row);
    }
    if (const auto finished = rows->finished(); !finished.ok())
        return overflowExplained(finished.error());
    return found;
}

Result<QList<TurnoverRow>> Reads::turnover(const TurnoverQuery &query)
{
    const Selection selection(m_context.layout);
    BINCARD_ASSIGN(where, selection.condition(query.filter));
    BINCARD_ASSIGN(by, selection.groups(query.groupBy));
    if (!query.after.isEmpty())
        BINCARD_TRY(
            selection.continueAfter(where, by, query.after, query.order.isEmpty() && query.by == Granularity::None));
    return turnover(query, where, by, false);
}

// Every figure can be ordered by; those of a balance are called like the resources.
Result<QString> Reads::order(
    const TurnoverQuery &query, const QList<KeyColumn> &by, bool onlyBalances, const TurnoverSql &statement) const
{
    Ordering ordering = orderedBy(query.groupBy, by);
    if (query.by != Granularity::None)
        ordering.addColumn(QStringLiteral("period"), QStringLiteral("\"#bucket\""));
    for (int i = 0; i < m_context.layout.resourceCount(); ++i) {
        const QString &name = m_context.definition().resources().at(i).name;
        if (onlyBalances) {
            ordering.addFigure(name, statement.figure(QStringLiteral("closing"), i));
            continue;
        }
        for (const char *figure : {"opening", "receipts", "issues", "net", "closing"})
            ordering.addFigure(name + u'_' + figureName(m_context.definition(), QLatin1String(figure)),
                statement.figure(QLatin1String(figure), i));
    }
    return ordering.sql(query.order);
}

Result<QList<TurnoverRow>> Reads::turnover(
    const TurnoverQuery &query, const Condition &where, const QList<KeyColumn> &by, bool onlyBalances)
{
    if (query.from) {
        if (auto problem = momentProblem(QStringLiteral("from"), *query.from))
            return *problem;
    }
    if (query.to) {
        if (auto problem = momentProblem(QStringLiteral("to"), query.to->period))
            return *problem;
    }
    const Layout &layout = m_context.layout;
    const Interval interval{query.from, query.to ? after(*query.to) : std::nullopt};
    BINCARD_TRY(checkedLimit(query.limit));
    BINCARD_ASSIGN(known, Known::on(query.knownOn, layout.dialect()));
    if (layout.isPartitioned())
        BINCARD_TRY(Partitions(m_context).refuseDetached(
            pieces({{}, query.from}, Level::Month) + pieces(interval, Level::Month), query.knownOn));
    TurnoverSql statement(
        layout, Selection::list(by), Selection(layout).selected(by), where.sql, where.values, query.by);
    statement.setKnown(known);
    statement.setOnlyOpen(onlyBalances);
    BINCARD_ASSIGN(ordered, order(query, by, onlyBalances, statement));
    statement.setOrder(ordered, query.limit);
    const auto [sql, values] = statement.over(interval);
    auto rows = m_context.session->query(sql, values);
    if (!rows.ok())
        return overflowExplained(rows.error());
    QList<TurnoverRow> turnovers;
    while (rows->next()) {
        TurnoverRow row;
        int column = 0;
        for (const KeyColumn &key : by)
            row.group.append(Journal::dimension(*rows, column++, key.dimension));
        if (query.by != Granularity::None)
            row.bucket = rows->text(column++);
        for (int i = 0; i < layout.resourceCount(); ++i) {
            const int scale = layout.scale(i);
            BINCARD_ASSIGN(opening, figure(m_context, *rows, column++, scale));
            BINCARD_ASSIGN(receipts, figure(m_context, *rows, column++, scale));
            BINCARD_ASSIGN(issues, figure(m_context, *rows, column++, scale));
            BINCARD_ASSIGN(net, receipts.minus(issues));
            BINCARD_ASSIGN(closing, opening.plus(net));
            row.opening.append(opening);
            row.receipts.append(receipts);
            row.issues.append(issues);
            row.closing.append(closing);
        }
        turnovers.append(row);
    }
    if (const auto finished = rows->finished(); !finished.ok())
        return overflowExplained(finished.error());
    return turnovers;
}

} // namespace bincard::accumulator
