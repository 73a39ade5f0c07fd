// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Preview.h"

#include "accumulator/Chart.h"
#include "accumulator/Closing.h"
#include "accumulator/Encoding.h"
#include "accumulator/KeyList.h"
#include "accumulator/LowestSql.h"
#include "accumulator/Posting.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace bincard::accumulator {

namespace {

QString keyText(const QList<QVariant> &key)
{
    QStringList parts;
    for (const QVariant &value : key)
        parts << value.toString();
    return parts.join(QChar(0)); // no text of a movement holds it
}

Result<void> add(QList<Decimal> &sums, const QList<Decimal> &values)
{
    if (sums.isEmpty()) {
        sums = values;
        return {};
    }
    for (qsizetype i = 0; i < sums.size(); ++i) {
        BINCARD_ASSIGN(sum, sums.at(i).plus(values.at(i)));
        sums[i] = sum;
    }
    return {};
}

bool isNothing(const QList<Decimal> &values) { return std::ranges::all_of(values, &Decimal::isZero); }

} // namespace

int Preview::judged() const { return std::max(m_context.definition().forbiddenResource(), 0); }

Result<QList<Preview::Change>> Preview::changes(const QList<NewRow> &rows) const
{
    QList<Change> found;
    QHash<QString, qsizetype> positions;
    for (const NewRow &row : rows) {
        for (const auto &[key, resources] : keyChanges(m_context.layout, row)) {
            const QString text = keyText(key);
            if (!positions.contains(text)) {
                positions.insert(text, found.size());
                found.append({key, {}, {}});
            }
            Change &change = found[positions.value(text)];
            BINCARD_TRY(add(change.sums, resources));
            BINCARD_TRY(add(change.days[row.period.date], resources));
        }
    }
    for (Change &change : found) {
        // What a day takes and gives alike does not change it; of a key that nothing changes the first day stays.
        const QDate first = change.days.firstKey();
        const QList<Decimal> nothing = change.days.first();
        change.days.removeIf([](const auto &day) { return isNothing(day.value()); });
        if (change.days.isEmpty())
            change.days.insert(first, nothing);
    }
    return found;
}

// The walk of rule E11 with what the operation adds, from the first day on that it changes.
QString Preview::sql(const KeyList &keys) const
{
    const Layout &layout = m_context.layout;
    QStringList before;
    for (int i = 0; i < layout.resourceCount(); ++i)
        before << balanceNow(layout, i);
    const QString added = m_context.isSqlite()
        ? QStringLiteral("SELECT json_extract(j.value, '$[0]') AS \"#position\", json_extract(j.value, '$[1]') AS"
                         " \"#day\", json_extract(j.value, '$[2]') AS \"#net\" FROM json_each(?) j")
        : QStringLiteral("SELECT * FROM unnest(?::bigint[], ?::date[], ?::numeric[]) AS u(\"#position\", \"#day\","
                         " \"#net\")");
    const QString start =
        QStringLiteral("SELECT \"#position\", min(\"#day\") AS \"#from\" FROM \"#moved\" GROUP BY \"#position\"");
    return lowestSql(layout, {keys.relation(), added, start, judged()})
        + QStringLiteral("SELECT w.\"#position\", l.\"#level\", CAST(l.\"#day\" AS TEXT), %1\n"
                         "FROM \"#wanted\" w JOIN \"#lowest\" l ON l.\"#position\" = w.\"#position\"\nORDER BY %2")
              .arg(before.join(QStringLiteral(", ")), layout.dimensions(QStringLiteral("w.%1")));
}

db::Values Preview::addedParameters(const QList<Change> &changes) const
{
    QJsonArray all;
    ArrayText positions, days, nets;
    for (qsizetype i = 0; i < changes.size(); ++i) {
        for (auto day = changes.at(i).days.begin(); day != changes.at(i).days.end(); ++day) {
            const QString date = day.key().toString(Qt::ISODate);
            const Decimal net = day->at(judged());
            if (m_context.isSqlite()) {
                all.append(QJsonArray{i, date, net.units()});
                continue;
            }
            positions.append(QString::number(i));
            days.append(date);
            nets.append(net.toString());
        }
    }
    if (m_context.isSqlite())
        return {QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact))};
    return {positions.text(), days.text(), nets.text()};
}

