// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/BenchEngine.h"

#include <algorithm>

namespace bincard::bench {

namespace {

constexpr int turns = 5;
constexpr int smallJournal = 10'000;
constexpr int storedMovements = 100'000;
constexpr int batchSize = 1000;
constexpr int fillAtOnce = 10'000;
constexpr int millisecondsAllowed = 300;
constexpr Spread threeYears{500, 1096, 100};

BenchRow timeRow(const QString &suite, const QString &name, qint64 nanoseconds)
{
    BenchRow row = rateRow(suite, name, milliseconds(nanoseconds));
    row.unit = QStringLiteral("ms");
    return row;
}

Filter fullKey(int number, const Spread &spread)
{
    const QList<QVariant> key = keyOf(number % spread.keys, spread);
    return {{QStringLiteral("warehouse"), {key.at(0)}}, {QStringLiteral("product"), {key.at(1)}}};
}

} // namespace

Result<void> EngineSuite::makeFilled(const QString &name, qint64 movements, const Spread &spread)
{
    BINCARD_TRY(engine().create(engineDefinition(name)));
    BINCARD_ASSIGN(made, engine().use(name));
    BINCARD_TRY(made.post(openingStock(spread)));
    int batch = 0;
    BINCARD_TRY(made.load([&]() -> Result<QList<Movement>> {
        const qint64 left = movements - qint64(batch) * fillAtOnce;
        if (left <= 0)
            return QList<Movement>{};
        QList<Movement> some = batchOf(QStringLiteral("fill"), batch++, fillAtOnce, spread);
        some.resize(std::min<qsizetype>(some.size(), left));
        return some;
    }));
    return analyze();
}

/// What autovacuum does sooner or later, at once, so that every run meets the same statistics.
Result<void> EngineSuite::analyze()
{
    return session().run(isPostgres() ? QStringLiteral("VACUUM ANALYZE") : QStringLiteral("PRAGMA optimize"));
}

EngineSuite::Rows EngineSuite::reads()
{
    const QString suite = QStringLiteral("reads"), few = QStringLiteral("engine_reads"), many = manyKeysRegister;
    BINCARD_TRY(makeFilled(few, smallJournal, Spread()));
    BINCARD_ASSIGN(used, engine().use(few));
    const QString sql = session().dialect().expand(
        QStringLiteral("SELECT quantity$4, amount$2 FROM %1_balance WHERE warehouse = ? AND product = ?").arg(few));
    const int count = operations(5000) / turns + 1;
    BINCARD_ASSIGN(times,
        inTurns(turns, count,
            {[&](int number) -> Result<void> {
                 BINCARD_TRY(used.balance(fullKey(number, Spread()), {}));
                 return {};
             },
                [&](int number) -> Result<void> {
                    const QList<QVariant> key = keyOf(number % Spread().keys);
                    BINCARD_ASSIGN(rows, session().query(sql, {key.at(0).toLongLong(), key.at(1).toLongLong()}));
                    while (rows.next()) {
                        const Decimal quantity = rows.decimal(0, quantityScale), amount = rows.decimal(1, amountScale);
                        Q_UNUSED(quantity)
                        Q_UNUSED(amount)
                    }
                    return rows.finished();
                }}));
    BenchRow balance = rateRow(suite, QStringLiteral("balance by full key"), perSecond(count, times.at(0)));
    balance.operations = qint64(count) * turns;
    QList<BenchRow> rows{atLeast(
        beside(balance, QStringLiteral("bare SELECT by primary key"), perSecond(count, times.at(1))), Decimal(90, 2))};

    BINCARD_ASSIGN(there, engine().list());
    if (std::ranges::none_of(there, [&](const RegisterDefinition &each) { return each.name() == many; }))
        BINCARD_TRY(makeFilled(many, qint64(2) * manyKeys.keys, manyKeys));
    BINCARD_ASSIGN(wide, engine().use(many));
    const auto grouped = [&](int number) -> Result<void> {
        BINCARD_TRY(wide.balance({}, {QStringLiteral("product")}, Until(dayOf(100 + number * 17))));
        return {};
    };
    BINCARD_TRY(timesOf(0, 2, grouped));
    BINCARD_ASSIGN(each, timesOf(2, 10, grouped));
    BenchRow atDate = timeRow(suite, QStringLiteral("balances at a date by item, 100,000 keys"), percentile(each, 50));
    atDate.operations = each.size();
    rows << atMost(beside(atDate, QStringLiteral("the target"), Decimal(millisecondsAllowed, 0)), Decimal(100, 2));
    return rows;
}

EngineSuite::Rows EngineSuite::growth()
{
    const QString suite = QStringLiteral("growth");
    const QString smallName = QStringLiteral("engine_small"), largeName = QStringLiteral("engine_large");
    BINCARD_TRY(makeFilled(smallName, smallJournal, threeYears));
    BINCARD_TRY(makeFilled(largeName, m_request.large, threeYears));
    BINCARD_ASSIGN(smallOne, engine().use(smallName));
    BINCARD_ASSIGN(largeOne, engine().use(largeName));
    const auto balance = [](Register &used) {
        return [&used](int number) -> Result<void> {
            BINCARD_TRY(used.balance(fullKey(number, threeYears), {}, Until(dayOf(1 + number * 31 % threeYears.days))));
            return {};
        };
    };
    const auto turnover = [](Register &used) {
        return [&used](int number) -> Result<void> {
            TurnoverQuery query;
            query.filter = fullKey(number, threeYears);
            const QDate some = dayOf(1 + number * 31 % threeYears.days);
            query.from = Period(QDate(some.year(), some.month(), 1));
            query.to = Until(QDate(some.year(), some.month(), some.daysInMonth()));
            BINCARD_TRY(used.turnover(query));
            return {};
        };
    };
    const int count = operations(2500) / turns + 1;
    QList<BenchRow> rows;
    const auto row = [&](const QString &what, const Work &small, const Work &large) -> Result<void> {
        BINCARD_ASSIGN(times, inTurns(turns, count, {large, small}));
        BenchRow made =
            timeRow(suite, QStringLiteral("%1, %2 movements").arg(what).arg(m_request.large), times.at(0) / count);
        made.operations = qint64(count) * turns;
        rows << atMost(beside(made, QStringLiteral("the same with %1 movements").arg(smallJournal),
                           milliseconds(times.at(1) / count)),
            Decimal(150, 2));
        return {};
    };
    BINCARD_TRY(row(QStringLiteral("balance of one key at a date"), balance(smallOne), balance(largeOne)));
    BINCARD_TRY(row(QStringLiteral("turnover of one key in a month"), turnover(smallOne), turnover(largeOne)));
    return rows;
}

Result<qint64> EngineSuite::pagesInUse()
{
    BINCARD_ASSIGN(rows,
        session().query(QStringLiteral("SELECT (page_count - freelist_count) * page_size"
                                       " FROM pragma_page_count, pragma_freelist_count, pragma_page_size")));
    const qint64 bytes = rows.next() ? rows.integer(0) : 0;
    BINCARD_TRY(rows.finished());
    return bytes;
}

Result<qint64> EngineSuite::bytesOf(const QString &name)
{
    BINCARD_ASSIGN(rows,
        session().query(QStringLiteral("SELECT sum(pg_total_relation_size(oid))::text FROM pg_class"
                                       " WHERE relkind = 'r' AND starts_with(relname, ?)"),
            {QString(name + u'_')}));
    const qint64 bytes = rows.next() ? rows.text(0).toLongLong() : 0;
    BINCARD_TRY(rows.finished());
    return bytes;
}

EngineSuite::Rows EngineSuite::storage()
{
    const QString name = QStringLiteral("engine_storage");
    const auto used = [this, &name]() { return isPostgres() ? bytesOf(name) : pagesInUse(); };
    BINCARD_ASSIGN(before, used());
    BINCARD_TRY(engine().create(engineDefinition(name)));
    BINCARD_ASSIGN(posted, engine().use(name));
    BINCARD_TRY(posted.post(openingStock()));
    QString peerRegister;
    if (m_peer) {
        BINCARD_ASSIGN(made, makePeerRegister(name, Peer::Kind::Plain));
        peerRegister = made;
    }
    for (int number = 0; number < storedMovements / batchSize; ++number) {
        const QList<Movement> batch = batchOf(QStringLiteral("s"), number, batchSize);
        BINCARD_TRY(posted.post(batch));
        if (m_peer)
            BINCARD_TRY(m_peer->post(peerRegister, batch));
    }
    BINCARD_ASSIGN(after, used());
    BenchRow row = rateRow(QStringLiteral("storage"), QStringLiteral("a movement with all totals and indexes"),
        Decimal((after - before) / storedMovements, 0));
    row.unit = QStringLiteral("bytes");
    row.operations = storedMovements;
    if (m_peer) {
        BINCARD_ASSIGN(bytes, m_peer->bytes(peerRegister));
        row = beside(row, m_peerName, Decimal(bytes / storedMovements, 0));
    }
    return QList<BenchRow>{row};
}

} // namespace bincard::bench
