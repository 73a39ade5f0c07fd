// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Table.h"
#include "cli/commands/Commands.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

namespace bincard::cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("cli", text); }

/// One operation and a table of its rows.
class LedgerCommand : public Command
{
public:
    Result<Outcome> run(Context &context) override
    {
        BINCARD_ASSIGN(result, context.perform(operation(), request()));
        return Outcome{result, isRefusal(result) ? Refused : Done};
    }
    void print(const Outcome &outcome, Context &context) override
    {
        tableOf(outcome.result.value(u"rows"_s).toArray(), fields()).print(context.console());
    }

protected:
    [[nodiscard]] virtual QString operation() const = 0;
    [[nodiscard]] virtual QJsonObject request() const { return {}; }
    [[nodiscard]] virtual QList<Field> fields() const { return {}; }
    [[nodiscard]] virtual bool isRefusal(const QJsonObject &) const { return false; }

    static void give(QJsonObject &request, const QString &field, const std::string &value)
    {
        if (!value.empty())
            request.insert(field, text(value));
    }
};

class AccountsCommand : public LedgerCommand
{
public:
    QString name() const override { return u"ledger accounts"_s; }
    QString description() const override { return tr(QT_TRANSLATE_NOOP("cli", "The chart of accounts")); }
    void define(CLI::App &) override {}

protected:
    QString operation() const override { return u"ledger.accounts"_s; }
    QList<Field> fields() const override
    {
        return {{u"code"_s, tr(QT_TRANSLATE_NOOP("cli", "code"))}, {u"name"_s, tr(QT_TRANSLATE_NOOP("cli", "name"))},
            {u"type"_s, tr(QT_TRANSLATE_NOOP("cli", "type"))}, {u"active"_s, tr(QT_TRANSLATE_NOOP("cli", "active"))}};
    }
};

