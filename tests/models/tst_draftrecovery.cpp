// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/DraftRecovery.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace bincard;

namespace {

DocumentDraft draft(const QString &note)
{
    DocumentDraft made;
    made.header.id = QUuid::createUuid();
    made.header.kind = DocumentKind::GoodsReceipt;
    made.header.date = QDate(2026, 4, 20);
    made.header.partner = QStringLiteral("not a partner yet");
    made.header.warehouse = QStringLiteral("MAIN");
    made.header.number = QStringLiteral("GR-7");
    made.header.note = note;
    made.header.version = 3;
    made.header.state = DocumentState::Posted;
    made.dateText = QStringLiteral("32.13.");
    EditedLine line;
    line.line.item = QStringLiteral("WDG-A1");
    line.line.quantity = Decimal(12'345, quantityScale);
    line.line.amount = Decimal(99'999, amountScale);
    line.line.amountGiven = true;
    line.typed.insert(LineColumn::Discount, QStringLiteral("a bit"));
    made.lines = {line};
    made.at = QDateTime::currentDateTimeUtc();
    return made;
}

const QString book = QStringLiteral("/somewhere/demo.bincard");

} // namespace

class TestDraftRecovery : public QObject
{
    Q_OBJECT

private slots:
    void keepsEverything()
    {
        const QTemporaryDir folder;
        const DocumentDraft kept = draft(QStringLiteral("\"quoted\" ü"));
        {
            DraftRecovery recovery(folder.path() + QStringLiteral("/new"), book);
            QVERIFY(recovery.keep(kept).ok());
        }
        const DraftRecovery after(folder.path() + QStringLiteral("/new"), book);
        const QList<DocumentDraft> found = after.leftOver();
        QCOMPARE(found.size(), 1);
        const DocumentDraft &read = found.constFirst();
        QVERIFY(sameContent(read.header, kept.header));
        QCOMPARE(read.header.id, kept.header.id);
        QCOMPARE(read.header.version, 3);
        QCOMPARE(read.header.state, DocumentState::Posted);
        QCOMPARE(read.dateText, kept.dateText);
        QCOMPARE(read.lines.size(), 1);
        QVERIFY(read.lines.constFirst().sameContent(kept.lines.constFirst()));
    }

    void offersOnlyWhatNobodyWorksOn()
    {
        const QTemporaryDir folder;
        DraftRecovery first(folder.path(), book);
        const DraftRecovery second(folder.path(), book);
        QVERIFY(first.keep(draft({})).ok());
        QCOMPARE(second.leftOver().size(), 0);
        first.forget();
        QCOMPARE(second.leftOver().size(), 0);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 0);
    }

    void aLockOfADeadProgramCountsForNothing()
    {
        const QTemporaryDir folder;
        const DocumentDraft kept = draft({});
        {
            DraftRecovery recovery(folder.path(), book);
            QVERIFY(recovery.keep(kept).ok());
        }
        QProcess shortLived;
        shortLived.start(QStringLiteral("true"), QStringList());
        QVERIFY(shortLived.waitForStarted());
        const qint64 pid = shortLived.processId();
        QVERIFY(shortLived.waitForFinished());
        const QString json = QDir(folder.path()).entryList({QStringLiteral("*.json")}).constFirst();
        QFile lock(folder.path() + u'/' + json + QStringLiteral(".lock"));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write(QStringLiteral("%1\ntrue\n%2\n").arg(QString::number(pid), QSysInfo::machineHostName()).toUtf8());
        lock.close();
        DraftRecovery after(folder.path(), book);
        QCOMPARE(after.leftOver().size(), 1);
        after.forgetLeftOver(kept.header.id);
        QCOMPARE(after.leftOver().size(), 0);
    }

    void tellsBooksApartAndLeavesDamagedFilesAlone()
    {
        const QTemporaryDir folder;
        {
            DraftRecovery recovery(folder.path(), book);
            QVERIFY(recovery.keep(draft({})).ok());
            DraftRecovery other(folder.path(), QStringLiteral("/elsewhere/demo.bincard"));
            QVERIFY(other.keep(draft({})).ok());
        }
        const DraftRecovery after(folder.path(), book);
        QCOMPARE(after.leftOver().size(), 1);
        const QStringList files = QDir(folder.path()).entryList({QStringLiteral("*.json")});
        QCOMPARE(files.size(), 2);
        for (const QString &name : files)
            QVERIFY(QFile::resize(folder.path() + u'/' + name, 20));
        QCOMPARE(after.leftOver().size(), 0);
        QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.json")}), files);
    }

    void saysWhenNothingCanBeKept()
    {
        const QTemporaryDir folder;
        QFile inTheWay(folder.path() + QStringLiteral("/file"));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        DraftRecovery recovery(inTheWay.fileName(), book);
        const Result<void> kept = recovery.keep(draft({}));
        QVERIFY(!kept.ok());
        QCOMPARE(kept.error().code(), ErrorCode::Storage);
    }
};

QTEST_GUILESS_MAIN(TestDraftRecovery)
#include "tst_draftrecovery.moc"
