// SPDX-License-Identifier: GPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "db/Session.h"
#include "service/DocumentService.h"
#include "service/RegisterService.h"
#include "support/TestBook.h"

#include <QJsonArray>
#include <QMutex>
#include <QSqlQuery>

#include <atomic>
#include <thread>

using namespace bincard;
using namespace bincard::test;
using enum DocumentKind;

namespace {

QString mainHouse() { return QStringLiteral("MAIN"); }

Error injected(ErrorCode code) { return {code, {"injected by the test", {}}}; }

/// One thing a person does to a document, on a book that `prepare` has made ready.
struct Deed
{
    const char *name;
    std::function<Result<Document>(DocumentService &, const Document &)> act;
    bool onPosted = false;
};

QList<Deed> deeds()
{
    const auto changed = [](Document document) {
        document.lines[0].quantity = quantityOf("3");
        document.lines.removeLast();
        document.date = document.date.addDays(-1);
        return document;
    };
    return {
        {"save and post a new order",
            [](DocumentService &service, const Document &) { return service.saveAndPost(demoOrder()); }},
        {"save a draft",
            [=](DocumentService &service, const Document &document) { return service.saveDraft(changed(document)); }},
        {"post a draft", [](DocumentService &service, const Document &document) { return service.post(document.id); }},
        {"unpost", [](DocumentService &service, const Document &document) { return service.unpost(document.id); },
            true},
        {"repost",
            [=](DocumentService &service, const Document &document) { return service.repost(changed(document)); },
            true},
        {"discard",
            [](DocumentService &service, const Document &document) -> Result<Document> {
                BINCARD_TRY(service.discard(document.id));
                return document;
            }},
    };
}

} // namespace

/// Whatever fails, the book is as before or as after, and what follows works.
class TestDocumentFaults : public QObject
{
    Q_OBJECT

private slots:
    void failureAtEveryStatement_data() { engines(); }
    void failureAtEveryStatement();
    void lostAnswerToTheCommit_data() { engines(); }
    void lostAnswerToTheCommit();
    void connectionLostBeforeTheCommit_data() { engines(); }
    void connectionLostBeforeTheCommit();
    void serverGoesAway_data();
    void serverGoesAway();
    void busyIsReplayed_data() { engines(); }
    void busyIsReplayed();
    void concurrentNumbersAreGapless_data() { engines(); }
    void concurrentNumbersAreGapless();
    void twoWhoTakeTheLastPiece_data() { engines(); }
    void twoWhoTakeTheLastPiece();
    void costWaitsForWhoChangesThePool_data() { engines(); }
    void costWaitsForWhoChangesThePool();
    void callersTransactionRollsBack_data() { engines(); }
    void callersTransactionRollsBack();
};

void TestDocumentFaults::failureAtEveryStatement()
{
    BINCARD_TEST_BOOK(book);
    const QList<Deed> all = deeds();
    for (const Deed &deed : all) {
        const auto document =
            deed.onPosted ? book->documents().saveAndPost(demoOrder("4")) : book->documents().saveDraft(demoOrder("4"));
        BINCARD_GOOD(document);
        const QStringList before = book.dump();
        int failing = 0;
        for (bool failed = true; failed;) {
            int countdown = ++failing;
            failed = false;
            book->session().setProbe([&](const QString &) -> Result<void> {
                if (--countdown != 0)
                    return {};
                failed = true;
                return injected(ErrorCode::Storage);
            });
            const auto result = deed.act(book->documents(), *document);
            book->session().setProbe({});
            if (!failed) { // it has fewer statements than that; and after all those failures it works
                BINCARD_GOOD(result);
                if (result->state == DocumentState::Posted)
                    BINCARD_GOOD(book->documents().unpost(result->id));
                break;
            }
            QVERIFY2(!result.ok(), deed.name);
            QCOMPARE(result.error().code(), ErrorCode::Storage);
            QVERIFY2(book.dump() == before, qPrintable(QStringLiteral("%1, statement %2").arg(deed.name).arg(failing)));
        }
        qInfo("%s: %d statements, each failed once", deed.name, failing - 1);
        QVERIFY(failing > 5);
    }
    const auto verified = book->registers().verify({});
    BINCARD_GOOD(verified);
    QCOMPARE(verified->value(QLatin1String("rows")).toArray(), QJsonArray());
}

