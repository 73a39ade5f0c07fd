// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Interrupt.h"
#include "cli/Table.h"
#include "cli/commands/Commands.h"
#include "service/BenchService.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

namespace bincard::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const BenchReport &report)
{
    QJsonArray rows;
    for (const BenchRow &row : report.rows)
        rows.append(QJsonObject{{u"suite"_s, row.suite}, {u"name"_s, row.name}, {u"operations"_s, row.operations},
            {u"per_second"_s, row.perSecond()}, {u"limit"_s, row.limit}, {u"limit_per_second"_s, row.limitPerSecond()},
            {u"ratio"_s, row.ratio().toString()}});
    return {{u"engine"_s, report.engine}, {u"machine"_s, report.machine}, {u"build"_s, report.build},
        {u"place"_s, report.place}, {u"fsyncs_per_second"_s, report.fsyncsPerSecond},
        {u"commits_per_second"_s, report.commitsPerSecond}, {u"rows"_s, rows}};
}

class BenchCommand : public Command
{
public:
    QString name() const override { return u"bench"_s; }
    QString description() const override
    {
        return QCoreApplication::translate("cli", "Measure a throw-away book beside the bare SQL that is its limit");
    }
    void define(CLI::App &app) override
    {
        std::vector<std::string> suites;
        for (const QString &suite : BenchService::suites())
            suites.push_back(utf8(suite));
        app.add_option("SUITE", m_suites,
               utf8(QCoreApplication::translate("cli", "save, balance, turnover or import (default: all)")))
            ->check(CLI::IsMember(suites));
        app.add_option("--num", m_operations, utf8(QCoreApplication::translate("cli", "How often each thing is done")))
            ->option_text("N")
            ->check(CLI::Range(1, 1'000'000));
    }
    Result<Outcome> run(Context &context) override
    {
        const Interrupt interrupt;
        BenchRequest request;
        request.suites = texts(m_suites);
        request.operations = m_operations;
        if (!context.bookUrl().isEmpty()) {
            BINCARD_ASSIGN(location, BookLocation::parse(context.bookUrl()));
            request.beside = location;
        }
        BINCARD_ASSIGN(report, BenchService::run(request, [&context](const QString &what) {
            context.console().progress(what);
            return !Interrupt::requested();
        }));
        context.console().progress({});
        return Outcome{toJson(report)};
    }
    void print(const Outcome &outcome, Context &context) override
    {
        const QJsonObject &report = outcome.result;
        printPairs(context.console(),
            {{QCoreApplication::translate("cli", "Engine"), cell(report.value(u"engine"_s))},
                {QCoreApplication::translate("cli", "Machine"), cell(report.value(u"machine"_s))},
                {QCoreApplication::translate("cli", "Build"), cell(report.value(u"build"_s))},
                {QCoreApplication::translate("cli", "Place"), cell(report.value(u"place"_s))},
                {QCoreApplication::translate("cli", "Fsyncs per second"), cell(report.value(u"fsyncs_per_second"_s))},
                {QCoreApplication::translate("cli", "Commits per second"),
                    cell(report.value(u"commits_per_second"_s))}});
        context.console().line(QString());
        tableOf(report.value(u"rows"_s).toArray(),
            {{u"name"_s, QCoreApplication::translate("cli", "operation")},
                {u"per_second"_s, QCoreApplication::translate("cli", "per second"), Table::Align::Right},
                {u"limit_per_second"_s, QCoreApplication::translate("cli", "bare SQL"), Table::Align::Right},
                {u"ratio"_s, QCoreApplication::translate("cli", "time, bare = 1"), Table::Align::Right},
                {u"limit"_s, QCoreApplication::translate("cli", "the bare SQL")}})
            .print(context.console());
    }

private:
    std::vector<std::string> m_suites;
    int m_operations = 0;
};

} // namespace

Commands benchCommands()
{
    Commands commands;
    commands.push_back(std::make_unique<BenchCommand>());
    return commands;
}

} // namespace bincard::cli
