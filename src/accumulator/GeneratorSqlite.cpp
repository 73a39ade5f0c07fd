// SPDX-License-Identifier: LGPL-3.0-or-later
// Row triggers of SQLite. What they refuse they refuse by RAISE(ABORT): a CHECK would be skipped by OR IGNORE, and a
// DELETE trigger does not see what OR REPLACE takes away, so keys are tested before the insert. Texts behind
// "bincard:<code>:" are for a person at the sqlite3 shell.
#include "accumulator/Analytics.h"
#include "accumulator/DimensionValue.h"
#include "accumulator/Generator.h"

#include "base/Decimal.h"

namespace bincard::accumulator {

using db::Dialect;

namespace {

QString whenRaise(const QString &condition, const QString &message)
{
    return QStringLiteral("        WHEN %1\n            THEN RAISE(ABORT, 'bincard:%2')\n").arg(condition, message);
}

/// While the gate is open the library works a batch in as a set and has checked it (SqliteBatch.h).
const QString whenShut = QStringLiteral("WHEN NOT EXISTS (SELECT 1 FROM accumulator_gate)\n");

QString limits() { return QStringLiteral("BETWEEN -%1 AND %1").arg(Decimal::maximumUnits); }

QString textCondition(const QString &column)
{
    return QStringLiteral("typeof(%1) <> 'text' OR length(%1) > %2 OR instr(CAST(%1 AS BLOB), x'00') > 0")
        .arg(column)
        .arg(maximumTextLength);
}

QString dimensionCondition(const Dimension &dimension, const QString &column)
{
    switch (dimension.type) {
    case DimensionType::Int:
        return QStringLiteral("typeof(%1) <> 'integer' OR %1 NOT BETWEEN -2147483648 AND 2147483647").arg(column);
    case DimensionType::BigInt:
    case DimensionType::Ref: return QStringLiteral("typeof(%1) <> 'integer'").arg(column);
    case DimensionType::Text: return textCondition(column);
    case DimensionType::Date:
        return QStringLiteral("typeof(%1) <> 'text' OR %1 IS NOT date(%1, '+0 days') OR %1 < '0001'").arg(column);
    case DimensionType::Bool: return QStringLiteral("typeof(%1) <> 'integer' OR %1 NOT IN (0, 1)").arg(column);
    case DimensionType::Uuid: {
        QStringList groups;
        for (const int length : {8, 4, 4, 4, 12})
            groups << QStringLiteral("[0-9a-f]").repeated(length);
        return QStringLiteral("typeof(%1) <> 'text' OR %1 NOT GLOB '%2'").arg(column, groups.join(u'-'));
    }
    }
    return {};
}

QString dimensionMessage(const Dimension &dimension)
{
    switch (dimension.type) {
    case DimensionType::Int: return QStringLiteral("a whole number of 32 bits is needed");
    case DimensionType::BigInt: return QStringLiteral("a whole number is needed");
    case DimensionType::Ref: return QStringLiteral("the id of a row of %1 is needed").arg(dimension.refTable);
    case DimensionType::Text: return QStringLiteral("a text of at most %1 characters is needed").arg(maximumTextLength);
    case DimensionType::Date: return QStringLiteral("a date such as 2026-04-18 is needed");
    case DimensionType::Bool: return QStringLiteral("0 or 1 is needed");
    case DimensionType::Uuid: return QStringLiteral("a UUID in lower case is needed");
    }
    return {};
}

/// What the lowest sum of a month becomes is seen by its days as they were.
constexpr std::array monthsFirst{Level::Month, Level::Day};

} // namespace

// What a month's lowest sum becomes by a change that takes `fall` (0 or less) on `from` and later days, see
// GeneratorPostgresDerived.cpp; `first` is its bound if there is nothing else in the month. `t` is the month as it is.
QString Generator::sqliteLowest(
    const QString &t, const QString &key, const QString &from, const QString &fall, const QString &first) const
{
    const int resource = m_layout.definition().forbiddenResource();
    return filled(QStringLiteral(R"(max(-{most}, CASE
            WHEN {t}.{lowest} > 0 AND NOT EXISTS (SELECT 1 FROM {days} d
                WHERE {dayKey} AND d."day" >= {t}."month" AND d."day" <= {from})
                THEN min({t}.{lowest} + {fall}, {first})
            WHEN {fall} = 0 OR {t}.{lowest} + {fall} >= 0 OR EXISTS (SELECT 1 FROM {days} d
                WHERE {dayKey} AND d."day" > {from} AND d."day" <= substr({t}."month", 1, 8) || '31')
                THEN {t}.{lowest} + {fall}
            ELSE min({t}.{lowest}, {t}.{in} - {t}.{out} + {fall}) END))"),
        {{"t", t}, {"dayKey", m_layout.sameKey(QStringLiteral("d"), key)}, {"from", from}, {"fall", fall},
            {"first", first}, {"lowest", m_layout.lowest()}, {"days", m_layout.totals(Level::Day)},
            {"in", m_layout.receipts(resource)}, {"out", m_layout.issues(resource)},
            {"most", QString::number(Decimal::maximumUnits)}});
}

