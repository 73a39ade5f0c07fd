// SPDX-License-Identifier: GPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "service/CatalogService.h"
#include "service/DocumentService.h"
#include "service/RegisterService.h"
#include "support/TestBook.h"

#include <QJsonArray>

using namespace bincard;
using namespace bincard::test;
using enum DocumentKind;

namespace {

QString mainHouse() { return QStringLiteral("MAIN"); }

} // namespace

class TestDocumentService : public QObject
{
    Q_OBJECT

private slots:
    void demoFigures_data() { engines(); }
    void demoFigures();
    void everyKindPosts_data() { engines(); }
    void everyKindPosts();
    void returnsIntoAnEmptyPool_data() { engines(); }
    void returnsIntoAnEmptyPool();
    void anEmptiedWarehouseKeepsNoValue_data() { engines(); }
    void anEmptiedWarehouseKeepsNoValue();
    void servicesKeepNoStock_data() { engines(); }
    void servicesKeepNoStock();
    void numbersByKindAndYear_data() { engines(); }
    void numbersByKindAndYear();
    void statesAndTheirErrors_data() { engines(); }
    void statesAndTheirErrors();
    void draftsAreReplacedAndDiscarded_data() { engines(); }
    void draftsAreReplacedAndDiscarded();
    void repostWritesWhatDiffers_data() { engines(); }
    void repostWritesWhatDiffers();
    void everyProblemAtOnce_data() { engines(); }
    void everyProblemAtOnce();
};

void TestDocumentService::demoFigures()
{
    BINCARD_TEST_BOOK(book);
    const auto check = [&](const char *warehouse, const char *item, const char *expected, const char *at = "") {
        QCOMPARE(
            stockOf(book.book(), QString::fromLatin1(warehouse), QString::fromLatin1(item), QString::fromLatin1(at)),
            QString::fromLatin1(expected));
    };
    check("MAIN", "WDG-A1", "420.0000 105000.00");
    check("MAIN", "WDG-B2", "250.0000 37500.00");
    check("EAST", "WDG-A1", "170.0000 42500.00");
    check("EAST", "GDG-X1", "150.0000 90000.00");
    check("MAIN", "WDG-A1", "500.0000 125000.00", "2026-04-11");
    check("MAIN", "WDG-A1", "0.0000 0.00", "2026-03-31");
}

