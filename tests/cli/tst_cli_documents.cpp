// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/CommandLine.h"
#include "support/TestDatabase.h"

#include <QUuid>

using namespace bincard;
using namespace bincard::test;

namespace {

/// A sales order of the demo book's customer; `lines` in JSON with ' for ".
QByteArray order(const char *lines, const char *more = "")
{
    return quoted("{'kind':'sales_order','date':'2026-04-20','partner':'ACME','warehouse':'MAIN','lines':[")
        + quoted(lines) + "]" + quoted(more) + "}";
}

QString onHand(const CommandLine &ctl, const char *warehouse, const char *item)
{
    const Ran ran =
        ctl.json({"balance", "inventory", "--where", QStringLiteral("warehouse=") + QLatin1String(warehouse), "--where",
            QStringLiteral("item=") + QLatin1String(item)});
    return ran.rows().at(0)[u"quantity"].toString();
}

} // namespace

/// Documents and catalog by the contract, through the program itself, on both engines.
class TestCliDocuments : public QObject
{
    Q_OBJECT

private slots:
    void aDocumentLivesItsLife_data() { engines(); }
    void aDocumentLivesItsLife();
    void everyKindPosts_data() { engines(); }
    void everyKindPosts();
    void aShortageMarksItsLineAndWritesNothing_data() { engines(); }
    void aShortageMarksItsLineAndWritesNothing();
    void everythingWrongIsToldAtOnce_data() { engines(); }
    void everythingWrongIsToldAtOnce();
    void aStaleEditIsAConflict_data() { engines(); }
    void aStaleEditIsAConflict();
    void documentsAreFoundAgain_data() { engines(); }
    void documentsAreFoundAgain();
    void catalogRowsAreKeyedByCode_data() { engines(); }
    void catalogRowsAreKeyedByCode();
    void manyRowsAtOnce_data() { engines(); }
    void manyRowsAtOnce();
};

void TestCliDocuments::aDocumentLivesItsLife()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);

    const Ran draft = ctl.json({"document", "create", "-"},
        order("{'item':'WDG-A1','quantity':'50','unit_price':'250.00','discount':'10'},"
              "{'item':'wdg-b2','quantity':2,'unit_price':'0.125'}"));
    BINCARD_EXIT(draft, 0);
    const QString id = draft.json().value("id").toString();
    QVERIFY(!QUuid(id).isNull());
    QCOMPARE(draft.json().value("number").toString(), QStringLiteral("SO-2026-0004"));
    QCOMPARE(draft.json().value("state").toString(), QStringLiteral("draft"));
    QCOMPARE(draft.json().value("version").toInt(), 1);
    QCOMPARE(draft.json().value("lines")[0][u"amount"].toString(), QStringLiteral("11250.00"));
    QCOMPARE(draft.json().value("lines")[1][u"amount"].toString(), QStringLiteral("0.25"));
    QCOMPARE(draft.json().value("total").toString(), QStringLiteral("11250.25"));
    QCOMPARE(onHand(ctl, "MAIN", "WDG-A1"), QStringLiteral("420.0000"));

    const Ran posted = ctl.json({"document", "post", "SO-2026-0004"});
    BINCARD_EXIT(posted, 0);
    QCOMPARE(posted.json().value("state").toString(), QStringLiteral("posted"));
    QCOMPARE(onHand(ctl, "MAIN", "WDG-A1"), QStringLiteral("370.0000"));
    const Ran again = ctl.json({"document", "post", id});
    BINCARD_EXIT(again, 1);
    QCOMPARE(again.errorCode(), QStringLiteral("already_posted"));

    // What show prints can be edited and handed back.
    const Ran shown = ctl.json({"document", "show", id});
    BINCARD_EXIT(shown, 0);
    QByteArray edited = shown.output;
    edited.replace("\"50.0000\"", "\"60\"");
    const Ran reposted = ctl.json({"document", "repost", id, "-"}, edited);
    BINCARD_EXIT(reposted, 0);
    QCOMPARE(reposted.json().value("lines")[0][u"amount"].toString(), QStringLiteral("13500.00"));
    QCOMPARE(onHand(ctl, "MAIN", "WDG-A1"), QStringLiteral("360.0000"));

    const Ran cancelled = ctl.json({"document", "unpost", id});
    BINCARD_EXIT(cancelled, 0);
    QCOMPARE(cancelled.json().value("state").toString(), QStringLiteral("cancelled"));
    QCOMPARE(onHand(ctl, "MAIN", "WDG-A1"), QStringLiteral("420.0000"));
    BINCARD_EXIT(ctl.json({"document", "post", id}), 0);
    const Ran history = ctl.json({"document", "show", id, "--history"});
    QCOMPARE(history.json().value("history").toArray().size(), 5);
    QVERIFY(ctl.human({"document", "show", id}).output.contains("SO-2026-0004"));
    BINCARD_EXIT(ctl.json({"register", "verify"}), 0);
}

