// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Costing.h"

#include <QtTest>

using namespace bincard;

namespace {

Decimal quantity(const char *text) { return *Decimal::parse(QString::fromLatin1(text), quantityScale); }
Decimal amount(const char *text) { return *Decimal::parse(QString::fromLatin1(text), amountScale); }

const QString widget = QStringLiteral("WDG-A1");
const QString gadget = QStringLiteral("GDG-X1");

Document issue(DocumentKind kind, const QList<QPair<QString, const char *>> &lines)
{
    Document document;
    document.kind = kind;
    document.id = QUuid::createUuid();
    for (const auto &[item, text] : lines) {
        DocumentLine line;
        line.item = item;
        line.quantity = quantity(text);
        document.lines << line;
    }
    return document;
}

CostPool pool(const char *openingQuantity, const char *openingValue, const char *receivedQuantity = "0",
    const char *receivedValue = "0")
{
    CostPool made;
    made.openingQuantity = quantity(openingQuantity);
    made.openingValue = amount(openingValue);
    made.receivedQuantity = quantity(receivedQuantity);
    made.receivedValue = amount(receivedValue);
    made.closingQuantity = *made.openingQuantity.plus(made.receivedQuantity);
    made.closingValue = *made.openingValue.plus(made.receivedValue);
    return made;
}

QStringList costs(const Document &document, const QHash<QString, CostPool> &pools)
{
    const auto result = lineCosts(document, pools);
    if (!result.ok())
        return {result.error().message().english()};
    QStringList texts;
    for (const Decimal &cost : *result)
        texts << cost.toString();
    return texts;
}

} // namespace

class TestCosting : public QObject
{
    Q_OBJECT

private slots:
    void unitCostOfTheDay();
    void ratioIsNotRounded();
    void roundingIsHalfAwayFromZero();
    void lastIssueTakesWhatIsLeft();
    void transferLeavesThePool();
    void returnComesBackAtTheCostOfItsDay();
    void nothingInThePool();
    void servicesAndValuingKindsCostNothing();
    void receivedIsWhatValuesStock();
    void largestFigures();
};

void TestCosting::unitCostOfTheDay()
{
    // 10 for 100 at opening, 10 for 200 on the day: 15 each, whoever was entered first.
    QCOMPARE(costs(issue(DocumentKind::SalesOrder, {{widget, "4"}}), {{widget, pool("10", "100", "10", "200")}}),
        QStringList("60.00"));
}

void TestCosting::ratioIsNotRounded()
{
    // 3 for 10.00: 3.333... each. A rounded unit cost would make 2 cost 6.66.
    QCOMPARE(costs(issue(DocumentKind::WriteOff, {{widget, "2"}}), {{widget, pool("3", "10")}}), QStringList("6.67"));
    // Each line is rounded once; only the one that empties the pool takes the rest.
    QCOMPARE(costs(issue(DocumentKind::SalesOrder, {{widget, "1"}, {widget, "1"}}), {{widget, pool("3", "10")}}),
        QStringList({"3.33", "3.33"}));
}

void TestCosting::roundingIsHalfAwayFromZero()
{
    QCOMPARE(
        costs(issue(DocumentKind::SalesOrder, {{widget, "1"}}), {{widget, pool("2", "0.01")}}), QStringList("0.01"));
    QCOMPARE(
        costs(issue(DocumentKind::SalesOrder, {{widget, "1"}}), {{widget, pool("2", "-0.01")}}), QStringList("-0.01"));
    QCOMPARE(costs(issue(DocumentKind::SalesOrder, {{widget, "0.9999"}}), {{widget, pool("2", "0.01")}}),
        QStringList("0.00"));
}

void TestCosting::lastIssueTakesWhatIsLeft()
{
    QCOMPARE(costs(issue(DocumentKind::SalesOrder, {{widget, "1"}, {gadget, "1"}, {widget, "1"}, {widget, "1"}}),
                 {{widget, pool("3", "10")}, {gadget, pool("2", "5")}}),
        QStringList({"3.33", "2.50", "3.33", "3.34"}));

    // Others have issued on that day already, at costs that left 3.35 for the last two.
    CostPool later = pool("4", "10");
    later.closingQuantity = quantity("2");
    later.closingValue = amount("5.01");
    QCOMPARE(costs(issue(DocumentKind::WriteOff, {{widget, "1"}, {widget, "1"}}), {{widget, later}}),
        QStringList({"2.50", "2.51"}));

    // Something comes in on the same day that does not change the cost (a return): not emptied, so no rest to take.
    CostPool returned = pool("3", "10");
    returned.closingQuantity = quantity("4");
    returned.closingValue = amount("13.33");
    QCOMPARE(costs(issue(DocumentKind::SalesOrder, {{widget, "3"}}), {{widget, returned}}), QStringList("10.00"));
    QCOMPARE(costs(issue(DocumentKind::SalesOrder, {{widget, "4"}}), {{widget, returned}}), QStringList("13.33"));
}

void TestCosting::transferLeavesThePool()
{
    QCOMPARE(costs(issue(DocumentKind::StockTransfer, {{widget, "1"}, {widget, "2"}}), {{widget, pool("3", "10")}}),
        QStringList({"3.33", "6.67"}));
}

void TestCosting::returnComesBackAtTheCostOfItsDay()
{
    QCOMPARE(costs(issue(DocumentKind::CustomerReturn, {{widget, "3"}}), {{widget, pool("10", "100", "10", "200")}}),
        QStringList("45.00"));
}

void TestCosting::nothingInThePool()
{
    QCOMPARE(costs(issue(DocumentKind::CustomerReturn, {{widget, "3"}}), {{widget, CostPool()}}), QStringList("0.00"));
    QCOMPARE(costs(issue(DocumentKind::WriteOff, {{widget, "3"}}), {{widget, CostPool()}}), QStringList("0.00"));
}

void TestCosting::servicesAndValuingKindsCostNothing()
{
    QCOMPARE(costs(issue(DocumentKind::SalesOrder, {{gadget, "3"}}), {{widget, pool("3", "10")}}), QStringList("0.00"));
    QCOMPARE(
        costs(issue(DocumentKind::GoodsReceipt, {{widget, "3"}}), {{widget, pool("3", "10")}}), QStringList("0.00"));
}

void TestCosting::receivedIsWhatValuesStock()
{
    for (const DocumentTraits &row : documentTraits()) {
        const Document document = issue(row.kind, {});
        QCOMPARE(countsAsReceived(document.recorder()), row.valuesStock);
    }
    QVERIFY(countsAsReceived(QStringLiteral("receipt:1")));
    QVERIFY(countsAsReceived(QStringLiteral("stock_transfer:by hand")));
}

void TestCosting::largestFigures()
{
    CostPool large = pool("99999999999999.9999", "9999999999999999.99");
    QCOMPARE(costs(issue(DocumentKind::StockTransfer, {{widget, "99999999999999.9999"}}), {{widget, large}}),
        QStringList("9999999999999999.99"));
    large.receivedQuantity = quantity("1");
    QVERIFY(!lineCosts(issue(DocumentKind::SalesOrder, {{widget, "1"}}), {{widget, large}}).ok());
}

QTEST_GUILESS_MAIN(TestCosting)
#include "tst_costing.moc"
