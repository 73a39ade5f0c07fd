// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace bincard {

enum class CodeLanguage { Cpp, Sql, Shell };

/// One of docs/examples, as it is compiled and run by the tests.
struct CodeFile
{
    QString name;  ///< "order.postgresql.sql"
    QString title; ///< of its tab: "C++", "SQL (PostgreSQL)", "Command line"
    CodeLanguage language = CodeLanguage::Cpp;
    QString text;
};

struct CodeTopic
{
    QString key;         ///< what its files are called: "order"
    QString title;       ///< translated
    QString explanation; ///< translated, one line
};

/// In the order in which they build on each other: each goes on with the register that the ones before it left.
[[nodiscard]] QList<CodeTopic> codeTopics();
/// C++ first, then SQL, of both engines where it differs, then the command line.
[[nodiscard]] QList<CodeFile> codeFiles(const QString &topic);
/// What a file promises to print: the comment after "Output:" at its end. A line of three dots stands for any lines,
/// three dots in a line for anything within it.
[[nodiscard]] QStringList promisedOutput(const CodeFile &file);
/// Whether a program printed it.
[[nodiscard]] bool keepsPromise(const QStringList &promised, const QStringList &printed);

} // namespace bincard
