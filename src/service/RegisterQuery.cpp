// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/RegisterQuery.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <limits>

namespace bincard {

QList<OrderBy> orderOf(const QJsonObject &query, QList<Problem> &problems)
{
    const QString field = QStringLiteral("order");
    const QJsonValue json = query.value(field);
    QStringList words;
    if (json.isString())
        words = json.toString().split(u',', Qt::SkipEmptyParts);
    for (const QJsonValue &word : json.toArray())
        words << word.toString();
    if (!json.isUndefined() && !json.isString() && !json.isArray())
        problems << Problem{field, 0, {QT_TRANSLATE_NOOP("Error", "An order is a text such as \"a:desc,b\"."), {}}};
    QList<OrderBy> order;
    for (const QString &given : words) {
        const QString word = given.trimmed();
        const QString direction = word.section(u':', 1);
        if (word.contains(u':') && direction != u"asc" && direction != u"desc")
            problems << Problem{field, 0,
                {QT_TRANSLATE_NOOP("Error", "\"%1\" is not a column, or a column with :asc or :desc behind it."),
                    {word}}};
        else
            order.append({word.section(u':', 0, 0), direction == u"desc"});
    }
    return order;
}

int limitOf(const QJsonObject &query, QList<Problem> &problems)
{
    const QJsonValue json = query.value(QLatin1String("limit"));
    if (json.isUndefined())
        return 0;
    const qint64 number = json.toInteger(0);
    if (number >= 1 && number <= std::numeric_limits<int>::max())
        return static_cast<int>(number);
    problems << Problem{
        QStringLiteral("limit"), 0, {QT_TRANSLATE_NOOP("Error", "A limit is a whole number from 1 on."), {}}};
    return 0;
}

KnownOn knownOnOf(const QJsonObject &query, QList<Problem> &problems)
{
    static const QRegularExpression form(
        QStringLiteral("\\A\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z\\z"));
    const QString field = QStringLiteral("known_on");
    const QJsonValue json = query.value(field);
    if (json.isUndefined() || json.isNull())
        return {};
    const QDateTime instant = form.match(json.toString()).hasMatch()
        ? QDateTime::fromString(json.toString(), Qt::ISODateWithMs)
        : QDateTime();
    if (instant.isValid())
        return instant;
    problems << Problem{field, 0,
        {QT_TRANSLATE_NOOP("Error", "\"%1\" is not an instant in UTC such as 2026-04-18T09:30:00Z."),
            {json.toVariant().toString()}}};
    return {};
}

} // namespace bincard
