// SPDX-License-Identifier: GPL-3.0-or-later
// The import page on a real book of either engine: what it detects, what it refuses, and that a cancel really cancels.
#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/ImportPage.h"
#include "gui/Theme.h"
#include "models/ValueTableModel.h"
#include "service/CatalogService.h"
#include "service/RegisterService.h"
#include "support/CommandLine.h"
#include "support/gui/PageStage.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryFile>
#include <QTest>

using namespace bincard;
using namespace bincard::test;

namespace {

const QByteArray header = "InvoiceNo;StockCode;Description;Quantity;InvoiceDate;UnitPrice;CustomerID\n";

/// The page by itself on a book.
class ImportStage : public PageStage
{
public:
    explicit ImportStage(TestBook &book) : PageStage(book), page(context)
    {
        page.resize(1280, 760);
        page.show();
    }
    [[nodiscard]] bool settled() { return settle(page, 60000); }
    template <typename T>
    [[nodiscard]] T *find(const char *name)
    {
        return page.findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] bool load(const QByteArray &text)
    {
        file.open();
        file.resize(0);
        file.write(text);
        file.close();
        page.activate({{QStringLiteral("file"), file.fileName()}});
        return settled();
    }
    void press(const char *button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }

    QTemporaryFile file;
    ImportPage page;
};

} // namespace

