// SPDX-License-Identifier: GPL-3.0-or-later
// A journal of which the Query page shows one page after another, and which is saved as a whole.
#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/query/QueryForm.h"
#include "gui/query/QueryPage.h"
#include "service/RegisterService.h"
#include "support/gui/Desk.h"
#include "support/gui/PageStage.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QPushButton>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSortFilterProxyModel>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace bincard;
using namespace bincard::test;

namespace {

/// Movements of two items in turn, every third at some time of its day.
void postMany(OpenBook &book, int count)
{
    QJsonArray many;
    for (int i = 0; i < count; ++i)
        many << QJsonObject{{"recorder", "many:1"}, {"period", i % 3 ? "2026-05-01" : "2026-05-02T09:30:07"},
            {"warehouse", "MAIN"}, {"item", i % 2 ? "WDG-A1" : "WDG-B2"}, {"quantity", "1"}};
    if (const auto posted = book.registers().post(QStringLiteral("inventory"), many); !posted.ok())
        qFatal("The movements cannot be posted: %s", reasonOf(posted).constData());
}

/// A hundred at a time.
void showMovements(QueryPage &page)
{
    page.resize(1200, 700);
    page.show();
    page.activate({{QStringLiteral("register"), QStringLiteral("inventory")},
        {QStringLiteral("kind"), QStringLiteral("movements")},
        {QStringLiteral("query"), QStringLiteral(R"({"limit":100})")}});
    if (!PageStage::settle(page) || page.model().rowCount() != 100)
        qFatal("The page does not show the movements.");
}

/// As a person chooses a file.
void exportTo(QueryPage &page, const QString &path)
{
    for (QAction *action : page.actions()) {
        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_E))
            action->trigger();
    }
    auto *dialog = page.findChild<QFileDialog *>();
    if (!dialog)
        qFatal("Nobody asks for a file.");
    emit dialog->fileSelected(path);
    delete dialog;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("nothing");
}

} // namespace

