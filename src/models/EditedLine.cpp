// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/EditedLine.h"

namespace bincard {

namespace {

const QList<QPair<LineColumn, QString>> &typedNames()
{
    static const QList<QPair<LineColumn, QString>> names{
        {LineColumn::Item, QStringLiteral("item")},
        {LineColumn::Quantity, QStringLiteral("quantity")},
        {LineColumn::Price, QStringLiteral("unit_price")},
        {LineColumn::Discount, QStringLiteral("discount")},
        {LineColumn::Amount, QStringLiteral("amount")},
    };
    return names;
}

Decimal decimalOf(const QJsonObject &json, QLatin1String name, int scale)
{
    const Result<Decimal> value = Decimal::parse(json.value(name).toString(), scale);
    return value ? *value : Decimal(0, scale);
}

} // namespace

bool EditedLine::isEmpty() const
{
    return line.item.isEmpty() && typed.isEmpty() && line.quantity.isZero() && line.unitPrice.isZero()
        && line.discount.isZero() && !line.amountGiven;
}

bool EditedLine::sameContent(const EditedLine &other) const
{
    return typed == other.typed && bincard::sameContent(line, other.line);
}

bool sameContent(const DocumentLine &left, const DocumentLine &right)
{
    if (left.item.compare(right.item, Qt::CaseInsensitive) != 0 || left.quantity != right.quantity
        || left.amountGiven != right.amountGiven)
        return false;
    return left.amountGiven ? left.amount == right.amount
                            : left.unitPrice == right.unitPrice && left.discount == right.discount;
}

bool sameContent(const Document &left, const Document &right)
{
    if (left.kind != right.kind || left.date != right.date || left.note != right.note || left.number != right.number
        || left.lines.size() != right.lines.size())
        return false;
    const auto same = [](const QString &a, const QString &b) { return a.compare(b, Qt::CaseInsensitive) == 0; };
    if (!same(left.partner, right.partner) || !same(left.warehouse, right.warehouse)
        || !same(left.warehouseTo, right.warehouseTo))
        return false;
    for (qsizetype i = 0; i < left.lines.size(); ++i) {
        if (!sameContent(left.lines.at(i), right.lines.at(i)))
            return false;
    }
    return true;
}

QJsonObject toRecoveryJson(const EditedLine &line)
{
    QJsonObject json{
        {QStringLiteral("item"), line.line.item},
        {QStringLiteral("item_name"), line.line.itemName},
        {QStringLiteral("unit"), line.line.unit},
        {QStringLiteral("unit_decimals"), line.line.unitDecimals},
        {QStringLiteral("quantity"), line.line.quantity.toString()},
        {QStringLiteral("unit_price"), line.line.unitPrice.toString()},
        {QStringLiteral("discount"), line.line.discount.toString()},
    };
    if (line.line.amountGiven)
        json.insert(QStringLiteral("amount"), line.line.amount.toString());
    QJsonObject typed;
    for (const auto &[column, name] : typedNames()) {
        if (line.typed.contains(column))
            typed.insert(name, line.typed.value(column));
    }
    if (!typed.isEmpty())
        json.insert(QStringLiteral("typed"), typed);
    return json;
}

EditedLine editedLineFromRecovery(const QJsonObject &json)
{
    EditedLine result;
    result.line.item = json.value(QLatin1String("item")).toString();
    result.line.itemName = json.value(QLatin1String("item_name")).toString();
    result.line.unit = json.value(QLatin1String("unit")).toString();
    result.line.unitDecimals = json.value(QLatin1String("unit_decimals")).toInt();
    result.line.quantity = decimalOf(json, QLatin1String("quantity"), quantityScale);
    result.line.unitPrice = decimalOf(json, QLatin1String("unit_price"), priceScale);
    result.line.discount = decimalOf(json, QLatin1String("discount"), percentScale);
    result.line.amountGiven = json.contains(QLatin1String("amount"));
    result.line.amount = decimalOf(json, QLatin1String("amount"), amountScale);
    const QJsonObject typed = json.value(QLatin1String("typed")).toObject();
    for (const auto &[column, name] : typedNames()) {
        if (typed.contains(name))
            result.typed.insert(column, typed.value(name).toString());
    }
    return result;
}

} // namespace bincard
