// SPDX-License-Identifier: GPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/BookContent.h"
#include "support/RegisterOracle.h"
#include "support/Registers.h"
#include "support/Seed.h"
#include "support/TestDatabase.h"

#include <QRandomGenerator>

using namespace bincard;
using namespace bincard::test;

/// Rule E11 for many rows at once over three years, with little in stock: most batches pass by the months' lowest sums,
/// some by the days, many break a day somewhere. An oracle that adds up every day says which, and on what day.
class TestBatchesOverYears : public QObject
{
    Q_OBJECT

private slots:
    void agreeWithTheOracle_data() { engines(); }
    void agreeWithTheOracle();

private:
    [[nodiscard]] QList<Movement> batch(const QString &recorder, int count);

    QRandomGenerator m_random;
};

QList<Movement> TestBatchesOverYears::batch(const QString &recorder, int count)
{
    const auto moved = [&](QDate day, int key, int pieces) {
        return Movement{recorder, Period(day, QTime(m_random.bounded(24), 0)), {qint64(key / 2), qint64(key % 2)},
            {Decimal(pieces, 0), Decimal(pieces * 7, 2)}, {}};
    };
    // Some stay within days of each other, so that they meet in a month; others are far apart.
    const int spread = m_random.bounded(3) == 0 ? 1095 : 25;
    const QDate first = QDate(2024, 1, 1).addDays(m_random.bounded(1096 - spread));
    const bool ofOneKey = m_random.bounded(3) == 0;
    const int key = m_random.bounded(4);
    QList<Movement> movements;
    for (int i = 0; i < count; ++i)
        movements << moved(
            first.addDays(m_random.bounded(spread)), ofOneKey ? key : m_random.bounded(4), m_random.bounded(-42, 43));
    // What is taken at the end, where there is plenty, says nothing of what is taken long before.
    if (ofOneKey)
        movements << moved(QDate(2027, 1, 5), key, 150) << moved(QDate(2027, 1, 6), key, -1);
    return movements;
}

void TestBatchesOverYears::agreeWithTheOracle()
{
    BINCARD_TEST_DATABASE(database);
    m_random.seed(seedOfThisRun());
    const RegisterDefinition definition = RegisterDefinition::balance("years")
                                              .dimension("warehouse", DimensionType::Int)
                                              .dimension("item", DimensionType::Int)
                                              .integer("pieces", NegativePolicy::Forbid)
                                              .decimal("amount", 2);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(definition));
    auto years = accumulator.use("years");
    BINCARD_OK(years);
    RegisterOracle oracle(definition);
    QList<Movement> opening; // or an unlucky start would have nearly everything refused
    for (const int key : {0, 1, 2, 3})
        opening << Movement{"opening", at("2024-01-01"), {key / 2, key % 2}, {Decimal(120, 0), Decimal(0, 2)}, {}};
    BINCARD_OK(years->post(opening));
    QCOMPARE(oracle.post(opening, false).error, QString());
    int done = 0, refused = 0;
    for (int operation = 0; operation < 250; ++operation) {
        QStringList active = oracle.activeRecorders();
        active.removeOne("opening");
        const int kind = active.isEmpty() ? 0 : m_random.bounded(10);
        const QString recorder =
            kind < 6 ? QString("doc:%1").arg(operation) : active.at(m_random.bounded(static_cast<int>(active.size())));
        const QList<Movement> movements = batch(recorder, m_random.bounded(4, 16));
        RegisterOracle::Outcome expected;
        Result<void> actual;
        const auto take = [&](const RegisterOracle::Outcome &outcome, const auto &result) {
            expected = outcome;
            actual = result.ok() ? Result<void>() : Result<void>(result.error());
        };
        if (kind < 4)
            take(oracle.post(movements, false), years->post(movements));
        else if (kind < 6)
            take(oracle.post(movements, false), years->load(inParts(movements, 7)));
        else if (kind < 8)
            take(oracle.unpost(recorder), years->unpost(recorder));
        else
            take(oracle.repost(recorder, movements), years->repost(recorder, movements));
        QCOMPARE(actual.ok() ? QString() : code(actual.error().code()), expected.error);
        if (!actual.ok())
            QCOMPARE(actual.error().details().value("shortages").toArray(), expected.shortages);
        ++(actual.ok() ? done : refused);
    }
    QVERIFY2(done > 40 && refused > 20, qPrintable(QString("%1 done, %2 refused").arg(done).arg(refused)));
    const auto verified = years->verify();
    BINCARD_OK(verified);
    QCOMPARE(verified->rows.size(), 0);
    QCOMPARE(shown(*years->balance({}, {"warehouse", "item"})), shown(oracle.balance({}, {"warehouse", "item"}, {})));
}

QTEST_GUILESS_MAIN(TestBatchesOverYears)
#include "tst_batches_over_years.moc"
