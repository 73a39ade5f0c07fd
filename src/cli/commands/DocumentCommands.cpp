// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Input.h"
#include "cli/Table.h"
#include "cli/commands/Commands.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

namespace bincard::cli {

using namespace Qt::StringLiterals;

namespace {

std::string idHelp() { return utf8(QCoreApplication::translate("cli", "The id, or the number (SO-2026-0042)")); }
std::string fileHelp()
{
    return utf8(QCoreApplication::translate("cli", "The document as JSON (\"-\": standard input)"));
}

void printLines(const QJsonObject &document, Console &console)
{
    Table table;
    table.column(u"#"_s, Table::Align::Right);
    table.column(QCoreApplication::translate("cli", "item"));
    table.column(QCoreApplication::translate("cli", "quantity"), Table::Align::Right);
    table.column(QCoreApplication::translate("cli", "unit price"), Table::Align::Right);
    table.column(QCoreApplication::translate("cli", "discount %"), Table::Align::Right);
    table.column(QCoreApplication::translate("cli", "amount"), Table::Align::Right);
    const QJsonArray lines = document.value(u"lines"_s).toArray();
    int number = 0;
    for (const QJsonValue &line : lines)
        table.row({QString::number(++number), cell(line[u"item"]), cell(line[u"quantity"]), cell(line[u"unit_price"]),
            cell(line[u"discount"]), cell(line[u"amount"])});
    table.print(console);
}

void printDocument(const QJsonObject &document, Console &console)
{
    QList<QPair<QString, QString>> pairs{
        {QCoreApplication::translate("cli", "Number"), cell(document.value(u"number"_s))},
        {QCoreApplication::translate("cli", "Kind"), cell(document.value(u"kind"_s))},
        {QCoreApplication::translate("cli", "State"), cell(document.value(u"state"_s))},
        {QCoreApplication::translate("cli", "Date"), cell(document.value(u"date"_s))},
        {QCoreApplication::translate("cli", "Partner"), cell(document.value(u"partner"_s))},
        {QCoreApplication::translate("cli", "Warehouse"), cell(document.value(u"warehouse"_s))},
        {QCoreApplication::translate("cli", "To warehouse"), cell(document.value(u"warehouse_to"_s))},
        {QCoreApplication::translate("cli", "Note"), cell(document.value(u"note"_s))},
        {QCoreApplication::translate("cli", "Total"), cell(document.value(u"total"_s))},
        {QCoreApplication::translate("cli", "Version"), cell(document.value(u"version"_s))},
        {QCoreApplication::translate("cli", "Id"), cell(document.value(u"id"_s))},
    };
    pairs.removeIf([](const auto &pair) { return pair.second.isEmpty(); });
    printPairs(console, pairs);
    console.line(QString());
    printLines(document, console);
    const QJsonArray history = document.value(u"history"_s).toArray();
    if (history.isEmpty())
        return;
    console.line(QString());
    tableOf(history,
        {{u"version"_s, QCoreApplication::translate("cli", "version"), Table::Align::Right},
            {u"action"_s, QCoreApplication::translate("cli", "action")},
            {u"at"_s, QCoreApplication::translate("cli", "at (UTC)")},
            {u"by"_s, QCoreApplication::translate("cli", "by")}})
        .print(console);
}

/// The commands that answer a document.
class DocumentCommand : public Command
{
public:
    void print(const Outcome &outcome, Context &context) override { printDocument(outcome.result, context.console()); }
};

class DocumentCreateCommand : public DocumentCommand
{
public:
    QString name() const override { return u"document create"_s; }
    QString description() const override { return QCoreApplication::translate("cli", "Save a new document"); }
    void define(CLI::App &app) override
    {
        app.add_option("FILE", m_file, fileHelp())->required();
        app.add_flag("--post", m_post, utf8(QCoreApplication::translate("cli", "And post it, both or neither")));
    }
    Result<Outcome> run(Context &context) override
    {
        BINCARD_TRY(context.book());
        BINCARD_ASSIGN(document, readObject(context.console(), text(m_file)));
        BINCARD_ASSIGN(result, context.perform(u"document.create"_s, {{u"document"_s, document}, {u"post"_s, m_post}}));
        return Outcome{result};
    }

private:
    std::string m_file;
    bool m_post = false;
};

/// post and unpost: one document, and the version it is meant to have.
class DocumentActionCommand : public DocumentCommand
{
public:
    DocumentActionCommand(QString action, QString description)
        : m_action(std::move(action))
        , m_description(std::move(description))
    {}
    QString name() const override { return u"document "_s + m_action; }
    QString description() const override { return m_description; }
    void define(CLI::App &app) override
    {
        app.add_option("ID", m_id, idHelp())->required();
        app.add_option("--version", m_version,
               utf8(QCoreApplication::translate(
                   "cli", "Refuse when somebody has changed the document since this version")))
            ->option_text("N")
            ->check(wholeNumber(0, 1'000'000'000));
    }
    Result<Outcome> run(Context &context) override
    {
        QJsonObject request{{u"id"_s, text(m_id)}};
        if (m_version >= 0)
            request.insert(u"version"_s, m_version);
        BINCARD_ASSIGN(result, context.perform(u"document."_s + m_action, request));
        return Outcome{result};
    }

private:
    QString m_action, m_description;
    std::string m_id;
    int m_version = -1;
};

class DocumentRepostCommand : public DocumentCommand
{
public:
    QString name() const override { return u"document repost"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "Replace a posted document and its movements");
    }
    void define(CLI::App &app) override
    {
        app.add_option("ID", m_id, idHelp())->required();
        app.add_option("FILE", m_file, fileHelp())->required();
    }
    Result<Outcome> run(Context &context) override
    {
        BINCARD_TRY(context.book());
        BINCARD_ASSIGN(document, readObject(context.console(), text(m_file)));
        BINCARD_ASSIGN(
            result, context.perform(u"document.repost"_s, {{u"id"_s, text(m_id)}, {u"document"_s, document}}));
        return Outcome{result};
    }

private:
    std::string m_id, m_file;
};

class DocumentShowCommand : public DocumentCommand
{
public:
    QString name() const override { return u"document show"_s; }
    QString description() const override { return QCoreApplication::translate("cli", "A document with its lines"); }
    void define(CLI::App &app) override
    {
        app.add_option("ID", m_id, idHelp())->required();
        app.add_flag("--history", m_history, utf8(QCoreApplication::translate("cli", "And who did what to it")));
    }
    Result<Outcome> run(Context &context) override
    {
        QJsonObject request{{u"id"_s, text(m_id)}};
        if (m_history)
            request.insert(u"history"_s, true);
        BINCARD_ASSIGN(result, context.perform(u"document.show"_s, request));
        return Outcome{result};
    }

private:
    std::string m_id;
    bool m_history = false;
};

class DocumentListCommand : public Command
{
public:
    QString name() const override { return u"document list"_s; }
    QString description() const override { return QCoreApplication::translate("cli", "Documents, newest first"); }
    void define(CLI::App &app) override
    {
        const auto words = [&app](const char *option, const char *value, std::vector<std::string> &target,
                               const QString &help) {
            app.add_option(option, target, utf8(help))->option_text(value)->allow_extra_args(false)->check(isList);
        };
        const auto word = [&app](const char *option, const char *value, std::string &target, const QString &help) {
            app.add_option(option, target, utf8(help))->option_text(value)->check(notEmpty);
        };
        words(
            "--kind", "KIND,...", m_kinds, QCoreApplication::translate("cli", "Only these kinds, such as sales_order"));
        words("--state", "STATE,...", m_states,
            QCoreApplication::translate("cli", "Only draft, posted or cancelled ones"));
        word("--partner", "CODE", m_partner, QCoreApplication::translate("cli", "Only those with this partner"));
        word("--warehouse", "CODE", m_warehouse,
            QCoreApplication::translate("cli", "Only those of this warehouse, or with transfers to it"));
        word("--item", "CODE", m_item, QCoreApplication::translate("cli", "Only those with a line of this item"));
        word("--text", "TEXT", m_text,
            QCoreApplication::translate("cli", "Only those with this in number, partner or note"));
        word("--from", "DAY", m_from, QCoreApplication::translate("cli", "From this day on"));
        word("--to", "DAY", m_to, QCoreApplication::translate("cli", "Up to and including this day"));
        word("--after", "CURSOR", m_after,
            QCoreApplication::translate("cli", "Go on behind the page that ended with this cursor"));
        app.add_option(
               "--limit", m_limit, utf8(QCoreApplication::translate("cli", "At most so many rows (default: 500)")))
            ->option_text("N")
            ->check(wholeNumber(1, 100'000));
    }
    Result<Outcome> run(Context &context) override
    {
        QJsonObject request;
        if (!m_kinds.empty())
            request.insert(u"kind"_s, QJsonArray::fromStringList(entriesOf(m_kinds)));
        if (!m_states.empty())
            request.insert(u"state"_s, QJsonArray::fromStringList(entriesOf(m_states)));
        const std::pair<QString, const std::string &> given[] = {{u"partner"_s, m_partner},
            {u"warehouse"_s, m_warehouse}, {u"item"_s, m_item}, {u"text"_s, m_text}, {u"from"_s, m_from},
            {u"to"_s, m_to}, {u"after"_s, m_after}};
        for (const auto &[field, value] : given) {
            if (!value.empty())
                request.insert(field, text(value));
        }
        if (m_limit > 0)
            request.insert(u"limit"_s, m_limit);
        BINCARD_ASSIGN(result, context.perform(u"document.list"_s, request));
        return Outcome{result};
    }
    void print(const Outcome &outcome, Context &context) override
    {
        tableOf(outcome.result.value(u"rows"_s).toArray(),
            {{u"number"_s, QCoreApplication::translate("cli", "number")},
                {u"date"_s, QCoreApplication::translate("cli", "date")},
                {u"kind"_s, QCoreApplication::translate("cli", "kind")},
                {u"state"_s, QCoreApplication::translate("cli", "state")},
                {u"partner"_s, QCoreApplication::translate("cli", "partner")},
                {u"warehouse"_s, QCoreApplication::translate("cli", "warehouse")},
                {u"lines"_s, QCoreApplication::translate("cli", "lines"), Table::Align::Right},
                {u"total"_s, QCoreApplication::translate("cli", "total"), Table::Align::Right}})
            .print(context.console());
        if (const QString next = cell(outcome.result.value(u"next"_s)); !next.isEmpty())
            context.console().remark(QCoreApplication::translate("cli", "There is more: --after %1").arg(next));
    }

private:
    std::vector<std::string> m_kinds, m_states;
    std::string m_partner, m_warehouse, m_item, m_text, m_from, m_to, m_after;
    int m_limit = 0;
};

} // namespace

Commands documentCommands()
{
    Commands commands;
    commands.push_back(std::make_unique<DocumentCreateCommand>());
    commands.push_back(std::make_unique<DocumentActionCommand>(
        u"post"_s, QCoreApplication::translate("cli", "Post a document that is saved")));
    commands.push_back(std::make_unique<DocumentActionCommand>(
        u"unpost"_s, QCoreApplication::translate("cli", "Cancel a posted document: reverse its movements")));
    commands.push_back(std::make_unique<DocumentRepostCommand>());
    commands.push_back(std::make_unique<DocumentShowCommand>());
    commands.push_back(std::make_unique<DocumentListCommand>());
    return commands;
}

} // namespace bincard::cli
