// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/CommandLine.h"
#include "support/TestDatabase.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace bincard;
using namespace bincard::test;

/// `register alter` and `register drop` (rule E16) through the program itself, also when it is killed in the middle.
class TestCliAlter : public QObject
{
    Q_OBJECT

private slots:
    void altersAndDrops_data() { engines(); }
    void altersAndDrops();
    void documentsRegistersKeepTheirShape_data() { engines(); }
    void documentsRegistersKeepTheirShape();
    void survivesBeingKilled_data() { engines(); }
    void survivesBeingKilled();
};

namespace {

/// A register with so many further dimensions.
QJsonObject definition(int further)
{
    QJsonArray dimensions{QJsonObject{{"name", "warehouse"}, {"type", "int"}}};
    for (int i = 1; i <= further; ++i)
        dimensions << QJsonObject{{"name", QString("d%1").arg(i)}, {"type", "text"}, {"default", "none"}};
    return {{"name", "stock"}, {"kind", "balance"}, {"dimensions", dimensions},
        {"resources",
            QJsonArray{QJsonObject{{"name", "quantity"}, {"type", "decimal"}, {"scale", 4}, {"negative", "forbid"}}}}};
}

QByteArray text(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }

QByteArray movements(int count)
{
    QByteArray lines;
    for (int i = 0; i < count; ++i)
        lines +=
            text({{"recorder", QString("doc:%1").arg(i / 10)},
                {"period", QString("2026-%1-%2").arg(i % 12 + 1, 2, 10, QChar('0')).arg(i % 28 + 1, 2, 10, QChar('0'))},
                {"warehouse", i % 7}, {"quantity", QString::number(i % 100 + 1)}})
            + '\n';
    return lines;
}

} // namespace

void TestCliAlter::altersAndDrops()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init"}), 0);
    BINCARD_EXIT(ctl.json({"register", "create", "-"}, text(definition(0))), 0);
    BINCARD_EXIT(ctl.json({"post", "stock", "-"}, movements(20)), 0);
    const Ran altered = ctl.json({"register", "alter", "stock", "-"}, text(definition(1)));
    BINCARD_EXIT(altered, 0);
    QCOMPARE(altered.json(), object("{'altered':'stock'}"));
    const Ran balance = ctl.json({"balance", "stock", "--group-by", "d1"});
    QCOMPARE(balance.rows(), QJsonArray{object("{'d1':'none','quantity':'210.0000'}")});
    // Everything that is wrong with it at once, and nothing done.
    QJsonObject wrong = definition(0);
    wrong["kind"] = "turnover";
    wrong["resources"] = QJsonArray{object("{'name':'quantity','type':'decimal','scale':3}")};
    const Ran refused = ctl.json({"register", "alter", "stock", "-"}, text(wrong));
    BINCARD_EXIT(refused, 1);
    QCOMPARE(refused.errorCode(), "validation");
    QCOMPARE(refused.fields(), QStringList({"kind", "dimensions", "1:resources.type"}));
    QJsonObject other = definition(1);
    other["name"] = "another";
    BINCARD_EXIT(ctl.json({"register", "alter", "stock", "-"}, text(other)), 1);
    const Ran nowhere = ctl.json({"register", "alter", "nosuch", "-"}, text(definition(1).value("x").toObject()));
    BINCARD_EXIT(nowhere, 1);
    // In a batch, where a request that comes again is answered and not done again; the name may be left out.
    QJsonObject nameless = definition(2);
    nameless.remove("name");
    const QByteArray request =
        text({{"op", "register.alter"}, {"register", "stock"}, {"definition", nameless}, {"request_id", "7"}});
    const Ran batch = ctl.json({"batch"}, request + '\n' + request + '\n');
    QCOMPARE(batch.output.trimmed().split('\n'), QList<QByteArray>(2, R"({"ok":true,"result":{"altered":"stock"}})"));
    BINCARD_EXIT(ctl.json({"register", "verify", "stock"}), 0);
    BINCARD_EXIT(ctl.json({"register", "drop", "stock"}), 1);
    BINCARD_EXIT(ctl.json({"register", "drop", "stock", "--force"}), 0);
    QCOMPARE(ctl.json({"register", "info", "stock"}).errorCode(), "register_not_found");
}