void TestDocumentService::everyKindPosts()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    const auto posted = [&](const Document &document) {
        const auto result = documents.saveAndPost(document);
        if (!result.ok())
            qWarning("%s", reasonOf(result).constData());
        return result.ok() ? *result : Document();
    };
    // Pool of WDG-A1 on 2026-05-02: 590 for 147,500 of before and 10 for 3,700 of the day: 252 each.
    Document receipt = makeDocument(GoodsReceipt, "2026-05-02", "WEST", {{"WDG-A1", "10"}});
    receipt.partner = QStringLiteral("umbrella");
    receipt.lines[0].amountGiven = true;
    receipt.lines[0].amount = amountOf("3700");
    receipt = posted(receipt);
    QCOMPARE(receipt.partner, QStringLiteral("UMBRELLA"));
    QCOMPARE(postingsOf(book, "inventory", receipt.recorder()), QStringList("WEST WDG-A1 10.0000 3700.00"));

    const Document opening = posted(makeDocument(OpeningBalance, "2026-05-01", "WEST", {{"SPR-001", "4", "12.5"}}));
    QCOMPARE(postingsOf(book, "inventory", opening.recorder()), QStringList("WEST SPR-001 4.0000 50.00"));

    const Document order =
        posted(makeDocument(SalesOrder, "2026-05-02", mainHouse(), {{"WDG-A1", "3", "300"}, {"WDG-B2", "1", "150"}}));
    QCOMPARE(postingsOf(book, "inventory", order.recorder()),
        QStringList({"MAIN WDG-A1 -3.0000 -756.00", "MAIN WDG-B2 -1.0000 -150.00"}));
    QCOMPARE(postingsOf(book, "sales", order.recorder()),
        QStringList({"MAIN WDG-A1 3.0000 900.00 756.00", "MAIN WDG-B2 1.0000 150.00 150.00"}));
    QCOMPARE(order.total, amountOf("1050"));

    const Document back = posted(makeDocument(CustomerReturn, "2026-05-02", mainHouse(), {{"WDG-A1", "1", "300"}}));
    QCOMPARE(postingsOf(book, "inventory", back.recorder()), QStringList("MAIN WDG-A1 1.0000 252.00"));
    QCOMPARE(postingsOf(book, "sales", back.recorder()), QStringList("MAIN WDG-A1 -1.0000 -300.00 -252.00"));

    const Document transfer = posted(makeDocument(StockTransfer, "2026-05-02", mainHouse(), {{"WDG-A1", "5"}}));
    QCOMPARE(postingsOf(book, "inventory", transfer.recorder()),
        QStringList({"EAST WDG-A1 5.0000 1260.00", "MAIN WDG-A1 -5.0000 -1260.00"}));

    const Document lost = posted(makeDocument(WriteOff, "2026-05-02", mainHouse(), {{"WDG-A1", "0.5"}}));
    QCOMPARE(postingsOf(book, "inventory", lost.recorder()), QStringList("MAIN WDG-A1 -0.5000 -126.00"));

    for (const Document &document : {receipt, opening, transfer, lost})
        QCOMPARE(postingsOf(book, "sales", document.recorder()), QStringList());
    const auto verified = book->registers().verify({});
    BINCARD_GOOD(verified);
    QCOMPARE(verified->value(QLatin1String("rows")).toArray(), QJsonArray());
}

/// C5: of a day without stock nobody knows a unit cost; it is that of the latest day that had one.
void TestDocumentService::returnsIntoAnEmptyPool()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    const auto posted = [&](DocumentKind kind, const char *date, const char *quantity, const char *price = "0") {
        const auto result =
            documents.saveAndPost(makeDocument(kind, date, QStringLiteral("WEST"), {{"SPR-001", quantity, price}}));
        return result.ok() ? *result : Document();
    };
    const auto cost = [&](const Document &document) {
        return postingsOf(book, "inventory", document.recorder()).join(u'|').section(u' ', 2);
    };
    // Never anything there before: worth nothing.
    QCOMPARE(cost(posted(CustomerReturn, "2023-01-10", "1", "50")), QStringLiteral("1.0000 0.00"));
    QCOMPARE(cost(posted(WriteOff, "2023-01-11", "1")), QStringLiteral("-1.0000 0.00"));
    // Bought and sold on one day, at 10/3 each; a month, half a year and two years later one comes back.
    posted(GoodsReceipt, "2024-03-01", "3", "3.3333");
    QCOMPARE(cost(posted(SalesOrder, "2024-03-01", "3", "50")), QStringLiteral("-3.0000 -10.00"));
    for (const char *date : {"2024-03-02", "2024-09-01", "2026-03-01"}) {
        const Document back = posted(CustomerReturn, date, "2", "50");
        QCOMPARE(cost(back), QStringLiteral("2.0000 6.67"));
        QCOMPARE(cost(posted(SalesOrder, date, "1", "50")), QStringLiteral("-1.0000 -3.33")); // on the day itself, too
        QCOMPARE(cost(posted(WriteOff, date, "1")), QStringLiteral("-1.0000 -3.34")); // and the last takes the rest
        BINCARD_GOOD(documents.repost(back));
        QCOMPARE(cost(back), QStringLiteral("2.0000 6.67"));
    }
    QCOMPARE(stockOf(book.book(), "WEST", "SPR-001"), QStringLiteral("0.0000 0.00"));
    const Document late = posted(CustomerReturn, "2026-06-01", "1", "50");
    QCOMPARE(cost(late), QStringLiteral("1.0000 3.33"));
    QCOMPARE(postingsOf(book, "sales", late.recorder()), QStringList("WEST SPR-001 -1.0000 -50.00 -3.33"));
}

