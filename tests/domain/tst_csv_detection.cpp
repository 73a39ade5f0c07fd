// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CsvDetection.h"

#include <QBuffer>
#include <QStringEncoder>
#include <QtTest>

using namespace bincard;

namespace {

CsvFormat detected(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return detectCsv(buffer).value();
}

CsvSample sampled(const QByteArray &bytes, int dateColumn = -1)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    CsvSample sample = readSample(buffer, detectCsv(buffer).value(), 1000).value();
    detectDates(sample, dateColumn);
    return sample;
}

} // namespace

class TestCsvDetection : public QObject
{
    Q_OBJECT

private slots:
    void delimiters_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<char>("delimiter");
        QTest::addColumn<char>("quote");
        const auto row = [](const char *name, const char *bytes, char delimiter, char quote = '"') {
            QTest::newRow(name) << QByteArray(bytes) << delimiter << quote;
        };
        row("comma", "a,b,c\n1,2,3\n", ',');
        row("semicolon with decimal commas", "a;b;c\n1,5;2,5;3,5\n", ';');
        row("tab with commas in text", "a\tb\nx, y\t2\nz, z\t2\n", '\t');
        row("bar", "a|b\n1|2\n", '|');
        row("semicolons in quoted text", "a,b,c\n\"x;y;z\",2,3\n\"x;y\",2,3\n", ',');
        row("commas in unquoted text", "name;city\nDoe, John;Berlin\nRoe;Paris\n", ';');
        row("a few dirty rows", "a,b,c\n1,2,3\n1,2\n4,5,6\n7,8,9\n", ',');
        row("single quotes", "a,b\n'x,y',1\n'z,z',2\n", ',', '\'');
        row("apostrophes are none", "a,b\nit's,1\nMen's shirt,2\n", ',');
        row("Excel says it", "sep=|\na,b|c,d\n1|2\n", '|');
        row("one column", "a\n1\n", ',');
        row("empty", "", ',');
    }
    void delimiters()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(char, delimiter);
        QFETCH(char, quote);
        QCOMPARE(detected(bytes).delimiter, delimiter);
        QCOMPARE(detected(bytes).quote, quote);
    }

    void encodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<bool>("bom");
        const QString text = QStringLiteral("a,b\nKnäckebröd,1\nSoße,2\n");
        const auto encoded = [&](QStringConverter::Encoding encoding, bool bom) -> QByteArray {
            QStringEncoder encoder(encoding, bom ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
            return encoder.encode(text);
        };
        QTest::newRow("UTF-8") << encoded(QStringConverter::Utf8, false) << "UTF-8" << false;
        QTest::newRow("UTF-8 with mark") << encoded(QStringConverter::Utf8, true) << "UTF-8" << true;
        QTest::newRow("UTF-16LE") << encoded(QStringConverter::Utf16LE, true) << "UTF-16LE" << true;
        QTest::newRow("UTF-16BE") << encoded(QStringConverter::Utf16BE, true) << "UTF-16BE" << true;
        QTest::newRow("UTF-16LE without") << encoded(QStringConverter::Utf16LE, false) << "UTF-16LE" << false;
        QTest::newRow("UTF-16BE without") << encoded(QStringConverter::Utf16BE, false) << "UTF-16BE" << false;
        QTest::newRow("Windows-1252") << encoded(QStringConverter::Latin1, false) << "Windows-1252" << false;
        QByteArray late = "a,b\n";
        for (int i = 0; i < 300000; ++i)
            late += "plain,1\n";
        QTest::newRow("ASCII, long") << late << "UTF-8" << false;
        QTest::newRow("one late letter") << late + "Caf\xE9,1\n"
                                         << "Windows-1252" << false;
        QTest::newRow("one late letter in UTF-8") << late + "Caf\xC3\xA9,1\n"
                                                  << "UTF-8" << false;
    }
    void encodings()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, encoding);
        QFETCH(bool, bom);
        const CsvFormat format = detected(bytes);
        QCOMPARE(format.encoding, encoding);
        QCOMPARE(format.bom, bom);
        QCOMPARE(format.delimiter, ',');
    }

    void lineEnds()
    {
        QVERIFY(detected("a,b\r1,2\r3,4\r").crLines);
        QVERIFY(!detected("a,b\r\n1,2\r\n").crLines);
        QVERIFY(!detected("a,b\n1\r,2\n").crLines);
    }

    void decimalCommas_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("comma");
        QTest::newRow("points") << QByteArray("a,b\n1,2.55\n3,1.5\n") << false;
        QTest::newRow("commas") << QByteArray("a;b\n1;2,55\n3;1,5\n") << true;
        QTest::newRow("quoted commas") << QByteArray("a,b\n1,\"2,55\"\n3,\"1,5\"\n") << true;
        QTest::newRow("groups") << QByteArray("a,b\n1,\"1,234.55\"\n3,\"1,234\"\n") << false;
        QTest::newRow("three decimals after semicolons") << QByteArray("a;b\n1;2,555\n") << true;
        QTest::newRow("whole numbers") << QByteArray("a;b\n1;2\n") << false;
        QTest::newRow("dates do not count") << QByteArray("a;b\n01.12.2010;2,5\n02.12.2010;3\n") << true;
    }
    void decimalCommas()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, comma);
        QCOMPARE(detected(bytes).decimalComma, comma);
    }

    void dates_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("noted");
        QTest::newRow("iso") << QByteArray("d,q\n2010-12-01 08:26,1\n") << "yyyy-MM-dd" << false;
        QTest::newRow("German") << QByteArray("d;q\n01.12.2010;1\n") << "d.M.yyyy" << false;
        QTest::newRow("a late day decides")
            << QByteArray("d,q\n1/2/2010,1\n3/4/2010,1\n13/4/2010,1\n") << "d/M/yyyy" << false;
        QTest::newRow("a late month decides")
            << QByteArray("d,q\n1/2/2010,1\n3/4/2010,1\n4/13/2010,1\n") << "M/d/yyyy" << false;
        QTest::newRow("ambiguous, closer as months")
            << QByteArray("d,q\n12/1/2010,1\n12/9/2010,1\n") << "M/d/yyyy" << true;
        QTest::newRow("ambiguous, closer as days")
            << QByteArray("d,q\n1/12/2010,1\n9/12/2010,1\n") << "d/M/yyyy" << true;
        QTest::newRow("names") << QByteArray("d,q\n1-Dec-10,1\n") << "d-MMM-yy" << false;
        QTest::newRow("blank cells") << QByteArray("d,q\n,1\n20101201,1\n") << "yyyyMMdd" << false;
        QTest::newRow("not the first column") << QByteArray("q,d\n1,1.12.2010\n") << "d.M.yyyy" << false;
        QTest::newRow("none") << QByteArray("d,q\nx,1\n") << "yyyy-MM-dd" << false;
    }
    void dates()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, format);
        QFETCH(bool, noted);
        const CsvSample sample = sampled(bytes);
        QCOMPARE(sample.format.dateFormat, format);
        QCOMPARE(!sample.notes.isEmpty(), noted);
    }
};

QTEST_GUILESS_MAIN(TestCsvDetection)
#include "tst_csv_detection.moc"
