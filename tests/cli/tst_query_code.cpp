// SPDX-License-Identifier: GPL-3.0-or-later
// What the Query page prints as code is run: the command line through a shell, the SQL on the book, and the C++, kept as
// files that are compiled into this test. All of them give what the service gives.
#include "db/Session.h"
#include "service/QueryCode.h"
#include "service/RegisterService.h"
#include "support/CommandLine.h"
#include "support/TestBook.h"

#include <accumulator/Accumulator.h>

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
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

using namespace bincard;
using namespace bincard::test;

namespace {

using Kind = RegisterQuestion::Kind;

const char lots[] = "{'name':'stock_by_lot','kind':'balance','dimensions':["
                    "{'name':'warehouse','type':'ref(warehouses)'},{'name':'shelf','type':'int','default':0},"
                    "{'name':'lot','type':'text','default':''},{'name':'best_before','type':'date'},"
                    "{'name':'frozen','type':'bool','default':false}],'resources':["
                    "{'name':'quantity','type':'decimal','scale':4,'negative':'forbid'},"
                    "{'name':'amount','type':'decimal','scale':2},{'name':'pallets','type':'integer'}]}";
const char visits[] = "{'name':'visits','kind':'turnover','dimensions':[{'name':'door','type':'text'}],"
                      "'resources':[{'name':'people','type':'integer'}]}";

QJsonObject movement(const QString &recorder, const char *period, const char *rest)
{
    QJsonObject made = object(rest);
    made.insert(QStringLiteral("recorder"), recorder);
    made.insert(QStringLiteral("period"), QLatin1String(period));
    return made;
}

QJsonArray post(TestBook &book, const QString &name, const QJsonArray &movements)
{
    const auto posted = book->registers().post(name, movements);
    if (!posted.ok())
        qFatal("%s", reasonOf(posted).constData());
    return movements;
}

/// Registers with every plain type, backdated postings, times of day, and what was taken back.
void fill(TestBook &book)
{
    if (!book->registers().create(object(lots)).ok() || !book->registers().create(object(visits)).ok())
        qFatal("The registers cannot be made.");
    post(book, QStringLiteral("stock_by_lot"),
        {movement(QStringLiteral("hand:1"), "2026-03-31T23:59:59",
             "{'warehouse':'MAIN','lot':'A','best_before':'2027-01-01','quantity':'10.5','amount':'-0.05','pallets':"
             "3}"),
            movement(QStringLiteral("hand:1"), "2026-04-01",
                "{'warehouse':'EAST','shelf':-7,'lot':'it\\u0027s','best_before':'2027-01-01','frozen':true,"
                "'quantity':'1','amount':'999999.99','pallets':-2}")});
    post(book, QStringLiteral("stock_by_lot"),
        {movement(QStringLiteral("hand:2"), "2026-04-15T09:30:00",
            "{'warehouse':'MAIN','lot':'A','best_before':'2027-01-01','quantity':'-0.0001','amount':'0.02','pallets':-"
            "4}")});
    post(book, QStringLiteral("stock_by_lot"),
        {movement(QStringLiteral("hand:3"), "2026-04-16",
            "{'warehouse':'EAST','lot':'gone','best_before':'2026-12-31','quantity':'5','amount':'1'}")});
    if (!book->registers().unpost(QStringLiteral("stock_by_lot"), QStringLiteral("hand:3")).ok())
        qFatal("It cannot be taken back.");
    post(book, QStringLiteral("visits"),
        {movement(QStringLiteral("hand:4"), "2026-04-01", "{'door':'north','people':5}"),
            movement(QStringLiteral("hand:4"), "2026-05-01", "{'door':'south','people':-2}")});
}

RegisterQuestion questionOf(TestBook &book, Kind kind, const QString &name, const QJsonObject &query)
{
    const auto definitions = book->registers().list();
    for (const RegisterDefinition &definition : *definitions) {
        if (definition.name() == name)
            return {kind, definition, query};
    }
    qFatal("There is no register %s.", qPrintable(name));
}

Result<QJsonObject> answer(TestBook &book, const RegisterQuestion &question)
{
    const QString &name = question.definition.name();
    switch (question.kind) {
    case Kind::Balance: return book->registers().balance(name, question.query);
    case Kind::Turnover: return book->registers().turnover(name, question.query);
    case Kind::Movements: break;
    }
    return book->registers().movements(name, question.query);
}

QString asText(const QVariant &stored, const QJsonValue &like)
{
    if (like.isBool())
        return stored.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (stored.userType() == QMetaType::QDate)
        return stored.toDate().toString(Qt::ISODate);
    return stored.toString();
}

} // namespace

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
    std::map<QString, std::unique_ptr<TestBook>> m_books;
};

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
        {"turnovers only", Kind::Turnover, "visits", "{'from':'2026-04-01','to':'2026-04-30','group_by':['door']}"},
        {"turnovers only, by month", Kind::Turnover, "visits", "{'by':'month'}"},
        {"movements", Kind::Movements, "stock_by_lot", "{'limit':100}"},
        {"active movements", Kind::Movements, "stock_by_lot", "{'active_only':true,'from':'2026-04-01'}"},
        {"movements of one", Kind::Movements, "stock_by_lot", "{'recorder':'hand:1','to':'2026-03-31','limit':5}"},
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
    if (const QString why = whyUnavailable(engine); !why.isEmpty()) {
        if (isRequired(engine))
            QFAIL(qPrintable(why));
        QSKIP(qPrintable(why));
    }
    std::unique_ptr<TestBook> &made = m_books[engine]; // nothing here writes
    if (!made) {
        made = std::make_unique<TestBook>(engine);
        fill(*made);
    }
    TestBook &book = *made;
    const QJsonDocument parsed = QJsonDocument::fromJson(query);
    QVERIFY(parsed.isObject());
    const RegisterQuestion question = questionOf(book, static_cast<Kind>(kind), name, parsed.object());
    const auto expected = answer(book, question);
    BINCARD_GOOD(expected);
    const QJsonArray rows = expected->value(QLatin1String("rows")).toArray();

    const QString sql = sqlText(question, engine == u"sqlite");
    QSqlQuery statement(book->session().database());
    statement.setNumericalPrecisionPolicy(QSql::HighPrecision);
    QVERIFY2(statement.exec(sql), qPrintable(statement.lastError().text() + u'\n' + sql));
    int count = 0;
    for (; statement.next(); ++count) {
        QVERIFY2(count < rows.size(), qPrintable(sql));
        const QJsonObject row = rows.at(count).toObject();
        for (auto field = row.begin(); field != row.end(); ++field) {
            const int column = statement.record().indexOf(field.key());
            const QStringList told{QStringLiteral("period"), QStringLiteral("recorded_at"), QStringLiteral("reversed"),
                QStringLiteral("cause"), QStringLiteral("reversal_of")};
            if (question.kind == Kind::Movements && told.contains(field.key()))
                continue; // in the engine's own form, or not at all
            QVERIFY2(column >= 0, qPrintable(field.key() + u'\n' + sql));
            QVERIFY2(asText(statement.value(column), field.value()) == field.value().toVariant().toString(),
                qPrintable(QStringLiteral("row %1 %2: %3 instead of %4\n%5")
                               .arg(count)
                               .arg(field.key(), statement.value(column).toString(),
                                   field.value().toVariant().toString(), sql)));
        }
    }
    QVERIFY2(count == rows.size(), qPrintable(sql));

    const QString line = commandLineText(question, book.database().url());
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

