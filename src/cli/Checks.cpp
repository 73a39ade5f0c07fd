// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Checks.h"

#include <QCoreApplication>

namespace bincard::cli {

using namespace Qt::StringLiterals;

namespace {

QString quoted(const std::string &value) { return u'"' + QString::fromStdString(value) + u'"'; }

} // namespace

std::string notEmpty(const std::string &value)
{
    return value.empty() ? QCoreApplication::translate("cli", "an empty text was given").toStdString() : std::string();
}

std::string isPair(const std::string &value)
{
    if (value.find('=') != std::string::npos && value.front() != '=')
        return {};
    return QCoreApplication::translate("cli", "%1 is not of the form name=value").arg(quoted(value)).toStdString();
}

std::string isList(const std::string &value)
{
    for (const QString &entry : QString::fromStdString(value).split(u',')) {
        if (entry.trimmed().isEmpty())
            return QCoreApplication::translate("cli", "%1 has an empty entry").arg(quoted(value)).toStdString();
    }
    return {};
}

Check oneOf(const QStringList &words, Qt::CaseSensitivity sensitivity)
{
    return [words, sensitivity](const std::string &value) {
        if (words.contains(QString::fromStdString(value), sensitivity))
            return std::string();
        return QCoreApplication::translate("cli", "%1 is none of %2")
            .arg(quoted(value), words.join(u", "_s))
            .toStdString();
    };
}

Check wholeNumber(int least, int most)
{
    return [least, most](const std::string &value) {
        bool isNumber = false;
        const int number = QString::fromStdString(value).toInt(&isNumber);
        if (isNumber && number >= least && number <= most)
            return std::string();
        return QCoreApplication::translate("cli", "%1 is not a whole number from %2 to %3")
            .arg(quoted(value), QString::number(least), QString::number(most))
            .toStdString();
    };
}

QStringList entriesOf(const std::vector<std::string> &lists)
{
    QStringList entries;
    for (const std::string &list : lists) {
        for (const QString &entry : QString::fromStdString(list).split(u','))
            entries << entry.trimmed();
    }
    return entries;
}

} // namespace bincard::cli
