// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/LowestSql.h"

namespace bincard::accumulator {

namespace {

// The months of each key behind `from`, with what they bring and the bound of what they fall to; the month of `from`
// itself stands for its days behind `from`. What is moved besides falls at most as deep as its decreases together.
const char *const months = R"(WITH "#wanted" AS ({wanted}){moved},
"#start" AS (
    SELECT s."#position", s."#from", {fromMonth} AS "#month", {fromLast} AS "#last" FROM ({start}) AS s
), "#net" AS (
    SELECT w."#position", m."month" AS "#month", m.{receipts} - m.{issues} AS "#net", {lowest} AS "#low"
    FROM "#wanted" w CROSS JOIN "#start" f CROSS JOIN {months} m
    WHERE f."#position" = w."#position" AND {monthKey} AND m."month" > f."#month"
    UNION ALL
    SELECT w."#position", f."#month", d.{receipts} - d.{issues}, 0
    FROM "#wanted" w CROSS JOIN "#start" f CROSS JOIN {days} d
    WHERE f."#position" = w."#position" AND {dayKey} AND d."day" > f."#from" AND d."day" <= f."#last"
    UNION ALL
    SELECT "#position", "#month", 0, 0 FROM "#start"{movedNet}
), "#month" AS (
    SELECT "#position", "#month", SUM("#net") AS "#net", SUM("#low") AS "#low" FROM "#net"
    GROUP BY "#position", "#month"
), "#now" AS (
    SELECT w."#position", {now}{movedNow} AS "#level" FROM "#wanted" w
), )";

// The level at `from` and those at the ends of months are levels at ends of days; below the lowest of them only months
// can lie whose bound does, and as low as it, but earlier, only months before the first that ends there.
const char *const days = R"("#span" AS (
    SELECT m."#position", m."#month", m."#net", m."#low",
        n."#level" - SUM(m."#net") OVER (PARTITION BY m."#position" ORDER BY m."#month" DESC) AS "#level"
    FROM "#month" m JOIN "#now" n ON n."#position" = m."#position"
), "#end" AS (
    SELECT "#position", "#month", "#level",
        ROW_NUMBER() OVER (PARTITION BY "#position" ORDER BY "#level", "#month") AS "#rank"
    FROM (
        SELECT "#position", "#month", "#level" + "#net" AS "#level" FROM "#span"
        UNION ALL
        SELECT s."#position", s."#month", s."#level"
        FROM "#span" s JOIN "#start" f ON f."#position" = s."#position" AND f."#month" = s."#month") AS e
), "#doubt" AS (
    SELECT s."#position", s."#month", s."#level",
        CASE WHEN s."#month" = f."#month" THEN f."#from" ELSE {before} END AS "#before", {last} AS "#last"
    FROM "#span" s JOIN "#start" f ON f."#position" = s."#position"
    JOIN "#end" e ON e."#position" = s."#position" AND e."#rank" = 1
    WHERE s."#month" = f."#month" OR {doubtful}
), "#change" AS (
    SELECT t."#position", t."#month", d."day" AS "#day", d.{receipts} - d.{issues} AS "#net"
    FROM "#doubt" t CROSS JOIN "#wanted" w CROSS JOIN {days} d
    WHERE w."#position" = t."#position" AND {dayKey} AND d."day" > t."#before" AND d."day" <= t."#last"{movedDays}
), "#daily" AS (
    SELECT "#position", "#month", "#day", SUM("#net") AS "#net" FROM "#change" GROUP BY "#position", "#month", "#day"
), "#level" AS (
    SELECT y."#position", y."#day",
        t."#level" + SUM(y."#net") OVER (PARTITION BY y."#position", y."#month" ORDER BY y."#day") AS "#level"
    FROM "#daily" y JOIN "#doubt" t ON t."#position" = y."#position" AND t."#month" = y."#month"
    UNION ALL
    SELECT s."#position", f."#from", s."#level"
    FROM "#span" s JOIN "#start" f ON f."#position" = s."#position" AND f."#month" = s."#month"
), "#lowest" AS (
    SELECT "#position", "#level", "#day" FROM (
        SELECT "#position", "#level", "#day",
            ROW_NUMBER() OVER (PARTITION BY "#position" ORDER BY "#level", "#day") AS "#rank" FROM "#level") AS r
    WHERE "#rank" = 1
)
)";

