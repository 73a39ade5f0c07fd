// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/QuestionBook.h"

#include "db/Session.h"
#include "service/LedgerService.h"
#include "service/RegisterService.h"
#include "support/CommandLine.h"

#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QThread>

namespace bincard::test {

namespace {

const char lots[] = "{'name':'stock_by_lot','kind':'balance','dimensions':["
                    "{'name':'warehouse','type':'ref(warehouses)'},{'name':'shelf','type':'int','default':0},"
                    "{'name':'lot','type':'text','default':''},{'name':'best_before','type':'date'},"
                    "{'name':'frozen','type':'bool','default':false}],'resources':["
                    "{'name':'quantity','type':'decimal','scale':4,'negative':'forbid'},"
                    "{'name':'amount','type':'decimal','scale':2},{'name':'pallets','type':'integer'}]}";
const char visits[] = "{'name':'visits','kind':'turnover','dimensions':[{'name':'door','type':'text'},"
                      "{'name':'card','type':'uuid'}],'resources':[{'name':'people','type':'integer'}]}";
const char books[] = "{'name':'books','kind':'ledger','dimensions':[{'name':'currency','type':'text','default':'EUR'},"
                     "{'name':'branch','type':'ref(warehouses)'}],"
                     "'resources':[{'name':'amount','type':'decimal','scale':2},{'name':'pieces','type':'integer'}]}";

/// As the service tells it.
QJsonValue told(const QVariant &stored, const QString &name, const QJsonValue &like)
{
    if (stored.isNull())
        return {};
    if (like.isBool())
        return stored.toBool();
    if (like.isDouble())
        return stored.toLongLong();
    if (like.isObject())
        return QJsonDocument::fromJson(stored.toString().toUtf8()).object();
    if (stored.userType() == QMetaType::QDateTime)
        return stored.toDateTime().toString(u"yyyy-MM-ddTHH:mm:ss");
    if (stored.userType() == QMetaType::QDate)
        return stored.toDate().toString(Qt::ISODate);
    if (stored.userType() == QMetaType::QUuid)
        return stored.toUuid().toString(QUuid::WithoutBraces);
    const QString text = stored.toString();
    // SQLite keeps a moment with a blank between day and time.
    return name == u"period" && text.size() == 19 ? QString(text).replace(10, 1, u'T') : text;
}

/// QPSQL rounds to the millisecond, the register cuts.
bool isSameInstant(const QVariant &stored, const QString &told)
{
    const auto from = [](const QString &text) { return QDateTime::fromString(text, Qt::ISODateWithMs); };
    const QDateTime found = stored.userType() == QMetaType::QDateTime ? stored.toDateTime() : from(stored.toString());
    return qAbs(found.msecsTo(from(told))) <= 1;
}

} // namespace

QuestionBook::QuestionBook(const QString &engine) : m_book(engine), m_sqlite(engine == u"sqlite")
{
    for (const char *definition : {lots, visits, books}) {
        if (const auto made = m_book->registers().create(object(definition)); !made.ok())
            qFatal("%s", reasonOf(made).constData());
    }
    for (const char *code : {"41", "60", "62"}) {
        if (!m_book->ledger().saveAccount({QLatin1String(code), QLatin1String("an account"), {}, true}).ok())
            qFatal("The account cannot be made.");
    }
    fillStock();
    fillLedger();
    const auto definitions = m_book->registers().list();
    if (!definitions.ok())
        qFatal("%s", reasonOf(definitions).constData());
    m_definitions = *definitions;
}

RegisterDefinition QuestionBook::definition(const QString &name)
{
    for (const char *json : {lots, visits, books}) {
        const auto made = RegisterDefinition::fromJson(object(json));
        if (made.ok() && made->name() == name)
            return *made;
    }
    qFatal("There is no register %s.", qPrintable(name));
}

void QuestionBook::post(const char *name, const char *recorder, const QList<const char *> &movements)
{
    QJsonArray rows;
    for (const char *movement : movements) {
        QJsonObject row = object(movement);
        row.insert(QStringLiteral("recorder"), QLatin1String(recorder));
        rows << row;
    }
    if (const auto posted = m_book->registers().post(QLatin1String(name), rows); !posted.ok())
        qFatal("%s", reasonOf(posted).constData());
    QThread::msleep(3); // so that there is an instant between two
    m_instants << QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-ddTHH:mm:ss.zzz") + u'Z';
    QThread::msleep(3);
}

void QuestionBook::fillStock()
{
    post("stock_by_lot", "hand:1",
        {"{'period':'2026-03-31T23:59:59','warehouse':'MAIN','lot':'A','best_before':'2027-01-01','quantity':'10.5',"
         "'amount':'-0.05','pallets':3}",
            "{'period':'2026-04-01','warehouse':'EAST','shelf':-7,'lot':'it\\u0027s','best_before':'2027-01-01',"
            "'frozen':true,'quantity':'1','amount':'999999.99','pallets':-2}"});
    post("stock_by_lot", "hand:2",
        {"{'period':'2026-04-15T09:30:00','warehouse':'MAIN','lot':'A','best_before':'2027-01-01','quantity':"
         "'-0.0001','amount':'0.02','pallets':-4,'cause':'hand:1'}"});
    post("stock_by_lot", "hand:3",
        {"{'period':'2026-04-16','warehouse':'EAST','lot':'gone','best_before':'2026-12-31','quantity':'5',"
         "'amount':'1'}"});
    if (!m_book->registers().unpost(QStringLiteral("stock_by_lot"), QStringLiteral("hand:3")).ok())
        qFatal("It cannot be taken back.");
    post("visits", "hand:4",
        {"{'period':'2026-04-01','door':'north','card':'0c2f8ab5-1d5c-4b7e-9a54-2f6f0a6d3c11','people':5}",
            "{'period':'2026-05-01T12:00:00','door':'south','card':'0c2f8ab5-1d5c-4b7e-9a54-2f6f0a6d3c12','people':-2}",
            "{'period':'2026-05-02','door':'\\u00e4','card':'0c2f8ab5-1d5c-4b7e-9a54-2f6f0a6d3c11','people':1}"});
}

void QuestionBook::fillLedger()
{
    post("books", "entry:1",
        {"{'period':'2026-03-31T23:59:59','account_dr':'41','analytics_dr':{'item':'A','lot':'1'},'account_cr':'60',"
         "'analytics_cr':{'partner':'it\\u0027s'},'branch':'MAIN','amount':'100.10','pieces':4}",
            "{'period':'2026-04-02','account_dr':'41','analytics_dr':{'item':'B'},'account_cr':'60','analytics_cr':"
            "{'partner':'ACME'},'currency':'USD','branch':'EAST','amount':'50','pieces':2}"});
    post("books", "entry:2",
        {"{'period':'2026-04-15T09:30:00','account_dr':'62','analytics_dr':{'partner':'ACME'},'account_cr':'41',"
         "'analytics_cr':{'item':'A','lot':'1'},'branch':'MAIN','amount':'120.11','pieces':3}",
            "{'period':'2026-04-15','account_dr':'60','account_cr':'60','analytics_cr':{'partner':'ACME'},'branch':"
            "'MAIN','amount':'7.77','pieces':0}"});
    post("books", "entry:3",
        {"{'period':'2026-05-03','account_dr':'41','account_cr':'62','branch':'EAST','amount':'-3','pieces':-1}"});
    if (!m_book->registers().unpost(QStringLiteral("books"), QStringLiteral("entry:2")).ok())
        qFatal("It cannot be taken back.");
    post("books", "entry:2",
        {"{'period':'2026-04-16','account_dr':'62','analytics_dr':{'partner':'ACME'},'account_cr':'41','analytics_cr':"
         "{'item':'A','lot':'1'},'branch':'MAIN','amount':'110','pieces':3}"});
}

RegisterQuestion QuestionBook::question(RegisterQuestion::Kind kind, const QString &name, const QJsonObject &query)
{
    for (const RegisterDefinition &definition : std::as_const(m_definitions)) {
        if (definition.name() == name)
            return {kind, definition, query};
    }
    qFatal("There is no register %s.", qPrintable(name));
}

Result<QJsonObject> QuestionBook::answer(const RegisterQuestion &question)
{
    return m_book->registers().answer(question);
}

QString QuestionBook::sqlDiffers(const RegisterQuestion &question, const QJsonArray &rows)
{
    const QString sql = sqlText(question, m_sqlite);
    QSqlQuery statement(m_book->session().database());
    statement.setNumericalPrecisionPolicy(QSql::HighPrecision);
    if (!statement.exec(sql))
        return statement.lastError().text() + u'\n' + sql;
    int count = 0;
    for (; statement.next(); ++count) {
        if (count >= rows.size())
            return QStringLiteral("more than %1 rows\n%2").arg(rows.size()).arg(sql);
        const QJsonObject row = rows.at(count).toObject();
        const QSqlRecord record = statement.record();
        for (auto field = row.begin(); field != row.end(); ++field) {
            const int column = record.indexOf(field.key());
            if (column < 0)
                return QStringLiteral("no column %1\n%2").arg(field.key(), sql);
            const QJsonValue found = told(record.value(column), field.key(), field.value());
            if (field.key() == u"recorded_at" && isSameInstant(record.value(column), field->toString()))
                continue;
            if (found != field.value())
                return QStringLiteral("row %1 %2: %3 instead of %4\n%5")
                    .arg(QString::number(count), field.key(), found.toVariant().toString(),
                        field.value().toVariant().toString(), sql);
        }
    }
    return count == rows.size() ? QString() : QStringLiteral("%1 of %2 rows\n%3").arg(count).arg(rows.size()).arg(sql);
}

} // namespace bincard::test
