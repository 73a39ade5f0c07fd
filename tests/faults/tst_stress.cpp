// SPDX-License-Identifier: GPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/Registers.h"
#include "support/TestDatabase.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>

#include <cstdio>

using namespace bincard;
using namespace bincard::test;

/// Rules E11 and E20 under load: several processes post, unpost and repost the same twenty keys, forbid on. Each counts
/// what it was told; in the end the book must be the sum of that. BINCARD_SECONDS: how long (a minute and more on
/// demand); BINCARD_SEED repeats the choices, though not their interleaving.
class TestStress : public QObject
{
    Q_OBJECT

private slots:
    void manySessionsOnTheSameKeys_data();
    void manySessionsOnTheSameKeys();
};

namespace {

constexpr int keyCount = 20;
constexpr int dayCount = 30;

RegisterDefinition definition()
{
    return RegisterDefinition::balance("stress")
        .dimension("warehouse", DimensionType::Int)
        .dimension("item", DimensionType::Int)
        .decimal("quantity", 4, NegativePolicy::Forbid)
        .decimal("amount", 2);
}

QList<QVariant> keyOf(int key) { return {qint64(key / 10), qint64(key % 10)}; }
QDate dayOf(int day) { return QDate(2026, 3, 1).addDays(day); }

/// A session: what it posted and stands, as it was told.
class Worker
{
public:
    Worker(Register &reg, quint32 seed) : m_register(reg), m_random(seed) {}

    /// Until the time is over. Empty, or what went wrong that should not.
    [[nodiscard]] QString work(int seconds, const QString &name)
    {
        QElapsedTimer clock;
        clock.start();
        while (!clock.hasExpired(seconds * 1000)) {
            const int kind = m_random.bounded(10);
            std::optional<Error> error;
            if (kind < 6 || m_standing.isEmpty())
                error = post(QStringLiteral("%1:%2").arg(name).arg(++m_number));
            else if (kind < 8)
                error = unpost(someRecorder());
            else
                error = repost(someRecorder());
            if (error && error->code() != ErrorCode::InsufficientStock)
                return told(*error);
            ++(error ? m_refused : m_done);
        }
        return {};
    }

