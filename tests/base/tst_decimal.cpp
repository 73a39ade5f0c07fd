// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Decimal.h"

#include <QRandomGenerator>
#include <QTest>

using namespace bincard;

class TestDecimal : public QObject
{
    Q_OBJECT
private slots:
    void parse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("scale");
        QTest::addColumn<QString>("result"); // empty: refused
        const auto row = [](const char *text, int scale, const char *result) {
            QTest::addRow("\"%s\" to %d", text, scale)
                << QString::fromLatin1(text) << scale << QString::fromLatin1(result);
        };
        row("0", 4, "0.0000");
        row("420", 4, "420.0000");
        row("-12.5", 2, "-12.50");
        row("+3", 0, "3");
        row("007.10", 2, "7.10");
        row("1.2300", 2, "1.23"); // zeros beyond the scale lose nothing
        row("-0.00", 2, "0.00");
        row("999999999999999999", 0, "999999999999999999");
        row("9999999999999999.99", 2, "9999999999999999.99");
        for (const char *wrong : {"", "-", "+", ".", ".5", "5.", "1.", "1e2", "1E2", "0x10", "1,5", "1 000", " 1", "1 ",
                 "--1", "1.2.3", "NaN", "inf", "1.234", "1000000000000000000", "99999999999999999999999999"})
            row(wrong, 2, "");
        row("10000000000000000.00", 2, ""); // 19 digits at this scale
    }
    void parse()
    {
        QFETCH(QString, text);
        QFETCH(int, scale);
        QFETCH(QString, result);
        const auto parsed = Decimal::parse(text, scale);
        QCOMPARE(parsed.ok(), !result.isEmpty());
        if (parsed.ok())
            QCOMPARE(parsed->toString(), result);
        else
            QCOMPARE(parsed.error().code(), ErrorCode::Validation);
    }

    void trimmed()
    {
        QCOMPARE(Decimal(2500000, 4).toStringTrimmed(2), QStringLiteral("250.00"));
        QCOMPARE(Decimal(125, 4).toStringTrimmed(2), QStringLiteral("0.0125"));
        QCOMPARE(Decimal(0, 4).toStringTrimmed(0), QStringLiteral("0"));
        QCOMPARE(Decimal(-125000, 4).toStringTrimmed(0), QStringLiteral("-12.5"));
        QCOMPARE(Decimal(1000, 0).toStringTrimmed(0), QStringLiteral("1000"));
    }

    void roundsHalfAwayFromZero()
    {
        const QList<QPair<int, int>> halves{
            {5, 1}, {15, 2}, {25, 3}, {-5, -1}, {-15, -2}, {4, 0}, {-4, 0}, {14, 1}, {16, 2}};
        for (const auto &[tenths, rounded] : halves)
            QCOMPARE(Decimal(tenths, 1).rescaled(0)->units(), qint64(rounded));
        QCOMPARE(Decimal::fromRatio(1, 3, 2)->units(), qint64(0));
        QCOMPARE(Decimal::fromRatio(-1, 2, 0)->units(), qint64(-1));
        QCOMPARE(Decimal::fromRatio(1, -2, 0)->units(), qint64(-1));
    }

    /// The quotient nearest to n/d; of two equally near ones the one further from zero.
    void quotientsAreNearest()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int i = 0; i < 100'000; ++i) {
            const int bits = 1 + int(random.bounded(60));
            const Int128 n = Int128(qint64(random.generate64() >> (64 - bits))) * (random.bounded(2) ? 1 : -1);
            Int128 d = Int128(qint64(random.generate64() >> (64 - (1 + int(random.bounded(30))))))
                * (random.bounded(2) ? 1 : -1);
            if (d == 0)
                d = 2;
            const Int128 q = roundedQuotient(n, d);
            const Int128 remainder = n - q * d;
            const Int128 twice = 2 * (remainder < 0 ? -remainder : remainder);
            const Int128 size = d < 0 ? -d : d;
            QVERIFY(twice <= size);
            if (twice == size) { // a tie: |q*d| > |n|
                const Int128 product = q * d;
                QVERIFY((product < 0 ? -product : product) > (n < 0 ? -n : n));
            }
        }
    }

    void textAndBackAgain()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int i = 0; i < 20'000; ++i) {
            const int scale = int(random.bounded(7));
            const Decimal value(
                qint64(random.generate64() % Decimal::maximumUnits) * (random.bounded(2) ? 1 : -1), scale);
            const auto back = Decimal::parse(value.toString(), scale);
            QVERIFY(back.ok());
            QCOMPARE(back->units(), value.units());
        }
    }

    void overflowIsAnError()
    {
        const Decimal largest(Decimal::maximumUnits, 2);
        QVERIFY(!largest.plus(Decimal(1, 2)).ok());
        QVERIFY(largest.minus(Decimal(1, 2)).ok());
        QVERIFY(!(-largest).minus(Decimal(1, 2)).ok());
        QVERIFY(!largest.rescaled(4).ok());
        QVERIFY(!Decimal::fromRatio(powerOfTen(30), 1, 2).ok());
    }

    void comparesValuesWhateverTheScale()
    {
        QVERIFY(Decimal(100, 2) == Decimal(1, 0));
        QVERIFY(Decimal(101, 2) > Decimal(1, 0));
        QVERIFY(Decimal(-1, 6) < Decimal(0, 0));
        QVERIFY(Decimal(Decimal::maximumUnits, 0) > Decimal(Decimal::maximumUnits, 6));
    }
};

QTEST_GUILESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
