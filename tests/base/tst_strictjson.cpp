// SPDX-License-Identifier: LGPL-3.0-or-later
#include "base/StrictJson.h"

#include <QTest>

#include <limits>

using namespace bincard;

namespace {

/// "field:line" of every problem.
QStringList places(const Error &error)
{
    QStringList result;
    for (const Problem &problem : error.problems())
        result << problem.field + u':' + QString::number(problem.line);
    return result;
}

} // namespace

class TestStrictJson : public QObject
{
    Q_OBJECT

private slots:
    void keepsWholeNumbersAndText();
    void refusesNumbersThatAreNotExact_data();
    void refusesNumbersThatAreNotExact();
    void listsEveryProblemWithItsPlace();
    void refusesKeysGivenTwice();
    void digitsInsideTextAreText();
    void namesLineAndColumnOfASyntaxError();
    void readsRowsInThreeForms();
    void reportsEveryBrokenLine();
};

void TestStrictJson::keepsWholeNumbersAndText()
{
    const auto value = parseJsonObject("\xef\xbb\xbf{\"a\":999999999999999999,\"b\":-7,\"c\":\"1.50\",\"d\":0}");
    QVERIFY(value.ok());
    QCOMPARE(value->value("a").toInteger(), 999999999999999999LL);
    QCOMPARE(value->value("b").toInteger(), -7);
    QCOMPARE(value->value("c").toString(), QStringLiteral("1.50"));
    QVERIFY(value->value("d").isDouble());
    const auto largest = parseJsonObject("{\"a\":9223372036854775807,\"b\":-9223372036854775808}");
    QVERIFY(largest.ok());
    QCOMPARE(largest->value("a").toInteger(), std::numeric_limits<qint64>::max());
    QCOMPARE(largest->value("b").toInteger(), std::numeric_limits<qint64>::min());
}

void TestStrictJson::refusesNumbersThatAreNotExact_data()
{
    QTest::addColumn<QByteArray>("number");
    for (const char *number : {"1.5", "100.0", "1e2", "1E2", "-0.0", "1e-2", "9223372036854775808",
             "-9223372036854775809", "-12345678901234567890"})
        QTest::newRow(number) << QByteArray(number);
}

void TestStrictJson::refusesNumbersThatAreNotExact()
{
    QFETCH(QByteArray, number);
    const auto value = parseJsonObject("{\"quantity\":" + number + "}");
    QVERIFY(!value.ok());
    QCOMPARE(value.error().code(), ErrorCode::Validation);
    QCOMPARE(places(value.error()), QStringList{QStringLiteral("quantity:0")});
    QVERIFY(value.error().message().english().contains(QString::fromLatin1(number)));
}

void TestStrictJson::listsEveryProblemWithItsPlace()
{
    const auto document = parseJson(R"({"date":"2026-04-19","lines":[{"quantity":"1"},{"quantity":1.5,"unit_price":2.5},
        {"quantity":3,"discount":1e1}],"version":1.0})");
    QVERIFY(!document.ok());
    const QStringList expected{QStringLiteral("lines.quantity:2"), QStringLiteral("lines.unit_price:2"),
        QStringLiteral("lines.discount:3"), QStringLiteral("version:0")};
    QCOMPARE(places(document.error()), expected);
    const auto movements = parseJson(R"([{"amount":1},{"amount":0.1}])");
    QCOMPARE(places(movements.error()), QStringList{QStringLiteral("amount:2")});
}

void TestStrictJson::refusesKeysGivenTwice()
{
    QCOMPARE(places(parseJson(R"({"a":1,"b":{"a":2},"\u0061":3})").error()), QStringList{QStringLiteral("a:0")});
    QVERIFY(parseJson(R"([{"a":1},{"a":1}])").ok());
}

void TestStrictJson::digitsInsideTextAreText()
{
    const auto value = parseJsonObject(R"({"note\"1.5":"1.5e3, \"2.5\" \\","x":"{[1.5,"})");
    QVERIFY(value.ok());
    QCOMPARE(value->size(), 2);
}

void TestStrictJson::namesLineAndColumnOfASyntaxError()
{
    const auto value = parseJson("{\n  \"a\": 1,\n  \"b\" 2\n}");
    QVERIFY(!value.ok());
    QCOMPARE(value.error().problems().constFirst().line, 3);
    QVERIFY(value.error().message().english().contains(QStringLiteral("line 3")));
    for (const char *bad : {"", "5", "\"text\"", "[1,]", "{\"a\":}", "[1 2]", "{", "]"})
        QVERIFY2(!parseJson(bad).ok(), bad);
}

void TestStrictJson::readsRowsInThreeForms()
{
    QCOMPARE(parseJsonRows("[{\"a\":1},{\"a\":2}]").value().size(), 2);
    QCOMPARE(parseJsonRows("{\"a\":1}\n\n{\"a\":2}\r\n{\"a\":3}").value().size(), 3);
    QCOMPARE(parseJsonRows("{\n \"a\":\n 1}").value().size(), 1);
    QCOMPARE(parseJsonRows(" \n").value().size(), 0);
    QCOMPARE(
        places(parseJsonRows("[{\"a\":1},2,[]]").error()), (QStringList{QStringLiteral(":2"), QStringLiteral(":3")}));
}

void TestStrictJson::reportsEveryBrokenLine()
{
    const auto rows = parseJsonRows("{\"a\":1\n{\"a\":2}\n{\"a\":0.5}\n{oops}\n");
    QVERIFY(!rows.ok());
    QCOMPARE(places(rows.error()), (QStringList{QStringLiteral(":1"), QStringLiteral("a:3"), QStringLiteral(":4")}));
}

QTEST_APPLESS_MAIN(TestStrictJson)
#include "tst_strictjson.moc"