QString Generator::sqliteDimensionChecks() const
{
    QString checks;
    for (int i = 0; i < m_layout.journalDimensions().size(); ++i) {
        const Dimension &dimension = m_layout.journalDimensions().at(i);
        const QString column = QStringLiteral("NEW.") + m_layout.entered(i);
        const QString code = QStringLiteral("validation:%1: ").arg(dimension.name);
        if (i < m_layout.sideColumns()) {
            checks += sqliteSideCheck(dimension.name, column);
            continue;
        }
        checks += whenRaise(dimensionCondition(dimension, column), code + dimensionMessage(dimension));
        // Foreign keys are off in a sqlite3 shell that was not told otherwise.
        if (dimension.type == DimensionType::Ref)
            checks += whenRaise(QStringLiteral("NOT EXISTS (SELECT 1 FROM %1 WHERE id = %2)")
                                    .arg(Dialect::quoted(dimension.refTable), column),
                QStringLiteral("validation:%1:reference: no row of %2 has this id")
                    .arg(dimension.name, dimension.refTable));
    }
    return checks;
}

// Rule E17. Analytics must be what they are when written anew from what they hold: so equal ones are equal bytes. Of
// SQLite's JSON only json_each may stand in a trigger of a schema that is not trusted; it fails where there is no JSON.
QString Generator::sqliteSideCheck(const QString &name, const QString &column)
{
    const QString code = QStringLiteral("validation:%1: ").arg(name);
    if (name.startsWith(u"account"))
        return whenRaise(QStringLiteral("typeof(%1) <> 'text' OR NOT EXISTS (SELECT 1 FROM accumulator_account a\n"
                                        "                WHERE a.code = %1"
                                        " AND (a.is_active OR NEW.reversal_of IS NOT NULL))")
                             .arg(column),
            code + QStringLiteral("the code of an active account of accumulator_account is needed"));
    return whenRaise(QStringLiteral(R"(%1 IS NOT '{}' AND (typeof(%1) <> 'text' OR length(%1) > %2 OR %1 IS NOT (
                SELECT '{' || group_concat('"' || key || '":"' || replace(replace(value, '\', '\\'), '"', '\"') || '"') || '}'
                FROM (SELECT key, min(value) AS value
                    FROM json_each(%1)
                    WHERE type = 'text' AND length(value) > 0 AND value NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
                        AND key GLOB '[A-Za-z]*' AND key NOT GLOB '*[^A-Za-z0-9_]*' AND length(key) <= 40
                    GROUP BY key ORDER BY key))))")
                         .arg(column)
                         .arg(maximumAnalyticsLength),
        code + QStringLiteral("a JSON object of texts with sorted keys and without blanks is needed"));
}

