// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/DocumentPosting.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace bincard {

namespace {

struct Shortage
{
    qint64 warehouse = 0, item = 0;
    Decimal available{0, quantityScale}, required{0, quantityScale};
    QString date;
};

Shortage read(const QJsonObject &json)
{
    const QJsonObject key = json.value(QLatin1String("key")).toObject();
    const auto id = [&](const char *dimension) { return key.value(QLatin1String(dimension)).toVariant().toLongLong(); };
    const auto quantity = [&](const char *field) {
        const auto parsed = Decimal::parse(json.value(QLatin1String(field)).toString(), quantityScale);
        return parsed.ok() ? *parsed : Decimal(0, quantityScale);
    };
    return {id("warehouse"), id("item"), quantity("available"), quantity("required"),
        json.value(QLatin1String("date")).toString()};
}

/// Code and name of the rows that a document names.
struct Names
{
    struct Name
    {
        QString code, name;
        int decimals = 0;

        [[nodiscard]] QString shown() const { return name.isEmpty() ? code : name; }
    };
    QHash<qint64, Name> warehouses, items;

    void add(const ResolvedDocument &resolved)
    {
        const auto &[document, references] = resolved;
        warehouses.insert(references.warehouse.value, {document.warehouse, document.warehouseName});
        if (references.warehouseTo.isValid())
            warehouses.insert(references.warehouseTo.value, {document.warehouseTo, document.warehouseToName});
        for (const Item &item : references.items)
            items.insert(item.id.value, {item.code, item.name, item.unitDecimals});
    }
};

/// Lines that move the key, in order.
QList<int> linesOf(const Shortage &shortage, const ResolvedDocument &now)
{
    const DocumentReferences &references = now.references;
    const bool isHere =
        shortage.warehouse == references.warehouse.value || shortage.warehouse == references.warehouseTo.value;
    QList<int> lines;
    for (qsizetype i = 0; isHere && i < references.items.size(); ++i) {
        if (references.items.at(i).id.value == shortage.item)
            lines << static_cast<int>(i) + 1;
    }
    return lines;
}

/// Those from which on the sum of what is taken is more than there is. Where the document does not take from the key (a
/// receipt that is taken back, or made smaller), all that move it.
QList<int> linesAtFault(const Shortage &shortage, const ResolvedDocument &now)
{
    const QList<int> lines = linesOf(shortage, now);
    const Document &document = now.document;
    if (!traits(document.kind).issuesStock || shortage.warehouse != now.references.warehouse.value)
        return lines;
    Int128 needed = 0;
    for (const int line : lines)
        needed += document.lines.at(line - 1).quantity.units();
    // Right for a repost too, where `required` and `available` are both less by what it takes already.
    const Int128 missing = Int128(shortage.required.units()) - shortage.available.units();
    QList<int> atFault;
    Int128 sum = 0;
    for (const int line : lines) {
        sum += document.lines.at(line - 1).quantity.units();
        if (sum > needed - missing)
            atFault << line;
    }
    return atFault.isEmpty() ? lines : atFault;
}

Message sentence(const Shortage &shortage, const Names &names, qsizetype count)
{
    const Names::Name item = names.items.value(shortage.item);
    const char *text = count > 1
        ? QT_TRANSLATE_NOOP("Error", "%1: %2 needed, %3 available in %4 on %5. %6 items in all do not suffice.")
        : QT_TRANSLATE_NOOP("Error", "%1: %2 needed, %3 available in %4 on %5.");
    return {text,
        {item.name.isEmpty() ? item.code : QString(item.code + u' ' + item.name),
            shortage.required.toStringTrimmed(item.decimals), shortage.available.toStringTrimmed(item.decimals),
            names.warehouses.value(shortage.warehouse).shown(), shortage.date, QString::number(count)}};
}

} // namespace

Error shortageOf(const Error &error, const ResolvedDocument &now, const ResolvedDocument *before)
{
    if (error.code() != ErrorCode::InsufficientStock)
        return error;
    Names names;
    if (before != nullptr)
        names.add(*before);
    names.add(now);
    const QJsonArray found = error.details().value(QLatin1String("shortages")).toArray();
    QJsonArray shortages;
    Message message = error.message();
    for (const QJsonValue &entry : found) {
        QJsonObject json = entry.toObject();
        const Shortage shortage = read(json);
        const QList<int> lines = linesAtFault(shortage, now);
        QJsonArray numbers;
        for (const int line : lines)
            numbers << line;
        json.insert(QStringLiteral("key"),
            QJsonObject{{QStringLiteral("warehouse"), names.warehouses.value(shortage.warehouse).code},
                {QStringLiteral("item"), names.items.value(shortage.item).code}});
        json.insert(QStringLiteral("line"), lines.isEmpty() ? 0 : lines.constFirst());
        json.insert(QStringLiteral("lines"), numbers);
        if (shortages.isEmpty())
            message = sentence(shortage, names, found.size());
        shortages << json;
    }
    QJsonObject details = error.details();
    details.insert(QStringLiteral("shortages"), shortages);
    return {ErrorCode::InsufficientStock, message, details};
}

} // namespace bincard
