// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/Session.h"
#include "domain/DocumentList.h"

namespace bincard {

/// Puts the statement of the document list together: only the conditions that a filter asks for, so that each can use
/// its index. Values are always bound. Reads only.
class DocumentListQuery
{
public:
    explicit DocumentListQuery(db::Session &session) : m_session(session) {}

    /// Validation for a cursor that is none of ours.
    [[nodiscard]] Result<DocumentPage> run(const DocumentFilter &filter);

private:
    void condition(const QString &sql, const db::Values &values);
    void oneOf(const QString &column, const QStringList &codes);
    [[nodiscard]] Result<void> matchText(const QString &text);
    [[nodiscard]] Result<void> continueAfter(const QString &cursor);

    db::Session &m_session;
    QStringList m_conditions;
    db::Values m_values;
};

} // namespace bincard
