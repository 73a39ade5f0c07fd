// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/DocumentLinesModel.h"
#include "models/ValueTableModel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace bincard;

namespace {

CatalogSnapshot demoCatalog()
{
    CatalogSnapshot snapshot;
    const auto add = [&](const char *code, const char *name, const char *barcode, qint64 price) {
        Item item;
        item.id = {static_cast<qint64>(snapshot.items.size()) + 1};
        item.code = QString::fromLatin1(code);
        item.name = QString::fromLatin1(name);
        item.barcode = QString::fromLatin1(barcode);
        item.listPrice = Decimal(price, priceScale);
        snapshot.items.append(item);
    };
    add("WDG-A1", "Widget Alpha", "4006381333931", 2'500'000);
    add("WDG-B2", "Widget Beta", "", 1'500'000);
    add("GDG-X1", "Gadget X", "96385074", 6'000'000);
    add("OLD-1", "Widget Old", "", 10'000);
    snapshot.items.last().active = false;
    Item service;
    service.code = QStringLiteral("SHIP");
    service.name = QStringLiteral("Shipping");
    service.service = true;
    snapshot.items.append(service);
    return snapshot;
}

Availability stock(const char *item, qint64 pieces, bool service = false)
{
    return {QString::fromLatin1(item), Decimal::whole(pieces, quantityScale), QDate(2026, 4, 20), service};
}

class Lines : public DocumentLinesModel
{
public:
    Lines()
    {
        setCatalog(std::make_shared<CatalogIndex>(demoCatalog()));
        setLines(DocumentKind::SalesOrder, QList<EditedLine>());
    }
    void type(int row, LineColumn column, const QString &text)
    {
        QVERIFY(setData(index(row, static_cast<int>(column)), text));
    }
    [[nodiscard]] QString cell(int row, LineColumn column) const
    {
        return data(index(row, static_cast<int>(column))).toString();
    }
    [[nodiscard]] QString problemAt(int row, LineColumn column) const
    {
        return data(index(row, static_cast<int>(column)), role::Problem).toString();
    }
    /// Everything that can be seen, for comparing states.
    [[nodiscard]] QStringList seen() const
    {
        QStringList all;
        for (int row = 0; row < rowCount(); ++row) {
            for (int column = 0; column < columnCount(); ++column)
                all << data(index(row, column)).toString();
        }
        return all;
    }
};

} // namespace

class TestDocumentLinesModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void typesALineByAnyNameOfAnItem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("SKU") << "WDG-A1";
        QTest::newRow("SKU in other case") << "wdg-a1";
        QTest::newRow("name") << "widget alpha";
        QTest::newRow("barcode") << "4006381333931";
        QTest::newRow("part that only one item has") << "lpha";
        QTest::newRow("words in any order") << "alpha wid";
    }
    void typesALineByAnyNameOfAnItem()
    {
        QFETCH(QString, typed);
        Lines lines;
        lines.type(0, LineColumn::Item, typed);
        QCOMPARE(lines.rowCount(), 2);
        QCOMPARE(lines.cell(0, LineColumn::Item), "WDG-A1 Widget Alpha");
        QCOMPARE(lines.cell(0, LineColumn::Price), "250.00");
        lines.type(0, LineColumn::Quantity, "400");
        QCOMPARE(lines.cell(0, LineColumn::Amount), QStringLiteral("100,000.00"));
        QCOMPARE(lines.total(), Decimal(10'000'000, amountScale));
        QVERIFY(lines.problems().isEmpty());
    }

    void keepsWhatMeansNothing()
    {
        Lines lines;
        lines.type(0, LineColumn::Item, "widget"); // several
        lines.type(0, LineColumn::Quantity, "4x");
        lines.type(0, LineColumn::Discount, "1.123456");
        QCOMPARE(lines.cell(0, LineColumn::Item), "widget");
        QCOMPARE(lines.cell(0, LineColumn::Quantity), "4x");
        QCOMPARE(lines.problems().size(), 3);
        QVERIFY(lines.problemAt(0, LineColumn::Item).contains("widget"));
        QVERIFY(lines.problemAt(0, LineColumn::Discount).contains("decimal"));
        QVERIFY(lines.hasUnreadableCells());
        lines.type(0, LineColumn::Item, "WDG-B2");
        lines.type(0, LineColumn::Quantity, "4");
        lines.type(0, LineColumn::Discount, "12.5 %");
        QVERIFY(!lines.hasUnreadableCells());
        QCOMPARE(lines.total(), Decimal(52'500, amountScale));
    }

    void offersNothingInactive()
    {
        const CatalogIndex index(demoCatalog());
        QCOMPARE(index.matchItems("old", 10).size(), 0);
        QVERIFY(index.item("OLD-1"));
        QCOMPARE(index.matchItems("w", 10).size(), 2);
        QCOMPARE(index.matchItems("X", 10).constFirst().code, "GDG-X1");
        QCOMPARE(index.matchItems("96385074", 10).constFirst().code, "GDG-X1");
    }

    void anotherItemBringsItsPrice()
    {
        Lines lines;
        lines.type(0, LineColumn::Item, "WDG-A1");
        lines.type(0, LineColumn::Price, "199.5");
        QCOMPARE(lines.cell(0, LineColumn::Price), "199.50");
        lines.type(0, LineColumn::Item, "wdg-a1"); // the same: what was agreed stays
        QCOMPARE(lines.cell(0, LineColumn::Price), "199.50");
        lines.type(0, LineColumn::Item, "GDG-X1");
        QCOMPARE(lines.cell(0, LineColumn::Price), "600.00");
    }

    void receiptsTakeAnAmount()
    {
        Lines lines;
        QVERIFY(!lines.flags(lines.index(0, static_cast<int>(LineColumn::Amount))).testFlag(Qt::ItemIsEditable));
        lines.setLines(DocumentKind::GoodsReceipt, QList<EditedLine>());
        lines.type(0, LineColumn::Item, "WDG-A1");
        lines.type(0, LineColumn::Quantity, "3");
        lines.type(0, LineColumn::Amount, "100");
        QVERIFY(lines.lines().constFirst().amountGiven);
        QCOMPARE(lines.lines().constFirst().unitPrice, Decimal(0, priceScale));
        QCOMPARE(lines.cell(0, LineColumn::Price), "33.3333"); // shown, not stored
        QVERIFY(lines.setData(lines.index(0, static_cast<int>(LineColumn::Price)), "33.3333"));
        QVERIFY2(lines.lines().constFirst().amountGiven, "looking at the derived price must not make it a typed one");
        lines.type(0, LineColumn::Amount, "");
        QVERIFY(!lines.lines().constFirst().amountGiven);
        QCOMPARE(lines.cell(0, LineColumn::Amount), "750.00");
    }

    void hidesPricesWhereThereAreNone()
    {
        Lines lines;
        lines.setLines(DocumentKind::WriteOff, QList<EditedLine>());
        QVERIFY(!lines.hasColumn(LineColumn::Price));
        QVERIFY(!lines.hasColumn(LineColumn::Amount));
        QVERIFY(lines.hasColumn(LineColumn::After));
        lines.type(0, LineColumn::Item, "WDG-A1");
        lines.type(0, LineColumn::Quantity, "2");
        QCOMPARE(lines.total(), Decimal(0, amountScale));
        QCOMPARE(lines.lines().constFirst().unitPrice, Decimal(0, priceScale));
    }

    void afterTakesAllLinesOfTheItem()
    {
        Lines lines;
        lines.type(0, LineColumn::Item, "WDG-A1");
        lines.type(0, LineColumn::Quantity, "300");
        lines.type(1, LineColumn::Item, "SHIP");
        lines.type(2, LineColumn::Item, "WDG-A1");
        lines.type(2, LineColumn::Quantity, "121");
        QCOMPARE(lines.cell(0, LineColumn::Available), "");
        lines.setAvailability({stock("WDG-A1", 420), stock("SHIP", 0, true)});
        QCOMPARE(lines.cell(0, LineColumn::After), QString(QChar(0x2212)) + "1");
        QCOMPARE(lines.cell(2, LineColumn::After), QString(QChar(0x2212)) + "1");
        QVERIFY(lines.isShort(0) && lines.isShort(2) && !lines.isShort(1));
        QVERIFY(lines.problemAt(0, LineColumn::After).contains("421 needed, 420 available"));
        lines.type(2, LineColumn::Quantity, "120");
        QCOMPARE(lines.cell(0, LineColumn::After), "0");
        QVERIFY(!lines.isShort(0));

        lines.setLines(DocumentKind::CustomerReturn, lines.editedLines());
        lines.setAvailability({stock("WDG-A1", 420)});
        QCOMPARE(lines.cell(0, LineColumn::After), "840"); // what comes in adds
    }

    void undoesAndRedoesEverything()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        Lines lines;
        QAbstractItemModelTester tester(&lines, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QStringList typed{"WDG-A1", "WDG-B2", "nothing", "", "GDG-X1"};
        QList<QStringList> states{lines.seen()};
        for (int step = 0; step < 200; ++step) {
            const int before = lines.undoStack()->index();
            const int row = random.bounded(lines.rowCount());
            switch (random.bounded(7)) {
            case 0: lines.type(row, LineColumn::Item, typed.at(random.bounded(5))); break;
            case 1: lines.type(row, LineColumn::Quantity, QString::number(random.bounded(100))); break;
            case 2: lines.removeLines({row, random.bounded(lines.rowCount())}); break;
            case 3: lines.repeatLine(row); break;
            case 4: lines.paste(row, "WDG-A1\t3\nWDG-B2\t4\t99.95\t10\n"); break;
            case 5: lines.addScanned(*lines.catalog().item("GDG-X1")); break;
            default: lines.type(row, LineColumn::Price, QString::number(random.bounded(100)));
            }
            if (lines.undoStack()->index() != before)
                states.append(lines.seen());
            QVERIFY(lines.line(lines.rowCount() - 1).isEmpty());
            QVERIFY2(lines.rowCount() < 2 || !lines.line(lines.rowCount() - 2).isEmpty(), "one empty line is enough");
        }
        QCOMPARE(states.size() - 1, lines.undoStack()->count());
        for (qsizetype i = states.size() - 2; i >= 0; --i) {
            lines.undoStack()->undo();
            QCOMPARE(lines.seen(), states.at(i));
        }
        for (qsizetype i = 1; i < states.size(); ++i) {
            lines.undoStack()->redo();
            QCOMPARE(lines.seen(), states.at(i));
        }
    }

    void pastesWhatSpreadsheetsCopy()
    {
        Lines lines;
        QCOMPARE(
            lines.paste(0, "Item\tQuantity\tPrice\r\nwdg-a1\t1,200\r\n4006381333931\t2\t9.5\t5\r\n\r\nbogus\tmany\r\n"),
            3);
        QCOMPARE(lines.rowCount(), 4);
        QCOMPARE(lines.cell(0, LineColumn::Quantity), "1,200");
        QCOMPARE(lines.cell(0, LineColumn::Price), "250.00");
        QCOMPARE(lines.cell(1, LineColumn::Item), "WDG-A1 Widget Alpha");
        QCOMPARE(lines.cell(1, LineColumn::Amount), "18.05");
        QCOMPARE(lines.cell(2, LineColumn::Item), "bogus");
        QVERIFY(!lines.problemAt(2, LineColumn::Item).isEmpty());
        QVERIFY(!lines.problemAt(2, LineColumn::Quantity).isEmpty());
        const QString copied = lines.copied({1, 0});
        QCOMPARE(copied, "WDG-A1\t1200\t250.00\t\nWDG-A1\t2\t9.50\t5\n");
        lines.undoStack()->undo();
        QCOMPARE(lines.rowCount(), 1);
        lines.paste(0, copied);
        QCOMPARE(lines.copied({0, 1}), copied);
        QCOMPARE(lines.paste(0, "\n\t\n"), 0);
    }

    void scansAddUp()
    {
        Lines lines;
        const Item &item = *lines.catalog().itemByBarcode("4006381333931");
        QCOMPARE(lines.addScanned(item), 0);
        QCOMPARE(lines.addScanned(item), 0);
        QCOMPARE(lines.cell(0, LineColumn::Quantity), "2");
        QCOMPARE(lines.rowCount(), 2);
        QCOMPARE(lines.addUnknown("5901234123457"), 1);
        QVERIFY(lines.problemAt(1, LineColumn::Item).contains("5901234123457"));
    }

    void marksFollowTheirLines()
    {
        Lines lines;
        lines.paste(0, "WDG-A1\t1\nWDG-B2\t2\nGDG-X1\t3\n");
        lines.setProblem(lines.rowOfLine(2), LineColumn::Quantity, "too many");
        lines.removeLines({0});
        QCOMPARE(lines.problemAt(0, LineColumn::Quantity), "too many");
        lines.type(0, LineColumn::Quantity, "1");
        QCOMPARE(lines.problemAt(0, LineColumn::Quantity), "");
    }

    void survivesARecoveryFile()
    {
        Lines lines;
        lines.paste(0, "WDG-A1\t1.5\t9.95\t12.5\nbogus\tmany\n");
        Lines again;
        QList<EditedLine> read;
        for (const EditedLine &line : lines.editedLines())
            read.append(editedLineFromRecovery(toRecoveryJson(line)));
        again.setLines(DocumentKind::SalesOrder, read);
        QCOMPARE(again.seen(), lines.seen());
    }

    void saysWhenAnAmountIsTooLarge()
    {
        Lines lines;
        lines.type(0, LineColumn::Item, "WDG-A1");
        lines.type(0, LineColumn::Quantity, "99999999999999");
        lines.type(0, LineColumn::Price, "99999999999999");
        QVERIFY(lines.problemAt(0, LineColumn::Amount).contains("18 digits"));
    }
};

QTEST_GUILESS_MAIN(TestDocumentLinesModel)
#include "tst_documentlinesmodel.moc"
