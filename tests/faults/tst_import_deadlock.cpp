// SPDX-License-Identifier: GPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "service/CatalogService.h"
#include "service/MovementImport.h"
#include "service/RegisterService.h"
#include "support/TestBook.h"

#include <QFile>
#include <QTemporaryDir>

#include <array>
#include <barrier>
#include <thread>

using namespace bincard;
using namespace bincard::test;

/// Two imports at once that lock the same items in opposite order (rule E20): both are in the book, whole, and nobody is
/// told of the deadlock between them.
class TestImportDeadlock : public QObject
{
    Q_OBJECT

private slots:
    void bothComeThrough_data() { postgresqlOnly(); }
    void bothComeThrough();
};

namespace {

constexpr int rowsOfEach = 12'000; ///< more than an import reads at a time

QString written(const QTemporaryDir &folder, const char *name, std::array<const char *, 2> items)
{
    QFile file(folder.filePath(QLatin1String(name)));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no temporary file");
    file.write("recorder,period,warehouse,item,quantity,amount\n");
    for (const char *item : items) {
        for (int row = 0; row < rowsOfEach; ++row)
            file.write(QByteArray(name) + ':' + QByteArray::number(row / 10) + ",2026-05-02,MAIN," + item + ",1,2\n");
    }
    return file.fileName();
}

} // namespace

void TestImportDeadlock::bothComeThrough()
{
    BINCARD_TEST_BOOK(book);
    const QTemporaryDir folder;
    const std::array files{
        written(folder, "there", {"WDG-A1", "WDG-B2"}), written(folder, "back", {"WDG-B2", "WDG-A1"})};
    const QString before = stockOf(book.book(), "MAIN", "WDG-A1");
    std::barrier met(2);
    std::array<QByteArray, 2> complaints;
    std::array<qint64, 2> taken{}, again{};
    const auto import = [&](int number) {
        const auto own = book.another();
        MovementImportRequest request;
        request.registerName = "inventory";
        request.file = files.at(number);
        int reports = 0;
        qint64 read = 0;
        const auto report = own->movementImport().run(request, [&](const ImportProgress &now) {
            again.at(number) += now.done < read ? 1 : 0;
            read = now.done;
            // Once each has the item that the other wants next.
            if (++reports == 12)
                met.arrive_and_wait();
            return true;
        });
        complaints.at(number) = reasonOf(report);
        taken.at(number) = report.ok() ? report->rowsTaken : 0;
    };
    std::thread other(import, 1);
    import(0);
    other.join();
    for (int number : {0, 1}) {
        QVERIFY2(complaints.at(number).isEmpty(), complaints.at(number).constData());
        QCOMPARE(taken.at(number), 2 * rowsOfEach);
    }
    QVERIFY2(again.at(0) + again.at(1) > 0, "they have not met");
    const auto verified = book->registers().verify("inventory");
    BINCARD_GOOD(verified);
    QVERIFY((*verified)["rows"].toArray().isEmpty());
    QVERIFY(stockOf(book.book(), "MAIN", "WDG-A1") != before);
}

QTEST_GUILESS_MAIN(TestImportDeadlock)
#include "tst_import_deadlock.moc"
