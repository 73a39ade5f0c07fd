// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Document.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace bincard;

namespace {

Decimal quantity(const QByteArray &text) { return *Decimal::parse(QString::fromLatin1(text), quantityScale); }
Decimal price(const QByteArray &text) { return *Decimal::parse(QString::fromLatin1(text), priceScale); }
Decimal amount(const char *text) { return *Decimal::parse(QString::fromLatin1(text), amountScale); }

QJsonObject json(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    Q_ASSERT(document.isObject());
    return document.object();
}

const QByteArray order = R"({"id":"6a1f3c1e-0000-4000-8000-000000000001","kind":"sales_order","date":"2026-04-19",
    "partner":"ACME","warehouse":"MAIN","lines":[{"item":"WDG-A1","quantity":"50","unit_price":"250.00","discount":"0"}]})";

/// "field@line" of every problem.
QStringList places(const QList<Problem> &problems)
{
    QStringList places;
    for (const Problem &problem : problems)
        places << (problem.line > 0 ? problem.field + u'@' + QString::number(problem.line) : problem.field);
    return places;
}

Document sample(DocumentKind kind)
{
    Document document;
    document.kind = kind;
    document.date = QDate(2026, 4, 19);
    document.warehouse = QStringLiteral("MAIN");
    if (traits(kind).needsPartner)
        document.partner = QStringLiteral("ACME");
    if (traits(kind).hasDestination)
        document.warehouseTo = QStringLiteral("EAST");
    DocumentLine line;
    line.item = QStringLiteral("WDG-A1");
    line.quantity = quantity("5");
    if (traits(kind).hasPrices)
        line.unitPrice = price("2.50");
    document.lines << line;
    return document;
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private slots:
    void kindsAndStatesHaveCodes();
    void recorderNamesTheDocument();
    void amountIsRoundedOnceAtTheLine_data();
    void amountIsRoundedOnceAtTheLine();
    void amountAgainstLongDivision();
    void amountsAndTotal();
    void amountsThatLeaveEighteenDigits();
    void jsonOut();
    void jsonReadsWhatItWrote_data();
    void jsonReadsWhatItWrote();
    void givenAmount();
    void everyProblemAtOnce();
    void jsonRefuses_data();
    void jsonRefuses();
    void rulesOfTheKinds_data();
    void rulesOfTheKinds();
};

void TestDocument::kindsAndStatesHaveCodes()
{
    QSet<QString> prefixes;
    for (const DocumentTraits &row : documentTraits()) {
        QCOMPARE(*documentKind(code(row.kind)), row.kind);
        prefixes << QString::fromLatin1(row.numberPrefix);
    }
    QCOMPARE(prefixes.size(), documentTraits().size());
    for (const DocumentState state : {DocumentState::Draft, DocumentState::Posted, DocumentState::Cancelled})
        QCOMPARE(*documentState(code(state)), state);
    QCOMPARE(documentKind(QStringLiteral("order")).error().code(), ErrorCode::Validation);
    QCOMPARE(documentState(QStringLiteral("open")).error().code(), ErrorCode::Validation);
}

void TestDocument::recorderNamesTheDocument()
{
    Document document = sample(DocumentKind::SalesOrder);
    document.id = QUuid::fromString(u"6a1f3c1e-0000-4000-8000-00000000abcd");
    QCOMPARE(document.recorder(), QStringLiteral("sales_order:6a1f3c1e-0000-4000-8000-00000000abcd"));
    QCOMPARE(documentOf(document.recorder()), document.id);
    QVERIFY(documentOf(QStringLiteral("receipt:1")).isNull());
    QVERIFY(documentOf(QStringLiteral("sales_order:1")).isNull());
    QVERIFY(documentOf(QStringLiteral("other:6a1f3c1e-0000-4000-8000-00000000abcd")).isNull());
    QVERIFY(documentOf(QString()).isNull());
    // Not as recorder() spells it, so no document can have made it.
    QVERIFY(documentOf(QStringLiteral("sales_order:{6a1f3c1e-0000-4000-8000-00000000abcd}")).isNull());
    QVERIFY(documentOf(QStringLiteral("sales_order:6A1F3C1E-0000-4000-8000-00000000ABCD")).isNull());
    // Yet it could be taken for one.
    QVERIFY(isDocumentRecorder(document.recorder()));
    for (const char *like : {"sales_order:", "sales_order:1", "write_off:by hand", "goods_receipt:a:b"})
        QVERIFY2(isDocumentRecorder(QString::fromLatin1(like)), like);
    for (const char *free : {"", ":", "sales_order", "receipt:1", "order:1", "Sales_order:1", ":sales_order:1"})
        QVERIFY2(!isDocumentRecorder(QString::fromLatin1(free)), free);
}

