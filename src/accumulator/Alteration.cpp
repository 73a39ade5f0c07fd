// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Alteration.h"

#include "accumulator/AccumulatorPrivate.h"
#include "accumulator/Rights.h"
#include "accumulator/Verify.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace bincard {

using namespace accumulator;

Result<void> Accumulator::alter(const RegisterDefinition &definition, const Progress &progress)
{
    BINCARD_TRY(d->usable());
    return inOwnOrCallersTransaction<void>(*d->session, [&] { return d->alter(definition, progress); });
}

Result<void> Accumulator::Private::alter(const RegisterDefinition &definition, const Progress &progress)
{
    BINCARD_TRY(usable());
    BINCARD_TRY(findSchema());
    // A write first: two who alter or drop the same register follow each other, and the second sees what the first did.
    BINCARD_TRY(session->execute(
        QStringLiteral("UPDATE accumulator_register SET generator = generator WHERE name = ?"), {definition.name()}));
    int made = 0;
    BINCARD_ASSIGN(before, context(definition.name(), &made));
    BINCARD_TRY(refuseOther(definition.name(), made));
    QList<Problem> problems = alterationProblems(before.definition(), definition);
    if (const auto valid = definition.validated(); !valid.ok())
        problems += valid.error().problems();
    if (!problems.isEmpty())
        return Error::validation(std::move(problems));
    if (definition == before.definition())
        return {};
    BINCARD_ASSIGN(values, defaults(definition));
    session->forgetStatements();
    const Quiet quiet(*session);
    BINCARD_TRY(quiet.begun());
    BINCARD_TRY(Alteration(before, definition, values, progress).run());
    session->forgetStatements();
    BINCARD_TRY(session->execute(
        QStringLiteral("UPDATE accumulator_register SET definition = ?, defaults = ?, generator = ? WHERE name = ?"),
        kept(definition, values)));
    return Rights::settle(*session, schema);
}

} // namespace bincard

