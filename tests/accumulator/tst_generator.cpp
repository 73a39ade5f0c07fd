// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Generator.h"
#include "support/TestDatabase.h"

#include <QDir>
#include <QFile>

using namespace bincard;
using namespace bincard::accumulator;

/// What registers are made of, as text to read: tests/data/accumulator/*.sql. A change of the generator shows as a change
/// of these files (BINCARD_UPDATE_GOLDEN=1 writes them) and calls for a new Accumulator::generator once books exist.
class TestGenerator : public QObject
{
    Q_OBJECT

private slots:
    void makesTheGoldenText_data();
    void makesTheGoldenText();
};

namespace {

/// The book's own register, a ledger, and one with a dimension of every type that forbids nothing.
RegisterDefinition definition(const QString &name)
{
    if (name == u"inventory")
        return RegisterDefinition::balance(name)
            .reference("warehouse", "warehouses")
            .reference("item", "items")
            .decimal("quantity", 4, NegativePolicy::Forbid)
            .decimal("amount", 2);
    if (name == u"ledger")
        return RegisterDefinition::ledger(name).dimension("currency", DimensionType::Text, "EUR").decimal("amount", 2);
    if (name == u"by_quarter")
        return RegisterDefinition::balance(name)
            .dimension("item", DimensionType::Int)
            .integer("pieces")
            .partitionedBy(Partition::Quarter);
    return RegisterDefinition::turnover(name)
        .dimension("number", DimensionType::Int)
        .dimension("large", DimensionType::BigInt)
        .dimension("words", DimensionType::Text, "it's")
        .dimension("best_before", DimensionType::Date)
        .dimension("flag", DimensionType::Bool)
        .dimension("mark", DimensionType::Uuid)
        .reference("item", "items")
        .integer("pieces");
}

} // namespace

void TestGenerator::makesTheGoldenText_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("sqlite");
    for (const char *name : {"inventory", "every_type", "ledger"}) {
        QTest::addRow("%s.sqlite", name) << QString(name) << true;
        QTest::addRow("%s.postgresql", name) << QString(name) << false;
    }
    QTest::addRow("by_quarter.postgresql") << "by_quarter" << false;
}

void TestGenerator::makesTheGoldenText()
{
    QFETCH(QString, name);
    QFETCH(bool, sqlite);
    const db::Dialect dialect(sqlite ? db::Engine::SQLite : db::Engine::PostgreSQL);
    const RegisterDefinition made = definition(name);
    QVERIFY(made.validated().ok());
    const Generator generator(Layout(made, dialect), "public");
    QList<QVariant> defaults(made.dimensions().size());
    if (name == u"every_type")
        defaults[2] = QString("it's");
    if (made.isLedger())
        defaults[0] = QString("EUR");
    const QStringList statements = Generator::install(dialect, "public") + generator.createJournal(defaults)
        + generator.createDerived() + generator.createTriggers();
    const QByteArray text = (statements.join(";\n\n") + ";\n").toUtf8();

    QDir folder(QStringLiteral(BINCARD_TEST_DATA_DIR "/accumulator"));
    QFile file(folder.filePath(QString("%1.%2.sql").arg(name, dialect.name())));
    if (qEnvironmentVariableIsSet("BINCARD_UPDATE_GOLDEN")) {
        QVERIFY(folder.mkpath(".") && file.open(QIODevice::WriteOnly));
        file.write(text);
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const QByteArray golden = file.readAll();
    const QList<QByteArray> is = text.split('\n'), shouldBe = golden.split('\n');
    for (qsizetype i = 0; i < std::max(is.size(), shouldBe.size()); ++i)
        QVERIFY2(is.value(i) == shouldBe.value(i),
            qPrintable(QString("%1:%2\n  is        %3\n  should be %4")
                           .arg(file.fileName())
                           .arg(i + 1)
                           .arg(QString::fromUtf8(is.value(i)), QString::fromUtf8(shouldBe.value(i)))));
}

QTEST_GUILESS_MAIN(TestGenerator)
#include "tst_generator.moc"
