// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/CodeExamples.h"
#include "support/CommandLine.h"
#include "support/TestDatabase.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QUrl>

using namespace bincard;
using namespace bincard::test;

/// The examples of docs/examples are run one after the other, as the Code page lists them, each language on a book of its
/// own, on both engines; each must print what it promises.
class TestExamples : public QObject
{
    Q_OBJECT

private slots:
    void promises();
    void everyFileIsShown();
    void cpp_data() { engines(); }
    void cpp();
    void sql_data() { engines(); }
    void sql();
    void commandLine_data() { engines(); }
    void commandLine();

private:
    static QString told(const CodeFile &file, const QStringList &printed);
    static QStringList run(
        const QString &program, const QStringList &arguments, const QString &book, const QByteArray &input = {});
    static QStringList runShell(const CodeFile &file, const QString &book);
    static QStringList runSql(const CodeFile &file, const TestDatabase &database);
    static bool isFor(const CodeFile &file, const QString &engine);
    static void verified(const QString &book);
};

QString TestExamples::told(const CodeFile &file, const QStringList &printed)
{
    return QString("%1 promises\n%2\nand printed\n%3")
        .arg(file.name, promisedOutput(file).join('\n'), printed.join('\n'));
}

QStringList TestExamples::run(
    const QString &program, const QStringList &arguments, const QString &book, const QByteArray &input)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("PATH", qEnvironmentVariable("BINCARD_BIN_DIR") + ':' + environment.value("PATH"));
    environment.insert("BINCARD_BOOK", book);
    environment.insert("LC_ALL", "C.UTF-8");
    environment.insert("XDG_CONFIG_HOME", QDir::tempPath());
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000))
        return {program + " did not end: " + process.errorString()};
    QStringList lines = QString::fromUtf8(process.readAll()).split('\n');
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    for (QString &line : lines) {
        while (line.endsWith(' ')) // of a table's last column
            line.chop(1);
    }
    return lines;
}

QStringList TestExamples::runShell(const CodeFile &file, const QString &book)
{
    return run("sh", {QString(BINCARD_SOURCE_DIR) + "/docs/examples/" + file.name}, book);
}

QStringList TestExamples::runSql(const CodeFile &file, const TestDatabase &database)
{
    const QString path = QString(BINCARD_SOURCE_DIR) + "/docs/examples/" + file.name;
    if (database.isSqlite())
        return run("sqlite3", {"-batch", "-cmd", ".timeout 10000", database.location().path}, {}, file.text.toUtf8());
    return run("psql", {"-qAtX", "-d", database.url(), "-f", path}, {});
}

bool TestExamples::isFor(const CodeFile &file, const QString &engine)
{
    const QString other = engine == u"sqlite" ? QStringLiteral(".postgresql.") : QStringLiteral(".sqlite.");
    return !file.name.contains(other);
}

void TestExamples::verified(const QString &book)
{
    const Ran ran = CommandLine(book).json({"register", "verify", "stock"});
    BINCARD_EXIT(ran, 0);
    QVERIFY(ran.json()["checked"].toInt() > 100);
}

void TestExamples::promises()
{
    CodeFile file{"x.sh", "", CodeLanguage::Shell, "# a\ncode\n# Output:\n# one\n#   two\n"};
    QCOMPARE(promisedOutput(file), QStringList({"one", "  two"}));
    QVERIFY(keepsPromise({"one", "two"}, {"one", "two"}));
    QVERIFY(!keepsPromise({"one", "two"}, {"one"}));
    QVERIFY(!keepsPromise({"one"}, {"one", "two"}));
    QVERIFY(!keepsPromise({"one"}, {"one more"}));
    QVERIFY(keepsPromise({"one", "...", "four"}, {"one", "two", "three", "four"}));
    QVERIFY(keepsPromise({"one", "...", "four"}, {"one", "four"}));
    QVERIFY(!keepsPromise({"one", "...", "four"}, {"one", "two"}));
    QVERIFY(keepsPromise({"...b (c)...", "d"}, {"a b (c)", "d"}));
    QVERIFY(!keepsPromise({"a.c"}, {"abc"}));
}

