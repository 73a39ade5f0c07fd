// SPDX-License-Identifier: GPL-3.0-or-later
#include "accumulator/RegisterDefinition.h"
#include "base/Decimal.h"
#include "base/Period.h"
#include "base/StrictJson.h"
#include "cli/Operations.h"
#include "db/Session.h"
#include "domain/CsvDetection.h"
#include "domain/CsvReader.h"
#include "domain/CsvValues.h"
#include "domain/Document.h"
#include "service/ImportService.h"
#include "service/RegisterService.h"
#include "support/CommandLine.h"
#include "support/TestBook.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace bincard;
using namespace bincard::test;

/// Input that nobody meant to write, for everything that reads input: never a crash, never a book half-written, and what
/// is taken reads back as the same. Valid inputs with some bytes changed, and bytes at random. BINCARD_SEED repeats a
/// run, BINCARD_FUZZ says how many inputs each parser gets.
class TestCliFuzz : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void decimals();
    void dates();
    void json();
    void definitions();
    void documents();
    void flatFiles();
    void importedFiles_data() { engines(); }
    void importedFiles();
    void batchLines_data() { engines(); }
    void batchLines();

private:
    [[nodiscard]] QByteArray pick(const QList<QByteArray> &some)
    {
        return some.at(m_random.bounded(static_cast<int>(some.size())));
    }
    [[nodiscard]] QByteArray noise();
    [[nodiscard]] QByteArray mutated(QByteArray text);
    /// One in ten is noise, one in twenty as it was.
    [[nodiscard]] QByteArray input(const QList<QByteArray> &valid);

    QRandomGenerator m_random;
    int m_count = 0;
};

namespace {

/// One request of each kind; the demo book knows what they name.
const char *const requests[] = {
    "{'op':'post','register':'inventory','movements':[{'recorder':'fuzz:1','period':'2026-04-20','warehouse':'WEST',"
    "'item':'SPR-001','quantity':'10.5','amount':'350'},{'recorder':'fuzz:1','period':'2026-04-20T10:11:12',"
    "'warehouse':'MAIN','item':'WDG-A1','quantity':-1,'amount':'-80.10'}]}",
    "{'op':'post','register':'inventory','append':true,'request_id':'r-1','movements':[{'recorder':'fuzz:2',"
    "'period':'2026-05-01','warehouse':'MAIN','item':'WDG-A1','quantity':'3','amount':'1'}]}",
    "{'op':'unpost','register':'inventory','recorder':'fuzz:1'}",
    "{'op':'repost','register':'inventory','recorder':'fuzz:1','movements':[{'period':'2026-04-21',"
    "'warehouse':'WEST','item':'SPR-001','quantity':'7'}]}",
    "{'op':'balance','register':'inventory','at':'2026-04-30','where':{'warehouse':['MAIN','EAST']},"
    "'group_by':['item','warehouse'],'order':'quantity:desc,item','limit':10}",
    "{'op':'turnover','register':'inventory','from':'2026-04-01','to':'2026-04-30T12:00:00','group_by':'item',"
    "'by':'month'}",
    "{'op':'movements','register':'inventory','recorder':'fuzz:1','from':'2026-01-01','limit':5,'active_only':true}",
    "{'op':'register.create','definition':{'name':'fuzzed','kind':'balance','dimensions':[{'name':'warehouse',"
    "'type':'ref(warehouses)'},{'name':'lot','type':'text','default':''}],'resources':[{'name':'quantity',"
    "'type':'decimal','scale':4,'negative':'forbid'}]}}",
    "{'op':'register.drop','register':'fuzzed','force':true}",
    "{'op':'register.info','register':'inventory'}",
    "{'op':'catalog.upsert','kind':'items','row':{'code':'FUZZ-1','name':'Fuzz','unit':'PCS'}}",
    "{'op':'catalog.list','kind':'partners'}",
    "{'op':'document.create','post':true,'request_id':'order 17','document':{'kind':'sales_order',"
    "'date':'2026-04-20','partner':'ACME','warehouse':'MAIN','lines':[{'item':'WDG-A1','quantity':'5',"
    "'unit_price':'250','discount':'2.5'}]}}",
    "{'op':'document.list'}",
};

const char orders[] = "number;date;partner;item;quantity;unit_price\n"
                      "F-1;2026-04-20;ACME;WDG-A1;2;250,50\nF-1;2026-04-20;ACME;WDG-B2;1;150,00\n"
                      "F-2;2026-04-21;ACME;\"WDG-A1\";1;250,00\nF-3;2026-04-22;ACME;WDG-B2;3;99,99\n";

QList<QByteArray> validRequests()
{
    QList<QByteArray> lines;
    for (const char *request : requests)
        lines << quoted(request);
    return lines;
}

QByteArray movementsInBook(OpenBook &book)
{
    auto rows = book.session().query("SELECT (SELECT COUNT(*) FROM inventory_movement),"
                                     " (SELECT COUNT(*) FROM sales_movement), (SELECT COUNT(*) FROM documents),"
                                     " (SELECT COUNT(*) FROM document_lines), (SELECT COUNT(*) FROM items),"
                                     " (SELECT COUNT(*) FROM accumulator_register)");
    if (!rows.ok() || !rows->next())
        return "unreadable";
    QByteArrayList counts;
    for (int i = 0; i < 6; ++i)
        counts << QByteArray::number(rows->integer(i));
    return counts.join(' ');
}

} // namespace

