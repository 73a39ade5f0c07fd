// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CsvReader.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QStringEncoder>
#include <QtTest>

using namespace bincard;

namespace {

struct Read
{
    QList<CsvRow> rows;

    /// "line: cell|cell", a fault as "line! cell|cell".
    [[nodiscard]] QStringList shown() const
    {
        QStringList result;
        for (const CsvRow &row : rows)
            result += QString::number(row.line) + (row.fault ? u"! " : u": ") + row.cells.join(u'|');
        return result;
    }
};

Read read(const QByteArray &bytes, const CsvFormat &format = {})
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer, format);
    Read result;
    for (CsvRow row; reader.next(row);)
        result.rows += row;
    return result;
}

} // namespace

class TestCsvReader : public QObject
{
    Q_OBJECT

private slots:
    void rows_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char *bytes, QStringList expected) {
            QTest::newRow(name) << QByteArray(bytes) << expected;
        };
        row("plain, CRLF", "a,b\r\n1,2\r\n", {"1: a|b", "2: 1|2"});
        row("no line end at the end", "a,b\n1,2", {"1: a|b", "2: 1|2"});
        row("empty file", "", {});
        row("blank lines count", "\n\na,b\n\n1,2\n   \n,\n3,4\n", {"3: a|b", "5: 1|2", "8: 3|4"});
        row("quoted delimiter and quote", "a,b\n\"x, \"\"y\"\"\",2\n", {"1: a|b", "2: x, \"y\"|2"});
        row("quoted line breaks keep the lines right", "a,b\n\"x\r\ny\n\nz\",2\n3,4\n",
            {"1: a|b", "2: x\ny\n\nz|2", "6: 3|4"});
        row("quote inside a cell is text", "a,b\n5\" pipe,2\n", {"1: a|b", "2: 5\" pipe|2"});
        row("text behind a closing quote", "a,b\n\"Best\" seller,2\n", {"1: a|b", "2: \"Best\" seller|2"});
        row("unescaped quotes around a delimiter", "a,b\n\"the \"big, red\" one\",2\n",
            {"1: a|b", "2: the \"big, red\" one|2"});
        row("quote never closed", "a,b\n\"x,2\n3,4\n", {"1: a|b", "2: \"x|2", "3: 3|4"});
        row("two rows, each with a quote never closed", "a,b\n\"x,2\n\"y,3\n4,5\n",
            {"1: a|b", "2: \"x|2", "3: \"y|3", "4: 4|5"});
        row("quote never closed and a column too few", "a,b,c\n\"x,2\n3,4,5\n", {"1: a|b|c", "2! \"x|2", "3: 3|4|5"});
        row("blanks around quotes", "a,b\n \"x,y\" ,2\n", {"1: a|b", "2: x,y|2"});
        row("short and long rows", "a,b\n1\n1,2,3\n4,5\n", {"1: a|b", "2! 1", "3! 1|2|3", "4: 4|5"});
        row("surplus empty cells", "a,b\n1,2,,\n", {"1: a|b", "2: 1|2"});
        row("lone CR inside a cell", "a,b\r\nx\ry,2\r\n3,4\r\n", {"1: a|b", "2: x y|2", "3: 3|4"});
        row("lone CR inside quotes", "a,b\n\"x\ry\",2\n3,4\n", {"1: a|b", "2: x y|2", "3: 3|4"});
        row("Excel's first line", "sep=;\na,b\n1,2\n", {"2: a|b", "3: 1|2"});
        row("a column named like it", "sep=x,b\n1,2\n", {"1: sep=x|b", "2: 1|2"});
        row("byte order mark",
            "\xEF\xBB\xBF"
            "a,b\n1,2\n",
            {"1: a|b", "2: 1|2"});
    }
    void rows()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, expected);
        QCOMPARE(read(bytes).shown(), expected);
    }

    void faultsSayWhatIsWrong()
    {
        const Read result = read("a,b\n1\n\"x,2,3\n");
        QCOMPARE(result.rows.at(1).fault->english(), QStringLiteral("The row has 1 columns, the header has 2."));
        QVERIFY(result.rows.at(2).fault->english().contains("never closed"));
    }

    void otherFormats()
    {
        CsvFormat format;
        format.delimiter = '\t';
        format.quote = '\'';
        QCOMPARE(read("a\tb\n'x\ty'\t\"2\"\n", format).shown(), QStringList({"1: a|b", "2: x\ty|\"2\""}));
        format.quote = 0;
        QCOMPARE(read("a\tb\n'x\t\"2\n", format).shown(), QStringList({"1: a|b", "2: 'x|\"2"}));
        format.crLines = true;
        QCOMPARE(read("a\tb\r1\t2\r\r3\t4", format).shown(), QStringList({"1: a|b", "2: 1|2", "4: 3|4"}));
    }

    void encodings()
    {
        CsvFormat format;
        const QString text = QStringLiteral("a,b\nKnäckebröd €,2\n");
        for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
            format.encoding = encoding == QStringConverter::Utf16LE ? "UTF-16LE" : "UTF-16BE";
            QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
            const QByteArray bytes = encoder.encode(text);
            QCOMPARE(read(bytes, format).shown(), QStringList({"1: a|b", "2: Knäckebröd €|2"}));
        }
        format.encoding = QStringLiteral("Windows-1252");
        QCOMPARE(read("a,b\nKn\xE4"
                      "ckebr\xF6"
                      "d \x80,2\n",
                     format)
                     .shown(),
            QStringList({"1: a|b", "2: Knäckebröd €|2"}));
    }

    void bytesThatAreNoText()
    {
        const Read result = read("a,b\n\xEF\xBF\xBD,1\nKn\xE4"
                                 "cke,2\nfine,3\n");
        QCOMPARE(result.rows.size(), 4);
        QVERIFY(result.rows.at(2).fault.has_value());
        QVERIFY(result.rows.at(2).fault->english().contains("UTF-8"));
        QVERIFY(!result.rows.at(3).fault.has_value());
    }

    /// Random tables, written with random quoting and line ends, come back cell by cell, with the lines they began on;
    /// blocks of the file end anywhere in them.
    void roundTrip()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const auto pick = [&](int below) { return static_cast<int>(random.bounded(below)); };
        QByteArray bytes;
        QStringList expected;
        int line = 1;
        for (int rowNumber = 0; rowNumber < 40000; ++rowNumber) {
            QStringList cells, written;
            const int startLine = line;
            for (int column = 0; column < 4; ++column) {
                QString cell = QStringLiteral("c%1").arg(pick(1000));
                static const QStringList parts{
                    "x", ",", "\"", "\n", " ", "é", "漢", "'", ";", "€", "y", "12", ".", "\"\"", "\n\n"};
                for (int part = pick(6); part > 0; --part)
                    cell += parts.at(pick(static_cast<int>(parts.size())));
                cell += QLatin1Char('z');
                const bool mustQuote = cell.contains(u',') || cell.contains(u'\n');
                cells += cell;
                if (mustQuote || pick(3) == 0) {
                    line += static_cast<int>(cell.count(u'\n'));
                    QString quoted = cell;
                    quoted.replace(u'"', QLatin1String("\"\""));
                    if (pick(2) == 0)
                        quoted.replace(u'\n', QLatin1String("\r\n"));
                    cell = u'"' + quoted + u'"';
                }
                written += cell;
            }
            expected += QString::number(startLine) + u": " + cells.join(u'|');
            bytes += written.join(u',').toUtf8() + (pick(2) == 0 ? "\n" : "\r\n");
            ++line;
            for (int blank = pick(8) == 0 ? pick(3) : 0; blank > 0; --blank, ++line)
                bytes += '\n';
        }
        QCOMPARE(read(bytes).shown(), expected);
    }

    void aLongFileIsReadInPieces()
    {
        QByteArray bytes = "number,item,quantity\n";
        for (int i = 0; i < 200000; ++i)
            bytes += QByteArray::number(i) + ",\"item " + QByteArray::number(i % 100) + "\",5\n";
        QBuffer buffer;
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        CsvReader reader(buffer, {});
        CsvRow row;
        QVERIFY(reader.next(row));
        QVERIFY(reader.bytesRead() < bytes.size() / 4);
        int line = 1;
        while (reader.next(row))
            QCOMPARE(row.line, ++line);
        QCOMPARE(line, 200001);
        QCOMPARE(reader.bytesRead(), bytes.size());
    }
};

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csv_reader.moc"
