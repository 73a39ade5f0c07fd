// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"
#include "gui/Page.h"
#include "models/LedgerModels.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace bincard {

class AccountsPanel;
class DataTable;
class ErrorBanner;
class PeriodBar;
class QuestionBar;
class SchemePanel;
class TableExporter;

/// "ledger": the register `ledger` of the documents: trial balance, account card, chart of accounts and the posting
/// scheme, and whether all is sound. Arguments: tab (balance, card, accounts, scheme), account, from, to.
class LedgerPage : public Page
{
    Q_OBJECT
public:
    enum Tab { Balance, Card, Accounts, Scheme };

    explicit LedgerPage(AppContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString name() const override { return QStringLiteral("ledger"); }
    [[nodiscard]] QString title() const override { return tr("Ledger"); }
    void activate(const QVariantMap &arguments) override;
    void refresh() override;
    [[nodiscard]] bool isSettled() const override { return m_pending == 0; }
    [[nodiscard]] QVariantMap place() const override;

    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }
    [[nodiscard]] DataTable *balanceTable() const { return m_balanceTable; }
    [[nodiscard]] DataTable *cardTable() const { return m_cardTable; }
    [[nodiscard]] AccountsPanel *accounts() const { return m_accounts; }
    [[nodiscard]] SchemePanel *scheme() const { return m_scheme; }
    [[nodiscard]] QuestionBar *question() const { return m_question; }
    [[nodiscard]] ErrorBanner *banner() const { return m_banner; }
    [[nodiscard]] QComboBox *accountBox() const { return m_account; }
    [[nodiscard]] QPushButton *setUpButton() const { return m_setUp; }
    [[nodiscard]] bool isSetUp() const;
    [[nodiscard]] QString soundness() const;

private:
    /// What every tab needs, read together.
    struct Overview
    {
        LedgerState state;
        QList<Account> accounts;
        SoundnessResult soundness;
        QPair<QDate, QDate> posted;
    };

    [[nodiscard]] QWidget *makeEmpty();
    [[nodiscard]] QWidget *makeBalance();
    [[nodiscard]] QWidget *makeCard();
    [[nodiscard]] QWidget *makeExport();
    [[nodiscard]] TableExporter *exporter() const; ///< of the tab shown; none where there is nothing to hand on
    void show(const Overview &overview);
    void loadBalance();
    void loadCard(const QString &after = {});
    void showCard(const QString &account);
    void showSoundness(const SoundnessResult &result);
    void switchPosting(bool on, LedgerHistory history);
    void askHistory(const Error &error);
    template <typename T>
    void ask(Generation &generation, std::function<Result<T>(OpenBook &)> job, std::function<void(T)> done,
        Lane lane = Lane::Interactive);
    /// A change: what it says if it is refused stands in the banner, and the page is read again if not.
    void change(std::function<Result<void>(OpenBook &)> job, const QString &said);

    ErrorBanner *m_banner;
    QuestionBar *m_question;
    QLabel *m_sound;
    PeriodBar *m_period;
    QStackedWidget *m_stack;
    QPushButton *m_setUp = nullptr;
    QTabWidget *m_tabs;
    TrialBalanceModel m_balance;
    DataTable *m_balanceTable;
    AccountCardModel m_card;
    DataTable *m_cardTable;
    QComboBox *m_account;
    QPushButton *m_more;
    AccountsPanel *m_accounts;
    SchemePanel *m_scheme;
    TableExporter *m_balanceExporter = nullptr, *m_cardExporter = nullptr;
    QWidget *m_export;
    QString m_next, m_wanted;
    Generation m_overviewGeneration, m_balanceGeneration, m_cardGeneration, m_changeGeneration;
    int m_pending = 0;
};

} // namespace bincard
