// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/LedgerModels.h"

#include "models/DocumentText.h"
#include "models/Format.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace bincard {

namespace {

struct LedgerText
{
    Q_DECLARE_TR_FUNCTIONS(bincard::LedgerModels)
};

Decimal first(const QList<Decimal> &values) { return values.isEmpty() ? Decimal(0, amountScale) : values.constFirst(); }

/// An amount that is shown only where there is one: an empty cell reads quicker than a zero.
QString shown(Decimal value) { return value.isZero() ? QString() : format::amount(value); }

// Member by member: GCC 12 cannot compile the list of initial values here.
template <typename Row>
typename ValueTableModel<Row>::Column column(const QString &id, const QString &title,
    std::function<QString(const Row &)> text, std::function<QVariant(const Row &)> units = {})
{
    typename ValueTableModel<Row>::Column made;
    made.id = id;
    made.title = title;
    made.text = std::move(text);
    made.units = std::move(units);
    return made;
}

ValueTableModel<TrialBalanceRow>::Column balanceColumn(
    const QString &id, const QString &title, DebitCredit TrialBalanceRow::*pair, QList<Decimal> DebitCredit::*side)
{
    const auto value = [pair, side](const TrialBalanceRow &row) { return first(row.*pair.*side); };
    return column<TrialBalanceRow>(
        id, title, [value](const TrialBalanceRow &row) { return shown(value(row)); },
        [value](const TrialBalanceRow &row) { return QVariant::fromValue(value(row)); });
}

QList<ValueTableModel<TrialBalanceRow>::Column> balanceColumns()
{
    using Row = TrialBalanceRow;
    return {column<Row>(
                QStringLiteral("account"), LedgerText::tr("Account"), [](const Row &row) { return row.account.code; }),
        column<Row>(QStringLiteral("name"), LedgerText::tr("Name"), [](const Row &row) { return row.account.name; }),
        balanceColumn(
            QStringLiteral("opening_debit"), LedgerText::tr("Opening debit"), &Row::opening, &DebitCredit::debit),
        balanceColumn(
            QStringLiteral("opening_credit"), LedgerText::tr("Opening credit"), &Row::opening, &DebitCredit::credit),
        balanceColumn(QStringLiteral("debit"), LedgerText::tr("Debit"), &Row::turnover, &DebitCredit::debit),
        balanceColumn(QStringLiteral("credit"), LedgerText::tr("Credit"), &Row::turnover, &DebitCredit::credit),
        balanceColumn(
            QStringLiteral("closing_debit"), LedgerText::tr("Closing debit"), &Row::closing, &DebitCredit::debit),
        balanceColumn(
            QStringLiteral("closing_credit"), LedgerText::tr("Closing credit"), &Row::closing, &DebitCredit::credit)};
}

ValueTableModel<AccountCardLine>::Column cardColumn(
    const QString &id, const QString &title, QList<Decimal> AccountCardRow::*figure, bool always)
{
    const auto value = [figure](const AccountCardLine &line) { return first(line.row.*figure); };
    return column<AccountCardLine>(
        id, title,
        [value, always](
            const AccountCardLine &line) { return always ? format::amount(value(line)) : shown(value(line)); },
        [value](const AccountCardLine &line) { return QVariant::fromValue(value(line)); });
}

QList<ValueTableModel<AccountCardLine>::Column> cardColumns()
{
    using Line = AccountCardLine;
    return {column<Line>(QStringLiteral("date"), LedgerText::tr("Date"),
                [](const Line &line) { return line.number == 0 ? QString() : format::period(line.row.period); }),
        column<Line>(QStringLiteral("document"), LedgerText::tr("Document"),
            [](const Line &line) {
                if (line.number == 0)
                    return LedgerText::tr("Opening balance");
                return line.row.documentNumber.isEmpty() ? line.row.recorder : line.row.documentNumber;
            }),
        column<Line>(QStringLiteral("analytics"), LedgerText::tr("Analytics"),
            [](const Line &line) { return text::analytics(line.row.analytics); }),
        column<Line>(QStringLiteral("counter"), LedgerText::tr("Counter account"),
            [](const Line &line) { return line.row.counterAccount; }),
        column<Line>(QStringLiteral("counter_analytics"), LedgerText::tr("Its analytics"),
            [](const Line &line) { return text::analytics(line.row.counterAnalytics); }),
        cardColumn(QStringLiteral("debit"), LedgerText::tr("Debit"), &AccountCardRow::debit, false),
        cardColumn(QStringLiteral("credit"), LedgerText::tr("Credit"), &AccountCardRow::credit, false),
        cardColumn(QStringLiteral("balance"), LedgerText::tr("Balance"), &AccountCardRow::balance, true)};
}

QString names(const QStringList &analytics)
{
    QStringList words;
    for (const QString &name : analytics)
        words << text::analyticsName(name);
    return words.join(QStringLiteral(", "));
}

QList<ValueTableModel<Account>::Column> accountColumns()
{
    using Row = Account;
    return {column<Row>(QStringLiteral("code"), LedgerText::tr("Code"), [](const Row &row) { return row.code; }),
        column<Row>(QStringLiteral("name"), LedgerText::tr("Name"), [](const Row &row) { return row.name; }),
        column<Row>(
            QStringLiteral("type"), LedgerText::tr("Type"), [](const Row &row) { return text::accountType(row.type); }),
        column<Row>(QStringLiteral("state"), LedgerText::tr("State"),
            [](const Row &row) { return row.active ? LedgerText::tr("In use") : LedgerText::tr("Inactive"); })};
}

QList<ValueTableModel<PostingRule>::Column> schemeColumns()
{
    using Row = PostingRule;
    auto kind = column<Row>(
        QStringLiteral("kind"), LedgerText::tr("Document"), [](const Row &row) { return text::kind(row.kind); });
    kind.sort = [](const Row &row) { return QVariant(static_cast<int>(row.kind)); };
    return {kind,
        column<Row>(QStringLiteral("what"), LedgerText::tr("What"),
            [](const Row &row) { return text::ledgerAmount(row.what); }),
        column<Row>(QStringLiteral("debit"), LedgerText::tr("Debit"), [](const Row &row) { return row.debit; }),
        column<Row>(QStringLiteral("debit_by"), LedgerText::tr("Debit by"),
            [](const Row &row) { return names(row.debitAnalytics); }),
        column<Row>(QStringLiteral("credit"), LedgerText::tr("Credit"), [](const Row &row) { return row.credit; }),
        column<Row>(QStringLiteral("credit_by"), LedgerText::tr("Credit by"),
            [](const Row &row) { return names(row.creditAnalytics); })};
}

} // namespace

