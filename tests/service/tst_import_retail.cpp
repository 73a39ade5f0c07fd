// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ImportService.h"
#include "service/RegisterService.h"
#include "support/TestBook.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>

using namespace bincard;

namespace {

const QString retail = QStringLiteral(BINCARD_TEST_DATA_DIR "/online-retail/invoices.csv");
const QString northwind = QStringLiteral(BINCARD_TEST_DATA_DIR "/northwind/");
const QStringList services{"POST", "M", "D", "DOT", "AMAZONFEE", "C2", "S", "BANK CHARGES"};

/// What the independent script says about a file.
QJsonObject recomputed(const QStringList &arguments)
{
    QProcess script;
    const QString path = QStringLiteral(BINCARD_SOURCE_DIR "/tests/independent/recompute.py");
    script.start(QStringLiteral("python3"), QStringList{"-B", path} + arguments);
    if (!script.waitForFinished(120000) || script.exitCode() != 0)
        qFatal("recompute.py: %s", script.readAllStandardError().constData());
    return QJsonDocument::fromJson(script.readAllStandardOutput()).object();
}

/// Rows of a query as the script writes them: key -> figures, the ones that are all zero left out.
QJsonObject figures(const QJsonObject &answer, const QStringList &keys, const QStringList &names)
{
    QJsonObject result;
    const QJsonArray rows = answer.value(QLatin1String("rows")).toArray();
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        QStringList key;
        for (const QString &name : keys)
            key += row.value(name).toString();
        QJsonArray values;
        bool zero = true; // something bought and taken back nets to nothing
        for (const QString &name : names) {
            values.append(row.value(name));
            zero = zero && QString(row.value(name).toString()).remove(QRegularExpression("[-0.]")).isEmpty();
        }
        if (!zero)
            result.insert(key.join(u'|'), values);
    }
    return result;
}

/// Where two sets of figures differ, for the message of a failure.
QByteArray difference(const QJsonObject &actual, const QJsonObject &expected)
{
    QStringList found;
    QStringList keys = actual.keys() + expected.keys();
    keys.removeDuplicates();
    for (const QString &key : std::as_const(keys))
        if (actual.value(key) != expected.value(key))
            found += key + u": "
                + QString::fromUtf8(
                    QJsonDocument(QJsonArray{actual.value(key), expected.value(key)}).toJson(QJsonDocument::Compact));
    return QString(QString::number(found.size()) + u" differ: " + found.mid(0, 5).join(u"; ")).toUtf8();
}

const QStringList turnoverNames{"quantity_opening", "quantity_receipts", "quantity_issues", "quantity_closing",
    "amount_opening", "amount_receipts", "amount_issues", "amount_closing"};

/// Sales are turned over without opening and closing: net = receipts - issues.
QJsonObject salesBy(OpenBook &book, const QStringList &keys)
{
    const auto answer = book.registers().turnover(
        QStringLiteral("sales"), {{QStringLiteral("group_by"), QJsonArray::fromStringList(keys)}});
    if (!answer.ok())
        qFatal("%s", test::reasonOf(answer).constData());
    return figures(*answer, keys, {"quantity_net", "revenue_net", "cost_net"});
}

} // namespace

#define COMPARE_FIGURES(actual, expected)                               \
    do {                                                                \
        const QJsonObject ours = (actual), theirs = (expected);         \
        QVERIFY(!theirs.isEmpty());                                     \
        QVERIFY2(ours == theirs, difference(ours, theirs).constData()); \
    } while (false)

/// The real files, whole, on both engines: every figure of the book against the independent script.
class TestImportRetail : public QObject
{
    Q_OBJECT

private:
    static ImportRequest retailRequest()
    {
        ImportRequest request = ImportService::preview(retail, ImportKind::Documents)->request();
        request.services = services;
        request.inferOpeningStock = true;
        return request;
    }

    static void compareStock(OpenBook &book, const QJsonObject &expected, bool someIsLeft = true)
    {
        const QJsonObject byItem{{QStringLiteral("group_by"), QStringLiteral("item")}};
        const QString inventory = QStringLiteral("inventory");
        const auto balance = book.registers().balance(inventory, byItem);
        BINCARD_GOOD(balance);
        const QJsonObject left = figures(*balance, {"item"}, {"quantity", "amount"});
        QVERIFY2(left == expected["balance"].toObject(), difference(left, expected["balance"].toObject()).constData());
        QCOMPARE(!left.isEmpty(), someIsLeft);
        const QJsonObject days = expected["balance_at"].toObject();
        for (const QString &day : days.keys()) {
            QJsonObject query = byItem;
            query.insert(QStringLiteral("at"), day);
            const auto at = book.registers().balance(inventory, query);
            BINCARD_GOOD(at);
            COMPARE_FIGURES(figures(*at, {"item"}, {"quantity", "amount"}), days[day].toObject());
        }
        const QJsonObject periods = expected["turnover"].toObject();
        for (const QString &period : periods.keys()) {
            QJsonObject query = byItem;
            query.insert(QStringLiteral("from"), period.section(u':', 0, 0));
            query.insert(QStringLiteral("to"), period.section(u':', 1, 1));
            const auto sheet = book.registers().turnover(inventory, query);
            BINCARD_GOOD(sheet);
            COMPARE_FIGURES(figures(*sheet, {"item"}, turnoverNames), periods[period].toObject());
        }
    }

