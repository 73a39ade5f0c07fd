// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/LedgerPage.h"

#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/TableExporter.h"
#include "gui/Theme.h"
#include "gui/documents/QuestionBar.h"
#include "gui/ledger/AccountsPanel.h"
#include "gui/ledger/SchemePanel.h"
#include "gui/reports/ReportBars.h"
#include "models/Format.h"
#include "service/ReportService.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace bincard {

namespace {

const QString registerName = QStringLiteral("ledger");
const QStringList tabNames{
    QStringLiteral("balance"), QStringLiteral("card"), QStringLiteral("accounts"), QStringLiteral("scheme")};
constexpr int cardPage = 500;
constexpr int findingsShown = 3;

} // namespace

LedgerPage::LedgerPage(AppContext &appContext, QWidget *parent)
    : Page(appContext, parent)
    , m_banner(new ErrorBanner)
    , m_question(new QuestionBar)
    , m_sound(new QLabel)
    , m_period(new PeriodBar)
    , m_stack(new QStackedWidget)
    , m_tabs(new QTabWidget)
    , m_balanceTable(new DataTable(appContext, QStringLiteral("ledger.balance")))
    , m_cardTable(new DataTable(appContext, QStringLiteral("ledger.card")))
    , m_account(new QComboBox)
    , m_more(new QPushButton(tr("More movements")))
    , m_accounts(new AccountsPanel(appContext))
    , m_scheme(new SchemePanel(appContext))
    , m_export(makeExport())
{
    auto *heading = new QLabel(title());
    Theme::makeTitle(heading);
    auto *top = new QHBoxLayout;
    top->setSpacing(Theme::grid);
    top->addWidget(heading);
    top->addStretch(1);
    top->addWidget(m_period);
    top->addWidget(m_export);
    m_sound->setObjectName(QStringLiteral("ledger.soundness"));
    m_sound->setWordWrap(true);
    m_sound->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_period->setCalendar(QDate::currentDate(), {});
    m_period->setPreset(PeriodPreset::All);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeBalance(), tr("Trial balance"));
    m_tabs->addTab(makeCard(), tr("Account card"));
    m_tabs->addTab(m_accounts, tr("Accounts"));
    m_tabs->addTab(m_scheme, tr("Posting scheme"));
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(m_tabs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, Theme::grid);
    layout->setSpacing(Theme::grid);
    layout->addLayout(top);
    layout->addWidget(m_sound);
    layout->addWidget(m_question);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);

    connect(m_period, &PeriodBar::changed, this, [this] {
        loadBalance();
        loadCard();
    });
    connect(m_accounts, &AccountsPanel::cardRequested, this, &LedgerPage::showCard);
    connect(m_accounts, &AccountsPanel::saveRequested, this, [this](const Account &account) {
        change([account](OpenBook &book) { return book.ledger().saveAccount(account); },
            tr("The account %1 is saved.").arg(account.code));
    });
    connect(m_scheme, &SchemePanel::saveRequested, this, [this](const PostingRule &rule) {
        change([rule](OpenBook &book) { return book.ledger().setRule(rule); },
            tr("The scheme is saved. It holds for what is posted from now on."));
    });
    connect(m_scheme, &SchemePanel::removeRequested, this, [this](const PostingRule &rule) {
        change([rule](OpenBook &book) { return book.ledger().removeRule(rule.kind, rule.what); },
            tr("The row is removed. What was posted by it stays."));
    });
    connect(m_scheme, &SchemePanel::switchRequested, this, [this](bool on) { switchPosting(on, LedgerHistory::Ask); });
}

QWidget *LedgerPage::makeEmpty()
{
    auto *empty = new QWidget;
    auto *text =
        new QLabel(tr("The book has no ledger yet. Setting it up makes a chart of accounts and a posting scheme, "
                      "which you can change. Nothing is posted until you switch it on."));
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignCenter);
    m_setUp = new QPushButton(tr("Set up the ledger"));
    m_setUp->setToolTip(tr("Make the register, the accounts and the scheme (Ctrl+N)"));
    m_setUp->setShortcut(QKeySequence::New);
    connect(m_setUp, &QPushButton::clicked, this, [this] {
        m_tabs->setCurrentIndex(Scheme);
        change([](OpenBook &book) { return book.ledger().setUp(); }, tr("The ledger is set up."));
    });
    auto *layout = new QVBoxLayout(empty);
    layout->setSpacing(2 * Theme::grid);
    layout->addStretch(1);
    layout->addWidget(text);
    layout->addWidget(m_setUp, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return empty;
}

QWidget *LedgerPage::makeBalance()
{
    m_balanceTable->setModel(&m_balance);
    m_balanceTable->setStretchColumn(QStringLiteral("name"));
    m_balanceTable->setEmptyText(tr("Nothing has been posted to the ledger in this period."),
        QStringLiteral("<a href=\"scheme\">%1</a>").arg(tr("Look at the posting scheme")));
    connect(m_balanceTable, &DataTable::emptyLink, this, [this] { m_tabs->setCurrentIndex(Scheme); });
    connect(
        m_balanceTable, &DataTable::activated, this, [this](int row) { showCard(m_balance.row(row).account.code); });
    return m_balanceTable;
}