void TestDocument::amountIsRoundedOnceAtTheLine_data()
{
    QTest::addColumn<QByteArray>("quantityText");
    QTest::addColumn<QByteArray>("priceText");
    QTest::addColumn<QByteArray>("discountText");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("whole") << QByteArray("50") << QByteArray("250") << QByteArray("0") << QByteArray("12500.00");
    QTest::newRow("half up") << QByteArray("1") << QByteArray("0.005") << QByteArray("0") << QByteArray("0.01");
    QTest::newRow("below half") << QByteArray("1") << QByteArray("0.0049") << QByteArray("0") << QByteArray("0.00");
    QTest::newRow("half away, negative") << QByteArray("-1") << QByteArray("0.005") << QByteArray("0")
                                         << QByteArray("-0.01");
    QTest::newRow("below half, negative")
        << QByteArray("-1") << QByteArray("0.0049") << QByteArray("0") << QByteArray("0.00");
    // 0.495; a price rounded after its discount (0.165 to 0.17) would give 0.51.
    QTest::newRow("once, not twice") << QByteArray("3") << QByteArray("0.33") << QByteArray("50") << QByteArray("0.50");
    QTest::newRow("just below, exact in the last digit")
        << QByteArray("0.0001") << QByteArray("99.9999") << QByteArray("50") << QByteArray("0.00");
    QTest::newRow("a half only through the discount")
        << QByteArray("1") << QByteArray("0.01") << QByteArray("50") << QByteArray("0.01");
    QTest::newRow("a hair below that half")
        << QByteArray("1") << QByteArray("0.01") << QByteArray("50.0001") << QByteArray("0.00");
    QTest::newRow("all") << QByteArray("7") << QByteArray("19.99") << QByteArray("100") << QByteArray("0.00");
    QTest::newRow("all of much") << QByteArray("99999999999999.9999") << QByteArray("99999999999999.9999")
                                 << QByteArray("100") << QByteArray("0.00");
    QTest::newRow("largest quantity") << QByteArray("99999999999999.9999") << QByteArray("100") << QByteArray("0")
                                      << QByteArray("9999999999999999.99");
}

void TestDocument::amountIsRoundedOnceAtTheLine()
{
    QFETCH(QByteArray, quantityText);
    QFETCH(QByteArray, priceText);
    QFETCH(QByteArray, discountText);
    QFETCH(QByteArray, expected);
    const auto result = lineAmount(quantity(quantityText), price(priceText), price(discountText));
    QVERIFY(result.ok());
    QCOMPARE(result->toString(), QString::fromLatin1(expected));
}

/// The same product by schoolbook arithmetic in base 10, rounded by looking at the digits.
void TestDocument::amountAgainstLongDivision()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < 5000; ++i) {
        const qint64 q = random.bounded(2) != 0 ? random.bounded(1, 2'000'000) : random.bounded(1, 50) * 5000;
        const qint64 p = random.bounded(0, 5'000'000);
        const qint64 d = random.bounded(2) != 0 ? random.bounded(0, 1'000'001) : random.bounded(0, 201) * 5000;
        const qint64 net = 1'000'000 - d;
        QList<int> digits; // of q * p * net, least first
        for (Int128 product = Int128(q) * p * net; product > 0; product /= 10)
            digits << static_cast<int>(product % 10);
        while (digits.size() < 13)
            digits << 0;
        qint64 cents = 0;
        for (qsizetype at = digits.size() - 1; at >= 12; --at)
            cents = cents * 10 + digits.at(at);
        cents += digits.at(11) >= 5 ? 1 : 0;
        const auto result = lineAmount({q, quantityScale}, {p, priceScale}, {d, percentScale});
        QVERIFY(result.ok());
        QCOMPARE(result->units(), cents);
        QCOMPARE(lineAmount({-q, quantityScale}, {p, priceScale}, {d, percentScale})->units(), -cents);
    }
}

void TestDocument::amountsAndTotal()
{
    Document document = sample(DocumentKind::SalesOrder);
    document.lines[0].amount = amount("99.99"); // a client's amount is never trusted
    document.lines << document.lines.at(0);
    document.lines[1].discount = price("12.5");
    QVERIFY(computeAmounts(document).ok());
    QCOMPARE(document.lines.at(0).amount, amount("12.50"));
    QCOMPARE(document.lines.at(1).amount, amount("10.94")); // 10.9375
    QCOMPARE(document.total, amount("23.44"));
}

