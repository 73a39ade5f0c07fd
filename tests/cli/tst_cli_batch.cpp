// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/CommandLine.h"
#include "support/TestDatabase.h"

#include <QJsonDocument>

using namespace bincard;
using namespace bincard::test;

namespace {

QJsonObject answered(const QByteArray &line) { return QJsonDocument::fromJson(line).object(); }

/// The answers, one a line.
QList<QJsonObject> answersOf(const Ran &ran)
{
    QList<QJsonObject> result;
    for (const QByteArray &line : ran.output.split('\n')) {
        if (!line.isEmpty())
            result << answered(line);
    }
    return result;
}

const char receipt[] = "{'op':'post','register':'inventory','request_id':'r-1','movements':[{'recorder':'hand:1',"
                       "'period':'2026-04-20','warehouse':'WEST','item':'SPR-001','quantity':'10','amount':'350'}]}";
const char order[] = "{'op':'document.create','post':true,'request_id':'order 17','document':{'kind':'sales_order',"
                     "'date':'2026-04-20','partner':'ACME','warehouse':'MAIN',"
                     "'lines':[{'item':'WDG-A1','quantity':'5','unit_price':'250'}]}}";

} // namespace

/// `batch`: one request a line, one answer a line; whatever a line holds, the next is read.
class TestCliBatch : public QObject
{
    Q_OBJECT

private slots:
    void aRequestIsDoneOnce_data() { engines(); }
    void aRequestIsDoneOnce();
    void aRequestIdServesOneRequest_data() { engines(); }
    void aRequestIdServesOneRequest();
    void everyOperationAnswers_data() { engines(); }
    void everyOperationAnswers();
    void brokenLinesAreAnsweredToo_data() { engines(); }
    void brokenLinesAreAnsweredToo();
    void eachAnswerComesBeforeTheNextRequest_data() { engines(); }
    void eachAnswerComesBeforeTheNextRequest();
    void aLostConnectionIsMadeAgain_data() { postgresqlOnly(); }
    void aLostConnectionIsMadeAgain();
    void answersEqualThoseOfTheCommands_data() { engines(); }
    void answersEqualThoseOfTheCommands();
};

void TestCliBatch::aRequestIsDoneOnce()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const QByteArray lines = quoted(receipt) + '\n' + quoted(receipt) + '\n' + quoted(order) + '\n' + quoted(order)
        + '\n' + quoted("{'op':'unpost','register':'inventory','recorder':'hand:1','request_id':'u-1'}\n")
        + quoted(receipt)
        + quoted("\n{'op':'unpost','register':'inventory','recorder':'hand:1','request_id':'u-1'}\n"
                 "{'op':'catalog.upsert','kind':'items','row':{'code':'N','name':'n'},'request_id':'c-1'}\n"
                 "{'op':'catalog.upsert','kind':'items','row':{'code':'N','name':'n'},'request_id':'c-1'}\n");
    const Ran ran = ctl.json({"batch"}, lines);
    BINCARD_EXIT(ran, 0);
    const QList<QJsonObject> answers = answersOf(ran);
    QCOMPARE(answers.size(), 9);
    for (const QJsonObject &answer : answers)
        QVERIFY2(answer.value("ok").toBool(), ran.told().constData());
    QCOMPARE(answers.at(0).value("result").toObject(), object("{'posted':1}"));
    QCOMPARE(answers.at(1), answers.at(0));
    QCOMPARE(answers.at(5), answers.at(0)); // also after it was taken back: that request was answered
    QCOMPARE(answers.at(3), answers.at(2));
    QCOMPARE(answers.at(6), answers.at(4));
    QCOMPARE(answers.at(8), answers.at(7));
    // Another run knows them as well.
    QCOMPARE(answersOf(ctl.json({"batch"}, quoted(order))).at(0), answers.at(2));
    QCOMPARE(ctl.json({"document", "list", "--kind", "sales_order"}).rows().size(), 4);
    QCOMPARE(ctl.json({"movements", "inventory", "--recorder", "hand:1"}).rows().size(), 2);
    // A request that was refused was not done, so it may come again.
    const QByteArray tooMuch =
        quoted("{'op':'post','register':'inventory','request_id':'r-2','movements':[{'recorder':"
               "'hand:2','period':'2026-04-21','warehouse':'WEST','item':'SPR-001','quantity':-5}]}\n");
    QByteArray supply = quoted(receipt);
    supply.replace("r-1", "r-3").replace("hand:1", "hand:3");
    const QList<QJsonObject> retried = answersOf(ctl.json({"batch"}, tooMuch + supply + '\n' + tooMuch));
    QVERIFY(!retried.at(0).value("ok").toBool());
    QVERIFY(retried.at(2).value("ok").toBool());
}

