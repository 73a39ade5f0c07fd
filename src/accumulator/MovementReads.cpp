// SPDX-License-Identifier: LGPL-3.0-or-later
// Movements page by page (rule E8): a cursor names the last row of a page, so that no page costs more than another.
#include "accumulator/Interval.h"
#include "accumulator/Reads.h"

#include <QCoreApplication>

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

} // namespace

Result<MovementsPage> Reads::movements(const MovementsQuery &query)
{
    if (query.limit < 1 || query.limit > 100000)
        return Error::validation(
            QStringLiteral("limit"), {QT_TRANSLATE_NOOP("Error", "A page has 1 to 100000 movements."), {}});
    BINCARD_ASSIGN(where, Selection(m_context.layout).journalCondition(query.filter));
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

} // namespace bincard::accumulator