/// The commit is done, but the answer never comes: found by the request's id, not done again.
void TestDocumentFaults::lostAnswerToTheCommit()
{
    BINCARD_TEST_BOOK(book);
    const QList<Deed> all = deeds();
    for (const Deed &deed : all) {
        const auto document =
            deed.onPosted ? book->documents().saveAndPost(demoOrder("4")) : book->documents().saveDraft(demoOrder("4"));
        BINCARD_GOOD(document);
        int commits = 0;
        book->session().setProbe([&](const QString &sql) -> Result<void> {
            if (sql != u"COMMIT")
                return {};
            ++commits;
            QSqlQuery commit(book->session().database());
            if (!commit.exec(QStringLiteral("COMMIT")))
                return injected(ErrorCode::Storage);
            return injected(ErrorCode::ConnectionLost);
        });
        const auto result = deed.act(book->documents(), *document);
        book->session().setProbe({});
        QCOMPARE(commits, 1);
        BINCARD_GOOD(result);
        const auto stored = book->documents().load(result->id);
        if (QByteArray(deed.name) == "discard")
            QCOMPARE(stored.error().code(), ErrorCode::NotFound);
        else
            QCOMPARE(toJson(*stored), toJson(*result));
    }
}

void TestDocumentFaults::connectionLostBeforeTheCommit()
{
    BINCARD_TEST_BOOK(book);
    const Document document = demoOrder();
    const QStringList before = book.dump();
    book->session().setProbe([](const QString &sql) -> Result<void> {
        return sql == u"COMMIT" ? Result<void>(injected(ErrorCode::ConnectionLost)) : Result<void>();
    });
    const QUuid request = QUuid::createUuid();
    const auto lost = book->documents().saveAndPost(document, request);
    book->session().setProbe({});
    QVERIFY(!lost.ok());
    QCOMPARE(lost.error().code(), ErrorCode::ConnectionLost);
    QCOMPARE(book.dump(), before);
    BINCARD_GOOD(book->documents().saveAndPost(document, request));
}

void TestDocumentFaults::serverGoesAway_data()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("postgresql") << QStringLiteral("postgresql"); // a file has no server
}

/// The connection is cut for good at the commit: no look-up either. Over a new connection the same request is safe.
void TestDocumentFaults::serverGoesAway()
{
    BINCARD_TEST_BOOK(book);
    const QStringList before = book.dump();
    auto victim = book.another();
    QSqlQuery query(victim->session().database());
    QVERIFY(query.exec(QStringLiteral("SELECT pg_backend_pid()")) && query.next());
    const QString cut = QStringLiteral("SELECT pg_terminate_backend(%1, 5000)").arg(query.value(0).toInt());
    victim->session().setProbe([&](const QString &sql) -> Result<void> {
        if (sql == u"COMMIT")
            book.database().run(cut);
        return {};
    });
    const Document document = demoOrder();
    const QUuid request = QUuid::createUuid();
    const auto lost = victim->documents().saveAndPost(document, request);
    QVERIFY(!lost.ok());
    QCOMPARE(lost.error().code(), ErrorCode::ConnectionLost);
    QCOMPARE(book.dump(), before);
    BINCARD_GOOD(book.another()->documents().saveAndPost(document, request));
    QCOMPARE(book.another()->documents().saveAndPost(document, request)->version, 1);
    QCOMPARE(stockOf(book.book(), "MAIN", "WDG-B2"), QStringLiteral("248.0000 37200.00"));
}

void TestDocumentFaults::busyIsReplayed()
{
    BINCARD_TEST_BOOK(book);
    int failures = 3;
    book->session().setProbe([&](const QString &sql) -> Result<void> {
        if (!sql.startsWith(u"INSERT INTO document_lines") || failures == 0)
            return {};
        --failures;
        return injected(ErrorCode::Busy);
    });
    const auto result = book->documents().saveAndPost(demoOrder());
    book->session().setProbe({});
    BINCARD_GOOD(result);
    QCOMPARE(failures, 0);
    QCOMPARE(result->number, QStringLiteral("SO-2026-0004"));
    QCOMPARE(book->documents().history(result->id)->size(), 1);
}

