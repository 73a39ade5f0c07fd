// SPDX-License-Identifier: GPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "domain/Catalog.h"
#include "service/CatalogService.h"
#include "service/MovementImport.h"
#include "service/OpenBook.h"
#include "support/Registers.h"
#include "support/Seed.h"
#include "support/TestBook.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace bincard;
using namespace bincard::test;

/// Files of movements into a register (rules E3, E6, E11, E12 for an import): whole or nothing, every bad row named, and
/// the same as if each document had been posted by itself.
class TestMovementImport : public QObject
{
    Q_OBJECT

private slots:
    void equalsPostingOneByOne_data() { engines(); }
    void equalsPostingOneByOne();
    void onlyTheEndCounts_data() { engines(); }
    void onlyTheEndCounts();
    void namesEveryBadRow_data() { engines(); }
    void namesEveryBadRow();
    void readsJsonLinesAndMappedColumns_data() { engines(); }
    void readsJsonLinesAndMappedColumns();
    void readsDatesAsTheFileWritesThem_data() { engines(); }
    void readsDatesAsTheFileWritesThem();
    void columnsOfOneNameAreRefused_data() { engines(); }
    void columnsOfOneNameAreRefused();
    void countsWhatItDoesNotList_data() { engines(); }
    void countsWhatItDoesNotList();
    void saysWhichRowsAreClosed_data() { engines(); }
    void saysWhichRowsAreClosed();
    void nothingToImportIsSaid_data() { engines(); }
    void nothingToImportIsSaid();
    void jsonNullIsNoValue_data() { engines(); }
    void jsonNullIsNoValue();
    void writesNothingWhenDryCancelledOrRefused_data() { engines(); }
    void writesNothingWhenDryCancelledOrRefused();
};

namespace {

RegisterDefinition definition(const QString &name)
{
    return RegisterDefinition::balance(name)
        .reference("item", "items")
        .dimension("shelf", DimensionType::Text, "")
        .decimal("quantity", 4, NegativePolicy::Forbid)
        .decimal("amount", 2);
}

/// A book with items I-0 .. I-19 and the registers `loaded` and `posted`.
struct Book
{
    explicit Book(const QString &engine) : book(engine, OpenMode::CreateBare)
    {
        for (int i = 0; i < 20; ++i) {
            Item item;
            item.code = item.name = QStringLiteral("I-%1").arg(i);
            const auto saved = book->catalog().save(item);
            if (!saved.ok())
                qFatal("%s", qPrintable(told(saved.error())));
            ids << saved->id.value;
        }
        for (const char *name : {"loaded", "posted"}) {
            if (const auto made = book->accumulator().create(definition(name)); !made.ok())
                qFatal("%s", qPrintable(told(made.error())));
        }
    }
    [[nodiscard]] Result<ImportReport> import(const QByteArray &text, const char *suffix = "csv",
        const QMap<QString, QString> &columns = {}, bool dryRun = false)
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("movements.") + suffix));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no temporary file");
        file.write(text);
        file.close();
        MovementImportRequest request;
        request.registerName = "loaded";
        request.file = file.fileName();
        request.columns = columns;
        request.dryRun = dryRun;
        return book->movementImport().run(request, progress);
    }
    [[nodiscard]] Register use(const char *name) { return *book->accumulator().use(name); }
    [[nodiscard]] qint64 movements(const char *name) { return use(name).info()->movements; }

    TestBook book;
    QList<qint64> ids;
    std::function<bool(const ImportProgress &)> progress;
};

} // namespace

