// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/Format.h"
#include "models/FuzzyMatch.h"

#include <QRandomGenerator>
#include <QTest>

using namespace bincard;

namespace {
const QLocale english(QLocale::English, QLocale::UnitedStates);
const QLocale german(QLocale::German, QLocale::Germany);
const QLocale french(QLocale::French, QLocale::France);
const QLocale indian(QLocale::English, QLocale::India);
const QChar minusSign(0x2212);
} // namespace

class tst_format : public QObject
{
    Q_OBJECT
private slots:
    void numbers();
    void everyNumberIsReadBack_data();
    void everyNumberIsReadBack();
    void typedNumbers_data();
    void typedNumbers();
    void typedDates_data();
    void typedDates();
    void datesHaveFourDigitYears();
    void matches();
};

void tst_format::numbers()
{
    QCOMPARE(format::amount(Decimal(12500000, 2), english), QStringLiteral("125,000.00"));
    QCOMPARE(format::amount(Decimal(-12500000, 2), german), minusSign + QStringLiteral("125.000,00"));
    QCOMPARE(format::quantity(Decimal(4200000, 4), 0, english), QStringLiteral("420"));
    QCOMPARE(format::quantity(Decimal(4205000, 4), 2, english), QStringLiteral("420.50"));
    QCOMPARE(format::price(Decimal(125, 4), english), QStringLiteral("0.0125"));
    QCOMPARE(format::amount(Decimal(123456789012, 2), indian), QStringLiteral("1,23,45,67,890.12"));
    QCOMPARE(format::amount(Decimal(100000, 2), QLocale::c()), QStringLiteral("1,000.00"));
    QCOMPARE(format::amount(Decimal(-5, 2), english), minusSign + QStringLiteral("0.05"));
    // 18 digits, which no double holds.
    QCOMPARE(format::number(Decimal(Decimal::maximumUnits, 0), 0, english), QStringLiteral("999,999,999,999,999,999"));
}

void tst_format::everyNumberIsReadBack_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::newRow("english") << english;
    QTest::newRow("german") << german;
    QTest::newRow("french") << french;
    QTest::newRow("indian") << indian;
    QTest::newRow("swiss") << QLocale(QLocale::German, QLocale::Switzerland);
    QTest::newRow("arabic") << QLocale(QLocale::Arabic, QLocale::Egypt);
    QTest::newRow("c") << QLocale::c();
}

void tst_format::everyNumberIsReadBack()
{
    QFETCH(QLocale, locale);
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < 2000; ++i) {
        const int digits = random.bounded(1, 19);
        qint64 units = 0;
        for (int digit = 0; digit < digits; ++digit)
            units = units * 10 + random.bounded(10);
        const Decimal value(random.bounded(2) == 0 ? units : -units, 4);
        const QString shown = format::number(value, random.bounded(5), locale);
        const auto read = format::parseNumber(shown, 4, locale);
        QVERIFY2(read.ok(), qPrintable(shown));
        QVERIFY2(*read == value, qPrintable(shown + u" became " + read->toString()));
    }
}

void tst_format::typedNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("value"); // empty: refused
    QTest::newRow("plain") << "1234.5" << english << "1234.5000";
    QTest::newRow("grouped") << "1,234.5" << english << "1234.5000";
    QTest::newRow("comma is no decimal sign") << "1,5" << english << "";
    QTest::newRow("german comma") << "1234,5" << german << "1234.5000";
    QTest::newRow("german thousand") << "1.234" << german << "1234.0000";
    QTest::newRow("plain point in german") << "1.5" << german << "1.5000";
    QTest::newRow("blank groups") << "1 234,5" << french << "1234.5000";
    QTest::newRow("begins with the point") << ".5" << english << "0.5000";
    QTest::newRow("typographic minus") << QString(minusSign + QStringLiteral("3")) << english << "-3.0000";
    QTest::newRow("plus") << "+3" << english << "3.0000";
    QTest::newRow("too many decimals") << "0.00001" << english << "";
    QTest::newRow("wrong groups") << "12,34" << english << "";
    QTest::newRow("two points") << "1.2.3" << english << "";
    QTest::newRow("letters") << "a lot" << english << "";
    QTest::newRow("exponent") << "1e3" << english << "";
    QTest::newRow("empty") << " " << english << "";
    QTest::newRow("only a minus") << "-" << english << "";
}

