// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/CommandLine.h"
#include "support/TestDatabase.h"

#include <QJsonDocument>

using namespace bincard;
using namespace bincard::test;

namespace {

const char lotRegister[] = "{'name':'stock_by_lot','kind':'balance','dimensions':[{'name':'warehouse','type':'int'},"
                           "{'name':'product','type':'int'},{'name':'lot','type':'text','default':''}],"
                           "'resources':[{'name':'quantity','type':'decimal','scale':4,'negative':'forbid'},"
                           "{'name':'amount','type':'decimal','scale':2}]}";

} // namespace

/// The contract of the register commands (design section 4), through the program itself, on both engines.
class TestCliRegisters : public QObject
{
    Q_OBJECT

private slots:
    void postUnpostRepost_data() { engines(); }
    void postUnpostRepost();
    void refusedInputWritesNothing_data();
    void refusedInputWritesNothing();
    void aShortageNamesEveryKey_data() { engines(); }
    void aShortageNamesEveryKey();
    void aRegisterOfOnesOwn_data() { engines(); }
    void aRegisterOfOnesOwn();
    void verifyFindsWhatSomebodyBroke_data() { engines(); }
    void verifyFindsWhatSomebodyBroke();
};

void TestCliRegisters::postUnpostRepost()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const QByteArray two = quoted("{'recorder':'hand:1','period':'2026-04-20','warehouse':'WEST','item':'SPR-001',"
                                  "'quantity':'10','amount':'350.00'}\n"
                                  "{'recorder':'hand:1','period':'2026-04-21','warehouse':'WEST','item':'SPR-001',"
                                  "'quantity':-4,'amount':'-140'}\n");
    const auto west = [&ctl] {
        return ctl.json(words("balance inventory --where warehouse=WEST")).rows().at(0)[u"quantity"].toString();
    };
    QCOMPARE(ctl.json({"post", "inventory", "-"}, two).json(), object("{'posted':2}"));
    QCOMPARE(west(), QStringLiteral("6.0000"));
    const Ran again = ctl.json({"post", "inventory", "-"}, two);
    BINCARD_EXIT(again, 1);
    QCOMPARE(again.errorCode(), QStringLiteral("already_posted"));
    QCOMPARE(ctl.json({"post", "inventory", "-", "--append"}, two).json(), object("{'posted':2}"));
    QCOMPARE(west(), QStringLiteral("12.0000"));

    const QByteArray other = quoted("[{'period':'2026-04-20','warehouse':'WEST','item':'SPR-001','quantity':'10',"
                                    "'amount':'350.00'},{'period':'2026-04-22','warehouse':'WEST','item':'SPR-001',"
                                    "'quantity':'1'}]");
    QCOMPARE(ctl.json({"repost", "inventory", "hand:1", "-"}, other).json(),
        object("{'reversed':3,'posted':1,'unchanged':1}"));
    QCOMPARE(west(), QStringLiteral("11.0000"));
    QCOMPARE(ctl.json({"repost", "inventory", "hand:2", "-"}, other).json(),
        object("{'reversed':0,'posted':2,'unchanged':0}"));
    QCOMPARE(ctl.json({"unpost", "inventory", "hand:1"}).json(), object("{'reversed':2}"));
    QCOMPARE(ctl.json({"unpost", "inventory", "hand:2"}).json(), object("{'reversed':2}"));
    QCOMPARE(west(), QStringLiteral("0.0000"));
    const Ran nothing = ctl.json({"unpost", "inventory", "hand:1"});
    BINCARD_EXIT(nothing, 1);
    QCOMPARE(nothing.errorCode(), QStringLiteral("not_found"));
    QCOMPARE(ctl.json(words("movements inventory --where warehouse=WEST --active-only")).rows().size(), 0);
    QVERIFY(ctl.json(words("movements inventory --where warehouse=WEST")).rows().size() > 8); // history is kept

    // What a document posted is touched through the document alone.
    const QString recorder = ctl.json(words("movements sales --limit 1")).rows().at(0)[u"recorder"].toString();
    for (const QStringList &arguments :
        {QStringList{"unpost", "inventory", recorder}, QStringList{"repost", "inventory", recorder, "-"}}) {
        const Ran ran = ctl.json(arguments, other);
        BINCARD_EXIT(ran, 1);
        QCOMPARE(ran.errorCode(), QStringLiteral("validation"));
    }
    BINCARD_EXIT(ctl.json({"register", "verify"}), 0);
}

