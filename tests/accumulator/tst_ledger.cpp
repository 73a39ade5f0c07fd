// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/LedgerBooks.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSqlError>
#include <QSqlQuery>

using namespace bincard;
using namespace bincard::test;

/// Rule E17: double entry. Everything on both engines; figures against sums over the active movements, the long way.
class TestLedger : public QObject
{
    Q_OBJECT

private slots:
    void definitions();
    void postsBothSides_data() { engines(); }
    void postsBothSides();
    void refusesWhatTheChartDoesNotKnow_data() { engines(); }
    void refusesWhatTheChartDoesNotKnow();
    void anInactiveAccountGivesBackWhatItHas_data() { engines(); }
    void anInactiveAccountGivesBackWhatItHas();
    void refusesBadAnalytics_data() { engines(); }
    void refusesBadAnalytics();
    void rawSqlIsHeldToTheSame_data() { engines(); }
    void rawSqlIsHeldToTheSame();
    void accountsKeepTheirTypeWhileItIsTrue_data() { engines(); }
    void accountsKeepTheirTypeWhileItIsTrue();
    void tellsWhatIsNotSound_data() { engines(); }
    void tellsWhatIsNotSound();
    void previewsBothSides_data() { engines(); }
    void previewsBothSides();
    void longAnalyticsAreAskedForAsTheyWerePosted_data() { engines(); }
    void longAnalyticsAreAskedForAsTheyWerePosted();
};

namespace {

QStringList fields(const Error &error)
{
    QStringList names;
    for (const Problem &problem : error.problems())
        names << QString("%1:%2").arg(problem.line).arg(problem.field);
    return names;
}

QString refusal(TestDatabase &database, const QString &sql)
{
    QSqlQuery query(database.database());
    return query.exec(sql) ? QString() : query.lastError().text();
}

} // namespace

void TestLedger::definitions()
{
    QVERIFY(books().validated().ok());
    QVERIFY(RegisterDefinition::ledger("plain").decimal("amount", 2).validated().ok()); // accounts are key enough
    const auto back = RegisterDefinition::fromJson(books().toJson());
    BINCARD_OK(back);
    QVERIFY(*back == books());
    for (const char *name : {"account", "Analytics", "account_dr", "amount_debit"})
        QVERIFY2(
            !RegisterDefinition::ledger("l").dimension(name, DimensionType::Int).decimal("amount", 2).validated().ok(),
            name);
    QVERIFY(RegisterDefinition::balance("b")
                .dimension("account", DimensionType::Int)
                .decimal("amount", 2)
                .validated()
                .ok());
    QVERIFY(!RegisterDefinition::ledger("l").decimal("amount", 2, NegativePolicy::Forbid).validated().ok());
}

