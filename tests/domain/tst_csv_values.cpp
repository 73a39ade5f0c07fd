// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CsvValues.h"

#include <QtTest>

using namespace bincard;

class TestCsvValues : public QObject
{
    Q_OBJECT

private slots:
    void numbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("comma");
        QTest::addColumn<QString>("expected"); // empty: refused
        const auto row = [](const char *text, bool comma, const char *expected) {
            QTest::addRow("%s %s", comma ? "comma" : "point", text)
                << QString::fromUtf8(text) << comma << QString(expected);
        };
        row("6", false, "6.0000");
        row(" 2.55 ", false, "2.5500");
        row("2,55", true, "2.5500");
        row("-5", false, "-5.0000");
        row("−5", false, "-5.0000");
        row("5-", false, "-5.0000");
        row("+3", false, "3.0000");
        row("1,234.5", false, "1234.5000");
        row("1.234.567,5", true, "1234567.5000");
        row("1 234,50", true, "1234.5000");
        row("1'234.50", false, "1234.5000");
        row("£2.55", false, "2.5500");
        row("-€ 2.55", false, "-2.5500");
        row("2,55 €", true, "2.5500");
        row(".5", false, "0.5000");
        row("5.", false, "5.0000");
        row("2.55000000", false, "2.5500");
        row("2.55001", false, "");
        row("12,34", false, "");
        row("1,2345", false, "");
        row("1,234 567", false, "");
        row("1234,567", false, "");
        row("1.5.2", false, "");
        row("--5", false, "");
        row("-5-", false, "");
        row("1E5", false, "");
        row("0x10", false, "");
        row("", false, "");
        row("-", false, "");
        row("five", false, "");
        row("NaN", false, "");
        row("99999999999999", false, "99999999999999.0000");
        row("999999999999999", false, "");
    }
    void numbers()
    {
        QFETCH(QString, text);
        QFETCH(bool, comma);
        QFETCH(QString, expected);
        const auto number = parseCsvNumber(text, 4, comma);
        QCOMPARE(number.ok() ? number->toString() : QString(), expected);
    }

    void fractionMarks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *text, FractionMark expected) {
            QTest::newRow(text) << QString(text) << static_cast<int>(expected);
        };
        row("2.55", FractionMark::Point);
        row("2,55", FractionMark::Comma);
        row("1,234.5", FractionMark::Point);
        row("1.234,5", FractionMark::Comma);
        row("1,234", FractionMark::Unclear);
        row("0,125", FractionMark::Comma);
        row("1,234,567", FractionMark::Point);
        row("1234,567", FractionMark::Comma);
        row("12", FractionMark::None);
        row("01.12.2010", FractionMark::None);
        row("Widget 2.5", FractionMark::None);
        row("", FractionMark::None);
    }
    void fractionMarks()
    {
        QFETCH(QString, text);
        QFETCH(int, expected);
        QCOMPARE(static_cast<int>(fractionMark(text)), expected);
    }

    void dates_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("expected");
        const QDate date(2010, 12, 1);
        QTest::newRow("iso") << "yyyy-MM-dd"
                             << "2010-12-01" << date;
        QTest::newRow("iso with minutes") << "yyyy-MM-dd"
                                          << "2010-12-01 08:26" << date;
        QTest::newRow("iso with milliseconds") << "yyyy-MM-dd"
                                               << "2010-12-01 00:00:00.000" << date;
        QTest::newRow("iso with T") << "yyyy-MM-dd"
                                    << "2010-12-01T08:26:00Z" << date;
        QTest::newRow("format with a time") << "d/M/yyyy HH:mm"
                                            << "1/12/2010 8:26" << date;
        QTest::newRow("two digits for one letter") << "d/M/yyyy"
                                                   << "01/12/2010" << date;
        QTest::newRow("one digit for two letters") << "dd.MM.yyyy"
                                                   << "1.12.2010" << date;
        QTest::newRow("month first") << "M/d/yyyy"
                                     << "12/1/2010 8:26 AM" << date;
        QTest::newRow("short year") << "d.M.yy"
                                    << "1.12.10" << date;
        QTest::newRow("short year, last century") << "d.M.yy"
                                                  << "1.12.97" << QDate(1997, 12, 1);
        QTest::newRow("compact") << "yyyyMMdd"
                                 << "20101201" << date;
        QTest::newRow("compact with a time") << "yyyyMMdd"
                                             << "20101201T0826" << date;
        QTest::newRow("name") << "d-MMM-yyyy"
                              << "1-Dec-2010" << date;
        QTest::newRow("long name") << "MMM d, yyyy"
                                   << "December 1, 2010" << date;
        QTest::newRow("no such day") << "yyyy-MM-dd"
                                     << "2010-02-30" << QDate();
        QTest::newRow("other format") << "yyyy-MM-dd"
                                      << "01/12/2010" << QDate();
        QTest::newRow("text behind") << "yyyy-MM-dd"
                                     << "2010-12-01 about" << QDate();
        QTest::newRow("digits behind") << "yyyy-MM-dd"
                                       << "2010-12-011" << QDate();
        QTest::newRow("short year for a long one") << "d.M.yyyy"
                                                   << "1.12.10" << QDate();
        QTest::newRow("blank") << "yyyy-MM-dd"
                               << "" << QDate();
    }
    void dates()
    {
        QFETCH(QString, format);
        QFETCH(QString, text);
        QFETCH(QDate, expected);
        const auto compiled = CsvDateFormat::parse(format);
        QVERIFY(compiled);
        QCOMPARE(compiled->date(text), expected);
    }

    void formatsThatAreNone()
    {
        for (const char *format : {"", "yyyy-MM", "yyyy-MM-dd-dd", "yyyyy-MM-dd", "YYYY-MM-DD", "day"})
            QVERIFY2(!CsvDateFormat::parse(format), format);
    }
};

QTEST_GUILESS_MAIN(TestCsvValues)
#include "tst_csv_values.moc"
