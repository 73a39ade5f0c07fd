// SPDX-License-Identifier: LGPL-3.0-or-later
#include "support/LedgerBooks.h"
#include "support/Seed.h"

using namespace bincard;
using namespace bincard::test;

/// Rule E17: figures of a ledger against sums over the active movements, the long way, in a random sequence.
class TestLedgerOracle : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheOracle_data() { engines(); }
    void agreesWithTheOracle();
};

namespace {

/// What the ledger must answer: each active movement twice, once a side.
class Oracle
{
public:
    QMap<QString, QList<Movement>> active;

    struct Sums
    {
        qint64 openingNet = 0, debitTurnover = 0, creditTurnover = 0;
    };

    template <typename Group>
    QMap<QString, QMap<QString, Sums>> keys(const Period &from, const Until &until, Group group) const
    {
        QMap<QString, QMap<QString, Sums>> sums;
        for (const QList<Movement> &movements : active) {
            for (const Movement &movement : movements) {
                for (const bool credit : {false, true}) {
                    const LedgerSide &side = credit ? movement.credit : movement.debit;
                    const Period end = until.wholeDay ? Period(until.period.date, QTime(23, 59, 59)) : until.period;
                    if (movement.period > end)
                        continue;
                    QString key = side.account + '|' + movement.dimensions.constFirst().toString();
                    for (auto it = side.analytics.begin(); it != side.analytics.end(); ++it)
                        key += '|' + it.key() + '=' + it.value();
                    Sums &found = sums[group(side, movement)][key];
                    const qint64 units = movement.resources.constFirst().units();
                    if (movement.period < from)
                        found.openingNet += credit ? -units : units;
                    else
                        (credit ? found.creditTurnover : found.debitTurnover) += units;
                }
            }
        }
        return sums;
    }
};

} // namespace

void TestLedgerOracle::agreesWithTheOracle()
{
    BINCARD_TEST_DATABASE(database);
    Books books(database);
    QRandomGenerator random(seedOfThisRun());
    const auto pick = [&](const QStringList &values) { return values.at(random.bounded(values.size())); };
    const auto moment = [&] {
        return Period(QDate(2026, 1, 1).addDays(random.bounded(120)),
            random.bounded(2) ? QTime(0, 0) : QTime(random.bounded(24), random.bounded(60), 1));
    };
    const auto side = [&] {
        LedgerSide made{pick({"41", "60", "62", "90"}), {}};
        for (const char *key : {"item", "partner"}) {
            if (random.bounded(2))
                made.analytics.insert(key, pick({"A", "B", "\u00e4\"\\", "C d"}));
        }
        return made;
    };
    Oracle oracle;
    for (int operation = 0; operation < 60; ++operation) {
        const QString recorder = QString("doc:%1").arg(random.bounded(15));
        if (random.bounded(4) == 0 && oracle.active.contains(recorder)) {
            BINCARD_OK(books->unpost(recorder));
            oracle.active.remove(recorder);
            continue;
        }
        QList<Movement> movements = random.bounded(2) ? oracle.active.value(recorder) : QList<Movement>();
        for (int i = random.bounded(4); i >= 0; --i)
            movements.append({recorder, moment(), {pick({"EUR", "USD"})}, {Decimal(random.bounded(-500, 2000), 2)}, {},
                side(), side()});
        BINCARD_OK(books->repost(recorder, movements));
        oracle.active[recorder] = movements;

        TurnoverQuery query;
        query.from = moment();
        const QDate last = query.from->date.addDays(random.bounded(60));
        query.to = random.bounded(2) ? Until(last) : Until(Period(last, query.from->time));
        const QString group = pick({"account", "analytics.item", "currency"});
        query.groupBy = QStringList{group};
        const auto expected = oracle.keys(*query.from, *query.to, [&](const LedgerSide &s, const Movement &m) {
            return group == "account" ? s.account
                : group == "currency" ? m.dimensions.constFirst().toString()
                                      : s.analytics.value("item", "");
        });
        QStringList turnovers, balances;
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            qint64 opening = 0, debit = 0, credit = 0, inDebit = 0, inCredit = 0;
            for (const Oracle::Sums &key : *it) {
                const qint64 net = key.openingNet + key.debitTurnover - key.creditTurnover;
                opening += key.openingNet;
                debit += key.debitTurnover;
                credit += key.creditTurnover;
                (net > 0 ? inDebit : inCredit) += std::abs(net);
            }
            if (opening || debit || credit)
                turnovers << QString("%1 %2 %3 %4 %5")
                                 .arg(it.key())
                                 .arg(opening)
                                 .arg(debit)
                                 .arg(credit)
                                 .arg(opening + debit - credit);
            if (inDebit || inCredit)
                balances << QString("%1 %2 %3 %4").arg(it.key()).arg(inDebit - inCredit).arg(inDebit).arg(inCredit);
        }
        const auto turnover = books->turnover(query);
        BINCARD_OK(turnover);
        QStringList answered;
        for (const TurnoverRow &row : *turnover)
            answered << QString("%1 %2 %3 %4 %5")
                            .arg(row.group.constFirst().toString())
                            .arg(row.opening.constFirst().units())
                            .arg(row.receipts.constFirst().units())
                            .arg(row.issues.constFirst().units())
                            .arg(row.closing.constFirst().units());
        turnovers.sort();
        answered.sort();
        QCOMPARE(answered, turnovers);
        const auto balance = books->balance({}, query.groupBy, query.to);
        BINCARD_OK(balance);
        answered.clear();
        for (const BalanceRow &row : *balance)
            answered << QString("%1 %2 %3 %4")
                            .arg(row.group.constFirst().toString())
                            .arg(row.resources.constFirst().units())
                            .arg(row.debit.constFirst().units())
                            .arg(row.credit.constFirst().units());
        balances.sort();
        answered.sort();
        QCOMPARE(answered, balances);
    }
    QCOMPARE(books.findings(), 0);
    const auto sound = books->soundness();
    BINCARD_OK(sound);
    QCOMPARE(sound->debit, sound->credit);
    const QString before = books.balances({"account", "analytics", "currency"});
    BINCARD_OK(books->rebuild());
    QCOMPARE(books.balances({"account", "analytics", "currency"}), before);
    QCOMPARE(books.balances({"account", "analytics", "currency"}, {}, "2027-01-01"), before);
}

QTEST_GUILESS_MAIN(TestLedgerOracle)
#include "tst_ledger_oracle.moc"