class TestQueryJournal : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void movementsComeAsOneScrolls_data() { engines(); }
    void movementsComeAsOneScrolls()
    {
        BINCARD_DESK(desk);
        desk.go(QStringLiteral("query"),
            {{QStringLiteral("register"), QStringLiteral("inventory")},
                {QStringLiteral("kind"), QStringLiteral("movements")},
                {QStringLiteral("query"), QStringLiteral(R"({"limit":3})")}});
        auto *page = desk.page<QueryPage>();
        QAbstractItemModel *model = page->table()->proxy();
        for (int round = 0; round < 5 && model->canFetchMore({}); ++round) {
            model->fetchMore({});
            QVERIFY(!model->canFetchMore({})); // one page at a time
            QVERIFY(desk.settle());
        }
        const auto all = desk.book().registers().movements(QStringLiteral("inventory"), {});
        BINCARD_GOOD(all);
        const QJsonArray rows = all->value(QLatin1String("rows")).toArray();
        QVERIFY(rows.size() > 3);
        QCOMPARE(page->model().rowCount(), static_cast<int>(rows.size()));
        QStringList columns;
        for (const JsonColumn &column : page->model().columns())
            columns << column.id;
        const auto recorder = static_cast<int>(columns.indexOf(QStringLiteral("recorder")));
        QStringList shown, recorders;
        for (int row = 0; row < page->model().rowCount(); ++row) {
            QCOMPARE(page->model().row(row), rows.at(row).toObject());
            shown << page->model().index(row, recorder).data().toString();
            recorders << page->model().index(row, recorder).data(Qt::ToolTipRole).toString();
            QCOMPARE(recorders.last(), rows.at(row)[u"recorder"].toString());
        }
        // Documents are called as people know them, on the first page and on the last.
        QCOMPARE(shown.first(), QStringLiteral("Goods receipt GR-2026-0001"));
        QCOMPARE(shown.last(), QStringLiteral("Sales order SO-2026-0003"));
        QVERIFY(!page->json().contains(QLatin1String("GR-2026-0001"))); // the answer itself is what it was
    }

    void savesAllOfAJournal_data() { engines(); }
    void savesAllOfAJournal()
    {
        BINCARD_TEST_BOOK(book);
        postMany(book.book(), 2500);
        // What is seen by the locale goes into a file for other programs.
        const auto back = qScopeGuard([] { QLocale::setDefault(QLocale::c()); });
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        PageStage stage(book);
        QSignalSpy told(&stage.context, &AppContext::message);
        QueryPage page(stage.context);
        showMovements(page);
        QCOMPARE(page.model().rowCount(), 100);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("journal.csv"));
        exportTo(page, path);
        QVERIFY(!page.mayLeave());
        QVERIFY(PageStage::settle(page));
        QVERIFY2(!page.banner()->isShown(), qPrintable(page.banner()->text()));
        QVERIFY(page.mayLeave());
        QCOMPARE(page.model().rowCount(), 100); // what is seen stays as it is
        const QByteArray saved = contentOf(path);

        // The same as from a table in which one has scrolled to the end.
        while (page.table()->proxy()->canFetchMore({})) {
            page.table()->proxy()->fetchMore({});
            QVERIFY(PageStage::settle(page));
        }
        QVERIFY(page.model().rowCount() > 2500);
        QCOMPARE(saved, page.csv());
        QVERIFY(told.last().first().toString().contains(QStringLiteral("2.5"))); // how many, and where
        QVERIFY(told.last().first().toString().contains(QLatin1String("journal.csv")));
        const QList<QByteArray> lines = saved.split('\n');
        QCOMPARE(lines.size(), page.model().rowCount() + 2); // a header, and nothing behind the last line end
        for (int row = 0; row < page.model().rowCount(); ++row) {
            const QByteArray period = page.model().row(row).value(QLatin1String("period")).toString().toUtf8() + ',';
            QVERIFY2(lines.at(row + 1).contains(period), lines.at(row + 1).constData());
        }
    }

    /// Whoever posts meanwhile: what is saved is one state of the book, not the first page of one and the last of another.
    void savesOneStateOfTheJournal_data() { engines(); }
    void savesOneStateOfTheJournal()
    {
        BINCARD_TEST_BOOK(book);
        postMany(book.book(), 6000);
        PageStage stage(book);
        QueryPage page(stage.context);
        showMovements(page);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("journal.csv"));
        // Another person posts pairs: one movement before all others, one after them.
        std::atomic<bool> stop = false;
        std::atomic<int> pairs = 0;
        const std::unique_ptr<QThread> other(QThread::create([&] {
            const std::unique_ptr<OpenBook> theirs = book.another();
            while (!stop) {
                QJsonArray pair;
                for (const char *period : {"2020-01-01", "2030-01-01"})
                    pair << QJsonObject{{"recorder", QStringLiteral("pair:%1").arg(pairs)}, {"period", period},
                        {"warehouse", "MAIN"}, {"item", "WDG-A1"}, {"quantity", "1"}};
                if (const auto posted = theirs->registers().post(QStringLiteral("inventory"), pair); !posted.ok())
                    qFatal("The pair cannot be posted: %s", reasonOf(posted).constData());
                ++pairs;
            }
        }));
        other->start();
        const auto ended = qScopeGuard([&] {
            stop = true;
            other->wait();
        });
        QTRY_VERIFY(pairs > 3);
        const int before = pairs;
        exportTo(page, path);
        QVERIFY(PageStage::settle(page));
        QVERIFY(pairs > before); // it was not they who waited
        const QByteArray saved = contentOf(path);
        QVERIFY(saved.count("2020-01-01") >= before);
        QCOMPARE(saved.count("2030-01-01"), saved.count("2020-01-01"));
    }

    void anExportIsCancelled_data() { engines(); }
    void anExportIsCancelled()
    {
        BINCARD_TEST_BOOK(book);
        postMany(book.book(), 300);
        PageStage stage(book);
        QSignalSpy told(&stage.context, &AppContext::message);
        QueryPage page(stage.context);
        showMovements(page);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("journal.csv"));
        QFile before(path);
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("what was there") > 0);
        before.close();
        QSemaphore busy;
        stage.client.request<bool>(
            &page, [&busy](OpenBook &) -> Result<bool> { return busy.tryAcquire(1, 20000); },
            [](const Result<bool> &) {}, Lane::Background);
        exportTo(page, path);
        QVERIFY(!page.isSettled());
        auto *cancel = page.findChild<QPushButton *>(QStringLiteral("query.cancelExport"));
        QVERIFY(cancel->isVisible());
        cancel->click();
        busy.release();
        QVERIFY(PageStage::settle(page));
        QVERIFY(!cancel->isVisible());
        QVERIFY(told.last().first().toString().contains(QLatin1String("Cancelled")));
        QCOMPARE(contentOf(path), QByteArray("what was there"));

        // Where nothing can be written that is said.
        exportTo(page, folder.filePath(QStringLiteral("nowhere/journal.csv")));
        QVERIFY(PageStage::settle(page));
        QVERIFY2(
            page.banner()->text().contains(QLatin1String("could not be written")), qPrintable(page.banner()->text()));
        // And copied is what is seen.
        page.table()->view()->setFocus();
        for (QAction *action : page.table()->view()->actions()) {
            if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C))
                action->trigger();
        }
        QVERIFY2(told.last().first().toString().contains(QLatin1String("100 row(s) shown; there may be more")),
            qPrintable(told.last().first().toString()));
    }

    void anotherQuestionIsNotHeldUp_data() { engines(); }
    void anotherQuestionIsNotHeldUp()
    {
        BINCARD_TEST_BOOK(book);
        postMany(book.book(), 300);
        PageStage stage(book);
        QueryPage page(stage.context);
        showMovements(page);
        QCOMPARE(page.model().rowCount(), 100);

        // The book is busy; one asks for something else, and scrolls on in what is still shown.
        QSemaphore busy;
        stage.client.request<bool>(
            &page, [&busy](OpenBook &) -> Result<bool> { return busy.tryAcquire(1, 20000); },
            [](const Result<bool> &) {});
        TextGridModel &filter = page.form()->filter();
        filter.setData(filter.index(0, 0), QStringLiteral("item"));
        filter.setData(filter.index(0, 1), QStringLiteral("WDG-B2"));
        QTRY_VERIFY(page.code(QStringLiteral("shell")).contains(QLatin1String("WDG-B2")));
        page.table()->proxy()->fetchMore({});
        busy.release();
        QVERIFY(PageStage::settle(page));
        QCOMPARE(page.model().rowCount(), 100);
        for (int row = 0; row < 100; ++row)
            QCOMPARE(page.model().row(row).value(QLatin1String("item")).toString(), QStringLiteral("WDG-B2"));
    }
};

QTEST_MAIN(TestQueryJournal)
#include "tst_queryjournal.moc"
