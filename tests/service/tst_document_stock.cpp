// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/CatalogService.h"
#include "service/DocumentService.h"
#include "support/TestBook.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace bincard;
using namespace bincard::test;
using enum DocumentKind;

namespace {

QString mainHouse() { return QStringLiteral("MAIN"); }

/// "warehouse item: required of available on date, lines" of every shortage.
QStringList shortagesOf(const Error &error)
{
    QStringList texts;
    const QJsonArray shortages = error.details().value(QLatin1String("shortages")).toArray();
    for (const QJsonValue &entry : shortages) {
        const QJsonObject json = entry.toObject();
        const QJsonObject key = json.value(QLatin1String("key")).toObject();
        const QByteArray lines =
            QJsonDocument(json.value(QLatin1String("lines")).toArray()).toJson(QJsonDocument::Compact);
        texts << QStringLiteral("%1 %2: %3 of %4 on %5, line %6 of %7")
                     .arg(key.value(QLatin1String("warehouse")).toString(), key.value(QLatin1String("item")).toString(),
                         json.value(QLatin1String("required")).toString(),
                         json.value(QLatin1String("available")).toString(),
                         json.value(QLatin1String("date")).toString())
                     .arg(json.value(QLatin1String("line")).toInt())
                     .arg(QString::fromUtf8(lines));
    }
    texts.sort();
    return texts;
}

template <typename Set>
DocumentFilter filterBy(const Set &set)
{
    DocumentFilter filter;
    set(filter);
    return filter;
}

/// Item, available and day of every entry.
QStringList promised(OpenBook &book, const QStringList &items, const char *from, const QUuid &except = {})
{
    const auto result = book.documents().availability(
        mainHouse(), items, QDate::fromString(QString::fromLatin1(from), Qt::ISODate), except);
    if (!result.ok())
        return {QString::fromUtf8(reasonOf(result))};
    QStringList texts;
    for (const Availability &entry : *result)
        texts << (entry.service ? QString(entry.item + u" service")
                                : QString(entry.item + u' ' + entry.available.toString() + u' '
                                    + entry.lowestOn.toString(Qt::ISODate)));
    return texts;
}

} // namespace

/// What the screen promises and what posting refuses.
class TestDocumentStock : public QObject
{
    Q_OBJECT

private slots:
    void shortageNamesTheLines_data() { engines(); }
    void shortageNamesTheLines();
    void nothingIsWrittenOnAShortage_data() { engines(); }
    void nothingIsWrittenOnAShortage();
    void shortageOfALaterDay_data() { engines(); }
    void shortageOfALaterDay();
    void takingBackWhatWasUsed_data() { engines(); }
    void takingBackWhatWasUsed();
    void shortageOnRepost_data() { engines(); }
    void shortageOnRepost();
    void promiseIsWhatPostingTakes_data() { engines(); }
    void promiseIsWhatPostingTakes();
    void lastIssueTakesTheRestOfTheValue_data() { engines(); }
    void lastIssueTakesTheRestOfTheValue();
    void listFilters_data() { engines(); }
    void listFilters();
    void listPages_data() { engines(); }
    void listPages();
};

void TestDocumentStock::shortageNamesTheLines()
{
    BINCARD_TEST_BOOK(book);
    const auto refused = book->documents().saveAndPost(makeDocument(SalesOrder, "2026-04-20", mainHouse(),
        {{"WDG-A1", "400"}, {"WDG-B2", "251"}, {"WDG-A1", "15"}, {"WDG-A1", "15"}, {"WDG-A1", "1"}}));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code(), ErrorCode::InsufficientStock);
    QCOMPARE(shortagesOf(refused.error()),
        QStringList({"MAIN WDG-A1: 431.0000 of 420.0000 on 2026-04-20, line 4 of [4,5]",
            "MAIN WDG-B2: 251.0000 of 250.0000 on 2026-04-20, line 2 of [2]"}));

    const auto one = book->documents().saveAndPost(
        makeDocument(SalesOrder, "2026-04-20", mainHouse(), {{"WDG-A1", "400"}, {"WDG-B2", "251"}}));
    QCOMPARE(one.error().message().english(),
        QStringLiteral("WDG-B2 Widget Beta: 251 needed, 250 available in Main Warehouse on 2026-04-20."));
}

