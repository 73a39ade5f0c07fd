// SPDX-License-Identifier: GPL-3.0-or-later
// A person alters a register that is in use, by keyboard, on a real book of either engine (rule E16).
#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/StatusLine.h"
#include "gui/documents/QuestionBar.h"
#include "gui/grid/GridView.h"
#include "gui/registers/DefinitionEditor.h"
#include "gui/registers/PostingPanel.h"
#include "gui/registers/RegistersPage.h"
#include "models/ValueTableModel.h"
#include "service/RegisterService.h"
#include "support/gui/Desk.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QJsonDocument>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

using namespace bincard;
using namespace bincard::test;

namespace {

const char bins[] = R"json({"name":"bins","kind":"balance",
"dimensions":[{"name":"warehouse","type":"ref(warehouses)"},{"name":"lot","type":"text","default":""}],
"resources":[{"name":"quantity","type":"decimal","scale":4,"negative":"allow"}]})json";

/// The register with these movements, a day apart; the page shows its definition.
RegistersPage *openBins(Desk &desk, const QStringList &quantities)
{
    QJsonArray movements;
    for (qsizetype i = 0; i < quantities.size(); ++i)
        movements << QJsonObject{{"recorder", QStringLiteral("hand:%1").arg(i / 10)},
            {"period", QDate(2026, 4, 1).addDays(i % 300).toString(Qt::ISODate)}, {"warehouse", "MAIN"},
            {"quantity", quantities.at(i)}};
    OpenBook &book = desk.book();
    const auto made = book.registers().create(QJsonDocument::fromJson(bins).object());
    const auto posted = book.registers().post(QStringLiteral("bins"), movements);
    if (!made.ok() || !posted.ok())
        qFatal("bins cannot be made: %s %s", reasonOf(made).constData(), reasonOf(posted).constData());
    desk.go(QStringLiteral("registers"),
        {{QStringLiteral("register"), QStringLiteral("bins")}, {QStringLiteral("tab"), QStringLiteral("definition")}});
    return desk.page<RegistersPage>();
}

template <typename T>
T *part(RegistersPage *page, const char *name)
{
    return page->findChild<T *>(QLatin1String(name));
}

QJsonObject bookDefinition(Desk &desk)
{
    return desk.book().registers().info(QStringLiteral("bins"))->value(QLatin1String("definition")).toObject();
}

} // namespace

class TestRegistersAlter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void addsADimensionAndAResource_data() { engines(); }
    void addsADimensionAndAResource();
    void switchesThePolicy_data() { engines(); }
    void switchesThePolicy();
    void cancelled_data() { engines(); }
    void cancelled();
    void whatStaysIsLocked();
    void documentsRegistersKeepTheirShape();
    void takesAnAlterationFromTheClipboard();
};

void TestRegistersAlter::addsADimensionAndAResource()
{
    BINCARD_DESK(desk);
    RegistersPage *page = openBins(desk, {QStringLiteral("10"), QStringLiteral("5")});
    DefinitionDraft &draft = page->definition()->draft();
    auto *dimensions = part<GridView>(page, "dimensions");
    auto *save = part<QPushButton>(page, "register.save");
    QVERIFY(!save->isEnabled()); // nothing has changed yet
    page->table()->view()->setFocus();
    desk.press(Qt::Key_Return); // to the first row that can be written
    QCOMPARE(QApplication::focusWidget(), dimensions);
    desk.typeCells({QStringLiteral("shelf"), QStringLiteral("whole"), {}});
    // What the movements there are would take is missing, and that is said while one types.
    QVERIFY(!dimensions->model()->index(2, DefinitionDraft::DimensionDefault).data(role::Problem).toString().isEmpty());
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QCOMPARE(bookDefinition(desk), QJsonDocument::fromJson(bins).object());
    dimensions->setFocus();
    dimensions->goTo(2, DefinitionDraft::DimensionDefault);
    desk.type(QStringLiteral("7"));
    desk.press(Qt::Key_Return);
    QVERIFY2(draft.isGood(), qPrintable(draft.problems().join(u'\n')));
    part<GridView>(page, "resources")->setFocus();
    part<GridView>(page, "resources")->goToEntryRow();
    desk.typeCells({QStringLiteral("weight"), QStringLiteral("dec"), QStringLiteral("3")});
    // Movements that are being written are kept, in the columns that there will be.
    page->posting()->draft().grid().setRows(
        {{QStringLiteral("2026-05-01"), QStringLiteral("MAIN"), QStringLiteral("A"), QStringLiteral("1")}});
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QVERIFY2(!page->banner()->isShown(), qPrintable(page->banner()->text()));
    QVERIFY2(draft.problems().isEmpty(), qPrintable(draft.problems().join(u'\n')));
    QVERIFY(desk.window().statusLine()->message().contains(QLatin1String("bins has been altered")));

    const auto movements = desk.book().registers().movements(QStringLiteral("bins"), {});
    BINCARD_GOOD(movements);
    const QJsonArray rows = movements->value(QLatin1String("rows")).toArray();
    QCOMPARE(rows.size(), 2);
    for (const QJsonValue &row : rows) {
        QCOMPARE(row[u"shelf"].toInt(), 7);
        QCOMPARE(row[u"weight"].toString(), QStringLiteral("0.000"));
    }
    QCOMPARE(page->current(), QStringLiteral("bins"));
    QCOMPARE(draft.json(), bookDefinition(desk));
    QVERIFY(!draft.isModified());
    QVERIFY(!save->isEnabled());
    QCOMPARE(page->posting()->draft().grid().rows(),
        (QList<QStringList>{{QStringLiteral("2026-05-01"), QStringLiteral("MAIN"), QStringLiteral("A"), QString(),
            QStringLiteral("1"), QString()}}));
}

