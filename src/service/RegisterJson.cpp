// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/RegisterJson.h"

#include "db/Session.h"
#include "domain/Catalog.h"
#include "domain/JsonReader.h"
#include "store/CatalogStore.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace bincard {

namespace {

Message wrongType(const char *source, const QString &given = {}) { return {source, {given}}; }

/// A whole number given as one or as text ("--where product=42").
std::optional<qint64> wholeNumber(const QJsonValue &json)
{
    if (json.isString()) {
        bool ok = false;
        const qint64 number = json.toString().toLongLong(&ok);
        return ok ? std::optional(number) : std::nullopt;
    }
    const QVariant number = json.toVariant();
    return number.userType() == QMetaType::LongLong ? std::optional(number.toLongLong()) : std::nullopt;
}

std::optional<bool> truth(const QJsonValue &json)
{
    if (json.isBool())
        return json.toBool();
    if (json.toString() == u"true")
        return true;
    if (json.toString() == u"false")
        return false;
    return std::nullopt;
}

QVariant plainValue(const Dimension &dimension, const QJsonValue &json, Message &problem)
{
    switch (dimension.type) {
    case DimensionType::Int:
    case DimensionType::BigInt: {
        const auto number = wholeNumber(json);
        const bool fits = number
            && (dimension.type == DimensionType::BigInt
                || (*number >= std::numeric_limits<qint32>::min() && *number <= std::numeric_limits<qint32>::max()));
        if (!fits)
            problem = wrongType(QT_TRANSLATE_NOOP("Error", "A whole number is needed here."));
        return fits ? QVariant(*number) : QVariant();
    }
    case DimensionType::Bool: {
        const auto value = truth(json);
        if (!value)
            problem = wrongType(QT_TRANSLATE_NOOP("Error", "true or false is needed here."));
        return value ? QVariant(*value) : QVariant();
    }
    case DimensionType::Date: {
        auto date = parseDate(json.toString());
        if (!date)
            problem =
                wrongType(QT_TRANSLATE_NOOP("Error", "\"%1\" is not a date such as 2026-04-18."), json.toString());
        return date ? QVariant(date->toString(Qt::ISODate)) : QVariant();
    }
    case DimensionType::Uuid: {
        const QUuid uuid = QUuid::fromString(json.toString());
        if (uuid.isNull())
            problem = wrongType(QT_TRANSLATE_NOOP("Error", "\"%1\" is not a UUID."), json.toString());
        return uuid.isNull() ? QVariant() : QVariant(uuid.toString(QUuid::WithoutBraces));
    }
    case DimensionType::Text:
    case DimensionType::Ref: break;
    }
    if (!json.isString())
        problem = wrongType(QT_TRANSLATE_NOOP("Error", "A text is needed here."));
    return json.isString() ? QVariant(json.toString()) : QVariant();
}

Problem badAnalytics(const QString &field, int line)
{
    return {field, line,
        {QT_TRANSLATE_NOOP("Error", "Analytics are an object of texts, such as {\"item\": \"WDG-A1\"}."), {}}};
}

constexpr QLatin1String sideFields[] = {QLatin1String("account_dr"), QLatin1String("analytics_dr"),
    QLatin1String("account_cr"), QLatin1String("analytics_cr")};

} // namespace

QByteArray analyticsText(const QJsonObject &analytics)
{
    return QJsonDocument(analytics).toJson(QJsonDocument::Compact);
}

std::optional<Dimension> keyDimension(const RegisterDefinition &definition, const QString &name)
{
    if (const int index = definition.dimensionIndex(name); index >= 0)
        return definition.dimensions().at(index);
    const bool ofSide = name == u"account" || name == u"analytics" || name.startsWith(u"analytics.");
    if (definition.isLedger() && ofSide)
        return Dimension{name, DimensionType::Text, {}, {}};
    return std::nullopt;
}

