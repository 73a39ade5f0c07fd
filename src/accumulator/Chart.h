// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "accumulator/Journal.h"

namespace bincard::accumulator {

/// The chart of accounts (rule E17), which the ledger registers of a database share: the table accumulator_account.
/// Inside a transaction where it writes.
class Chart
{
public:
    static constexpr int maximumCodeLength = 40;

    explicit Chart(db::Session &session) : m_session(session) {}

    [[nodiscard]] Result<QList<Account>> accounts();
    [[nodiscard]] Result<void> save(const Account &account);
    /// Every account that new rows of a ledger's journal name and that there is not or that is inactive, as problems.
    [[nodiscard]] Result<void> check(const QList<NewRow> &rows);

    [[nodiscard]] static QString typeName(AccountType type); ///< as the table spells it
    [[nodiscard]] static std::optional<Message> codeProblem(const QString &code);

private:
    db::Session &m_session;
};

} // namespace bincard::accumulator