void TestCliDocuments::everyKindPosts()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const struct
    {
        const char *kind, *head, *line, *prefix;
    } kinds[] = {
        {"goods_receipt", "'partner':'UMBRELLA','warehouse':'WEST'", "'quantity':'10','amount':'2500.00'", "GR"},
        {"opening_balance", "'warehouse':'WEST'", "'quantity':'5','amount':'1250'", "OB"},
        {"stock_transfer", "'warehouse':'WEST','warehouse_to':'EAST'", "'quantity':'3'", "ST"},
        {"write_off", "'warehouse':'WEST'", "'quantity':'1'", "WO"},
        {"sales_order", "'partner':'ACME','warehouse':'WEST'", "'quantity':'4','unit_price':'300'", "SO"},
        {"customer_return", "'partner':'ACME','warehouse':'WEST'", "'quantity':'2','unit_price':'300'", "CR"},
    };
    for (const auto &kind : kinds) {
        const QByteArray document = quoted("{'kind':'") + kind.kind + quoted("','date':'2026-04-20',")
            + quoted(kind.head) + quoted(",'lines':[{'item':'WDG-A1',") + quoted(kind.line) + "}]}";
        const Ran ran = ctl.json({"document", "create", "-", "--post"}, document);
        BINCARD_EXIT(ran, 0);
        QCOMPARE(ran.json().value("state").toString(), QStringLiteral("posted"));
        QVERIFY2(ran.json().value("number").toString().startsWith(QLatin1String(kind.prefix)), ran.told().constData());
    }
    // 10 + 5 - 3 - 1 - 4 + 2
    QCOMPARE(onHand(ctl, "WEST", "WDG-A1"), QStringLiteral("9.0000"));
    QCOMPARE(onHand(ctl, "EAST", "WDG-A1"), QStringLiteral("173.0000"));
    BINCARD_EXIT(ctl.json({"register", "verify"}), 0);
}

void TestCliDocuments::aShortageMarksItsLineAndWritesNothing()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const QByteArray tooMuch = order("{'item':'WDG-A1','quantity':'400','unit_price':'300'},"
                                     "{'item':'WDG-B2','quantity':'251','unit_price':'150'}");
    const Ran ran = ctl.json({"document", "create", "-", "--post"}, tooMuch);
    BINCARD_EXIT(ran, 1);
    QCOMPARE(ran.errorCode(), QStringLiteral("insufficient_stock"));
    const QJsonArray shortages = ran.details().value("shortages").toArray();
    QCOMPARE(shortages.size(), 1);
    const QJsonObject shortage = shortages.at(0).toObject();
    QCOMPARE(shortage.value("register").toString(), QStringLiteral("inventory"));
    QCOMPARE(shortage.value("key").toObject(), object("{'warehouse':'MAIN','item':'WDG-B2'}"));
    QCOMPARE(shortage.value("resource").toString(), QStringLiteral("quantity"));
    QCOMPARE(shortage.value("available").toString(), QStringLiteral("250.0000"));
    QCOMPARE(shortage.value("required").toString(), QStringLiteral("251.0000"));
    QCOMPARE(shortage.value("date").toString(), QStringLiteral("2026-04-20"));
    QCOMPARE(shortage.value("line").toInt(), 2);
    QCOMPARE(ctl.json(words("document list")).rows().size(), 6);
    QCOMPARE(ctl.json(words("movements inventory")).rows().size(), 7);
    const Ran told = ctl.human({"document", "create", "-", "--post"}, tooMuch);
    QVERIFY2(told.complaint.contains(QStringLiteral("line 2: ")) && told.complaint.contains(QStringLiteral("WDG-B2")),
        told.told().constData());
    // A receipt whose goods were sold cannot be cancelled; a number given out for nothing is given out again.
    const Ran unpost = ctl.json({"document", "unpost", "GR-2026-0001"});
    BINCARD_EXIT(unpost, 1);
    QCOMPARE(unpost.errorCode(), QStringLiteral("insufficient_stock"));
    QCOMPARE(unpost.details().value("shortages").toArray().size(), 2);
    const Ran good = ctl.json({"document", "create", "-", "--post"}, order("{'item':'WDG-A1','quantity':'1'}"));
    QCOMPARE(good.json().value("number").toString(), QStringLiteral("SO-2026-0004"));
}

