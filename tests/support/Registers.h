// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"
#include "support/TestDatabase.h"

#include <QTest>

/// Fails the test with the error's own words.
#define BINCARD_OK(expression)                                        \
    do {                                                              \
        const auto &checked_ = (expression);                          \
        if (!checked_.ok())                                           \
            QFAIL(qPrintable(bincard::test::told(checked_.error()))); \
    } while (false)

/// The expression must fail with this code; its error stays readable as `error_of(...)` of the result.
#define BINCARD_FAILS(expression, expected)                           \
    do {                                                              \
        const auto &checked_ = (expression);                          \
        QVERIFY2(!checked_.ok(), "it should have been refused");      \
        if (checked_.error().code() != (expected))                    \
            QFAIL(qPrintable(bincard::test::told(checked_.error()))); \
    } while (false)

namespace bincard::test {

/// Code, message and details, for the message of a failed test.
[[nodiscard]] QString told(const Error &error);

[[nodiscard]] Period at(const char *text);
[[nodiscard]] Decimal decimal(const char *text, int scale);

/// Balances as text: "1,10: 420.0000 105000.00; ..." in the order answered; without groups only the figures.
[[nodiscard]] QString shown(const QList<BalanceRow> &rows);
/// "1,10 2026-04: 0.0000+500.0000-80.0000=420.0000 ...; ..."
[[nodiscard]] QString shown(const QList<TurnoverRow> &rows);

/// A register `stock` like the book's own, with tables warehouses (1, 2) and items (10, 11, 12) to refer to: quantity
/// of scale 4, which must not fall below zero, and amount of scale 2.
class Stock
{
public:
    explicit Stock(TestDatabase &database);

    [[nodiscard]] static RegisterDefinition definition();
    [[nodiscard]] static Movement movement(const char *recorder, const char *period, qint64 warehouse, qint64 item,
        const char *quantity, const char *amount = "0");

    Register *operator->() { return &m_register; }
    [[nodiscard]] Accumulator &accumulator() { return m_accumulator; }

    /// Short forms that abort the program where the read fails.
    [[nodiscard]] QString balances(
        const Filter &filter = {}, const QStringList &groupBy = {}, const char *until = nullptr);
    [[nodiscard]] QString turnover(
        const char *from, const char *to, const QStringList &groupBy = {}, Granularity by = Granularity::None);
    [[nodiscard]] int verifyFindings();

private:
    Accumulator m_accumulator;
    Register m_register;
};

} // namespace bincard::test
