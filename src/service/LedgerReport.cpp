// SPDX-License-Identifier: GPL-3.0-or-later
// Trial balance and account card of LedgerService.
#include "service/LedgerService.h"

#include "service/DocumentNumbers.h"
#include "service/UnitOfWork.h"

#include <QCoreApplication>

#include <algorithm>

namespace bincard {

namespace {

const QStringList byAccount{QStringLiteral("account")};

QStringList resourceNames(const RegisterDefinition &definition)
{
    QStringList names;
    for (const Resource &resource : definition.resources())
        names << resource.name;
    return names;
}

QList<Decimal> zeros(const RegisterDefinition &definition)
{
    QList<Decimal> values;
    for (const Resource &resource : definition.resources())
        values << Decimal(0, resource.scale);
    return values;
}

Result<void> add(QList<Decimal> &sums, const QList<Decimal> &values)
{
    for (qsizetype i = 0; i < sums.size(); ++i) {
        BINCARD_ASSIGN(sum, sums.at(i).plus(values.at(i)));
        sums[i] = sum;
    }
    return {};
}

Result<void> add(DebitCredit &sums, const DebitCredit &values)
{
    BINCARD_TRY(add(sums.debit, values.debit));
    return add(sums.credit, values.credit);
}

QList<Decimal> negated(QList<Decimal> values)
{
    for (Decimal &value : values)
        value = -value;
    return values;
}

/// The last moment before a period: what stood then is its opening. None before the first day of all.
std::optional<Until> momentBefore(const Period &from)
{
    const Period before =
        from.isMidnight() ? Period(from.date.addDays(-1), QTime(23, 59, 59)) : Period(from.date, from.time.addSecs(-1));
    return before.date.year() < 1 ? std::nullopt : std::optional<Until>(before);
}

/// "<cursor of the register>/<balances>": what stood at the end of the page goes with it.
QString cursorOf(const QString &next, const QList<Decimal> &balance)
{
    QStringList figures;
    for (const Decimal value : balance)
        figures << value.toString();
    return next + u'|' + figures.join(u',');
}

Result<QList<Decimal>> balanceOf(const QString &cursor, const RegisterDefinition &definition)
{
    const QStringList figures = cursor.section(u'|', 1).split(u',');
    QList<Decimal> values;
    for (qsizetype i = 0; i < definition.resources().size(); ++i) {
        const auto value = Decimal::parse(figures.value(i), definition.resources().at(i).scale);
        if (!value.ok())
            return Error::validation(QStringLiteral("after"),
                {QT_TRANSLATE_NOOP("Error", "\"%1\" is not where a page of movements ended."), {cursor.left(60)}});
        values << *value;
    }
    return values;
}

bool has(const LedgerSide &side, const AccountCardQuery &query)
{
    if (side.account != query.account)
        return false;
    for (auto it = query.analytics.begin(); it != query.analytics.end(); ++it) {
        if (side.analytics.value(it.key(), QStringLiteral("")) != it.value())
            return false;
    }
    return true;
}

Filter filterOf(const AccountCardQuery &query)
{
    Filter filter{{QStringLiteral("account"), {query.account}}};
    for (auto it = query.analytics.begin(); it != query.analytics.end(); ++it)
        filter.insert(QStringLiteral("analytics.") + it.key(), {it.value()});
    return filter;
}

} // namespace

Result<TrialBalance> LedgerService::trialBalance(
    const QString &name, const std::optional<Period> &from, const std::optional<Until> &to)
{
    const Reading reading(m_session);
    BINCARD_TRY(reading.begun());
    BINCARD_ASSIGN(reg, ledger(name));
    if (from && to && from->date > to->period.date)
        return Error::validation(
            QStringLiteral("to"), {QT_TRANSLATE_NOOP("Error", "The period ends before it begins."), {}});
    const QList<Decimal> nothing = zeros(reg.definition());
    const DebitCredit none{nothing, nothing};
    QMap<QString, TrialBalanceRow> rows;
    const auto row = [&](const QVariant &account) -> TrialBalanceRow & {
        auto found = rows.find(account.toString());
        if (found == rows.end())
            found = rows.insert(account.toString(), {{account.toString(), {}, {}, true}, none, none, none});
        return *found;
    };
    if (const auto before = from ? momentBefore(*from) : std::nullopt) {
        BINCARD_ASSIGN(opening, reg.balance({}, byAccount, before));
        for (const BalanceRow &balance : opening)
            row(balance.group.constFirst()).opening = {balance.debit, balance.credit};
    }
    BINCARD_ASSIGN(closing, reg.balance({}, byAccount, to));
    for (const BalanceRow &balance : closing)
        row(balance.group.constFirst()).closing = {balance.debit, balance.credit};
    TurnoverQuery query;
    query.from = from;
    query.to = to;
    query.groupBy = byAccount;
    BINCARD_ASSIGN(turnovers, reg.turnover(query));
    for (const TurnoverRow &turnover : turnovers)
        row(turnover.group.constFirst()).turnover = {turnover.receipts, turnover.issues};
    BINCARD_ASSIGN(chart, m_accumulator.accounts());
    TrialBalance result{resourceNames(reg.definition()), {}, none, none, none};
    for (const Account &account : chart) { // in the order of the codes' bytes
        const auto found = rows.find(account.code);
        if (found == rows.end())
            continue;
        found->account = account;
        result.rows << *found;
        BINCARD_TRY(add(result.opening, found->opening));
        BINCARD_TRY(add(result.turnover, found->turnover));
        BINCARD_TRY(add(result.closing, found->closing));
    }
    return result;
}

Result<AccountCard> LedgerService::card(const QString &name, const AccountCardQuery &query)
{
    const Reading reading(m_session);
    BINCARD_TRY(reading.begun());
    BINCARD_ASSIGN(reg, ledger(name));
    BINCARD_ASSIGN(chart, m_accumulator.accounts());
    const auto account = std::ranges::find(chart, query.account, &Account::code);
    if (account == chart.end())
        return Error::validation(QStringLiteral("account"),
            {QT_TRANSLATE_NOOP("Error", "There is no account \"%1\" in the chart of accounts."),
                {query.account.left(60)}});
    AccountCard card{*account, resourceNames(reg.definition()), zeros(reg.definition()), {}, {}};
    MovementsQuery page;
    page.filter = filterOf(query);
    page.from = query.from;
    page.to = query.to;
    page.activeOnly = true;
    page.limit = query.limit;
    if (!query.after.isEmpty()) {
        BINCARD_ASSIGN(stood, balanceOf(query.after, reg.definition()));
        card.opening = stood;
        page.after = query.after.section(u'|', 0, 0);
    } else if (const auto before = query.from ? momentBefore(*query.from) : std::nullopt) {
        BINCARD_ASSIGN(opening, reg.balance(page.filter, {}, before));
        card.opening = opening.constFirst().resources;
    }
    BINCARD_ASSIGN(found, reg.movements(page));
    QList<Decimal> balance = card.opening;
    for (const JournalRow &movement : found.rows) {
        for (const bool isDebit : {true, false}) {
            const LedgerSide &side = isDebit ? movement.debit : movement.credit;
            const LedgerSide &counter = isDebit ? movement.credit : movement.debit;
            if (!has(side, query))
                continue;
            const QList<Decimal> nothing = zeros(reg.definition());
            BINCARD_TRY(add(balance, isDebit ? movement.resources : negated(movement.resources)));
            card.rows << AccountCardRow{movement.id, movement.period, movement.recorder, documentOf(movement.recorder),
                {}, counter.account, side.analytics, counter.analytics, isDebit ? movement.resources : nothing,
                isDebit ? nothing : movement.resources, balance};
        }
    }
    if (!found.next.isEmpty())
        card.next = cursorOf(found.next, balance);
    BINCARD_TRY(nameDocuments(card.rows));
    return card;
}

Result<void> LedgerService::nameDocuments(QList<AccountCardRow> &rows)
{
    QStringList recorders;
    for (const AccountCardRow &row : std::as_const(rows))
        recorders << row.recorder;
    BINCARD_ASSIGN(numbers, documentNumbers(m_session, recorders));
    for (AccountCardRow &row : rows)
        row.documentNumber = numbers.value(row.recorder);
    return {};
}

} // namespace bincard