/// C3: receipts came in at their own prices and issues left at the company's; what remains goes where the item lies.
void TestDocumentService::anEmptiedWarehouseKeepsNoValue()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    const auto document = [](DocumentKind kind, const char *date, const char *warehouse, const char *quantity,
                              const char *price = "0") {
        return makeDocument(kind, date, QString::fromLatin1(warehouse), {{"GDG-Y2", quantity, price}});
    };
    BINCARD_GOOD(documents.saveAndPost(document(GoodsReceipt, "2026-05-01", "MAIN", "10", "10")));
    BINCARD_GOOD(documents.saveAndPost(document(GoodsReceipt, "2026-05-01", "EAST", "10", "20")));
    const auto sold = documents.saveAndPost(document(SalesOrder, "2026-05-02", "MAIN", "10", "99"));
    BINCARD_GOOD(sold);
    const QStringList both{"EAST GDG-Y2 0.0000 -50.00", "MAIN GDG-Y2 -10.0000 -150.00", "MAIN GDG-Y2 0.0000 50.00"};
    QCOMPARE(postingsOf(book, "inventory", sold->recorder()), both);
    QCOMPARE(postingsOf(book, "sales", sold->recorder()), QStringList("MAIN GDG-Y2 10.0000 990.00 150.00"));
    QCOMPARE(stockOf(book.book(), "MAIN", "GDG-Y2"), QStringLiteral("0.0000 0.00"));
    QCOMPARE(stockOf(book.book(), "EAST", "GDG-Y2"), QStringLiteral("10.0000 150.00"));

    // The same again changes nothing; one less, and there is nothing to put right; taken back, all is as it was.
    const auto again = documents.repost(*sold);
    BINCARD_GOOD(again);
    const auto journal = book->registers().movements(QStringLiteral("inventory"), {{"recorder", sold->recorder()}});
    QCOMPARE(journal->value(QLatin1String("rows")).toArray().size(), 3);
    Document less = *again;
    less.lines[0].quantity = quantityOf("9");
    const auto lessened = documents.repost(less);
    BINCARD_GOOD(lessened);
    QCOMPARE(postingsOf(book, "inventory", sold->recorder()), QStringList("MAIN GDG-Y2 -9.0000 -135.00"));
    QCOMPARE(stockOf(book.book(), "MAIN", "GDG-Y2"), QStringLiteral("1.0000 -35.00"));

    // A transfer moves value at cost; what it leaves behind goes to whoever holds most then.
    Document transfer = document(StockTransfer, "2026-05-03", "MAIN", "1");
    transfer.warehouseTo = QStringLiteral("WEST");
    BINCARD_GOOD(documents.saveAndPost(transfer));
    QCOMPARE(stockOf(book.book(), "MAIN", "GDG-Y2"), QStringLiteral("0.0000 0.00"));
    QCOMPARE(stockOf(book.book(), "WEST", "GDG-Y2"), QStringLiteral("1.0000 15.00"));
    QCOMPARE(stockOf(book.book(), "EAST", "GDG-Y2"), QStringLiteral("10.0000 150.00"));
    BINCARD_GOOD(documents.unpost(transfer.id));
    QCOMPARE(stockOf(book.book(), "MAIN", "GDG-Y2"), QStringLiteral("1.0000 -35.00"));
    const auto verified = book->registers().verify({});
    BINCARD_GOOD(verified);
    QCOMPARE(verified->value(QLatin1String("rows")).toArray(), QJsonArray());
}

