// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace bincard::cli {

/// Standard input, output and error of the program, all of them UTF-8 whatever the locale. One thread.
class Console
{
public:
    /// One line to standard output.
    void line(const QString &text);
    void line(const QByteArray &utf8);
    /// One line to standard error.
    void remark(const QString &text);
    /// Replaces the line of progress on standard error; nothing where that is no terminal. An empty text takes it away.
    void progress(const QString &text);

    /// Everything there is on standard input.
    [[nodiscard]] QByteArray readAll();
    /// The next line of standard input, without its end; nullopt at the end. Does not wait for more than one line.
    [[nodiscard]] std::optional<QByteArray> readLine();
    /// The content of a file; "-" is standard input. NotFound, PermissionDenied.
    [[nodiscard]] Result<QByteArray> readFile(const QString &name);

    /// Flushes; false when something could not be written (a full disk behind a redirection).
    [[nodiscard]] bool finish();

private:
    [[nodiscard]] bool errorIsTerminal();

    std::optional<bool> m_errorIsTerminal;
    qsizetype m_progressLength = 0;
    bool m_failed = false;
};

/// Control characters of a name or a note must not reach the terminal: they could move the cursor or ring the bell.
[[nodiscard]] QString printable(const QString &text);

} // namespace bincard::cli
