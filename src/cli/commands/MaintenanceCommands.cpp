// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/OperationCommand.h"

namespace bincard::cli {

using namespace Qt::StringLiterals;

namespace {

class RegisterPartitionsCommand : public RegisterOperation
{
public:
    QString name() const override { return u"register partitions"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "The parts of a journal that is divided by period (PostgreSQL)");
    }
    void print(const Outcome &outcome, Context &context) override
    {
        if (outcome.result.value(u"rows"_s).toArray().isEmpty())
            context.console().line(
                QCoreApplication::translate("cli", "The journal of %1 is in one piece.").arg(text(m_name)));
        else
            RegisterOperation::print(outcome, context);
    }

protected:
    QString operation() const override { return u"register.partitions"_s; }
    QList<Field> fields() const override
    {
        return {{u"partition"_s, QCoreApplication::translate("cli", "partition")},
            {u"from"_s, QCoreApplication::translate("cli", "from")},
            {u"to"_s, QCoreApplication::translate("cli", "to")},
            {u"movements"_s, QCoreApplication::translate("cli", "movements"), Table::Align::Right},
            {u"bytes"_s, QCoreApplication::translate("cli", "bytes"), Table::Align::Right},
            {u"detached"_s, QCoreApplication::translate("cli", "detached")}};
    }
};

class RegisterDetachCommand : public RegisterOperation
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
        RegisterOperation::define(app);
        app.add_option("PARTITION", m_partition,
               utf8(QCoreApplication::translate("cli", "The part, as \"register partitions\" names it")))
            ->required();
    }
    void print(const Outcome &outcome, Context &context) override
    {
        context.console().line(QCoreApplication::translate(
            "cli", "%1 is detached; its table stays, read-only. The totals of the register stay as they were.")
                                   .arg(cell(outcome.result.value(u"detached"_s))));
    }

protected:
    QString operation() const override { return u"register.detach"_s; }
    QJsonObject request() const override
    {
        QJsonObject request = RegisterOperation::request();
        request.insert(u"partition"_s, text(m_partition));
        return request;
    }

private:
    std::string m_partition;
};

class MaintainCommand : public OperationCommand
{
public:
    QString name() const override { return u"maintain"_s; }
    QString description() const override
    {
        return QCoreApplication::translate(
            "cli", "Make the parts of the journals for the coming periods, and keep the book fast");
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

protected:
    QString operation() const override { return u"maintain"_s; }
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
