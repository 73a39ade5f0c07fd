// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/Registers.h"
#include "support/TestDatabase.h"

#include <QSqlError>
#include <QSqlQuery>

#include <utility>

using namespace bincard;
using namespace bincard::test;

/// Who may do what on PostgreSQL (rules E2, E6): a person with INSERT on the journal alone can post, under his own name
/// and now, and nothing else.
class TestRights : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void everythingHasOneOwner();
    void insertOnTheJournalIsEnoughToPost();
    void nobodyRecordsForAnother();
    void nothingElseIsAllowed();
    void aTableOfTheSameNameLeadsNowhere();
    void nobodyBorrowsATrigger();
    void membersDoTheRest();
    void loadingTakesTemporaryTables();

private:
    /// Empty if the statement passed, else what the engine said.
    [[nodiscard]] static QString refusal(const QSqlDatabase &database, const QString &sql);
    /// A connection to the same database as another role.
    [[nodiscard]] static BookLocation as(const TestDatabase &database, const QString &role);
    static void grant(TestDatabase &database, const QString &role);

    QString m_clerk, m_keeper;
};

namespace {

const QString posting = "INSERT INTO stock_movement (recorder, period, warehouse, item, quantity, amount) VALUES ('%1',"
                        " '2026-04-01', 1, 10, %2, 0)";

} // namespace

#define BINCARD_NEEDS_POSTGRESQL()                                          \
    if (const QString why = whyUnavailable("postgresql"); !why.isEmpty()) { \
        if (isRequired("postgresql"))                                       \
            QFAIL(qPrintable(why));                                         \
        QSKIP(qPrintable(why));                                             \
    }

QString TestRights::refusal(const QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    return query.exec(sql) ? QString() : query.lastError().text();
}

BookLocation TestRights::as(const TestDatabase &database, const QString &role)
{
    BookLocation location = database.location();
    location.user = role;
    location.password = "secret";
    return location;
}

// Roles belong to the server, so these have names that no other run of the test has.
void TestRights::initTestCase()
{
    BINCARD_NEEDS_POSTGRESQL();
    const QString end = QString::number(QCoreApplication::applicationPid());
    m_clerk = "bincard_test_clerk_" + end;
    m_keeper = "bincard_test_keeper_" + end;
    TestDatabase database("postgresql");
    for (const QString &role : {m_clerk, m_keeper})
        database.run(QString("CREATE ROLE %1 LOGIN PASSWORD 'secret'").arg(role));
}

void TestRights::cleanupTestCase()
{
    if (m_clerk.isEmpty())
        return;
    TestDatabase database("postgresql");
    for (const QString &role : {m_clerk, m_keeper})
        database.run("DROP ROLE " + role);
}

void TestRights::grant(TestDatabase &database, const QString &role)
{
    database.run("GRANT INSERT ON stock_movement TO " + role);
}

void TestRights::everythingHasOneOwner()
{
    BINCARD_NEEDS_POSTGRESQL();
    TestDatabase database("postgresql");
    Stock stock(database);
    BINCARD_OK(stock.accumulator().create(RegisterDefinition::balance("parts")
                                              .dimension("item", DimensionType::Int)
                                              .integer("pieces")
                                              .partitionedBy(Partition::Year)));
    QCOMPARE(database.value(
                 "SELECT string_agg(relname, ', ' ORDER BY relname) FROM pg_class WHERE relkind IN ('r', 'p', 'S')"
                 " AND relnamespace = 'public'::regnamespace AND relowner <> 'bincard_owner'::regrole"),
        "items, warehouses");
    QCOMPARE(database.value("SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
                            " AND proowner <> 'bincard_owner'::regrole"),
        "0");
    QCOMPARE(database.value("SELECT rolcanlogin OR rolsuper FROM pg_roles WHERE rolname = 'bincard_owner'"), "false");
    // Whatever runs with the owner's rights looks nothing up by a caller's search_path.
    QCOMPARE(database.value("SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef"
                            " AND NOT 'search_path=pg_catalog, pg_temp' = ANY(coalesce(proconfig, '{}'))"),
        "0");
    QVERIFY(
        database.value("SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef").toInt()
        >= 3);
}

