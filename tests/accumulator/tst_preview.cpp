// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/RegisterOracle.h"
#include "support/Registers.h"
#include "support/Seed.h"
#include "support/Sessions.h"
#include "support/TestDatabase.h"

#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

using namespace bincard;
using namespace bincard::test;

/// A preview says beforehand what an operation does, to the figure; and the history of a recorder says it afterwards.
class TestPreview : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatThenHappens_data();
    void saysWhatThenHappens();
    void validatesLikeTheOperation_data() { engines(); }
    void validatesLikeTheOperation();
    void writesAndLocksNothing_data() { engines(); }
    void writesAndLocksNothing();
    void tellsTheHistoryOfARecorder_data() { engines(); }
    void tellsTheHistoryOfARecorder();

private:
    [[nodiscard]] Movement movement(const QString &recorder);
    void step(Register &reg);
    void compare(const EffectPreview &preview, const RegisterOracle &after, const QMap<QString, QDate> &from);
    void compareKeys(const EffectPreview &preview, const QMap<QString, QDate> &from);

    QRandomGenerator m_random;
    RegisterDefinition m_definition;
    std::unique_ptr<RegisterOracle> m_free; ///< knows the register's state and forbids nothing
    int m_refused = 0, m_done = 0;
};

namespace {

RegisterDefinition define(RegisterKind kind, NegativePolicy policy)
{
    auto base =
        kind == RegisterKind::Balance ? RegisterDefinition::balance("stock") : RegisterDefinition::turnover("stock");
    return base.dimension("warehouse", DimensionType::Int)
        .dimension("lot", DimensionType::Text, "")
        .decimal("quantity", 3, policy)
        .decimal("amount", 2);
}

QString keyText(const QList<QVariant> &key) { return key.at(0).toString() + '/' + key.at(1).toString(); }

Filter only(const QList<QVariant> &key) { return {{"warehouse", {key.at(0)}}, {"lot", {key.at(1)}}}; }

/// Per key the first day whose net differs between two states of a recorder; the first day named if none does.
QMap<QString, QDate> firstChanges(const QList<Movement> &before, const QList<Movement> &after)
{
    QMap<QString, QMap<QDate, std::pair<qint64, qint64>>> nets;
    const auto add = [&](const QList<Movement> &movements, int sign) {
        for (const Movement &movement : movements) {
            auto &net = nets[keyText(movement.dimensions)][movement.period.date];
            net.first += sign * movement.resources.at(0).units();
            net.second += sign * movement.resources.at(1).units();
        }
    };
    add(before, -1);
    add(after, 1);
    QMap<QString, QDate> first;
    for (auto key = nets.begin(); key != nets.end(); ++key) {
        for (auto day = key->begin(); day != key->end() && !first.contains(key.key()); ++day) {
            if (day->first != 0 || day->second != 0)
                first.insert(key.key(), day.key());
        }
    }
    return first;
}

} // namespace

Movement TestPreview::movement(const QString &recorder)
{
    const bool receipt = m_random.bounded(100) < 55;
    const qint64 size = m_random.bounded(1, receipt ? 9000 : 7000);
    const Period period(QDate(2026, 1, 25).addDays(m_random.bounded(40)), QTime(m_random.bounded(2), 0));
    return {recorder, period, {qint64(m_random.bounded(2)), m_random.bounded(3) == 0 ? QString("ä'\"") : QString()},
        {Decimal(receipt ? size : -size, 3), Decimal(m_random.bounded(-500, 500), 2)}, {}};
}

void TestPreview::compare(const EffectPreview &preview, const RegisterOracle &after, const QMap<QString, QDate> &from)
{
    QList<QVariant> last;
    for (const KeyEffect &effect : preview.keys) {
        QVERIFY2(last.isEmpty() || comesBefore(last, effect.key), "the keys are out of order");
        last = effect.key;
        if (m_definition.hasBalances()) {
            QCOMPARE(effect.before, m_free->balance(only(effect.key), {}, {}).constFirst().resources);
            QCOMPARE(effect.after, after.balance(only(effect.key), {}, {}).constFirst().resources);
        }
        if (!from.contains(keyText(effect.key)))
            continue;
        const LowestBalance lowest = after.lowest(effect.key, from.value(keyText(effect.key)), {});
        QCOMPARE(effect.lowest.toString(), lowest.lowest.toString());
        QCOMPARE(effect.lowestDate, lowest.date);
        QCOMPARE(effect.refused, m_definition.forbiddenResource() >= 0 && lowest.lowest.isNegative());
    }
    for (auto key = from.begin(); key != from.end(); ++key)
        QVERIFY2(std::ranges::any_of(
                     preview.keys, [&](const KeyEffect &effect) { return keyText(effect.key) == key.key(); }),
            qPrintable("not told of: " + key.key()));
}