void TestDocument::amountsThatLeaveEighteenDigits()
{
    QCOMPARE(lineAmount(quantity("99999999999999.9999"), price("99999999999999.9999"), price("0")).error().code(),
        ErrorCode::Validation);
    QCOMPARE(
        lineAmount(quantity("99999999999999.9999"), price("101"), price("0")).error().code(), ErrorCode::Validation);
    Document document = sample(DocumentKind::SalesOrder);
    document.lines[0].quantity = quantity("99999999999999.9999");
    document.lines[0].unitPrice = price("100");
    document.lines << document.lines.at(0) << document.lines.at(0);
    document.lines[1].unitPrice = price("99999999999999");
    const auto result = computeAmounts(document);
    QVERIFY(!result.ok());
    QCOMPARE(places(result.error().problems()), QStringList({"lines.amount@2", "total@3"}));
}

void TestDocument::jsonOut()
{
    const auto document = documentFromJson(json(order));
    QVERIFY(document.ok());
    const QJsonObject out = toJson(*document);
    QCOMPARE(out, json(R"({"id":"6a1f3c1e-0000-4000-8000-000000000001","kind":"sales_order","number":"",
        "date":"2026-04-19","partner":"ACME","warehouse":"MAIN","warehouse_to":"","note":"","state":"draft","version":0,
        "lines":[{"line":1,"item":"WDG-A1","quantity":"50.0000","unit_price":"250.00","discount":"0",
        "amount":"12500.00"}],"total":"12500.00"})"));

    Document other = *document;
    other.lines[0].unitPrice = price("0.0125");
    other.lines[0].discount = price("12.5");
    const QJsonObject line = toJson(other).value(u"lines").toArray().at(0).toObject();
    QCOMPARE(line.value(u"unit_price").toString(), QStringLiteral("0.0125"));
    QCOMPARE(line.value(u"discount").toString(), QStringLiteral("12.5"));
}

void TestDocument::jsonReadsWhatItWrote_data()
{
    QTest::addColumn<DocumentKind>("kind");
    for (const DocumentTraits &row : documentTraits())
        QTest::newRow(row.code) << row.kind;
}

void TestDocument::jsonReadsWhatItWrote()
{
    QFETCH(DocumentKind, kind);
    Document document = sample(kind);
    document.id = QUuid::createUuid();
    document.number = QStringLiteral("A 17");
    document.note = QStringLiteral("Grüße");
    document.version = 3;
    document.state = DocumentState::Posted;
    if (traits(kind).valuesStock) {
        document.lines << document.lines.at(0);
        document.lines[1].amountGiven = true;
        document.lines[1].amount = amount("100.01");
    }
    QVERIFY(computeAmounts(document).ok());
    const auto again = documentFromJson(toJson(document));
    QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().message().english()));
    QCOMPARE(toJson(*again), toJson(document));
    QCOMPARE(again->lines.constLast().amountGiven, document.lines.constLast().amountGiven);
}

void TestDocument::givenAmount()
{
    const auto receipt = documentFromJson(json(R"({"kind":"goods_receipt","date":"2026-04-01","warehouse":"MAIN",
        "lines":[{"item":"WDG-A1","quantity":500,"amount":"125000.00"}]})"));
    QVERIFY(receipt.ok());
    QVERIFY(receipt->lines.at(0).amountGiven);
    QCOMPARE(receipt->total, amount("125000"));

    // Both, and they agree: nothing to refuse.
    const auto both = documentFromJson(json(R"({"kind":"goods_receipt","date":"2026-04-01","warehouse":"MAIN",
        "lines":[{"item":"WDG-A1","quantity":500,"unit_price":"250","amount":"125000.00"}]})"));
    QVERIFY(both.ok());
    QVERIFY(!both->lines.at(0).amountGiven);

    const auto contradiction = documentFromJson(json(R"({"kind":"goods_receipt","date":"2026-04-01","warehouse":"MAIN",
        "lines":[{"item":"WDG-A1","quantity":500,"unit_price":"250","amount":"120000.00"}]})"));
    QVERIFY(!contradiction.ok());
    QCOMPARE(places(contradiction.error().problems()), QStringList("lines.amount@1"));

    // What a sales order is worth is computed, never taken from the client.
    const auto stale = documentFromJson(json(R"({"kind":"sales_order","date":"2026-04-01","warehouse":"MAIN",
        "partner":"ACME","lines":[{"item":"WDG-A1","quantity":2,"unit_price":"250","amount":"1.00"}]})"));
    QVERIFY(stale.ok());
    QCOMPARE(stale->total, amount("500"));
    const auto sale = documentFromJson(json(R"({"kind":"sales_order","date":"2026-04-01","warehouse":"MAIN",
        "partner":"ACME","lines":[{"item":"WDG-A1","quantity":2,"amount":"1.00"}]})"));
    QVERIFY(!sale.ok());
    QCOMPARE(places(sale.error().problems()), QStringList("lines.amount@1"));
}