void TestCliBatch::aRequestIdServesOneRequest()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const QByteArray posted = quoted(receipt), ordered = quoted(order);
    const auto with = [](QByteArray line, const char *from, const char *to) -> QByteArray {
        return line.replace(from, to) + QByteArrayLiteral("\n");
    };
    const QByteArray lines = posted + '\n' + ordered + '\n' + with(posted, "\"10\"", "\"11\"") // other arguments
        + with(posted, "\"post\"", "\"repost\"")                                               // another operation
        + quoted("{'op':'catalog.upsert','kind':'items','row':{'code':'N','name':'n'},'request_id':'r-1'}\n")
        + with(posted, "r-1", "order 17") + with(ordered, "order 17", "r-1") // a document's id, and one of a document
        + with(ordered, "\"5\"", "\"6\"") + with(ordered, "\"post\":true", "\"post\":false")
        + quoted("{'request_id':'r-1','register':'inventory','op':'post','movements':[{'item':'SPR-001','amount':'350',"
                 "'period':'2026-04-20','warehouse':'WEST','recorder':'hand:1','quantity':'10'}]}\n"); // another order
    const Ran ran = ctl.json({"batch"}, lines);
    BINCARD_EXIT(ran, 0);
    const QList<QJsonObject> answers = answersOf(ran);
    QCOMPARE(answers.size(), 10);
    for (qsizetype i = 2; i < 9; ++i) {
        QVERIFY2(!answers.at(i).value("ok").toBool(true), ran.told().constData());
        QCOMPARE(answers.at(i).value("error")[u"code"].toString(), QStringLiteral("duplicate"));
    }
    for (const int i : {5, 7})
        QCOMPARE(answers.at(i).value("error")[u"details"][u"document"], answers.at(1).value("result")[u"id"]);
    QVERIFY2(answers.at(0).value("ok").toBool() && answers.at(1).value("ok").toBool(), ran.told().constData());
    QCOMPARE(answers.at(9), answers.at(0));
    // What an earlier version has kept says nothing of the request; its answer holds.
    database.run(QStringLiteral("UPDATE book_request SET id = 'r-1', answer = '{\"posted\":1}'"
                                " WHERE answer LIKE '%\"posted\":1%'"));
    QCOMPARE(answersOf(ctl.json({"batch"}, with(posted, "\"10\"", "\"11\""))).value(0), answers.at(0));
    QCOMPARE(ctl.json({"movements", "inventory", "--recorder", "hand:1"}).rows().size(), 1);
    QCOMPARE(ctl.json({"document", "list", "--kind", "sales_order"}).rows().size(), 4);
}