void TestCliRegisters::refusedInputWritesNothing_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QStringList>("fields");
    const auto add = [](const char *name, const char *input, const QStringList &fields) {
        for (const char *engine : {"sqlite", "postgresql"})
            QTest::addRow("%s, %s", engine, name) << QString::fromLatin1(engine) << quoted(input) << fields;
    };
    add("a fraction", "{'recorder':'x','period':'2026-04-18','warehouse':'MAIN','item':'WDG-A1','quantity':1.5}",
        {"1:quantity"});
    add("a fraction that is whole",
        "{'recorder':'x','period':'2026-04-18','warehouse':'MAIN','item':'WDG-A1','quantity':1.0}", {"1:quantity"});
    add("an exponent", "{'recorder':'x','period':'2026-04-18','warehouse':'MAIN','item':'WDG-A1','quantity':1e2}",
        {"1:quantity"});
    add("an exponent in text",
        "{'recorder':'x','period':'2026-04-18','warehouse':'MAIN','item':'WDG-A1','quantity':'1e2'}", {"1:quantity"});
    add("too many digits",
        "{'recorder':'x','period':'2026-04-18','warehouse':'MAIN','item':'WDG-A1','quantity':1000000000000000000}",
        {"1:quantity"});
    add("too many decimals",
        "{'recorder':'x','period':'2026-04-18','warehouse':'MAIN','item':'WDG-A1','quantity':'1','amount':'0.001'}",
        {"1:amount"});
    add("an unknown field",
        "{'recorder':'x','period':'2026-04-18','warehouse':'MAIN','item':'WDG-A1','quantity':'1','colour':'red'}",
        {"1:colour"});
    add("a field given twice",
        "{'recorder':'x','period':'2026-04-18','warehouse':'MAIN','item':'WDG-A1','quantity':'1','quantity':'2'}",
        {"1:quantity"});
    add("a zone", "{'recorder':'x','period':'2026-04-18T10:00:00Z','warehouse':'MAIN','item':'WDG-A1','quantity':'1'}",
        {"1:period"});
    add("no such day", "{'recorder':'x','period':'2026-02-29','warehouse':'MAIN','item':'WDG-A1','quantity':'1'}",
        {"1:period"});
    add("no period", "{'recorder':'x','warehouse':'MAIN','item':'WDG-A1','quantity':'1'}", {"1:period"});
    add("a dimension missing", "{'recorder':'x','period':'2026-04-18','item':'WDG-A1','quantity':'1'}",
        {"1:warehouse"});
    add("a null dimension", "{'recorder':'x','period':'2026-04-18','warehouse':null,'item':'WDG-A1','quantity':'1'}",
        {"1:warehouse"});
    add("an unknown code", "{'recorder':'x','period':'2026-04-18','warehouse':'MOON','item':'WDG-A1','quantity':'1'}",
        {"1:warehouse"});
    add("no JSON", "{'recorder':'x'", {"1:"});
    add("no object", "[1]", {"1:"});
    add("everything at once",
        "[{'recorder':'x','period':'2026-04-18','warehouse':'MAIN','item':'WDG-A1','quantity':'1'},"
        "{'recorder':'x','period':'tomorrow','warehouse':'MOON','item':'WDG-A1','quantity':'a lot','colour':'red'}]",
        {"2:colour", "2:period", "2:quantity", "2:warehouse"});
}