void TestPreview::step(Register &reg)
{
    const QStringList recorders = m_free->activeRecorders();
    const bool known = !recorders.isEmpty() && m_random.bounded(10) < 6;
    const QString recorder =
        known ? recorders.at(m_random.bounded(int(recorders.size()))) : QString("doc:%1").arg(m_random.generate());
    const bool append = m_random.bounded(5) == 0;
    const bool unpost = known && !append && m_random.bounded(3) == 0;
    const QList<Movement> before = m_free->active(recorder);
    QList<Movement> movements;
    for (const Movement &old : before) {
        if (!unpost && m_random.bounded(3) != 0)
            movements.append(old);
    }
    for (int i = unpost ? 0 : m_random.bounded(1, 4); i > 0; --i)
        movements.append(movement(recorder));

    const auto preview = reg.preview(recorder, movements, append);
    BINCARD_OK(preview);
    RegisterOracle attempt = *m_free;
    append ? attempt.post(movements, true) : attempt.repost(recorder, movements);
    compare(*preview, attempt, firstChanges(append ? QList<Movement>() : before, movements));

    QSet<QString> refused;
    for (const KeyEffect &effect : preview->keys) {
        if (effect.refused)
            refused.insert(keyText(effect.key));
    }
    RepostResult done;
    std::optional<Error> error;
    if (append) {
        const auto result = reg.post(movements, true);
        result.ok() ? void(done.posted = result->posted) : void(error = result.error());
    } else if (unpost) {
        const auto result = reg.unpost(recorder);
        result.ok() ? void(done.reversed = result->reversed) : void(error = result.error());
    } else {
        const auto result = reg.repost(recorder, movements);
        result.ok() ? void(done = *result) : void(error = result.error());
    }
    if (error) {
        QVERIFY2(error->code() == ErrorCode::InsufficientStock, qPrintable(told(*error)));
        QSet<QString> short_;
        const QJsonArray shortages = error->details().value("shortages").toArray();
        for (const QJsonValue &shortage : shortages)
            short_.insert(keyText({shortage["key"]["warehouse"].toVariant(), shortage["key"]["lot"].toVariant()}));
        QCOMPARE(short_, refused);
        ++m_refused;
        return;
    }
    QVERIFY2(refused.isEmpty(), "what the preview refused was done");
    QCOMPARE(preview->reversed, done.reversed);
    QCOMPARE(preview->posted, done.posted);
    QCOMPARE(preview->unchanged, done.unchanged);
    *m_free = attempt;
    ++m_done;
}

void TestPreview::saysWhatThenHappens_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<RegisterKind>("kind");
    QTest::addColumn<NegativePolicy>("policy");
    for (const char *engine : {"sqlite", "postgresql"}) {
        QTest::addRow("%s: forbid", engine) << QString(engine) << RegisterKind::Balance << NegativePolicy::Forbid;
        QTest::addRow("%s: allow", engine) << QString(engine) << RegisterKind::Balance << NegativePolicy::Allow;
        QTest::addRow("%s: turnover", engine) << QString(engine) << RegisterKind::Turnover << NegativePolicy::Allow;
    }
}

void TestPreview::saysWhatThenHappens()
{
    BINCARD_TEST_DATABASE(database);
    QFETCH(RegisterKind, kind);
    QFETCH(NegativePolicy, policy);
    m_random.seed(seedOfThisRun());
    m_refused = m_done = 0;
    m_definition = define(kind, policy);
    m_free = std::make_unique<RegisterOracle>(define(kind, NegativePolicy::Allow));
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(m_definition));
    auto reg = accumulator.use("stock");
    BINCARD_OK(reg);
    for (int i = 0; i < 250 && !QTest::currentTestFailed(); ++i)
        step(*reg);
    QVERIFY(m_done > 50);
    QVERIFY(policy == NegativePolicy::Allow || m_refused > 20);
}

