// SPDX-License-Identifier: LGPL-3.0-or-later
// Makes, regenerates and drops the tables of a register (rules E1, E16), inside a transaction.
#include "accumulator/AccumulatorPrivate.h"
#include "accumulator/DimensionValue.h"
#include "accumulator/Generator.h"
#include "accumulator/Partitions.h"
#include "accumulator/Rights.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace bincard {

using namespace accumulator;
using db::Dialect;

Result<bool> Accumulator::Private::isTaken(const QString &name)
{
    const QString sql = session->dialect().isSqlite()
        ? QStringLiteral("SELECT 1 FROM sqlite_master WHERE lower(name) = lower(?)")
        : QStringLiteral("SELECT 1 FROM (SELECT relname, relnamespace FROM pg_class"
                         " UNION ALL SELECT proname, pronamespace FROM pg_proc) AS c"
                         " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relname = ? AND n.nspname = ?");
    db::Values values{name};
    if (session->dialect().isPostgres())
        values.append(schema);
    BINCARD_ASSIGN(rows, session->query(sql, values));
    return rows.next();
}

/// Rule E1: what can be referred to is a table with an id and a code.
Result<bool> Accumulator::Private::isReferable(const QString &table)
{
    const QString sql = session->dialect().isSqlite()
        ? QStringLiteral("SELECT COUNT(*) FROM pragma_table_info(?) WHERE name IN ('id', 'code')")
        : QStringLiteral("SELECT COUNT(*) FROM pg_attribute WHERE attrelid = to_regclass(?)"
                         " AND attname IN ('id', 'code') AND NOT attisdropped");
    const QString name =
        session->dialect().isSqlite() ? table : Dialect::quoted(schema) + u'.' + Dialect::quoted(table);
    BINCARD_ASSIGN(rows, session->query(sql, {name}));
    return rows.next() && rows.integer(0) == 2;
}

Result<void> Accumulator::Private::refuseTaken(const Layout &layout)
{
    const QString &name = layout.definition().name();
    BINCARD_ASSIGN(existing, names());
    if (existing.contains(name, Qt::CaseInsensitive))
        return Error(ErrorCode::Duplicate, {QT_TRANSLATE_NOOP("Error", "There is a register \"%1\" already."), {name}},
            {{QStringLiteral("register"), name}});
    const Generator generator(layout, schema);
    for (const QString &made :
        Generator::names(generator.createJournal({}) + generator.createDerived() + generator.createTriggers())) {
        BINCARD_ASSIGN(taken, isTaken(made));
        if (taken)
            return Error(ErrorCode::Duplicate,
                {QT_TRANSLATE_NOOP("Error",
                     "The register \"%1\" would need %2 for something of its own, but the database has something of "
                     "that "
                     "name already."),
                    {name, made}},
                {{QStringLiteral("register"), name}});
    }
    return {};
}

Result<QList<QVariant>> Accumulator::Private::defaults(const RegisterDefinition &definition)
{
    QList<Problem> problems;
    if (session->dialect().isSqlite() && definition.partition() != Partition::None)
        problems.append({QStringLiteral("partition"), 0,
            {QT_TRANSLATE_NOOP("Error",
                 "A book in a file keeps the journal in one piece; only a register on a PostgreSQL server can be"
                 " partitioned."),
                {}}});
    QList<QVariant> values;
    for (qsizetype i = 0; i < definition.dimensions().size(); ++i) {
        const Dimension &dimension = definition.dimensions().at(i);
        const int line = static_cast<int>(i) + 1;
        values.append(QVariant());
        if (dimension.type != DimensionType::Ref) {
            if (dimension.defaultValue) {
                BINCARD_ASSIGN(value, parseDimension(dimension, *dimension.defaultValue));
                values.last() = value;
            }
            continue;
        }
        BINCARD_ASSIGN(referable, isReferable(dimension.refTable));
        if (!referable) {
            problems.append({QStringLiteral("dimensions.type"), line,
                {QT_TRANSLATE_NOOP("Error", "There is no table \"%1\" with an id and a code to refer to."),
                    {dimension.refTable}}});
        } else if (dimension.defaultValue) {
            BINCARD_ASSIGN(rows,
                session->query(
                    QStringLiteral("SELECT id FROM %1 WHERE code = ?").arg(Dialect::quoted(dimension.refTable)),
                    {*dimension.defaultValue}));
            if (rows.next())
                values.last() = rows.integer(0);
            else
                problems.append({QStringLiteral("dimensions.default"), line,
                    {QT_TRANSLATE_NOOP("Error", "There is no row with the code \"%1\" in %2."),
                        {*dimension.defaultValue, dimension.refTable}}});
        }
    }
    if (!problems.isEmpty())
        return Error::validation(std::move(problems));
    return values;
}