void TestDocumentService::servicesKeepNoStock()
{
    BINCARD_TEST_BOOK(book);
    book.upsert("items", {{"code", "FREIGHT"}, {"name", "Freight"}, {"service", true}});
    DocumentService &documents = book->documents();
    const auto order = documents.saveAndPost(
        makeDocument(SalesOrder, "2026-05-02", mainHouse(), {{"FREIGHT", "1", "30"}, {"WDG-A1", "1", "300"}}));
    BINCARD_GOOD(order);
    QCOMPARE(postingsOf(book, "inventory", order->recorder()), QStringList("MAIN WDG-A1 -1.0000 -250.00"));
    QCOMPARE(postingsOf(book, "sales", order->recorder()),
        QStringList({"MAIN FREIGHT 1.0000 30.00 0.00", "MAIN WDG-A1 1.0000 300.00 250.00"}));

    for (const DocumentKind kind : {GoodsReceipt, WriteOff}) {
        const auto posted = documents.saveAndPost(makeDocument(kind, "2026-05-02", mainHouse(), {{"FREIGHT", "1"}}));
        BINCARD_GOOD(posted);
        QCOMPARE(postingsOf(book, "inventory", posted->recorder()), QStringList());
        BINCARD_GOOD(documents.unpost(posted->id));
    }
    const auto transfer =
        documents.saveAndPost(makeDocument(StockTransfer, "2026-05-02", mainHouse(), {{"FREIGHT", "1"}}));
    QVERIFY(!transfer.ok());
    QCOMPARE(places(transfer.error().problems()), QStringList("lines.item@1"));

    // A line that is stock becomes a service: what it took comes back.
    Document changed = *order;
    changed.lines.removeLast();
    changed.lines[0].quantity = quantityOf("2");
    BINCARD_GOOD(documents.repost(changed));
    QCOMPARE(postingsOf(book, "inventory", order->recorder()), QStringList());
    QCOMPARE(postingsOf(book, "sales", order->recorder()), QStringList("MAIN FREIGHT 2.0000 60.00 0.00"));
}

void TestDocumentService::numbersByKindAndYear()
{
    BINCARD_TEST_BOOK(book, OpenMode::CreateDemo);
    DocumentService &documents = book->documents();
    const auto saved = [&](DocumentKind kind, const char *date, const QString &number = {}) {
        Document document = makeDocument(kind, date, mainHouse(), {{"WDG-A1", "1"}});
        document.number = number;
        const auto result = documents.saveDraft(document);
        return result.ok() ? result->number : QString::fromUtf8(reasonOf(result));
    };
    // The demo book has three of each.
    QCOMPARE(*documents.nextNumber(SalesOrder, 2026), QStringLiteral("SO-2026-0004"));
    QCOMPARE(saved(SalesOrder, "2026-05-02"), QStringLiteral("SO-2026-0004"));
    QCOMPARE(saved(SalesOrder, "2027-01-01"), QStringLiteral("SO-2027-0001"));
    QCOMPARE(saved(GoodsReceipt, "2026-05-02"), QStringLiteral("GR-2026-0004"));
    QCOMPARE(saved(SalesOrder, "2026-05-02", "  17/b "), QStringLiteral("17/b"));
    // Typed ahead of the counter, whatever the case: the counter goes past it.
    QCOMPARE(saved(SalesOrder, "2026-05-02", "so-2026-0005"), QStringLiteral("so-2026-0005"));
    QCOMPARE(*documents.nextNumber(SalesOrder, 2026), QStringLiteral("SO-2026-0006"));
    QCOMPARE(saved(SalesOrder, "2026-05-02"), QStringLiteral("SO-2026-0006"));
    QCOMPARE(saved(GoodsReceipt, "2026-05-02", "17/B"), QStringLiteral("17/B")); // of another kind

    Document taken = makeDocument(SalesOrder, "2026-05-02", mainHouse(), {{"WDG-A1", "1"}});
    taken.number = QStringLiteral("17/B");
    const auto refused = documents.saveDraft(taken);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code(), ErrorCode::Duplicate);
    QCOMPARE(refused.error().details().value(QLatin1String("field")).toString(), QStringLiteral("number"));
    // A refusal counts nothing.
    const auto none = documents.saveAndPost(makeDocument(SalesOrder, "2026-05-02", mainHouse(), {{"WDG-A1", "99999"}}));
    QCOMPARE(none.error().code(), ErrorCode::InsufficientStock);
    QCOMPARE(saved(SalesOrder, "2026-05-02"), QStringLiteral("SO-2026-0007"));
    QCOMPARE(documents.loadByNumber(SalesOrder, "17/B")->number, QStringLiteral("17/b"));
    QCOMPARE(documents.loadByNumber(SalesOrder, "18").error().code(), ErrorCode::NotFound);
}