void TestLedger::postsBothSides()
{
    BINCARD_TEST_DATABASE(database);
    Books books(database);
    const Analytics alpha{{"item", "A"}}, acme{{"partner", "ACME"}}, best{{"partner", "BEST"}};
    BINCARD_OK(books->post({entry("r:1", "2026-01-10", {"41", alpha}, {"60", acme}, "100.00"),
        entry("s:1", "2026-02-05", {"62", acme}, {"90", {}}, "70.00"),
        entry("p:1", "2026-02-20", {"90", {}}, {"62", best}, "25.00")}));
    QCOMPARE(books.balances({"account"}),
        "41: 100.00 = 100.00 - 0.00; 60: -100.00 = 0.00 - 100.00; 62: 45.00 = 70.00 - 25.00; "
        "90: -45.00 = 0.00 - 45.00");
    QCOMPARE(books.balances({}), ": 0.00 = 170.00 - 170.00");
    QCOMPARE(books.balances({"analytics.partner", "account"}),
        ",41: 100.00 = 100.00 - 0.00; ,90: -45.00 = 0.00 - 45.00; ACME,60: -100.00 = 0.00 - 100.00; "
        "ACME,62: 70.00 = 70.00 - 0.00; BEST,62: -25.00 = 0.00 - 25.00");
    QCOMPARE(books.balances({"analytics"}, {{"account", {"62"}}}, "2026-02-10"),
        "{\"partner\":\"ACME\"}: 70.00 = 70.00 - 0.00");
    QCOMPARE(books.balances({"currency"}, {{"analytics.partner", {"ACME", "BEST"}}, {"account", {"62"}}}),
        "EUR: 45.00 = 70.00 - 25.00");

    TurnoverQuery query;
    query.from = at("2026-02-01");
    query.groupBy = QStringList{"account"};
    query.order = {{"amount_debit", true}};
    auto turnover = books->turnover(query);
    BINCARD_OK(turnover);
    QCOMPARE(shown(*turnover),
        "62: 0.00+70.00-25.00=45.00; 90: 0.00+25.00-70.00=-45.00; 41: 100.00+0.00-0.00=100.00; "
        "60: -100.00+0.00-0.00=-100.00");

    // A filter is about one and the same side of a movement.
    MovementsQuery movements;
    movements.filter = {{"account", {"62"}}, {"analytics.partner", {"ACME"}}};
    auto page = books->movements(movements);
    BINCARD_OK(page);
    QCOMPARE(page->rows.size(), 1);
    QVERIFY((page->rows.constFirst().debit == LedgerSide{"62", acme}));
    QVERIFY((page->rows.constFirst().credit == LedgerSide{"90", {}}));
    movements.filter = {{"account", {"41"}}, {"analytics.partner", {"ACME"}}};
    page = books->movements(movements);
    BINCARD_OK(page);
    QVERIFY(page->rows.isEmpty());

    // Storno: a reversal takes back on its own side.
    BINCARD_OK(books->unpost("p:1"));
    query.order.clear();
    turnover = books->turnover(query);
    BINCARD_OK(turnover);
    QVERIFY(shown(*turnover).contains("90: 0.00+0.00-70.00=-70.00"));
    const auto reposted = books->repost("s:1",
        {entry("s:1", "2026-02-05", {"62", acme}, {"90", {}}, "70.00"),
            entry("s:1", "2026-02-05", {"90", {}}, {"41", alpha}, "40.00")});
    BINCARD_OK(reposted);
    QCOMPARE(reposted->unchanged, 1);
    QCOMPARE(reposted->posted, 1);
    // Both sides of one key: nothing but turnover.
    BINCARD_OK(books->post({entry("m:1", "2026-03-01", {"41", alpha}, {"41", alpha}, "5.00")}));
    QCOMPARE(books.balances({"account"}, {{"account", {"41"}}}), "41: 60.00 = 60.00 - 0.00");
    QCOMPARE(books.findings(), 0);
    BINCARD_OK(books->rebuild());
    QCOMPARE(books.findings(), 0);
    QCOMPARE(books.balances({"account"}, {{"account", {"41"}}}), "41: 60.00 = 60.00 - 0.00");
}

void TestLedger::refusesWhatTheChartDoesNotKnow()
{
    BINCARD_TEST_DATABASE(database);
    Books books(database);
    const auto refused = books->post({entry("r:1", "2026-01-10", {"41", {}}, {"60", {}}, "1.00"),
        entry("r:1", "2026-01-10", {"42", {}}, {"99", {}}, "1.00")});
    BINCARD_FAILS(refused, ErrorCode::Validation);
    QCOMPARE(fields(refused.error()), QStringList({"2:account_dr", "2:account_cr"}));
    const auto blank = books->post({entry("r:1", "2026-01-10", {"", {}}, {"60 ", {}}, "1.00")});
    BINCARD_FAILS(blank, ErrorCode::Validation);
    QCOMPARE(fields(blank.error()), QStringList({"1:account_dr", "1:account_cr"}));
    QCOMPARE(database.value("SELECT COUNT(*) FROM books_movement"), "0");
    // And no other register takes accounts.
    BINCARD_OK(books.accumulator().create(
        RegisterDefinition::balance("plain").dimension("key", DimensionType::Int).decimal("amount", 2)));
    auto plain = books.accumulator().use("plain");
    BINCARD_OK(plain);
    BINCARD_FAILS(plain->post({entry("r:1", "2026-01-10", {"41", {}}, {"60", {}}, "1.00", 1)}), ErrorCode::Validation);
}

