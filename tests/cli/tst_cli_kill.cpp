// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/BookContent.h"
#include "support/CommandLine.h"
#include "support/Seed.h"
#include "support/TestDatabase.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QThread>

using namespace bincard;
using namespace bincard::test;

/// SIGKILL in the middle of posting: whatever was acknowledged is in the book once, nothing is torn, verify is clean.
/// BINCARD_KILLS: how often (a hundred unless told).
class TestCliKill : public QObject
{
    Q_OBJECT

private slots:
    void killedInTheMiddle_data() { engines(); }
    void killedInTheMiddle();
    void killedWhileLoading_data() { engines(); }
    void killedWhileLoading();

private:
    /// How a recorder may stand: the quantity of each of its lines; 0: it has no active movements.
    struct Standing
    {
        int told = 0;
        std::optional<int> asked; ///< a request under way when the process was killed: this, or what it was told
    };
    void killOnce(const QString &url, int round);
    void settle(Standing &standing, int actual);
    [[nodiscard]] static QByteArray request(const QString &recorder, int lines, int quantity, int before);

    QRandomGenerator m_random;
    QMap<QString, Standing> m_standing;
    int m_acknowledged = 0, m_inFlight = 0;
};

namespace {

constexpr int linesOf = 3;

} // namespace

QByteArray TestCliKill::request(const QString &recorder, int lines, int quantity, int before)
{
    QJsonArray movements;
    for (int line = 0; line < lines; ++line)
        movements.append(QJsonObject{{"recorder", recorder}, {"period", QString("2026-04-%1").arg(10 + line)},
            {"warehouse", 1 + line % 2}, {"item", line}, {"quantity", quantity}});
    QJsonObject json{{"register", "killed"}};
    if (quantity == 0) {
        json.insert("op", "unpost");
        json.insert("recorder", recorder);
    } else {
        json.insert("op", before == 0 ? "post" : "repost");
        json.insert("movements", movements);
        if (before != 0)
            json.insert("recorder", recorder);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

// Sends requests one after the other, as a program does that waits for its answers, until the moment comes.
void TestCliKill::killOnce(const QString &url, int round)
{
    QProcess process;
    CommandLine::prepare(process, {"batch"}, url);
    process.start();
    QVERIFY(process.waitForStarted());
    QElapsedTimer clock;
    const int moment = m_random.bounded(1, 60) * 1000; // microseconds after the first answer
    QByteArray said;
    for (int number = 0;; ++number) {
        const bool again = number > 0 && m_random.bounded(3) == 0;
        const QString recorder = QString("k%1:%2").arg(round).arg(again ? m_random.bounded(number) : number);
        Standing &standing = m_standing[recorder];
        const int wanted = standing.told != 0 && m_random.bounded(3) == 0 ? 0 : standing.told + 1;
        standing.asked = wanted;
        process.write(request(recorder, linesOf, wanted, standing.told));
        QVERIFY(process.waitForBytesWritten());
        while (!said.contains('\n')) {
            const qint64 left = clock.isValid() ? moment - clock.nsecsElapsed() / 1000 : 60'000'000;
            if (left <= 0 || !process.waitForReadyRead(static_cast<int>(left / 1000) + 1)) {
                if (clock.isValid() && clock.nsecsElapsed() / 1000 < moment)
                    continue;
                process.kill(); // SIGKILL
                QVERIFY(process.waitForFinished());
                said += process.readAllStandardOutput();
                break;
            }
            said += process.readAllStandardOutput();
        }
        if (const qsizetype end = said.indexOf('\n'); end >= 0) {
            const QJsonObject answer = QJsonDocument::fromJson(said.left(end)).object();
            QVERIFY2(answer["ok"].toBool(), said.constData());
            said.remove(0, end + 1);
            standing.told = wanted;
            standing.asked.reset();
            ++m_acknowledged;
        }
        if (!clock.isValid())
            clock.start();
        if (process.state() == QProcess::NotRunning) {
            m_inFlight += standing.asked ? 1 : 0;
            return;
        }
    }
}

void TestCliKill::settle(Standing &standing, int actual)
{
    QVERIFY2(actual == standing.told || (standing.asked && actual == *standing.asked),
        qPrintable(QString("is %1, was told %2").arg(actual).arg(standing.told)));
}

void TestCliKill::killedInTheMiddle()
{
#ifdef Q_OS_WIN
    QSKIP("There is no SIGKILL.");
#endif
    BINCARD_TEST_DATABASE(database);
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue("BINCARD_KILLS", &given);
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    m_random.seed(seed);
    m_standing.clear();
    m_acknowledged = m_inFlight = 0;
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--bare"}), 0);
    BINCARD_EXIT(ctl.json({"register", "create", "-"},
                     quoted("{'name':'killed','kind':'balance','dimensions':[{'name':'warehouse','type':'int'},"
                            "{'name':'item','type':'int'}],'resources':[{'name':'quantity','type':'decimal',"
                            "'scale':4,'negative':'forbid'}]}")),
        0);
    for (int round = 0; round < (given ? wanted : 100); ++round) {
        killOnce(database.url(), round);
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d acknowledged, %d under way when killed", m_acknowledged, m_inFlight);
    QVERIFY(m_acknowledged > m_inFlight && m_inFlight > 0);

    QMap<QString, QStringList> active;
    QString after;
    do {
        QStringList arguments{"movements", "killed", "--active-only", "--limit", "1000"};
        if (!after.isEmpty())
            arguments << "--after" << after;
        const Ran page = ctl.json(arguments);
        BINCARD_EXIT(page, 0);
        for (const QJsonValue row : page.rows())
            active[row["recorder"].toString()] << row["quantity"].toString();
        after = page.json()["next"].toString();
    } while (!after.isEmpty());
    for (auto standing = m_standing.begin(); standing != m_standing.end(); ++standing) {
        const QStringList lines = active.take(standing.key());
        QVERIFY2(lines.isEmpty() || (lines.size() == linesOf && QSet<QString>(lines.begin(), lines.end()).size() == 1),
            qPrintable(standing.key() + ": " + lines.join(' ')));
        settle(*standing, lines.isEmpty() ? 0 : lines.first().section('.', 0, 0).toInt());
    }
    QVERIFY(active.isEmpty());
    BINCARD_EXIT(ctl.json({"register", "verify", "killed"}), 0);
}

/// A first load, which on SQLite works without triggers and indexes: the file it leaves is to the byte of every row and
/// every text what it was, or all is loaded.
void TestCliKill::killedWhileLoading()
{
#ifdef Q_OS_WIN
    QSKIP("There is no SIGKILL.");
#endif
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--bare"}), 0);
    const QByteArray definition =
        quoted("{'name':'loaded','kind':'balance','dimensions':[{'name':'item','type':'int'}],"
               "'resources':[{'name':'quantity','type':'decimal','scale':4,'negative':'forbid'}]}");
    BINCARD_EXIT(ctl.json({"register", "create", "-"}, definition), 0);
    const QTemporaryDir folder;
    QFile file(folder.filePath("movements.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("recorder,period,item,quantity\n");
    constexpr int count = 40'000;
    for (int i = 0; i < count; ++i)
        file.write(QStringLiteral("doc:%1,2026-%2-%3,%4,2\n")
                       .arg(i / 9)
                       .arg(i % 12 + 1, 2, 10, QChar('0'))
                       .arg(i % 28 + 1, 2, 10, QChar('0'))
                       .arg(i % 400)
                       .toUtf8());
    file.close();
    const auto content = [&] {
        return database.isSqlite() ? everythingIn(TestConnection(database.location()).database())
                                   : QStringList(database.value("SELECT count(*) FROM loaded_movement"));
    };
    QStringList before = content();
    QRandomGenerator random(seedOfThisRun());
    int whole = 3000, killed = 0; // ms; told by the first one that comes to its end
    for (int round = 0; round < 12; ++round) {
        QProcess process;
        CommandLine::prepare(
            process, {"--json", "import", "movements", file.fileName(), "--register", "loaded"}, database.url());
        QElapsedTimer clock;
        clock.start();
        process.start();
        if (!process.waitForFinished(whole / 10 + random.bounded(whole))) {
            process.kill(); // SIGKILL
            QVERIFY(process.waitForFinished());
        }
        if (process.exitStatus() == QProcess::NormalExit) {
            QCOMPARE(process.exitCode(), 0);
            whole = static_cast<int>(clock.elapsed());
        }
        if (database.value("SELECT count(*) FROM loaded_movement") == "0") {
            ++killed;
            QCOMPARE(content(), before);
            continue;
        }
        QCOMPARE(database.value("SELECT count(*) FROM loaded_movement"), QString::number(count));
        BINCARD_EXIT(ctl.json({"register", "verify", "loaded"}), 0);
        BINCARD_EXIT(ctl.json({"register", "drop", "loaded", "--force"}), 0);
        BINCARD_EXIT(ctl.json({"register", "create", "-"}, definition), 0);
        before = content();
    }
    qInfo("%d killed before the end, %d ms for a whole one", killed, whole);
    QVERIFY(killed > 0);
}

QTEST_GUILESS_MAIN(TestCliKill)
#include "tst_cli_kill.moc"