    [[nodiscard]] QJsonObject summary() const
    {
        QMap<int, qint64> sums;
        for (const QList<Movement> &movements : m_standing) {
            for (const Movement &movement : movements)
                sums[movement.dimensions.at(0).toInt() * 10 + movement.dimensions.at(1).toInt()] +=
                    movement.resources.at(0).units();
        }
        QJsonObject keys;
        for (auto sum = sums.cbegin(); sum != sums.cend(); ++sum)
            keys.insert(QString::number(sum.key()), sum.value());
        int lines = 0;
        for (const QList<Movement> &movements : m_standing)
            lines += static_cast<int>(movements.size());
        return {{"done", m_done}, {"refused", m_refused}, {"lines", lines}, {"keys", keys}};
    }

private:
    [[nodiscard]] QString someRecorder()
    {
        return std::next(m_standing.cbegin(), m_random.bounded(static_cast<int>(m_standing.size()))).key();
    }
    [[nodiscard]] Movement movement(const QString &recorder)
    {
        const qint64 pieces = m_random.bounded(2) == 0 ? m_random.bounded(1, 40) : -m_random.bounded(1, 40);
        return {recorder, Period(dayOf(m_random.bounded(dayCount))), keyOf(m_random.bounded(keyCount)),
            {Decimal(pieces * 10'000, 4), Decimal(pieces * 100, 2)}, {}};
    }
    [[nodiscard]] std::optional<Error> post(const QString &recorder)
    {
        QList<Movement> movements;
        for (int line = m_random.bounded(1, 6); line > 0; --line)
            movements << movement(recorder);
        const auto posted = m_register.post(movements);
        if (!posted.ok())
            return posted.error();
        m_standing.insert(recorder, movements);
        return {};
    }
    [[nodiscard]] std::optional<Error> unpost(const QString &recorder)
    {
        const auto reversed = m_register.unpost(recorder);
        if (!reversed.ok())
            return reversed.error();
        m_standing.remove(recorder);
        return {};
    }
    [[nodiscard]] std::optional<Error> repost(const QString &recorder)
    {
        QList<Movement> movements = m_standing.value(recorder);
        movements[m_random.bounded(static_cast<int>(movements.size()))] = movement(recorder);
        const auto reposted = m_register.repost(recorder, movements);
        if (!reposted.ok())
            return reposted.error();
        m_standing.insert(recorder, movements);
        return {};
    }

    Register &m_register;
    QRandomGenerator m_random;
    QMap<QString, QList<Movement>> m_standing;
    int m_number = 0, m_done = 0, m_refused = 0;
};

/// The part of a process of its own: prints one line of JSON, or what went wrong.
int runWorker(const QStringList &arguments)
{
    const auto location = BookLocation::parse(qEnvironmentVariable("BINCARD_STRESS_BOOK"));
    if (!location.ok())
        return 3;
    const TestConnection connection(*location);
    Accumulator accumulator(connection.database());
    auto found = accumulator.use("stress");
    if (!found.ok())
        return 3;
    Worker worker(*found, arguments.at(3).toUInt());
    const QString problem = worker.work(arguments.at(4).toInt(), arguments.at(2));
    const QByteArray line =
        problem.isEmpty() ? QJsonDocument(worker.summary()).toJson(QJsonDocument::Compact) : problem.toUtf8();
    std::fputs(line.constData(), stdout);
    return problem.isEmpty() ? 0 : 1;
}

int environmentNumber(const char *name, int usual)
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue(name, &given);
    return given ? value : usual;
}

} // namespace

void TestStress::manySessionsOnTheSameKeys_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<int>("sessions");
    QTest::newRow("sqlite, two processes") << "sqlite" << 2;
    QTest::newRow("postgresql, eight sessions") << "postgresql" << 8;
}

void TestStress::manySessionsOnTheSameKeys()
{
    BINCARD_TEST_DATABASE(database);
    QFETCH(int, sessions);
    const int seconds = environmentNumber("BINCARD_SECONDS", 10);
    const int seed = environmentNumber("BINCARD_SEED", QRandomGenerator::global()->bounded(1'000'000));
    qInfo("BINCARD_SEED=%d BINCARD_SECONDS=%d", seed, seconds);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(definition()));
    auto found = accumulator.use("stress");
    BINCARD_OK(found);
    QList<Movement> opening;
    for (int key = 0; key < keyCount; ++key)
        opening.append({"opening", Period(dayOf(0)), keyOf(key), {Decimal(100 * 10'000, 4), Decimal(0, 2)}, {}});
    BINCARD_OK(found->post(opening));

    std::vector<std::unique_ptr<QProcess>> workers;
    for (int i = 0; i < sessions; ++i) {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("BINCARD_STRESS_BOOK", database.url());
        process->setProcessEnvironment(environment);
        process->start(QCoreApplication::applicationFilePath(),
            {"--worker", QString("w%1").arg(i), QString::number(seed + i), QString::number(seconds)});
        workers.push_back(std::move(process));
    }
    QMap<int, qint64> expected;
    int done = 0, refused = 0, lines = keyCount;
    for (int key = 0; key < keyCount; ++key)
        expected[key] = 100 * 10'000;
    for (const auto &worker : workers) {
        QVERIFY(worker->waitForFinished((seconds + 120) * 1000));
        const QByteArray said = worker->readAllStandardOutput();
        QVERIFY2(worker->exitStatus() == QProcess::NormalExit && worker->exitCode() == 0,
            QByteArray(said + worker->readAllStandardError()).constData());
        const QJsonObject summary = QJsonDocument::fromJson(said).object();
        done += summary["done"].toInt();
        refused += summary["refused"].toInt();
        lines += summary["lines"].toInt();
        const QJsonObject keys = summary["keys"].toObject();
        for (auto key = keys.begin(); key != keys.end(); ++key)
            expected[key.key().toInt()] += key->toInteger();
    }
    qInfo("%d operations done, %d refused", done, refused);
    QVERIFY(done > sessions * 5 && refused > 0);

    // No lost update: what all were told adds up to what is in the book.
    const auto balances = found->balance({}, {"warehouse", "item"});
    BINCARD_OK(balances);
    QMap<int, qint64> actual;
    for (const BalanceRow &row : *balances)
        actual[row.group.at(0).toInt() * 10 + row.group.at(1).toInt()] = row.resources.at(0).units();
    for (int key = 0; key < keyCount; ++key)
        QCOMPARE(actual.value(key), expected.value(key));
    const auto info = found->info();
    BINCARD_OK(info);
    QCOMPARE(info->activeMovements, lines);
    // No negative day, on any key.
    QList<QList<QVariant>> keys;
    for (int key = 0; key < keyCount; ++key)
        keys << keyOf(key);
    const auto lowest = found->lowestBalances(keys, dayOf(-1));
    BINCARD_OK(lowest);
    for (const LowestBalance &each : *lowest)
        QVERIFY2(!each.lowest.isNegative(), qPrintable(each.date.toString(Qt::ISODate)));
    const auto verified = found->verify();
    BINCARD_OK(verified);
    QVERIFY(verified->rows.isEmpty());
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == u"--worker")
        return runWorker(QCoreApplication::arguments());
    TestStress test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_stress.moc"
