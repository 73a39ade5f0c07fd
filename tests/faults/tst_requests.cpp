// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/DocumentService.h"
#include "service/RegisterService.h"
#include "service/RequestKeeper.h"
#include "support/TestBook.h"

#include <QJsonArray>

#include <thread>

using namespace bincard;
using namespace bincard::test;

/// Rule E20: an id made by a client means one request, whatever it is about, and that is done once.
class TestRequests : public QObject
{
    Q_OBJECT

private slots:
    void repeatedRequestDoesNothingAgain_data() { engines(); }
    void repeatedRequestDoesNothingAgain();
    void idsThatBeginAlikeAreTwo();
    void aRequestIsNotTakenForAnother_data() { engines(); }
    void aRequestIsNotTakenForAnother();
    void doubleClickPostsOnce_data() { engines(); }
    void doubleClickPostsOnce();
    void oneIdIsOneRequestEverywhere_data() { engines(); }
    void oneIdIsOneRequestEverywhere();
    void ofTwoAtOnceOneIsDone_data() { engines(); }
    void ofTwoAtOnceOneIsDone();
    void whatWasDiscardedDoesNotComeBack_data() { engines(); }
    void whatWasDiscardedDoesNotComeBack();
};

namespace {

/// A receipt by hand, as `batch` posts it under a request's id.
Result<QJsonObject> postedOnce(OpenBook &book, const QString &request, const QString &recorder)
{
    const QJsonArray movements{QJsonObject{{"recorder", recorder}, {"period", "2026-05-01"}, {"warehouse", "EAST"},
        {"item", "SPR-001"}, {"quantity", "20"}, {"amount", "1000"}}};
    return book.registers().once(
        request, [&] { return book.registers().post(QStringLiteral("inventory"), movements); }, recorder);
}

template <typename T>
bool isUsed(const Result<T> &result)
{
    return !result.ok() && result.error().code() == ErrorCode::Duplicate;
}

} // namespace

void TestRequests::repeatedRequestDoesNothingAgain()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    Document unnamed = demoOrder();
    unnamed.id = QUuid(); // only the request says that it is the same
    const QUuid saving = QUuid::createUuid(), unposting = QUuid::createUuid(), posting = QUuid::createUuid(),
                reposting = QUuid::createUuid();
    const auto saved = documents.saveAndPost(unnamed, saving);
    BINCARD_GOOD(saved);
    const auto again = documents.saveAndPost(unnamed, saving);
    BINCARD_GOOD(again);
    QCOMPARE(toJson(*again), toJson(*saved));
    Document changed = *saved;
    changed.lines.removeLast();
    const auto reposted = documents.repost(changed, reposting);
    BINCARD_GOOD(reposted);
    QCOMPARE(documents.repost(changed, reposting)->version, 2); // and no conflict with itself
    QCOMPARE(documents.unpost(saved->id, 2, unposting)->version, 3);
    QCOMPARE(documents.unpost(saved->id, 2, unposting)->version, 3);
    QCOMPARE(documents.post(saved->id, 3, posting)->version, 4);
    QCOMPARE(documents.post(saved->id, 3, posting)->version, 4);
    // It answers the document as it now stands.
    QCOMPARE(documents.saveAndPost(unnamed, saving)->version, 4);
    QCOMPARE(documents.list({})->rows.size(), 7);
    QCOMPARE(stockOf(book.book(), "MAIN", "WDG-A1"), QStringLiteral("410.0000 102500.00"));
}

/// The id of a request that was answered, on anything else, is refused and changes nothing.
void TestRequests::idsThatBeginAlikeAreTwo()
{
    const QString uuid = "0b5c1d5e-1111-4222-8333-000000000001";
    QCOMPARE(requestIdOf(uuid).toString(QUuid::WithoutBraces), uuid);
    QCOMPARE(requestIdOf(uuid.toUpper()), requestIdOf(uuid));
    QCOMPARE(requestIdOf('{' + uuid + '}'), requestIdOf(uuid));
    QVERIFY(requestIdOf(uuid + "-1") != requestIdOf(uuid + "-2"));
    QVERIFY(requestIdOf(uuid + "-1") != requestIdOf(uuid));
    QCOMPARE(requestIdOf("r-1"), requestIdOf("r-1"));
    QVERIFY(requestIdOf("").isNull());
}

