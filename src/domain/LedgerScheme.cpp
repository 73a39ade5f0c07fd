// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/LedgerScheme.h"

#include <QCoreApplication>

#include <algorithm>

namespace bincard {

namespace {

constexpr std::pair<LedgerAmount, const char *> amountCodes[] = {
    {LedgerAmount::Value, "value"}, {LedgerAmount::Revenue, "revenue"}, {LedgerAmount::Cost, "cost"}};

struct LineAmount
{
    int line = 0;
    Decimal amount{0, amountScale};
};

/// Signed so that a rule's debit is a debit in the ordinary run of things.
QList<LineAmount> amountsOf(const Document &document, const Postings &postings, LedgerAmount what)
{
    QList<LineAmount> amounts;
    if (what == LedgerAmount::Revenue) {
        for (const SalesMovement &sale : postings.sales)
            amounts << LineAmount{
                sale.line, document.kind == DocumentKind::CustomerReturn ? -sale.revenue : sale.revenue};
        return amounts;
    }
    for (const StockMovement &stock : postings.inventory) {
        // A transfer is there twice; what arrives counts.
        if (document.kind == DocumentKind::StockTransfer && stock.quantity.isNegative())
            continue;
        const bool leaves = stock.quantity.isNegative();
        amounts << LineAmount{stock.line, leaves ? -stock.amount : stock.amount};
    }
    return amounts;
}

QMap<QString, QString> analyticsOf(
    const QStringList &names, const Document &document, const DocumentLine &line, bool isDebit)
{
    const bool arrives = isDebit && traits(document.kind).hasDestination;
    QMap<QString, QString> analytics;
    for (const QString &name : names) {
        const QString value = name == u"item" ? line.item
            : name == u"partner"              ? document.partner
            : arrives                         ? document.warehouseTo
                                              : document.warehouse;
        if (!value.isEmpty())
            analytics.insert(name, value);
    }
    return analytics;
}

Result<void> add(QList<LedgerEntry> &entries, const LedgerEntry &entry)
{
    const auto same = std::ranges::find_if(entries, [&](const LedgerEntry &it) {
        return it.debit == entry.debit && it.credit == entry.credit && it.debitAnalytics == entry.debitAnalytics
            && it.creditAnalytics == entry.creditAnalytics;
    });
    if (same == entries.end()) {
        entries << entry;
        return {};
    }
    BINCARD_ASSIGN(sum, same->amount.plus(entry.amount));
    same->amount = sum;
    return {};
}

} // namespace

QString code(LedgerAmount what)
{
    const auto found = std::ranges::find(amountCodes, what, &std::pair<LedgerAmount, const char *>::first);
    return QLatin1String(found->second);
}

Result<LedgerAmount> ledgerAmount(const QString &code)
{
    for (const auto &[what, name] : amountCodes) {
        if (code == QLatin1String(name))
            return what;
    }
    return Error::validation(QStringLiteral("what"),
        {QT_TRANSLATE_NOOP("Error", "\"%1\" is not one of value, revenue and cost."), {code.left(60)}});
}

QList<LedgerAmount> ledgerAmounts(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::GoodsReceipt:
    case DocumentKind::OpeningBalance: return {LedgerAmount::Value};
    case DocumentKind::SalesOrder:
    case DocumentKind::CustomerReturn: return {LedgerAmount::Revenue, LedgerAmount::Cost};
    case DocumentKind::StockTransfer:
    case DocumentKind::WriteOff: return {LedgerAmount::Cost};
    }
    return {};
}

const QStringList &ledgerAnalytics()
{
    static const QStringList names{QStringLiteral("item"), QStringLiteral("partner"), QStringLiteral("warehouse")};
    return names;
}

QList<Problem> problemsOf(const PostingRule &rule)
{
    QList<Problem> problems;
    if (!ledgerAmounts(rule.kind).contains(rule.what))
        problems << Problem{QStringLiteral("what"), 0,
            {QT_TRANSLATE_NOOP("Error", "A document of the kind %1 has no %2 to post."),
                {code(rule.kind), code(rule.what)}}};
    for (const auto &[account, field] : {std::pair(rule.debit, "account_dr"), std::pair(rule.credit, "account_cr")}) {
        if (account.isEmpty())
            problems << Problem{QLatin1String(field), 0, {QT_TRANSLATE_NOOP("Error", "The account is not named."), {}}};
    }
    for (const auto &[names, field] :
        {std::pair(rule.debitAnalytics, "analytics_dr"), std::pair(rule.creditAnalytics, "analytics_cr")}) {
        QStringList named;
        for (const QString &name : names) {
            if (!ledgerAnalytics().contains(name))
                problems << Problem{QLatin1String(field), 0,
                    {QT_TRANSLATE_NOOP("Error", "A document gives item, partner or warehouse, not \"%1\"."),
                        {name.left(60)}}};
            else if (named.contains(name))
                problems << Problem{
                    QLatin1String(field), 0, {QT_TRANSLATE_NOOP("Error", "\"%1\" is named twice."), {name}}};
            named << name;
        }
    }
    return problems;
}

Result<QList<LedgerEntry>> ledgerEntries(
    const Document &document, const Postings &postings, const QList<PostingRule> &rules)
{
    QList<LedgerEntry> entries;
    for (const PostingRule &rule : rules) {
        if (rule.kind != document.kind)
            continue;
        for (const auto &[number, amount] : amountsOf(document, postings, rule.what)) {
            const DocumentLine &line = document.lines.at(number - 1);
            BINCARD_TRY(add(entries,
                {rule.debit, rule.credit, analyticsOf(rule.debitAnalytics, document, line, true),
                    analyticsOf(rule.creditAnalytics, document, line, false), amount}));
        }
    }
    entries.removeIf([](const LedgerEntry &entry) { return entry.amount.isZero(); });
    return entries;
}

} // namespace bincard
