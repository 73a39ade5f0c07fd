// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/QueryCode.h"
#include "support/TestBook.h"

namespace bincard::test {

/// The demo book, with further registers of every kind and type: backdated movements, times of day, reversals, entries
/// whose analytics differ, and moments in between at which less was known.
///   inventory, sales, ledger   as the demo's documents left them
///   stock_by_lot (balance), visits (turnover), books (ledger, with dimensions of its own)
class QuestionBook
{
public:
    explicit QuestionBook(const QString &engine);

    /// Of stock_by_lot, visits or books; needs no book.
    [[nodiscard]] static RegisterDefinition definition(const QString &name);

    [[nodiscard]] TestBook &book() { return m_book; }
    OpenBook *operator->() { return &m_book.book(); }
    /// Instants in UTC between one posting and the next, as known_on takes them.
    [[nodiscard]] const QStringList &instants() const { return m_instants; }
    [[nodiscard]] RegisterQuestion question(RegisterQuestion::Kind kind, const QString &name, const QJsonObject &query);
    /// What the service answers.
    [[nodiscard]] Result<QJsonObject> answer(const RegisterQuestion &question);
    /// How the rows of the question's SQL differ from these; empty if they do not.
    [[nodiscard]] QString sqlDiffers(const RegisterQuestion &question, const QJsonArray &rows);

private:
    void post(const char *name, const char *recorder, const QList<const char *> &movements);
    void fillStock();
    void fillLedger();

    TestBook m_book;
    bool m_sqlite;
    QStringList m_instants;
    QList<RegisterDefinition> m_definitions;
};

} // namespace bincard::test
