// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/CommandLine.h"
#include "support/TestDatabase.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace bincard;
using namespace bincard::test;

namespace {

QString written(const QTemporaryDir &folder, const char *name, const QByteArray &content)
{
    const QString path = folder.filePath(QLatin1String(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(path));
    return path;
}

const char orders[] = "Order;Day;Customer;Article;Pieces;Price\n"
                      "1;05.04.2026;ACME;WDG-A1;10;250,00\n"
                      "1;05.04.2026;ACME;POST;1;12,50\n"
                      "2;06.04.2026;GLOBEX;NEW-1;2,5;1,20\n"
                      "C3;07.04.2026;ACME;WDG-A1;-1;250,00\n";

QStringList importOf(const QString &file, const QStringList &more = {})
{
    return QStringList{"import", "documents", file, "--map", "number=Order", "--map", "date=Day", "--map",
               "partner=Customer", "--map", "item=Article", "--map", "quantity=Pieces", "--map", "unit_price=Price",
               "--set", "warehouse=MAIN", "--service", "POST,M", "--infer-opening-stock"}
    + more;
}

} // namespace

/// The command `import`: its options and its answer. What an import does to a book is proved with the services.
class TestCliImport : public QObject
{
    Q_OBJECT

private slots:
    void optionsReachTheImport_data() { engines(); }
    void optionsReachTheImport();
    void rowsLeftOutAreReported();
    void fieldsThatDoNotExistAreRefused();
    void formatsCanBeSet();
    void whatContradictsIsRefused();
    void movementsSayHowTheyAreRead_data() { engines(); }
    void movementsSayHowTheyAreRead();
    void nothingToImportIsRefused();
    void interruptedItGoesOnLater_data() { engines(); }
    void interruptedItGoesOnLater();
    void interruptedInALongStatement_data() { engines(); }
    void interruptedInALongStatement();
};

void TestCliImport::optionsReachTheImport()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const QTemporaryDir folder;
    const QString file = written(folder, "orders.csv", orders);
    const Ran dry = ctl.json(importOf(file, {"--dry-run"}));
    BINCARD_EXIT(dry, 0);
    QVERIFY(dry.json().value("dry_run").toBool());
    QCOMPARE(dry.json().value("format")[u"delimiter"].toString(), QStringLiteral(";"));
    QVERIFY(dry.json().value("format")[u"decimal_comma"].toBool());
    QCOMPARE(dry.json().value("format")[u"date_format"].toString(), QStringLiteral("d.M.yyyy"));
    QCOMPARE(ctl.json({"document", "list"}).rows().size(), 6);

    const Ran real = ctl.json(importOf(file));
    BINCARD_EXIT(real, 0);
    QCOMPARE(real.json().value("rows_taken").toInt(), 4);
    QCOMPARE(real.json().value("documents_by_kind")[u"sales_order"].toInt(), 2);
    QCOMPARE(real.json().value("documents_by_kind")[u"customer_return"].toInt(), 1);
    QCOMPARE(ctl.json({"balance", "inventory", "--where", "item=NEW-1"}).rows().at(0)[u"quantity"].toString(),
        QStringLiteral("0.0000"));
    BINCARD_EXIT(ctl.json({"register", "verify"}), 0);
    // The same file again brings nothing twice.
    const Ran again = ctl.json(importOf(file));
    BINCARD_EXIT(again, 0);
    QCOMPARE(again.json().value("documents").toInt(), 0);
    QVERIFY(again.json().value("already_imported").toInt() >= 3);
}

void TestCliImport::rowsLeftOutAreReported()
{
    const QTemporaryDir folder;
    const CommandLine ctl(folder.filePath(QStringLiteral("book.bincard")));
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const QString file = written(folder, "orders.csv",
        QByteArray(orders) + "4;07.04.2026;ACME;WDG-A1;many;250,00\n4;07.04.2026;ACME;WDG-B2;1;250,00\n");
    const Ran ran = ctl.json(importOf(file));
    BINCARD_EXIT(ran, 1);
    QVERIFY(ran.errorCode().isEmpty()); // a result, with the whole documents in the book
    QCOMPARE(ran.json().value("rows_taken").toInt(), 4);
    const QJsonArray problems = ran.json().value("problems").toArray();
    QCOMPARE(problems.size(), 2);
    QCOMPARE(problems.at(0)[u"line"].toInt(), 6);
    QCOMPARE(problems.at(0)[u"field"].toString(), QStringLiteral("quantity"));
    QCOMPARE(problems.at(0)[u"value"].toString(), QStringLiteral("many"));
    QVERIFY(!problems.at(0)[u"message"].toString().isEmpty());
    QCOMPARE(problems.at(1)[u"because"].toInt(), 6);
    const Ran told = ctl.human(importOf(file));
    BINCARD_EXIT(told, 1);
    QVERIFY2(told.output.contains("many"), told.told().constData());
}

