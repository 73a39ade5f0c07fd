// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "accumulator/Load.h"
#include "accumulator/Partitions.h"
#include "accumulator/Posting.h"
#include "accumulator/Preview.h"
#include "accumulator/Reads.h"
#include "accumulator/RegisterContext.h"
#include "accumulator/Soundness.h"
#include "accumulator/Verify.h"

#include <QCoreApplication>
#include <QSqlDriver>
#include <QSqlQuery>

#include <libpq-fe.h>

namespace bincard {

namespace accumulator {

bool isInForeignTransaction(const db::Session &session)
{
    if (!session.dialect().isPostgres())
        return false;
    const QVariant handle = session.database().driver()->handle();
    // The name of the type as the header has it, or as the compiler sees through it.
    const QByteArrayView type(handle.typeName());
    if (type == "PGconn*" || type == "pg_conn*") {
        const auto *connection = *static_cast<PGconn *const *>(handle.constData());
        const PGTransactionStatusType status = PQtransactionStatus(connection);
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
    }
    // Inside a transaction that an earlier statement began, now() is older than the statement.
    QSqlQuery query(session.database());
    return query.exec(QStringLiteral("SELECT now() <> statement_timestamp()")) && query.next()
        && query.value(0).toBool();
}

bool saysAlreadyInTransaction(const Error &error)
{
    return error.technical().contains(u"cannot start a transaction within a transaction");
}

} // namespace accumulator

using namespace accumulator;

const RegisterDefinition &Register::definition() const { return d->context.definition(); }

Result<PostResult> Register::post(const QList<Movement> &movements, bool append)
{
    return Posting(d->context).post(movements, append);
}

Result<PostResult> Register::load(const MovementSource &next) { return Load(d->context).run(next); }

Result<UnpostResult> Register::unpost(const QString &recorder) { return Posting(d->context).unpost(recorder); }

Result<RepostResult> Register::repost(const QString &recorder, const QList<Movement> &movements)
{
    return Posting(d->context).repost(recorder, movements);
}

Result<QList<BalanceRow>> Register::balance(const BalancesQuery &query) { return Reads(d->context).balance(query); }

Result<QList<TurnoverRow>> Register::turnover(const TurnoverQuery &query) { return Reads(d->context).turnover(query); }

Result<MovementsPage> Register::movements(const MovementsQuery &query) { return Reads(d->context).movements(query); }

Result<QList<LowestBalance>> Register::lowestBalances(
    const QList<QList<QVariant>> &keys, QDate from, const QString &exceptRecorder)
{
    return Reads(d->context).lowestBalances(keys, from, exceptRecorder);
}

Result<bool> Register::hasActive(const QString &recorder)
{
    BINCARD_ASSIGN(active, Journal(d->context).active({recorder}));
    return !active.isEmpty();
}

Result<QList<JournalRow>> Register::history(const QString &recorder) { return Journal(d->context).history(recorder); }

Result<EffectPreview> Register::preview(const QString &recorder, const QList<Movement> &movements, bool append)
{
    return inOneState<EffectPreview>(
        *d->context.session, [&] { return Preview(d->context).effect(recorder, movements, append); });
}

Result<VerifyResult> Register::verify(const Progress &progress)
{
    return inOneState<VerifyResult>(*d->context.session, [&] { return Verify(d->context).verify(progress); });
}

Result<void> Register::rebuild(const Progress &progress) { return Verify(d->context).rebuild(progress); }

Result<SoundnessResult> Register::soundness()
{
    if (!definition().isLedger())
        return Error::validation(QStringLiteral("register"),
            {QT_TRANSLATE_NOOP("Error", "%1 is no ledger register."), {definition().name()}});
    return inOneState<SoundnessResult>(*d->context.session, [this] { return Soundness(d->context).check(); });
}

Result<QList<PartitionInfo>> Register::partitions() { return Partitions(d->context).list(); }

Result<void> Register::detach(const QString &partition)
{
    if (!d->context.layout.isPartitioned())
        return Error::validation(QStringLiteral("partition"),
            {QT_TRANSLATE_NOOP("Error", "The journal of \"%1\" is not partitioned."),
                {d->context.definition().name()}});
    return inOwnOrCallersTransaction<void>(
        *d->context.session, [&] { return Partitions(d->context).detach(partition); });
}

Result<RegisterInfo> Register::info() { return registerInfo(d->context); }

} // namespace bincard