void TestLedger::anInactiveAccountGivesBackWhatItHas()
{
    BINCARD_TEST_DATABASE(database);
    Books books(database);
    BINCARD_OK(books->post({entry("r:1", "2026-01-10", {"41", {}}, {"60", {}}, "1.00")}));
    BINCARD_OK(books.accumulator().saveAccount({"41", "Old stock", AccountType::Active, false}));
    BINCARD_FAILS(books->post({entry("r:2", "2026-01-10", {"41", {}}, {"60", {}}, "1.00")}), ErrorCode::Validation);
    BINCARD_OK(books->unpost("r:1"));
    QCOMPARE(books.findings(), 0);
}

void TestLedger::refusesBadAnalytics()
{
    BINCARD_TEST_DATABASE(database);
    Books books(database);
    const auto refused = books->post({entry("r:1", "2026-01-10", {"41", {{"2x", "a"}}}, {"60", {{"a", ""}}}, "1.00"),
        entry("r:1", "2026-01-10", {"41", {{"a", "tab\t"}}}, {"60", {{"a", QString(500, 'x')}}}, "1.00")});
    BINCARD_FAILS(refused, ErrorCode::Validation);
    QCOMPARE(
        fields(refused.error()), QStringList({"1:analytics_dr", "1:analytics_cr", "2:analytics_dr", "2:analytics_cr"}));
    // What is awkward in JSON and SQL comes back as it went in, and counts as one key.
    const Analytics awkward{{"Z", "\"quoted\" \\ / it's"}, {"a", QString::fromUtf8("\u00fc\u20ac\U0001F600\u007f")}};
    for (const char *recorder : {"r:1", "r:2"})
        BINCARD_OK(books->post({entry(recorder, "2026-01-10", {"41", awkward}, {"60", {}}, "1.00")}));
    const auto page = books->movements({});
    BINCARD_OK(page);
    QVERIFY(page->rows.constLast().debit.analytics == awkward);
    QCOMPARE(books.balances({"analytics.Z"}, {{"account", {"41"}}}), "\"quoted\" \\ / it's: 2.00 = 2.00 - 0.00");
    QCOMPARE(database.value("SELECT COUNT(*) FROM books_balance"), "2");
    QCOMPARE(books.findings(), 0);
}

/// Analytics may be longer than other texts: also where they are asked for.
void TestLedger::longAnalyticsAreAskedForAsTheyWerePosted()
{
    BINCARD_TEST_DATABASE(database);
    Books books(database);
    const QString name(380, 'x');
    const Movement movement = entry("r:1", "2026-01-10", {"41", {{"item", name}}}, {"60", {}}, "3.00");
    BINCARD_OK(books->post({movement, entry("r:1", "2026-01-10", {"41", {{"item", "y"}}}, {"60", {}}, "1.00")}));
    const QString all = "{\"item\":\"" + name + "\"}";
    QCOMPARE(books.balances({"account"}, {{"analytics", {all}}}), "41: 3.00 = 3.00 - 0.00");
    QCOMPARE(books.balances({"account"}, {{"analytics.item", {name, "z"}}}, "2026-01-31"), "41: 3.00 = 3.00 - 0.00");
    MovementsQuery query;
    query.filter = {{"analytics.item", {name}}};
    QCOMPARE(books->movements(query)->rows.size(), 1);
    BalancesQuery next{{{"account", {"41"}}}, {"analytics"}, {}};
    next.after = {all};
    QCOMPARE(books->balance(next)->size(), 1);
    const auto effect = books->preview("r:1", {movement}, true);
    BINCARD_OK(effect);
    QCOMPARE(effect->keys.at(0).after.constFirst().toString(), "6.00");
    BINCARD_OK(books->lowestBalances({{"41", all, "EUR"}}, QDate(2026, 1, 1)));
    query.filter = {{"analytics.item", {QString(401, 'x')}}};
    BINCARD_FAILS(books->movements(query), ErrorCode::Validation);
}

