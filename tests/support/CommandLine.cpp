// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/CommandLine.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QProcessEnvironment>

namespace bincard::test {

namespace {

QString program()
{
    const QString folder =
        qEnvironmentVariable("BINCARD_BIN_DIR", QCoreApplication::applicationDirPath() + QStringLiteral("/../../bin"));
    return folder + QStringLiteral("/bincardctl");
}

} // namespace

QJsonObject Ran::json() const { return QJsonDocument::fromJson(output).object(); }

QJsonArray Ran::rows() const { return json().value(QLatin1String("rows")).toArray(); }

QString Ran::errorCode() const { return json().value(QLatin1String("error"))[u"code"].toString(); }

QJsonObject Ran::details() const { return json().value(QLatin1String("error"))[u"details"].toObject(); }

QStringList Ran::fields() const
{
    QStringList result;
    const QJsonArray problems = details().value(QLatin1String("problems")).toArray();
    for (const QJsonValue &problem : problems) {
        const int line = problem[u"line"].toInt();
        result << (line > 0 ? QString::number(line) + u':' : QString()) + problem[u"field"].toString();
    }
    return result;
}

QByteArray Ran::told() const
{
    return "exit code " + QByteArray::number(exitCode) + "\n" + output + complaint.toUtf8();
}

void CommandLine::prepare(QProcess &process, const QStringList &arguments, const QString &bookUrl)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("BINCARD_BOOK"));
    if (!bookUrl.isEmpty())
        environment.insert(QStringLiteral("BINCARD_BOOK"), bookUrl);
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.setProgram(program());
    process.setArguments(arguments);
}

Ran CommandLine::run(const QStringList &arguments, const QByteArray &input, const QString &bookUrl)
{
    QProcess process;
    prepare(process, arguments, bookUrl);
    process.start();
    if (!process.waitForStarted())
        qFatal("%s cannot be started: %s", qPrintable(program()), qPrintable(process.errorString()));
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000))
        qFatal("bincardctl %s does not end.", qPrintable(arguments.join(u' ')));
    Ran ran;
    ran.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    ran.output = process.readAllStandardOutput();
    ran.complaint = QString::fromUtf8(process.readAllStandardError());
    return ran;
}

Ran CommandLine::json(const QStringList &arguments, const QByteArray &input) const
{
    return run(QStringList{QStringLiteral("--json"), QStringLiteral("--book"), m_bookUrl} + arguments, input);
}

Ran CommandLine::human(const QStringList &arguments, const QByteArray &input) const
{
    return run(QStringList{QStringLiteral("--book"), m_bookUrl} + arguments, input);
}

QByteArray quoted(const char *text) { return QByteArray(text).replace('\'', '"'); }

QJsonObject object(const char *text)
{
    const QJsonDocument document = QJsonDocument::fromJson(quoted(text));
    if (!document.isObject())
        qFatal("no JSON object: %s", text);
    return document.object();
}

QStringList words(const char *text) { return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts); }

} // namespace bincard::test
