// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/BenchMachine.h"

#include <QElapsedTimer>
#include <QFile>
#include <QStringList>
#include <QSysInfo>
#include <QThread>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace bincard {

namespace {

/// The value of the first "name : value" line of a file of /proc; empty elsewhere.
QString procValue(const QString &path, const QByteArray &name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
        if (line.startsWith(name))
            return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).trimmed();
    }
    return {};
}

bool flushToDisk(int handle)
{
#ifdef Q_OS_WIN
    return _commit(handle) == 0;
#else
    return fsync(handle) == 0;
#endif
}

} // namespace

QString machineDescription()
{
    QStringList parts;
    const QString model = procValue(QStringLiteral("/proc/cpuinfo"), "model name");
    parts << (model.isEmpty() ? QSysInfo::currentCpuArchitecture() : model);
    parts << QStringLiteral("%1 threads").arg(QThread::idealThreadCount());
    const qint64 kibibytes = procValue(QStringLiteral("/proc/meminfo"), "MemTotal").section(u' ', 0, 0).toLongLong();
    if (kibibytes > 0)
        parts << QStringLiteral("%1 GiB").arg((kibibytes + 512 * 1024) / (1024 * 1024));
    parts << QSysInfo::prettyProductName();
    return parts.join(QStringLiteral(", "));
}

qint64 fsyncsPerSecond(const QString &folder)
{
    constexpr qint64 measuredNanoseconds = 500'000'000;
    QFile file(folder + QStringLiteral("/fsync"));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return 0;
    const QByteArray block(4096, 'x');
    QElapsedTimer timer;
    timer.start();
    qint64 count = 0;
    while (timer.nsecsElapsed() < measuredNanoseconds) {
        if (!file.seek(0) || file.write(block) != block.size() || !flushToDisk(file.handle()))
            return 0;
        ++count;
    }
    const qint64 elapsed = timer.nsecsElapsed();
    file.close();
    file.remove();
    return count * 1'000'000'000 / elapsed;
}

qint64 peakMemory()
{
    return procValue(QStringLiteral("/proc/self/status"), "VmHWM").section(u' ', 0, 0).toLongLong() * 1024;
}

void forgetPeakMemory()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

} // namespace bincard
