// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/CatalogService.h"
#include "service/DocumentService.h"
#include "service/ImportService.h"
#include "support/TestBook.h"

#include <QTemporaryFile>

using namespace bincard;

namespace {

const QString northwind = QStringLiteral(BINCARD_TEST_DATA_DIR "/northwind/");

class TextFile
{
public:
    explicit TextFile(const QByteArray &text)
    {
        m_file.open();
        m_file.write(text);
        m_file.close();
    }
    [[nodiscard]] ImportRequest request(ImportKind kind = ImportKind::Documents) const
    {
        const auto preview = ImportService::preview(m_file.fileName(), kind);
        if (!preview.ok())
            qFatal("%s", test::reasonOf(preview).constData());
        return preview->request();
    }

private:
    QTemporaryFile m_file;
};

QStringList problems(const ImportReport &report)
{
    QStringList result;
    for (const ImportProblem &problem : report.problems)
        result += problem.because > 0 ? QStringLiteral("%1 < %2").arg(problem.line).arg(problem.because)
                                      : QStringLiteral("%1 %2 %3").arg(problem.line).arg(problem.field, problem.value);
    return result;
}

const QByteArray header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID\n";

/// The demo book: MAIN holds 420 WDG-A1 (500 from 2026-04-01 on) and 250 WDG-B2.
const QByteArray mixed = header
    + "1,WDG-A1,,20,2026-04-20,300,ACME\n1,NEW-1,New thing,1,2026-04-20,5,NEWBIE\n"
      "2,WDG-A1,,400,2026-04-20,300,ACME\n2,WDG-B2,,10,2026-04-20,150,\n"
      "3,wdg-b2,,230,2026-04-20,150,\nC4,WDG-B2,,-1,2026-04-21,150,GLOBEX\n5,WDG-B2,lost,-5,2026-04-21,0,\n";

} // namespace

/// Importing into a book that lives: what is refused, what goes on, what a dry run leaves.
class TestImport : public QObject
{
    Q_OBJECT

private slots:
    void wholeDocumentsOrNothing_data() { test::engines(); }
    void wholeDocumentsOrNothing()
    {
        BINCARD_TEST_BOOK(book);
        // NEW-1 is in no stock, so invoice 1 cannot be posted; with it goes the item and nobody else's document.
        const TextFile file(QByteArray(mixed).replace("NEWBIE", "ACME"));
        const auto report = book->imports().run(file.request());
        BINCARD_GOOD(report);
        QCOMPARE(problems(*report), QStringList({"2 < 3", "3 quantity 1"}));
        QVERIFY(report->problems.at(1).reason.english().contains("NEW-1"));
        QVERIFY(report->problems.at(1).reason.english().contains("2026-04-20"));
        QCOMPARE(report->documentsByKind,
            (QMap<QString, int>{{"sales_order", 2}, {"customer_return", 1}, {"write_off", 1}}));
        QCOMPARE(report->documentsLeftOut, 1);
        QCOMPARE(report->rowsRead, 7);
        QCOMPARE(report->rowsTaken, 5);
        QCOMPARE(report->itemsCreated, 0);
        QCOMPARE(report->partnersCreated, 1); // the walk-in one
        QCOMPARE(test::stockOf(book.book(), "MAIN", "WDG-A1").section(u' ', 0, 0), QStringLiteral("20.0000"));
        QCOMPARE(test::stockOf(book.book(), "MAIN", "WDG-B2").section(u' ', 0, 0), QStringLiteral("6.0000"));
        const auto items = book->catalog().items();
        BINCARD_GOOD(items);
        QVERIFY(std::none_of(items->cbegin(), items->cend(), [](const Item &item) { return item.code == "NEW-1"; }));
        QVERIFY(book->documents().loadByNumber(DocumentKind::SalesOrder, "2").ok());
        QCOMPARE(book->documents().loadByNumber(DocumentKind::SalesOrder, "2")->partner, QStringLiteral("ACME"));
        QCOMPARE(book->documents().loadByNumber(DocumentKind::SalesOrder, "3")->partner, QStringLiteral("WALK-IN"));
    }

    void dryRunSaysTheSameAndWritesNothing_data() { test::engines(); }
    void dryRunSaysTheSameAndWritesNothing()
    {
        BINCARD_TEST_BOOK(book);
        const TextFile file(QByteArray(mixed).replace("NEWBIE", "ACME"));
        ImportRequest request = file.request();
        request.dryRun = true;
        const QStringList before = book.dump();
        const auto rehearsed = book->imports().run(request);
        BINCARD_GOOD(rehearsed);
        QCOMPARE(book.dump(), before);
        request.dryRun = false;
        const auto report = book->imports().run(request);
        BINCARD_GOOD(report);
        QCOMPARE(problems(*rehearsed), problems(*report));
        QCOMPARE(rehearsed->documentsByKind, report->documentsByKind);
        QCOMPARE(rehearsed->rowsTaken, report->rowsTaken);
        QCOMPARE(rehearsed->partnersCreated, report->partnersCreated);
        QVERIFY(rehearsed->dryRun);
    }

