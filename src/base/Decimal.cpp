// SPDX-License-Identifier: LGPL-3.0-or-later
#include "base/Decimal.h"

#include <QCoreApplication>

namespace bincard {

namespace {

Error overflow()
{
    return Error::validation({}, {QT_TRANSLATE_NOOP("Error", "The number has more than 18 digits."), {}});
}

Result<Decimal> checked(Int128 units, int scale)
{
    if (units > Decimal::maximumUnits || units < -Decimal::maximumUnits)
        return overflow();
    return Decimal(static_cast<qint64>(units), scale);
}

} // namespace

Int128 powerOfTen(int exponent)
{
    Int128 power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

Int128 roundedQuotient(Int128 numerator, Int128 denominator)
{
    Int128 quotient = numerator / denominator;
    const Int128 remainder = numerator % denominator;
    const Int128 distance = remainder < 0 ? -remainder : remainder;
    const Int128 size = denominator < 0 ? -denominator : denominator;
    if (distance >= size - distance)
        quotient += ((numerator < 0) == (denominator < 0)) ? 1 : -1;
    return quotient;
}

Decimal Decimal::whole(qint64 number, int scale) { return {static_cast<qint64>(number * powerOfTen(scale)), scale}; }

Result<Decimal> Decimal::parse(QStringView text, int scale)
{
    const auto bad = [&](const char *source) {
        return Error::validation({}, {source, {text.toString().left(40), QString::number(scale)}});
    };
    qsizetype i = 0;
    const bool negative = !text.isEmpty() && text.at(0) == u'-';
    if (negative || (!text.isEmpty() && text.at(0) == u'+'))
        ++i;
    Int128 units = 0;
    int decimals = -1;
    int digits = 0;
    for (; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        if (c == u'.' && decimals < 0 && digits > 0) {
            decimals = 0;
            continue;
        }
        if (c < u'0' || c > u'9')
            return bad(QT_TRANSLATE_NOOP("Error", "\"%1\" is not a number."));
        ++digits;
        if (decimals >= 0 && ++decimals > scale) {
            if (c != u'0') // further zeros change nothing
                return bad(QT_TRANSLATE_NOOP("Error", "\"%1\" has more than %2 decimals."));
            continue;
        }
        units = units * 10 + (c - u'0');
        if (units > maximumUnits)
            return overflow();
    }
    if (digits == 0 || decimals == 0)
        return bad(QT_TRANSLATE_NOOP("Error", "\"%1\" is not a number."));
    const int given = std::min(std::max(decimals, 0), scale);
    units *= powerOfTen(scale - given);
    return checked(negative ? -units : units, scale);
}

Result<Decimal> Decimal::fromRatio(Int128 numerator, Int128 denominator, int scale)
{
    Q_ASSERT(denominator != 0);
    return checked(roundedQuotient(numerator, denominator), scale);
}

Result<Decimal> Decimal::plus(Decimal other) const
{
    Q_ASSERT(m_scale == other.m_scale);
    return checked(Int128(m_units) + other.m_units, m_scale);
}

Result<Decimal> Decimal::minus(Decimal other) const { return plus(-other); }

Result<Decimal> Decimal::rescaled(int scale) const
{
    if (scale >= m_scale)
        return checked(Int128(m_units) * powerOfTen(scale - m_scale), scale);
    return checked(roundedQuotient(m_units, powerOfTen(m_scale - scale)), scale);
}

QString Decimal::toString() const
{
    QString digits = QString::number(m_units < 0 ? -m_units : m_units).rightJustified(m_scale + 1, u'0');
    if (m_scale > 0)
        digits.insert(digits.size() - m_scale, u'.');
    if (m_units < 0)
        digits.prepend(u'-');
    return digits;
}

QString Decimal::toStringTrimmed(int minimum) const
{
    QString text = toString();
    qsizetype removable = m_scale - minimum;
    while (removable > 0 && text.endsWith(u'0')) {
        text.chop(1);
        --removable;
    }
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

std::strong_ordering Decimal::operator<=>(Decimal other) const
{
    const int scale = std::max(m_scale, other.m_scale);
    const Int128 left = m_units * powerOfTen(scale - m_scale);
    const Int128 right = other.m_units * powerOfTen(scale - other.m_scale);
    return left < right ? std::strong_ordering::less
                        : (left > right ? std::strong_ordering::greater : std::strong_ordering::equal);
}

} // namespace bincard
