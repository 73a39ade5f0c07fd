// SPDX-License-Identifier: GPL-3.0-or-later
#include "accumulator/RegisterDefinition.h"
#include "cli/Table.h"
#include "cli/commands/Commands.h"
#include "service/RegisterService.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

#include <limits>

namespace bincard::cli {

using namespace Qt::StringLiterals;

namespace {

/// What balance, turnover and movements have in common.
class QueryCommand : public Command
{
public:
    Result<Outcome> run(Context &context) override
    {
        QJsonObject request = query();
        request.insert(u"register"_s, text(m_register));
        if (!m_where.empty())
            request.insert(u"where"_s, where());
        BINCARD_ASSIGN(result, context.perform(name(), request));
        if (!context.json()) {
            // The order of columns is the definition's; JSON objects have none.
            BINCARD_ASSIGN(book, context.book());
            BINCARD_ASSIGN(definitions, book->registers().list());
            for (const RegisterDefinition &definition : definitions) {
                if (definition.name() == text(m_register))
                    m_definition = definition;
            }
        }
        return Outcome{result};
    }

protected:
    /// The fields of the request besides register and where.
    [[nodiscard]] virtual QJsonObject query() const = 0;

    void defineCommon(CLI::App &app)
    {
        app.add_option("REGISTER", m_register, registerHelp())->required();
        app.add_option("--where", m_where,
               utf8(QCoreApplication::translate(
                   "cli", "Only this value of a dimension; the same dimension twice means either")))
            ->option_text("DIMENSION=VALUE")
            ->allow_extra_args(false)
            ->check(isPair);
    }
    void defineGroupBy(CLI::App &app)
    {
        app.add_option("--group-by", m_groupBy,
               utf8(QCoreApplication::translate("cli", "A row for each value of these dimensions")))
            ->option_text("DIMENSION,...")
            ->allow_extra_args(false)
            ->check(isList);
    }
    void defineOrder(CLI::App &app)
    {
        app.add_option("--order", m_order,
               utf8(QCoreApplication::translate(
                   "cli", "Order the rows by a column, downwards with :desc; again for what ties")))
            ->option_text("COLUMN[:desc]")
            ->allow_extra_args(false)
            ->check(notEmpty);
        app.add_option("--limit", m_limit, utf8(QCoreApplication::translate("cli", "At most so many rows")))
            ->option_text("N")
            ->check(wholeNumber(1, std::numeric_limits<int>::max()));
    }
    void defineKnownOn(CLI::App &app)
    {
        app.add_option("--known-on", m_knownOn,
               utf8(QCoreApplication::translate("cli",
                   "As the books stood at an instant (UTC, 2026-04-18T09:30:00Z): only what was recorded by then")))
            ->option_text("INSTANT")
            ->check(notEmpty);
    }
    static void addTime(CLI::App &app, const char *option, std::string &target, const QString &help)
    {
        app.add_option(option, target, utf8(help))->option_text("TIME")->check(notEmpty);
    }
    /// Puts `value` in where it was given.
    static void give(QJsonObject &request, const QString &field, const std::string &value)
    {
        if (!value.empty())
            request.insert(field, text(value));
    }
    void giveOrder(QJsonObject &request) const
    {
        if (!m_order.empty())
            request.insert(u"order"_s, QJsonArray::fromStringList(texts(m_order)));
        if (m_limit > 0)
            request.insert(u"limit"_s, m_limit);
    }
    void giveKnownOn(QJsonObject &request) const { give(request, u"known_on"_s, m_knownOn); }
    void giveGroupBy(QJsonObject &request) const
    {
        if (!m_groupBy.empty())
            request.insert(u"group_by"_s, QJsonArray::fromStringList(entriesOf(m_groupBy)));
    }
    [[nodiscard]] QList<Field> groupFields() const
    {
        QList<Field> fields;
        for (const QString &dimension : entriesOf(m_groupBy))
            fields << Field{dimension, dimension};
        return fields;
    }
    [[nodiscard]] const RegisterDefinition &definition() const { return m_definition; }

private:
    [[nodiscard]] QJsonObject where() const
    {
        QJsonObject result;
        for (const std::string &condition : m_where) {
            const QString dimension = text(condition).section(u'=', 0, 0);
            QJsonArray values = result.value(dimension).toArray();
            values.append(text(condition).section(u'=', 1));
            result.insert(dimension, values);
        }
        return result;
    }

