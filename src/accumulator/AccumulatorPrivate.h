// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/RegisterContext.h"

namespace bincard {

namespace accumulator {

/// As long as it lives, on PostgreSQL and inside a transaction: that a table is or is not there already is not worth a
/// line on the standard error of whoever uses the library.
class Quiet
{
public:
    explicit Quiet(db::Session &session);
    ~Quiet();
    Quiet(const Quiet &) = delete;
    Quiet &operator=(const Quiet &) = delete;
    [[nodiscard]] const Result<void> &begun() const { return m_begun; }

private:
    db::Session &m_session;
    QString m_usual;
    Result<void> m_begun;
};

} // namespace accumulator

struct Accumulator::Private
{
    std::unique_ptr<db::Session> own;
    db::Session *session = nullptr;
    std::optional<Error> unusable; ///< a driver that is neither of the two
    std::shared_ptr<QString> recordedBy = std::make_shared<QString>();
    QString schema; ///< PostgreSQL: of the shared tables, and so of every register

    [[nodiscard]] Result<void> usable() const;
    [[nodiscard]] Result<void> run(const QStringList &statements) const;
    [[nodiscard]] Result<void> install();
    [[nodiscard]] Result<void> findSchema();
    [[nodiscard]] Result<accumulator::RegisterContext> context(const QString &name, int *generator);
    /// A register that another generator `made`, newer or older, is not touched.
    [[nodiscard]] static Result<void> refuseOther(const QString &name, int made);
    [[nodiscard]] Result<void> create(const RegisterDefinition &definition);
    [[nodiscard]] Result<void> refuseTaken(const accumulator::Layout &layout);
    [[nodiscard]] Result<QList<QVariant>> defaults(const RegisterDefinition &definition);
    [[nodiscard]] Result<bool> isTaken(
        const QString &name); ///< by a table, an index, a sequence, a trigger, a function
    [[nodiscard]] Result<bool> isReferable(const QString &table);
    [[nodiscard]] Result<void> drop(const QString &name, bool force);
    [[nodiscard]] Result<void> upgrade();
    [[nodiscard]] Result<void> alter(const RegisterDefinition &definition, const Progress &progress);
    [[nodiscard]] Result<QStringList> names();
    [[nodiscard]] Result<void> saveAccount(const Account &account);
    [[nodiscard]] Result<int> extendPartitions(const QString &name);
    /// definition, defaults, generator, name: what accumulator_register keeps.
    [[nodiscard]] static db::Values kept(const RegisterDefinition &definition, const QList<QVariant> &defaults);
};

} // namespace bincard
