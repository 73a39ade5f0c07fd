// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/BenchSuites.h"

#include "accumulator/Accumulator.h"
#include "db/Session.h"
#include "service/BenchTimer.h"
#include "service/CatalogService.h"
#include "service/DocumentService.h"
#include "service/ImportService.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

namespace bincard {

namespace {

constexpr int itemCount = 200;
constexpr int warmUp = 5;
constexpr int journalMovements = 50'000;
constexpr int linesPerImportedOrder = 5;
constexpr int importTransaction = 50; ///< documents; as the import itself does
const QDate firstDay(2025, 1, 1);

QString itemCode(int number) { return QStringLiteral("ITEM-%1").arg(number % itemCount, 4, 10, QLatin1Char('0')); }

Document orderOf(int lines, int number)
{
    Document document;
    document.id = QUuid::createUuid();
    document.kind = DocumentKind::SalesOrder;
    document.date = firstDay.addDays(30 + number % 300);
    document.partner = QStringLiteral("CUSTOMER");
    document.warehouse = QStringLiteral("MAIN");
    for (int i = 0; i < lines; ++i) {
        DocumentLine line;
        line.item = itemCode(number + i);
        line.quantity = Decimal::whole(1 + i % 7, quantityScale);
        line.unitPrice = Decimal(125'000 + i, priceScale);
        document.lines << line;
    }
    return document;
}

/// Without the rows: they are read to the end, as a caller would.
Result<void> readAll(Result<db::Rows> rows)
{
    if (!rows.ok())
        return rows.error();
    while (rows->next()) {}
    return rows->finished();
}

} // namespace

Result<void> BenchSuites::prepare()
{
    OpenBook &book = m_bench.book();
    QList<Item> items;
    for (int i = 0; i < itemCount; ++i) {
        Item item;
        item.code = item.name = itemCode(i);
        items << item;
    }
    BINCARD_ASSIGN(saved, book.catalog().saveAll(items));
    for (const Item &item : saved)
        m_items << item.id.value;
    Warehouse warehouse;
    warehouse.code = warehouse.name = QStringLiteral("MAIN");
    BINCARD_ASSIGN(main, book.catalog().save(warehouse));
    m_warehouse = main.id.value;
    Partner partner;
    partner.code = partner.name = QStringLiteral("CUSTOMER");
    BINCARD_TRY(book.catalog().save(partner));
    BINCARD_TRY(stockUp());
    const QPair<const char *, const char *> tables[] = {{"documents", "id"}, {"document_lines", "document_id, line"},
        {"document_history", "document_id, version"}, {"inventory_movement", "id"}, {"sales_movement", "id"}};
    for (const auto &[table, key] : tables) {
        const QString name = QLatin1String(table);
        BINCARD_TRY(session().run(QStringLiteral("CREATE TABLE bare_%1 AS SELECT * FROM %1 WHERE 1 = 0").arg(name)));
        BINCARD_TRY(session().run(
            QStringLiteral("CREATE UNIQUE INDEX bare_%1_key ON bare_%1 (%2)").arg(name, QLatin1String(key))));
    }
    return session().run(QStringLiteral("CREATE TABLE bare_commit (number INTEGER)"));
}

Result<void> BenchSuites::stockUp()
{
    Document opening;
    opening.kind = DocumentKind::OpeningBalance;
    opening.date = firstDay;
    opening.warehouse = QStringLiteral("MAIN");
    for (int i = 0; i < itemCount; ++i) {
        DocumentLine line;
        line.item = itemCode(i);
        line.quantity = Decimal::whole(10'000'000, quantityScale);
        line.unitPrice = Decimal(70'000, priceScale);
        opening.lines << line;
    }
    BINCARD_TRY(m_bench.book().documents().saveAndPost(opening));
    return {};
}

Result<qint64> BenchSuites::timed(int count, const Work &work)
{
    for (int i = 0; i < warmUp; ++i)
        BINCARD_TRY(work(i));
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count; ++i)
        BINCARD_TRY(work(warmUp + i));
    return timer.nsecsElapsed();
}

Result<qint64> BenchSuites::commitsPerSecond()
{
    constexpr int count = 200;
    BINCARD_ASSIGN(elapsed, timed(count, [this](int number) -> Result<void> {
        return db::inTransaction<void>(session(), [&]() -> Result<void> {
            BINCARD_TRY(session().execute(QStringLiteral("INSERT INTO bare_commit (number) VALUES (?)"), {number}));
            return {};
        });
    }));
    return count * Q_INT64_C(1'000'000'000) / elapsed;
}

Result<void> BenchSuites::insertBare(const QStringList &ids)
{
    for (const QString &id : ids)
        BINCARD_TRY(insertBare(id));
    return {};
}

Result<void> BenchSuites::insertBare(const QString &id)
{
    const QUuid uuid(id);
    const QString recorder = code(DocumentKind::SalesOrder) + u':' + id;
    const QPair<const char *, const char *> tables[] = {{"documents", "id"}, {"document_lines", "document_id"},
        {"document_history", "document_id"}, {"inventory_movement", "recorder"}, {"sales_movement", "recorder"}};
    for (const auto &[table, column] : tables) {
        const bool byRecorder = QLatin1String(column) == u"recorder";
        BINCARD_TRY(session().execute(QStringLiteral("INSERT INTO bare_%1 SELECT * FROM %1 WHERE %2 = ?")
                                          .arg(QLatin1String(table), QLatin1String(column)),
            {byRecorder ? db::Value(recorder) : db::Value(uuid)}));
    }
    return {};
}

Result<BenchRow> BenchSuites::save(int lines)
{
    BenchRow row = bench::rateRow(QStringLiteral("save"), {}, {});
    row.name = lines == 1 ? QStringLiteral("save and post an order of 1 line")
                          : QStringLiteral("save and post an order of %1 lines").arg(lines);
    row.limit = QStringLiteral("INSERT of the same rows and movements, one transaction, nothing derived");
    row.operations = operations(lines >= 100 ? 50 : 200);
    const int count = static_cast<int>(row.operations);
    QList<Document> orders;
    for (int i = 0; i < warmUp + count; ++i)
        orders << orderOf(lines, i);
    BINCARD_ASSIGN(elapsed, timed(count, [&](int number) -> Result<void> {
        BINCARD_TRY(m_bench.book().documents().saveAndPost(orders.at(number)));
        return {};
    }));
    row.figure = bench::perSecond(row.operations, elapsed);
    BINCARD_ASSIGN(bare, timed(count, [&](int number) -> Result<void> {
        return db::inTransaction<void>(
            session(), [&] { return insertBare(orders.at(number).id.toString(QUuid::WithoutBraces)); });
    }));
    row.limitFigure = bench::perSecond(row.operations, bare);
    return row;
}

Result<void> BenchSuites::fillJournal()
{
    BINCARD_ASSIGN(inventory, m_bench.book().accumulator().use(QStringLiteral("inventory")));
    constexpr int batch = 1000;
    for (int done = 0; done < journalMovements; done += batch) {
        QList<Movement> movements;
        movements.reserve(batch);
        for (int i = done; i < done + batch; ++i) {
            Movement movement;
            movement.recorder = QStringLiteral("bench:%1").arg(i / 10);
            movement.period = Period(firstDay.addDays(1 + i % 364), QTime(9, i % 60, 0));
            // 7919 is prime, so that every item is met on every day.
            movement.dimensions = {m_warehouse, m_items.at(static_cast<int>(i * Q_INT64_C(7919) % itemCount))};
            const int sign = i % 3 == 0 ? -1 : 1;
            movement.resources = {Decimal(sign * 10'000 * (1 + i % 9), 4), Decimal(sign * 700 * (1 + i % 9), 2)};
            movements << movement;
        }
        BINCARD_TRY(inventory.post(movements));
    }
    return {};
}

Result<BenchRow> BenchSuites::balance()
{
    BenchRow row =
        bench::rateRow(QStringLiteral("balance"), QStringLiteral("balance of one item in one warehouse"), {});
    row.limit = QStringLiteral("SELECT by primary key from the balance table");
    row.operations = operations(2000);
    BINCARD_ASSIGN(inventory, m_bench.book().accumulator().use(QStringLiteral("inventory")));
    const auto item = [this](int number) { return m_items.at(number % itemCount); };
    BINCARD_ASSIGN(elapsed, timed(static_cast<int>(row.operations), [&](int number) -> Result<void> {
        BINCARD_TRY(inventory.balance(
            {{QStringLiteral("warehouse"), {m_warehouse}}, {QStringLiteral("item"), {item(number)}}}, {}));
        return {};
    }));
    row.figure = bench::perSecond(row.operations, elapsed);
    const QString sql = session().dialect().expand(
        QStringLiteral("SELECT quantity$4, amount$2 FROM inventory_balance WHERE warehouse = ? AND item = ?"));
    BINCARD_ASSIGN(bare, timed(static_cast<int>(row.operations), [&](int number) {
        return readAll(session().query(sql, {m_warehouse, item(number)}));
    }));
    row.limitFigure = bench::perSecond(row.operations, bare);
    return row;
}

Result<BenchRow> BenchSuites::balanceAtDate()
{
    BenchRow row =
        bench::rateRow(QStringLiteral("balance"), QStringLiteral("balance of one item at the end of any day"), {});
    row.limit = QStringLiteral("SUM over its part of the journal");
    row.operations = operations(1000);
    BINCARD_ASSIGN(inventory, m_bench.book().accumulator().use(QStringLiteral("inventory")));
    const auto item = [this](int number) { return m_items.at(number % itemCount); };
    const auto day = [](int number) { return firstDay.addDays(number * Q_INT64_C(31) % 365); };
    BINCARD_ASSIGN(elapsed, timed(static_cast<int>(row.operations), [&](int number) -> Result<void> {
        BINCARD_TRY(
            inventory.balance({{QStringLiteral("warehouse"), {m_warehouse}}, {QStringLiteral("item"), {item(number)}}},
                {}, Until(day(number))));
        return {};
    }));
    row.figure = bench::perSecond(row.operations, elapsed);
    const QString sql =
        session().dialect().expand(QStringLiteral("SELECT sum(quantity$4), sum(amount$2) FROM inventory_movement "
                                                  "WHERE warehouse = ? AND item = ? AND period < ?"));
    BINCARD_ASSIGN(bare, timed(static_cast<int>(row.operations), [&](int number) {
        return readAll(session().query(sql, {m_warehouse, item(number), Period(day(number).addDays(1))}));
    }));
    row.limitFigure = bench::perSecond(row.operations, bare);
    return row;
}

Result<BenchRow> BenchSuites::monthTurnover()
{
    BenchRow row = bench::rateRow(QStringLiteral("turnover"), QStringLiteral("turnover of a month, by item"), {});
    row.limit = QStringLiteral("one SUM ... GROUP BY over the journal");
    row.operations = operations(50);
    BINCARD_ASSIGN(inventory, m_bench.book().accumulator().use(QStringLiteral("inventory")));
    const auto from = [](int number) { return QDate(2025, 1 + number % 12, 1); };
    const auto end = [&from](int number) { return from(number).addMonths(1); };
    BINCARD_ASSIGN(elapsed, timed(static_cast<int>(row.operations), [&](int number) -> Result<void> {
        TurnoverQuery query;
        query.from = Period(from(number));
        query.to = Until(end(number).addDays(-1));
        query.groupBy = {QStringLiteral("item")};
        BINCARD_TRY(inventory.turnover(query));
        return {};
    }));
    row.figure = bench::perSecond(row.operations, elapsed);
    const QString sql = session().dialect().expand(
        QStringLiteral("SELECT item, sum(CASE WHEN period < ? THEN quantity$4 ELSE 0 END), "
                       "sum(CASE WHEN period >= ? AND quantity$4 > 0 THEN quantity$4 ELSE 0 END), "
                       "sum(CASE WHEN period >= ? AND quantity$4 < 0 THEN -quantity$4 ELSE 0 END), "
                       "sum(CASE WHEN period < ? THEN amount$2 ELSE 0 END), "
                       "sum(CASE WHEN period >= ? AND amount$2 > 0 THEN amount$2 ELSE 0 END), "
                       "sum(CASE WHEN period >= ? AND amount$2 < 0 THEN -amount$2 ELSE 0 END) "
                       "FROM inventory_movement WHERE period < ? GROUP BY item ORDER BY item"));
    BINCARD_ASSIGN(bare, timed(static_cast<int>(row.operations), [&](int number) {
        const Period first(from(number));
        return readAll(session().query(sql, {first, first, first, first, first, first, Period(end(number))}));
    }));
    row.limitFigure = bench::perSecond(row.operations, bare);
    return row;
}

Result<BenchRow> BenchSuites::import()
{
    BenchRow row = bench::rateRow(QStringLiteral("import"),
        QStringLiteral("import a line of a flat file (orders of %1 lines)").arg(linesPerImportedOrder), {});
    row.limit = QStringLiteral("INSERT of the same rows, %1 orders a transaction").arg(importTransaction);
    const int orders = operations(2000) / linesPerImportedOrder + 1;
    row.operations = orders * linesPerImportedOrder;
    const QString path = m_bench.folder() + QStringLiteral("/import.csv");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error(ErrorCode::Storage, {QT_TRANSLATE_NOOP("Error", "The file %1 cannot be written."), {path}});
    file.write("number,date,partner,item,quantity,unit_price\n");
    for (int i = 0; i < orders * linesPerImportedOrder; ++i) {
        const int order = i / linesPerImportedOrder;
        file.write(QStringLiteral("B-%1,%2,CUSTOMER,%3,%4,%5.25\n")
                       .arg(order)
                       .arg(firstDay.addDays(30 + order % 300).toString(Qt::ISODate), itemCode(i))
                       .arg(1 + i % 7)
                       .arg(1 + i % 90)
                       .toUtf8());
    }
    file.close();
    BINCARD_ASSIGN(preview, ImportService::preview(path, ImportKind::Documents));
    ImportRequest request = preview.request();
    request.constants.insert(QStringLiteral("warehouse"), QStringLiteral("MAIN"));
    QElapsedTimer timer;
    timer.start();
    BINCARD_ASSIGN(report, m_bench.book().imports().run(request));
    row.figure = bench::perSecond(row.operations, timer.nsecsElapsed());
    if (!report.problems.isEmpty())
        return Error(ErrorCode::Validation, report.problems.constFirst().reason);

    QStringList ids;
    BINCARD_ASSIGN(rows, session().query(QStringLiteral("SELECT id FROM documents WHERE number LIKE 'B-%'")));
    while (rows.next())
        ids << rows.uuid(0).toString(QUuid::WithoutBraces);
    BINCARD_TRY(rows.finished());
    timer.restart();
    for (qsizetype begin = 0; begin < ids.size(); begin += importTransaction) {
        const QStringList some = ids.mid(begin, importTransaction);
        BINCARD_TRY(db::inTransaction<void>(session(), [&] { return insertBare(some); }));
    }
    row.limitFigure = bench::perSecond(row.operations, timer.nsecsElapsed());
    return row;
}

} // namespace bincard
