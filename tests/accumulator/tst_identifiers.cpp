// SPDX-License-Identifier: LGPL-3.0-or-later
#include "accumulator/Accumulator.h"
#include "accumulator/Generator.h"
#include "support/Registers.h"
#include "support/TestDatabase.h"

#include <QRegularExpression>

using namespace bincard;
using namespace bincard::accumulator;
using namespace bincard::test;

/// Rule E1: any name that a person may type is refused in words, or everything works with it.
class TestIdentifiers : public QObject
{
    Q_OBJECT

private slots:
    void refusedOrWorking_data();
    void refusedOrWorking();
    void registersBesideEachOther_data() { engines(); }
    void registersBesideEachOther();
    void nothingIsCutOff();
    void textsOfAnyScript_data() { engines(); }
    void textsOfAnyScript();

private:
    /// What an error must be: one of these codes, with words of its own and nothing of the engine's.
    static bool isInWords(const Error &error)
    {
        return (error.code() == ErrorCode::Validation || error.code() == ErrorCode::Duplicate)
            && error.technical().isEmpty() && error.message().english().size() > 10;
    }
};

namespace {

/// Words that one of the engines, one of the languages inside them, or our own statements use.
const char *const nasty[] = {"select", "SELECT", "user", "User", "order", "group", "table", "primary", "limit",
    "offset", "values", "window", "default", "check", "end", "case", "when", "all", "any", "array", "analyse", "both",
    "do", "fetch", "lateral", "only", "references", "session_user", "current_date", "current_user", "natural",
    "excluded", "new", "old", "New", "added", "daily", "monthly", "exact", "falling", "closing", "broken", "taken",
    "rows", "value", "key", "json_each", "position", "a", "b", "c", "d", "e", "f", "j", "k", "l", "m", "n", "o", "r",
    "s", "t", "u", "w", "found", "tg_op", "tg_name", "tg_table_name", "tg_argv", "FOUND", "sqlstate", "sqlerrm", "name",
    "operations", "closed_until", "base", "open", "gate", "id", "ID", "recorder", "line", "period", "recorded_at",
    "recorded_by", "reversal_of", "reversed", "cause", "xact", "day", "month", "year", "last_movement", "ctid", "xmin",
    "tableoid", "rowid", "oid", "_rowid_", "rownum", "null", "true", "false", "date", "timestamp", "numeric", "integer",
    "text", "count", "sum", "max", "min", "coalesce", "cast", "public", "pg_class", "pg_temp", "information_schema",
    "sqlite_master", "sqlite_sequence", "accumulator", "accumulator_register", "quantity_receipts", "x_e4",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmn", "abcdefghijklmnopqrstuvwxyzabcdefghijklmno",
    "a_name_of_sixty_characters_that_somebody_typed_in_full_length", "", " ", " x", "x ", "two words", "1st", "_x",
    "x-y", "x.y", "x\"y", "x'y", "x`y", "x;y", "x--", "x/*", "x]", "$1", "?", ":x", "@x", "%1", "x%1", "{dimensions}",
    "{days}", "#position", "#x", "склад", "naïve", "größe", "数量", "😀", "x\ny", "x\ty", "x\\y",
    "Robert'); DROP TABLE items;--"};

} // namespace

void TestIdentifiers::refusedOrWorking_data() { engines(); }

