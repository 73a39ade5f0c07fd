// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"
#include "accumulator/Layout.h"
#include "db/Session.h"

namespace bincard::accumulator {

/// What every part of the engine needs to know of a register in use.
struct RegisterContext
{
    db::Session *session = nullptr;
    std::shared_ptr<const QString> recordedBy; ///< the Accumulator's, so that it can change meanwhile
    QString schema;                            ///< PostgreSQL: where the register lives
    Layout layout;
    QList<QVariant> defaults; ///< per dimension, canonical; of a reference the id; invalid: none
    QString kept;             ///< the definition as accumulator_register has it: another one there, and we are outdated

    /// Statements of this register whose texts take long to write, each kept by a name of its own.
    std::shared_ptr<QHash<QString, QString>> statements = std::make_shared<QHash<QString, QString>>();

    template <typename Make>
    [[nodiscard]] QString statement(const QString &name, const Make &make) const
    {
        QString &text = (*statements)[name];
        if (text.isNull())
            text = make();
        return text;
    }
    [[nodiscard]] const RegisterDefinition &definition() const { return layout.definition(); }
    [[nodiscard]] bool isSqlite() const { return layout.dialect().isSqlite(); }
};

[[nodiscard]] Result<RegisterInfo> registerInfo(const RegisterContext &context);

/// Whether the connection is in a transaction that was not begun through the session (PostgreSQL; SQLite tells when one
/// tries to begin).
[[nodiscard]] bool isInForeignTransaction(const db::Session &session);
[[nodiscard]] bool saysAlreadyInTransaction(const Error &error);

/// Runs a unit of work in the caller's transaction if there is one, else in one of its own that is replayed on Busy.
template <typename T>
[[nodiscard]] Result<T> inOwnOrCallersTransaction(db::Session &session, const std::function<Result<T>()> &work)
{
    if (session.inTransaction() || isInForeignTransaction(session))
        return work();
    Result<T> result = db::inTransaction<T>(session, work);
    if (!result.ok() && saysAlreadyInTransaction(result.error()))
        return work();
    return result;
}

/// The same for work whose last statement alone writes, and refuses where things have changed since the first: it needs
/// no transaction of its own.
template <typename T>
[[nodiscard]] Result<T> inOneStatement(db::Session &session, const std::function<Result<T>()> &work)
{
    constexpr int attempts = 6;
    const bool callers = session.inTransaction() || isInForeignTransaction(session);
    for (int attempt = 1;; ++attempt) {
        Result<T> result = work();
        if (result.ok() || callers || !db::mayReplay(result.error()) || attempt >= attempts)
            return result;
        db::pauseBeforeRetry(attempt);
    }
}

/// Lets all reads of `work` see one state: the transaction's that is open, else that of a snapshot.
template <typename T>
[[nodiscard]] Result<T> inOneState(db::Session &session, const std::function<Result<T>()> &work)
{
    if (session.inTransaction() || isInForeignTransaction(session))
        return work();
    const db::Snapshot snapshot(session);
    if (!snapshot.begun().ok() && !saysAlreadyInTransaction(snapshot.begun().error()))
        return snapshot.begun().error();
    return work();
}

} // namespace bincard::accumulator

namespace bincard {

struct Register::Private
{
    accumulator::RegisterContext context;
};

} // namespace bincard
