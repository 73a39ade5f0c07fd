// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace bincard::test {

/// What one run of bincardctl left behind.
struct Ran
{
    int exitCode = -1;
    QByteArray output;
    QString complaint; ///< standard error

    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QJsonArray rows() const; ///< of {"rows":[...]}
    [[nodiscard]] QString errorCode() const;
    [[nodiscard]] QJsonObject details() const; ///< of the error
    [[nodiscard]] QStringList fields() const;  ///< of the error's problems, "line:field" where there is a line
    /// Everything, for the message of a test that fails.
    [[nodiscard]] QByteArray told() const;
};

/// The program itself, as a person or a script runs it: a process of its own, in English, on one book.
class CommandLine
{
public:
    explicit CommandLine(QString bookUrl) : m_bookUrl(std::move(bookUrl)) {}

    /// With --book and --json.
    [[nodiscard]] Ran json(const QStringList &arguments, const QByteArray &input = {}) const;
    /// With --book, for people.
    [[nodiscard]] Ran human(const QStringList &arguments, const QByteArray &input = {}) const;
    /// Exactly these arguments; `bookUrl` empty: BINCARD_BOOK is not set.
    [[nodiscard]] static Ran run(
        const QStringList &arguments, const QByteArray &input = {}, const QString &bookUrl = {});
    /// Ready to be started.
    static void prepare(QProcess &process, const QStringList &arguments, const QString &bookUrl = {});

private:
    QString m_bookUrl;
};

/// JSON written with ' for ", to be read in C++.
[[nodiscard]] QByteArray quoted(const char *text);
[[nodiscard]] QJsonObject object(const char *text);

/// The arguments in a text, parted by blanks.
[[nodiscard]] QStringList words(const char *text);

} // namespace bincard::test

/// The run must have ended with this exit code.
// QVERIFY2 looks at its text in any case, so what is run is named first: it runs once.
#define BINCARD_EXIT(ran, code)                                                 \
    do {                                                                        \
        const auto &bincardRan = (ran);                                         \
        QVERIFY2(bincardRan.exitCode == (code), bincardRan.told().constData()); \
    } while (false)
