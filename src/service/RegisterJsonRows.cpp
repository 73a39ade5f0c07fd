// SPDX-License-Identifier: GPL-3.0-or-later
// The answers: rows of a register as JSON, in the order that readers know references by, their codes.
#include "service/RegisterJson.h"

#include <QJsonDocument>

#include <algorithm>
#include <compare>

namespace bincard {

namespace {

/// Texts by bytes (E1), false before true.
std::strong_ordering compared(const QJsonValue &left, const QJsonValue &right)
{
    if (left.isString())
        return left.toString().toUtf8().compare(right.toString().toUtf8()) <=> 0;
    if (left.isObject()) // analytics
        return analyticsText(left.toObject()).compare(analyticsText(right.toObject())) <=> 0;
    if (left.isBool())
        return static_cast<int>(left.toBool()) <=> static_cast<int>(right.toBool());
    return left.toInteger() <=> right.toInteger();
}

/// As it is told, with all of its decimals.
Decimal figureOf(const QString &text)
{
    const qsizetype point = text.indexOf(u'.');
    const auto parsed = Decimal::parse(text, point < 0 ? 0 : static_cast<int>(text.size() - point - 1));
    return parsed.ok() ? *parsed : Decimal();
}

QJsonObject analyticsObject(const QMap<QString, QString> &analytics)
{
    QJsonObject object;
    for (auto it = analytics.begin(); it != analytics.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

} // namespace

Result<QJsonValue> RegisterJson::dimension(const Dimension &dimension, const QVariant &value)
{
    if (m_definition.isLedger() && dimension.name == u"analytics")
        return QJsonValue(QJsonDocument::fromJson(value.toString().toUtf8()).object());
    switch (dimension.type) {
    case DimensionType::Ref: {
        BINCARD_ASSIGN(code, codeOf(dimension.refTable, value.toLongLong()));
        return QJsonValue(code);
    }
    case DimensionType::Int:
    case DimensionType::BigInt: return QJsonValue(value.toLongLong());
    case DimensionType::Bool: return QJsonValue(value.toBool());
    default: return QJsonValue(value.toString());
    }
}

Result<void> RegisterJson::addGroup(QJsonObject &row, const QStringList &groupBy, const QList<QVariant> &group)
{
    for (qsizetype i = 0; i < groupBy.size(); ++i) {
        BINCARD_ASSIGN(json, dimension(*keyDimension(m_definition, groupBy.at(i)), group.at(i)));
        row.insert(groupBy.at(i), json);
    }
    return {};
}

bool RegisterJson::isOrderedByIds(const QStringList &groupBy) const
{
    return std::any_of(groupBy.begin(), groupBy.end(), [this](const QString &name) {
        const auto described = keyDimension(m_definition, name);
        return described && described->type == DimensionType::Ref;
    });
}

std::strong_ordering RegisterJson::compared(
    const QString &column, const QJsonValue &left, const QJsonValue &right) const
{
    if (column == u"period" || keyDimension(m_definition, column))
        return bincard::compared(left, right);
    return figureOf(left.toString()) <=> figureOf(right.toString());
}

QJsonArray RegisterJson::sorted(
    const QJsonArray &rows, const QStringList &groupBy, const QList<OrderBy> &order, int limit) const
{
    if (!isOrderedByIds(groupBy))
        return rows;
    QList<OrderBy> columns = order;
    for (const QString &name : groupBy)
        columns.append({name, false});
    QList<QJsonObject> objects;
    for (const QJsonValue &row : rows)
        objects << row.toObject();
    std::stable_sort(objects.begin(), objects.end(), [&](const QJsonObject &left, const QJsonObject &right) {
        for (const OrderBy &by : columns) {
            const auto decided = compared(by.column, left.value(by.column), right.value(by.column));
            if (decided != std::strong_ordering::equal)
                return (decided == std::strong_ordering::less) != by.descending;
        }
        return false;
    });
    if (limit > 0 && objects.size() > limit)
        objects.resize(limit);
    QJsonArray result;
    for (const QJsonObject &object : objects)
        result << object;
    return result;
}

void RegisterJson::addResources(QJsonObject &row, const QString &suffix, const QList<Decimal> &values) const
{
    for (qsizetype i = 0; i < values.size(); ++i)
        row.insert(m_definition.resources().at(i).name + suffix, values.at(i).toString());
}

Result<QJsonObject> RegisterJson::journalRow(const JournalRow &row)
{
    QJsonObject json{{QStringLiteral("id"), row.id}, {QStringLiteral("recorder"), row.recorder},
        {QStringLiteral("line"), row.line}, {QStringLiteral("period"), row.period.toString()},
        {QStringLiteral("recorded_at"), row.recordedAt}, {QStringLiteral("recorded_by"), row.recordedBy},
        {QStringLiteral("reversal_of"), row.reversalOf ? QJsonValue(row.reversalOf) : QJsonValue()},
        {QStringLiteral("reversed"), row.reversedBy != 0}};
    if (!row.cause.isEmpty())
        json.insert(QStringLiteral("cause"), row.cause);
    if (m_definition.isLedger()) {
        json.insert(QStringLiteral("account_dr"), row.debit.account);
        json.insert(QStringLiteral("analytics_dr"), analyticsObject(row.debit.analytics));
        json.insert(QStringLiteral("account_cr"), row.credit.account);
        json.insert(QStringLiteral("analytics_cr"), analyticsObject(row.credit.analytics));
    }
    for (qsizetype i = 0; i < row.dimensions.size(); ++i) {
        BINCARD_ASSIGN(value, dimension(m_definition.dimensions().at(i), row.dimensions.at(i)));
        json.insert(m_definition.dimensions().at(i).name, value);
    }
    addResources(json, {}, row.resources);
    return json;
}

Error RegisterJson::withCodes(const Error &error)
{
    const QJsonArray shortages = error.details().value(QLatin1String("shortages")).toArray();
    QJsonArray named;
    for (const QJsonValue &entry : shortages) {
        QJsonObject shortage = entry.toObject();
        QJsonObject key = shortage.value(QLatin1String("key")).toObject();
        for (const Dimension &dimension : m_definition.dimensions()) {
            if (dimension.type != DimensionType::Ref || key.value(dimension.name).isString())
                continue;
            auto code = codeOf(dimension.refTable, key.value(dimension.name).toVariant().toLongLong());
            if (code.ok())
                key.insert(dimension.name, *code);
        }
        shortage.insert(QStringLiteral("key"), key);
        named << shortage;
    }
    return named.isEmpty() ? error : error.with(QStringLiteral("shortages"), named);
}

} // namespace bincard
