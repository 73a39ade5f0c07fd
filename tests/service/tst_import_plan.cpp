// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ImportPlan.h"
#include "service/OpeningStock.h"

#include <QRandomGenerator>
#include <QTemporaryFile>
#include <QtTest>

using namespace bincard;

namespace {

CatalogSnapshot catalog()
{
    CatalogSnapshot snapshot;
    Item widget;
    widget.id = {7};
    widget.code = QStringLiteral("WDG-A1");
    widget.name = QStringLiteral("Widget Alpha");
    widget.listPrice = Decimal(2500000, priceScale);
    widget.version = 1;
    snapshot.items += widget;
    for (const char *code : {"MAIN", "EAST"}) {
        Warehouse warehouse;
        warehouse.id = {snapshot.warehouses.size() + 1};
        warehouse.code = warehouse.name = QLatin1String(code);
        warehouse.version = 1;
        snapshot.warehouses += warehouse;
    }
    return snapshot;
}

struct Planned
{
    QTemporaryFile file, details;
    ImportRequest request;
    std::optional<Result<ImportPlan>> result;

    explicit Planned(const QByteArray &text, const QByteArray &detailsText = {})
    {
        file.open();
        file.write(text);
        file.close();
        if (!detailsText.isEmpty()) {
            details.open();
            details.write(detailsText);
            details.close();
        }
        const auto preview = ImportService::preview(
            file.fileName(), ImportKind::Documents, {}, detailsText.isEmpty() ? QString() : details.fileName());
        if (!preview.ok())
            qFatal("%s", qPrintable(preview.error().message().english()));
        request = preview->request();
    }
    ImportPlan &plan(const CatalogSnapshot &known = catalog())
    {
        result = planDocuments(request, known, {});
        if (!result->ok())
            qFatal("%s", qPrintable(result->error().message().english()));
        return result->value();
    }
};

/// "sales_order 1 2026-04-01 ACME MAIN: A 2 x 1.50, B 1 x 3.00"
QStringList shown(const ImportPlan &plan)
{
    QStringList result;
    for (const PlannedDocument &planned : plan.documents) {
        const Document document = plan.document(planned);
        QStringList lines;
        for (const DocumentLine &line : document.lines)
            lines += line.item + u' ' + line.quantity.toStringTrimmed(0) + u" x " + line.unitPrice.toStringTrimmed(2)
                + (line.discount.isZero() ? QString() : QString(u" -" + line.discount.toStringTrimmed(0) + u'%'))
                + (line.amountGiven ? QString(u" = " + line.amount.toString()) : QString());
        const QStringList head{code(document.kind), document.number, document.date.toString(Qt::ISODate),
            document.partner.isEmpty() ? QStringLiteral("-") : document.partner, document.warehouse};
        result += head.join(u' ') + u": " + lines.join(u", ");
    }
    return result;
}

/// "3 quantity: reason", or "3 < 2" for a row left out because of line 2.
QStringList problems(const ImportPlan &plan)
{
    QStringList result;
    for (const ImportProblem &problem : plan.problems)
        result += problem.because > 0 ? QStringLiteral("%1 < %2").arg(problem.line).arg(problem.because)
                                      : QStringLiteral("%1 %2").arg(problem.line).arg(problem.field);
    return result;
}

const QByteArray header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID\n";

} // namespace

class TestImportPlan : public QObject
{
    Q_OBJECT

private slots:
    void rowsOfOneNumberMakeOneDocument()
    {
        Planned file(header + "1,A,Ape,2,2026-04-01,1.50,ACME\n2,B,Bee,1,2026-04-01,3,ACME\n1,B,,4,2026-04-01,2.75,\n");
        QCOMPARE(shown(file.plan()),
            QStringList({"sales_order 1 2026-04-01 ACME MAIN: A 2 x 1.50, B 4 x 2.75",
                "sales_order 2 2026-04-01 ACME MAIN: B 1 x 3.00"}));
        QCOMPARE(problems(file.plan()), QStringList());
        QCOMPARE(file.plan().rowsRead, 3);
        QCOMPARE(file.plan().rowsWithoutPartner, 0);
    }