QString Generator::sqliteReversalCheck() const
{
    const QString same = m_layout.entered(QStringLiteral("o.%1 = NEW.%1"), QStringLiteral(" AND "));
    const QString negated = m_layout.resources(QStringLiteral("o.%1 = -NEW.%1"), QStringLiteral(" AND "));
    return whenRaise(QStringLiteral("NEW.reversal_of IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %1 o\n"
                                    "                WHERE o.id = NEW.reversal_of AND o.reversal_of IS NULL\n"
                                    "                AND o.recorder = NEW.recorder AND o.period = NEW.period\n"
                                    "                AND %2\n                AND %3)")
                         .arg(m_layout.journal(), same, negated),
               QStringLiteral("validation:reversal_of: a reversal repeats the recorder, period and dimensions of a "
                              "movement, with its values negated"))
        + whenRaise(QStringLiteral("NEW.reversal_of IS NOT NULL AND EXISTS (SELECT 1 FROM %1 o\n"
                                   "                WHERE o.reversal_of = NEW.reversal_of)")
                        .arg(m_layout.journal()),
            QStringLiteral("validation:reversal_of: the movement is reversed already"));
}

// "+0 days" makes SQLite's date functions count, so that 30 February comes back as another day than it went in.
QString Generator::sqliteCheck() const
{
    QString checks;
    // An id that is left to the table reads as -1 here.
    checks += whenRaise(QStringLiteral("NEW.id <> -1"), QStringLiteral("validation:id: the journal gives the ids"));
    checks += whenRaise(QStringLiteral("trim(NEW.recorder, ' ' || char(9, 10, 11, 12, 13)) = '' OR ")
            + textCondition(QStringLiteral("NEW.recorder")),
        QStringLiteral("validation:recorder: a text of 1 to %1 characters is needed").arg(maximumTextLength));
    checks += whenRaise(QStringLiteral("typeof(NEW.line) <> 'integer' OR NEW.line NOT BETWEEN 1 AND 2147483647"),
        QStringLiteral("validation:line: a number from 1 on is needed"));
    checks += whenRaise(
        QStringLiteral("typeof(NEW.period) <> 'text' OR NEW.period < '0001'\n"
                       "            OR NEW.period IS NOT strftime('%Y-%m-%d %H:%M:%S', NEW.period, '+0 days')"),
        QStringLiteral("validation:period: a date and time such as 2026-04-18 00:00:00 is needed"));
    checks += whenRaise(
        QStringLiteral(
            "NEW.recorded_at IS NULL\n"
            "            OR NEW.recorded_at IS NOT strftime('%Y-%m-%dT%H:%M:%fZ', NEW.recorded_at, '+0 days')"),
        QStringLiteral("validation:recorded_at: an instant such as 2026-04-18T09:30:00.000Z is needed"));
    checks += whenRaise(QStringLiteral("NOT EXISTS (SELECT 1 FROM accumulator_actor WHERE id = NEW.recorded_by)"),
        QStringLiteral("validation:recorded_by: the id of a row of accumulator_actor is needed"));
    checks += whenRaise(textCondition(QStringLiteral("NEW.cause")),
        QStringLiteral("validation:cause: a text of at most %1 characters is needed").arg(maximumTextLength));
    checks += sqliteDimensionChecks();
    for (int i = 0; i < m_layout.resourceCount(); ++i)
        checks += whenRaise(
            QStringLiteral("typeof(NEW.%1) <> 'integer' OR NEW.%1 NOT %2").arg(m_layout.resource(i), limits()),
            QStringLiteral("validation:%1: a whole number of at most 18 digits is needed, counted in units "
                           "of 10^-%2")
                .arg(m_layout.definition().resources().at(i).name)
                .arg(m_layout.scale(i)));
    checks += sqliteReversalCheck();
    checks += whenRaise(QStringLiteral("substr(NEW.period, 1, 10) <= (SELECT closed_until FROM accumulator_closing)"),
        QStringLiteral("period_closed: the closing date stands in accumulator_closing"));
    return QStringLiteral("CREATE TRIGGER %1 BEFORE INSERT ON %2\n%3BEGIN\n    SELECT CASE\n%4    END;\nEND")
        .arg(m_layout.table("movement_check"), m_layout.journal(), whenShut, checks);
}

