// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/BenchEngine.h"
#include "service/BenchMachine.h"

#include <utility>

namespace bincard::bench {

namespace {

constexpr int lines = 100;
constexpr int changedLines = 10;
constexpr int warmUp = 5;
constexpr int backdatedKeys = 100;
constexpr int backdatedDays = 3653; // ten years
constexpr int daysAtOnce = 50;
constexpr int millisecondsAllowed = 50;

/// A row of a time in milliseconds: less is better.
BenchRow timeRow(const QString &suite, const QString &name, qint64 nanoseconds)
{
    BenchRow row = rateRow(suite, name, milliseconds(nanoseconds));
    row.unit = QStringLiteral("ms");
    return row;
}

QList<Movement> changed(QList<Movement> movements)
{
    for (int i = 0; i < changedLines; ++i) {
        Movement &movement = movements[i * lines / changedLines];
        movement = movementOf(movement.recorder, movement.dimensions, movement.period, 11);
    }
    return movements;
}

/// A day's movements of every key, over some days: what comes in goes out within the week.
QList<Movement> dailyMovements(int firstDay, int days)
{
    QList<Movement> movements;
    for (int day = firstDay; day < firstDay + days; ++day) {
        const QString recorder = QStringLiteral("day:%1").arg(day);
        for (int key = 0; key < backdatedKeys; ++key)
            movements << movementOf(
                recorder, keyOf(key), Period(dayOf(day), QTime(12, 0, 0)), day % 7 == 1 ? 60 : -(5 + (key + day) % 9));
    }
    return movements;
}

} // namespace

EngineSuite::Rows EngineSuite::documents()
{
    const QString suite = QStringLiteral("documents"), name = QStringLiteral("engine_documents");
    BINCARD_TRY(makeRegister(name));
    BINCARD_ASSIGN(used, engine().use(name));
    const auto document = [](int number) { return batchOf(QStringLiteral("doc"), number, lines); };
    const qint64 fsyncs = fsyncsPerSecond(m_bench.folder());
    // Post, repost and unpost of one document follow each other, so that all three meet the same machine.
    QList<qint64> posts, reposts, unposts;
    const int count = warmUp + operations(200);
    for (int number = 0; number < count; ++number) {
        const QList<Movement> movements = document(number);
        QElapsedTimer timer;
        timer.start();
        BINCARD_TRY(used.post(movements));
        posts << timer.nsecsElapsed();
        const QList<Movement> other = changed(movements);
        timer.start();
        BINCARD_TRY(used.repost(movements.constFirst().recorder, other));
        reposts << timer.nsecsElapsed();
        timer.start();
        BINCARD_TRY(used.unpost(movements.constFirst().recorder));
        unposts << timer.nsecsElapsed();
    }
    for (QList<qint64> *times : {&posts, &reposts, &unposts})
        times->remove(0, warmUp);
    const auto row = [&](const QString &what, const QList<qint64> &times, Decimal most) {
        BenchRow made = timeRow(suite, what, percentile(times, 50));
        made.operations = times.size();
        made.fsyncsPerSecond = fsyncs;
        return atMost(beside(made, QStringLiteral("posting it"), milliseconds(percentile(posts, 50))), most);
    };
    return QList<BenchRow>{
        row(QStringLiteral("repost a document of 100 lines, ten changed"), reposts, Decimal(100, 2)),
        row(QStringLiteral("unpost a document of 100 lines"), unposts, Decimal(120, 2)),
    };
}

EngineSuite::Rows EngineSuite::backdated()
{
    const QString suite = QStringLiteral("backdated"), name = QStringLiteral("engine_backdated");
    BINCARD_TRY(makeRegister(name));
    BINCARD_ASSIGN(used, engine().use(name));
    int day = 1;
    BINCARD_TRY(used.load([&]() -> Result<QList<Movement>> {
        const int first = std::exchange(day, day + daysAtOnce);
        return dailyMovements(first, std::clamp(backdatedDays + 1 - first, 0, daysAtOnce));
    }));
    BINCARD_TRY(analyze());
    const Work post = [&](int number) -> Result<void> {
        QList<Movement> movements;
        for (int key = 0; key < backdatedKeys; ++key)
            movements << movementOf(
                QStringLiteral("late:%1").arg(number), keyOf(key), Period(dayOf(1 + number % 28)), -1);
        BINCARD_TRY(used.post(movements));
        return {};
    };
    BINCARD_TRY(timesOf(0, warmUp, post));
    const qint64 fsyncs = fsyncsPerSecond(m_bench.folder());
    BINCARD_ASSIGN(times, timesOf(warmUp, operations(200), post));
    QList<BenchRow> rows;
    for (const int percent : {50, 99}) {
        BenchRow row = timeRow(suite,
            QStringLiteral("post a backdated document of 100 lines, ten years of daily movements, p%1").arg(percent),
            percentile(times, percent));
        row.operations = times.size();
        row.fsyncsPerSecond = fsyncs;
        row = beside(row, QStringLiteral("the target"), Decimal(millisecondsAllowed, 0));
        rows << (percent == 99 ? atMost(row, Decimal(100, 2)) : row);
    }
    return rows;
}

} // namespace bincard::bench