void TestCliFuzz::init()
{
    bool given = false;
    quint32 seed = qEnvironmentVariable("BINCARD_SEED").toUInt(&given);
    if (!given)
        seed = QRandomGenerator::global()->generate();
    m_count = qEnvironmentVariableIntValue("BINCARD_FUZZ", &given);
    if (!given)
        m_count = 4000;
    qInfo("BINCARD_SEED=%u BINCARD_FUZZ=%d", seed, m_count);
    m_random.seed(seed);
}

QByteArray TestCliFuzz::noise()
{
    QByteArray bytes(m_random.bounded(40), '\0');
    const bool printable = m_random.bounded(2) == 0;
    for (char &byte : bytes)
        byte = static_cast<char>(printable ? m_random.bounded(32, 127) : m_random.bounded(256));
    return bytes;
}

QByteArray TestCliFuzz::mutated(QByteArray text)
{
    static const QList<QByteArray> pieces{"null", "true", "-", "+", ".", "0", "1e9", "1.5", "-0",
        "99999999999999999999", "999999999999999999", "\"", "\\", "\\u0000", "\\ud800", "{", "}", "[", "]", ",", ":",
        ";", "\r", "\n", "\t", " ", QByteArray(1, '\0'), "\xff", "\xc3", "\xed\xa0\x80", "\xef\xbb\xbf",
        "\xf0\x9f\x98\x80", "'", "--", "%", "Ä", "0001-01-01", "9999-12-31", "2026-02-30", "T24:00:00", "Z", "+02:00"};
    for (int edits = m_random.bounded(1, 4); edits > 0; --edits) {
        const int at = m_random.bounded(static_cast<int>(text.size()) + 1);
        const int length = m_random.bounded(1, 9);
        switch (m_random.bounded(6)) {
        case 0: text.insert(at, pick(pieces)); break;
        case 1: text.replace(at, length, pick(pieces)); break;
        case 2: text.remove(at, length); break;
        case 3: text.insert(at, text.mid(m_random.bounded(static_cast<int>(text.size()) + 1), length * 4)); break;
        case 4:
            if (at < text.size())
                text[at] = static_cast<char>(m_random.bounded(256));
            break;
        default: text.truncate(std::max(at, static_cast<int>(text.size()) - length)); break;
        }
    }
    return text;
}

QByteArray TestCliFuzz::input(const QList<QByteArray> &valid)
{
    const int kind = m_random.bounded(20);
    return kind < 2 ? noise() : kind == 2 ? pick(valid) : mutated(pick(valid));
}

