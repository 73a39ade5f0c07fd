// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestBook.h"

#include "accumulator/Accumulator.h"
#include "service/CatalogService.h"
#include "service/RegisterService.h"

#include <QJsonArray>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

namespace bincard::test {

namespace {

std::unique_ptr<OpenBook> opened(const BookLocation &location, OpenMode mode)
{
    auto book = OpenBook::open(location, mode);
    if (!book.ok())
        qFatal("The test's book cannot be opened: %s", reasonOf(book).constData());
    return std::move(book).value();
}

QStringList tables(TestDatabase &database)
{
    QSqlQuery query(database.database());
    const bool ran = query.exec(database.isSqlite()
            ? QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            : QStringLiteral("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"));
    if (!ran)
        qFatal("The tables cannot be listed: %s", qPrintable(query.lastError().text()));
    QStringList names;
    while (query.next())
        names << query.value(0).toString();
    return names;
}

} // namespace

TestBook::TestBook(const QString &engine, OpenMode mode)
    : m_database(engine)
    , m_book(opened(m_database.location(), mode))
{}

std::unique_ptr<OpenBook> TestBook::another() const { return opened(m_database.location(), OpenMode::Existing); }

QStringList TestBook::dump()
{
    QStringList rows;
    const QStringList names = tables(m_database);
    for (const QString &table : names) {
        QSqlQuery query(m_database.database());
        query.setForwardOnly(true);
        if (!query.exec(QStringLiteral("SELECT * FROM \"%1\"").arg(table)))
            qFatal("The table %s cannot be read: %s", qPrintable(table), qPrintable(query.lastError().text()));
        while (query.next()) {
            QStringList values{table};
            for (int i = 0; i < query.record().count(); ++i)
                values << (query.isNull(i) ? QStringLiteral("NULL") : query.value(i).toString());
            rows << values.join(u'|');
        }
    }
    rows.sort();
    return rows;
}

void TestBook::upsert(const QString &kind, const QJsonObject &row)
{
    const auto known = catalogKind(kind);
    const auto result = m_book->catalog().upsert(*known, row);
    if (!result.ok())
        qFatal("The catalog row cannot be saved: %s", reasonOf(result).constData());
}

Document makeDocument(DocumentKind kind, const QString &date, const QString &warehouse, const QList<TestLine> &lines)
{
    Document document;
    document.id = QUuid::createUuid();
    document.kind = kind;
    document.date = QDate::fromString(date, Qt::ISODate);
    document.warehouse = warehouse;
    if (traits(kind).needsPartner)
        document.partner = QStringLiteral("ACME");
    if (traits(kind).hasDestination)
        document.warehouseTo = QStringLiteral("EAST");
    for (const TestLine &given : lines) {
        DocumentLine line;
        line.item = QString::fromUtf8(given.item);
        line.quantity = quantityOf(given.quantity);
        line.unitPrice = *Decimal::parse(QString::fromUtf8(given.price), priceScale);
        document.lines << line;
    }
    return document;
}

Document demoOrder(const char *quantity)
{
    return makeDocument(DocumentKind::SalesOrder, QStringLiteral("2026-05-02"), QStringLiteral("MAIN"),
        {{"WDG-A1", quantity, "250"}, {"WDG-B2", "2", "150"}, {"WDG-A1", "1.5", "250"}});
}

Decimal quantityOf(const char *text) { return *Decimal::parse(QString::fromUtf8(text), quantityScale); }

Decimal amountOf(const char *text) { return *Decimal::parse(QString::fromUtf8(text), amountScale); }

QString stockOf(OpenBook &book, const QString &warehouse, const QString &item, const QString &at)
{
    Filter filter;
    const auto warehouses = book.catalog().warehouses();
    for (const Warehouse &row : *warehouses) {
        if (row.code == warehouse)
            filter[QStringLiteral("warehouse")] << row.id.value;
    }
    const auto items = book.catalog().items();
    for (const Item &row : *items) {
        if (row.code == item)
            filter[QStringLiteral("item")] << row.id.value;
    }
    auto inventory = book.accumulator().use(QStringLiteral("inventory"));
    if (!inventory.ok())
        return QString::fromUtf8(reasonOf(inventory));
    const auto moment = at.isEmpty() ? std::nullopt : std::optional(Until(QDate::fromString(at, Qt::ISODate)));
    const auto rows = inventory->balance(filter, {}, moment);
    if (!rows.ok())
        return QString::fromUtf8(reasonOf(rows));
    return rows->constFirst().resources.at(0).toString() + u' ' + rows->constFirst().resources.at(1).toString();
}

QStringList postingsOf(TestBook &book, const QString &registerName, const QString &recorder)
{
    const auto result = book->registers().movements(
        registerName, {{QStringLiteral("recorder"), recorder}, {QStringLiteral("active_only"), true}});
    if (!result.ok())
        return {QString::fromUtf8(reasonOf(result))};
    QStringList texts;
    const QJsonArray rows = result->value(QLatin1String("rows")).toArray();
    for (const QJsonValue &row : rows) {
        QStringList values;
        for (const char *field : {"warehouse", "item", "quantity", "amount", "revenue", "cost"}) {
            if (const QJsonValue value = row.toObject().value(QLatin1String(field)); !value.isUndefined())
                values << value.toString();
        }
        texts << values.join(u' ');
    }
    texts.sort();
    return texts;
}

QStringList places(const QList<Problem> &problems)
{
    QStringList places;
    for (const Problem &problem : problems)
        places << (problem.line > 0 ? problem.field + u'@' + QString::number(problem.line) : problem.field);
    return places;
}

} // namespace bincard::test
