// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ErrorText.h"

#include "models/Format.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

namespace bincard {

namespace {

constexpr qsizetype mostShortages = 20;
constexpr int mostScale = 6; ///< of a resource

/// A figure as people write it; what is none as it is.
QString shownFigure(const QJsonValue &figure)
{
    const Result<Decimal> value = Decimal::parse(figure.toString(), mostScale);
    return value.ok() ? format::number(*value, 0) : figure.toVariant().toString();
}

QString advice(ErrorCode code)
{
    switch (code) {
    case ErrorCode::SchemaNewer:
        return QCoreApplication::translate("ErrorText", "Install the newest Bincard and open the book with it.");
    case ErrorCode::Busy: return QCoreApplication::translate("ErrorText", "Try again in a moment.");
    case ErrorCode::ConnectionLost:
        return QCoreApplication::translate(
            "ErrorText", "Check the network and that the server runs, then try again. What you typed is still here.");
    case ErrorCode::Conflict: return QCoreApplication::translate("ErrorText", "Compare the two versions and choose.");
    default: return {};
    }
}

} // namespace

ErrorText::ErrorText(const Error &error)
    : what(error.message().translated())
    , todo(advice(error.code()))
    , technical(error.technical())
{
    addShortages(error.details().value(QLatin1String("shortages")).toArray());
    if (error.problems().size() < 2)
        return;
    for (const Problem &problem : error.problems()) {
        const QString text = problem.message.translated();
        problems << (problem.line > 0
                ? QCoreApplication::translate("ErrorText", "Line %1: %2").arg(problem.line).arg(text)
                : text);
    }
}

/// Every key with the first day on which it would break, or the day that stands in the way of a new policy.
void ErrorText::addShortages(const QJsonArray &shortages)
{
    for (qsizetype i = 0; i < std::min(shortages.size(), mostShortages); ++i) {
        const QJsonValue shortage = shortages.at(i);
        QStringList key;
        const QJsonObject parts = shortage[u"key"].toObject();
        for (auto it = parts.begin(); it != parts.end(); ++it)
            key << it.key() + u' '
                    + (it.value() == QString() ? QStringLiteral("\"\"") : it.value().toVariant().toString());
        const QString day = format::date(QDate::fromString(shortage[u"date"].toString(), Qt::ISODate));
        const QString available = shownFigure(shortage[u"available"]), required = shownFigure(shortage[u"required"]);
        problems << (required == u"0" // nothing is taken: the day lies below zero as it is
                ? QCoreApplication::translate("ErrorText", "%1: %2 is %3 on %4.")
                      .arg(key.join(QStringLiteral(", ")), shortage[u"resource"].toString(), available, day)
                : QCoreApplication::translate("ErrorText", "%1: %2 needed, %3 available on %4.")
                      .arg(key.join(QStringLiteral(", ")), required, available, day));
    }
    if (shortages.size() > mostShortages)
        problems << QCoreApplication::translate(
            "ErrorText", "... and %n more", nullptr, static_cast<int>(shortages.size() - mostShortages));
}

QString ErrorText::plainText() const
{
    QStringList parts{what};
    if (!todo.isEmpty())
        parts << todo;
    parts << problems;
    if (!technical.isEmpty())
        parts << technical;
    return parts.join(u'\n');
}

} // namespace bincard