QWidget *LedgerPage::makeCard()
{
    m_cardTable->setModel(&m_card);
    m_cardTable->setStretchColumn(QStringLiteral("analytics"));
    m_cardTable->view()->setSortingEnabled(false);
    m_cardTable->setEmptyText(tr("No account is chosen."), tr("Choose one above."));
    connect(m_cardTable, &DataTable::activated, this, [this](int row) {
        const QUuid document = m_card.row(row).row.document;
        if (!document.isNull())
            context().go(QStringLiteral("document"), {{QStringLiteral("id"), document.toString(QUuid::WithoutBraces)}});
    });
    m_account->setAccessibleName(tr("Account of the card"));
    m_account->setMinimumContentsLength(24);
    connect(m_account, &QComboBox::currentIndexChanged, this, [this] { loadCard(); });
    m_more->setToolTip(tr("Read the movements that follow"));
    connect(m_more, &QPushButton::clicked, this, [this] { loadCard(m_next); });
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::grid);
    row->addWidget(new QLabel(tr("Account")));
    row->addWidget(m_account);
    row->addStretch(1);
    row->addWidget(m_more);
    auto *card = new QWidget;
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(0, Theme::grid, 0, 0);
    layout->setSpacing(Theme::grid);
    layout->addLayout(row);
    layout->addWidget(m_cardTable, 1);
    return card;
}

bool LedgerPage::isSetUp() const { return m_stack->currentWidget() == m_tabs; }

QString LedgerPage::soundness() const { return m_sound->text(); }

void LedgerPage::activate(const QVariantMap &arguments)
{
    const auto given = [&](const char *key) { return arguments.value(QLatin1String(key)).toString(); };
    const DateRange range{QDate::fromString(given("from"), Qt::ISODate), QDate::fromString(given("to"), Qt::ISODate)};
    if (range.isValid()) {
        m_period->setPreset(PeriodPreset::Custom); // before anything is known of the book, "all" may be the same days
        m_period->setRange(range);
    }
    if (const qsizetype tab = tabNames.indexOf(given("tab")); tab >= 0)
        m_tabs->setCurrentIndex(static_cast<int>(tab));
    if (!given("account").isEmpty()) {
        m_wanted = given("account");
        m_tabs->setCurrentIndex(Card);
    }
    refresh();
}

QVariantMap LedgerPage::place() const
{
    QVariantMap place{{QStringLiteral("tab"), tabNames.at(m_tabs->currentIndex())}};
    if (m_tabs->currentIndex() == Card)
        place.insert(QStringLiteral("account"), m_account->currentData());
    if (const DateRange range = m_period->range(); range.isValid() && m_period->preset() != PeriodPreset::All) {
        place.insert(QStringLiteral("from"), range.from.toString(Qt::ISODate));
        place.insert(QStringLiteral("to"), range.to.toString(Qt::ISODate));
    }
    return place;
}

template <typename T>
void LedgerPage::ask(
    Generation &generation, std::function<Result<T>(OpenBook &)> job, std::function<void(T)> done, Lane lane)
{
    const int token = generation.next();
    ++m_pending;
    context().client.request<T>(
        this, std::move(job),
        [this, &generation, token, done = std::move(done)](Result<T> answer) {
            --m_pending;
            if (!generation.isCurrent(token))
                return;
            if (answer.ok())
                done(std::move(answer).value());
            else
                m_banner->showError(answer.error());
        },
        lane);
}

void LedgerPage::change(std::function<Result<void>(OpenBook &)> job, const QString &said)
{
    ++m_pending;
    m_question->dismiss();
    context().client.request<void>(this, std::move(job), [this, said](const Result<void> &answer) {
        --m_pending;
        if (!answer.ok()) {
            m_banner->showError(answer.error());
            return;
        }
        context().tell(said);
        refresh();
    });
}

void LedgerPage::refresh()
{
    m_banner->clear();
    ask<Overview>(
        m_overviewGeneration,
        [](OpenBook &book) -> Result<Overview> {
            Overview overview;
            BINCARD_ASSIGN(state, book.ledger().state());
            overview.state = state;
            if (!state.exists)
                return overview;
            BINCARD_ASSIGN(accounts, book.ledger().accounts());
            overview.accounts = accounts;
            BINCARD_ASSIGN(soundness, book.ledger().check(registerName));
            overview.soundness = soundness;
            BINCARD_ASSIGN(posted, book.reports().postedRange());
            overview.posted = posted;
            return overview;
        },
        [this](const Overview &overview) { show(overview); });
}