void TestDocumentService::statesAndTheirErrors()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    const QString before = stockOf(book.book(), "MAIN", "WDG-A1");
    const auto draft =
        documents.saveDraft(makeDocument(SalesOrder, "2026-05-02", mainHouse(), {{"wdg-a1", "20", "250"}}));
    BINCARD_GOOD(draft);
    QCOMPARE(draft->state, DocumentState::Draft);
    QCOMPARE(draft->version, 1);
    QCOMPARE(draft->lines.at(0).item, QStringLiteral("WDG-A1"));
    QCOMPARE(draft->lines.at(0).itemName, QStringLiteral("Widget Alpha"));
    QCOMPARE(stockOf(book.book(), "MAIN", "WDG-A1"), before);
    QCOMPARE(documents.unpost(draft->id).error().code(), ErrorCode::NotFound);

    const auto posted = documents.post(draft->id, draft->version);
    BINCARD_GOOD(posted);
    QCOMPARE(posted->state, DocumentState::Posted);
    QCOMPARE(posted->version, 2);
    QCOMPARE(stockOf(book.book(), "MAIN", "WDG-A1"), QStringLiteral("400.0000 100000.00"));
    QCOMPARE(documents.post(draft->id).error().code(), ErrorCode::AlreadyPosted);
    QCOMPARE(documents.saveDraft(*posted).error().code(), ErrorCode::AlreadyPosted);
    QCOMPARE(documents.discard(draft->id).error().code(), ErrorCode::AlreadyPosted);
    QCOMPARE(toJson(*documents.load(draft->id)), toJson(*posted));

    const auto cancelled = documents.unpost(draft->id, posted->version);
    BINCARD_GOOD(cancelled);
    Document late = *posted;
    late.version = 0; // sent as new once more
    QCOMPARE(documents.saveAndPost(late)->state, DocumentState::Cancelled);
    QCOMPARE(cancelled->state, DocumentState::Cancelled);
    QCOMPARE(stockOf(book.book(), "MAIN", "WDG-A1"), before);
    QCOMPARE(documents.discard(draft->id).error().code(), ErrorCode::AlreadyPosted);
    BINCARD_GOOD(documents.post(draft->id));
    QCOMPARE(stockOf(book.book(), "MAIN", "WDG-A1"), QStringLiteral("400.0000 100000.00"));

    for (const auto &result : {documents.post(QUuid::createUuid()), documents.unpost(QUuid::createUuid()),
             documents.load(QUuid::createUuid()), documents.repost(makeDocument(SalesOrder, "2026-05-02", "MAIN", {}))})
        QCOMPARE(result.error().code(), ErrorCode::NotFound);
}