void TestDocumentStock::nothingIsWrittenOnAShortage()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    const auto draft = documents.saveDraft(makeDocument(SalesOrder, "2026-04-20", mainHouse(), {{"WDG-A1", "400"}}));
    BINCARD_GOOD(draft);
    const QStringList before = book.dump();
    Document more = *draft;
    more.lines[0].quantity = quantityOf("421");
    QCOMPARE(documents.saveAndPost(more).error().code(), ErrorCode::InsufficientStock);
    more.id = QUuid();
    more.number.clear();
    more.version = 0;
    QCOMPARE(documents.saveAndPost(more).error().code(), ErrorCode::InsufficientStock);
    QCOMPARE(book.dump(), before);
    BINCARD_GOOD(documents.post(draft->id));
}

void TestDocumentStock::shortageOfALaterDay()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    BINCARD_GOOD(documents.saveAndPost(makeDocument(SalesOrder, "2026-05-10", mainHouse(), {{"WDG-A1", "400"}})));
    const auto backdated =
        documents.saveAndPost(makeDocument(SalesOrder, "2026-04-02", mainHouse(), {{"WDG-A1", "21"}}));
    QVERIFY(!backdated.ok());
    QCOMPARE(
        shortagesOf(backdated.error()), QStringList("MAIN WDG-A1: 21.0000 of 20.0000 on 2026-05-10, line 1 of [1]"));
    BINCARD_GOOD(documents.saveAndPost(makeDocument(SalesOrder, "2026-04-02", mainHouse(), {{"WDG-A1", "20"}})));
    QCOMPARE(documents.saveAndPost(makeDocument(WriteOff, "2026-03-31", mainHouse(), {{"WDG-A1", "1"}})).error().code(),
        ErrorCode::InsufficientStock);
}

void TestDocumentStock::takingBackWhatWasUsed()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    const auto receipt = documents.saveAndPost(
        makeDocument(GoodsReceipt, "2026-05-01", mainHouse(), {{"WDG-A1", "60", "250"}, {"WDG-A1", "40", "250"}}));
    BINCARD_GOOD(receipt);
    const auto order = documents.saveAndPost(makeDocument(SalesOrder, "2026-05-02", mainHouse(), {{"WDG-A1", "480"}}));
    BINCARD_GOOD(order);
    const auto refused = documents.unpost(receipt->id);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code(), ErrorCode::InsufficientStock);
    QCOMPARE(
        shortagesOf(refused.error()), QStringList("MAIN WDG-A1: 100.0000 of 40.0000 on 2026-05-02, line 1 of [1,2]"));
    BINCARD_GOOD(documents.unpost(order->id));
    BINCARD_GOOD(documents.unpost(receipt->id));
    QCOMPARE(stockOf(book.book(), "MAIN", "WDG-A1"), QStringLiteral("420.0000 105000.00"));
}

void TestDocumentStock::shortageOnRepost()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    const auto order = documents.saveAndPost(
        makeDocument(SalesOrder, "2026-05-02", mainHouse(), {{"WDG-A1", "100"}, {"WDG-A1", "300"}}));
    BINCARD_GOOD(order);
    Document more = *order;
    more.lines[0].quantity = quantityOf("130"); // 430 of 420
    const auto refused = documents.saveAndPost(more);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code(), ErrorCode::InsufficientStock);
    const QJsonObject shortage = refused.error().details().value(QLatin1String("shortages")).toArray().at(0).toObject();
    QCOMPARE(shortage.value(QLatin1String("line")).toInt(), 2);

    // What the receipt brought before, and no more, is named by code though no line names it.
    const auto receipt =
        documents.saveAndPost(makeDocument(GoodsReceipt, "2026-05-01", "WEST", {{"SPR-001", "5", "35"}}));
    BINCARD_GOOD(receipt);
    BINCARD_GOOD(documents.saveAndPost(makeDocument(WriteOff, "2026-05-03", "WEST", {{"SPR-001", "4"}})));
    Document other = *receipt;
    other.lines[0].item = QStringLiteral("GDG-Y2");
    const auto taken = documents.saveAndPost(other);
    QVERIFY(!taken.ok());
    QCOMPARE(shortagesOf(taken.error()), QStringList("WEST SPR-001: 5.0000 of 1.0000 on 2026-05-03, line 0 of []"));
}

