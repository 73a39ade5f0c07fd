// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Registers.h"

#include <QJsonDocument>

namespace bincard::test {

namespace {

template <typename T>
T taken(Result<T> result)
{
    if (!result.ok())
        qFatal("%s", qPrintable(told(result.error())));
    return std::move(result).value();
}

Register made(Accumulator &accumulator, TestDatabase &database)
{
    for (const char *table : {"warehouses", "items"})
        database.run(QStringLiteral("CREATE TABLE %1 (id BIGINT PRIMARY KEY, code TEXT UNIQUE NOT NULL)")
                         .arg(QLatin1String(table)));
    database.run(QStringLiteral("INSERT INTO warehouses VALUES (1, 'MAIN'), (2, 'EAST')"));
    database.run(QStringLiteral("INSERT INTO items VALUES (10, 'WDG-A1'), (11, 'WDG-B2'), (12, 'GDG-X1')"));
    if (const auto created = accumulator.create(Stock::definition()); !created.ok())
        qFatal("%s", qPrintable(told(created.error())));
    return taken(accumulator.use(QStringLiteral("stock")));
}

QString joined(const QList<QVariant> &values)
{
    QStringList texts;
    for (const QVariant &value : values)
        texts << value.toString();
    return texts.join(u',');
}

} // namespace

QString told(const Error &error)
{
    return QString::fromUtf8(QJsonDocument(error.toJson()).toJson(QJsonDocument::Compact));
}

Period at(const char *text) { return taken(Period::parse(QString::fromUtf8(text))); }

Decimal decimal(const char *text, int scale) { return taken(Decimal::parse(QString::fromUtf8(text), scale)); }

QString shown(const QList<BalanceRow> &rows)
{
    QStringList lines;
    for (const BalanceRow &row : rows) {
        QStringList figures;
        for (const Decimal value : row.resources)
            figures << value.toString();
        lines << (row.group.isEmpty() ? QString() : joined(row.group) + QStringLiteral(": ")) + figures.join(u' ');
    }
    return lines.join(QStringLiteral("; "));
}

QString shown(const QList<TurnoverRow> &rows)
{
    QStringList lines;
    for (const TurnoverRow &row : rows) {
        QStringList head, figures;
        if (!row.group.isEmpty())
            head << joined(row.group);
        if (!row.bucket.isEmpty())
            head << row.bucket;
        for (qsizetype i = 0; i < row.opening.size(); ++i)
            figures << QStringLiteral("%1+%2-%3=%4")
                           .arg(row.opening.at(i).toString(), row.receipts.at(i).toString(),
                               row.issues.at(i).toString(), row.closing.at(i).toString());
        lines << (head.isEmpty() ? QString() : head.join(u' ') + QStringLiteral(": ")) + figures.join(u' ');
    }
    return lines.join(QStringLiteral("; "));
}

RegisterDefinition Stock::definition()
{
    return RegisterDefinition::balance(QStringLiteral("stock"))
        .reference(QStringLiteral("warehouse"), QStringLiteral("warehouses"))
        .reference(QStringLiteral("item"), QStringLiteral("items"))
        .decimal(QStringLiteral("quantity"), 4, NegativePolicy::Forbid)
        .decimal(QStringLiteral("amount"), 2);
}

Movement Stock::movement(
    const char *recorder, const char *period, qint64 warehouse, qint64 item, const char *quantity, const char *amount)
{
    return {QString::fromUtf8(recorder), at(period), {warehouse, item}, {decimal(quantity, 4), decimal(amount, 2)}, {}};
}

Stock::Stock(TestDatabase &database) : m_accumulator(database.database()), m_register(made(m_accumulator, database)) {}

QString Stock::balances(const Filter &filter, const QStringList &groupBy, const char *until)
{
    std::optional<Until> moment;
    if (until)
        moment = taken(Until::parse(QString::fromUtf8(until)));
    return shown(taken(m_register.balance(filter, groupBy, moment)));
}

QString Stock::turnover(const char *from, const char *to, const QStringList &groupBy, Granularity by)
{
    TurnoverQuery query;
    if (from)
        query.from = at(from);
    if (to)
        query.to = taken(Until::parse(QString::fromUtf8(to)));
    query.groupBy = groupBy;
    query.by = by;
    return shown(taken(m_register.turnover(query)));
}

int Stock::verifyFindings() { return static_cast<int>(taken(m_register.verify()).rows.size()); }

} // namespace bincard::test
