// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/BenchService.h"

#include "service/BenchEngine.h"
#include "service/BenchMachine.h"
#include "service/BenchSuites.h"

#include <QCoreApplication>

#include <algorithm>

namespace bincard {

namespace {

QString buildKind()
{
#ifdef NDEBUG
    return QStringLiteral("Release");
#else
    return QStringLiteral("Debug: figures of a debug build say nothing about users'");
#endif
}

/// One step of the measurement: its name for the progress, and what it adds to the report.
struct Step
{
    QString suite;
    QString what;
    std::function<Result<void>(BenchReport &)> run;
};

template <typename Measure>
Step measured(const char *suite, const QString &what, Measure measure)
{
    return {QLatin1String(suite), what, [measure](BenchReport &report) -> Result<void> {
                BINCARD_ASSIGN(row, measure());
                report.rows << row;
                return {};
            }};
}

/// A part of the suite "engine": rows of its own, with their targets.
Step part(const char *name, const QString &what, std::function<Result<QList<BenchRow>>()> measure)
{
    return {QLatin1String(name), what, [measure = std::move(measure)](BenchReport &report) -> Result<void> {
                BINCARD_ASSIGN(rows, measure());
                report.rows << rows;
                return {};
            }};
}

QList<Step> stepsOf(BenchSuites &suites)
{
    QList<Step> steps;
    for (const int lines : {1, 10, 100})
        steps << measured(
            "save", QStringLiteral("orders of %1 lines").arg(lines), [&suites, lines] { return suites.save(lines); });
    // Before the journal is filled: the import then meets the same book as the saves.
    steps << measured("import", QStringLiteral("import"), [&suites] { return suites.import(); });
    const Step fill{
        {}, QStringLiteral("filling the journal"), [&suites](BenchReport &) { return suites.fillJournal(); }};
    steps << fill;
    steps << measured("balance", QStringLiteral("balances"), [&suites] { return suites.balance(); });
    steps << measured("balance", QStringLiteral("balances at a date"), [&suites] { return suites.balanceAtDate(); });
    steps << measured("turnover", QStringLiteral("turnover"), [&suites] { return suites.monthTurnover(); });
    return steps;
}

QList<Step> stepsOf(bench::EngineSuite &engine)
{
    // The load first: the peak of memory is the process's.
    return {
        part("bulk", QStringLiteral("bulk load"), [&engine] { return engine.bulk(); }),
        part("posting", QStringLiteral("posting"), [&engine] { return engine.posting(); }),
        part("clients", QStringLiteral("eight clients"), [&engine] { return engine.clients(); }),
        part("documents", QStringLiteral("documents of 100 lines"), [&engine] { return engine.documents(); }),
        part("backdated", QStringLiteral("backdated documents"), [&engine] { return engine.backdated(); }),
        part("reads", QStringLiteral("reads"), [&engine] { return engine.reads(); }),
        part("growth", QStringLiteral("reads of a large journal"), [&engine] { return engine.growth(); }),
        part("storage", QStringLiteral("storage"), [&engine] { return engine.storage(); }),
    };
}

} // namespace

std::optional<Decimal> BenchRow::ratio() const
{
    if (limitFigure.isZero())
        return {};
    constexpr int scale = 2;
    const Result<Decimal> ratio =
        Decimal::fromRatio(figure.units() * powerOfTen(limitFigure.scale()) * powerOfTen(scale),
            limitFigure.units() * powerOfTen(figure.scale()), scale);
    return ratio.ok() ? std::optional(*ratio) : std::nullopt;
}

QString BenchRow::target() const
{
    if (atLeast)
        return QStringLiteral("at least ") + atLeast->toString();
    return atMost ? QStringLiteral("at most ") + atMost->toString() : QString();
}

std::optional<bool> BenchRow::met() const
{
    const std::optional<Decimal> is = ratio();
    if (!is || (!atLeast && !atMost))
        return {};
    return atLeast ? *is >= *atLeast : *is <= *atMost;
}

QStringList BenchService::suites()
{
    return {QStringLiteral("save"), QStringLiteral("balance"), QStringLiteral("turnover"), QStringLiteral("import"),
        QStringLiteral("engine")};
}

QStringList BenchService::parts()
{
    return {QStringLiteral("bulk"), QStringLiteral("posting"), QStringLiteral("clients"), QStringLiteral("documents"),
        QStringLiteral("backdated"), QStringLiteral("reads"), QStringLiteral("growth"), QStringLiteral("storage")};
}

Result<BenchReport> BenchService::run(const BenchRequest &request, const std::function<bool(const QString &)> &progress)
{
    QStringList wanted = request.suites;
    if (wanted.isEmpty()) {
        wanted = suites();
        wanted.removeAll(QStringLiteral("engine"));
    }
    if (wanted.contains(u"engine"))
        wanted << parts();
    const auto goesOn = [&progress](const QString &what) -> Result<void> {
        if (!progress || progress(what))
            return {};
        return Error(ErrorCode::Cancelled, {QT_TRANSLATE_NOOP("Error", "Cancelled."), {}});
    };
    BINCARD_TRY(goesOn(QStringLiteral("making a book")));
    BINCARD_ASSIGN(bench, BenchBook::make(request.beside));
    BINCARD_ASSIGN(info, bench->book().info());
    BenchReport report;
    report.engine = info.engine;
    report.machine = machineDescription();
    report.build = buildKind();
    report.place = bench->place();
    report.fsyncsPerSecond = fsyncsPerSecond(bench->folder());
    BenchSuites suites(*bench, request.operations);
    BINCARD_TRY(suites.prepare());
    BINCARD_ASSIGN(commits, suites.commitsPerSecond());
    report.commitsPerSecond = commits;
    const bool reads = wanted.contains(u"balance") || wanted.contains(u"turnover");
    const auto run = [&](const QList<Step> &steps) -> Result<void> {
        for (const Step &step : steps) {
            if (step.suite.isEmpty() ? !reads : !wanted.contains(step.suite))
                continue;
            BINCARD_TRY(goesOn(step.what));
            BINCARD_TRY(step.run(report));
        }
        return {};
    };
    BINCARD_TRY(run(stepsOf(suites)));
    bench::EngineSuite engine(*bench, request);
    BINCARD_TRY(engine.prepare()); // it closes the past, in which the others post
    BINCARD_TRY(run(stepsOf(engine)));
    report.notes = engine.notes();
    return report;
}

} // namespace bincard
