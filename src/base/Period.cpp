// SPDX-License-Identifier: LGPL-3.0-or-later
#include "base/Period.h"

#include <QCoreApplication>

namespace bincard {

namespace {

/// -1 where there is anything but digits.
int number(QStringView text)
{
    int value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c.unicode() - u'0');
    }
    return text.isEmpty() ? -1 : value;
}

Error wrong(QStringView text)
{
    return Error::validation({},
        {QT_TRANSLATE_NOOP("Error",
             "\"%1\" is not a date such as 2026-04-18, or a date and time "
             "such as 2026-04-18T09:30:00 (without a zone)."),
            {text.toString().left(40)}});
}

} // namespace

Result<QDate> parseDate(QStringView text)
{
    if (text.size() == 10 && text.at(4) == u'-' && text.at(7) == u'-') {
        const QDate date(number(text.left(4)), number(text.mid(5, 2)), number(text.mid(8, 2)));
        if (date.isValid() && date.year() >= 1)
            return date;
    }
    return wrong(text);
}

Result<Period> Period::parse(QStringView text)
{
    auto day = parseDate(text.left(10));
    if (!day)
        return wrong(text);
    if (text.size() == 10)
        return Period(*day);
    if (text.size() == 19 && (text.at(10) == u'T' || text.at(10) == u' ') && text.at(13) == u':'
        && text.at(16) == u':') {
        const QTime clock(number(text.mid(11, 2)), number(text.mid(14, 2)), number(text.mid(17, 2)));
        if (clock.isValid())
            return Period(*day, clock);
    }
    return wrong(text);
}

QString Period::toString() const { return date.toString(Qt::ISODate) + u'T' + time.toString(u"HH:mm:ss"); }

std::strong_ordering Period::operator<=>(const Period &other) const
{
    if (date != other.date)
        return date < other.date ? std::strong_ordering::less : std::strong_ordering::greater;
    return time.msecsSinceStartOfDay() <=> other.time.msecsSinceStartOfDay();
}

Result<Until> Until::parse(QStringView text)
{
    auto period = Period::parse(text);
    if (!period)
        return period.error();
    return text.size() == 10 ? Until(period->date) : Until(*period);
}

} // namespace bincard
