// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/DimensionValue.h"

#include "base/Period.h"

#include <QCoreApplication>
#include <QUuid>

#include <limits>

namespace bincard::accumulator {

namespace {

Error wrong(const Dimension &dimension, int line, const char *source, const QVariant &value)
{
    return Error::validation(dimension.name, {source, {dimension.name, value.toString().left(60)}}, line);
}

std::optional<qint64> wholeNumber(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong: return value.toLongLong();
    case QMetaType::ULongLong:
        if (value.toULongLong() <= static_cast<quint64>(std::numeric_limits<qint64>::max()))
            return value.toLongLong();
        return {};
    default: return {};
    }
}

Result<QVariant> canonicalNumber(const Dimension &dimension, const QVariant &value, int line)
{
    const auto number = wholeNumber(value);
    if (!number)
        return wrong(dimension, line, QT_TRANSLATE_NOOP("Error", "%1 must be a whole number, not \"%2\"."), value);
    if (dimension.type == DimensionType::Int
        && (*number < std::numeric_limits<qint32>::min() || *number > std::numeric_limits<qint32>::max()))
        return wrong(dimension, line,
            QT_TRANSLATE_NOOP("Error", "%1 must lie between -2147483648 and 2147483647; %2 does not."), value);
    return QVariant(*number);
}

Result<QVariant> canonicalText(const Dimension &dimension, const QVariant &value, int line, int maximumLength)
{
    if (value.typeId() != QMetaType::QString)
        return wrong(dimension, line, QT_TRANSLATE_NOOP("Error", "%1 must be a text, not \"%2\"."), value);
    QString text = value.toString();
    if (auto problem = textProblem(text, maximumLength))
        return Error::validation(dimension.name, std::move(*problem), line);
    if (text.isNull())
        text = QLatin1String("");
    return QVariant(text);
}

Result<QVariant> canonicalDate(const Dimension &dimension, const QVariant &value, int line)
{
    QDate date;
    if (value.typeId() == QMetaType::QDate)
        date = value.toDate();
    else if (value.typeId() == QMetaType::QString) {
        if (const auto parsed = parseDate(value.toString()); parsed.ok())
            date = *parsed;
    }
    if (!date.isValid() || date.year() < 1 || date.year() > 9999)
        return wrong(
            dimension, line, QT_TRANSLATE_NOOP("Error", "%1 must be a date such as 2026-04-18, not \"%2\"."), value);
    return QVariant(date.toString(Qt::ISODate));
}

Result<QVariant> canonicalUuid(const Dimension &dimension, const QVariant &value, int line)
{
    QString text = value.typeId() == QMetaType::QUuid ? value.toUuid().toString(QUuid::WithoutBraces) : QString();
    if (value.typeId() == QMetaType::QString)
        text = value.toString().toLower();
    // QUuid reads other shapes as well, and gives a null id for what it cannot read: only what it prints is taken.
    if (text.size() != 36 || QUuid::fromString(text).toString(QUuid::WithoutBraces) != text)
        return wrong(dimension, line,
            QT_TRANSLATE_NOOP("Error",
                "%1 must be a UUID such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301, not "
                "\"%2\"."),
            value);
    return QVariant(text);
}

} // namespace

std::optional<Message> textProblem(const QString &text, int maximumLength)
{
    if (text.size() > maximumLength)
        return Message{QT_TRANSLATE_NOOP("Error", "A text may have at most %1 characters; this one has %2."),
            {QString::number(maximumLength), QString::number(text.size())}};
    if (text.contains(QChar(0)) || !text.isValidUtf16())
        return Message{QT_TRANSLATE_NOOP("Error", "The text holds characters that cannot be stored."), {}};
    return {};
}

Result<QVariant> canonicalDimension(const Dimension &dimension, const QVariant &value, int line, int maximumLength)
{
    switch (dimension.type) {
    case DimensionType::Int:
    case DimensionType::BigInt:
    case DimensionType::Ref: return canonicalNumber(dimension, value, line);
    case DimensionType::Text: return canonicalText(dimension, value, line, maximumLength);
    case DimensionType::Date: return canonicalDate(dimension, value, line);
    case DimensionType::Bool:
        if (value.typeId() == QMetaType::Bool)
            return value;
        return wrong(dimension, line, QT_TRANSLATE_NOOP("Error", "%1 must be true or false, not \"%2\"."), value);
    case DimensionType::Uuid: return canonicalUuid(dimension, value, line);
    }
    return wrong(dimension, line, QT_TRANSLATE_NOOP("Error", "%1 cannot be \"%2\"."), value);
}

Result<QVariant> parseDimension(const Dimension &dimension, const QString &text)
{
    QVariant value(text);
    if (dimension.type == DimensionType::Bool && (text == u"true" || text == u"false"))
        value = text == u"true";
    if (dimension.type == DimensionType::Int || dimension.type == DimensionType::BigInt) {
        bool ok = false;
        const qint64 number = text.toLongLong(&ok);
        if (ok && text == text.trimmed())
            value = number;
    }
    return canonicalDimension(dimension, value);
}

db::Value boundDimension(const QVariant &canonical)
{
    switch (canonical.typeId()) {
    case QMetaType::Bool: return canonical.toBool();
    case QMetaType::LongLong: return canonical.toLongLong();
    default: return canonical.toString();
    }
}

QString dimensionLiteral(const QVariant &canonical, const db::Dialect &dialect)
{
    if (canonical.typeId() == QMetaType::Bool)
        return dialect.expand(canonical.toBool() ? QStringLiteral("$true") : QStringLiteral("$false"));
    if (canonical.typeId() == QMetaType::LongLong)
        return QString::number(canonical.toLongLong());
    return u'\'' + canonical.toString().replace(u'\'', QLatin1String("''")) + u'\'';
}

QString columnType(const Dimension &dimension, const db::Dialect &dialect)
{
    const auto token = [&]() -> QString {
        switch (dimension.type) {
        case DimensionType::Int: return QStringLiteral("INTEGER");
        case DimensionType::BigInt:
        case DimensionType::Ref: return QStringLiteral("$bigint");
        case DimensionType::Text: return QStringLiteral("$text");
        case DimensionType::Date: return QStringLiteral("$date");
        case DimensionType::Bool: return QStringLiteral("$bool");
        case DimensionType::Uuid: return QStringLiteral("$uuid");
        }
        return {};
    };
    return dialect.expand(token());
}

} // namespace bincard::accumulator
