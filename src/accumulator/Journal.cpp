// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Journal.h"

#include "accumulator/Analytics.h"
#include "accumulator/Chart.h"
#include "accumulator/Closing.h"
#include "accumulator/DimensionValue.h"
#include "accumulator/Encoding.h"
#include "accumulator/Generator.h"
#include "accumulator/JournalRows.h"
#include "accumulator/Partitions.h"
#include "accumulator/PostgresAppend.h"
#include "accumulator/SqliteBatch.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace bincard::accumulator {

using db::Rows;
using db::Value;
using db::Values;

namespace {

QString activeCondition(const Layout &layout)
{
    return QStringLiteral("m.reversal_of IS NULL AND NOT EXISTS (SELECT 1 FROM %1 r WHERE %2)")
        .arg(layout.journal(), layout.reverses(QStringLiteral("r"), QStringLiteral("m")));
}

} // namespace

Error overflowOfTotals()
{
    return Error::validation({}, {QT_TRANSLATE_NOOP("Error", "A total would have more than 18 digits."), {}});
}

QList<KeyChange> keyChanges(const Layout &layout, const NewRow &row)
{
    if (!layout.definition().isLedger())
        return {{row.dimensions, row.resources}};
    QList<Decimal> negated;
    for (const Decimal value : row.resources)
        negated.append(-value);
    const QList<QVariant> shared = row.dimensions.mid(4);
    return {{row.dimensions.mid(0, 2) + shared, row.resources}, {row.dimensions.mid(2, 2) + shared, negated}};
}

QList<QVariant> enteredValues(
    const Layout &layout, const LedgerSide &debit, const LedgerSide &credit, const QList<QVariant> &dimensions)
{
    if (!layout.definition().isLedger())
        return dimensions;
    return QList<QVariant>{
               debit.account, analyticsText(debit.analytics), credit.account, analyticsText(credit.analytics)}
    + dimensions;
}

Error overflowExplained(const Error &error)
{
    const QString technical = error.technical();
    // Our own guard on SQLite, SQLite's sum(), PostgreSQL's NUMERIC(18, s).
    if (technical.contains(u"validation::overflow") || technical.contains(u"integer overflow")
        || technical.contains(u"(22003)"))
        return overflowOfTotals().with(QStringLiteral("technical"), technical);
    return error;
}

Result<Decimal> figure(const RegisterContext &context, const Rows &rows, int column, int scale)
{
    if (rows.isNull(column))
        return Decimal(0, scale);
    if (!context.isSqlite()) {
        auto parsed = Decimal::parse(rows.text(column), scale);
        return parsed.ok() ? parsed : overflowOfTotals();
    }
    const qint64 units = rows.integer(column);
    if (units > Decimal::maximumUnits || units < -Decimal::maximumUnits)
        return overflowOfTotals();
    return Decimal(units, scale);
}

Result<void> Journal::lock(const QStringList &recorders)
{
    if (m_context.isSqlite() || recorders.isEmpty())
        return {}; // one writer at a time there
    ArrayText array;
    for (const QString &recorder : recorders)
        array.append(recorder);
    BINCARD_TRY(m_context.session->execute(
        QStringLiteral("INSERT INTO accumulator_recorder AS r (recorder)"
                       " SELECT DISTINCT u.name COLLATE \"C\" FROM unnest(?::text[]) AS u(name) ORDER BY 1"
                       " ON CONFLICT (recorder) DO UPDATE SET operations = r.operations + 1"),
        {array.text()}));
    return {};
}

Result<QStringList> Journal::active(const QStringList &recorders)
{
    QList<QVariant> values(recorders.begin(), recorders.end());
    const QString among = m_context.isSqlite() ? QStringLiteral("m.recorder IN (SELECT value FROM json_each(?))")
                                               : QStringLiteral("m.recorder = ANY(?::text[])");
    const Value listed = listParameter(values, m_context.layout.dialect());
    QString sql = QStringLiteral("SELECT m.recorder FROM %1 m WHERE %2 AND %3")
                      .arg(m_context.layout.journal(), among, activeCondition(m_context.layout));
    Values bound{listed};
    if (m_context.layout.isPartitioned()) { // what is detached stands for ever
        sql += QStringLiteral(" UNION SELECT m.recorder FROM accumulator_sealed m"
                              " JOIN accumulator_partition p ON p.name = m.partition WHERE p.register = ? AND ")
            + among;
        bound << m_context.definition().name() << listed;
    }
    BINCARD_ASSIGN(rows,
        m_context.session->query(
            QStringLiteral("SELECT DISTINCT recorder FROM (%1) AS found ORDER BY 1").arg(sql), bound));
    QStringList found;
    while (rows.next())
        found << rows.text(0);
    BINCARD_TRY(rows.finished());
    return found;
}

