// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/Moment.h"

#include "models/Format.h"

#include <optional>

namespace bincard {

namespace {

const QString withMilliseconds = QStringLiteral("HH:mm:ss.zzz"), withSeconds = QStringLiteral("HH:mm:ss");

/// A day's last millisecond stands for the day as a whole.
const QTime endOfDay(23, 59, 59, 999);

QString momentText(const QDate &day, const QTime &time)
{
    return day.toString(Qt::ISODate) + u'T' + time.toString(time.msec() == 0 ? withSeconds : withMilliseconds);
}

/// "2026-04-18T09:30:00.250": finer than the periods of the book are.
std::optional<QDateTime> fineMoment(const QString &moment)
{
    const QDateTime fine = QDateTime::fromString(moment, QStringLiteral("yyyy-MM-ddT") + withMilliseconds);
    return fine.isValid() ? std::optional(fine) : std::nullopt;
}

} // namespace

QString momentFromTyped(const QString &typed, MomentUnit finest)
{
    const QString text = typed.trimmed();
    const qsizetype blank = std::max(text.lastIndexOf(u' '), text.lastIndexOf(u'T'));
    const bool hasTime = finest != MomentUnit::Day && blank > 0 && text.mid(blank + 1).contains(u':');
    const auto day = format::parseDate(hasTime ? text.left(blank) : text, QDate::currentDate());
    if (!day.ok())
        return {};
    if (!hasTime)
        return day->toString(Qt::ISODate);
    QStringList forms{QStringLiteral("H:mm:ss"), QStringLiteral("H:mm")};
    if (finest == MomentUnit::Millisecond)
        forms << QStringLiteral("H:mm:ss.z");
    for (const QString &form : forms) {
        const QTime time = QTime::fromString(text.mid(blank + 1), form);
        if (time.isValid())
            return momentText(*day, time);
    }
    return {};
}

QString momentToShow(const QString &moment)
{
    if (const auto fine = fineMoment(moment))
        return format::date(fine->date()) + u' ' + fine->time().toString(withMilliseconds);
    const auto until = Until::parse(moment);
    if (!until.ok())
        return moment;
    if (until->wholeDay)
        return format::date(until->period.date);
    return format::date(until->period.date) + u' ' + until->period.time.toString(withSeconds);
}

QString instantOf(const QString &moment)
{
    const auto utc = [](const QDate &day, const QTime &time) {
        return QDateTime(day, time).toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ"));
    };
    if (const auto fine = fineMoment(moment))
        return utc(fine->date(), fine->time());
    const auto until = Until::parse(moment);
    if (!until.ok())
        return {};
    return utc(until->period.date, until->wholeDay ? endOfDay : until->period.time);
}

QString momentOf(const QString &instant)
{
    const QDateTime local = QDateTime::fromString(instant, Qt::ISODateWithMs).toLocalTime();
    if (!local.isValid())
        return {};
    return local.time() == endOfDay ? local.date().toString(Qt::ISODate) : momentText(local.date(), local.time());
}

} // namespace bincard
