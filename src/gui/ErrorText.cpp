// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ErrorText.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace bincard {

namespace {

QString advice(ErrorCode code)
{
    switch (code) {
    case ErrorCode::SchemaNewer:
        return QCoreApplication::translate("ErrorText", "Install the newest Bincard and open the book with it.");
    case ErrorCode::Busy:
        return QCoreApplication::translate("ErrorText", "Somebody else is writing just now. Try again in a moment.");
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
    if (error.problems().size() < 2)
        return;
    for (const Problem &problem : error.problems()) {
        const QString text = problem.message.translated();
        problems << (problem.line > 0
                ? QCoreApplication::translate("ErrorText", "Line %1: %2").arg(problem.line).arg(text)
                : text);
    }
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
