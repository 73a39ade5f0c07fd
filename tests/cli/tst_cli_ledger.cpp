// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/CommandLine.h"
#include "support/TestDatabase.h"

using namespace bincard;
using namespace bincard::test;

/// The ledger through the program itself, on both engines: a register of one's own, and the ledger of the documents.
class TestCliLedger : public QObject
{
    Q_OBJECT

private slots:
    void aLedgerOfOnesOwn_data() { engines(); }
    void aLedgerOfOnesOwn();
    void theLedgerOfTheDocuments_data() { engines(); }
    void theLedgerOfTheDocuments();
    void batchKnowsIt_data() { engines(); }
    void batchKnowsIt();
};

void TestCliLedger::aLedgerOfOnesOwn()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--bare"}), 0);
    BINCARD_EXIT(ctl.json({"register", "create", "-"},
                     quoted("{'name':'books','kind':'ledger','dimensions':[{'name':'currency','type':'text','default':"
                            "'EUR'}],'resources':[{'name':'amount','type':'decimal','scale':2}]}")),
        0);
    for (const char *account : {"41 --name Goods --type active", "60 --name Suppliers --type passive",
             "62 --name Customers --type active_passive"})
        BINCARD_EXIT(ctl.json(words("ledger account") + words(account)), 0);
    QCOMPARE(ctl.json(words("ledger accounts")).rows().size(), 3);
    const QByteArray lines = quoted("[{'recorder':'r:1','period':'2026-01-10','account_dr':'41','analytics_dr':"
                                    "{'item':'A'},'account_cr':'60','currency':'USD','amount':'100.00'},"
                                    "{'recorder':'p:1','period':'2026-02-01','account_dr':'60','account_cr':'62',"
                                    "'analytics_cr':{'partner':'ACME'},'currency':'USD','amount':'30'}]");
    const Ran posted = ctl.json(words("post books -"), lines);
    BINCARD_EXIT(posted, 0);
    QCOMPARE(posted.json().value("posted").toInt(), 2);

    const Ran balance = ctl.json(words("balance books --group-by account,analytics"));
    BINCARD_EXIT(balance, 0);
    QCOMPARE(balance.rows().at(0).toObject(),
        object("{'account':'41','analytics':{'item':'A'},'amount':'100.00','amount_debit':'100.00',"
               "'amount_credit':'0.00'}"));
    const Ran turnover =
        ctl.json(words("turnover books --from 2026-02-01 --group-by analytics.partner --where analytics.partner=ACME"));
    BINCARD_EXIT(turnover, 0);
    QCOMPARE(turnover.rows().at(0).toObject(),
        object("{'analytics.partner':'ACME','amount_opening':'0.00','amount_debit':'0.00','amount_credit':'30.00',"
               "'amount_net':'-30.00','amount_closing':'-30.00'}"));
    const Ran movements = ctl.json(words("movements books --where account=62"));
    BINCARD_EXIT(movements, 0);
    QCOMPARE(movements.rows().size(), 1);
    QCOMPARE(movements.rows().at(0)["analytics_cr"].toObject(), object("{'partner':'ACME'}"));
    QCOMPARE(movements.rows().at(0)["currency"].toString(), "USD");

    const Ran refused = ctl.json(words("post books -"),
        quoted("[{'recorder':'r:2','period':'2026-01-10','account_dr':'99','account_cr':'60','amount':'1'},"
               "{'recorder':'r:2','period':'2026-01-10','account_dr':'41','account_cr':'60','analytics_cr':'x',"
               "'amount':'1'}]"));
    BINCARD_EXIT(refused, 1);
    QCOMPARE(refused.errorCode(), "validation");
    QCOMPARE(refused.fields(), QStringList({"2:analytics_cr"}));
    const Ran unknown = ctl.json(words("post books -"),
        quoted("[{'recorder':'r:2','period':'2026-01-10','account_dr':'99','account_cr':'60','amount':'1'}]"));
    QCOMPARE(unknown.fields(), QStringList({"1:account_dr"}));

    BINCARD_EXIT(ctl.json(words("ledger check books")), 0);
    BINCARD_EXIT(ctl.json(words("register verify")), 0);
    // More paid than received: the passive account stands in debit.
    BINCARD_EXIT(ctl.json(words("post books -"),
                     quoted("[{'recorder':'p:2','period':'2026-03-01','account_dr':'60','account_cr':'62',"
                            "'amount':'500'}]")),
        0);
    const Ran unsound = ctl.json(words("ledger check books"));
    BINCARD_EXIT(unsound, 1);
    bool found = false;
    for (const QJsonValue &row : unsound.rows())
        found = found || (row["check"] == "passive_in_debit" && row["date"] == "2026-03-01");
    QVERIFY2(found, unsound.told().constData());
    QCOMPARE(ctl.json(words("ledger check inventory")).exitCode, 1);
}

