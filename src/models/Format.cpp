// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/Format.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace bincard::format {

namespace {

constexpr QChar minusSign(0x2212);

/// The neutral locale (LC_ALL=C) shows grouped numbers and ISO dates.
bool isNeutral(const QLocale &locale) { return locale.language() == QLocale::C; }

QString localDigits(QStringView ascii, const QLocale &locale)
{
    const QString zero = locale.zeroDigit();
    if (zero == u"0" || zero.size() != 1)
        return ascii.toString();
    QString text;
    for (const QChar c : ascii)
        text += QChar(zero.at(0).unicode() + (c.unicode() - u'0'));
    return text;
}

QString groupedWhole(QStringView ascii, const QLocale &locale)
{
    QLocale grouping = locale;
    grouping.setNumberOptions(QLocale::DefaultNumberOptions); // the C locale leaves separators out otherwise
    return grouping.toString(ascii.toLongLong());
}

bool isMinus(QChar c)
{
    return c == u'-' || c == minusSign || c == QChar(0x2013) || c == QChar(0xFE63) || c == QChar(0xFF0D);
}

bool isGroupSeparator(QChar c, const QLocale &locale)
{
    const QString group = locale.groupSeparator();
    return c.isSpace() || c == u'\'' || c == QChar(0x2019) || (group.size() == 1 && c == group.at(0));
}

/// Digits of one to three, then groups of three (two or three before the last, as in India); empty if it is no number.
QString ungrouped(QStringView text, const QLocale &locale)
{
    QList<QString> groups{QString()};
    for (const QChar c : text) {
        if (isGroupSeparator(c, locale))
            groups.append(QString());
        else if (c >= u'0' && c <= u'9')
            groups.last() += c;
        else
            return {};
    }
    if (groups.size() > 1) {
        if (groups.first().isEmpty() || groups.first().size() > 3 || groups.last().size() != 3)
            return {};
        for (qsizetype i = 1; i + 1 < groups.size(); ++i) {
            if (groups.at(i).size() < 2 || groups.at(i).size() > 3)
                return {};
        }
    }
    return groups.join(QString());
}

Error notANumber(const QString &text)
{
    return Error::validation(QString(), {QT_TRANSLATE_NOOP("Error", "\"%1\" is not a number."), {text}});
}

Error notADate(const QString &text)
{
    return Error::validation(QString(), {QT_TRANSLATE_NOOP("Error", "\"%1\" is not a date."), {text}});
}

QString asciiDigits(const QString &text)
{
    QString result;
    for (const QChar c : text)
        result += c.isDigit() ? QChar(u'0' + c.digitValue()) : c;
    return result;
}

/// Where the decimals begin, or -1. The locale's own sign wins; a plain point is taken unless the locale groups with it
/// and it stands where a group separator can stand ("1.234" is a thousand and more in German).
qsizetype decimalPlace(const QString &text, const QLocale &locale)
{
    const QString point = isNeutral(locale) ? QStringLiteral(".") : locale.decimalPoint();
    if (const qsizetype at = text.lastIndexOf(point); at >= 0)
        return at;
    const qsizetype plain = text.lastIndexOf(u'.');
    if (plain < 0 || text.indexOf(u'.') != plain)
        return -1;
    const bool groups = locale.groupSeparator() == u"." && !ungrouped(text, locale).isEmpty();
    return groups ? -1 : plain;
}

QString dateFormat(const QLocale &locale)
{
    if (isNeutral(locale))
        return QStringLiteral("yyyy-MM-dd");
    QString format = locale.dateFormat(QLocale::ShortFormat);
    if (!format.contains(u"yyyy"))
        format.replace(QStringLiteral("yy"), QStringLiteral("yyyy"));
    return format;
}

/// The order in which the locale writes them, as "dMy", "Mdy" or "yMd".
QString fieldOrder(const QLocale &locale)
{
    QString order;
    for (const QChar c : dateFormat(locale)) {
        if ((c == u'd' || c == u'M' || c == u'y') && !order.contains(c))
            order += c;
    }
    return order;
}

} // namespace

QString number(Decimal value, int minimumDecimals, const QLocale &locale)
{
    const QString plain = value.absolute().toStringTrimmed(minimumDecimals);
    const qsizetype point = plain.indexOf(u'.');
    QString text = groupedWhole(QStringView(plain).left(point < 0 ? plain.size() : point), locale);
    if (point >= 0)
        text += locale.decimalPoint() + localDigits(QStringView(plain).mid(point + 1), locale);
    return value.isNegative() ? minusSign + text : text;
}

