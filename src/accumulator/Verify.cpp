// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Verify.h"

#include "accumulator/Generator.h"

#include <QCoreApplication>

namespace bincard::accumulator {

namespace {

bool goesOn(const Progress &progress, qint64 done, qint64 total) { return !progress || progress(done, total); }

/// As it is, even where a forged or overflowing figure is no decimal of its column.
QString figureText(const RegisterContext &context, const db::Rows &rows, int column, int scale)
{
    if (context.isSqlite())
        return Decimal(rows.integer(column), scale).toString();
    const auto parsed = Decimal::parse(rows.text(column), scale);
    return parsed.ok() ? parsed->toString() : rows.text(column);
}

constexpr qint64 movementsAtOnce = 250'000;
constexpr qint64 maximumStretches = 60;

Error cancelled() { return {ErrorCode::Cancelled, {QT_TRANSLATE_NOOP("Error", "Cancelled."), {}}}; }

} // namespace

Result<void> requireReadCommitted(db::Session &session)
{
    BINCARD_ASSIGN(rows, session.query(QStringLiteral("SELECT current_setting('transaction_isolation')")));
    if (rows.next() && rows.text(0) == u"read committed")
        return {};
    return Error(ErrorCode::Storage,
        {QT_TRANSLATE_NOOP("Error", "This is done in a transaction of the isolation READ COMMITTED."), {}});
}

QList<Verify::Check> Verify::checks() const
{
    const Layout &layout = m_context.layout;
    QList<Check> all;
    for (const Level level : levels) {
        Check check{levelName(level), layout.totals(level), Layout::column(level), {}, {}, {}, {}};
        for (int i = 0; i < layout.resourceCount(); ++i) {
            const QString name = layout.definition().resources().at(i).name;
            check.columns << layout.receipts(i) << layout.issues(i);
            check.expected << layout.addedReceipts(i, {}) << layout.addedIssues(i, {});
            check.labels << name + QStringLiteral("_receipts") << name + QStringLiteral("_issues");
            check.scales << layout.scale(i) << layout.scale(i);
        }
        all.append(check);
    }
    if (layout.definition().hasBalances()) {
        Check check{QStringLiteral("balance"), layout.balances(), {}, {}, {}, {}, {}};
        for (int i = 0; i < layout.resourceCount(); ++i) {
            check.columns << layout.resource(i);
            check.expected << layout.resource(i);
            check.labels << layout.definition().resources().at(i).name;
            check.scales << layout.scale(i);
        }
        all.append(check);
    }
    return all;
}

QString Verify::Stretch::condition(const QString &column) const
{
    QString text;
    if (from.isValid())
        text += QStringLiteral(" AND %1 >= ?").arg(column);
    if (until.isValid())
        text += QStringLiteral(" AND %1 < ?").arg(column);
    return text;
}

db::Values Verify::Stretch::periods() const
{
    db::Values values;
    for (const QDate &date : {from, until}) {
        if (date.isValid())
            values.append(Period(date));
    }
    return values;
}

db::Values Verify::Stretch::dates() const
{
    db::Values values;
    for (const QDate &date : {from, until}) {
        if (date.isValid())
            values.append(date);
    }
    return values;
}

/// As many as the journal is long, told by its ids, and as there are months between its first period and its last.
Result<QList<Verify::Stretch>> Verify::stretches() const
{
    BINCARD_ASSIGN(rows,
        m_context.session->query(QStringLiteral("SELECT (SELECT CAST(min(period) AS TEXT) FROM %1),"
                                                " (SELECT CAST(max(period) AS TEXT) FROM %1),"
                                                " (SELECT coalesce(max(id), 0) FROM %1)")
                                     .arg(m_context.layout.journal())));
    if (!rows.next() || rows.isNull(0)) {
        BINCARD_TRY(rows.finished());
        return QList<Stretch>{{}};
    }
    const auto month = [](QDate date) { return date.year() * 12 + date.month() - 1; };
    const int first = month(rows.period(0).date), last = month(rows.period(1).date);
    const qint64 count =
        std::min({rows.integer(2) / movementsAtOnce + 1, maximumStretches, static_cast<qint64>(last - first) + 1});
    QList<Stretch> all{{}};
    for (qint64 i = 1; i < count; ++i) {
        const int bound = first + static_cast<int>((last - first + 1) * i / count);
        const QDate date(bound / 12, bound % 12 + 1, 1);
        all.last().until = date;
        all.append({date, {}});
    }
    return all;
}

// Both sides stacked and added up by key: a full outer join that every engine has. The first row counts them all.
QString Verify::sql(const Check &check, const Stretch &stretch) const
{
    const Layout &layout = m_context.layout;
    const bool byPeriod = !check.period.isEmpty();
    QString key = layout.dimensions();
    QString journalKey = key;
    if (byPeriod) {
        const Level level = check.name == levelName(Level::Day) ? Level::Day : Level::Month;
        key += QStringLiteral(", ") + check.period;
        journalKey += QStringLiteral(", %1 AS %2").arg(layout.startOf(level, QStringLiteral("period")), check.period);
    }
    QStringList fromJournal, fromTable, sums, different, nulls, names;
    for (qsizetype i = 0; i < check.columns.size(); ++i) {
        const QString expected = QStringLiteral("\"#expected%1\"").arg(i);
        const QString actual = QStringLiteral("\"#actual%1\"").arg(i);
        fromJournal << QStringLiteral("%1 AS %2, 0 AS %3").arg(check.expected.at(i), expected, actual);
        fromTable << QStringLiteral("0, ") + check.columns.at(i);
        sums << QStringLiteral("SUM(%1) AS %1, SUM(%2) AS %2").arg(expected, actual);
        different << QStringLiteral("%1 <> %2").arg(expected, actual);
        names << expected << actual;
    }
    for (qsizetype i = 0; i < layout.dimensionCount() + (byPeriod ? 1 : 0) + names.size(); ++i)
        nulls << QStringLiteral("NULL");
    QStringList order{QStringLiteral("1")}; // then the key, which stands from the fourth column on
    for (int i = 0; i < layout.dimensionCount() + (byPeriod ? 1 : 0); ++i)
        order << QString::number(4 + i);
    const QString separator = QStringLiteral(", ");
    const QString readKey =
        byPeriod ? layout.dimensions() + QStringLiteral(", CAST(%1 AS TEXT)").arg(check.period) : key;
    return filled(QStringLiteral(R"(WITH "#all" AS (
    SELECT {key}, MAX("#journal") AS "#journal", MAX("#table") AS "#table", {sums} FROM (
        SELECT {journalKey}, 1 AS "#journal", 0 AS "#table", {fromJournal} FROM {journal}
        WHERE 1 = 1{journalStretch}
        UNION ALL
        SELECT {key}, 0, 1, {fromTable} FROM {table} WHERE 1 = 1{tableStretch}) AS "#both"
    GROUP BY {key}
)
SELECT 0 AS "#kind", COUNT(*), 0, {nulls} FROM "#all"
UNION ALL
SELECT 1, "#journal", "#table", {readKey}, {names} FROM "#all" WHERE "#journal" <> "#table" OR {different}
ORDER BY {order})"),
        {{"key", key}, {"sums", sums.join(separator)}, {"journalKey", journalKey},
            {"fromJournal", fromJournal.join(separator)},
            {"journal", layout.source(layout.everRecorded(layout.journal(), layout.sealed()))},
            {"journalStretch", stretch.condition(QStringLiteral("period"))},
            {"tableStretch", stretch.condition(check.period)}, {"fromTable", fromTable.join(separator)},
            {"table", check.table}, {"nulls", nulls.join(separator)}, {"readKey", readKey},
            {"names", names.join(separator)}, {"order", order.join(separator)},
            {"different", different.join(QStringLiteral(" OR "))}});
}

