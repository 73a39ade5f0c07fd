// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>
#include <QTranslator>

/// The translations travel inside a static library; a linker or a forgotten link would lose them silently.
class TestEmbeddedTranslations : public QObject
{
    Q_OBJECT
private slots:
    void everyLanguageIsThere_data();
    void everyLanguageIsThere();
    void qtsOwnTextsAreGerman();
};

void TestEmbeddedTranslations::everyLanguageIsThere_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("German") << QStringLiteral(":/i18n/bincard_de.qm");
    QTest::newRow("English plurals") << QStringLiteral(":/i18n/bincard_en.qm");
}

void TestEmbeddedTranslations::everyLanguageIsThere()
{
    QFETCH(QString, file);
    QVERIFY2(QFile::exists(file), qPrintable(file));
}

void TestEmbeddedTranslations::qtsOwnTextsAreGerman()
{
    QTranslator translator;
    QVERIFY(translator.load(
        QLocale(QLocale::German), QStringLiteral("qtbase"), QStringLiteral("_"), QStringLiteral(":/i18n")));
    QCOMPARE(translator.translate("QPlatformTheme", "Cancel"), QStringLiteral("Abbrechen"));
}

QTEST_GUILESS_MAIN(TestEmbeddedTranslations)
#include "tst_embedded_translations.moc"
