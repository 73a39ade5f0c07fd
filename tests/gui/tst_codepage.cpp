// SPDX-License-Identifier: GPL-3.0-or-later
// The Code page, worked by keyboard and pointer: what is seen is what docs/examples holds.
#include "gui/CodePage.h"
#include "gui/Theme.h"
#include "models/CatalogCache.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>

using namespace bincard;

namespace {

struct Shown
{
    BookClient client;
    CatalogCache catalog{client};
    AppContext context{client, catalog};
    CodePage page{context};
    bool ready = false;

    Shown()
    {
        page.resize(1170, 740);
        page.show();
        page.activateWindow();
        ready = QTest::qWaitForWindowActive(&page);
        page.activate({});
    }
    void choose(const QString &title)
    {
        const auto found = page.topicList()->findItems(title, Qt::MatchExactly);
        if (found.size() == 1)
            page.topicList()->setCurrentItem(found.first());
    }
    void tab(const QString &title)
    {
        for (int i = 0; i < page.tabs()->count(); ++i) {
            if (page.tabs()->tabText(i) == title)
                QTest::mouseClick(page.tabs(), Qt::LeftButton, {}, page.tabs()->tabRect(i).center());
        }
    }
    QStringList tabs()
    {
        QStringList texts;
        for (int i = 0; i < page.tabs()->count(); ++i)
            texts << page.tabs()->tabText(i);
        return texts;
    }
    QString firstComment() { return page.code()->toPlainText().section('\n', 1, 1); }
};

} // namespace

class TestCodePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        Theme::instance().install();
    }
    void everyTopicAndTab();
    void languageStays();
    void copies();
    void findsWords();
    void goesWhereItWasSent();
    void colorsFollowTheTheme();
};

void TestCodePage::everyTopicAndTab()
{
    Shown shown;
    const QList<CodeTopic> topics = codeTopics();
    QCOMPARE(shown.page.topicList()->count(), topics.size());
    for (int row = 0; row < topics.size(); ++row) {
        shown.page.topicList()->setCurrentRow(row);
        QCOMPARE(shown.page.topicList()->currentItem()->text(), topics.at(row).title);
        const QList<CodeFile> files = codeFiles(topics.at(row).key);
        QCOMPARE(shown.page.tabs()->count(), files.size());
        for (int tab = 0; tab < files.size(); ++tab) {
            shown.page.tabs()->setCurrentIndex(tab);
            QCOMPARE(shown.page.tabs()->tabText(tab), files.at(tab).title);
            QCOMPARE(shown.page.code()->toPlainText(), files.at(tab).text);
        }
    }
    QVERIFY(shown.page.tabs()->isVisible());
    QVERIFY(shown.page.tabs()->height() >= shown.page.tabs()->tabRect(0).height());
}

void TestCodePage::languageStays()
{
    Shown shown;
    shown.choose("Post");
    QCOMPARE(shown.tabs(), QStringList({"C++", "SQL (SQLite)", "SQL (PostgreSQL)", "Command line"}));
    shown.tab("SQL (PostgreSQL)");
    QVERIFY(shown.page.code()->toPlainText().contains("RETURNING"));
    shown.choose("Read turnovers");
    QCOMPARE(shown.page.tabs()->tabText(shown.page.tabs()->currentIndex()), "SQL (PostgreSQL)");
    shown.choose("Define a register"); // has one for both
    QCOMPARE(shown.page.tabs()->tabText(shown.page.tabs()->currentIndex()), "SQL");
    shown.choose("Read balances");
    QCOMPARE(shown.page.tabs()->tabText(shown.page.tabs()->currentIndex()), "SQL (PostgreSQL)");
    shown.tab("Command line");
    shown.choose("Post");
    QVERIFY(shown.page.code()->toPlainText().startsWith("#!/bin/sh"));
}

void TestCodePage::copies()
{
    Shown shown;
    QVERIFY(shown.ready);
    QSignalSpy told(&shown.context, &AppContext::message);
    shown.choose("Post");
    const QString all = shown.page.code()->toPlainText();
    QGuiApplication::clipboard()->clear();
    shown.page.code()->setFocus();
    QTest::keyClick(shown.page.code(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), all);
    QCOMPARE(told.size(), 1);
    QTextCursor cursor(shown.page.code()->document()->findBlockByNumber(1));
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    shown.page.code()->setTextCursor(cursor);
    QTest::keyClick(shown.page.code(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), all.section('\n', 1, 1));
    shown.page.topicList()->setFocus();
    shown.tab("Command line");
    const auto buttons = shown.page.findChildren<QToolButton *>();
    const auto button =
        std::find_if(buttons.begin(), buttons.end(), [](const QToolButton *each) { return each->text() == "Copy"; });
    QVERIFY(button != buttons.end());
    QTest::mouseClick(*button, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), codeFiles("post").last().text);
}

void TestCodePage::findsWords()
{
    Shown shown;
    shown.page.focusFilter();
    QTest::keyClicks(shown.page.filterEdit(), "shortages");
    QStringList titles;
    for (int row = 0; row < shown.page.topicList()->count(); ++row)
        titles << shown.page.topicList()->item(row)->text();
    QCOMPARE(titles, QStringList({"Order and posting in one transaction", "Handle errors"}));
    QTest::keyClicks(shown.page.filterEdit(), " nosuchword");
    QCOMPARE(shown.page.topicList()->count(), 0);
    QTest::keyClick(shown.page.filterEdit(), Qt::Key_Escape);
    QCOMPARE(shown.page.topicList()->count(), codeTopics().size());
}

void TestCodePage::goesWhereItWasSent()
{
    Shown shown;
    shown.page.activate({{"topic", "order"}, {"language", "sqlite"}});
    QCOMPARE(shown.page.topicList()->currentItem()->text(), "Order and posting in one transaction");
    QCOMPARE(shown.page.tabs()->tabText(shown.page.tabs()->currentIndex()), "SQL (SQLite)");
    const QVariantMap place = shown.page.place();
    shown.choose("Post");
    shown.page.activate({});
    QCOMPARE(shown.page.topicList()->currentItem()->text(), "Post");
    shown.page.activate(place);
    QCOMPARE(shown.page.place(), place);
    QCOMPARE(shown.page.topicList()->currentItem()->text(), "Order and posting in one transaction");
}

void TestCodePage::colorsFollowTheTheme()
{
    Shown shown;
    shown.choose("Post");
    const auto colorOf = [&](const QString &text) {
        const QTextCursor cursor = shown.page.code()->document()->find(text, 0, QTextDocument::FindCaseSensitively);
        const int place = cursor.selectionStart() - cursor.block().position();
        for (const QTextLayout::FormatRange &range : cursor.block().layout()->formats()) {
            if (range.start <= place && place < range.start + range.length)
                return range.format.foreground().color();
        }
        return QColor();
    };
    for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
        Theme::instance().setScheme(scheme, false);
        QCoreApplication::processEvents();
        const Colors &colors = Theme::instance().colors();
        QCOMPARE(colorOf("return"), colors.accent);
        QCOMPARE(colorOf("// Posts"), colors.dim);
        QCOMPARE(colorOf("\"stock\""), colors.positive);
        QCOMPARE(colorOf("2026"), colors.warning);
        QCOMPARE(colorOf("result"), QColor());
    }
    Theme::instance().setScheme(Theme::Scheme::Light, false);
}

QTEST_MAIN(TestCodePage)
#include "tst_codepage.moc"