Result<VerifyRow> Verify::row(const Check &check, const db::Rows &rows) const
{
    VerifyRow row;
    row.check = check.name;
    const bool inJournal = rows.boolean(1);
    const bool inTable = rows.boolean(2);
    int column = 3;
    QStringList key;
    for (int i = 0; i < m_context.layout.dimensionCount(); ++i, ++column)
        key << m_context.layout.keyDimensions().at(i).name + u'='
                + Journal::dimension(rows, column, m_context.layout.keyDimensions().at(i)).toString();
    row.key = key.join(QStringLiteral(", "));
    if (!check.period.isEmpty())
        row.period = rows.text(column++).left(check.period == Layout::column(Level::Month) ? 7 : 10);
    QStringList expected, actual;
    for (qsizetype i = 0; i < check.labels.size(); ++i) {
        const QString shouldBe = figureText(m_context, rows, column++, check.scales.at(i));
        const QString is = figureText(m_context, rows, column++, check.scales.at(i));
        if (inJournal && inTable && shouldBe == is)
            continue;
        expected << check.labels.at(i) + u'=' + shouldBe;
        actual << check.labels.at(i) + u'=' + is;
    }
    row.status =
        !inTable ? QStringLiteral("missing") : (inJournal ? QStringLiteral("mismatch") : QStringLiteral("orphan"));
    if (inJournal)
        row.expected = expected.join(QStringLiteral(", "));
    if (inTable)
        row.actual = actual.join(QStringLiteral(", "));
    return row;
}

Verify::Check Verify::lowestCheck() const
{
    const Layout &layout = m_context.layout;
    const int resource = layout.definition().forbiddenResource();
    return {QStringLiteral("month.lowest"), layout.totals(Level::Month), Layout::column(Level::Month),
        {layout.lowest()}, {}, {layout.definition().resources().at(resource).name + QStringLiteral("_lowest")},
        {layout.scale(resource)}};
}