    std::string m_register, m_knownOn;
    std::vector<std::string> m_where, m_groupBy, m_order;
    int m_limit = 0;
    RegisterDefinition m_definition;
};

class BalanceCommand : public QueryCommand
{
public:
    QString name() const override { return u"balance"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "What is there, now or at any time");
    }
    void define(CLI::App &app) override
    {
        defineCommon(app);
        addTime(app, "--at", m_at,
            QCoreApplication::translate("cli", "At the end of a day, or up to a second (2026-04-18T09:30:00)"));
        defineGroupBy(app);
        defineOrder(app);
        defineKnownOn(app);
    }
    void print(const Outcome &outcome, Context &context) override
    {
        QList<Field> fields = groupFields();
        for (const Resource &resource : definition().resources()) {
            fields << Field{resource.name, resource.name, Table::Align::Right};
            if (definition().isLedger())
                fields << Field{resource.name + u"_debit"_s, resource.name + u" debit"_s, Table::Align::Right}
                       << Field{resource.name + u"_credit"_s, resource.name + u" credit"_s, Table::Align::Right};
        }
        tableOf(outcome.result.value(u"rows"_s).toArray(), fields).print(context.console());
    }

protected:
    QJsonObject query() const override
    {
        QJsonObject request;
        give(request, u"at"_s, m_at);
        giveGroupBy(request);
        giveOrder(request);
        giveKnownOn(request);
        return request;
    }

private:
    std::string m_at;
};

class TurnoverCommand : public QueryCommand
{
public:
    QString name() const override { return u"turnover"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "Opening balance, receipts, issues and closing balance of a time");
    }
    void define(CLI::App &app) override
    {
        defineCommon(app);
        addTime(app, "--from", m_from, QCoreApplication::translate("cli", "From then on (default: the beginning)"));
        addTime(app, "--to", m_to, QCoreApplication::translate("cli", "Up to and including then (default: the end)"));
        defineGroupBy(app);
        app.add_option("--by", m_by, utf8(QCoreApplication::translate("cli", "A row for each of these")))
            ->option_text("day|month|year")
            ->check(oneOf({u"day"_s, u"month"_s, u"year"_s}));
        defineOrder(app);
        defineKnownOn(app);
    }
    void print(const Outcome &outcome, Context &context) override
    {
        QList<Field> fields = groupFields();
        if (!m_by.empty())
            fields << Field{u"period"_s, QCoreApplication::translate("cli", "period")};
        const QStringList figures = definition().hasBalances()
            ? (definition().isLedger() ? QStringList{u"opening"_s, u"debit"_s, u"credit"_s, u"net"_s, u"closing"_s}
                                       : QStringList{u"opening"_s, u"receipts"_s, u"issues"_s, u"net"_s, u"closing"_s})
            : QStringList{u"receipts"_s, u"issues"_s, u"net"_s};
        for (const Resource &resource : definition().resources()) {
            for (const QString &figure : figures)
                fields << Field{resource.name + u'_' + figure, resource.name + u' ' + figure, Table::Align::Right};
        }
        tableOf(outcome.result.value(u"rows"_s).toArray(), fields).print(context.console());
    }

protected:
    QJsonObject query() const override
    {
        QJsonObject request;
        give(request, u"from"_s, m_from);
        give(request, u"to"_s, m_to);
        give(request, u"by"_s, m_by);
        giveGroupBy(request);
        giveOrder(request);
        giveKnownOn(request);
        return request;
    }

private:
    std::string m_from, m_to, m_by;
};

class MovementsCommand : public QueryCommand
{
public:
    QString name() const override { return u"movements"_s; }
    QString description() const override { return QCoreApplication::translate("cli", "The journal of a register"); }
    void define(CLI::App &app) override
    {
        defineCommon(app);
        app.add_option(
               "--recorder", m_recorder, utf8(QCoreApplication::translate("cli", "Only what this recorder posted")))
            ->option_text("RECORDER")
            ->check(notEmpty);
        addTime(app, "--from", m_from, QCoreApplication::translate("cli", "From then on"));
        addTime(app, "--to", m_to, QCoreApplication::translate("cli", "Up to and including then"));
        defineKnownOn(app);
        app.add_flag("--active-only", m_activeOnly,
            utf8(QCoreApplication::translate("cli", "Without reversals and what they take back")));
        app.add_option(
               "--limit", m_limit, utf8(QCoreApplication::translate("cli", "At most so many rows (default: 1000)")))
            ->option_text("N")
            ->check(wholeNumber(1, 100'000));
        app.add_option("--after", m_after,
               utf8(QCoreApplication::translate("cli", "Go on behind the page that ended with this cursor")))
            ->option_text("CURSOR")
            ->check(notEmpty);
    }
    void print(const Outcome &outcome, Context &context) override
    {
        QList<Field> fields{{u"id"_s, u"id"_s, Table::Align::Right}, {u"period"_s, u"period"_s},
            {u"recorder"_s, u"recorder"_s}, {u"line"_s, u"line"_s, Table::Align::Right}};
        if (definition().isLedger()) {
            for (const char *field : {"account_dr", "analytics_dr", "account_cr", "analytics_cr"})
                fields << Field{QLatin1String(field), QLatin1String(field)};
        }
        for (const Dimension &dimension : definition().dimensions())
            fields << Field{dimension.name, dimension.name};
        for (const Resource &resource : definition().resources())
            fields << Field{resource.name, resource.name, Table::Align::Right};
        fields << Field{u"reversal_of"_s, u"reversal_of"_s, Table::Align::Right};
        if (!m_recorder.empty()) // its history: who did what, and when
            fields << Field{u"recorded_at"_s, u"recorded_at"_s} << Field{u"recorded_by"_s, u"recorded_by"_s};
        tableOf(outcome.result.value(u"rows"_s).toArray(), fields).print(context.console());
        if (const QString next = cell(outcome.result.value(u"next"_s)); !next.isEmpty())
            context.console().remark(QCoreApplication::translate("cli", "There is more: --after %1").arg(next));
    }

protected:
    QJsonObject query() const override
    {
        QJsonObject request;
        give(request, u"recorder"_s, m_recorder);
        give(request, u"from"_s, m_from);
        give(request, u"to"_s, m_to);
        give(request, u"after"_s, m_after);
        if (m_activeOnly)
            request.insert(u"active_only"_s, true);
        giveKnownOn(request);
        if (m_limit > 0)
            request.insert(u"limit"_s, m_limit);
        return request;
    }

private:
    std::string m_recorder, m_from, m_to, m_after;
    bool m_activeOnly = false;
    int m_limit = 0;
};

} // namespace

Commands queryCommands()
{
    Commands commands;
    commands.push_back(std::make_unique<BalanceCommand>());
    commands.push_back(std::make_unique<TurnoverCommand>());
    commands.push_back(std::make_unique<MovementsCommand>());
    return commands;
}

} // namespace bincard::cli
