// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Soundness.h"

#include "accumulator/Chart.h"

namespace bincard::accumulator {

using db::Values;

Result<SoundnessResult> Soundness::check()
{
    SoundnessResult result;
    BINCARD_TRY(addTotals(result));
    BINCARD_ASSIGN(unequal, unequalMonths());
    BINCARD_ASSIGN(wrong, wrongSides(QStringLiteral("SELECT code, type FROM accumulator_account"), {}));
    BINCARD_ASSIGN(inactive, inactiveBalances());
    result.rows = unequal + wrong + inactive;
    return result;
}

Result<QList<SoundnessRow>> Soundness::wrongSides(const Account &account)
{
    const QString given = m_context.isSqlite() ? QStringLiteral("SELECT ? AS code, ? AS type")
                                               : QStringLiteral("SELECT ?::text AS code, ?::text AS type");
    return wrongSides(given, {account.code, Chart::typeName(account.type)});
}

Result<void> Soundness::addTotals(SoundnessResult &result)
{
    const Layout &layout = m_context.layout;
    BINCARD_ASSIGN(rows,
        m_context.session->query(QStringLiteral("SELECT %1 FROM %2")
                                     .arg(layout.sides(QStringLiteral("SUM(%1)")), layout.totals(Level::Month))));
    if (rows.next()) {
        for (int i = 0; i < layout.resourceCount(); ++i) {
            BINCARD_ASSIGN(debit, figure(m_context, rows, 2 * i, layout.scale(i)));
            BINCARD_ASSIGN(credit, figure(m_context, rows, 2 * i + 1, layout.scale(i)));
            result.debit.append(debit);
            result.credit.append(credit);
        }
    }
    return rows.finished();
}

// Equal by construction; a forged total shows here as it does in verify. What both sides share they share apart.
Result<QList<SoundnessRow>> Soundness::unequalMonths()
{
    const Layout &layout = m_context.layout;
    QStringList shared, key{QStringLiteral("''"), QStringLiteral("'{}'")};
    for (const Dimension &dimension : layout.definition().dimensions())
        shared << db::Dialect::quoted(dimension.name);
    key += shared;
    const QString month = Layout::column(Level::Month);
    QList<SoundnessRow> found;
    for (int i = 0; i < layout.resourceCount(); ++i) {
        const QString sql =
            QStringLiteral("SELECT 'unequal', CAST(%1 AS TEXT), SUM(%2 - %3), %4 FROM %5"
                           " GROUP BY %6 HAVING SUM(%2 - %3) <> 0 ORDER BY %6")
                .arg(month, layout.receipts(i), layout.issues(i), key.join(QStringLiteral(", ")),
                    layout.totals(Level::Month), (QStringList{month} + shared).join(QStringLiteral(", ")));
        BINCARD_ASSIGN(rows, read(sql, {}, i));
        found += rows;
    }
    return found;
}

// Per key a walk over the days on which something moved; the first one whose end is on the wrong side is told.
Result<QList<SoundnessRow>> Soundness::wrongSides(const QString &accounts, const Values &values)
{
    const Layout &layout = m_context.layout;
    QList<SoundnessRow> found;
    for (int i = 0; i < layout.resourceCount(); ++i) {
        const QString sql = filled(QStringLiteral(R"(WITH "#accounts" AS ({accounts}), "#running" AS (
    SELECT {dKey}, d."day" AS "#day", a.type AS "#type",
        SUM(d.{debit} - d.{credit}) OVER (PARTITION BY {dKey} ORDER BY d."day") AS "#left"
    FROM {days} d JOIN "#accounts" a ON a.code = d.account WHERE a.type <> 'active_passive'
), "#wrong" AS (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY {key} ORDER BY "#day") AS "#number" FROM "#running"
    WHERE CASE WHEN "#type" = 'active' THEN "#left" < 0 ELSE "#left" > 0 END
)
SELECT "#type", CAST("#day" AS TEXT), "#left", {key} FROM "#wrong" WHERE "#number" = 1 ORDER BY {key})"),
            {{"accounts", accounts}, {"key", layout.dimensions()}, {"dKey", layout.dimensions(QStringLiteral("d.%1"))},
                {"debit", layout.receipts(i)}, {"credit", layout.issues(i)}, {"days", layout.totals(Level::Day)}});
        BINCARD_ASSIGN(rows, read(sql, values, i));
        found += rows;
    }
    return found;
}

Result<QList<SoundnessRow>> Soundness::inactiveBalances()
{
    const Layout &layout = m_context.layout;
    QList<SoundnessRow> found;
    for (int i = 0; i < layout.resourceCount(); ++i) {
        const QString last =
            QStringLiteral("(SELECT max(d.\"day\") FROM %1 d WHERE %2)")
                .arg(layout.totals(Level::Day), layout.sameKey(QStringLiteral("d"), QStringLiteral("b")));
        const QString sql =
            QStringLiteral("SELECT 'inactive', CAST(%1 AS TEXT), b.%2, %3 FROM %4 b"
                           " JOIN accumulator_account a ON a.code = b.account"
                           " WHERE NOT a.is_active AND b.%2 <> 0 ORDER BY %3")
                .arg(last, layout.resource(i), layout.dimensions(QStringLiteral("b.%1")), layout.balances());
        BINCARD_ASSIGN(rows, read(sql, {}, i));
        found += rows;
    }
    return found;
}

Result<QList<SoundnessRow>> Soundness::read(const QString &sql, const Values &values, int resource)
{
    const Layout &layout = m_context.layout;
    auto rows = m_context.session->query(sql, values);
    if (!rows.ok())
        return overflowExplained(rows.error());
    QList<SoundnessRow> found;
    while (rows->next()) {
        SoundnessRow row;
        const QString what = rows->text(0);
        row.check = what == u"active" ? QStringLiteral("active_in_credit")
            : what == u"passive"      ? QStringLiteral("passive_in_debit")
                                      : what;
        const auto date = parseDate(rows->text(1).left(10));
        if (date.ok())
            row.date = *date;
        BINCARD_ASSIGN(balance, figure(m_context, *rows, 2, layout.scale(resource)));
        row.balance = balance;
        row.resource = layout.definition().resources().at(resource).name;
        for (int i = 0; i < layout.dimensionCount(); ++i)
            row.key.append(Journal::dimension(*rows, 3 + i, layout.keyDimensions().at(i)));
        row.account = row.key.constFirst().toString();
        found.append(row);
    }
    if (const auto finished = rows->finished(); !finished.ok())
        return overflowExplained(finished.error());
    return found;
}

} // namespace bincard::accumulator
