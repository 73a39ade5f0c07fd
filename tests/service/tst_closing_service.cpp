// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ClosingService.h"
#include "service/DocumentService.h"
#include "support/TestBook.h"

#include <QTest>

using namespace bincard;
using namespace bincard::test;

/// Rule E12 as documents meet it: a closed period refuses to be posted to, changed or cancelled, in words that name the
/// closing date, and nothing of the attempt stays.
class TestClosingService : public QObject
{
    Q_OBJECT

private slots:
    void closesAndReopens_data() { engines(); }
    void closesAndReopens();
    void documentsOfClosedPeriodsStayAsTheyAre_data() { engines(); }
    void documentsOfClosedPeriodsStayAsTheyAre();

private:
    static void refused(const Result<Document> &result, const char *period, const char *closed = "2026-04-30")
    {
        QVERIFY2(!result.ok(), "it was taken");
        QCOMPARE(result.error().code(), ErrorCode::PeriodClosed);
        QCOMPARE(result.error().details().value("closed_until").toString(), QString::fromLatin1(closed));
        QCOMPARE(result.error().details().value("period").toString(), QString::fromLatin1(period));
        QVERIFY(result.error().message().english().contains(QLatin1String(closed)));
    }
};

void TestClosingService::closesAndReopens()
{
    BINCARD_TEST_BOOK(book);
    ClosingService &closing = book->closing();
    QCOMPARE(*closing.closedUntil(), QDate());
    QCOMPARE(*closing.close(QDate(2026, 4, 30)), QDate(2026, 4, 30));
    QCOMPARE(*book.another()->closing().closedUntil(), QDate(2026, 4, 30));
    QCOMPARE(book->info()->closedUntil, QDate(2026, 4, 30));
    QCOMPARE(closing.close(QDate(2026, 3, 31)).error().code(), ErrorCode::Validation);
    QCOMPARE(*closing.reopen(QDate(2026, 4, 15)), QDate(2026, 4, 15));
    QCOMPARE(*closing.close(QDate(2026, 4, 30)), QDate(2026, 4, 30));
    QCOMPARE(*closing.reopen(QDate(2026, 4, 30)), QDate(2026, 3, 31)); // the month that it ended
    QCOMPARE(closing.reopen(QDate(2026, 5, 31)).error().code(), ErrorCode::Validation);
    QCOMPARE(*closing.reopen({}), QDate());
    QCOMPARE(*closing.closedUntil(), QDate());
}

void TestClosingService::documentsOfClosedPeriodsStayAsTheyAre()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    const QString east = QStringLiteral("EAST");
    const auto before =
        documents.saveAndPost(makeDocument(DocumentKind::WriteOff, "2026-04-29", east, {{"WDG-A1", "1"}}));
    BINCARD_GOOD(before);
    const auto after =
        documents.saveAndPost(makeDocument(DocumentKind::WriteOff, "2026-05-02", east, {{"WDG-A1", "1"}}));
    BINCARD_GOOD(after);
    const auto draft = documents.saveDraft(makeDocument(DocumentKind::WriteOff, "2026-04-28", east, {{"WDG-A1", "2"}}));
    BINCARD_GOOD(draft);
    BINCARD_GOOD(book->closing().close(QDate(2026, 4, 30)));
    const QStringList dump = book.dump();

    refused(documents.saveAndPost(makeDocument(DocumentKind::WriteOff, "2026-04-30", east, {{"WDG-A1", "1"}})),
        "2026-04-30");
    refused(documents.post(draft->id), "2026-04-28");
    refused(documents.unpost(before->id), "2026-04-29");
    Document changed = *before;
    changed.lines[0].quantity = quantityOf("3");
    refused(documents.repost(changed), "2026-04-29");
    changed = *before;
    changed.note = QStringLiteral("only a note");
    refused(documents.repost(changed), "2026-04-29");
    changed = *before;
    changed.date = QDate(2026, 5, 3); // out of the closed month
    refused(documents.repost(changed), "2026-04-29");
    changed = *after;
    changed.date = QDate(2026, 4, 30); // into it
    refused(documents.repost(changed), "2026-04-30");
    QCOMPARE(book.dump(), dump);

    BINCARD_GOOD(documents.unpost(after->id));
    BINCARD_GOOD(book->closing().reopen(QDate(2026, 4, 28)));
    BINCARD_GOOD(documents.unpost(before->id));
    refused(documents.post(draft->id), "2026-04-28", "2026-04-28");
}

QTEST_GUILESS_MAIN(TestClosingService)
#include "tst_closing_service.moc"
