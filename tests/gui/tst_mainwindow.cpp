// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/CommandPalette.h"
#include "gui/DataTable.h"
#include "gui/Pages.h"
#include "gui/StatusLine.h"
#include "gui/Theme.h"
#include "gui/catalog/ItemPage.h"
#include "gui/catalog/PartnerPage.h"
#include "service/ThreadGuard.h"
#include "support/gui/Desk.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <cmath>

using namespace bincard;
using namespace bincard::test;

namespace {

double luminance(const QColor &color)
{
    const auto channel = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

/// https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio
double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a), y = luminance(b);
    return (qMax(x, y) + 0.05) / (qMin(x, y) + 0.05);
}

QString errorAfterOpening(MainWindow &window, const QString &path, OpenMode mode = OpenMode::Existing)
{
    BookLocation location;
    location.path = path;
    QSignalSpy failed(&window.client(), &BookClient::openFailed);
    window.openBook(location, mode);
    if (!failed.wait(10'000))
        return {};
    return window.errorText();
}

} // namespace

class tst_mainwindow : public QObject
{
    Q_OBJECT
private slots:
    void everyPageByKeyboardWithoutADatabaseInTheGuiThread_data() { engines(); }
    void everyPageByKeyboardWithoutADatabaseInTheGuiThread();
    void historyGoesBackToThePlace();
    void paletteFindsAndGoes();
    void openErrorsSayWhatToDo();
    void failedOpeningKeepsTheOpenBook();
    void shortcutsAreUnique();
    void contrastIsReadable_data();
    void contrastIsReadable();
};

void tst_mainwindow::everyPageByKeyboardWithoutADatabaseInTheGuiThread()
{
    BINCARD_DESK(desk);
    // The test itself has used the book in this thread, to make it; from here on nobody may.
    const qint64 before = statementsIn(QThread::currentThread());
    for (const PageEntry &entry : pages()) {
        if (const int number = pageNumber(entry)) {
            desk.press(Qt::Key_0 + number, Qt::ControlModifier);
            QCOMPARE(desk.window().navigator()->currentName(), entry.name);
        } else {
            desk.go(entry.name);
        }
        QVERIFY2(desk.settle(), qPrintable(entry.name));
        desk.press(Qt::Key_F5);
        QVERIFY2(desk.settle(), qPrintable(entry.name));
        QCOMPARE(desk.window().errorText(), QString());
        QVERIFY2(desk.window().isActiveWindow(), qPrintable(entry.name)); // nothing of it pops up as a window
    }
    QCOMPARE(statementsIn(QThread::currentThread()), before);
}

void tst_mainwindow::historyGoesBackToThePlace()
{
    Desk desk(QStringLiteral("sqlite"));
    desk.go(QStringLiteral("items"), {{QStringLiteral("code"), QStringLiteral("WDG-B2")}});
    QVERIFY(desk.settle());
    desk.go(QStringLiteral("partners"));
    QVERIFY(desk.settle());
    desk.press(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(desk.settle());
    auto *items = desk.page<ItemPage>();
    QVERIFY(items);
    QCOMPARE(items->place().value(QStringLiteral("code")).toString(), QStringLiteral("WDG-B2"));
    desk.press(Qt::Key_Right, Qt::AltModifier);
    QVERIFY(desk.settle());
    QVERIFY(desk.page<PartnerPage>());
}

void tst_mainwindow::paletteFindsAndGoes()
{
    Desk desk(QStringLiteral("sqlite"));
    QVERIFY(desk.settle());
    CommandPalette *palette = desk.window().commandPalette();
    desk.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(palette->isVisible());
    desk.type(QStringLiteral("wdgb"));
    QCOMPARE(palette->shownTitles().value(0), QStringLiteral("WDG-B2  Widget Beta"));
    desk.press(Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    QVERIFY(desk.settle());
    QVERIFY(desk.page<ItemPage>());
    QCOMPARE(desk.page<ItemPage>()->place().value(QStringLiteral("code")).toString(), QStringLiteral("WDG-B2"));

    desk.press(Qt::Key_K, Qt::ControlModifier);
    desk.type(QStringLiteral("GR-2026-0001"));
    QTRY_VERIFY(palette->shownTitles().value(0).startsWith(u"GR-2026-0001"));
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.window().navigator()->currentName(), QStringLiteral("document"));

    desk.press(Qt::Key_K, Qt::ControlModifier);
    desk.press(Qt::Key_Escape);
    QVERIFY(!palette->isVisible());
}

void tst_mainwindow::openErrorsSayWhatToDo()
{
    QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    Theme::instance().install();
    MainWindow window;
    window.show();

    QVERIFY(errorAfterOpening(window, folder.filePath(QStringLiteral("missing.bincard"))).contains(u"missing.bincard"));
    QFile letter(folder.filePath(QStringLiteral("letter.bincard")));
    QVERIFY(letter.open(QIODevice::WriteOnly));
    letter.write(QByteArray(5000, 'x'));
    letter.close();
    const QString noBook = errorAfterOpening(window, letter.fileName());
    QVERIFY2(noBook.contains(u"letter.bincard"), qPrintable(noBook));
    QVERIFY(letter.open(QIODevice::ReadOnly));
    QCOMPARE(letter.readAll(), QByteArray(5000, 'x')); // untouched
    const QString exists = errorAfterOpening(window, letter.fileName(), OpenMode::Create);
    QVERIFY2(!exists.isEmpty(), "a file that is there must not be taken for a new book");
    QVERIFY(window.isSettled());
}

void tst_mainwindow::failedOpeningKeepsTheOpenBook()
{
    Desk desk(QStringLiteral("sqlite"));
    QVERIFY(desk.settle());
    const QString name = desk.window().client().info().location.path;
    QVERIFY(!errorAfterOpening(desk.window(), QStringLiteral("/nowhere/at/all.bincard")).isEmpty());
    QVERIFY(desk.window().client().isOpen());
    QCOMPARE(desk.window().client().info().location.path, name);
    desk.go(QStringLiteral("items"));
    QVERIFY(desk.settle());
}

void tst_mainwindow::shortcutsAreUnique()
{
    QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    Theme::instance().install();
    const MainWindow window;
    QHash<QString, QString> taken;
    for (const QAction *action : window.allActions()) {
        const QString keys = action->shortcut().toString();
        if (keys.isEmpty())
            continue;
        QVERIFY2(!taken.contains(keys), qPrintable(keys + u' ' + action->text() + u' ' + taken.value(keys)));
        taken.insert(keys, action->text());
    }
}

void tst_mainwindow::contrastIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void tst_mainwindow::contrastIsReadable()
{
    QFETCH(bool, dark);
    const Colors &c = Theme::colors(dark);
    for (const QColor &behind : {c.window, c.rail, c.base, c.alternate, c.selection, c.lit})
        QVERIFY2(contrast(c.text, behind) >= 4.5, qPrintable(behind.name()));
    for (const QColor &behind : {c.window, c.rail, c.base, c.alternate}) {
        for (const QColor &ink : {c.dim, c.accent, c.negative, c.positive, c.warning})
            QVERIFY2(contrast(ink, behind) >= 4.5, qPrintable(ink.name() + u" on " + behind.name()));
    }
    QVERIFY(contrast(c.negative, c.selection) >= 4.5);
    QVERIFY(contrast(c.onAccent, c.accent) >= 4.5);
}

QTEST_MAIN(tst_mainwindow)
#include "tst_mainwindow.moc"
