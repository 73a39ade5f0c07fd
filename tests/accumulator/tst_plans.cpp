// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "db/Session.h"
#include "support/Registers.h"
#include "support/TestDatabase.h"

#include <QRegularExpression>
#include <QSet>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>

#include <libpq-fe.h>

#include <functional>

using namespace bincard;
using namespace bincard::test;

/// Nothing that is done all day may walk a whole table of a register. The statements are those that the engine sends,
/// and on either engine those that its triggers run for it: an index that is no longer used, or no longer there, is
/// noticed here and not when a book has grown.
class TestPlans : public QObject
{
    Q_OBJECT

private slots:
    void noWholeTableIsRead_data();
    void noWholeTableIsRead();
    void aWholeTableIsNoticed_data() { engines(); }
    void aWholeTableIsNoticed();

private:
    using Deed = std::function<QString(Register &)>; ///< empty, or what went wrong
    static void make(TestDatabase &database, int batches);
    /// The walks over whole tables of the register "plans" that the deed brings, empty where there is none.
    static QStringList walks(TestDatabase &database, const Deed &deed);
    static QMap<QString, Deed> deeds();
};

namespace {

constexpr int keyCount = 4000;
constexpr int dayCount = 365;

RegisterDefinition definition()
{
    return RegisterDefinition::balance("plans")
        .dimension("warehouse", DimensionType::Int)
        .dimension("item", DimensionType::Int)
        .decimal("quantity", 4, NegativePolicy::Forbid)
        .decimal("amount", 2);
}

Movement movement(const QString &recorder, int number, int quantity = 5)
{
    const int key = number * 7919 % keyCount;
    return {recorder, Period(QDate(2025, 1, 1).addDays(number * 31 % dayCount), QTime(8, number % 60, 0)),
        {qint64(key / 100), qint64(key % 100)}, {Decimal(quantity * 10'000, 4), Decimal(quantity * 250, 2)}, {}};
}

QList<Movement> document(const QString &recorder, int lines, int first = 0)
{
    QList<Movement> movements;
    for (int line = 0; line < lines; ++line)
        movements << movement(recorder, first + line);
    return movements;
}

Filter fullKey() { return {{"warehouse", {qint64(2)}}, {"item", {qint64(17)}}}; }

template <typename T>
QString problemOf(const Result<T> &result)
{
    return result.ok() ? QString() : told(result.error());
}

/// On SQLite: the compiled program of a statement, its triggers' programs behind it. "Rewind" is where a cursor begins
/// at the first row of a table or index.
QStringList sqliteWalks(QSqlDatabase database, const QString &sql)
{
    QHash<int, QString> roots;
    QSqlQuery tables(database);
    if (!tables.exec("SELECT rootpage, name FROM sqlite_master WHERE tbl_name LIKE 'plans\\_%' ESCAPE '\\'"))
        qFatal("%s", qPrintable(tables.lastError().text()));
    while (tables.next())
        roots.insert(tables.value(0).toInt(), tables.value(1).toString());
    QSqlQuery program(database);
    bool good = program.prepare("EXPLAIN " + sql);
    // Places are only counted, outside of quotes; the plan does not depend on values.
    static const QRegularExpression quotedText(R"('[^']*'|"[^"]*")");
    for (qsizetype left = QString(sql).remove(quotedText).count(u'?'); left > 0; --left)
        program.addBindValue(QVariant());
    good = good && program.exec();
    if (!good)
        return {"cannot be explained: " + sql + ' ' + program.lastError().text()};
    QHash<int, QString> cursors;
    QStringList found;
    while (program.next()) {
        const QString opcode = program.value(1).toString();
        const int cursor = program.value(2).toInt();
        if (program.value(0).toInt() == 0)
            cursors.clear(); // the next program counts its cursors anew
        if (opcode == u"OpenRead" || opcode == u"OpenWrite" || opcode == u"ReopenIdx")
            cursors.insert(cursor, roots.value(program.value(3).toInt()));
        else if (opcode.startsWith(u"Open"))
            cursors.remove(cursor);
        else if (opcode == u"Rewind" && !cursors.value(cursor).isEmpty())
            found << cursors.value(cursor) + " in " + sql;
    }
    return found;
}

void collect(void *list, const char *message) { static_cast<QStringList *>(list)->append(QString::fromUtf8(message)); }

/// On PostgreSQL: the plans that auto_explain tells, those inside trigger functions too.
QStringList postgresWalks(const QStringList &notices)
{
    static const QRegularExpression walk(R"(Seq Scan on "?(plans_\w+(?<!_seq))\b)");
    QStringList found;
    for (const QString &notice : notices) {
        for (auto match = walk.globalMatch(notice); match.hasNext();)
            found << match.next().captured(1) + " in " + notice;
    }
    return found;
}

} // namespace

void TestPlans::make(TestDatabase &database, int batches)
{
    Accumulator accumulator(database.database());
    if (const auto created = accumulator.create(definition()); !created.ok())
        qFatal("%s", qPrintable(told(created.error())));
    auto found = accumulator.use("plans");
    constexpr int batch = 1000;
    for (int number = 0; number < batches; ++number) {
        const auto posted = found->post(document(QString("fill:%1").arg(number), batch, number * batch));
        if (!posted.ok())
            qFatal("%s", qPrintable(told(posted.error())));
    }
    if (!database.isSqlite())
        database.run("VACUUM ANALYZE"); // what autovacuum does in a book that has grown
}

QStringList TestPlans::walks(TestDatabase &database, const Deed &deed)
{
    const TestConnection connection(database.location());
    db::Session session(connection.database(), *db::Dialect::of(connection.database()));
    Accumulator accumulator(session);
    auto found = accumulator.use("plans");
    if (!found.ok())
        qFatal("%s", qPrintable(told(found.error())));
    QStringList statements, notices;
    if (database.isSqlite()) {
        session.setProbe([&](const QString &sql) -> Result<void> {
            statements << sql;
            return {};
        });
    } else {
        for (const char *sql : {"LOAD 'auto_explain'", "SET auto_explain.log_min_duration = 0",
                 "SET auto_explain.log_nested_statements = on", "SET auto_explain.log_level = notice",
                 "SET client_min_messages = notice"}) {
            if (const auto set = session.run(sql); !set.ok())
                qFatal("%s", qPrintable(told(set.error())));
        }
        const QVariant handle = session.database().driver()->handle();
        PQsetNoticeProcessor(*static_cast<PGconn *const *>(handle.constData()), collect, &notices);
    }
    const QString problem = deed(*found);
    session.setProbe({});
    if (!problem.isEmpty())
        return {problem};
    if (!database.isSqlite())
        return notices.isEmpty() ? QStringList{"auto_explain told nothing"} : postgresWalks(notices);
    QStringList all;
    statements.removeDuplicates();
    for (const QString &sql : statements) {
        static const QRegularExpression explainable("^\\s*(SELECT|INSERT|UPDATE|DELETE|WITH)");
        if (explainable.match(sql).hasMatch())
            all += sqliteWalks(session.database(), sql);
    }
    return statements.isEmpty() ? QStringList{"nothing was sent"} : all;
}

QMap<QString, TestPlans::Deed> TestPlans::deeds()
{
    const Until day(QDate(2025, 9, 17));
    QMap<QString, Deed> all;
    all["post one movement"] = [](Register &reg) { return problemOf(reg.post({movement("one", 7, -1)})); };
    all["post a document"] = [](Register &reg) { return problemOf(reg.post(document("many", 20))); };
    all["repost"] = [](Register &reg) { return problemOf(reg.repost("fill:3", document("fill:3", 990, 3000))); };
    all["unpost"] = [](Register &reg) { return problemOf(reg.unpost("fill:5")); };
    all["balance of a key"] = [](Register &reg) { return problemOf(reg.balance(fullKey(), {})); };
    all["balance of a key at a date"] = [day](Register &reg) { return problemOf(reg.balance(fullKey(), {}, day)); };
    all["turnover of a key in a month"] = [day](Register &reg) {
        TurnoverQuery query;
        query.from = Period(QDate(2025, 9, 1));
        query.to = day;
        query.filter = fullKey();
        return problemOf(reg.turnover(query));
    };
    all["movements of a recorder"] = [](Register &reg) {
        MovementsQuery query;
        query.recorder = "fill:7";
        return problemOf(reg.movements(query));
    };
    all["a page of movements"] = [](Register &reg) {
        MovementsQuery query;
        query.from = Period(QDate(2025, 6, 1));
        query.limit = 50;
        return problemOf(reg.movements(query));
    };
    all["history"] = [](Register &reg) { return problemOf(reg.history("fill:7")); };
    all["whether a recorder is posted"] = [](Register &reg) { return problemOf(reg.hasActive("fill:7")); };
    all["lowest balances"] = [](Register &reg) {
        return problemOf(reg.lowestBalances({{qint64(2), qint64(17)}, {qint64(1), qint64(3)}}, QDate(2025, 3, 1)));
    };
    all["preview"] = [](Register &reg) { return problemOf(reg.preview("new", document("new", 10))); };
    return all;
}

void TestPlans::noWholeTableIsRead_data() { engines(); }

void TestPlans::noWholeTableIsRead()
{
    BINCARD_TEST_DATABASE(database);
    make(database, 40);
    const QMap<QString, Deed> all = deeds();
    QStringList problems;
    for (auto deed = all.begin(); deed != all.end(); ++deed) {
        for (const QString &walk : walks(database, *deed))
            problems << deed.key() + ": " + walk;
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join("\n\n")));
}

// That the test can fail: what must walk is found to walk.
void TestPlans::aWholeTableIsNoticed()
{
    BINCARD_TEST_DATABASE(database);
    make(database, 1);
    const auto sum = [](Register &reg) { return problemOf(reg.verify()); };
    const QStringList found = walks(database, sum);
    QVERIFY(!found.filter("plans_movement in ").isEmpty());
    QVERIFY(!found.filter("plans_day in ").isEmpty() || !found.filter("plans_balance in ").isEmpty());
}

QTEST_GUILESS_MAIN(TestPlans)
#include "tst_plans.moc"