void TestRights::insertOnTheJournalIsEnoughToPost()
{
    BINCARD_NEEDS_POSTGRESQL();
    TestDatabase database("postgresql");
    Stock stock(database);
    grant(database, m_clerk);
    const TestConnection clerk(as(database, m_clerk));
    QCOMPARE(refusal(clerk, posting.arg("by hand").arg("5")), QString());
    QCOMPARE(refusal(clerk, posting.arg("by hand").arg("-2")), QString());
    QVERIFY(refusal(clerk, posting.arg("by hand").arg("-4")).contains("bincard:insufficient_stock"));
    BINCARD_OK(stock.accumulator().closePeriod(QDate(2026, 4, 30)));
    QVERIFY(refusal(clerk, posting.arg("by hand").arg("5")).contains("bincard:period_closed"));
    QCOMPARE(stock.balances(), "3.0000 0.00");
    QCOMPARE(stock.verifyFindings(), 0);
    const auto history = stock->history("by hand");
    BINCARD_OK(history);
    QCOMPARE(history->size(), 2);
    for (const JournalRow &row : *history)
        QCOMPARE(row.recordedBy, m_clerk);
}

void TestRights::nobodyRecordsForAnother()
{
    BINCARD_NEEDS_POSTGRESQL();
    TestDatabase database("postgresql");
    Stock stock(database);
    stock.accumulator().setRecordedBy("boss");
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-04-01", 1, 10, "5")}));
    QCOMPARE(stock->history("receipt:1")->constFirst().recordedBy, "boss"); // whoever may define may say who it was
    grant(database, m_clerk);
    const TestConnection clerk(as(database, m_clerk));
    const QString head = "INSERT INTO stock_movement (recorder, period, warehouse, item, quantity, %1) VALUES ('x',"
                         " '2026-04-01', 1, 10, 1, %2)";
    for (const char *id : {"1", "(SELECT max(i) FROM generate_series(1, 3) i)", "accumulator_actor_id('boss') - 1"})
        QVERIFY2(!refusal(clerk, head.arg("recorded_by", id)).isEmpty(), id);
    QVERIFY(refusal(clerk, head.arg("recorded_by", "2")).contains("bincard:validation:recorded_by"));
    QCOMPARE(
        refusal(clerk, head.arg("recorded_by", "accumulator_actor_id('boss')")), QString()); // it answers the clerk
    for (const char *time : {"now() - interval '1 hour'", "clock_timestamp() + interval '1 minute'"})
        QVERIFY2(refusal(clerk, head.arg("recorded_at", time)).contains("bincard:validation:recorded_at"), time);
    // Nor does a transaction that was begun long ago give an earlier time.
    for (const char *sql : {"BEGIN", "SELECT pg_sleep(0.05)"})
        QCOMPARE(refusal(clerk, sql), QString());
    QVERIFY(refusal(clerk, head.arg("recorded_at", "now()")).contains("bincard:validation:recorded_at"));
    QCOMPARE(refusal(clerk, "ROLLBACK"), QString());
    QCOMPARE(
        database.value("SELECT string_agg(DISTINCT name, ',' ORDER BY name) FROM accumulator_actor WHERE name <> ''"),
        QStringList({m_clerk, "boss"}).join(','));
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestRights::nothingElseIsAllowed()
{
    BINCARD_NEEDS_POSTGRESQL();
    TestDatabase database("postgresql");
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-04-01", 1, 10, "5")}));
    grant(database, m_clerk);
    const TestConnection clerk(as(database, m_clerk));
    QStringList statements{"SELECT * FROM stock_movement", "UPDATE stock_movement SET quantity = 1",
        "DELETE FROM stock_movement", "TRUNCATE stock_movement", "DROP TABLE stock_movement",
        "ALTER TABLE stock_movement DISABLE TRIGGER ALL", "SET session_replication_role = replica",
        "SELECT setval('stock_movement_id_seq', 1)", "SET ROLE bincard_owner",
        "ALTER FUNCTION stock_movement_added() RESET ALL",
        "CREATE TRIGGER own BEFORE INSERT ON stock_movement EXECUTE FUNCTION accumulator_refuse('x')",
        "INSERT INTO stock_movement (id, recorder, period, warehouse, item) OVERRIDING SYSTEM VALUE VALUES (1000, 'x', "
        "'2026-04-01', 1, 10)",
        "INSERT INTO stock_movement (xact, recorder, period, warehouse, item) VALUES ('3', 'x', '2026-04-01', 1, 10)"};
    for (const char *table :
        {"stock_day", "stock_month", "stock_balance", "accumulator_closing", "accumulator_register",
            "accumulator_recorder", "accumulator_actor", "accumulator_partition", "accumulator_sealed"}) {
        for (const char *form : {"SELECT * FROM %1", "INSERT INTO %1 DEFAULT VALUES", "DELETE FROM %1", "TRUNCATE %1"})
            statements << QString(form).arg(table);
    }
    const QString before =
        database.value("SELECT count(*) || ' ' || (SELECT sum(quantity) FROM stock_balance) FROM stock_movement");
    for (const QString &sql : std::as_const(statements))
        QVERIFY2(!refusal(clerk, sql).isEmpty(), qPrintable(sql + " passed"));
    QCOMPARE(database.value("SELECT count(*) || ' ' || (SELECT sum(quantity) FROM stock_balance) FROM stock_movement"),
        before);
    QCOMPARE(stock.verifyFindings(), 0);
}

// A person may have tables and functions of his own; the engine's functions must not take them for the book's.
void TestRights::aTableOfTheSameNameLeadsNowhere()
{
    BINCARD_NEEDS_POSTGRESQL();
    TestDatabase database("postgresql");
    Stock stock(database);
    grant(database, m_clerk);
    database.run(QString("CREATE SCHEMA trap AUTHORIZATION %1").arg(m_clerk));
    const TestConnection clerk(as(database, m_clerk));
    for (const char *sql :
        {"CREATE TEMPORARY TABLE stock_balance (warehouse bigint, item bigint, quantity numeric, amount numeric)",
            "CREATE TEMPORARY TABLE accumulator_closing (id int, closed_until date)",
            "CREATE FUNCTION trap.sum(numeric) RETURNS numeric LANGUAGE sql AS 'SELECT 1000000.0'",
            "CREATE FUNCTION trap.pg_has_role(name, name, text) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
            "SET search_path = trap, pg_temp, public, pg_catalog"})
        QCOMPARE(refusal(clerk, sql), QString());
    QCOMPARE(refusal(clerk, QString(posting).arg("trap").arg("5").replace("stock_movement", "public.stock_movement")),
        QString());
    QVERIFY(!refusal(clerk,
        "INSERT INTO public.stock_movement (recorder, period, warehouse, item, recorded_by) VALUES ('x',"
        " '2026-04-01', 1, 10, 1)")
                 .isEmpty());
    QCOMPARE(stock.balances(), "5.0000 0.00");
    QCOMPARE(stock.verifyFindings(), 0);
}

// What runs with the owner's rights on the rows of "added" must not be run on those of somebody's own table.
void TestRights::nobodyBorrowsATrigger()
{
    BINCARD_NEEDS_POSTGRESQL();
    TestDatabase database("postgresql");
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-04-01", 1, 10, "5")}));
    grant(database, m_clerk);
    const TestConnection clerk(as(database, m_clerk));
    QCOMPARE(refusal(clerk, "CREATE TEMPORARY TABLE own (id bigint)"), QString());
    const QString borrow =
        "CREATE TRIGGER %1 AFTER INSERT ON own REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION %1()";
    QVERIFY(refusal(clerk, borrow.arg("stock_movement_added")).contains("permission denied"));
    // However a register came to be as it is, and the way it was before is mended where a book is brought up.
    BINCARD_OK(
        stock.accumulator().alter(RegisterDefinition(stock->definition()).dimension("lot", DimensionType::Text, "")));
    QVERIFY(refusal(clerk, borrow.arg("stock_movement_added")).contains("permission denied"));
    database.run("GRANT EXECUTE ON FUNCTION stock_movement_added() TO PUBLIC");
    BINCARD_OK(stock.accumulator().upgrade());
    QVERIFY(refusal(clerk, borrow.arg("stock_movement_added")).contains("permission denied"));
    QCOMPARE(
        database.value("SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef"
                       " AND prorettype = 'trigger'::regtype AND has_function_privilege('public', oid, 'EXECUTE')"),
        "0");
    QCOMPARE(refusal(clerk, posting.arg("by hand").arg("5")), QString()); // posting needs no such right
    QCOMPARE(stock.balances(), "10.0000 0.00");
}

void TestRights::membersDoTheRest()
{
    BINCARD_NEEDS_POSTGRESQL();
    TestDatabase database("postgresql");
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-04-01", 1, 10, "5")}));
    database.run("GRANT bincard_owner TO " + m_keeper);
    const TestConnection connection(as(database, m_keeper));
    Accumulator accumulator(connection.database());
    auto found = accumulator.use("stock");
    BINCARD_OK(found);
    BINCARD_OK(found->post({stock.movement("receipt:2", "2026-04-01", 1, 10, "5")}));
    BINCARD_OK(found->unpost("receipt:1"));
    BINCARD_OK(found->rebuild());
    BINCARD_OK(accumulator.create(
        RegisterDefinition::balance("more").dimension("item", DimensionType::Int).integer("pieces")));
    QCOMPARE(database.value("SELECT tableowner FROM pg_tables WHERE tablename = 'more_movement'"), "bincard_owner");
    BINCARD_OK(accumulator.closePeriod(QDate(2026, 3, 31)));
    BINCARD_OK(accumulator.drop("more"));
    QCOMPARE(stock.balances(), "5.0000 0.00");
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestRights::loadingTakesTemporaryTables()
{
    BINCARD_NEEDS_POSTGRESQL();
    TestDatabase database("postgresql");
    Stock stock(database);
    database.run("GRANT bincard_owner TO " + m_keeper);
    const QString name = database.value("SELECT quote_ident(current_database())");
    database.run(QString("REVOKE TEMPORARY ON DATABASE %1 FROM PUBLIC").arg(name));
    const TestConnection connection(as(database, m_keeper));
    Accumulator accumulator(connection.database());
    auto found = accumulator.use("stock");
    BINCARD_OK(found);
    const auto load = [&](const char *recorder) {
        return found->load([&, done = false]() mutable -> Result<QList<Movement>> {
            if (std::exchange(done, true))
                return QList<Movement>();
            return QList<Movement>{stock.movement(recorder, "2026-04-01", 1, 10, "5")};
        });
    };
    const auto refused = load("load:1");
    BINCARD_FAILS(refused, ErrorCode::PermissionDenied);
    // What it tells to do is a statement, and does it.
    const QString told = refused.error().message().english();
    const QString statement = told.mid(told.indexOf("GRANT "));
    QCOMPARE(statement, QString("GRANT TEMPORARY ON DATABASE %1 TO %2").arg(name, m_keeper));
    BINCARD_OK(found->post({stock.movement("by hand", "2026-04-01", 1, 10, "5")})); // all else goes without
    database.run(statement);
    BINCARD_OK(load("load:1"));
    QCOMPARE(stock.balances(), "10.0000 0.00");
    QCOMPARE(stock.verifyFindings(), 0);
    database.run(QString("REVOKE TEMPORARY ON DATABASE %1 FROM %2").arg(name, m_keeper)); // so that it can be dropped
}

QTEST_GUILESS_MAIN(TestRights)
#include "tst_rights.moc"