QString lastOf(const Layout &layout, const QString &month)
{
    return (layout.dialect().isSqlite() ? QStringLiteral("substr(%1, 1, 8) || '31'")
                                        : QStringLiteral("(%1 + interval '1 month')::date - 1"))
        .arg(month);
}

} // namespace

QString balanceNow(const Layout &layout, int resource)
{
    const auto key = [&](const char *alias) { return layout.sameKey(QLatin1String(alias), QStringLiteral("w")); };
    if (layout.definition().hasBalances())
        return QStringLiteral("coalesce((SELECT b.%1 FROM %2 b WHERE %3), 0)")
            .arg(layout.resource(resource), layout.balances(), key("b"));
    return QStringLiteral("coalesce((SELECT SUM(m.%1 - m.%2) FROM %3 m WHERE %4), 0)")
        .arg(layout.receipts(resource), layout.issues(resource), layout.totals(Level::Month), key("m"));
}

QString lowestSql(const Layout &layout, const LowestQuestion &question)
{
    const bool sqlite = layout.dialect().isSqlite();
    const bool bounded = layout.hasLowest();
    const QString smaller = sqlite ? QStringLiteral("min") : QStringLiteral("least");
    QString lowest = bounded ? QStringLiteral("m.") + layout.lowest() : QStringLiteral("0");
    QString moved, movedNet, movedNow, movedDays;
    if (!question.moved.isEmpty()) {
        // What is moved may stand on a day before the first that the month knows.
        lowest = QStringLiteral("%1(%2, 0)").arg(smaller, lowest);
        moved = QStringLiteral(", \"#moved\" AS (%1)").arg(question.moved);
        movedNet = QStringLiteral(R"(
    UNION ALL
    SELECT v."#position", %1, v."#net", %2(v."#net", 0)
    FROM "#moved" v JOIN "#start" f ON f."#position" = v."#position" AND v."#day" > f."#from")")
                       .arg(layout.startOf(Level::Month, QStringLiteral("v.\"#day\"")), smaller);
        movedNow = QStringLiteral(
            " + coalesce((SELECT SUM(v.\"#net\") FROM \"#moved\" v WHERE v.\"#position\" = w.\"#position\"), 0)");
        movedDays = QStringLiteral(R"(
    UNION ALL
    SELECT t."#position", t."#month", v."#day", v."#net"
    FROM "#doubt" t JOIN "#moved" v ON v."#position" = t."#position" AND v."#day" > t."#before"
        AND v."#day" <= t."#last")");
    }
    const QString month = QStringLiteral("s.\"#month\"");
    const QString fromMonth = layout.startOf(Level::Month, QStringLiteral("s.\"#from\""));
    return filled(QLatin1String(months) + QLatin1String(days),
        {{"moved", moved}, {"movedNet", movedNet}, {"movedNow", movedNow}, {"movedDays", movedDays},
            {"wanted", question.wanted}, {"start", question.start}, {"fromMonth", fromMonth},
            {"fromLast", lastOf(layout, fromMonth)}, {"last", lastOf(layout, month)},
            {"before", (sqlite ? QStringLiteral("substr(%1, 1, 8) || '00'") : QStringLiteral("%1 - 1")).arg(month)},
            {"doubtful",
                bounded
                    ? QStringLiteral("s.\"#level\" + s.\"#low\" < e.\"#level\""
                                     " OR (s.\"#level\" + s.\"#low\" = e.\"#level\" AND s.\"#month\" <= e.\"#month\")")
                    : QStringLiteral("1 = 1")},
            {"lowest", lowest}, {"now", balanceNow(layout, question.resource)},
            {"receipts", layout.receipts(question.resource)}, {"issues", layout.issues(question.resource)},
            {"days", layout.totals(Level::Day)}, {"months", layout.totals(Level::Month)},
            {"dayKey", layout.sameKey(QStringLiteral("d"), QStringLiteral("w"))},
            {"monthKey", layout.sameKey(QStringLiteral("m"), QStringLiteral("w"))}});
}

} // namespace bincard::accumulator