void TestDocument::everyProblemAtOnce()
{
    const auto result =
        documentFromJson(json(R"({"id":"x","kind":"sale","date":"2026-02-30","colour":"red","version":-1,
        "lines":[{"item":"A","quantity":"1e3"},{"item":"A","quantity":1.5,"size":1},7]})"));
    QVERIFY(!result.ok());
    QStringList found = places(result.error().problems());
    found.sort();
    QCOMPARE(found,
        QStringList({"colour", "date", "id", "kind", "lines.quantity@1", "lines.quantity@2", "lines.size@2", "lines@3",
            "version"}));
    for (const Problem &problem : result.error().problems())
        QVERIFY(!problem.message.english().contains(u'%'));
}

void TestDocument::jsonRefuses_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("place");
    const auto line = [](const QJsonValue &quantityValue, const QJsonValue &priceValue = "1") {
        return QJsonArray{QJsonObject{{"item", "WDG-A1"}, {"quantity", quantityValue}, {"unit_price", priceValue}}};
    };
    const QString quantityPlace = QStringLiteral("lines.quantity@1");
    QTest::newRow("fraction") << "lines" << QJsonValue(line(0.5)) << quantityPlace;
    QTest::newRow("exponent") << "lines" << QJsonValue(line("1e2")) << quantityPlace;
    QTest::newRow("decimals") << "lines" << QJsonValue(line("0.00001")) << quantityPlace;
    QTest::newRow("grouped") << "lines" << QJsonValue(line("1,000")) << quantityPlace;
    QTest::newRow("zero") << "lines" << QJsonValue(line("0")) << quantityPlace;
    QTest::newRow("negative") << "lines" << QJsonValue(line("-1")) << quantityPlace;
    QTest::newRow("missing") << "lines" << QJsonValue(line(QJsonValue::Undefined)) << quantityPlace;
    QTest::newRow("price") << "lines" << QJsonValue(line("1", "-1")) << "lines.unit_price@1";
    QTest::newRow("no lines") << "lines" << QJsonValue(QJsonArray()) << "lines";
    QTest::newRow("lines no list") << "lines" << QJsonValue("x") << "lines";
    QTest::newRow("date") << "date" << QJsonValue("19.04.2026") << "date";
    QTest::newRow("time") << "date" << QJsonValue("2026-04-19T10:00:00") << "date";
    QTest::newRow("early") << "date" << QJsonValue("0001-01-01") << "date";
    QTest::newRow("version") << "version" << QJsonValue("1") << "version";
    QTest::newRow("state") << "state" << QJsonValue("open") << "state";
    QTest::newRow("partner") << "partner" << QJsonValue(QString()) << "partner";
    QTest::newRow("partner null") << "partner" << QJsonValue(QJsonValue::Null) << "partner";
    QTest::newRow("warehouse") << "warehouse" << QJsonValue(QString()) << "warehouse";
    QTest::newRow("destination") << "warehouse_to" << QJsonValue("EAST") << "warehouse_to";
}

void TestDocument::jsonRefuses()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(QString, place);
    QJsonObject input = json(order);
    input.insert(field, value);
    const auto result = documentFromJson(input);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code(), ErrorCode::Validation);
    QCOMPARE(places(result.error().problems()), QStringList(place));
}

void TestDocument::rulesOfTheKinds_data() { jsonReadsWhatItWrote_data(); }

void TestDocument::rulesOfTheKinds()
{
    QFETCH(DocumentKind, kind);
    const DocumentTraits &rules = traits(kind);
    Document document = sample(kind);
    QCOMPARE(places(problemsOf(document)), QStringList());

    document.partner.clear();
    QCOMPARE(places(problemsOf(document)), rules.needsPartner ? QStringList("partner") : QStringList());
    document.partner = QStringLiteral("ACME");
    QCOMPARE(places(problemsOf(document)).isEmpty(), rules.needsPartner || rules.partnerIsSupplier);
    document = sample(kind);

    document.warehouseTo = rules.hasDestination ? QStringLiteral("main") : QStringLiteral("EAST");
    QCOMPARE(places(problemsOf(document)), QStringList("warehouse_to"));
    document = sample(kind);

    document.lines[0].unitPrice = price("1");
    QCOMPARE(places(problemsOf(document)), rules.hasPrices ? QStringList() : QStringList("lines.unit_price@1"));
    document = sample(kind);

    document.lines[0].amountGiven = true;
    QCOMPARE(places(problemsOf(document)), rules.valuesStock ? QStringList() : QStringList("lines.amount@1"));
    document.lines[0].discount = price("100.0001");
    QVERIFY(places(problemsOf(document)).contains(QStringLiteral("lines.discount@1")));
}

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
