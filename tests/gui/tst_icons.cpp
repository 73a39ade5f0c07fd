// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>

/// Every embedded icon is a picture: readable, square, and not empty.
class TestIcons : public QObject
{
    Q_OBJECT
private slots:
    void everyIconIsAPicture_data();
    void everyIconIsAPicture();
};

void TestIcons::everyIconIsAPicture_data()
{
    QTest::addColumn<QString>("file");
    const QStringList folders{QStringLiteral(":/icons/"), QStringLiteral(":/icons/app/")};
    for (const QString &folder : folders) {
        const QStringList files = QDir(folder).entryList({QStringLiteral("*.svg")}, QDir::Files);
        QVERIFY2(!files.isEmpty(), qPrintable(folder));
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << QString(folder + file);
    }
}

void TestIcons::everyIconIsAPicture()
{
    QFETCH(QString, file);
    QSvgRenderer renderer(file);
    QVERIFY(renderer.isValid());
    QCOMPARE(renderer.viewBoxF().width(), renderer.viewBoxF().height());

    QImage picture(48, 48, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    renderer.render(&painter);
    painter.end();
    int painted = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            painted += qAlpha(picture.pixel(x, y)) > 0;
    }
    QVERIFY2(painted > 20, "the picture is empty");
}

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
