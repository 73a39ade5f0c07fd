// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/BookClient.h"
#include "service/CatalogService.h"
#include "support/TestDatabase.h"

#include <QSignalSpy>

using namespace bincard;

/// A server that went away and came back: one request fails with a typed error, the next works again.
class TestReconnect : public QObject
{
    Q_OBJECT
private slots:
    void aLostConnectionIsMadeAnew_data() { test::engines(); }
    void aLostConnectionIsMadeAnew()
    {
        BINCARD_TEST_DATABASE(database);
        BookClient client;
        QSignalSpy opened(&client, &BookClient::opened);
        client.open(database.location(), OpenMode::CreateOrOpen);
        QVERIFY(opened.wait(20000));

        const auto count = [&]() -> Result<int> {
            std::optional<Result<int>> answer;
            client.request<int>(
                this,
                [](OpenBook &book) -> Result<int> {
                    BINCARD_ASSIGN(items, book.catalog().items());
                    return static_cast<int>(items.size());
                },
                [&](const Result<int> &result) { answer = result; });
            if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20000))
                qFatal("no answer");
            return *answer;
        };
        QVERIFY(count().ok());
        if (!database.isSqlite()) {
            database.run(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                        "WHERE datname = current_database() AND pid <> pg_backend_pid()"));
            const auto lost = count();
            QVERIFY(!lost.ok());
            QCOMPARE(lost.error().code(), ErrorCode::ConnectionLost);
        }
        const auto again = count();
        QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().message().english()));
    }
};

QTEST_GUILESS_MAIN(TestReconnect)
#include "tst_reconnect.moc"
