// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/BookContent.h"
#include "support/Registers.h"
#include "support/Seed.h"
#include "support/TestDatabase.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>
#include <limits>

using namespace bincard;
using namespace bincard::test;

/// SQLite works movements in by two ways: the library's batches, and the row triggers for whoever else inserts. Random
/// operations go through the library into one book; its journal is then typed into another by plain INSERTs. The derived
/// tables must come out the same to the byte (rule E6), but for the mark of the row that changed them last, and for the
/// lowest sum of a month: that is a bound, which a batch makes tighter on the way; verify judges it in both books.
class TestBatchEqualsRows : public QObject
{
    Q_OBJECT

private slots:
    void derivedTablesAreTheSame();
    void refusesTheSame();
    void anOpenGateCannotBeCommitted();
    void valuesComeBackAsTheyWere();

private:
};

namespace {

QString refusal(TestDatabase &database, const QString &sql)
{
    QSqlQuery query(database.database());
    return query.exec(sql) ? QString() : query.lastError().text();
}

} // namespace

void TestBatchEqualsRows::derivedTablesAreTheSame()
{
    QRandomGenerator random(seedOfThisRun());
    TestDatabase batches("sqlite"), byHand("sqlite");
    Stock stock(batches), other(byHand);
    QList<Movement> opening; // or an unlucky start would have nearly everything refused
    for (qint64 key = 0; key < 6; ++key)
        opening << Stock::movement("opening", "2025-12-01", 1 + key % 2, 10 + key % 3, "20");
    BINCARD_OK(stock->post(opening));
    QStringList posted;
    int refused = 0;
    for (int operation = 0; operation < 250; ++operation) {
        const auto movements = [&](const QString &recorder) {
            QList<Movement> made;
            for (int i = random.bounded(1, 16); i > 0; --i) {
                Movement movement =
                    Stock::movement("", "2026-01-01", 1 + random.bounded(2), 10 + random.bounded(3), "0");
                movement.recorder = recorder;
                movement.period = Period(QDate(2025, 12, 1).addDays(random.bounded(120)), QTime(random.bounded(24), 0));
                movement.resources = {Decimal(random.bounded(-60000, 60000), 4), Decimal(random.bounded(-99, 99), 2)};
                made << movement;
            }
            return made;
        };
        const QString recorder = QStringLiteral("doc:%1").arg(operation);
        const int kind = random.bounded(10);
        bool done = false;
        if (kind < 6 || posted.isEmpty()) {
            done = stock->post(movements(recorder)).ok();
            if (done)
                posted << recorder;
        } else if (kind < 8) {
            const QString chosen = posted.at(random.bounded(static_cast<int>(posted.size())));
            done = stock->repost(chosen, movements(chosen)).ok();
        } else {
            const QString chosen = posted.takeAt(random.bounded(static_cast<int>(posted.size())));
            done = stock->unpost(chosen).ok();
            if (!done)
                posted << chosen;
        }
        refused += done ? 0 : 1;
    }
    QVERIFY2(refused > 10 && posted.size() > 10,
        qPrintable(QStringLiteral("%1 refused, %2 posted").arg(refused).arg(posted.size())));
    const QString copied =
        QStringLiteral("recorder, line, period, reversal_of, warehouse, item, quantity_e4, amount_e2");
    for (const QString &row :
        firstColumn(batches.database(),
            QStringLiteral("SELECT quote(recorder) || ',' || line || ',' || quote(period) || ',' || quote(reversal_of) "
                           "|| ',' || warehouse || ',' || item || ',' || quantity_e4 || ',' || amount_e2 "
                           "FROM stock_movement ORDER BY id")))
        QCOMPARE(
            refusal(byHand, QStringLiteral("INSERT INTO stock_movement (%1) VALUES (%2)").arg(copied, row)), QString());
    for (const char *table : {"stock_day", "stock_month", "stock_balance"}) {
        const QStringList columns = firstColumn(batches.database(),
            QStringLiteral("SELECT 'quote(\"' || name || '\")' FROM pragma_table_info('%1') WHERE name NOT IN "
                           "('last_movement', 'quantity_lowest_e4')")
                .arg(QLatin1String(table)));
        const QString sql = QStringLiteral("SELECT %1 FROM %2 ORDER BY 1")
                                .arg(columns.join(QStringLiteral(" || ',' || ")), QLatin1String(table));
        QVERIFY(firstColumn(batches.database(), sql).size() > 5);
        QCOMPARE(firstColumn(batches.database(), sql), firstColumn(byHand.database(), sql));
    }
    QCOMPARE(stock.verifyFindings(), 0);
    QCOMPARE(other.verifyFindings(), 0);
}

