// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Program.h"

#include "base/Version.h"
#include "cli/Command.h"
#include "cli/ErrorText.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace bincard::cli {

using namespace Qt::StringLiterals;

namespace {

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

QString groupDescription(const QString &group)
{
    if (group == u"register")
        return QCoreApplication::translate("cli", "The registers: list, define, check");
    if (group == u"catalog")
        return QCoreApplication::translate("cli", "Items, categories, warehouses and partners");
    if (group == u"ledger")
        return QCoreApplication::translate("cli", "The ledger: accounts, posting scheme, trial balance");
    return QCoreApplication::translate("cli", "Documents: orders, receipts, transfers");
}

/// CLI11's own help names C++ types and every check; people need what to write.
class HelpFormatter : public CLI::Formatter
{
public:
    std::string make_option_opts(const CLI::Option *option) const override
    {
        if (option->get_positional() || option->get_items_expected_max() == 0)
            return {};
        return ' ' + (option->get_option_text().empty() ? std::string("VALUE") : option->get_option_text());
    }
};

/// The options and subcommands, and which command stands for which of them.
class Grammar
{
public:
    explicit Grammar(const Commands &commands)
        : m_app(utf8(QCoreApplication::translate("cli", "Inventory bookkeeping on the command line.")), "bincardctl")
    {
        m_app.set_version_flag("--version", std::string("bincardctl ") + versionString,
            utf8(QCoreApplication::translate("cli", "Print the version and leave")));
        m_app.set_help_flag("-h,--help", utf8(QCoreApplication::translate("cli", "Print this help and leave")));
        m_app
            .add_option("--book", m_book,
                utf8(QCoreApplication::translate(
                    "cli", "The book: a file or postgresql://user@host:port/database (default: BINCARD_BOOK)")))
            ->option_text("URL")
            ->check(notEmpty);
        m_app.add_flag("--json", m_json,
            utf8(QCoreApplication::translate("cli", "Answer in JSON on standard output, errors too")));
        m_app.footer(utf8(QCoreApplication::translate("cli",
            "Exit codes: 0 done, 1 refused, 2 wrong usage, 3 the book cannot be opened.\n"
            "\"bincardctl COMMAND --help\" explains a command, \"man bincardctl\" all of them.")));
        m_app.formatter(std::make_shared<HelpFormatter>()); // the commands added below inherit it
        m_app.require_subcommand(1);
        m_app.fallthrough(); // --book and --json may stand behind the command too
        for (const auto &command : commands)
            add(*command);
    }

    /// Throws CLI::ParseError.
    Command &parse(const QStringList &arguments)
    {
        std::vector<std::string> reversed; // as CLI11 wants them
        for (qsizetype i = arguments.size() - 1; i > 0; --i)
            reversed.push_back(utf8(arguments.at(i)));
        m_app.parse(reversed);
        const auto chosen =
            std::find_if(m_leaves.begin(), m_leaves.end(), [](const auto &leaf) { return leaf.first->parsed(); });
        return *chosen->second; // one of them is required
    }

    [[nodiscard]] QString book() const { return m_book.empty() ? qEnvironmentVariable("BINCARD_BOOK") : text(m_book); }
    [[nodiscard]] bool json() const { return m_json; }
    [[nodiscard]] const CLI::App &app() const { return m_app; }

private:
    void add(Command &command)
    {
        const QStringList words = command.name().split(u' ');
        CLI::App *parent = &m_app;
        if (words.size() > 1) {
            CLI::App *&group = m_groups[words.constFirst()];
            if (!group) {
                group = m_app.add_subcommand(utf8(words.constFirst()), utf8(groupDescription(words.constFirst())));
                group->require_subcommand(1);
            }
            parent = group;
        }
        CLI::App *leaf = parent->add_subcommand(utf8(words.constLast()), utf8(command.description()));
        command.define(*leaf);
        m_leaves.emplace_back(leaf, &command);
    }