void TestDocumentFaults::concurrentNumbersAreGapless()
{
    BINCARD_TEST_BOOK(book);
    constexpr int each = 15;
    QList<QStringList> numbers(2);
    QList<QByteArray> reasons(2);
    std::vector<std::thread> threads;
    for (int i = 0; i < 2; ++i)
        threads.emplace_back([&, i] {
            const auto mine = book.another();
            for (int n = 0; n < each; ++n) {
                const bool fails = n % 5 == 4; // what is refused takes no number
                const auto result = mine->documents().saveAndPost(
                    makeDocument(SalesOrder, "2026-05-02", mainHouse(), {{"WDG-A1", fails ? "9999" : "1"}}));
                if (result.ok())
                    numbers[i] << result->number;
                else if (result.error().code() != ErrorCode::InsufficientStock)
                    reasons[i] = reasonOf(result);
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(reasons, QList<QByteArray>(2));
    QStringList all = numbers.at(0) + numbers.at(1);
    all.sort();
    QStringList expected;
    for (int n = 4; n < 4 + 2 * each * 4 / 5; ++n)
        expected << QStringLiteral("SO-2026-%1").arg(n, 4, 10, QLatin1Char('0'));
    QCOMPARE(all, expected);
}

/// Each alone would be fine; the value of the pool goes with its last piece (C3), whoever takes it.
void TestDocumentFaults::twoWhoTakeTheLastPiece()
{
    BINCARD_TEST_BOOK(book);
    for (int round = 0; round < 4; ++round) {
        Document receipt = makeDocument(GoodsReceipt, "2026-05-01", mainHouse(), {{"SPR-001", "2"}});
        receipt.lines << receipt.lines.at(0);
        receipt.lines[1].quantity = quantityOf("1");
        for (DocumentLine &line : receipt.lines) {
            line.amountGiven = true;
            line.amount = amountOf("3.35"); // 6.70 for three: thirds
        }
        BINCARD_GOOD(book->documents().saveAndPost(receipt));
        QList<ErrorCode> failures;
        QMutex mutex;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) // four want one of three
            threads.emplace_back([&] {
                const auto result = book.another()->documents().saveAndPost(
                    makeDocument(WriteOff, "2026-05-02", mainHouse(), {{"SPR-001", "1"}}));
                const QMutexLocker lock(&mutex);
                if (!result.ok())
                    failures << result.error().code();
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(failures, QList<ErrorCode>{ErrorCode::InsufficientStock});
        QCOMPARE(stockOf(book.book(), "MAIN", "SPR-001"), QStringLiteral("0.0000 0.00"));
    }
}

/// Whoever posts, cancels or reposts, by document or by hand, has the items' pools until his transaction ends; a sale
/// costed meanwhile waits, and counts what it then finds.
void TestDocumentFaults::costWaitsForWhoChangesThePool()
{
    BINCARD_TEST_BOOK(book);
    const auto receipt = [](const char *price, const char *warehouse = "MAIN") {
        return makeDocument(GoodsReceipt, "2026-05-01", QString::fromLatin1(warehouse), {{"SPR-001", "10", price}});
    };
    Document cheap = receipt("10"), dear = receipt("30", "WEST");
    BINCARD_GOOD(book->documents().saveAndPost(cheap));
    const QJsonArray byHand{QJsonObject{{"recorder", "hand:1"}, {"period", "2026-05-01"}, {"warehouse", "EAST"},
        {"item", "SPR-001"}, {"quantity", "20"}, {"amount", "1000"}}};
    struct Change
    {
        const char *cost; ///< of one piece afterwards
        std::function<Result<void>(OpenBook &)> make;
    };
    const auto done = [](const auto &result) { return result.ok() ? Result<void>() : Result<void>(result.error()); };
    const QList<Change> changes{
        {"20.00", [&](OpenBook &other) { return done(other.documents().saveAndPost(dear)); }},
        {"15.00",
            [&](OpenBook &other) {
                dear.lines[0].unitPrice = *Decimal::parse(u"20", priceScale);
                return done(other.documents().repost(dear));
            }},
        {"10.00", [&](OpenBook &other) { return done(other.documents().unpost(dear.id)); }},
        {"36.67", [&](OpenBook &other) { return done(other.registers().post(QStringLiteral("inventory"), byHand)); }},
        {"10.00",
            [&](OpenBook &other) {
                return done(other.registers().unpost(QStringLiteral("inventory"), QStringLiteral("hand:1")));
            }},
    };
    for (const Change &change : changes) {
        const auto other = book.another();
        db::Transaction transaction(other->session());
        BINCARD_GOOD(transaction.begun());
        BINCARD_GOOD(change.make(*other));
        const Document sale = makeDocument(SalesOrder, "2026-05-02", mainHouse(), {{"SPR-001", "1", "50"}});
        std::atomic<bool> isDone = false;
        Result<Document> sold = Document();
        std::thread seller([&] {
            sold = book.another()->documents().saveAndPost(sale);
            isDone = true;
        });
        QTest::qWait(300);
        const bool waited = !isDone;
        const auto committed = transaction.commit();
        seller.join();
        BINCARD_GOOD(committed);
        BINCARD_GOOD(sold);
        QVERIFY(waited);
        const auto moved = book->registers().movements(QStringLiteral("inventory"), {{"recorder", sale.recorder()}});
        QCOMPARE(moved->value(QLatin1String("rows"))[0][u"amount"].toString(), u'-' + QLatin1String(change.cost));
        BINCARD_GOOD(book->documents().unpost(sale.id));
    }
}

/// An import puts many documents into one transaction of its own.
void TestDocumentFaults::callersTransactionRollsBack()
{
    BINCARD_TEST_BOOK(book);
    const QStringList before = book.dump();
    {
        db::Transaction transaction(book->session());
        BINCARD_GOOD(transaction.begun());
        const auto first = book->documents().saveAndPost(demoOrder());
        BINCARD_GOOD(first);
        BINCARD_GOOD(book->documents().load(first->id));
        BINCARD_GOOD(book->documents().saveDraft(demoOrder()));
    }
    QCOMPARE(book.dump(), before);
}

QTEST_GUILESS_MAIN(TestDocumentFaults)
#include "tst_document_faults.moc"
