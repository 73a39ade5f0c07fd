// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Closing.h"

#include <QCoreApplication>

namespace bincard::accumulator {

namespace {

QString shown(QDate date) { return date.toString(Qt::ISODate); }

QString shown(const Period &period) { return period.isMidnight() ? shown(period.date) : period.toString(); }

} // namespace

Result<QDate> Closing::until()
{
    BINCARD_ASSIGN(rows, m_session.query(QStringLiteral("SELECT closed_until FROM accumulator_closing")));
    const QDate date = rows.next() && !rows.isNull(0) ? rows.date(0) : QDate();
    BINCARD_TRY(rows.finished());
    return date;
}

Result<QDate> Closing::lockedUntil()
{
    // Two who close at once follow each other; on SQLite a transaction that reads first could no longer write then.
    BINCARD_TRY(m_session.execute(QStringLiteral("UPDATE accumulator_closing SET closed_until = closed_until")));
    return until();
}

Result<void> Closing::close(QDate date)
{
    if (!date.isValid() || date.year() < 1 || date.year() > 9999)
        return Error::validation(
            QStringLiteral("date"), {QT_TRANSLATE_NOOP("Error", "A date of the years 1 to 9999 is needed."), {}});
    BINCARD_ASSIGN(closed, lockedUntil());
    if (closed.isValid() && date < closed)
        return Error::validation(QStringLiteral("date"),
            {QT_TRANSLATE_NOOP("Error",
                 "Everything up to and including %1 is closed already. To move the closing date back is to reopen."),
                {shown(closed)}});
    BINCARD_TRY(m_session.execute(QStringLiteral("UPDATE accumulator_closing SET closed_until = ?"), {date}));
    return {};
}

Result<void> Closing::reopen(QDate date)
{
    BINCARD_ASSIGN(closed, lockedUntil());
    if (date.isValid() && (!closed.isValid() || date > closed))
        return Error::validation(QStringLiteral("date"),
            {QT_TRANSLATE_NOOP("Error", "%1 is open already; nothing is to be reopened."), {shown(date.addDays(1))}});
    BINCARD_ASSIGN(detached, detachedUntil());
    if (detached.isValid() && (!date.isValid() || date < detached))
        return Error::validation(QStringLiteral("date"),
            {QT_TRANSLATE_NOOP("Error",
                 "Movements up to and including %1 have been detached from their journal; that period stays closed."),
                {shown(detached)}});
    BINCARD_TRY(m_session.execute(QStringLiteral("UPDATE accumulator_closing SET closed_until = ?"), {date}));
    return {};
}

// Rule E18: what is detached is only a sum any more.
Result<QDate> Closing::detachedUntil()
{
    if (m_session.dialect().isSqlite())
        return QDate();
    BINCARD_ASSIGN(rows,
        m_session.query(
            QStringLiteral("SELECT max(until_day) - 1 FROM accumulator_partition WHERE detached_at IS NOT NULL")));
    const QDate date = rows.next() && !rows.isNull(0) ? rows.date(0) : QDate();
    BINCARD_TRY(rows.finished());
    return date;
}

Error Closing::error(QDate closedUntil, const Period &period)
{
    return Error(ErrorCode::PeriodClosed,
        {QT_TRANSLATE_NOOP(
             "Error", "Everything up to and including %1 is closed: no movement of %2 can be made or taken back."),
            {shown(closedUntil), shown(period)}},
        {{QStringLiteral("closed_until"), shown(closedUntil)}, {QStringLiteral("period"), shown(period)}});
}

Error Closing::error(const QJsonObject &raised)
{
    const auto period = Period::parse(raised.value(QLatin1String("period")).toString());
    const auto closed = parseDate(raised.value(QLatin1String("closed_until")).toString());
    return error(closed.ok() ? *closed : QDate(), period.ok() ? *period : Period());
}

} // namespace bincard::accumulator
