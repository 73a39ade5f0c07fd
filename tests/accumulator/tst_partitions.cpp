// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/Registers.h"
#include "support/Sessions.h"
#include "support/TestDatabase.h"

#include <QRandomGenerator>
#include <QSqlError>
#include <QSqlQuery>

#include <atomic>

using namespace bincard;
using namespace bincard::test;

/// Rule E18: a journal in partitions answers like one in a single piece, also once parts of it are detached.
class TestPartitions : public QObject
{
    Q_OBJECT

private slots:
    void aFileKeepsItsJournalWhole_data() { engines(); }
    void aFileKeepsItsJournalWhole();
    void partsAreMadeAhead_data() { postgresqlOnly(); }
    void partsAreMadeAhead();
    void partsTakeNoStatements_data() { postgresqlOnly(); }
    void partsTakeNoStatements();
    void answersLikeOnePiece_data();
    void answersLikeOnePiece();
    void detachesOnlyWhatIsClosed_data() { postgresqlOnly(); }
    void detachesOnlyWhatIsClosed();
    void saysWhatIsNoLongerKnown_data() { postgresqlOnly(); }
    void saysWhatIsNoLongerKnown();
    void sealedTotalsAreVerified_data() { postgresqlOnly(); }
    void sealedTotalsAreVerified();
    void dropTakesAllOfIt_data() { postgresqlOnly(); }
    void dropTakesAllOfIt();
    void postingsGoOnMeanwhile_data() { postgresqlOnly(); }
    void postingsGoOnMeanwhile();
};

namespace {

RegisterDefinition partitioned(const char *name, Partition by)
{
    return RegisterDefinition::balance(name)
        .dimension("warehouse", DimensionType::Int)
        .dimension("item", DimensionType::Int)
        .decimal("quantity", 4, NegativePolicy::Forbid)
        .decimal("amount", 2)
        .partitionedBy(by);
}

Register made(Accumulator &accumulator, const RegisterDefinition &definition)
{
    if (const auto created = accumulator.create(definition); !created.ok())
        qFatal("%s", qPrintable(told(created.error())));
    return accumulator.use(definition.name()).value();
}

Movement movement(const QString &recorder, const Period &period, qint64 item, const char *quantity)
{
    return {recorder, period, {1, item}, {decimal(quantity, 4), decimal("1.00", 2)}, {}};
}

QStringList listed(const QList<PartitionInfo> &parts)
{
    QStringList lines;
    for (const PartitionInfo &part : parts)
        lines << QString("%1:%2%3").arg(part.table).arg(part.movements).arg(part.detached ? " detached" : "");
    return lines;
}

QString balances(Register &target, const std::optional<Until> &until)
{
    return shown(target.balance({}, {"warehouse", "item"}, until).value());
}

QString turnovers(Register &target, QDate from, QDate to, Granularity by)
{
    TurnoverQuery query;
    query.from = Period(from);
    query.to = Until(to);
    query.groupBy = QStringList{"item"};
    query.by = by;
    return shown(target.turnover(query).value());
}

QString verified(Register &target)
{
    QStringList lines;
    const VerifyResult result = target.verify().value();
    for (const VerifyRow &row : result.rows)
        lines << row.check + ' ' + row.status + ' ' + row.key + ' ' + row.period + ' ' + row.expected + ' '
                + row.actual;
    return lines.join("; ");
}

} // namespace

void TestPartitions::aFileKeepsItsJournalWhole()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.install());
    const auto created = accumulator.create(partitioned("stock", Partition::Year));
    if (database.isSqlite())
        BINCARD_FAILS(created, ErrorCode::Validation);
    else
        BINCARD_OK(created);
    BINCARD_OK(accumulator.maintain());
}

void TestPartitions::partsAreMadeAhead()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    Register stock = made(accumulator, partitioned("stock", Partition::Quarter));
    const QDate today = QDate::currentDate();
    QCOMPARE(stock.partitions().value().size(), 4); // this quarter, two ahead, and the default one
    QCOMPARE(accumulator.maintain().value(), 0);
    BINCARD_OK(stock.post(
        {movement("receipt:1", QDate(2019, 2, 3), 10, "5"), movement("receipt:1", QDate(2019, 2, 3), 11, "7"),
            movement("receipt:1", QDate(2031, 12, 31), 10, "1"), movement("receipt:1", today, 10, "1")}));
    BINCARD_OK(stock.unpost("receipt:1"));
    QCOMPARE(stock.partitions().value().constLast().movements, 6);
    QCOMPARE(accumulator.maintain().value(), 2);
    const auto parts = stock.partitions().value();
    QCOMPARE(listed(parts).constFirst(), "stock_movement_2019q1:4");
    QCOMPARE(parts.constFirst().from, QDate(2019, 1, 1));
    QCOMPARE(parts.constFirst().until, QDate(2019, 4, 1));
    QCOMPARE(listed(parts).at(parts.size() - 2), "stock_movement_2031q4:2");
    QCOMPARE(listed(parts).constLast(), "stock_movement_default:0");
    QCOMPARE(accumulator.maintain().value(), 0);
    QCOMPARE(verified(stock), "");
    QCOMPARE(stock.history("receipt:1").value().size(), 8);
    BINCARD_FAILS(stock.unpost("receipt:1"), ErrorCode::NotFound);
}

