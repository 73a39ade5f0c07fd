// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Console.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace bincard::cli {

void Console::line(const QString &text) { line(text.toUtf8()); }

void Console::line(const QByteArray &utf8)
{
    progress({});
    const bool written =
        std::fwrite(utf8.constData(), 1, static_cast<size_t>(utf8.size()), stdout) == static_cast<size_t>(utf8.size())
        && std::fputc('\n', stdout) != EOF && std::fflush(stdout) == 0;
    m_failed = m_failed || !written;
}

void Console::remark(const QString &text)
{
    progress({});
    std::fputs((text + u'\n').toUtf8().constData(), stderr);
}

void Console::progress(const QString &text)
{
    if ((text.isEmpty() && m_progressLength == 0) || !errorIsTerminal())
        return;
    // Blanks cover what a longer line left behind.
    const QString cover = u'\r' + QString(m_progressLength, u' ') + u'\r';
    std::fputs((cover + text).toUtf8().constData(), stderr);
    std::fflush(stderr);
    m_progressLength = text.size();
}

QByteArray Console::readAll()
{
    const std::string all{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
    return QByteArray::fromStdString(all);
}

std::optional<QByteArray> Console::readLine()
{
    std::string text;
    if (!std::getline(std::cin, text))
        return std::nullopt;
    return QByteArray::fromStdString(text);
}

Result<QByteArray> Console::readFile(const QString &name)
{
    if (name == u"-")
        return readAll();
    QFile file(name);
    if (!QFileInfo::exists(name))
        return Error(ErrorCode::NotFound, {QT_TRANSLATE_NOOP("Error", "There is no file \"%1\"."), {name}});
    if (QFileInfo(name).isDir() || !file.open(QIODevice::ReadOnly))
        return Error(ErrorCode::PermissionDenied,
            {QT_TRANSLATE_NOOP("Error", "The file \"%1\" cannot be read: %2."), {name, file.errorString()}});
    return file.readAll();
}

bool Console::finish()
{
    progress({});
    return std::fflush(stdout) == 0 && !m_failed;
}

bool Console::errorIsTerminal()
{
    if (!m_errorIsTerminal) {
#ifdef Q_OS_WIN
        m_errorIsTerminal = _isatty(_fileno(stderr)) != 0;
#else
        m_errorIsTerminal = isatty(STDERR_FILENO) != 0;
#endif
    }
    return *m_errorIsTerminal;
}

QString printable(const QString &text)
{
    QString result = text;
    for (QChar &c : result) {
        if (c.category() == QChar::Other_Control)
            c = c.isSpace() ? QChar(u' ') : QChar(QChar::ReplacementCharacter);
    }
    return result;
}

} // namespace bincard::cli
