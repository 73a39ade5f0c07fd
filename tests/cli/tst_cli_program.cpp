// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/CommandLine.h"
#include "support/TestDatabase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace bincard;
using namespace bincard::test;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(path));
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What holds for every command: usage, exit codes, and books that cannot be opened.
class TestCliProgram : public QObject
{
    Q_OBJECT

private slots:
    void wrongUsage_data();
    void wrongUsage();
    void usageIsExplainedInWords_data();
    void usageIsExplainedInWords();
    void aFolderIsNoBook();
    void helpIsNoError_data();
    void helpIsNoError();
    void noBookIsNamed();
    void aMissingBookIsNeverMade();
    void whatIsNoBookIsRefusedUnchanged_data();
    void whatIsNoBookIsRefusedUnchanged();
    void aNewerBookIsRefused_data() { engines(); }
    void aNewerBookIsRefused();
    void aServerThatDoesNotAnswer();
    void theBookMayBeNamedAnywhere();
    void initTwiceChangesNothing_data() { engines(); }
    void initTwiceChangesNothing();
    void controlCharactersDoNotReachTheTerminal();
    void outputThatCannotBeWrittenIsNoSuccess();
};

void TestCliProgram::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList lines{"", "fly", "register", "register fly", "init --demo --bare", "init extra", "balance",
        "balance inventory extra", "balance inventory --by day", "turnover inventory --by week",
        "movements inventory --limit 0", "movements inventory --limit many", "balance inventory --where item",
        "balance inventory --at=", "post inventory", "unpost inventory", "catalog list", "catalog list colours",
        "document", "document show", "import", "import letters file.csv", "bench juggling", "--book", "--book= info",
        "info --jason", "balance inventory --group-by ,", "balance inventory --group-by item,,warehouse",
        "document list --limit 0", "document list --kind ,", "import items file.csv --delimiter="};
    for (const QString &line : lines)
        QTest::addRow("%s", qPrintable(line)) << line.split(u' ', Qt::SkipEmptyParts);
}

void TestCliProgram::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Ran human = CommandLine::run(arguments);
    BINCARD_EXIT(human, 2);
    QVERIFY(human.output.isEmpty());
    QVERIFY2(human.complaint.startsWith(QStringLiteral("bincardctl: ")), human.told().constData());
    const Ran json = CommandLine::run(QStringList{QStringLiteral("--json")} + arguments);
    BINCARD_EXIT(json, 2);
    QCOMPARE(json.errorCode(), QStringLiteral("validation"));
    QVERIFY(json.complaint.isEmpty());
}

void TestCliProgram::usageIsExplainedInWords_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *line, const char *words) {
        QTest::addRow("%s", line) << QString::fromLatin1(line).split(u' ') << QString::fromLatin1(words);
    };
    row("balance", "REGISTER is missing.");
    row("", "A command is missing.");
    row("register", "A command is missing.");
    row("fly", "There is no command or option \"fly\".");
    row("balance inventory extra", "There is no command or option \"extra\".");
    row("info --jason", "There is no command or option \"--jason\".");
    row("balance inventory --at", "--at needs a value.");
    row("balance inventory --at=", "--at needs a value.");
    row("balance inventory --group-by ,", "--group-by: \",\" has an empty entry");
    row("balance inventory --where item", "--where: \"item\" is not of the form name=value");
    row("turnover inventory --by week", "--by: \"week\" is none of day, month, year");
    row("document list --limit 0", "--limit: \"0\" is not a whole number from 1 to 100000");
    row("document list --limit 99999999999999999999",
        "--limit: \"99999999999999999999\" is not a whole number from 1 to 100000");
    row("import documents file.csv --delimiter=", "--delimiter needs a value.");
    row("import documents file.csv --delimiter dot", "--delimiter: \"dot\" is none of comma, semicolon, pipe, tab");
    row("import documents file.csv --decimal-comma --decimal-point",
        "--decimal-comma and --decimal-point contradict each other.");
}

void TestCliProgram::usageIsExplainedInWords()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    arguments.removeAll(QString());
    const Ran ran = CommandLine::run(arguments);
    BINCARD_EXIT(ran, 2);
    QCOMPARE(ran.complaint.section(u'\n', 0, 0), u"bincardctl: " + words);
}