class AccountCommand : public LedgerCommand
{
public:
    QString name() const override { return u"ledger account"_s; }
    QString description() const override { return tr(QT_TRANSLATE_NOOP("cli", "Make or change an account")); }
    void define(CLI::App &app) override
    {
        app.add_option("CODE", m_code, utf8(tr(QT_TRANSLATE_NOOP("cli", "The code of the account"))))->required();
        app.add_option("--name", m_name, utf8(tr(QT_TRANSLATE_NOOP("cli", "What it is called"))))->required();
        app.add_option("--type", m_type, utf8(tr(QT_TRANSLATE_NOOP("cli", "On which side its balance stands"))))
            ->option_text("active|passive|active_passive")
            ->required()
            ->check(oneOf({u"active"_s, u"passive"_s, u"active_passive"_s}));
        app.add_flag("--inactive", m_inactive, utf8(tr(QT_TRANSLATE_NOOP("cli", "It takes no new movements"))));
    }
    void print(const Outcome &, Context &context) override
    {
        context.console().line(tr(QT_TRANSLATE_NOOP("cli", "The account %1 is saved.")).arg(text(m_code)));
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
    return {{u"kind"_s, tr(QT_TRANSLATE_NOOP("cli", "document"))}, {u"what"_s, tr(QT_TRANSLATE_NOOP("cli", "what"))},
        {u"account_dr"_s, tr(QT_TRANSLATE_NOOP("cli", "debit"))},
        {u"analytics_dr"_s, tr(QT_TRANSLATE_NOOP("cli", "analytics"))},
        {u"account_cr"_s, tr(QT_TRANSLATE_NOOP("cli", "credit"))},
        {u"analytics_cr"_s, tr(QT_TRANSLATE_NOOP("cli", "analytics"))}};
}

class SetUpCommand : public LedgerCommand
{
public:
    QString name() const override { return u"ledger setup"_s; }
    QString description() const override
    {
        return tr(
            QT_TRANSLATE_NOOP("cli", "Make the register ledger, with accounts and a posting scheme to begin with"));
    }
    void define(CLI::App &) override {}

protected:
    QString operation() const override { return u"ledger.setup"_s; }
    QList<Field> fields() const override { return schemeFields(); }
};

class SchemeCommand : public LedgerCommand
{
public:
    QString name() const override { return u"ledger scheme"_s; }
    QString description() const override
    {
        return tr(QT_TRANSLATE_NOOP("cli", "What documents post to the ledger; change a row, or remove it"));
    }
    void define(CLI::App &app) override
    {
        app.add_option("KIND", m_kind, utf8(tr(QT_TRANSLATE_NOOP("cli", "The kind of document, such as sales_order"))));
        app.add_option("WHAT", m_what, utf8(tr(QT_TRANSLATE_NOOP("cli", "value, revenue or cost"))));
        app.add_option("--debit", m_debit, utf8(tr(QT_TRANSLATE_NOOP("cli", "The account debited"))))
            ->option_text("ACCOUNT[:item,partner,warehouse]");
        app.add_option("--credit", m_credit, utf8(tr(QT_TRANSLATE_NOOP("cli", "The account credited"))))
            ->option_text("ACCOUNT[:item,partner,warehouse]");
        app.add_flag("--remove", m_remove, utf8(tr(QT_TRANSLATE_NOOP("cli", "Post nothing of it any more"))));
    }
    void print(const Outcome &outcome, Context &context) override
    {
        if (!outcome.result.contains(u"rows"_s)) {
            context.console().line(tr(QT_TRANSLATE_NOOP("cli", "The posting scheme is changed.")));
            return;
        }
        LedgerCommand::print(outcome, context);
        context.console().remark(outcome.result.value(u"posting"_s).toBool()
                ? tr(QT_TRANSLATE_NOOP("cli", "Documents post to the ledger."))
                : tr(QT_TRANSLATE_NOOP("cli", "Documents do not post to the ledger: ledger posting on")));
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

class PostingCommand : public LedgerCommand
{
public:
    QString name() const override { return u"ledger posting"_s; }
    QString description() const override
    {
        return tr(QT_TRANSLATE_NOOP("cli", "Whether documents post to the ledger, in their own transaction"));
    }
    void define(CLI::App &app) override
    {
        app.add_option("STATE", m_posting, utf8(tr(QT_TRANSLATE_NOOP("cli", "on or off"))))
            ->required()
            ->check(oneOf({u"on"_s, u"off"_s}));
        app.add_option("--history", m_history,
               utf8(tr(
                   QT_TRANSLATE_NOOP("cli", "Posted documents that are not in the ledger: post them, or leave them"))))
            ->option_text("post|leave")
            ->check(oneOf({u"post"_s, u"leave"_s}));
    }
    void print(const Outcome &outcome, Context &context) override
    {
        context.console().line(outcome.result.value(u"posting"_s) == u"on"_s
                ? tr(QT_TRANSLATE_NOOP("cli", "Documents post to the ledger. Posted of the past: %1"))
                      .arg(outcome.result.value(u"posted"_s).toInt())
                : tr(QT_TRANSLATE_NOOP("cli", "Documents no longer post to the ledger.")));
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

/// What trial balance and card have in common.
class LedgerReportCommand : public LedgerCommand
{
protected:
    void defineTimes(CLI::App &app)
    {
        app.add_option("--from", m_from, utf8(tr(QT_TRANSLATE_NOOP("cli", "From then on"))))
            ->option_text("TIME")
            ->check(notEmpty);
        app.add_option("--to", m_to, utf8(tr(QT_TRANSLATE_NOOP("cli", "Up to and including then"))))
            ->option_text("TIME")
            ->check(notEmpty);
    }
    [[nodiscard]] QJsonObject request() const override
    {
        QJsonObject request;
        give(request, u"register"_s, m_register);
        give(request, u"from"_s, m_from);
        give(request, u"to"_s, m_to);
        return request;
    }

    std::string m_register, m_from, m_to;
};

/// The names of the resources, as the fields of a row with `end` tell them.
QStringList resourcesOf(const QJsonObject &row, const QString &end)
{
    QStringList names;
    for (auto it = row.begin(); it != row.end(); ++it) {
        if (it.key().endsWith(end))
            names << it.key().chopped(end.size());
    }
    return names;
}

class TrialBalanceCommand : public LedgerReportCommand
{
public:
    QString name() const override { return u"ledger trial-balance"_s; }
    QString description() const override
    {
        return tr(QT_TRANSLATE_NOOP("cli", "Opening, debit, credit and closing of each account"));
    }
    void define(CLI::App &app) override
    {
        app.add_option("NAME", m_register, utf8(tr(QT_TRANSLATE_NOOP("cli", "The register (default: ledger)"))));
        defineTimes(app);
    }
    void print(const Outcome &outcome, Context &context) override
    {
        QJsonObject totals = outcome.result.value(u"totals"_s).toObject();
        QList<Field> columns{
            {u"account"_s, tr(QT_TRANSLATE_NOOP("cli", "account"))}, {u"name"_s, tr(QT_TRANSLATE_NOOP("cli", "name"))}};
        for (const QString &resource : resourcesOf(totals, u"_opening_debit"_s)) {
            for (const QString &figure : {u"_opening_debit"_s, u"_opening_credit"_s, u"_debit"_s, u"_credit"_s,
                     u"_closing_debit"_s, u"_closing_credit"_s})
                columns << Field{
                    resource + figure, QString(resource + figure).replace(u'_', u' '), Table::Align::Right};
        }
        QJsonArray rows = outcome.result.value(u"rows"_s).toArray();
        totals.insert(u"name"_s, tr(QT_TRANSLATE_NOOP("cli", "Total")));
        rows.append(totals);
        tableOf(rows, columns).print(context.console());
    }

protected:
    QString operation() const override { return u"ledger.trial_balance"_s; }
};

class CardCommand : public LedgerReportCommand
{
public:
    QString name() const override { return u"ledger card"_s; }
    QString description() const override
    {
        return tr(QT_TRANSLATE_NOOP("cli", "The movements of an account with its running balance"));
    }
    void define(CLI::App &app) override
    {
        app.add_option("ACCOUNT", m_account, utf8(tr(QT_TRANSLATE_NOOP("cli", "The code of the account"))))->required();
        app.add_option("--register", m_register, utf8(tr(QT_TRANSLATE_NOOP("cli", "The register (default: ledger)"))));
        defineTimes(app);
        app.add_option("--where", m_where, utf8(tr(QT_TRANSLATE_NOOP("cli", "Only with these analytics"))))
            ->option_text("KEY=VALUE")
            ->allow_extra_args(false)
            ->check(isPair);
        app.add_option(
               "--limit", m_limit, utf8(tr(QT_TRANSLATE_NOOP("cli", "At most so many movements (default: 500)"))))
            ->option_text("N")
            ->check(wholeNumber(1, 100'000));
        app.add_option("--after", m_after,
               utf8(tr(QT_TRANSLATE_NOOP("cli", "Go on behind the page that ended with this cursor"))))
            ->option_text("CURSOR")
            ->check(notEmpty);
    }
    void print(const Outcome &outcome, Context &context) override
    {
        const QJsonObject opening = outcome.result.value(u"opening"_s).toObject();
        for (auto it = opening.begin(); it != opening.end(); ++it)
            context.console().line(tr(QT_TRANSLATE_NOOP("cli", "Opening %1: %2")).arg(it.key(), it.value().toString()));
        QList<Field> columns{{u"period"_s, tr(QT_TRANSLATE_NOOP("cli", "period"))},
            {u"number"_s, tr(QT_TRANSLATE_NOOP("cli", "document"))},
            {u"analytics"_s, tr(QT_TRANSLATE_NOOP("cli", "analytics"))},
            {u"counter_account"_s, tr(QT_TRANSLATE_NOOP("cli", "counter account"))}};
        for (const QString &resource : opening.keys()) {
            for (const QString &figure : {u"_debit"_s, u"_credit"_s, u"_balance"_s})
                columns << Field{
                    resource + figure, QString(resource + figure).replace(u'_', u' '), Table::Align::Right};
        }
        tableOf(outcome.result.value(u"rows"_s).toArray(), columns).print(context.console());
        if (const QString next = cell(outcome.result.value(u"next"_s)); !next.isEmpty())
            context.console().remark(tr(QT_TRANSLATE_NOOP("cli", "There is more: --after %1")).arg(next));
    }

protected:
    QString operation() const override { return u"ledger.card"_s; }
    QJsonObject request() const override
    {
        QJsonObject request = LedgerReportCommand::request();
        request.insert(u"account"_s, text(m_account));
        give(request, u"after"_s, m_after);
        if (m_limit > 0)
            request.insert(u"limit"_s, m_limit);
        QJsonObject analytics;
        for (const std::string &condition : m_where)
            analytics.insert(text(condition).section(u'=', 0, 0), text(condition).section(u'=', 1));
        if (!analytics.isEmpty())
            request.insert(u"analytics"_s, analytics);
        return request;
    }

private:
    std::string m_account, m_after;
    std::vector<std::string> m_where;
    int m_limit = 0;
};

class CheckCommand : public LedgerCommand
{
public:
    QString name() const override { return u"ledger check"_s; }
    QString description() const override
    {
        return tr(
            QT_TRANSLATE_NOOP("cli", "Whether debits equal credits and accounts stand on their side; exit 1 if not"));
    }
    void define(CLI::App &app) override
    {
        app.add_option("NAME", m_register, utf8(tr(QT_TRANSLATE_NOOP("cli", "The register (default: ledger)"))));
    }
    void print(const Outcome &outcome, Context &context) override
    {
        if (outcome.exitCode == Done) {
            QStringList figures;
            const QJsonArray debit = outcome.result.value(u"debit"_s).toArray();
            for (const QJsonValue &figure : debit)
                figures << figure.toString();
            context.console().line(
                tr(QT_TRANSLATE_NOOP("cli", "Sound: debits = credits = %1")).arg(figures.join(u", "_s)));
            return;
        }
        LedgerCommand::print(outcome, context);
    }

protected:
    QString operation() const override { return u"ledger.check"_s; }
    QJsonObject request() const override
    {
        QJsonObject request;
        give(request, u"register"_s, m_register);
        return request;
    }
    QList<Field> fields() const override
    {
        return {{u"check"_s, tr(QT_TRANSLATE_NOOP("cli", "check"))},
            {u"account"_s, tr(QT_TRANSLATE_NOOP("cli", "account"))},
            {u"analytics"_s, tr(QT_TRANSLATE_NOOP("cli", "analytics"))},
            {u"date"_s, tr(QT_TRANSLATE_NOOP("cli", "date"))},
            {u"balance"_s, tr(QT_TRANSLATE_NOOP("cli", "balance")), Table::Align::Right}};
    }
    bool isRefusal(const QJsonObject &result) const override { return !result.value(u"sound"_s).toBool(); }

private:
    std::string m_register;
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
    commands.push_back(std::make_unique<TrialBalanceCommand>());
    commands.push_back(std::make_unique<CardCommand>());
    commands.push_back(std::make_unique<CheckCommand>());
    return commands;
}

} // namespace bincard::cli
