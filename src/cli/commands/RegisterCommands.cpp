// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Input.h"
#include "cli/Interrupt.h"
#include "cli/commands/OperationCommand.h"
#include "service/RegisterService.h"

namespace bincard::cli {

using namespace Qt::StringLiterals;

namespace {

/// "warehouse, item, lot text" of a definition's dimensions or resources.
QString names(const QJsonValue &list)
{
    QStringList result;
    const QJsonArray array = list.toArray();
    for (const QJsonValue &one : array)
        result << one[u"name"].toString();
    return result.join(u", "_s);
}

/// The resource that must not go negative; none: a dash.
QString forbidden(const QJsonObject &definition)
{
    const QJsonArray resources = definition.value(u"resources"_s).toArray();
    for (const QJsonValue &resource : resources) {
        if (resource[u"negative"].toString() == u"forbid")
            return resource[u"name"].toString();
    }
    return u"-"_s;
}

/// Shows how far verify or rebuild is, and stops it on Ctrl+C.
Progress progressOn(Console &console)
{
    return [&console](qint64 done, qint64 total) {
        console.progress(total > 0 ? u"%1 / %2"_s.arg(done).arg(total) : QString::number(done));
        return !interruptRequested();
    };
}

class RegisterListCommand : public OperationCommand
{
public:
    QString name() const override { return u"register list"_s; }
    QString description() const override { return QCoreApplication::translate("cli", "The registers of the book"); }
    void print(const Outcome &outcome, Context &context) override
    {
        Table table;
        for (const QString &title : {QCoreApplication::translate("cli", "name"),
                 QCoreApplication::translate("cli", "kind"), QCoreApplication::translate("cli", "dimensions"),
                 QCoreApplication::translate("cli", "resources"), QCoreApplication::translate("cli", "never negative")})
            table.column(title);
        const QJsonArray rows = outcome.result.value(u"rows"_s).toArray();
        for (const QJsonValue &row : rows)
            table.row({row[u"name"].toString(), row[u"kind"].toString(), names(row[u"dimensions"]),
                names(row[u"resources"]), forbidden(row.toObject())});
        table.print(context.console());
    }

protected:
    QString operation() const override { return u"register.list"_s; }
};

class RegisterInfoCommand : public RegisterOperation
{
public:
    QString name() const override { return u"register info"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "The definition of a register and how much it holds");
    }
    void print(const Outcome &outcome, Context &context) override
    {
        const QJsonObject &info = outcome.result;
        const QJsonObject definition = info.value(u"definition"_s).toObject();
        const QString partition = definition.value(u"partition"_s).toString();
        printPairs(context.console(),
            {{QCoreApplication::translate("cli", "Register"), cell(definition.value(u"name"_s))},
                {QCoreApplication::translate("cli", "Kind"), cell(definition.value(u"kind"_s))},
                {QCoreApplication::translate("cli", "Movements"), cell(info.value(u"movements"_s))},
                {QCoreApplication::translate("cli", "Active"), cell(info.value(u"active_movements"_s))},
                {QCoreApplication::translate("cli", "Keys"), cell(info.value(u"keys"_s))},
                {QCoreApplication::translate("cli", "Day totals"), cell(info.value(u"day_totals"_s))},
                {QCoreApplication::translate("cli", "First period"), cell(info.value(u"first_period"_s))},
                {QCoreApplication::translate("cli", "Last period"), cell(info.value(u"last_period"_s))},
                {QCoreApplication::translate("cli", "Never negative"), forbidden(definition)},
                {QCoreApplication::translate("cli", "Partitions"),
                    partition.isEmpty() ? QCoreApplication::translate("cli", "none") : partition},
                {QCoreApplication::translate("cli", "Bytes on disk"), cell(info.value(u"bytes"_s))},
                {QCoreApplication::translate("cli", "Made by generator"), cell(info.value(u"generator"_s))}});
        printFields(definition.value(u"dimensions"_s).toArray(), QCoreApplication::translate("cli", "dimension"),
            u"default"_s, context.console());
        printFields(definition.value(u"resources"_s).toArray(), QCoreApplication::translate("cli", "resource"),
            u"negative"_s, context.console());
    }

protected:
    QString operation() const override { return u"register.info"_s; }

private:
    static void printFields(const QJsonArray &fields, const QString &title, const QString &last, Console &console)
    {
        Table table;
        table.column(title);
        table.column(QCoreApplication::translate("cli", "type"));
        table.column(last);
        for (const QJsonValue &field : fields) {
            QString type = field[u"type"].toString();
            if (field.toObject().contains(u"scale"_s))
                type += u"(%1)"_s.arg(field[u"scale"].toInt());
            table.row({field[u"name"].toString(), type, cell(field[last])});
        }
        console.line(QString());
        table.print(console);
    }
};

class RegisterCreateCommand : public Command
{
public:
    QString name() const override { return u"register create"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "Define a register from a JSON file (\"-\": standard input)");
    }
    void define(CLI::App &app) override
    {
        app.add_option("FILE", m_file, utf8(QCoreApplication::translate("cli", "The definition as JSON")))->required();
    }
    Result<Outcome> run(Context &context) override
    {
        BINCARD_TRY(context.book());
        BINCARD_ASSIGN(definition, readObject(context.console(), text(m_file)));
        BINCARD_ASSIGN(result, context.perform(u"register.create"_s, {{u"definition"_s, definition}}));
        return Outcome{result};
    }
    void print(const Outcome &outcome, Context &context) override
    {
        context.console().line(QCoreApplication::translate("cli", "The register %1 is there.")
                                   .arg(cell(outcome.result.value(u"created"_s))));
    }

private:
    std::string m_file;
};

