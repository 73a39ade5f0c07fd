// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/RegisterOracle.h"
#include "support/Registers.h"
#include "support/Seed.h"
#include "support/TestDatabase.h"

#include <QRandomGenerator>
#include <QThread>

#include <algorithm>

using namespace bincard;
using namespace bincard::test;

/// Rule E13: the books as they stood at an earlier moment of recording, and (E8, E10) rows in any order, cut anywhere.
class TestKnownOn : public QObject
{
    Q_OBJECT

private slots:
    void answersAsItStood_data();
    void answersAsItStood();
    void reversalsRecordedLaterTakeNothingBack_data() { engines(); }
    void reversalsRecordedLaterTakeNothingBack();
    void ordersAndCuts_data() { engines(); }
    void ordersAndCuts();
    void refusesWhatIsNoColumn_data() { engines(); }
    void refusesWhatIsNoColumn();

private:
    struct State
    {
        QDateTime at;
        RegisterOracle books;
    };
    template <typename T>
    const T &pick(const QList<T> &values)
    {
        return values.at(m_random.bounded(static_cast<int>(values.size())));
    }
    [[nodiscard]] Period period();
    void operate(Register &reg);
    void compare(Register &reg, const State &state);

    QRandomGenerator m_random;
    RegisterDefinition m_definition;
    std::unique_ptr<RegisterOracle> m_books;
};

namespace {

RegisterDefinition define(RegisterKind kind)
{
    auto base =
        kind == RegisterKind::Balance ? RegisterDefinition::balance("stock") : RegisterDefinition::turnover("stock");
    return base.dimension("warehouse", DimensionType::Int)
        .dimension("lot", DimensionType::Text)
        .decimal("quantity", 3)
        .integer("pieces");
}

template <typename T>
QString answered(const Result<T> &result)
{
    return result.ok() ? shown(*result) : told(result.error());
}

} // namespace

Period TestKnownOn::period()
{
    return {QDate(2026, 1, 20).addDays(m_random.bounded(50)), QTime(m_random.bounded(3), 0)};
}

void TestKnownOn::operate(Register &reg)
{
    const QStringList active = m_books->activeRecorders();
    const QString recorder =
        active.isEmpty() || m_random.bounded(2) == 0 ? QString("doc:%1").arg(m_random.generate()) : pick(active);
    QList<Movement> movements;
    for (const Movement &old : m_books->active(recorder)) {
        if (m_random.bounded(2) == 0)
            movements.append(old);
    }
    for (int i = m_random.bounded(3); i > 0; --i)
        movements.append({recorder, period(), {qint64(m_random.bounded(2)), pick(QList<QString>{"a", "Ü"})},
            {Decimal(m_random.bounded(-900, 900), 3), Decimal(m_random.bounded(-3, 4), 0)}, {}});
    (void)m_books->repost(recorder, movements);
    BINCARD_OK(reg.repost(recorder, movements));
}

void TestKnownOn::compare(Register &reg, const State &state)
{
    TurnoverQuery turnover;
    turnover.knownOn = state.at;
    if (m_random.bounded(3) != 0)
        turnover.from = period();
    if (m_random.bounded(3) != 0)
        turnover.to = m_random.bounded(2) == 0 ? Until(period()) : Until(period().date);
    if (turnover.from && turnover.to && turnover.to->period < *turnover.from)
        turnover.to.reset();
    if (m_random.bounded(3) == 0)
        turnover.filter = {{"lot", {QString("a")}}};
    turnover.groupBy = pick(QList<QStringList>{{}, {"warehouse"}, {"lot", "warehouse"}});
    turnover.by = pick(QList<Granularity>{Granularity::None, Granularity::Day, Granularity::Month, Granularity::Year});
    QCOMPARE(answered(reg.turnover(turnover)), shown(state.books.turnover(turnover)));
    if (m_definition.hasBalances()) {
        BalancesQuery balance{turnover.filter, turnover.groupBy, turnover.to, state.at};
        QCOMPARE(
            answered(reg.balance(balance)), shown(state.books.balance(balance.filter, balance.groupBy, balance.at)));
    }
    MovementsQuery movements;
    movements.knownOn = state.at;
    movements.activeOnly = m_random.bounded(2) == 0;
    const auto page = reg.movements(movements);
    BINCARD_OK(page);
    QStringList lines;
    for (const JournalRow &row : page->rows) {
        lines << RegisterOracle::line(row);
        QVERIFY(!movements.activeOnly || row.isActive());
    }
    lines.sort();
    QCOMPARE(lines, state.books.journal({}, {}, {}, {}, movements.activeOnly));
}

