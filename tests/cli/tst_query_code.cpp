// SPDX-License-Identifier: GPL-3.0-or-later
// What the Query page prints as code is run: the command line through a shell, the SQL on the book, and the C++, kept as
// files that are compiled into this test. All of them give what the service gives.
#include "db/Session.h"
#include "support/CommandLine.h"
#include "support/QuestionBook.h"

#include <accumulator/Accumulator.h>

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <map>
#include <memory>

namespace balance_code {
#include "../data/code/balance.inc"
}
namespace turnover_code {
#include "../data/code/turnover.inc"
}
namespace movements_code {
#include "../data/code/movements.inc"
}
namespace types_code {
#include "../data/code/types.inc"
}
namespace ledger_balance_code {
#include "../data/code/ledger_balance.inc"
}
namespace ledger_turnover_code {
#include "../data/code/ledger_turnover.inc"
}
namespace ledger_movements_code {
#include "../data/code/ledger_movements.inc"
}

using namespace bincard;
using namespace bincard::test;

using Kind = RegisterQuestion::Kind;

class TestQueryCode : public QObject
{
    Q_OBJECT

private slots:
    void sameAnswer_data();
    void sameAnswer();
    void cppIsWhatIsCompiled();
    void cppGivesTheSame_data() { engines(); }
    void cppGivesTheSame();
    void shellTakesEveryText();
    void cleanupTestCase() { m_books.clear(); }

private:
    /// Nothing here writes to it. None where there is no server, which has then been told.
    QuestionBook *opened(const QString &engine);

    std::map<QString, std::unique_ptr<QuestionBook>> m_books;
};

QuestionBook *TestQueryCode::opened(const QString &engine)
{
    if (const QString why = whyUnavailable(engine); !why.isEmpty()) {
        if (isRequired(engine))
            [&why] { QFAIL(qPrintable(why)); }();
        else
            [&why] { QSKIP(qPrintable(why)); }();
        return nullptr;
    }
    std::unique_ptr<QuestionBook> &book = m_books[engine];
    if (!book)
        book = std::make_unique<QuestionBook>(engine);
    return book.get();
}

