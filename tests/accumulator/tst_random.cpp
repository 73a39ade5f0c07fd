// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/RegisterOracle.h"
#include "support/Registers.h"
#include "support/TestDatabase.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <memory>

using namespace bincard;
using namespace bincard::test;

/// Random postings, unpostings and repostings, backdated and not, on both engines in lockstep and against a brute-force
/// oracle: every answer must be the oracle's to the byte. Many short sequences, each in a fresh register, so that what
/// it takes grows with their number alone. BINCARD_SEED and BINCARD_OPERATIONS (calls of a register, writing and
/// reading alike, by kind of register) repeat or lengthen a run; beyond five minutes QtTest wants QTEST_FUNCTION_TIMEOUT
/// (milliseconds) as well.
class TestRandom : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheOracle_data();
    void agreesWithTheOracle();

private:
    /// A register of the same definition on one engine.
    struct Side
    {
        explicit Side(const QString &engine);
        void renew(const RegisterDefinition &definition);
        TestDatabase database;
        std::unique_ptr<Accumulator> accumulator;
        std::unique_ptr<Register> reg;
    };

    template <typename T>
    const T &pick(const QList<T> &values)
    {
        return values.at(m_random.bounded(static_cast<int>(values.size())));
    }
    bool oneIn(int n) { return m_random.bounded(n) == 0; }

    [[nodiscard]] Period period();
    [[nodiscard]] QList<QVariant> key(bool mayDefault);
    [[nodiscard]] Movement movement(const QString &recorder);
    [[nodiscard]] Filter filter();
    [[nodiscard]] QStringList groupBy();
    [[nodiscard]] std::optional<Until> until();
    void operate();
    void compareTurnover();
    void compareBalance();
    void compareMovements();
    void compareLowest();
    void playSequence();
    void verify();
    void check(const QString &what, const QString &expected, const std::function<QString(Register &)> &answer);

    RegisterDefinition m_definition;
    QRandomGenerator m_random;
    std::unique_ptr<RegisterOracle> m_oracle;
    std::vector<std::unique_ptr<Side>> m_sides;
    int m_operations = 0;
    int m_written = 0, m_refused = 0;
};

