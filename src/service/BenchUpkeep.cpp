// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/BenchUpkeep.h"

#include "accumulator/Encoding.h"
#include "accumulator/Layout.h"

namespace bincard::bench {

namespace {

using accumulator::Level;

const QString separator = QStringLiteral(", ");

/// "k0, k1, k2, f0, f1": what the columns of a batch's sums are called.
QStringList columnsOf(bool hasPeriod, qsizetype figures)
{
    QStringList columns{QStringLiteral("k0"), QStringLiteral("k1")};
    if (hasPeriod)
        columns << QStringLiteral("k2");
    for (qsizetype i = 0; i < figures; ++i)
        columns << QStringLiteral("f%1").arg(i);
    return columns;
}

} // namespace

QList<BareUpkeep::Table> BareUpkeep::tablesOf(const db::Session &session, const QString &registerName)
{
    const accumulator::Layout layout(engineDefinition(registerName), session.dialect());
    const QString bare = registerName + QStringLiteral("_bare_");
    Table balances{bare + QStringLiteral("balance"), {}, {}, {}};
    for (int i = 0; i < layout.resourceCount(); ++i) {
        balances.figures << layout.resource(i);
        balances.scales << layout.scale(i);
    }
    QList<Table> tables{balances};
    for (const Level level : {Level::Month, Level::Day}) {
        Table totals{bare + accumulator::levelName(level), accumulator::levelName(level), {}, {}};
        for (int i = 0; i < layout.resourceCount(); ++i) {
            totals.figures << layout.receipts(i) << layout.issues(i);
            totals.scales << layout.scale(i) << layout.scale(i);
        }
        tables << totals;
    }
    return tables;
}

QString BareUpkeep::relation(const db::Session &session, const Table &table)
{
    const QStringList columns = columnsOf(!table.period.isEmpty(), table.figures.size());
    if (session.dialect().isSqlite()) {
        QStringList read;
        for (qsizetype i = 0; i < columns.size(); ++i)
            read << QStringLiteral("json_extract(value, '$[%1]') AS %2").arg(QString::number(i), columns.at(i));
        return QStringLiteral("(SELECT %1 FROM json_each(?)) AS n").arg(read.join(separator));
    }
    QStringList arrays{QStringLiteral("?::integer[]"), QStringLiteral("?::integer[]")};
    if (!table.period.isEmpty())
        arrays << QStringLiteral("?::date[]");
    arrays << QStringList(table.figures.size(), QStringLiteral("?::numeric[]"));
    return QStringLiteral("unnest(%1) AS n(%2)").arg(arrays.join(separator), columns.join(separator));
}

db::Values BareUpkeep::parameters(const db::Session &session, const Table &table, const Sums &sums)
{
    const bool hasPeriod = !table.period.isEmpty();
    if (session.dialect().isSqlite()) {
        accumulator::JsonRows rows;
        for (const auto &[key, figures] : sums) {
            rows.beginRow();
            rows.append(std::get<0>(key));
            rows.append(std::get<1>(key));
            if (hasPeriod)
                rows.append(std::get<2>(key).toString(Qt::ISODate));
            for (const qint64 units : figures)
                rows.append(units);
            rows.endRow();
        }
        return {rows.text()};
    }
    const qsizetype first = hasPeriod ? 3 : 2;
    QList<accumulator::ArrayText> columns(first + table.figures.size());
    for (const auto &[key, figures] : sums) {
        columns[0].append(QString::number(std::get<0>(key)));
        columns[1].append(QString::number(std::get<1>(key)));
        if (hasPeriod)
            columns[2].append(std::get<2>(key).toString(Qt::ISODate));
        for (qsizetype i = 0; i < figures.size(); ++i)
            columns[first + i].append(Decimal(figures.at(i), table.scales.at(i)).toString());
    }
    db::Values values;
    for (const accumulator::ArrayText &column : std::as_const(columns))
        values << column.text();
    return values;
}

BareUpkeep::Key BareUpkeep::keyOf(const Table &table, const Movement &movement)
{
    QDate date;
    if (table.period == accumulator::levelName(Level::Day))
        date = movement.period.date;
    else if (!table.period.isEmpty())
        date = QDate(movement.period.date.year(), movement.period.date.month(), 1);
    return {movement.dimensions.at(0).toLongLong(), movement.dimensions.at(1).toLongLong(), date};
}

BareUpkeep::Sums BareUpkeep::sumsOf(const Table &table, const QList<Movement> &movements)
{
    Sums sums;
    for (const Movement &movement : movements) {
        QList<qint64> &figures = sums[keyOf(table, movement)];
        figures.resize(table.figures.size());
        for (qsizetype i = 0; i < movement.resources.size(); ++i) {
            const qint64 units = movement.resources.at(i).units();
            if (table.period.isEmpty())
                figures[i] += units;
            else
                figures[units > 0 ? 2 * i : 2 * i + 1] += qAbs(units);
        }
    }
    return sums;
}

Result<void> BareUpkeep::make(db::Session &session, const QString &registerName, const Spread &spread)
{
    QList<Movement> everywhere;
    for (int day = 0; day <= spread.days; ++day)
        for (int key = 0; key < spread.keys; ++key)
            everywhere << movementOf({}, bench::keyOf(key, spread), Period(dayOf(day)), 1000);
    for (const Table &table : tablesOf(session, registerName)) {
        BINCARD_TRY(makeBare(session, QString(table.name).remove(QStringLiteral("_bare")), table.name));
        const QStringList key = QStringList{QStringLiteral("warehouse"), QStringLiteral("product")}
            + (table.period.isEmpty() ? QStringList() : QStringList{table.period});
        QStringList into = key + table.figures, from = columnsOf(!table.period.isEmpty(), table.figures.size());
        if (session.dialect().isSqlite()) { // which movement changed the row last: for SQLite's guards alone
            into << QStringLiteral("last_movement");
            from << QStringLiteral("0");
        }
        BINCARD_TRY(
            session.execute(QStringLiteral("INSERT INTO %1 (%2) SELECT %3 FROM %4")
                                .arg(table.name, into.join(separator), from.join(separator), relation(session, table)),
                parameters(session, table, sumsOf(table, everywhere))));
    }
    return {};
}

BareUpkeep::BareUpkeep(db::Session &session, const QString &registerName)
    : m_session(session)
    , m_journal(session, registerName)
    , m_tables(tablesOf(session, registerName))
    , m_bare(registerName + QStringLiteral("_bare"))
{
    if (session.dialect().isPostgres()) {
        m_one = statement(false);
        m_many = statement(true);
        return;
    }
    for (const Table &table : std::as_const(m_tables))
        m_updates << update(table, relation(session, table));
}

QString BareUpkeep::update(const Table &table, const QString &sums)
{
    QStringList changes;
    for (qsizetype i = 0; i < table.figures.size(); ++i)
        changes << QStringLiteral("%1 = t.%1 + n.f%2").arg(table.figures.at(i)).arg(i);
    QString key = QStringLiteral("t.warehouse = n.k0 AND t.product = n.k1");
    if (!table.period.isEmpty())
        key += QStringLiteral(" AND t.%1 = n.k2").arg(table.period);
    return QStringLiteral("UPDATE %1 AS t SET %2 FROM %3 WHERE %4").arg(table.name, changes.join(separator), sums, key);
}

// Data-modifying WITH queries are run whether or not anything reads them.
QString BareUpkeep::statement(bool many) const
{
    int parameter = 0;
    const auto rows = [&](const QStringList &names, QStringList types) {
        QStringList values;
        for (qsizetype i = 0; i < types.size(); ++i)
            values << QStringLiteral("$%1::%2").arg(++parameter).arg(types.at(i))
                    + (many ? QStringLiteral("[]") : QStringLiteral(" AS ") + names.at(i));
        return many ? QStringLiteral("unnest(%1) AS n(%2)").arg(values.join(separator), names.join(separator))
                    : QStringLiteral("(SELECT %1) AS n").arg(values.join(separator));
    };
    const QString integer = QStringLiteral("integer"), numeric = QStringLiteral("numeric");
    const QStringList journal{QStringLiteral("recorder"), QStringLiteral("line"), QStringLiteral("period"),
        QStringLiteral("warehouse"), QStringLiteral("product"), QStringLiteral("quantity"), QStringLiteral("amount")};
    QStringList parts{QStringLiteral("j AS (INSERT INTO %1 (recorded_by, %2) SELECT 1, n.* FROM %3)")
                          .arg(m_bare, journal.join(separator),
                              rows(journal,
                                  {QStringLiteral("text"), integer, QStringLiteral("timestamp"), integer, integer,
                                      numeric, numeric}))};
    for (const Table &table : m_tables) {
        QStringList types{integer, integer};
        if (!table.period.isEmpty())
            types << QStringLiteral("date");
        types += QStringList(table.figures.size(), numeric);
        parts << QStringLiteral("u%1 AS (%2)")
                     .arg(parts.size())
                     .arg(update(table, rows(columnsOf(!table.period.isEmpty(), table.figures.size()), types)));
    }
    return QStringLiteral("WITH %1 SELECT").arg(parts.join(separator));
}

QList<db::BinaryColumn> BareUpkeep::columns(const QList<Movement> &movements) const
{
    using Type = db::BinaryColumn::Type;
    QList<db::BinaryColumn> all;
    const auto add = [&all](std::initializer_list<Type> types) {
        for (const Type type : types)
            all << db::BinaryColumn(type);
        return all.end() - static_cast<qsizetype>(types.size());
    };
    auto column = add({Type::Text, Type::Int, Type::Timestamp, Type::Int, Type::Int, Type::Numeric, Type::Numeric});
    qint32 line = 0;
    for (const Movement &movement : movements) {
        column[0].append(movement.recorder);
        column[1].append(++line);
        column[2].append(movement.period);
        for (int i = 0; i < 2; ++i) {
            column[3 + i].append(static_cast<qint32>(movement.dimensions.at(i).toInt()));
            column[5 + i].append(movement.resources.at(i));
        }
    }
    for (const Table &table : m_tables) {
        const bool hasPeriod = !table.period.isEmpty();
        const qsizetype first = all.size();
        add({Type::Int, Type::Int});
        if (hasPeriod)
            add({Type::Date});
        for (qsizetype i = 0; i < table.figures.size(); ++i)
            add({Type::Numeric});
        for (const auto &[key, figures] : sumsOf(table, movements)) {
            all[first].append(static_cast<qint32>(std::get<0>(key)));
            all[first + 1].append(static_cast<qint32>(std::get<1>(key)));
            if (hasPeriod)
                all[first + 2].append(std::get<2>(key));
            for (qsizetype i = 0; i < figures.size(); ++i)
                all[first + (hasPeriod ? 3 : 2) + i].append(Decimal(figures.at(i), table.scales.at(i)));
        }
    }
    return all;
}

Result<void> BareUpkeep::insert(const QList<Movement> &movements)
{
    if (m_session.dialect().isPostgres()) {
        using Parameters = db::Session::Parameters;
        const bool many = movements.size() > 1;
        BINCARD_TRY(m_session.execute(
            many ? m_many : m_one, columns(movements), many ? Parameters::Arrays : Parameters::Single));
        return {};
    }
    db::Transaction transaction(m_session);
    BINCARD_TRY(transaction.begun());
    BINCARD_TRY(m_journal.insertMany(movements));
    for (qsizetype i = 0; i < m_tables.size(); ++i)
        BINCARD_TRY(m_session.execute(
            m_updates.at(i), parameters(m_session, m_tables.at(i), sumsOf(m_tables.at(i), movements))));
    return transaction.commit();
}

} // namespace bincard::bench