    void signsDecideTheKind()
    {
        Planned file(header
            + "C1,A,,-2,2026-04-01,1,ACME\n"
              "2,A,,3,2026-04-01,1,ACME\n2,B,,-1,2026-04-01,0,\n2,POST,,-1,2026-04-01,5,\n"
              "3,A,damaged,-4,2026-04-01,0,\n"
              "4,post,,-1,2026-04-01,9,\n"
              "CN5,A,,-1,2026-04-01,1,ACME\nCASH6,A,,1,2026-04-01,1,ACME\nC7,A,,2,2026-04-01,1,ACME\n");
        file.request.services = QStringList{"POST"};
        QCOMPARE(shown(file.plan()),
            QStringList({"customer_return C1 2026-04-01 ACME MAIN: A 2 x 1.00",
                "customer_return 2-R 2026-04-01 ACME MAIN: POST 1 x 5.00",
                "customer_return 4 2026-04-01 WALK-IN MAIN: POST 1 x 9.00",
                "customer_return CN5 2026-04-01 ACME MAIN: A 1 x 1.00",
                "customer_return C7 2026-04-01 ACME MAIN: A 2 x 1.00", "sales_order 2 2026-04-01 ACME MAIN: A 3 x 1.00",
                "write_off 2-W 2026-04-01 - MAIN: B 1 x 0.00", "write_off 3 2026-04-01 - MAIN: A 4 x 0.00",
                "sales_order CASH6 2026-04-01 ACME MAIN: A 1 x 1.00"}));
        QVERIFY(file.plan().problems.isEmpty());
        QCOMPARE(file.plan().rowsWithoutPartner, 1);
    }

    void bothSignsInOneCancellationContradict()
    {
        Planned file(header + "C1,A,,-2,2026-04-01,1,ACME\nC1,A,,2,2026-04-01,1,ACME\n");
        QCOMPARE(shown(file.plan()), QStringList());
        QCOMPARE(problems(file.plan()), QStringList({"2 < 3", "3 quantity"}));
    }

    void twoSpellingsOfOneItem()
    {
        Planned file(header
            + "1,85123a,white holder,2,2026-04-01,1,X\n1,85123A,WHITE HOLDER,1,2026-04-01,2,X\n"
              "1,wdg-a1,other words,1,2026-04-01,3,x\n");
        const ImportPlan &plan = file.plan();
        QCOMPARE(shown(plan),
            QStringList("sales_order 1 2026-04-01 X MAIN: 85123a 2 x 1.00, 85123a 1 x 2.00, WDG-A1 1 x 3.00"));
        QCOMPARE(plan.items.size(), 2);
        QVERIFY(!plan.items.at(0).isNew);
        QCOMPARE(plan.items.at(0).row.name, QStringLiteral("Widget Alpha"));
        QCOMPARE(plan.items.at(1).row.name, QStringLiteral("white holder"));
        QCOMPARE(plan.partners.size(), 1);
    }

    void namesAndPricesOfNewItems()
    {
        Planned file(header
            + "1,A,,-1,2026-04-01,0,\n2,A,?,-1,2026-04-01,0,\n3,A,RED  LAMP,1,2026-04-01,2,X\n"
              "4,A,LAMP RED,1,2026-04-01,5,X\n5,A,,1,2026-04-01,5,X\n6,A,,1,2026-04-01,0,X\n"
              "7,B,,1,2026-04-01,0,X\n8,C,found,-1,2026-04-01,0,\n");
        const ImportPlan &plan = file.plan();
        QCOMPARE(plan.items.at(1).row.name, QStringLiteral("RED LAMP"));
        QCOMPARE(plan.items.at(1).row.listPrice, Decimal(50000, priceScale));
        QCOMPARE(plan.items.at(2).row.name, QStringLiteral("B"));
        QCOMPARE(plan.items.at(3).row.name, QStringLiteral("found"));
    }

    void everyBadRowIsReportedInOnePass()
    {
        Planned file(header
            + "1,A,,two,2026-04-01,1,X\n1,A,,1,2026-04-01,1,X\n" // lines 2, 3
              ",A,,1,2026-04-01,1,X\n"                           // 4
              "2,A,,1,2026-02-30,1,X\n"                          // 5
              "3,,,0,2026-04-01,-1,X\n"                          // 6
              "4,A,,1,2026-04-01,,X\n"                           // 7
              "5,A,,1,2026-04-01,1,X\n5,A,,1,2026-04-02,1,Y\n"   // 8, 9
              "6,A,,1\n6,A,,1,2026-04-01,1,X\n"                  // 10, 11
              "7,A,,1.00001,2026-04-01,1,X\n"                    // 12
              "8,A,,1,2026-04-01,1,X\n");
        QCOMPARE(problems(file.plan()),
            QStringList({"2 quantity", "3 < 2", "4 number", "5 date", "6 quantity", "6 unit_price", "6 item",
                "7 unit_price", "8 < 9", "9 date", "9 partner", "10 number", "11 < 10", "12 quantity"}));
        QCOMPARE(shown(file.plan()), QStringList("sales_order 8 2026-04-01 X MAIN: A 1 x 1.00"));
        QCOMPARE(file.plan().documentsLeftOut, 7);
        QCOMPARE(file.plan().rowsRead, 12);
        for (const ImportProblem &problem : file.plan().problems)
            QVERIFY(!problem.reason.english().isEmpty());
        QCOMPARE(file.plan().problems.at(0).value, QStringLiteral("two"));
    }

