// SPDX-License-Identifier: GPL-3.0-or-later
// Questions made at random, of every kind of register: the SQL that the Query page shows for them answers what the
// service answers, to the row and its order.
#include "support/QuestionBook.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace bincard;
using namespace bincard::test;

using Kind = RegisterQuestion::Kind;

namespace {

class Asker
{
public:
    Asker(QuestionBook &book, quint32 seed) : m_book(book), m_random(seed) {}

    RegisterQuestion question()
    {
        const QString name =
            one(QStringList{QStringLiteral("inventory"), QStringLiteral("sales"), QStringLiteral("ledger"),
                QStringLiteral("stock_by_lot"), QStringLiteral("visits"), QStringLiteral("books")});
        RegisterQuestion made = m_book.question(Kind::Balance, name, {});
        made.kind = made.definition.hasBalances() ? one(QList{Kind::Balance, Kind::Turnover, Kind::Movements})
                                                  : one(QList{Kind::Turnover, Kind::Movements});
        addTimes(made);
        addFilter(made);
        if (made.kind == Kind::Movements) {
            if (chance(4))
                made.query.insert(QStringLiteral("active_only"), true);
            made.query.insert(QStringLiteral("limit"), m_random.bounded(1, 40));
        } else {
            addRows(made);
        }
        return made;
    }

private:
    template <typename T>
    T one(const QList<T> &list)
    {
        return list.at(m_random.bounded(static_cast<int>(list.size())));
    }
    bool chance(int in) { return m_random.bounded(in) == 0; }

    QString moment()
    {
        return one(QStringList{QStringLiteral("2026-03-31"), QStringLiteral("2026-03-31T23:59:59"),
            QStringLiteral("2026-04-01"), QStringLiteral("2026-04-10"), QStringLiteral("2026-04-15T09:30:00"),
            QStringLiteral("2026-04-15T09:29:59"), QStringLiteral("2026-04-16"), QStringLiteral("2026-05-01T00:00:00"),
            QStringLiteral("2026-12-31"), QStringLiteral("9999-12-31")});
    }

    void addTimes(RegisterQuestion &made)
    {
        if (made.kind == Kind::Balance && chance(2)) {
            made.query.insert(QStringLiteral("at"), moment());
        } else if (made.kind != Kind::Balance) {
            QStringList bounds{moment(), moment()};
            bounds.sort();
            if (chance(2))
                made.query.insert(QStringLiteral("from"), bounds.at(0));
            if (chance(2))
                made.query.insert(QStringLiteral("to"), bounds.at(1));
        }
        if (chance(4))
            made.query.insert(QStringLiteral("known_on"), one(m_book.instants()));
    }

    QStringList dimensions(const RegisterDefinition &definition)
    {
        QStringList names;
        if (definition.isLedger())
            names << QStringLiteral("account") << QStringLiteral("analytics") << QStringLiteral("analytics.item")
                  << QStringLiteral("analytics.partner") << QStringLiteral("analytics.nowhere");
        for (const Dimension &dimension : definition.dimensions())
            names << dimension.name;
        std::shuffle(names.begin(), names.end(), m_random);
        return names;
    }

    QJsonArray values(const RegisterDefinition &definition, const QString &name)
    {
        const int index = definition.dimensionIndex(name);
        QStringList from{QStringLiteral("41"), QStringLiteral("60"), QStringLiteral("1400"), QStringLiteral("A"),
            QStringLiteral("ACME"), QStringLiteral("it's"), QString(), QStringLiteral("WDG-A1"), QStringLiteral("EUR"),
            QStringLiteral("north")};
        if (name == u"analytics") {
            from = {QStringLiteral("{\"lot\": \"1\", \"item\":\"A\"}"), QStringLiteral("{}"),
                QStringLiteral("{\"partner\":\"ACME\"}")};
        } else if (index >= 0) {
            const Dimension &dimension = definition.dimensions().at(index);
            switch (dimension.type) {
            case DimensionType::Int:
            case DimensionType::BigInt: from = {QStringLiteral("0"), QStringLiteral("-7"), QStringLiteral("5")}; break;
            case DimensionType::Date: from = {QStringLiteral("2027-01-01"), QStringLiteral("2026-12-31")}; break;
            case DimensionType::Bool: from = {QStringLiteral("true"), QStringLiteral("false")}; break;
            case DimensionType::Uuid: from = {QStringLiteral("0C2F8AB5-1d5c-4b7e-9a54-2f6f0a6d3c11")}; break;
            case DimensionType::Ref:
                from = dimension.refTable == u"items" ? QStringList{QStringLiteral("WDG-A1"), QStringLiteral("gdg-x1")}
                    : dimension.refTable == u"partners" ? QStringList{QStringLiteral("ACME"), QStringLiteral("Globex")}
                                                        : QStringList{QStringLiteral("MAIN"), QStringLiteral("east")};
                break;
            case DimensionType::Text: break;
            }
        }
        QJsonArray given{one(from)};
        if (chance(3))
            given << one(from);
        return given;
    }