void TestExamples::everyFileIsShown()
{
    QStringList shown;
    for (const CodeTopic &topic : codeTopics()) {
        QVERIFY(!topic.title.isEmpty() && !topic.explanation.isEmpty());
        const QList<CodeFile> files = codeFiles(topic.key);
        QVERIFY2(!files.isEmpty(), qPrintable(topic.key));
        for (const CodeFile &file : files) {
            shown << file.name;
            QFile source(QString(BINCARD_SOURCE_DIR) + "/docs/examples/" + file.name);
            QVERIFY2(source.open(QIODevice::ReadOnly), qPrintable(file.name));
            QCOMPARE(file.text.toUtf8(), source.readAll());
            QVERIFY2(file.text.contains("SPDX-License-Identifier: 0BSD"), qPrintable(file.name));
            QVERIFY2(file.name.endsWith(".h") || !promisedOutput(file).isEmpty(), qPrintable(file.name));
        }
    }
    shown.sort();
    const QStringList there = QDir(QString(BINCARD_SOURCE_DIR) + "/docs/examples")
                                  .entryList({"*.cpp", "*.h", "*.sql", "*.sh"}, QDir::Files, QDir::Name);
    QStringList sorted = there;
    sorted.sort();
    QCOMPARE(shown, sorted);
}

void TestExamples::cpp()
{
    BINCARD_TEST_DATABASE(database);
    int ran = 0;
    for (const CodeTopic &topic : codeTopics()) {
        for (const CodeFile &file : codeFiles(topic.key)) {
            if (file.language != CodeLanguage::Cpp || file.name.endsWith(".h"))
                continue;
            const QStringList printed = run(QString(BINCARD_EXAMPLES_BIN_DIR) + '/' + topic.key, {database.url()}, {});
            QVERIFY2(keepsPromise(promisedOutput(file), printed), qPrintable(told(file, printed)));
            ++ran;
        }
    }
    QVERIFY(ran >= 10);
}

void TestExamples::sql()
{
    BINCARD_TEST_DATABASE(database);
    if (const QString shell = database.isSqlite() ? "sqlite3" : "psql"; QStandardPaths::findExecutable(shell).isEmpty())
        QFAIL(qPrintable(shell + " is needed to run the examples"));
    // What SQL cannot do, the command line does first.
    const auto prepare = [&database](const QString &topic) {
        for (const CodeFile &file : codeFiles(topic)) {
            if (file.language == CodeLanguage::Shell)
                runShell(file, database.url());
        }
    };
    prepare("connect");
    prepare("define");
    int ran = 0;
    for (const CodeTopic &topic : codeTopics()) {
        if (topic.key == u"alter")
            prepare(topic.key);
        for (const CodeFile &file : codeFiles(topic.key)) {
            if (file.language != CodeLanguage::Sql || !isFor(file, engine))
                continue;
            const QStringList printed = runSql(file, database);
            QVERIFY2(keepsPromise(promisedOutput(file), printed), qPrintable(told(file, printed)));
            ++ran;
        }
    }
    QVERIFY(ran >= 10);
    verified(database.url());
}

void TestExamples::commandLine()
{
    BINCARD_TEST_DATABASE(database);
    int ran = 0;
    for (const CodeTopic &topic : codeTopics()) {
        for (const CodeFile &file : codeFiles(topic.key)) {
            if (file.language != CodeLanguage::Shell)
                continue;
            const QStringList printed = runShell(file, database.url());
            QVERIFY2(keepsPromise(promisedOutput(file), printed), qPrintable(told(file, printed)));
            ++ran;
        }
    }
    QVERIFY(ran >= 10);
    verified(database.url());
}

QTEST_GUILESS_MAIN(TestExamples)
#include "tst_examples.moc"
