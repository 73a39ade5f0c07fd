// SPDX-License-Identifier: GPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/CommandLine.h"
#include "support/TestDatabase.h"

#include <QJsonDocument>

using namespace bincard;
using namespace bincard::test;

namespace {

const char monthly[] = "{'name':'counts','kind':'balance','partition':'month','dimensions':[{'name':'item','type':'int'"
                       "}],'resources':[{'name':'quantity','type':'decimal','scale':2}]}";
const char movements[] = "{'recorder':'a','period':'2019-02-03','item':1,'quantity':'5'}\n"
                         "{'recorder':'b','period':'2019-03-04','item':1,'quantity':'2'}\n";

} // namespace

/// Partitions of a journal and what keeps a book fast (E18), from the command line.
class TestCliMaintenance : public QObject
{
    Q_OBJECT

private slots:
    void partsAreMadeListedAndDetached_data() { engines(); }
    void partsAreMadeListedAndDetached();
    void maintainIsHarmlessOnEveryBook_data() { engines(); }
    void maintainIsHarmlessOnEveryBook();
};

void TestCliMaintenance::partsAreMadeListedAndDetached()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--bare"}), 0);
    const Ran created = ctl.json({"register", "create", "-"}, quoted(monthly));
    if (database.isSqlite()) { // a file keeps its journal whole, and says so
        BINCARD_EXIT(created, 1);
        QCOMPARE(created.errorCode(), QStringLiteral("validation"));
        QCOMPARE(created.fields(), QStringList("partition"));
        return;
    }
    BINCARD_EXIT(created, 0);
    QCOMPARE(ctl.json({"register", "info", "counts"}).json()["definition"][u"partition"].toString(),
        QStringLiteral("month"));
    BINCARD_EXIT(ctl.json({"post", "counts", "-"}, quoted(movements)), 0);
    const qsizetype ahead = ctl.json({"register", "partitions", "counts"}).rows().size();
    QVERIFY(ahead > 6); // this month, half a year, and the default one
    const QJsonObject february =
        object("{'register':'counts','partition':'counts_movement_2019m02','from':'2019-02-01','to':'2019-02-28'}");
    const Ran maintained = ctl.json({"maintain"});
    BINCARD_EXIT(maintained, 0);
    QCOMPARE(maintained.json()["made"].toArray().size(), 2);
    QCOMPARE(maintained.json()["made"][0].toObject(), february);
    QCOMPARE(ctl.json({"maintain"}).json(), object("{'made':[]}"));
    const QJsonArray parts = ctl.json({"register", "partitions", "counts"}).rows();
    QCOMPARE(parts.size(), ahead + 2);
    QCOMPARE(parts.at(0)[u"movements"].toInt(), 1);
    QVERIFY(parts.at(0)[u"bytes"].toInt() > 0);
    QVERIFY(parts.last()[u"from"].isNull() && parts.last()[u"to"].isNull());

    // Only what is closed is taken out, and only once; all figures stay.
    const QString name = february["partition"].toString();
    const Ran early = ctl.json({"register", "detach", "counts", name});
    BINCARD_EXIT(early, 1);
    QCOMPARE(early.errorCode(), QStringLiteral("validation"));
    {
        Accumulator accumulator(database.database());
        QVERIFY(accumulator.closePeriod(QDate(2019, 2, 28)).ok());
    }
    const QByteArray request =
        quoted("{'op':'register.detach','register':'counts','partition':'counts_movement_2019m02','request_id':'d'}\n");
    const Ran batch = ctl.json({"batch"},
        request + request + quoted("{'op':'maintain'}\n")
            + quoted("{'op':'register.partitions','register':'counts'}\n"));
    const QList<QByteArray> answers = batch.output.split('\n');
    QCOMPARE(answers.at(0), quoted("{'ok':true,'result':{'detached':'counts_movement_2019m02'}}"));
    QCOMPARE(answers.at(1), answers.at(0));
    QCOMPARE(answers.at(2), quoted("{'ok':true,'result':{'made':[]}}"));
    QVERIFY(QJsonDocument::fromJson(answers.at(3)).object()["result"][u"rows"][0][u"detached"].toBool());
    QCOMPARE(ctl.json({"register", "detach", "counts", name}).errorCode(), QStringLiteral("not_found"));
    QCOMPARE(ctl.json({"register", "detach", "counts", "nosuch"}).errorCode(), QStringLiteral("not_found"));
    QCOMPARE(ctl.json({"balance", "counts"}).rows(), QJsonArray{object("{'quantity':'7.00'}")});
    BINCARD_EXIT(ctl.json({"register", "verify", "counts"}), 0);
    const Ran told = ctl.human({"register", "partitions", "counts"});
    QVERIFY2(
        told.output.contains("counts_movement_2019m03") && told.output.contains("2019-03-31"), told.told().constData());
}

void TestCliMaintenance::maintainIsHarmlessOnEveryBook()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(ctl.json({"maintain"}).json(), object("{'made':[]}"));
    const Ran told = ctl.human({"maintain"});
    BINCARD_EXIT(told, 0);
    // A journal in one piece has no parts, and none to detach.
    QVERIFY(ctl.json({"register", "partitions", "inventory"}).rows().isEmpty());
    QVERIFY(ctl.human({"register", "partitions", "inventory"}).output.contains("one piece"));
    const Ran whole = ctl.json({"register", "detach", "inventory", "x"});
    BINCARD_EXIT(whole, 1);
    QCOMPARE(whole.errorCode(), QStringLiteral("validation"));
    QCOMPARE(ctl.json({"register", "partitions", "nosuch"}).errorCode(), QStringLiteral("register_not_found"));
    BINCARD_EXIT(ctl.json({"register", "verify"}), 0);
}

QTEST_GUILESS_MAIN(TestCliMaintenance)
#include "tst_cli_maintenance.moc"