    void addFilter(RegisterQuestion &made)
    {
        QJsonObject where;
        const QStringList names = dimensions(made.definition);
        for (int i = 0; i < names.size() && i < 2; ++i) {
            if (chance(3))
                where.insert(names.at(i), values(made.definition, names.at(i)));
        }
        if (!where.isEmpty())
            made.query.insert(QStringLiteral("where"), where);
    }

    void addRows(RegisterQuestion &made)
    {
        const QStringList groups = dimensions(made.definition).mid(0, m_random.bounded(4));
        QStringList columns = groups;
        if (made.kind == Kind::Turnover && chance(2)) {
            made.query.insert(QStringLiteral("by"),
                one(QStringList{QStringLiteral("day"), QStringLiteral("month"), QStringLiteral("year")}));
            columns << QStringLiteral("period");
        }
        if (!groups.isEmpty())
            made.query.insert(QStringLiteral("group_by"), QJsonArray::fromStringList(groups));
        const bool ledger = made.definition.isLedger();
        for (const Resource &resource : made.definition.resources()) {
            QStringList ends{QString()};
            if (made.kind == Kind::Balance && ledger)
                ends << QStringLiteral("_debit") << QStringLiteral("_credit");
            if (made.kind == Kind::Turnover)
                ends = {QStringLiteral("_net"), ledger ? QStringLiteral("_debit") : QStringLiteral("_receipts"),
                    ledger ? QStringLiteral("_credit") : QStringLiteral("_issues")};
            if (made.kind == Kind::Turnover && made.definition.hasBalances())
                ends << QStringLiteral("_opening") << QStringLiteral("_closing");
            for (const QString &end : std::as_const(ends))
                columns << resource.name + end;
        }
        QJsonArray order;
        std::shuffle(columns.begin(), columns.end(), m_random);
        for (int i = m_random.bounded(3); i > 0 && !columns.isEmpty(); --i)
            order << QString(
                columns.takeLast() + one(QStringList{QString(), QStringLiteral(":asc"), QStringLiteral(":desc")}));
        if (!order.isEmpty())
            made.query.insert(QStringLiteral("order"), order);
        if (chance(3))
            made.query.insert(QStringLiteral("limit"), m_random.bounded(1, 6));
    }

    QuestionBook &m_book;
    QRandomGenerator m_random;
};

} // namespace

class TestQueryCodeRandom : public QObject
{
    Q_OBJECT

private slots:
    void sqlAnswersTheSame_data() { engines(); }
    void sqlAnswersTheSame();
};

void TestQueryCodeRandom::sqlAnswersTheSame()
{
    QFETCH(QString, engine);
    if (const QString why = whyUnavailable(engine); !why.isEmpty()) {
        if (isRequired(engine))
            QFAIL(qPrintable(why));
        QSKIP(qPrintable(why));
    }
    const quint32 seed = qEnvironmentVariableIsSet("BINCARD_SEED")
        ? static_cast<quint32>(qEnvironmentVariableIntValue("BINCARD_SEED"))
        : QRandomGenerator::global()->bounded(1'000'000U);
    qInfo("BINCARD_SEED=%u", seed);
    QuestionBook book(engine);
    Asker asker(book, seed);
    int withRows = 0;
    for (int i = 0; i < 1500; ++i) {
        const RegisterQuestion question = asker.question();
        const auto answer = book.answer(question);
        const QByteArray asked = (question.verb() + u' ' + question.definition.name() + u' ').toUtf8()
            + QJsonDocument(question.query).toJson();
        QVERIFY2(answer.ok(), QByteArray(asked + reasonOf(answer)).constData());
        const QJsonArray rows = answer->value(QLatin1String("rows")).toArray();
        withRows += rows.isEmpty() ? 0 : 1;
        const QString difference = book.sqlDiffers(question, rows);
        QVERIFY2(difference.isEmpty(), QByteArray(asked + difference.toUtf8()).constData());
    }
    QVERIFY2(withRows > 500, "Most of the questions have an answer.");
}

QTEST_GUILESS_MAIN(TestQueryCodeRandom)
#include "tst_query_code_random.moc"