    void withinADayWhatIncreasesComesFirst()
    {
        Planned file(
            "number,kind,date,item,quantity,unit_price,partner,warehouse_to\n"
            "1,,2026-04-02,A,1,1,X,\n2,write off,2026-04-01,A,1,,,\n3,,2026-04-01,A,1,1,X,\n"
            "4,stock-transfer,2026-04-01,A,1,,,EAST\n5,Goods_Receipt,2026-04-01,A,1,1,S,\nC6,,2026-04-01,A,-1,1,X,\n");
        QStringList numbers;
        for (const PlannedDocument &document : file.plan().documents)
            numbers += document.number;
        QCOMPARE(numbers, QStringList({"5", "C6", "4", "2", "3", "1"}));
        QVERIFY(file.plan().problems.isEmpty());
        QVERIFY(file.plan().partners.at(1).row.supplier && !file.plan().partners.at(1).row.customer);
    }

    void amountsInsteadOfPrices()
    {
        Planned file("number,kind,date,item,quantity,amount\n1,goods_receipt,2026-04-01,A,3,10\n"
                     "2,,2026-04-01,A,4,10\n3,,2026-04-01,A,70000000,0.01\n");
        QCOMPARE(shown(file.plan()),
            QStringList({"goods_receipt 1 2026-04-01 - MAIN: A 3 x 0.00 = 10.00",
                "sales_order 2 2026-04-01 WALK-IN MAIN: A 4 x 2.50"}));
        QCOMPARE(problems(file.plan()), QStringList("4 amount"));
    }

    void withoutPricesTheListPriceCounts()
    {
        Planned file("number,date,item,quantity\n1,2026-04-01,wdg-a1,2\n");
        QCOMPARE(shown(file.plan()), QStringList("sales_order 1 2026-04-01 WALK-IN MAIN: WDG-A1 2 x 250.00"));
    }

    void twoFiles()
    {
        Planned file("orderID,customerID,orderDate\n1,ACME,1996-07-04 00:00:00.000\n2,NULL,1996-07-05 00:00:00.000\n"
                     "3,ACME,1996-07-05 00:00:00.000\n4,ACME,never\n1,ACME,1996-07-05 00:00:00.000\n",
            "orderID,productID,unitPrice,quantity,discount\n2,A,14.00,12,0\n2,B,9.80,10,0.15\n4,A,1,1,0\n9,A,1,1,0\n");
        QVERIFY(file.request.discountIsFraction);
        const ImportPlan &plan = file.plan();
        QCOMPARE(shown(plan), QStringList("sales_order 2 1996-07-05 WALK-IN MAIN: A 12 x 14.00, B 10 x 9.80 -15%"));
        QCOMPARE(problems(plan), QStringList({"4 number", "5 date", "6 number", "4 < 5", "5 number"}));
        QCOMPARE(plan.rowsRead, 4);
    }

    void requestsThatCannotWork()
    {
        Planned file(header + "1,A,,1,2026-04-01,1,X\n");
        file.request.columns.insert("quantity", "Menge");
        file.request.columns.remove("item");
        file.request.columns.insert("colour", "StockCode");
        file.request.constants.insert("warehouse", "NOWHERE");
        file.request.services = QStringList{"wdg-a1"};
        file.request.format.dateFormat = QStringLiteral("whenever");
        const auto result = planDocuments(file.request, catalog(), {});
        QVERIFY(!result.ok());
        QStringList fields;
        for (const Problem &problem : result.error().problems())
            fields += problem.field;
        QCOMPARE(fields, QStringList({"service", "warehouse", "date_format", "colour", "item", "quantity"}));
    }

    void aBookWithoutWarehouseGetsOne()
    {
        Planned file(header + "1,A,,1,2026-04-01,1,X\n");
        QCOMPARE(shown(file.plan({})), QStringList("sales_order 1 2026-04-01 X MAIN: A 1 x 1.00"));
        QVERIFY(file.plan({}).warehouses.at(0).isNew);
    }

