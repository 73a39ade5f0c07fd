// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/CodeExamples.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace bincard {

namespace {

struct Topic
{
    const char *key, *title, *explanation;
};

constexpr Topic topics[] = {
    {"connect", QT_TRANSLATE_NOOP("CodeExamples", "Connect"),
        QT_TRANSLATE_NOOP("CodeExamples",
            "Any connection that Qt has opened will do, to a file or a server; the engine is its guest.")},
    {"define", QT_TRANSLATE_NOOP("CodeExamples", "Define a register"),
        QT_TRANSLATE_NOOP(
            "CodeExamples", "A register counts resources by dimensions, and knows what must not fall below zero.")},
    {"post", QT_TRANSLATE_NOOP("CodeExamples", "Post"),
        QT_TRANSLATE_NOOP("CodeExamples", "Movements of one call are recorded together or not at all.")},
    {"balance", QT_TRANSLATE_NOOP("CodeExamples", "Read balances"),
        QT_TRANSLATE_NOOP("CodeExamples", "Now or at the end of any day, filtered and grouped by any dimensions.")},
    {"order", QT_TRANSLATE_NOOP("CodeExamples", "Order and posting in one transaction"),
        QT_TRANSLATE_NOOP(
            "CodeExamples", "Your own tables and the register are saved together; a refusal takes both back.")},
    {"turnover", QT_TRANSLATE_NOOP("CodeExamples", "Read turnovers"),
        QT_TRANSLATE_NOOP(
            "CodeExamples", "Opening balance, receipts, issues and closing balance, exact at any boundary.")},
    {"preview", QT_TRANSLATE_NOOP("CodeExamples", "See the effect beforehand"),
        QT_TRANSLATE_NOOP(
            "CodeExamples", "Before, after and the lowest later balance of every key; nothing is written.")},
    {"repost", QT_TRANSLATE_NOOP("CodeExamples", "Correct a posting"),
        QT_TRANSLATE_NOOP("CodeExamples", "Only what differs is written; lines that stay as they are stay untouched.")},
    {"cancel", QT_TRANSLATE_NOOP("CodeExamples", "Cancel a posting"),
        QT_TRANSLATE_NOOP(
            "CodeExamples", "Reversals are appended: the balance is as if it had not been, the history stays.")},
    {"known", QT_TRANSLATE_NOOP("CodeExamples", "As the books stood"),
        QT_TRANSLATE_NOOP("CodeExamples", "What had been recorded up to an instant, and the history of a document.")},
    {"close", QT_TRANSLATE_NOOP("CodeExamples", "Close a period"),
        QT_TRANSLATE_NOOP("CodeExamples", "The database itself refuses whatever touches a closed period.")},
    {"ledger", QT_TRANSLATE_NOOP("CodeExamples", "Post to a ledger"),
        QT_TRANSLATE_NOOP(
            "CodeExamples", "Debit and credit accounts with analytics on either side, and the trial balance.")},
    {"errors", QT_TRANSLATE_NOOP("CodeExamples", "Handle errors"),
        QT_TRANSLATE_NOOP("CodeExamples", "Every refusal has a code to act on and the details a person needs.")},
    {"bulk", QT_TRANSLATE_NOOP("CodeExamples", "Post in bulk"),
        QT_TRANSLATE_NOOP(
            "CodeExamples", "A thousand movements a call, as many calls as you like in one transaction.")},
    {"verify", QT_TRANSLATE_NOOP("CodeExamples", "Verify and rebuild"),
        QT_TRANSLATE_NOOP(
            "CodeExamples", "Every total and balance is compared with the journal, and can be made anew from it.")},
    {"alter", QT_TRANSLATE_NOOP("CodeExamples", "Alter a register"),
        QT_TRANSLATE_NOOP("CodeExamples",
            "Further dimensions and resources for a register that is in use; whatever is in its journal stays.")},
};

constexpr struct
{
    const char *suffix, *title;
    CodeLanguage language;
} kinds[] = {
    {".cpp", QT_TRANSLATE_NOOP("CodeExamples", "C++"), CodeLanguage::Cpp},
    {".h", QT_TRANSLATE_NOOP("CodeExamples", "C++"), CodeLanguage::Cpp},
    {".sql", QT_TRANSLATE_NOOP("CodeExamples", "SQL"), CodeLanguage::Sql},
    {".sqlite.sql", QT_TRANSLATE_NOOP("CodeExamples", "SQL (SQLite)"), CodeLanguage::Sql},
    {".postgresql.sql", QT_TRANSLATE_NOOP("CodeExamples", "SQL (PostgreSQL)"), CodeLanguage::Sql},
    {".sh", QT_TRANSLATE_NOOP("CodeExamples", "Command line"), CodeLanguage::Shell},
};

QString translated(const char *text) { return QCoreApplication::translate("CodeExamples", text); }

QString commentOf(CodeLanguage language)
{
    switch (language) {
    case CodeLanguage::Cpp: return QStringLiteral("//");
    case CodeLanguage::Sql: return QStringLiteral("--");
    case CodeLanguage::Shell: return QStringLiteral("#");
    }
    return {};
}

bool matches(const QString &promised, const QString &printed)
{
    QStringList parts = promised.split(QStringLiteral("..."));
    for (QString &part : parts)
        part = QRegularExpression::escape(part);
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(parts.join(QStringLiteral(".*"))));
    return pattern.match(printed).hasMatch();
}

} // namespace

QList<CodeTopic> codeTopics()
{
    QList<CodeTopic> list;
    for (const Topic &topic : topics)
        list.append({QString::fromLatin1(topic.key), translated(topic.title), translated(topic.explanation)});
    return list;
}

QList<CodeFile> codeFiles(const QString &topic)
{
    QList<CodeFile> files;
    for (const auto &kind : kinds) {
        const QString name = topic + QLatin1String(kind.suffix);
        QFile file(QStringLiteral(":/examples/") + name);
        if (file.open(QIODevice::ReadOnly))
            files.append({name, translated(kind.title), kind.language, QString::fromUtf8(file.readAll())});
    }
    return files;
}

QStringList promisedOutput(const CodeFile &file)
{
    const QString comment = commentOf(file.language);
    QStringList lines = file.text.split(u'\n');
    const qsizetype start = lines.indexOf(comment + QStringLiteral(" Output:"));
    if (start < 0)
        return {};
    QStringList promised;
    for (const QString &line : lines.mid(start + 1)) {
        if (line.startsWith(comment))
            promised << line.mid(comment.size() + 1);
    }
    return promised;
}

bool keepsPromise(const QStringList &promised, const QStringList &printed)
{
    if (promised.isEmpty())
        return printed.isEmpty();
    if (promised.constFirst() == u"...") {
        for (qsizetype passed = 0; passed <= printed.size(); ++passed) {
            if (keepsPromise(promised.mid(1), printed.mid(passed)))
                return true;
        }
        return false;
    }
    return !printed.isEmpty() && matches(promised.constFirst(), printed.constFirst())
        && keepsPromise(promised.mid(1), printed.mid(1));
}

} // namespace bincard