void TestRegistersAlter::switchesThePolicy()
{
    BINCARD_DESK(desk);
    RegistersPage *page = openBins(desk, {QStringLiteral("-4"), QStringLiteral("10")});
    auto *resources = part<GridView>(page, "resources");
    resources->setFocus();
    resources->goTo(0, DefinitionDraft::ResourceNegative);
    desk.type(QStringLiteral("ref"));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.settle());
    // The day that stands in the way is named, and what was chosen is not lost.
    QVERIFY2(
        page->banner()->text().contains(QStringLiteral("lot \"\", warehouse MAIN: quantity is \u22124 on 2026-04-01.")),
        qPrintable(page->banner()->text()));
    QVERIFY(page->definition()->draft().isModified());
    QCOMPARE(bookDefinition(desk), QJsonDocument::fromJson(bins).object());

    BINCARD_GOOD(desk.book().registers().post(QStringLiteral("bins"),
        QJsonDocument::fromJson(R"([{"recorder":"hand:9","period":"2026-03-31","warehouse":"MAIN","quantity":"4"}])")
            .array()));
    resources->setFocus();
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QVERIFY2(!page->banner()->isShown(), qPrintable(page->banner()->text()));
    QCOMPARE(
        bookDefinition(desk).value(QLatin1String("resources"))[0][u"negative"].toString(), QStringLiteral("forbid"));
    QVERIFY(!page->definition()->draft().isModified());
    QCOMPARE(desk.book()
                 .registers()
                 .post(QStringLiteral("bins"),
                     QJsonDocument::fromJson(
                         R"([{"recorder":"hand:10","period":"2026-04-01","warehouse":"MAIN","quantity":"-1"}])")
                         .array())
                 .error()
                 .code(),
        ErrorCode::InsufficientStock);
}

