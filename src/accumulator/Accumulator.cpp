// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"

#include "accumulator/AccumulatorPrivate.h"
#include "accumulator/Chart.h"
#include "accumulator/Closing.h"
#include "accumulator/Generator.h"
#include "accumulator/Partitions.h"
#include "accumulator/RegisterContext.h"
#include "accumulator/Rights.h"
#include "accumulator/Soundness.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace bincard {

using namespace accumulator;
using db::Dialect;

namespace accumulator {

Quiet::Quiet(db::Session &session) : m_session(session)
{
    if (session.dialect().isSqlite())
        return;
    m_begun = [&]() -> Result<void> {
        BINCARD_ASSIGN(rows,
            session.query(QStringLiteral("SELECT current_setting('client_min_messages'),"
                                         " set_config('client_min_messages', 'warning', true)")));
        if (rows.next())
            m_usual = rows.text(0);
        return rows.finished();
    }();
}

// In a transaction that has failed this fails too; then its end restores the setting.
Quiet::~Quiet()
{
    if (!m_usual.isEmpty())
        (void)m_session.query(QStringLiteral("SELECT set_config('client_min_messages', ?, true)"), {m_usual});
}

} // namespace accumulator

Result<void> Accumulator::Private::usable() const
{
    if (unusable)
        return *unusable;
    return {};
}

Result<void> Accumulator::Private::run(const QStringList &statements) const
{
    for (const QString &statement : statements)
        BINCARD_TRY(session->run(statement));
    return {};
}

Result<void> Accumulator::Private::install()
{
    const Quiet quiet(*session);
    BINCARD_TRY(quiet.begun());
    if (session->dialect().isPostgres()) {
        // IF NOT EXISTS alone does not keep two programs that install at once from colliding.
        BINCARD_TRY(session->run(QStringLiteral("SELECT pg_advisory_xact_lock(hashtext('bincard accumulator'))")));
        BINCARD_ASSIGN(rows, session->query(QStringLiteral("SELECT current_schema()")));
        if (rows.next())
            schema = rows.text(0);
    }
    return run(Generator::install(session->dialect(), schema));
}

Result<void> Accumulator::Private::findSchema()
{
    if (session->dialect().isSqlite() || !schema.isEmpty())
        return {};
    BINCARD_ASSIGN(rows,
        session->query(QStringLiteral("SELECT n.nspname FROM pg_class c JOIN pg_namespace n"
                                      " ON n.oid = c.relnamespace"
                                      " WHERE c.oid = to_regclass('accumulator_register')")));
    if (rows.next())
        schema = rows.text(0);
    return rows.finished();
}

Result<RegisterContext> Accumulator::Private::context(const QString &name, int *generator)
{
    BINCARD_TRY(usable());
    BINCARD_TRY(findSchema());
    BINCARD_ASSIGN(rows,
        session->query(QStringLiteral("SELECT definition, defaults, generator"
                                      " FROM accumulator_register WHERE name = ?"),
            {name}));
    if (!rows.next()) {
        BINCARD_TRY(rows.finished());
        return Error(ErrorCode::RegisterNotFound, {QT_TRANSLATE_NOOP("Error", "There is no register \"%1\"."), {name}},
            {{QStringLiteral("register"), name}});
    }
    const QString kept = rows.text(0);
    auto definition = RegisterDefinition::fromJson(QJsonDocument::fromJson(kept.toUtf8()).object());
    if (!definition.ok())
        return Error(ErrorCode::Corrupt,
            {QT_TRANSLATE_NOOP("Error", "The definition of the register \"%1\" cannot be read."), {name}},
            definition.error().toJson());
    const QJsonArray stored = QJsonDocument::fromJson(rows.text(1).toUtf8()).array();
    QList<QVariant> defaults;
    for (qsizetype i = 0; i < definition->dimensions().size(); ++i) {
        const QJsonValue value = stored.at(i);
        if (value.isDouble())
            defaults.append(value.toInteger());
        else
            defaults.append(value.isNull() || value.isUndefined() ? QVariant() : value.toVariant());
    }
    *generator = static_cast<int>(rows.integer(2));
    return RegisterContext{session, recordedBy, schema, Layout(*definition, session->dialect()), defaults, kept};
}

Result<void> Accumulator::Private::refuseOther(const QString &name, int made)
{
    const QJsonObject details{{QStringLiteral("register"), name}, {QStringLiteral("generator"), made}};
    if (made > Accumulator::generator)
        return Error(ErrorCode::SchemaNewer,
            {QT_TRANSLATE_NOOP("Error", "The register \"%1\" was made by a newer Bincard."), {name}}, details);
    if (made < Accumulator::generator)
        return Error(ErrorCode::Validation,
            {QT_TRANSLATE_NOOP("Error",
                 "The register \"%1\" was made by an older Bincard. Opening the book with this one brings it up to "
                 "date; a program that uses the library calls Accumulator::upgrade()."),
                {name}},
            details);
    return {};
}

Result<QStringList> Accumulator::Private::names()
{
    BINCARD_TRY(usable());
    BINCARD_ASSIGN(rows, session->query(QStringLiteral("SELECT name FROM accumulator_register ORDER BY name")));
    QStringList found;
    while (rows.next())
        found << rows.text(0);
    BINCARD_TRY(rows.finished());
    return found;
}

