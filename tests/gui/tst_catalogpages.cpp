// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/DataTable.h"
#include "gui/StatusLine.h"
#include "gui/catalog/FormBinder.h"
#include "gui/catalog/ItemPage.h"
#include "gui/catalog/PartnerPage.h"
#include "gui/catalog/RowConflictPanel.h"
#include "models/CatalogModel.h"
#include "models/ValueTableModel.h"
#include "service/CatalogService.h"
#include "support/gui/Desk.h"

#include <QAbstractItemModelTester>
#include <QAbstractProxyModel>
#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTest>

using namespace bincard;
using namespace bincard::test;

namespace {

Item itemInBook(OpenBook &book, const QString &code)
{
    const auto items = book.catalog().items();
    if (items.ok()) {
        for (const Item &item : *items) {
            if (item.code == code)
                return item;
        }
    }
    return {};
}

QModelIndex cell(CatalogPage &page, const QString &code, const char *field)
{
    CatalogModel *model = page.model();
    return model->index(model->rowOf(code), model->columnOf(QLatin1String(field)));
}

/// Goes to the cell in the table and types into it, as a person does.
void typeIntoCell(Desk &desk, CatalogPage &page, const QString &code, const char *field, const QString &text)
{
    QTableView *view = page.table()->view();
    const QModelIndex source = cell(page, code, field);
    const auto *filter = qobject_cast<QAbstractProxyModel *>(page.table()->proxy()->sourceModel());
    const QModelIndex shown = page.table()->proxy()->mapFromSource(filter->mapFromSource(source));
    view->setFocus();
    view->setCurrentIndex(shown);
    desk.press(Qt::Key_F2);
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(text);
    desk.press(Qt::Key_Return);
}

} // namespace

class tst_catalogpages : public QObject
{
    Q_OBJECT
private slots:
    void editInPlaceIsSavedWhenTheRowIsLeft_data() { engines(); }
    void editInPlaceIsSavedWhenTheRowIsLeft();
    void undoBeforeSaving();
    void columnsFitTheirPage();
    void partnersAreReadableInANarrowWindow();
    void badInputIsMarkedAndNotSaved();
    void newItemInTheForm();
    void filterAsYouType();
    void takenOutOfUse();
    void conflictShowsBothVersions_data() { engines(); }
    void conflictShowsBothVersions();
    void leavingSavesFirst();
};

void tst_catalogpages::editInPlaceIsSavedWhenTheRowIsLeft()
{
    BINCARD_DESK(desk);
    desk.go(QStringLiteral("items"));
    QVERIFY(desk.settle());
    auto &page = *desk.page<ItemPage>();
    const QAbstractItemModelTester tester(page.model());
    typeIntoCell(desk, page, QStringLiteral("WDG-A1"), "list_price", QStringLiteral("275.5"));
    QVERIFY(cell(page, QStringLiteral("WDG-A1"), "list_price").data(role::Unsaved).toBool());
    QCOMPARE(itemInBook(desk.book(), QStringLiteral("WDG-A1")).listPrice, Decimal(2500000, priceScale));
    desk.press(Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(!page.model()->hasUnsaved(), 20000);
    QVERIFY(desk.settle());
    QCOMPARE(itemInBook(desk.book(), QStringLiteral("WDG-A1")).listPrice, Decimal(2755000, priceScale));
    QVERIFY(desk.window().statusLine()->message().contains(u"WDG-A1"));
}

void tst_catalogpages::undoBeforeSaving()
{
    Desk desk(QStringLiteral("sqlite"));
    desk.go(QStringLiteral("items"));
    QVERIFY(desk.settle());
    auto &page = *desk.page<ItemPage>();
    typeIntoCell(desk, page, QStringLiteral("WDG-A1"), "name", QStringLiteral("Alpha"));
    typeIntoCell(desk, page, QStringLiteral("WDG-A1"), "unit", QStringLiteral("box"));
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(cell(page, QStringLiteral("WDG-A1"), "unit").data().toString(), QStringLiteral("pcs"));
    QCOMPARE(cell(page, QStringLiteral("WDG-A1"), "name").data().toString(), QStringLiteral("Alpha"));
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(cell(page, QStringLiteral("WDG-A1"), "name").data().toString(), QStringLiteral("Widget Alpha"));
    QVERIFY(!page.model()->hasUnsaved());
    QVERIFY(!page.model()->canUndo());
    QCOMPARE(itemInBook(desk.book(), QStringLiteral("WDG-A1")).name, QStringLiteral("Widget Alpha"));
}

/// Until a person lays hand on the columns: texts are cut short, then spare columns go, and come back with the room.
void tst_catalogpages::columnsFitTheirPage()
{
    Desk desk(QStringLiteral("sqlite"));
    desk.go(QStringLiteral("items"));
    QVERIFY(desk.settle());
    auto &page = *desk.page<ItemPage>();
    QTableView &view = *page.table()->view();
    const auto isShown = [&](const char *id) {
        return !view.isColumnHidden(page.model()->columnOf(QLatin1String(id)));
    };
    for (const int width : {1600, 1280, 1024, 1280, 1600}) {
        desk.window().resize(width, 768);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().width(), width, 20000);
        QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
        for (const char *always : {"code", "name", "unit", "list_price"})
            QVERIFY2(isShown(always), always);
        QCOMPARE(isShown("barcode"), width >= 1280);
    }
    const int name = page.model()->columnOf(QStringLiteral("name"));
    view.setColumnWidth(name, 400);
    desk.window().resize(1024, 768);
    QTRY_COMPARE_WITH_TIMEOUT(desk.window().width(), 1024, 20000);
    QCOMPARE(view.columnWidth(name), 400);
    QVERIFY(isShown("barcode"));
}

