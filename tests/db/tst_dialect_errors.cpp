// SPDX-License-Identifier: LGPL-3.0-or-later
#include "db/Dialect.h"

#include <QJsonArray>
#include <QTest>

using namespace bincard;

/// What engines say, as typed errors (rule E19).
class TestDialectErrors : public QObject
{
    Q_OBJECT

private slots:
    void raisedDetailsAreReadInAnyLanguage_data();
    void raisedDetailsAreReadInAnyLanguage();
    void raisedWithoutDetails();
};

void TestDialectErrors::raisedDetailsAreReadInAnyLanguage_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("English")
        << "ERROR:  bincard:insufficient_stock\nDETAIL:  [{\"date\": \"2026-04-01\"}]\nCONTEXT:  x() at [1]\n";
    QTest::newRow("German")
        << "FEHLER:  bincard:insufficient_stock\nDETAIL:  [{\"date\": \"2026-04-01\"}]\nZUSAMMENHANG:  x()\n";
    QTest::newRow("French") << QString::fromUtf8(
        "ERREUR:  bincard:insufficient_stock\nDÉTAIL : [{\"date\": \"2026-04-01\"}]\nCONTEXTE : x()\n");
}

void TestDialectErrors::raisedDetailsAreReadInAnyLanguage()
{
    QFETCH(QString, text);
    const db::Dialect dialect(db::Engine::PostgreSQL);
    const Error error =
        dialect.error(QSqlError("QPSQL: Unable to create query", text, QSqlError::StatementError, "BC011"));
    QCOMPARE(error.code(), ErrorCode::InsufficientStock);
    QCOMPARE(error.details()["raised"][0]["date"].toString(), "2026-04-01");
}

void TestDialectErrors::raisedWithoutDetails()
{
    const db::Dialect dialect(db::Engine::SQLite);
    const Error error = dialect.error(QSqlError(
        "Unable to fetch row", "bincard:validation:item: a number is needed", QSqlError::StatementError, "19"));
    QCOMPARE(error.code(), ErrorCode::Validation);
    QVERIFY(!error.details().contains("raised"));
    QVERIFY(error.technical().contains("item: a number is needed"));
}

QTEST_GUILESS_MAIN(TestDialectErrors)
#include "tst_dialect_errors.moc"
