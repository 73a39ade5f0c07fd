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

QJsonValue orNull(const std::optional<Decimal> &value) { return value ? QJsonValue(value->toString()) : QJsonValue(); }

QJsonObject toJson(const BenchReport &report)
{
    QJsonArray rows;
    for (const BenchRow &row : report.rows) {
        const std::optional<bool> met = row.met();
        rows.append(QJsonObject{{u"suite"_s, row.suite}, {u"name"_s, row.name}, {u"operations"_s, row.operations},
            {u"figure"_s, row.figure.toString()}, {u"unit"_s, row.unit}, {u"limit"_s, row.limit},
            {u"limit_figure"_s, row.limit.isEmpty() ? QJsonValue() : QJsonValue(row.limitFigure.toString())},
            {u"ratio"_s, orNull(row.ratio())}, {u"target"_s, row.target()},
            {u"met"_s, met ? QJsonValue(*met) : QJsonValue()},
            {u"fsyncs_per_second"_s, row.fsyncsPerSecond > 0 ? QJsonValue(row.fsyncsPerSecond) : QJsonValue()}});
    }
    return {{u"engine"_s, report.engine}, {u"machine"_s, report.machine}, {u"build"_s, report.build},
        {u"place"_s, report.place}, {u"fsyncs_per_second"_s, report.fsyncsPerSecond},
        {u"commits_per_second"_s, report.commitsPerSecond}, {u"rows"_s, rows},
        {u"notes"_s, QJsonArray::fromStringList(report.notes)}};
}

/// The rows as people read them: whether a target is met in a word.
QJsonArray withVerdicts(QJsonArray rows)
{
    for (QJsonValueRef value : rows) {
        QJsonObject row = value.toObject();
        const QJsonValue met = row.value(u"met"_s);
        if (met.isBool())
            row.insert(u"verdict"_s,
                met.toBool() ? QCoreApplication::translate("cli", "met")
                             : QCoreApplication::translate("cli", "NOT met"));
        value = row;
    }
    return rows;
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
        app.add_option("SUITE", m_suites,
               utf8(QCoreApplication::translate(
                   "cli", "save, balance, turnover, import (default: these), engine, or parts of engine: %1")
                        .arg(BenchService::parts().join(u", "_s))))
            ->check(oneOf(BenchService::suites() + BenchService::parts()));
        app.add_option("--num", m_operations, utf8(QCoreApplication::translate("cli", "How often each thing is done")))
            ->option_text("N")
            ->check(wholeNumber(1, 1'000'000));
        app.add_option("--large", m_large,
               utf8(QCoreApplication::translate("cli", "Movements of the large journal of part growth")))
            ->option_text("N")
            ->check(wholeNumber(10'000, 100'000'000));
        app.add_option("--peer", m_peer,
               utf8(QCoreApplication::translate(
                   "cli", "A database on the same server with the extension pg_accumulator, to measure beside")))
            ->option_text("URL");
    }
    Result<Outcome> run(Context &context) override
    {
        stopOnInterrupt();
        BenchRequest request;
        request.suites = texts(m_suites);
        request.operations = m_operations;
        request.large = m_large;
        if (!m_peer.empty()) {
            BINCARD_ASSIGN(peer, BookLocation::parse(QString::fromStdString(m_peer)));
            request.peer = peer;
        }
        if (!context.bookUrl().isEmpty()) {
            BINCARD_ASSIGN(location, BookLocation::parse(context.bookUrl()));
            request.beside = location;
        }
        BINCARD_ASSIGN(report, BenchService::run(request, [&context](const QString &what) {
            context.console().progress(what);
            return !interruptRequested();
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
        tableOf(withVerdicts(report.value(u"rows"_s).toArray()),
            {{u"name"_s, QCoreApplication::translate("cli", "operation")},
                {u"figure"_s, QCoreApplication::translate("cli", "figure"), Table::Align::Right},
                {u"unit"_s, QCoreApplication::translate("cli", "unit")},
                {u"limit_figure"_s, QCoreApplication::translate("cli", "limit"), Table::Align::Right},
                {u"ratio"_s, QCoreApplication::translate("cli", "ratio"), Table::Align::Right},
                {u"target"_s, QCoreApplication::translate("cli", "target")},
                {u"verdict"_s, QCoreApplication::translate("cli", "verdict")},
                {u"fsyncs_per_second"_s, QCoreApplication::translate("cli", "fsyncs/s"), Table::Align::Right},
                {u"limit"_s, QCoreApplication::translate("cli", "the limit is")}})
            .print(context.console());
        for (const QJsonValue note : report.value(u"notes"_s).toArray())
            context.console().line(note.toString());
    }

private:
    std::vector<std::string> m_suites;
    int m_operations = 0;
    int m_large = BenchRequest().large;
    std::string m_peer;
};

} // namespace

Commands benchCommands()
{
    Commands commands;
    commands.push_back(std::make_unique<BenchCommand>());
    return commands;
}

} // namespace bincard::cli