QString text::accountType(AccountType type)
{
    switch (type) {
    case AccountType::Active: return LedgerText::tr("Active");
    case AccountType::Passive: return LedgerText::tr("Passive");
    case AccountType::ActivePassive: break;
    }
    return LedgerText::tr("Active-passive");
}

QString text::ledgerAmount(LedgerAmount what)
{
    switch (what) {
    case LedgerAmount::Value: return LedgerText::tr("Value of the goods");
    case LedgerAmount::Revenue: return LedgerText::tr("Revenue");
    case LedgerAmount::Cost: break;
    }
    return LedgerText::tr("Cost of the goods");
}

QString text::analyticsName(const QString &name)
{
    if (name == u"item")
        return LedgerText::tr("item");
    if (name == u"partner")
        return LedgerText::tr("partner");
    return name == u"warehouse" ? LedgerText::tr("warehouse") : name;
}

QString text::analytics(const QMap<QString, QString> &analytics)
{
    QStringList parts;
    for (auto it = analytics.begin(); it != analytics.end(); ++it)
        parts << analyticsName(it.key()) + u' ' + it.value();
    return parts.join(QStringLiteral(", "));
}

QString text::finding(const SoundnessRow &row)
{
    QMap<QString, QString> by;
    const QJsonObject object = QJsonDocument::fromJson(row.key.value(1).toString().toUtf8()).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        by.insert(it.key(), it.value().toString());
    const QString account = by.isEmpty() ? row.account : row.account + QStringLiteral(" (%1)").arg(analytics(by));
    const QString amount = format::amount(row.balance.isNegative() ? -row.balance : row.balance);
    const QString date = format::date(row.date);
    if (row.check == u"active_in_credit")
        return LedgerText::tr("The active account %1 has a credit balance of %2 at the end of %3.")
            .arg(account, amount, date);
    if (row.check == u"passive_in_debit")
        return LedgerText::tr("The passive account %1 has a debit balance of %2 at the end of %3.")
            .arg(account, amount, date);
    if (row.check == u"inactive")
        return LedgerText::tr("The account %1 is inactive and still has a balance of %2.")
            .arg(account, format::amount(row.balance));
    return LedgerText::tr(
        "Debits and credits of the month of %1 differ by %2. Verify the register on the Registers page.")
        .arg(date, amount);
}

AccountsModel::AccountsModel(QObject *parent)
    : ValueTableModel<Account>(
        accountColumns(), [](const Account &row) { return QVariant(row.code); }, parent)
{}

TrialBalanceModel::TrialBalanceModel(QObject *parent)
    : ValueTableModel<TrialBalanceRow>(
        balanceColumns(), [](const TrialBalanceRow &row) { return QVariant(row.account.code); }, parent)
{}

void TrialBalanceModel::show(const TrialBalance &balance)
{
    m_totals = {LedgerText::tr("Total"), QString()};
    for (const DebitCredit *pair : {&balance.opening, &balance.turnover, &balance.closing})
        m_totals << format::amount(first(pair->debit)) << format::amount(first(pair->credit));
    set(balance.rows);
}

AccountCardModel::AccountCardModel(QObject *parent)
    : ValueTableModel<AccountCardLine>(
        cardColumns(), [](const AccountCardLine &line) { return QVariant(line.number); }, parent)
{}

void AccountCardModel::show(const AccountCard &card)
{
    AccountCardLine opening;
    opening.row.balance = card.opening;
    QList<AccountCardLine> lines{opening};
    for (const AccountCardRow &row : card.rows)
        lines << AccountCardLine{static_cast<int>(lines.size()), row};
    set(std::move(lines));
}

void AccountCardModel::add(const AccountCard &nextPage)
{
    QList<AccountCardLine> lines;
    for (const AccountCardRow &row : nextPage.rows)
        lines << AccountCardLine{rowCount() + static_cast<int>(lines.size()), row};
    append(std::move(lines));
}

SchemeModel::SchemeModel(QObject *parent)
    : ValueTableModel<PostingRule>(
        schemeColumns(), [](const PostingRule &row) { return QVariant(code(row.kind) + u'/' + code(row.what)); },
        parent)
{}

} // namespace bincard
