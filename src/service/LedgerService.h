// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"
#include "domain/LedgerScheme.h"

#include <QUuid>

namespace bincard {

namespace db {
class Session;
}

struct LedgerState
{
    bool exists = false;  ///< the book has a register `ledger`
    bool posting = false; ///< documents post to it
    int missing = 0;      ///< posted documents of the scheme's kinds that are not in it
    QList<PostingRule> scheme;
};

/// What becomes of the posted documents that are not in the ledger when posting is switched on.
enum class LedgerHistory {
    Ask,  ///< nothing: if there are any, Validation with their number in details.missing
    Post, ///< they are posted, too
    Leave
};

/// Debit and credit of one figure apart.
struct DebitCredit
{
    QList<Decimal> debit, credit; ///< per resource of the register
};

struct TrialBalanceRow
{
    Account account;
    DebitCredit opening, turnover, closing; ///< of the opening and the closing: by the sign of each single key
};

struct TrialBalance
{
    QStringList resources;
    QList<TrialBalanceRow> rows; ///< by account, those with any figure
    DebitCredit opening, turnover, closing;
};

/// One side of a movement on the account's card.
struct AccountCardRow
{
    qint64 movement = 0;
    Period period;
    QString recorder;
    QUuid document;         ///< null: not made by a document
    QString documentNumber; ///< empty likewise
    QString counterAccount;
    QMap<QString, QString> analytics, counterAnalytics;
    QList<Decimal> debit, credit, balance; ///< balance: debit - credit after the row
};

struct AccountCardQuery
{
    QString account;
    std::optional<Period> from;
    std::optional<Until> to;
    QMap<QString, QString> analytics; ///< only sides with these
    int limit = 500;                  ///< movements of a page, 1..100000
    QString after;                    ///< the cursor of the page before
};

struct AccountCard
{
    Account account;
    QStringList resources;
    QList<Decimal> opening; ///< before the first row of this page
    QList<AccountCardRow> rows;
    QString next; ///< empty on the last page
};

/// The books of a ledger register, and the posting scheme by which documents come into the register `ledger`. One
/// method = one transaction.
class LedgerService
{
public:
    LedgerService(db::Session &session, Accumulator &accumulator) : m_session(session), m_accumulator(accumulator) {}

    [[nodiscard]] Result<LedgerState> state();
    /// Makes the register `ledger` (amount, two decimals), and accounts and a scheme to begin with where there are none.
    /// Nothing is posted by it. Harmless to repeat.
    [[nodiscard]] Result<void> setUp();
    /// From now on every document posts to the ledger in its own transaction. NotFound before setUp(). Answers how many
    /// documents of the past were posted. PeriodClosed where one of them lies in a closed period.
    [[nodiscard]] Result<int> switchOn(LedgerHistory history, const Progress &progress = {});
    /// What is in the ledger stays, and follows its documents.
    [[nodiscard]] Result<void> switchOff();

    [[nodiscard]] Result<QList<Account>> accounts();
    [[nodiscard]] Result<void> saveAccount(const Account &account); ///< Validation: see Accumulator::saveAccount
    /// Holds for what is posted from now on; documents posted before keep what they have until they are posted again.
    [[nodiscard]] Result<void> setRule(const PostingRule &rule);
    [[nodiscard]] Result<void> removeRule(DocumentKind kind, LedgerAmount what); ///< NotFound

    [[nodiscard]] Result<TrialBalance> trialBalance(
        const QString &name, const std::optional<Period> &from, const std::optional<Until> &to);
    [[nodiscard]] Result<AccountCard> card(const QString &name, const AccountCardQuery &query);
    [[nodiscard]] Result<SoundnessResult> check(const QString &name);

private:
    [[nodiscard]] Result<Register> ledger(const QString &name);
    [[nodiscard]] Result<void> postPast(const QUuid &id, Register &inventory);
    [[nodiscard]] Result<void> nameDocuments(QList<AccountCardRow> &rows);

    db::Session &m_session;
    Accumulator &m_accumulator;
};

} // namespace bincard
