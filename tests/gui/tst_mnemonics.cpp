// SPDX-License-Identifier: GPL-3.0-or-later
// Alt and an underlined letter does one thing: where two share a letter, Qt does neither at the first press.
#include "gui/Pages.h"
#include "support/gui/Desk.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMenuBar>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

using namespace bincard;
using namespace bincard::test;

namespace {

/// The texts with an underlined letter that can be seen, by that letter.
QMultiMap<QString, QString> mnemonics(MainWindow &window)
{
    QStringList texts;
    for (const QAction *menu : window.menuBar()->actions())
        texts << menu->text();
    const auto labels = window.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && label->buddy())
            texts << label->text();
    }
    const auto buttons = window.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisible())
            texts << button->text();
    }
    const auto bars = window.findChildren<QTabBar *>();
    for (const QTabBar *bar : bars) {
        for (int tab = 0; bar->isVisible() && tab < bar->count(); ++tab)
            texts << bar->tabText(tab);
    }
    QMultiMap<QString, QString> found;
    for (const QString &text : std::as_const(texts)) {
        if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty())
            found.insert(key.toString(), text);
    }
    return found;
}

} // namespace

class TestMnemonics : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everyLetterDoesOneThing_data()
    {
        QTest::addColumn<QString>("name");
        for (const PageEntry &page : pages())
            QTest::newRow(qPrintable(page.name)) << page.name;
    }

    void everyLetterDoesOneThing()
    {
        QFETCH(QString, name);
        Desk desk(QStringLiteral("sqlite"));
        desk.go(name);
        QVERIFY(desk.settle());
        QList<QTabWidget *> tabs = desk.window().findChildren<QTabWidget *>();
        const int views = tabs.isEmpty() ? 1 : tabs.constFirst()->count();
        for (int view = 0; view < views; ++view) {
            if (!tabs.isEmpty())
                tabs.constFirst()->setCurrentIndex(view);
            QVERIFY(desk.settle());
            const auto found = mnemonics(desk.window());
            QVERIFY(found.size() >= 4); // the menus
            const QStringList keys = found.uniqueKeys();
            for (const QString &key : keys)
                QVERIFY2(found.count(key) == 1,
                    qPrintable(QStringLiteral("%1: %2").arg(key, QStringList(found.values(key)).join(u" | "))));
        }
    }
};

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"
