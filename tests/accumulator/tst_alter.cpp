// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/Registers.h"
#include "support/TestDatabase.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QThread>

#include <atomic>

using namespace bincard;
using namespace bincard::test;

/// Rule E16: an altered register is what it would be had it been created so, with the journal that it has.
class TestAlter : public QObject
{
    Q_OBJECT

private slots:
    void isAsNewlyCreated_data();
    void isAsNewlyCreated();
    void switchesThePolicy_data() { engines(); }
    void switchesThePolicy();
    void listsTheNegativeDays_data() { engines(); }
    void listsTheNegativeDays();
    void namesEveryProblem_data() { engines(); }
    void namesEveryProblem();
    void cancelledOrFailedLeavesEverything_data() { engines(); }
    void cancelledOrFailedLeavesEverything();
    void othersPostMeanwhile_data() { engines(); }
    void othersPostMeanwhile();
    void whoeverReadsFirstAndPostsThenIsNoVictim();
    void keepsRightsAndRefusesWhatDependsOnIt();
    void partitionedRegistersToo();
    void takesPartInTheCallersTransaction_data() { engines(); }
    void takesPartInTheCallersTransaction();
};

namespace {

RegisterDefinition base(RegisterKind kind, NegativePolicy policy = NegativePolicy::Allow)
{
    auto definition =
        kind == RegisterKind::Balance ? RegisterDefinition::balance("stock") : RegisterDefinition::turnover("stock");
    return definition.dimension("warehouse", DimensionType::Int).decimal("quantity", 3, policy);
}

/// Further dimensions of every type and further resources, before and behind those there are.
RegisterDefinition extended(RegisterKind kind)
{
    auto definition =
        kind == RegisterKind::Balance ? RegisterDefinition::balance("stock") : RegisterDefinition::turnover("stock");
    return definition.dimension("lot", DimensionType::Text, "it's \"new\"")
        .dimension("warehouse", DimensionType::Int)
        .dimension("sealed", DimensionType::Bool, "true")
        .dimension("best_before", DimensionType::Date, "2030-01-31")
        .dimension("serial", DimensionType::Uuid, "3f2504e0-4f89-41d3-9a0c-0305e82c3301")
        .dimension("large", DimensionType::BigInt, "9007199254740993")
        .reference("item", "items", "A")
        .decimal("amount", 2)
        .decimal("quantity", 3)
        .integer("pieces");
}

void makeItems(TestDatabase &database)
{
    database.run("CREATE TABLE items (id BIGINT PRIMARY KEY, code TEXT UNIQUE NOT NULL)");
    database.run("INSERT INTO items VALUES (10, 'A'), (11, 'B')");
}

QStringList rowsOf(TestDatabase &database, const QString &sql)
{
    QSqlQuery query(database.database());
    if (!query.exec(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    QStringList rows;
    while (query.next()) {
        QStringList fields;
        for (int i = 0; i < query.record().count(); ++i)
            fields << query.value(i).toString();
        rows << fields.join('|');
    }
    return rows;
}

/// Everything that the database knows of tables, columns, indexes, constraints, triggers and functions.
QStringList schema(TestDatabase &database)
{
    if (database.isSqlite())
        return rowsOf(
            database, "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master ORDER BY type, name");
    QStringList all;
    for (const char *sql : {"SELECT c.relname, c.relkind, c.relpersistence, coalesce(array_to_string(c.reloptions, "
                            "','), '') FROM pg_class c"
                            " WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1",
             "SELECT c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,"
             " a.attcollation::regcollation, coalesce(pg_get_expr(d.adbin, d.adrelid), '') FROM pg_attribute a"
             " JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = "
             "a.attnum"
             " WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 ORDER BY 1, 2",
             "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
             "SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint"
             " WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2",
             "SELECT pg_get_triggerdef(oid), tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1",
             "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1"})
        all += rowsOf(database, sql);
    return all;
}

/// The journal without what an alteration adds.
QStringList journal(TestDatabase &database)
{
    const QString quantity = database.isSqlite() ? "quantity_e3" : "quantity, xact";
    return rowsOf(database,
        "SELECT id, recorder, line, period, recorded_at, recorded_by, coalesce(reversal_of, 0), cause, warehouse, "
            + quantity + " FROM stock_movement ORDER BY id");
}

Movement simple(const QString &recorder, const char *period, qint64 warehouse, const char *quantity)
{
    return {recorder, at(period), {warehouse}, {decimal(quantity, 3)}, {}};
}

/// Some postings, taken back and changed; answers how many rows there are.
int fill(Register &reg, int documents)
{
    QRandomGenerator random(7);
    for (int i = 0; i < documents; ++i) {
        QList<Movement> movements;
        for (int line = 0; line < 5; ++line)
            movements.append({QString("doc:%1").arg(i), Period(QDate(2026, 1, 1).addDays(random.bounded(90))),
                {qint64(random.bounded(4))}, {Decimal(random.bounded(1, 9000), 3)}, line == 0 ? "cause:1" : ""});
        if (!reg.post(movements).ok())
            qFatal("cannot post");
        movements.removeFirst();
        if (i % 3 == 0 && !reg.repost(QString("doc:%1").arg(i), movements).ok())
            qFatal("cannot repost");
        if (i % 5 == 0 && !reg.unpost(QString("doc:%1").arg(i)).ok())
            qFatal("cannot unpost");
    }
    return static_cast<int>(reg.info()->movements);
}

QString nextId(TestDatabase &database)
{
    return database.value(database.isSqlite() ? "SELECT seq + 1 FROM sqlite_sequence WHERE name = 'stock_movement'"
                                              : "SELECT last_value + 1 FROM stock_movement_id_seq");
}

} // namespace

void TestAlter::isAsNewlyCreated_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<RegisterKind>("kind");
    for (const char *engine : {"sqlite", "postgresql"}) {
        QTest::addRow("%s: balances", engine) << QString(engine) << RegisterKind::Balance;
        QTest::addRow("%s: turnovers", engine) << QString(engine) << RegisterKind::Turnover;
    }
}

void TestAlter::isAsNewlyCreated()
{
    BINCARD_TEST_DATABASE(database);
    QFETCH(RegisterKind, kind);
    makeItems(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(base(kind)));
    auto before = accumulator.use("stock");
    BINCARD_OK(before);
    fill(*before, 30);
    // An id that was given and taken back is not given again on PostgreSQL; SQLite never gave it.
    database.run("BEGIN");
    BINCARD_OK(before->post({simple("gone", "2026-01-01", 1, "1")}));
    database.run("ROLLBACK");
    const QStringList there = journal(database);
    const QString next = nextId(database);
    const auto turnover = before->turnover({{}, {}, {}, {"warehouse"}, Granularity::Month});
    BINCARD_OK(turnover);

    QList<std::pair<qint64, qint64>> steps;
    BINCARD_OK(accumulator.alter(extended(kind), [&](qint64 done, qint64 total) {
        steps.append({done, total});
        return true;
    }));
    QVERIFY(steps.size() > 3);
    QCOMPARE(steps.constLast().first, steps.constLast().second);
    for (qsizetype i = 1; i < steps.size(); ++i)
        QVERIFY(steps.at(i).first >= steps.at(i - 1).first && steps.at(i).first <= steps.at(i).second);

    TestDatabase fresh(engine);
    makeItems(fresh);
    Accumulator other(fresh.database());
    BINCARD_OK(other.create(extended(kind)));
    const QStringList is = schema(database), shouldBe = schema(fresh);
    for (qsizetype i = 0; i < std::max(is.size(), shouldBe.size()); ++i)
        QCOMPARE(is.value(i), shouldBe.value(i));
    QCOMPARE(
        rowsOf(database, "SELECT * FROM accumulator_register"), rowsOf(fresh, "SELECT * FROM accumulator_register"));

    QCOMPARE(journal(database), there);
    auto after = accumulator.use("stock");
    BINCARD_OK(after);
    QCOMPARE(after->definition(), extended(kind));
    QVERIFY(after->verify()->rows.isEmpty());
    const auto groups = after->turnover({{}, {}, {}, {"lot", "item", "large", "sealed", "best_before", "serial"}});
    BINCARD_OK(groups);
    QCOMPARE(groups->size(), 1);
    QCOMPARE(groups->constFirst().group,
        QList<QVariant>(
            {"it's \"new\"", 10LL, 9007199254740993LL, true, "2030-01-31", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"}));
    const auto again = after->turnover({{}, {}, {}, {"warehouse"}, Granularity::Month});
    BINCARD_OK(again);
    QCOMPARE(again->size(), turnover->size());
    for (qsizetype i = 0; i < again->size(); ++i) {
        QCOMPARE(again->at(i).group, turnover->at(i).group);
        QCOMPARE(again->at(i).receipts.at(1), turnover->at(i).receipts.at(0));
        QCOMPARE(again->at(i).closing.at(1), turnover->at(i).closing.at(0));
        QVERIFY(again->at(i).receipts.at(0).isZero() && again->at(i).receipts.at(2).isZero());
    }
    // What was there can be taken back, and what comes goes on with the ids.
    BINCARD_OK(after->repost("doc:1", {}));
    QCOMPARE(database.value(QString("SELECT MIN(id) FROM stock_movement WHERE id >= %1").arg(next)), next);
    QVERIFY(after->verify()->rows.isEmpty());
}

void TestAlter::switchesThePolicy()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(base(RegisterKind::Balance)));
    auto reg = accumulator.use("stock");
    BINCARD_OK(reg);
    BINCARD_OK(reg->post({simple("r1", "2026-04-01", 1, "5"), simple("r1", "2026-04-02", 1, "-5")}));
    BINCARD_OK(accumulator.alter(base(RegisterKind::Balance, NegativePolicy::Forbid)));
    TestDatabase fresh(engine);
    Accumulator other(fresh.database());
    BINCARD_OK(other.create(base(RegisterKind::Balance, NegativePolicy::Forbid)));
    QCOMPARE(schema(database), schema(fresh));
    auto forbidding = accumulator.use("stock");
    BINCARD_OK(forbidding);
    BINCARD_FAILS(forbidding->post({simple("o1", "2026-04-03", 1, "-1")}), ErrorCode::InsufficientStock);
    // Whoever used it before is refused as well: by the trigger, or because it is outdated.
    const auto outdated = reg->post({simple("o1", "2026-04-03", 1, "-1"), simple("o1", "2026-04-03", 1, "-2")});
    BINCARD_FAILS(outdated, database.isSqlite() ? ErrorCode::Conflict : ErrorCode::InsufficientStock);
    BINCARD_OK(accumulator.alter(base(RegisterKind::Balance)));
    auto allowing = accumulator.use("stock");
    BINCARD_OK(allowing);
    BINCARD_OK(allowing->post({simple("o1", "2026-04-03", 1, "-1")}));
    QVERIFY(allowing->verify()->rows.isEmpty());
    // Nothing to change is nothing to do.
    BINCARD_OK(accumulator.alter(base(RegisterKind::Balance)));
}

void TestAlter::listsTheNegativeDays()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(base(RegisterKind::Balance)));
    auto reg = accumulator.use("stock");
    BINCARD_OK(reg);
    BINCARD_OK(reg->post({simple("r1", "2026-04-01", 1, "5"), simple("r1", "2026-04-02", 1, "-6"),
        simple("r1", "2026-04-03", 1, "-1"), simple("r1", "2026-04-05", 1, "10"), simple("r1", "2026-04-05", 2, "1"),
        simple("r1", "2026-04-09", 3, "-0.001")}));
    const QStringList before = schema(database);
    auto further = base(RegisterKind::Balance, NegativePolicy::Forbid);
    further.dimension("lot", DimensionType::Text, "");
    for (const auto &definition : {base(RegisterKind::Balance, NegativePolicy::Forbid), further}) {
        const auto refused = accumulator.alter(definition);
        BINCARD_FAILS(refused, ErrorCode::InsufficientStock);
        QStringList days;
        const QJsonArray shortages = refused.error().details().value("shortages").toArray();
        for (const QJsonValue &day : shortages)
            days << QString("%1 %2 %3")
                        .arg(day["key"]["warehouse"].toInt())
                        .arg(day["date"].toString(), day["available"].toString());
        QCOMPARE(days.join("; "), "1 2026-04-02 -1.000; 1 2026-04-03 -2.000; 3 2026-04-09 -0.001");
        QCOMPARE(schema(database), before);
    }
    BINCARD_OK(reg->post({simple("r2", "2026-04-02", 1, "2"), simple("r2", "2026-04-02", 3, "1")}));
    BINCARD_OK(accumulator.alter(further));
}

