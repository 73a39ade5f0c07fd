// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/BookLocation.h"
#include "base/Error.h"
#include "base/Period.h"

#include <QJsonArray>
#include <QTest>

using namespace bincard;

class TestValues : public QObject
{
    Q_OBJECT
private slots:
    void periods_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("result");
        const auto row = [](const char *text, const char *result) {
            QTest::addRow("%s", text) << QString::fromLatin1(text) << QString::fromLatin1(result);
        };
        row("2026-04-18", "2026-04-18T00:00:00");
        row("2026-04-18T09:30:59", "2026-04-18T09:30:59");
        row("2026-04-18 09:30:59", "2026-04-18T09:30:59");
        row("2024-02-29", "2024-02-29T00:00:00");
        // These hours do not exist, or exist twice, on some clocks; on a book's wall clock they are like any other.
        row("2026-03-29T02:30:00", "2026-03-29T02:30:00");
        row("2026-09-27T02:45:00", "2026-09-27T02:45:00");
        for (const char *wrong : {"", "2026", "2026-4-18", "2026-02-29", "2026-13-01", "2026-04-18T24:00:00",
                 "2026-04-18T09:30", "2026-04-18T09:30:00Z", "2026-04-18T09:30:00+02:00", "2026-04-18T09:30:00.5",
                 "18.04.2026", "0000-01-01", "2026-04-1x", "2026/04/18"})
            row(wrong, "");
    }
    void periods()
    {
        QFETCH(QString, text);
        QFETCH(QString, result);
        const auto parsed = Period::parse(text);
        QCOMPARE(parsed.ok(), !result.isEmpty());
        if (parsed.ok())
            QCOMPARE(parsed->toString(), result);
    }

    void aBareDateMeansTheWholeDay()
    {
        QVERIFY(Until::parse(u"2026-04-18")->wholeDay);
        QVERIFY(!Until::parse(u"2026-04-18T00:00:00")->wholeDay);
    }

    void locations()
    {
        const auto server =
            BookLocation::parse(QStringLiteral("postgresql://anna:s%40cret@db.example.org:5433/stock?sslmode=require"));
        QVERIFY(server.ok());
        QVERIFY(server->isServer());
        QCOMPARE(server->password, QStringLiteral("s@cret"));
        QCOMPARE(server->port, 5433);
        QCOMPARE(server->options, QStringLiteral("sslmode=require"));
        QVERIFY(!server->toString().contains(u"cret"));
        BookLocation back = *BookLocation::parse(server->toString());
        back.password = server->password;
        QVERIFY(back == *server);
        const auto socket = BookLocation::parse(QStringLiteral("postgresql://anna@/stock?host=/run/postgresql"));
        QCOMPARE(socket->host, QStringLiteral("/run/postgresql"));
        QVERIFY(*BookLocation::parse(socket->toString()) == *socket);
        for (const char *wrong : {"", "   ", "postgresql://anna@host", "postgresql://anna@host/", "http://x/y"})
            QVERIFY2(!BookLocation::parse(QString::fromLatin1(wrong)).ok(), wrong);
        QVERIFY(BookLocation::parse(QStringLiteral("book.bincard"))->path.startsWith(u'/'));
    }

    void errorsListEveryProblem()
    {
        const Error error = Error::validation({{QStringLiteral("code"), 0, {"A code is needed.", {}}},
            {QStringLiteral("lines.quantity"), 3,
                {"\"%1\" is not %2.", {QStringLiteral("%2x"), QStringLiteral("a number")}}}});
        const QJsonObject json = error.toJson();
        QCOMPARE(json.value(QLatin1String("code")).toString(), QStringLiteral("validation"));
        const QJsonArray problems = json.value(QLatin1String("details"))[QLatin1String("problems")].toArray();
        QCOMPARE(problems.size(), 2);
        QCOMPARE(problems.at(1)[QLatin1String("line")].toInt(), 3);
        // An argument that looks like a place is not filled a second time.
        QCOMPARE(problems.at(1)[QLatin1String("message")].toString(), QStringLiteral("\"%2x\" is not a number."));
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