QString Generator::sqliteMaintenance() const
{
    if (m_layout.definition().isLedger())
        return sqliteLedgerMaintenance();
    const QString keyValues = m_layout.dimensions(QStringLiteral("NEW.%1"));
    const QString form =
        QStringLiteral("    INSERT INTO %1 (%2, %3, last_movement)\n"
                       "    VALUES (%4, %5, NEW.id)\n"
                       "    ON CONFLICT (%2) DO UPDATE SET %6, last_movement = excluded.last_movement;\n");
    QString body;
    if (m_layout.definition().hasBalances())
        body += form.arg(m_layout.balances(), m_layout.dimensions(), m_layout.resources(), keyValues,
            m_layout.resources(QStringLiteral("NEW.%1")), m_layout.resources(QStringLiteral("%1 = %1 + excluded.%1")));
    for (const Level level : monthsFirst) {
        QString figures = m_layout.sides();
        QString values = m_layout.addedSides(QStringLiteral("NEW"));
        QString changes = m_layout.sides(QStringLiteral("%1 = %1 + excluded.%1"));
        if (level == Level::Month && m_layout.hasLowest()) {
            const QString change =
                QStringLiteral("NEW.") + m_layout.resource(m_layout.definition().forbiddenResource());
            figures += QStringLiteral(", ") + m_layout.lowest();
            values += QStringLiteral(", ") + change;
            changes += QStringLiteral(",\n        %1 = %2")
                           .arg(m_layout.lowest(),
                               sqliteLowest(m_layout.totals(level), QStringLiteral("NEW"),
                                   m_layout.startOf(Level::Day, QStringLiteral("NEW.period")),
                                   QStringLiteral("min(%1, 0)").arg(change), change));
        }
        body += form.arg(m_layout.totals(level), m_layout.dimensions() + QStringLiteral(", ") + Layout::column(level),
            figures, keyValues + QStringLiteral(", ") + m_layout.startOf(level, QStringLiteral("NEW.period")), values,
            changes);
    }
    return body;
}

// Both sides at once: they may be of one key, whose rows may only be changed once by a movement.
QString Generator::sqliteLedgerMaintenance() const
{
    const QString form =
        QStringLiteral("    INSERT INTO %1 (%2, %3, last_movement)\n"
                       "    SELECT %4, %5, NEW.id FROM %6 GROUP BY %4\n"
                       "    ON CONFLICT (%2) DO UPDATE SET %7, last_movement = excluded.last_movement;\n");
    const QString source = m_layout.sourceOfNew() + QStringLiteral(" WHERE true");
    QString body = form.arg(m_layout.balances(), m_layout.dimensions(), m_layout.resources(), m_layout.dimensions(),
        m_layout.resources(QStringLiteral("SUM(%1)")), source,
        m_layout.resources(QStringLiteral("%1 = %1 + excluded.%1")));
    for (const Level level : levels) {
        const QString separator = QStringLiteral(", ");
        body += form.arg(m_layout.totals(level), m_layout.dimensions() + separator + Layout::column(level),
            m_layout.sides(), m_layout.dimensions() + separator + m_layout.startOf(level, QStringLiteral("period")),
            m_layout.addedSides({}, QStringLiteral("SUM(%1)")), source,
            m_layout.sides(QStringLiteral("%1 = %1 + excluded.%1")));
    }
    return body;
}

