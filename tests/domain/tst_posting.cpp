// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Posting.h"

#include <QtTest>

using namespace bincard;

namespace {

Decimal quantity(int whole) { return Decimal::whole(whole, quantityScale); }
Decimal amount(int whole) { return Decimal::whole(whole, amountScale); }

const QString widget = QStringLiteral("WDG-A1");
const QString freight = QStringLiteral("FREIGHT");
const QString mainHouse = QStringLiteral("MAIN");
const QString east = QStringLiteral("EAST");

/// Ten widgets for 70 and one freight for 30.
Document sample(DocumentKind kind)
{
    Document document;
    document.kind = kind;
    document.id = QUuid::createUuid();
    document.warehouse = mainHouse;
    document.warehouseTo = traits(kind).hasDestination ? east : QString();
    document.partner = traits(kind).needsPartner ? QStringLiteral("ACME") : QString();
    DocumentLine line;
    line.item = widget;
    line.quantity = quantity(10);
    line.amount = traits(kind).hasPrices ? amount(70) : amount(0);
    document.lines << line;
    line.item = freight;
    line.quantity = quantity(1);
    line.amount = traits(kind).hasPrices ? amount(30) : amount(0);
    document.lines << line;
    return document;
}

} // namespace

class TestPosting : public QObject
{
    Q_OBJECT

private slots:
    void everyKind_data();
    void everyKind();
    void transferOfAServiceIsAProblem();
};

void TestPosting::everyKind_data()
{
    QTest::addColumn<DocumentKind>("kind");
    QTest::addColumn<QList<StockMovement>>("stock");
    QTest::addColumn<QList<SalesMovement>>("sales");
    const QString acme = QStringLiteral("ACME");
    QTest::newRow("goods receipt at its amounts")
        << DocumentKind::GoodsReceipt << QList<StockMovement>{{1, mainHouse, widget, quantity(10), amount(70)}}
        << QList<SalesMovement>();
    QTest::newRow("opening balance likewise")
        << DocumentKind::OpeningBalance << QList<StockMovement>{{1, mainHouse, widget, quantity(10), amount(70)}}
        << QList<SalesMovement>();
    QTest::newRow("sales order at cost") << DocumentKind::SalesOrder
                                         << QList<StockMovement>{{1, mainHouse, widget, quantity(-10), amount(-40)}}
                                         << QList<SalesMovement>{
                                                {1, widget, acme, mainHouse, quantity(10), amount(70), amount(40)},
                                                {2, freight, acme, mainHouse, quantity(1), amount(30), amount(0)}};
    QTest::newRow("customer return") << DocumentKind::CustomerReturn
                                     << QList<StockMovement>{{1, mainHouse, widget, quantity(10), amount(40)}}
                                     << QList<SalesMovement>{
                                            {1, widget, acme, mainHouse, quantity(-10), amount(-70), amount(-40)},
                                            {2, freight, acme, mainHouse, quantity(-1), amount(-30), amount(0)}};
    QTest::newRow("transfer: one value on both sides")
        << DocumentKind::StockTransfer
        << QList<StockMovement>{{1, mainHouse, widget, quantity(-10), amount(-40)},
               {1, east, widget, quantity(10), amount(40)}}
        << QList<SalesMovement>();
    QTest::newRow("write-off") << DocumentKind::WriteOff
                               << QList<StockMovement>{{1, mainHouse, widget, quantity(-10), amount(-40)}}
                               << QList<SalesMovement>();
}

void TestPosting::everyKind()
{
    QFETCH(DocumentKind, kind);
    QFETCH(QList<StockMovement>, stock);
    QFETCH(QList<SalesMovement>, sales);
    // A cost for the service, too: it must not be used.
    const Postings postings = postingsOf(sample(kind), {amount(40), amount(99)}, {freight});
    QCOMPARE(postings.inventory, stock);
    QCOMPARE(postings.sales, sales);
}

void TestPosting::transferOfAServiceIsAProblem()
{
    for (const DocumentTraits &row : documentTraits()) {
        const QList<Problem> problems = postingProblems(sample(row.kind), {freight});
        QCOMPARE(problems.size(), row.hasDestination ? 1 : 0);
        if (!problems.isEmpty()) {
            QCOMPARE(problems.constFirst().line, 2);
            QCOMPARE(problems.constFirst().field, QStringLiteral("lines.item"));
        }
    }
}

QTEST_GUILESS_MAIN(TestPosting)
#include "tst_posting.moc"
