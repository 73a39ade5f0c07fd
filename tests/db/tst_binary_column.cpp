// SPDX-License-Identifier: LGPL-3.0-or-later
#include "db/Session.h"
#include "support/TestDatabase.h"

using namespace bincard;
using namespace bincard::test;

/// What goes to PostgreSQL in binary arrives as what its text form says.
class TestBinaryColumn : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void numbersArriveExactly_data();
    void numbersArriveExactly();
    void everyTypeArrives();
    void arraysMayHoldNulls();
    void errorsAreTyped();

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<db::Session> m_session;
};

using db::BinaryColumn;
using db::Session;

void TestBinaryColumn::initTestCase()
{
    if (const QString why = whyUnavailable("postgresql"); !why.isEmpty()) {
        if (isRequired("postgresql"))
            QFAIL(qPrintable(why));
        QSKIP(qPrintable(why));
    }
    m_database = std::make_unique<TestDatabase>("postgresql");
    m_session = std::make_unique<Session>(m_database->database(), db::Dialect(db::Engine::PostgreSQL));
    m_database->run(
        "CREATE TABLE arrived (n NUMERIC, b BOOLEAN, i INTEGER, l BIGINT, t TEXT, d DATE, p TIMESTAMP, u UUID)");
}

void TestBinaryColumn::numbersArriveExactly_data()
{
    QTest::addColumn<qint64>("units");
    for (const qint64 units : {0LL, 1LL, -1LL, 9LL, 10LL, 9'999LL, 10'000LL, 10'001LL, 100'000'000LL, 123'456'789LL,
             -120'000'000'000LL, 999'999'999'999'999'999LL, -999'999'999'999'999'999LL})
        QTest::addRow("%lld", units) << qint64(units);
}

void TestBinaryColumn::numbersArriveExactly()
{
    QFETCH(qint64, units);
    for (int scale = 0; scale <= Decimal::maximumScale; ++scale) {
        m_database->run("DELETE FROM arrived");
        BinaryColumn column(BinaryColumn::Type::Numeric);
        column.append(Decimal(units, scale));
        const auto done =
            m_session->execute("INSERT INTO arrived (n) VALUES ($1)", {column}, Session::Parameters::Single);
        QVERIFY(done.ok());
        QCOMPARE(m_database->value("SELECT n::text FROM arrived"), Decimal(units, scale).toString());
        // Equal in the server's eyes, too: no digit that should not be there.
        QCOMPARE(m_database->value(QString("SELECT n = '%1' AND numeric_send(n) = numeric_send('%1') FROM arrived")
                                       .arg(Decimal(units, scale).toString())),
            "true");
    }
}

void TestBinaryColumn::everyTypeArrives()
{
    m_database->run("DELETE FROM arrived");
    QList<BinaryColumn> columns;
    const auto add = [&](BinaryColumn::Type type, const auto &value) {
        columns << BinaryColumn(type);
        columns.last().append(value);
    };
    add(BinaryColumn::Type::Bool, true);
    add(BinaryColumn::Type::Int, qint32(-2'147'483'647 - 1));
    add(BinaryColumn::Type::BigInt, qint64(9'223'372'036'854'775'807));
    add(BinaryColumn::Type::Text, QString::fromUtf8("Болт \"M8\" \\ 日本 🔩"));
    add(BinaryColumn::Type::Date, QDate(1, 1, 1));
    add(BinaryColumn::Type::Timestamp, Period(QDate(9999, 12, 31), QTime(23, 59, 59)));
    add(BinaryColumn::Type::Uuid, QUuid("01234567-89ab-cdef-0123-456789abcdef"));
    const QString sql = "INSERT INTO arrived (b, i, l, t, d, p, u) ";
    QVERIFY(m_session->execute(sql + "VALUES ($1, $2, $3, $4, $5, $6, $7)", columns, Session::Parameters::Single).ok());
    const auto many = m_session->execute(
        sql + "SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7)", columns, Session::Parameters::Arrays);
    QVERIFY(many.ok());
    QCOMPARE(*many, 1);
    QCOMPARE(m_database->value("SELECT count(*) FROM arrived WHERE b AND i = -2147483648 AND l = 9223372036854775807"
                               " AND t = 'Болт \"M8\" \\ 日本 🔩' AND d = '0001-01-01' AND p = '9999-12-31 23:59:59'"
                               " AND u = '01234567-89ab-cdef-0123-456789abcdef'"),
        "2");
}

void TestBinaryColumn::arraysMayHoldNulls()
{
    m_database->run("DELETE FROM arrived");
    BinaryColumn texts(BinaryColumn::Type::Text);
    texts.append(QString());
    texts.appendNull();
    texts.append(QString("x"));
    const auto done =
        m_session->execute("INSERT INTO arrived (t) SELECT * FROM unnest($1)", {texts}, Session::Parameters::Arrays);
    QVERIFY(done.ok());
    QCOMPARE(*done, 3);
    QCOMPARE(m_database->value("SELECT string_agg(coalesce(t, 'null'), '|') FROM arrived"), "|null|x");
    const auto none = m_session->execute("INSERT INTO arrived (t) SELECT * FROM unnest($1)",
        {BinaryColumn(BinaryColumn::Type::Text)}, Session::Parameters::Arrays);
    QVERIFY(none.ok());
    QCOMPARE(*none, 0);
}

void TestBinaryColumn::errorsAreTyped()
{
    m_database->run("CREATE TABLE once (i INTEGER PRIMARY KEY)");
    BinaryColumn one(BinaryColumn::Type::Int);
    one.append(qint32(1));
    const QString sql = "INSERT INTO once VALUES ($1)";
    QVERIFY(m_session->execute(sql, {one}, Session::Parameters::Single).ok());
    const auto again = m_session->execute(sql, {one}, Session::Parameters::Single);
    QVERIFY(!again.ok());
    QCOMPARE(again.error().code(), ErrorCode::Duplicate);
    const auto wrong = m_session->execute("INSERT INTO nowhere VALUES ($1)", {one}, Session::Parameters::Single);
    QVERIFY(!wrong.ok());
    QCOMPARE(wrong.error().code(), ErrorCode::Storage);
    QVERIFY(wrong.error().technical().contains("nowhere"));
}

QTEST_GUILESS_MAIN(TestBinaryColumn)
#include "tst_binary_column.moc"