void TestRegistersAlter::cancelled()
{
    BINCARD_DESK(desk);
    RegistersPage *page = openBins(desk, QStringList(60'000, QStringLiteral("1")));
    auto *dimensions = part<GridView>(page, "dimensions");
    dimensions->setFocus();
    dimensions->goToEntryRow();
    desk.typeCells({QStringLiteral("shelf"), QStringLiteral("whole"), QStringLiteral("7")});
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(part<QProgressBar>(page, "register.progress")->isVisible());
    QVERIFY(!dimensions->isEnabled());
    // Nothing of it can be lost by the way: leaving is asked about, and nothing else is begun meanwhile.
    QVERIFY(!page->mayLeave());
    QVERIFY(page->question()->text().contains(QLatin1String("being altered")));
    page->question()->dismiss();
    desk.press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(page->current(), QStringLiteral("bins"));
    part<QPushButton>(page, "register.discard")->setFocus();
    desk.press(Qt::Key_Escape);
    QVERIFY(desk.settle());
    QVERIFY2(desk.window().statusLine()->message().contains(QLatin1String("Cancelled; the register bins is as it was")),
        qPrintable(desk.window().statusLine()->message()));
    QCOMPARE(bookDefinition(desk), QJsonDocument::fromJson(bins).object());
    const auto balance = desk.book().registers().balance(QStringLiteral("bins"), {});
    BINCARD_GOOD(balance);
    QCOMPARE(balance->value(QLatin1String("rows"))[0][u"quantity"].toString(), QStringLiteral("60000.0000"));
    // What was written is still there, and now it goes through.
    QVERIFY(dimensions->isEnabled());
    QVERIFY(page->definition()->draft().isModified());
    dimensions->setFocus();
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(QTest::qWaitFor([&] { return page->isSettled(); }, 120'000));
    QCOMPARE(bookDefinition(desk).value(QLatin1String("dimensions")).toArray().size(), 3);
}

void TestRegistersAlter::whatStaysIsLocked()
{
    Desk desk(QStringLiteral("sqlite"));
    RegistersPage *page = openBins(desk, {});
    DefinitionDraft &draft = page->definition()->draft();
    for (int column = 0; column < 3; ++column)
        QVERIFY(!(draft.dimensions().index(0, column).flags() & Qt::ItemIsEditable));
    for (int column = 0; column < DefinitionDraft::ResourceNegative; ++column)
        QVERIFY(!(draft.resources().index(0, column).flags() & Qt::ItemIsEditable));
    QVERIFY(draft.resources().index(0, DefinitionDraft::ResourceNegative).flags() & Qt::ItemIsEditable);
    draft.dimensions().removeRows({0, 1});
    QCOMPARE(draft.dimensions().rows().size(), 2);
    // A copy of a row that stays is a further one, behind them.
    QCOMPARE(draft.dimensions().repeatRow(0), 2);
    QVERIFY(draft.dimensions().index(2, 0).flags() & Qt::ItemIsEditable);
    QVERIFY(!draft.isGood());
    part<QPushButton>(page, "register.discard")->click();
    QVERIFY(desk.settle());
    QCOMPARE(draft.dimensions().rows().size(), 2);
    QVERIFY(!draft.isModified());
    QCOMPARE(page->current(), QStringLiteral("bins"));
}

void TestRegistersAlter::documentsRegistersKeepTheirShape()
{
    Desk desk(QStringLiteral("sqlite"));
    desk.go(QStringLiteral("registers"), {{QStringLiteral("register"), QStringLiteral("inventory")}});
    auto *page = desk.page<RegistersPage>();
    DefinitionDraft &draft = page->definition()->draft();
    const int entry = draft.dimensions().rowCount() - 1;
    QVERIFY(!(draft.dimensions().index(entry, 0).flags() & Qt::ItemIsEditable));
    QCOMPARE(draft.dimensions().paste(entry, 0, QStringLiteral("lot\ttext\tnone")), 1);
    QVERIFY(!draft.isModified());
    QVERIFY(draft.resources().index(0, DefinitionDraft::ResourceNegative).flags() & Qt::ItemIsEditable);
    // Enter on the list leads to what can be changed.
    page->table()->view()->setFocus();
    desk.press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), part<GridView>(page, "resources"));
    page->table()->selectKey(QStringLiteral("sales"));
    QVERIFY(desk.settle());
    QVERIFY(!(draft.resources().index(0, DefinitionDraft::ResourceNegative).flags() & Qt::ItemIsEditable));
    QVERIFY(draft.whatMayChange().contains(QLatin1String("stays as it is")));
}

void TestRegistersAlter::takesAnAlterationFromTheClipboard()
{
    Desk desk(QStringLiteral("sqlite"));
    RegistersPage *page = openBins(desk, {QStringLiteral("1")});
    QJsonObject wanted = QJsonDocument::fromJson(bins).object();
    wanted.insert(QStringLiteral("resources"), QJsonArray()); // takes something away
    QApplication::clipboard()->setText(QString::fromUtf8(QJsonDocument(wanted).toJson()));
    page->definition()->paste();
    QVERIFY(!page->definition()->draft().isGood());
    QVERIFY(!page->definition()->draft().problems().isEmpty());

    // Nor does a register become one of another kind, or with other parts; that is said, not passed over.
    DefinitionDraft &draft = page->definition()->draft();
    wanted = QJsonDocument::fromJson(bins).object();
    wanted.insert(QStringLiteral("kind"), QStringLiteral("turnover"));
    wanted.insert(QStringLiteral("partition"), QStringLiteral("month"));
    QApplication::clipboard()->setText(QString::fromUtf8(QJsonDocument(wanted).toJson()));
    page->definition()->paste();
    QCOMPARE(draft.json(), wanted);
    QVERIFY(!draft.isGood());
    QCOMPARE(draft.problems(),
        QStringList({QStringLiteral("The kind of a register cannot be changed."),
            QStringLiteral("How the journal is partitioned is chosen when the register is created.")}));
    QCOMPARE(part<QComboBox>(page, "register.kind")->currentData().toString(), QStringLiteral("turnover"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QCOMPARE(bookDefinition(desk), QJsonDocument::fromJson(bins).object());
    part<QPushButton>(page, "register.discard")->click();
    QVERIFY(desk.settle());
    QCOMPARE(draft.json(), QJsonDocument::fromJson(bins).object());
    // What it leaves unsaid is as it was.
    wanted = QJsonDocument::fromJson(bins).object();
    wanted.remove(QStringLiteral("kind"));
    QApplication::clipboard()->setText(QString::fromUtf8(QJsonDocument(wanted).toJson()));
    page->definition()->paste();
    QVERIFY(!draft.isModified());

    wanted = QJsonDocument::fromJson(bins).object();
    QJsonArray dimensions = wanted.value(QLatin1String("dimensions")).toArray();
    dimensions << QJsonObject{{"name", "owner"}, {"type", "text"}, {"default", "us"}};
    wanted.insert(QStringLiteral("dimensions"), dimensions);
    QApplication::clipboard()->setText(QString::fromUtf8(QJsonDocument(wanted).toJson()));
    page->definition()->paste();
    QVERIFY2(page->definition()->draft().isGood(), qPrintable(page->definition()->draft().problems().join(u'\n')));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QCOMPARE(bookDefinition(desk), wanted);
}

QTEST_MAIN(TestRegistersAlter)
#include "tst_registersalter.moc"
