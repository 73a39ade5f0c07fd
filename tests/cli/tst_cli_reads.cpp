// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Decimal.h"
#include "support/CommandLine.h"
#include "support/TestDatabase.h"

using namespace bincard;
using namespace bincard::test;

/// Balances, turnovers and movements by the contract of the command line (design section 4), on both engines.
class TestCliReads : public QObject
{
    Q_OBJECT

private slots:
    void demoFigures_data() { engines(); }
    void demoFigures();
    void balancesAreFilteredGroupedAndDated_data() { engines(); }
    void balancesAreFilteredGroupedAndDated();
    void turnoverKeepsItsEquation_data() { engines(); }
    void turnoverKeepsItsEquation();
    void movementsComeInPages_data() { engines(); }
    void movementsComeInPages();
};

void TestCliReads::demoFigures()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const Ran again = ctl.json({"init", "--demo"});
    BINCARD_EXIT(again, 0);
    QCOMPARE(again.json().value("documents").toInt(), 6);
    QCOMPARE(again.json().value("registers").toInt(), 3);

    const Ran balance = ctl.json(words("balance inventory --group-by warehouse,item"));
    BINCARD_EXIT(balance, 0);
    const QJsonArray expected{
        object("{'warehouse':'EAST','item':'GDG-X1','quantity':'150.0000','amount':'90000.00'}"),
        object("{'warehouse':'EAST','item':'WDG-A1','quantity':'170.0000','amount':'42500.00'}"),
        object("{'warehouse':'MAIN','item':'WDG-A1','quantity':'420.0000','amount':'105000.00'}"),
        object("{'warehouse':'MAIN','item':'WDG-B2','quantity':'250.0000','amount':'37500.00'}"),
    };
    QCOMPARE(balance.rows(), expected);
    QCOMPARE(balance.output.count('\n'), 1); // bare, one line

    const Ran table = ctl.human(words("balance inventory --group-by warehouse,item"));
    QCOMPARE(table.output,
        QByteArray("warehouse  item    quantity     amount\n"
                   "EAST       GDG-X1  150.0000   90000.00\n"
                   "EAST       WDG-A1  170.0000   42500.00\n"
                   "MAIN       WDG-A1  420.0000  105000.00\n"
                   "MAIN       WDG-B2  250.0000   37500.00\n"));

    const Ran verify = ctl.json(words("register verify"));
    BINCARD_EXIT(verify, 0);
    QVERIFY(verify.json().value("checked").toInteger() > 0);
    QVERIFY(verify.rows().isEmpty());
    const Ran list = ctl.json(words("register list"));
    QCOMPARE(list.rows().size(), 3);
    QCOMPARE(list.rows().at(0)[u"name"].toString(), QStringLiteral("inventory"));
    const Ran info = ctl.json(words("register info inventory"));
    BINCARD_EXIT(info, 0);
    QCOMPARE(info.json().value("movements").toInt(), 7);
    QCOMPARE(info.json().value("definition")[u"kind"].toString(), QStringLiteral("balance"));
}

void TestCliReads::balancesAreFilteredGroupedAndDated()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const auto quantity = [&ctl](const char *arguments) {
        const Ran ran = ctl.json(words(arguments));
        return ran.exitCode == 0 && ran.rows().size() == 1 ? ran.rows().at(0)[u"quantity"].toString()
                                                           : QString::fromUtf8(ran.told());
    };
    QCOMPARE(quantity("balance inventory --where item=WDG-A1"), QStringLiteral("590.0000"));
    QCOMPARE(quantity("balance inventory --where warehouse=MAIN --where item=WDG-A1"), QStringLiteral("420.0000"));
    QCOMPARE(quantity("balance --where item=wdg-a1 --where item=WDG-B2 inventory"), QStringLiteral("840.0000"));
    QCOMPARE(quantity("balance inventory --where warehouse=MAIN --where item=WDG-A1 --at 2026-04-11"),
        QStringLiteral("500.0000"));
    QCOMPARE(quantity("balance inventory --where warehouse=MAIN --where item=WDG-A1 --at 2026-04-12"),
        QStringLiteral("420.0000"));
    QCOMPARE(quantity("balance inventory --where item=WDG-A1 --at 2026-04-12T00:00:00"), QStringLiteral("620.0000"));
    QCOMPARE(quantity("balance inventory --where item=WDG-A1 --at 2026-04-11T23:59:59"), QStringLiteral("700.0000"));
    // Nothing matches, nothing is grouped: one row of zeros; grouped: none.
    QCOMPARE(quantity("balance inventory --where warehouse=WEST"), QStringLiteral("0.0000"));
    QVERIFY(ctl.json(words("balance inventory --where warehouse=WEST --group-by item")).rows().isEmpty());
    QVERIFY(ctl.json(words("balance inventory --at 2026-03-31 --group-by item")).rows().isEmpty());

    const Ran sales = ctl.json(words("balance sales"));
    BINCARD_EXIT(sales, 1);
    QCOMPARE(sales.errorCode(), QStringLiteral("validation"));
    for (const char *wrong : {"balance inventory --where lot=A", "balance inventory --group-by lot",
             "balance inventory --where item=NONE", "balance inventory --at 2026-04-31",
             "balance inventory --at 2026-04-18T10:00:00Z", "balance inventory --at 2026-04-18T10:00:00+02:00"}) {
        const Ran ran = ctl.json(words(wrong));
        BINCARD_EXIT(ran, 1);
        QCOMPARE(ran.errorCode(), QStringLiteral("validation"));
    }
    const Ran unknown = ctl.json(words("balance nosuch"));
    BINCARD_EXIT(unknown, 1);
    QCOMPARE(unknown.errorCode(), QStringLiteral("register_not_found"));
    // For people: one sentence that names it, and what to do; nothing on standard output.
    const Ran told = ctl.human(words("balance nosuch"));
    QVERIFY(told.output.isEmpty());
    QVERIFY(told.complaint.contains(QStringLiteral("nosuch")));
    QVERIFY(told.complaint.contains(QStringLiteral("register list")));
}

