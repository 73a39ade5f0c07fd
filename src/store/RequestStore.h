// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/Session.h"

#include <QJsonObject>

namespace bincard {

/// The ids of clients' requests that the book has seen (rule E20), each with what was kept of it. Inside a transaction.
class RequestStore
{
public:
    explicit RequestStore(db::Session &session) : m_session(session) {}

    /// `given`: the id as the client spelled it, by which earlier versions kept it.
    [[nodiscard]] Result<std::optional<QJsonObject>> find(const QUuid &id, const QString &given = {});
    /// False if it is there already; waits for whoever is just about to enter it.
    [[nodiscard]] Result<bool> take(const QUuid &id, const QJsonObject &kept = {});
    [[nodiscard]] Result<void> keep(const QUuid &id, const QJsonObject &kept);

private:
    db::Session &m_session;
};

} // namespace bincard