void TestQueryCode::sameAnswer_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("query");
    struct Case
    {
        const char *title;
        Kind kind;
        const char *name, *query;
    };
    const QList<Case> cases{
        {"balance now", Kind::Balance, "inventory", "{'group_by':['warehouse','item']}"},
        {"one balance", Kind::Balance, "inventory", "{'where':{'item':['WDG-A1'],'warehouse':['MAIN']}}"},
        {"nothing there", Kind::Balance, "inventory", "{'at':'2001-01-01'}"},
        {"either of two", Kind::Balance, "inventory",
            "{'where':{'item':['WDG-A1','WDG-B2']},'group_by':['item'],'at':'2026-04-18'}"},
        {"ordered", Kind::Balance, "inventory",
            "{'group_by':['item','warehouse'],'order':['amount:desc','item'],'limit':2}"},
        {"every type", Kind::Balance, "stock_by_lot",
            "{'group_by':['frozen','warehouse','lot','shelf','best_before']}"},
        {"at a second", Kind::Balance, "stock_by_lot", "{'at':'2026-04-15T09:29:59','group_by':['lot']}"},
        {"by types", Kind::Balance, "stock_by_lot",
            "{'where':{'frozen':['true'],'shelf':['-7'],'best_before':['2027-01-01']},'group_by':['lot']}"},
        {"a quotation mark", Kind::Balance, "stock_by_lot", "{'where':{'lot':['it\\u0027s']}}"},
        {"known long ago", Kind::Balance, "inventory", "{'known_on':'2001-01-01T00:00:00Z'}"},
        {"known after the first posting", Kind::Balance, "stock_by_lot", "{'known_on':0,'group_by':['lot','frozen']}"},
        {"code in capitals and not", Kind::Balance, "inventory", "{'where':{'item':['wdg-a1']},'group_by':['item']}"},
        {"turnover of all time", Kind::Turnover, "inventory", "{'group_by':['item']}"},
        {"turnover of a month", Kind::Turnover, "inventory",
            "{'from':'2026-04-01','to':'2026-04-30','group_by':['warehouse','item']}"},
        {"mid-day", Kind::Turnover, "stock_by_lot",
            "{'from':'2026-03-31T23:59:59','to':'2026-04-15T09:29:59','group_by':['warehouse']}"},
        {"from a second on", Kind::Turnover, "stock_by_lot", "{'from':'2026-04-15T09:30:00','group_by':['lot']}"},
        {"each month", Kind::Turnover, "inventory", "{'by':'month','from':'2026-04-02','group_by':['item']}"},
        {"each day of all", Kind::Turnover, "inventory", "{'by':'day'}"},
        {"each year, filtered", Kind::Turnover, "stock_by_lot",
            "{'by':'year','where':{'warehouse':['EAST']},'group_by':['frozen']}"},
        {"each day, mid-day", Kind::Turnover, "stock_by_lot", "{'by':'day','from':'2026-04-15T09:29:59'}"},
        {"largest receipts", Kind::Turnover, "inventory",
            "{'group_by':['item'],'order':['quantity_receipts:desc'],'limit':1}"},
        {"largest closing balance", Kind::Turnover, "inventory",
            "{'from':'2026-04-10','group_by':['item'],'order':['amount_closing:desc','quantity_net'],'limit':2}"},
        {"turnovers only", Kind::Turnover, "visits", "{'from':'2026-04-01','to':'2026-04-30','group_by':['door']}"},
        {"turnovers only, by month", Kind::Turnover, "visits", "{'by':'month'}"},
        {"movements", Kind::Movements, "stock_by_lot", "{'limit':100}"},
        {"active movements", Kind::Movements, "stock_by_lot", "{'active_only':true,'from':'2026-04-01'}"},
        {"movements of one", Kind::Movements, "stock_by_lot", "{'recorder':'hand:1','to':'2026-03-31','limit':5}"},
        {"movements as known", Kind::Movements, "stock_by_lot", "{'known_on':2,'active_only':true}"},
        {"trial balance", Kind::Balance, "ledger", "{'group_by':['account']}"},
        {"an account's items", Kind::Balance, "ledger",
            "{'where':{'account':['1400']},'group_by':['analytics.item'],'order':['amount_debit:desc']}"},
        {"a ledger on a day", Kind::Balance, "ledger", "{'at':'2026-04-15','group_by':['account','analytics']}"},
        {"a ledger at a second", Kind::Balance, "books",
            "{'at':'2026-04-15T09:29:59','group_by':['branch','account','currency']}"},
        {"a ledger as known", Kind::Balance, "books", "{'known_on':5,'group_by':['account']}"},
        {"one figure of a ledger", Kind::Balance, "books", "{'where':{'analytics.partner':['it\\u0027s','ACME']}}"},
        {"analytics as a whole", Kind::Balance, "books", "{'where':{'analytics':{'lot':'1','item':'A'}}}"},
        {"turnover of accounts", Kind::Turnover, "ledger", "{'from':'2026-04-10','group_by':['account']}"},
        {"turnover of a ledger each month", Kind::Turnover, "books",
            "{'by':'month','from':'2026-04-01T12:00:00','group_by':['account','branch']}"},
        {"largest credits", Kind::Turnover, "books",
            "{'group_by':['account','analytics.item'],'order':['amount_credit:desc'],'limit':3}"},
        {"entries", Kind::Movements, "ledger", "{'limit':100}"},
        {"entries of an account's item", Kind::Movements, "books",
            "{'where':{'account':['41'],'analytics.item':['A'],'branch':['main']}}"},
        {"active entries of two accounts", Kind::Movements, "books",
            "{'where':{'account':['60','62']},'active_only':true}"},
    };
    for (const QString &engine : {QStringLiteral("sqlite"), QStringLiteral("postgresql")}) {
        for (const Case &each : cases)
            QTest::newRow(qPrintable(engine + u' ' + QLatin1String(each.title)))
                << engine << static_cast<int>(each.kind) << QString::fromLatin1(each.name) << quoted(each.query);
    }
}