// What is too low makes a posting slower, never wrong (see Layout::lowest), so only what is too high is a finding.
// Months that are missing or too many are found with their totals.
QString Verify::lowestSql(const Stretch &stretch) const
{
    const Layout &layout = m_context.layout;
    const auto start = [&](Level level) { return layout.startOf(level, QStringLiteral("period")); };
    QStringList order;
    for (int i = 0; i <= layout.dimensionCount(); ++i)
        order << QString::number(4 + i);
    return filled(QStringLiteral(R"(WITH "#daily" AS (
    SELECT {key}, {dayStart} AS "day", {monthStart} AS "month", SUM({resource}) AS "#net" FROM {journal}
    WHERE 1 = 1{stretch} GROUP BY {key}, {dayStart}, {monthStart}
), "#running" AS (
    SELECT {key}, "month", SUM("#net") OVER (PARTITION BY {key}, "month" ORDER BY "day") AS "#sum" FROM "#daily"
), "#expected" AS (
    SELECT {key}, "month", MIN("#sum") AS "#lowest" FROM "#running"
    GROUP BY {key}, "month"
), "#all" AS (
    SELECT {tKey}, t."month", e."#lowest", t.{lowest} AS "#actual" FROM {months} t JOIN "#expected" e ON {sameKey}
        AND e."month" = t."month"
)
SELECT 1, 1, 1, {key}, CAST("month" AS TEXT), "#lowest", "#actual" FROM "#all" WHERE "#actual" > "#lowest"
ORDER BY {order})"),
        {{"key", layout.dimensions()}, {"tKey", layout.dimensions(QStringLiteral("t.%1"))},
            {"sameKey", layout.sameKey(QStringLiteral("e"), QStringLiteral("t"))}, {"dayStart", start(Level::Day)},
            {"monthStart", start(Level::Month)}, {"lowest", layout.lowest()},
            {"resource", layout.resource(layout.definition().forbiddenResource())}, {"journal", layout.journal()},
            {"stretch", stretch.condition(QStringLiteral("period"))}, {"months", layout.totals(Level::Month)},
            {"order", order.join(QStringLiteral(", "))}});
}

Result<void> Verify::run(const Check &check, const QString &sql, const db::Values &values, VerifyResult &result)
{
    BINCARD_ASSIGN(rows, m_context.session->query(sql, values));
    while (rows.next()) {
        if (rows.integer(0) == 0) {
            result.checked += rows.integer(1);
            continue;
        }
        BINCARD_ASSIGN(found, row(check, rows));
        result.rows.append(found);
    }
    return rows.finished();
}

Result<VerifyResult> Verify::verify(const Progress &progress)
{
    VerifyResult result;
    const QList<Check> all = checks();
    BINCARD_ASSIGN(parts, stretches());
    const bool hasLowest = m_context.layout.hasLowest();
    const qint64 total = parts.size() * (all.size() + (hasLowest ? 1 : 0));
    qint64 done = 0;
    for (const Check &check : all) {
        if (check.period.isEmpty()) { // balances are of all time; it takes as long as all stretches of a total
            if (!goesOn(progress, done, total))
                return cancelled();
            BINCARD_TRY(run(check, sql(check, {}), {}, result));
            done += parts.size();
            continue;
        }
        for (const Stretch &part : parts) {
            if (!goesOn(progress, done++, total))
                return cancelled();
            BINCARD_TRY(run(check, sql(check, part), part.periods() + part.dates(), result));
        }
    }
    for (qsizetype i = 0; hasLowest && i < parts.size(); ++i) {
        if (!goesOn(progress, done++, total))
            return cancelled();
        BINCARD_TRY(run(lowestCheck(), lowestSql(parts.at(i)), parts.at(i).periods(), result));
    }
    if (!goesOn(progress, total, total))
        return cancelled();
    return result;
}

Result<void> Verify::rebuild(const Progress &progress)
{
    return inOwnOrCallersTransaction<void>(*m_context.session, [&] { return rebuildAll(progress); });
}

Result<void> Verify::rebuildAll(const Progress &progress)
{
    const Layout &layout = m_context.layout;
    const Generator generator(layout, m_context.schema);
    db::Session &session = *m_context.session;
    if (!m_context.isSqlite()) {
        BINCARD_TRY(requireReadCommitted(session));
        BINCARD_TRY(session.run(QStringLiteral("LOCK TABLE %1 IN SHARE ROW EXCLUSIVE MODE").arg(layout.journal())));
    }
    for (const QString &statement : generator.suspendGuards())
        BINCARD_TRY(session.run(statement));
    const QStringList fills = generator.fillDerived();
    const QStringList tables = layout.tableNames();
    for (qsizetype i = 0; i < fills.size(); ++i) {
        if (!goesOn(progress, i, fills.size()))
            return cancelled();
        BINCARD_TRY(session.run(QStringLiteral("DELETE FROM ") + db::Dialect::quoted(tables.at(i + 1))));
        if (const auto done = session.run(fills.at(i)); !done.ok())
            return overflowExplained(done.error());
    }
    if (!goesOn(progress, fills.size(), fills.size()))
        return cancelled();
    for (const QString &statement : generator.restoreGuards())
        BINCARD_TRY(session.run(statement));
    session.forgetStatements();
    return {};
}

} // namespace bincard::accumulator
