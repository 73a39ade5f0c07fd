// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Input.h"
#include "cli/Table.h"
#include "cli/commands/Commands.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

namespace bincard::cli {

using namespace Qt::StringLiterals;

namespace {

std::string recorderHelp() { return utf8(QCoreApplication::translate("cli", "Who posted them, such as count:17")); }

std::string movementsHelp()
{
    return utf8(
        QCoreApplication::translate("cli", "Movements as a JSON array or one object a line (\"-\": standard input)"));
}

class PostCommand : public Command
{
public:
    QString name() const override { return u"post"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "Post movements to a register by hand");
    }
    void define(CLI::App &app) override
    {
        app.add_option("REGISTER", m_register, registerHelp())->required();
        app.add_option("FILE", m_file, movementsHelp())->required();
        app.add_flag("--append", m_append,
            utf8(QCoreApplication::translate("cli", "Add to what the recorder has posted already")));
    }
    Result<Outcome> run(Context &context) override
    {
        BINCARD_TRY(context.book());
        BINCARD_ASSIGN(movements, readRows(context.console(), text(m_file)));
        BINCARD_ASSIGN(result,
            context.perform(
                u"post"_s, {{u"register"_s, text(m_register)}, {u"movements"_s, movements}, {u"append"_s, m_append}}));
        return Outcome{result};
    }
    void print(const Outcome &outcome, Context &context) override
    {
        const int posted = outcome.result.value(u"posted"_s).toInt();
        context.console().line(QCoreApplication::translate("cli", "%n movement(s) posted.", nullptr, posted));
    }

private:
    std::string m_register, m_file;
    bool m_append = false;
};

class UnpostCommand : public Command
{
public:
    QString name() const override { return u"unpost"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "Reverse the movements that a recorder posted by hand");
    }
    void define(CLI::App &app) override
    {
        app.add_option("REGISTER", m_register, registerHelp())->required();
        app.add_option("RECORDER", m_recorder, recorderHelp())->required();
    }
    Result<Outcome> run(Context &context) override
    {
        BINCARD_ASSIGN(result,
            context.perform(u"unpost"_s, {{u"register"_s, text(m_register)}, {u"recorder"_s, text(m_recorder)}}));
        return Outcome{result};
    }
    void print(const Outcome &outcome, Context &context) override
    {
        const int reversed = outcome.result.value(u"reversed"_s).toInt();
        context.console().line(QCoreApplication::translate("cli", "%n movement(s) reversed.", nullptr, reversed));
    }

private:
    std::string m_register, m_recorder;
};

class RepostCommand : public Command
{
public:
    QString name() const override { return u"repost"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "Replace the movements that a recorder posted by hand");
    }
    void define(CLI::App &app) override
    {
        app.add_option("REGISTER", m_register, registerHelp())->required();
        app.add_option("RECORDER", m_recorder, recorderHelp())->required();
        app.add_option("FILE", m_file, movementsHelp())->required();
    }
    Result<Outcome> run(Context &context) override
    {
        BINCARD_TRY(context.book());
        BINCARD_ASSIGN(movements, readRows(context.console(), text(m_file)));
        BINCARD_ASSIGN(result,
            context.perform(u"repost"_s,
                {{u"register"_s, text(m_register)}, {u"recorder"_s, text(m_recorder)}, {u"movements"_s, movements}}));
        return Outcome{result};
    }
    void print(const Outcome &outcome, Context &context) override
    {
        context.console().line(
            QCoreApplication::translate("cli", "%1 reversed, %2 posted, %3 unchanged.")
                .arg(cell(outcome.result.value(u"reversed"_s)), cell(outcome.result.value(u"posted"_s)),
                    cell(outcome.result.value(u"unchanged"_s))));
    }

private:
    std::string m_register, m_recorder, m_file;
};

} // namespace

Commands postingCommands()
{
    Commands commands;
    commands.push_back(std::make_unique<PostCommand>());
    commands.push_back(std::make_unique<UnpostCommand>());
    commands.push_back(std::make_unique<RepostCommand>());
    return commands;
}

} // namespace bincard::cli
