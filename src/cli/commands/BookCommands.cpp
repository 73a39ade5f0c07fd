// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Table.h"
#include "cli/commands/Commands.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QLocale>

namespace bincard::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const BookInfo &info)
{
    QJsonObject json{{u"book"_s, info.location.toString()}, {u"engine"_s, info.engine}, {u"schema"_s, info.schema},
        {u"user"_s, info.user}, {u"bytes"_s, info.bytes}, {u"documents"_s, info.documents}, {u"items"_s, info.items},
        {u"partners"_s, info.partners}, {u"warehouses"_s, info.warehouses}, {u"registers"_s, info.registers},
        {u"currency"_s, info.currency},
        {u"closed_until"_s, info.closedUntil.isValid() ? info.closedUntil.toString(Qt::ISODate) : QJsonValue()}};
    if (!info.backupPath.isEmpty())
        json.insert(u"backup"_s, info.backupPath);
    if (!info.journalMode.isEmpty()) {
        json.insert(u"journal_mode"_s, info.journalMode);
        json.insert(u"network_folder"_s, info.networkFolder);
    }
    return json;
}

void printInfo(const QJsonObject &info, Console &console)
{
    const auto value = [&info](const QString &key) { return cell(info.value(key)); };
    QList<QPair<QString, QString>> pairs{
        {QCoreApplication::translate("cli", "Book"), value(u"book"_s)},
        {QCoreApplication::translate("cli", "Engine"), value(u"engine"_s)},
        {QCoreApplication::translate("cli", "Schema"), value(u"schema"_s)},
        {QCoreApplication::translate("cli", "User"), value(u"user"_s)},
        {QCoreApplication::translate("cli", "Size in bytes"), value(u"bytes"_s)},
        {QCoreApplication::translate("cli", "Documents"), value(u"documents"_s)},
        {QCoreApplication::translate("cli", "Items"), value(u"items"_s)},
        {QCoreApplication::translate("cli", "Partners"), value(u"partners"_s)},
        {QCoreApplication::translate("cli", "Warehouses"), value(u"warehouses"_s)},
        {QCoreApplication::translate("cli", "Registers"), value(u"registers"_s)},
    };
    if (!value(u"closed_until"_s).isEmpty())
        pairs.append({QCoreApplication::translate("cli", "Closed until"), value(u"closed_until"_s)});
    if (!value(u"currency"_s).isEmpty())
        pairs.append({QCoreApplication::translate("cli", "Currency"), value(u"currency"_s)});
    if (info.contains(u"journal_mode"_s))
        pairs.append({QCoreApplication::translate("cli", "Journal mode"), value(u"journal_mode"_s)});
    printPairs(console, pairs);
    if (info.value(u"network_folder"_s).toBool())
        console.remark(QCoreApplication::translate("cli",
            "The book lies on a network folder: it uses a rollback journal there, which is slower but safe. For "
            "several "
            "people at once, move it to a PostgreSQL server."));
    if (info.contains(u"backup"_s))
        console.remark(QCoreApplication::translate("cli", "The book was upgraded; as it was before, it is in %1.")
                           .arg(value(u"backup"_s)));
}

class InitCommand : public Command
{
public:
    QString name() const override { return u"init"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "Create a book, or upgrade one that an older Bincard made");
    }
    void define(CLI::App &app) override
    {
        CLI::Option *demo = app.add_flag("--demo", m_demo,
            utf8(QCoreApplication::translate("cli", "With the catalog and documents of the demo book")));
        app.add_flag("--bare", m_bare, utf8(QCoreApplication::translate("cli", "Without the standard registers")))
            ->excludes(demo);
    }
    Result<Outcome> run(Context &context) override
    {
        const OpenMode mode = m_demo ? OpenMode::CreateDemo : m_bare ? OpenMode::CreateBare : OpenMode::CreateOrOpen;
        BINCARD_ASSIGN(book, context.book(mode));
        BINCARD_ASSIGN(info, book->info());
        return Outcome{toJson(info)};
    }
    void print(const Outcome &outcome, Context &context) override { printInfo(outcome.result, context.console()); }

private:
    bool m_demo = false;
    bool m_bare = false;
};

class InfoCommand : public Command
{
public:
    QString name() const override { return u"info"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "Say what the book is and holds");
    }
    void define(CLI::App &) override {}
    Result<Outcome> run(Context &context) override
    {
        BINCARD_ASSIGN(book, context.book());
        BINCARD_ASSIGN(info, book->info());
        return Outcome{toJson(info)};
    }
    void print(const Outcome &outcome, Context &context) override { printInfo(outcome.result, context.console()); }
};

class ClosePeriodCommand : public Command
{
public:
    QString name() const override { return u"close-period"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "Let nothing on or before a date be changed any more, or reopen it");
    }
    void define(CLI::App &app) override
    {
        app.add_option("DATE", m_date,
               utf8(QCoreApplication::translate("cli",
                   "The closing date, such as 2026-03-31; with --reopen the earlier one to go back to, or \"none\"")))
            ->required()
            ->check(notEmpty);
        app.add_flag("--reopen", m_reopen,
            utf8(QCoreApplication::translate(
                "cli", "Move the closing date back; the closing date itself reopens the month that it ends")));
    }
    Result<Outcome> run(Context &context) override
    {
        BINCARD_TRY(context.book());
        BINCARD_ASSIGN(
            result, context.perform(u"close_period"_s, {{u"date"_s, text(m_date)}, {u"reopen"_s, m_reopen}}));
        return Outcome{result};
    }
    void print(const Outcome &outcome, Context &context) override
    {
        const QString until = cell(outcome.result.value(u"closed_until"_s));
        context.console().line(until.isEmpty()
                ? QCoreApplication::translate("cli", "Everything is open.")
                : QCoreApplication::translate("cli", "Closed up to and including %1.").arg(until));
    }

private:
    std::string m_date;
    bool m_reopen = false;
};

} // namespace

Commands bookCommands()
{
    Commands commands;
    commands.push_back(std::make_unique<InitCommand>());
    commands.push_back(std::make_unique<InfoCommand>());
    commands.push_back(std::make_unique<ClosePeriodCommand>());
    return commands;
}

} // namespace bincard::cli
