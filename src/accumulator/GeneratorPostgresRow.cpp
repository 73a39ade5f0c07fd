// SPDX-License-Identifier: LGPL-3.0-or-later
// The way of a single row through PostgreSQL's trigger; most postings by hand are one. What that costs is the start of
// each statement, which grows with its nodes and expressions. So the row is read once into variables, and nothing after
// that has to join or add up. The variables are "#k0" and on for the key, "#v0", "#r0", "#i0" and on for what the row
// adds to the balance, receipts and issues of each resource. Which statements there are and why is said where the same
// is done for many rows.
#include "accumulator/Generator.h"

namespace bincard::accumulator {

namespace {

const QString comma = QStringLiteral(", ");

/// "#v0": what is called `letter` of the dimension or resource `index`.
QString variable(char letter, int index) { return QStringLiteral("\"#%1%2\"").arg(QLatin1Char(letter)).arg(index); }

QStringList variables(char letter, int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names << variable(letter, i);
    return names;
}

} // namespace

/// One step deeper; every line ends with a newline.
QString Generator::indented(QString text)
{
    text.replace(u'\n', QLatin1String("\n    "));
    text.chop(4);
    return QStringLiteral("    ") + text;
}

// A row of a ledger counts on two sides, so there it is always many.
QString Generator::oneOrMany(const QString &one, const QString &many) const
{
    if (m_layout.definition().isLedger())
        return many;
    return QStringLiteral("    IF \"#rows\" = 1 THEN\n%1    ELSE\n%2    END IF;\n").arg(indented(one), indented(many));
}

QString Generator::rowKey(const QString &alias) const
{
    QStringList parts;
    for (int i = 0; i < m_layout.dimensionCount(); ++i)
        parts << QStringLiteral("%1.%2 = %3").arg(alias, m_layout.dimension(i), variable('k', i));
    return parts.join(QStringLiteral(" AND "));
}

QString Generator::postgresRowVariables() const
{
    if (m_layout.definition().isLedger())
        return {};
    QString text = QStringLiteral("    \"#recorder\" text;\n    \"#day\" date;\n    \"#month\" date;\n");
    for (int i = 0; i < m_layout.dimensionCount(); ++i)
        text += QStringLiteral("    %1 %2.%3%TYPE;\n")
                    .arg(variable('k', i), qualified(m_layout.journal()), m_layout.dimension(i));
    for (const char letter : {'v', 'r', 'i'})
        for (int i = 0; i < m_layout.resourceCount(); ++i)
            text += QStringLiteral("    %1 numeric;\n").arg(variable(letter, i));
    if (m_layout.hasLowest())
        text += QStringLiteral("    \"#fall\" numeric;\n");
    return text;
}

QString Generator::postgresRowGlance() const
{
    const int resources = m_layout.resourceCount();
    QStringList read{m_layout.dimensions(), m_layout.resources()};
    QStringList into = variables('k', m_layout.dimensionCount()) + variables('v', resources);
    for (int i = 0; i < resources; ++i)
        read << m_layout.addedReceipts(i, {}) << m_layout.addedIssues(i, {});
    for (int i = 0; i < resources; ++i)
        into << variable('r', i) << variable('i', i);
    if (m_layout.hasLowest()) {
        read << QStringLiteral("least(%1, 0)").arg(m_layout.resource(m_layout.definition().forbiddenResource()));
        into << QStringLiteral("\"#fall\"");
    }
    return filled(QStringLiteral(R"(    SELECT recorder, period, {day}, {month}, reversal_of IS NOT NULL, {falling},
        {sound},
        (SELECT closed_until FROM {schema}.accumulator_closing),
        {read}
    INTO "#recorder", "#first", "#day", "#month", "#reverses", "#falls", "#sound", "#closed",
        {into} FROM added;
    INSERT INTO {schema}.accumulator_recorder AS r (recorder) VALUES ("#recorder")
    ON CONFLICT (recorder) DO UPDATE SET operations = r.operations + 1 RETURNING operations INTO "#operations";
)"),
        {{"day", m_layout.startOf(Level::Day, QStringLiteral("period"))},
            {"month", m_layout.startOf(Level::Month, QStringLiteral("period"))}, {"read", read.join(comma)},
            {"into", into.join(comma)}});
}

// Totals of a register with balances are held by the balance's row, so nobody else adds a row of this key meanwhile.
// Months come before days: their lowest sum looks at the days there were.
QString Generator::postgresRowMaintenance() const
{
    if (!m_layout.definition().hasBalances())
        return postgresRowTotals(Level::Day) + postgresRowTotals(Level::Month);
    QStringList changes;
    for (int i = 0; i < m_layout.resourceCount(); ++i)
        changes << QStringLiteral("%1 = t.%1 + %2").arg(m_layout.resource(i), variable('v', i));
    const QStringList values = variables('k', m_layout.dimensionCount()) + variables('v', m_layout.resourceCount());
    const QString balances = QStringLiteral(R"(    UPDATE {balances} t SET {changes} WHERE {t=};
    IF NOT found THEN
        INSERT INTO {balances} AS t ({key}, {resources}) VALUES ({values})
        ON CONFLICT ({key}) DO UPDATE SET {changes};
    END IF;
)");
    return postgresPlaces(filled(balances,
               {{"changes", changes.join(comma)}, {"t=", rowKey(QStringLiteral("t"))},
                   {"resources", m_layout.resources()}, {"values", values.join(comma)}}))
        + postgresRowTotals(Level::Month) + postgresRowTotals(Level::Day);
}

QString Generator::postgresRowTotals(Level level) const
{
    const QString column = QStringLiteral("\"%1\"").arg(levelName(level));
    const QString start = QStringLiteral("\"#%1\"").arg(levelName(level));
    QStringList changes, sides;
    QStringList values = variables('k', m_layout.dimensionCount()) << start;
    for (int i = 0; i < m_layout.resourceCount(); ++i) {
        changes << QStringLiteral("%1 = t.%1 + %2").arg(m_layout.receipts(i), variable('r', i))
                << QStringLiteral("%1 = t.%1 + %2").arg(m_layout.issues(i), variable('i', i));
        sides << m_layout.receipts(i) << m_layout.issues(i);
        values << variable('r', i) << variable('i', i);
    }
    if (level == Level::Month && m_layout.hasLowest()) {
        const QString net = variable('v', m_layout.definition().forbiddenResource());
        changes << filled(postgresLowest(),
            {{"fall", QStringLiteral("\"#fall\"")}, {"first", net}, {"from", QStringLiteral("\"#day\"")}});
        sides << m_layout.lowest();
        values << net;
    }
    const QString insert = QStringLiteral("    INSERT INTO {totals} AS t ({key}, {column}, {sides}) VALUES ({values})");
    QString text = QStringLiteral("    INSERT INTO {totals} AS t ({key}, {column}, {sides}) VALUES ({values})");
    if (m_layout.definition().hasBalances())
        text = QStringLiteral("    UPDATE {totals} t SET {changes}\n    WHERE {t=} AND t.{column} = {start};\n"
                              "    IF NOT found THEN\n    %1;\n    END IF;\n")
                   .arg(text);
    else
        text += QStringLiteral("\n    ON CONFLICT ({key}, {column}) DO UPDATE SET {changes};\n");
    return postgresPlaces(filled(text,
        {{"totals", qualified(m_layout.totals(level))}, {"column", column}, {"start", start},
            {"changes", changes.join(QStringLiteral(",\n        "))}, {"sides", sides.join(comma)},
            {"values", values.join(comma)}, {"t=", rowKey(QStringLiteral("t"))}}));
}

QString Generator::postgresRowCheck() const
{
    return QStringLiteral("    SELECT min(\"#left\") < 0 INTO \"#falls\" FROM (%1) AS w;\n")
        .arg(filled(postgresWalk(),
            {{"b=", rowKey(QStringLiteral("b"))}, {"m=", rowKey(QStringLiteral("m"))},
                {"month", QStringLiteral("\"#month\"")}}));
}

} // namespace bincard::accumulator
