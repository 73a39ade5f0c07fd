// SPDX-License-Identifier: LGPL-3.0-or-later
// What the engines say when they refuse rows of a journal, in words and figures.
#include "accumulator/Closing.h"
#include "accumulator/Generator.h"
#include "accumulator/JournalRows.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace bincard::accumulator {

using db::Values;

namespace {

constexpr qsizetype recordersNamed = 3, recordersListed = 1000;

Error insufficientStock(const QJsonArray &shortages)
{
    // Without what the engine said: it says the same again, and differently on each engine.
    return Error(ErrorCode::InsufficientStock, {QT_TRANSLATE_NOOP("Error", "There is not enough in stock."), {}},
        {{QStringLiteral("shortages"), shortages}});
}

} // namespace

Error Journal::shortOfStock()
{
    const auto found = shortages(nullptr);
    return found.ok() ? insufficientStock(*found) : found.error();
}

Error Journal::alreadyPosted(const QStringList &active) const
{
    const QString named = active.mid(0, recordersNamed).join(QStringLiteral(", "));
    const Message message = active.size() == 1 ? Message{QT_TRANSLATE_NOOP("Error", "%1 is posted already."), {named}}
        : active.size() <= recordersNamed
        ? Message{QT_TRANSLATE_NOOP("Error", "%1 are posted already."), {named}}
        : Message{QT_TRANSLATE_NOOP("Error", "%1 recorders are posted already: %2 and others."),
            {QString::number(active.size()), named}};
    return {ErrorCode::AlreadyPosted, message,
        {{QStringLiteral("register"), m_context.definition().name()},
            {QStringLiteral("recorders"), QJsonArray::fromStringList(active.mid(0, recordersListed))},
            {QStringLiteral("recorders_total"), active.size()}}};
}

Error Journal::appendError(const Error &error, const QList<NewRow> &rows)
{
    if (m_context.isSqlite()) {
        if (const auto current = refuseOutdated(); !current.ok() && current.error().code() == ErrorCode::Conflict)
            return current.error();
    }
    if (error.code() == ErrorCode::InsufficientStock) {
        // PostgreSQL's trigger says it all; on SQLite the statement is undone and the transaction can still be asked.
        QJsonArray found = error.details().value(QLatin1String("raised")).toArray();
        if (m_context.isSqlite()) {
            auto asked = shortages(&rows);
            if (!asked.ok())
                return asked.error();
            found = *asked;
        }
        return insufficientStock(found);
    }
    if (error.code() == ErrorCode::PeriodClosed) {
        if (!m_context.isSqlite())
            return Closing::error(error.details().value(QLatin1String("raised")).toObject());
        const auto closed = Closing(*m_context.session).until();
        if (!closed.ok())
            return closed.error();
        return Closing::error(*closed, std::ranges::min_element(rows, {}, &NewRow::period)->period);
    }
    if (error.code() == ErrorCode::AlreadyPosted) {
        const QJsonArray recorders = error.details().value(QLatin1String("raised")).toArray();
        QStringList active;
        for (const QJsonValue &recorder : recorders)
            active << recorder.toString();
        return alreadyPosted(active);
    }
    // Somebody else has reversed the same movement between this operation's look at it and its insert.
    if (error.code() == ErrorCode::Duplicate && !m_context.isSqlite())
        return Error(ErrorCode::Busy, error.message(), error.details());
    if (error.code() == ErrorCode::Validation)
        return missingReference(overflowExplained(error), &rows);
    return error;
}

Error Journal::batchError(const Error &error) { return missingReference(overflowExplained(error), nullptr); }

// Of rows that were refused, or else of what the journal has above the gate's base.
Error Journal::missingReference(const Error &error, const QList<NewRow> *rows)
{
    static const QRegularExpression onPostgres(QStringLiteral("\"bincard_ref_(\\w+)\".*\\([^()]*\\)=\\((-?\\d+)\\)"),
        QRegularExpression::DotMatchesEverythingOption);
    const QString technical = error.technical();
    const auto unknown = [&](const QString &dimension, const QString &id) {
        return Error::validation(
            dimension, {QT_TRANSLATE_NOOP("Error", "There is no %1 with the id %2."), {dimension, id}})
            .with(QStringLiteral("technical"), technical);
    };
    if (const auto match = onPostgres.match(technical); match.hasMatch())
        return unknown(match.captured(1), match.captured(2));
    // SQLite's trigger names the dimension, its foreign key does not: then each is asked.
    if (!technical.contains(u":reference:") && !technical.contains(u"FOREIGN KEY"))
        return error;
    const QList<Dimension> &dimensions = m_context.layout.journalDimensions();
    for (qsizetype i = 0; i < dimensions.size(); ++i) {
        if (dimensions.at(i).type != DimensionType::Ref)
            continue;
        const QString fromJson =
            QStringLiteral("SELECT json_extract(value, '$[%1]') AS id FROM json_each(?)").arg(leadingFields + i);
        const QString fromJournal =
            QStringLiteral("SELECT %1 AS id FROM %2 NOT INDEXED WHERE id > (SELECT base FROM accumulator_gate)")
                .arg(m_context.layout.entered(static_cast<int>(i)), m_context.layout.journal());
        auto missing = m_context.session->query(
            QStringLiteral("SELECT min(n.id) FROM (%1) n WHERE NOT EXISTS (SELECT 1 FROM %2 c WHERE c.id = n.id)")
                .arg(rows ? fromJson : fromJournal, db::Dialect::quoted(dimensions.at(i).refTable)),
            rows ? Values{rowsJson(*rows)} : Values());
        if (!missing.ok())
            return error;
        if (missing->next() && !missing->isNull(0))
            return unknown(dimensions.at(i).name, missing->text(0));
    }
    return error;
}