void TestLedger::rawSqlIsHeldToTheSame()
{
    BINCARD_TEST_DATABASE(database);
    Books books(database);
    const QString amount = database.isSqlite() ? "amount_e2" : "amount";
    const auto insert = [&](const char *debit, const QString &analytics, const char *credit) {
        return QString("INSERT INTO books_movement (recorder, period, account_dr, analytics_dr, account_cr, %1)"
                       " VALUES ('raw', '2026-01-10 00:00:00', '%2', '%3', '%4', 100)")
            .arg(amount, debit, analytics, credit);
    };
    QCOMPARE(refusal(database, insert("41", "{\"item\":\"A\",\"lot\":\"x \\\"y\\\"\"}", "60")), QString());
    QCOMPARE(books.findings(), 0);
    for (const auto &[debit, credit, field] : {std::tuple("42", "60", "account_dr"),
             std::tuple("41", "99", "account_cr"), std::tuple("41", "", "account_cr")})
        QVERIFY2(refusal(database, insert(debit, "{}", credit)).contains(field), field);
    for (const char *analytics : {"", "x", "[]", "[\"a\"]", "null", "{ }", "{\"b\":\"1\",\"a\":\"1\"}",
             "{\"a\": \"1\"}", "{\"a\":\"1\",\"a\":\"1\"}", "{\"a\":1}", "{\"a\":\"\"}", "{\"1a\":\"1\"}",
             "{\"a b\":\"1\"}", "{\"a\":{\"b\":\"1\"}}", "{\"a\":\"\\u0041\"}", "{\"a\":\"x\\n\"}", "{\"a\":\"1\"} "})
        QVERIFY2(!refusal(database, insert("41", analytics, "60")).isEmpty(), analytics);
    // Nothing gets past by overwriting, and the derived rows are the journal's alone.
    for (const QString &attack :
        {QString("DELETE FROM books_movement"), QString("UPDATE books_movement SET account_dr = '60'"),
            QString("UPDATE books_balance SET %1 = 0").arg(amount), QString("DELETE FROM books_day"),
            QString("DELETE FROM accumulator_account WHERE code = '60'"), QString("DELETE FROM accumulator_account"),
            QString("UPDATE accumulator_account SET code = '61' WHERE code = '60'"),
            QString(
                "INSERT INTO books_movement (recorder, period, reversal_of, account_dr, analytics_dr, account_cr, %1)"
                " VALUES ('raw', '2026-01-10 00:00:00', 1, '62', '{}', '60', -100)")
                .arg(amount)})
        QVERIFY2(!refusal(database, attack).isEmpty(), qPrintable(attack));
    if (database.isSqlite()) {
        QVERIFY(
            refusal(database, insert("42", "{}", "60").replace("INSERT", "INSERT OR IGNORE")).contains("account_dr"));
        QVERIFY(
            refusal(database, insert("42", "{}", "60").replace("INSERT", "INSERT OR REPLACE")).contains("account_dr"));
    }
    QCOMPARE(database.value("SELECT COUNT(*) FROM books_movement"), "1");
    QCOMPARE(books.findings(), 0);
}

