// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/LedgerBooks.h"

namespace bincard::test {

namespace {

template <typename T>
void made(const Result<T> &result)
{
    if (!result.ok())
        qFatal("%s", qPrintable(told(result.error())));
}

} // namespace

RegisterDefinition books()
{
    return RegisterDefinition::ledger(QStringLiteral("books"))
        .dimension(QStringLiteral("currency"), DimensionType::Text, QStringLiteral("EUR"))
        .decimal(QStringLiteral("amount"), 2);
}

Movement entry(const char *recorder, const char *period, const LedgerSide &debit, const LedgerSide &credit,
    const char *amount, const QVariant &currency)
{
    return {QString::fromUtf8(recorder), at(period), {currency}, {decimal(amount, 2)}, {}, debit, credit};
}

Books::Books(TestDatabase &database) : m_accumulator(database.database())
{
    made(m_accumulator.create(books()));
    const auto account = [&](const char *code, AccountType type, bool active = true) {
        const QString text = QString::fromUtf8(code);
        made(m_accumulator.saveAccount({text, QStringLiteral("Account %1").arg(text), type, active}));
    };
    account("41", AccountType::Active);
    account("60", AccountType::Passive);
    account("62", AccountType::ActivePassive);
    account("90", AccountType::ActivePassive);
    account("99", AccountType::Active, false);
    auto used = m_accumulator.use(QStringLiteral("books"));
    made(used);
    m_register = std::make_unique<Register>(*used);
}

QString Books::balances(const QStringList &groupBy, const Filter &filter, const char *until)
{
    auto rows = m_register->balance(filter, groupBy, until ? std::optional(moment(until)) : std::nullopt);
    made(rows);
    QStringList lines;
    for (const BalanceRow &row : *rows) {
        QStringList group;
        for (const QVariant &value : row.group)
            group << value.toString();
        lines << QStringLiteral("%1: %2 = %3 - %4")
                     .arg(group.join(u','), row.resources.constFirst().toString(), row.debit.constFirst().toString(),
                         row.credit.constFirst().toString());
    }
    return lines.join(QStringLiteral("; "));
}

Until Books::moment(const char *text)
{
    auto parsed = Until::parse(QString::fromUtf8(text));
    made(parsed);
    return *parsed;
}

int Books::findings()
{
    auto verified = m_register->verify();
    made(verified);
    return static_cast<int>(verified->rows.size());
}

} // namespace bincard::test
