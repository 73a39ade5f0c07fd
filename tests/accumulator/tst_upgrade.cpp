// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "support/Registers.h"
#include "support/TestDatabase.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace bincard;
using namespace bincard::test;

/// Rule E1: a register that an older generator made is brought up by upgrade(), with what is in it. What the first
/// generator made is kept as text: tests/data/accumulator/generator1.
class TestUpgrade : public QObject
{
    Q_OBJECT

private slots:
    void bringsUpWhatTheFirstMade_data() { engines(); }
    void bringsUpWhatTheFirstMade();
};

namespace {

RegisterDefinition inventory()
{
    return RegisterDefinition::balance("inventory")
        .reference("warehouse", "warehouses")
        .reference("item", "items")
        .decimal("quantity", 4, NegativePolicy::Forbid)
        .decimal("amount", 2);
}

void makeByTheFirst(TestDatabase &database)
{
    for (const char *table : {"warehouses", "items"}) {
        database.run(QString("CREATE TABLE %1 (id BIGINT PRIMARY KEY, code TEXT UNIQUE NOT NULL)").arg(table));
        database.run(QString("INSERT INTO %1 VALUES (1, 'ONE'), (2, 'TWO')").arg(table));
    }
    QFile file(QString(BINCARD_TEST_DATA_DIR "/accumulator/generator1/inventory.%1.sql").arg(database.engine()));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.fileName()));
    const QString text = QString::fromUtf8(file.readAll()).chopped(2);
    for (const QString &statement : text.split(";\n\n"))
        database.run(statement);
    const QByteArray json = QJsonDocument(inventory().toJson()).toJson(QJsonDocument::Compact);
    database.run(QString("INSERT INTO accumulator_register (name, definition, defaults, generator)"
                         " VALUES ('inventory', '%1', '[null,null]', 1)")
                     .arg(QString::fromUtf8(json)));
    const QString insert = database.isSqlite()
        ? "INSERT INTO inventory_movement (recorder, period, warehouse, item, quantity_e4, amount_e2)"
          " SELECT recorder, period, warehouse, item, quantity * 10000, amount * 100 FROM (%1)"
        : "INSERT INTO inventory_movement (recorder, period, warehouse, item, quantity, amount)"
          " SELECT recorder, period::timestamp, warehouse, item, quantity, amount FROM (%1) AS given";
    database.run(
        insert.arg("SELECT 'receipt:1' AS recorder, '2026-01-10 00:00:00' AS period, 1 AS warehouse, 1 AS item,"
                   " 100 AS quantity, 500 AS amount"
                   " UNION ALL SELECT 'order:1', '2026-01-20 00:00:00', 1, 1, -90, -450"
                   " UNION ALL SELECT 'receipt:2', '2026-02-01 00:00:00', 1, 1, 50, 250"));
}

} // namespace

void TestUpgrade::bringsUpWhatTheFirstMade()
{
    BINCARD_TEST_DATABASE(database);
    makeByTheFirst(database);
    Accumulator accumulator(database.database());
    const auto tooOld = accumulator.use("inventory");
    BINCARD_FAILS(tooOld, ErrorCode::Validation);
    QVERIFY(tooOld.error().message().english().contains("upgrade()"));
    QCOMPARE(tooOld.error().details().value("generator").toInt(), 1);
    BINCARD_FAILS(accumulator.alter(inventory().decimal("more", 2)), ErrorCode::Validation);
    for (int again = 0; again < 2; ++again)
        BINCARD_OK(accumulator.upgrade());
    QCOMPARE(database.value("SELECT generator FROM accumulator_register").toInt(), Accumulator::generator);
    auto found = accumulator.use("inventory");
    BINCARD_OK(found);
    QCOMPARE(shown(found->balance({}, {}, {}).value()), "60.0000 300.00");
    QCOMPARE(found->verify().value().rows.size(), 0);

    const auto movement = [](const char *recorder, const char *period, const char *quantity) {
        return Movement{recorder, at(period), {qint64(1), qint64(1)}, {decimal(quantity, 4), decimal("0", 2)}, {}};
    };
    BINCARD_FAILS(found->post({movement("receipt:1", "2026-01-25", "20")}), ErrorCode::AlreadyPosted);
    BINCARD_FAILS(found->post({movement("order:2", "2026-01-25", "-20")}), ErrorCode::InsufficientStock);
    BINCARD_OK(found->post({movement("order:2", "2026-01-25", "-10")}));
    BINCARD_FAILS(found->post({movement("order:2", "2026-01-25", "-10")}), ErrorCode::AlreadyPosted);
    BINCARD_OK(found->unpost("order:1"));
    BINCARD_OK(accumulator.closePeriod(QDate(2026, 1, 31)));
    BINCARD_FAILS(found->unpost("order:2"), ErrorCode::PeriodClosed);
    QCOMPARE(shown(found->balance({}, {}, Until(QDate(2026, 1, 31))).value()), "90.0000 500.00");
    QCOMPARE(found->verify().value().rows.size(), 0);
}

QTEST_GUILESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"