    void openingStockIsJustEnough()
    {
        Planned file(header
            + "1,A,,5,2026-04-01,2,X\nC2,A,,-3,2026-04-01,2,X\n3,A,,4,2026-04-03,0.5,X\n3,B,,1,2026-04-03,0,X\n"
              "4,D,,-2,2026-04-03,0,\n5,POST,,9,2026-04-03,1,X\n6,A,,1,2026-04-02,1,X\n");
        file.request.services = QStringList{"POST"};
        ImportPlan &plan = file.plan();
        addOpeningStock(plan, {}, {}, Decimal(5000, 4));
        // A: 5-3+1+4 = 7 missing; average price (5*2 + 4*0.5 + 1*1) / 10 = 1.3; half of 7 * 1.3 = 4.55
        QCOMPARE(shown(plan).constFirst(),
            QStringLiteral("opening_balance OPENING-2026-03-31-MAIN 2026-03-31 - MAIN: A 7 x 0.00 = 4.55, B 1 x 0.00 = "
                           "0.00, D 2 x 0.00 = 0.00"));
    }

    void openingStockCountsTheBook()
    {
        Planned file(header + "1,WDG-A1,,5,2026-04-10,2,X\n");
        ImportPlan &plan = file.plan();
        const QDate before(2026, 4, 9);
        addOpeningStock(plan, {{{0, 0}, {{before, 40000}, {QDate(2026, 4, 20), -20000}}}}, {}, Decimal(10000, 4));
        QCOMPARE(shown(plan).constFirst(),
            QStringLiteral("opening_balance OPENING-2026-04-09-MAIN 2026-04-09 - MAIN: WDG-A1 3 x 0.00 = 6.00"));
        const KnownDocuments known{plan.document(plan.documents.at(0)).id, plan.document(plan.documents.at(1)).id};
        ImportPlan &again = file.plan();
        addOpeningStock(again,
            {{{0, 0}, {{before, 70000}, {QDate(2026, 4, 10), -50000}, {QDate(2026, 4, 20), -20000}}}}, known,
            Decimal(10000, 4));
        QCOMPARE(again.documents.size(), 1);
    }

    /// Random files: with the opening stock no day ends below zero, and with one unit less of any line one does.
    void openingStockIsTheLeast()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int round = 0; round < 20; ++round) {
            QByteArray text = header;
            for (int row = 0; row < 60; ++row) {
                const bool back = random.bounded(3) == 0;
                text += (back ? "C" : "") + QByteArray::number(row) + ',' + QByteArray::number(random.bounded(5)) + ",,"
                    + (back ? "-" : "") + QByteArray::number(random.bounded(1, 30)) + ",2026-04-"
                    + QByteArray::number(random.bounded(10, 20)) + ",1.5,X\n";
            }
            Planned file(text);
            ImportPlan &plan = file.plan();
            addOpeningStock(plan, {}, {}, Decimal(10000, 4));
            QMap<QPair<int, QDate>, qint64> net;
            for (const PlannedDocument &document : plan.documents)
                for (const PlannedLine &line : document.lines)
                    net[{line.item, document.date}] +=
                        line.quantity.units() * (traits(document.kind).issuesStock ? -1 : 1);
            QMap<int, QList<qint64>> ends;
            for (auto it = net.cbegin(); it != net.cend(); ++it) {
                QList<qint64> &balances = ends[it.key().first];
                balances += (balances.isEmpty() ? 0 : balances.last()) + it.value();
            }
            for (auto it = ends.cbegin(); it != ends.cend(); ++it)
                QVERIFY(*std::min_element(it->cbegin(), it->cend()) == 0 || it->constFirst() >= 0);
            for (const PlannedLine &line : plan.documents.constFirst().lines)
                if (plan.documents.constFirst().kind == DocumentKind::OpeningBalance)
                    QCOMPARE(*std::min_element(ends[line.item].cbegin(), ends[line.item].cend()), 0);
        }
    }

    void idsAreTheSameInEveryRun()
    {
        QCOMPARE(importedDocumentId(DocumentKind::SalesOrder, "536365", "MAIN"),
            importedDocumentId(DocumentKind::SalesOrder, "536365", "MAIN"));
        QVERIFY(importedDocumentId(DocumentKind::SalesOrder, "1", "MAIN")
            != importedDocumentId(DocumentKind::WriteOff, "1", "MAIN"));
        QCOMPARE(importedDocumentId(DocumentKind::SalesOrder, "536365", "MAIN").version(), QUuid::Sha1);
    }

    void cancelling()
    {
        Planned file(header + "1,A,,1,2026-04-01,1,X\n");
        const auto result = planDocuments(file.request, catalog(), [](const ImportProgress &) { return false; });
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code(), ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestImportPlan)
#include "tst_import_plan.moc"
