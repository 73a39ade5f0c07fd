// SPDX-License-Identifier: GPL-3.0-or-later
// The import page on a real book of either engine: what it detects, what it refuses, and that a cancel really cancels.
#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/ImportPage.h"
#include "gui/Theme.h"
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
        QTRY_VERIFY(stage.catalog.partner(QStringLiteral("P-1")));
        QVERIFY(stage.catalog.partner(QStringLiteral("P-1"))->supplier);
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
