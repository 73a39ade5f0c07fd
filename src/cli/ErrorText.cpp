// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ErrorText.h"

#include "cli/Console.h"
#include "cli/Table.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace bincard::cli {

namespace {

QString place(int line, const QString &field)
{
    if (line > 0 && !field.isEmpty())
        return QCoreApplication::translate("cli", "line %1, %2: ").arg(line).arg(field);
    if (line > 0)
        return QCoreApplication::translate("cli", "line %1: ").arg(line);
    return field.isEmpty() ? QString() : QString(field + QStringLiteral(": "));
}

/// The problems as lines; those of errors other than Validation stand in the details.
QStringList problemLines(const Error &error)
{
    QStringList lines;
    for (const Problem &problem : error.problems())
        lines << place(problem.line, problem.field) + problem.message.translated();
    if (lines.isEmpty()) {
        const QJsonArray problems = error.details().value(QLatin1String("problems")).toArray();
        for (const QJsonValue &problem : problems)
            lines << place(problem[u"line"].toInt(), problem[u"field"].toString()) + problem[u"message"].toString();
    }
    return lines;
}

/// {"warehouse":"MAIN","item":"WDG-B2"} as "item WDG-B2, warehouse MAIN".
QString readable(const QJsonObject &key)
{
    QStringList parts;
    for (auto it = key.begin(); it != key.end(); ++it)
        parts << it.key() + u' ' + cell(it.value());
    return parts.join(QStringLiteral(", "));
}

QString shortageLine(const QJsonObject &shortage)
{
    const int line = shortage.value(QLatin1String("line")).toInt();
    const QString start = line > 0 ? QCoreApplication::translate("cli", "line %1: ").arg(line) : QString();
    return start
        + QCoreApplication::translate("cli", "%1: %2 needed, %3 available on %4")
              .arg(readable(shortage.value(QLatin1String("key")).toObject()),
                  cell(shortage.value(QLatin1String("required"))), cell(shortage.value(QLatin1String("available"))),
                  cell(shortage.value(QLatin1String("date"))));
}

/// Then what the engine said helps; where the input is at fault it only hides the message.
bool isAboutTheMachine(ErrorCode code)
{
    return code == ErrorCode::Storage || code == ErrorCode::Corrupt || code == ErrorCode::ConnectionLost
        || code == ErrorCode::PermissionDenied || code == ErrorCode::Busy;
}

/// What the person can do; empty where the message says it already.
QString advice(ErrorCode code)
{
    switch (code) {
    case ErrorCode::RegisterNotFound:
        return QCoreApplication::translate("cli", "\"bincardctl register list\" shows the registers of the book.");
    case ErrorCode::AlreadyPosted: return QCoreApplication::translate("cli", "Use repost to replace what is posted.");
    case ErrorCode::Conflict:
        return QCoreApplication::translate("cli", "Read it again, and repeat the change on the version you then see.");
    case ErrorCode::Busy: return QCoreApplication::translate("cli", "Try again in a moment.");
    case ErrorCode::ConnectionLost:
        return QCoreApplication::translate(
            "cli", "Whether a change under way was saved is not known: look it up before you repeat it.");
    case ErrorCode::Corrupt:
        return QCoreApplication::translate(
            "cli", "Go back to a copy of it. Before each upgrade one is left beside the book.");
    case ErrorCode::SchemaNewer:
        return QCoreApplication::translate(
            "cli", "Install a Bincard that is at least as new as the one that made the book.");
    default: return {};
    }
}

} // namespace

QStringList linesOf(const Error &error)
{
    QStringList lines;
    const QStringList problems = problemLines(error);
    if (problems.size() == 1) {
        lines << problems; // the message says the same without the place
    } else {
        lines << error.message().translated();
        for (const QString &problem : problems)
            lines << QStringLiteral("  ") + problem;
    }
    const QJsonArray shortages = error.details().value(QLatin1String("shortages")).toArray();
    for (const QJsonValue &shortage : shortages)
        lines << QStringLiteral("  ") + shortageLine(shortage.toObject());
    if (const int saved = error.details().value(QLatin1String("saved")).toInt(); saved > 0)
        lines << QCoreApplication::translate("cli", "%n row(s) without faults were saved.", nullptr, saved);
    if (isAboutTheMachine(error.code()) && !error.technical().isEmpty())
        lines << QStringLiteral("  (") + error.technical() + u')';
    if (const QString hint = advice(error.code()); !hint.isEmpty())
        lines << hint;
    return lines;
}

void printError(Console &console, const Error &error)
{
    const QStringList lines = linesOf(error);
    for (qsizetype i = 0; i < lines.size(); ++i)
        console.remark((i == 0 ? QStringLiteral("bincardctl: ") : QString()) + printable(lines.at(i)));
}

QJsonObject errorObject(const Error &error) { return {{QStringLiteral("error"), error.toJson()}}; }

} // namespace bincard::cli
