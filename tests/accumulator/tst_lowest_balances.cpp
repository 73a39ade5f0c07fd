// SPDX-License-Identifier: GPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/RegisterOracle.h"
#include "support/Registers.h"
#include "support/Seed.h"
#include "support/TestDatabase.h"

#include <QRandomGenerator>

using namespace bincard;
using namespace bincard::test;

/// The lowest balance at the end of any later day, which is told before rule E11 refuses: over years, where months stand
/// for their days, against an oracle that walks all days. tst_random has short stretches with many recorders.
class TestLowestBalances : public QObject
{
    Q_OBJECT

private slots:
    void overYears_data();
    void overYears();
    void theFirstOfEqualDays_data() { engines(); }
    void theFirstOfEqualDays();

private:
    [[nodiscard]] int below(int bound) { return m_random.bounded(bound); }
    [[nodiscard]] QDate day();
    [[nodiscard]] Movement movement(const QString &recorder);
    void compareLowest(Register &reg, const RegisterOracle &books);
    void comparePreview(Register &reg, const RegisterOracle &books);

    QRandomGenerator m_random;
};

namespace {

const QDate begin(2016, 1, 1);
constexpr int years = 12;

RegisterDefinition define(NegativePolicy policy)
{
    return RegisterDefinition::balance("stock").dimension("item", DimensionType::Int).decimal("quantity", 1, policy);
}

QList<QVariant> key(int item) { return {qint64(item)}; }

QString shown(const LowestBalance &lowest)
{
    return lowest.lowest.toString() + '@' + lowest.date.toString(Qt::ISODate);
}

} // namespace

/// Bounds of months and days that are used again are what walks by months stumble over.
QDate TestLowestBalances::day()
{
    const QDate month = begin.addMonths(below(12 * years));
    switch (below(4)) {
    case 0: return month;
    case 1: return month.addMonths(1).addDays(-1);
    case 2: return month.addDays(14);
    default: return month.addDays(below(month.daysInMonth()));
    }
}

Movement TestLowestBalances::movement(const QString &recorder)
{
    const int units = 10 * (below(4) - 2) + (below(3) == 0 ? 1 : 0);
    return {recorder, Period(day()), key(below(2)), {Decimal(units == 0 ? 5 : units, 1)}};
}

void TestLowestBalances::compareLowest(Register &reg, const RegisterOracle &books)
{
    const QStringList active = books.activeRecorders();
    const QString except = below(2) == 0 || active.isEmpty() ? QString() : active.at(below(int(active.size())));
    const QDate from = below(20) == 0 ? begin.addYears(years + 1) : day();
    const auto found = reg.lowestBalances({key(1), key(0), key(7)}, from, except);
    BINCARD_OK(found);
    QCOMPARE(found->size(), 3);
    QCOMPARE(shown(found->at(0)), shown(books.lowest(key(1), from, except)));
    QCOMPARE(shown(found->at(1)), shown(books.lowest(key(0), from, except)));
    QCOMPARE(shown(found->at(2)), "0.0@" + from.toString(Qt::ISODate));
}

void TestLowestBalances::comparePreview(Register &reg, const RegisterOracle &books)
{
    QList<Movement> planned;
    for (int i = 1 + below(4); i > 0; --i)
        planned.append(movement("planned"));
    RegisterOracle after = books;
    QCOMPARE(after.post(planned, false).error, QString());
    const auto preview = reg.preview("planned", planned);
    BINCARD_OK(preview);
    for (const KeyEffect &effect : preview->keys) {
        // From the first day on that changes: what a day takes and gives alike does not change it.
        QMap<QDate, qint64> days;
        for (const Movement &one : planned) {
            if (one.dimensions == effect.key)
                days[one.period.date] += one.resources.constFirst().units();
        }
        QDate from = days.firstKey();
        for (auto day = days.end(); day != days.begin();) {
            --day;
            from = *day != 0 ? day.key() : from;
        }
        QCOMPARE(shown({effect.lowest, effect.lowestDate}), shown(after.lowest(effect.key, from, {})));
    }
}

