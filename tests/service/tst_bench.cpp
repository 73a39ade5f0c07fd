// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/BenchService.h"
#include "support/TestBook.h"
#include "support/TestDatabase.h"

using namespace bincard;
using namespace bincard::test;

/// The measurement itself: that it measures, leaves nothing behind, and judges by its targets. The figures of a test's
/// build say nothing.
class TestBench : public QObject
{
    Q_OBJECT

private slots:
    void aTargetIsARatio();
    void measuresWhatIsUsual_data() { engines(); }
    void measuresWhatIsUsual();
    void measuresTheEngine_data() { engines(); }
    void measuresTheEngine();
    void saysWherePeerIsMissing();
};

void TestBench::aTargetIsARatio()
{
    BenchRow row;
    row.figure = Decimal(120, 0);
    QVERIFY(!row.ratio() && !row.met() && row.target().isEmpty());
    row.limitFigure = Decimal(80'000, 3); // 80 ms, to the microsecond
    QCOMPARE(row.ratio()->toString(), QStringLiteral("1.50"));
    QVERIFY(!row.met());
    row.atLeast = Decimal(150, 2);
    QCOMPARE(*row.met(), true);
    QCOMPARE(row.target(), QStringLiteral("at least 1.50"));
    row.atLeast.reset();
    row.atMost = Decimal(149, 2);
    QCOMPARE(*row.met(), false);
}

/// The suites that nobody has to name, and a part of the engine's after them in one run.
void TestBench::measuresWhatIsUsual()
{
    BINCARD_TEST_DATABASE(database);
    BenchRequest request;
    request.beside = database.location();
    request.operations = 2;
    for (const QStringList &suites : {QStringList(), QStringList{"save", "storage"}}) {
        request.suites = suites;
        const auto report = BenchService::run(request);
        BINCARD_GOOD(report);
        QVERIFY(report->rows.size() >= (suites.isEmpty() ? 7 : 4));
        for (const BenchRow &row : report->rows)
            QVERIFY2(row.figure > Decimal(0, 0), qPrintable(row.name));
    }
}

void TestBench::measuresTheEngine()
{
    BINCARD_TEST_DATABASE(database);
    const QString books = QStringLiteral("SELECT count(*) FROM pg_database WHERE datname LIKE 'bincard_bench_%'");
    const QString before = database.isSqlite() ? QString() : database.value(books);
    BenchRequest request;
    request.beside = database.location();
    request.suites = {QStringLiteral("posting"), QStringLiteral("documents")};
    request.operations = 5;
    const auto report = BenchService::run(request);
    BINCARD_GOOD(report);
    QVERIFY(report->rows.size() >= 5);
    for (const BenchRow &row : report->rows) {
        QVERIFY2(row.figure > Decimal(0, 0) && row.limitFigure > Decimal(0, 0), qPrintable(row.name));
        QVERIFY2(!row.limit.isEmpty() && row.operations > 0 && row.fsyncsPerSecond > 0, qPrintable(row.name));
        QCOMPARE(row.met().has_value(), row.atLeast || row.atMost);
    }
    if (!database.isSqlite())
        QCOMPARE(database.value(books), before);
}

// Whoever asks for the peer where it is not installed hears so; the rest is measured all the same.
void TestBench::saysWherePeerIsMissing()
{
    const QString engine = QStringLiteral("postgresql");
    if (const QString why = whyUnavailable(engine); !why.isEmpty()) {
        if (isRequired(engine))
            QFAIL(qPrintable(why));
        QSKIP(qPrintable(why));
    }
    const TestDatabase database(engine);
    BenchRequest request;
    request.beside = request.peer = database.location();
    request.suites = {QStringLiteral("documents")};
    request.operations = 1;
    const auto report = BenchService::run(request);
    BINCARD_GOOD(report);
    QCOMPARE(report->notes.size(), 1);
    QVERIFY2(report->notes.constFirst().contains(QStringLiteral("pg_accumulator")), qPrintable(report->notes.first()));
    QVERIFY(!report->rows.isEmpty());
}

QTEST_GUILESS_MAIN(TestBench)
#include "tst_bench.moc"
