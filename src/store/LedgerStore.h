// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/Session.h"
#include "domain/LedgerScheme.h"

namespace bincard {

/// The posting scheme of the ledger and whether documents follow it. Writing needs a transaction of the caller.
class LedgerStore
{
public:
    explicit LedgerStore(db::Session &session) : m_session(session) {}

    [[nodiscard]] Result<QList<PostingRule>> rules(); ///< in the order of the kinds
    [[nodiscard]] Result<void> set(const PostingRule &rule);
    [[nodiscard]] Result<bool> remove(DocumentKind kind, LedgerAmount what); ///< whether there was such a row

    [[nodiscard]] Result<bool> isOn();
    [[nodiscard]] Result<void> setOn(bool on);

    /// Posted documents that the scheme posts and that have nothing in the register `ledger`, by date. The register
    /// must exist.
    [[nodiscard]] Result<QList<QUuid>> missing();

private:
    [[nodiscard]] QString sql(const char *name) const;

    db::Session &m_session;
};

} // namespace bincard
