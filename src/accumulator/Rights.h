// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "db/Session.h"

namespace bincard::accumulator {

/// Who owns what the engine makes on PostgreSQL (rule E2): one role without login, so that its trigger functions, which
/// run with the owner's rights, can do what they do and no person can. Who has INSERT on a journal can post and nothing
/// else; who is a member of the role, or a superuser, can also define, rebuild and drop. Register::load takes TEMPORARY on
/// the database besides, which PostgreSQL gives to everybody: where somebody took it away it is not given back here.
class Rights
{
public:
    static constexpr const char *owner = "bincard_owner";

    /// Gives everything that the engine has made in `schema` to that role, which it makes where there is none. A user who
    /// may neither make roles nor is a member of it keeps what he made. Harmless to repeat; inside a transaction.
    [[nodiscard]] static Result<void> settle(db::Session &session, const QString &schema);
};

} // namespace bincard::accumulator