void TestDocumentService::draftsAreReplacedAndDiscarded()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    const QStringList empty = book.dump();
    Document typed = makeDocument(SalesOrder, "2026-05-02", mainHouse(), {{"WDG-A1", "2", "250"}});
    const auto first = documents.saveDraft(typed);
    BINCARD_GOOD(first);

    // Sent again (version 0, same id): the same content is the same document, other content is not.
    const auto again = documents.saveDraft(typed);
    BINCARD_GOOD(again);
    QCOMPARE(again->version, 1);
    typed.note = QStringLiteral("other");
    const auto other = documents.saveDraft(typed);
    QVERIFY(!other.ok());
    QCOMPARE(other.error().code(), ErrorCode::Duplicate);

    Document changed = *first;
    changed.lines << changed.lines.at(0);
    changed.lines[1].discount = *Decimal::parse(u"10", percentScale);
    changed.total = amountOf("1");
    const auto second = documents.saveDraft(changed);
    BINCARD_GOOD(second);
    QCOMPARE(second->version, 2);
    QCOMPARE(second->number, first->number);
    QCOMPARE(second->total, amountOf("950"));
    QCOMPARE(toJson(*documents.load(first->id)), toJson(*second));

    Document kind = *second;
    kind.kind = CustomerReturn;
    QCOMPARE(places(documents.saveDraft(kind).error().problems()), QStringList("kind"));
    QCOMPARE(documents.discard(first->id, 1).error().code(), ErrorCode::Conflict);
    BINCARD_GOOD(documents.discard(first->id, 2));
    QCOMPARE(documents.load(first->id).error().code(), ErrorCode::NotFound);
    QCOMPARE(documents.saveDraft(*second).error().code(), ErrorCode::NotFound);
    const auto next = documents.saveDraft(makeDocument(SalesOrder, "2026-05-02", mainHouse(), {{"WDG-A1", "2"}}));
    QCOMPARE(next->number, first->number); // the discarded draft left no gap
    BINCARD_GOOD(documents.discard(next->id));
    QStringList left = book.dump();
    const auto isCounter = [](const QString &row) { return row.startsWith(u"sqlite_sequence"); };
    left.removeIf(isCounter);
    QStringList expected = empty;
    expected.removeIf(isCounter);
    QCOMPARE(left, expected);
}

void TestDocumentService::repostWritesWhatDiffers()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    const auto order = documents.saveAndPost(
        makeDocument(SalesOrder, "2026-05-02", mainHouse(), {{"WDG-A1", "20", "250"}, {"WDG-B2", "5", "150"}}));
    BINCARD_GOOD(order);
    const auto journal = [&] {
        const auto rows = book->registers().movements("inventory", {{"recorder", order->recorder()}});
        return rows->value(QLatin1String("rows")).toArray().size();
    };
    QCOMPARE(journal(), 2);
    Document changed = *order;
    changed.lines.insert(0, changed.lines.at(1));
    changed.lines[0].quantity = quantityOf("7");
    const auto reposted = documents.repost(changed);
    BINCARD_GOOD(reposted);
    QCOMPARE(reposted->state, DocumentState::Posted);
    QCOMPARE(reposted->version, 2);
    QCOMPARE(journal(), 3); // a line in the middle leaves the others alone
    QCOMPARE(stockOf(book.book(), "MAIN", "WDG-B2"), QStringLiteral("238.0000 35700.00"));
    QCOMPARE(documents.saveAndPost(changed).error().code(), ErrorCode::Conflict);
    changed.version = 0; // repost: not checked
    changed.lines.removeFirst();
    BINCARD_GOOD(documents.repost(changed));
    QCOMPARE(stockOf(book.book(), "MAIN", "WDG-B2"), QStringLiteral("245.0000 36750.00"));

    // Its own stock does not stand in its way.
    Document all = *documents.load(order->id);
    all.lines[0].quantity = quantityOf("420");
    BINCARD_GOOD(documents.saveAndPost(all));
    QCOMPARE(stockOf(book.book(), "MAIN", "WDG-A1"), QStringLiteral("0.0000 0.00"));
}

void TestDocumentService::everyProblemAtOnce()
{
    BINCARD_TEST_BOOK(book);
    Document document =
        makeDocument(SalesOrder, "2026-05-02", "NORTH", {{"WDG-A1", "1"}, {"NONE", "1"}, {"WDG-A1", "0"}, {"", "1"}});
    document.partner = QStringLiteral("NOBODY");
    const QStringList before = book.dump();
    const auto result = book->documents().saveDraft(document);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code(), ErrorCode::Validation);
    QStringList found = places(result.error().problems());
    found.sort();
    QCOMPARE(found, QStringList({"lines.item@2", "lines.item@4", "lines.quantity@3", "partner", "warehouse"}));
    QCOMPARE(book.dump(), before);
}

QTEST_GUILESS_MAIN(TestDocumentService)
#include "tst_document_service.moc"