void TestCliLedger::theLedgerOfTheDocuments()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const Ran balance = ctl.human(words("ledger trial-balance --from 2026-04-12"));
    BINCARD_EXIT(balance, 0);
    QVERIFY2(balance.output.contains("1400     Inventory"), balance.told().constData());
    const Ran json = ctl.json(words("ledger trial-balance"));
    QCOMPARE(json.json().value("totals")["amount_debit"], json.json().value("totals")["amount_credit"]);
    const Ran card = ctl.json(words("ledger card 1400 --where item=WDG-A1 --limit 2"));
    BINCARD_EXIT(card, 0);
    QCOMPARE(card.rows().size(), 2);
    QVERIFY(card.json().value("next").isString());
    const Ran rest =
        ctl.json(words("ledger card 1400 --where item=WDG-A1 --after") << card.json().value("next").toString());
    BINCARD_EXIT(rest, 0);
    QCOMPARE(rest.rows().last()["amount_balance"].toString(), "147500.00"); // 420 and 170 at 250
    const Ran sound = ctl.human(words("ledger check"));
    BINCARD_EXIT(sound, 0);
    QCOMPARE(sound.output, QByteArray("Sound: debits = credits = 380000.00\n"));
    BINCARD_EXIT(ctl.json(words("ledger posting off")), 0);
    QVERIFY(!ctl.json(words("ledger scheme")).json().value("posting").toBool());
    BINCARD_EXIT(ctl.json(words("ledger scheme write_off cost --debit 5000:item --credit 1400:item,warehouse")), 0);
    BINCARD_EXIT(ctl.json(words("ledger scheme write_off value --debit 5000 --credit 1400")), 1);
    BINCARD_EXIT(ctl.json(words("ledger scheme write_off cost --remove")), 0);
    const Ran twice = ctl.json(words("ledger scheme write_off cost --debit 5000:item,item --credit 1400:item"));
    BINCARD_EXIT(twice, 1);
    QCOMPARE(twice.fields(), QStringList{"analytics_dr"});
    BINCARD_EXIT(ctl.json(words("ledger posting on")), 0);
    const Ran past = ctl.json(words("ledger posting off --history post"));
    BINCARD_EXIT(past, 1);
    QCOMPARE(past.fields(), QStringList{"history"});
    QVERIFY(ctl.json(words("ledger scheme")).json().value("posting").toBool());
    // One document that is not in it is not "documents".
    BINCARD_EXIT(ctl.json(words("ledger posting off")), 0);
    const Ran sold = ctl.json(words("document create - --post"),
        quoted("{'kind':'sales_order','date':'2026-05-05','partner':'ACME','warehouse':'MAIN','lines':"
               "[{'item':'WDG-A1','quantity':'1','unit_price':'300'}]}"));
    BINCARD_EXIT(sold, 0);
    const Ran one = ctl.human(words("ledger posting on"));
    BINCARD_EXIT(one, 1);
    QVERIFY2(one.complaint.contains("1 posted document is not"), one.told().constData());
    QVERIFY(CommandLine::run({"--help"}).output.contains("The ledger: accounts"));
}

void TestCliLedger::batchKnowsIt()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init"}), 0);
    const Ran ran = ctl.json({"batch"},
        quoted("{'op':'ledger.setup'}\n{'op':'ledger.posting','posting':'on','request_id':'a'}\n"
               "{'op':'ledger.save_account','code':'7000','name':'Other','type':'odd'}\n"
               "{'op':'ledger.accounts'}\n{'op':'ledger.trial_balance'}\n{'op':'ledger.card','account':'1400'}\n"
               "{'op':'ledger.check'}\n"));
    BINCARD_EXIT(ran, 0);
    const QList<QByteArray> answers = ran.output.trimmed().split('\n');
    QCOMPARE(answers.size(), 7);
    for (int i = 0; i < answers.size(); ++i)
        QVERIFY2(answers.at(i).contains(i == 2 ? "\"ok\":false" : "\"ok\":true"), answers.at(i).constData());
}

QTEST_GUILESS_MAIN(TestCliLedger)
#include "tst_cli_ledger.moc"