void TestIdentifiers::refusedOrWorking()
{
    BINCARD_TEST_DATABASE(database);
    database.run("CREATE TABLE items (id BIGINT PRIMARY KEY, code TEXT UNIQUE NOT NULL)");
    database.run("INSERT INTO items VALUES (10, 'A')");
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.install());
    if (database.isSqlite())
        database.run("PRAGMA synchronous = OFF"); // thousands of transactions; none has to outlive the power
    int worked = 0, number = 0;
    for (const char *text : nasty) {
        ++number;
        const QString name = QString::fromUtf8(text);
        // As the name of the register and a text, of a reference, and of the resource that must not go negative.
        const RegisterDefinition definitions[] = {RegisterDefinition::balance(name)
                                                      .dimension("w", DimensionType::Int)
                                                      .dimension(name, DimensionType::Text)
                                                      .decimal("quantity", 4, NegativePolicy::Forbid)
                                                      .integer("pieces"),
            RegisterDefinition::balance("stock")
                .dimension("warehouse", DimensionType::Int)
                .reference(name, "items")
                .decimal("quantity", 4, NegativePolicy::Forbid)
                .integer("pieces"),
            RegisterDefinition::balance("stock")
                .dimension("warehouse", DimensionType::Int)
                .dimension("lot", DimensionType::Text)
                .decimal(name, 4, NegativePolicy::Forbid)
                .integer("pieces"),
            RegisterDefinition::turnover(name)
                .dimension("lot", DimensionType::Int)
                .dimension(name, DimensionType::Text)
                .decimal("quantity", 4)
                .integer("pieces")};
        for (int i = 0; i < 4; ++i) {
            if (i > 0 && number % 3 != i - 1)
                continue; // a third of the names as each of the others
            const RegisterDefinition &definition = definitions[i];
            const auto created = accumulator.create(definition);
            if (!created.ok()) {
                QVERIFY2(isInWords(created.error()), qPrintable(name + ": " + told(created.error())));
                continue;
            }
            ++worked;
            const QString context = QString("%1 (%2): ").arg(name).arg(i);
            const auto fine = [&](const auto &result) {
                if (!result.ok())
                    QFAIL(qPrintable(context + told(result.error())));
            };
            auto reg = accumulator.use(definition.name());
            fine(reg);
            const QVariant second = i == 1 ? QVariant(qint64(10)) : QVariant(QString("Лот ' \" 1"));
            const auto movement = [&](const char *recorder, int day, qint64 units) {
                return Movement{recorder, Period(QDate(2026, 4, day)), {qint64(1), second},
                    {Decimal(units, 4), Decimal(units > 0 ? 1 : -1, 0)}, {}};
            };
            fine(reg->post({movement("r1", 1, 50000), movement("r1", 2, 10000)}));
            fine(reg->post({movement("r2", 3, -20000)}));
            if (definition.hasBalances()) {
                const auto refused = reg->post({movement("o1", 2, -50000), movement("o1", 9, 1)});
                BINCARD_FAILS(refused, ErrorCode::InsufficientStock);
                BINCARD_FAILS(reg->post({movement("o1", 2, -50000)}), ErrorCode::InsufficientStock);
            }
            fine(reg->preview("r1", {movement("r1", 1, 50000)}));
            fine(reg->repost("r1", {movement("r1", 1, 50000)}));
            fine(reg->unpost("r2"));
            const QString dimension = definition.dimensions().at(1).name, figure = definition.resources().at(0).name;
            TurnoverQuery query;
            query.from = Period(QDate(2026, 4, 1), QTime(12, 0));
            query.filter = {{dimension, {second, second}}};
            query.groupBy = QStringList{dimension};
            query.by = Granularity::Day;
            query.order = {{figure + "_receipts", true}, {dimension}};
            query.knownOn = QDateTime(QDate(2100, 1, 1), QTime(0, 0), Qt::UTC);
            fine(reg->turnover(query));
            if (definition.hasBalances()) {
                const auto now = reg->balance(BalancesQuery{query.filter, {dimension}, {}, {}, {{figure, true}}, 5});
                fine(now);
                QCOMPARE(now->size(), 1);
                QCOMPARE(now->constFirst().group, QList<QVariant>{second});
                QCOMPARE(now->constFirst().resources.constFirst().toString(), "5.0000");
                fine(reg->balance(query.filter, {dimension}, Until(Period(QDate(2026, 4, 2), QTime(1, 0)))));
                fine(reg->lowestBalances({{qint64(1), second}}, QDate(2026, 4, 1), "r1"));
            }
            MovementsQuery movements;
            movements.filter = query.filter;
            movements.activeOnly = true;
            const auto page = reg->movements(movements);
            fine(page);
            QCOMPARE(page->rows.size(), 1);
            fine(reg->info());
            RegisterDefinition further = definition;
            further.dimension("further", DimensionType::Text, "").integer("more");
            if (number % 4 == 0)
                fine(accumulator.alter(further));
            auto altered = accumulator.use(definition.name());
            fine(altered);
            fine(altered->unpost("r1"));
            fine(altered->rebuild());
            const auto verified = altered->verify();
            fine(verified);
            QVERIFY2(verified->rows.isEmpty() && verified->checked > 0, qPrintable(context));
            fine(accumulator.drop(definition.name(), true));
        }
    }
    QVERIFY2(worked > 100, qPrintable(QString::number(worked)));
}