    void cancelledImportGoesOnWhereItStopped_data() { test::engines(); }
    void cancelledImportGoesOnWhereItStopped()
    {
        BINCARD_TEST_BOOK(book);
        QByteArray text = header;
        for (int i = 0; i < 130; ++i)
            text += QByteArray::number(i) + ",WDG-A1,,1,2026-04-20,300,ACME\n";
        const TextFile file(text);
        const auto stopped = book->imports().run(file.request(), [](const ImportProgress &progress) {
            return progress.step != ImportProgress::Step::Writing || progress.done < 100;
        });
        BINCARD_GOOD(stopped);
        QVERIFY(stopped->cancelled);
        QCOMPARE(stopped->documents, 100);
        QCOMPARE(stopped->rowsTaken, 100);
        QCOMPARE(test::stockOf(book.book(), "MAIN", "WDG-A1").section(u' ', 0, 0), QStringLiteral("320.0000"));
        const auto rest = book->imports().run(file.request());
        BINCARD_GOOD(rest);
        QCOMPARE(rest->alreadyImported, 100);
        QCOMPARE(rest->documents, 30);
        QCOMPARE(test::stockOf(book.book(), "MAIN", "WDG-A1").section(u' ', 0, 0), QStringLiteral("290.0000"));
    }

    void aFileThatChangedIsReported_data() { test::engines(); }
    void aFileThatChangedIsReported()
    {
        BINCARD_TEST_BOOK(book);
        QByteArray text = header + "1,WDG-A1,,1,2026-04-20,300,ACME\n2,WDG-A1,,1,2026-04-20,300,ACME\n";
        BINCARD_GOOD(book->imports().run(TextFile(text).request()));
        text += "2,WDG-A1,,5,2026-04-20,300,ACME\n";
        const auto report = book->imports().run(TextFile(text).request());
        BINCARD_GOOD(report);
        QCOMPARE(report->alreadyImported, 1);
        QCOMPARE(problems(*report), QStringList("3 number 2"));
        QCOMPARE(test::stockOf(book.book(), "MAIN", "WDG-A1").section(u' ', 0, 0), QStringLiteral("418.0000"));
    }

    void draftsFirstThenPosted_data() { test::engines(); }
    void draftsFirstThenPosted()
    {
        BINCARD_TEST_BOOK(book);
        const TextFile file(header + "1,NEW-1,New thing,3,2026-03-05,2,ACME\n");
        ImportRequest request = file.request();
        request.post = false;
        request.inferOpeningStock = true;
        const auto drafts = book->imports().run(request);
        BINCARD_GOOD(drafts);
        QCOMPARE(drafts->documents, 2);
        QCOMPARE(test::stockOf(book.book(), "MAIN", "NEW-1", "2026-03-04"), QStringLiteral("0.0000 0.00"));
        request.post = true;
        const auto posted = book->imports().run(request);
        BINCARD_GOOD(posted);
        QCOMPARE(problems(*posted), QStringList());
        QCOMPARE(posted->documents, 2);
        QCOMPARE(test::stockOf(book.book(), "MAIN", "NEW-1", "2026-03-04"), QStringLiteral("3.0000 6.00"));
        QCOMPARE(test::stockOf(book.book(), "MAIN", "NEW-1"), QStringLiteral("0.0000 0.00"));
    }

    void openingStockOfASecondFile_data() { test::engines(); }
    void openingStockOfASecondFile()
    {
        BINCARD_TEST_BOOK(book);
        for (const char *text : {"1,NEW-1,New thing,3,2026-03-05,2,ACME\n", "2,NEW-1,,4,2026-03-05,2,ACME\n",
                 "3,WDG-A1,,421,2026-04-20,2,ACME\n"}) {
            const TextFile file(header + text);
            ImportRequest request = file.request();
            request.inferOpeningStock = true;
            const auto report = book->imports().run(request);
            BINCARD_GOOD(report);
            QCOMPARE(problems(*report), QStringList());
            QCOMPARE(report->documents, 2);
        }
        QVERIFY(book->documents().loadByNumber(DocumentKind::OpeningBalance, "OPENING-2026-03-04-MAIN-2").ok());
        const auto last = book->documents().loadByNumber(DocumentKind::OpeningBalance, "OPENING-2026-04-19-MAIN");
        BINCARD_GOOD(last);
        QCOMPARE(last->lines.constFirst().quantity.toString(), QStringLiteral("1.0000")); // 420 are there
    }