Result<QVariant> RegisterJson::idOf(
    const Dimension &dimension, const QString &code, const QString &field, int line, QList<Problem> &problems)
{
    // Only the catalog's tables: their names are the whitelist that keeps a definition from naming any other.
    if (!catalogKind(dimension.refTable).ok()) {
        problems << Problem{
            field, line, {QT_TRANSLATE_NOOP("Error", "There is no catalog \"%1\"."), {dimension.refTable}}};
        return QVariant();
    }
    auto &known = m_ids[dimension.refTable];
    const QString key = codeKey(code);
    if (!known.contains(key)) {
        BINCARD_ASSIGN(rows,
            m_session.query(
                QStringLiteral("SELECT id FROM %1 WHERE code_key = ?").arg(db::Dialect::quoted(dimension.refTable)),
                {key}));
        known.insert(key, rows.next() ? rows.integer(0) : 0);
        BINCARD_TRY(rows.finished());
    }
    const qint64 id = known.value(key);
    if (id == 0) {
        problems << Problem{field, line,
            {QT_TRANSLATE_NOOP("Error", "There is no \"%1\" in the catalog %2."), {code, dimension.refTable}}};
        return QVariant();
    }
    return QVariant(id);
}

Result<QString> RegisterJson::codeOf(const QString &table, qint64 id)
{
    auto &known = m_codes[table];
    if (known.isEmpty()) {
        BINCARD_ASSIGN(
            rows, m_session.query(QStringLiteral("SELECT id, code FROM %1").arg(db::Dialect::quoted(table))));
        while (rows.next())
            known.insert(rows.integer(0), rows.text(1));
        BINCARD_TRY(rows.finished());
    }
    return known.value(id, QString::number(id));
}

Result<QVariant> RegisterJson::value(
    const Dimension &dimension, const QJsonValue &json, const QString &field, int line, QList<Problem> &problems)
{
    if (dimension.type == DimensionType::Ref && json.isString())
        return idOf(dimension, json.toString(), field, line, problems);
    // All analytics of a side are an object, or one in a text; equal ones are one text in the register.
    if (m_definition.isLedger() && dimension.name == u"analytics") {
        const QJsonDocument given =
            json.isObject() ? QJsonDocument(json.toObject()) : QJsonDocument::fromJson(json.toString().toUtf8());
        if (!given.isObject())
            problems << badAnalytics(field, line);
        return QVariant(QString::fromUtf8(analyticsText(given.object())));
    }
    Message problem;
    const QVariant value = plainValue(dimension, json, problem);
    if (!value.isValid())
        problems << Problem{field, line, problem};
    return value;
}

void RegisterJson::readSides(const QJsonObject &object, Movement &movement, int line, QList<Problem> &problems) const
{
    for (const auto &[side, end] : {std::pair(&movement.debit, "_dr"), std::pair(&movement.credit, "_cr")}) {
        const QString accountField = QLatin1String("account") + QLatin1String(end);
        side->account = object.value(accountField).toString();
        if (side->account.isEmpty())
            problems << Problem{
                accountField, line, {QT_TRANSLATE_NOOP("Error", "A value is needed for \"%1\"."), {accountField}}};
        const QString analyticsField = QLatin1String("analytics") + QLatin1String(end);
        const QJsonValue analytics = object.value(analyticsField);
        const QJsonObject given = analytics.toObject();
        bool texts = analytics.isUndefined() || analytics.isNull() || analytics.isObject();
        for (auto it = given.begin(); it != given.end(); ++it) {
            texts = texts && it.value().isString();
            side->analytics.insert(it.key(), it.value().toString());
        }
        if (!texts)
            problems << badAnalytics(analyticsField, line);
    }
}

void RegisterJson::readResources(
    const QJsonObject &object, Movement &movement, int line, QList<Problem> &problems) const
{
    for (const Resource &resource : m_definition.resources()) {
        const QJsonValue json = object.value(resource.name);
        if (json.isUndefined()) {
            movement.resources << Decimal(0, resource.scale);
            continue;
        }
        auto parsed = decimalFromJson(json, resource.scale);
        if (!parsed.ok())
            problems << Problem{resource.name, line, parsed.error().message()};
        movement.resources << (parsed.ok() ? *parsed : Decimal(0, resource.scale));
    }
}