void TestQueryCode::sameAnswer()
{
    QFETCH(int, kind);
    QFETCH(QString, name);
    QFETCH(QByteArray, query);
    QFETCH(QString, engine);
    QuestionBook *opened = this->opened(engine);
    if (!opened)
        return;
    QuestionBook &book = *opened;
    const QJsonDocument parsed = QJsonDocument::fromJson(query);
    QVERIFY(parsed.isObject());
    QJsonObject asked = parsed.object();
    if (asked.value(QLatin1String("known_on")).isDouble()) // the number of a posting
        asked.insert(QStringLiteral("known_on"), book.instants().at(asked[u"known_on"].toInt()));
    const RegisterQuestion question = book.question(static_cast<Kind>(kind), name, asked);
    const auto expected = book.answer(question);
    BINCARD_GOOD(expected);
    const QString difference = book.sqlDiffers(question, expected->value(QLatin1String("rows")).toArray());
    QVERIFY2(difference.isEmpty(), qPrintable(difference));

    const QString line = commandLineText(question, book.book().database().url());
    QProcess shell;
    CommandLine::prepare(shell, {});
    const QString folder = QFileInfo(shell.program()).absolutePath();
    QProcessEnvironment environment = shell.processEnvironment();
    environment.insert(QStringLiteral("PATH"), folder + u':' + environment.value(QStringLiteral("PATH")));
    shell.setProcessEnvironment(environment);
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), line});
    QVERIFY(shell.waitForFinished(120'000));
    const QByteArray printed = shell.readAllStandardOutput();
    QVERIFY2(
        shell.exitCode() == 0, qPrintable(line + u'\n' + QString::fromUtf8(printed + shell.readAllStandardError())));
    QCOMPARE(printed, QJsonDocument(*expected).toJson(QJsonDocument::Compact) + '\n');
}

namespace {

RegisterDefinition inventory()
{
    auto definition = RegisterDefinition::balance(QStringLiteral("inventory"));
    definition.reference(QStringLiteral("warehouse"), QStringLiteral("warehouses"))
        .reference(QStringLiteral("item"), QStringLiteral("items"))
        .decimal(QStringLiteral("quantity"), 4, NegativePolicy::Forbid)
        .decimal(QStringLiteral("amount"), 2);
    return definition;
}

/// The questions of tests/data/code, by the names of the files.
const QMap<QString, RegisterQuestion> &kept()
{
    static const QMap<QString, RegisterQuestion> questions = [] {
        const auto stock = QuestionBook::definition(QStringLiteral("stock_by_lot")),
                   books = QuestionBook::definition(QStringLiteral("books"));
        return QMap<QString, RegisterQuestion>{
            {QStringLiteral("balance"),
                {Kind::Balance, inventory(),
                    object("{'at':'2026-04-18','where':{'warehouse':['MAIN']},'group_by':['item'],"
                           "'order':['quantity:desc'],'limit':10}")}},
            {QStringLiteral("turnover"),
                {Kind::Turnover, inventory(),
                    object("{'from':'2026-04-02','to':'2026-04-30','by':'month','group_by':['warehouse','item']}")}},
            {QStringLiteral("movements"),
                {Kind::Movements, inventory(),
                    object("{'active_only':true,'where':{'item':['WDG-A1','WDG-B2']},'limit':50}")}},
            {QStringLiteral("types"),
                {Kind::Balance, stock,
                    object("{'known_on':'2099-01-01T00:00:00Z','where':{'warehouse':['EAST'],'shelf':['-7'],'lot':"
                           "['it\\u0027s','\\\\ \\u0022'],'best_before':['2027-01-01'],'frozen':['true']}}")}},
            {QStringLiteral("ledger_balance"),
                {Kind::Balance, books,
                    object("{'at':'2026-04-16','where':{'branch':['MAIN']},'group_by':['account','analytics.item'],"
                           "'order':['amount_debit:desc']}")}},
            {QStringLiteral("ledger_turnover"),
                {Kind::Turnover, books,
                    object("{'by':'day','from':'2026-04-01','where':{'account':['41','62']},'group_by':['account']}")}},
            {QStringLiteral("ledger_movements"),
                {Kind::Movements, books,
                    object("{'where':{'account':['41'],'analytics.item':['A']},'limit':50,'to':'2026-05-01'}")}}};
    }();
    return questions;
}

/// Figures alone, in no order: the library orders references by ids, the command line by codes.
QStringList figures(const QList<BalanceRow> &rows)
{
    QStringList texts;
    for (const BalanceRow &row : rows) {
        QStringList text;
        for (qsizetype i = 0; i < row.resources.size(); ++i)
            text << row.resources.at(i).toString() << (row.debit.isEmpty() ? QString() : row.debit.at(i).toString())
                 << (row.credit.isEmpty() ? QString() : row.credit.at(i).toString());
        texts << text.join(u' ');
    }
    texts.sort();
    return texts;
}

QStringList figures(const QList<TurnoverRow> &rows)
{
    QStringList texts;
    for (const TurnoverRow &row : rows) {
        QStringList text;
        for (qsizetype i = 0; i < row.opening.size(); ++i)
            text << row.opening.at(i).toString() << row.receipts.at(i).toString() << row.issues.at(i).toString()
                 << row.closing.at(i).toString();
        texts << row.bucket + u' ' + text.join(u' ');
    }
    texts.sort();
    return texts;
}

QStringList figures(const MovementsPage &page)
{
    QStringList texts;
    for (const JournalRow &row : page.rows)
        texts << QString::number(row.id);
    return texts;
}

/// The same of what the service answers.
QStringList figures(const RegisterQuestion &question, const QJsonArray &rows)
{
    const bool ledger = question.definition.isLedger();
    QStringList texts;
    for (const QJsonValue &row : rows) {
        if (question.kind == Kind::Movements) {
            texts << QString::number(row[u"id"].toInteger());
            continue;
        }
        const QStringList sides = question.kind == Kind::Balance
            ? QStringList{QString(), QStringLiteral("_debit"), QStringLiteral("_credit")}
            : QStringList{QStringLiteral("_opening"), ledger ? QStringLiteral("_debit") : QStringLiteral("_receipts"),
                ledger ? QStringLiteral("_credit") : QStringLiteral("_issues"), QStringLiteral("_closing")};
        QStringList text;
        for (const Resource &resource : question.definition.resources()) {
            for (const QString &side : sides)
                text << row[resource.name + side].toString();
        }
        texts << (question.kind == Kind::Turnover ? row[u"period"].toString() + u' ' : QString()) + text.join(u' ');
    }
    if (question.kind != Kind::Movements)
        texts.sort();
    return texts;
}

} // namespace

void TestQueryCode::cppIsWhatIsCompiled()
{
    for (auto it = kept().begin(); it != kept().end(); ++it) {
        QFile file(QStringLiteral(BINCARD_TEST_DATA_DIR "/code/%1.inc").arg(it.key()));
        if (qEnvironmentVariableIsSet("BINCARD_WRITE_CODE")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(cppText(it.value()).toUtf8());
            file.close();
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(it.key()));
        QCOMPARE(cppText(it.value()), QString::fromUtf8(file.readAll()));
    }
}

void TestQueryCode::cppGivesTheSame()
{
    QFETCH(QString, engine);
    QuestionBook *book = opened(engine);
    if (!book)
        return;
    const QSqlDatabase database = (*book)->session().database();
    const auto compare = [&](const char *name, const auto &answer) {
        BINCARD_GOOD(answer);
        const RegisterQuestion question = kept().value(QLatin1String(name));
        const auto expected = book->answer(question);
        BINCARD_GOOD(expected);
        const QStringList told = figures(question, expected->value(QLatin1String("rows")).toArray());
        QVERIFY2(!told.isEmpty(), name);
        QCOMPARE(figures(*answer), told);
    };
    compare("balance", balance_code::ask(database));
    compare("turnover", turnover_code::ask(database));
    compare("movements", movements_code::ask(database));
    compare("types", types_code::ask(database));
    compare("ledger_balance", ledger_balance_code::ask(database));
    compare("ledger_turnover", ledger_turnover_code::ask(database));
    compare("ledger_movements", ledger_movements_code::ask(database));
}

void TestQueryCode::shellTakesEveryText()
{
    RegisterQuestion question = kept().value(QStringLiteral("balance"));
    question.query = {{QStringLiteral("where"),
        QJsonObject{{QStringLiteral("item"), QJsonArray{QStringLiteral("a b$HOME`x`\"'\\"), QStringLiteral("*")}}}}};
    const QString line = commandLineText(question, QStringLiteral("/books/my book.bincard"));
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"), QStringLiteral("bincardctl() { printf '%s\\n' \"$@\"; }; ") + line});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts),
        (QStringList{QStringLiteral("--book"), QStringLiteral("/books/my book.bincard"), QStringLiteral("--json"),
            QStringLiteral("balance"), QStringLiteral("inventory"), QStringLiteral("--where"),
            QStringLiteral("item=a b$HOME`x`\"'\\"), QStringLiteral("--where"), QStringLiteral("item=*")}));
}

QTEST_GUILESS_MAIN(TestQueryCode)
#include "tst_query_code.moc"