void TestPartitions::partsTakeNoStatements()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    Register stock = made(accumulator, partitioned("stock", Partition::Year));
    BINCARD_OK(stock.post({movement("receipt:1", QDate(2019, 2, 3), 10, "5")}));
    QCOMPARE(accumulator.maintain().value(), 1);
    QSqlQuery query(database.database());
    for (const char *part : {"stock_movement_2019", "stock_movement_default"}) {
        for (const char *sql :
            {"INSERT INTO %1 (id, recorder, period, warehouse, item) VALUES (99, 'x', '2019-03-01', 1, 1)",
                "UPDATE %1 SET quantity = 1", "DELETE FROM %1", "TRUNCATE %1"}) {
            QVERIFY2(!query.exec(QString(sql).arg(part)), sql);
            QVERIFY2(
                query.lastError().text().contains("bincard:permission_denied"), qPrintable(query.lastError().text()));
        }
    }
    QVERIFY(!query.exec("INSERT INTO stock_sealed VALUES ('x', '2019-03-01', 1, 1, 1, 1)"));
    // By the journal itself a reversal finds its movement, once.
    const QString reversal =
        "INSERT INTO stock_movement (recorder, period, warehouse, item, quantity, amount, reversal_of)"
        " SELECT recorder, period, warehouse, item, -quantity, -amount, id FROM stock_movement WHERE"
        " reversal_of IS NULL";
    QVERIFY2(query.exec(reversal), qPrintable(query.lastError().text()));
    QVERIFY(!query.exec(reversal));
    QCOMPARE(verified(stock), "");
}

void TestPartitions::answersLikeOnePiece_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<Partition>("by");
    QTest::addRow("year") << "postgresql" << Partition::Year;
    QTest::addRow("quarter") << "postgresql" << Partition::Quarter;
    QTest::addRow("month") << "postgresql" << Partition::Month;
}

// The oracle is the same register in one piece, of which tst_random shows that it is right.
void TestPartitions::answersLikeOnePiece()
{
    BINCARD_TEST_DATABASE(database);
    QFETCH(Partition, by);
    Accumulator accumulator(database.database());
    Register whole = made(accumulator, partitioned("whole", Partition::None));
    Register parts = made(accumulator, partitioned("parts", by));
    const quint32 seed =
        qEnvironmentVariableIsSet("BINCARD_SEED") ? qEnvironmentVariableIntValue("BINCARD_SEED") : 2026;
    QRandomGenerator random(seed);
    qInfo("BINCARD_SEED=%u", seed);
    const QDate first(2023, 11, 1);
    QDate closed;
    QSet<QString> sealed; // recorders of which something is detached
    const auto someDay = [&] { return first.addDays(random.bounded(900)); };
    const auto document = [&](const QString &recorder) {
        QList<Movement> lines;
        for (int i = random.bounded(4); i >= 0; --i) {
            const Period period(someDay(), QTime(random.bounded(24), 0));
            lines << movement(
                recorder, period, random.bounded(3), qPrintable(QString::number(random.bounded(-20, 30)) + ".5"));
        }
        return lines;
    };
    for (int step = 0; step < 150; ++step) {
        const QString recorder = "doc:" + QString::number(random.bounded(60));
        const bool isSealed = sealed.contains(recorder);
        const auto same = [&](auto operation) {
            const auto expected = operation(whole), is = operation(parts);
            if (expected.ok() != is.ok() || (!is.ok() && expected.error().code() != is.error().code()))
                qFatal("step %d, seed %u: %s", step, seed, is.ok() ? "it passed" : qPrintable(told(is.error())));
        };
        switch (random.bounded(12)) {
        case 0: {
            BINCARD_OK(accumulator.maintain());
            break;
        }
        case 1: {
            const QDate date =
                closed.isValid() ? closed.addDays(random.bounded(120)) : first.addDays(random.bounded(200));
            if (date > first.addDays(700))
                break;
            closed = date;
            BINCARD_OK(accumulator.closePeriod(closed));
            const auto there = parts.partitions().value();
            for (const PartitionInfo &part : there) {
                if (!part.from.isValid() || part.detached || part.until > closed.addDays(1) || random.bounded(2) != 0)
                    continue;
                MovementsQuery query;
                query.activeOnly = true;
                query.from = Period(part.from);
                query.to = Until(part.until.addDays(-1));
                const MovementsPage lost = parts.movements(query).value();
                for (const JournalRow &row : lost.rows)
                    sealed.insert(row.recorder);
                BINCARD_OK(parts.detach(part.table));
            }
            break;
        }
        case 2:
        case 3: {
            if (isSealed) {
                BINCARD_FAILS(parts.unpost(recorder), ErrorCode::PeriodClosed);
                BINCARD_FAILS(whole.unpost(recorder), ErrorCode::PeriodClosed);
                break;
            }
            same([&](Register &target) { return target.unpost(recorder); });
            break;
        }
        case 4:
        case 5:
        case 6: {
            const auto lines = document(recorder);
            if (isSealed) { // in one piece it may be changed where it is open
                BINCARD_FAILS(parts.repost(recorder, lines), ErrorCode::PeriodClosed);
                BINCARD_FAILS(parts.post(lines), ErrorCode::AlreadyPosted);
                break;
            }
            same([&](Register &target) { return target.repost(recorder, lines); });
            break;
        }
        default: {
            const auto lines = document(recorder);
            same([&](Register &target) { return target.post(lines, true); });
        }
        }
        const QDate day = someDay(), to = day.addDays(random.bounded(200));
        QCOMPARE(balances(parts, {}), balances(whole, {}));
        QCOMPARE(balances(parts, Until(day)), balances(whole, Until(day)));
        for (const Granularity granularity : {Granularity::None, Granularity::Day, Granularity::Month})
            QCOMPARE(turnovers(parts, day, to, granularity), turnovers(whole, day, to, granularity));
        if (!closed.isValid() || day > closed) {
            const Until moment(Period(day, QTime(11, 30)));
            QCOMPARE(balances(parts, moment), balances(whole, moment));
        }
    }
    QCOMPARE(verified(parts), "");
    BINCARD_OK(parts.rebuild());
    QCOMPARE(verified(parts), "");
    QCOMPARE(balances(parts, {}), balances(whole, {}));
    BINCARD_OK(accumulator.upgrade());
}

