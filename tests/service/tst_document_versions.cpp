// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/CatalogService.h"
#include "service/DocumentService.h"
#include "support/TestBook.h"

#include <QDateTime>

using namespace bincard;
using namespace bincard::test;
using enum DocumentKind;

namespace {

QString mainHouse() { return QStringLiteral("MAIN"); }

} // namespace

/// What happens to a document over time, and through several hands.
class TestDocumentVersions : public QObject
{
    Q_OBJECT

private slots:
    void deactivatedCodes_data() { engines(); }
    void deactivatedCodes();
    void conflictShowsTheOtherVersion_data() { engines(); }
    void conflictShowsTheOtherVersion();
    void historyTellsWhoDidWhat_data() { engines(); }
    void historyTellsWhoDidWhat();
};

void TestDocumentVersions::deactivatedCodes()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    const auto order = documents.saveAndPost(makeDocument(SalesOrder, "2026-05-02", mainHouse(), {{"WDG-A1", "1"}}));
    BINCARD_GOOD(order);
    BINCARD_GOOD(book->catalog().setActive(CatalogKind::Items, "WDG-A1", false));
    BINCARD_GOOD(book->catalog().setActive(CatalogKind::Partners, "ACME", false));
    const auto another = documents.saveAndPost(makeDocument(SalesOrder, "2026-05-02", mainHouse(), {{"WDG-A1", "1"}}));
    QVERIFY(!another.ok());
    QCOMPARE(places(another.error().problems()), QStringList({"partner", "lines.item@1"}));
    Document changed = *order; // what it named when it was posted it may go on naming
    changed.lines[0].quantity = quantityOf("2");
    BINCARD_GOOD(documents.repost(changed));
    BINCARD_GOOD(documents.unpost(order->id));
}

void TestDocumentVersions::conflictShowsTheOtherVersion()
{
    BINCARD_TEST_BOOK(book);
    const auto second = book.another();
    const auto order =
        book->documents().saveDraft(makeDocument(SalesOrder, "2026-05-02", mainHouse(), {{"WDG-A1", "1", "250"}}));
    BINCARD_GOOD(order);
    Document mine = *order, theirs = *order;
    theirs.note = QStringLiteral("theirs");
    const auto saved = second->documents().saveAndPost(theirs);
    BINCARD_GOOD(saved);
    mine.note = QStringLiteral("mine");
    const QStringList before = book.dump();
    const QList<Error> errors{book->documents().saveDraft(mine).error(), book->documents().saveAndPost(mine).error(),
        book->documents().repost(mine).error(), book->documents().post(mine.id, mine.version).error(),
        book->documents().unpost(mine.id, mine.version).error(),
        book->documents().discard(mine.id, mine.version).error()};
    for (const Error &error : errors) {
        QCOMPARE(error.code(), ErrorCode::Conflict);
        QCOMPARE(error.details().value(QLatin1String("theirs")).toObject(), toJson(*saved));
    }
    QCOMPARE(book.dump(), before);
}

void TestDocumentVersions::historyTellsWhoDidWhat()
{
    BINCARD_TEST_BOOK(book);
    DocumentService &documents = book->documents();
    documents.setUser(QStringLiteral("Ana"));
    auto document = documents.saveDraft(makeDocument(SalesOrder, "2026-05-02", mainHouse(), {{"WDG-A1", "1"}}));
    BINCARD_GOOD(document);
    document = documents.saveDraft(*document);
    document = documents.saveAndPost(*document);
    documents.setUser(QStringLiteral("Ben"));
    document = documents.saveAndPost(*document);
    document = documents.unpost(document->id);
    BINCARD_GOOD(document);
    const auto history = documents.history(document->id);
    BINCARD_GOOD(history);
    QStringList actions;
    for (const HistoryEntry &entry : *history) {
        actions << QString::number(entry.version) + ' ' + entry.action + ' ' + entry.by;
        const QDateTime at = QDateTime::fromString(entry.at, Qt::ISODateWithMs);
        QVERIFY2(at.isValid() && entry.at.endsWith(u'Z'), qPrintable(entry.at));
        QVERIFY(qAbs(at.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    }
    QCOMPARE(
        actions, QStringList({"1 created Ana", "2 changed Ana", "3 posted Ana", "4 reposted Ben", "5 unposted Ben"}));
}

QTEST_GUILESS_MAIN(TestDocumentVersions)
#include "tst_document_versions.moc"
