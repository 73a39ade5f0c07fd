// SPDX-License-Identifier: GPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "db/Session.h"
#include "service/DocumentService.h"
#include "service/LedgerService.h"
#include "service/RegisterService.h"
#include "support/TestBook.h"

#include <QJsonArray>

using namespace bincard;
using namespace bincard::test;
using enum DocumentKind;

/// Documents in the ledger, in the transaction in which they are posted. The demo book has the posting on.
class TestLedgerPosting : public QObject
{
    Q_OBJECT

private slots:
    void itMayBeAltered_data() { engines(); }
    void itMayBeAltered();
    void theDemoTies_data() { engines(); }
    void theDemoTies();
    void everyKindFollowsTheScheme_data() { engines(); }
    void everyKindFollowsTheScheme();
    void failuresLeaveBothUntouched_data() { engines(); }
    void failuresLeaveBothUntouched();
    void offByDefaultAndOnLater_data() { engines(); }
    void offByDefaultAndOnLater();
    void theSchemeIsChecked_data() { engines(); }
    void theSchemeIsChecked();
    void cardsComeInPages_data() { engines(); }
    void cardsComeInPages();
    void trialBalanceAddsUp_data() { engines(); }
    void trialBalanceAddsUp();
};

namespace {

/// "1400 230000.00": net of the account.
QString net(OpenBook &book, const char *account)
{
    const auto answer =
        book.registers().balance(QStringLiteral("ledger"), QJsonObject{{"where", QJsonObject{{"account", account}}}});
    return answer.ok() ? answer->value("rows").toArray().at(0)["amount"].toString() : QString(reasonOf(answer));
}

/// Inventory account and stock are one figure, per item and in all.
QString untied(OpenBook &book)
{
    const auto stock = book.registers().balance(QStringLiteral("inventory"), QJsonObject{{"group_by", "item"}});
    const auto account = book.registers().balance(QStringLiteral("ledger"),
        QJsonObject{{"group_by", "analytics.item"}, {"where", QJsonObject{{"account", "1400"}}}});
    if (!stock.ok() || !account.ok())
        return QString(reasonOf(stock) + reasonOf(account));
    QMap<QString, QString> values, amounts;
    for (const QJsonValue &row : stock->value("rows").toArray()) {
        if (row["amount"].toString() != u"0.00")
            values.insert(row["item"].toString(), row["amount"].toString());
    }
    for (const QJsonValue &row : account->value("rows").toArray())
        amounts.insert(row["analytics.item"].toString(), row["amount"].toString());
    if (values == amounts)
        return {};
    QString told;
    for (const QString &item : values.keys() + amounts.keys())
        told += item + ' ' + values.value(item) + " / " + amounts.value(item) + "; ";
    return told;
}

} // namespace

void TestLedgerPosting::theDemoTies()
{
    BINCARD_TEST_BOOK(book);
    QCOMPARE(untied(book.book()), QString());
    QCOMPARE(net(book.book(), "1400"), "275000.00");
    QCOMPARE(net(book.book(), "2000"), "-310000.00");
    QCOMPARE(net(book.book(), "1200"), "35000.00");
    QCOMPARE(net(book.book(), "4000"), "-35000.00");
    QCOMPARE(net(book.book(), "5000"), "35000.00");
    const auto sound = book->ledger().check("ledger");
    BINCARD_GOOD(sound);
    QVERIFY(sound->rows.isEmpty());
    const auto verified = book->registers().verify({});
    BINCARD_GOOD(verified);
    QVERIFY(verified->value("rows").toArray().isEmpty());
    const auto state = book->ledger().state();
    BINCARD_GOOD(state);
    QVERIFY(state->posting);
    QCOMPARE(state->missing, 0);
}

