// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/Registers.h"
#include "support/Sessions.h"
#include "support/TestDatabase.h"

#include <QRandomGenerator>
#include <QSqlQuery>

#include <atomic>

using namespace bincard;
using namespace bincard::test;

/// Rules E3, E11, E20: several sessions at once, each in a thread with a connection of its own.
class TestConcurrency : public QObject
{
    Q_OBJECT

private slots:
    void theSecondWaitsAndIsRefused_data() { engines(); }
    void theSecondWaitsAndIsRefused();
    void oneRecorderIsPostedOnce_data() { engines(); }
    void oneRecorderIsPostedOnce();
    void neverBelowZeroUnderLoad_data() { engines(); }
    void neverBelowZeroUnderLoad();
    void keysInAnyOrderNeverFail_data() { engines(); }
    void keysInAnyOrderNeverFail();
    void verifyAndRebuildWhileOthersPost_data() { engines(); }
    void verifyAndRebuildWhileOthersPost();
    void repeatableReadDoesNotPostTwice_data() { postgresqlOnly(); }
    void repeatableReadDoesNotPostTwice();
};

// Two issues that each would be fine alone: the first holds its transaction open while the second posts.
void TestConcurrency::theSecondWaitsAndIsRefused()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-04-01", 1, 10, "100")}));
    QSqlDatabase connection = database.database();
    QVERIFY(connection.transaction());
    BINCARD_OK(stock->post({stock.movement("order:1", "2026-04-10", 1, 10, "-60")}));
    QString outcome;
    SessionInThread second(database, [&](OtherSession &session) {
        // Backdated, so only the days after it break.
        const auto posted = session->post({Stock::movement("order:2", "2026-04-05", 1, 10, "-60")});
        outcome = posted.ok() ? QStringLiteral("posted") : told(posted.error());
    });
    const bool waited = !second.endsWithin(300);
    const bool committed = connection.commit();
    second.join();
    QVERIFY(waited && committed);
    QVERIFY2(outcome.contains("insufficient_stock"), qPrintable(outcome));
    QVERIFY2(outcome.contains(R"("available":"40.0000","date":"2026-04-10")"), qPrintable(outcome));
    QCOMPARE(stock.balances(), "40.0000 0.00");
}

void TestConcurrency::oneRecorderIsPostedOnce()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    for (int round = 0; round < 5; ++round) {
        const QByteArray recorder = "receipt:" + QByteArray::number(round);
        std::atomic<int> posted = 0, already = 0;
        inThreads(database, 4, [&](OtherSession &session, int thread) {
            const auto result =
                session->post({Stock::movement(recorder.constData(), "2026-04-01", 1, 10 + thread % 3, "1")});
            if (result.ok())
                ++posted;
            else if (result.error().code() == ErrorCode::AlreadyPosted)
                ++already;
        });
        QCOMPARE(posted.load(), 1);
        QCOMPARE(already.load(), 3);
    }
    QCOMPARE(stock.balances(), "5.0000 0.00");
}

void TestConcurrency::neverBelowZeroUnderLoad()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    BINCARD_OK(stock->post({stock.movement("receipt:0", "2026-04-05", 1, 10, "20")}));
    std::atomic<int> posted = 0, refused = 0, other = 0;
    inThreads(database, 4, [&](OtherSession &session, int thread) {
        QRandomGenerator random(seed + static_cast<quint32>(thread));
        for (int i = 0; i < 40; ++i) {
            const QByteArray recorder = QByteArray::number(thread) + ':' + QByteArray::number(i);
            const QByteArray day = "2026-04-0" + QByteArray::number(random.bounded(5, 9));
            const QByteArray quantity = QByteArray::number(random.bounded(5) == 0 ? 3 : -random.bounded(1, 5));
            const auto result =
                session->post({Stock::movement(recorder.constData(), day.constData(), 1, 10, quantity.constData())});
            if (result.ok())
                ++posted;
            else if (result.error().code() == ErrorCode::InsufficientStock)
                ++refused;
            else
                ++other;
        }
    });
    QCOMPARE(other.load(), 0);
    QVERIFY(posted > 10 && refused > 10);
    for (int day = 4; day <= 9; ++day)
        QVERIFY(!stock.balances({}, {}, qPrintable(QString("2026-04-0%1").arg(day))).startsWith('-'));
    QCOMPARE(stock.verifyFindings(), 0);
}

// One order of locks: documents that name the same keys in opposite orders wait for each other, they do not deadlock.
void TestConcurrency::keysInAnyOrderNeverFail()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    std::atomic<int> failed = 0;
    inThreads(database, 4, [&](OtherSession &session, int thread) {
        for (int i = 0; i < 25; ++i) {
            const QByteArray recorder = QByteArray::number(thread) + ':' + QByteArray::number(i);
            QList<Movement> movements;
            for (int line = 0; line < 6; ++line) {
                const int index = thread % 2 == 0 ? line : 5 - line;
                movements.append(Stock::movement(recorder.constData(), index % 2 == 0 ? "2026-04-01" : "2026-05-01",
                    1 + index / 3, 10 + index % 3, "1"));
            }
            if (const auto result = session->post(movements); !result.ok()) {
                ++failed;
                qWarning("%s", qPrintable(told(result.error())));
            }
        }
    });
    QCOMPARE(failed.load(), 0);
    QCOMPARE(stock.balances(), "600.0000 0.00");
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestConcurrency::verifyAndRebuildWhileOthersPost()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    std::atomic<int> failed = 0, found = 0;
    inThreads(database, 3, [&](OtherSession &session, int thread) {
        for (int i = 0; i < 20; ++i) {
            QString problem;
            if (thread == 0 && i % 4 == 0) {
                if (const auto rebuilt = session->rebuild(); !rebuilt.ok())
                    problem = told(rebuilt.error());
            } else if (thread == 0) {
                const auto verified = session->verify();
                if (!verified.ok())
                    problem = told(verified.error());
                else
                    found += static_cast<int>(verified->rows.size());
            } else {
                const QByteArray recorder = QByteArray::number(thread) + ':' + QByteArray::number(i);
                const auto posted = session->post({Stock::movement(recorder.constData(), "2026-04-01", 1, 10, "1"),
                    Stock::movement(recorder.constData(), "2026-05-01", 2, 11, "1")});
                if (!posted.ok())
                    problem = told(posted.error());
            }
            if (!problem.isEmpty()) {
                ++failed;
                qWarning("%s", qPrintable(problem));
            }
        }
    });
    QCOMPARE(failed.load(), 0);
    QCOMPARE(found.load(), 0);
    QCOMPARE(stock.balances(), "80.0000 0.00");
    QCOMPARE(stock.verifyFindings(), 0);
}

// Under REPEATABLE READ a transaction does not see what was posted since it began; it must be refused, not post again.
void TestConcurrency::repeatableReadDoesNotPostTwice()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-04-01", 1, 10, "1")}));
    BINCARD_OK(stock->unpost("receipt:1"));
    OtherSession late(database.location());
    QSqlQuery query(late.connection());
    QVERIFY(query.exec("BEGIN ISOLATION LEVEL REPEATABLE READ") && query.exec("SELECT 1 FROM items"));
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-04-01", 1, 10, "1")}));
    BINCARD_FAILS(late->post({Stock::movement("receipt:1", "2026-04-01", 2, 12, "1")}), ErrorCode::Busy);
    QVERIFY(query.exec("ROLLBACK"));
    QCOMPARE(stock.balances(), "1.0000 0.00");
}

QTEST_GUILESS_MAIN(TestConcurrency)
#include "tst_concurrency.moc"