/// A column goes before a name or a telephone number is cut.
void tst_catalogpages::partnersAreReadableInANarrowWindow()
{
    constexpr int narrow = 940; // a test's letters are smaller than those that people have at 1024
    Desk desk(QStringLiteral("sqlite"));
    desk.go(QStringLiteral("partners"));
    QVERIFY(desk.settle());
    desk.window().resize(narrow, 768);
    QTRY_COMPARE_WITH_TIMEOUT(desk.window().width(), narrow, 20000);
    auto &page = *desk.page<PartnerPage>();
    QTableView &view = *page.table()->view();
    const QAbstractItemView &cells = view; // where what it measures is public
    QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
    for (const char *id : {"code", "name", "phone"}) {
        const int column = page.model()->columnOf(QLatin1String(id));
        QVERIFY2(!view.isColumnHidden(column), id);
        QVERIFY2(view.columnWidth(column) >= cells.sizeHintForColumn(column), id);
    }
}

void tst_catalogpages::badInputIsMarkedAndNotSaved()
{
    Desk desk(QStringLiteral("sqlite"));
    desk.window().resize(1600, 800); // wide enough for every column
    desk.go(QStringLiteral("items"), {{QStringLiteral("code"), QStringLiteral("WDG-A1")}});
    QVERIFY(desk.settle());
    auto &page = *desk.page<ItemPage>();
    typeIntoCell(desk, page, QStringLiteral("WDG-A1"), "list_price", QStringLiteral("a lot"));
    const QModelIndex price = cell(page, QStringLiteral("WDG-A1"), "list_price");
    QCOMPARE(price.data().toString(), QStringLiteral("a lot")); // what was typed is not thrown away
    QCOMPARE(price.data(role::Problem).toString(), QStringLiteral("\"a lot\" is not a number."));
    QCOMPARE(page.binder()->problem(QStringLiteral("list_price")), QStringLiteral("\"a lot\" is not a number."));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QVERIFY(page.model()->hasUnsaved());
    QVERIFY(!page.mayLeave());
    // What only the book knows is marked in place, too: a barcode that another item has.
    page.undo();
    typeIntoCell(
        desk, page, QStringLiteral("WDG-A1"), "barcode", itemInBook(desk.book(), QStringLiteral("WDG-B2")).barcode);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(
        !cell(page, QStringLiteral("WDG-A1"), "barcode").data(role::Problem).toString().isEmpty(), 20000);
    page.undo();
    QVERIFY(page.mayLeave());
}