void TestRequests::aRequestIsNotTakenForAnother()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    const QUuid request = QUuid::createUuid(), drafting = QUuid::createUuid();
    const auto posted = documents.saveAndPost(demoOrder("4"), request);
    BINCARD_GOOD(posted);
    const auto other = documents.saveAndPost(demoOrder("4"));
    BINCARD_GOOD(other);
    const auto draft = documents.saveDraft(demoOrder("4"), drafting);
    BINCARD_GOOD(draft);
    const QStringList before = book.dump();
    const auto refused = [&](const Result<Document> &result, const Document &usedFor) {
        return !result.ok() && result.error().code() == ErrorCode::Duplicate
            && result.error().message().english() == u"This request id was used for another request already."
            && result.error().details().value(QLatin1String("document")).toString()
            == usedFor.id.toString(QUuid::WithoutBraces);
    };
    // Another action.
    QVERIFY(refused(documents.unpost(posted->id, 1, request), *posted));
    QVERIFY(refused(documents.saveDraft(*posted, request), *posted));
    QVERIFY(refused(documents.saveAndPost(*draft, drafting), *draft));
    QVERIFY(refused(documents.post(draft->id, 1, drafting), *draft));
    // Another document.
    QVERIFY(refused(documents.saveAndPost(demoOrder("4"), request), *posted));
    QVERIFY(refused(documents.repost(*other, request), *posted));
    QVERIFY(refused(documents.post(other->id, {}, request), *posted));
    // Other content, each part of it; also where no id is given.
    const QList<std::function<void(Document &)>> edits{
        [](Document &document) { document.date = document.date.addDays(1); },
        [](Document &document) { document.partner = QStringLiteral("GLOBEX"); },
        [](Document &document) { document.warehouse = QStringLiteral("EAST"); },
        [](Document &document) { document.note = QStringLiteral("other"); },
        [](Document &document) { document.number = QStringLiteral("OTHER-1"); },
        [](Document &document) { document.lines.removeLast(); },
        [](Document &document) { document.lines[0].quantity = quantityOf("5"); },
        [](Document &document) { document.lines[0].item = QStringLiteral("GDG-X1"); },
    };
    for (const bool named : {true, false}) {
        for (const auto &edit : edits) {
            Document edited = *posted;
            edit(edited);
            if (!named)
                edited.id = QUuid();
            QVERIFY(refused(documents.saveAndPost(edited, request), *posted));
        }
    }
    QCOMPARE(book.dump(), before);
    // Neither how codes are written nor what the book adds is content.
    Document spelled = *posted;
    spelled.partner = spelled.partner.toLower() + u' ';
    spelled.warehouse = spelled.warehouse.toLower();
    spelled.lines[0].item = spelled.lines.at(0).item.toLower();
    spelled.number.clear();
    spelled.version = 0;
    spelled.lines[0].amount = Decimal(0, amountScale);
    BINCARD_GOOD(documents.saveAndPost(spelled, request));
    QCOMPARE(book.dump(), before);
}

/// The same click twice, from two threads and connections at once.
void TestRequests::doubleClickPostsOnce()
{
    BINCARD_TEST_BOOK(book);
    for (int round = 0; round < 5; ++round) {
        const Document document = demoOrder("1");
        const QUuid request =
            round % 2 == 0 ? QUuid::createUuid() : QUuid(); // without one, the document's id is enough
        QList<Result<Document>> results(2, Result<Document>(Document()));
        std::vector<std::thread> threads;
        for (int i = 0; i < 2; ++i)
            threads.emplace_back([&, i] { results[i] = book.another()->documents().saveAndPost(document, request); });
        for (std::thread &thread : threads)
            thread.join();
        for (const Result<Document> &result : std::as_const(results)) {
            BINCARD_GOOD(result);
            QCOMPARE(result->version, 1);
            QCOMPARE(result->state, DocumentState::Posted);
        }
        QCOMPARE(results.at(0)->number, results.at(1)->number);
        QCOMPARE(book->documents().history(document.id)->size(), 1);
    }
    QCOMPARE(stockOf(book.book(), "MAIN", "WDG-B2"), QStringLiteral("240.0000 36000.00"));
}

