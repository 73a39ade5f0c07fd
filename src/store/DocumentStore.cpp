// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/DocumentStore.h"

#include "db/SqlCatalog.h"
#include "store/CatalogStore.h"
#include "store/DocumentListQuery.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace bincard {

using db::orNull;
using db::Rows;
using db::Values;

namespace {

QString compact(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QString numberOf(DocumentKind kind, int year, qint64 counter)
{
    return QStringLiteral("%1-%2-%3")
        .arg(QLatin1String(traits(kind).numberPrefix), QString::number(year))
        .arg(counter, 4, 10, QLatin1Char('0'));
}

Values headerValues(const Document &document, const DocumentReferences &references)
{
    const QString search = QString(document.number + u'\n' + document.note).toCaseFolded();
    return {code(document.kind), code(document.state), document.number, codeKey(document.number), document.date,
        orNull(references.partner.value), references.warehouse.value, orNull(references.warehouseTo.value),
        document.note, search, document.total, static_cast<int>(document.lines.size()), document.version, document.id};
}

/// For SQLite a decimal is its scaled integer; both engines take the text of either and lose no digit of it.
QString jsonText(Decimal value, const db::Dialect &dialect)
{
    return dialect.isSqlite() ? QString::number(value.units()) : value.toString();
}

} // namespace

Result<Rows> DocumentStore::query(const char *statement, const Values &values)
{
    return m_session.query(db::sql(m_session.dialect(), QLatin1String(statement)), values);
}

Result<void> DocumentStore::execute(const char *statement, const Values &values)
{
    BINCARD_TRY(m_session.execute(db::sql(m_session.dialect(), QLatin1String(statement)), values));
    return {};
}

Result<std::optional<QUuid>> DocumentStore::singleId(const char *statement, const Values &values)
{
    BINCARD_ASSIGN(rows, query(statement, values));
    std::optional<QUuid> id;
    if (rows.next())
        id = rows.uuid(0);
    BINCARD_TRY(rows.finished());
    return id;
}

Result<void> DocumentStore::lock(const QUuid &id)
{
    BINCARD_ASSIGN(rows, query("document_lock", {id}));
    (void)rows.next();
    return rows.finished();
}

Result<void> DocumentStore::lockPools(const QList<ItemId> &items)
{
    if (items.isEmpty() || m_session.dialect().isSqlite()) // there one writer at a time has the whole file
        return {};
    QJsonArray ids;
    for (const ItemId item : items)
        ids << QString::number(item.value);
    BINCARD_ASSIGN(rows, query("item_pool_lock", {compact(ids)}));
    while (rows.next()) {}
    return rows.finished();
}

Result<std::optional<Document>> DocumentStore::find(const QUuid &id)
{
    Document document;
    {
        BINCARD_ASSIGN(rows, query("document_find", {id}));
        if (!rows.next()) {
            BINCARD_TRY(rows.finished());
            return std::optional<Document>();
        }
        BINCARD_ASSIGN(kind, documentKind(rows.text(1)));
        BINCARD_ASSIGN(state, documentState(rows.text(11)));
        document.id = rows.uuid(0);
        document.kind = kind;
        document.number = rows.text(2);
        document.date = rows.date(3);
        document.partner = rows.text(4);
        document.warehouse = rows.text(5);
        document.warehouseTo = rows.text(6);
        document.partnerName = rows.text(7);
        document.warehouseName = rows.text(8);
        document.warehouseToName = rows.text(9);
        document.note = rows.text(10);
        document.state = state;
        document.version = static_cast<int>(rows.integer(12));
        document.total = rows.decimal(13, amountScale);
    }
    BINCARD_ASSIGN(rows, query("document_lines", {id}));
    while (rows.next()) {
        DocumentLine line;
        line.item = rows.text(0);
        line.itemName = rows.text(1);
        line.unit = rows.text(2);
        line.unitDecimals = static_cast<int>(rows.integer(3));
        line.quantity = rows.decimal(4, quantityScale);
        line.unitPrice = rows.decimal(5, priceScale);
        line.discount = rows.decimal(6, percentScale);
        line.amount = rows.decimal(7, amountScale);
        line.amountGiven = rows.boolean(8);
        document.lines << line;
    }
    BINCARD_TRY(rows.finished());
    return std::optional<Document>(document);
}

Result<std::optional<QUuid>> DocumentStore::findByNumber(DocumentKind kind, const QString &number)
{
    return singleId("document_by_number", {code(kind), codeKey(number)});
}

Result<std::optional<AnsweredRequest>> DocumentStore::findByRequest(const QUuid &requestId)
{
    BINCARD_ASSIGN(rows, query("document_by_request", {requestId}));
    std::optional<AnsweredRequest> answered;
    if (rows.next())
        answered = AnsweredRequest{rows.uuid(0), rows.text(1), rows.text(2)};
    BINCARD_TRY(rows.finished());
    return answered;
}

Result<std::optional<DocumentKind>> DocumentStore::kindOf(const QUuid &id)
{
    BINCARD_ASSIGN(rows, query("document_kind", {id}));
    if (!rows.next()) {
        BINCARD_TRY(rows.finished());
        return std::optional<DocumentKind>();
    }
    BINCARD_ASSIGN(kind, documentKind(rows.text(0)));
    return std::optional<DocumentKind>(kind);
}

Result<QHash<QUuid, QString>> DocumentStore::numbers(const QList<QUuid> &ids)
{
    QJsonArray texts;
    for (const QUuid &id : ids)
        texts << id.toString(QUuid::WithoutBraces);
    BINCARD_ASSIGN(rows, query("document_numbers", {compact(texts)}));
    QHash<QUuid, QString> found;
    while (rows.next())
        found.insert(rows.uuid(0), rows.text(1));
    BINCARD_TRY(rows.finished());
    return found;
}

Result<void> DocumentStore::insertLines(const Document &document, const DocumentReferences &references)
{
    Q_ASSERT(references.items.size() == document.lines.size());
    const db::Dialect &dialect = m_session.dialect();
    QJsonArray lines;
    for (qsizetype i = 0; i < document.lines.size(); ++i) {
        const DocumentLine &line = document.lines.at(i);
        lines << QJsonArray{i + 1, QString::number(references.items.at(i).id.value), jsonText(line.quantity, dialect),
            jsonText(line.unitPrice, dialect), jsonText(line.discount, dialect), jsonText(line.amount, dialect),
            line.amountGiven ? 1 : 0};
    }
    return execute("document_lines_insert", {document.id, compact(lines)});
}

Result<void> DocumentStore::insert(const Document &document, const DocumentReferences &references)
{
    BINCARD_TRY(execute("document_insert", headerValues(document, references)));
    return insertLines(document, references);
}

Result<void> DocumentStore::update(const Document &document, const DocumentReferences &references)
{
    BINCARD_TRY(execute("document_update", headerValues(document, references)));
    BINCARD_TRY(execute("document_lines_delete", {document.id}));
    return insertLines(document, references);
}

Result<void> DocumentStore::updateState(const Document &document)
{
    return execute("document_state_update", {code(document.state), document.version, document.id});
}

Result<void> DocumentStore::remove(const QUuid &id)
{
    BINCARD_TRY(execute("document_history_delete", {id}));
    BINCARD_TRY(execute("document_lines_delete", {id}));
    return execute("document_delete", {id});
}

Result<void> DocumentStore::addHistory(const Document &document, const HistoryRecord &record)
{
    const QString content = QString::fromUtf8(QJsonDocument(toJson(document)).toJson(QJsonDocument::Compact));
    BINCARD_TRY(execute("book_user_ensure", {record.by}));
    return execute("document_history_insert",
        {document.id, document.version, record.action, record.requestId, content, record.by});
}

Result<bool> DocumentStore::isTaken(DocumentKind kind, const QString &number)
{
    BINCARD_ASSIGN(holder, findByNumber(kind, number));
    return holder.has_value();
}

Result<QString> DocumentStore::takeNumber(DocumentKind kind, int year)
{
    for (;;) { // past numbers that somebody typed ahead of the counter
        QString number;
        {
            BINCARD_ASSIGN(rows, query("document_counter_next", {code(kind), year}));
            if (rows.next())
                number = numberOf(kind, year, rows.integer(0));
            BINCARD_TRY(rows.finished());
        }
        Q_ASSERT(!number.isEmpty());
        BINCARD_ASSIGN(taken, isTaken(kind, number));
        if (!taken)
            return number;
    }
}

Result<void> DocumentStore::giveBackNumber(DocumentKind kind, int year, const QString &number)
{
    const QString prefix = numberOf(kind, year, 0).chopped(4);
    bool isCounted = false;
    const int counter = number.mid(prefix.size()).toInt(&isCounted);
    if (!isCounted || numberOf(kind, year, counter) != number)
        return {};
    return execute("document_counter_give_back", {code(kind), year, counter});
}

Result<QString> DocumentStore::peekNumber(DocumentKind kind, int year)
{
    qint64 counter = 0;
    {
        BINCARD_ASSIGN(rows, query("document_counter_get", {code(kind), year}));
        if (rows.next())
            counter = rows.integer(0);
        BINCARD_TRY(rows.finished());
    }
    for (;;) {
        const QString number = numberOf(kind, year, ++counter);
        BINCARD_ASSIGN(taken, isTaken(kind, number));
        if (!taken)
            return number;
    }
}

Result<DocumentPage> DocumentStore::list(const DocumentFilter &filter)
{
    return DocumentListQuery(m_session).run(filter);
}

Result<QList<HistoryEntry>> DocumentStore::history(const QUuid &id)
{
    BINCARD_ASSIGN(rows, query("document_history", {id}));
    QList<HistoryEntry> entries;
    while (rows.next())
        entries << HistoryEntry{static_cast<int>(rows.integer(0)), rows.text(1), rows.text(2), rows.text(3)};
    BINCARD_TRY(rows.finished());
    return entries;
}

Result<QHash<QString, Item>> DocumentStore::itemsByKeys(const QStringList &keys)
{
    BINCARD_ASSIGN(rows, query("item_by_keys", {compact(QJsonArray::fromStringList(keys))}));
    QHash<QString, Item> items;
    while (rows.next()) {
        Item item;
        item.id = {rows.integer(0)};
        item.code = rows.text(1);
        item.name = rows.text(2);
        item.unit = rows.text(3);
        item.unitDecimals = static_cast<int>(rows.integer(4));
        item.service = rows.boolean(5);
        item.active = rows.boolean(6);
        items.insert(codeKey(item.code), item);
    }
    BINCARD_TRY(rows.finished());
    return items;
}

} // namespace bincard
