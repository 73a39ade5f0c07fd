// SPDX-License-Identifier: GPL-3.0-or-later
// File > Close period: the dialog on the real window, on a book of either engine (rule E12).
#include "gui/ClosePeriodDialog.h"
#include "gui/DateEdit.h"
#include "gui/ErrorBanner.h"
#include "gui/StatusLine.h"
#include "service/ClosingService.h"
#include "service/DocumentService.h"
#include "support/gui/Desk.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using namespace bincard;
using namespace bincard::test;

namespace {

/// The dialog, once it knows how far the book is closed.
ClosePeriodDialog *opened(Desk &desk)
{
    for (QAction *action : desk.window().allActions()) {
        if (action->objectName() == u"book.closePeriod")
            action->trigger();
    }
    auto *dialog = desk.window().findChild<ClosePeriodDialog *>();
    if (!dialog || !QTest::qWaitFor([dialog] { return dialog->findChild<QPushButton *>("ok")->isEnabled(); }))
        qFatal("The dialog does not come.");
    return dialog;
}

template <typename T>
T *part(ClosePeriodDialog *dialog, const char *name)
{
    return dialog->findChild<T *>(QLatin1String(name));
}

QString now(ClosePeriodDialog *dialog) { return part<QLabel>(dialog, "now")->text(); }

} // namespace

class TestClosePeriod : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void closesAndReopens_data() { engines(); }
    void closesAndReopens();
    void closedIsClosedForTheWindowToo_data() { engines(); }
    void closedIsClosedForTheWindowToo();
    void byKeyboard();
    void cancelLeavesEverything();
};

void TestClosePeriod::closesAndReopens()
{
    BINCARD_DESK(desk);
    QPointer<ClosePeriodDialog> dialog = opened(desk);
    QCOMPARE(now(dialog), QStringLiteral("Nothing is closed yet."));
    QVERIFY(!part<QRadioButton>(dialog, "reopen")->isEnabled());
    QVERIFY(!part<QRadioButton>(dialog, "openAll")->isEnabled());
    part<DateEdit>(dialog, "date")->setDate(QDate(2026, 4, 30));
    part<QPushButton>(dialog, "ok")->click();
    QTRY_VERIFY(!dialog);
    QCOMPARE(*desk.book().closing().closedUntil(), QDate(2026, 4, 30));
    QVERIFY2(desk.window().statusLine()->message().contains(QLatin1String("2026-04-30")),
        qPrintable(desk.window().statusLine()->message()));

    dialog = opened(desk);
    QVERIFY2(now(dialog).contains(QLatin1String("2026-04-30")), qPrintable(now(dialog)));
    auto *ok = part<QPushButton>(dialog, "ok");
    // An earlier date closes nothing: the dialog says why, and stays.
    part<DateEdit>(dialog, "date")->setDate(QDate(2026, 3, 31));
    ok->click();
    QTRY_VERIFY(dialog->findChild<ErrorBanner *>()->isShown());
    QCOMPARE(*desk.book().closing().closedUntil(), QDate(2026, 4, 30));
    part<QRadioButton>(dialog, "reopen")->click();
    QCOMPARE(ok->text(), QStringLiteral("Reopen"));
    QVERIFY(!dialog->findChild<ErrorBanner *>()->isShown()); // that was about another wish
    ok->click();
    QTRY_VERIFY(!dialog);
    QCOMPARE(*desk.book().closing().closedUntil(), QDate(2026, 3, 31));

    dialog = opened(desk);
    part<QRadioButton>(dialog, "openAll")->click();
    QVERIFY(!part<DateEdit>(dialog, "date")->isEnabled());
    part<QPushButton>(dialog, "ok")->click();
    QTRY_VERIFY(!dialog);
    QCOMPARE(*desk.book().closing().closedUntil(), QDate());
}

void TestClosePeriod::closedIsClosedForTheWindowToo()
{
    BINCARD_DESK(desk);
    QPointer<ClosePeriodDialog> dialog = opened(desk);
    part<DateEdit>(dialog, "date")->setDate(QDate(2026, 12, 31));
    part<QPushButton>(dialog, "ok")->click();
    QTRY_VERIFY(!dialog);
    const auto draft = desk.book().documents().saveDraft(makeDocument(
        DocumentKind::SalesOrder, QStringLiteral("2026-05-01"), QStringLiteral("MAIN"), {{"WDG-A1", "1", "250"}}));
    BINCARD_GOOD(draft); // drafts stay free
    const auto posted = desk.book().documents().post(draft->id, draft->version, QUuid::createUuid());
    QVERIFY(!posted.ok());
    QCOMPARE(posted.error().code(), ErrorCode::PeriodClosed);
}

void TestClosePeriod::byKeyboard()
{
    Desk desk(QStringLiteral("sqlite"));
    QPointer<ClosePeriodDialog> dialog = opened(desk);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    // The date is what one is here for.
    QCOMPARE(QApplication::focusWidget(), part<DateEdit>(dialog, "date"));
    part<DateEdit>(dialog, "date")->selectAll();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("never"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!part<QPushButton>(dialog, "ok")->isEnabled());
    QCOMPARE(*desk.book().closing().closedUntil(), QDate());
    part<DateEdit>(dialog, "date")->selectAll();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("2026-02-28"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    QCOMPARE(*desk.book().closing().closedUntil(), QDate(2026, 2, 28));
}

void TestClosePeriod::cancelLeavesEverything()
{
    Desk desk(QStringLiteral("sqlite"));
    QPointer<ClosePeriodDialog> dialog = opened(desk);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
    QCOMPARE(*desk.book().closing().closedUntil(), QDate());
}

QTEST_MAIN(TestClosePeriod)
#include "tst_closeperiod.moc"
