// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/JsonReader.h"

#include <QCoreApplication>
#include <QVariant>

namespace bincard {

Result<Decimal> decimalFromJson(const QJsonValue &value, int scale)
{
    if (value.isString())
        return Decimal::parse(value.toString(), scale);
    const QVariant number = value.toVariant();
    if (number.userType() == QMetaType::LongLong)
        return Decimal::parse(QString::number(number.toLongLong()), scale);
    if (value.isDouble())
        return Error::validation({},
            {QT_TRANSLATE_NOOP("Error",
                 "Write decimals as text (\"12.50\"): a JSON number with "
                 "a fraction or an exponent is not exact."),
                {}});
    return Error::validation(
        {}, {QT_TRANSLATE_NOOP("Error", "A number is needed here, as text or as a whole number."), {}});
}

QJsonValue JsonReader::take(const QString &field)
{
    m_known << field;
    return m_object.value(field);
}

void JsonReader::problem(const QString &field, Message message)
{
    m_problems << Problem{m_prefix + field, m_line, std::move(message)};
}

void JsonReader::text(const QString &field, QString &target, int maximumLength)
{
    const QJsonValue value = take(field);
    if (value.isUndefined())
        return;
    if (value.isNull()) {
        target.clear();
        return;
    }
    if (!value.isString())
        return problem(field, {QT_TRANSLATE_NOOP("Error", "A text is needed here."), {}});
    const QString text = value.toString().trimmed();
    if (text.size() > maximumLength)
        return problem(field,
            {QT_TRANSLATE_NOOP("Error", "The text is longer than %1 characters."), {QString::number(maximumLength)}});
    if (text.contains(QChar::Null))
        return problem(field, {QT_TRANSLATE_NOOP("Error", "The text holds a character that cannot be stored."), {}});
    target = text;
}

void JsonReader::boolean(const QString &field, bool &target)
{
    const QJsonValue value = take(field);
    if (value.isUndefined())
        return;
    if (!value.isBool())
        return problem(field, {QT_TRANSLATE_NOOP("Error", "true or false is needed here."), {}});
    target = value.toBool();
}

void JsonReader::integer(const QString &field, int &target)
{
    const QJsonValue value = take(field);
    if (value.isUndefined())
        return;
    const QVariant number = value.toVariant();
    if (number.userType() != QMetaType::LongLong || number.toLongLong() < 0 || number.toLongLong() > 1'000'000'000)
        return problem(field, {QT_TRANSLATE_NOOP("Error", "A whole number is needed here."), {}});
    target = number.toInt();
}

void JsonReader::decimal(const QString &field, Decimal &target)
{
    const QJsonValue value = take(field);
    if (value.isUndefined())
        return;
    auto parsed = decimalFromJson(value, target.scale());
    if (!parsed)
        return problem(field, parsed.error().message());
    target = *parsed;
}

void JsonReader::date(const QString &field, QDate &target)
{
    const QJsonValue value = take(field);
    if (value.isUndefined())
        return;
    auto parsed = parseDate(value.toString());
    if (!parsed)
        return problem(field,
            {QT_TRANSLATE_NOOP("Error", "\"%1\" is not a date such as 2026-04-18."),
                {value.toVariant().toString().left(40)}});
    target = *parsed;
}

void JsonReader::finish()
{
    for (auto it = m_object.begin(); it != m_object.end(); ++it) {
        if (!m_known.contains(it.key()))
            problem(it.key(), {QT_TRANSLATE_NOOP("Error", "There is no field \"%1\"."), {it.key()}});
    }
}

} // namespace bincard
