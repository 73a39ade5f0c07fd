// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/LedgerService.h"

#include "service/DocumentCheck.h"
#include "service/LedgerPosting.h"
#include "service/UnitOfWork.h"
#include "store/LedgerStore.h"

#include <QCoreApplication>

#include <algorithm>

namespace bincard {

namespace {

RegisterDefinition ledgerDefinition()
{
    return RegisterDefinition::ledger(LedgerPosting::registerName).decimal(QStringLiteral("amount"), amountScale);
}

// Names of the chart are data of the book from here on: they stay as they are in every language.
QList<Account> firstAccounts()
{
    const auto account = [](const char *code, const char *name, AccountType type) {
        return Account{QLatin1String(code), QCoreApplication::translate("LedgerService", name), type, true};
    };
    using enum AccountType;
    return {account("1200", QT_TRANSLATE_NOOP("LedgerService", "Customers"), ActivePassive),
        account("1400", QT_TRANSLATE_NOOP("LedgerService", "Inventory"), Active),
        account("2000", QT_TRANSLATE_NOOP("LedgerService", "Suppliers"), ActivePassive),
        account("3000", QT_TRANSLATE_NOOP("LedgerService", "Opening balances"), Passive),
        account("4000", QT_TRANSLATE_NOOP("LedgerService", "Revenue"), Passive),
        account("5000", QT_TRANSLATE_NOOP("LedgerService", "Cost of sales"), Active),
        account("5100", QT_TRANSLATE_NOOP("LedgerService", "Write-offs"), Active)};
}

// Inventory by item alone, as its value is kept (C1): a transfer moves no value that the ledger would see.
QList<PostingRule> firstRules()
{
    using enum DocumentKind;
    using enum LedgerAmount;
    const QStringList item{QStringLiteral("item")}, partner{QStringLiteral("partner")};
    return {{GoodsReceipt, Value, QStringLiteral("1400"), QStringLiteral("2000"), item, partner},
        {SalesOrder, Revenue, QStringLiteral("1200"), QStringLiteral("4000"), partner, item},
        {SalesOrder, Cost, QStringLiteral("5000"), QStringLiteral("1400"), item, item},
        {CustomerReturn, Revenue, QStringLiteral("4000"), QStringLiteral("1200"), item, partner},
        {CustomerReturn, Cost, QStringLiteral("1400"), QStringLiteral("5000"), item, item},
        {WriteOff, Cost, QStringLiteral("5100"), QStringLiteral("1400"), item, item},
        {OpeningBalance, Value, QStringLiteral("1400"), QStringLiteral("3000"), item, {}}};
}

Error notSetUp()
{
    return {ErrorCode::NotFound, {QT_TRANSLATE_NOOP("Error", "The book has no ledger yet. Set it up first."), {}}};
}

} // namespace

Result<Register> LedgerService::ledger(const QString &name)
{
    BINCARD_ASSIGN(found, m_accumulator.use(name));
    if (!found.definition().isLedger())
        return Error::validation(
            QStringLiteral("register"), {QT_TRANSLATE_NOOP("Error", "%1 is no ledger register."), {name}});
    return found;
}

Result<LedgerState> LedgerService::state()
{
    const Reading reading(m_session);
    BINCARD_TRY(reading.begun());
    LedgerState state;
    const auto found = m_accumulator.use(LedgerPosting::registerName);
    if (!found.ok() && found.error().code() != ErrorCode::RegisterNotFound)
        return found.error();
    state.exists = found.ok() && found->definition().isLedger();
    LedgerStore store(m_session);
    BINCARD_ASSIGN(on, store.isOn());
    state.posting = on && state.exists;
    BINCARD_ASSIGN(scheme, store.rules());
    state.scheme = scheme;
    if (state.exists) {
        BINCARD_ASSIGN(missing, store.missing());
        state.missing = static_cast<int>(missing.size());
    }
    return state;
}

Result<void> LedgerService::setUp()
{
    return inOneTransaction<void>(m_session, [&]() -> Result<void> {
        const auto found = m_accumulator.use(LedgerPosting::registerName);
        if (!found.ok() && found.error().code() != ErrorCode::RegisterNotFound)
            return found.error();
        if (!found.ok())
            BINCARD_TRY(m_accumulator.create(ledgerDefinition()));
        else if (!found->definition().isLedger())
            return Error(ErrorCode::Duplicate,
                {QT_TRANSLATE_NOOP("Error",
                     "The book has a register \"%1\" that is no ledger. Drop it or keep it: the ledger of the "
                     "documents "
                     "needs its name."),
                    {LedgerPosting::registerName}});
        BINCARD_ASSIGN(accounts, m_accumulator.accounts());
        if (accounts.isEmpty()) {
            for (const Account &account : firstAccounts())
                BINCARD_TRY(m_accumulator.saveAccount(account));
        }
        LedgerStore store(m_session);
        BINCARD_ASSIGN(rules, store.rules());
        BINCARD_ASSIGN(chart, m_accumulator.accounts());
        const auto isThere = [&](const QString &code) {
            return std::ranges::any_of(chart, [&](const Account &it) { return it.code == code; });
        };
        if (!rules.isEmpty())
            return {};
        for (const PostingRule &rule : firstRules()) {
            if (isThere(rule.debit) && isThere(rule.credit)) // a chart of the person's own has its own codes
                BINCARD_TRY(store.set(rule));
        }
        return {};
    });
}

Result<int> LedgerService::switchOn(LedgerHistory history, const Progress &progress)
{
    return inOneTransaction<int>(m_session, [&]() -> Result<int> {
        LedgerStore store(m_session);
        BINCARD_TRY(store.setOn(true)); // a write first: SQLite takes its lock by it
        BINCARD_TRY(m_accumulator.holdPostings());
        auto found = ledger(LedgerPosting::registerName);
        if (!found.ok())
            return found.error().code() == ErrorCode::RegisterNotFound ? notSetUp() : found.error();
        if (QList<Problem> problems = LedgerPosting::problemsOf(found->definition()); !problems.isEmpty())
            return Error::validation(std::move(problems));
        BINCARD_ASSIGN(missing, store.missing());
        if (history == LedgerHistory::Ask && !missing.isEmpty())
            return Error(ErrorCode::Validation,
                missing.size() == 1
                    ? Message{QT_TRANSLATE_NOOP("Error",
                                  "1 posted document is not in the ledger. Post it, too, or say that it is to be left "
                                  "out."),
                        {}}
                    : Message{QT_TRANSLATE_NOOP("Error",
                                  "%1 posted documents are not in the ledger. Post them, too, or say that they are to "
                                  "be left out."),
                        {QString::number(missing.size())}},
                {{QStringLiteral("missing"), missing.size()}});
        if (history != LedgerHistory::Post)
            return 0;
        BINCARD_ASSIGN(inventory, m_accumulator.use(QStringLiteral("inventory")));
        for (qsizetype i = 0; i < missing.size(); ++i) {
            if (progress && !progress(i, missing.size()))
                return Error(ErrorCode::Cancelled, {QT_TRANSLATE_NOOP("Error", "Cancelled."), {}});
            BINCARD_TRY(postPast(missing.at(i), inventory));
        }
        return static_cast<int>(missing.size());
    });
}

/// At the cost that its movements have, which is what it was when it was posted or costed last.
Result<void> LedgerService::postPast(const QUuid &id, Register &inventory)
{
    BINCARD_ASSIGN(document, DocumentStore(m_session).find(id));
    if (!document)
        return {};
    BINCARD_ASSIGN(references, referencesOf(m_session, *document));
    MovementsQuery own;
    own.recorder = document->recorder();
    own.activeOnly = true;
    own.limit = 100'000;
    BINCARD_ASSIGN(page, inventory.movements(own));
    Postings postings =
        postingsOf(*document, QList<Decimal>(document->lines.size(), Decimal(0, amountScale)), servicesIn(references));
    postings.inventory.clear();
    const int place = inventory.definition().dimensionIndex(QStringLiteral("item"));
    for (const JournalRow &row : page.rows) {
        const auto item = std::ranges::find_if(
            references.items, [&](const Item &it) { return it.id.value == row.dimensions.at(place).toLongLong(); });
        // Value that moves on without quantity stays with the item.
        if (item == references.items.end() || row.resources.constFirst().isZero())
            continue;
        postings.inventory << StockMovement{static_cast<int>(item - references.items.begin()) + 1, document->warehouse,
            item->code, row.resources.at(0), row.resources.at(1)};
    }
    return LedgerPosting(m_session, m_accumulator).write(*document, postings, false);
}

Result<void> LedgerService::switchOff()
{
    return inOneTransaction<void>(m_session, [&] { return LedgerStore(m_session).setOn(false); });
}

Result<QList<Account>> LedgerService::accounts() { return m_accumulator.accounts(); }

Result<void> LedgerService::saveAccount(const Account &account)
{
    return inOneTransaction<void>(m_session, [&] { return m_accumulator.saveAccount(account); });
}

Result<void> LedgerService::setRule(const PostingRule &rule)
{
    QList<Problem> problems = problemsOf(rule);
    return inOneTransaction<void>(m_session, [&]() -> Result<void> {
        BINCARD_ASSIGN(chart, m_accumulator.accounts());
        for (const auto &[code, field] : {std::pair(rule.debit, "account_dr"), std::pair(rule.credit, "account_cr")}) {
            const auto found = std::ranges::find(chart, code, &Account::code);
            if (!code.isEmpty() && found == chart.end())
                problems << Problem{QLatin1String(field), 0,
                    {QT_TRANSLATE_NOOP("Error", "There is no account \"%1\" in the chart of accounts."), {code}}};
            else if (!code.isEmpty() && !found->active)
                problems << Problem{QLatin1String(field), 0,
                    {QT_TRANSLATE_NOOP("Error", "The account %1 is inactive; it takes no new movements."), {code}}};
        }
        if (!problems.isEmpty())
            return Error::validation(problems);
        return LedgerStore(m_session).set(rule);
    });
}

Result<void> LedgerService::removeRule(DocumentKind kind, LedgerAmount what)
{
    return inOneTransaction<void>(m_session, [&]() -> Result<void> {
        BINCARD_ASSIGN(removed, LedgerStore(m_session).remove(kind, what));
        if (!removed)
            return Error(ErrorCode::NotFound,
                {QT_TRANSLATE_NOOP("Error", "The posting scheme has no row for the %2 of documents of the kind %1."),
                    {code(kind), code(what)}});
        return {};
    });
}

Result<SoundnessResult> LedgerService::check(const QString &name)
{
    const Reading reading(m_session);
    BINCARD_TRY(reading.begun());
    BINCARD_ASSIGN(found, ledger(name));
    return found.soundness();
}

} // namespace bincard