void TestLedgerPosting::itMayBeAltered()
{
    BINCARD_TEST_BOOK(book);
    const auto info = book->registers().info("ledger");
    BINCARD_GOOD(info);
    QJsonObject definition = info->value("definition").toObject();
    QJsonArray resources = definition.value("resources").toArray();
    QVERIFY(!resources.isEmpty());
    resources.append(QJsonObject{{"name", "eur"}, {"type", "decimal"}, {"scale", 2}});
    definition.insert("resources", resources);
    definition.insert(
        "dimensions", QJsonArray{QJsonObject{{"name", "currency"}, {"type", "text"}, {"default", "USD"}}});
    BINCARD_GOOD(book->registers().alter("ledger", definition));
    // Documents say nothing of what was added: it takes the default, and zero.
    BINCARD_GOOD(
        book->documents().saveAndPost(makeDocument(SalesOrder, "2026-05-02", "MAIN", {{"WDG-A1", "2", "250"}})));
    QCOMPARE(untied(book.book()), QString());
    QCOMPARE(net(book.book(), "4000"), "-35500.00");
    BINCARD_GOOD(book->ledger().switchOff());
    BINCARD_GOOD(book->ledger().switchOn(LedgerHistory::Post));
    const auto verified = book->registers().verify("ledger");
    BINCARD_GOOD(verified);
    QVERIFY(verified->value("rows").toArray().isEmpty());

    // One that somebody made otherwise is refused as a whole, before any document meets it.
    BINCARD_GOOD(book->ledger().switchOff());
    BINCARD_GOOD(book->registers().drop("ledger", true));
    BINCARD_GOOD(book->registers().create({{"name", "ledger"}, {"kind", "ledger"},
        {"dimensions", QJsonArray{QJsonObject{{"name", "place"}, {"type", "int"}}}},
        {"resources", QJsonArray{QJsonObject{{"name", "value"}, {"type", "decimal"}, {"scale", 2}}}}}));
    const auto refused = book->ledger().switchOn(LedgerHistory::Leave);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code(), ErrorCode::Validation);
    QStringList fields;
    for (const Problem &problem : refused.error().problems())
        fields << problem.field;
    QCOMPARE(fields, (QStringList{"dimensions", "resources"}));
    QVERIFY(!book->ledger().state()->posting);
}

void TestLedgerPosting::everyKindFollowsTheScheme()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    QList<Document> posted;
    for (const Document &document : {makeDocument(OpeningBalance, "2026-04-02", "MAIN", {{"GDG-Y2", "10", "450"}}),
             makeDocument(SalesOrder, "2026-05-02", "MAIN", {{"WDG-A1", "20", "300"}, {"WDG-B2", "1", "200"}}),
             makeDocument(StockTransfer, "2026-05-03", "MAIN", {{"WDG-A1", "5"}}),
             makeDocument(CustomerReturn, "2026-05-04", "MAIN", {{"WDG-A1", "2", "300"}}),
             makeDocument(WriteOff, "2026-05-05", "MAIN", {{"WDG-B2", "3"}})}) {
        const auto saved = documents.saveAndPost(document);
        BINCARD_GOOD(saved);
        posted << *saved;
        QCOMPARE(untied(book.book()), QString());
    }
    QCOMPARE(net(book.book(), "3000"), "-4500.00");
    QCOMPARE(net(book.book(), "5100"), "450.00");
    QCOMPARE(net(book.book(), "4000"), "-40600.00"); // 35,000 + 6,200 - 600
    QCOMPARE(net(book.book(), "1200"), "40600.00");
    QCOMPARE(net(book.book(), "5000"), "39650.00"); // 35,000 + 5,150 - 500

    Document changed = posted.at(1);
    changed.lines.removeLast();
    changed.lines[0].quantity = quantityOf("30");
    const auto again = documents.repost(changed);
    BINCARD_GOOD(again);
    QCOMPARE(net(book.book(), "4000"), "-43400.00");
    QCOMPARE(untied(book.book()), QString());
    BINCARD_GOOD(documents.unpost(again->id));
    QCOMPARE(net(book.book(), "4000"), "-34400.00");
    QCOMPARE(untied(book.book()), QString());
    // By hand nobody touches what belongs to a document.
    QVERIFY(!book->registers().unpost("ledger", posted.at(3).recorder()).ok());

    // Switched off: nothing new comes in, and what is there follows its document.
    BINCARD_GOOD(book->ledger().switchOff());
    BINCARD_GOOD(documents.post(again->id));
    QCOMPARE(net(book.book(), "4000"), "-34400.00");
    BINCARD_GOOD(documents.unpost(posted.at(3).id));
    QCOMPARE(net(book.book(), "4000"), "-35000.00");
}