void TestCliBatch::everyOperationAnswers()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const char *requests[] = {
        "{'op':'register.create','definition':{'name':'lots','kind':'balance','dimensions':[{'name':'lot','type':'text'"
        "}],"
        "'resources':[{'name':'quantity','type':'decimal','scale':2}]}}",
        "{'op':'register.list'}",
        "{'op':'register.info','register':'lots'}",
        "{'op':'post','register':'lots','movements':[{'recorder':'a','period':'2026-01-01','lot':'x','quantity':'1.5'}]"
        "}",
        "{'op':'post','register':'lots','append':true,"
        "'movements':[{'recorder':'a','period':'2026-01-01','lot':'x','quantity':'1'}]}",
        "{'op':'repost','register':'lots','recorder':'a',"
        "'movements':[{'period':'2026-01-01','lot':'x','quantity':'1.5'}]}",
        "{'op':'balance','register':'lots','at':'2026-01-01','where':{'lot':['x','y']},'group_by':['lot']}",
        "{'op':'turnover','register':'lots','from':'2026-01-01','to':'2026-12-31','group_by':'lot','by':'month'}",
        "{'op':'movements','register':'lots','recorder':'a','limit':1}",
        "{'op':'unpost','register':'lots','recorder':'a'}",
        "{'op':'register.verify','register':'lots'}",
        "{'op':'register.rebuild','register':'lots'}",
        "{'op':'register.drop','register':'lots','force':true}",
        "{'op':'catalog.list','kind':'partners'}",
        "{'op':'catalog.deactivate','kind':'items','code':'GDG-Y2'}",
        "{'op':'document.create','document':{'id':'6a1c1d6e-2222-4c4c-8c8c-0123456789ab','kind':'write_off',"
        "'date':'2026-04-20','warehouse':'MAIN','lines':[{'item':'WDG-A1','quantity':'1'}]}}",
        "{'op':'document.post','id':'6a1c1d6e-2222-4c4c-8c8c-0123456789ab'}",
        "{'op':'document.repost','id':'6a1c1d6e-2222-4c4c-8c8c-0123456789ab','document':{'kind':'write_off',"
        "'date':'2026-04-21','warehouse':'MAIN','lines':[{'item':'WDG-A1','quantity':'2'}]}}",
        "{'op':'document.show','id':'6a1c1d6e-2222-4c4c-8c8c-0123456789ab'}",
        "{'op':'document.list','kind':'write_off'}",
        "{'op':'document.unpost','id':'6a1c1d6e-2222-4c4c-8c8c-0123456789ab'}",
    };
    QByteArray input;
    for (const char *request : requests)
        input += quoted(request) + '\n';
    const Ran ran = ctl.json({"batch"}, input);
    BINCARD_EXIT(ran, 0);
    const QList<QJsonObject> answers = answersOf(ran);
    QCOMPARE(answers.size(), static_cast<qsizetype>(std::size(requests)));
    for (qsizetype i = 0; i < answers.size(); ++i)
        QVERIFY2(answers.at(i).value("ok").toBool(),
            QByteArray(QByteArray(requests[i]) + ran.output.split('\n').at(i)).constData());
    QCOMPARE(answers.at(5).value("result").toObject(), object("{'reversed':1,'posted':0,'unchanged':1}"));
    QCOMPARE(answers.at(6).value("result")[u"rows"].toArray(), (QJsonArray{object("{'lot':'x','quantity':'1.50'}")}));
    QCOMPARE(answers.at(7).value("result")[u"rows"][0][u"period"].toString(), QStringLiteral("2026-01"));
    QCOMPARE(answers.at(20).value("result")[u"state"].toString(), QStringLiteral("cancelled"));
}

void TestCliBatch::brokenLinesAreAnsweredToo()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const char *broken[] = {"{oops", "[]", "5", "{}", "{'op':'fly'}", "{'op':7}", "{'op':'balance'}",
        "{'op':'balance','register':'inventory','colour':'red'}", "{'op':'post','register':'inventory','movements':{}}",
        "{'op':'balance','register':'inventory','at':'2026-04-18T10:00:00Z'}", "{'op':'catalog.list','kind':'colours'}",
        "{'op':'balance','register':'inventory','request_id':''}", "{'op':'document.list','request_id':7}",
        "{'op':'document.list','limit':0}", "{'op':'document.list','limit':100001}",
        "{'op':'document.list','partner':'NOBODY'}", "{'op':'document.list','warehouse':'NOWHERE'}",
        "{'op':'balance','register':'inventory','group_by':['item','item']}",
        "{'op':'turnover','register':'inventory','group_by':'item,item'}",
        "{'op':'post','register':'inventory','movements':[{'recorder':'sales_order:zz','period':'2026-04-20',"
        "'warehouse':'WEST','item':'SPR-001','quantity':'1','amount':'1'}]}",
        "{'op':'repost','register':'sales','recorder':'sales_order:zz','movements':[]}",
        "{'op':'document.list','limit':1.5}", "{'op':'document.list','limit':-1}",
        "{'op':'document.create','document':{'kind':'sales_order'},'post':'yes'}"};
    QByteArray input;
    for (const char *line : broken)
        input += quoted(line) + "\n\n";                         // blank lines are no requests
    input += quoted("{'op':'balance','register':'inventory'}"); // and the last line need not end
    const Ran ran = ctl.json({"batch"}, input);
    BINCARD_EXIT(ran, 0);
    const QList<QJsonObject> answers = answersOf(ran);
    QCOMPARE(answers.size(), static_cast<qsizetype>(std::size(broken)) + 1);
    for (qsizetype i = 0; i + 1 < answers.size(); ++i) {
        QVERIFY2(!answers.at(i).value("ok").toBool(true), broken[i]);
        QCOMPARE(answers.at(i).value("error")[u"code"].toString(), QStringLiteral("validation"));
        QVERIFY(!answers.at(i).value("error")[u"message"].toString().isEmpty());
    }
    QCOMPARE(answers.constLast().value("result")[u"rows"][0][u"quantity"].toString(), QStringLiteral("990.0000"));
}