    CLI::App m_app;
    std::string m_book;
    bool m_json = false;
    std::map<QString, CLI::App *> m_groups;
    std::vector<std::pair<CLI::App *, Command *>> m_leaves;
};

/// What CLI11 found, in words for people and in their language. It only says that a subcommand is required when the one
/// given is none.
QString wrongUsage(const CLI::App &app, const CLI::ParseError &error)
{
    const QString what = text(error.what());
    const std::vector<std::string> unknown = app.remaining(true);
    const bool required = dynamic_cast<const CLI::RequiredError *>(&error) != nullptr;
    if ((required || dynamic_cast<const CLI::ExtrasError *>(&error)) && !unknown.empty())
        return QCoreApplication::translate("cli", "There is no command or option \"%1\".").arg(text(unknown.front()));
    static const QRegularExpression named(u"^([A-Z]+) is required$"_s), valued(u"^(--[a-z-]+): \\d+ required "_s),
        twins(u"^(--[a-z-]+) excludes (--[a-z-]+)$"_s);
    if (const auto match = named.match(what); match.hasMatch())
        return QCoreApplication::translate("cli", "%1 is missing.").arg(match.captured(1));
    if (required)
        return QCoreApplication::translate("cli", "A command is missing.");
    if (const auto match = valued.match(what); match.hasMatch())
        return QCoreApplication::translate("cli", "%1 needs a value.").arg(match.captured(1));
    if (const auto match = twins.match(what); match.hasMatch())
        return QCoreApplication::translate("cli", "%1 and %2 contradict each other.")
            .arg(match.captured(1), match.captured(2));
    return what;
}

/// Help and version are no errors; all else that CLI11 finds is wrong usage, whatever number it has for it.
int endParsing(const Grammar &grammar, const CLI::ParseError &error, bool json, Console &console)
{
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success))
        return grammar.app().exit(error);
    const QString what = wrongUsage(grammar.app(), error);
    if (json) {
        const Error typed = Error::validation({}, {QT_TRANSLATE_NOOP("Error", "Wrong usage: %1"), {what}});
        console.line(compact(errorObject(typed)));
    } else {
        console.remark(QStringLiteral("bincardctl: ") + printable(what));
        console.remark(QCoreApplication::translate("cli",
            "\"bincardctl --help\" shows the commands, "
            "\"bincardctl COMMAND --help\" the options of one."));
    }
    return Usage;
}

/// As it was given, but for a password in it.
QString shown(const QString &bookUrl)
{
    const Result<BookLocation> location = BookLocation::parse(bookUrl);
    return location ? location->toString() : bookUrl.section(u'@', -1);
}

int runCommand(Command &command, Context &context)
{
    const Result<Outcome> outcome = command.run(context);
    Console &console = context.console();
    if (!outcome) {
        if (context.json())
            console.line(compact(errorObject(outcome.error())));
        else
            printError(console, outcome.error());
        if (!context.json() && context.bookFailed() && !context.bookUrl().isEmpty())
            console.remark(
                QCoreApplication::translate("cli", "The book named is %1.").arg(printable(shown(context.bookUrl()))));
        return context.bookFailed() ? NoBook : Refused;
    }
    if (command.answersItself())
        return outcome->exitCode;
    if (context.json())
        console.line(compact(outcome->result));
    else
        command.print(*outcome, context);
    return outcome->exitCode;
}

} // namespace

int runProgram(const QStringList &arguments)
{
    Console console;
    const Commands commands = allCommands();
    Grammar grammar(commands);
    int code = Done;
    try {
        Command &command = grammar.parse(arguments);
        Context context(console, grammar.book(), grammar.json());
        code = runCommand(command, context);
    } catch (const CLI::ParseError &error) {
        code = endParsing(grammar, error, arguments.contains(u"--json"), console);
    }
    if (!console.finish() && code == Done) {
        console.remark(QCoreApplication::translate("cli", "bincardctl: The output could not be written completely."));
        code = Refused;
    }
    return code;
}

} // namespace bincard::cli