void TestDocumentStock::promiseIsWhatPostingTakes()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    book.upsert("items", {{"code", "FREIGHT"}, {"name", "Freight"}, {"service", true}});
    const auto later = documents.saveAndPost(makeDocument(SalesOrder, "2026-05-10", mainHouse(), {{"WDG-A1", "400"}}));
    BINCARD_GOOD(later);
    QCOMPARE(promised(book.book(), {"wdg-a1", "FREIGHT", "WDG-B2", "WDG-A1", "NONE", "GDG-Y2"}, "2026-04-20"),
        QStringList({"wdg-a1 20.0000 2026-05-10", "FREIGHT service", "WDG-B2 250.0000 2026-04-20",
            "NONE 0.0000 2026-04-20", "GDG-Y2 0.0000 2026-04-20"}));
    QCOMPARE(promised(book.book(), {"WDG-A1"}, "2026-04-20", later->id), QStringList("WDG-A1 420.0000 2026-04-20"));
    QCOMPARE(documents.availability("NOWHERE", {"WDG-A1"}, QDate(2026, 4, 20)).error().code(), ErrorCode::Validation);
    QCOMPARE(documents.saveAndPost(makeDocument(SalesOrder, "2026-04-20", mainHouse(), {{"WDG-A1", "20.0001"}}))
                 .error()
                 .code(),
        ErrorCode::InsufficientStock);
    BINCARD_GOOD(documents.saveAndPost(makeDocument(SalesOrder, "2026-04-20", mainHouse(), {{"WDG-A1", "20"}})));
    QCOMPARE(promised(book.book(), {"WDG-A1"}, "2026-04-20"), QStringList("WDG-A1 0.0000 2026-05-10"));
}

void TestDocumentStock::lastIssueTakesTheRestOfTheValue()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    Document receipt = makeDocument(GoodsReceipt, "2026-05-01", mainHouse(), {{"SPR-001", "3"}});
    receipt.lines[0].amountGiven = true;
    receipt.lines[0].amount = amountOf("10");
    BINCARD_GOOD(documents.saveAndPost(receipt));
    QCOMPARE(stockOf(book.book(), "MAIN", "SPR-001"), QStringLiteral("3.0000 10.00"));
    // Over two warehouses: the pool is the company's (C1).
    BINCARD_GOOD(documents.saveAndPost(makeDocument(StockTransfer, "2026-05-01", mainHouse(), {{"SPR-001", "1"}})));
    QCOMPARE(stockOf(book.book(), "MAIN", "SPR-001"), QStringLiteral("2.0000 6.67"));
    BINCARD_GOOD(documents.saveAndPost(makeDocument(SalesOrder, "2026-05-02", mainHouse(), {{"SPR-001", "2"}})));
    QCOMPARE(stockOf(book.book(), "MAIN", "SPR-001"), QStringLiteral("0.0000 0.00"));
    const auto last = documents.saveAndPost(makeDocument(WriteOff, "2026-05-03", "EAST", {{"SPR-001", "1"}}));
    BINCARD_GOOD(last);
    QCOMPARE(stockOf(book.book(), "EAST", "SPR-001"), QStringLiteral("0.0000 0.00"));
}