void TestCliProgram::aFolderIsNoBook()
{
    const QTemporaryDir folder;
    for (const QString &path : {folder.path(), QString(folder.path() + u'/')}) {
        for (const QStringList &arguments : {QStringList{"info"}, {"init"}, {"init", "--demo"}}) {
            const Ran ran = CommandLine(path).human(arguments);
            BINCARD_EXIT(ran, 3);
            QVERIFY2(ran.complaint.contains(QStringLiteral(" is a folder. Name the file of the book in it, such as %1.")
                                                .arg(folder.filePath(QStringLiteral("company.bincard")))),
                ran.told().constData());
        }
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestCliProgram::helpIsNoError_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("program") << QStringList{"--help"};
    QTest::newRow("short") << QStringList{"-h"};
    QTest::newRow("group") << QStringList{"register", "--help"};
    QTest::newRow("command") << QStringList{"balance", "--help"};
    QTest::newRow("version") << QStringList{"--version"};
}

void TestCliProgram::helpIsNoError()
{
    QFETCH(QStringList, arguments);
    const Ran ran = CommandLine::run(arguments);
    BINCARD_EXIT(ran, 0);
    QVERIFY(ran.output.contains("bincardctl") || ran.output.contains("balance"));
    QVERIFY(ran.complaint.isEmpty());
}

void TestCliProgram::noBookIsNamed()
{
    const Ran ran = CommandLine::run({"--json", "info"});
    BINCARD_EXIT(ran, 3);
    QCOMPARE(ran.errorCode(), QStringLiteral("not_found"));
    QVERIFY(CommandLine::run({"info"}).complaint.contains(QStringLiteral("BINCARD_BOOK")));
    BINCARD_EXIT(CommandLine::run({"batch"}), 3);
    BINCARD_EXIT(CommandLine::run({"init"}), 3);
}

void TestCliProgram::aMissingBookIsNeverMade()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("none.bincard"));
    for (const QStringList &arguments : {QStringList{"info"}, {"balance", "inventory"}, {"batch"}, {"document", "list"},
             {"post", "inventory", "-"}, {"register", "verify"}, {"catalog", "list", "items"}}) {
        const Ran ran = CommandLine(path).json(arguments);
        BINCARD_EXIT(ran, 3);
        QCOMPARE(ran.errorCode(), QStringLiteral("not_found"));
    }
    QVERIFY(!QFile::exists(path));
    BINCARD_EXIT(CommandLine(folder.filePath(QStringLiteral("no/such/folder/a.bincard"))).json({"init"}), 3);
}

void TestCliProgram::whatIsNoBookIsRefusedUnchanged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a letter") << QByteArray("Dear Sir or Madam, ").repeated(400);
    QTest::newRow("an empty file") << QByteArray();
    QTest::newRow("zeros") << QByteArray(8192, '\0');
    // A book whose inside was overwritten.
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("book.bincard"));
    if (CommandLine(path).json({"init", "--demo"}).exitCode == 0) {
        QByteArray damaged = content(path);
        for (qsizetype i = 100; i < 4096 && i < damaged.size(); ++i)
            damaged[i] = '\x5a';
        QTest::newRow("a damaged book") << damaged;
        QTest::newRow("half a header") << damaged.left(60);
    }
}

void TestCliProgram::whatIsNoBookIsRefusedUnchanged()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("book.bincard"));
    write(path, bytes);
    for (const QStringList &arguments : {QStringList{"info"}, {"balance", "inventory"}}) {
        const Ran ran = CommandLine(path).json(arguments);
        BINCARD_EXIT(ran, 3);
        QCOMPARE(ran.errorCode(), QStringLiteral("corrupt"));
        QCOMPARE(content(path), bytes);
    }
    const Ran told = CommandLine(path).human({"info"});
    QVERIFY(told.output.isEmpty());
    QVERIFY(told.complaint.contains(QStringLiteral("book.bincard")));
}