// The row is changed first: on PostgreSQL postings to the account wait for it from then on.
Result<void> Accumulator::Private::saveAccount(const Account &account)
{
    BINCARD_TRY(findSchema());
    BINCARD_TRY(Chart(*session).save(account));
    BINCARD_ASSIGN(all, names());
    QList<Problem> problems;
    for (const QString &name : all) {
        int made = 0;
        BINCARD_ASSIGN(found, context(name, &made));
        if (!found.definition().isLedger())
            continue;
        BINCARD_ASSIGN(wrong, Soundness(found).wrongSides(account));
        for (const SoundnessRow &row : wrong)
            problems.append({QStringLiteral("type"), 0,
                {row.check == u"active_in_credit"
                        ? QT_TRANSLATE_NOOP("Error",
                            "The account %1 cannot be active: on %2 it has a credit balance in the register %3.")
                        : QT_TRANSLATE_NOOP("Error",
                            "The account %1 cannot be passive: on %2 it has a debit balance in the register %3."),
                    {account.code, row.date.toString(Qt::ISODate), name}}});
    }
    if (!problems.isEmpty())
        return Error::validation(problems.mid(0, 10));
    return {};
}

Result<int> Accumulator::Private::extendPartitions(const QString &name)
{
    int generator = 0;
    BINCARD_ASSIGN(found, context(name, &generator));
    if (!found.layout.isPartitioned())
        return 0;
    return inOwnOrCallersTransaction<int>(*session, [&]() -> Result<int> {
        BINCARD_ASSIGN(made, Partitions(found).extend(QDate::currentDate()));
        if (made > 0)
            BINCARD_TRY(Rights::settle(*session, schema));
        return made;
    });
}

Accumulator::Accumulator(const QSqlDatabase &database) : d(std::make_unique<Private>())
{
    const auto dialect = Dialect::of(database);
    if (!dialect.ok()) {
        d->unusable = dialect.error();
        return;
    }
    d->own = std::make_unique<db::Session>(database, *dialect);
    d->session = d->own.get();
}

Accumulator::Accumulator(db::Session &session) : d(std::make_unique<Private>()) { d->session = &session; }

Accumulator::~Accumulator() = default;

Result<void> Accumulator::install()
{
    BINCARD_TRY(d->usable());
    return inOwnOrCallersTransaction<void>(*d->session, [&] { return d->install(); });
}

Result<void> Accumulator::upgrade()
{
    BINCARD_TRY(d->usable());
    return inOwnOrCallersTransaction<void>(*d->session, [&] { return d->upgrade(); });
}

Result<void> Accumulator::create(const RegisterDefinition &definition)
{
    BINCARD_TRY(d->usable());
    BINCARD_TRY(definition.validated());
    return inOwnOrCallersTransaction<void>(*d->session, [&] { return d->create(definition); });
}

Result<void> Accumulator::drop(const QString &name, bool force)
{
    BINCARD_TRY(d->usable());
    return inOwnOrCallersTransaction<void>(*d->session, [&] { return d->drop(name, force); });
}

Result<QList<RegisterDefinition>> Accumulator::list()
{
    BINCARD_ASSIGN(names, d->names());
    QList<RegisterDefinition> definitions;
    for (const QString &name : names) {
        int made = 0;
        BINCARD_ASSIGN(found, d->context(name, &made));
        definitions.append(found.definition());
    }
    return definitions;
}

Result<Register> Accumulator::use(const QString &name)
{
    int made = 0;
    BINCARD_ASSIGN(found, d->context(name, &made));
    BINCARD_TRY(Private::refuseOther(name, made));
    return Register(std::make_shared<Register::Private>(Register::Private{std::move(found)}));
}

Result<int> Accumulator::maintain()
{
    BINCARD_ASSIGN(all, d->names());
    int made = 0;
    for (const QString &name : std::as_const(all)) { // one transaction each, so that postings wait for one at most
        BINCARD_ASSIGN(added, d->extendPartitions(name));
        made += added;
    }
    return made;
}

Result<QDate> Accumulator::closedUntil()
{
    BINCARD_TRY(d->usable());
    return Closing(*d->session).until();
}

Result<void> Accumulator::closePeriod(QDate date)
{
    BINCARD_TRY(d->usable());
    return inOwnOrCallersTransaction<void>(*d->session, [&] { return Closing(*d->session).close(date); });
}

Result<void> Accumulator::reopenPeriod(QDate date)
{
    BINCARD_TRY(d->usable());
    return inOwnOrCallersTransaction<void>(*d->session, [&] { return Closing(*d->session).reopen(date); });
}

Result<void> Accumulator::holdPostings()
{
    BINCARD_TRY(d->usable());
    if (d->session->dialect().isSqlite())
        return {}; // one writer at a time there
    return d->session->run(QStringLiteral("SELECT pg_advisory_xact_lock(%1)").arg(accumulator::closingLock));
}

Result<QList<Account>> Accumulator::accounts()
{
    BINCARD_TRY(d->usable());
    return Chart(*d->session).accounts();
}

Result<void> Accumulator::saveAccount(const Account &account)
{
    BINCARD_TRY(d->usable());
    return inOwnOrCallersTransaction<void>(*d->session, [&] { return d->saveAccount(account); });
}

void Accumulator::setRecordedBy(const QString &user) { *d->recordedBy = user; }

} // namespace bincard