void TestAlter::namesEveryProblem()
{
    BINCARD_TEST_DATABASE(database);
    makeItems(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(RegisterDefinition::balance("stock")
                                      .dimension("a", DimensionType::Int)
                                      .dimension("b", DimensionType::Text, "x")
                                      .dimension("c", DimensionType::Int)
                                      .reference("d", "items")
                                      .decimal("quantity", 3)
                                      .integer("pieces")
                                      .decimal("gone", 1)));
    const auto refused = accumulator.alter(RegisterDefinition::turnover("stock")
                                               .partitionedBy(Partition::Month)
                                               .dimension("c", DimensionType::BigInt)
                                               .dimension("b", DimensionType::Text, "y")
                                               .reference("d", "others")
                                               .dimension("further", DimensionType::Int)
                                               .dimension("1st", DimensionType::Int, "1")
                                               .decimal("quantity", 4)
                                               .decimal("pieces", 0));
    BINCARD_FAILS(refused, ErrorCode::Validation);
    QStringList told;
    for (const Problem &problem : refused.error().problems())
        told << problem.field + ": " + problem.message.english();
    for (const char *expected : {"kind: The kind", "partition: How the journal", "dimensions: \"a\" is missing",
             "dimensions: \"c\" stands elsewhere", "dimensions.type: The type of \"c\"",
             "dimensions.default: The default of \"b\"", "dimensions.type: The type of \"d\"",
             "dimensions.default: The further dimension \"further\" needs", "dimensions.name: \"1st\" is no name",
             "resources.type: The type of \"quantity\"", "resources.type: The type of \"pieces\"",
             "resources: \"gone\" is missing"})
        QVERIFY2(!told.filter(QLatin1String(expected)).isEmpty(), qPrintable(expected + told.join('\n')));
    BINCARD_FAILS(accumulator.alter(base(RegisterKind::Balance).named("nosuch")), ErrorCode::RegisterNotFound);
    // A code that the catalog does not have.
    auto nowhere = accumulator.use("stock")->definition();
    BINCARD_FAILS(accumulator.alter(nowhere.reference("e", "items", "NONE")), ErrorCode::Validation);
}

