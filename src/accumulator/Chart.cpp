// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Chart.h"

#include "accumulator/DimensionValue.h"
#include "accumulator/Encoding.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>

namespace bincard::accumulator {

namespace {

constexpr std::array types{AccountType::Active, AccountType::Passive, AccountType::ActivePassive};

AccountType typeOf(const QString &name)
{
    for (const AccountType type : types) {
        if (Chart::typeName(type) == name)
            return type;
    }
    return AccountType::ActivePassive;
}

constexpr int codePlaces[] = {0, 2}; // of account_dr and account_cr among the journal's dimensions

} // namespace

QString Chart::typeName(AccountType type)
{
    switch (type) {
    case AccountType::Active: return QStringLiteral("active");
    case AccountType::Passive: return QStringLiteral("passive");
    case AccountType::ActivePassive: break;
    }
    return QStringLiteral("active_passive");
}

std::optional<Message> Chart::codeProblem(const QString &code)
{
    if (code.trimmed().isEmpty())
        return Message{QT_TRANSLATE_NOOP("Error", "The account is not named."), {}};
    if (code.trimmed() != code)
        return Message{
            QT_TRANSLATE_NOOP("Error", "The code of an account neither begins nor ends with a blank: \"%1\"."), {code}};
    if (code.size() > maximumCodeLength)
        return Message{QT_TRANSLATE_NOOP("Error", "The code of an account has at most %1 characters; this one has %2."),
            {QString::number(maximumCodeLength), QString::number(code.size())}};
    return textProblem(code);
}

Result<QList<Account>> Chart::accounts()
{
    BINCARD_ASSIGN(rows,
        m_session.query(QStringLiteral("SELECT code, name, type, is_active FROM accumulator_account ORDER BY code")));
    QList<Account> found;
    while (rows.next())
        found.append({rows.text(0), rows.text(1), typeOf(rows.text(2)), rows.boolean(3)});
    BINCARD_TRY(rows.finished());
    return found;
}

Result<void> Chart::save(const Account &account)
{
    QList<Problem> problems;
    if (auto problem = codeProblem(account.code))
        problems.append({QStringLiteral("code"), 0, *problem});
    if (account.name.trimmed().isEmpty())
        problems.append({QStringLiteral("name"), 0, {QT_TRANSLATE_NOOP("Error", "The account has no name."), {}}});
    else if (auto problem = textProblem(account.name))
        problems.append({QStringLiteral("name"), 0, *problem});
    if (!problems.isEmpty())
        return Error::validation(std::move(problems));
    BINCARD_TRY(m_session.execute(
        QStringLiteral("INSERT INTO accumulator_account (code, name, type, is_active) VALUES (?, ?, ?, ?)"
                       " ON CONFLICT (code) DO UPDATE SET name = excluded.name, type = excluded.type,"
                       " is_active = excluded.is_active"),
        {account.code, account.name, typeName(account.type), account.active}));
    return {};
}

Result<void> Chart::check(const QList<NewRow> &rows)
{
    QList<QVariant> named;
    for (const NewRow &row : rows) {
        for (const int place : codePlaces)
            named.append(row.dimensions.at(place));
    }
    const QString among = m_session.dialect().isSqlite() ? QStringLiteral("IN (SELECT value FROM json_each(?))")
                                                         : QStringLiteral("= ANY(?::text[])");
    QHash<QString, bool> active;
    BINCARD_ASSIGN(found,
        m_session.query(QStringLiteral("SELECT code, is_active FROM accumulator_account WHERE code ") + among,
            {listParameter(named, m_session.dialect())}));
    while (found.next())
        active.insert(found.text(0), found.boolean(1));
    BINCARD_TRY(found.finished());
    // Of one document its own lines are told, else those of the input.
    const bool single =
        std::ranges::all_of(rows, [&](const NewRow &row) { return row.recorder == rows.constFirst().recorder; });
    QList<Problem> problems;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        // What stands on an account may be taken back, though it takes nothing new.
        if (rows.at(i).reversalOf != 0)
            continue;
        for (const int place : codePlaces) {
            const QString code = rows.at(i).dimensions.at(place).toString();
            const QString field = place == 0 ? QStringLiteral("account_dr") : QStringLiteral("account_cr");
            const int line = single ? rows.at(i).line : static_cast<int>(i) + 1;
            if (!active.contains(code))
                problems.append({field, line,
                    {QT_TRANSLATE_NOOP("Error", "There is no account \"%1\" in the chart of accounts."), {code}}});
            else if (!active.value(code))
                problems.append({field, line,
                    {QT_TRANSLATE_NOOP("Error", "The account %1 is inactive; it takes no new movements."), {code}}});
        }
    }
    if (!problems.isEmpty())
        return Error::validation(std::move(problems));
    return {};
}

} // namespace bincard::accumulator
