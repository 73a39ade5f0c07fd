// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Reads.h"

#include "accumulator/DimensionValue.h"
#include "accumulator/Encoding.h"
#include "accumulator/Ordering.h"
#include "accumulator/Partitions.h"
#include "accumulator/TurnoverSql.h"

#include <QCoreApplication>

#include <algorithm>

namespace bincard::accumulator {

using db::Values;

namespace {

/// Cursor of a page: "<period>/<id>" of its last row.
QString cursorAfter(const JournalRow &row) { return row.period.toString() + u'/' + QString::number(row.id); }

Result<std::pair<Period, qint64>> parseCursor(const QString &cursor)
{
    bool ok = false;
    const qint64 id = cursor.section(u'/', 1).toLongLong(&ok);
    const auto period = Period::parse(cursor.section(u'/', 0, 0));
    if (!ok || !period.ok())
        return Error::validation(QStringLiteral("after"),
            {QT_TRANSLATE_NOOP("Error", "\"%1\" is not where a page of movements ended."), {cursor.left(60)}});
    return std::pair(*period, id);
}

/// Receipts of a ledger register are its debits.
QString figureName(const RegisterDefinition &definition, const QString &figure)
{
    if (definition.isLedger() && figure == u"receipts")
        return QStringLiteral("debit");
    return definition.isLedger() && figure == u"issues" ? QStringLiteral("credit") : figure;
}

Error unknownDimension(const QString &field, const QString &name)
{
    return Error::validation(field, {QT_TRANSLATE_NOOP("Error", "The register has no dimension \"%1\"."), {name}});
}

} // namespace

Result<Reads::Condition> Reads::condition(const Filter &filter, const QString &alias, const QString &side) const
{
    const Layout &layout = m_context.layout;
    QList<Problem> problems;
    Condition condition;
    for (auto it = filter.begin(); it != filter.end(); ++it) {
        const auto found = layout.keyColumn(it.key());
        if (!found) {
            problems += unknownDimension(QStringLiteral("where"), it.key()).problems();
            continue;
        }
        QList<QVariant> values;
        for (const QVariant &given : it.value()) {
            auto value = canonicalDimension(found->dimension, given);
            if (value.ok())
                values.append(*value);
            else
                problems += value.error().problems();
        }
        const QString column = layout.expression(*found, alias, side);
        if (values.size() == 1) {
            condition.sql += QStringLiteral(" AND %1 = ?").arg(column);
            condition.values.append(boundDimension(values.constFirst()));
        } else if (m_context.isSqlite()) {
            condition.sql += QStringLiteral(" AND %1 IN (SELECT value FROM json_each(?))").arg(column);
            condition.values.append(listParameter(values, layout.dialect()));
        } else {
            condition.sql += QStringLiteral(" AND %1 = ANY(?::%2[])").arg(column, castType(found->dimension));
            condition.values.append(listParameter(values, layout.dialect()));
        }
    }
    if (!problems.isEmpty())
        return Error::validation(std::move(problems));
    return condition;
}

Result<Reads::Condition> Reads::journalCondition(const Filter &filter) const
{
    const QString alias = QStringLiteral("m");
    Filter shared, ofSide;
    for (auto it = filter.begin(); it != filter.end(); ++it) {
        const auto column = m_context.layout.keyColumn(it.key());
        (column && column->ofSide ? ofSide : shared).insert(it.key(), it.value());
    }
    BINCARD_ASSIGN(all, condition(shared, alias));
    if (ofSide.isEmpty())
        return all;
    BINCARD_ASSIGN(debit, condition(ofSide, alias, QStringLiteral("dr")));
    BINCARD_ASSIGN(credit, condition(ofSide, alias, QStringLiteral("cr")));
    all.sql += QStringLiteral(" AND ((1 = 1%1) OR (1 = 1%2))").arg(debit.sql, credit.sql);
    all.values += debit.values + credit.values;
    return all;
}

Result<QList<KeyColumn>> Reads::groups(const QStringList &groupBy) const
{
    QList<Problem> problems;
    QList<KeyColumn> columns;
    for (const QString &name : groupBy) {
        const auto column = m_context.layout.keyColumn(name);
        if (!column)
            problems += unknownDimension(QStringLiteral("group_by"), name).problems();
        else if (std::ranges::find(columns, column->name, &KeyColumn::name) != columns.end())
            problems.append(
                {QStringLiteral("group_by"), 0, {QT_TRANSLATE_NOOP("Error", "\"%1\" is named twice."), {name}}});
        else
            columns.append(*column);
    }
    if (!problems.isEmpty())
        return Error::validation(std::move(problems));
    return columns;
}

Result<void> Reads::continueAfter(
    Condition &where, const QList<KeyColumn> &by, const QList<QVariant> &group, bool inOrder) const
{
    if (!inOrder)
        return Error::validation(QStringLiteral("after"),
            {QT_TRANSLATE_NOOP("Error", "Only rows in the order of their groups can be read page by page."), {}});
    QList<Problem> problems;
    QStringList columns, places;
    Values values;
    for (qsizetype i = 0; i < by.size() && group.size() == by.size(); ++i) {
        const auto value = canonicalDimension(by.at(i).dimension, group.at(i));
        if (value.ok())
            values.append(boundDimension(*value));
        else
            problems += value.error().problems();
        columns << m_context.layout.expression(by.at(i));
        places << QStringLiteral("?");
    }
    if (places.isEmpty())
        return Error::validation(QStringLiteral("after"),
            {QT_TRANSLATE_NOOP("Error", "A page goes on after the whole group of the last row before it."), {}});
    if (!problems.isEmpty())
        return Error::validation(std::move(problems));
    where.sql +=
        QStringLiteral(" AND (%1) > (%2)").arg(columns.join(QStringLiteral(", ")), places.join(QStringLiteral(", ")));
    where.values += values;
    return {};
}

QString Reads::list(const QList<KeyColumn> &columns)
{
    QStringList names;
    for (const KeyColumn &column : columns)
        names << column.name;
    return names.join(QStringLiteral(", "));
}

QString Reads::selected(const QList<KeyColumn> &columns) const
{
    QStringList expressions;
    for (const KeyColumn &column : columns)
        expressions << (column.analyticsKey.isEmpty()
                ? column.name
                : m_context.layout.expression(column) + QStringLiteral(" AS ") + column.name);
    return expressions.join(QStringLiteral(", "));
}

Result<QList<BalanceRow>> Reads::balance(const BalancesQuery &question)
{
    if (!m_context.definition().hasBalances())
        return Error::validation(QStringLiteral("register"),
            {QT_TRANSLATE_NOOP("Error", "%1 is a register of turnovers; it has no balances."),
                {m_context.definition().name()}});
    if (const auto key = fullKey(question))
        return balanceOf(*key);
    BINCARD_ASSIGN(where, condition(question.filter, {}));
    BINCARD_ASSIGN(by, groups(question.groupBy));
    if (!question.after.isEmpty())
        BINCARD_TRY(continueAfter(where, by, question.after, question.order.isEmpty()));
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
    BINCARD_TRY(checkedLimit(question.limit));
    Ordering ordering;
    for (qsizetype i = 0; i < by.size(); ++i)
        ordering.addColumn(question.groupBy.at(i), list({by.at(i)}));
    for (int i = 0; i < layout.resourceCount(); ++i)
        ordering.addFigure(
            layout.definition().resources().at(i).name, QStringLiteral("SUM(%1)").arg(layout.resource(i)));
    BINCARD_ASSIGN(order, ordering.sql(question.order));
    // The sign keeps PostgreSQL from calling the column "sum", as a dimension may be called that rows are sorted by.
    const QString sums = layout.resources(QStringLiteral("+SUM(%1)"));
    QString sql = QStringLiteral("SELECT %1 FROM %2 WHERE 1 = 1%3");
    Values values = where.values;
    if (by.isEmpty()) {
        sql = sql.arg(sums, layout.balances(), where.sql);
    } else {
        const QString columns = list(by);
        sql = sql.arg(columns + QStringLiteral(", ") + sums, layout.balances(), where.sql)
            + QStringLiteral(" GROUP BY %1 HAVING %2")
                  .arg(columns, layout.resources(QStringLiteral("SUM(%1) <> 0"), QStringLiteral(" OR ")))
            + order;
        if (question.limit > 0) {
            sql += QStringLiteral(" LIMIT ?");
            values.append(question.limit);
        }
    }
    auto rows = m_context.session->query(sql, values);
    if (!rows.ok())
        return overflowExplained(rows.error());
    QList<BalanceRow> balances;
    while (rows->next()) {
        BalanceRow row;
        int column = 0;
        for (const KeyColumn &key : by)
            row.group.append(Journal::dimension(*rows, column++, key.dimension));
        for (int i = 0; i < layout.resourceCount(); ++i) {
            BINCARD_ASSIGN(value, figure(m_context, *rows, column++, layout.scale(i)));
            row.resources.append(value);
        }
        balances.append(row);
    }
    if (const auto finished = rows->finished(); !finished.ok())
        return overflowExplained(finished.error());
    return balances;
}

Result<QList<TurnoverRow>> Reads::turnover(const TurnoverQuery &query)
{
    BINCARD_ASSIGN(where, condition(query.filter, {}));
    BINCARD_ASSIGN(by, groups(query.groupBy));
    if (!query.after.isEmpty())
        BINCARD_TRY(continueAfter(where, by, query.after, query.order.isEmpty() && query.by == Granularity::None));
    return turnover(query, where, by, false);
}

// Every figure can be ordered by; those of a balance are called like the resources.
Result<QString> Reads::order(
    const TurnoverQuery &query, const QList<KeyColumn> &by, bool onlyBalances, const TurnoverSql &statement) const
{
    Ordering ordering;
    for (qsizetype i = 0; i < by.size(); ++i)
        ordering.addColumn(query.groupBy.at(i), list({by.at(i)}));
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
    TurnoverSql statement(layout, list(by), selected(by), where.sql, where.values, query.by);
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

Result<MovementsPage> Reads::movements(const MovementsQuery &query)
{
    if (query.limit < 1 || query.limit > 100000)
        return Error::validation(
            QStringLiteral("limit"), {QT_TRANSLATE_NOOP("Error", "A page has 1 to 100000 movements."), {}});
    BINCARD_ASSIGN(where, journalCondition(query.filter));
    const auto add = [&](const char *sql, const Values &values) {
        where.sql += QLatin1String(" AND ") + QLatin1String(sql);
        where.values += values;
    };
    if (!query.recorder.isEmpty())
        add("m.recorder = ?", {query.recorder});
    if (query.from) {
        if (auto problem = momentProblem(QStringLiteral("from"), *query.from))
            return *problem;
        add("m.period >= ?", {*query.from});
    }
    if (query.to) {
        if (auto problem = momentProblem(QStringLiteral("to"), query.to->period))
            return *problem;
        if (const auto until = after(*query.to))
            add("m.period < ?", {*until});
    }
    BINCARD_ASSIGN(known, Known::on(query.knownOn, m_context.layout.dialect()));
    where.sql += known.upTo(QStringLiteral("m."));
    where.values += known.values();
    if (query.activeOnly) {
        where.sql +=
            QStringLiteral(" AND m.reversal_of IS NULL"
                           " AND NOT EXISTS (SELECT 1 FROM %1 t WHERE %2%3)")
                .arg(m_context.layout.journal(), m_context.layout.reverses(QStringLiteral("t"), QStringLiteral("m")),
                    known.upTo(QStringLiteral("t.")));
        where.values += known.values();
    }
    if (!query.after.isEmpty()) {
        BINCARD_ASSIGN(cursor, parseCursor(query.after));
        const auto &[period, id] = cursor;
        if (query.asRecorded)
            add(query.newestFirst ? "m.id < ?" : "m.id > ?", {id});
        else
            add(query.newestFirst ? "(m.period, m.id) < (?, ?)" : "(m.period, m.id) > (?, ?)", {period, id});
    }
    const QString direction = query.newestFirst ? QStringLiteral(" DESC") : QString();
    const QString order = (query.asRecorded ? QString() : QStringLiteral("m.period%1, ").arg(direction))
        + QStringLiteral("m.id") + direction;
    BINCARD_ASSIGN(rows,
        m_context.session->query(QStringLiteral("SELECT %1 FROM %2 m WHERE 1 = 1%3 ORDER BY %4 LIMIT ?")
                                     .arg(m_journal.columns(known), m_context.layout.journal(), where.sql, order),
            known.values() + where.values + Values{query.limit + 1}));
    MovementsPage page;
    while (rows.next()) {
        if (page.rows.size() == query.limit) {
            page.next = cursorAfter(page.rows.constLast());
            break;
        }
        BINCARD_ASSIGN(row, m_journal.row(rows));
        page.rows.append(row);
    }
    BINCARD_TRY(rows.finished());
    return page;
}

// Per key a walk over the changes from `from` on: it starts at the balance now less what later days bring, and adds
// their changes day by day. What an excepted recorder moved is taken out where it stands, or at `from` if that is
// later.
QString Reads::lowestSql(bool except) const
{
    const Layout &layout = m_context.layout;
    const int resource = std::max(layout.definition().forbiddenResource(), 0);
    QStringList fields;
    QStringList casts;
    for (int i = 0; i < layout.dimensionCount(); ++i) {
        fields << QStringLiteral("json_extract(j.value, '$[%1]') AS %2").arg(i).arg(layout.dimension(i));
        casts << QStringLiteral("?::%1[]").arg(castType(layout.keyDimensions().at(i)));
    }
    const bool sqlite = m_context.isSqlite();
    const QString wanted = sqlite
        ? QStringLiteral("SELECT j.key AS \"#position\", %1 FROM json_each(?) j").arg(fields.join(QStringLiteral(", ")))
        : QStringLiteral("SELECT u.\"#position\", %1 FROM unnest(%2) WITH ORDINALITY AS u(%1, \"#position\")")
              .arg(layout.dimensions(), casts.join(QStringLiteral(", ")));
    const QString day = layout.startOf(Level::Day, QStringLiteral("m.period"));
    const QString exception = except
        ? filled(QStringLiteral(R"(
    UNION ALL
    SELECT w."#position", {latest}({day}, f."#from"), -m.{resource}
    FROM "#wanted" w CROSS JOIN "#start" f JOIN {source} ON {journalKey}
    WHERE m.recorder = ? AND m.reversal_of IS NULL
        AND NOT EXISTS (SELECT 1 FROM {journal} r WHERE {reverses}))"),
            {{"latest", sqlite ? QStringLiteral("max") : QStringLiteral("greatest")}, {"day", day},
                {"resource", layout.resource(resource)}, {"journal", layout.journal()},
                {"reverses", layout.reverses(QStringLiteral("r"), QStringLiteral("m"))},
                {"source", layout.source(layout.journal(), QStringLiteral("m"))},
                {"journalKey", layout.sameKey(QStringLiteral("m"), QStringLiteral("w"))}})
        : QString();
    return filled(QStringLiteral(R"(WITH "#wanted" AS ({wanted}),
"#start" AS (SELECT CAST(? AS {date}) AS "#from"),
"#later" AS (
    SELECT w."#position", d."day" AS "#day", d.{receipts} - d.{issues} AS "#net"
    FROM "#wanted" w CROSS JOIN "#start" f JOIN {days} d ON {dayKey} AND d."day" > f."#from"
), "#change" AS (
    SELECT w."#position", f."#from" AS "#day", coalesce(b.{resource}, 0) AS "#net"
    FROM "#wanted" w CROSS JOIN "#start" f LEFT JOIN {balances} b ON {balanceKey}
    UNION ALL
    SELECT l."#position", f."#from", -l."#net" FROM "#later" l CROSS JOIN "#start" f
    UNION ALL
    SELECT "#position", "#day", "#net" FROM "#later"{exception}
), "#daily" AS (
    SELECT "#position", "#day", SUM("#net") AS "#net" FROM "#change" GROUP BY "#position", "#day"
), "#level" AS (
    SELECT "#position", "#day", SUM("#net") OVER (PARTITION BY "#position" ORDER BY "#day") AS "#left" FROM "#daily"
), "#ranked" AS (
    SELECT "#position", "#day", "#left",
        ROW_NUMBER() OVER (PARTITION BY "#position" ORDER BY "#left", "#day") AS "#rank" FROM "#level"
)
SELECT "#left", CAST("#day" AS TEXT) FROM "#ranked" WHERE "#rank" = 1 ORDER BY "#position")"),
        {{"wanted", wanted}, {"date", sqlite ? QStringLiteral("TEXT") : QStringLiteral("DATE")},
            {"receipts", layout.receipts(resource)}, {"issues", layout.issues(resource)},
            {"resource", layout.resource(resource)}, {"days", layout.totals(Level::Day)},
            {"balances", layout.balances()}, {"dayKey", layout.sameKey(QStringLiteral("d"), QStringLiteral("w"))},
            {"balanceKey", layout.sameKey(QStringLiteral("b"), QStringLiteral("w"))}, {"exception", exception}});
}

Result<QList<LowestBalance>> Reads::lowestBalances(
    const QList<QList<QVariant>> &keys, QDate from, const QString &exceptRecorder)
{
    const RegisterDefinition &definition = m_context.definition();
    if (!definition.hasBalances())
        return Error::validation(QStringLiteral("register"),
            {QT_TRANSLATE_NOOP("Error", "%1 is a register of turnovers; it has no balances."), {definition.name()}});
    if (auto problem = momentProblem(QStringLiteral("from"), Period(from)))
        return *problem;
    if (keys.isEmpty())
        return QList<LowestBalance>();
    QList<Problem> problems;
    KeyList list(m_context.layout);
    for (qsizetype i = 0; i < keys.size(); ++i)
        list.append(keys.at(i), static_cast<int>(i) + 1, problems);
    if (!problems.isEmpty())
        return Error::validation(std::move(problems));
    Values values = list.parameters();
    values.append(from);
    if (!exceptRecorder.isEmpty())
        values.append(exceptRecorder);
    auto rows = m_context.session->query(lowestSql(!exceptRecorder.isEmpty()), values);
    if (!rows.ok())
        return overflowExplained(rows.error());
    QList<LowestBalance> found;
    const int scale = m_context.layout.scale(std::max(definition.forbiddenResource(), 0));
    while (rows->next()) {
        BINCARD_ASSIGN(lowest, figure(m_context, *rows, 0, scale));
        found.append({lowest, rows->date(1)});
    }
    BINCARD_TRY(rows->finished());
    return found;
}

} // namespace bincard::accumulator
