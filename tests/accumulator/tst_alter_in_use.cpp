// SPDX-License-Identifier: LGPL-3.0-or-later
#include "support/AlteredRegister.h"
#include "support/Sessions.h"

#include <QThread>

using namespace bincard;
using namespace bincard::test;

/// Rule E16 with the book in use: by others, with rights and views of their own, in parts, in the caller's transaction.
class TestAlterInUse : public QObject
{
    Q_OBJECT

private slots:
    void othersPostMeanwhile_data() { engines(); }
    void othersPostMeanwhile();
    void whoeverReadsFirstAndPostsThenIsNoVictim_data() { postgresqlOnly(); }
    void whoeverReadsFirstAndPostsThenIsNoVictim();
    void keepsRightsAndRefusesWhatDependsOnIt_data() { postgresqlOnly(); }
    void keepsRightsAndRefusesWhatDependsOnIt();
    void partitionedRegistersToo_data() { postgresqlOnly(); }
    void partitionedRegistersToo();
    void takesPartInTheCallersTransaction_data() { engines(); }
    void takesPartInTheCallersTransaction();
};

void TestAlterInUse::othersPostMeanwhile()
{
    BINCARD_TEST_DATABASE(database);
    AlteredRegister reg(database, 400);
    Accumulator &accumulator = reg.accumulator();
    BusySessions others(database, 3, [](OtherSession &session, int number, int round) -> QString {
        auto stock = session.accumulator().use("stock");
        if (!stock.ok())
            return told(stock.error());
        if (const auto balance = stock->balance({}, {"warehouse"}); !balance.ok())
            return told(balance.error());
        QList<QVariant> dimensions(stock->definition().dimensions().size());
        dimensions[stock->definition().dimensionIndex(u"warehouse")] = qint64(number);
        QList<Decimal> resources(stock->definition().resources().size());
        resources[stock->definition().resourceIndex(u"quantity")] = Decimal(1000, 3);
        const auto done =
            stock->post({{QString("live:%1:%2").arg(number).arg(round), at("2026-05-01"), dimensions, resources, {}}});
        if (done.ok())
            return {};
        // Whoever used the definition just before the swap may be told to look again.
        return done.error().code() == ErrorCode::Conflict ? QStringLiteral("-") : told(done.error());
    });
    QTRY_VERIFY_WITH_TIMEOUT(others.done() > 3, 20000);
    const auto altered = accumulator.alter(extended(RegisterKind::Balance));
    const int then = others.done();
    if (altered.ok())
        QTRY_VERIFY_WITH_TIMEOUT(others.done() > then + 3, 20000);
    others.stop();
    BINCARD_OK(altered);
    QCOMPARE(others.complaint(), QString());
    QCOMPARE(database.value("SELECT COUNT(*) FROM stock_movement WHERE recorder LIKE 'live:%'").toInt(), others.done());
    auto after = accumulator.use("stock");
    BINCARD_OK(after);
    QVERIFY(after->verify()->rows.isEmpty());
}

void TestAlterInUse::whoeverReadsFirstAndPostsThenIsNoVictim()
{
    BINCARD_TEST_DATABASE(database);
    AlteredRegister reg(database, 0);
    Accumulator &accumulator = reg.accumulator();
    BINCARD_OK(reg->post({simple("r1", "2026-04-01", 1, "5")}));
    QSqlDatabase connection = database.database();
    QVERIFY(connection.transaction());
    BINCARD_OK(reg->balance(BalancesQuery{})); // holds the tables for reading until the end
    BINCARD_OK(reg->movements({}));
    std::optional<Error> error;
    SessionInThread thread(database, [&](OtherSession &theirs) {
        const auto altered = theirs.accumulator().alter(extended(RegisterKind::Balance));
        if (!altered.ok())
            error = altered.error();
    });
    QThread::msleep(2500); // well beyond deadlock_timeout
    BINCARD_OK(reg->post({simple("r2", "2026-04-01", 1, "7")}));
    QVERIFY(connection.commit());
    thread.join();
    if (error)
        QFAIL(qPrintable(told(*error)));
    auto after = accumulator.use("stock");
    BINCARD_OK(after);
    QCOMPARE(shown(*after->balance(BalancesQuery{})), "0.00 12.000 0");
    QVERIFY(after->verify()->rows.isEmpty());
}

void TestAlterInUse::keepsRightsAndRefusesWhatDependsOnIt()
{
    BINCARD_TEST_DATABASE(database);
    AlteredRegister reg(database, 0);
    Accumulator &accumulator = reg.accumulator();
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

void TestAlterInUse::partitionedRegistersToo()
{
    BINCARD_TEST_DATABASE(database);
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

void TestAlterInUse::takesPartInTheCallersTransaction()
{
    BINCARD_TEST_DATABASE(database);
    AlteredRegister reg(database, 5);
    Accumulator &accumulator = reg.accumulator();
    const QStringList before = schema(database);
    QSqlDatabase connection = database.database();
    if (!database.isSqlite()) { // a setting of the caller's is the caller's again, however an alteration ends
        QVERIFY(connection.transaction());
        database.run("SET LOCAL client_min_messages = 'debug1'");
        BINCARD_FAILS(accumulator.alter(extended(RegisterKind::Balance), [](qint64, qint64) { return false; }),
            ErrorCode::Cancelled);
        QCOMPARE(database.value("SHOW client_min_messages"), "debug1");
        QVERIFY(connection.rollback());
    }
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

QTEST_GUILESS_MAIN(TestAlterInUse)
#include "tst_alter_in_use.moc"