QString quantity(Decimal value, int unitDecimals, const QLocale &locale) { return number(value, unitDecimals, locale); }

QString amount(Decimal value, const QLocale &locale)
{
    const auto rounded = value.rescaled(amountScale);
    return number(rounded.ok() ? *rounded : value, amountScale, locale);
}

QString price(Decimal value, const QLocale &locale) { return number(value, 2, locale); }

QString percent(Decimal value, const QLocale &locale)
{
    return number(value, 0, locale) + QChar(0x202F) + locale.percent();
}

QString date(QDate date, const QLocale &locale)
{
    return date.isValid() ? locale.toString(date, dateFormat(locale)) : QString();
}

QString period(const Period &period, const QLocale &locale)
{
    if (period.isMidnight())
        return date(period.date, locale);
    const QString time = isNeutral(locale) ? period.time.toString(QStringLiteral("HH:mm:ss"))
                                           : locale.toString(period.time, QLocale::ShortFormat);
    return date(period.date, locale) + u' ' + time;
}

Result<Decimal> parseNumber(const QString &typed, int scale, const QLocale &locale)
{
    QString text = asciiDigits(typed.trimmed());
    if (text.isEmpty())
        return Error::validation(QString(), {QT_TRANSLATE_NOOP("Error", "A number is needed here."), {}});
    const bool negative = isMinus(text.at(0));
    if (negative || text.at(0) == u'+')
        text = text.mid(1).trimmed();
    const qsizetype point = decimalPlace(text, locale);
    const QString whole = text.left(point < 0 ? text.size() : point);
    const QString decimals = point < 0 ? QString() : text.mid(point + 1);
    QString digits = ungrouped(whole, locale);
    if (digits.isEmpty() && whole.isEmpty() && !decimals.isEmpty())
        digits = QStringLiteral("0"); // ".5"
    const bool decimalsAreDigits =
        std::all_of(decimals.begin(), decimals.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (digits.isEmpty() || !decimalsAreDigits)
        return notANumber(typed.trimmed());
    QString plain = (negative ? QStringLiteral("-") : QString()) + digits;
    if (!decimals.isEmpty())
        plain += u'.' + decimals;
    return Decimal::parse(plain, scale);
}

Result<QDate> parseDate(const QString &typed, QDate today, const QLocale &locale)
{
    const QString text = asciiDigits(typed.trimmed());
    if (text.isEmpty())
        return Error::validation(QString(), {QT_TRANSLATE_NOOP("Error", "A date is needed here."), {}});
    bool isWhole = false;
    if (text.at(0) == u'+' || isMinus(text.at(0))) {
        const int days = text.mid(1).trimmed().toInt(&isWhole);
        if (!isWhole || days > 40000)
            return notADate(typed);
        return today.addDays(text.at(0) == u'+' ? days : -days);
    }
    QList<QString> fields{QString()};
    for (const QChar c : text) {
        if (c.isDigit())
            fields.last() += c;
        else if (c.isLetter())
            return notADate(typed);
        else if (!fields.last().isEmpty())
            fields.append(QString());
    }
    if (fields.last().isEmpty())
        fields.removeLast(); // "18.4."
    if (fields.isEmpty() || fields.size() > 3)
        return notADate(typed);

    int year = today.year(), month = today.month(), day = 0;
    QString order = fieldOrder(locale);
    if (fields.first().size() == 4)
        order = QStringLiteral("yMd");
    else if (fields.size() == 3 && order.startsWith(u'y'))
        order = fields.last().size() == 4 ? QStringLiteral("dMy") : order;
    if (fields.size() == 1)
        order = QStringLiteral("d");
    else if (fields.size() == 2)
        order.remove(u'y');
    if (order.size() != fields.size() || (fields.size() == 2 && fields.first().size() == 4))
        return notADate(typed);
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const int value = fields.at(i).size() <= 4 ? fields.at(i).toInt() : -1;
        if (order.at(i) == u'd')
            day = value;
        else if (order.at(i) == u'M')
            month = value;
        else
            year = fields.at(i).size() <= 2 ? 2000 + value : value;
    }
    const QDate date(year, month, day);
    if (!date.isValid())
        return notADate(typed);
    return date;
}

} // namespace bincard::format