void TestCliRegisters::refusedInputWritesNothing()
{
    BINCARD_TEST_DATABASE(database);
    QFETCH(QByteArray, input);
    QFETCH(QStringList, fields);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const Ran ran = ctl.json({"post", "inventory", "-"}, input);
    BINCARD_EXIT(ran, 1);
    QCOMPARE(ran.errorCode(), QStringLiteral("validation"));
    QStringList found = ran.fields();
    found.sort();
    QCOMPARE(found, fields);
    QCOMPARE(ctl.json(words("movements inventory")).rows().size(), 7);
}

void TestCliRegisters::aShortageNamesEveryKey()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    // 420 are left from 2026-04-12 on: what is there on the 11th is spoken for.
    const Ran ran = ctl.json({"post", "inventory", "-"},
        quoted("[{'recorder':'x','period':'2026-04-11','warehouse':'MAIN','item':'WDG-A1','quantity':'-421'},"
               "{'recorder':'x','period':'2026-04-11','warehouse':'MAIN','item':'WDG-B2','quantity':'-250'},"
               "{'recorder':'x','period':'2026-04-11','warehouse':'EAST','item':'GDG-X1','quantity':'-151'}]"));
    BINCARD_EXIT(ran, 1);
    QCOMPARE(ran.errorCode(), QStringLiteral("insufficient_stock"));
    QList<QJsonObject> shortages;
    const QJsonArray found = ran.details().value("shortages").toArray();
    for (const QJsonValue &shortage : found)
        shortages << shortage.toObject();
    std::sort(shortages.begin(), shortages.end(), [](const QJsonObject &left, const QJsonObject &right) {
        return left.value("date").toString() < right.value("date").toString();
    });
    QCOMPARE(shortages.size(), 2);
    QCOMPARE(shortages.at(0),
        object("{'register':'inventory','key':{'warehouse':'EAST','item':'GDG-X1'},"
               "'resource':'quantity','available':'150.0000','required':'151.0000',"
               "'date':'2026-04-11'}"));
    QCOMPARE(shortages.at(1),
        object("{'register':'inventory','key':{'warehouse':'MAIN','item':'WDG-A1'},"
               "'resource':'quantity','available':'420.0000','required':'421.0000',"
               "'date':'2026-04-12'}"));
    QCOMPARE(ctl.json(words("movements inventory")).rows().size(), 7);
    // The same through a remembered request of a batch, whose transaction is another one.
    const Ran batch = ctl.json({"batch"},
        quoted(
            "{'op':'post','register':'inventory','request_id':'r1','movements':[{'recorder':'x','period':'2026-04-11',"
            "'warehouse':'EAST','item':'GDG-X1','quantity':'-151'}]}"));
    const QJsonValue shortage = batch.json().value("error")[u"details"][u"shortages"][0];
    QCOMPARE(shortage[u"key"].toObject(), object("{'warehouse':'EAST','item':'GDG-X1'}"));
}