void TestKnownOn::answersAsItStood_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<RegisterKind>("kind");
    for (const char *engine : {"sqlite", "postgresql"}) {
        QTest::addRow("%s: balances", engine) << QString(engine) << RegisterKind::Balance;
        QTest::addRow("%s: turnovers", engine) << QString(engine) << RegisterKind::Turnover;
    }
}

void TestKnownOn::answersAsItStood()
{
    BINCARD_TEST_DATABASE(database);
    QFETCH(RegisterKind, kind);
    m_random.seed(seedOfThisRun());
    m_definition = define(kind);
    m_books = std::make_unique<RegisterOracle>(m_definition);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(m_definition));
    auto reg = accumulator.use("stock");
    BINCARD_OK(reg);
    QList<State> states{{QDateTime::currentDateTimeUtc().addDays(-1), *m_books}};
    for (int i = 0; i < 120 && !QTest::currentTestFailed(); ++i) {
        operate(*reg);
        if (m_random.bounded(4) == 0) {
            QThread::msleep(2); // an instant is exact to the millisecond
            states.append({QDateTime::currentDateTimeUtc(), *m_books});
            QThread::msleep(2);
        }
    }
    states.append({QDateTime::currentDateTimeUtc().addYears(1), *m_books});
    for (int i = 0; i < 150 && !QTest::currentTestFailed(); ++i)
        compare(*reg, pick(states));
}

void TestKnownOn::reversalsRecordedLaterTakeNothingBack()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("r1", "2026-04-01", 1, 10, "5", "3")}));
    // The instant that is told is one by which the row was known.
    const auto recorded = stock->history("r1");
    BINCARD_OK(recorded);
    const QDateTime then = QDateTime::fromString(recorded->constFirst().recordedAt, Qt::ISODateWithMs);
    QThread::msleep(3);
    BINCARD_OK(stock->unpost("r1"));

    MovementsQuery query;
    query.knownOn = then;
    query.activeOnly = true;
    const auto page = stock->movements(query);
    BINCARD_OK(page);
    QCOMPARE(page->rows.size(), 1);
    QCOMPARE(page->rows.constFirst().reversedBy, 0);
    QCOMPARE(answered(stock->balance(BalancesQuery{{}, {}, {}, then})), "5.0000 3.00");
    QCOMPARE(answered(stock->balance(BalancesQuery{{}, {}, {}, then.addMSecs(-1)})), "0.0000 0.00");
    QCOMPARE(answered(stock->balance(BalancesQuery{})), "0.0000 0.00");
    // The zone in which an instant is told makes no difference.
    QCOMPARE(answered(stock->balance(BalancesQuery{{}, {}, {}, then.toOffsetFromUtc(-9000)})), "5.0000 3.00");
    BINCARD_FAILS(stock->balance(BalancesQuery{{}, {}, {}, QDateTime()}), ErrorCode::Validation);
}

