// SPDX-License-Identifier: GPL-3.0-or-later
// What the order editor says while somebody types, before anything is sent.
#include "gui/DocumentEditorPage.h"
#include "gui/documents/LinesView.h"
#include "support/gui/Desk.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QWindow>

using namespace bincard;
using namespace bincard::test;

class TestDocumentEntry : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aWrongDateIsMarkedAsSoonAsOneGoesOn()
    {
        Desk desk(QStringLiteral("sqlite"));
        desk.go(QStringLiteral("document"), {{QStringLiteral("kind"), QStringLiteral("sales_order")}});
        auto *page = desk.page<DocumentEditorPage>();
        auto *date = page->findChild<QLineEdit *>(QStringLiteral("date"));
        const auto sentences = [page] {
            QStringList texts;
            const auto labels = page->findChildren<QLabel *>();
            for (const QLabel *label : labels) {
                if (label->isVisible() && label->text().contains(u"is not a date"))
                    texts << label->text();
            }
            return texts;
        };
        desk.type(QStringLiteral("acme"));
        desk.press(Qt::Key_Return);
        desk.type(QStringLiteral("mai"));
        desk.press(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("warehouse")); // it stops nobody
        QCOMPARE(sentences(), QStringList{QStringLiteral("\"mai\" is not a date.")});
        QVERIFY(date->property("problem").toBool());
        date->setFocus(Qt::BacktabFocusReason);
        date->selectAll();
        desk.type(QStringLiteral("2026-04-20"));
        desk.press(Qt::Key_Return);
        QCOMPARE(sentences(), QStringList());
        QVERIFY(!date->property("problem").toBool());
    }

    /// The shortcut's keys are still down when the cell at fault is gone to.
    void aRefusalLeavesOneCellSelected()
    {
        Desk desk(QStringLiteral("sqlite"));
        desk.go(QStringLiteral("document"), {{QStringLiteral("kind"), QStringLiteral("sales_order")}});
        auto *page = desk.page<DocumentEditorPage>();
        LinesView *lines = page->linesView();
        const auto cell = [page](
                              LineColumn column) { return page->editor().lines().index(0, static_cast<int>(column)); };
        lines->setFocus();
        lines->setCurrentIndex(cell(LineColumn::Quantity));
        desk.type(QStringLiteral("5"));
        desk.press(Qt::Key_Return);
        lines->setCurrentIndex(cell(LineColumn::Price));
        page->editor().setPartner(QStringLiteral("ACME"));
        page->editor().setWarehouse(QStringLiteral("MAIN"));
        QTest::keyClick(desk.window().windowHandle(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk.settle());
        QCOMPARE(lines->currentIndex(), cell(LineColumn::Item));
        QCOMPARE(lines->selectionModel()->selectedIndexes(), QModelIndexList{cell(LineColumn::Item)});
    }
};

QTEST_MAIN(TestDocumentEntry)
#include "tst_documententry.moc"