void RegisterJson::refuseUnknown(const QJsonObject &object, int line, QList<Problem> &problems) const
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString &field = it.key();
        if (m_definition.isLedger() && std::ranges::find(sideFields, field) != std::end(sideFields))
            continue;
        if (field != u"recorder" && field != u"period" && field != u"cause" && m_definition.dimensionIndex(field) < 0
            && m_definition.resourceIndex(field) < 0)
            problems << Problem{field, line, {QT_TRANSLATE_NOOP("Error", "There is no field \"%1\"."), {field}}};
    }
}

Result<QList<Movement>> RegisterJson::movements(const QJsonArray &array, const QString &recorder)
{
    QList<Problem> problems;
    QList<Movement> movements;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const int line = static_cast<int>(i) + 1;
        if (!array.at(i).isObject()) {
            problems << Problem{{}, line, {QT_TRANSLATE_NOOP("Error", "A movement is a JSON object."), {}}};
            continue;
        }
        const QJsonObject object = array.at(i).toObject();
        Movement movement;
        movement.recorder = object.value(QLatin1String("recorder")).toString(recorder);
        if (!recorder.isEmpty() && movement.recorder != recorder)
            problems << Problem{QStringLiteral("recorder"), line,
                {QT_TRANSLATE_NOOP("Error", "The movement names another recorder than \"%1\"."), {recorder}}};
        const QJsonValue cause = object.value(QLatin1String("cause"));
        movement.cause = cause.toString();
        if (!cause.isUndefined() && !cause.isNull() && !cause.isString())
            problems << Problem{
                QStringLiteral("cause"), line, {QT_TRANSLATE_NOOP("Error", "A text is needed here."), {}}};
        auto period = Period::parse(object.value(QLatin1String("period")).toString());
        if (period.ok())
            movement.period = *period;
        else
            problems << Problem{QStringLiteral("period"), line, period.error().message()};
        for (const Dimension &dimension : m_definition.dimensions()) {
            const QJsonValue json = object.value(dimension.name);
            if (json.isUndefined() && dimension.defaultValue) {
                movement.dimensions << QVariant(); // the accumulator puts the declared default in
            } else if (json.isUndefined() || json.isNull()) {
                problems << Problem{dimension.name, line,
                    {QT_TRANSLATE_NOOP("Error", "A value is needed for \"%1\"."), {dimension.name}}};
            } else {
                BINCARD_ASSIGN(given, value(dimension, json, dimension.name, line, problems));
                movement.dimensions << given;
            }
        }
        if (m_definition.isLedger())
            readSides(object, movement, line, problems);
        readResources(object, movement, line, problems);
        refuseUnknown(object, line, problems);
        movements << movement;
    }
    if (!problems.isEmpty())
        return Error::validation(problems);
    return movements;
}

Result<Filter> RegisterJson::filter(const QJsonValue &where, QList<Problem> &problems)
{
    Filter filter;
    if (!where.isUndefined() && !where.isNull() && !where.isObject()) {
        problems << Problem{QStringLiteral("where"), 0,
            {QT_TRANSLATE_NOOP("Error", "A JSON object such as {\"...\": ...} is expected here."), {}}};
        return filter;
    }
    const QJsonObject object = where.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto described = keyDimension(m_definition, it.key());
        if (!described) {
            problems << Problem{QStringLiteral("where.") + it.key(), 0,
                {QT_TRANSLATE_NOOP("Error", "The register %1 has no dimension \"%2\"."),
                    {m_definition.name(), it.key()}}};
            continue;
        }
        const QJsonArray values = it.value().isArray() ? it.value().toArray() : QJsonArray{it.value()};
        filter.insert(it.key(), {}); // an empty list lets nothing pass
        for (const QJsonValue &json : values) {
            BINCARD_ASSIGN(given, value(*described, json, QStringLiteral("where.") + it.key(), 0, problems));
            filter[it.key()] << given;
        }
    }
    return filter;
}

} // namespace bincard