void TestCliDocuments::everythingWrongIsToldAtOnce()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const Ran names = ctl.json({"document", "create", "-"},
        quoted("{'kind':'sales_order','date':'2026-04-31','partner':'ACME','warehouse':'MAIN','colour':'red',"
               "'lines':[{'item':'WDG-A1','quantity':'x','unit_price':'1'},{'item':'WDG-A1','quantity':'1','prize':'2'}"
               "]}"));
    BINCARD_EXIT(names, 1);
    QCOMPARE(names.errorCode(), QStringLiteral("validation"));
    QVERIFY2(names.fields().size() >= 4, names.told().constData());
    const Ran references = ctl.json({"document", "create", "-"},
        quoted("{'kind':'sales_order','date':'2026-04-20','partner':'NOBODY','warehouse':'MOON',"
               "'lines':[{'item':'WDG-A9','quantity':'1','unit_price':'1'}]}"));
    BINCARD_EXIT(references, 1);
    QVERIFY2(references.fields().size() >= 3, references.told().constData());
    const Ran number = ctl.json({"document", "create", "-"}, order("{'item':'WDG-A1','quantity':1.5}"));
    BINCARD_EXIT(number, 1);
    QCOMPARE(number.fields(), QStringList{QStringLiteral("1:lines.quantity")});
    const Ran scale = ctl.json({"document", "create", "-"}, order("{'item':'WDG-A1','quantity':'1.00001'}"));
    BINCARD_EXIT(scale, 1);
    QCOMPARE(scale.errorCode(), QStringLiteral("validation"));
    BINCARD_EXIT(ctl.json({"document", "create", "no-such-file.json"}), 1);
    QCOMPARE(ctl.json({"document", "create", "no-such-file.json"}).errorCode(), QStringLiteral("not_found"));
    for (const char *id : {"SO-2026-9999", "00000000-0000-4000-8000-000000000000", "x"}) {
        const Ran ran = ctl.json({"document", "show", QLatin1String(id)});
        BINCARD_EXIT(ran, 1);
        QCOMPARE(ran.errorCode(), QStringLiteral("not_found"));
    }
    QCOMPARE(ctl.json(words("document list")).rows().size(), 6);
}

void TestCliDocuments::aStaleEditIsAConflict()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const QByteArray seen = ctl.json({"document", "show", "SO-2026-0001"}).output;
    QByteArray first = seen, second = seen;
    first.replace("\"80.0000\"", "\"81\"");
    second.replace("\"80.0000\"", "\"82\"");
    BINCARD_EXIT(ctl.json({"document", "repost", "SO-2026-0001", "-"}, first), 0);
    const Ran late = ctl.json({"document", "repost", "SO-2026-0001", "-"}, second);
    BINCARD_EXIT(late, 1);
    QCOMPARE(late.errorCode(), QStringLiteral("conflict"));
    QCOMPARE(late.details().value("theirs")[u"lines"][0][u"quantity"].toString(), QStringLiteral("81.0000"));
    QCOMPARE(onHand(ctl, "MAIN", "WDG-A1"), QStringLiteral("419.0000"));
    const Ran stale = ctl.json({"document", "unpost", "SO-2026-0001", "--version", "1"});
    BINCARD_EXIT(stale, 1);
    QCOMPARE(stale.errorCode(), QStringLiteral("conflict"));
    BINCARD_EXIT(ctl.json({"document", "unpost", "SO-2026-0001", "--version", "2"}), 0);
}

void TestCliDocuments::documentsAreFoundAgain()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const QByteArray sent = order(
        "{'item':'WDG-A1','quantity':'1'}", ",'id':'6a1c1d6e-1111-4c4c-8c8c-0123456789ab','note':'Handle with CARE'");
    const Ran created = ctl.json({"document", "create", "-"}, sent);
    BINCARD_EXIT(created, 0);
    QCOMPARE(created.json().value("id").toString(), QStringLiteral("6a1c1d6e-1111-4c4c-8c8c-0123456789ab"));
    // The same again is the same document; another under its id is refused.
    const Ran same = ctl.json({"document", "create", "-"}, sent);
    BINCARD_EXIT(same, 0);
    QCOMPARE(same.json(), created.json());
    QByteArray different = sent;
    different.replace("WDG-A1", "WDG-B2");
    QCOMPARE(ctl.json({"document", "create", "-"}, different).errorCode(), QStringLiteral("duplicate"));

    const auto count = [&ctl](const char *arguments) { return ctl.json(words(arguments)).rows().size(); };
    QCOMPARE(count("document list"), 7);
    QCOMPARE(count("document list --kind sales_order"), 4);
    QCOMPARE(count("document list --kind goods_receipt,sales_order --state posted"), 6);
    QCOMPARE(count("document list --state draft"), 1);
    QCOMPARE(count("document list --partner ACME"), 2);
    QCOMPARE(count("document list --item GDG-X1"), 1);
    QCOMPARE(count("document list --warehouse east"), 3);
    const Ran nobody = ctl.json(words("document list --partner NOBODY --warehouse NOWHERE --item NOTHING"));
    BINCARD_EXIT(nobody, 1);
    QCOMPARE(nobody.errorCode(), QStringLiteral("validation"));
    QCOMPARE(nobody.details().value("problems").toArray().size(), 3);
    QCOMPARE(count("document list --text care"), 1);
    QCOMPARE(count("document list --from 2026-04-10 --to 2026-04-15"), 3);
    const Ran first = ctl.json(words("document list --limit 5"));
    QCOMPARE(first.rows().size(), 5);
    QCOMPARE(first.rows().at(0)[u"date"].toString(), QStringLiteral("2026-04-20")); // newest first
    const QString next = first.json().value("next").toString();
    QVERIFY(!next.isEmpty());
    const Ran second = ctl.json({"document", "list", "--limit", "5", "--after", next});
    QCOMPARE(second.rows().size(), 2);
    QVERIFY(second.json().value("next").isNull());
    const Ran wrong = ctl.json(words("document list --kind letter --state lost --from yesterday"));
    BINCARD_EXIT(wrong, 1);
    QCOMPARE(wrong.fields().size(), 3);
}

