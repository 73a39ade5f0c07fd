// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/Registers.h"
#include "support/Sessions.h"
#include "support/TestDatabase.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QSqlError>
#include <QSqlQuery>

#include <atomic>

using namespace bincard;
using namespace bincard::test;

/// Rules E2, E4, E6, E11 for people at psql or the sqlite3 shell: what they insert into the journal is worked in like any
/// posting, and everything else is refused.
class TestRawSql : public QObject
{
    Q_OBJECT

private slots:
    void insertsMaintainEverything_data() { engines(); }
    void insertsMaintainEverything();
    void fillsInDefaults_data() { engines(); }
    void fillsInDefaults();
    void refuses_data() { engines(); }
    void refuses();
    void refusesBadReversals_data() { engines(); }
    void refusesBadReversals();
    void aMovementIsReversedOnceByWhomever_data() { engines(); }
    void aMovementIsReversedOnceByWhomever();
    void refusesShortages_data() { engines(); }
    void refusesShortages();
    void everyTypeIsChecked_data() { engines(); }
    void everyTypeIsChecked();

private:
    /// Empty if the statement passed, else what the engine said.
    static QString refusal(TestDatabase &database, const QString &sql);
    /// Statements are written for PostgreSQL; this makes SQLite's of it: scaled columns and values.
    static QString adapted(const TestDatabase &database, QString sql);
};

namespace {

const char *const head = "INSERT INTO stock_movement (recorder, period, warehouse, item, quantity, amount) VALUES ";

} // namespace

QString TestRawSql::refusal(TestDatabase &database, const QString &sql)
{
    QSqlQuery query(database.database());
    if (query.exec(adapted(database, sql)))
        return {};
    return query.lastError().text();
}

QString TestRawSql::adapted(const TestDatabase &database, QString sql)
{
    if (!database.isSqlite())
        return sql;
    static const QRegularExpression column("\\b(quantity(?:_receipts|_issues)?)\\b");
    static const QRegularExpression money("\\b(amount(?:_receipts|_issues)?)\\b");
    return sql.replace(column, "\\1_e4").replace(money, "\\1_e2");
}

void TestRawSql::insertsMaintainEverything()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    QCOMPARE(refusal(database,
                 head
                     + QString("('by hand', '2026-04-01 00:00:00', 1, 10, 50000, 700), "
                               "('by hand', '2026-04-02 08:00:00', 1, 10, -20000, -300)")),
        QString());
    const bool scaled = database.isSqlite();
    QCOMPARE(stock.balances(), scaled ? "3.0000 4.00" : "30000.0000 400.00");
    QCOMPARE(stock.turnover("2026-04-02", "2026-04-02"),
        scaled ? "5.0000+0.0000-2.0000=3.0000 7.00+0.00-3.00=4.00"
               : "50000.0000+0.0000-20000.0000=30000.0000 700.00+0.00-300.00=400.00");
    QCOMPARE(stock.verifyFindings(), 0);
    // A reversal by hand, of the issue.
    QCOMPARE(refusal(database,
                 "INSERT INTO stock_movement (recorder, period, warehouse, item, quantity, amount, "
                 "reversal_of) SELECT recorder, period, warehouse, item, -quantity, -amount, id "
                 "FROM stock_movement WHERE quantity < 0"),
        QString());
    QCOMPARE(stock.turnover("2026-04-02", "2026-04-02"),
        scaled ? "5.0000+0.0000-0.0000=5.0000 7.00+0.00-0.00=7.00"
               : "50000.0000+0.0000-0.0000=50000.0000 700.00+0.00-0.00=700.00");
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestRawSql::fillsInDefaults()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    stock.accumulator().setRecordedBy("anna");
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-04-01", 1, 10, "5")}));
    QCOMPARE(refusal(database,
                 "INSERT INTO stock_movement (recorder, period, warehouse, item) VALUES ('x', '2026-04-01 00:00:00', "
                 "1, 10)"),
        QString());
    MovementsQuery query;
    const auto page = stock->movements(query);
    BINCARD_OK(page);
    QCOMPARE(page->rows.size(), 2);
    QCOMPARE(page->rows.at(0).recordedBy, "anna");
    QCOMPARE(page->rows.at(1).recordedBy, database.isSqlite() ? QString() : database.value("SELECT session_user"));
    QCOMPARE(page->rows.at(1).line, 1);
    static const QRegularExpression instant("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$");
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const JournalRow &row : page->rows) {
        QVERIFY2(instant.match(row.recordedAt).hasMatch(), qPrintable(row.recordedAt));
        QVERIFY(qAbs(QDateTime::fromString(row.recordedAt, Qt::ISODateWithMs).secsTo(now)) < 60);
    }
}

