// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/BenchMovements.h"

namespace bincard::bench {

namespace {

constexpr int productsPerWarehouse = 100;
constexpr qint64 prime = 7919; // steps through keys and days so that each is met, in no order of use to an index

Movement movement(const QString &recorder, int key, int day, int second, qint64 pieces)
{
    Movement movement;
    movement.recorder = recorder;
    movement.period = Period(dayOf(day), QTime(0, 0, 0).addSecs(second));
    movement.dimensions = keyOf(key);
    movement.resources = {Decimal::whole(pieces, quantityScale), Decimal(pieces * 725, amountScale)};
    return movement;
}

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

QList<QVariant> keyOf(int key)
{
    return {qint64(1 + key / productsPerWarehouse), qint64(1 + key % productsPerWarehouse)};
}

Movement movementOf(const QString &recorder, int number, int keys, int days)
{
    const int key = static_cast<int>(number * prime % keys);
    const int day = 1 + static_cast<int>((number * prime / keys + number) % days);
    const qint64 pieces = number % 3 == 2 ? -(1 + number % 5) : 1 + number % 9;
    return movement(recorder, key, day, 8 * 3600 + number % 30'000, pieces);
}

QList<Movement> batchOf(const QString &prefix, int number, int size)
{
    const QString recorder = QStringLiteral("%1:%2").arg(prefix).arg(number);
    QList<Movement> movements;
    movements.reserve(size);
    for (int i = 0; i < size; ++i)
        movements << movementOf(recorder, number * size + i);
    return movements;
}

QList<Movement> openingStock(int keys)
{
    QList<Movement> movements;
    movements.reserve(keys);
    for (int key = 0; key < keys; ++key)
        movements << movement(QStringLiteral("opening:1"), key, 0, 0, 1'000'000);
    return movements;
}

} // namespace bincard::bench
