// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/Moment.h"

#include "models/Format.h"

namespace bincard {

QString momentFromTyped(const QString &typed, bool mayHaveTime)
{
    const QString text = typed.trimmed();
    const qsizetype blank = std::max(text.lastIndexOf(u' '), text.lastIndexOf(u'T'));
    const bool hasTime = mayHaveTime && blank > 0 && text.mid(blank + 1).contains(u':');
    const auto day = format::parseDate(hasTime ? text.left(blank) : text, QDate::currentDate());
    if (!day.ok())
        return {};
    if (!hasTime)
        return day->toString(Qt::ISODate);
    for (const char *form : {"H:mm:ss", "H:mm"}) {
        const QTime time = QTime::fromString(text.mid(blank + 1), QLatin1String(form));
        if (time.isValid())
            return Period(*day, time).toString();
    }
    return {};
}

QString momentToShow(const QString &moment)
{
    const auto until = Until::parse(moment);
    if (!until.ok())
        return moment;
    if (until->wholeDay)
        return format::date(until->period.date);
    return format::date(until->period.date) + u' ' + until->period.time.toString(QStringLiteral("HH:mm:ss"));
}

QString instantOf(const QString &moment)
{
    const auto until = Until::parse(moment);
    if (!until.ok())
        return {};
    const QTime time = until->wholeDay ? QTime(23, 59, 59, 999) : until->period.time;
    return QDateTime(until->period.date, time).toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ"));
}

} // namespace bincard
