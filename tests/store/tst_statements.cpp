// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/Migrator.h"
#include "db/SqlCatalog.h"
#include "support/TestDatabase.h"

#include <QSqlError>
#include <QSqlQuery>

using namespace bincard;

/// Every file in resources/sql must be a statement that both engines take against the newest schema.
class TestStatements : public QObject
{
    Q_OBJECT
private slots:
    void everyStatementPrepares_data() { test::engines(); }
    void everyStatementPrepares()
    {
        BINCARD_TEST_DATABASE(database);
        db::Session session(database.database(), *db::Dialect::of(database.database()));
        {
            db::Migrator migrator(session);
            db::Transaction transaction(session);
            QVERIFY(transaction.begun().ok());
            const auto migrated = migrator.migrate();
            QVERIFY2(migrated.ok(), migrated.ok() ? "" : qPrintable(migrated.error().technical()));
            QVERIFY(transaction.commit().ok());
        }
        const QStringList names = db::sqlNames(session.dialect());
        QVERIFY(names.size() > 20);
        for (const QString &name : names) {
            QSqlQuery query(database.database());
            QVERIFY2(query.prepare(db::sql(session.dialect(), name)),
                qPrintable(name + QStringLiteral(": ") + query.lastError().text()));
        }
    }

    void migrationsReplayOnlyOnce_data() { test::engines(); }
    void migrationsReplayOnlyOnce()
    {
        BINCARD_TEST_DATABASE(database);
        db::Session session(database.database(), *db::Dialect::of(database.database()));
        db::Migrator migrator(session);
        QCOMPARE(*migrator.current(), 0);
        for (int round = 0; round < 2; ++round) {
            db::Transaction transaction(session);
            QVERIFY(migrator.migrate().ok());
            QVERIFY(transaction.commit().ok());
            QCOMPARE(*migrator.current(), migrator.newest());
        }
        QCOMPARE(database.value(QStringLiteral("SELECT count(*) FROM schema_migration")).toInt(), migrator.newest());
    }

    void aFailedMigrationLeavesNothing_data() { test::engines(); }
    void aFailedMigrationLeavesNothing()
    {
        BINCARD_TEST_DATABASE(database);
        db::Session session(database.database(), *db::Dialect::of(database.database()));
        db::Migrator migrator(session);
        session.setProbe([](const QString &sql) -> Result<void> {
            if (sql.contains(u"CREATE TABLE partners"))
                return Error(ErrorCode::Storage, {"injected", {}});
            return {};
        });
        {
            db::Transaction transaction(session);
            QVERIFY(!migrator.migrate().ok());
        }
        session.setProbe(nullptr);
        QCOMPARE(*migrator.current(), 0);
        db::Transaction transaction(session);
        QVERIFY(migrator.migrate().ok());
        QVERIFY(transaction.commit().ok());
    }

    void anotherHistoryIsRefused_data() { test::engines(); }
    void anotherHistoryIsRefused()
    {
        BINCARD_TEST_DATABASE(database);
        db::Session session(database.database(), *db::Dialect::of(database.database()));
        db::Migrator migrator(session);
        {
            db::Transaction transaction(session);
            QVERIFY(migrator.migrate().ok());
            QVERIFY(transaction.commit().ok());
        }
        database.run(
            QStringLiteral("INSERT INTO schema_migration (number, name, checksum) VALUES (9999, 'future', 'x')"));
        QCOMPARE(migrator.current().error().code(), ErrorCode::SchemaNewer);
        database.run(QStringLiteral("DELETE FROM schema_migration WHERE number = 9999"));
        database.run(QStringLiteral("UPDATE schema_migration SET checksum = 'y' WHERE number = 1"));
        QCOMPARE(migrator.current().error().code(), ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestStatements)
#include "tst_statements.moc"
