// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/DimensionValue.h"
#include "accumulator/RegisterDefinition.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace bincard {

namespace {

template <typename E>
struct Spelling
{
    E value;
    QLatin1String text;
};

constexpr std::array kinds{Spelling<RegisterKind>{RegisterKind::Balance, QLatin1String("balance")},
    Spelling<RegisterKind>{RegisterKind::Turnover, QLatin1String("turnover")},
    Spelling<RegisterKind>{RegisterKind::Ledger, QLatin1String("ledger")}};
constexpr std::array types{Spelling<DimensionType>{DimensionType::Int, QLatin1String("int")},
    Spelling<DimensionType>{DimensionType::BigInt, QLatin1String("bigint")},
    Spelling<DimensionType>{DimensionType::Text, QLatin1String("text")},
    Spelling<DimensionType>{DimensionType::Date, QLatin1String("date")},
    Spelling<DimensionType>{DimensionType::Bool, QLatin1String("bool")},
    Spelling<DimensionType>{DimensionType::Uuid, QLatin1String("uuid")}};
constexpr std::array policies{Spelling<NegativePolicy>{NegativePolicy::Allow, QLatin1String("allow")},
    Spelling<NegativePolicy>{NegativePolicy::Forbid, QLatin1String("forbid")}};
constexpr std::array partitions{Spelling<Partition>{Partition::None, QLatin1String("none")},
    Spelling<Partition>{Partition::Year, QLatin1String("year")},
    Spelling<Partition>{Partition::Quarter, QLatin1String("quarter")},
    Spelling<Partition>{Partition::Month, QLatin1String("month")}};

template <typename E, size_t N>
QString spelled(const std::array<Spelling<E>, N> &spellings, E value)
{
    const auto found = std::ranges::find(spellings, value, &Spelling<E>::value);
    return found == spellings.end() ? QString() : QString(found->text);
}

/// Reads the fields of one JSON object and notes every problem; what is never asked for is an unknown field.
class Fields
{
public:
    Fields(const QJsonObject &object, const QString &place, int line, QList<Problem> &problems)
        : m_object(object)
        , m_place(place)
        , m_line(line)
        , m_problems(problems)
    {}

    QString text(const QString &name, bool required)
    {
        const QJsonValue value = take(name, required);
        if (!value.isUndefined() && !value.isString())
            problem(name, {QT_TRANSLATE_NOOP("Error", "\"%1\" must be a text."), {name}});
        return value.toString();
    }

    int integer(const QString &name, int fallback)
    {
        const QJsonValue value = take(name, false);
        if (value.isUndefined())
            return fallback;
        const int number = value.toInt(-1);
        if (!value.isDouble() || QJsonValue(number) != value)
            problem(name, {QT_TRANSLATE_NOOP("Error", "\"%1\" must be a whole number that is not negative."), {name}});
        return number;
    }

    QJsonArray array(const QString &name)
    {
        const QJsonValue value = take(name, true);
        if (!value.isUndefined() && !value.isArray())
            problem(name, {QT_TRANSLATE_NOOP("Error", "\"%1\" must be a list."), {name}});
        return value.toArray();
    }

    QJsonValue take(const QString &name, bool required)
    {
        m_known.insert(name);
        const QJsonValue value = m_object.value(name);
        if (required && value.isUndefined())
            problem(name, {QT_TRANSLATE_NOOP("Error", "\"%1\" is missing."), {name}});
        return value;
    }

    template <typename E, size_t N>
    E oneOf(const QString &name, const std::array<Spelling<E>, N> &spellings, bool required)
    {
        const QString given = text(name, required);
        if (!m_object.contains(name))
            return spellings.front().value;
        for (const auto &spelling : spellings) {
            if (given == spelling.text)
                return spelling.value;
        }
        QStringList possible;
        for (const auto &spelling : spellings)
            possible << spelling.text;
        problem(name, {QT_TRANSLATE_NOOP("Error", "\"%1\" is not one of %2."), {given, possible.join(u", ")}});
        return spellings.front().value;
    }

    void refuseOthers()
    {
        for (auto it = m_object.begin(); it != m_object.end(); ++it) {
            if (!m_known.contains(it.key()))
                problem(it.key(), {QT_TRANSLATE_NOOP("Error", "There is no field \"%1\" here."), {it.key()}});
        }
    }