void tst_catalogpages::newItemInTheForm()
{
    Desk desk(QStringLiteral("sqlite"));
    desk.go(QStringLiteral("items"));
    QVERIFY(desk.settle());
    auto &page = *desk.page<ItemPage>();
    desk.press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(page.binder()->editor(QStringLiteral("code"))->hasFocus());
    desk.type(QStringLiteral("new-1"));
    desk.press(Qt::Key_Tab);
    desk.type(QStringLiteral("Something new"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!page.model()->hasUnsaved(), 20000);
    QVERIFY(desk.settle());
    const Item item = itemInBook(desk.book(), QStringLiteral("new-1"));
    QCOMPARE(item.name, QStringLiteral("Something new"));
    QCOMPARE(item.unit, QStringLiteral("pcs"));
    // Nothing typed, nothing left behind.
    const int rows = page.model()->rowCount();
    desk.press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(page.model()->rowCount(), rows + 1);
    page.table()->selectKey(page.model()->index(0, 0).data(role::Key));
    QTRY_COMPARE_WITH_TIMEOUT(page.model()->rowCount(), rows, 20000);
}

void tst_catalogpages::filterAsYouType()
{
    Desk desk(QStringLiteral("sqlite"));
    desk.go(QStringLiteral("items"));
    QVERIFY(desk.settle());
    auto &page = *desk.page<ItemPage>();
    const int all = page.table()->proxy()->rowCount();
    desk.press(Qt::Key_F, Qt::ControlModifier);
    desk.type(QStringLiteral("widget b"));
    QCOMPARE(page.table()->proxy()->rowCount(), 1);
    desk.press(Qt::Key_Down);
    QVERIFY(page.table()->view()->hasFocus());
    desk.press(Qt::Key_Escape);
    QCOMPARE(page.table()->proxy()->rowCount(), all);
}

void tst_catalogpages::takenOutOfUse()
{
    Desk desk(QStringLiteral("sqlite"));
    desk.go(QStringLiteral("items"), {{QStringLiteral("code"), QStringLiteral("SPR-001")}});
    QVERIFY(desk.settle());
    auto &page = *desk.page<ItemPage>();
    const int all = page.table()->proxy()->rowCount();
    page.toggleActive();
    QTRY_COMPARE_WITH_TIMEOUT(page.table()->proxy()->rowCount(), all - 1, 20000);
    QVERIFY(desk.settle());
    QVERIFY(!itemInBook(desk.book(), QStringLiteral("SPR-001")).active);
    page.findChild<QCheckBox *>(QStringLiteral("showInactive"))->setChecked(true);
    QCOMPARE(page.table()->proxy()->rowCount(), all);
}

void tst_catalogpages::conflictShowsBothVersions()
{
    BINCARD_DESK(desk);
    desk.go(QStringLiteral("items"), {{QStringLiteral("code"), QStringLiteral("WDG-A1")}});
    QVERIFY(desk.settle());
    auto &page = *desk.page<ItemPage>();
    typeIntoCell(desk, page, QStringLiteral("WDG-A1"), "name", QStringLiteral("Mine"));
    Item theirs = itemInBook(desk.book(), QStringLiteral("WDG-A1"));
    theirs.name = QStringLiteral("Theirs");
    BINCARD_GOOD(desk.book().catalog().save(theirs));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    auto *panel = page.findChild<RowConflictPanel *>();
    QTRY_VERIFY_WITH_TIMEOUT(panel->isVisible(), 20000);
    const int row = page.model()->rowOf(QStringLiteral("WDG-A1"));
    QVERIFY(page.model()->isConflicting(row));
    QCOMPARE(page.model()->theirText(row, page.model()->columnOf(QStringLiteral("name"))), QStringLiteral("Theirs"));
    QCOMPARE(itemInBook(desk.book(), QStringLiteral("WDG-A1")).name, QStringLiteral("Theirs"));
    QTest::mouseClick(panel->findChild<QPushButton *>(QStringLiteral("keepMine")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!page.model()->hasUnsaved(), 20000);
    QVERIFY(desk.settle());
    QCOMPARE(itemInBook(desk.book(), QStringLiteral("WDG-A1")).name, QStringLiteral("Mine"));
    QVERIFY(!panel->isVisible());
}

void tst_catalogpages::leavingSavesFirst()
{
    Desk desk(QStringLiteral("sqlite"));
    desk.go(QStringLiteral("partners"));
    QVERIFY(desk.settle());
    auto &page = *desk.page<PartnerPage>();
    typeIntoCell(desk, page, QStringLiteral("ACME"), "phone", QStringLiteral("12345"));
    desk.window().close();
    QVERIFY(desk.window().isVisible()); // it waits for the book to hold it
    QTRY_VERIFY_WITH_TIMEOUT(!desk.window().isVisible(), 20000);
    const auto partners = desk.book().catalog().partners();
    BINCARD_GOOD(partners);
    const auto acme = std::find_if(
        partners->begin(), partners->end(), [](const Partner &partner) { return partner.code == u"ACME"; });
    QCOMPARE(acme->phone, QStringLiteral("12345"));
}

QTEST_MAIN(tst_catalogpages)
#include "tst_catalogpages.moc"