void TestAlter::cancelledOrFailedLeavesEverything()
{
    BINCARD_TEST_DATABASE(database);
    makeItems(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(base(RegisterKind::Balance)));
    auto reg = accumulator.use("stock");
    BINCARD_OK(reg);
    fill(*reg, 5);
    const QStringList before = schema(database), rows = journal(database);
    int calls = 0;
    for (int allowed = 0;; ++allowed) {
        calls = 0;
        const auto altered =
            accumulator.alter(extended(RegisterKind::Balance), [&](qint64, qint64) { return calls++ < allowed; });
        if (altered.ok())
            break;
        BINCARD_FAILS(altered, ErrorCode::Cancelled);
        QCOMPARE(schema(database), before);
        QCOMPARE(journal(database), rows);
        QVERIFY(reg->verify()->rows.isEmpty());
    }
    QVERIFY(calls > 3);
    QVERIFY(accumulator.use("stock")->verify()->rows.isEmpty());
}

void TestAlter::othersPostMeanwhile()
{
    BINCARD_TEST_DATABASE(database);
    makeItems(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(base(RegisterKind::Balance)));
    auto reg = accumulator.use("stock");
    BINCARD_OK(reg);
    fill(*reg, 400);
    std::atomic<bool> over = false;
    std::atomic<int> posted = 0, failed = 0, readings = 0;
    const auto work = [&](int number) {
        TestConnection connection(database.location());
        Accumulator theirs(connection.database());
        for (int i = 0; !over; ++i) {
            auto stock = theirs.use("stock");
            const auto balance = stock.ok() ? stock->balance({}, {"warehouse"}) : stock.error();
            readings += balance.ok() ? 1 : 0;
            if (!stock.ok() || !balance.ok()) {
                ++failed;
                continue;
            }
            QList<QVariant> dimensions(stock->definition().dimensions().size());
            dimensions[stock->definition().dimensionIndex(u"warehouse")] = qint64(number);
            QList<Decimal> resources(stock->definition().resources().size());
            resources[stock->definition().resourceIndex(u"quantity")] = Decimal(1000, 3);
            const auto done =
                stock->post({{QString("live:%1:%2").arg(number).arg(i), at("2026-05-01"), dimensions, resources, {}}});
            // Whoever used the definition just before the swap may be told to look again.
            const bool again = !done.ok() && done.error().code() == ErrorCode::Conflict;
            if (!again)
                ++(done.ok() ? posted : failed);
            QThread::msleep(2);
        }
    };
    std::vector<std::unique_ptr<QThread>> threads;
    for (int number = 0; number < 3; ++number) {
        threads.emplace_back(QThread::create(work, number));
        threads.back()->start();
    }
    QTRY_VERIFY(posted > 3);
    const auto altered = accumulator.alter(extended(RegisterKind::Balance));
    const int then = posted;
    if (altered.ok())
        QTRY_VERIFY_WITH_TIMEOUT(posted > then + 3, 20000);
    over = true;
    for (const auto &thread : threads)
        thread->wait();
    BINCARD_OK(altered);
    QCOMPARE(failed, 0);
    QCOMPARE(database.value("SELECT COUNT(*) FROM stock_movement WHERE recorder LIKE 'live:%'").toInt(), posted);
    auto after = accumulator.use("stock");
    BINCARD_OK(after);
    QVERIFY(after->verify()->rows.isEmpty());
}