void TestCliFuzz::decimals()
{
    const QList<QByteArray> valid{"0", "-12.5", "1000", "+3", "0.000001", "999999999999999999", "-0.01"};
    for (int i = 0; i < m_count; ++i) {
        const QString text = QString::fromUtf8(input(valid));
        const int scale = m_random.bounded(Decimal::maximumScale + 1);
        if (const auto parsed = Decimal::parse(text, scale); parsed.ok()) {
            QVERIFY(parsed->absolute().units() <= Decimal::maximumUnits);
            QCOMPARE(parsed->scale(), scale);
            QCOMPARE(Decimal::parse(parsed->toString(), scale)->units(), parsed->units());
        }
        for (const bool comma : {false, true}) {
            if (const auto parsed = parseCsvNumber(text, scale, comma); parsed.ok())
                QVERIFY(parsed->absolute().units() <= Decimal::maximumUnits);
        }
        (void)fractionMark(text);
    }
}

void TestCliFuzz::dates()
{
    const QList<QByteArray> valid{
        "2026-04-18", "2026-04-18T09:30:00", "2024-02-29 23:59:59", "0001-01-01", "9999-12-31"};
    const QList<QByteArray> formats{"yyyy-MM-dd", "dd.MM.yyyy", "M/d/yy", "d MMM yyyy", "yyyyMMdd"};
    for (int i = 0; i < m_count; ++i) {
        const QString text = QString::fromUtf8(input(valid));
        if (const auto period = Period::parse(text); period.ok()) {
            QVERIFY(period->isValid());
            QVERIFY(*Period::parse(period->toString()) == *period);
        }
        if (const auto until = Until::parse(text); until.ok())
            QVERIFY(until->period.isValid());
        if (const auto date = parseDate(text); date.ok())
            QCOMPARE(parseDate(date->toString(Qt::ISODate)).value(), *date);
        if (const auto format = CsvDateFormat::parse(QString::fromUtf8(input(formats))))
            (void)format->date(text);
    }
}

void TestCliFuzz::json()
{
    const QList<QByteArray> valid = validRequests();
    for (int i = 0; i < m_count; ++i) {
        const QByteArray text = input(valid);
        (void)parseJson(text);
        (void)parseJsonRows(text);
        // What is taken is what Qt would write again.
        if (const auto object = parseJsonObject(text, 1); object.ok())
            QVERIFY(parseJsonObject(QJsonDocument(*object).toJson(QJsonDocument::Compact)).ok());
    }
}

void TestCliFuzz::definitions()
{
    const QList<QByteArray> valid{
        quoted("{'name':'stock_by_lot','kind':'balance','dimensions':[{'name':'warehouse','type':'int'},{'name':'lot',"
               "'type':'text','default':''},{'name':'day','type':'date'},{'name':'item','type':'ref(items)'}],"
               "'resources':[{'name':'quantity','type':'decimal','scale':4,'negative':'forbid'},{'name':'pieces',"
               "'type':'integer'}],'partition':'month'}"),
        quoted("{'name':'sold','kind':'turnover','dimensions':[{'name':'flag','type':'bool','default':'true'},"
               "{'name':'mark','type':'uuid'}],'resources':[{'name':'amount','type':'decimal','scale':2}]}"),
        quoted("{'name':'general','kind':'ledger','dimensions':[{'name':'currency','type':'text','default':'EUR'}],"
               "'resources':[{'name':'amount','type':'decimal','scale':2}]}")};
    int taken = 0;
    for (int i = 0; i < m_count; ++i) {
        const auto object = parseJsonObject(input(valid));
        if (!object.ok())
            continue;
        const auto definition = RegisterDefinition::fromJson(*object);
        if (!definition.ok() || !definition->validated().ok())
            continue;
        ++taken;
        const auto again = RegisterDefinition::fromJson(definition->toJson());
        QVERIFY(again.ok());
        QCOMPARE(again->toJson(), definition->toJson());
    }
    QVERIFY(taken > 0);
}