QString Journal::columns(const Known &known) const
{
    const Layout &layout = m_context.layout;
    const QString recordedAt = m_context.isSqlite()
        ? QStringLiteral("m.recorded_at")
        : QStringLiteral("to_char(m.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')");
    return QStringLiteral("m.id, m.recorder, m.line, CAST(m.period AS TEXT), %1,"
                          " (SELECT name FROM accumulator_actor WHERE id = m.recorded_by), m.reversal_of,"
                          " (SELECT r.id FROM %2 r WHERE %5%6), m.cause, %3, %4")
        .arg(recordedAt, layout.journal(), layout.entered(QStringLiteral("m.%1")),
            layout.resources(QStringLiteral("m.%1")), layout.reverses(QStringLiteral("r"), QStringLiteral("m")),
            known.upTo(QStringLiteral("r.")));
}

QVariant Journal::dimension(const Rows &rows, int column, const Dimension &dimension)
{
    switch (dimension.type) {
    case DimensionType::Int:
    case DimensionType::BigInt:
    case DimensionType::Ref: return rows.integer(column);
    case DimensionType::Bool: return rows.boolean(column);
    case DimensionType::Text:
    case DimensionType::Date:
    case DimensionType::Uuid: break;
    }
    return rows.text(column);
}

Result<JournalRow> Journal::row(const Rows &rows) const
{
    JournalRow row;
    row.id = rows.integer(0);
    row.recorder = rows.text(1);
    row.line = static_cast<int>(rows.integer(2));
    row.period = rows.period(3);
    row.recordedAt = rows.text(4);
    row.recordedBy = rows.text(5);
    row.reversalOf = rows.integer(6);
    row.reversedBy = rows.integer(7);
    row.cause = rows.text(8);
    int column = 9;
    if (m_context.definition().isLedger()) {
        for (LedgerSide *side : {&row.debit, &row.credit}) {
            side->account = rows.text(column++);
            side->analytics = analyticsFromText(rows.text(column++));
        }
    }
    for (const Dimension &described : m_context.definition().dimensions())
        row.dimensions.append(dimension(rows, column++, described));
    for (int i = 0; i < m_context.layout.resourceCount(); ++i) {
        BINCARD_ASSIGN(value, figure(m_context, rows, column++, m_context.layout.scale(i)));
        row.resources.append(value);
    }
    return row;
}

Result<QList<JournalRow>> Journal::activeRows(const QString &recorder)
{
    if (m_context.layout.isPartitioned())
        BINCARD_TRY(Partitions(m_context).refuseSealed(recorder));
    return rowsOf(recorder, QStringLiteral(" AND ") + activeCondition(m_context.layout));
}

Result<QList<JournalRow>> Journal::history(const QString &recorder) { return rowsOf(recorder, {}); }

Result<QList<JournalRow>> Journal::rowsOf(const QString &recorder, const QString &condition)
{
    BINCARD_ASSIGN(rows,
        m_context.session->query(QStringLiteral("SELECT %1 FROM %2 m WHERE m.recorder = ?%3 ORDER BY m.id")
                                     .arg(columns(), m_context.layout.journal(), condition),
            {recorder}));
    QList<JournalRow> found;
    while (rows.next()) {
        BINCARD_ASSIGN(read, row(rows));
        found.append(read);
    }
    BINCARD_TRY(rows.finished());
    return found;
}

QString Journal::insertSql() const
{
    const Layout &layout = m_context.layout;
    const QString head =
        QStringLiteral("INSERT INTO %1 (recorded_at, recorded_by, recorder, line, period, reversal_of, cause, %2, %3)")
            .arg(layout.journal(), layout.entered(), layout.resources());
    QStringList fields;
    for (int i = 0; i < leadingFields + layout.journalDimensions().size() + layout.resourceCount(); ++i)
        fields << QStringLiteral("json_extract(j.value, '$[%1]')").arg(i);
    return head
        + QStringLiteral(" SELECT ?, (SELECT id FROM accumulator_actor WHERE name = ?), %1 FROM json_each(?) j"
                         " ORDER BY j.key")
              .arg(fields.join(QStringLiteral(", ")));
}

Result<void> Journal::append(QList<NewRow> rows, const QString &expected)
{
    if (rows.isEmpty())
        return {};
    // The triggers refuse them as well; here all are named at once, with their lines.
    if (m_context.definition().isLedger())
        BINCARD_TRY(Chart(*m_context.session).check(rows));
    const int forbidden = m_context.definition().forbiddenResource();
    if (forbidden >= 0)
        std::stable_partition(
            rows.begin(), rows.end(), [&](const NewRow &row) { return row.resources.at(forbidden).units() >= 0; });
    if (!m_context.isSqlite()) {
        const auto inserted = PostgresAppend(m_context).append(rows, expected);
        return inserted.ok() ? inserted : appendError(inserted.error(), rows);
    }
    BINCARD_TRY(enterActor());
    if (rows.size() >= SqliteBatch::worthwhile) {
        BINCARD_ASSIGN(usable, SqliteBatch(m_context).usable());
        if (usable)
            return appendBatch(rows);
    }
    return insert(rows);
}