namespace {

struct Statement
{
    QString name, sql;
};

QList<Statement> refusedStatements(const QString &engine)
{
    QList<Statement> statements;
    const auto on = [&](const char *which, const QString &name, const QString &sql) {
        if (engine == QLatin1String(which))
            statements.append({name, sql});
    };
    const auto sqlite = [&](const QString &name, const QString &sql) { on("sqlite", name, sql); };
    const auto postgres = [&](const QString &name, const QString &sql) { on("postgresql", name, sql); };
    const auto both = [&](const QString &name, const QString &sql) { statements.append({name, sql}); };
    both("update", "UPDATE stock_movement SET quantity = 1");
    both("update of no row",
        "UPDATE stock_movement SET line = 2 WHERE id = -5 OR id IN (SELECT id FROM stock_movement)");
    both("delete", "DELETE FROM stock_movement");
    postgres("truncate", "TRUNCATE stock_movement");
    postgres("truncate derived", "TRUNCATE stock_day");
    for (const char *table : {"stock_balance", "stock_day", "stock_month"}) {
        both(QString("delete from %1").arg(table), QString("DELETE FROM %1").arg(table));
        const QString column = QLatin1String(table) == u"stock_balance" ? "amount" : "amount_issues";
        both(QString("update %1").arg(table), QString("UPDATE %1 SET %2 = 99").arg(table, column));
        both(QString("copy within %1").arg(table),
            QString("INSERT INTO %1 SELECT * FROM %1 WHERE 1 = 1 ON CONFLICT DO NOTHING").arg(table));
    }
    sqlite("replace in balance",
        "INSERT OR REPLACE INTO stock_balance SELECT warehouse, item, 1, 1, 0 FROM stock_balance");
    for (const char *verb : {"INSERT", "INSERT OR IGNORE", "INSERT OR REPLACE", "REPLACE"}) {
        const auto with = [&](const char *name, const QString &values) {
            sqlite(QString("%1 %2").arg(verb, name),
                QString("%1 INTO stock_movement (recorder, period, warehouse, item, quantity) VALUES (%2)")
                    .arg(verb, values));
        };
        with("null recorder", "NULL, '2026-04-01 00:00:00', 1, 10, 5");
        with("blank recorder", "' \t ', '2026-04-01 00:00:00', 1, 10, 5");
        with("null period", "'x', NULL, 1, 10, 5");
        with("date only", "'x', '2026-04-01', 1, 10, 5");
        with("no such day", "'x', '2026-02-30 00:00:00', 1, 10, 5");
        with("T and zone", "'x', '2026-04-01T00:00:00Z', 1, 10, 5");
        with("hour 24", "'x', '2026-04-01 24:00:00', 1, 10, 5");
        with("fraction of a second", "'x', '2026-04-01 00:00:00.5', 1, 10, 5");
        with("year 0", "'x', '0000-01-01 00:00:00', 1, 10, 5");
        with("julian day", "'x', 2461000.5, 1, 10, 5");
        with("null dimension", "'x', '2026-04-01 00:00:00', NULL, 10, 5");
        with("unknown item", "'x', '2026-04-01 00:00:00', 1, 999, 5");
        with("text as id", "'x', '2026-04-01 00:00:00', 1, 'ten', 5");
        with("real quantity", "'x', '2026-04-01 00:00:00', 1, 10, 0.5");
        with("text quantity", "'x', '2026-04-01 00:00:00', 1, 10, 'many'");
        with("blob quantity", "'x', '2026-04-01 00:00:00', 1, 10, x'31'");
        with("null quantity", "'x', '2026-04-01 00:00:00', 1, 10, NULL");
        with("19 digits", "'x', '2026-04-01 00:00:00', 1, 10, 1000000000000000000");
        with("NUL in the recorder", "'x' || char(0) || 'y', '2026-04-01 00:00:00', 1, 10, 5");
        sqlite(QString("%1 own id").arg(verb),
            QString("%1 INTO stock_movement (id, recorder, period, warehouse, item, quantity) SELECT id, recorder, "
                    "period, warehouse, item, 7 FROM stock_movement")
                .arg(verb));
        sqlite(QString("%1 negative id").arg(verb),
            QString("%1 INTO stock_movement (id, recorder, period, warehouse, item, quantity) VALUES "
                    "(-1, 'x', '2026-04-01 00:00:00', 1, 10, 5)")
                .arg(verb));
    }
    sqlite("upsert",
        "INSERT INTO stock_movement (id, recorder, period, warehouse, item) SELECT id, 'y', period, warehouse, "
        "item FROM stock_movement WHERE 1 = 1 ON CONFLICT (id) DO UPDATE SET recorder = excluded.recorder");
    postgres("upsert",
        "INSERT INTO stock_movement (id, recorder, period, warehouse, item) OVERRIDING SYSTEM VALUE SELECT id, "
        "'y', period, warehouse, item FROM stock_movement ON CONFLICT (id) DO UPDATE SET recorder = 'z'");
    for (const char *overriding : {"", "OVERRIDING SYSTEM VALUE"})
        postgres(QString("own id ") + overriding,
            QString("INSERT INTO stock_movement (id, recorder, period, warehouse, item) %1 VALUES (500, 'x', "
                    "'2026-04-01', 1, 10)")
                .arg(overriding));
    const auto values = [&](const char *name, const QString &row) { postgres(name, head + row); };
    values("null recorder", "(NULL, '2026-04-01', 1, 10, 5, 0)");
    values("blank recorder", "(E' \\t ', '2026-04-01', 1, 10, 5, 0)");
    values("infinite period", "('x', 'infinity', 1, 10, 5, 0)");
    values("year 10000", "('x', '10000-01-01', 1, 10, 5, 0)");
    values("before Christ", "('x', '0001-01-01 BC', 1, 10, 5, 0)");
    values("unknown item", "('x', '2026-04-01', 1, 999, 5, 0)");
    values("null dimension", "('x', '2026-04-01', NULL, 10, 5, 0)");
    values("no number", "('x', '2026-04-01', 1, 10, 'NaN', 0)");
    values("19 digits", "('x', '2026-04-01', 1, 10, 100000000000000, 0)");
    both("unknown actor",
        "INSERT INTO stock_movement (recorder, period, warehouse, item, recorded_by) VALUES ('x', "
        "'2026-04-01 00:00:00', 1, 10, 77)");
    postgres("forged transaction",
        "INSERT INTO stock_movement (recorder, period, warehouse, item, xact) VALUES ('x', "
        "'2026-04-01', 1, 10, '3')");
    both("overflowing total",
        QString(head)
            + "('x', '2026-04-01 00:00:00', 1, 10, 0, 9999999999999999), "
              "('x', '2026-04-01 00:00:00', 1, 10, 0, 9999999999999999)"
            + QString(", ('x', '2026-04-01 00:00:00', 1, 10, 0, 9999999999999999)").repeated(120));
    return statements;
}

} // namespace