/// The questions of tests/data/code.
RegisterQuestion kept(Kind kind)
{
    auto definition = RegisterDefinition::balance(QStringLiteral("inventory"));
    definition.reference(QStringLiteral("warehouse"), QStringLiteral("warehouses"))
        .reference(QStringLiteral("item"), QStringLiteral("items"))
        .decimal(QStringLiteral("quantity"), 4, NegativePolicy::Forbid)
        .decimal(QStringLiteral("amount"), 2);
    switch (kind) {
    case Kind::Balance:
        return {kind, definition,
            object("{'at':'2026-04-18','where':{'warehouse':['MAIN']},'group_by':['item'],"
                   "'order':['quantity:desc'],'limit':10}")};
    case Kind::Turnover:
        return {kind, definition,
            object("{'from':'2026-04-02','to':'2026-04-30','by':'month','group_by':['warehouse','item']}")};
    case Kind::Movements: break;
    }
    return {
        Kind::Movements, definition, object("{'active_only':true,'where':{'item':['WDG-A1','WDG-B2']},'limit':50}")};
}

} // namespace

void TestQueryCode::cppIsWhatIsCompiled()
{
    for (const Kind kind : {Kind::Balance, Kind::Turnover, Kind::Movements}) {
        const RegisterQuestion question = kept(kind);
        QFile file(QStringLiteral(BINCARD_TEST_DATA_DIR "/code/%1.inc").arg(question.verb()));
        if (qEnvironmentVariableIsSet("BINCARD_WRITE_CODE")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(cppText(question).toUtf8());
            file.close();
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(cppText(question), QString::fromUtf8(file.readAll()));
    }
}

void TestQueryCode::cppGivesTheSame()
{
    BINCARD_TEST_BOOK(book);
    const QSqlDatabase database = book->session().database();

    const auto balances = balance_code::ask(database);
    BINCARD_GOOD(balances);
    auto expected = answer(book, kept(Kind::Balance))->value(QLatin1String("rows")).toArray();
    QCOMPARE(balances->size(), expected.size());
    QVERIFY(!expected.isEmpty());
    for (qsizetype i = 0; i < balances->size(); ++i)
        QCOMPARE(balances->at(i).resources.first().toString(), expected.at(i)[u"quantity"].toString());

    const auto turnovers = turnover_code::ask(database);
    BINCARD_GOOD(turnovers);
    expected = answer(book, kept(Kind::Turnover))->value(QLatin1String("rows")).toArray();
    QCOMPARE(turnovers->size(), expected.size());
    QVERIFY(!expected.isEmpty());
    // The library orders by ids, the command line by codes.
    QStringList theirs, ours;
    for (qsizetype i = 0; i < turnovers->size(); ++i) {
        theirs << turnovers->at(i).closing.first().toString();
        ours << expected.at(i)[u"quantity_closing"].toString();
    }
    theirs.sort();
    ours.sort();
    QCOMPARE(theirs, ours);

    const auto movements = movements_code::ask(database);
    BINCARD_GOOD(movements);
    expected = answer(book, kept(Kind::Movements))->value(QLatin1String("rows")).toArray();
    QCOMPARE(movements->rows.size(), expected.size());
    QVERIFY(!expected.isEmpty());
    for (qsizetype i = 0; i < movements->rows.size(); ++i)
        QCOMPARE(movements->rows.at(i).id, expected.at(i)[u"id"].toInteger());
}

void TestQueryCode::shellTakesEveryText()
{
    RegisterQuestion question = kept(Kind::Balance);
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