// A month begins with the balance now, less what it and later ones bring, and none of its days lies lower than that and
// its lowest sum together: a balance that covers this figure was at or above zero at the end of each day from the month
// of the given day on. Of one month it is exact; it cannot overflow; 0 if there is no such month.
QString Generator::sqliteLaterNeed(const QString &alias, const QString &day) const
{
    const int resource = m_layout.definition().forbiddenResource();
    return QStringLiteral("coalesce((SELECT max(0, max(t.%1 - t.%2)) * count(*) - min(t.%3) FROM %4 t"
                          " WHERE %5 AND t.%6 >= substr(%7, 1, 7)), 0)")
        .arg(m_layout.receipts(resource), m_layout.issues(resource), m_layout.lowest(), m_layout.totals(Level::Month),
            m_layout.sameKey(QStringLiteral("t"), alias), Layout::column(Level::Month), day);
}

// The balance now, less what later days bring, is what was left at the end of each day from the given one on.
QString Generator::sqliteLaterPeak(const QString &alias, const QString &day) const
{
    const int resource = m_layout.definition().forbiddenResource();
    return QStringLiteral("max(0, coalesce((SELECT max(later) FROM (\n"
                          "        SELECT SUM(d.%1 - d.%2) OVER (ORDER BY d.\"day\" DESC) AS later\n"
                          "        FROM %3 d WHERE %4 AND d.\"day\" > %5)), 0))")
        .arg(m_layout.receipts(resource), m_layout.issues(resource), m_layout.totals(Level::Day),
            m_layout.sameKey(QStringLiteral("d"), alias), day);
}

// Whether the months of a key from the given day on leave room for doubt: a month begins with the balance now less what
// it and later ones bring, and none of its days lies lower than that and its lowest sum together.
QString Generator::sqliteDoubtfulMonth(const QString &alias, const QString &day) const
{
    const int resource = m_layout.definition().forbiddenResource();
    return QStringLiteral("EXISTS (SELECT 1 FROM (\n"
                          "        SELECT SUM(t.%1 - t.%2) OVER (ORDER BY t.%3 DESC) AS later, t.%4 AS lowest\n"
                          "        FROM %5 t WHERE %6 AND t.%3 >= substr(%7, 1, 7)) WHERE b.%8 - later + lowest < 0)")
        .arg(m_layout.receipts(resource), m_layout.issues(resource), Layout::column(Level::Month), m_layout.lowest(),
            m_layout.totals(Level::Month), m_layout.sameKey(QStringLiteral("t"), alias), day,
            m_layout.resource(resource));
}

// Rule E11 for one row. Only a decrease can break it, and an operation inserts its increases first.
QString Generator::sqliteNegativeCheck() const
{
    const int resource = m_layout.definition().forbiddenResource();
    if (resource < 0)
        return {};
    const QString day = QStringLiteral("substr(NEW.period, 1, 10)");
    return filled(
        QStringLiteral(
            R"(    SELECT RAISE(ABORT, 'bincard:insufficient_stock: the balance would fall below zero at the end of a day')
    FROM {balances} b
    WHERE NEW.{resource} < 0 AND {balanceKey} AND CASE
        WHEN b.{resource} >= {need} THEN 0
        WHEN NOT {doubt} THEN 0
        ELSE b.{resource} < {peak} END;
)"),
        {{"balances", m_layout.balances()}, {"resource", m_layout.resource(resource)},
            {"need", sqliteLaterNeed(QStringLiteral("NEW"), day)},
            {"doubt", sqliteDoubtfulMonth(QStringLiteral("NEW"), day)},
            {"peak", sqliteLaterPeak(QStringLiteral("NEW"), day)},
            {"balanceKey", m_layout.sameKey(QStringLiteral("b"), QStringLiteral("NEW"))}});
}

