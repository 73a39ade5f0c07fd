// SPDX-License-Identifier: GPL-3.0-or-later
// The grid one types into, and the table of JSON rows.
#include "models/JsonTableModel.h"
#include "models/Moment.h"
#include "models/RegisterColumns.h"
#include "models/TextGridModel.h"
#include "models/ValueTableModel.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace bincard;

namespace {

constexpr auto reporting = QAbstractItemModelTester::FailureReportingMode::QtTest;

CatalogSnapshot smallCatalog()
{
    CatalogSnapshot snapshot;
    Item alpha, beta;
    alpha.code = QStringLiteral("WDG-A1");
    alpha.name = QStringLiteral("Widget Alpha");
    beta.code = QStringLiteral("WDG-B2");
    beta.name = QStringLiteral("Widget Beta");
    snapshot.items = {alpha, beta};
    Category toys;
    toys.code = QStringLiteral("TOYS");
    toys.name = QStringLiteral("Toys");
    snapshot.categories = {toys};
    return snapshot;
}

QList<GridColumn> columns()
{
    using Kind = GridCell::Kind;
    return {{QStringLiteral("period"), QStringLiteral("Period"), {.kind = Kind::Period}},
        {QStringLiteral("item"), QStringLiteral("Item"), {.kind = Kind::Reference, .table = QStringLiteral("items")}},
        {QStringLiteral("policy"), QStringLiteral("Policy"),
            {.kind = Kind::Choice,
                .choices = {{QStringLiteral("allow"), QStringLiteral("Allowed"), {}},
                    {QStringLiteral("forbid"), QStringLiteral("Refused"), {}}}}},
        {QStringLiteral("quantity"), QStringLiteral("Quantity"), {.kind = Kind::Number}}};
}

QString at(const TextGridModel &model, int row, int column, int role = Qt::DisplayRole)
{
    return model.index(row, column).data(role).toString();
}

bool type(TextGridModel &model, int row, int column, const QString &text)
{
    return model.setData(model.index(row, column), text);
}

} // namespace

