// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/BookClient.h"
#include "service/CatalogService.h"
#include "service/ThreadGuard.h"
#include "support/TestBook.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace bincard;
using namespace bincard::test;

namespace {

bool opens(BookClient &client, const BookLocation &location)
{
    QSignalSpy opened(&client, &BookClient::opened);
    client.open(location, OpenMode::Existing);
    return opened.wait(20'000);
}

/// A job that goes on until it is told to stop.
Result<int> endless(const std::shared_ptr<JobControl> &control)
{
    int rounds = 0;
    while (control->report(++rounds, 1'000'000))
        QThread::msleep(1);
    return rounds;
}

} // namespace

class tst_bookclient : public QObject
{
    Q_OBJECT
private slots:
    void repliesComeInOrderAndInThisThread_data() { engines(); }
    void repliesComeInOrderAndInThisThread();
    void backgroundDoesNotHoldUpInteractive();
    void progressIsThrottledAndCancelEnds();
    void replyToAnEndedReceiverIsDropped();
    void repliesOfAClosedBookAreDropped();
    void closesWhileAJobRuns();
    void withoutABookTheErrorComesLater();
    void failedOpeningLeavesTheOpenBook();
};

void tst_bookclient::repliesComeInOrderAndInThisThread()
{
    BINCARD_TEST_BOOK(book);
    BookClient client;
    QVERIFY(opens(client, book.database().location()));
    const qint64 before = statementsIn(QThread::currentThread());
    QList<int> replies;
    QThread *worker = nullptr;
    for (int i = 0; i < 20; ++i) {
        client.request<int>(
            this,
            [i, &worker](OpenBook &open) -> Result<int> {
                worker = QThread::currentThread();
                BINCARD_ASSIGN(items, open.catalog().items());
                return items.size() == 5 ? i : -1;
            },
            [&replies](const Result<int> &result) {
                QCOMPARE(QThread::currentThread(), QCoreApplication::instance()->thread());
                replies << (result.ok() ? *result : -2);
            });
    }
    QVERIFY(replies.isEmpty()); // request() answers later, never at once
    QTRY_COMPARE_WITH_TIMEOUT(replies.size(), 20, 20000);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(replies.at(i), i);
    QVERIFY(worker != QThread::currentThread());
    QCOMPARE(statementsIn(QThread::currentThread()), before);
}

void tst_bookclient::backgroundDoesNotHoldUpInteractive()
{
    TestBook book(QStringLiteral("sqlite"));
    BookClient client;
    QVERIFY(opens(client, book.database().location()));
    QSignalSpy busy(&client, &BookClient::busyChanged);
    const auto control = std::make_shared<JobControl>();
    bool ended = false, answered = false;
    client.request<int>(
        this, [control](OpenBook &) { return endless(control); }, [&ended](const Result<int> &) { ended = true; },
        Lane::Background);
    client.request<int>(
        this, [](OpenBook &) -> Result<int> { return 1; }, [&answered](const Result<int> &) { answered = true; });
    QTRY_VERIFY_WITH_TIMEOUT(answered, 20000);
    QVERIFY(!ended);
    control->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(ended, 20000);
    QCOMPARE(busy.last().first().toInt(), 0);
}

void tst_bookclient::progressIsThrottledAndCancelEnds()
{
    TestBook book(QStringLiteral("sqlite"));
    BookClient client;
    QVERIFY(opens(client, book.database().location()));
    const auto control = std::make_shared<JobControl>();
    int reports = 0, rounds = 0;
    control->receiver = this;
    control->onProgress = [&](qint64 done, qint64) {
        QCOMPARE(QThread::currentThread(), QCoreApplication::instance()->thread());
        QVERIFY(done > 0);
        if (++reports == 5)
            control->cancel();
    };
    QElapsedTimer timer;
    timer.start();
    client.request<int>(
        this, [control](OpenBook &) { return endless(control); },
        [&rounds](const Result<int> &result) { rounds = result.ok() ? *result : -1; });
    QTRY_VERIFY_WITH_TIMEOUT(rounds > 0, 20000);
    QCOMPARE(reports, 5);
    QVERIFY(timer.elapsed() >= 4 * 50); // 20 a second, however often the job reports
}

void tst_bookclient::replyToAnEndedReceiverIsDropped()
{
    TestBook book(QStringLiteral("sqlite"));
    BookClient client;
    QVERIFY(opens(client, book.database().location()));
    auto receiver = std::make_unique<QObject>();
    bool replied = false, after = false;
    client.request<int>(
        receiver.get(), [](OpenBook &) -> Result<int> { return 1; }, [&](const Result<int> &) { replied = true; });
    client.request<int>(
        this, [](OpenBook &) -> Result<int> { return 2; }, [&](const Result<int> &) { after = true; });
    receiver.reset();
    QTRY_VERIFY_WITH_TIMEOUT(after, 20000);
    QVERIFY(!replied);
}

void tst_bookclient::repliesOfAClosedBookAreDropped()
{
    TestBook first(QStringLiteral("sqlite")), second(QStringLiteral("sqlite"));
    BookClient client;
    QVERIFY(opens(client, first.database().location()));
    QSignalSpy closed(&client, &BookClient::closed);
    bool replied = false;
    client.request<int>(
        this,
        [](OpenBook &) -> Result<int> {
            QThread::msleep(100);
            return 1;
        },
        [&](const Result<int> &) { replied = true; });
    client.close();
    QCOMPARE(closed.size(), 1);
    QVERIFY(!client.isOpen());
    QVERIFY(opens(client, second.database().location()));
    QCOMPARE(client.info().location.path, second.database().location().path);
    QTest::qWait(200);
    QVERIFY(!replied);
}

void tst_bookclient::closesWhileAJobRuns()
{
    TestBook book(QStringLiteral("sqlite"));
    QElapsedTimer timer;
    const auto control = std::make_shared<JobControl>(); // nobody cancels it
    std::atomic<bool> started{false};
    {
        BookClient client;
        QVERIFY(opens(client, book.database().location()));
        client.request<int>(
            this,
            [control, &started](OpenBook &) {
                started = true;
                return endless(control);
            },
            [](const Result<int> &) { QFAIL("a reply after the end"); }, Lane::Background);
        QTRY_VERIFY_WITH_TIMEOUT(started.load(), 20000);
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 5000, "the end of the client must end the job");
    QTest::qWait(20);
}

void tst_bookclient::withoutABookTheErrorComesLater()
{
    BookClient client;
    bool failed = false;
    client.request<int>(
        this, [](OpenBook &) -> Result<int> { return 1; },
        [&](const Result<int> &result) { failed = !result.ok() && result.error().code() == ErrorCode::NotFound; });
    QVERIFY(!failed);
    QTRY_VERIFY_WITH_TIMEOUT(failed, 20000);
}

void tst_bookclient::failedOpeningLeavesTheOpenBook()
{
    TestBook book(QStringLiteral("sqlite"));
    BookClient client;
    QVERIFY(opens(client, book.database().location()));
    QSignalSpy failed(&client, &BookClient::openFailed);
    BookLocation nowhere;
    nowhere.path = QStringLiteral("/nowhere/at/all.bincard");
    client.open(nowhere, OpenMode::Existing);
    QVERIFY(client.isOpening());
    QVERIFY(failed.wait(10'000));
    QVERIFY(client.isOpen());
    QVERIFY(!client.isOpening());
    bool answered = false;
    client.request<int>(
        this, [](OpenBook &) -> Result<int> { return 1; }, [&](const Result<int> &result) { answered = result.ok(); });
    QTRY_VERIFY_WITH_TIMEOUT(answered, 20000);
}

QTEST_GUILESS_MAIN(tst_bookclient)
#include "tst_bookclient.moc"
