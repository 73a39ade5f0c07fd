// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/BenchTimer.h"

#include <algorithm>

namespace bincard::bench {

namespace {

constexpr int warmUp = 3;

Decimal quotient(Int128 numerator, Int128 denominator, int scale)
{
    const Result<Decimal> value = Decimal::fromRatio(numerator, std::max<Int128>(denominator, 1), scale);
    return value.ok() ? *value : Decimal(0, scale);
}

} // namespace

Decimal perSecond(qint64 operations, qint64 nanoseconds)
{
    return quotient(static_cast<Int128>(operations) * 1'000'000'000, nanoseconds, 0);
}

Decimal milliseconds(qint64 nanoseconds) { return quotient(nanoseconds, 1000, 3); }

qint64 percentile(QList<qint64> values, int percent)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const qsizetype rank = (values.size() * percent + 99) / 100; // counted from 1, rounded up
    return values.at(std::clamp<qsizetype>(rank - 1, 0, values.size() - 1));
}

Result<QList<qint64>> timesOf(int first, int count, const Work &work)
{
    QList<qint64> times;
    times.reserve(count);
    QElapsedTimer timer;
    for (int number = first; number < first + count; ++number) {
        timer.start();
        BINCARD_TRY(work(number));
        times << timer.nsecsElapsed();
    }
    return times;
}

Result<QList<qint64>> inTurns(int turns, int count, const QList<Work> &works)
{
    for (const Work &work : works) {
        for (int number = 0; number < warmUp; ++number)
            BINCARD_TRY(work(number));
    }
    QList<QList<qint64>> times(works.size());
    QElapsedTimer timer;
    for (int turn = 0; turn < turns; ++turn) {
        for (qsizetype i = 0; i < works.size(); ++i) {
            timer.start();
            for (int number = 0; number < count; ++number)
                BINCARD_TRY(works.at(i)(warmUp + turn * count + number));
            times[i] << timer.nsecsElapsed();
        }
    }
    QList<qint64> medians;
    for (const QList<qint64> &ofWork : times)
        medians << percentile(ofWork, 50);
    return medians;
}

BenchRow rateRow(const QString &suite, const QString &name, Decimal figure)
{
    BenchRow row;
    row.suite = suite;
    row.name = name;
    row.unit = QStringLiteral("a second");
    row.figure = figure;
    return row;
}

BenchRow beside(BenchRow row, const QString &limit, Decimal limitFigure)
{
    row.limit = limit;
    row.limitFigure = limitFigure;
    return row;
}

BenchRow atLeast(BenchRow row, Decimal ratio)
{
    row.atLeast = ratio;
    return row;
}

BenchRow atMost(BenchRow row, Decimal ratio)
{
    row.atMost = ratio;
    return row;
}

} // namespace bincard::bench
