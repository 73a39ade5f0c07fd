// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ValueTableModel.h"
#include "service/LedgerService.h"

namespace bincard {

/// The words of the ledger's screens. Translated; GUI thread.
namespace text {
[[nodiscard]] QString accountType(AccountType type);
[[nodiscard]] QString ledgerAmount(LedgerAmount what);
[[nodiscard]] QString analytics(const QMap<QString, QString> &analytics); ///< "item WDG-A1, partner ACME"
[[nodiscard]] QString analyticsName(const QString &name);
/// "Account 1400 (item WDG-A1) has a credit balance of 5.00 on 18.04.2026, though it is active."
[[nodiscard]] QString finding(const SoundnessRow &row);
} // namespace text

/// The chart of accounts.
class AccountsModel : public ValueTableModel<Account>
{
public:
    explicit AccountsModel(QObject *parent = nullptr);
};

/// Opening, turnover and closing of each account, of the first resource of the register.
class TrialBalanceModel : public ValueTableModel<TrialBalanceRow>
{
public:
    explicit TrialBalanceModel(QObject *parent = nullptr);

    void show(const TrialBalance &balance);
    [[nodiscard]] const QStringList &totals() const { return m_totals; }

private:
    QStringList m_totals;
};

/// A line of an account's card: the opening balance, or one side of a movement.
struct AccountCardLine
{
    int number = 0; ///< 0: the opening balance
    AccountCardRow row;
};

/// The card in its own order, which is never changed: a running balance means nothing in another.
class AccountCardModel : public ValueTableModel<AccountCardLine>
{
public:
    explicit AccountCardModel(QObject *parent = nullptr);

    void show(const AccountCard &card);
    void add(const AccountCard &nextPage);
};

class SchemeModel : public ValueTableModel<PostingRule>
{
public:
    explicit SchemeModel(QObject *parent = nullptr);
};

} // namespace bincard
