// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestDatabase.h"

#include <QFileInfo>
#include <QSqlQuery>

using bincard::test::TestConnection;
using bincard::test::TestDatabase;

/// The ground that every test of a database stands on.
class TestTestDatabase : public QObject
{
    Q_OBJECT

private slots:
    void isFreshSharedAndRemoved_data() { bincard::test::engines(); }
    void isFreshSharedAndRemoved();
};

void TestTestDatabase::isFreshSharedAndRemoved()
{
    BINCARD_TEST_DATABASE(database);
    QString path;
    {
        TestDatabase other(engine);
        path = other.location().path;
        other.run(QStringLiteral("CREATE TABLE seen (id BIGINT)"));
        other.run(QStringLiteral("INSERT INTO seen VALUES (7)"));
        const TestConnection second(other.location());
        QSqlQuery query(second.database());
        QVERIFY(query.exec(QStringLiteral("SELECT id FROM seen")) && query.next());
        QCOMPARE(query.value(0).toInt(), 7);
    }
    QVERIFY(path.isEmpty() || !QFileInfo::exists(path));
    QVERIFY(database.database().tables().isEmpty());
}

QTEST_GUILESS_MAIN(TestTestDatabase)
#include "tst_test_database.moc"