void TestCliImport::fieldsThatDoNotExistAreRefused()
{
    const QTemporaryDir folder;
    const CommandLine ctl(folder.filePath(QStringLiteral("book.bincard")));
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const QString file = written(folder, "orders.csv", orders);
    for (const QStringList &more : {QStringList{"--map", "colour=Price"}, {"--set", "colour=red"},
             {"--map", "note=NoSuchColumn"}, {"--opening-cost-ratio", "half"}}) {
        const Ran ran = ctl.json(importOf(file, more));
        BINCARD_EXIT(ran, 1);
        QCOMPARE(ran.errorCode(), QStringLiteral("validation"));
    }
    BINCARD_EXIT(ctl.json(importOf(file, {"--map", "price"})), 2);
    QCOMPARE(ctl.json(importOf(folder.filePath("none.csv"))).errorCode(), QStringLiteral("not_found"));
    QCOMPARE(ctl.json({"document", "list"}).rows().size(), 6);
}

void TestCliImport::formatsCanBeSet()
{
    const QTemporaryDir folder;
    const CommandLine ctl(folder.filePath(QStringLiteral("book.bincard")));
    BINCARD_EXIT(ctl.json({"init"}), 0);
    // Neither the delimiter nor day and month can be told from this.
    const QString file = written(folder, "items.csv", "code|name|list_price\nA,1|Caf\xe9|1,5\n");
    const Ran ran =
        ctl.json({"import", "items", file, "--delimiter", "pipe", "--encoding", "windows-1252", "--decimal-comma"});
    BINCARD_EXIT(ran, 0);
    const Ran list = ctl.json({"catalog", "list", "items"});
    QCOMPARE(list.rows().at(0)[u"code"].toString(), QStringLiteral("A,1"));
    QCOMPARE(list.rows().at(0)[u"name"].toString(), QString::fromUtf8("Café"));
    QCOMPARE(list.rows().at(0)[u"list_price"].toString(), QStringLiteral("1.50"));
}

void TestCliImport::whatContradictsIsRefused()
{
    const QTemporaryDir folder;
    const CommandLine ctl(folder.filePath(QStringLiteral("book.bincard")));
    BINCARD_EXIT(ctl.json({"init"}), 0);
    const QString file = written(folder, "items.csv", "code,name,title,code\nA,Axe,B,C\n");
    const auto fields = [&](const QStringList &more) {
        const Ran ran = ctl.json(QStringList{"import", "items", file} + more);
        return ran.exitCode == 1 ? ran.errorCode() + ' ' + ran.fields().join(' ') : QString::fromUtf8(ran.told());
    };
    QCOMPARE(fields({}), "validation code"); // there are two of that name
    QCOMPARE(fields({"--map", "name=title", "--set", "name=Saw"}), "validation set");
    QCOMPARE(fields({"--map", "name=title", "--map", "name=name"}), "validation map");
    QCOMPARE(fields({"--draft", "--walk-in", "X", "--register", "inventory"}), "validation walk-in draft register");
    BINCARD_EXIT(ctl.json({"import", "items", file, "--map", "code=title"}), 0);
    QCOMPARE(ctl.json({"catalog", "list", "items"}).rows().at(0)[u"code"].toString(), QStringLiteral("B"));
}

