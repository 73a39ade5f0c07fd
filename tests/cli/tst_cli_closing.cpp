// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/CommandLine.h"
#include "support/TestDatabase.h"

#include <QFile>
#include <QTemporaryDir>

using namespace bincard;
using namespace bincard::test;

/// `close-period`, its batch operation, and `import movements`, through the program itself on both engines.
class TestCliClosing : public QObject
{
    Q_OBJECT

private slots:
    void closesAndReopens_data() { engines(); }
    void closesAndReopens();
    void importsMovements_data() { engines(); }
    void importsMovements();
};

void TestCliClosing::closesAndReopens()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    QVERIFY(ctl.json({"info"}).json().value("closed_until").isNull());
    const Ran closed = ctl.json({"close-period", "2026-04-30"});
    BINCARD_EXIT(closed, 0);
    QCOMPARE(closed.json().value("closed_until").toString(), QString("2026-04-30"));
    QCOMPARE(ctl.json({"info"}).json().value("closed_until").toString(), QString("2026-04-30"));

    const QByteArray movement = quoted(
        "[{'recorder':'count:1','period':'2026-04-30T23:59:59','warehouse':'MAIN','item':'WDG-A1','quantity':1}]");
    const Ran refused = ctl.json({"post", "inventory", "-"}, movement);
    BINCARD_EXIT(refused, 1);
    QCOMPARE(refused.errorCode(), QString("period_closed"));
    QCOMPARE(refused.details().value("closed_until").toString(), QString("2026-04-30"));
    QCOMPARE(refused.details().value("period").toString(), QString("2026-04-30T23:59:59"));
    BINCARD_EXIT(ctl.json({"close-period", "2026-03-31"}), 1); // that would be reopening
    BINCARD_EXIT(ctl.json({"close-period", "sometime"}), 1);
    BINCARD_EXIT(ctl.json({"close-period"}), 2);

    const Ran batch = ctl.json({"batch"},
        quoted("{'op':'close_period','date':'2026-03-31','reopen':true}\n"
               "{'op':'close_period','request_id':'3f2504e0-4f89-41d3-9a0c-0305e82c3301','date':'2026-04-15'}\n"
               "{'op':'close_period'}\n"));
    BINCARD_EXIT(batch, 0);
    const QList<QByteArray> answers = batch.output.trimmed().split('\n');
    QCOMPARE(answers.size(), 3);
    QVERIFY2(answers.at(0).contains("\"closed_until\":\"2026-03-31\""), answers.at(0).constData());
    QVERIFY2(answers.at(1).contains("\"closed_until\":\"2026-04-15\""), answers.at(1).constData());
    QVERIFY2(answers.at(2).contains("validation"), answers.at(2).constData());
    BINCARD_EXIT(ctl.json({"post", "inventory", "-"}, movement), 0);
    const Ran all = ctl.json({"close-period", "none", "--reopen"});
    BINCARD_EXIT(all, 0);
    QVERIFY(all.json().value("closed_until").isNull());
    QCOMPARE(ctl.human({"close-period", "2026-01-31"}).output, QByteArray("Closed up to and including 2026-01-31.\n"));
    // In a batch as on the command line.
    const Ran none = ctl.json(
        {"batch"}, quoted("{'op':'close_period','date':'none'}\n{'op':'close_period','date':'none','reopen':true}\n"));
    QVERIFY2(none.output.split('\n').at(0).contains("validation"), none.told().constData());
    QVERIFY2(none.output.split('\n').at(1).contains("\"closed_until\":null"), none.told().constData());
}

void TestCliClosing::importsMovements()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const QTemporaryDir folder;
    QFile file(folder.filePath("movements.csv"));
    const auto import = [&](const QByteArray &text, const QStringList &options = {}) {
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no temporary file");
        file.write(text);
        file.close();
        return ctl.json(QStringList{"import", "movements", file.fileName(), "--register", "inventory"} + options);
    };
    const Ran done = import("document,period,warehouse,item,quantity,amount\n"
                            "stock:1,2026-05-01,MAIN,WDG-A1,10,2500.00\nstock:1,2026-05-01,EAST,WDG-A1,-1,-250.00\n",
        {"--map", "recorder=document"});
    BINCARD_EXIT(done, 0);
    QCOMPARE(done.json().value("rows_taken").toInt(), 2);
    QCOMPARE(ctl.json({"balance", "inventory", "--where", "item=WDG-A1"}).rows().at(0)["quantity"].toString(),
        QString("599.0000"));
    const Ran bad = import("recorder,period,warehouse,item,quantity\na,2026-05-01,MAIN,WDG-A1,x\nb,,MAIN,nothing,1\n");
    BINCARD_EXIT(bad, 1);
    QCOMPARE(bad.json().value("rows_taken").toInt(), 0);
    QCOMPARE(bad.json().value("problems").toArray().size(), 3);
    const Ran tooMuch = import("recorder,period,warehouse,item,quantity\na,2026-05-01,MAIN,WDG-A1,-5000\n");
    BINCARD_EXIT(tooMuch, 1);
    QCOMPARE(tooMuch.errorCode(), QString("insufficient_stock"));
    QCOMPARE(tooMuch.details().value("shortages").toArray().at(0)["key"]["item"].toString(), QString("WDG-A1"));
    BINCARD_EXIT(ctl.json({"import", "movements", file.fileName()}), 1); // which register?
    const Ran verified = ctl.json({"register", "verify"});
    BINCARD_EXIT(verified, 0);
}

QTEST_GUILESS_MAIN(TestCliClosing)
#include "tst_cli_closing.moc"
