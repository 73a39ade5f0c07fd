// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/DocumentListQuery.h"

#include "db/SqlCatalog.h"
#include "store/CatalogStore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace bincard {

namespace {

constexpr int maximumRows = 100'000;
constexpr int dateLength = 10;
constexpr int uuidLength = 36;

/// "2026-04-18/<uuid>/<folded number>": the last row of the page.
QString cursorOf(const DocumentSummary &row)
{
    return row.date.toString(Qt::ISODate) + u'/' + row.id.toString(QUuid::WithoutBraces) + u'/' + codeKey(row.number);
}

/// For LIKE ... ESCAPE '\': what is typed is looked for as it stands.
QString containing(const QString &text)
{
    QString pattern = text;
    for (const char16_t special : {u'\\', u'%', u'_'})
        pattern.replace(QChar(special), QStringLiteral("\\") + QChar(special));
    return u'%' + pattern + u'%';
}

Result<DocumentSummary> read(const db::Rows &rows)
{
    BINCARD_ASSIGN(kind, documentKind(rows.text(1)));
    BINCARD_ASSIGN(state, documentState(rows.text(2)));
    DocumentSummary row;
    row.id = rows.uuid(0);
    row.kind = kind;
    row.state = state;
    row.number = rows.text(3);
    row.date = rows.date(4);
    row.partner = rows.text(5);
    row.partnerName = rows.text(6);
    row.warehouse = rows.text(7);
    row.warehouseTo = rows.text(8);
    row.note = rows.text(9);
    row.lines = static_cast<int>(rows.integer(10));
    row.total = rows.decimal(11, amountScale);
    row.version = static_cast<int>(rows.integer(12));
    return row;
}

} // namespace

void DocumentListQuery::condition(const QString &sql, const db::Values &values)
{
    m_conditions << sql;
    m_values += values;
}

void DocumentListQuery::oneOf(const QString &column, const QStringList &codes)
{
    if (codes.isEmpty())
        return;
    db::Values values;
    for (const QString &code : codes)
        values << code;
    condition(
        column + QStringLiteral(" IN (%1)").arg(QStringList(codes.size(), QStringLiteral("?")).join(u',')), values);
}

Result<void> DocumentListQuery::matchText(const QString &text)
{
    const QString key = text.simplified().toCaseFolded();
    if (key.isEmpty())
        return {};
    // Partners are matched here: SQLite folds only ASCII, and a book has far fewer partners than documents.
    BINCARD_ASSIGN(partners, CatalogStore(m_session).all<Partner>());
    QJsonArray ids;
    for (const Partner &partner : partners) {
        if (codeKey(partner.code).contains(key) || partner.name.toCaseFolded().contains(key))
            ids << QString::number(partner.id.value);
    }
    const QString list = QString::fromUtf8(QJsonDocument(ids).toJson(QJsonDocument::Compact));
    condition(QStringLiteral("(d.search_key LIKE ? ESCAPE '\\' OR d.partner_id IN (%1))")
                  .arg(m_session.dialect().isSqlite()
                          ? QStringLiteral("SELECT CAST(value AS INTEGER) FROM json_each(?)")
                          : QStringLiteral("SELECT CAST(jsonb_array_elements_text(CAST(? AS JSONB)) AS BIGINT)")),
        {containing(key), list});
    return {};
}

Result<void> DocumentListQuery::continueAfter(const QString &cursor)
{
    if (cursor.isEmpty())
        return {};
    const QDate date = QDate::fromString(cursor.left(dateLength), Qt::ISODate);
    const QUuid id = QUuid::fromString(cursor.mid(dateLength + 1, uuidLength));
    if (!date.isValid() || id.isNull() || cursor.size() < dateLength + uuidLength + 2)
        return Error::validation(QStringLiteral("after"),
            {QT_TRANSLATE_NOOP("Error", "\"%1\" is not where a page of this list ended."), {cursor.left(80)}});
    condition(QStringLiteral("(d.posting_date, d.number_key, d.id) < (?, ?, ?)"),
        {date, cursor.mid(dateLength + uuidLength + 2), id});
    return {};
}

Result<DocumentPage> DocumentListQuery::run(const DocumentFilter &filter)
{
    QStringList kinds, states;
    for (const DocumentKind kind : filter.kinds)
        kinds << code(kind);
    for (const DocumentState state : filter.states)
        states << code(state);
    oneOf(QStringLiteral("d.kind"), kinds);
    oneOf(QStringLiteral("d.state"), states);
    if (!filter.partner.isEmpty())
        condition(QStringLiteral("p.code_key = ?"), {codeKey(filter.partner)});
    if (!filter.warehouse.isEmpty())
        condition(QStringLiteral("(w.code_key = ? OR t.code_key = ?)"),
            {codeKey(filter.warehouse), codeKey(filter.warehouse)});
    if (!filter.item.isEmpty())
        condition(QStringLiteral("d.id IN (SELECT l.document_id FROM document_lines l JOIN items i ON i.id = l.item_id "
                                 "WHERE i.code_key = ?)"),
            {codeKey(filter.item)});
    if (filter.from)
        condition(QStringLiteral("d.posting_date >= ?"), {*filter.from});
    if (filter.to)
        condition(QStringLiteral("d.posting_date <= ?"), {*filter.to});
    BINCARD_TRY(matchText(filter.text));
    BINCARD_TRY(continueAfter(filter.after));

    const int limit = std::clamp(filter.limit, 1, maximumRows);
    m_values << limit + 1; // one more tells whether there is a next page
    const QString where = m_conditions.isEmpty() ? QString() : u"WHERE " + m_conditions.join(QStringLiteral(" AND "));
    const QString sql = db::sql(m_session.dialect(), QStringLiteral("document_list"));
    BINCARD_ASSIGN(rows,
        m_session.query(sql + u'\n' + where
                + QStringLiteral("\nORDER BY d.posting_date DESC, d.number_key DESC, d.id DESC LIMIT ?"),
            m_values));
    DocumentPage page;
    while (rows.next()) {
        BINCARD_ASSIGN(row, read(rows));
        page.rows << row;
    }
    BINCARD_TRY(rows.finished());
    if (page.rows.size() > limit) {
        page.rows.removeLast();
        page.next = cursorOf(page.rows.constLast());
    }
    return page;
}

} // namespace bincard