db::Values Accumulator::Private::kept(const RegisterDefinition &definition, const QList<QVariant> &defaults)
{
    QJsonArray stored;
    for (const QVariant &value : defaults)
        stored.append(QJsonValue::fromVariant(value));
    const auto compact = [](const QJsonDocument &json) {
        return QString::fromUtf8(json.toJson(QJsonDocument::Compact));
    };
    return {compact(QJsonDocument(definition.toJson())), compact(QJsonDocument(stored)), Accumulator::generator,
        definition.name()};
}

Result<void> Accumulator::Private::create(const RegisterDefinition &definition)
{
    BINCARD_TRY(install());
    const Layout layout(definition, session->dialect());
    BINCARD_ASSIGN(values, defaults(definition));
    BINCARD_TRY(refuseTaken(layout));
    const Generator generator(layout, schema);
    BINCARD_TRY(run(generator.createJournal(values)));
    BINCARD_TRY(run(generator.createDerived()));
    BINCARD_TRY(run(generator.createTriggers()));
    BINCARD_TRY(
        session->execute(QStringLiteral("INSERT INTO accumulator_register (definition, defaults, generator, name)"
                                        " VALUES (?, ?, ?, ?)"),
            kept(definition, values)));
    if (layout.isPartitioned())
        BINCARD_TRY(Partitions({session, recordedBy, schema, layout, values, {}}).create(QDate::currentDate()));
    BINCARD_TRY(Rights::settle(*session, schema));
    session->forgetStatements();
    return {};
}

Result<void> Accumulator::Private::drop(const QString &name, bool force)
{
    int made = 0;
    BINCARD_ASSIGN(found, context(name, &made));
    {
        BINCARD_ASSIGN(rows, session->query(QStringLiteral("SELECT COUNT(*) FROM ") + found.layout.journal()));
        qint64 movements = rows.next() ? rows.integer(0) : 0;
        BINCARD_ASSIGN(parts, Partitions(found).list());
        for (const PartitionInfo &part : std::as_const(parts))
            movements += part.detached ? part.movements : 0;
        if (movements > 0 && !force)
            return Error::validation(QStringLiteral("register"),
                {QT_TRANSLATE_NOOP("Error",
                     "The register \"%1\" holds %2 movements; it is only dropped "
                     "with them when that is asked for."),
                    {name, QString::number(movements)}});
    }
    session->forgetStatements();
    const Generator generator(found.layout, schema);
    if (found.layout.isPartitioned())
        BINCARD_TRY(Partitions(found).dropDetached());
    BINCARD_TRY(run(generator.dropTriggers()));
    BINCARD_TRY(run(generator.dropDerived()));
    BINCARD_TRY(run(generator.dropJournal()));
    BINCARD_TRY(session->execute(QStringLiteral("DELETE FROM accumulator_register WHERE name = ?"), {name}));
    session->forgetStatements();
    return {};
}

Result<void> Accumulator::Private::upgrade()
{
    BINCARD_TRY(install());
    BINCARD_ASSIGN(all, names());
    for (const QString &name : all) {
        int made = 0;
        BINCARD_ASSIGN(found, context(name, &made));
        if (made >= Accumulator::generator)
            continue;
        const Generator generator(found.layout, schema);
        BINCARD_TRY(run(generator.dropTriggers()));
        BINCARD_TRY(run(generator.dropDerived()));
        BINCARD_TRY(run(generator.createDerived()));
        BINCARD_TRY(run(generator.fillDerived()));
        BINCARD_TRY(run(generator.fillRecorders()));
        BINCARD_TRY(run(generator.createTriggers()));
        BINCARD_TRY(session->execute(QStringLiteral("UPDATE accumulator_register SET generator = ? WHERE name = ?"),
            {Accumulator::generator, name}));
    }
    session->forgetStatements();
    return Rights::settle(*session, schema);
}

} // namespace bincard