/// As posting would find it by its foreign keys.
Result<void> Preview::checkReferences(const QList<Change> &changes) const
{
    QList<Problem> problems;
    for (int i = 0; i < m_context.layout.dimensionCount(); ++i) {
        const Dimension &dimension = m_context.layout.keyDimensions().at(i);
        if (dimension.type != DimensionType::Ref)
            continue;
        QList<QVariant> ids;
        for (const Change &change : changes)
            ids.append(change.key.at(i));
        const QString given = m_context.isSqlite() ? QStringLiteral("SELECT value AS id FROM json_each(?)")
                                                   : QStringLiteral("SELECT unnest(?::bigint[]) AS id");
        BINCARD_ASSIGN(rows,
            m_context.session->query(
                QStringLiteral(
                    "SELECT min(g.id) FROM (%1) AS g WHERE NOT EXISTS (SELECT 1 FROM %2 c WHERE c.id = g.id)")
                    .arg(given, db::Dialect::quoted(dimension.refTable)),
                {listParameter(ids, m_context.layout.dialect())}));
        if (rows.next() && !rows.isNull(0))
            problems.append({dimension.name, 0,
                {QT_TRANSLATE_NOOP("Error", "There is no %1 with the id %2."), {dimension.name, rows.text(0)}}});
        BINCARD_TRY(rows.finished());
    }
    if (!problems.isEmpty())
        return Error::validation(std::move(problems));
    return {};
}

Result<KeyEffect> Preview::keyEffect(const Change &change, const db::Rows &row) const
{
    KeyEffect effect;
    effect.key = change.key;
    BINCARD_ASSIGN(lowest, figure(m_context, row, 1, m_context.layout.scale(judged())));
    effect.lowest = lowest;
    effect.lowestDate = row.date(2);
    effect.refused = lowest.isNegative() && m_context.definition().forbiddenResource() >= 0;
    for (int i = 0; i < m_context.layout.resourceCount(); ++i) {
        BINCARD_ASSIGN(before, figure(m_context, row, 3 + i, m_context.layout.scale(i)));
        BINCARD_ASSIGN(after, before.plus(change.sums.at(i)));
        effect.before.append(before);
        effect.after.append(after);
    }
    return effect;
}

Result<EffectPreview> Preview::effect(const QString &recorder, const QList<Movement> &movements, bool append)
{
    BINCARD_ASSIGN(plan, Posting(m_context).planned(recorder, movements, append));
    EffectPreview preview{plan.result.reversed, plan.result.posted, plan.result.unchanged, {}};
    if (plan.changes.isEmpty())
        return preview;
    BINCARD_ASSIGN(closed, Closing(*m_context.session).until());
    const Period earliest = std::ranges::min_element(plan.changes, {}, &NewRow::period)->period;
    if (closed.isValid() && earliest.date <= closed)
        return Closing::error(closed, earliest);
    BINCARD_ASSIGN(changed, changes(plan.changes));
    BINCARD_TRY(checkReferences(changed));
    if (m_context.definition().isLedger())
        BINCARD_TRY(Chart(*m_context.session).check(plan.changes));
    KeyList keys(m_context.layout);
    QList<Problem> problems;
    for (const Change &change : changed)
        keys.append(change.key, 0, problems);
    if (!problems.isEmpty())
        return Error::validation(std::move(problems));
    auto rows = m_context.session->query(sql(keys), keys.parameters() + addedParameters(changed));
    if (!rows.ok())
        return overflowExplained(rows.error());
    while (rows->next()) {
        BINCARD_ASSIGN(effect, keyEffect(changed.at(rows->integer(0)), *rows));
        preview.keys.append(effect);
    }
    if (const auto finished = rows->finished(); !finished.ok())
        return overflowExplained(finished.error());
    return preview;
}

} // namespace bincard::accumulator
