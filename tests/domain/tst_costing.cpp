// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Costing.h"

#include <QtTest>

using namespace bincard;

namespace {

Decimal quantity(const char *text) { return *Decimal::parse(QString::fromLatin1(text), quantityScale); }
Decimal amount(const char *text) { return *Decimal::parse(QString::fromLatin1(text), amountScale); }

const QString widget = QStringLiteral("WDG-A1");
const QString gadget = QStringLiteral("GDG-X1");
constexpr WarehouseId here{1}, east{2}, west{3};

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
    void anEarlierDaysCostWhereTheDayHasNone();
    void anEmptiedWarehouseKeepsNoValue();
    void whoTakesTheValueLeftBehind();
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

void TestCosting::anEarlierDaysCostWhereTheDayHasNone()
{
    CostPool empty;
    empty.knownQuantity = quantity("3");
    empty.knownValue = amount("10");
    QCOMPARE(costs(issue(DocumentKind::CustomerReturn, {{widget, "2"}}), {{widget, empty}}), QStringList("6.67"));
    CostPool returned = empty; // two came back on the day itself: what goes out again costs the same
    returned.closingQuantity = quantity("2");
    returned.closingValue = amount("6.67");
    QCOMPARE(costs(issue(DocumentKind::SalesOrder, {{widget, "1"}}), {{widget, returned}}), QStringList("3.33"));
    QCOMPARE(costs(issue(DocumentKind::SalesOrder, {{widget, "2"}}), {{widget, returned}}), QStringList("6.67"));
    CostPool own = pool("10", "50"); // a day of its own comes first
    own.knownQuantity = quantity("1");
    own.knownValue = amount("99");
    QCOMPARE(costs(issue(DocumentKind::CustomerReturn, {{widget, "2"}}), {{widget, own}}), QStringList("10.00"));
}

void TestCosting::anEmptiedWarehouseKeepsNoValue()
{
    // 10 for 100 here, 10 for 200 in EAST: 15 each, so ten of ours take 150 out of a warehouse that was worth 100.
    CostPool two = pool("20", "300");
    two.places = {{here, quantity("10"), amount("100")}, {east, quantity("10"), amount("200")}};
    const auto moved = [&](DocumentKind kind, const char *taken, const CostPool &all) {
        const Document document = issue(kind, {{widget, "1"}, {gadget, "1"}, {widget, taken}});
        const QHash<QString, CostPool> pools{{widget, all}};
        return *valuesLeftBehind(
            document, here, traits(kind).hasDestination ? west : WarehouseId(), *lineCosts(document, pools), pools);
    };
    const QList<ValueMove> toEast{{3, here, east, amount("-50")}};
    QCOMPARE(moved(DocumentKind::SalesOrder, "9", two), toEast);
    QCOMPARE(moved(DocumentKind::WriteOff, "9", two), toEast);
    QCOMPARE(moved(DocumentKind::SalesOrder, "8", two), QList<ValueMove>());
    QCOMPARE(moved(DocumentKind::SalesOrder, "10", two), QList<ValueMove>()); // and will be refused
    // Nothing is put right where nothing is taken, and nothing where nothing is left.
    QCOMPARE(moved(DocumentKind::GoodsReceipt, "9", two), QList<ValueMove>());
    QCOMPARE(moved(DocumentKind::CustomerReturn, "9", two), QList<ValueMove>());
    CostPool even = pool("20", "200");
    even.places = {{here, quantity("10"), amount("100")}, {east, quantity("10"), amount("100")}};
    QCOMPARE(moved(DocumentKind::SalesOrder, "9", even), QList<ValueMove>());
    // The whole pool goes: C3 has its last line take all, and nobody is left to inherit.
    CostPool last = pool("10", "100");
    last.places = {{here, quantity("10"), amount("100")}, {east, quantity("0"), amount("0")}};
    QCOMPARE(moved(DocumentKind::SalesOrder, "9", last), QList<ValueMove>());
}

void TestCosting::whoTakesTheValueLeftBehind()
{
    const auto heir = [&](DocumentKind kind, const char *inEast, const char *inWest) {
        CostPool three = pool("100", "1500");
        three.places = {{here, quantity("10"), amount("100")}, {west, quantity(inWest), amount("0")},
            {east, quantity(inEast), amount("0")}};
        const Document document = issue(kind, {{widget, "10"}});
        const QHash<QString, CostPool> pools{{widget, three}};
        const auto moves = *valuesLeftBehind(
            document, here, traits(kind).hasDestination ? west : WarehouseId(), *lineCosts(document, pools), pools);
        return moves.isEmpty() ? WarehouseId() : moves.constFirst().to;
    };
    QCOMPARE(heir(DocumentKind::SalesOrder, "50", "40"), east);
    QCOMPARE(heir(DocumentKind::SalesOrder, "40", "50"), west);
    QCOMPARE(heir(DocumentKind::SalesOrder, "45", "45"), east); // the lower id
    // What arrives counts.
    QCOMPARE(heir(DocumentKind::StockTransfer, "50", "41"), west);
    QCOMPARE(heir(DocumentKind::StockTransfer, "50", "40"), east);
    QCOMPARE(heir(DocumentKind::StockTransfer, "0", "0"), west);
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
