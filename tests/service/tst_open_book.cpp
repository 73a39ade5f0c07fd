// SPDX-License-Identifier: GPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "db/Connection.h"
#include "db/Migrator.h"
#include "service/CatalogService.h"
#include "service/OpenBook.h"
#include "service/RegisterService.h"
#include "support/TestDatabase.h"

#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <unistd.h>

using namespace bincard;

namespace {

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

BookLocation at(const QString &path) { return *BookLocation::parse(path); }

} // namespace

class TestOpenBook : public QObject
{
    Q_OBJECT
private slots:
    void aNewBookHasItsRegisters_data() { test::engines(); }
    void aNewBookHasItsRegisters()
    {
        BINCARD_TEST_DATABASE(database);
        {
            auto book = OpenBook::open(database.location(), OpenMode::CreateOrOpen);
            QVERIFY2(
                book.ok(), book.ok() ? "" : qPrintable(book.error().message().english() + book.error().technical()));
            const auto registers = (*book)->registers().list();
            QCOMPARE(registers->size(), 2);
            QCOMPARE(registers->at(0).name(), QStringLiteral("inventory"));
            QCOMPARE(registers->at(1).kind(), RegisterKind::Turnover);
        }
        QCOMPARE(OpenBook::open(database.location(), OpenMode::Create).error().code(), ErrorCode::Duplicate);
        QVERIFY(OpenBook::open(database.location(), OpenMode::Existing).ok());
    }

    void aBareBookHasNone_data() { test::engines(); }
    void aBareBookHasNone()
    {
        BINCARD_TEST_DATABASE(database);
        auto book = OpenBook::open(database.location(), OpenMode::CreateBare);
        QVERIFY(book.ok());
        QVERIFY((*book)->registers().list()->isEmpty());
        QCOMPARE(
            (*book)->registers().balance(QStringLiteral("inventory"), {}).error().code(), ErrorCode::RegisterNotFound);
    }

    /// The figures of the issue, through the registers' own JSON.
    void theDemoBookHasItsFigures_data() { test::engines(); }
    void theDemoBookHasItsFigures()
    {
        BINCARD_TEST_DATABASE(database);
        for (int round = 0; round < 2; ++round) { // making it again changes nothing
            auto book = OpenBook::open(database.location(), OpenMode::CreateDemo);
            QVERIFY2(
                book.ok(), book.ok() ? "" : qPrintable(book.error().message().english() + book.error().technical()));
            const auto balances = (*book)->registers().balance(
                QStringLiteral("inventory"), {{QStringLiteral("group_by"), QStringLiteral("warehouse,item")}});
            QVERIFY(balances.ok());
            QMap<QString, QString> quantities;
            for (const QJsonValue &row : balances->value(QLatin1String("rows")).toArray())
                quantities.insert(
                    row[QLatin1String("warehouse")].toString() + u' ' + row[QLatin1String("item")].toString(),
                    row[QLatin1String("quantity")].toString() + u' ' + row[QLatin1String("amount")].toString());
            QCOMPARE(quantities,
                (QMap<QString, QString>{{QStringLiteral("MAIN WDG-A1"), QStringLiteral("420.0000 105000.00")},
                    {QStringLiteral("MAIN WDG-B2"), QStringLiteral("250.0000 37500.00")},
                    {QStringLiteral("EAST WDG-A1"), QStringLiteral("170.0000 42500.00")},
                    {QStringLiteral("EAST GDG-X1"), QStringLiteral("150.0000 90000.00")}}));
            const auto sales = (*book)->registers().turnover(QStringLiteral("sales"), {});
            const QJsonObject total = sales->value(QLatin1String("rows")).toArray().at(0).toObject();
            QCOMPARE(total.value(QLatin1String("revenue_net")).toString(), QStringLiteral("35000.00"));
            QCOMPARE(total.value(QLatin1String("cost_net")).toString(), QStringLiteral("35000.00"));
            QCOMPARE((*book)->catalog().warehouses()->at(0).id.value, 2); // EAST, MAIN, WEST by code
            QCOMPARE((*book)->info()->documents, 6);
            QVERIFY((*book)->registers().verify({})->value(QLatin1String("rows")).toArray().isEmpty());
        }
    }

    void aNewerSchemaIsRefusedUnchanged_data() { test::engines(); }
    void aNewerSchemaIsRefusedUnchanged()
    {
        BINCARD_TEST_DATABASE(database);
        QVERIFY(OpenBook::open(database.location(), OpenMode::CreateOrOpen).ok());
        database.run(
            QStringLiteral("INSERT INTO schema_migration (number, name, checksum) VALUES (9999, 'future', 'x')"));
        const auto opened = OpenBook::open(database.location(), OpenMode::Existing);
        QCOMPARE(opened.error().code(), ErrorCode::SchemaNewer);
    }