class RegisterAlterCommand : public Command
{
public:
    QString name() const override { return u"register alter"_s; }
    QString description() const override
    {
        return QCoreApplication::translate(
            "cli", "Give a register further dimensions or resources, or another policy for negative figures");
    }
    void define(CLI::App &app) override
    {
        app.add_option("NAME", m_name, utf8(QCoreApplication::translate("cli", "The register")))->required();
        app.add_option("FILE", m_file,
               utf8(QCoreApplication::translate(
                   "cli", "The definition as it shall be, as JSON (\"-\": standard input)")))
            ->required();
    }
    Result<Outcome> run(Context &context) override
    {
        stopOnInterrupt();
        BINCARD_ASSIGN(book, context.book());
        BINCARD_ASSIGN(definition, readObject(context.console(), text(m_file)));
        BINCARD_TRY(book->registers().alter(text(m_name), definition, progressOn(context.console())));
        return Outcome{{{u"altered"_s, text(m_name)}}};
    }
    void print(const Outcome &outcome, Context &context) override
    {
        context.console().line(QCoreApplication::translate("cli", "The register %1 is as it was defined now.")
                                   .arg(cell(outcome.result.value(u"altered"_s))));
    }

private:
    std::string m_name, m_file;
};

class RegisterDropCommand : public RegisterOperation
{
public:
    QString name() const override { return u"register drop"_s; }
    QString description() const override { return QCoreApplication::translate("cli", "Remove a register"); }
    void define(CLI::App &app) override
    {
        RegisterOperation::define(app);
        app.add_flag("--force", m_force, utf8(QCoreApplication::translate("cli", "With all of its movements")));
    }
    void print(const Outcome &outcome, Context &context) override
    {
        context.console().line(QCoreApplication::translate("cli", "The register %1 is gone.")
                                   .arg(cell(outcome.result.value(u"dropped"_s))));
    }

protected:
    QString operation() const override { return u"register.drop"_s; }
    QJsonObject request() const override
    {
        QJsonObject request = RegisterOperation::request();
        request.insert(u"force"_s, m_force);
        return request;
    }

private:
    bool m_force = false;
};

class RegisterVerifyCommand : public Command
{
public:
    QString name() const override { return u"register verify"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "Recompute every total and balance from the journal and compare");
    }
    void define(CLI::App &app) override
    {
        app.add_option("NAME", m_name, utf8(QCoreApplication::translate("cli", "One register (default: all)")));
    }
    Result<Outcome> run(Context &context) override
    {
        stopOnInterrupt();
        BINCARD_ASSIGN(book, context.book());
        BINCARD_ASSIGN(result, book->registers().verify(text(m_name), progressOn(context.console())));
        const bool clean = result.value(u"rows"_s).toArray().isEmpty();
        return Outcome{result, clean ? Done : Refused};
    }
    void print(const Outcome &outcome, Context &context) override
    {
        const QJsonArray rows = outcome.result.value(u"rows"_s).toArray();
        if (!rows.isEmpty())
            tableOf(rows,
                {{u"register"_s, QCoreApplication::translate("cli", "register")},
                    {u"check"_s, QCoreApplication::translate("cli", "check")},
                    {u"key"_s, QCoreApplication::translate("cli", "key")},
                    {u"period"_s, QCoreApplication::translate("cli", "period")},
                    {u"expected"_s, QCoreApplication::translate("cli", "expected"), Table::Align::Right},
                    {u"actual"_s, QCoreApplication::translate("cli", "actual"), Table::Align::Right},
                    {u"status"_s, QCoreApplication::translate("cli", "status")}})
                .print(context.console());
        context.console().line(QCoreApplication::translate("cli", "%1 figures checked, %2 wrong.")
                                   .arg(cell(outcome.result.value(u"checked"_s)), QString::number(rows.size())));
        if (!rows.isEmpty())
            context.console().remark(QCoreApplication::translate(
                "cli", "\"bincardctl register rebuild\" makes the figures anew from the journal."));
    }

private:
    std::string m_name;
};

class RegisterRebuildCommand : public Command
{
public:
    QString name() const override { return u"register rebuild"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "Make every total and balance anew from the journal");
    }
    void define(CLI::App &app) override
    {
        app.add_option("NAME", m_name, utf8(QCoreApplication::translate("cli", "One register (default: all)")));
    }
    Result<Outcome> run(Context &context) override
    {
        stopOnInterrupt();
        BINCARD_ASSIGN(book, context.book());
        BINCARD_TRY(book->registers().rebuild(text(m_name), progressOn(context.console())));
        return Outcome{{{u"rebuilt"_s, m_name.empty() ? QJsonValue() : QJsonValue(text(m_name))}}};
    }
    void print(const Outcome &, Context &context) override
    {
        context.console().line(QCoreApplication::translate("cli", "Totals and balances are made anew."));
    }

private:
    std::string m_name;
};

} // namespace

Commands registerCommands()
{
    Commands commands;
    commands.push_back(std::make_unique<RegisterListCommand>());
    commands.push_back(std::make_unique<RegisterInfoCommand>());
    commands.push_back(std::make_unique<RegisterCreateCommand>());
    commands.push_back(std::make_unique<RegisterAlterCommand>());
    commands.push_back(std::make_unique<RegisterDropCommand>());
    commands.push_back(std::make_unique<RegisterVerifyCommand>());
    commands.push_back(std::make_unique<RegisterRebuildCommand>());
    return commands;
}

} // namespace bincard::cli