void TestCliAlter::documentsRegistersKeepTheirShape()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    QJsonObject inventory = ctl.json({"register", "info", "inventory"}).json()["definition"].toObject();
    QJsonObject further = inventory;
    QJsonArray dimensions = inventory["dimensions"].toArray();
    dimensions << QJsonObject{{"name", "lot"}, {"type", "text"}, {"default", ""}};
    further["dimensions"] = dimensions;
    const Ran refused = ctl.json({"register", "alter", "inventory", "-"}, text(further));
    BINCARD_EXIT(refused, 1);
    QCOMPARE(refused.errorCode(), "validation");
    QJsonArray resources = inventory["resources"].toArray();
    QJsonObject quantity = resources.at(0).toObject();
    quantity.remove("negative");
    resources[0] = quantity;
    QJsonObject allowing = inventory;
    allowing["resources"] = resources;
    BINCARD_EXIT(ctl.json({"register", "alter", "inventory", "-"}, text(allowing)), 0);
    const char issue[] =
        "{\"recorder\":\"hand:1\",\"period\":\"2026-04-01\",\"warehouse\":\"MAIN\",\"item\":\"WDG-A1\","
        "\"quantity\":\"-9999\"}";
    BINCARD_EXIT(ctl.json({"post", "inventory", "-"}, issue), 0);
    const Ran negative = ctl.json({"register", "alter", "inventory", "-"}, text(inventory));
    BINCARD_EXIT(negative, 1);
    QCOMPARE(negative.errorCode(), "insufficient_stock");
    QCOMPARE(negative.details()["shortages"].toArray().at(0)[u"key"][u"item"].toString(), "WDG-A1");
    BINCARD_EXIT(ctl.json({"unpost", "inventory", "hand:1"}), 0);
    BINCARD_EXIT(ctl.json({"register", "alter", "inventory", "-"}, text(inventory)), 0);
    BINCARD_EXIT(ctl.json({"register", "verify"}), 0);
}

void TestCliAlter::survivesBeingKilled()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    constexpr int count = 8000;
    BINCARD_EXIT(ctl.json({"init", "--bare"}), 0);
    BINCARD_EXIT(ctl.json({"register", "create", "-"}, text(definition(0))), 0);
    BINCARD_EXIT(ctl.json({"post", "stock", "-"}, movements(count)), 0);
    const QJsonArray before = ctl.json({"movements", "stock", "--limit", "100"}).rows();
    const QTemporaryDir folder;
    const auto start = [&](QProcess &process, int further) {
        QFile file(folder.filePath("definition.json"));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qFatal("cannot write");
        file.write(text(definition(further)));
        file.close();
        CommandLine::prepare(process, {"--json", "register", "alter", "stock", file.fileName()}, database.url());
        process.start();
    };
    // How long one takes tells when to kill.
    QElapsedTimer timer;
    timer.start();
    QProcess whole;
    start(whole, 1);
    QVERIFY(whole.waitForFinished(120000));
    QCOMPARE(whole.exitCode(), 0);
    int takes = static_cast<int>(timer.elapsed());
    int further = 1, killed = 0;
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u, %d ms", seed, takes);
    QRandomGenerator random(seed);
    for (int round = 0; round < 8; ++round) {
        QProcess process;
        timer.start();
        start(process, further + 1);
        if (!process.waitForFinished(takes / 8 + random.bounded(takes))) {
            process.kill();
            QVERIFY(process.waitForFinished(30000));
            ++killed;
        } else {
            takes = std::min(takes, static_cast<int>(timer.elapsed())); // the machine may have less to do than before
        }
        const Ran info = ctl.json({"register", "info", "stock"});
        BINCARD_EXIT(info, 0);
        const int is = static_cast<int>(info.json()["definition"][u"dimensions"].toArray().size()) - 1;
        QVERIFY2(is == further || is == further + 1, info.output.constData());
        QCOMPARE(info.json()["movements"].toInt(), count);
        further = is;
        const Ran verified = ctl.json({"register", "verify", "stock"});
        BINCARD_EXIT(verified, 0);
        QJsonArray rows = ctl.json({"movements", "stock", "--limit", "100"}).rows();
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QJsonObject row = rows.at(i).toObject();
            for (int d = 1; d <= further; ++d)
                QCOMPARE(row.take(QString("d%1").arg(d)).toString(), "none");
            QCOMPARE(row, before.at(i).toObject());
        }
    }
    QVERIFY2(killed > 0, "every one was through before it could be killed");
    // And it can be posted to.
    BINCARD_EXIT(ctl.json({"post", "stock", "-"},
                     "{\"recorder\":\"last\",\"period\":\"2026-06-01\",\"warehouse\":1,\"quantity\":\"1\"}"),
        0);
    BINCARD_EXIT(ctl.json({"register", "verify", "stock"}), 0);
}

QTEST_GUILESS_MAIN(TestCliAlter)
#include "tst_cli_alter.moc"
