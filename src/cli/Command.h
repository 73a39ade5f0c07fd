// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Checks.h"
#include "cli/Context.h"

#include <QJsonObject>

#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace bincard::cli {

/// How the program ends: a contract (design section 4).
enum ExitCode {
    Done = 0,
    Refused = 1, ///< a typed error, a verify that found something, an import that left rows out
    Usage = 2,
    NoBook = 3, ///< the book cannot be opened
};

/// What a command did, for programs; people get what print() makes of it.
struct Outcome
{
    QJsonObject result;
    ExitCode exitCode = Done;
};

/// A subcommand, one class each: to add one, write a class and name it in allCommands().
class Command
{
public:
    virtual ~Command() = default;
    /// "init", "register list": a second word makes it part of a group.
    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual QString description() const = 0;
    /// Declares options and positionals. They are filled before run().
    virtual void define(CLI::App &app) = 0;
    [[nodiscard]] virtual Result<Outcome> run(Context &context) = 0;
    /// The outcome for people; not called with --json.
    virtual void print(const Outcome &outcome, Context &context) = 0;
    /// Whether run() writes its own answers (a stream of them), so that no result follows.
    [[nodiscard]] virtual bool answersItself() const { return false; }
};

using Commands = std::vector<std::unique_ptr<Command>>;
/// In the order of the help.
[[nodiscard]] Commands allCommands();

/// CLI11 speaks std::string in UTF-8.
[[nodiscard]] inline std::string utf8(const QString &text) { return text.toStdString(); }
[[nodiscard]] inline QString text(const std::string &text) { return QString::fromStdString(text); }
[[nodiscard]] QStringList texts(const std::vector<std::string> &texts);
/// What the help says of the argument REGISTER.
[[nodiscard]] std::string registerHelp();

} // namespace bincard::cli
