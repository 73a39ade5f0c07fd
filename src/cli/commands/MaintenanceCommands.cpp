// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Table.h"
#include "cli/commands/Commands.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

namespace bincard::cli {

using namespace Qt::StringLiterals;

namespace {

class RegisterPartitionsCommand : public Command
{
public:
    QString name() const override { return u"register partitions"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "The parts of a journal that is divided by period (PostgreSQL)");
    }
    void define(CLI::App &app) override
    {
        app.add_option("NAME", m_name, utf8(QCoreApplication::translate("cli", "The register")))->required();
    }
    Result<Outcome> run(Context &context) override
    {
        BINCARD_ASSIGN(result, context.perform(u"register.partitions"_s, {{u"register"_s, text(m_name)}}));
        return Outcome{result};
    }
    void print(const Outcome &outcome, Context &context) override
    {
        const QJsonArray rows = outcome.result.value(u"rows"_s).toArray();
        if (rows.isEmpty()) {
            context.console().line(
                QCoreApplication::translate("cli", "The journal of %1 is in one piece.").arg(text(m_name)));
            return;
        }
        tableOf(rows,
            {{u"partition"_s, QCoreApplication::translate("cli", "partition")},
                {u"from"_s, QCoreApplication::translate("cli", "from")},
                {u"to"_s, QCoreApplication::translate("cli", "to")},
                {u"movements"_s, QCoreApplication::translate("cli", "movements"), Table::Align::Right},
                {u"bytes"_s, QCoreApplication::translate("cli", "bytes"), Table::Align::Right},
                {u"detached"_s, QCoreApplication::translate("cli", "detached")}})
            .print(context.console());
    }

private:
    std::string m_name;
};

class RegisterDetachCommand : public Command
{
public:
    QString name() const override { return u"register detach"_s; }
    QString description() const override
    {
        return QCoreApplication::translate(
            "cli", "Take a part whose whole period is closed out of the journal and seal its totals");
    }
    void define(CLI::App &app) override
    {
        app.add_option("NAME", m_name, utf8(QCoreApplication::translate("cli", "The register")))->required();
        app.add_option("PARTITION", m_partition,
               utf8(QCoreApplication::translate("cli", "The part, as \"register partitions\" names it")))
            ->required();
    }
    Result<Outcome> run(Context &context) override
    {
        BINCARD_ASSIGN(result,
            context.perform(
                u"register.detach"_s, {{u"register"_s, text(m_name)}, {u"partition"_s, text(m_partition)}}));
        return Outcome{result};
    }
    void print(const Outcome &outcome, Context &context) override
    {
        context.console().line(QCoreApplication::translate(
            "cli", "%1 is detached; its table stays, read-only. The totals of the register stay as they were.")
                                   .arg(cell(outcome.result.value(u"detached"_s))));
    }

private:
    std::string m_name, m_partition;
};

class MaintainCommand : public Command
{
public:
    QString name() const override { return u"maintain"_s; }
    QString description() const override
    {
        return QCoreApplication::translate(
            "cli", "Make the parts of the journals for the coming periods, and keep the book fast");
    }
    void define(CLI::App &) override {}
    Result<Outcome> run(Context &context) override
    {
        BINCARD_ASSIGN(result, context.perform(u"maintain"_s, {}));
        return Outcome{result};
    }
    void print(const Outcome &outcome, Context &context) override
    {
        const QJsonArray made = outcome.result.value(u"made"_s).toArray();
        if (!made.isEmpty())
            tableOf(made,
                {{u"register"_s, QCoreApplication::translate("cli", "register")},
                    {u"partition"_s, QCoreApplication::translate("cli", "partition")},
                    {u"from"_s, QCoreApplication::translate("cli", "from")},
                    {u"to"_s, QCoreApplication::translate("cli", "to")}})
                .print(context.console());
        context.console().line(
            QCoreApplication::translate("cli", "%n partition(s) made.", nullptr, static_cast<int>(made.size())));
    }
};

} // namespace

Commands maintenanceCommands()
{
    Commands commands;
    commands.push_back(std::make_unique<RegisterPartitionsCommand>());
    commands.push_back(std::make_unique<RegisterDetachCommand>());
    commands.push_back(std::make_unique<MaintainCommand>());
    return commands;
}

} // namespace bincard::cli