void TestCliDocuments::catalogRowsAreKeyedByCode()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init", "--demo"}), 0);
    const Ran added = ctl.json({"catalog", "upsert", "items", "-"},
        quoted("{'code':'SCR-010','name':'Screw 10 mm','category':'PARTS','unit':'pcs','list_price':'0.0125',"
               "'reorder_point':'1000'}"));
    BINCARD_EXIT(added, 0);
    QCOMPARE(added.json().value("list_price").toString(), QStringLiteral("0.0125"));
    QCOMPARE(added.json().value("version").toInt(), 1);
    // An upsert changes only what it names, and finds the row whatever the case.
    const Ran changed = ctl.json(
        {"catalog", "upsert", "items", QString::fromLatin1(quoted("{'code':'scr-010','name':'Screw 10 mm, brass'}"))});
    BINCARD_EXIT(changed, 0);
    QCOMPARE(changed.json().value("reorder_point").toString(), QStringLiteral("1000.0000"));
    QCOMPARE(changed.json().value("version").toInt(), 2);
    const Ran stale = ctl.json({"catalog", "upsert", "items",
        QString::fromLatin1(quoted("{'code':'SCR-010','name':'Old screw','version':1}"))});
    BINCARD_EXIT(stale, 1);
    QCOMPARE(stale.errorCode(), QStringLiteral("conflict"));
    const Ran taken = ctl.json({"catalog", "upsert", "items",
        QString::fromLatin1(quoted("{'code':'X','name':'x','barcode':'4006381333931'}"))});
    BINCARD_EXIT(taken, 1);
    QCOMPARE(taken.errorCode(), QStringLiteral("duplicate"));
    const Ran off = ctl.json({"catalog", "deactivate", "items", "SCR-010"});
    BINCARD_EXIT(off, 0);
    QVERIFY(!off.json().value("active").toBool(true));
    QCOMPARE(ctl.json({"catalog", "deactivate", "items", "NONE"}).errorCode(), QStringLiteral("not_found"));
    for (const auto &[kind, rows] : {std::pair("items", 6), {"categories", 3}, {"warehouses", 3}, {"partners", 4}}) {
        const Ran list = ctl.json({"catalog", "list", QLatin1String(kind)});
        BINCARD_EXIT(list, 0);
        QCOMPARE(list.rows().size(), rows);
        QCOMPARE(ctl.human({"catalog", "list", QLatin1String(kind)}).output.count('\n'), rows + 1);
    }
    BINCARD_EXIT(ctl.json({"catalog", "list", "colours"}), 2);
}

void TestCliDocuments::manyRowsAtOnce()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init"}), 0);
    const Ran added = ctl.json({"catalog", "upsert", "warehouses", "-"},
        quoted("{'code':'A','name':'First'}\n\n{'code':'B','name':'Second'}\n{'code':'C','name':'Third'}\n"));
    BINCARD_EXIT(added, 0);
    QCOMPARE(added.rows().size(), 3);
    const Ran mixed = ctl.json({"catalog", "upsert", "partners", "-"},
        quoted("[{'code':'P1','name':'One'},{'code':'P2','name':''},{'code':'P3','name':'Three','email':'nobody'},"
               "{'code':'P4','name':'Four'}]"));
    BINCARD_EXIT(mixed, 1);
    QCOMPARE(mixed.fields(), (QStringList{QStringLiteral("2:name"), QStringLiteral("3:email")}));
    QCOMPARE(mixed.details().value("saved").toInt(), 2);
    QCOMPARE(ctl.json({"catalog", "list", "partners"}).rows().size(), 2);
}

QTEST_GUILESS_MAIN(TestCliDocuments)
#include "tst_cli_documents.moc"