void TestCliReads::turnoverKeepsItsEquation()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const auto figure = [](const QJsonValue &row, const QString &name) {
        return Decimal::parse(row[name].toString(), name.startsWith(u'q') ? 4 : 2).value();
    };
    int rows = 0;
    for (const char *arguments : {"turnover inventory", "turnover inventory --group-by item,warehouse --by day",
             "turnover inventory --from 2026-04-12 --to 2026-04-15 --group-by warehouse",
             "turnover inventory --from 2026-04-05T12:00:00 --to 2026-04-18T00:00:00 --by month --group-by item"}) {
        const Ran ran = ctl.json(words(arguments));
        BINCARD_EXIT(ran, 0);
        for (const QJsonValue &row : ran.rows()) {
            ++rows;
            for (const QString &resource : {QStringLiteral("quantity"), QStringLiteral("amount")}) {
                const Decimal receipts = figure(row, resource + u"_receipts"),
                              issues = figure(row, resource + u"_issues");
                const Decimal net = receipts.minus(issues).value();
                QCOMPARE(figure(row, resource + u"_net"), net);
                QCOMPARE(figure(row, resource + u"_closing"), figure(row, resource + u"_opening").plus(net).value());
                QVERIFY(!receipts.isNegative() && !issues.isNegative());
            }
        }
    }
    QVERIFY(rows > 12);

    const Ran april = ctl.json(words("turnover inventory --from 2026-04-01 --to 2026-04-30 --where item=WDG-A1"));
    const QJsonObject total = april.rows().at(0).toObject();
    QCOMPARE(total.value("quantity_receipts").toString(), QStringLiteral("700.0000"));
    QCOMPARE(total.value("quantity_issues").toString(), QStringLiteral("110.0000"));
    QCOMPARE(total.value("amount_closing").toString(), QStringLiteral("147500.00"));

    const Ran sales = ctl.json(words("turnover sales --by month"));
    QCOMPARE(sales.rows().size(), 1);
    const QJsonObject row = sales.rows().at(0).toObject();
    QCOMPARE(row.value("period").toString(), QStringLiteral("2026-04"));
    QCOMPARE(row.value("revenue_net").toString(), QStringLiteral("35000.00"));
    QCOMPARE(row.value("cost_net").toString(), QStringLiteral("35000.00"));
    QVERIFY(!row.contains("revenue_opening") && !row.contains("revenue_closing"));
    QCOMPARE(ctl.json(words("turnover sales --by year")).rows().at(0)[u"period"].toString(), QStringLiteral("2026"));
}

void TestCliReads::movementsComeInPages()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    QList<qint64> ids;
    QString after;
    int pages = 0;
    do {
        QStringList arguments = words("movements inventory --limit 3");
        if (!after.isEmpty())
            arguments << "--after" << after;
        const Ran page = ctl.json(arguments);
        BINCARD_EXIT(page, 0);
        for (const QJsonValue &row : page.rows())
            ids << row[u"id"].toInteger();
        after = page.json().value("next").toString();
        QCOMPARE(page.json().value("next").isNull(), after.isEmpty());
        ++pages;
    } while (!after.isEmpty() && pages < 10);
    QCOMPARE(pages, 3);
    QCOMPARE(QSet<qint64>(ids.begin(), ids.end()).size(), 7);

    const Ran all = ctl.json(words("movements inventory"));
    const QJsonObject first = all.rows().at(0).toObject();
    for (const char *field : {"id", "recorder", "line", "period", "recorded_at", "recorded_by", "reversal_of",
             "warehouse", "item", "quantity", "amount"})
        QVERIFY2(first.contains(QLatin1String(field)), field);
    QCOMPARE(first.value("period").toString(), QStringLiteral("2026-04-01T00:00:00"));
    QVERIFY(first.value("recorded_at").toString().endsWith(u'Z'));
    const QString recorder = first.value("recorder").toString();
    QCOMPARE(ctl.json({"movements", "inventory", "--recorder", recorder}).rows().size(), 2);
    QCOMPARE(
        ctl.json(words("movements inventory --from 2026-04-12 --to 2026-04-15 --where warehouse=MAIN")).rows().size(),
        2);
    BINCARD_EXIT(ctl.json(words("movements inventory --after nonsense")), 1);
}

QTEST_GUILESS_MAIN(TestCliReads)
#include "tst_cli_reads.moc"
