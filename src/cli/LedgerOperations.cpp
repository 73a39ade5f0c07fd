// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/LedgerOperations.h"

#include "cli/Request.h"
#include "service/LedgerService.h"
#include "service/OpenBook.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace bincard::cli::ledger {

using namespace Qt::StringLiterals;

namespace {

constexpr std::pair<AccountType, const char *> types[] = {
    {AccountType::Active, "active"}, {AccountType::Passive, "passive"}, {AccountType::ActivePassive, "active_passive"}};

QString typeName(AccountType type)
{
    for (const auto &[value, name] : types) {
        if (value == type)
            return QLatin1String(name);
    }
    return {};
}

AccountType typeOf(Request &request)
{
    const QString given = request.text(u"type"_s);
    for (const auto &[value, name] : types) {
        if (given == QLatin1String(name))
            return value;
    }
    if (!given.isEmpty())
        request.problem(u"type"_s,
            {QT_TRANSLATE_NOOP("Error", "\"%1\" is not one of active, passive and active_passive."), {given.left(60)}});
    return AccountType::ActivePassive;
}

QJsonObject json(const Account &account)
{
    return {{u"code"_s, account.code}, {u"name"_s, account.name}, {u"type"_s, typeName(account.type)},
        {u"active"_s, account.active}};
}

QJsonObject json(const QMap<QString, QString> &analytics)
{
    QJsonObject object;
    for (auto it = analytics.begin(); it != analytics.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QJsonObject json(const PostingRule &rule)
{
    return {{u"kind"_s, code(rule.kind)}, {u"what"_s, code(rule.what)}, {u"account_dr"_s, rule.debit},
        {u"analytics_dr"_s, QJsonArray::fromStringList(rule.debitAnalytics)}, {u"account_cr"_s, rule.credit},
        {u"analytics_cr"_s, QJsonArray::fromStringList(rule.creditAnalytics)}};
}

QJsonObject schemeOf(const LedgerState &state)
{
    QJsonArray rows;
    for (const PostingRule &rule : state.scheme)
        rows.append(json(rule));
    return {
        {u"exists"_s, state.exists}, {u"posting"_s, state.posting}, {u"missing"_s, state.missing}, {u"rows"_s, rows}};
}

void add(QJsonObject &row, const QStringList &resources, const QString &end, const QList<Decimal> &values)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        row.insert(resources.at(i) + end, values.at(i).toString());
}

void add(QJsonObject &row, const QStringList &resources, const QString &figure, const DebitCredit &values)
{
    add(row, resources, figure + u"_debit"_s, values.debit);
    add(row, resources, figure + u"_credit"_s, values.credit);
}

template <typename T>
std::optional<T> timeOf(Request &request, const QString &field)
{
    const QString given = request.text(field, Request::Optional);
    if (given.isEmpty())
        return {};
    const auto parsed = T::parse(given);
    if (!parsed)
        request.problem(field, parsed.error().message());
    return parsed ? std::optional<T>(*parsed) : std::nullopt;
}

QString nameOf(Request &request)
{
    const QString name = request.text(u"register"_s, Request::Optional);
    return name.isEmpty() ? u"ledger"_s : name;
}

DocumentKind kindOf(Request &request)
{
    const auto kind = documentKind(request.text(u"kind"_s));
    if (!kind)
        request.problem(u"kind"_s, kind.error().message());
    return kind ? *kind : DocumentKind::GoodsReceipt;
}

LedgerAmount whatOf(Request &request)
{
    const auto what = ledgerAmount(request.text(u"what"_s));
    if (!what)
        request.problem(u"what"_s, what.error().message());
    return what ? *what : LedgerAmount::Value;
}

Result<QJsonObject> stateOf(OpenBook &book)
{
    BINCARD_ASSIGN(state, book.ledger().state());
    return schemeOf(state);
}

} // namespace

Result<QJsonObject> accounts(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    BINCARD_TRY(Request(arguments).finished());
    BINCARD_ASSIGN(chart, book.ledger().accounts());
    QJsonArray rows;
    for (const Account &account : chart)
        rows.append(json(account));
    return QJsonObject{{u"rows"_s, rows}};
}

Result<QJsonObject> saveAccount(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    Account account;
    account.code = request.text(u"code"_s);
    account.name = request.text(u"name"_s);
    account.type = typeOf(request);
    account.active = !request.flag(u"inactive"_s);
    BINCARD_TRY(request.finished());
    BINCARD_TRY(book.ledger().saveAccount(account));
    return json(account);
}

Result<QJsonObject> setUp(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    BINCARD_TRY(Request(arguments).finished());
    BINCARD_TRY(book.ledger().setUp());
    return stateOf(book);
}

Result<QJsonObject> scheme(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    BINCARD_TRY(Request(arguments).finished());
    return stateOf(book);
}

Result<QJsonObject> setRule(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    PostingRule rule;
    rule.kind = kindOf(request);
    rule.what = whatOf(request);
    rule.debit = request.text(u"account_dr"_s);
    rule.credit = request.text(u"account_cr"_s);
    rule.debitAnalytics = request.words(u"analytics_dr"_s);
    rule.creditAnalytics = request.words(u"analytics_cr"_s);
    BINCARD_TRY(request.finished());
    BINCARD_TRY(book.ledger().setRule(rule));
    return json(rule);
}

Result<QJsonObject> removeRule(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const DocumentKind kind = kindOf(request);
    const LedgerAmount what = whatOf(request);
    BINCARD_TRY(request.finished());
    BINCARD_TRY(book.ledger().removeRule(kind, what));
    return stateOf(book);
}

Result<QJsonObject> posting(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const QString wanted = request.text(u"posting"_s);
    if (wanted != u"on" && wanted != u"off" && !wanted.isEmpty())
        request.problem(u"posting"_s, {QT_TRANSLATE_NOOP("Error", "\"%1\" is not on or off."), {wanted.left(60)}});
    const QString past = request.text(u"history"_s, Request::Optional);
    if (!past.isEmpty() && past != u"post" && past != u"leave")
        request.problem(u"history"_s, {QT_TRANSLATE_NOOP("Error", "\"%1\" is not post or leave."), {past.left(60)}});
    else if (!past.isEmpty() && wanted == u"off")
        request.problem(u"history"_s,
            {QT_TRANSLATE_NOOP("Error",
                 "Only switching the posting on does anything about the documents of the past; switched off, what is "
                 "in "
                 "the ledger stays."),
                {}});
    BINCARD_TRY(request.finished());
    int posted = 0;
    if (wanted == u"on") {
        const LedgerHistory history = past == u"post" ? LedgerHistory::Post
            : past == u"leave"                        ? LedgerHistory::Leave
                                                      : LedgerHistory::Ask;
        BINCARD_ASSIGN(done, book.ledger().switchOn(history));
        posted = done;
    } else {
        BINCARD_TRY(book.ledger().switchOff());
    }
    return QJsonObject{{u"posting"_s, wanted}, {u"posted"_s, posted}};
}

Result<QJsonObject> trialBalance(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const QString name = nameOf(request);
    const auto from = timeOf<Period>(request, u"from"_s);
    const auto to = timeOf<Until>(request, u"to"_s);
    BINCARD_TRY(request.finished());
    BINCARD_ASSIGN(balance, book.ledger().trialBalance(name, from, to));
    const auto figures = [&](QJsonObject &row, const auto &of) {
        add(row, balance.resources, u"_opening"_s, of.opening);
        add(row, balance.resources, QString(), of.turnover);
        add(row, balance.resources, u"_closing"_s, of.closing);
    };
    QJsonArray rows;
    for (const TrialBalanceRow &of : balance.rows) {
        QJsonObject row{
            {u"account"_s, of.account.code}, {u"name"_s, of.account.name}, {u"type"_s, typeName(of.account.type)}};
        figures(row, of);
        rows.append(row);
    }
    QJsonObject totals;
    figures(totals, balance);
    return QJsonObject{{u"rows"_s, rows}, {u"totals"_s, totals}};
}

Result<QJsonObject> card(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const QString name = nameOf(request);
    AccountCardQuery query;
    query.account = request.text(u"account"_s);
    query.from = timeOf<Period>(request, u"from"_s);
    query.to = timeOf<Until>(request, u"to"_s);
    query.after = request.text(u"after"_s, Request::Optional);
    query.limit = request.number(u"limit"_s).value_or(query.limit);
    const QJsonObject analytics = arguments.contains(u"analytics"_s) ? request.object(u"analytics"_s) : QJsonObject();
    for (auto it = analytics.begin(); it != analytics.end(); ++it)
        query.analytics.insert(it.key(), it.value().toString());
    BINCARD_TRY(request.finished());
    BINCARD_ASSIGN(found, book.ledger().card(name, query));
    QJsonArray rows;
    for (const AccountCardRow &of : found.rows) {
        QJsonObject row{{u"movement"_s, of.movement}, {u"period"_s, of.period.toString()}, {u"recorder"_s, of.recorder},
            {u"counter_account"_s, of.counterAccount}, {u"analytics"_s, json(of.analytics)},
            {u"counter_analytics"_s, json(of.counterAnalytics)}};
        if (!of.documentNumber.isEmpty())
            row.insert(u"number"_s, of.documentNumber);
        add(row, found.resources, u"_debit"_s, of.debit);
        add(row, found.resources, u"_credit"_s, of.credit);
        add(row, found.resources, u"_balance"_s, of.balance);
        rows.append(row);
    }
    QJsonObject opening;
    add(opening, found.resources, QString(), found.opening);
    return QJsonObject{{u"account"_s, json(found.account)}, {u"opening"_s, opening}, {u"rows"_s, rows},
        {u"next"_s, found.next.isEmpty() ? QJsonValue() : QJsonValue(found.next)}};
}

Result<QJsonObject> check(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const QString name = nameOf(request);
    BINCARD_TRY(request.finished());
    BINCARD_ASSIGN(found, book.ledger().check(name));
    QJsonArray rows, debit, credit;
    for (const SoundnessRow &of : found.rows) {
        QJsonObject row{{u"check"_s, of.check}, {u"account"_s, of.account}, {u"resource"_s, of.resource},
            {u"date"_s, of.date.toString(Qt::ISODate)}, {u"balance"_s, of.balance.toString()},
            {u"analytics"_s, QJsonDocument::fromJson(of.key.value(1).toString().toUtf8()).object()}};
        rows.append(row);
    }
    for (const Decimal value : found.debit)
        debit.append(value.toString());
    for (const Decimal value : found.credit)
        credit.append(value.toString());
    return QJsonObject{
        {u"sound"_s, found.rows.isEmpty()}, {u"debit"_s, debit}, {u"credit"_s, credit}, {u"rows"_s, rows}};
}

} // namespace bincard::cli::ledger
