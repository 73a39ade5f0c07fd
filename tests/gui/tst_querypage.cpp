// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to registers, by the real form on a real book of either engine.
#include "gui/DataTable.h"
#include "gui/DocumentEditorPage.h"
#include "gui/ErrorBanner.h"
#include "gui/LeadingColumns.h"
#include "gui/grid/GridView.h"
#include "gui/query/GroupList.h"
#include "gui/query/MomentEdit.h"
#include "gui/query/QueryForm.h"
#include "gui/query/QueryPage.h"
#include "service/RegisterService.h"
#include "support/gui/Bins.h"
#include "support/gui/Desk.h"
#include "support/gui/PageStage.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QTranslator>

using namespace bincard;
using namespace bincard::test;

namespace {

QString compact(const Result<QJsonObject> &answer)
{
    return answer.ok() ? QString::fromUtf8(QJsonDocument(*answer).toJson(QJsonDocument::Compact))
                       : answer.error().message().english();
}

QJsonObject json(const char *text) { return QJsonDocument::fromJson(text).object(); }

} // namespace

/// Some of the German names of fields, without what else is translated.
class FieldsInGerman : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(
        const char *context, const char *source, const char *disambiguation, int n) const override
    {
        Q_UNUSED(disambiguation)
        Q_UNUSED(n)
        static const QHash<QString, QString> words{{QStringLiteral("warehouse"), QStringLiteral("Lager")},
            {QStringLiteral("item"), QStringLiteral("Artikel")}, {QStringLiteral("quantity"), QStringLiteral("Menge")}};
        return qstrcmp(context, "RegisterColumns") == 0 ? words.value(QString::fromUtf8(source)) : QString();
    }
};

class TestQueryPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void asksForBalances_data() { engines(); }
    void asksForBalances()
    {
        BINCARD_DESK(desk);
        desk.go(QStringLiteral("query"), {{QStringLiteral("register"), QStringLiteral("inventory")}});
        auto *page = desk.page<QueryPage>();
        QAbstractItemModelTester tester(
            const_cast<JsonTableModel *>(&page->model()), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(column(*page->table(), 2), QStringList({"GDG-X1", "WDG-A1", "WDG-A1", "WDG-B2"}));
        QCOMPARE(column(*page->table(), 4), QStringList({"150", "170", "420", "250"}));
        QCOMPARE(page->table()->totals().at(5), QStringLiteral("275,000.00"));
        QVERIFY(page->findChild<QueryForm *>()->isAncestorOf(QApplication::focusWidget())); // one asks at once

        // Only Alpha, on a day, by item: typed as one speaks of it.
        auto *filter = page->findChild<GridView *>(QStringLiteral("query.filter"));
        filter->setFocus();
        desk.type(QStringLiteral("it"));
        desk.press(Qt::Key_Tab);
        desk.type(QStringLiteral("alpha"));
        desk.press(Qt::Key_Tab);
        QVERIFY(desk.settle());
        QCOMPARE(column(*page->table(), 0), QStringList({"EAST", "MAIN"}));
        auto *groups = page->form()->groups();
        groups->setFocus();
        groups->setCurrentRow(0);
        desk.press(Qt::Key_Space); // no longer by warehouse
        QVERIFY(desk.settle());
        QCOMPARE(column(*page->table(), 0), QStringList("WDG-A1"));
        QCOMPARE(column(*page->table(), 2), QStringList("590"));
        auto *at = page->findChild<MomentEdit *>(QStringLiteral("query.at"));
        at->setFocus();
        desk.type(QStringLiteral("2026-04-05"));
        desk.press(Qt::Key_Tab);
        QVERIFY(desk.settle());
        const QJsonObject query =
            json(R"({"at":"2026-04-05","where":{"item":["WDG-A1"]},"group_by":["item"],"limit":1000})");
        QCOMPARE(page->form()->question()->query, query);
        QCOMPARE(page->json(), compact(desk.book().registers().balance(QStringLiteral("inventory"), query)));
        QVERIFY(page->code(QStringLiteral("shell"))
                    .contains(QLatin1String("--at 2026-04-05 --where item=WDG-A1 --group-by item")));
        QVERIFY(page->code(QStringLiteral("cpp")).contains(QLatin1String("Until::parse(u\"2026-04-05\")")));
        QVERIFY(page->code(QStringLiteral("sql")).contains(QLatin1String("inventory_day")));

        // What is no date is said, and nothing else is asked.
        at->setFocus();
        at->selectAll();
        desk.type(QStringLiteral("soon"));
        desk.press(Qt::Key_Tab);
        QVERIFY(desk.settle());
        QVERIFY(page->banner()->isShown());
        QVERIFY(!page->form()->question());
    }

    /// Of the registers that every book has fields are shown in the window's language and understood by either name; the
    /// question, its JSON and code, and a register of one's own keep the real ones.
    void standardFieldsAreShownInTheLanguage_data() { engines(); }
    void standardFieldsAreShownInTheLanguage()
    {
        FieldsInGerman german;
        QCoreApplication::installTranslator(&german);
        const auto back = qScopeGuard([&german] { QCoreApplication::removeTranslator(&german); });
        BINCARD_DESK(desk);
        BINCARD_GOOD(desk.book().registers().create(binsDefinition()));
        postToBins(desk.book(), QStringLiteral("hand:1"), QStringLiteral("2026-04-01"), QStringLiteral("10"));
        const auto titles = [](const QueryPage &page) {
            QStringList texts;
            for (const JsonColumn &each : page.model().columns())
                texts << each.title;
            return texts;
        };
        desk.go(QStringLiteral("query"), {{QStringLiteral("register"), QStringLiteral("inventory")}});
        auto *page = desk.page<QueryPage>();
        QCOMPARE(titles(*page), QStringList({"Lager", "Name", "Artikel", "Name", "Menge", "amount"}));
        QCOMPARE(page->model().headerData(0, Qt::Horizontal, Qt::ToolTipRole).toString(), QStringLiteral("warehouse"));
        QCOMPARE(page->form()->groups()->item(0)->text(), QStringLiteral("Lager"));
        TextGridModel &filter = page->form()->filter();
        for (const char *typed : {"Artikel", "item"}) {
            filter.setData(filter.index(0, 0), QLatin1String(typed), Qt::EditRole);
            filter.setData(filter.index(0, 1), QStringLiteral("WDG-B2"), Qt::EditRole);
            QCOMPARE(filter.index(0, 0).data().toString(), QStringLiteral("Artikel"));
            QVERIFY(desk.settle());
            QCOMPARE(page->form()->question()->query,
                json(R"({"where":{"item":["WDG-B2"]},"group_by":["warehouse","item"],"limit":1000})"));
            filter.setRows({});
        }
        QVERIFY(page->json().contains(QLatin1String("\"warehouse\"")));
        desk.go(QStringLiteral("query"), {{QStringLiteral("register"), QStringLiteral("bins")}});
        QCOMPARE(titles(*desk.page<QueryPage>()), QStringList({"warehouse", "Name", "lot", "quantity"}));
    }

    void aLedgersFiguresUnfold_data() { engines(); }
    void aLedgersFiguresUnfold()
    {
        BINCARD_DESK(desk);
        desk.go(QStringLiteral("query"),
            {{QStringLiteral("register"), QStringLiteral("ledger")},
                {QStringLiteral("kind"), QStringLiteral("turnover")},
                {QStringLiteral("query"),
                    QStringLiteral(
                        R"({"by":"year","from":"2026-04-10","group_by":["account","analytics.item"],"order":["amount_debit:desc"]})")}});
        auto *page = desk.page<QueryPage>();
        QCOMPARE(page->model().row(0).value(QLatin1String("account")).toString(), QStringLiteral("1400"));
        const QString debit = page->model().row(0).value(QLatin1String("amount_debit")).toString();
        emit page->table()->activated(0);
        QVERIFY(desk.settle());
        QCOMPARE(page->form()->question()->text("from"), QStringLiteral("2026-04-10")); // later than the year begins
        QVERIFY(page->model().rowCount() > 0);
        Decimal sum(0, 2);
        for (int row = 0; row < page->model().rowCount(); ++row) {
            const QJsonObject entry = page->model().row(row);
            if (entry.value(QLatin1String("account_dr")).toString() == u"1400")
                sum = *sum.plus(*Decimal::parse(entry.value(QLatin1String("amount")).toString(), 2));
        }
        QCOMPARE(sum.toString(), debit);
        // Accounts are understood by their names.
        TextGridModel &filter = page->form()->filter();
        filter.setRows({});
        filter.setData(filter.index(0, 0), QStringLiteral("account"));
        filter.setData(filter.index(0, 1), QStringLiteral("suppl"));
        QCOMPARE(filter.rows(), QList<QStringList>({{QStringLiteral("account"), QStringLiteral("2000")}}));
        QVERIFY(desk.settle());
        QVERIFY(page->code(QStringLiteral("sql")).contains(QStringLiteral("account_dr\" = '2000'")));
    }

    void asksForTurnovers_data() { engines(); }
    void asksForTurnovers()
    {
        BINCARD_DESK(desk);
        desk.go(QStringLiteral("query"),
            {{QStringLiteral("register"), QStringLiteral("inventory")},
                {QStringLiteral("kind"), QStringLiteral("turnover")},
                {QStringLiteral("query"),
                    QStringLiteral(
                        R"({"by":"month","group_by":["item"],"order":["quantity_receipts:desc"],"limit":2})")}});
        auto *page = desk.page<QueryPage>();
        const QJsonObject query = page->form()->question()->query;
        QCOMPARE(query, json(R"({"by":"month","group_by":["item"],"order":["quantity_receipts:desc"],"limit":2})"));
        QCOMPARE(page->json(), compact(desk.book().registers().turnover(QStringLiteral("inventory"), query)));
        QCOMPARE(column(*page->table(), 0), QStringList({"WDG-A1", "WDG-B2"}));
        QCOMPARE(column(*page->table(), 1), QStringList({"2026-04", "2026-04"}));
        // A figure unfolds to its movements, a movement to its document, and Alt+Left leads back.
        emit page->table()->activated(1);
        QVERIFY(desk.settle());
        QCOMPARE(page->form()->kind(), RegisterQuestion::Kind::Movements);
        for (int row = 0; row < page->model().rowCount(); ++row)
            QCOMPARE(page->model().row(row).value(QLatin1String("item")).toString(), QStringLiteral("WDG-B2"));
        QCOMPARE(page->form()->question()->text("from"), QStringLiteral("2026-04-01")); // those of that month
        QCOMPARE(page->form()->question()->text("to"), QStringLiteral("2026-04-30"));
        emit page->table()->activated(0);
        QVERIFY(desk.settle());
        QVERIFY(desk.page<DocumentEditorPage>());
        desk.press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(desk.settle());
        desk.press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(desk.settle());
        QCOMPARE(page->form()->question()->query, query);
        QVERIFY(page->csv().contains("WDG-A1,2026-04,"));
    }

    void unfoldsNoFurtherThanAsked_data() { engines(); }
    void unfoldsNoFurtherThanAsked()
    {
        BINCARD_DESK(desk);
        BINCARD_GOOD(desk.book().registers().post(QStringLiteral("inventory"),
            QJsonDocument::fromJson(
                R"([{"recorder":"noon:1","period":"2026-04-30T11:00:00","warehouse":"MAIN","item":"WDG-A1","quantity":"1"},
                    {"recorder":"noon:2","period":"2026-04-30T13:00:00","warehouse":"MAIN","item":"WDG-A1","quantity":"1"}])")
                .array()));
        for (const char *by : {"day", "month"}) {
            desk.go(QStringLiteral("query"),
                {{QStringLiteral("register"), QStringLiteral("inventory")},
                    {QStringLiteral("kind"), QStringLiteral("turnover")},
                    {QStringLiteral("query"),
                        QStringLiteral(R"({"by":"%1","from":"2026-04-30T10:00:00","to":"2026-04-30T12:00:00"})")
                            .arg(QLatin1String(by))}});
            auto *page = desk.page<QueryPage>();
            QCOMPARE(page->model().rowCount(), 1);
            emit page->table()->activated(0);
            QVERIFY(desk.settle());
            QCOMPARE(page->form()->question()->text("from"), QStringLiteral("2026-04-30T10:00:00"));
            QCOMPARE(page->form()->question()->text("to"), QStringLiteral("2026-04-30T12:00:00"));
            QCOMPARE(page->model().rowCount(), 1);
            QCOMPARE(page->model().row(0).value(QLatin1String("recorder")).toString(), QStringLiteral("noon:1"));
        }
    }

    void aRegisterWithoutBalances_data() { engines(); }
    void aRegisterWithoutBalances()
    {
        BINCARD_DESK(desk);
        desk.go(QStringLiteral("query"), {{QStringLiteral("register"), QStringLiteral("sales")}});
        auto *page = desk.page<QueryPage>();
        QCOMPARE(page->form()->kind(), RegisterQuestion::Kind::Turnover);
        QVERIFY(!page->findChild<QTabBar *>(QStringLiteral("query.kind"))->isTabEnabled(0));
        QVERIFY2(!page->banner()->isShown(), qPrintable(page->banner()->text()));
        QVERIFY(page->model().rowCount() > 0);
    }

    /// Coming back by Alt+Left, or by a link, one asks the very same question: to the millisecond, and a day stays a day.
    void keepsTheInstantThatWasKnown()
    {
        Desk desk(QStringLiteral("sqlite"));
        for (const char *known : {"2026-04-18T09:30:00.250Z", "2026-04-18T09:30:07.000Z", "2030-01-01T10:14:59.999Z"}) {
            const QJsonObject query{{"known_on", QString::fromLatin1(known)}, {"limit", 5}};
            desk.go(QStringLiteral("query"),
                {{QStringLiteral("register"), QStringLiteral("inventory")},
                    {QStringLiteral("kind"), QStringLiteral("movements")},
                    {QStringLiteral("query"), QString::fromUtf8(QJsonDocument(query).toJson())}});
            auto *page = desk.page<QueryPage>();
            QCOMPARE(page->form()->question()->query, query);
            QCOMPARE(page->place().value(QStringLiteral("query")).toString(),
                QString::fromUtf8(QJsonDocument(query).toJson(QJsonDocument::Compact)));
            // What is seen says all of it: typed anew, it is the same.
            auto *field = page->findChild<MomentEdit *>(QStringLiteral("query.knownOn"));
            const QString shown = field->text();
            for (const QString &typed : {QString(), shown}) {
                field->setFocus();
                field->selectAll();
                desk.press(Qt::Key_Delete);
                desk.type(typed);
                desk.press(Qt::Key_Tab);
                QVERIFY(desk.settle());
            }
            QCOMPARE(page->form()->question()->query, query);
        }
    }

    /// Of a table wider than the window one still sees whose figures these are.
    void theFirstColumnsStayInANarrowWindow()
    {
        Desk desk(QStringLiteral("sqlite"));
        desk.go(QStringLiteral("query"),
            {{QStringLiteral("register"), QStringLiteral("inventory")},
                {QStringLiteral("kind"), QStringLiteral("turnover")}});
        desk.window().resize(820, 700);
        QVERIFY(desk.settle());
        QTableView &view = *desk.page<QueryPage>()->table()->view();
        QTRY_VERIFY_WITH_TIMEOUT(view.horizontalScrollBar()->maximum() > 0, 20000);
        auto *leading = view.findChild<LeadingColumns *>();
        QVERIFY(!leading->isVisible()); // nothing has moved yet
        view.setFocus();
        const int last = view.model()->columnCount() - 1, figures = static_cast<int>(leading->columns().size());
        QVERIFY(figures > 0 && figures < last);
        view.setCurrentIndex(view.model()->index(0, last));
        QVERIFY(leading->isVisible());
        for (int column = last; column >= figures; --column) {
            QCOMPARE(view.currentIndex().column(), column);
            QVERIFY2(view.visualRect(view.currentIndex()).left() >= leading->coveredWidth(),
                qPrintable(QString::number(column)));
            desk.press(Qt::Key_Left);
        }
        view.setCurrentIndex(view.model()->index(0, last));
        QVERIFY(leading->isVisible());
        QTest::mouseClick(
            leading->viewport(), Qt::LeftButton, {}, leading->visualRect(leading->model()->index(2, 0)).center());
        QCOMPARE(view.selectionModel()->selectedRows().value(0).row(), 2);
        QCOMPARE(QApplication::focusWidget(), &view);
        view.horizontalScrollBar()->setValue(0);
        QVERIFY(!leading->isVisible());
    }
};

QTEST_MAIN(TestQueryPage)
#include "tst_querypage.moc"