void TestLowestBalances::overYears_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<NegativePolicy>("policy");
    for (const char *engine : {"sqlite", "postgresql"}) {
        QTest::addRow("%s, forbid", engine) << QString(engine) << NegativePolicy::Forbid;
        QTest::addRow("%s, allow", engine) << QString(engine) << NegativePolicy::Allow;
    }
}

void TestLowestBalances::overYears()
{
    QFETCH(NegativePolicy, policy);
    BINCARD_TEST_DATABASE(database);
    m_random.seed(seedOfThisRun());
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(define(policy)));
    auto reg = accumulator.use("stock");
    BINCARD_OK(reg);
    RegisterOracle books(define(policy));
    // The oracle of a register that refuses nothing: what would be left if it were posted all the same.
    RegisterOracle lenient(define(NegativePolicy::Allow));
    const QList<Movement> opening{
        {"opening", Period(begin), key(0), {Decimal(150, 1)}}, {"opening", Period(begin), key(1), {Decimal(40, 1)}}};
    BINCARD_OK(reg->post(opening));
    QCOMPARE(books.post(opening, false).error + lenient.post(opening, false).error, QString());
    for (int i = 0; i < 200 && !QTest::currentTestFailed(); ++i) {
        const QStringList active = books.activeRecorders();
        if (below(6) == 0 && !active.isEmpty()) {
            const QString recorder = active.at(below(int(active.size())));
            if (books.unpost(recorder).error.isEmpty()) {
                BINCARD_OK(reg->unpost(recorder));
                QCOMPARE(lenient.unpost(recorder).error, QString());
            } else {
                BINCARD_FAILS(reg->unpost(recorder), ErrorCode::InsufficientStock);
            }
        } else {
            QList<Movement> movements;
            for (int line = 1 + below(6); line > 0; --line)
                movements.append(movement(QString("r%1").arg(i)));
            if (books.post(movements, false).error.isEmpty()) {
                BINCARD_OK(reg->post(movements));
                QCOMPARE(lenient.post(movements, false).error, QString());
            } else {
                BINCARD_FAILS(reg->post(movements), ErrorCode::InsufficientStock);
            }
        }
        compareLowest(*reg, books);
        comparePreview(*reg, lenient);
    }
}

// Every month ends where it began, and every June falls as low as the one before: the first one is meant.
void TestLowestBalances::theFirstOfEqualDays()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(define(NegativePolicy::Forbid)));
    auto reg = accumulator.use("stock");
    BINCARD_OK(reg);
    QList<Movement> movements{{"opening", Period(begin), key(1), {Decimal(50, 1)}}};
    for (QDate month = begin; month < begin.addYears(years); month = month.addMonths(1)) {
        const int units = month.month() == 6 ? 40 : 30;
        movements.append({"m", Period(month.addDays(4)), key(1), {Decimal(-units, 1)}});
        movements.append({"m", Period(month.addDays(9)), key(1), {Decimal(units, 1)}});
    }
    BINCARD_OK(reg->post(movements));
    const auto lowest = [&](QDate from) {
        const auto found = reg->lowestBalances({key(1)}, from);
        return found.ok() ? shown(found->constFirst()) : told(found.error());
    };
    QCOMPARE(lowest(begin), "1.0@2016-06-05");
    QCOMPARE(lowest(QDate(2016, 6, 9)), "1.0@2016-06-09");
    QCOMPARE(lowest(QDate(2016, 6, 10)), "1.0@2017-06-05");
    QCOMPARE(lowest(QDate(2027, 6, 10)), "2.0@2027-07-05");
    QCOMPARE(lowest(QDate(2027, 12, 10)), "5.0@2027-12-10");
    BINCARD_OK(reg->post({{"late", Period(QDate(2020, 6, 30)), key(1), {Decimal(-10, 1)}}}));
    QCOMPARE(lowest(begin), "0.0@2021-06-05");
}

QTEST_GUILESS_MAIN(TestLowestBalances)
#include "tst_lowest_balances.moc"
