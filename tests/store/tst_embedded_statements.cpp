// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QTest>

/// Statements and migrations travel inside a static library; a linker or a forgotten link would lose them silently.
class TestEmbeddedStatements : public QObject
{
    Q_OBJECT
private slots:
    void everyFileIsInTheProgram_data();
    void everyFileIsInTheProgram();
};

void TestEmbeddedStatements::everyFileIsInTheProgram_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("embedded");
    const QString resources = QStringLiteral(BINCARD_SOURCE_DIR "/resources/");
    for (const QString &folder : {QStringLiteral("sql"), QStringLiteral("migrations")}) {
        QDirIterator files(resources + folder, {QStringLiteral("*.sql")}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY2(files.hasNext(), qPrintable(folder));
        while (files.hasNext()) {
            const QString file = files.next();
            const QString name = file.mid(resources.size());
            QTest::newRow(qPrintable(name)) << file << QString(u":/" + name);
        }
    }
}

void TestEmbeddedStatements::everyFileIsInTheProgram()
{
    QFETCH(QString, file);
    QFETCH(QString, embedded);
    QFile source(file);
    QFile resource(embedded);
    QVERIFY(source.open(QIODevice::ReadOnly));
    QVERIFY2(resource.open(QIODevice::ReadOnly), qPrintable(embedded));
    QCOMPARE(resource.readAll(), source.readAll());
}

QTEST_GUILESS_MAIN(TestEmbeddedStatements)
#include "tst_embedded_statements.moc"
