// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/BenchEngine.h"
#include "service/BenchMachine.h"
#include "service/MovementImport.h"

#include <QCoreApplication>
#include <QFile>

namespace bincard::bench {

namespace {

constexpr int usual = 1'000'000;
constexpr int linesPerDocument = 10;
constexpr int secondsOnPostgres = 15, secondsOnSqlite = 12;
constexpr int megabytesAllowed = 300;

/// Movement `number` of the file: first stock of every key, then what comes and goes.
Movement loaded(int number)
{
    const QString recorder = QStringLiteral("load:%1").arg(number / linesPerDocument);
    return number < manyKeys.keys ? movementOf(recorder, keyOf(number, manyKeys), Period(dayOf(0)), 10'000)
                                  : movementOf(recorder, number, manyKeys);
}

Result<void> writeFile(const QString &path, int movements)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error(ErrorCode::Storage, {QT_TRANSLATE_NOOP("Error", "The file %1 cannot be written."), {path}});
    file.write("recorder,period,warehouse,product,quantity,amount\n");
    for (int number = 0; number < movements; ++number) {
        const Movement row = loaded(number);
        const QStringList cells{row.recorder, row.period.toString(), row.dimensions.at(0).toString(),
            row.dimensions.at(1).toString(), row.resources.at(0).toString(), row.resources.at(1).toString()};
        file.write(cells.join(u',').toUtf8() + '\n');
    }
    return {};
}

} // namespace

EngineSuite::Rows EngineSuite::bulk()
{
    const QString suite = QStringLiteral("bulk");
    const int movements = std::max(manyKeys.keys, operations(usual));
    BINCARD_TRY(engine().create(engineDefinition(manyKeysRegister)));
    MovementImportRequest request;
    request.registerName = manyKeysRegister;
    request.file = m_bench.folder() + QStringLiteral("/movements.csv");
    BINCARD_TRY(writeFile(request.file, movements));
    const qint64 fsyncs = fsyncsPerSecond(m_bench.folder());
    forgetPeakMemory();
    QElapsedTimer timer;
    timer.start();
    BINCARD_ASSIGN(report, MovementImport(session(), engine()).run(request));
    const qint64 elapsed = timer.nsecsElapsed();
    const qint64 peak = peakMemory();
    if (!report.problems.isEmpty())
        return Error(ErrorCode::Validation, report.problems.constFirst().reason);
    QFile::remove(request.file);
    BINCARD_TRY(analyze());

    const QString target = QStringLiteral("the target");
    const int seconds = isPostgres() ? secondsOnPostgres : secondsOnSqlite;
    BenchRow time =
        rateRow(suite, QStringLiteral("import a file of %1 movements of %2 keys").arg(movements).arg(manyKeys.keys),
            milliseconds(elapsed));
    time.unit = QStringLiteral("ms");
    time.operations = movements;
    time.fsyncsPerSecond = fsyncs;
    BenchRow memory = rateRow(suite, QStringLiteral("most memory held meanwhile"), Decimal(peak / 1'000'000, 0));
    memory.unit = QStringLiteral("MB");
    memory.operations = movements;
    return QList<BenchRow>{
        atMost(beside(time, target, Decimal(qint64(seconds) * 1000 * movements / usual, 0)), Decimal(100, 2)),
        atMost(beside(memory, target, Decimal(megabytesAllowed, 0)), Decimal(100, 2)),
    };
}

} // namespace bincard::bench
