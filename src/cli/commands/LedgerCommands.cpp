// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/OperationCommand.h"

namespace bincard::cli {

using namespace Qt::StringLiterals;

namespace {

class AccountsCommand : public OperationCommand
{
public:
    QString name() const override { return u"ledger accounts"_s; }
    QString description() const override { return QCoreApplication::translate("cli", "The chart of accounts"); }

protected:
    QString operation() const override { return u"ledger.accounts"_s; }
    QList<Field> fields() const override
    {
        return {{u"code"_s, QCoreApplication::translate("cli", "code")},
            {u"name"_s, QCoreApplication::translate("cli", "name")},
            {u"type"_s, QCoreApplication::translate("cli", "type")},
            {u"active"_s, QCoreApplication::translate("cli", "active")}};
    }
};

class AccountCommand : public OperationCommand
{
public:
    QString name() const override { return u"ledger account"_s; }
    QString description() const override { return QCoreApplication::translate("cli", "Make or change an account"); }
    void define(CLI::App &app) override
    {
        app.add_option("CODE", m_code, utf8(QCoreApplication::translate("cli", "The code of the account")))->required();
        app.add_option("--name", m_name, utf8(QCoreApplication::translate("cli", "What it is called")))->required();
        app.add_option("--type", m_type, utf8(QCoreApplication::translate("cli", "On which side its balance stands")))
            ->option_text("active|passive|active_passive")
            ->required()
            ->check(oneOf({u"active"_s, u"passive"_s, u"active_passive"_s}));
        app.add_flag("--inactive", m_inactive, utf8(QCoreApplication::translate("cli", "It takes no new movements")));
    }
    void print(const Outcome &, Context &context) override
    {
        context.console().line(QCoreApplication::translate("cli", "The account %1 is saved.").arg(text(m_code)));
    }

protected:
    QString operation() const override { return u"ledger.save_account"_s; }
    QJsonObject request() const override
    {
        return {{u"code"_s, text(m_code)}, {u"name"_s, text(m_name)}, {u"type"_s, text(m_type)},
            {u"inactive"_s, m_inactive}};
    }

private:
    std::string m_code, m_name, m_type;
    bool m_inactive = false;
};

QList<Field> schemeFields()
{
    return {{u"kind"_s, QCoreApplication::translate("cli", "document")},
        {u"what"_s, QCoreApplication::translate("cli", "what")},
        {u"account_dr"_s, QCoreApplication::translate("cli", "debit")},
        {u"analytics_dr"_s, QCoreApplication::translate("cli", "analytics")},
        {u"account_cr"_s, QCoreApplication::translate("cli", "credit")},
        {u"analytics_cr"_s, QCoreApplication::translate("cli", "analytics")}};
}

class SetUpCommand : public OperationCommand
{
public:
    QString name() const override { return u"ledger setup"_s; }
    QString description() const override
    {
        return QCoreApplication::translate(
            "cli", "Make the register ledger, with accounts and a posting scheme to begin with");
    }

protected:
    QString operation() const override { return u"ledger.setup"_s; }
    QList<Field> fields() const override { return schemeFields(); }
};

class SchemeCommand : public OperationCommand
{
public:
    QString name() const override { return u"ledger scheme"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "What documents post to the ledger; change a row, or remove it");
    }
    void define(CLI::App &app) override
    {
        app.add_option(
            "KIND", m_kind, utf8(QCoreApplication::translate("cli", "The kind of document, such as sales_order")));
        app.add_option("WHAT", m_what, utf8(QCoreApplication::translate("cli", "value, revenue or cost")));
        app.add_option("--debit", m_debit, utf8(QCoreApplication::translate("cli", "The account debited")))
            ->option_text("ACCOUNT[:item,partner,warehouse]");
        app.add_option("--credit", m_credit, utf8(QCoreApplication::translate("cli", "The account credited")))
            ->option_text("ACCOUNT[:item,partner,warehouse]");
        app.add_flag("--remove", m_remove, utf8(QCoreApplication::translate("cli", "Post nothing of it any more")));
    }
    void print(const Outcome &outcome, Context &context) override
    {
        if (!outcome.result.contains(u"rows"_s)) {
            context.console().line(QCoreApplication::translate("cli", "The posting scheme is changed."));
            return;
        }
        OperationCommand::print(outcome, context);
        context.console().remark(outcome.result.value(u"posting"_s).toBool()
                ? QCoreApplication::translate("cli", "Documents post to the ledger.")
                : QCoreApplication::translate("cli", "Documents do not post to the ledger: ledger posting on"));
    }

protected:
    QString operation() const override
    {
        if (m_kind.empty())
            return u"ledger.scheme"_s;
        return m_remove ? u"ledger.remove_rule"_s : u"ledger.set_rule"_s;
    }
    QJsonObject request() const override
    {
        if (m_kind.empty())
            return {};
        QJsonObject request{{u"kind"_s, text(m_kind)}, {u"what"_s, text(m_what)}};
        if (m_remove)
            return request;
        for (const auto &[side, end] : {std::pair(&m_debit, "_dr"), std::pair(&m_credit, "_cr")}) {
            const QString given = text(*side);
            request.insert(u"account"_s + QLatin1String(end), given.section(u':', 0, 0));
            request.insert(u"analytics"_s + QLatin1String(end), given.section(u':', 1));
        }
        return request;
    }
    QList<Field> fields() const override { return schemeFields(); }

private:
    std::string m_kind, m_what, m_debit, m_credit;
    bool m_remove = false;
};

class PostingCommand : public OperationCommand
{
public:
    QString name() const override { return u"ledger posting"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "Whether documents post to the ledger, in their own transaction");
    }
    void define(CLI::App &app) override
    {
        app.add_option("STATE", m_posting, utf8(QCoreApplication::translate("cli", "on or off")))
            ->required()
            ->check(oneOf({u"on"_s, u"off"_s}));
        app.add_option("--history", m_history,
               utf8(QCoreApplication::translate(
                   "cli", "Posted documents that are not in the ledger: post them, or leave them")))
            ->option_text("post|leave")
            ->check(oneOf({u"post"_s, u"leave"_s}));
    }
    void print(const Outcome &outcome, Context &context) override
    {
        context.console().line(outcome.result.value(u"posting"_s) == u"on"_s
                ? QCoreApplication::translate("cli", "Documents post to the ledger. Posted of the past: %1")
                      .arg(outcome.result.value(u"posted"_s).toInt())
                : QCoreApplication::translate("cli", "Documents no longer post to the ledger."));
    }

protected:
    QString operation() const override { return u"ledger.posting"_s; }
    QJsonObject request() const override
    {
        QJsonObject request{{u"posting"_s, text(m_posting)}};
        give(request, u"history"_s, m_history);
        return request;
    }

private:
    std::string m_posting, m_history;
};

} // namespace

Commands ledgerCommands()
{
    Commands commands;
    commands.push_back(std::make_unique<SetUpCommand>());
    commands.push_back(std::make_unique<AccountsCommand>());
    commands.push_back(std::make_unique<AccountCommand>());
    commands.push_back(std::make_unique<SchemeCommand>());
    commands.push_back(std::make_unique<PostingCommand>());
    return commands;
}

} // namespace bincard::cli
