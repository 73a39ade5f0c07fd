// SPDX-License-Identifier: LGPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QMetaType>
#include <QString>

#include <compare>

namespace bincard {

__extension__ using Int128 = __int128;

/// An exact decimal of a fixed scale: units * 10^-scale, up to 18 digits (rule E14). No floating point anywhere.
/// Arithmetic that can leave 18 digits returns a Result with ErrorCode::Validation (overflow).
/// Rounding is half away from zero, once, to the scale of the target.
class Decimal
{
public:
    static constexpr int maximumScale = 6;
    static constexpr qint64 maximumUnits = 999'999'999'999'999'999; ///< 18 digits

    constexpr Decimal() = default;
    constexpr Decimal(qint64 units, int scale) : m_units(units), m_scale(scale) {}
    /// A whole number at a scale; the caller knows that it fits.
    [[nodiscard]] static Decimal whole(qint64 number, int scale);
    /// "-12.5", "1000", "+3": digits with at most `scale` of them after the point. No exponent, grouping or blanks;
    /// anything else, more decimals than the scale or more than 18 digits is a validation error.
    [[nodiscard]] static Result<Decimal> parse(QStringView text, int scale);
    /// The rounded quotient numerator / denominator, as units of a decimal of `scale`; denominator must not be 0.
    [[nodiscard]] static Result<Decimal> fromRatio(Int128 numerator, Int128 denominator, int scale);

    [[nodiscard]] constexpr qint64 units() const { return m_units; }
    [[nodiscard]] constexpr int scale() const { return m_scale; }
    [[nodiscard]] constexpr bool isZero() const { return m_units == 0; }
    [[nodiscard]] constexpr bool isNegative() const { return m_units < 0; }
    [[nodiscard]] constexpr Decimal operator-() const { return {-m_units, m_scale}; }
    [[nodiscard]] constexpr Decimal absolute() const { return {m_units < 0 ? -m_units : m_units, m_scale}; }

    /// Same scale on both sides (asserted); overflow is an error.
    [[nodiscard]] Result<Decimal> plus(Decimal other) const;
    [[nodiscard]] Result<Decimal> minus(Decimal other) const;
    /// To another scale, rounded half away from zero where digits are lost.
    [[nodiscard]] Result<Decimal> rescaled(int scale) const;

    /// Full scale: "420.0000". The form of JSON, of the command line and of PostgreSQL.
    [[nodiscard]] QString toString() const;
    /// At least `minimum` decimals, more only where they are not zero: "250.00", "0.0125".
    [[nodiscard]] QString toStringTrimmed(int minimum) const;

    /// Compares values, whatever the scales.
    [[nodiscard]] std::strong_ordering operator<=>(Decimal other) const;
    [[nodiscard]] bool operator==(Decimal other) const { return (*this <=> other) == std::strong_ordering::equal; }

private:
    qint64 m_units = 0;
    int m_scale = 0;
};

[[nodiscard]] Int128 powerOfTen(int exponent);
/// numerator / denominator rounded half away from zero; denominator must not be 0.
[[nodiscard]] Int128 roundedQuotient(Int128 numerator, Int128 denominator);

/// The scales of the house: quantities 4, amounts of money 2, unit prices 4 (shown with at least 2), percents 4.
inline constexpr int quantityScale = 4;
inline constexpr int amountScale = 2;
inline constexpr int priceScale = 4;
inline constexpr int percentScale = 4;

} // namespace bincard

Q_DECLARE_METATYPE(bincard::Decimal)