Result<int> Journal::reverse(const QString &recorder)
{
    auto reversed = PostgresAppend(m_context).reverse(recorder);
    return reversed.ok() ? reversed : appendError(reversed.error(), {});
}

Result<qint64> Journal::operations(const QString &recorder)
{
    BINCARD_ASSIGN(rows,
        m_context.session->query(
            QStringLiteral("SELECT operations FROM accumulator_recorder WHERE recorder = ?"), {recorder}));
    const qint64 known = rows.next() ? rows.integer(0) : 0;
    BINCARD_TRY(rows.finished());
    return known;
}

Result<void> Journal::enterActor()
{
    BINCARD_TRY(m_context.session->execute(
        QStringLiteral("INSERT INTO accumulator_actor (name) SELECT given.name FROM (SELECT ? AS name) AS given"
                       " WHERE NOT EXISTS (SELECT 1 FROM accumulator_actor a WHERE a.name = given.name)"),
        {*m_context.recordedBy}));
    return {};
}

Result<void> Journal::insert(const QList<NewRow> &rows)
{
    if (m_recordedAt.isEmpty())
        m_recordedAt = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    QString text = rowsPacked(m_context.layout, rows);
    const bool packed = !text.isNull();
    if (!packed)
        text = rowsJson(rows);
    const QString sql =
        m_context.statement(packed ? QStringLiteral("journal.packed") : QStringLiteral("journal.insert"),
            [&] { return packed ? packedInsertSql(m_context.layout) : insertSql(); });
    const auto inserted = m_context.session->execute(sql, {m_recordedAt, *m_context.recordedBy, text});
    return inserted.ok() ? Result<void>() : appendError(inserted.error(), rows);
}

Result<void> Journal::appendBatch(const QList<NewRow> &rows)
{
    SqliteBatch batch(m_context);
    BINCARD_TRY(batch.open()); // takes the write lock, so that definition and closing date stay what they are
    BINCARD_ASSIGN(closed, Closing(*m_context.session).until());
    BINCARD_TRY(checkOpen(rows, closed));
    BINCARD_TRY(insert(rows));
    if (const auto done = batch.maintain(); !done.ok())
        return appendError(done.error(), rows);
    BINCARD_ASSIGN(isShort, batch.isShort());
    if (isShort)
        return shortOfStock();
    return batch.shut();
}

Result<void> Journal::checkOpen(const QList<NewRow> &rows, QDate closedUntil) const
{
    const Period first = std::ranges::min_element(rows, {}, &NewRow::period)->period;
    if (closedUntil.isValid() && first.date <= closedUntil)
        return Closing::error(closedUntil, first);
    return {};
}

Result<bool> Journal::appendOne(const NewRow &row)
{
    const Layout &layout = m_context.layout;
    const QString sql = m_context.statement(QStringLiteral("journal.one"), [&] {
        const qsizetype places = leadingFields - 1 + layout.journalDimensions().size() + layout.resourceCount();
        return QStringLiteral("INSERT INTO %1 (recorded_by, recorder, line, period, cause, %2, %3)"
                              " SELECT (SELECT id FROM accumulator_actor WHERE name = ?)%4"
                              " WHERE NOT EXISTS (SELECT 1 FROM %1 m WHERE m.recorder = ? AND %5)")
            .arg(layout.journal(), layout.entered(), layout.resources(), QStringLiteral(", ?").repeated(places),
                activeCondition(layout));
    });
    Values values{*m_context.recordedBy, row.recorder, row.line, row.period, row.cause};
    for (const QVariant &dimension : row.dimensions)
        values.append(boundDimension(dimension));
    for (const Decimal resource : row.resources)
        values.append(resource.units());
    values.append(row.recorder);
    BINCARD_ASSIGN(inserted, m_context.session->execute(sql, values));
    return inserted == 1;
}

Result<void> Journal::refuseOutdated()
{
    const QString &name = m_context.definition().name();
    BINCARD_ASSIGN(rows,
        m_context.session->query(QStringLiteral("SELECT 1 FROM accumulator_register WHERE name = ? AND definition = ?"
                                                " AND generator = ?"),
            {name, m_context.kept, Accumulator::generator}));
    if (rows.next())
        return {};
    BINCARD_TRY(rows.finished());
    return Error(ErrorCode::Conflict,
        {QT_TRANSLATE_NOOP("Error", "The register \"%1\" was altered meanwhile. Look at it again."), {name}},
        {{QStringLiteral("register"), name}});
}

} // namespace bincard::accumulator