void TestPreview::validatesLikeTheOperation()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    QList<Movement> wrong{
        stock.movement("r1", "2026-04-01", 1, 10, "5"), stock.movement("r2", "2026-04-01", 1, 10, "5")};
    wrong[0].resources.removeLast();
    const auto refused = stock->preview("r1", wrong);
    BINCARD_FAILS(refused, ErrorCode::Validation);
    QCOMPARE(refused.error().toJson(), stock->repost("r1", wrong).error().toJson());
    BINCARD_FAILS(stock->preview(" ", {}), ErrorCode::Validation);
    // A reference that leads nowhere would be refused by the foreign key.
    const QList<Movement> nowhere{stock.movement("r1", "2026-04-01", 1, 99, "5")};
    const auto unknown = stock->preview("r1", nowhere);
    BINCARD_FAILS(unknown, ErrorCode::Validation);
    QCOMPARE(unknown.error().message().english(), stock->repost("r1", nowhere).error().message().english());
    // Nothing there and nothing wanted: nothing happens.
    const auto nothing = stock->preview("r1", {});
    BINCARD_OK(nothing);
    QVERIFY(nothing->keys.isEmpty());
}

void TestPreview::writesAndLocksNothing()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("r1", "2026-04-01", 1, 10, "5", "3")}));
    OtherSession other(database.location());
    QSqlDatabase connection = other.connection();
    QVERIFY(connection.transaction());
    BINCARD_OK(other->post({stock.movement("r2", "2026-04-01", 1, 10, "5", "3")}));
    // The other has written and not committed: neither engine makes a preview wait for that.
    const auto preview = stock->preview("r1", {stock.movement("r1", "2026-04-03", 1, 10, "7", "3")});
    BINCARD_OK(preview);
    QCOMPARE(preview->keys.size(), 1);
    QCOMPARE(preview->keys.constFirst().after.constFirst().toString(), "7.0000");
    // Moved to the third, the first day changed is the first: nothing is left there.
    QCOMPARE(preview->keys.constFirst().lowest.toString(), "0.0000");
    QCOMPARE(preview->keys.constFirst().lowestDate, QDate(2026, 4, 1));
    QVERIFY(connection.commit());
    QCOMPARE(stock.balances(), "10.0000 6.00");
}

void TestPreview::tellsTheHistoryOfARecorder()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    stock.accumulator().setRecordedBy("ann");
    BINCARD_OK(stock->post(
        {stock.movement("r1", "2026-04-01", 1, 10, "5", "3"), stock.movement("r1", "2026-04-01", 1, 11, "2", "1")}));
    BINCARD_OK(stock->post({stock.movement("r2", "2026-04-01", 1, 10, "5", "3")}));
    stock.accumulator().setRecordedBy("bob");
    BINCARD_OK(stock->repost("r1", {stock.movement("r1", "2026-04-01", 1, 10, "5", "3")}));
    BINCARD_OK(stock->unpost("r1"));
    const auto history = stock->history("r1");
    BINCARD_OK(history);
    QStringList lines;
    QList<qint64> ids;
    for (const JournalRow &row : *history) {
        ids << row.id;
        lines << QString("%1 %2 of %3 by %4")
                     .arg(row.recordedBy, row.resources.constFirst().toString())
                     .arg(ids.indexOf(row.reversalOf))
                     .arg(row.reversedBy != 0);
        QVERIFY(QDateTime::fromString(row.recordedAt, Qt::ISODateWithMs).isValid());
    }
    QCOMPARE(
        lines.join("; "), "ann 5.0000 of -1 by 1; ann 2.0000 of -1 by 1; bob -2.0000 of 1 by 0; bob -5.0000 of 0 by 0");
    QVERIFY(stock->history("nobody")->isEmpty());
}

QTEST_GUILESS_MAIN(TestPreview)
#include "tst_preview.moc"