void TestLedgerPosting::failuresLeaveBothUntouched()
{
    BINCARD_TEST_BOOK(book);
    const QStringList before = book.dump();
    db::Session &session = book->session();
    int injected = 0;
    for (int at = 1; at < 400; ++at) {
        int statement = 0;
        session.setProbe([&](const QString &) -> Result<void> {
            if (++statement == at)
                return Error(ErrorCode::Storage, {"injected by the test", {}});
            return {};
        });
        const auto saved =
            book->documents().saveAndPost(makeDocument(SalesOrder, "2026-05-02", "MAIN", {{"WDG-A1", "20", "300"}}));
        session.setProbe(nullptr);
        if (saved.ok())
            break;
        ++injected;
        QVERIFY2(book.dump() == before, qPrintable(QString::number(at)));
    }
    QVERIFY(injected > 5);
    QCOMPARE(untied(book.book()), QString());
    QCOMPARE(net(book.book(), "4000"), "-41000.00");
    // An account of the scheme that is no longer in use refuses the document as a whole, in words.
    const auto accounts = book->ledger().accounts();
    BINCARD_GOOD(accounts);
    for (Account account : *accounts) {
        account.active = account.code != u"4000";
        BINCARD_GOOD(book->ledger().saveAccount(account));
    }
    const QStringList withOne = book.dump();
    const auto refused =
        book->documents().saveAndPost(makeDocument(SalesOrder, "2026-05-03", "MAIN", {{"WDG-A1", "1", "300"}}));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code(), ErrorCode::Validation);
    QVERIFY(refused.error().message().english().contains("4000"));
    QCOMPARE(book.dump(), withOne);
}

void TestLedgerPosting::offByDefaultAndOnLater()
{
    BINCARD_TEST_BOOK(book, OpenMode::Create);
    book.upsert("warehouses", {{"code", "MAIN"}, {"name", "Main"}});
    book.upsert("items", {{"code", "WDG-A1"}, {"name", "Widget"}});
    book.upsert("items", {{"code", "HOUR"}, {"name", "An hour"}, {"service", true}});
    book.upsert("partners", {{"code", "ACME"}, {"name", "Acme"}, {"customer", true}, {"supplier", true}});
    DocumentService &documents = book->documents();
    BINCARD_GOOD(documents.saveAndPost(makeDocument(GoodsReceipt, "2026-05-01", "MAIN", {{"WDG-A1", "10", "3"}})));
    const auto on = book->ledger().switchOn(LedgerHistory::Ask);
    QVERIFY(!on.ok());
    QCOMPARE(on.error().code(), ErrorCode::NotFound);
    BINCARD_GOOD(book->ledger().setUp());
    BINCARD_GOOD(book->ledger().setUp());
    BINCARD_GOOD(documents.saveAndPost(
        makeDocument(SalesOrder, "2026-05-02", "MAIN", {{"WDG-A1", "3", "7"}, {"HOUR", "2", "50"}})));
    QCOMPARE(net(book.book(), "1400"), "0.00");
    const auto asked = book->ledger().switchOn(LedgerHistory::Ask);
    QVERIFY(!asked.ok());
    QCOMPARE(asked.error().details().value("missing").toInt(), 2);
    QVERIFY(!book->ledger().state()->posting);
    const auto posted = book->ledger().switchOn(LedgerHistory::Post);
    BINCARD_GOOD(posted);
    QCOMPARE(*posted, 2);
    QCOMPARE(untied(book.book()), QString());
    QCOMPARE(net(book.book(), "1400"), "21.00");
    QCOMPARE(net(book.book(), "4000"), "-121.00");
    QCOMPARE(net(book.book(), "5000"), "9.00");
    // Once more: nothing is missing, nothing is posted twice.
    const auto again = book->ledger().switchOn(LedgerHistory::Post);
    BINCARD_GOOD(again);
    QCOMPARE(*again, 0);
    QCOMPARE(net(book.book(), "1400"), "21.00");
    BINCARD_GOOD(documents.saveAndPost(makeDocument(GoodsReceipt, "2026-05-03", "MAIN", {{"WDG-A1", "1", "3"}})));
    QCOMPARE(untied(book.book()), QString());
}