void TestPartitions::detachesOnlyWhatIsClosed()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    Register stock = made(accumulator, partitioned("stock", Partition::Year));
    BINCARD_OK(stock.post({movement("receipt:1", QDate(2019, 2, 3), 10, "5")}));
    BINCARD_OK(accumulator.maintain());
    const QString part = "stock_movement_2019";
    BINCARD_FAILS(stock.detach(part), ErrorCode::Validation);
    BINCARD_OK(accumulator.closePeriod(QDate(2019, 12, 30)));
    BINCARD_FAILS(stock.detach(part), ErrorCode::Validation);
    BINCARD_OK(accumulator.closePeriod(QDate(2019, 12, 31)));
    for (const char *other : {"stock_movement_default", "stock_movement", "items", "no'such"})
        BINCARD_FAILS(stock.detach(other), ErrorCode::NotFound);
    BINCARD_OK(stock.detach(part));
    BINCARD_FAILS(stock.detach(part), ErrorCode::NotFound);
    QCOMPARE(listed(stock.partitions().value()).constFirst(), "stock_movement_2019:1 detached");
    QCOMPARE(stock.info().value().movements, 0);
    QCOMPARE(balances(stock, {}), "1,10: 5.0000 1.00");
    // Its table can be read, and nothing else.
    QCOMPARE(database.value("SELECT count(*) FROM stock_movement_2019"), "1");
    QVERIFY(!QSqlQuery(database.database()).exec("DELETE FROM stock_movement_2019"));
    BINCARD_FAILS(accumulator.reopenPeriod(QDate(2019, 6, 30)), ErrorCode::Validation);
    BINCARD_FAILS(accumulator.reopenPeriod({}), ErrorCode::Validation);
    BINCARD_FAILS(made(accumulator, partitioned("other", Partition::None)).detach(part), ErrorCode::Validation);
    QVERIFY(stock.hasActive("receipt:1").value());
    BINCARD_FAILS(stock.post({movement("receipt:1", QDate(2020, 2, 3), 10, "5")}), ErrorCode::AlreadyPosted);
    BINCARD_FAILS(stock.unpost("receipt:1"), ErrorCode::PeriodClosed);
    // The register goes on from the sealed balance.
    BINCARD_OK(stock.post({movement("order:1", QDate(2020, 1, 1), 10, "-5")}));
    BINCARD_FAILS(stock.post({movement("order:2", QDate(2020, 1, 1), 10, "-1")}), ErrorCode::InsufficientStock);
}