void TestAlter::whoeverReadsFirstAndPostsThenIsNoVictim()
{
    const QString engine = "postgresql"; // SQLite has one writer, and readers see the state before
    if (const QString why = whyUnavailable(engine); !why.isEmpty()) {
        if (isRequired(engine))
            QFAIL(qPrintable(why));
        QSKIP(qPrintable(why));
    }
    TestDatabase database(engine);
    makeItems(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(base(RegisterKind::Balance)));
    auto reg = accumulator.use("stock");
    BINCARD_OK(reg);
    BINCARD_OK(reg->post({simple("r1", "2026-04-01", 1, "5")}));
    QSqlDatabase connection = database.database();
    QVERIFY(connection.transaction());
    BINCARD_OK(reg->balance(BalancesQuery{})); // holds the tables for reading until the end
    BINCARD_OK(reg->movements({}));
    std::optional<Error> error;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        TestConnection other(database.location());
        Accumulator theirs(other.database());
        const auto altered = theirs.alter(extended(RegisterKind::Balance));
        if (!altered.ok())
            error = altered.error();
    }));
    thread->start();
    QThread::msleep(2500); // well beyond deadlock_timeout
    BINCARD_OK(reg->post({simple("r2", "2026-04-01", 1, "7")}));
    QVERIFY(connection.commit());
    QVERIFY(thread->wait(60000));
    if (error)
        QFAIL(qPrintable(told(*error)));
    auto after = accumulator.use("stock");
    BINCARD_OK(after);
    QCOMPARE(shown(*after->balance(BalancesQuery{})), "0.00 12.000 0");
    QVERIFY(after->verify()->rows.isEmpty());
}