    static void compareSales(OpenBook &book, const QJsonObject &expected)
    {
        COMPARE_FIGURES(salesBy(book, {"item"}), expected["sales_by_item"].toObject());
        COMPARE_FIGURES(salesBy(book, {"partner"}), expected["sales_by_partner"].toObject());
        COMPARE_FIGURES(salesBy(book, {"item", "partner"}), expected["sales_by_item_and_partner"].toObject());
    }

    static void verifyRegisters(OpenBook &book)
    {
        const auto verified = book.registers().verify({});
        BINCARD_GOOD(verified);
        QVERIFY(verified->value(QLatin1String("checked")).toInteger() > 0);
        QCOMPARE(verified->value(QLatin1String("rows")).toArray(), QJsonArray());
    }

private slots:
    void retailFile_data() { test::engines(); }
    void retailFile()
    {
        BINCARD_TEST_BOOK(book, OpenMode::Create);
        ImportRequest request = retailRequest();
        request.openingCostRatio = Decimal(6000, 4);
        QElapsedTimer timer;
        timer.start();
        const auto report = book->imports().run(request);
        BINCARD_GOOD(report);
        qInfo("%d rows in %lld ms", report->rowsRead, timer.elapsed());
        for (const ImportProblem &problem : report->problems)
            qWarning("line %d %s: %s", problem.line, qPrintable(problem.field), qPrintable(problem.reason.english()));
        QVERIFY(report->problems.isEmpty());
        QCOMPARE(report->rowsRead, 20000);
        QCOMPARE(report->rowsTaken, 20000);
        QCOMPARE(report->rowsWithoutPartner, 6653 - 48); // write-offs have no partner to be missing
        QCOMPARE(report->documentsByKind,
            (QMap<QString, int>{
                {"sales_order", 786}, {"customer_return", 104}, {"write_off", 48}, {"opening_balance", 1}}));

        const QJsonObject expected =
            recomputed({retail, "--service", services.join(u','), "--opening-cost-ratio", "0.6", "--at", "2010-11-30",
                "--at", "2010-12-03", "--at", "2010-12-04", "--period", "2010-12-01:2010-12-09", "--period",
                "2010-12-02:2010-12-05", "--period", "2010-12-07:2010-12-07", "--period", "2010-11-01:2010-11-30"});
        QCOMPARE(report->itemsCreated, expected["items"].toInt());
        compareStock(book.book(), expected);
        compareSales(book.book(), expected);
        verifyRegisters(book.book());

        // A second run finds everything and changes nothing.
        const auto again = book->imports().run(request);
        BINCARD_GOOD(again);
        QCOMPARE(again->alreadyImported, 938);
        QCOMPARE(again->documents, 0);
        QCOMPARE(again->problems.size(), 0);
        compareStock(book.book(), expected);
    }

    /// 830 orders in two files, discounts as fractions; the catalog comes first, as a person would do it.
    void northwindOrders_data() { test::engines(); }
    void northwindOrders()
    {
        BINCARD_TEST_BOOK(book, OpenMode::Create);
        const QList<QPair<ImportKind, QString>> catalogs{{ImportKind::Categories, "categories.csv"},
            {ImportKind::Items, "products.csv"}, {ImportKind::Partners, "customers.csv"}};
        for (const auto &[kind, name] : catalogs)
            BINCARD_GOOD(book->imports().run(ImportService::preview(northwind + name, kind)->request()));
        const auto preview = ImportService::preview(
            northwind + "orders.csv", ImportKind::Documents, {}, northwind + "order_details.csv");
        BINCARD_GOOD(preview);
        ImportRequest request = preview->request();
        request.inferOpeningStock = true;
        const auto report = book->imports().run(request);
        BINCARD_GOOD(report);
        QVERIFY2(report->problems.isEmpty(),
            report->problems.isEmpty() ? "" : qPrintable(report->problems.first().reason.english()));
        QCOMPARE(report->rowsTaken, 2155);
        QCOMPARE(report->documentsByKind, (QMap<QString, int>{{"sales_order", 830}, {"opening_balance", 1}}));
        QCOMPARE(report->itemsCreated + report->partnersCreated, 0);
        const QJsonObject expected =
            recomputed({northwind + "orders.csv", "--details", northwind + "order_details.csv", "--discount-fraction",
                "--at", "1997-03-15", "--period", "1997-01-01:1997-12-31", "--period", "1996-08-15:1997-02-10"});
        compareStock(book.book(), expected, false);
        compareSales(book.book(), expected);
        verifyRegisters(book.book());
    }
};

QTEST_GUILESS_MAIN(TestImportRetail)
#include "tst_import_retail.moc"