void LedgerPage::show(const Overview &overview)
{
    m_stack->setCurrentIndex(overview.state.exists ? 1 : 0);
    m_period->setVisible(overview.state.exists);
    m_export->setVisible(overview.state.exists);
    m_sound->setVisible(overview.state.exists);
    if (!overview.state.exists)
        return;
    m_period->setCalendar(QDate::currentDate(), {overview.posted.first, overview.posted.second});
    if (m_period->preset() == PeriodPreset::All)
        m_period->setPreset(PeriodPreset::All); // the dates it means are known only now
    m_accounts->show(overview.accounts);
    m_scheme->show(overview.state, overview.accounts);
    showSoundness(overview.soundness);
    const QString chosen = m_wanted.isEmpty() ? m_account->currentData().toString() : m_wanted;
    m_wanted.clear();
    {
        const QSignalBlocker blocker(m_account);
        m_account->clear();
        for (const Account &account : overview.accounts)
            m_account->addItem(account.code + u' ' + account.name, account.code);
        m_account->setCurrentIndex(qMax(0, m_account->findData(chosen)));
    }
    loadBalance();
    loadCard();
}

void LedgerPage::showSoundness(const SoundnessResult &result)
{
    if (result.rows.isEmpty()) {
        const Decimal debit = result.debit.isEmpty() ? Decimal(0, amountScale) : result.debit.constFirst();
        m_sound->setText(tr("Sound: debits = credits = %1").arg(format::amount(debit)));
        return;
    }
    QStringList lines{tr("Not sound: %n finding(s).", nullptr, static_cast<int>(result.rows.size()))};
    for (const SoundnessRow &row : result.rows.mid(0, findingsShown))
        lines << text::finding(row);
    if (result.rows.size() > findingsShown)
        lines << tr("The rest: bincardctl ledger check");
    m_sound->setText(lines.join(u'\n'));
}

void LedgerPage::loadBalance()
{
    const DateRange range = m_period->range();
    const bool all = m_period->preset() == PeriodPreset::All || !range.isValid();
    ask<TrialBalance>(
        m_balanceGeneration,
        [range, all](OpenBook &book) {
            return book.ledger().trialBalance(registerName,
                all ? std::nullopt : std::optional<Period>(Period(range.from)),
                all ? std::nullopt : std::optional<Until>(Until(range.to)));
        },
        [this](const TrialBalance &balance) {
            m_balance.show(balance);
            m_balanceTable->setTotals(m_balance.totals());
        });
}

void LedgerPage::showCard(const QString &account)
{
    m_tabs->setCurrentIndex(Card);
    m_account->setCurrentIndex(m_account->findData(account));
    m_cardTable->view()->setFocus();
}

void LedgerPage::loadCard(const QString &after)
{
    AccountCardQuery query;
    query.account = m_account->currentData().toString();
    query.limit = cardPage;
    query.after = after;
    const DateRange range = m_period->range();
    if (m_period->preset() != PeriodPreset::All && range.isValid()) {
        query.from = Period(range.from);
        query.to = Until(range.to);
    }
    if (query.account.isEmpty())
        return;
    ask<AccountCard>(
        m_cardGeneration, [query](OpenBook &book) { return book.ledger().card(registerName, query); },
        [this, after](const AccountCard &card) {
            if (after.isEmpty())
                m_card.show(card);
            else
                m_card.add(card);
            m_next = card.next;
            m_more->setVisible(!m_next.isEmpty());
            m_cardExporter->setPart(!m_next.isEmpty());
        });
}

void LedgerPage::switchPosting(bool on, LedgerHistory history)
{
    if (!on) {
        change([](OpenBook &book) { return book.ledger().switchOff(); },
            tr("Documents no longer post to the ledger. What is in it stays."));
        return;
    }
    ++m_pending;
    m_question->dismiss();
    m_banner->clear();
    context().client.request<int>(
        this, [history](OpenBook &book) { return book.ledger().switchOn(history); },
        [this, history](const Result<int> &answer) {
            --m_pending;
            if (!answer.ok() && history == LedgerHistory::Ask
                && answer.error().details().contains(QLatin1String("missing"))) {
                askHistory(answer.error());
                return;
            }
            if (!answer.ok()) {
                m_banner->showError(answer.error());
                return;
            }
            context().tell(tr("Documents post to the ledger from now on. Of the past: %n.", nullptr, *answer));
            refresh();
        },
        history == LedgerHistory::Post ? Lane::Background : Lane::Interactive);
}

void LedgerPage::askHistory(const Error &error)
{
    const int missing = error.details().value(QLatin1String("missing")).toInt();
    m_question->ask(tr("%n posted document(s) are not in the ledger. Post them, too?", nullptr, missing),
        {{QStringLiteral("ledger.postHistory"), tr("Post history"),
             [this] { switchPosting(true, LedgerHistory::Post); }},
            {QStringLiteral("ledger.leaveHistory"), tr("Only from now on"),
                [this] { switchPosting(true, LedgerHistory::Leave); }},
            {QStringLiteral("ledger.cancel"), tr("Cancel"), [] {}}});
}

} // namespace bincard