void TestAlter::keepsRightsAndRefusesWhatDependsOnIt()
{
    const QString engine = "postgresql";
    if (const QString why = whyUnavailable(engine); !why.isEmpty()) {
        if (isRequired(engine))
            QFAIL(qPrintable(why));
        QSKIP(qPrintable(why));
    }
    TestDatabase database(engine);
    makeItems(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(base(RegisterKind::Balance)));
    database.run("GRANT SELECT ON stock_movement, stock_day TO PUBLIC");
    const QString rights =
        "SELECT relname, relacl FROM pg_class WHERE relname LIKE 'stock%' AND relkind = 'r' ORDER BY 1";
    const QStringList before = rowsOf(database, rights);
    database.run("CREATE VIEW mine AS SELECT * FROM stock_balance");
    const auto refused = accumulator.alter(extended(RegisterKind::Balance));
    BINCARD_FAILS(refused, ErrorCode::Validation);
    QVERIFY(refused.error().message().english().contains("view"));
    database.run("DROP VIEW mine");
    BINCARD_OK(accumulator.alter(extended(RegisterKind::Balance)));
    QCOMPARE(rowsOf(database, rights), before);
}

void TestAlter::partitionedRegistersToo()
{
    const QString engine = "postgresql";
    if (const QString why = whyUnavailable(engine); !why.isEmpty()) {
        if (isRequired(engine))
            QFAIL(qPrintable(why));
        QSKIP(qPrintable(why));
    }
    TestDatabase database(engine);
    makeItems(database);
    Accumulator accumulator(database.database());
    auto before = base(RegisterKind::Balance).partitionedBy(Partition::Quarter);
    BINCARD_OK(accumulator.create(before));
    auto reg = accumulator.use("stock");
    BINCARD_OK(reg);
    BINCARD_OK(reg->post({simple("r1", "2025-04-01", 1, "5"), simple("r1", "2025-08-01", 1, "-2")}));
    BINCARD_OK(accumulator.maintain());
    BINCARD_OK(accumulator.closePeriod(QDate(2025, 6, 30)));
    const auto parts = reg->partitions();
    BINCARD_OK(parts);
    for (const PartitionInfo &part : *parts) {
        if (part.from == QDate(2025, 4, 1))
            BINCARD_OK(reg->detach(part.table));
    }
    const QStringList there = journal(database);
    BINCARD_OK(accumulator.alter(extended(RegisterKind::Balance).partitionedBy(Partition::Quarter)));
    auto after = accumulator.use("stock");
    BINCARD_OK(after);
    QCOMPARE(journal(database), there);
    QCOMPARE(shown(*after->balance({}, {"lot", "item"})), "it's \"new\",10: 0.00 3.000 0");
    QVERIFY(after->verify()->rows.isEmpty());
    BINCARD_FAILS(after->unpost("r1"), ErrorCode::PeriodClosed); // its first movement is sealed
    BINCARD_OK(accumulator.maintain());
}