void TestMovementImport::equalsPostingOneByOne()
{
    BINCARD_TEST_DATABASE(probe);
    Book book(engine);
    QRandomGenerator random(seedOfThisRun());
    QByteArray csv = "recorder,period,item,shelf,quantity,amount\n";
    Register posted = book.use("posted");
    constexpr int documents = 120;
    int rows = 0;
    for (int document = 0; document < documents; ++document) {
        QList<Movement> movements;
        for (int i = random.bounded(1, 60); i > 0; --i) {
            const int item = random.bounded(20);
            // Enough at first; afterwards receipts and issues of any day that it covers.
            const qint64 quantity = document == 0 ? 90'000'000 : random.bounded(-20'000, 20'000);
            const Period period(
                QDate(2026, 1, 1).addDays(document == 0 ? 0 : random.bounded(200)), QTime(random.bounded(24), 30));
            const QString shelf = QString(QChar('A' + random.bounded(3)));
            const Movement movement{QStringLiteral("doc:%1").arg(document), period,
                {book.ids.at(item), document == 0 ? QString("A") : shelf},
                {Decimal(document == 0 ? quantity : qAbs(quantity), 4), Decimal(random.bounded(-500, 500), 2)}, {}};
            movements << movement;
            csv += QStringLiteral("%1,%2,i-%3,%4,%5,%6\n")
                       .arg(movement.recorder, movement.period.toString())
                       .arg(item)
                       .arg(movement.dimensions.at(1).toString(), movement.resources.at(0).toString(),
                           movement.resources.at(1).toString())
                       .toUtf8();
        }
        rows += static_cast<int>(movements.size());
        BINCARD_OK(posted.post(movements));
    }
    const auto report = book.import(csv);
    BINCARD_OK(report);
    QCOMPARE(report->rowsTaken, rows);
    Register loaded = book.use("loaded");
    const QStringList all{"item", "shelf"};
    QCOMPARE(shown(*loaded.balance({}, all)), shown(*posted.balance({}, all)));
    TurnoverQuery query;
    query.groupBy = all;
    query.by = Granularity::Day;
    query.from = Period(QDate(2026, 1, 3));
    QCOMPARE(shown(*loaded.turnover(query)), shown(*posted.turnover(query)));
    for (Register *reg : {&loaded, &posted})
        QCOMPARE(reg->verify()->rows.size(), 0);
    // What was loaded is like anything posted: numbered by line, taken back, not to be loaded again.
    const auto history = loaded.history("doc:7");
    BINCARD_OK(history);
    QCOMPARE(history->size(), posted.history("doc:7")->size());
    QCOMPARE(history->constLast().line, static_cast<int>(history->size()));
    const auto again = book.import("recorder,period,item,quantity\nnew,2026-08-01,I-1,1\ndoc:7,2026-08-01,I-1,1\n");
    BINCARD_FAILS(again, ErrorCode::AlreadyPosted);
    BINCARD_OK(loaded.unpost("doc:7"));
    QCOMPARE(loaded.verify()->rows.size(), 0);
}

