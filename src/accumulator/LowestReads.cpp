// SPDX-License-Identifier: LGPL-3.0-or-later
// The lowest balance at the end of any day from a date on (rule E11, asked before it is refused).
#include "accumulator/Interval.h"
#include "accumulator/KeyList.h"
#include "accumulator/LowestSql.h"
#include "accumulator/Reads.h"

#include <QCoreApplication>

#include <algorithm>

namespace bincard::accumulator {

namespace {

/// What the active movements of a recorder brought to the keys wanted, taken out where it stands.
QString takenOutSql(const Layout &layout, int resource)
{
    return filled(QStringLiteral(R"(
    SELECT w."#position", {day} AS "#day", -m.{resource} AS "#net"
    FROM "#wanted" w JOIN {source} ON {key}
    WHERE m.recorder = ? AND m.reversal_of IS NULL
        AND NOT EXISTS (SELECT 1 FROM {journal} r WHERE {reverses}))"),
        {{"day", layout.startOf(Level::Day, QStringLiteral("m.period"))}, {"resource", layout.resource(resource)},
            {"journal", layout.journal()}, {"reverses", layout.reverses(QStringLiteral("r"), QStringLiteral("m"))},
            {"source", layout.source(layout.journal(), QStringLiteral("m"))},
            {"key", layout.sameKey(QStringLiteral("m"), QStringLiteral("w"))}});
}

QString startSql(const Layout &layout)
{
    return QStringLiteral("SELECT w.\"#position\", CAST(? AS %1) AS \"#from\" FROM \"#wanted\" w")
        .arg(layout.dialect().isSqlite() ? QStringLiteral("TEXT") : QStringLiteral("DATE"));
}

} // namespace

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
    const int resource = std::max(definition.forbiddenResource(), 0);
    LowestQuestion question{list.relation(), {}, startSql(m_context.layout), resource};
    db::Values values = list.parameters();
    if (!exceptRecorder.isEmpty()) {
        question.moved = takenOutSql(m_context.layout, resource);
        values.append(exceptRecorder);
    }
    values.append(from);
    auto rows = m_context.session->query(lowestSql(m_context.layout, question)
            + QStringLiteral("SELECT \"#level\", CAST(\"#day\" AS TEXT) FROM \"#lowest\" ORDER BY \"#position\""),
        values);
    if (!rows.ok())
        return overflowExplained(rows.error());
    QList<LowestBalance> found;
    while (rows->next()) {
        BINCARD_ASSIGN(lowest, figure(m_context, *rows, 0, m_context.layout.scale(resource)));
        found.append({lowest, rows->date(1)});
    }
    if (const auto finished = rows->finished(); !finished.ok())
        return overflowExplained(finished.error());
    return found;
}

} // namespace bincard::accumulator
