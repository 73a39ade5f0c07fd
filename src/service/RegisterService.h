// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"

#include <QJsonArray>

namespace bincard {

namespace db {
class Session;
}
struct RegisterQuestion;

/// The registers of a book in the terms of the command line's contract (design section 4): JSON in and out, dimensions
/// of type ref as catalog codes, decimals as strings. One method = one transaction.
/// A document's own recorder is refused here (Validation): it is touched only through its document.
class RegisterService
{
public:
    RegisterService(db::Session &session, Accumulator &accumulator) : m_session(session), m_accumulator(accumulator) {}

    [[nodiscard]] Result<QList<RegisterDefinition>> list();
    [[nodiscard]] Result<QJsonObject> info(const QString &name);
    [[nodiscard]] Result<void> create(const QJsonObject &definition);
    /// The documents post to it, so it cannot be dropped.
    [[nodiscard]] static bool isStandard(const QString &name) { return name == u"inventory" || name == u"sales"; }
    /// E16: further dimensions and resources, another policy. A definition without a name is `name`'s.
    [[nodiscard]] Result<void> alter(const QString &name, QJsonObject definition, const Progress &progress = {});
    /// Everything for which alter() would refuse `after` but for the figures in the book; needs none.
    [[nodiscard]] static QList<Problem> alterationProblems(
        const RegisterDefinition &before, const RegisterDefinition &after);
    [[nodiscard]] Result<void> drop(const QString &name, bool force);
    [[nodiscard]] Result<QJsonObject> verify(const QString &name, const Progress &progress = {}); ///< "" = all
    [[nodiscard]] Result<void> rebuild(const QString &name, const Progress &progress = {});

    /// E18: the parts of a journal, {"rows":[{"partition","from","to","movements","bytes","detached"}]}; none on SQLite.
    [[nodiscard]] Result<QJsonObject> partitions(const QString &name);
    [[nodiscard]] Result<QJsonObject> detach(const QString &name, const QString &partition); ///< {"detached"}
    /// What is due now and then, harmless to repeat: the parts of the coming periods, {"made":[{"register","partition",
    /// "from","to"}]}, and on SQLite the planner's figures.
    [[nodiscard]] Result<QJsonObject> maintain();

    [[nodiscard]] Result<QJsonObject> post(const QString &name, const QJsonArray &movements, bool append = false);
    [[nodiscard]] Result<QJsonObject> unpost(const QString &name, const QString &recorder);
    [[nodiscard]] Result<QJsonObject> repost(const QString &name, const QString &recorder, const QJsonArray &movements);
    /// What repost() would do, or with `append` what post() of further movements would; nothing is written.
    /// {"reversed","posted","unchanged","keys":[{"key":{dim: value},"before":{resource: figure},"after":{...},"lowest",
    /// "lowest_date","refused"}]}: only keys that change; `lowest` is the lowest end-of-day balance afterwards, of the
    /// resource that is forbidden to go negative, else of the first.
    [[nodiscard]] Result<QJsonObject> preview(
        const QString &name, const QString &recorder, const QJsonArray &movements, bool append = false);
    /// Everything a recorder has done, as movements() has it and with "reversed_by", in the order of recording.
    [[nodiscard]] Result<QJsonObject> history(const QString &name, const QString &recorder);

    /// `query` holds the contract's fields: at, where ({dim: value | [values]}), group_by (list or "a,b"), from, to,
    /// by, recorder, active_only, limit, after, order ("a:desc,b" or a list), known_on. Unknown fields are refused.
    [[nodiscard]] Result<QJsonObject> balance(const QString &name, const QJsonObject &query);
    [[nodiscard]] Result<QJsonObject> turnover(const QString &name, const QJsonObject &query);
    [[nodiscard]] Result<QJsonObject> movements(const QString &name, const QJsonObject &query);
    /// Whichever of the three the question asks for.
    [[nodiscard]] Result<QJsonObject> answer(const RegisterQuestion &question);

    /// RequestKeeper::once() with shortages named by code.
    [[nodiscard]] Result<QJsonObject> once(
        const QString &requestId, const std::function<Result<QJsonObject>()> &work, const QString &fingerprint);

private:
    [[nodiscard]] static QList<Problem> standardProblems(
        const RegisterDefinition &before, const RegisterDefinition &after);
    [[nodiscard]] Result<QJsonArray> allPartitions();
    /// What is about to be posted to `inventory` by hand, and what `recorder` has there, waits for the documents that
    /// are just costing those items, and they for it (DocumentStore::lockPools).
    [[nodiscard]] Result<void> lockPools(Register &reg, QList<Movement> movements, const QString &recorder = {});
    /// Names the keys of a shortage by code. Only once the transaction is over: PostgreSQL answers no question in one
    /// that has failed; inside once() it is left to that.
    [[nodiscard]] Result<QJsonObject> withCodes(const Result<QJsonObject> &answer);

    db::Session &m_session;
    Accumulator &m_accumulator;
};

} // namespace bincard
