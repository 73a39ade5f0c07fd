// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ValueList.h"
#include "support/Seed.h"

#include <QTest>

using namespace bincard;

/// Values typed into one field with commas between them.
class TestValueList : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("values");
        const auto row = [](const char *typed, const QStringList &values) { QTest::newRow(typed) << typed << values; };
        row("", {});
        row(" , ,", {});
        row("a", {"a"});
        row(" a b ,c", {"a b", "c"});
        row("\"a,b\"", {"a,b"});
        row(" \"a, b\" , c", {"a, b", "c"});
        row("\"\"", {""});
        row("\"\", a", {"", "a"});
        row("\" a \"", {" a "});
        row("\"say \"\"no\"\", he said\"", {"say \"no\", he said"});
        row("12\" pipe, 5\"", {"12\" pipe", "5\""}); // an inch is no quote
        row("a, \"b, c", {"a", "b, c"});             // still being typed
        row("\"a\"b, c", {"ab", "c"});
    }
    void whatIsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, values);
        QCOMPARE(splitValues(typed), values);
    }

    void thereAndBack()
    {
        QRandomGenerator random(test::seedOfThisRun());
        const QString letters = QStringLiteral("ab \",\t=");
        for (int round = 0; round < 20'000; ++round) {
            QStringList values;
            for (int i = random.bounded(4); i > 0; --i) {
                QString value;
                for (int j = random.bounded(6); j > 0; --j)
                    value += letters.at(random.bounded(static_cast<int>(letters.size())));
                values << value;
            }
            const QString text = joinValues(values);
            QVERIFY2(splitValues(text) == values, qPrintable(text));
            if (!values.isEmpty()) // the last one is the one that would be completed
                QCOMPARE(splitValues(text.mid(lastValueAt(text))), QStringList(values.last()));
        }
    }

    void theValueBeingTyped()
    {
        QCOMPARE(lastValueAt(QString()), 0);
        QCOMPARE(lastValueAt(QStringLiteral("ab")), 0);
        QCOMPARE(lastValueAt(QStringLiteral("ab,")), 3);
        QCOMPARE(lastValueAt(QStringLiteral("\"a, b")), 0);
        QCOMPARE(lastValueAt(QStringLiteral("\"a, b\", c")), 7);
    }
};

QTEST_APPLESS_MAIN(TestValueList)
#include "tst_valuelist.moc"
