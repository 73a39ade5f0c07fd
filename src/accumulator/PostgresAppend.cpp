// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/PostgresAppend.h"

#include <QCoreApplication>

namespace bincard::accumulator {

using db::BinaryColumn;
using Type = BinaryColumn::Type;

namespace {

Type typeOf(const Dimension &dimension)
{
    switch (dimension.type) {
    case DimensionType::Int: return Type::Int;
    case DimensionType::BigInt:
    case DimensionType::Ref: return Type::BigInt;
    case DimensionType::Text: return Type::Text;
    case DimensionType::Date: return Type::Date;
    case DimensionType::Bool: return Type::Bool;
    case DimensionType::Uuid: return Type::Uuid;
    }
    return Type::Text;
}

void append(BinaryColumn &column, Type type, const QVariant &canonical)
{
    switch (type) {
    case Type::Bool: return column.append(canonical.toBool());
    case Type::Int: return column.append(static_cast<qint32>(canonical.toLongLong()));
    case Type::BigInt: return column.append(canonical.toLongLong());
    case Type::Date: return column.append(QDate::fromString(canonical.toString(), Qt::ISODate));
    case Type::Uuid: return column.append(QUuid::fromString(canonical.toString()));
    case Type::Text:
    case Type::Timestamp:
    case Type::Numeric: break;
    }
    column.append(canonical.toString());
}

/// The name of who records, and what is expected of the recorders: one value each, so they stand before the arrays.
constexpr int leadingParameters = 2;

QList<BinaryColumn> columnsOf(const QList<NewRow> &rows, const Layout &layout)
{
    QList<BinaryColumn> columns{BinaryColumn(Type::Text), BinaryColumn(Type::Int), BinaryColumn(Type::Timestamp),
        BinaryColumn(Type::BigInt), BinaryColumn(Type::Text)};
    const qsizetype leading = columns.size();
    const QList<Dimension> &dimensions = layout.journalDimensions();
    QList<Type> types;
    for (const Dimension &dimension : dimensions) {
        types << typeOf(dimension);
        columns << BinaryColumn(types.constLast());
    }
    for (int i = 0; i < layout.resourceCount(); ++i)
        columns << BinaryColumn(Type::Numeric);
    for (const NewRow &row : rows) {
        columns[0].append(row.recorder);
        columns[1].append(row.line);
        columns[2].append(row.period);
        if (row.reversalOf == 0)
            columns[3].appendNull();
        else
            columns[3].append(row.reversalOf);
        columns[4].append(row.cause);
        for (qsizetype i = 0; i < types.size(); ++i)
            append(columns[leading + i], types.at(i), row.dimensions.at(i));
        for (qsizetype i = 0; i < row.resources.size(); ++i)
            columns[leading + types.size() + i].append(row.resources.at(i));
    }
    return columns;
}

QString journalColumns(const Layout &layout)
{
    return QStringLiteral("recorder, line, period, reversal_of, cause, %1, %2")
        .arg(layout.entered(), layout.resources());
}

/// Both are asked once a statement, whatever the number of rows.
const QString actor = QStringLiteral("(SELECT coalesce((SELECT id FROM accumulator_actor WHERE name = %1),"
                                     " accumulator_actor_id(%1)))");
const QString staged = QStringLiteral("pg_temp.bincard_staged");
const QString expecting = QStringLiteral("(SELECT set_config('bincard.recorder', %1, true)) IS NOT NULL");

} // namespace

QString PostgresAppend::insertSql(bool many) const
{
    const Layout &layout = m_context.layout;
    const qsizetype count = 5 + layout.journalDimensions().size() + layout.resourceCount();
    const QString place = many ? QStringLiteral("($%1)[1]") : QStringLiteral("$%1");
    QStringList places;
    for (qsizetype i = 0; i < count; ++i)
        places << u'$' + QString::number(leadingParameters + 1 + i);
    const QString columns = journalColumns(layout);
    return QStringLiteral("INSERT INTO %1 (recorded_by, %2) SELECT %3, %4 WHERE %5")
        .arg(layout.journal(), columns, actor.arg(place.arg(1)),
            many ? QStringLiteral("u.* FROM unnest(%1) AS u").arg(places.join(QStringLiteral(", ")))
                 : places.join(QStringLiteral(", ")),
            expecting.arg(place.arg(2)));
}

Result<void> PostgresAppend::append(const QList<NewRow> &rows, const QString &expected)
{
    const bool many = rows.size() > 1;
    const QString sql =
        m_context.statement(many ? QStringLiteral("postgres.insert") : QStringLiteral("postgres.insert one"),
            [&] { return insertSql(many); });
    QList<BinaryColumn> parameters(leadingParameters, BinaryColumn(Type::Text));
    parameters[0].append(*m_context.recordedBy);
    parameters[1].append(expected);
    parameters += columnsOf(rows, m_context.layout);
    BINCARD_TRY(m_context.session->execute(
        sql, parameters, many ? db::Session::Parameters::Arrays : db::Session::Parameters::Single));
    return {};
}

// Without statistics the planner takes it for small; nothing that it does with it depends on that.
Result<void> PostgresAppend::beginStaging()
{
    db::Session &session = *m_context.session;
    // Asked beforehand: a statement that is refused would end the caller's transaction.
    BINCARD_ASSIGN(rows,
        session.query(QStringLiteral("SELECT has_database_privilege(current_database(), 'TEMPORARY'),"
                                     " quote_ident(current_database()), quote_ident(current_user)")));
    if (rows.next() && !rows.boolean(0))
        return Error(ErrorCode::PermissionDenied,
            {QT_TRANSLATE_NOOP("Error",
                 "Loading many movements at once takes a temporary table, which %1 may not make. Its owner allows it "
                 "by: GRANT TEMPORARY ON DATABASE %2 TO %1"),
                {rows.text(2), rows.text(1)}});
    BINCARD_TRY(rows.finished());
    return session.run(
        QStringLiteral("CREATE TEMPORARY TABLE %1 ON COMMIT DROP AS SELECT %2 FROM %3 WITH NO DATA")
            .arg(staged.mid(staged.indexOf(u'.') + 1), journalColumns(m_context.layout), m_context.layout.journal()));
}

Result<void> PostgresAppend::stage(const QList<NewRow> &rows)
{
    const QList<BinaryColumn> columns = columnsOf(rows, m_context.layout);
    QStringList places;
    for (qsizetype i = 1; i <= columns.size(); ++i)
        places << u'$' + QString::number(i);
    BINCARD_TRY(m_context.session->execute(
        QStringLiteral("INSERT INTO %1 SELECT u.* FROM unnest(%2) AS u").arg(staged, places.join(QStringLiteral(", "))),
        columns, db::Session::Parameters::Arrays));
    return {};
}

Result<void> PostgresAppend::insertStaged(const QString &expected)
{
    const QString columns = journalColumns(m_context.layout);
    QList<BinaryColumn> parameters(leadingParameters, BinaryColumn(Type::Text));
    parameters[0].append(*m_context.recordedBy);
    parameters[1].append(expected);
    BINCARD_TRY(
        m_context.session->execute(QStringLiteral("INSERT INTO %1 (recorded_by, %2) SELECT %3, %2 FROM %4 WHERE %5")
                                       .arg(m_context.layout.journal(), columns, actor.arg(QStringLiteral("$1")),
                                           staged, expecting.arg(QStringLiteral("$2"))),
            parameters, db::Session::Parameters::Single));
    return m_context.session->run(QStringLiteral("DROP TABLE ") + staged);
}

Result<void> PostgresAppend::copy(const QList<NewRow> &rows)
{
    if (m_actor == 0) {
        BINCARD_ASSIGN(found,
            m_context.session->query(QStringLiteral("SELECT ") + actor.arg(QStringLiteral("?")),
                {*m_context.recordedBy, *m_context.recordedBy}));
        if (found.next())
            m_actor = static_cast<qint32>(found.integer(0));
        BINCARD_TRY(found.finished());
    }
    QList<BinaryColumn> columns{BinaryColumn(Type::Int)};
    for (qsizetype i = 0; i < rows.size(); ++i)
        columns[0].append(m_actor);
    return m_context.session->copy(QStringLiteral("COPY %1 (recorded_by, %2) FROM STDIN (FORMAT binary)")
                                       .arg(m_context.layout.journal(), journalColumns(m_context.layout)),
        columns + columnsOf(rows, m_context.layout));
}

QString PostgresAppend::reverseSql() const
{
    const Layout &layout = m_context.layout;
    return QStringLiteral(
        "INSERT INTO %1 (recorded_by, %2)"
        " SELECT %3, m.recorder, m.line, m.period, m.id, m.cause, %4, %5 FROM %1 m"
        " WHERE m.recorder = $2 AND m.reversal_of IS NULL AND NOT EXISTS (SELECT FROM %1 r WHERE %6)"
        " AND (SELECT set_config('bincard.recorder', coalesce((SELECT operations FROM accumulator_recorder"
        " WHERE recorder = $2), 0)::text, true)) IS NOT NULL ORDER BY m.id")
        .arg(layout.journal(), journalColumns(layout), actor.arg(QStringLiteral("$1")),
            layout.entered(QStringLiteral("m.%1")), layout.resources(QStringLiteral("-m.%1")),
            layout.reverses(QStringLiteral("r"), QStringLiteral("m")));
}

Result<int> PostgresAppend::reverse(const QString &recorder)
{
    const QString sql = m_context.statement(QStringLiteral("postgres.reverse"), [this] { return reverseSql(); });
    QList<BinaryColumn> parameters(2, BinaryColumn(Type::Text));
    parameters[0].append(*m_context.recordedBy);
    parameters[1].append(recorder);
    return m_context.session->execute(sql, parameters, db::Session::Parameters::Single);
}

} // namespace bincard::accumulator