void TestCliImport::movementsSayHowTheyAreRead()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const QTemporaryDir folder;
    const QString file =
        written(folder, "stock.csv", "Document;Date;Item;Shop;Quantity;Remark\nhand:1;18.04.2026;WDG-A1;MAIN;1,5;x\n");
    const QStringList import{"import", "movements", file, "--register", "inventory", "--map", "warehouse=Shop"};
    const Ran told = ctl.human(import + QStringList{"--dry-run"});
    BINCARD_EXIT(told, 0);
    for (const char *part : {"dates d.M.yyyy, decimal 1,5", "item=Item, period=Date, quantity=Quantity",
             "warehouse=Shop", "Not used: Remark"})
        QVERIFY2(told.output.contains(part), told.told().constData());
    const Ran done = ctl.json(import);
    BINCARD_EXIT(done, 0);
    QCOMPARE(done.json().value("columns").toObject(),
        object("{'recorder':'Document','period':'Date','item':'Item','warehouse':'Shop','quantity':'Quantity'}"));
    QCOMPARE(done.json().value("unused_columns").toArray(), QJsonArray{"Remark"});
    QCOMPARE(done.json().value("problems_total").toInt(), 0);
    const Ran again = ctl.json(import);
    BINCARD_EXIT(again, 1);
    QCOMPARE(again.errorCode(), "already_posted");
    QCOMPARE(again.details().value("recorders_total").toInt(), 1);
    // A value of every row beats the column that would be guessed, and that is said.
    const Ran set = ctl.json(import + QStringList{"--set", "recorder=hand:2"});
    BINCARD_EXIT(set, 0);
    QCOMPARE(set.json().value("unused_columns").toArray(), (QJsonArray{"Document", "Remark"}));
    QVERIFY(!set.json().value("columns").toObject().contains("recorder"));
    const QString json = written(folder, "stock.jsonl",
        quoted("{'recorder':'j:1','period':'2026-04-18','item':'WDG-A1','warehouse':'MAIN','quantity':1}"));
    const Ran chosen = ctl.json({"import", "movements", json, "--register", "inventory", "--set", "recorder=hand:3"});
    BINCARD_EXIT(chosen, 1);
    QCOMPARE(chosen.fields(), QStringList{"set"});
    const Ran lines = ctl.json({"import", "movements", json, "--register", "inventory"});
    BINCARD_EXIT(lines, 0);
    QVERIFY(lines.json().value("format").isNull());
    // An option for the format changes the rest of what is found as little as it can.
    const QString twice =
        written(folder, "dates.csv", "recorder|period|item|warehouse|quantity\nd:1|1/2/2026|WDG-A1|MAIN|1\n");
    const Ran unclear = ctl.json({"import", "movements", twice, "--register", "inventory", "--delimiter", "pipe"});
    BINCARD_EXIT(unclear, 0);
    QCOMPARE(unclear.json().value("format")[u"date_format"].toString(), QStringLiteral("d/M/yyyy"));
    QCOMPARE(unclear.json().value("notes").toArray().size(), 1);
    const QString many = written(folder, "many.csv",
        "recorder,period,item,warehouse,quantity\n" + QByteArray("x,2026-04-01,WDG-A1,MAIN,many\n").repeated(10'003));
    const Ran refused = ctl.json({"import", "movements", many, "--register", "inventory"});
    BINCARD_EXIT(refused, 1);
    QCOMPARE(refused.json().value("problems").toArray().size(), 10'000);
    QCOMPARE(refused.json().value("problems_total").toInt(), 10'003);
    const Ran listed = ctl.human({"import", "movements", many, "--register", "inventory"});
    QVERIFY(listed.output.contains("And 3 more problems."));
    BINCARD_EXIT(ctl.json({"register", "verify"}), 0);
}

void TestCliImport::nothingToImportIsRefused()
{
    const QTemporaryDir folder;
    const CommandLine ctl(folder.filePath(QStringLiteral("book.bincard")));
    BINCARD_EXIT(ctl.json({"init"}), 0);
    const auto refused = [&](const QStringList &import) {
        const Ran ran = ctl.json(QStringList{"import"} + import);
        return ran.exitCode == 1 && ran.errorCode() == u"validation" && ran.told().contains("nothing to import");
    };
    const QString empty = written(folder, "empty.csv", ""), blank = written(folder, "blank.csv", "\n\n");
    const QString header =
        written(folder, "header.csv", "number,date,item,quantity,code,name,recorder,period,warehouse\n");
    const QStringList kinds{"documents", "items", "categories", "warehouses", "partners", "customers", "suppliers"};
    for (const QString &file : {empty, blank, header}) {
        for (const QString &kind : kinds)
            QVERIFY2(refused({kind, file}), qPrintable(kind + file));
        QVERIFY2(refused({"movements", file, "--register", "inventory"}), qPrintable(file));
    }
    QVERIFY(refused({"movements", written(folder, "none.json", "[]"), "--register", "inventory"}));
}

void TestCliImport::interruptedItGoesOnLater()
{
#ifdef Q_OS_UNIX
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    constexpr int documents = 1500;
    QByteArray content = "number,date,partner,item,quantity,unit_price\n";
    for (int i = 0; i < documents; ++i)
        content += "N" + QByteArray::number(i) + ",2026-05-01,ACME,WDG-A1,1,2.50\n";
    const QTemporaryDir folder;
    const QString file = written(folder, "many.csv", content);
    const QStringList arguments{"import", "documents", file, "--set", "warehouse=MAIN", "--infer-opening-stock"};
    QProcess process;
    CommandLine::prepare(process, QStringList{"--json"} + arguments, database.url());
    process.start();
    QVERIFY(process.waitForStarted());
    // Until something is in the book.
    while (process.state() == QProcess::Running && ctl.json({"info"}).json().value("documents").toInt() <= 7)
        QTest::qWait(10);
    // Not so with one that has ended: 0 would be this test and all that run beside it.
    if (const auto running = static_cast<pid_t>(process.processId()); running > 0)
        ::kill(running, SIGINT);
    QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    BINCARD_EXIT(ctl.json({"register", "verify"}), 0);
    Ran cut;
    cut.output = process.readAllStandardOutput();
    cut.exitCode = process.exitCode();
    const int there = ctl.json({"info"}).json().value("documents").toInt();
    if (cut.exitCode == 1) { // unless it was done before the signal came
        QVERIFY(cut.json().value("cancelled").toBool());
        QVERIFY(there < 6 + documents);
    }
    BINCARD_EXIT(ctl.json(arguments), 0);
    const int all = ctl.json({"info"}).json().value("documents").toInt();
    QVERIFY(all >= 6 + documents && all <= 6 + documents + 1); // and the opening balance, where one is needed
    BINCARD_EXIT(ctl.json({"register", "verify"}), 0);
#endif
}

/// The statements at the end of a first load take as long as there is much; here for ever.
void TestCliImport::interruptedInALongStatement()
{
#ifdef Q_OS_UNIX
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--bare"}), 0);
    BINCARD_EXIT(ctl.json({"register", "create", "-"},
                     quoted("{'name':'loaded','kind':'balance','dimensions':[{'name':'item','type':'int'}],"
                            "'resources':[{'name':'quantity','type':'decimal','scale':4}]}")),
        0);
    if (database.isSqlite()) {
        database.run("CREATE TRIGGER zz_slow AFTER INSERT ON loaded_balance BEGIN SELECT count(*) FROM (WITH RECURSIVE"
                     " c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c); END");
    } else {
        database.run("CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS"
                     " $$BEGIN PERFORM pg_sleep(600); RETURN NULL; END$$");
        database.run(
            "CREATE TRIGGER zz_slow AFTER INSERT ON loaded_balance FOR EACH STATEMENT EXECUTE FUNCTION slow()");
    }
    QByteArray content = "recorder,period,item,quantity\n";
    for (int i = 0; i < 3000; ++i)
        content += "doc:" + QByteArray::number(i / 3) + ",2026-04-01," + QByteArray::number(i % 9) + ",2\n";
    const QTemporaryDir folder;
    const QStringList arguments{
        "import", "movements", written(folder, "movements.csv", content), "--register", "loaded"};
    QProcess process;
    CommandLine::prepare(process, QStringList{"--json"} + arguments, database.url());
    process.start();
    QVERIFY(process.waitForStarted());
    QVERIFY(!process.waitForFinished(1500)); // by then it is there
    QElapsedTimer clock;
    clock.start();
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished());
    qInfo("ended within %lld ms", clock.elapsed());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    Ran cut;
    cut.output = process.readAllStandardOutput();
    cut.exitCode = process.exitCode();
    BINCARD_EXIT(cut, 1);
    QVERIFY2(cut.json().value("cancelled").toBool(), cut.told().constData());
    QCOMPARE(database.value("SELECT count(*) FROM loaded_movement"), "0");
    database.run(database.isSqlite() ? "DROP TRIGGER zz_slow" : "DROP TRIGGER zz_slow ON loaded_balance");
    BINCARD_EXIT(ctl.json({"register", "verify"}), 0);
    BINCARD_EXIT(ctl.json(arguments), 0);
    QCOMPARE(database.value("SELECT count(*) FROM loaded_movement"), "3000");
    BINCARD_EXIT(ctl.json({"register", "verify"}), 0);
#endif
}

QTEST_GUILESS_MAIN(TestCliImport)
#include "tst_cli_import.moc"