void TestDocumentStock::listFilters()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    book.upsert("partners", {{"code", "GRUEN"}, {"name", "Grün & Söhne 100%"}, {"customer", true}});
    Document special = makeDocument(SalesOrder, "2026-05-02", "WEST", {{"WDG-A1", "1", "250"}, {"SPR-001", "2", "35"}});
    special.partner = QStringLiteral("GRUEN");
    special.number = QStringLiteral("X_1");
    special.note = QStringLiteral("Bitte ÜBER Nacht");
    BINCARD_GOOD(documents.saveDraft(special));

    const auto found = [&](const DocumentFilter &filter) {
        const auto page = documents.list(filter);
        QStringList numbers;
        for (const DocumentSummary &row : page.ok() ? page->rows : QList<DocumentSummary>())
            numbers << row.number;
        return page.ok() ? numbers.join(u' ') : QString::fromUtf8(reasonOf(page));
    };
    const QString orders = QStringLiteral("SO-2026-0003 SO-2026-0002 SO-2026-0001");
    QCOMPARE(found({}), QString("X_1 " + orders + " GR-2026-0003 GR-2026-0002 GR-2026-0001"));
    QCOMPARE(found(filterBy([](DocumentFilter &f) {
        f.kinds = {SalesOrder};
        f.states = {DocumentState::Posted};
    })),
        orders);
    QCOMPARE(found(filterBy([](DocumentFilter &f) {
        f.states = {DocumentState::Draft, DocumentState::Cancelled};
    })),
        "X_1");
    QCOMPARE(found(filterBy([](DocumentFilter &f) { f.partner = "acme"; })), "SO-2026-0001");
    QCOMPARE(found(filterBy([](DocumentFilter &f) { f.item = "gdg-x1"; })), "GR-2026-0003");
    QCOMPARE(found(filterBy([](DocumentFilter &f) {
        f.from = QDate(2026, 4, 10);
        f.to = QDate(2026, 4, 12);
    })),
        "SO-2026-0001 GR-2026-0003");
    for (const char *text : {"über", "x_", " GRÜN ", "gruen", "100%", "söhne 100"}) {
        DocumentFilter filter;
        filter.text = QString::fromUtf8(text);
        QCOMPARE(found(filter), "X_1");
    }
    QCOMPARE(found(filterBy([](DocumentFilter &f) { f.text = "initech"; })), "SO-2026-0003");
    QCOMPARE(found(filterBy([](DocumentFilter &f) { f.text = "%"; })), "X_1");
    QCOMPARE(found(filterBy([](DocumentFilter &f) { f.text = "\\"; })), "");
    QCOMPARE(found(filterBy([](DocumentFilter &f) { f.partner = "NOBODY"; })), "");
    QCOMPARE(documents.check(filterBy([](DocumentFilter &f) { f.partner = "NOBODY"; })).error().code(),
        ErrorCode::Validation);
    BINCARD_GOOD(documents.check(filterBy([](DocumentFilter &f) { f.partner = "acme"; })));
    QCOMPARE(found(filterBy([](DocumentFilter &f) { f.warehouse = "west"; })), "X_1");

    const DocumentSummary row = documents.list(filterBy([](DocumentFilter &f) { f.text = "x_1"; }))->rows.constFirst();
    QCOMPARE(row.lines, 2);
    QCOMPARE(row.total, amountOf("320"));
    QCOMPARE(row.partnerName, QStringLiteral("Grün & Söhne 100%"));
    QCOMPARE(row.warehouse, QStringLiteral("WEST"));
    QCOMPARE(row.date, QDate(2026, 5, 2));
    QCOMPARE(row.id, special.id);
    QCOMPARE(row.version, 1);
}

void TestDocumentStock::listPages()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    for (int i = 0; i < 7; ++i)
        BINCARD_GOOD(documents.saveDraft(makeDocument(
            i % 2 == 0 ? SalesOrder : WriteOff, i < 5 ? "2026-05-02" : "2026-05-03", mainHouse(), {{"WDG-A1", "1"}})));
    const auto all = documents.list({});
    BINCARD_GOOD(all);
    QVERIFY(all->next.isEmpty());
    for (int limit = 1; limit <= 14; ++limit) {
        QList<QUuid> ids;
        DocumentFilter filter;
        filter.limit = limit;
        do {
            const auto page = documents.list(filter);
            BINCARD_GOOD(page);
            QVERIFY(page->rows.size() <= limit);
            for (const DocumentSummary &row : page->rows)
                ids << row.id;
            filter.after = page->next;
        } while (!filter.after.isEmpty());
        QList<QUuid> expected;
        for (const DocumentSummary &row : all->rows)
            expected << row.id;
        QCOMPARE(ids, expected);
    }
    QCOMPARE(documents.list(filterBy([](DocumentFilter &f) { f.after = "elsewhere"; })).error().code(),
        ErrorCode::Validation);
}

QTEST_GUILESS_MAIN(TestDocumentStock)
#include "tst_document_stock.moc"