// The same figures that PostgreSQL's trigger gives: per key the first day that would break, what is left at its end
// without the operation, and what the operation takes up to it.
//
// Of rows that were refused, or else of what the journal has above the gate's base: that is in the totals already.
Result<QJsonArray> Journal::shortages(const QList<NewRow> *refused)
{
    const Layout &layout = m_context.layout;
    const int resource = layout.definition().forbiddenResource();
    QStringList fields;
    for (int i = 0; i < layout.dimensionCount(); ++i)
        fields
            << QStringLiteral("json_extract(j.value, '$[%1]') AS %2").arg(leadingFields + i).arg(layout.dimension(i));
    const QString fromJson =
        filled(QStringLiteral("SELECT {fields}, substr(json_extract(j.value, '$[2]'), 1, 10) AS \"#day\",\n"
                              "        json_extract(j.value, '$[{resource}]') AS \"#net\" FROM json_each(?) j"),
            {{"fields", fields.join(QStringLiteral(", "))},
                {"resource", QString::number(leadingFields + layout.dimensionCount() + resource)}});
    const QString fromJournal =
        QStringLiteral("SELECT %1, substr(period, 1, 10) AS \"#day\", %2 AS \"#net\" FROM %3 NOT INDEXED\n"
                       "    WHERE id > (SELECT base FROM accumulator_gate)")
            .arg(layout.dimensions(), layout.resource(resource), layout.journal());
    const QString sql = filled(QStringLiteral(R"(WITH "#new" AS (
    {new}
), "#change" AS (
    SELECT {dimensions}, "#day", "#net" AS "#taken", {counted} AS "#old" FROM "#new"
    UNION ALL
    SELECT {dDimensions}, d."day", 0, d.{receipts} - d.{issues}
    FROM (SELECT DISTINCT {dimensions} FROM "#new") k JOIN {days} d ON {dayKey}
), "#daily" AS (
    SELECT {dimensions}, "#day", SUM("#taken") AS "#taken", SUM("#old") AS "#old"
    FROM "#change" GROUP BY {dimensions}, "#day"
), "#running" AS (
    SELECT {dimensions}, "#day", SUM("#taken") OVER w AS "#taken", SUM("#old") OVER w AS "#old"
    FROM "#daily" WINDOW w AS (PARTITION BY {dimensions} ORDER BY "#day")
), "#broken" AS (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY {dimensions} ORDER BY "#day") AS "#number"
    FROM "#running" WHERE "#taken" < 0 AND "#old" + "#taken" < 0
)
SELECT {dimensions}, "#old", -"#taken", "#day" FROM "#broken" WHERE "#number" = 1 ORDER BY {dimensions})"),
        {{"new", refused ? fromJson : fromJournal},
            {"counted", refused ? QStringLiteral("0") : QStringLiteral("-\"#net\"")},
            {"dimensions", layout.dimensions()}, {"dDimensions", layout.dimensions(QStringLiteral("d.%1"))},
            {"receipts", layout.receipts(resource)}, {"issues", layout.issues(resource)},
            {"days", layout.totals(Level::Day)}, {"dayKey", layout.sameKey(QStringLiteral("d"), QStringLiteral("k"))}});
    BINCARD_ASSIGN(rows, m_context.session->query(sql, refused ? Values{rowsJson(*refused)} : Values()));
    QJsonArray found;
    const int count = layout.dimensionCount();
    while (rows.next()) {
        QJsonObject key;
        for (int i = 0; i < count; ++i)
            key.insert(layout.keyDimensions().at(i).name,
                QJsonValue::fromVariant(dimension(rows, i, layout.keyDimensions().at(i))));
        const int scale = layout.scale(resource);
        found.append(QJsonObject{{QStringLiteral("register"), layout.definition().name()}, {QStringLiteral("key"), key},
            {QStringLiteral("resource"), layout.definition().resources().at(resource).name},
            {QStringLiteral("available"), rows.decimal(count, scale).toString()},
            {QStringLiteral("required"), rows.decimal(count + 1, scale).toString()},
            {QStringLiteral("date"), rows.text(count + 2)}});
    }
    BINCARD_TRY(rows.finished());
    return found;
}

} // namespace bincard::accumulator