void TestRequests::oneIdIsOneRequestEverywhere()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    // What a text stands for is what documents are told.
    const QUuid request = requestIdOf(QStringLiteral("r-1"));
    QCOMPARE(requestIdOf(QStringLiteral("r-1")), request);
    QCOMPARE(requestIdOf(request.toString().toUpper()), request);
    QVERIFY(requestIdOf(QStringLiteral("r-2")) != request && requestIdOf(QString()).isNull());

    BINCARD_GOOD(postedOnce(book.book(), QStringLiteral("r-1"), QStringLiteral("hand:1")));
    const auto order = documents.saveDraft(demoOrder("4"), QUuid::createUuid());
    BINCARD_GOOD(order);
    const QStringList before = book.dump();
    QVERIFY(isUsed(documents.saveAndPost(demoOrder("4"), request)));
    QVERIFY(isUsed(documents.saveDraft(demoOrder("4"), request)));
    QVERIFY(isUsed(documents.post(order->id, {}, request)));
    QCOMPARE(book.dump(), before);
    BINCARD_GOOD(documents.post(order->id));
    QVERIFY(isUsed(documents.unpost(order->id, {}, request)));
    BINCARD_GOOD(postedOnce(book.book(), QStringLiteral("r-1"), QStringLiteral("hand:1"))); // that one is answered

    const QUuid saving = QUuid::createUuid();
    const auto saved = documents.saveAndPost(demoOrder("4"), saving);
    BINCARD_GOOD(saved);
    const auto refused = postedOnce(book.book(), saving.toString(), QStringLiteral("hand:2"));
    QVERIFY(isUsed(refused));
    QCOMPARE(refused.error().details()[u"document"].toString(), saved->id.toString(QUuid::WithoutBraces));
    // So it is for a book whose documents have kept their requests in the history alone.
    book.database().run(QStringLiteral("DELETE FROM book_request"));
    QVERIFY(isUsed(postedOnce(book.book(), saving.toString(), QStringLiteral("hand:2"))));
    BINCARD_GOOD(postedOnce(book.book(), QStringLiteral("other"), QStringLiteral("hand:2")));
}

/// One id, two requests, at the same time over two connections: whoever comes second is refused.
void TestRequests::ofTwoAtOnceOneIsDone()
{
    BINCARD_TEST_BOOK(book);
    for (int round = 0; round < 8; ++round) {
        const QUuid request = QUuid::createUuid();
        const QString recorder = QStringLiteral("hand:%1").arg(round);
        const Document order = demoOrder("1");
        Result<QJsonObject> posted = QJsonObject();
        Result<Document> saved = Document();
        std::thread byHand([&] { posted = postedOnce(*book.another(), request.toString(), recorder); });
        std::thread byDocument([&] { saved = book.another()->documents().saveAndPost(order, request); });
        byHand.join();
        byDocument.join();
        QVERIFY2(posted.ok() != saved.ok(), QByteArray(reasonOf(posted) + " | " + reasonOf(saved)).constData());
        QVERIFY(posted.ok() ? isUsed(saved) : isUsed(posted));
        const auto moved = book->registers().movements(QStringLiteral("inventory"), {{"recorder", recorder}});
        QCOMPARE(!moved->value(QLatin1String("rows")).toArray().isEmpty(), posted.ok());
        QCOMPARE(book->documents().load(order.id).ok(), saved.ok());
    }
}

/// A click that is repeated late, after the draft was thrown away.
void TestRequests::whatWasDiscardedDoesNotComeBack()
{
    BINCARD_TEST_BOOK(book);
    const Document order = demoOrder();
    const QUuid request = QUuid::createUuid();
    BINCARD_GOOD(book->documents().saveDraft(order, request));
    BINCARD_GOOD(book->documents().discard(order.id));
    const QStringList before = book.dump();
    const auto late = book->documents().saveDraft(order, request);
    QVERIFY(!late.ok());
    QCOMPARE(late.error().code(), ErrorCode::NotFound);
    QCOMPARE(book.dump(), before);
    BINCARD_GOOD(book->documents().saveDraft(order, QUuid::createUuid())); // meant anew
}

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
