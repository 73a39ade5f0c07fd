// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Analytics.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace bincard::accumulator {

namespace {

constexpr int maximumNameLength = 40;

} // namespace

bool isPlainName(const QString &name)
{
    const auto isLetter = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); };
    if (name.isEmpty() || name.size() > maximumNameLength || !isLetter(name.at(0)))
        return false;
    return std::ranges::all_of(name, [&](QChar c) { return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'_'; });
}

std::optional<Message> analyticsProblem(const QMap<QString, QString> &analytics)
{
    for (auto it = analytics.begin(); it != analytics.end(); ++it) {
        if (!isPlainName(it.key()))
            return Message{
                QT_TRANSLATE_NOOP("Error",
                    "\"%1\" is no name for analytics: a name is a letter, then letters, digits or _, at most "
                    "%2 in all."),
                {it.key().left(60), QString::number(maximumNameLength)}};
        if (it->isEmpty())
            return Message{QT_TRANSLATE_NOOP("Error", "The analytics \"%1\" are empty; leave them out."), {it.key()}};
        // Control characters are written in JSON in more than one way.
        const bool storable = it->isValidUtf16() && std::ranges::none_of(*it, [](QChar c) { return c < u' '; });
        if (!storable)
            return Message{
                QT_TRANSLATE_NOOP("Error", "The analytics \"%1\" hold characters that cannot be stored."), {it.key()}};
    }
    const qsizetype length = analyticsText(analytics).size();
    if (length > maximumAnalyticsLength)
        return Message{QT_TRANSLATE_NOOP(
                           "Error", "The analytics of one side may have at most %1 characters in all; these have %2."),
            {QString::number(maximumAnalyticsLength), QString::number(length)}};
    return {};
}

// Keys of a map are sorted, plain names by their bytes; QJsonObject keeps that order.
QString analyticsText(const QMap<QString, QString> &analytics)
{
    QJsonObject object;
    for (auto it = analytics.begin(); it != analytics.end(); ++it)
        object.insert(it.key(), it.value());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QMap<QString, QString> analyticsFromText(const QString &text)
{
    QMap<QString, QString> analytics;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        analytics.insert(it.key(), it.value().toString());
    return analytics;
}

} // namespace bincard::accumulator