namespace {

RegisterDefinition definition(RegisterKind kind)
{
    const auto policy = kind == RegisterKind::Balance ? NegativePolicy::Forbid : NegativePolicy::Allow;
    auto base =
        kind == RegisterKind::Balance ? RegisterDefinition::balance("mixed") : RegisterDefinition::turnover("mixed");
    return base.dimension("warehouse", DimensionType::Int)
        .reference("item", "items")
        .dimension("lot", DimensionType::Text, "")
        .dimension("best_before", DimensionType::Date)
        .dimension("sealed", DimensionType::Bool)
        .dimension("serial", DimensionType::Uuid)
        .dimension("batch", DimensionType::BigInt)
        .integer("pieces")
        .decimal("quantity", 3, policy)
        .decimal("amount", 2);
}

QString outcomeText(const RegisterOracle::Outcome &outcome)
{
    const QJsonObject json{{"error", outcome.error}, {"shortages", outcome.shortages}, {"result", outcome.result}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

template <typename T>
QString outcomeText(const Result<T> &result, const std::function<QJsonObject(const T &)> &json)
{
    if (result.ok())
        return outcomeText({{}, {}, json(*result)});
    if (result.error().code() == ErrorCode::Storage || result.error().code() == ErrorCode::Validation)
        return told(result.error());
    return outcomeText({code(result.error().code()), result.error().details().value("shortages").toArray(), {}});
}

template <typename T>
QString answerText(const Result<T> &result)
{
    return result.ok() ? shown(*result) : told(result.error());
}

} // namespace

TestRandom::Side::Side(const QString &engine) : database(engine)
{
    database.run("CREATE TABLE items (id BIGINT PRIMARY KEY, code TEXT UNIQUE NOT NULL)");
    database.run("INSERT INTO items VALUES (10, 'A'), (9007199254740993, 'B')");
    accumulator = std::make_unique<Accumulator>(database.database());
}

void TestRandom::Side::renew(const RegisterDefinition &definition)
{
    const auto must = [](const auto &result) {
        if (!result.ok())
            qFatal("%s", qPrintable(told(result.error())));
    };
    if (reg)
        must(accumulator->drop("mixed", true));
    must(accumulator->create(definition));
    const auto found = accumulator->use("mixed");
    must(found);
    reg = std::make_unique<Register>(*found);
}

Period TestRandom::period()
{
    static const QDate first(2025, 12, 20);
    const QDate day = oneIn(40) ? pick(QList<QDate>{QDate(1, 1, 1), QDate(9999, 12, 31), QDate(2024, 2, 29)})
                                : first.addDays(m_random.bounded(75));
    return oneIn(2) ? Period(day) : Period(day, QTime(m_random.bounded(24), 0, oneIn(3) ? 59 : 0));
}

QList<QVariant> TestRandom::key(bool mayDefault)
{
    // Texts that an array, JSON or LIKE could trip over; two that another order than that of bytes would swap.
    static const QList<QVariant> lots{
        QString(""), QString("a"), QString("B"), QString::fromUtf8("Ä\"'\\{},NULL%"), QString::fromUtf8("😀\n?:x")};
    QVariant lot = oneIn(3) ? pick(lots) : lots.at(1);
    if (mayDefault && oneIn(4))
        lot = QVariant();
    return {pick(QList<qint64>{1, -2}), oneIn(6) ? 9007199254740993 : qint64(10), lot,
        oneIn(8) ? QString("2027-01-31") : QString("2026-12-31"), !oneIn(8),
        oneIn(8) ? QString("ffffffff-ffff-4fff-bfff-ffffffffffff") : QString("3f2504e0-4f89-41d3-9a0c-0305e82c3301"),
        oneIn(8) ? std::numeric_limits<qint64>::min() : qint64(7)};
}

Movement TestRandom::movement(const QString &recorder)
{
    const bool receipt = m_random.bounded(100) < 45;
    const qint64 size = m_random.bounded(1, receipt ? 12000 : 9000);
    const Decimal quantity(oneIn(12) ? 0 : (receipt ? size : -size), 3);
    // The sides of the resources need not agree: a value may go up while the quantity goes down.
    const qint64 amount = m_random.bounded(-100000, 100000);
    return {recorder, period(), key(true), {Decimal(m_random.bounded(-3, 4), 0), quantity, Decimal(amount, 2)}, {}};
}

Filter TestRandom::filter()
{
    Filter result;
    const QList<QVariant> some = key(false), others = key(false);
    for (qsizetype i = 0; i < some.size(); ++i) {
        if (!oneIn(5))
            continue;
        QList<QVariant> &values = result[m_definition.dimensions().at(i).name];
        values.append(some.at(i));
        if (oneIn(2))
            values.append(others.at(i));
        if (oneIn(12))
            values.clear();
    }
    return result;
}

QStringList TestRandom::groupBy()
{
    QStringList names;
    for (const Dimension &dimension : m_definition.dimensions()) {
        if (oneIn(4))
            names.insert(m_random.bounded(static_cast<int>(names.size()) + 1), dimension.name);
    }
    return names;
}

std::optional<Until> TestRandom::until()
{
    if (oneIn(5))
        return {};
    const Period moment = period();
    return oneIn(2) ? Until(moment.date) : Until(moment);
}

void TestRandom::check(const QString &what, const QString &expected, const std::function<QString(Register &)> &answer)
{
    ++m_operations;
    for (const auto &side : m_sides) {
        const QString actual = answer(*side->reg);
        if (actual != expected)
            QFAIL(qPrintable(QStringLiteral("%1 on %2\n  is        %3\n  should be %4")
                                 .arg(what, side->database.engine(), actual, expected)));
    }
}

void TestRandom::operate()
{
    ++m_written;
    const QStringList active = m_oracle->activeRecorders();
    const int kind = m_random.bounded(100);
    const QString fresh = QStringLiteral("doc:%1").arg(m_random.bounded(100000));
    if (kind < 55 || active.isEmpty()) {
        QList<Movement> movements;
        const bool append = oneIn(15);
        const QString known = oneIn(20) && !active.isEmpty() ? pick(active) : fresh;
        for (int i = m_random.bounded(1, 6); i > 0; --i)
            movements.append(movement(oneIn(5) ? fresh + "'\\\"x" : known));
        const auto expected = m_oracle->post(movements, append);
        m_refused += expected.error.isEmpty() ? 0 : 1;
        check("post", outcomeText(expected), [&](Register &reg) {
            return outcomeText<PostResult>(reg.post(movements, append), [](const PostResult &r) {
                return QJsonObject{{"posted", r.posted}};
            });
        });
        return;
    }
    const QString recorder = oneIn(15) ? fresh : pick(active);
    if (kind < 75) {
        const auto expected = m_oracle->unpost(recorder);
        m_refused += expected.error.isEmpty() ? 0 : 1;
        check("unpost", outcomeText(expected), [&](Register &reg) {
            return outcomeText<UnpostResult>(reg.unpost(recorder), [](const UnpostResult &r) {
                return QJsonObject{{"reversed", r.reversed}};
            });
        });
        return;
    }
    QList<Movement> movements;
    for (const Movement &old : m_oracle->active(recorder)) {
        if (!oneIn(4))
            movements.append(old);
        if (oneIn(4))
            movements.insert(m_random.bounded(static_cast<int>(movements.size()) + 1), movement({}));
    }
    const auto expected = m_oracle->repost(recorder, movements);
    m_refused += expected.error.isEmpty() ? 0 : 1;
    check("repost", outcomeText(expected), [&](Register &reg) {
        return outcomeText<RepostResult>(reg.repost(recorder, movements), [](const RepostResult &r) {
            return QJsonObject{{"reversed", r.reversed}, {"posted", r.posted}, {"unchanged", r.unchanged}};
        });
    });
}

void TestRandom::compareTurnover()
{
    TurnoverQuery query;
    if (!oneIn(4))
        query.from = period();
    query.to = until();
    query.filter = filter();
    query.groupBy = groupBy();
    query.by = pick(QList<Granularity>{Granularity::None, Granularity::Day, Granularity::Month, Granularity::Year});
    if (query.from && query.to && query.to->period < *query.from)
        query.to.reset();
    check("turnover", shown(m_oracle->turnover(query)), [&](Register &reg) { return answerText(reg.turnover(query)); });
}

void TestRandom::compareBalance()
{
    const Filter which = filter();
    const QStringList groups = groupBy();
    const auto at = until();
    check("balance", shown(m_oracle->balance(which, groups, at)),
        [&](Register &reg) { return answerText(reg.balance(which, groups, at)); });
}

void TestRandom::compareMovements()
{
    MovementsQuery query;
    query.filter = filter();
    if (oneIn(4) && !m_oracle->activeRecorders().isEmpty())
        query.recorder = pick(m_oracle->activeRecorders());
    if (oneIn(2))
        query.from = period();
    query.to = until();
    query.activeOnly = oneIn(2);
    query.newestFirst = oneIn(2);
    query.limit = m_random.bounded(1, 60);
    const QStringList expected =
        m_oracle->journal(query.filter, query.recorder, query.from, query.to, query.activeOnly);
    check("movements", expected.join('\n'), [&](Register &reg) {
        QStringList lines;
        Period last;
        MovementsQuery next = query;
        do {
            const auto page = reg.movements(next);
            if (!page.ok())
                return told(page.error());
            for (const JournalRow &row : page->rows) {
                if (last.isValid() && (query.newestFirst ? row.period > last : row.period < last))
                    return QStringLiteral("out of order");
                last = row.period;
                lines << RegisterOracle::line(row);
            }
            next.after = page->next;
        } while (!next.after.isEmpty());
        lines.sort();
        return lines.join('\n');
    });
}

void TestRandom::compareLowest()
{
    QList<QList<QVariant>> keys;
    for (int i = m_random.bounded(1, 5); i > 0; --i)
        keys.append(key(false));
    const QStringList active = m_oracle->activeRecorders();
    const QString except = oneIn(2) && !active.isEmpty() ? pick(active) : QString();
    const QDate from = period().date;
    QStringList expected;
    for (const auto &wanted : keys) {
        const LowestBalance lowest = m_oracle->lowest(wanted, from, except);
        expected << lowest.lowest.toString() + '@' + lowest.date.toString(Qt::ISODate);
    }
    check("lowest", expected.join(' '), [&](Register &reg) {
        const auto found = reg.lowestBalances(keys, from, except);
        if (!found.ok())
            return told(found.error());
        QStringList lines;
        for (const LowestBalance &lowest : *found)
            lines << lowest.lowest.toString() + '@' + lowest.date.toString(Qt::ISODate);
        return lines.join(' ');
    });
}

void TestRandom::agreesWithTheOracle_data()
{
    QTest::addColumn<RegisterKind>("kind");
    QTest::newRow("balances") << RegisterKind::Balance;
    QTest::newRow("turnovers") << RegisterKind::Turnover;
}

void TestRandom::agreesWithTheOracle()
{
    QFETCH(RegisterKind, kind);
    bool given = false;
    quint32 seed = qEnvironmentVariable("BINCARD_SEED").toUInt(&given);
    if (!given)
        seed = QRandomGenerator::global()->generate();
    bool told = false;
    int operations = qEnvironmentVariable("BINCARD_OPERATIONS").toInt(&told);
    if (!told)
        operations = kind == RegisterKind::Balance ? 20'000 : 5'000;
    qInfo("BINCARD_SEED=%u BINCARD_OPERATIONS=%d", seed, operations);

    m_random.seed(seed);
    m_definition = definition(kind);
    m_sides.clear();
    m_operations = m_written = m_refused = 0;
    for (const char *engine : {"sqlite", "postgresql"}) {
        if (const QString why = whyUnavailable(engine); why.isEmpty())
            m_sides.push_back(std::make_unique<Side>(engine));
        else if (isRequired(engine))
            QFAIL(qPrintable(why));
    }
    while (m_operations < operations && !QTest::currentTestFailed())
        playSequence();
    if (m_definition.forbiddenResource() >= 0 && m_written >= 400)
        QVERIFY2(m_refused > m_written / 20, "hardly anything was refused; the sequences prove little");
    m_sides.clear();
}

void TestRandom::playSequence()
{
    constexpr int longest = 250;
    m_oracle = std::make_unique<RegisterOracle>(m_definition);
    for (const auto &side : m_sides)
        side->renew(m_definition);
    const bool balances = m_definition.hasBalances();
    for (int i = m_random.bounded(longest / 2, longest); i > 0 && !QTest::currentTestFailed(); --i) {
        operate();
        if (!balances || oneIn(2))
            compareTurnover();
        else
            compareBalance();
        if (oneIn(8))
            compareMovements();
        if (balances && oneIn(4))
            compareLowest();
    }
    verify();
}

void TestRandom::verify()
{
    for (const auto &side : m_sides) {
        const auto verified = side->reg->verify();
        BINCARD_OK(verified);
        for (const VerifyRow &row : verified->rows)
            QFAIL(qPrintable(QStringList(
                {side->database.engine(), row.check, row.key, row.period, row.expected, row.actual, row.status})
                                 .join(u'|')));
        QVERIFY(verified->checked > 0);
    }
}

QTEST_GUILESS_MAIN(TestRandom)
#include "tst_random.moc"
