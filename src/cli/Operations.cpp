// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Operations.h"

#include "cli/DocumentOperations.h"
#include "cli/LedgerOperations.h"
#include "cli/Request.h"
#include "service/CatalogService.h"
#include "service/ClosingService.h"
#include "service/OpenBook.h"
#include "service/RegisterService.h"
#include "service/RequestKeeper.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMap>

namespace bincard::cli {

using namespace Qt::StringLiterals;

namespace {

using Handler = Result<QJsonObject> (*)(OpenBook &, const QJsonObject &, const QUuid &);

struct Operation
{
    Handler handler;
    /// Whether a request_id and its answer are kept. Documents keep theirs in their history; what only reads, or makes
    /// again what follows from the rest, needs none.
    bool once = false;
};

template <typename T>
Result<QJsonObject> answer(const Result<T> &done, const QString &field, const QJsonValue &value)
{
    if (!done)
        return done.error();
    return QJsonObject{{field, value}};
}

// --- registers
// --------------------------------------------------------------------------------------------------------

Result<QJsonObject> registerList(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    BINCARD_TRY(Request(arguments).finished());
    BINCARD_ASSIGN(definitions, book.registers().list());
    QJsonArray rows;
    for (const RegisterDefinition &definition : definitions)
        rows.append(definition.toJson());
    return QJsonObject{{u"rows"_s, rows}};
}

Result<QJsonObject> registerInfo(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const QString name = request.text(u"register"_s);
    BINCARD_TRY(request.finished());
    return book.registers().info(name);
}

Result<QJsonObject> registerCreate(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const QJsonObject definition = request.object(u"definition"_s);
    BINCARD_TRY(request.finished());
    return answer(book.registers().create(definition), u"created"_s, definition.value(u"name"_s));
}

Result<QJsonObject> registerAlter(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const QString name = request.text(u"register"_s);
    const QJsonObject definition = request.object(u"definition"_s);
    BINCARD_TRY(request.finished());
    return answer(book.registers().alter(name, definition), u"altered"_s, name);
}

Result<QJsonObject> registerDrop(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const QString name = request.text(u"register"_s);
    const bool force = request.flag(u"force"_s);
    BINCARD_TRY(request.finished());
    return answer(book.registers().drop(name, force), u"dropped"_s, name);
}

Result<QJsonObject> registerVerify(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const QString name = request.text(u"register"_s, Request::Optional);
    BINCARD_TRY(request.finished());
    return book.registers().verify(name);
}

Result<QJsonObject> registerRebuild(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const QString name = request.text(u"register"_s, Request::Optional);
    BINCARD_TRY(request.finished());
    return answer(book.registers().rebuild(name), u"rebuilt"_s, name.isEmpty() ? QJsonValue() : QJsonValue(name));
}

Result<QJsonObject> registerPartitions(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const QString name = request.text(u"register"_s);
    BINCARD_TRY(request.finished());
    return book.registers().partitions(name);
}

Result<QJsonObject> registerDetach(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const QString name = request.text(u"register"_s);
    const QString partition = request.text(u"partition"_s);
    BINCARD_TRY(request.finished());
    return book.registers().detach(name, partition);
}

Result<QJsonObject> maintain(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    BINCARD_TRY(Request(arguments).finished());
    return book.registers().maintain();
}

Result<QJsonObject> post(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const QString name = request.text(u"register"_s);
    const QJsonArray movements = request.array(u"movements"_s);
    const bool append = request.flag(u"append"_s);
    BINCARD_TRY(request.finished());
    return book.registers().post(name, movements, append);
}

Result<QJsonObject> unpost(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const QString name = request.text(u"register"_s);
    const QString recorder = request.text(u"recorder"_s);
    BINCARD_TRY(request.finished());
    return book.registers().unpost(name, recorder);
}

Result<QJsonObject> repost(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const QString name = request.text(u"register"_s);
    const QString recorder = request.text(u"recorder"_s);
    const QJsonArray movements = request.array(u"movements"_s);
    BINCARD_TRY(request.finished());
    return book.registers().repost(name, recorder, movements);
}

/// balance, turnover and movements: the service reads the fields of the query itself.
template <Result<QJsonObject> (RegisterService::*Query)(const QString &, const QJsonObject &)>
Result<QJsonObject> query(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const QString name = request.text(u"register"_s);
    const QJsonObject rest = request.rest();
    BINCARD_TRY(request.finished());
    return (book.registers().*Query)(name, rest);
}

Result<QJsonObject> closePeriod(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    QJsonObject given = arguments;
    if (given.value(u"reopen"_s).toBool() && given.value(u"date"_s) == u"none"_s)
        given.remove(u"date"_s); // all of it
    Request request(given);
    const std::optional<QDate> date = request.date(u"date"_s);
    const bool reopen = request.flag(u"reopen"_s);
    if (!date && !reopen && !arguments.contains(u"date"_s))
        request.problem(u"date"_s, {QT_TRANSLATE_NOOP("Error", "Say up to which date the book is to be closed."), {}});
    BINCARD_TRY(request.finished());
    BINCARD_ASSIGN(
        until, reopen ? book.closing().reopen(date.value_or(QDate())) : book.closing().close(date.value_or(QDate())));
    return QJsonObject{{u"closed_until"_s, until.isValid() ? until.toString(Qt::ISODate) : QJsonValue()}};
}

// --- catalog
// ----------------------------------------------------------------------------------------------------------

/// Reads `kind`; what is wrong with it becomes a problem of the request.
CatalogKind kindOf(Request &request)
{
    const QString word = request.text(u"kind"_s);
    const Result<CatalogKind> kind = catalogKind(word);
    if (!kind && !word.isEmpty())
        request.problem(u"kind"_s, kind.error().message());
    return kind ? *kind : CatalogKind::Items;
}

Result<QJsonObject> catalogList(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const CatalogKind kind = kindOf(request);
    BINCARD_TRY(request.finished());
    BINCARD_ASSIGN(rows, book.catalog().list(kind));
    QJsonArray array;
    for (const QJsonObject &row : rows)
        array.append(row);
    return QJsonObject{{u"rows"_s, array}};
}

Result<QJsonObject> catalogUpsert(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const CatalogKind kind = kindOf(request);
    const QJsonObject row = request.object(u"row"_s);
    BINCARD_TRY(request.finished());
    return book.catalog().upsert(kind, row);
}

Result<QJsonObject> catalogDeactivate(OpenBook &book, const QJsonObject &arguments, const QUuid &)
{
    Request request(arguments);
    const CatalogKind kind = kindOf(request);
    const QString code = request.text(u"code"_s);
    BINCARD_TRY(request.finished());
    return book.catalog().setActive(kind, code, false);
}

const QMap<QString, Operation> &operations()
{
    static const QMap<QString, Operation> all{
        {u"register.list"_s, {registerList}},
        {u"register.info"_s, {registerInfo}},
        {u"register.create"_s, {registerCreate, true}},
        {u"register.alter"_s, {registerAlter, true}},
        {u"register.drop"_s, {registerDrop, true}},
        {u"register.verify"_s, {registerVerify}},
        {u"register.rebuild"_s, {registerRebuild}},
        {u"register.partitions"_s, {registerPartitions}},
        {u"register.detach"_s, {registerDetach, true}},
        {u"maintain"_s, {maintain}},
        {u"post"_s, {post, true}},
        {u"unpost"_s, {unpost, true}},
        {u"repost"_s, {repost, true}},
        {u"balance"_s, {query<&RegisterService::balance>}},
        {u"turnover"_s, {query<&RegisterService::turnover>}},
        {u"movements"_s, {query<&RegisterService::movements>}},
        {u"close_period"_s, {closePeriod, true}},
        {u"catalog.list"_s, {catalogList}},
        {u"catalog.upsert"_s, {catalogUpsert, true}},
        {u"catalog.deactivate"_s, {catalogDeactivate, true}},
        {u"ledger.accounts"_s, {ledger::accounts}},
        {u"ledger.save_account"_s, {ledger::saveAccount, true}},
        {u"ledger.setup"_s, {ledger::setUp, true}},
        {u"ledger.scheme"_s, {ledger::scheme}},
        {u"ledger.set_rule"_s, {ledger::setRule, true}},
        {u"ledger.remove_rule"_s, {ledger::removeRule, true}},
        {u"ledger.posting"_s, {ledger::posting, true}},
        {u"ledger.trial_balance"_s, {ledger::trialBalance}},
        {u"ledger.card"_s, {ledger::card}},
        {u"ledger.check"_s, {ledger::check}},
        {u"document.create"_s, {document::create}},
        {u"document.post"_s, {document::post}},
        {u"document.unpost"_s, {document::unpost}},
        {u"document.repost"_s, {document::repost}},
        {u"document.show"_s, {document::show}},
        {u"document.list"_s, {document::list}},
    };
    return all;
}

/// Equal for equal requests: the fields of a QJsonObject are sorted, so their order makes no difference.
QString fingerprintOf(const QString &operation, const QJsonObject &arguments)
{
    const QJsonObject request{{u"op"_s, operation}, {u"arguments"_s, arguments}};
    const QByteArray text = QJsonDocument(request).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

} // namespace

Result<QJsonObject> Operations::perform(const QJsonObject &request)
{
    Request head(request);
    const QString name = head.text(u"op"_s);
    const QString requestId = head.text(u"request_id"_s, Request::Optional);
    if (requestId.isEmpty() && request.value(u"request_id"_s).isString())
        head.problem(u"request_id"_s, {QT_TRANSLATE_NOOP("Error", "A text is needed here."), {}});
    const QJsonObject arguments = head.rest();
    BINCARD_TRY(head.finished());
    const auto found = operations().constFind(name);
    if (found == operations().constEnd())
        return Error::validation(u"op"_s,
            {QT_TRANSLATE_NOOP("Error", "There is no operation \"%1\". There are: %2."),
                {name, names().join(u", "_s)}});
    if (!found->once || requestId.isEmpty())
        return found->handler(m_book, arguments, requestIdOf(requestId));
    return m_book.registers().once(
        requestId, [&] { return found->handler(m_book, arguments, {}); }, fingerprintOf(name, arguments));
}

QStringList Operations::names() { return operations().keys(); }

} // namespace bincard::cli