void TestLedgerPosting::theSchemeIsChecked()
{
    BINCARD_TEST_BOOK(book);
    LedgerService &ledger = book->ledger();
    const auto refused = ledger.setRule({GoodsReceipt, LedgerAmount::Revenue, "9999", "", {"colour"}, {}});
    QVERIFY(!refused.ok());
    QStringList fields;
    for (const Problem &problem : refused.error().problems())
        fields << problem.field;
    QCOMPARE(fields, QStringList({"what", "account_cr", "analytics_dr", "account_dr"}));
    BINCARD_GOOD(ledger.saveAccount({"2100", "Goods received", AccountType::ActivePassive, true}));
    BINCARD_GOOD(ledger.setRule({GoodsReceipt, LedgerAmount::Value, "1400", "2100", {"item"}, {"warehouse"}}));
    BINCARD_GOOD(ledger.removeRule(WriteOff, LedgerAmount::Cost));
    QCOMPARE(ledger.removeRule(WriteOff, LedgerAmount::Cost).error().code(), ErrorCode::NotFound);
    BINCARD_GOOD(
        book->documents().saveAndPost(makeDocument(GoodsReceipt, "2026-05-03", "EAST", {{"WDG-A1", "1", "3"}})));
    QCOMPARE(net(book.book(), "2100"), "-3.00");
    const auto card = ledger.card("ledger", {"2100", {}, {}, {{"warehouse", "EAST"}}, 10, {}});
    BINCARD_GOOD(card);
    QCOMPARE(card->rows.size(), 1);
    QVERIFY(!card->rows.constFirst().documentNumber.isEmpty());
}

void TestLedgerPosting::cardsComeInPages()
{
    BINCARD_TEST_BOOK(book);
    AccountCardQuery query;
    query.account = "1400";
    const auto whole = book->ledger().card("ledger", query);
    BINCARD_GOOD(whole);
    QVERIFY(whole->rows.size() > 4);
    QCOMPARE(whole->rows.constLast().balance.constFirst().toString(), "275000.00");
    query.limit = 2;
    QStringList balances;
    do {
        const auto page = book->ledger().card("ledger", query);
        BINCARD_GOOD(page);
        for (const AccountCardRow &row : page->rows)
            balances << row.balance.constFirst().toString();
        query.after = page->next;
    } while (!query.after.isEmpty());
    QStringList expected;
    for (const AccountCardRow &row : whole->rows)
        expected << row.balance.constFirst().toString();
    QCOMPARE(balances, expected);
    query.after = "nonsense";
    QVERIFY(!book->ledger().card("ledger", query).ok());
    query = {"no such", {}, {}, {}, 10, {}};
    QCOMPARE(book->ledger().card("ledger", query).error().code(), ErrorCode::Validation);
    // From a date on the opening is what stood before it.
    query = {"1400", Period(QDate(2026, 4, 12)), {}, {}, 100, {}};
    const auto later = book->ledger().card("ledger", query);
    BINCARD_GOOD(later);
    QCOMPARE(later->opening.constFirst().toString(), "310000.00");
    QCOMPARE(later->rows.constLast().balance.constFirst().toString(), "275000.00");
}

void TestLedgerPosting::trialBalanceAddsUp()
{
    BINCARD_TEST_BOOK(book);
    const auto balance = book->ledger().trialBalance("ledger", Period(QDate(2026, 4, 6)), Until(QDate(2026, 4, 15)));
    BINCARD_GOOD(balance);
    const auto equal = [](const DebitCredit &pair) { return pair.debit == pair.credit; };
    QVERIFY(equal(balance->opening) && equal(balance->turnover) && equal(balance->closing));
    QCOMPARE(balance->opening.debit.constFirst().toString(), "220000.00");
    QCOMPARE(balance->turnover.debit.constFirst().toString(), "145000.00"); // 90,000 + twice 27,500
    QStringList accounts;
    for (const TrialBalanceRow &row : balance->rows)
        accounts << row.account.code;
    QCOMPARE(accounts, QStringList({"1200", "1400", "2000", "4000", "5000"}));
    QVERIFY(!book->ledger().trialBalance("inventory", {}, {}).ok());
}

QTEST_GUILESS_MAIN(TestLedgerPosting)
#include "tst_ledger_posting.moc"