    void northwindCatalog_data() { test::engines(); }
    void northwindCatalog()
    {
        BINCARD_TEST_BOOK(book, OpenMode::Create);
        const auto imported = [&](ImportKind kind, const char *name) {
            const auto preview = ImportService::preview(northwind + QLatin1String(name), kind);
            if (!preview.ok())
                qFatal("%s", test::reasonOf(preview).constData());
            const auto report = book->imports().run(preview->request());
            if (!report.ok() || !report->problems.isEmpty())
                qFatal("%s %s", name,
                    report.ok() ? qPrintable(problems(*report).join(u'\n')) : test::reasonOf(report).constData());
            return report->rowsTaken;
        };
        QCOMPARE(imported(ImportKind::Categories, "categories.csv"), 8);
        QCOMPARE(imported(ImportKind::Items, "products.csv"), 77);
        QCOMPARE(imported(ImportKind::Partners, "suppliers.csv"), 29);
        QCOMPARE(imported(ImportKind::Partners, "customers.csv"), 91);
        const auto all = book->catalog().all();
        BINCARD_GOOD(all);
        const auto find = [](const auto &rows, const char *code) {
            const auto found = std::find_if(
                rows.cbegin(), rows.cend(), [&](const auto &row) { return row.code == QLatin1String(code); });
            return found == rows.cend() ? typename std::decay_t<decltype(rows)>::value_type() : *found;
        };
        const Item chang = find(all->items, "2");
        QCOMPARE(chang.name, QStringLiteral("Chang"));
        QCOMPARE(chang.category, QStringLiteral("1"));
        QCOMPARE(chang.unit, QStringLiteral("24 - 12 oz bottles"));
        QCOMPARE(chang.listPrice.toString(), QStringLiteral("19.0000"));
        QCOMPARE(chang.reorderPoint.toString(), QStringLiteral("25.0000"));
        QVERIFY(chang.active && !find(all->items, "5").active);
        const Partner customer = find(all->partners, "ALFKI"), supplier = find(all->partners, "1");
        QVERIFY(customer.customer && !customer.supplier && !supplier.customer && supplier.supplier);
        QCOMPARE(customer.phone, QStringLiteral("030-0074321"));
        // Again: nothing to change.
        const auto again =
            book->imports().run(ImportService::preview(northwind + "products.csv", ImportKind::Items)->request());
        BINCARD_GOOD(again);
        QCOMPARE(again->catalogRows, 0);
        QCOMPARE(again->rowsTaken, 77);
    }

    void catalogRowsThatCannotBeTaken_data() { test::engines(); }
    void catalogRowsThatCannotBeTaken()
    {
        BINCARD_TEST_BOOK(book);
        const TextFile file(
            "sku;name;price;category;active;ean\nWDG-A1;;260,50;;;\nN-1;One;1,5;;yes;123\n;Two;1;;;\nN-3;;1;;;\n"
            "N-4;Four;x;;;\nN-5;Five;-1;;;\nN-6;Six;1;Nowhere;;\nN-7;Seven;1;;maybe;\nn-1;Again;1;;;\nN-8;Eight;1;;;"
            "123\n");
        ImportRequest request = file.request(ImportKind::Items);
        QVERIFY(request.format.decimalComma);
        request.dryRun = true;
        const QStringList before = book.dump();
        const auto rehearsed = book->imports().run(request);
        BINCARD_GOOD(rehearsed);
        QCOMPARE(book.dump(), before);
        request.dryRun = false;
        const auto report = book->imports().run(request);
        BINCARD_GOOD(report);
        QCOMPARE(problems(*report),
            QStringList({"4 code ", "5 name ", "6 list_price x", "7 list_price -1", "8 category Nowhere",
                "9 active maybe", "10 code n-1", "11 barcode 123"}));
        QCOMPARE(problems(*rehearsed), problems(*report));
        QCOMPARE(report->rowsTaken, 2);
        QCOMPARE(report->itemsCreated, 1);
        const auto items = book->catalog().items();
        BINCARD_GOOD(items);
        for (const Item &item : *items)
            if (item.code == u"WDG-A1") {
                QCOMPARE(item.name, QStringLiteral("Widget Alpha"));
                QCOMPARE(item.listPrice.toString(), QStringLiteral("260.5000"));
            }
    }

    void categoriesBelowEachOther_data() { test::engines(); }
    void categoriesBelowEachOther()
    {
        BINCARD_TEST_BOOK(book, OpenMode::Create);
        const TextFile file("code,name,parent\nc,C,b\nb,B,a\na,A,\nx,X,y\ny,Y,x\nz,Z,nowhere\n");
        const auto report = book->imports().run(file.request(ImportKind::Categories));
        BINCARD_GOOD(report);
        QCOMPARE(problems(*report), QStringList({"5 parent y", "6 parent x", "7 parent nowhere"}));
        QCOMPARE(report->catalogRows, 3);
    }

    void filesThatCannotBeRead()
    {
        const auto missing = ImportService::preview(QStringLiteral("nowhere.csv"), ImportKind::Documents);
        QVERIFY(!missing.ok());
        QCOMPARE(missing.error().code(), ErrorCode::NotFound);
        QTemporaryFile file;
        QVERIFY(file.open());
        const auto blank = ImportService::preview(file.fileName(), ImportKind::Documents);
        QVERIFY(!blank.ok());
        QCOMPARE(blank.error().code(), ErrorCode::Validation);
    }
};

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
