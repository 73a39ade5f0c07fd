// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/Session.h"
#include "support/TestDatabase.h"

using namespace bincard;
using namespace bincard::db;

/// A part of a transaction that fails takes nothing else with it, also where the engine would fail the whole of it.
class TestSavepoint : public QObject
{
    Q_OBJECT

private slots:
    void partsAreTakenBackAlone_data() { test::engines(); }
    void partsAreTakenBackAlone()
    {
        BINCARD_TEST_DATABASE(database);
        database.run(QStringLiteral("CREATE TABLE kept (id INTEGER PRIMARY KEY)"));
        Session session(database.database(), Dialect::of(database.database()).value());
        const QString insert = QStringLiteral("INSERT INTO kept (id) VALUES (?)");
        {
            Transaction transaction(session);
            QVERIFY(transaction.begun().ok());
            for (int part = 1; part <= 5; ++part) {
                Savepoint savepoint(session);
                QVERIFY(savepoint.begun().ok());
                QVERIFY(session.execute(insert, {part}).ok());
                const bool fails = part % 2 == 0;
                QCOMPARE(session.execute(insert, {fails ? part : part + 10}).ok(), !fails);
                if (!fails)
                    QVERIFY(savepoint.release().ok());
            }
            QVERIFY(session.inTransaction());
            QVERIFY(transaction.commit().ok());
        }
        QCOMPARE(database.value(QStringLiteral("SELECT count(*) FROM kept")), QStringLiteral("6"));
        QCOMPARE(database.value(QStringLiteral("SELECT sum(id) FROM kept")), QString::number(1 + 3 + 5 + 11 + 13 + 15));
    }

    void aRolledBackTransactionTakesReleasedPartsWithIt_data() { test::engines(); }
    void aRolledBackTransactionTakesReleasedPartsWithIt()
    {
        BINCARD_TEST_DATABASE(database);
        database.run(QStringLiteral("CREATE TABLE kept (id INTEGER PRIMARY KEY)"));
        Session session(database.database(), Dialect::of(database.database()).value());
        {
            Transaction transaction(session);
            QVERIFY(transaction.begun().ok());
            Savepoint savepoint(session);
            QVERIFY(session.execute(QStringLiteral("INSERT INTO kept (id) VALUES (?)"), {1}).ok());
            QVERIFY(savepoint.release().ok());
        }
        QCOMPARE(database.value(QStringLiteral("SELECT count(*) FROM kept")), QStringLiteral("0"));
    }
};

QTEST_GUILESS_MAIN(TestSavepoint)
#include "tst_savepoint.moc"
