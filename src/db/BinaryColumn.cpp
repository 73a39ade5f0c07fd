// SPDX-License-Identifier: LGPL-3.0-or-later
// PostgreSQL's binary forms, which have not changed since version 8.4; integers are big-endian throughout.
#include "db/BinaryColumn.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace bincard::db {

namespace {

struct TypeNumbers
{
    unsigned element, array;
};

// From the catalog pg_type, where built-in types keep their numbers.
TypeNumbers numbers(BinaryColumn::Type type)
{
    switch (type) {
    case BinaryColumn::Type::Bool: return {16, 1000};
    case BinaryColumn::Type::Int: return {23, 1007};
    case BinaryColumn::Type::BigInt: return {20, 1016};
    case BinaryColumn::Type::Text: return {25, 1009};
    case BinaryColumn::Type::Date: return {1082, 1182};
    case BinaryColumn::Type::Timestamp: return {1114, 1115};
    case BinaryColumn::Type::Numeric: return {1700, 1231};
    case BinaryColumn::Type::Uuid: return {2950, 2951};
    }
    return {0, 0};
}

template <typename Integer>
void put(QByteArray &bytes, Integer value)
{
    std::array<char, sizeof(Integer)> raw{};
    qToBigEndian(value, raw.data());
    bytes.append(raw.data(), static_cast<qsizetype>(raw.size()));
}

template <typename Integer>
void putElement(QByteArray &bytes, Integer value)
{
    put(bytes, static_cast<qint32>(sizeof(Integer)));
    put(bytes, value);
}

const QDate epoch(2000, 1, 1);

constexpr qint64 base = 10'000; // a digit of a NUMERIC

} // namespace

void BinaryColumn::append(bool value)
{
    putElement(m_elements, static_cast<qint8>(value ? 1 : 0));
    ++m_count;
}

void BinaryColumn::append(qint32 value)
{
    putElement(m_elements, value);
    ++m_count;
}

void BinaryColumn::append(qint64 value)
{
    putElement(m_elements, value);
    ++m_count;
}

void BinaryColumn::append(const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    put(m_elements, static_cast<qint32>(utf8.size()));
    m_elements.append(utf8);
    ++m_count;
}

void BinaryColumn::append(QDate value)
{
    putElement(m_elements, static_cast<qint32>(epoch.daysTo(value)));
    ++m_count;
}

void BinaryColumn::append(const Period &value)
{
    const qint64 seconds = epoch.daysTo(value.date) * 86'400 + value.time.msecsSinceStartOfDay() / 1000;
    putElement(m_elements, seconds * 1'000'000);
    ++m_count;
}

// Digits to the base 10000, the first of them standing at base^weight, aligned to the point; zeros at either end are
// left out.
void BinaryColumn::append(Decimal value)
{
    const int scale = value.scale();
    const int fraction = (scale + 3) / 4; // digits behind the point
    quint64 units = value.units() < 0 ? 0 - static_cast<quint64>(value.units()) : static_cast<quint64>(value.units());
    quint64 fill = 1;
    for (int i = scale; i < fraction * 4; ++i)
        fill *= 10;
    std::array<qint16, 8> digits{}; // the last first
    int count = 0;
    if (fraction > 0) { // the last digit holds what is left of the scale
        const quint64 within = static_cast<quint64>(base) / fill;
        digits.at(count++) = static_cast<qint16>(units % within * fill);
        units /= within;
    }
    for (; units > 0 || count < fraction; units /= base)
        digits.at(count++) = static_cast<qint16>(units % base);
    const int weight = count - fraction - 1;
    int skipped = 0; // zeros at the end
    while (skipped < count && digits.at(skipped) == 0)
        ++skipped;
    int leading = 0;
    while (count - leading > skipped && digits.at(count - leading - 1) == 0)
        ++leading;
    const int kept = count - skipped - leading;
    put(m_elements, static_cast<qint32>(8 + 2 * kept));
    put(m_elements, static_cast<qint16>(kept));
    put(m_elements, static_cast<qint16>(kept > 0 ? weight - leading : 0));
    put(m_elements, static_cast<quint16>(value.units() < 0 ? 0x4000 : 0));
    put(m_elements, static_cast<qint16>(scale));
    for (int i = count - leading - 1; i >= skipped; --i)
        put(m_elements, digits.at(i));
    ++m_count;
}

void BinaryColumn::append(const QUuid &value)
{
    put(m_elements, qint32(16));
    m_elements.append(value.toRfc4122());
    ++m_count;
}

void BinaryColumn::appendNull()
{
    put(m_elements, qint32(-1));
    m_hasNull = true;
    ++m_count;
}

unsigned BinaryColumn::elementType() const { return numbers(m_type).element; }

unsigned BinaryColumn::arrayType() const { return numbers(m_type).array; }

QByteArray BinaryColumn::array() const
{
    QByteArray bytes;
    bytes.reserve(20 + m_elements.size());
    put(bytes, qint32(m_count > 0 ? 1 : 0)); // dimensions
    put(bytes, qint32(m_hasNull ? 1 : 0));
    put(bytes, quint32(elementType()));
    if (m_count > 0) {
        put(bytes, qint32(m_count));
        put(bytes, qint32(1)); // the first index
        bytes.append(m_elements);
    }
    return bytes;
}

QByteArray BinaryColumn::copied(const QList<BinaryColumn> &columns)
{
    static const QByteArray signature("PGCOPY\n\377\r\n\0", 11);
    const int rows = columns.isEmpty() ? 0 : columns.constFirst().m_count;
    qsizetype size = signature.size() + 10 + 2 * qsizetype(rows);
    for (const BinaryColumn &column : columns)
        size += column.m_elements.size();
    QByteArray bytes;
    bytes.reserve(size);
    bytes.append(signature);
    put(bytes, qint32(0)); // flags
    put(bytes, qint32(0)); // no more of a header
    QList<const char *> next;
    for (const BinaryColumn &column : columns) {
        Q_ASSERT(column.m_count == rows);
        next << column.m_elements.constData();
    }
    for (int row = 0; row < rows; ++row) {
        put(bytes, static_cast<qint16>(columns.size()));
        for (const char *&element : next) {
            const qsizetype length = 4 + std::max(qFromBigEndian<qint32>(element), qint32(0)); // -1: null
            bytes.append(element, length);
            element += length;
        }
    }
    put(bytes, qint16(-1));
    return bytes;
}

QByteArray BinaryColumn::single() const
{
    Q_ASSERT(m_count == 1);
    if (m_hasNull)
        return {};
    const QByteArray value = m_elements.mid(4);
    return value.isNull() ? QByteArray("") : value;
}

} // namespace bincard::db
