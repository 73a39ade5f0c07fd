// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Request.h"

#include "base/Period.h"

#include <QCoreApplication>
#include <QVariant>

#include <limits>

namespace bincard::cli {

QJsonValue Request::take(const QString &field, Need need)
{
    const QJsonValue value = m_object.take(field);
    const bool missing = value.isUndefined() || value.isNull();
    if (missing && need == Required)
        problem(field, {QT_TRANSLATE_NOOP("Error", "The field \"%1\" is missing."), {field}});
    return missing ? QJsonValue(QJsonValue::Undefined) : value;
}

QString Request::text(const QString &field, Need need)
{
    const QJsonValue value = take(field, need);
    if (value.isUndefined())
        return {};
    if (!value.isString() || (need == Required && value.toString().isEmpty()))
        problem(field, {QT_TRANSLATE_NOOP("Error", "A text is needed here."), {}});
    return value.toString();
}

bool Request::flag(const QString &field)
{
    const QJsonValue value = take(field, Optional);
    if (!value.isUndefined() && !value.isBool())
        problem(field, {QT_TRANSLATE_NOOP("Error", "true or false is needed here."), {}});
    return value.toBool();
}

std::optional<int> Request::number(const QString &field)
{
    const QJsonValue value = take(field, Optional);
    if (value.isUndefined())
        return std::nullopt;
    const QVariant number = value.toVariant();
    if (number.userType() != QMetaType::LongLong || number.toLongLong() < 0
        || number.toLongLong() > std::numeric_limits<int>::max()) {
        problem(field, {QT_TRANSLATE_NOOP("Error", "A whole number is needed here."), {}});
        return std::nullopt;
    }
    return number.toInt();
}

std::optional<QDate> Request::date(const QString &field)
{
    const QString day = text(field, Optional);
    if (day.isEmpty())
        return std::nullopt;
    const Result<QDate> parsed = parseDate(day);
    if (!parsed) {
        problem(field, {QT_TRANSLATE_NOOP("Error", "\"%1\" is not a date such as 2026-04-18."), {day.left(40)}});
        return std::nullopt;
    }
    return *parsed;
}

QStringList Request::words(const QString &field)
{
    const QJsonValue value = take(field, Optional);
    if (value.isString())
        return value.toString().split(u',', Qt::SkipEmptyParts);
    QStringList result;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &word : array)
        result << word.toString();
    if (!value.isUndefined() && (!value.isArray() || result.contains(QString())))
        problem(field, {QT_TRANSLATE_NOOP("Error", "A text or a list of texts is needed here."), {}});
    result.removeAll(QString());
    return result;
}

QJsonObject Request::object(const QString &field)
{
    const QJsonValue value = take(field, Required);
    if (!value.isUndefined() && !value.isObject())
        problem(field, {QT_TRANSLATE_NOOP("Error", "A JSON object is needed here."), {}});
    return value.toObject();
}

QJsonArray Request::array(const QString &field)
{
    const QJsonValue value = take(field, Required);
    if (!value.isUndefined() && !value.isArray())
        problem(field, {QT_TRANSLATE_NOOP("Error", "A JSON array is needed here."), {}});
    return value.toArray();
}

QJsonObject Request::rest()
{
    const QJsonObject rest = m_object;
    m_object = {};
    return rest;
}

void Request::problem(const QString &field, Message message) { m_problems << Problem{field, 0, std::move(message)}; }

Result<void> Request::finished()
{
    for (auto it = m_object.begin(); it != m_object.end(); ++it)
        problem(it.key(), {QT_TRANSLATE_NOOP("Error", "There is no field \"%1\"."), {it.key()}});
    if (!m_problems.isEmpty())
        return Error::validation(m_problems);
    return {};
}

} // namespace bincard::cli