void TestCliRegisters::aRegisterOfOnesOwn()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--bare"}), 0);
    QVERIFY(ctl.json({"register", "list"}).rows().isEmpty());
    BINCARD_EXIT(ctl.json({"register", "create", "-"}, quoted(lotRegister)), 0);
    const Ran twice = ctl.json({"register", "create", "-"}, quoted(lotRegister));
    BINCARD_EXIT(twice, 1);
    QCOMPARE(twice.errorCode(), QStringLiteral("duplicate"));

    QCOMPARE(ctl.json({"post", "stock_by_lot", "-"},
                    quoted("{'recorder':'receipt:1','period':'2026-04-18','warehouse':1,'product':42,'lot':'A',"
                           "'quantity':'100','amount':'5000.00'}\n"
                           "{'recorder':'receipt:1','period':'2026-04-18T09:30:00','warehouse':1,'product':7,"
                           "'quantity':3}"))
                 .json(),
        object("{'posted':2}"));
    QCOMPARE(ctl.json({"post", "stock_by_lot", "-"},
                    quoted("[{'recorder':'issue:1','period':'2026-04-19','warehouse':1,'product':42,'lot':'A',"
                           "'quantity':'-10','amount':'-500'}]"))
                 .json(),
        object("{'posted':1}"));
    const QJsonArray expected{object("{'product':7,'lot':'','quantity':'3.0000','amount':'0.00'}"),
        object("{'product':42,'lot':'A','quantity':'90.0000','amount':'4500.00'}")};
    QCOMPARE(ctl.json(words("balance stock_by_lot --group-by product,lot --where warehouse=1")).rows(), expected);

    const Ran broken = ctl.json({"register", "create", "-"},
        quoted("{'name':'2nd','kind':'heap','dimensions':[{'name':'a','type':'float'},{'name':'a','type':'int'}],"
               "'resources':[{'name':'q','type':'decimal','scale':9}],'colour':'red'}"));
    BINCARD_EXIT(broken, 1);
    QCOMPARE(broken.errorCode(), QStringLiteral("validation"));
    QVERIFY2(broken.fields().size() >= 3, broken.told().constData());

    const Ran kept = ctl.json({"register", "drop", "stock_by_lot"});
    BINCARD_EXIT(kept, 1);
    BINCARD_EXIT(ctl.json({"register", "drop", "stock_by_lot", "--force"}), 0);
    QVERIFY(ctl.json({"register", "list"}).rows().isEmpty());
    QCOMPARE(ctl.json({"register", "info", "stock_by_lot"}).errorCode(), QStringLiteral("register_not_found"));
    QCOMPARE(ctl.json({"register", "verify", "stock_by_lot"}).errorCode(), QStringLiteral("register_not_found"));
}

void TestCliRegisters::verifyFindsWhatSomebodyBroke()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    // Whoever really wants to can get past the guards; that is what verify is for.
    const QString forge = QStringLiteral("UPDATE inventory_balance SET %1 = %1 + %2 WHERE item = "
                                         "(SELECT id FROM items WHERE code = 'GDG-X1')");
    if (database.isSqlite()) {
        QString trigger;
        const QString next = QStringLiteral("SELECT coalesce(min(name), '') FROM sqlite_master WHERE type = 'trigger' "
                                            "AND tbl_name = 'inventory_balance' AND sql LIKE '%UPDATE ON%'");
        while (!(trigger = database.value(next)).isEmpty())
            database.run(QStringLiteral("DROP TRIGGER \"%1\"").arg(trigger));
        database.run(forge.arg(QStringLiteral("quantity_e4"), QStringLiteral("10000")));
    } else {
        database.run(QStringLiteral("ALTER TABLE inventory_balance DISABLE TRIGGER USER"));
        database.run(forge.arg(QStringLiteral("quantity"), QStringLiteral("1")));
        database.run(QStringLiteral("ALTER TABLE inventory_balance ENABLE TRIGGER USER"));
    }
    const Ran verify = ctl.json({"register", "verify", "inventory"});
    BINCARD_EXIT(verify, 1);
    QVERIFY(verify.errorCode().isEmpty()); // a result, not an error
    QCOMPARE(verify.rows().size(), 1);
    const QJsonObject row = verify.rows().at(0).toObject();
    QCOMPARE(row.value("status").toString(), QStringLiteral("mismatch"));
    for (const char *field : {"check", "key", "period", "expected", "actual"})
        QVERIFY2(row.contains(QLatin1String(field)), field);
    QVERIFY(ctl.human({"register", "verify"}).complaint.contains(QStringLiteral("rebuild")));
    BINCARD_EXIT(ctl.json({"register", "rebuild", "inventory"}), 0);
    BINCARD_EXIT(ctl.json({"register", "verify"}), 0);
}

QTEST_GUILESS_MAIN(TestCliRegisters)
#include "tst_cli_registers.moc"