class TestTextGrid : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void understandsWhatIsTyped()
    {
        TextGridModel model;
        model.setColumns(columns());
        model.setCatalog(std::make_shared<const CatalogIndex>(smallCatalog()));
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.isEntryRow(0));
        type(model, 0, 0, QStringLiteral("2026-04-18 9:30"));
        QCOMPARE(model.rowCount(), 2); // the next empty row is there
        type(model, 0, 1, QStringLiteral("alpha"));
        type(model, 0, 2, QStringLiteral("refu"));
        type(model, 0, 3, QStringLiteral(" 12.5 "));
        QCOMPARE(model.rows(),
            (QList<QStringList>{{QStringLiteral("2026-04-18T09:30:00"), QStringLiteral("WDG-A1"),
                QStringLiteral("forbid"), QStringLiteral("12.5")}}));
        QCOMPARE(at(model, 0, 0), QStringLiteral("2026-04-18 09:30:00"));
        QCOMPARE(at(model, 0, 1), QStringLiteral("WDG-A1  Widget Alpha"));
        QCOMPARE(at(model, 0, 2), QStringLiteral("Refused"));

        // What means nothing, or several things, stays and is marked.
        type(model, 1, 1, QStringLiteral("widget"));
        QCOMPARE(at(model, 1, 1), QStringLiteral("widget"));
        QVERIFY(!at(model, 1, 1, role::Problem).isEmpty());
        type(model, 1, 2, QStringLiteral("perhaps"));
        QVERIFY(!at(model, 1, 2, role::Problem).isEmpty());
        type(model, 1, 0, QStringLiteral("yesterday"));
        QVERIFY(!at(model, 1, 0, role::Problem).isEmpty());
        QVERIFY(at(model, 0, 1, role::Problem).isEmpty());
    }

    void pastesFromASpreadsheet()
    {
        TextGridModel model;
        model.setColumns(columns());
        model.setCatalog(std::make_shared<const CatalogIndex>(smallCatalog()));
        QCOMPARE(model.paste(0, 0,
                     QStringLiteral("Period\tItem\tPolicy\tQuantity\r\n2026-04-18\tWDG-A1\tallow\t1\r\n\r\n"
                                    "2026-04-19\tWidget Beta\tForbid\t-2\ttoo many\r\n")),
            2);
        QCOMPARE(model.rows(),
            (QList<QStringList>{
                {QStringLiteral("2026-04-18"), QStringLiteral("WDG-A1"), QStringLiteral("allow"), QStringLiteral("1")},
                {QStringLiteral("2026-04-19"), QStringLiteral("WDG-B2"), QStringLiteral("forbid"),
                    QStringLiteral("-2")}}));
        QCOMPARE(model.paste(1, 3, QStringLiteral("7\n8")), 2);
        QCOMPARE(at(model, 1, 3), QStringLiteral("7"));
        QCOMPARE(at(model, 2, 3), QStringLiteral("8"));
        QCOMPARE(model.copied({2, 0}), QStringLiteral("2026-04-18\tWDG-A1\tallow\t1\n\t\t\t8"));
        model.undoStack()->undo();
        QCOMPARE(at(model, 1, 3), QStringLiteral("-2"));
        QCOMPARE(model.rows().size(), 2);
    }

    void lockedCellsStay()
    {
        TextGridModel model;
        model.setColumns(columns());
        model.setRows({{QStringLiteral("2026-04-18"), {}, QStringLiteral("allow"), QStringLiteral("1")}});
        model.setLocked([](int row, int column) { return row == 0 && column != 2; });
        QVERIFY(!type(model, 0, 3, QStringLiteral("9")));
        QVERIFY(type(model, 0, 2, QStringLiteral("forbid")));
        model.removeRows({0});
        QCOMPARE(model.rows().size(), 1);
        model.paste(0, 2, QStringLiteral("allow\t5"));
        QCOMPARE(model.rows().constFirst().at(3), QStringLiteral("1"));
        QVERIFY(!model.moveRow(0, 1));
    }

    /// Whatever one does, taking it all back leads to the start, and doing it all again to the end.
    void everythingCanBeTakenBack()
    {
        const quint32 seed = qEnvironmentVariableIsSet("BINCARD_SEED") ? qEnvironmentVariableIntValue("BINCARD_SEED")
                                                                       : QRandomGenerator::global()->generate();
        qInfo("BINCARD_SEED=%u", seed);
        QRandomGenerator random(seed);
        TextGridModel model;
        model.setColumns(columns());
        model.setCatalog(std::make_shared<const CatalogIndex>(smallCatalog()));
        QAbstractItemModelTester tester(&model, reporting);
        const QStringList texts{QString(), QStringLiteral("WDG-A1"), QStringLiteral("allow"), QStringLiteral("1"),
            QStringLiteral("2026-01-01"), QStringLiteral("nonsense")};
        for (int i = 0; i < 400; ++i) {
            const int row = random.bounded(model.rowCount());
            switch (random.bounded(6)) {
            case 0: model.removeRows({row, random.bounded(model.rowCount())}); break;
            case 1: model.repeatRow(row); break;
            case 2: model.moveRow(row, random.bounded(2) ? 1 : -1); break;
            case 3: model.paste(row, random.bounded(4), QStringLiteral("a\tb\nc\td")); break;
            default: type(model, row, random.bounded(4), texts.at(random.bounded(static_cast<int>(texts.size()))));
            }
            QVERIFY(model.isEmptyRow(model.rowCount() - 1));
            if (model.rowCount() > 40)
                model.removeRows(QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        }
        const QList<QStringList> end = model.rows();
        while (model.undoStack()->canUndo())
            model.undoStack()->undo();
        QVERIFY(model.rows().isEmpty());
        QCOMPARE(model.rowCount(), 1);
        while (model.undoStack()->canRedo())
            model.undoStack()->redo();
        QCOMPARE(model.rows(), end);
    }

    void momentsAreReadAndShown()
    {
        QCOMPARE(momentFromTyped(QStringLiteral("2026-04-18"), MomentUnit::Second), QStringLiteral("2026-04-18"));
        QCOMPARE(momentFromTyped(QStringLiteral("2026-04-18 9:05"), MomentUnit::Second),
            QStringLiteral("2026-04-18T09:05:00"));
        QCOMPARE(momentFromTyped(QStringLiteral("2026-04-18T09:05:07"), MomentUnit::Second),
            QStringLiteral("2026-04-18T09:05:07"));
        QCOMPARE(momentFromTyped(QStringLiteral("+0"), MomentUnit::Second), QDate::currentDate().toString(Qt::ISODate));
        QVERIFY(momentFromTyped(QStringLiteral("2026-04-18 25:00"), MomentUnit::Second).isEmpty());
        QVERIFY(momentFromTyped(QStringLiteral("2026-02-30"), MomentUnit::Second).isEmpty());
        QVERIFY(momentFromTyped(QStringLiteral("soon"), MomentUnit::Day).isEmpty());
        QCOMPARE(momentToShow(QStringLiteral("2026-04-18T09:05:00")), QStringLiteral("2026-04-18 09:05:00"));
        const QDateTime known = QDateTime::fromString(instantOf(QStringLiteral("2026-04-18")), Qt::ISODateWithMs);
        QCOMPARE(known.toLocalTime(), QDateTime(QDate(2026, 4, 18), QTime(23, 59, 59, 999)));

        // An instant is kept to the millisecond, there and back; a period of the book has none.
        const QString fine = QStringLiteral("2026-04-18T09:05:07.250");
        QVERIFY(momentFromTyped(QStringLiteral("2026-04-18 9:05:07.25"), MomentUnit::Second).isEmpty());
        QCOMPARE(momentFromTyped(QStringLiteral("2026-04-18 9:05:07.25"), MomentUnit::Millisecond), fine);
        QCOMPARE(momentFromTyped(momentToShow(fine), MomentUnit::Millisecond), fine);
        for (const QString &moment : {fine, QStringLiteral("2026-04-18"), QStringLiteral("2026-04-18T09:05:07"),
                 QStringLiteral("2026-04-18T00:00:00"), QStringLiteral("2026-04-18T23:59:59.998")})
            QCOMPARE(momentOf(instantOf(moment)), moment);
        QCOMPARE(momentOf(QStringLiteral("soon")), QString());
        QCOMPARE(instantOf(QStringLiteral("soon")), QString());
    }

    void jsonRowsAsATable()
    {
        auto definition = RegisterDefinition::balance(QStringLiteral("bins"));
        definition.reference(QStringLiteral("item"), QStringLiteral("items"))
            .decimal(QStringLiteral("quantity"), 4)
            .decimal(QStringLiteral("amount"), 2);
        JsonTableModel model;
        QAbstractItemModelTester tester(&model, reporting);
        model.setCatalog(std::make_shared<const CatalogIndex>(smallCatalog()));
        model.setColumns(RegisterColumns::balance(definition, {QStringLiteral("item")}),
            [](const QJsonObject &row) { return row.value(QLatin1String("item")).toVariant(); });
        const auto rows = [](const char *text) { return QJsonDocument::fromJson(text).array(); };
        model.setRows(rows(R"([{"item":"WDG-A1","quantity":"-1234.5000","amount":"0.10"},)"
                           R"({"item":"gone","quantity":"2.0000","amount":"999999999999999.99"}])"));
        const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(0, 1), QStringLiteral("Widget Alpha"));
        QCOMPARE(text(0, 2), QStringLiteral("\u22121,234.5"));
        QCOMPARE(text(0, 3), QStringLiteral("0.10"));
        QCOMPARE(text(1, 1), QString());
        QVERIFY(model.index(0, 2).data(role::Sort).toLongLong() < model.index(1, 2).data(role::Sort).toLongLong());
        QCOMPARE(model.totals(QStringLiteral("Total")),
            QStringList({"Total", "", "\u22121,232.5", "1,000,000,000,000,000.09"}));

        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setRows(rows(R"([{"item":"WDG-A1","quantity":"1.0000","amount":"0.10"},)"
                           R"({"item":"gone","quantity":"2.0000","amount":"1.00"}])"));
        QCOMPARE(reset.size(), 0); // equal keys: selection and place stay
        bool asked = false;
        model.setMore(true, [&asked] { asked = true; });
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QVERIFY(asked && !model.canFetchMore({}));
        model.appendRows(rows(R"([{"item":"WDG-B2","quantity":"3.0000","amount":"1.00"}])"));
        QCOMPARE(model.rowCount(), 3);
        // A sum beyond 18 digits is left out rather than wrong.
        model.setRows(rows(R"([{"item":"a","quantity":"1.0000","amount":"9999999999999999.99"},)"
                           R"({"item":"b","quantity":"2.0000","amount":"0.01"}])"));
        QCOMPARE(model.totals(QStringLiteral("Total")).at(3), QString());
    }
};

QTEST_GUILESS_MAIN(TestTextGrid)
#include "tst_textgrid.moc"