#define BINCARD_STAGE(name)        \
    BINCARD_TEST_BOOK(name##Book); \
    ImportStage name(name##Book)

class TestImportPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { preparePages(); }

    void detectsAndShows_data() { engines(); }
    void detectsAndShows()
    {
        BINCARD_STAGE(stage);
        QVERIFY(!stage.find<QPushButton>("import")->isEnabled());
        QVERIFY(stage.load(header + "1;WDG-A1;;2;20.04.2026;250,50;ACME\n"));
        QCOMPARE(stage.find<QComboBox>("delimiter")->currentData().toString(), QStringLiteral(";"));
        QCOMPARE(stage.find<QComboBox>("decimals")->currentData().toBool(), true);
        QCOMPARE(stage.find<QComboBox>("dates")->currentText(), QStringLiteral("d.M.yyyy"));
        QCOMPARE(stage.find<QComboBox>("column_item")->currentData().toString(), QStringLiteral("StockCode"));
        QCOMPARE(stage.find<QComboBox>("warehouse")->currentData().toString(), QStringLiteral("MAIN"));
        QVERIFY(stage.find<QPushButton>("import")->isEnabled());
        const ImportPreviewModel &model = stage.page.previewModel();
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.data(model.index(0, 5), Qt::DisplayRole).toString(), QStringLiteral("250,50"));
        QCOMPARE(
            model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("StockCode\nItem (SKU)"));
        // A column taken away is said so at once; another delimiter is read anew.
        choose(stage.find<QComboBox>("column_partner"), QString());
        QCOMPARE(model.headerData(6, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("CustomerID"));
        choose(stage.find<QComboBox>("delimiter"), QStringLiteral(","));
        QVERIFY(stage.settled());
        QVERIFY(model.columnCount() < 7);
    }

    void checksThenImports_data() { engines(); }
    void checksThenImports()
    {
        BINCARD_STAGE(stage);
        QVERIFY(stage.load(header
            + "1;WDG-A1;;20;20.04.2026;300;ACME\n2;WDG-A1;;999;20.04.2026;300;ACME\n2;WDG-B2;;1;20.04.2026;1;\n"
              "3;WDG-A1;;two;20.04.2026;300;ACME\n"));
        const QStringList before = stageBook.dump();
        stage.press("check");
        QVERIFY(!stage.page.isSettled());
        QVERIFY(stage.settled());
        QCOMPARE(stageBook.dump(), before);
        const auto &problems = stage.page.problemModel().rows();
        QCOMPARE(problems.size(), 3);
        QCOMPARE(problems.at(0).line, 3); // causes first
        QCOMPARE(problems.at(1).line, 5);
        QCOMPARE(problems.at(2).because, 3);
        QCOMPARE(problems.at(1).value, QStringLiteral("two"));
        QVERIFY(stage.page.summary().contains(QStringLiteral("nothing was written")));
        QCOMPARE(stage.find<QTabWidget>("tabs")->currentIndex(), 1);

        QSignalSpy changed(&stage.client, &BookClient::documentsChanged);
        stage.press("import");
        QVERIFY(stage.settled());
        QCOMPARE(stage.page.problemModel().rows().size(), 3);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(stockOf(stageBook.book(), "MAIN", "WDG-A1").section(u' ', 0, 0), QStringLiteral("400.0000"));
    }

    void infersOpeningStock_data() { engines(); }
    void infersOpeningStock()
    {
        BINCARD_STAGE(stage);
        QVERIFY(stage.load(header + "1;NEW-1;New thing;4;20.03.2026;2,50;ACME\n1;POST;Postage;1;20.03.2026;9;ACME\n"));
        stage.find<QLineEdit>("services")->setText(QStringLiteral("POST"));
        stage.find<QCheckBox>("opening")->setChecked(true);
        auto *ratio = stage.find<QLineEdit>("ratio");
        ratio->setText(QStringLiteral("cheap"));
        stage.press("import");
        QVERIFY(stage.page.isSettled());
        QVERIFY(stage.page.findChild<ErrorBanner *>()->isShown());
        ratio->setText(QStringLiteral("0.5"));
        stage.press("import");
        QVERIFY(stage.settled());
        QCOMPARE(stage.page.problemModel().rows().size(), 0);
        QCOMPARE(stockOf(stageBook.book(), "MAIN", "NEW-1", "2026-03-19"), QStringLiteral("4.0000 5.00"));
        QCOMPARE(stockOf(stageBook.book(), "MAIN", "NEW-1"), QStringLiteral("0.0000 0.00"));
    }

    void cancelStopsAtWholeDocuments_data() { engines(); }
    void cancelStopsAtWholeDocuments()
    {
        BINCARD_STAGE(stage);
        QByteArray text = header;
        constexpr int count = 400;
        for (int i = 0; i < count; ++i)
            text += QByteArray::number(i) + ";WDG-A1;;1;20.04.2026;300;ACME\n";
        QVERIFY(stage.load(text));
        stage.press("import");
        QVERIFY(!stage.page.mayLeave());
        stage.press("cancel");
        QVERIFY(stage.settled());
        QVERIFY(stage.page.mayLeave());
        QVERIFY(stage.page.summary().contains(QStringLiteral("Cancelled")));
        stage.press("import");
        QVERIFY(stage.settled());
        QCOMPARE(stockOf(stageBook.book(), "MAIN", "WDG-A1").section(u' ', 0, 0), QStringLiteral("20.0000"));
    }

    void otherKinds_data() { engines(); }
    void otherKinds()
    {
        BINCARD_STAGE(stage);
        QVERIFY(stage.load("code,name,phone\nP-1,Paper Ltd,123\n"));
        choose(stage.find<QComboBox>("kind"), QStringLiteral("suppliers"));
        QVERIFY(stage.settled());
        QVERIFY(!stage.find<QCheckBox>("opening")->isVisible());
        stage.press("import");
        QVERIFY(stage.settled());
        QTRY_VERIFY_WITH_TIMEOUT(stage.catalog.partner(QStringLiteral("P-1")), 20000);
        QVERIFY(stage.catalog.partner(QStringLiteral("P-1"))->supplier);
    }

    void movementsShowWhatIsWrongWithThem_data() { engines(); }
    void movementsShowWhatIsWrongWithThem()
    {
        BINCARD_STAGE(stage);
        QVERIFY(stage.load("Document;Date;Item;Warehouse;Quantity;Amount\n"
                           "count:1;2026-05-20;WDG-A1;MAIN;5;1250,50\n"
                           "count:1;2026-02-31;NO-SUCH;MAIN;two;1\n"
                           "count:2;2026-05-21;wdg-b2;EAST;3,5;\n"));
        choose(stage.find<QComboBox>("kind"), QStringLiteral("movements"));
        QVERIFY(stage.settled());
        auto *reg = stage.find<QComboBox>("register");
        QVERIFY(reg->isVisible());
        QCOMPARE(reg->findText(QStringLiteral("ledger")), -1);
        reg->setCurrentText(QStringLiteral("inventory"));
        emit reg->activated(reg->currentIndex());
        QVERIFY(stage.settled());
        QVERIFY(!stage.find<QCheckBox>("opening")->isVisible());
        QCOMPARE(stage.find<QComboBox>("column_recorder")->currentData().toString(), QStringLiteral("Document"));
        // Every cell that is wrong is marked before anything is done.
        const ImportPreviewModel &model = stage.page.previewModel();
        QCOMPARE(model.rowCount(), 3);
        const auto mark = [&model](
                              int row, int column) { return model.index(row, column).data(role::Problem).toString(); };
        for (int column = 0; column < 6; ++column) {
            QVERIFY2(mark(0, column).isEmpty() && mark(2, column).isEmpty(), qPrintable(mark(2, column)));
            QCOMPARE(mark(1, column).isEmpty(), column != 1 && column != 2 && column != 4);
        }
        QVERIFY(mark(1, 2).contains(QStringLiteral("NO-SUCH")));

        // The import names them with their lines, and posts nothing.
        const QStringList before = stageBook.dump();
        for (const char *button : {"check", "import"}) {
            stage.press(button);
            QVERIFY(stage.settled());
            QCOMPARE(stageBook.dump(), before);
            const auto &problems = stage.page.problemModel().rows();
            QCOMPARE(problems.size(), 3);
            QStringList fields;
            for (const ImportProblem &problem : problems) {
                QCOMPARE(problem.line, 3);
                QVERIFY(!problem.reason.english().isEmpty());
                fields << problem.field;
            }
            QCOMPARE(fields, QStringList({"period", "item", "quantity"}));
        }
        QVERIFY(stage.page.summary().contains(QStringLiteral("Nothing was posted")));
        // A column that is not taken is not taken by its name either.
        choose(stage.find<QComboBox>("column_item"), QString());
        QVERIFY(stage.settled());
        QVERIFY(stage.page.findChild<ErrorBanner *>()->text().contains(QStringLiteral("\"item\"")));
    }

    void movementsGoInAllTogether_data() { engines(); }
    void movementsGoInAllTogether()
    {
        BINCARD_STAGE(stage);
        stage.page.activate(
            {{QStringLiteral("kind"), QStringLiteral("movements")}, {QStringLiteral("register"), "inventory"}});
        QVERIFY(stage.settled());
        QVERIFY(stage.load("period,warehouse,item,quantity,amount\n2026-05-20,MAIN,WDG-A1,5,1250.50\n"
                           "2026-05-21,MAIN,WDG-A1,-425,0\n"));
        QCOMPARE(stage.find<QComboBox>("register")->currentText(), QStringLiteral("inventory"));
        auto *recorder = stage.find<QLineEdit>("recorder");
        QVERIFY(recorder->isVisible());
        QVERIFY(recorder->isEnabled());
        stage.press("import");
        QVERIFY(stage.settled());
        QVERIFY(stage.page.findChild<ErrorBanner *>()->isShown()); // who makes them?
        recorder->setFocus();
        QTest::keyClicks(recorder, QStringLiteral("import:7"));
        QTest::keyClick(recorder, Qt::Key_Return);
        QVERIFY(stage.settled());
        QVERIFY(!stage.page.findChild<ErrorBanner *>()->isShown());
        const QStringList before = stageBook.dump();
        stage.press("check");
        QVERIFY(stage.settled());
        QCOMPARE(stageBook.dump(), before);
        QVERIFY(stage.page.summary().contains(QStringLiteral("nothing was written")));
        QSignalSpy changed(&stage.client, &BookClient::documentsChanged);
        stage.press("import");
        QVERIFY(stage.settled());
        QCOMPARE(changed.size(), 1);
        QVERIFY2(stage.page.summary().contains(QStringLiteral("2 movement")), qPrintable(stage.page.summary()));
        QCOMPARE(stockOf(stageBook.book(), "MAIN", "WDG-A1", "2026-05-20").section(u' ', 0, 0), "425.0000");
        QCOMPARE(stockOf(stageBook.book(), "MAIN", "WDG-A1").section(u' ', 0, 0), QStringLiteral("0.0000"));

        // What the register refuses is refused as a whole, in the banner.
        stage.press("import");
        QVERIFY(stage.settled());
        QVERIFY(stage.page.findChild<ErrorBanner *>()->isShown());
    }

    void movementsCanBeCancelled_data() { engines(); }
    void movementsCanBeCancelled()
    {
        BINCARD_STAGE(stage);
        QByteArray text;
        for (int i = 0; i < 20'000; ++i)
            text += QByteArray("{'recorder':'load:" + QByteArray::number(i / 100)
                + "','period':'2026-05-20','warehouse':'MAIN','item':'WDG-A1','quantity':'1'}\n")
                        .replace('\'', '"');
        stage.page.activate(
            {{QStringLiteral("kind"), QStringLiteral("movements")}, {QStringLiteral("register"), "inventory"}});
        stage.file.setFileTemplate(stage.file.fileTemplate() + QStringLiteral(".jsonl"));
        QVERIFY(stage.load(text));
        QCOMPARE(stage.page.previewModel().rowCount(), 50);
        QVERIFY(!stage.page.findChild<QComboBox *>("delimiter")->isVisible()); // JSON has none
        const QStringList before = stageBook.dump();
        stage.press("import");
        QVERIFY(!stage.page.mayLeave());
        stage.press("cancel");
        QVERIFY(stage.settled());
        QVERIFY2(
            stage.page.summary().contains(QStringLiteral("nothing was written")), qPrintable(stage.page.summary()));
        QCOMPARE(stageBook.dump(), before);
        stage.press("import");
        QVERIFY(stage.settled());
        QCOMPARE(stockOf(stageBook.book(), "MAIN", "WDG-A1").section(u' ', 0, 0), QStringLiteral("20420.0000"));
    }

    void anotherDelimiterHasOtherColumns_data() { engines(); }
    void anotherDelimiterHasOtherColumns()
    {
        BINCARD_STAGE(stage);
        stage.page.activate(
            {{QStringLiteral("kind"), QStringLiteral("movements")}, {QStringLiteral("register"), "inventory"}});
        QVERIFY(stage.settled());
        QVERIFY(stage.load("recorder;period;warehouse;item;quantity\nc:1;2026-05-20;MAIN;WDG-A1;5\n"));
        const auto columnOf = [&](const char *field) { return stage.find<QComboBox>(field)->currentData().toString(); };
        choose(stage.find<QComboBox>("delimiter"), QStringLiteral(","));
        QVERIFY(stage.settled());
        QCOMPARE(columnOf("column_item"), QString());
        QVERIFY(stage.page.findChild<ErrorBanner *>()->isShown());
        choose(stage.find<QComboBox>("delimiter"), QStringLiteral(";"));
        QVERIFY(stage.settled());
        QCOMPARE(columnOf("column_item"), QStringLiteral("item"));
        QVERIFY2(!stage.page.findChild<ErrorBanner *>()->isShown(),
            qPrintable(stage.page.findChild<ErrorBanner *>()->text()));
        // What a person has taken away stays away as long as the columns are the same.
        choose(stage.find<QComboBox>("column_quantity"), QString());
        QVERIFY(stage.settled());
        choose(stage.find<QComboBox>("decimals"), true);
        QVERIFY(stage.settled());
        QCOMPARE(columnOf("column_quantity"), QString());
        QCOMPARE(columnOf("column_item"), QStringLiteral("item"));
    }

    void readsAgainWhenTheBookChanges_data() { engines(); }
    void readsAgainWhenTheBookChanges()
    {
        BINCARD_STAGE(stage);
        stage.page.activate(
            {{QStringLiteral("kind"), QStringLiteral("movements")}, {QStringLiteral("register"), "inventory"}});
        QVERIFY(stage.settled());
        QVERIFY(stage.load("recorder,period,warehouse,item,quantity\nc:1,2026-05-20,MAIN,NEW-9,5\n"));
        const ImportPreviewModel &model = stage.page.previewModel();
        const auto mark = [&model] { return model.index(0, 3).data(role::Problem).toString(); };
        QVERIFY(mark().contains(QStringLiteral("NEW-9")));
        Item item;
        item.code = item.name = QStringLiteral("NEW-9");
        BINCARD_GOOD(stageBook->catalog().save(item));
        stage.page.refresh(); // as the window does after every change
        QVERIFY(stage.settled());
        QCOMPARE(mark(), QString());
        stage.press("check");
        QVERIFY(stage.settled());
        QVERIFY2(stage.page.summary().contains(QStringLiteral("1 movement")), qPrintable(stage.page.summary()));
        stage.page.refresh();
        QVERIFY(stage.settled());
        QCOMPARE(stage.find<QTabWidget>("tabs")->currentIndex(), 1); // the result stays in sight
        QVERIFY(stage.page.summary().contains(QStringLiteral("1 movement")));
        // As something else it is another file, with no result yet; so it is read, wherever one comes from.
        stage.page.activate({{QStringLiteral("kind"), QStringLiteral("items")}});
        QVERIFY(stage.settled());
        QVERIFY(stage.find<QComboBox>("column_code"));
        QCOMPARE(stage.page.summary(), QString());
    }

    void fieldsOfARegisterKeepTheirNames_data() { engines(); }
    void fieldsOfARegisterKeepTheirNames()
    {
        BINCARD_TEST_BOOK(book, OpenMode::Create);
        BINCARD_GOOD(book->registers().create(
            object("{'name':'claims','kind':'balance','dimensions':[{'name':'customer','type':'text'}],"
                   "'resources':[{'name':'number','type':'integer'}]}")));
        ImportStage stage(book);
        stage.page.activate(
            {{QStringLiteral("kind"), QStringLiteral("movements")}, {QStringLiteral("register"), "claims"}});
        QVERIFY(stage.settled());
        QVERIFY(stage.load("recorder,period,customer,number\nc:1,2026-05-20,ACME,five\n"));
        const ImportPreviewModel &model = stage.page.previewModel();
        const auto title = [&model](int column) {
            return model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        };
        QCOMPARE(title(0), QStringLiteral("recorder\nRecorder"));
        QCOMPARE(title(2), QStringLiteral("customer\ncustomer"));
        QCOMPARE(title(3), QStringLiteral("number\nnumber"));
    }

    void aBookWithoutRegisters_data() { engines(); }
    void aBookWithoutRegisters()
    {
        BINCARD_TEST_BOOK(book, OpenMode::CreateBare);
        ImportStage stage(book);
        QVERIFY(stage.load("code;name\nA;B\n"));
        choose(stage.find<QComboBox>("kind"), QStringLiteral("movements"));
        QVERIFY(stage.settled());
        QVERIFY(stage.page.findChild<ErrorBanner *>()->text().contains(QStringLiteral("no register")));
        QVERIFY(!stage.find<QPushButton>("import")->isEnabled());
    }

    void aFileThatIsNotThere_data() { engines(); }
    void aFileThatIsNotThere()
    {
        BINCARD_STAGE(stage);
        stage.page.activate({{QStringLiteral("file"), QStringLiteral("nowhere.csv")}});
        QVERIFY(stage.settled());
        QVERIFY(stage.page.findChild<ErrorBanner *>()->text().contains(QStringLiteral("nowhere.csv")));
        QVERIFY(!stage.find<QPushButton>("import")->isEnabled());
    }

    void previewModelKeepsTheRules()
    {
        ImportPreviewModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.set({"a", "b"}, {{"1"}, {"2", "3", "4"}}, {"Item"});
        model.setMeanings({QString(), "Quantity"});
        QCOMPARE(model.data(model.index(0, 1), Qt::DisplayRole).toString(), QString());
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("b\nQuantity"));
        model.clear();
        QCOMPARE(model.columnCount(), 0);
    }
};

QTEST_MAIN(TestImportPage)
#include "tst_importpage.moc"