void TestRawSql::refuses()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-04-01", 1, 10, "5", "3"),
        stock.movement("receipt:1", "2026-04-02", 2, 11, "5", "3")}));
    const QString before = stock.balances({}, {"warehouse", "item"});
    const auto statements = refusedStatements(engine);
    QVERIFY(statements.size() > 20);
    for (const auto &[name, sql] : statements) {
        QVERIFY2(!refusal(database, sql).isEmpty(), qPrintable(name + " passed"));
        QCOMPARE(stock.balances({}, {"warehouse", "item"}), before);
        QCOMPARE(database.value("SELECT COUNT(*) FROM stock_movement"), "2");
    }
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestRawSql::refusesBadReversals()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-04-01", 1, 10, "5", "3")}));
    // Enough everywhere: nothing here is refused because something would be short.
    BINCARD_OK(stock->post({stock.movement("plenty", "2026-03-01", 1, 10, "500", "300"),
        stock.movement("plenty", "2026-03-01", 2, 10, "500", "300")}));
    const auto reversal = [&](const char *columns) {
        return refusal(database,
            QString("INSERT INTO stock_movement (recorder, period, warehouse, item, quantity, amount, "
                    "reversal_of) SELECT %1 FROM stock_movement WHERE recorder = 'receipt:1' AND reversal_of IS NULL")
                .arg(QLatin1String(columns)));
    };
    const auto isWrong = [](const QString &said) { return !said.isEmpty() && !said.contains("insufficient_stock"); };
    for (const char *columns : {
             "'other', period, warehouse, item, -quantity, -amount, id",
             "recorder, '2026-04-02 00:00:00', warehouse, item, -quantity, -amount, id",
             "recorder, period, 2, item, -quantity, -amount, id",
             "recorder, period, warehouse, item, quantity, -amount, id",
             "recorder, period, warehouse, item, -quantity, 0, id",
             "recorder, period, warehouse, item, -quantity, -amount, id + 1000",
         })
        QVERIFY2(isWrong(reversal(columns)), columns);
    const char *right = "recorder, period, warehouse, item, -quantity, -amount, id";
    QCOMPARE(reversal(right), QString());
    QVERIFY2(isWrong(reversal(right)), "reversed twice");
    for (const char *verb : {"OR REPLACE", "OR IGNORE"}) {
        if (database.isSqlite())
            QVERIFY2(isWrong(refusal(database,
                         QString("INSERT %1 INTO stock_movement (recorder, period, warehouse, item, quantity, "
                                 "amount, reversal_of) SELECT %2 FROM stock_movement WHERE recorder = 'receipt:1' AND "
                                 "reversal_of IS NULL")
                             .arg(verb, right))),
                verb);
    }
    QVERIFY2(isWrong(refusal(database,
                 "INSERT INTO stock_movement (recorder, period, warehouse, item, quantity, amount, "
                 "reversal_of) SELECT recorder, period, warehouse, item, -quantity, -amount, id FROM "
                 "stock_movement WHERE reversal_of IS NOT NULL")),
        "a reversal was reversed");
    QCOMPARE(database.value("SELECT COUNT(*) FROM stock_movement"), "4");
    QCOMPARE(stock.verifyFindings(), 0);
}