void TestLedger::accountsKeepTheirTypeWhileItIsTrue()
{
    BINCARD_TEST_DATABASE(database);
    Books books(database);
    BINCARD_OK(books->post({entry("r:1", "2026-01-10", {"62", {}}, {"90", {}}, "1.00"),
        entry("r:2", "2026-01-20", {"90", {}}, {"62", {}}, "1.00")}));
    const auto refused = books.accumulator().saveAccount({"62", "Customers", AccountType::Passive, true});
    BINCARD_FAILS(refused, ErrorCode::Validation);
    QVERIFY(told(refused.error()).contains("2026-01-10"));
    BINCARD_OK(books.accumulator().saveAccount({"62", "Customers", AccountType::Active, true}));
    const auto bad = books.accumulator().saveAccount({" ", "", AccountType::Active, true});
    BINCARD_FAILS(bad, ErrorCode::Validation);
    QCOMPARE(fields(bad.error()), QStringList({"0:code", "0:name"}));
    const auto all = books.accumulator().accounts();
    BINCARD_OK(all);
    QCOMPARE(all->size(), 5);
    QCOMPARE(all->at(2).name, "Customers");
    QCOMPARE(all->at(2).type, AccountType::Active);
    QVERIFY(!all->at(4).active);
}

void TestLedger::tellsWhatIsNotSound()
{
    BINCARD_TEST_DATABASE(database);
    Books books(database);
    const Analytics alpha{{"item", "A"}};
    BINCARD_OK(books->post({entry("r:1", "2026-01-10", {"41", alpha}, {"60", {}}, "10.00"),
        entry("s:1", "2026-01-12", {"90", {}}, {"41", alpha}, "9.00")}));
    auto sound = books->soundness();
    BINCARD_OK(sound);
    QVERIFY(sound->rows.isEmpty());
    QCOMPARE(sound->debit.constFirst().toString(), "19.00");
    QCOMPARE(sound->credit.constFirst().toString(), "19.00");

    BINCARD_OK(books->post({entry("s:2", "2026-01-14", {"90", {}}, {"41", alpha}, "3.00"),
        entry("p:1", "2026-01-15", {"60", {}}, {"62", {}}, "11.00"),
        entry("x:1", "2026-01-16", {"62", {}}, {"90", {}}, "11.00")}));
    BINCARD_OK(books.accumulator().saveAccount({"90", "Sales", AccountType::ActivePassive, false}));
    sound = books->soundness();
    BINCARD_OK(sound);
    QStringList told;
    for (const SoundnessRow &row : sound->rows)
        told << QString("%1 %2 %3 %4 %5")
                    .arg(row.check, row.account, row.key.at(1).toString(), row.date.toString(Qt::ISODate),
                        row.balance.toString());
    QCOMPARE(told,
        QStringList({"active_in_credit 41 {\"item\":\"A\"} 2026-01-14 -2.00", "passive_in_debit 60 {} 2026-01-15 1.00",
            "inactive 90 {} 2026-01-16 1.00"}));

    // A forged total: debits no longer equal credits.
    for (const char *statement : {"DROP TRIGGER books_month_no_update", "ALTER TABLE books_month DISABLE TRIGGER USER"})
        refusal(database, statement);
    QCOMPARE(refusal(database,
                 QString("UPDATE books_month SET %1 = 0 WHERE account = '41'")
                     .arg(database.isSqlite() ? "amount_issues_e2" : "amount_issues")),
        QString());
    sound = books->soundness();
    BINCARD_OK(sound);
    QCOMPARE(sound->rows.constFirst().check, "unequal");
    QCOMPARE(sound->rows.constFirst().balance.toString(), "12.00");
    QVERIFY(books.findings() > 0);
}

void TestLedger::previewsBothSides()
{
    BINCARD_TEST_DATABASE(database);
    Books books(database);
    const Movement movement = entry("r:1", "2026-01-10", {"41", {{"item", "A"}}}, {"60", {}}, "10.00");
    const auto effect = books->preview("r:1", {movement});
    BINCARD_OK(effect);
    QCOMPARE(effect->keys.size(), 2);
    QCOMPARE(effect->keys.at(0).key.at(0).toString(), "41");
    QCOMPARE(effect->keys.at(0).after.constFirst().toString(), "10.00");
    QCOMPARE(effect->keys.at(1).after.constFirst().toString(), "-10.00");
    BINCARD_FAILS(
        books->preview("r:1", {entry("r:1", "2026-01-10", {"42", {}}, {"60", {}}, "1.00")}), ErrorCode::Validation);
}

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