void TestCliBatch::eachAnswerComesBeforeTheNextRequest()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    QProcess process;
    CommandLine::prepare(process, {"batch"}, database.url());
    process.start();
    QVERIFY(process.waitForStarted());
    for (int i = 0; i < 3; ++i) {
        process.write(quoted("{'op':'balance','register':'inventory'}\n"));
        while (!process.canReadLine())
            QVERIFY2(process.waitForReadyRead(30'000), "no answer while the stream is open");
        QVERIFY(answered(process.readLine()).value("ok").toBool());
    }
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

// The request that meets it is told; whether it was done is looked up by its id, and those after it work.
void TestCliBatch::aLostConnectionIsMadeAgain()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    QProcess process;
    CommandLine::prepare(process, {"batch"}, database.url());
    process.start();
    QVERIFY(process.waitForStarted());
    QByteArray answer;
    const auto ask = [&](const char *request) {
        process.write(quoted(request) + '\n');
        while (!process.canReadLine() && process.waitForReadyRead(30'000)) {}
        answer = process.readLine();
        const QJsonObject read = answered(answer);
        return read.value("ok").toBool() ? QString("ok") : read.value("error")[u"code"].toString();
    };
    const char *posting = "{'op':'post','register':'inventory','request_id':'lost','movements':[{'recorder':'x',"
                          "'period':'2026-04-20','warehouse':'MAIN','item':'WDG-A1','quantity':'1'}]}";
    QCOMPARE(ask("{'op':'balance','register':'inventory'}"), "ok");
    for (int time = 0; time < 2; ++time) {
        database.run("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                     " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        QCOMPARE(ask(posting), "connection_lost");
        QVERIFY2(ask(posting) == u"ok", answer.constData());
        QVERIFY2(ask("{'op':'balance','register':'inventory'}") == u"ok", answer.constData());
    }
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(ctl.json({"movements", "inventory", "--recorder", "x"}).rows().size(), 1);
    const QByteArray history = ctl.human({"movements", "inventory", "--recorder", "x"}).told();
    for (const char *told : {"reversal_of", "recorded_at", "recorded_by"})
        QVERIFY2(history.contains(told), history.constData());
    QVERIFY(ctl.json({"register", "verify"}).rows().isEmpty());
}

void TestCliBatch::answersEqualThoseOfTheCommands()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const std::pair<QStringList, const char *> pairs[] = {
        {{"balance", "inventory", "--where", "item=WDG-A1", "--where", "item=WDG-B2", "--group-by", "warehouse,item"},
            "{'op':'balance','register':'inventory','where':{'item':['WDG-A1','WDG-B2']},'group_by':['warehouse','item'"
            "]}"},
        {{"turnover", "inventory", "--from", "2026-04-05", "--to", "2026-04-15", "--by", "day"},
            "{'op':'turnover','register':'inventory','from':'2026-04-05','to':'2026-04-15','by':'day'}"},
        {{"movements", "sales", "--limit", "2"}, "{'op':'movements','register':'sales','limit':2}"},
        {{"catalog", "list", "items"}, "{'op':'catalog.list','kind':'items'}"},
        {{"document", "list", "--state", "posted"}, "{'op':'document.list','state':'posted'}"},
        {{"document", "show", "SO-2026-0001"}, "{'op':'document.show','id':'SO-2026-0001'}"},
        {{"register", "info", "inventory"}, "{'op':'register.info','register':'inventory'}"},
        {{"register", "list"}, "{'op':'register.list'}"},
        {{"register", "verify"}, "{'op':'register.verify'}"},
    };
    for (const auto &[arguments, request] : pairs) {
        const Ran command = ctl.json(arguments);
        BINCARD_EXIT(command, 0);
        const QJsonObject answer = answersOf(ctl.json({"batch"}, quoted(request))).value(0);
        QCOMPARE(answer.value("result").toObject(), command.json());
    }
}

QTEST_GUILESS_MAIN(TestCliBatch)
#include "tst_cli_batch.moc"