void TestAlter::takesPartInTheCallersTransaction()
{
    BINCARD_TEST_DATABASE(database);
    makeItems(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(base(RegisterKind::Balance)));
    auto reg = accumulator.use("stock");
    BINCARD_OK(reg);
    fill(*reg, 5);
    const QStringList before = schema(database);
    QSqlDatabase connection = database.database();
    QVERIFY(connection.transaction());
    BINCARD_OK(accumulator.alter(extended(RegisterKind::Balance)));
    QVERIFY(connection.rollback());
    QCOMPARE(schema(database), before);
    QVERIFY(reg->verify()->rows.isEmpty());
    QVERIFY(connection.transaction());
    BINCARD_OK(accumulator.alter(extended(RegisterKind::Balance)));
    QVERIFY(connection.commit());
    QVERIFY(schema(database) != before);
    // Forced, a register goes with its movements and leaves nothing behind.
    BINCARD_FAILS(accumulator.drop("stock"), ErrorCode::Validation);
    BINCARD_OK(accumulator.drop("stock", true));
    QVERIFY(schema(database).filter("stock").isEmpty());
    BINCARD_OK(accumulator.create(base(RegisterKind::Balance)));
}

QTEST_GUILESS_MAIN(TestAlter)
#include "tst_alter.moc"