namespace bincard::accumulator {

using db::Dialect;

namespace {

constexpr qint64 copiedAtOnce = 20000;
constexpr int listedDays = 1000;

/// What stands beside a register's own tables while it is altered; no register can be called so.
QString aside(const QString &name) { return u'#' + name; }

Error differs(const QString &name)
{
    return Error(ErrorCode::Corrupt,
        {QT_TRANSLATE_NOOP("Error", "The copy of the register \"%1\" differs from it; nothing was changed."), {name}});
}

bool isIndex(const QString &statement)
{
    return statement.startsWith(u"CREATE INDEX") || statement.startsWith(u"CREATE UNIQUE INDEX");
}

/// Lets SQLite rename a table without writing the new name into views and triggers that mean the one to come.
class PlainRename
{
public:
    explicit PlainRename(db::Session &session) : m_session(session)
    {
        m_begun = m_session.run(QStringLiteral("PRAGMA legacy_alter_table = ON"));
    }
    ~PlainRename() { (void)m_session.run(QStringLiteral("PRAGMA legacy_alter_table = OFF")); }
    PlainRename(const PlainRename &) = delete;
    PlainRename &operator=(const PlainRename &) = delete;
    [[nodiscard]] const Result<void> &begun() const { return m_begun; }

private:
    db::Session &m_session;
    Result<void> m_begun;
};

} // namespace

Alteration::Alteration(
    const RegisterContext &before, const RegisterDefinition &after, QList<QVariant> defaults, const Progress &progress)
    : m_before(before)
    , m_after(after, before.layout.dialect())
    , m_defaults(std::move(defaults))
    , m_progress(progress)
{}

RegisterContext Alteration::with(const Layout &layout) const
{
    return {m_before.session, m_before.recordedBy, m_before.schema, layout, m_defaults, {}};
}

Result<void> Alteration::run()
{
    // Refused before the long work begins; the days are looked at again when nobody can post any more.
    if (m_after.definition().forbiddenResource() >= 0)
        BINCARD_TRY(refuseNegativeDays(m_before.layout));
    const RegisterDefinition &before = m_before.definition(), &after = m_after.definition();
    if (before.dimensions() == after.dimensions() && before.resources().size() == after.resources().size())
        return switchPolicy();
    BINCARD_ASSIGN(movements, number(QStringLiteral("SELECT COUNT(*) FROM ") + m_before.layout.journal()));
    m_movements = movements;
    BINCARD_TRY(step(0));
    if (m_before.isSqlite())
        return runOnSqlite();
    return m_before.layout.isPartitioned() ? runOnPartitions() : runOnPostgres();
}

Result<void> Alteration::switchPolicy()
{
    const Generator before(m_before.layout, m_before.schema), after(m_after, m_before.schema);
    if (!m_before.isSqlite())
        BINCARD_TRY(takeTables());
    BINCARD_TRY(refuseNegativeDays(m_before.layout));
    BINCARD_TRY(execute(before.dropTriggers()));
    if (before.createDerived() != after.createDerived()) {
        const RegisterContext target = with(m_after);
        BINCARD_TRY(execute(before.dropDerived() + after.createDerived()));
        BINCARD_TRY(fillAndVerify(target));
    }
    return execute(after.createTriggers());
}

Result<void> Alteration::runOnSqlite()
{
    const PlainRename plain(*m_before.session);
    BINCARD_TRY(plain.begun());
    const Generator before(m_before.layout, {}), after(m_after, {});
    BINCARD_TRY(execute(before.dropTriggers() + before.dropDerived()));
    const Layout asideLayout(m_before.definition().named(aside(m_before.definition().name())), m_after.dialect());
    const QString old = asideLayout.journal();
    BINCARD_TRY(execute({QStringLiteral("ALTER TABLE %1 RENAME TO %2").arg(m_before.layout.journal(), old)}));
    {
        QStringList drops;
        BINCARD_ASSIGN(rows,
            m_before.session->query(
                QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql NOT NULL"),
                {asideLayout.tableNames().constFirst()}));
        while (rows.next())
            drops << QStringLiteral("DROP INDEX ") + Dialect::quoted(rows.text(0));
        BINCARD_TRY(rows.finished());
        BINCARD_TRY(execute(drops));
    }
    BINCARD_TRY(makeJournal(after, old, m_after.journal()));
    BINCARD_TRY(continueIds(old, m_after.journal()));
    BINCARD_TRY(execute({QStringLiteral("DROP TABLE ") + old}));
    const RegisterContext target = with(m_after);
    BINCARD_TRY(execute(after.createDerived()));
    BINCARD_TRY(fillAndVerify(target));
    BINCARD_TRY(refuseNegativeDays(m_after));
    return execute(after.createTriggers());
}

/// The table, the rows, and then the indexes.
Result<void> Alteration::makeJournal(const Generator &generator, const QString &source, const QString &target)
{
    QStringList statements = generator.createJournal(m_defaults);
    const auto indexes = std::ranges::stable_partition(statements, [](const QString &s) { return !isIndex(s); });
    const QStringList later(indexes.begin(), indexes.end());
    statements.resize(statements.size() - later.size());
    BINCARD_TRY(execute(statements));
    BINCARD_TRY(copy(source, target));
    BINCARD_TRY(execute(later));
    return compareJournals(source, target);
}

Result<void> Alteration::copy(const QString &source, const QString &target)
{
    BINCARD_TRY(findColumns(source, target));
    BINCARD_ASSIGN(first, number(QStringLiteral("SELECT coalesce(min(id), 1) FROM ") + source));
    BINCARD_ASSIGN(last, number(QStringLiteral("SELECT coalesce(max(id), 0) FROM ") + source));
    qint64 done = 0;
    for (qint64 from = first; from <= last; from += copiedAtOnce) {
        BINCARD_ASSIGN(copied,
            m_before.session->execute(copySql(source, target) + QStringLiteral(" WHERE s.id BETWEEN ? AND ?"),
                {from, from + copiedAtOnce - 1}));
        done += copied;
        BINCARD_TRY(step(done));
    }
    return {};
}

/// Reads the columns that both journals have: all that there were.
Result<void> Alteration::findColumns(const QString &source, const QString &target)
{
    const auto columns = [&](const QString &table) -> Result<QStringList> {
        BINCARD_ASSIGN(rows,
            m_before.isSqlite()
                ? m_before.session->query(
                    QStringLiteral("SELECT name FROM pragma_table_info(?)"), {QString(table).remove(u'"')})
                : m_before.session->query(QStringLiteral("SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass"
                                                         " AND attnum > 0 AND NOT attisdropped ORDER BY attnum"),
                    {table}));
        QStringList names;
        while (rows.next())
            names << rows.text(0);
        BINCARD_TRY(rows.finished());
        return names;
    };
    BINCARD_ASSIGN(there, columns(source));
    BINCARD_ASSIGN(wanted, columns(target));
    m_columns.clear();
    for (const QString &column : there) {
        if (!wanted.contains(column))
            return differs(m_after.definition().name());
        m_columns << Dialect::quoted(column);
    }
    return {};
}

QString Alteration::copySql(const QString &source, const QString &target) const
{
    QStringList values;
    for (const QString &column : m_columns)
        values << QStringLiteral("s.") + column;
    return QStringLiteral("INSERT INTO %1 (%2)%3 SELECT %4 FROM %5 s")
        .arg(target, m_columns.join(QStringLiteral(", ")),
            m_before.isSqlite() ? QString() : QStringLiteral(" OVERRIDING SYSTEM VALUE"),
            values.join(QStringLiteral(", ")), source);
}

Result<void> Alteration::compareJournals(const QString &source, const QString &target) const
{
    QStringList same;
    for (const QString &column : m_columns)
        same << QStringLiteral("s.%1 %2 t.%1")
                    .arg(column, m_before.isSqlite() ? QStringLiteral("IS") : QStringLiteral("IS NOT DISTINCT FROM"));
    BINCARD_ASSIGN(differing,
        number(QStringLiteral("SELECT COUNT(*) FROM %1 t LEFT JOIN %2 s ON s.id = t.id WHERE s.id IS NULL OR NOT (%3)")
                   .arg(target, source, same.join(QStringLiteral(" AND ")))));
    BINCARD_ASSIGN(copied, number(QStringLiteral("SELECT COUNT(*) FROM ") + target));
    BINCARD_ASSIGN(there, number(QStringLiteral("SELECT COUNT(*) FROM ") + source));
    // On PostgreSQL more may have been posted meanwhile, never less.
    if (differing != 0 || copied > there || (m_before.isSqlite() && copied != there))
        return differs(m_after.definition().name());
    return {};
}

/// The next id follows the last one that was ever given, also where that one's transaction failed.
Result<void> Alteration::continueIds(const QString &source, const QString &target) const
{
    const auto plain = [](const QString &table) { return QString(table).remove(u'"'); };
    if (m_before.isSqlite()) {
        BINCARD_TRY(
            m_before.session->execute(QStringLiteral("DELETE FROM sqlite_sequence WHERE name = ?"), {plain(target)}));
        BINCARD_TRY(m_before.session->execute(
            QStringLiteral("INSERT INTO sqlite_sequence (name, seq) SELECT ?, seq FROM sqlite_sequence WHERE name = ?"),
            {plain(target), plain(source)}));
        return {};
    }
    BINCARD_ASSIGN(rows, m_before.session->query(QStringLiteral("SELECT pg_get_serial_sequence(?, 'id')"), {source}));
    const QString sequence = rows.next() ? rows.text(0) : QString();
    BINCARD_TRY(rows.finished());
    BINCARD_TRY(m_before.session->query(
        QStringLiteral("SELECT setval(pg_get_serial_sequence(?, 'id')::regclass, last_value, is_called) FROM ")
            + sequence,
        {target}));
    return {};
}

Result<void> Alteration::fillAndVerify(const RegisterContext &target)
{
    const QStringList fills = Generator(target.layout, target.schema).fillDerived();
    for (qsizetype i = 0; i < fills.size(); ++i) {
        if (const auto done = target.session->run(fills.at(i)); !done.ok())
            return overflowExplained(done.error());
        BINCARD_TRY(step(m_movements + m_movements * (i + 1) / (2 * fills.size())));
    }
    const qint64 half = m_movements / 2;
    const Progress progress = [&](qint64 done, qint64 total) {
        return step(m_movements + half + (total > 0 ? half * done / total : 0)).ok();
    };
    BINCARD_ASSIGN(verified, Verify(target).verify(progress));
    if (!verified.rows.isEmpty())
        return differs(m_after.definition().name());
    return {};
}

// Every day on which the resource that is to be forbidden lies below zero, as a shortage of what is missing there.
Result<void> Alteration::refuseNegativeDays(const Layout &layout) const
{
    const RegisterDefinition &after = m_after.definition();
    if (after.forbiddenResource() < 0)
        return {};
    const QString name = after.resources().at(after.forbiddenResource()).name;
    const int resource = layout.definition().resourceIndex(name), was = m_before.definition().forbiddenResource();
    if (resource < 0 || (was >= 0 && m_before.definition().resources().at(was).name == name))
        return {}; // a further one is zero everywhere; of one forbidden already no day is negative
    BINCARD_ASSIGN(rows,
        m_before.session->query(
            filled(QStringLiteral("SELECT {dimensions}, \"#left\", CAST(\"day\" AS TEXT) FROM ("
                                  "SELECT {dimensions}, \"day\", SUM({receipts} - {issues}) OVER"
                                  " (PARTITION BY {dimensions} ORDER BY \"day\") AS \"#left\" FROM {days}) AS running"
                                  " WHERE \"#left\" < 0 ORDER BY {dimensions}, \"day\" LIMIT {limit}"),
                {{"dimensions", layout.dimensions()}, {"receipts", layout.receipts(resource)},
                    {"issues", layout.issues(resource)}, {"days", layout.totals(Level::Day)},
                    {"limit", QString::number(listedDays)}})));
    QJsonArray shortages;
    const int count = layout.dimensionCount();
    while (rows.next()) {
        QJsonObject key;
        for (int i = 0; i < count; ++i)
            key.insert(layout.keyDimensions().at(i).name,
                QJsonValue::fromVariant(Journal::dimension(rows, i, layout.keyDimensions().at(i))));
        BINCARD_ASSIGN(left, figure(m_before, rows, count, layout.scale(resource)));
        shortages.append(QJsonObject{{QStringLiteral("register"), after.name()}, {QStringLiteral("key"), key},
            {QStringLiteral("resource"), name}, {QStringLiteral("available"), left.toString()},
            {QStringLiteral("required"), Decimal(0, left.scale()).toString()},
            {QStringLiteral("date"), rows.text(count + 1)}});
    }
    BINCARD_TRY(rows.finished());
    if (shortages.isEmpty())
        return {};
    return Error(ErrorCode::InsufficientStock,
        {QT_TRANSLATE_NOOP("Error", "\"%1\" lies below zero on some days; it cannot be forbidden to."), {name}},
        {{QStringLiteral("shortages"), shortages}});
}

Result<void> Alteration::step(qint64 done)
{
    const qint64 total = std::max<qint64>(2 * m_movements, 1);
    if (m_progress && !m_progress(std::min(done, total), total))
        return Error(ErrorCode::Cancelled, {QT_TRANSLATE_NOOP("Error", "Cancelled."), {}});
    return {};
}

Result<void> Alteration::execute(const QStringList &statements) const
{
    for (const QString &statement : statements) {
        const auto done = m_before.session->run(statement);
        if (done.ok())
            continue;
        if (done.error().technical().contains(u"(2BP01)"))
            return Error::validation(QStringLiteral("register"),
                {QT_TRANSLATE_NOOP("Error",
                     "Something in the database that Bincard did not make, such as a view, depends on the tables of "
                     "the "
                     "register \"%1\". It has to go first."),
                    {m_after.definition().name()}})
                .with(QStringLiteral("technical"), done.error().technical());
        return done.error();
    }
    return {};
}

Result<qint64> Alteration::number(const QString &sql) const
{
    BINCARD_ASSIGN(rows, m_before.session->query(sql));
    const qint64 value = rows.next() ? rows.integer(0) : 0;
    BINCARD_TRY(rows.finished());
    return value;
}

} // namespace bincard::accumulator
