// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/OperationCommand.h"

namespace bincard::cli {

using namespace Qt::StringLiterals;

namespace {

/// What trial balance and card have in common.
class LedgerReportCommand : public OperationCommand
{
protected:
    void defineTimes(CLI::App &app)
    {
        app.add_option("--from", m_from, utf8(QCoreApplication::translate("cli", "From then on")))
            ->option_text("TIME")
            ->check(notEmpty);
        app.add_option("--to", m_to, utf8(QCoreApplication::translate("cli", "Up to and including then")))
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
        return QCoreApplication::translate("cli", "Opening, debit, credit and closing of each account");
    }
    void define(CLI::App &app) override
    {
        app.add_option("NAME", m_register, utf8(QCoreApplication::translate("cli", "The register (default: ledger)")));
        defineTimes(app);
    }
    void print(const Outcome &outcome, Context &context) override
    {
        QJsonObject totals = outcome.result.value(u"totals"_s).toObject();
        QList<Field> columns{{u"account"_s, QCoreApplication::translate("cli", "account")},
            {u"name"_s, QCoreApplication::translate("cli", "name")}};
        for (const QString &resource : resourcesOf(totals, u"_opening_debit"_s)) {
            for (const QString &figure : {u"_opening_debit"_s, u"_opening_credit"_s, u"_debit"_s, u"_credit"_s,
                     u"_closing_debit"_s, u"_closing_credit"_s})
                columns << Field{
                    resource + figure, QString(resource + figure).replace(u'_', u' '), Table::Align::Right};
        }
        QJsonArray rows = outcome.result.value(u"rows"_s).toArray();
        totals.insert(u"name"_s, QCoreApplication::translate("cli", "Total"));
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
        return QCoreApplication::translate("cli", "The movements of an account with its running balance");
    }
    void define(CLI::App &app) override
    {
        app.add_option("ACCOUNT", m_account, utf8(QCoreApplication::translate("cli", "The code of the account")))
            ->required();
        app.add_option(
            "--register", m_register, utf8(QCoreApplication::translate("cli", "The register (default: ledger)")));
        defineTimes(app);
        app.add_option("--where", m_where, utf8(QCoreApplication::translate("cli", "Only with these analytics")))
            ->option_text("KEY=VALUE")
            ->allow_extra_args(false)
            ->check(isPair);
        app.add_option(
               "--limit", m_limit, utf8(QCoreApplication::translate("cli", "At most so many movements (default: 500)")))
            ->option_text("N")
            ->check(wholeNumber(1, 100'000));
        app.add_option("--after", m_after,
               utf8(QCoreApplication::translate("cli", "Go on behind the page that ended with this cursor")))
            ->option_text("CURSOR")
            ->check(notEmpty);
    }
    void print(const Outcome &outcome, Context &context) override
    {
        const QJsonObject opening = outcome.result.value(u"opening"_s).toObject();
        for (auto it = opening.begin(); it != opening.end(); ++it)
            context.console().line(
                QCoreApplication::translate("cli", "Opening %1: %2").arg(it.key(), it.value().toString()));
        QList<Field> columns{{u"period"_s, QCoreApplication::translate("cli", "period", "when a movement happens")},
            {u"number"_s, QCoreApplication::translate("cli", "document")},
            {u"analytics"_s, QCoreApplication::translate("cli", "analytics")},
            {u"counter_account"_s, QCoreApplication::translate("cli", "counter account")}};
        for (const QString &resource : opening.keys()) {
            for (const QString &figure : {u"_debit"_s, u"_credit"_s, u"_balance"_s})
                columns << Field{
                    resource + figure, QString(resource + figure).replace(u'_', u' '), Table::Align::Right};
        }
        tableOf(outcome.result.value(u"rows"_s).toArray(), columns).print(context.console());
        if (const QString next = cell(outcome.result.value(u"next"_s)); !next.isEmpty())
            context.console().remark(QCoreApplication::translate("cli", "There is more: --after %1").arg(next));
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

class CheckCommand : public OperationCommand
{
public:
    QString name() const override { return u"ledger check"_s; }
    QString description() const override
    {
        return QCoreApplication::translate(
            "cli", "Whether debits equal credits and accounts stand on their side; exit 1 if not");
    }
    void define(CLI::App &app) override
    {
        app.add_option("NAME", m_register, utf8(QCoreApplication::translate("cli", "The register (default: ledger)")));
    }
    void print(const Outcome &outcome, Context &context) override
    {
        if (outcome.exitCode == Done) {
            QStringList figures;
            const QJsonArray debit = outcome.result.value(u"debit"_s).toArray();
            for (const QJsonValue &figure : debit)
                figures << figure.toString();
            context.console().line(
                QCoreApplication::translate("cli", "Sound: debits = credits = %1").arg(figures.join(u", "_s)));
            return;
        }
        OperationCommand::print(outcome, context);
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
        return {{u"check"_s, QCoreApplication::translate("cli", "check")},
            {u"account"_s, QCoreApplication::translate("cli", "account")},
            {u"analytics"_s, QCoreApplication::translate("cli", "analytics")},
            {u"date"_s, QCoreApplication::translate("cli", "date")},
            {u"balance"_s, QCoreApplication::translate("cli", "balance"), Table::Align::Right}};
    }
    bool isRefusal(const QJsonObject &result) const override { return !result.value(u"sound"_s).toBool(); }

private:
    std::string m_register;
};

} // namespace

Commands ledgerReportCommands()
{
    Commands commands;
    commands.push_back(std::make_unique<TrialBalanceCommand>());
    commands.push_back(std::make_unique<CardCommand>());
    commands.push_back(std::make_unique<CheckCommand>());
    return commands;
}

} // namespace bincard::cli