// The names of what belongs to one register can be those of another's.
void TestIdentifiers::registersBesideEachOther()
{
    BINCARD_TEST_DATABASE(database);
    if (database.isSqlite())
        database.run("PRAGMA synchronous = OFF");
    const QStringList names{"a", "a_day", "a_movement", "a_day_day", "a_month", "a_balance", "A_day",
        "a_movement_added", "a_movement_id", "accumulator", QString(39, 'x') + "a", QString(39, 'x') + "b"};
    const auto definition = [](const QString &name) {
        return RegisterDefinition::balance(name)
            .dimension("w", DimensionType::Int)
            .integer("n", NegativePolicy::Forbid);
    };
    for (const QString &first : names) {
        for (const QString &second : names) {
            if (first == second)
                continue;
            Accumulator accumulator(database.database());
            BINCARD_OK(accumulator.create(definition(first)));
            const auto created = accumulator.create(definition(second));
            QVERIFY2(created.ok() || isInWords(created.error()), qPrintable(first + ' ' + second));
            for (const QString &name : {first, second}) {
                auto reg = accumulator.use(name);
                if (!reg.ok())
                    continue;
                BINCARD_OK(reg->post({{"r", at("2026-04-01"), {qint64(1)}, {Decimal(name == first ? 1 : 2, 0)}, {}}}));
                QCOMPARE(shown(*reg->balance(BalancesQuery{})), name == first ? "1" : "2");
            }
            BINCARD_OK(accumulator.drop(first, true));
            if (created.ok()) {
                QVERIFY(accumulator.use(second)->verify()->rows.isEmpty());
                BINCARD_OK(accumulator.drop(second, true));
            }
        }
    }
}

// PostgreSQL cuts names at 63 bytes without a word that a program would hear.
void TestIdentifiers::nothingIsCutOff()
{
    static const QRegularExpression identifier("\"([^\"]*)\"");
    const QString longest(40, 'x');
    const auto definition = RegisterDefinition::balance(longest)
                                .dimension(QString(40, 'd'), DimensionType::Text)
                                .reference(QString(40, 'r'), QString(40, 't'))
                                .decimal(QString(40, 'q'), 6, NegativePolicy::Forbid);
    BINCARD_OK(definition.validated());
    for (const auto engine : {db::Engine::SQLite, db::Engine::PostgreSQL}) {
        for (const RegisterDefinition &made : {definition, definition.named('#' + longest)}) {
            const Generator generator(Layout(made, db::Dialect(engine)), "public");
            const QString text =
                (generator.createJournal({}) + generator.createDerived() + generator.createTriggers()).join('\n');
            for (auto match = identifier.globalMatch(text); match.hasNext();) {
                const QString name = match.next().captured(1);
                QVERIFY2(name.toUtf8().size() <= 63, qPrintable(name));
            }
        }
    }
}

void TestIdentifiers::textsOfAnyScript()
{
    BINCARD_TEST_DATABASE(database);
    Accumulator accumulator(database.database());
    BINCARD_OK(accumulator.create(
        RegisterDefinition::balance("stock").dimension("lot", DimensionType::Text, "Склад № 1").integer("n")));
    auto reg = accumulator.use("stock");
    BINCARD_OK(reg);
    QStringList texts;
    for (const char *text : nasty)
        texts << QString::fromUtf8(text);
    texts << QString(200, QChar(0x0416)) << "é"
          << "e\u0301"
          << "É"
          << "ß"
          << "SS" << QString(QChar(0x202e)) + "abc";
    texts.removeDuplicates();
    QList<Movement> movements;
    for (const QString &text : texts)
        movements.append({"doc:" + text.left(100), at("2026-04-01"), {text}, {Decimal(1, 0)}, {}});
    BINCARD_OK(reg->post(movements));
    BINCARD_OK(reg->post({{"default", at("2026-04-01"), {QVariant()}, {Decimal(1, 0)}, {}}}));
    const auto rows = reg->balance({}, {"lot"});
    BINCARD_OK(rows);
    QStringList answered;
    for (const BalanceRow &row : *rows)
        answered << row.group.constFirst().toString();
    texts << "Склад № 1";
    std::ranges::sort(texts, [](const QString &l, const QString &r) { return l.toUtf8() < r.toUtf8(); });
    QCOMPARE(answered, texts); // each for itself, by bytes
    for (const QString &text : texts)
        QCOMPARE(shown(*reg->balance({{"lot", {text}}}, {})), "1");
    BINCARD_OK(reg->unpost("doc:Robert'); DROP TABLE items;--"));
    QVERIFY(reg->verify()->rows.isEmpty());
}

QTEST_GUILESS_MAIN(TestIdentifiers)
#include "tst_identifiers.moc"