void TestMovementImport::onlyTheEndCounts()
{
    BINCARD_TEST_DATABASE(probe);
    Book book(engine);
    QByteArray csv = "recorder,period,item,quantity\n";
    // The issue stands thousands of rows before the receipt that covers it.
    csv += "order:1,2026-04-05,I-3,-5\n";
    for (int i = 0; i < 12'000; ++i)
        csv += "stock:1,2026-04-04,I-4,1\n";
    BINCARD_OK(book.import(csv + "receipt:1,2026-04-05,I-3,5\n"));
    QCOMPARE(shown(*book.use("loaded").balance({}, {"item"})), QString("%1: 12000.0000 0.00").arg(book.ids.at(4)));
    const auto tooLate =
        book.import("recorder,period,item,quantity\norder:2,2026-04-03,I-4,-5\nstock:2,2026-04-01,I-5,1\n");
    BINCARD_FAILS(tooLate, ErrorCode::InsufficientStock);
    const QJsonObject shortage = tooLate.error().details().value("shortages").toArray().at(0).toObject();
    QCOMPARE(shortage.value("key").toObject().value("item").toString(), QString("I-4"));
    QCOMPARE(shortage.value("available").toString(), QString("0.0000"));
    QCOMPARE(shortage.value("required").toString(), QString("5.0000"));
    QCOMPARE(shortage.value("date").toString(), QString("2026-04-03"));
    QCOMPARE(book.movements("loaded"), 12'002);
    QCOMPARE(book.use("loaded").verify()->rows.size(), 0);
}

void TestMovementImport::namesEveryBadRow()
{
    BINCARD_TEST_DATABASE(probe);
    Book book(engine);
    const auto report = book.import("recorder,period,item,quantity\n"
                                    "a,2026-04-01,I-1,5\n"
                                    "a,2026-02-30,I-1,5\n"
                                    ",2026-04-01,nowhere,5\n"
                                    "a,2026-04-01,I-1,many\n"
                                    "a,2026-04-01,I-1,0.00001\n"
                                    "sales_order:3f2504e0-4f89-41d3-9a0c-0305e82c3301,2026-04-01,I-1,1\n"
                                    "a,2026-04-01,I-1,5,6\n");
    BINCARD_OK(report);
    QStringList found;
    for (const ImportProblem &problem : report->problems)
        found << QString("%1 %2").arg(problem.line).arg(problem.field);
    QCOMPARE(found, (QStringList{"3 period", "4 recorder", "4 item", "5 quantity", "6 quantity", "7 recorder", "8 "}));
    QCOMPARE(report->rowsRead, 7);
    QCOMPARE(report->rowsTaken, 0);
    QCOMPARE(book.movements("loaded"), 0);
    // A time is kept; what cannot be kept is refused, not passed over.
    const auto times = book.import("recorder,period,item,quantity\n"
                                   "t,2026-04-01T10:00:00,I-1,1\n"
                                   "t,2026-04-01 10:00:01,I-1,1\n"
                                   "t,2026-04-01T10:00:00+05:00,I-1,1\n"
                                   "t,2026-04-01T10:00:00Z,I-1,1\n"
                                   "t,2026-04-01T10:00:00.5,I-1,1\n"
                                   "t,2026-04-01T1,I-1,1\n"
                                   "t,2026-04-01T24:00:00,I-1,1\n");
    BINCARD_OK(times);
    QStringList lines;
    for (const ImportProblem &problem : times->problems)
        lines << QString::number(problem.line) + ' ' + problem.field;
    QCOMPARE(lines, (QStringList{"4 period", "5 period", "6 period", "7 period", "8 period"}));
    const auto columns = book.import("what,period,item\na,2026-04-01,I-1\n");
    BINCARD_FAILS(columns, ErrorCode::Validation);
    QCOMPARE(columns.error().problems().size(), 2); // no recorder, no resource
}

void TestMovementImport::readsJsonLinesAndMappedColumns()
{
    BINCARD_TEST_DATABASE(probe);
    Book book(engine);
    BINCARD_OK(book.import("Beleg;Tag;Artikel;Menge\nb:1;2026-04-01;I-1;1.250,5\n", "csv",
        {{"recorder", "Beleg"}, {"period", "Tag"}, {"item", "Artikel"}, {"quantity", "Menge"}}));
    BINCARD_OK(book.import("{\"recorder\":\"b:2\",\"period\":\"2026-04-02\",\"item\":\"I-1\",\"quantity\":\"-0.5\"}\n"
                           "\n{\"recorder\":\"b:2\",\"period\":\"2026-04-02\",\"item\":\"I-2\",\"quantity\":3}\n",
        "jsonl"));
    QCOMPARE(shown(*book.use("loaded").balance({}, {})), QString("1253.0000 0.00"));
    const auto bad = book.import("{\"recorder\":\"b:3\",\"period\":\"2026-04-02\",\"item\":\"I-1\",\"quantity\":1}\n"
                                 "{\"recorder\":\"b:3\",\"period\":\"2026-04-02\",\"item\":\"I-1\",\"quantity\":0.5}\n",
        "jsonl");
    BINCARD_OK(bad);
    QCOMPARE(bad->problems.size(), 1);
    QCOMPARE(bad->problems.at(0).line, 2);
    QCOMPARE(book.movements("loaded"), 3);
}

void TestMovementImport::readsDatesAsTheFileWritesThem()
{
    BINCARD_TEST_DATABASE(probe);
    Book book(engine);
    BINCARD_OK(book.book->accumulator().create(
        RegisterDefinition::balance("dated").dimension("best_before", DimensionType::Date).decimal("pieces", 0)));
    const QTemporaryDir folder;
    QFile file(folder.filePath("dated.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Document;Date;Best before;Pieces\nr:1;18.04.2026;1.2.2027;5\nr:2;19.4.2026 08:30;2027-02-01;2\n"
               "r:3;20.4.2026;1.2.2027 00:00:00;1\n");
    file.close();
    MovementImportRequest request;
    request.registerName = "dated";
    request.file = file.fileName();
    // What the preview finds and what a run finds by itself are the same.
    const auto preview = book.book->movementImport().preview(request);
    BINCARD_OK(preview);
    QCOMPARE(preview->format.dateFormat, "d.M.yyyy");
    QVERIFY(preview->problems.isEmpty() && preview->notes.isEmpty());
    QCOMPARE(preview->columns.value("recorder"), "Document");
    QCOMPARE(preview->unusedColumns({{"period", "Date"}}), (QStringList{"Document", "Best before", "Pieces"}));
    const auto report = book.book->movementImport().run(request);
    BINCARD_OK(report);
    QCOMPARE(report->rowsTaken, 3);
    QCOMPARE(shown(*book.use("dated").balance({}, {"best_before"})), "2027-02-01: 8");
    QCOMPARE(shown(*book.use("dated").balance({}, {}, *Until::parse(u"2026-04-19T08:29:59"))), "5");
    // A day that does not exist, and a time that a date has no room for.
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Document;Date;Best before;Pieces\nr:4;18.04.2026;30.2.2027;5\nr:4;18.04.2026;1.2.2027 10:00;5\n");
    file.close();
    const auto wrong = book.book->movementImport().run(request);
    BINCARD_OK(wrong);
    QCOMPARE(wrong->problems.size(), 2);
    QCOMPARE(wrong->problems.at(1).field, "best_before");
    request.format = preview->format;
    request.format->dateFormat = "no date";
    BINCARD_FAILS(book.book->movementImport().run(request), ErrorCode::Validation);
}

void TestMovementImport::columnsOfOneNameAreRefused()
{
    BINCARD_TEST_DATABASE(probe);
    Book book(engine);
    const auto fields = [](const Result<ImportReport> &report) {
        QStringList all;
        for (const Problem &problem : report.ok() ? QList<Problem>() : report.error().problems())
            all << problem.field;
        return all.join(' ');
    };
    const QByteArray row = "a,2026-04-01,I-1,5,6\n";
    QCOMPARE(fields(book.import("recorder,period,item,quantity,quantity\n" + row)), "quantity");
    QCOMPARE(fields(book.import("recorder,period,item,QUANTITY,Quantity\n" + row)), "quantity");
    QCOMPARE(
        fields(book.import("recorder,period,item,pieces,Pieces\n" + row, "csv", {{"quantity", "PIECES"}})), "quantity");
    QCOMPARE(book.movements("loaded"), 0);
    // What is not read may be called as it likes, and the very name beats one that is like it.
    BINCARD_OK(book.import("recorder,period,item,quantity,note,note\nb,2026-04-01,I-1,5,x,y\n"));
    BINCARD_OK(book.import("recorder,period,item,Quantity,quantity\nc,2026-04-01,I-1,6,7\n"));
    QCOMPARE(shown(*book.use("loaded").balance({}, {})), "12.0000 0.00");
}

void TestMovementImport::countsWhatItDoesNotList()
{
    BINCARD_TEST_DATABASE(probe);
    Book book(engine);
    const auto report =
        book.import("recorder,period,item,quantity\n" + QByteArray("a,2026-04-01,nowhere,x\n").repeated(6000));
    BINCARD_OK(report);
    QCOMPARE(report->problems.size(), 10'000);
    QCOMPARE(report->problemsBeyond, 2'000);
    QCOMPARE(report->rowsRead, 6000);
    QCOMPARE(book.movements("loaded"), 0);
}

void TestMovementImport::saysWhichRowsAreClosed()
{
    BINCARD_TEST_DATABASE(probe);
    Book book(engine);
    BINCARD_OK(book.book->accumulator().closePeriod(QDate(2026, 3, 31)));
    const QByteArray rows = "recorder,period,item,quantity\n"
                            "a,2026-04-01,I-1,5\na,2026-03-31,I-1,5\na,2026-05-01,I-1,5\na,2026-01-31,I-1,5\n";
    const auto closed = book.import(rows);
    BINCARD_FAILS(closed, ErrorCode::PeriodClosed);
    const QJsonObject details = closed.error().details();
    QCOMPARE(details.value("line").toInt(), 3);
    QCOMPARE(details.value("rows").toInt(), 2);
    QCOMPARE(details.value("period").toString(), "2026-03-31");
    QCOMPARE(details.value("closed_until").toString(), "2026-03-31");
    QCOMPARE(details.value("problems").toArray().at(1).toObject().value("line").toInt(), 5);
    // Among other things that are wrong they are rows like any.
    const auto mixed = book.import(rows + "a,2026-04-01,nowhere,5\n");
    BINCARD_OK(mixed);
    QStringList found;
    for (const ImportProblem &problem : mixed->problems)
        found << QString("%1 %2").arg(problem.line).arg(problem.field);
    QCOMPARE(found, (QStringList{"3 period", "5 period", "6 item"}));
    QCOMPARE(book.movements("loaded"), 0);
}

void TestMovementImport::nothingToImportIsSaid()
{
    BINCARD_TEST_DATABASE(probe);
    Book book(engine);
    for (const auto &[text, suffix] : {std::pair("", "csv"), {"recorder,period,item,quantity\n", "csv"}, {"[]", "json"},
             {"", "json"}, {"\n\n", "jsonl"}}) {
        const auto report = book.import(text, suffix);
        BINCARD_FAILS(report, ErrorCode::Validation);
        QVERIFY2(report.error().message().english().contains(QString("movements.") + suffix),
            qPrintable(told(report.error())));
    }
}

void TestMovementImport::jsonNullIsNoValue()
{
    BINCARD_TEST_DATABASE(probe);
    Book book(engine);
    const auto import = [&](QByteArray row) { return book.import(row.replace('\'', '"'), "jsonl"); };
    BINCARD_OK(import("{'recorder':'a','period':'2026-04-01','item':'I-1','quantity':1,'cause':null}"));
    for (const char *field : {"recorder", "period", "item", "shelf", "quantity"}) {
        QByteArray row = "{'recorder':'b','period':'2026-04-01','item':'I-1','shelf':'A','quantity':'1'}";
        const QByteArray name = QByteArray("'").append(field).append("':");
        const qsizetype from = row.indexOf(name) + name.size();
        row.replace(from, row.indexOf('\'', from + 1) + 1 - from, "null");
        const auto report = import(row);
        BINCARD_OK(report);
        QCOMPARE(report->problems.size(), 1);
        QCOMPARE(report->problems.at(0).field, field);
        QVERIFY(!report->problems.at(0).reason.english().isEmpty());
    }
    const auto cause = import("{'recorder':'b','period':'2026-04-01','item':'I-1','quantity':1,'cause':7}");
    BINCARD_OK(cause);
    QCOMPARE(cause->problems.size(), 1);
    QCOMPARE(book.movements("loaded"), 1);
}

void TestMovementImport::writesNothingWhenDryCancelledOrRefused()
{
    BINCARD_TEST_DATABASE(probe);
    Book book(engine);
    QByteArray csv = "recorder,period,item,quantity\n";
    for (int i = 0; i < 15'000; ++i)
        csv += QStringLiteral("r:%1,2026-04-01,I-%2,1\n").arg(i).arg(i % 20).toUtf8();
    const auto dry = book.import(csv, "csv", {}, true);
    BINCARD_OK(dry);
    QVERIFY(dry->dryRun && dry->problems.isEmpty());
    QCOMPARE(book.movements("loaded"), 0);
    int calls = 0;
    book.progress = [&calls](const ImportProgress &) { return ++calls < 13; };
    const auto cancelled = book.import(csv);
    BINCARD_OK(cancelled);
    QVERIFY(cancelled->cancelled);
    QCOMPARE(book.movements("loaded"), 0);
    book.progress = {};
    BINCARD_OK(book.book->accumulator().closePeriod(QDate(2026, 4, 1)));
    BINCARD_FAILS(book.import(csv), ErrorCode::PeriodClosed);
    QCOMPARE(book.movements("loaded"), 0);
    BINCARD_OK(book.book->accumulator().reopenPeriod({}));
    BINCARD_OK(book.import(csv));
    QCOMPARE(book.movements("loaded"), 15'000);
    QCOMPARE(book.use("loaded").verify()->rows.size(), 0);
}

QTEST_GUILESS_MAIN(TestMovementImport)
#include "tst_movement_import.moc"
