// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/StrictJson.h"
#include "cli/Table.h"
#include "cli/commands/Commands.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

namespace bincard::cli {

using namespace Qt::StringLiterals;

namespace {

/// The columns of a catalog, in the order people look for them.
QList<Field> fieldsOf(const QString &kind)
{
    QList<Field> fields{{u"code"_s, u"code"_s}, {u"name"_s, u"name"_s}};
    if (kind == u"items")
        fields << Field{u"category"_s, u"category"_s} << Field{u"unit"_s, u"unit"_s}
               << Field{u"list_price"_s, u"list_price"_s, Table::Align::Right}
               << Field{u"reorder_point"_s, u"reorder_point"_s, Table::Align::Right}
               << Field{u"barcode"_s, u"barcode"_s} << Field{u"service"_s, u"service"_s};
    else if (kind == u"categories")
        fields << Field{u"parent"_s, u"parent"_s};
    else if (kind == u"partners")
        fields << Field{u"customer"_s, u"customer"_s} << Field{u"supplier"_s, u"supplier"_s}
               << Field{u"email"_s, u"email"_s} << Field{u"phone"_s, u"phone"_s};
    return fields << Field{u"active"_s, u"active"_s} << Field{u"version"_s, u"version"_s, Table::Align::Right};
}

/// A row alone and {"rows":[...]} look the same to people.
QJsonArray rowsOf(const QJsonObject &result)
{
    return result.contains(u"rows"_s) ? result.value(u"rows"_s).toArray() : QJsonArray{result};
}

class CatalogCommand : public Command
{
public:
    void define(CLI::App &app) override
    {
        app.add_option(
               "KIND", m_kind, utf8(QCoreApplication::translate("cli", "items, categories, warehouses or partners")))
            ->required()
            ->check(oneOf({u"items"_s, u"categories"_s, u"warehouses"_s, u"partners"_s}));
    }
    void print(const Outcome &outcome, Context &context) override
    {
        tableOf(rowsOf(outcome.result), fieldsOf(kind())).print(context.console());
    }

protected:
    [[nodiscard]] QString kind() const { return text(m_kind); }

private:
    std::string m_kind;
};

class CatalogListCommand : public CatalogCommand
{
public:
    QString name() const override { return u"catalog list"_s; }
    QString description() const override { return QCoreApplication::translate("cli", "All rows of a catalog"); }
    Result<Outcome> run(Context &context) override
    {
        BINCARD_ASSIGN(result, context.perform(u"catalog.list"_s, {{u"kind"_s, kind()}}));
        return Outcome{result};
    }
};

class CatalogUpsertCommand : public CatalogCommand
{
public:
    QString name() const override { return u"catalog upsert"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "Add rows, or change the fields named in them; the key is the code");
    }
    void define(CLI::App &app) override
    {
        CatalogCommand::define(app);
        app.add_option("ROW", m_row,
               utf8(QCoreApplication::translate("cli",
                   "A row as JSON ({\"code\":\"WDG-A1\",\"name\":\"Widget Alpha\"}), @FILE or \"-\": a JSON array, or "
                   "one "
                   "row a line")))
            ->required()
            ->allow_extra_args(false);
    }
    Result<Outcome> run(Context &context) override
    {
        BINCARD_TRY(context.book());
        BINCARD_ASSIGN(rows, given(context.console()));
        if (rows.size() == 1) {
            BINCARD_ASSIGN(saved, save(context, rows.at(0)));
            return Outcome{saved};
        }
        return saveAll(context, rows);
    }

private:
    Result<QJsonArray> given(Console &console) const
    {
        const QString row = text(m_row);
        if (row.trimmed().startsWith(u'{') || row.trimmed().startsWith(u'['))
            return parseJsonRows(row.toUtf8());
        BINCARD_ASSIGN(content, console.readFile(row.startsWith(u'@') ? row.mid(1) : row));
        return parseJsonRows(content);
    }

    Result<QJsonObject> save(Context &context, const QJsonValue &row) const
    {
        return context.perform(u"catalog.upsert"_s, {{u"kind"_s, kind()}, {u"row"_s, row}});
    }

    /// Each row is a change of its own. All are tried, so that everything wrong with a list is told at once.
    Result<Outcome> saveAll(Context &context, const QJsonArray &rows) const
    {
        QJsonArray saved;
        QList<Problem> problems;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const Result<QJsonObject> row = save(context, rows.at(i));
            const int line = static_cast<int>(i) + 1;
            if (row) {
                saved.append(*row);
                continue;
            }
            const QList<Problem> &own = row.error().problems();
            for (const Problem &problem : own)
                problems << Problem{problem.field, line, problem.message};
            if (own.isEmpty())
                problems << Problem{{}, line, row.error().message()};
        }
        if (!problems.isEmpty())
            return Error::validation(problems).with(u"saved"_s, saved.size());
        return Outcome{{{u"rows"_s, saved}}};
    }

    std::string m_row;
};

class CatalogDeactivateCommand : public CatalogCommand
{
public:
    QString name() const override { return u"catalog deactivate"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "Keep a row for history, but offer it no more");
    }
    void define(CLI::App &app) override
    {
        CatalogCommand::define(app);
        app.add_option("CODE", m_code, utf8(QCoreApplication::translate("cli", "The code of the row")))->required();
    }
    Result<Outcome> run(Context &context) override
    {
        BINCARD_ASSIGN(
            result, context.perform(u"catalog.deactivate"_s, {{u"kind"_s, kind()}, {u"code"_s, text(m_code)}}));
        return Outcome{result};
    }

private:
    std::string m_code;
};

} // namespace

Commands catalogCommands()
{
    Commands commands;
    commands.push_back(std::make_unique<CatalogListCommand>());
    commands.push_back(std::make_unique<CatalogUpsertCommand>());
    commands.push_back(std::make_unique<CatalogDeactivateCommand>());
    return commands;
}

} // namespace bincard::cli