    void problem(const QString &name, Message message)
    {
        m_problems.append({m_place.isEmpty() ? name : m_place + u'.' + name, m_line, std::move(message)});
    }

private:
    const QJsonObject &m_object;
    QString m_place;
    int m_line;
    QList<Problem> &m_problems;
    QSet<QString> m_known;
};

QString typeText(const Dimension &dimension)
{
    if (dimension.type == DimensionType::Ref)
        return QStringLiteral("ref(%1)").arg(dimension.refTable);
    return spelled(types, dimension.type);
}

Dimension readDimension(const QJsonObject &json, int line, QList<Problem> &problems)
{
    Fields fields(json, QStringLiteral("dimensions"), line, problems);
    Dimension dimension;
    dimension.name = fields.text(QStringLiteral("name"), true);
    const QString type = fields.text(QStringLiteral("type"), true);
    const auto known = std::ranges::find(types, type, &Spelling<DimensionType>::text);
    if (known != types.end()) {
        dimension.type = known->value;
    } else if (type.startsWith(u"ref(") && type.endsWith(u')')) {
        dimension.type = DimensionType::Ref;
        dimension.refTable = type.mid(4, type.size() - 5);
    } else if (json.contains(QLatin1String("type"))) {
        fields.problem(QStringLiteral("type"),
            {QT_TRANSLATE_NOOP("Error",
                 "\"%1\" is not one of int, bigint, text, date, bool, uuid or "
                 "ref(<table>)."),
                {type}});
    }
    const QJsonValue value = fields.take(QStringLiteral("default"), false);
    if (value.isDouble())
        dimension.defaultValue =
            QJsonValue(value.toInteger()) == value ? QString::number(value.toInteger()) : value.toVariant().toString();
    else if (value.isString() || value.isBool())
        dimension.defaultValue = value.toVariant().toString();
    else if (!value.isUndefined())
        fields.problem(QStringLiteral("default"), {QT_TRANSLATE_NOOP("Error", "A default is a plain value."), {}});
    fields.refuseOthers();
    return dimension;
}

Resource readResource(const QJsonObject &json, int line, QList<Problem> &problems)
{
    Fields fields(json, QStringLiteral("resources"), line, problems);
    Resource resource;
    resource.name = fields.text(QStringLiteral("name"), true);
    const QString type = fields.text(QStringLiteral("type"), true);
    resource.integer = type == u"integer";
    if (!resource.integer && type != u"decimal" && json.contains(QLatin1String("type")))
        fields.problem(
            QStringLiteral("type"), {QT_TRANSLATE_NOOP("Error", "\"%1\" is not one of decimal, integer."), {type}});
    resource.scale = fields.integer(QStringLiteral("scale"), 0);
    resource.negative = fields.oneOf(QStringLiteral("negative"), policies, false);
    fields.refuseOthers();
    return resource;
}

template <typename Item, typename Read>
QList<Item> readList(const QJsonArray &array, const QString &place, Read read, QList<Problem> &problems)
{
    QList<Item> items;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const int line = static_cast<int>(i) + 1;
        items.append(array.at(i).isObject() ? read(array.at(i).toObject(), line, problems) : Item());
        if (!array.at(i).isObject())
            problems.append({place, line, {QT_TRANSLATE_NOOP("Error", "\"%1\" is a list of objects."), {place}}});
    }
    return items;
}

/// Whether `later`, which was found in what could be read, only says again what could not be read.
bool followsFrom(const QList<Problem> &unread, const Problem &later)
{
    static const QHash<QString, QString> reasons{{QStringLiteral("dimensions"), QStringLiteral("kind")},
        {QStringLiteral("dimensions.default"), QStringLiteral("dimensions.type")},
        {QStringLiteral("resources.scale"), QStringLiteral("resources.type")}};
    return std::ranges::any_of(unread, [&](const Problem &problem) {
        return problem.line == later.line
            && (problem.field == later.field || problem.field == reasons.value(later.field)
                || later.field.startsWith(problem.field + u'.'));
    });
}

} // namespace

Result<RegisterDefinition> RegisterDefinition::fromJson(const QJsonObject &json)
{
    QList<Problem> problems;
    Fields fields(json, {}, 0, problems);
    RegisterDefinition definition;
    definition.m_name = fields.text(QStringLiteral("name"), true);
    definition.m_kind = fields.oneOf(QStringLiteral("kind"), kinds, true);
    definition.m_partition = fields.oneOf(QStringLiteral("partition"), partitions, false);
    definition.m_dimensions = readList<Dimension>(
        fields.array(QStringLiteral("dimensions")), QStringLiteral("dimensions"), readDimension, problems);
    definition.m_resources = readList<Resource>(
        fields.array(QStringLiteral("resources")), QStringLiteral("resources"), readResource, problems);
    fields.refuseOthers();
    if (const auto valid = definition.validated(); !valid.ok()) {
        const QList<Problem> unread = problems;
        std::ranges::copy_if(valid.error().problems(), std::back_inserter(problems),
            [&](const Problem &later) { return !followsFrom(unread, later); });
    }
    if (!problems.isEmpty())
        return Error::validation(std::move(problems));
    return definition;
}

QJsonObject RegisterDefinition::toJson() const
{
    QJsonArray dimensions;
    for (const Dimension &dimension : m_dimensions) {
        QJsonObject entry{{QStringLiteral("name"), dimension.name}, {QStringLiteral("type"), typeText(dimension)}};
        if (dimension.defaultValue) {
            QJsonValue value(*dimension.defaultValue);
            if (dimension.type != DimensionType::Ref) {
                const auto parsed = accumulator::parseDimension(dimension, *dimension.defaultValue);
                value = parsed.ok() ? QJsonValue::fromVariant(*parsed) : value;
            }
            entry.insert(QStringLiteral("default"), value);
        }
        dimensions.append(entry);
    }
    QJsonArray resources;
    for (const Resource &resource : m_resources) {
        QJsonObject entry{{QStringLiteral("name"), resource.name},
            {QStringLiteral("type"), resource.integer ? QStringLiteral("integer") : QStringLiteral("decimal")},
            {QStringLiteral("negative"), spelled(policies, resource.negative)}};
        if (!resource.integer)
            entry.insert(QStringLiteral("scale"), resource.scale);
        resources.append(entry);
    }
    QJsonObject json{{QStringLiteral("name"), m_name}, {QStringLiteral("kind"), spelled(kinds, m_kind)},
        {QStringLiteral("dimensions"), dimensions}, {QStringLiteral("resources"), resources}};
    if (m_partition != Partition::None)
        json.insert(QStringLiteral("partition"), spelled(partitions, m_partition));
    return json;
}

} // namespace bincard