void TestCliProgram::aNewerBookIsRefused()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    BINCARD_EXIT(ctl.json({"init"}), 0);
    database.run(QStringLiteral("INSERT INTO schema_migration (number, name, checksum) VALUES (9999, 'future', 'x')"));
    for (const QStringList &arguments : {QStringList{"info"}, {"init"}, {"init", "--demo"}, {"balance", "inventory"}}) {
        const Ran ran = ctl.json(arguments);
        BINCARD_EXIT(ran, 3);
        QCOMPARE(ran.errorCode(), QStringLiteral("schema_newer"));
    }
}

void TestCliProgram::aServerThatDoesNotAnswer()
{
    const Ran ran = CommandLine(QStringLiteral("postgresql://nobody@127.0.0.1:1/none")).json({"info"});
    BINCARD_EXIT(ran, 3);
    QCOMPARE(ran.errorCode(), QStringLiteral("connection_lost"));
    const Ran wrong = CommandLine(QStringLiteral("mysql://somewhere/else")).json({"info"});
    BINCARD_EXIT(wrong, 3);
    QCOMPARE(wrong.errorCode(), QStringLiteral("validation"));
}

void TestCliProgram::theBookMayBeNamedAnywhere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Bücher und mehr.bincard"));
    const QString other = folder.filePath(QStringLiteral("other.bincard"));
    BINCARD_EXIT(CommandLine::run({"init", "--demo", "--book", path}), 0);
    BINCARD_EXIT(CommandLine::run({"--book", path, "--json", "info"}), 0);
    BINCARD_EXIT(CommandLine::run({"register", "list", "--json", "--book", path}), 0);
    const Ran before = CommandLine::run({"--book", path, "balance", "--json", "inventory"});
    const Ran environment = CommandLine::run({"balance", "inventory", "--json"}, {}, path);
    BINCARD_EXIT(environment, 0);
    QCOMPARE(environment.output, before.output);
    // What is said aloud counts more than the environment.
    BINCARD_EXIT(CommandLine::run({"info", "--book", other}, {}, path), 3);
    QVERIFY(!QFile::exists(other));
}

void TestCliProgram::initTwiceChangesNothing()
{
    BINCARD_TEST_DATABASE(database);
    const CommandLine ctl(database.url());
    const Ran first = ctl.json({"init"});
    BINCARD_EXIT(first, 0);
    QCOMPARE(first.json().value("registers").toInt(), 2);
    QVERIFY(first.json().value("engine").toString().startsWith(database.isSqlite() ? u"SQLite" : u"PostgreSQL"));
    QVERIFY(!QString::fromUtf8(first.output).contains(database.location().password)
        || database.location().password.isEmpty());
    BINCARD_EXIT(ctl.json({"catalog", "upsert", "warehouses", "-"}, quoted("{'code':'A','name':'First'}")), 0);
    BINCARD_EXIT(ctl.json({"init"}), 0);
    QCOMPARE(ctl.json({"info"}).json().value("warehouses").toInt(), 1);
}

void TestCliProgram::controlCharactersDoNotReachTheTerminal()
{
    const QTemporaryDir folder;
    const CommandLine ctl(folder.filePath(QStringLiteral("book.bincard")));
    BINCARD_EXIT(ctl.json({"init"}), 0);
    BINCARD_EXIT(
        ctl.json({"catalog", "upsert", "warehouses", "-"}, quoted("{'code':'A','name':'Red \\u001b[31m alarm'}")), 0);
    QVERIFY(!ctl.human({"catalog", "list", "warehouses"}).output.contains('\x1b'));
    QVERIFY(!ctl.human({"balance", QStringLiteral("no\x1b[31m")}).complaint.contains(u'\x1b'));
    QCOMPARE(ctl.json({"catalog", "list", "warehouses"}).rows().at(0)[u"name"].toString(),
        QStringLiteral("Red \x1b[31m alarm"));
}

void TestCliProgram::outputThatCannotBeWrittenIsNoSuccess()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        return; // only Linux has a disk that is always full
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("book.bincard"));
    BINCARD_EXIT(CommandLine(path).json({"init", "--demo"}), 0);
    QProcess process;
    CommandLine::prepare(process, {"--json", "catalog", "list", "items"}, path);
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(!process.readAllStandardError().isEmpty());
}

QTEST_GUILESS_MAIN(TestCliProgram)
#include "tst_cli_program.moc"