// A derived row passes only if it names the newest row of the journal, as the triggers and batches do. That stops
// accidents; a forger is found by verify. What is right pays for the comparison alone: the rest stands in the body. Updates
// are judged after the fact, which takes them back all the same: SQLite looks a row up anew behind a BEFORE trigger.
QStringList Generator::sqliteGuards(const QString &table, const QString &name, const QString &figures) const
{
    const QString refused = QStringLiteral("bincard:permission_denied: %1 follows from the journal; insert movements "
                                           "instead")
                                .arg(name);
    const QString newest = QStringLiteral("NEW.last_movement IS NOT (SELECT max(id) FROM %1)").arg(m_layout.journal());
    QString advances = newest + QStringLiteral(" OR NEW.last_movement <= OLD.last_movement");
    if (m_layout.hasLowest() && table == m_layout.totals(Level::Month)) // a batch makes lowest sums exact
        advances = QStringLiteral("(%1) AND NOT EXISTS (SELECT 1 FROM accumulator_gate)").arg(advances);
    const auto trigger = [&](const char *suffix, const char *event, const QString &foreign) -> QString {
        const QString head = QStringLiteral("CREATE TRIGGER %1 %2 ON %3\n")
                                 .arg(Dialect::quoted(name + QLatin1String(suffix)), QLatin1String(event), table);
        if (foreign.isEmpty())
            return head + QStringLiteral("BEGIN\n    SELECT RAISE(ABORT, '%1');\nEND").arg(refused);
        return head
            + QStringLiteral("WHEN %1\n    OR %2\nBEGIN\n    SELECT CASE WHEN %1\n            THEN RAISE(ABORT, '%3')\n"
                             "        ELSE RAISE(ABORT, 'bincard:validation::overflow: a total would have more than 18 "
                             "digits')\n    END;\nEND")
                  .arg(foreign, figures, refused);
    };
    return {trigger("_no_insert", "BEFORE INSERT", newest), trigger("_no_update", "AFTER UPDATE", advances),
        trigger("_no_delete", "BEFORE DELETE", {})};
}

QStringList Generator::sqliteGuards() const
{
    const QString form = QStringLiteral("NEW.%1 NOT ") + limits();
    QStringList statements;
    for (const Level level : levels)
        statements += sqliteGuards(m_layout.totals(level), m_layout.definition().name() + u'_' + levelName(level),
            m_layout.sides(form).replace(QLatin1String(", "), QLatin1String(" OR ")));
    if (m_layout.definition().hasBalances())
        statements += sqliteGuards(m_layout.balances(), m_layout.definition().name() + QStringLiteral("_balance"),
            m_layout.resources(form, QStringLiteral(" OR ")));
    return statements;
}

QString Generator::sqliteBeyondLimits() const
{
    const QString form = QStringLiteral("%1 NOT ") + limits();
    const QString select = QStringLiteral("SELECT 1 FROM %1 WHERE %2");
    QStringList selects;
    for (const Level level : levels)
        selects << select.arg(
            m_layout.totals(level), m_layout.sides(form).replace(QLatin1String(", "), QLatin1String(" OR ")));
    if (m_layout.definition().hasBalances())
        selects << select.arg(m_layout.balances(), m_layout.resources(form, QStringLiteral(" OR ")));
    return selects.join(QStringLiteral("\nUNION ALL ")) + QStringLiteral("\nLIMIT 1");
}

QStringList Generator::sqliteTriggers() const
{
    const QString refused =
        QStringLiteral("bincard:permission_denied: the journal is append-only; a movement is taken back "
                       "by a reversal");
    const QString refusal =
        QStringLiteral("CREATE TRIGGER %1 BEFORE %2 ON %3\nBEGIN\n    SELECT RAISE(ABORT, '%4');\nEND");
    QStringList statements{sqliteCheck(),
        QStringLiteral("CREATE TRIGGER %1 AFTER INSERT ON %2\n%3BEGIN\n"
                       "    SELECT RAISE(ABORT, 'bincard:validation:id: the journal gives the ids')\n"
                       "    WHERE NEW.id <= 0;\n%4%5END")
            .arg(m_layout.table("movement_added"), m_layout.journal(), whenShut, sqliteMaintenance(),
                sqliteNegativeCheck()),
        refusal.arg(m_layout.table("movement_no_update"), QStringLiteral("UPDATE"), m_layout.journal(), refused),
        refusal.arg(m_layout.table("movement_no_delete"), QStringLiteral("DELETE"), m_layout.journal(), refused)};
    return statements + sqliteGuards();
}

} // namespace bincard::accumulator