    void filesThatAreNoBookStayAsTheyAre()
    {
        const QTemporaryDir folder;
        const QString text = folder.filePath(QStringLiteral("letter.bincard"));
        write(text, QByteArray("Dear Sir or Madam, ").repeated(20));
        const QString other = folder.filePath(QStringLiteral("other.bincard"));
        {
            QSqlDatabase foreign = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("foreign"));
            foreign.setDatabaseName(other);
            QVERIFY(foreign.open());
            QVERIFY(QSqlQuery(foreign).exec(QStringLiteral("CREATE TABLE t (a)")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("foreign"));
        const QString empty = folder.filePath(QStringLiteral("empty.bincard"));
        write(empty, {});
        for (const QString &path : {text, other, empty}) {
            const QByteArray before = content(path);
            QCOMPARE(OpenBook::open(at(path), OpenMode::Existing).error().code(), ErrorCode::Corrupt);
            QCOMPARE(content(path), before);
        }
        QCOMPARE(OpenBook::open(at(text), OpenMode::CreateOrOpen).error().code(), ErrorCode::Corrupt);
        QCOMPARE(OpenBook::open(at(folder.filePath(QStringLiteral("none.bincard"))), OpenMode::Existing).error().code(),
            ErrorCode::NotFound);
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("none.bincard"))));
        QCOMPARE(
            OpenBook::open(at(folder.filePath(QStringLiteral("no/where.bincard"))), OpenMode::Create).error().code(),
            ErrorCode::NotFound);
    }

    void aDamagedBookIsRefusedUnchanged()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("book.bincard"));
        QVERIFY(OpenBook::open(at(path), OpenMode::CreateDemo).ok());
        const QByteArray whole = content(path);
        QByteArray scrambled = whole;
        for (qsizetype i = 4096; i < scrambled.size(); ++i)
            scrambled[i] = static_cast<char>(scrambled.at(i) ^ 0x5a);
        for (const QByteArray &damaged : {scrambled, whole.left(whole.size() / 2), whole.left(5000)}) {
            write(path, damaged);
            const auto opened = OpenBook::open(at(path), OpenMode::Existing);
            QVERIFY(!opened.ok());
            QCOMPARE(opened.error().code(), ErrorCode::Corrupt);
            QCOMPARE(content(path), damaged);
        }
        write(path, whole);
        QVERIFY(OpenBook::open(at(path), OpenMode::Existing).ok());
    }

    void placesThatCannotBeWrittenAreRefused()
    {
        const auto refused = OpenBook::open(at(QStringLiteral("/proc/book.bincard")), OpenMode::Create);
        QVERIFY(!refused.ok());
        QVERIFY(!refused.error().message().english().isEmpty());
        if (::geteuid() == 0)
            return; // for root every folder is writable
        const QTemporaryDir folder;
        QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
        QCOMPARE(OpenBook::open(at(folder.filePath(QStringLiteral("b.bincard"))), OpenMode::Create).error().code(),
            ErrorCode::PermissionDenied);
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void anOlderSchemaIsCopiedAsideAndUpgraded()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("old.bincard"));
        {
            auto connection = db::Connection::open(at(path), db::Connection::Create::Yes);
            QVERIFY(connection.ok());
            db::Session &session = (*connection)->session();
            db::Migrator migrator(session);
            db::Transaction transaction(session);
            QVERIFY(migrator.migrate(1).ok());
            QVERIFY(transaction.commit().ok());
            QVERIFY(session
                        .run(QStringLiteral("INSERT INTO warehouses (code, code_key, name, active, version) "
                                            "VALUES ('OLD', 'old', 'Old shed', 1, 1)"))
                        .ok());
        }
        auto book = OpenBook::open(at(path), OpenMode::Existing);
        QVERIFY2(book.ok(), book.ok() ? "" : qPrintable(book.error().message().english() + book.error().technical()));
        const BookInfo info = *(*book)->info();
        QVERIFY(info.schema > 1);
        QCOMPARE((*book)->catalog().warehouses()->constFirst().code, QStringLiteral("OLD"));
        QVERIFY(QFile::exists(info.backupPath));
        auto copy = db::Connection::open(at(info.backupPath), db::Connection::Create::No);
        QVERIFY(copy.ok());
        QCOMPARE(*db::Migrator((*copy)->session()).current(), 1);
    }

    void serversThatDoNotAnswerSaySo()
    {
        const auto opened =
            OpenBook::open(at(QStringLiteral("postgresql://nobody@localhost:1/none")), OpenMode::Existing);
        QCOMPARE(opened.error().code(), ErrorCode::ConnectionLost);
        QVERIFY(opened.error().message().english().contains(u"localhost"));
    }
};

QTEST_GUILESS_MAIN(TestOpenBook)
#include "tst_open_book.moc"
