// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/BenchService.h"

#include "service/BenchMachine.h"
#include "service/BenchSuites.h"

#include <QCoreApplication>

#include <algorithm>

namespace bincard {

namespace {

qint64 rate(qint64 operations, qint64 nanoseconds)
{
    return nanoseconds > 0 ? static_cast<qint64>(static_cast<Int128>(operations) * 1'000'000'000 / nanoseconds) : 0;
}

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

} // namespace

qint64 BenchRow::perSecond() const { return rate(operations, nanoseconds); }

qint64 BenchRow::limitPerSecond() const { return rate(operations, limitNanoseconds); }

Decimal BenchRow::ratio() const
{
    constexpr int scale = 3; // reads from totals take thousandths of the time of a sum over the journal
    const Result<Decimal> ratio =
        Decimal::fromRatio(nanoseconds * powerOfTen(scale), std::max<qint64>(limitNanoseconds, 1), scale);
    return ratio.ok() ? *ratio : Decimal(0, scale);
}

QStringList BenchService::suites()
{
    return {QStringLiteral("save"), QStringLiteral("balance"), QStringLiteral("turnover"), QStringLiteral("import")};
}

Result<BenchReport> BenchService::run(const BenchRequest &request, const std::function<bool(const QString &)> &progress)
{
    const QStringList wanted = request.suites.isEmpty() ? suites() : request.suites;
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
    for (const Step &step : stepsOf(suites)) {
        if (step.suite.isEmpty() ? !reads : !wanted.contains(step.suite))
            continue;
        BINCARD_TRY(goesOn(step.what));
        BINCARD_TRY(step.run(report));
    }
    return report;
}

} // namespace bincard
