// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/KnownOn.h"

#include <QCoreApplication>

namespace bincard::accumulator {

Result<Known> Known::on(const KnownOn &instant, const db::Dialect &dialect)
{
    Known known;
    if (!instant)
        return known;
    const QDateTime utc = instant->toUTC();
    if (!utc.isValid() || utc.date().year() < 1 || utc.date().year() > 9999)
        return Error::validation(QStringLiteral("known_on"),
            {QT_TRANSLATE_NOOP("Error", "An instant such as 2026-04-18T09:30:00Z is needed."), {}});
    known.m_sqlite = dialect.isSqlite();
    // SQLite keeps milliseconds; PostgreSQL microseconds, which the comparison must leave out.
    known.m_bound = (known.m_sqlite ? utc : utc.addMSecs(1)).toString(u"yyyy-MM-ddTHH:mm:ss.zzz") + u'Z';
    return known;
}

QString Known::condition(const QString &alias, const char *comparison) const
{
    if (!isLimited())
        return {};
    return QStringLiteral(" AND %1recorded_at %2 %3")
        .arg(alias, QLatin1String(comparison), m_sqlite ? QStringLiteral("?") : QStringLiteral("?::timestamptz"));
}

db::Values Known::values() const { return isLimited() ? db::Values{m_bound} : db::Values(); }

} // namespace bincard::accumulator