void TestKnownOn::ordersAndCuts()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("r1", "2026-03-01", 1, 10, "5", "30"),
        stock.movement("r1", "2026-04-01", 1, 11, "9", "3"), stock.movement("r1", "2026-04-01", 2, 10, "7", "30"),
        stock.movement("r1", "2026-04-02", 2, 11, "1", "1"), stock.movement("r1", "2026-04-03", 2, 12, "4", "2")}));
    BINCARD_OK(stock->post({stock.movement("o1", "2026-04-05", 2, 12, "-4", "-2")}));
    const std::optional<Until> end = Until(QDate(2026, 12, 31));
    for (const auto &at : {std::optional<Until>(), end}) { // the balance table, and totals: the same rows
        BalancesQuery query{{}, {"warehouse", "item"}, at};
        query.order = {{"amount", true}};
        QCOMPARE(answered(stock->balance(query)),
            "1,10: 5.0000 30.00; 2,10: 7.0000 30.00; 1,11: 9.0000 3.00; 2,11: 1.0000 1.00");
        query.order = {{"amount", true}, {"quantity", true}};
        query.limit = 2;
        QCOMPARE(answered(stock->balance(query)), "2,10: 7.0000 30.00; 1,10: 5.0000 30.00");
        query.order = {{"item", true}};
        query.limit = 3; // what is at zero takes no place
        QCOMPARE(answered(stock->balance(query)), "1,11: 9.0000 3.00; 2,11: 1.0000 1.00; 1,10: 5.0000 30.00");
        query.order.clear();
        query.limit = 1;
        QCOMPARE(answered(stock->balance(query)), "1,10: 5.0000 30.00");
    }
    TurnoverQuery query;
    query.from = at("2026-04-01");
    query.groupBy = QStringList{"item"};
    query.order = {{"quantity_issues", true}, {"amount_closing", false}};
    query.limit = 2;
    QCOMPARE(answered(stock->turnover(query)),
        "12: 0.0000+4.0000-4.0000=0.0000 0.00+2.00-2.00=0.00; 11: 0.0000+10.0000-0.0000=10.0000 0.00+4.00-0.00=4.00");
    query.by = Granularity::Day;
    query.order = {{"period", true}, {"quantity_net", true}};
    query.limit = 3;
    QCOMPARE(answered(stock->turnover(query)),
        "12 2026-04-05: 4.0000+0.0000-4.0000=0.0000 2.00+0.00-2.00=0.00; "
        "12 2026-04-03: 0.0000+4.0000-0.0000=4.0000 0.00+2.00-0.00=2.00; "
        "11 2026-04-02: 9.0000+1.0000-0.0000=10.0000 3.00+1.00-0.00=4.00");
    query.from.reset(); // nothing lies before a first day, and that is a balance of nothing
    query.order = {{"quantity_closing"}};
    query.limit = 0;
    const auto rows = stock->turnover(query);
    BINCARD_OK(rows);
    QVERIFY(rows->size() > 3);
    QVERIFY(std::ranges::is_sorted(*rows, {}, [](const TurnoverRow &row) { return row.closing.constFirst(); }));
}

void TestKnownOn::refusesWhatIsNoColumn()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BalancesQuery balance{{}, {"item"}, {}, {}, {{"warehouse"}, {"quantity"}, {"quantity_net"}, {"quantity"}}};
    const auto refused = stock->balance(balance);
    BINCARD_FAILS(refused, ErrorCode::Validation);
    QCOMPARE(refused.error().problems().size(), 3); // not grouped by, of a turnover, twice
    balance.order.clear();
    balance.limit = -1;
    BINCARD_FAILS(stock->balance(balance), ErrorCode::Validation);
    balance.limit = 1;
    balance.order = {{"item"}};
    balance.after = {qint64(10)};
    BINCARD_FAILS(stock->balance(balance), ErrorCode::Validation);
    TurnoverQuery turnover;
    turnover.order = {{"quantity"}, {"period"}, {"\" DESC; --"}};
    const auto refusedToo = stock->turnover(turnover);
    BINCARD_FAILS(refusedToo, ErrorCode::Validation);
    QCOMPARE(refusedToo.error().problems().size(), 3);
}

QTEST_GUILESS_MAIN(TestKnownOn)
#include "tst_known_on.moc"