void tst_format::typedNumbers()
{
    QFETCH(QString, text);
    QFETCH(QLocale, locale);
    QFETCH(QString, value);
    const auto read = format::parseNumber(text, 4, locale);
    QCOMPARE(read.ok(), !value.isEmpty());
    if (read.ok())
        QCOMPARE(read->toString(), value);
    else
        QVERIFY(!read.error().message().english().isEmpty());
}

void tst_format::typedDates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QDate>("date"); // invalid: refused
    const QDate today(2026, 4, 20);
    QTest::newRow("iso") << "2026-03-05" << german << QDate(2026, 3, 5);
    QTest::newRow("german") << "18.4.2025" << german << QDate(2025, 4, 18);
    QTest::newRow("german, short year") << "18.04.25" << german << QDate(2025, 4, 18);
    QTest::newRow("german, this year") << "18.4" << german << QDate(2026, 4, 18);
    QTest::newRow("german, trailing point") << "18.4." << german << QDate(2026, 4, 18);
    QTest::newRow("american") << "4/18" << english << QDate(2026, 4, 18);
    QTest::newRow("day of this month") << "7" << english << QDate(2026, 4, 7);
    QTest::newRow("tomorrow") << "+1" << english << today.addDays(1);
    QTest::newRow("a week ago") << "-7" << english << today.addDays(-7);
    QTest::newRow("no such day") << "31.2" << german << QDate();
    QTest::newRow("no such month") << "18/4" << english << QDate();
    QTest::newRow("letters") << "18 april" << english << QDate();
    QTest::newRow("empty") << "" << english << QDate();
    QTest::newRow("four numbers") << "1.2.3.4" << german << QDate();
}

void tst_format::typedDates()
{
    QFETCH(QString, text);
    QFETCH(QLocale, locale);
    QFETCH(QDate, date);
    const auto read = format::parseDate(text, QDate(2026, 4, 20), locale);
    QCOMPARE(read.ok(), date.isValid());
    if (read.ok())
        QCOMPARE(*read, date);
}

void tst_format::datesHaveFourDigitYears()
{
    const QDate date(2026, 4, 18);
    for (const QLocale &locale : {english, german, french, indian, QLocale::c()}) {
        const QString shown = format::date(date, locale);
        QVERIFY2(shown.contains(u"2026"), qPrintable(shown));
        const auto read = format::parseDate(shown, QDate(2020, 1, 1), locale);
        QVERIFY2(read.ok() && *read == date, qPrintable(shown));
    }
    QCOMPARE(format::date(date, QLocale::c()), QStringLiteral("2026-04-18"));
}

void tst_format::matches()
{
    const QString text = QStringLiteral("WDG-A1 Widget Alpha");
    QVERIFY(matchScore(QStringLiteral("wdga"), text) > 0);
    QVERIFY(matchScore(QStringLiteral("alpha wdg"), text) > 0);
    QCOMPARE(matchScore(QStringLiteral("wdgx"), text), 0);
    QVERIFY(matchScore(QStringLiteral("wdg"), text) > matchScore(QStringLiteral("alpha"), text));
    QVERIFY(matchScore(QStringLiteral("alpha"), text) > matchScore(QStringLiteral("pha"), text));
    QVERIFY(matchScore(QStringLiteral("pha"), text) > matchScore(QStringLiteral("wga1"), text));
}

QTEST_GUILESS_MAIN(tst_format)
#include "tst_format.moc"