/// Two who take the same movement back at the same moment: one of them does.
void TestRawSql::aMovementIsReversedOnceByWhomever()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("plenty", "2026-03-01", 1, 10, "500", "300")}));
    for (int round = 0; round < 5; ++round) {
        const QByteArray recorder = "receipt:" + QByteArray::number(round);
        BINCARD_OK(stock->post({stock.movement(recorder.constData(), "2026-04-01", 1, 10, "5", "3")}));
        std::atomic<int> done = 0;
        inThreads(database, 2, [&](OtherSession &session, int) {
            QSqlQuery query(session.connection());
            const QString sql = adapted(database,
                QString("INSERT INTO stock_movement (recorder, period, warehouse, item, quantity, amount, reversal_of)"
                        " SELECT recorder, period, warehouse, item, -quantity, -amount, id FROM stock_movement"
                        " WHERE recorder = '%1' AND reversal_of IS NULL")
                    .arg(QLatin1String(recorder)));
            done += query.exec(sql) ? 1 : 0;
        });
        QCOMPARE(done.load(), 1);
    }
    QCOMPARE(stock.balances(), "500.0000 300.00");
    QCOMPARE(stock.verifyFindings(), 0);
}

void TestRawSql::refusesShortages()
{
    BINCARD_TEST_DATABASE(database);
    Stock stock(database);
    BINCARD_OK(stock->post({stock.movement("receipt:1", "2026-04-10", 1, 10, "5")}));
    const QString tooEarly = head + QString("('x', '2026-04-09 00:00:00', 1, 10, -1, 0)");
    QVERIFY(refusal(database, tooEarly).contains("bincard:insufficient_stock"));
    QVERIFY(refusal(database, head + QString("('x', '2026-04-11 00:00:00', 2, 10, -1, 0)"))
                .contains("bincard:insufficient_stock"));
    QCOMPARE(refusal(database, head + QString("('x', '2026-04-10 00:00:00', 1, 10, -1, 0)")), QString());
    QVERIFY(refusal(database,
        "INSERT INTO stock_movement (recorder, period, warehouse, item, quantity, amount, reversal_of) "
        "SELECT recorder, period, warehouse, item, -quantity, -amount, id FROM stock_movement WHERE "
        "recorder = 'receipt:1'")
                .contains("bincard:insufficient_stock"));
    QCOMPARE(stock.verifyFindings(), 0);
}