void TestPartitions::saysWhatIsNoLongerKnown()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    Register stock = made(accumulator, partitioned("stock", Partition::Month));
    BINCARD_OK(stock.post({movement("receipt:1", QDate(2019, 2, 3), 10, "5")}));
    BINCARD_OK(accumulator.maintain());
    BINCARD_OK(accumulator.closePeriod(QDate(2019, 2, 28)));
    const QDateTime before = QDateTime::currentDateTimeUtc().addDays(-1);
    BalancesQuery known;
    known.knownOn = before;
    QCOMPARE(shown(stock.balance(known).value()), "0.0000 0.00");
    BINCARD_OK(stock.detach("stock_movement_2019m02"));
    BINCARD_FAILS(stock.balance(known), ErrorCode::Validation);
    known.knownOn = QDateTime::currentDateTimeUtc().addDays(1);
    QCOMPARE(shown(stock.balance(known).value()), "5.0000 1.00");
    BINCARD_FAILS(stock.balance({}, {}, Until(Period(QDate(2019, 2, 3), QTime(8, 0)))), ErrorCode::Validation);
    BINCARD_OK(stock.balance({}, {}, Until(QDate(2019, 2, 3))));
    BINCARD_OK(stock.balance({}, {}, Until(Period(QDate(2019, 3, 1), QTime(0, 0)))));
    BINCARD_OK(stock.balance({}, {}, Until(Period(QDate(2019, 1, 31), QTime(23, 0)))));
}

void TestPartitions::sealedTotalsAreVerified()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    Register stock = made(accumulator, partitioned("stock", Partition::Year));
    BINCARD_OK(stock.post({movement("receipt:1", QDate(2019, 2, 3), 10, "5"),
        movement("receipt:1", QDate(2019, 2, 3), 10, "-2"), movement("receipt:1", QDate(2019, 5, 3), 11, "1")}));
    BINCARD_OK(stock.post({movement("receipt:2", QDate(2019, 7, 3), 10, "4")}));
    BINCARD_OK(stock.unpost("receipt:2"));
    BINCARD_OK(accumulator.maintain());
    BINCARD_OK(accumulator.closePeriod(QDate(2019, 12, 31)));
    BINCARD_OK(stock.detach("stock_movement_2019"));
    QCOMPARE(verified(stock), "");
    database.run("ALTER TABLE stock_day DISABLE TRIGGER stock_day_guard");
    database.run("UPDATE stock_day SET quantity_receipts = 6 WHERE day = '2019-02-03'");
    database.run("DELETE FROM stock_day WHERE day = '2019-07-03'");
    const QString found = verified(stock);
    QVERIFY2(found.contains("day mismatch") && found.contains("day missing"), qPrintable(found));
    BINCARD_OK(stock.rebuild());
    QCOMPARE(verified(stock), "");
}

void TestPartitions::dropTakesAllOfIt()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    Register stock = made(accumulator, partitioned("stock", Partition::Year));
    BINCARD_OK(stock.post({movement("receipt:1", QDate(2019, 2, 3), 10, "5")}));
    BINCARD_OK(accumulator.maintain());
    BINCARD_OK(accumulator.closePeriod(QDate(2019, 12, 31)));
    BINCARD_OK(stock.detach("stock_movement_2019"));
    BINCARD_FAILS(accumulator.drop("stock"), ErrorCode::Validation);
    BINCARD_OK(accumulator.drop("stock", true));
    QCOMPARE(database.value("SELECT count(*) FROM pg_class WHERE relname LIKE 'stock%'"), "0");
    QCOMPARE(database.value("SELECT count(*) FROM accumulator_partition"), "0");
    BINCARD_OK(accumulator.create(partitioned("stock", Partition::Year)));
}

void TestPartitions::postingsGoOnMeanwhile()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    Register stock = made(accumulator, partitioned("stock", Partition::Month));
    std::atomic<int> posted = 0;
    BusySessions workers(database, 2, [&](OtherSession &session, int number, int i) {
        if (i >= 60)
            return QStringLiteral("-");
        const auto done = session->post(
            {movement(QString("receipt:%1-%2").arg(number).arg(i), QDate(2019, 1 + i % 12, 1 + i % 28), 10, "1")});
        ++posted;
        return done.ok() ? QString() : told(done.error());
    });
    for (int i = 0; i < 6 || posted < 120; ++i) {
        BINCARD_OK(accumulator.maintain());
        QVERIFY2(workers.complaint().isEmpty(), qPrintable(workers.complaint()));
    }
    workers.stop();
    QCOMPARE(workers.complaint(), QString());
    BINCARD_OK(accumulator.maintain());
    QCOMPARE(stock.partitions().value().constLast().movements, 0);
    QCOMPARE(balances(stock, {}), "1,10: 120.0000 120.00");
    QCOMPARE(verified(stock), "");
}

QTEST_GUILESS_MAIN(TestPartitions)
#include "tst_partitions.moc"
