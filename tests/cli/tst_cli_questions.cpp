// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/CommandLine.h"
#include "support/TestDatabase.h"

#include <QJsonDocument>

using namespace bincard;
using namespace bincard::test;

/// How questions to a register are put: order, limit, and as of what moment of recording.
class TestCliQuestions : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreOrderedAndCut_data() { engines(); }
    void rowsAreOrderedAndCut();
    void theBooksAsTheyStood_data() { engines(); }
    void theBooksAsTheyStood();
    void wrongQuestionsAreRefusedInWords_data() { engines(); }
    void wrongQuestionsAreRefusedInWords();
    void batchTakesTheSameFields_data() { engines(); }
    void batchTakesTheSameFields();

private:
    /// "MAIN/WDG-A1=420.0000 ..." of rows grouped by warehouse and item.
    static QString told(const QJsonArray &rows)
    {
        QStringList texts;
        for (const QJsonValue &row : rows)
            texts << row[u"warehouse"].toString() + '/' + row[u"item"].toString() + '=' + row[u"quantity"].toString();
        return texts.join(' ');
    }
};

void TestCliQuestions::rowsAreOrderedAndCut()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const auto balances = [&](const char *options) {
        const Ran ran = ctl.json(words("balance inventory --group-by warehouse,item") + words(options));
        return ran.exitCode == 0 ? told(ran.rows()) : QString::fromUtf8(ran.told());
    };
    QCOMPARE(balances("--order quantity:desc --limit 2"), "MAIN/WDG-A1=420.0000 MAIN/WDG-B2=250.0000");
    // References are ordered by code, and cut only then.
    QCOMPARE(balances("--limit 1"), "EAST/GDG-X1=150.0000");
    QCOMPARE(balances("--order item --order quantity:desc"),
        "EAST/GDG-X1=150.0000 MAIN/WDG-A1=420.0000 EAST/WDG-A1=170.0000 MAIN/WDG-B2=250.0000");
    QCOMPARE(balances("--order warehouse:desc --limit 3 --at 2026-12-31"),
        "MAIN/WDG-A1=420.0000 MAIN/WDG-B2=250.0000 EAST/GDG-X1=150.0000");
    QCOMPARE(balances("--order amount:asc --limit 2"), "MAIN/WDG-B2=250.0000 EAST/WDG-A1=170.0000");

    const Ran turnover = ctl.json(
        words("turnover inventory --group-by item --by month --order quantity_receipts:desc --order period --limit 1"));
    BINCARD_EXIT(turnover, 0);
    QCOMPARE(turnover.rows().size(), 1);
    QCOMPARE(turnover.rows().at(0)[u"item"].toString(), "WDG-A1");
}

void TestCliQuestions::theBooksAsTheyStood()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const Ran movements = ctl.json(words("movements inventory"));
    BINCARD_EXIT(movements, 0);
    const QString then = movements.rows().last()[u"recorded_at"].toString();
    QVERIFY(then.endsWith('Z'));
    BINCARD_EXIT(ctl.json({"post", "inventory", "-"},
                     "[{\"recorder\":\"count:1\",\"period\":\"2026-04-01\",\"warehouse\":\"MAIN\",\"item\":\"WDG-B2\","
                     "\"quantity\":\"11\"}]"),
        0);
    const auto quantity = [&](const QStringList &options) {
        return ctl.json(words("balance inventory --where item=WDG-B2") + options).rows().at(0)[u"quantity"].toString();
    };
    QCOMPARE(quantity({}), "261.0000");
    QString latest;
    for (const QJsonValue &row : movements.rows())
        latest = std::max(latest, row[u"recorded_at"].toString());
    QCOMPARE(quantity({"--known-on", latest}), "250.0000");
    QCOMPARE(quantity({"--known-on", latest, "--at", "2026-12-31"}), "250.0000");
    QCOMPARE(quantity({"--known-on", "2001-01-01T00:00:00Z"}), "0.0000");
    QCOMPARE(ctl.json({"movements", "inventory", "--known-on", latest}).rows(), movements.rows());
    const Ran turnover = ctl.json({"turnover", "inventory", "--known-on", latest, "--where", "item=WDG-B2"});
    QCOMPARE(turnover.rows().at(0)[u"quantity_closing"].toString(), "250.0000");
}

void TestCliQuestions::wrongQuestionsAreRefusedInWords()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    for (const char *wrong : {"balance inventory --order nosuch", "balance inventory --order quantity:down",
             "balance inventory --order item", "turnover inventory --order quantity",
             "turnover inventory --order period", "balance inventory --known-on 2026-04-18",
             "balance inventory --known-on 2026-04-18T09:30:00",
             "movements inventory --known-on 2026-02-30T09:30:00Z"}) {
        const Ran ran = ctl.json(words(wrong));
        QVERIFY2(ran.exitCode == 1 && ran.errorCode() == u"validation", wrong);
    }
    for (const char *usage : {"balance inventory --limit 0", "balance inventory --limit x"})
        QCOMPARE(ctl.json(words(usage)).exitCode, 2);
}

void TestCliQuestions::batchTakesTheSameFields()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const char requests[] =
        R"({"op":"balance","register":"inventory","group_by":["warehouse","item"],"order":"quantity:desc,item","limit":1}
{"op":"balance","register":"inventory","group_by":["warehouse","item"],"order":["item","quantity"],"limit":1}
{"op":"balance","register":"inventory","known_on":"2001-01-01T00:00:00Z"}
{"op":"balance","register":"inventory","limit":0,"order":7,"known_on":"yesterday"}
)";
    const Ran ran = ctl.json({"batch"}, requests);
    BINCARD_EXIT(ran, 0);
    const QList<QByteArray> lines = ran.output.trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    const auto rows = [&](int line) {
        return QJsonDocument::fromJson(lines.at(line)).object()[u"result"][u"rows"].toArray();
    };
    QCOMPARE(told(rows(0)), "MAIN/WDG-A1=420.0000");
    QCOMPARE(told(rows(1)), "EAST/GDG-X1=150.0000");
    QCOMPARE(rows(2).at(0)[u"quantity"].toString(), "0.0000");
    const QJsonValue error = QJsonDocument::fromJson(lines.at(3)).object()[u"error"];
    QCOMPARE(error[u"code"].toString(), "validation");
    QCOMPARE(error[u"details"][u"problems"].toArray().size(), 3);
}

QTEST_GUILESS_MAIN(TestCliQuestions)
#include "tst_cli_questions.moc"