namespace {

struct TypedValue
{
    QString column, value;
    bool passes;
};

QList<TypedValue> typedValues(const QString &engine)
{
    QList<TypedValue> all;
    const auto both = [&](const char *column, const char *value, bool passes) { all.append({column, value, passes}); };
    const auto sqlite = [&](const char *column, const char *value, bool passes) {
        if (engine == u"sqlite")
            all.append({column, value, passes});
    };
    const auto postgres = [&](const char *column, const char *value, bool passes) {
        if (engine == u"postgresql")
            all.append({column, value, passes});
    };
    both("number", "2147483647", true);
    both("number", "2147483648", false);
    both("large", "9223372036854775807", true);
    sqlite("large", "9223372036854775808", false);
    both("words", "''", true);
    both("day_of", "'2026-02-28'", true);
    both("day_of", "'2026-02-29'", false);
    both("day_of", "'10000-01-01'", false);
    postgres("day_of", "'infinity'", false);
    sqlite("day_of", "'2026-2-8'", false);
    sqlite("day_of", "20260208", false);
    sqlite("flag", "2", false);
    sqlite("flag", "1", true);
    sqlite("flag", "'yes'", false);
    both("mark", "'3f2504e0-4f89-41d3-9a0c-0305e82c3301'", true);
    both("mark", "'3f2504e0'", false);
    sqlite("mark", "'3F2504E0-4F89-41D3-9A0C-0305E82C3301'", false);
    sqlite("words", "x'41'", false);
    sqlite("words", "'a' || char(0)", false);
    sqlite("words", "printf('%.*c', 201, 'x')", false);
    postgres("words", "repeat('x', 201)", false);
    for (const char *column : {"number", "large", "words", "day_of", "flag", "mark"})
        both(column, "NULL", false);
    return all;
}

} // namespace

void TestRawSql::everyTypeIsChecked()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(RegisterDefinition::turnover("types")
                                      .dimension("number", DimensionType::Int, "1")
                                      .dimension("large", DimensionType::BigInt, "-9223372036854775808")
                                      .dimension("words", DimensionType::Text, "it's \\ \"quoted\"")
                                      .dimension("day_of", DimensionType::Date, "2026-01-01")
                                      .dimension("flag", DimensionType::Bool, "true")
                                      .dimension("mark", DimensionType::Uuid, "ffffffff-ffff-4fff-bfff-ffffffffffff")
                                      .integer("pieces")));
    int passed = 0;
    for (const auto &[column, value, passes] : typedValues(engine)) {
        const QString said = refusal(database,
            QString("INSERT INTO types_movement (recorder, period, %1) VALUES ('x', '2026-04-01 00:00:00', %2)")
                .arg(column, value));
        QVERIFY2(
            said.isEmpty() == passes, qPrintable(column + ' ' + value + ": " + (passes ? said : QString("it passed"))));
        passed += passes ? 1 : 0;
        QCOMPARE(database.value("SELECT COUNT(*) FROM types_movement"), QString::number(passed));
    }
}

QTEST_GUILESS_MAIN(TestRawSql)
#include "tst_raw_sql.moc"