void TestCliFuzz::documents()
{
    const QList<QByteArray> valid{
        quoted(
            "{'kind':'sales_order','date':'2026-04-20','partner':'ACME','warehouse':'MAIN','lines':[{'item':'WDG-A1',"
            "'quantity':'5','unit_price':'250','discount':'2.5'},{'item':'WDG-B2','quantity':1}]}"),
        quoted("{'kind':'goods_receipt','date':'2026-04-20','partner':'SUPPLY','warehouse':'MAIN',"
               "'lines':[{'item':'WDG-A1','quantity':'5','amount':'99.95'}]}"),
        quoted("{'kind':'stock_transfer','date':'2026-04-20','warehouse':'MAIN','warehouse_to':'EAST','note':'x',"
               "'lines':[{'item':'WDG-A1','quantity':'5'}]}")};
    for (int i = 0; i < m_count; ++i) {
        const auto object = parseJsonObject(input(valid));
        if (!object.ok())
            continue;
        if (const auto document = documentFromJson(*object); document.ok())
            (void)toJson(*document);
    }
}

void TestCliFuzz::flatFiles()
{
    const QByteArray plain(orders);
    QByteArray quotes = plain;
    quotes.replace(';', ',').replace("250,50", "\"250,50\"");
    const QList<QByteArray> valid{plain, quotes, "\xef\xbb\xbf" + plain, "sep=;\n" + plain};
    for (int i = 0; i < m_count / 4; ++i) {
        QByteArray bytes = input(valid);
        QBuffer file(&bytes);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto format = detectCsv(file);
        if (!format.ok())
            continue;
        QVERIFY(file.seek(0));
        CsvReader reader(file, *format);
        CsvRow row;
        qsizetype rows = 0;
        while (reader.next(row))
            QVERIFY2(++rows <= bytes.size() + 1, "it does not end");
    }
}

// Through the whole import: whatever is taken in keeps the book sound.
void TestCliFuzz::importedFiles()
{
    BINCARD_TEST_BOOK(book);
    const QTemporaryDir folder;
    const QString path = folder.filePath("orders.csv");
    const QByteArray plain(orders);
    for (int i = 0; i < std::max(20, m_count / 100); ++i) {
        // Fresh numbers, so that it is not the same file again.
        const QByteArray fresh = QByteArray(plain).replace("F-", QByteArray("F" + QByteArray::number(i) + '-'));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(mutated(fresh));
        file.close();
        const auto preview = ImportService::preview(path, ImportKind::Documents);
        if (!preview.ok())
            continue;
        ImportRequest request = preview->request();
        request.constants.insert("warehouse", "MAIN");
        const auto report = book->imports().run(request);
        if (!report.ok())
            QVERIFY2(report.error().code() == ErrorCode::Validation, reasonOf(report).constData());
    }
    const auto verified = book->registers().verify({});
    BINCARD_GOOD(verified);
    QVERIFY(verified->value("rows").toArray().isEmpty());
}

void TestCliFuzz::batchLines()
{
    BINCARD_TEST_BOOK(book);
    cli::Operations operations(book.book());
    const QList<QByteArray> valid = validRequests();
    const QList<ErrorCode> ours{ErrorCode::Storage, ErrorCode::Corrupt, ErrorCode::ConnectionLost, ErrorCode::Busy};
    int done = 0;
    QByteArray before = movementsInBook(book.book());
    for (int i = 0; i < m_count / 5; ++i) {
        const QByteArray line = input(valid);
        const auto request = parseJsonObject(line, i + 1);
        if (!request.ok())
            continue;
        const auto answer = operations.perform(*request);
        const QByteArray after = movementsInBook(book.book());
        if (answer.ok()) {
            ++done;
        } else {
            // The person's mistake, never an engine's complaint; and nothing of it stays.
            QVERIFY2(!ours.contains(answer.error().code()),
                QByteArray(reasonOf(answer) + "\n" + QByteArray(line).replace('\0', "<NUL>")).constData());
            QVERIFY2(after == before, line.constData());
        }
        before = after;
    }
    QVERIFY(done > 0);
    const auto verified = book->registers().verify({});
    BINCARD_GOOD(verified);
    QVERIFY(verified->value("rows").toArray().isEmpty());
}

QTEST_GUILESS_MAIN(TestCliFuzz)
#include "tst_cli_fuzz.moc"
