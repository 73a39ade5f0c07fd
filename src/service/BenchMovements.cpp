// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/BenchMovements.h"

namespace bincard::bench {

namespace {

constexpr qint64 prime = 7919; // steps through keys and days so that each is met, in no order of use to an index

} // namespace

QDate dayOf(int day) { return QDate(2026, 1, 1).addDays(day); }

RegisterDefinition engineDefinition(const QString &name)
{
    return RegisterDefinition::balance(name)
        .dimension(QStringLiteral("warehouse"), DimensionType::Int)
        .dimension(QStringLiteral("product"), DimensionType::Int)
        .decimal(QStringLiteral("quantity"), quantityScale, NegativePolicy::Forbid)
        .decimal(QStringLiteral("amount"), amountScale);
}

QList<QVariant> keyOf(int key, const Spread &spread)
{
    return {qint64(1 + key / spread.products), qint64(1 + key % spread.products)};
}

Movement movementOf(const QString &recorder, const QList<QVariant> &key, const Period &period, qint64 pieces)
{
    Movement movement;
    movement.recorder = recorder;
    movement.period = period;
    movement.dimensions = key;
    movement.resources = {Decimal::whole(pieces, quantityScale), Decimal(pieces * 725, amountScale)};
    return movement;
}

Movement movementOf(const QString &recorder, qint64 number, const Spread &spread)
{
    const qint64 step = number * prime;
    const int day = 1 + static_cast<int>((step / spread.keys + number) % spread.days);
    const qint64 pieces = number % 3 == 2 ? -(1 + number % 5) : 1 + number % 9;
    const QTime clock = QTime(8, 0, 0).addSecs(static_cast<int>(number % 30'000));
    return movementOf(recorder, keyOf(static_cast<int>(step % spread.keys), spread), Period(dayOf(day), clock), pieces);
}

QList<Movement> batchOf(const QString &prefix, int number, int size, const Spread &spread)
{
    const QString recorder = QStringLiteral("%1:%2").arg(prefix).arg(number);
    QList<Movement> movements;
    movements.reserve(size);
    for (int i = 0; i < size; ++i)
        movements << movementOf(recorder, qint64(number) * size + i, spread);
    return movements;
}

QList<Movement> openingStock(const Spread &spread)
{
    QList<Movement> movements;
    movements.reserve(spread.keys);
    for (int key = 0; key < spread.keys; ++key)
        movements << movementOf(QStringLiteral("opening:1"), keyOf(key, spread), Period(dayOf(0)), 1'000'000);
    return movements;
}

QList<Movement> earlierBatch(int number)
{
    constexpr Spread spread;
    return batchOf(QStringLiteral("earlier"), number, spread.keys * spread.days / earlierBatches, spread);
}

} // namespace bincard::bench