void TestBatchEqualsRows::refusesTheSame()
{
    TestDatabase database("sqlite");
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-04-01", 1, 10, "5")}));
    const auto many = [&](const Movement &last) {
        QList<Movement> all;
        for (int i = 0; i < 20; ++i)
            all << Stock::movement("doc", "2026-04-02", 1, 11, "1");
        all << last;
        return all;
    };
    const auto unknown = stock->post(many(Stock::movement("doc", "2026-04-02", 1, 99, "1")));
    BINCARD_FAILS(unknown, ErrorCode::Validation);
    QCOMPARE(unknown.error().problems().at(0).field, QString("item"));
    const auto tooMuch = stock->post(many(Stock::movement("doc", "2026-04-02", 1, 10, "-6")));
    BINCARD_FAILS(tooMuch, ErrorCode::InsufficientStock);
    const QJsonObject shortage = tooMuch.error().details().value("shortages").toArray().at(0).toObject();
    QCOMPARE(shortage.value("available").toString(), QString("5.0000"));
    QCOMPARE(shortage.value("required").toString(), QString("6.0000"));
    QCOMPARE(shortage.value("date").toString(), QString("2026-04-02"));
    const QString large = QString("99999999999999.99");
    QList<Movement> huge;
    for (int i = 0; i < 120; ++i)
        huge << Stock::movement("doc", "2026-04-02", 1, 11, "0", qPrintable(large));
    BINCARD_FAILS(stock->post(huge), ErrorCode::Validation);
    BINCARD_OK(stock.accumulator().closePeriod(QDate(2026, 4, 30)));
    BINCARD_FAILS(stock->post(many(Stock::movement("doc", "2026-05-02", 1, 10, "1"))), ErrorCode::PeriodClosed);
    QCOMPARE(database.value("SELECT count(*) FROM accumulator_gate"), QString("0"));
    QCOMPARE(stock.balances({}, {"warehouse", "item"}), QString("1,10: 5.0000 0.00"));
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestBatchEqualsRows::anOpenGateCannotBeCommitted()
{
    TestDatabase database("sqlite");
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-04-01", 1, 10, "5")}));
    QVERIFY2(!refusal(database, "INSERT INTO accumulator_gate (open, base, pending) VALUES (0, 0, 0)").isEmpty(),
        "by itself");
    QVERIFY2(!refusal(database, "INSERT INTO accumulator_gate (open, base, pending) VALUES (1, 0, 0)").isEmpty(),
        "as an actor that exists");
    // A batch that failed leaves its caller's transaction only one way.
    QSqlDatabase connection = database.database();
    QVERIFY(connection.transaction());
    QList<Movement> movements;
    for (int i = 0; i < 10; ++i)
        movements << Stock::movement("order:1", "2026-04-02", 1, 10, "-1");
    BINCARD_FAILS(stock->post(movements), ErrorCode::InsufficientStock);
    QVERIFY2(!connection.commit(), "half of a posting was committed");
    QVERIFY(connection.rollback());
    QCOMPARE(stock.balances(), QString("5.0000 0.00"));
    BINCARD_OK(stock->post(movements.mid(0, 5)));
    QCOMPARE(stock.balances(), QString("0.0000 0.00"));
    QCOMPARE(stock.verifyFindings(), 0);
}

/// Rows of a batch travel as text at fixed places, or where that does not go as JSON.
void TestBatchEqualsRows::valuesComeBackAsTheyWere()
{
    TestDatabase database("sqlite");
    Accumulator accumulator(database.database());
    for (const bool withText : {false, true}) {
        const QString name = withText ? QString("worded") : QString("packed");
        RegisterDefinition definition = RegisterDefinition::turnover(name)
                                            .dimension("number", DimensionType::Int)
                                            .dimension("large", DimensionType::BigInt)
                                            .dimension("day_of", DimensionType::Date)
                                            .dimension("flag", DimensionType::Bool)
                                            .dimension("mark", DimensionType::Uuid)
                                            .integer("pieces")
                                            .decimal("amount", 6);
        if (withText)
            definition = definition.dimension("words", DimensionType::Text);
        BINCARD_OK(accumulator.create(definition));
        auto found = accumulator.use(name);
        BINCARD_OK(found);
        const QStringList recorders{
            "plain", "\"quoted\" \\ and \\\"", "  blanks  ", QString::fromUtf8("Beleg Ä 漢字 😀"), "tab\there", "[1,2]"};
        QList<Movement> movements;
        for (qsizetype i = 0; i < recorders.size(); ++i) {
            const bool odd = i % 2 == 1;
            Movement movement;
            movement.recorder = recorders.at(i);
            movement.period = Period(odd ? QDate(1, 1, 1) : QDate(9999, 12, 31), QTime(23, 59, int(i)));
            movement.dimensions = {odd ? qint64(-2147483648LL) : qint64(2147483647),
                odd ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max(),
                odd ? "0001-01-01" : "9999-12-31", odd, "3f2504e0-4f89-41d3-9a0c-0305e82c3301"};
            if (withText)
                movement.dimensions << recorders.at(i);
            movement.resources = {Decimal(odd ? -99'999'999 : 7, 0),
                Decimal(odd ? -99'999'999'999'999'999LL : 99'999'999'999'999'999LL, 6)};
            movements << movement;
        }
        BINCARD_OK(found->post(movements));
        const auto page = found->movements(MovementsQuery());
        BINCARD_OK(page);
        QCOMPARE(page->rows.size(), movements.size());
        for (const Movement &movement : std::as_const(movements)) {
            const auto same = [&](const JournalRow &row) {
                return row.recorder == movement.recorder && row.period == movement.period
                    && row.dimensions == movement.dimensions && row.resources == movement.resources && row.line == 1;
            };
            QVERIFY2(std::ranges::any_of(page->rows, same), qPrintable(name + ' ' + movement.recorder));
        }
        const auto again = found->repost(recorders.at(1), {movements.at(1)});
        BINCARD_OK(again);
        QCOMPARE(again->unchanged, 1);
    }
}

QTEST_GUILESS_MAIN(TestBatchEqualsRows)
#include "tst_batch_equals_rows.moc"
