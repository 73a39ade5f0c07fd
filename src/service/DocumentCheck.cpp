// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/DocumentCheck.h"

#include "domain/Posting.h"
#include "store/CatalogStore.h"

#include <QCoreApplication>

namespace bincard {

namespace {

class Check
{
public:
    Check(db::Session &session, Document &document, const std::optional<Document> &before)
        : m_catalog(session)
        , m_documents(session)
        , m_document(document)
    {
        if (before) {
            m_knownBefore << codeKey(before->partner) << codeKey(before->warehouse) << codeKey(before->warehouseTo);
            for (const DocumentLine &line : before->lines)
                m_knownItems << codeKey(line.item);
        }
    }

    Result<DocumentReferences> run()
    {
        m_problems = problemsOf(m_document);
        DocumentReferences found;
        BINCARD_TRY(header(found));
        BINCARD_TRY(lines(found));
        m_problems += postingProblems(m_document, servicesIn(found));
        if (const auto computed = computeAmounts(m_document); !computed.ok())
            m_problems += computed.error().problems();
        if (!m_problems.isEmpty())
            return Error::validation(m_problems);
        return found;
    }

private:
    /// One of partner, warehouse and destination. Nothing to look up where none is named.
    template <typename Row, typename RowId>
    Result<void> reference(const char *field, QString &code, QString &name, RowId &id, const char *unknown)
    {
        name.clear();
        if (code.trimmed().isEmpty())
            return {};
        BINCARD_ASSIGN(row, m_catalog.find<Row>(code));
        if (!row) {
            m_problems << Problem{QLatin1String(field), 0, {unknown, {code.left(60)}}};
        } else if (!row->active && !m_knownBefore.contains(codeKey(row->code))) {
            m_problems << Problem{QLatin1String(field), 0, inactive(row->code)};
        } else {
            id = row->id;
            code = row->code;
            name = row->name;
        }
        return {};
    }

    static Message inactive(const QString &code)
    {
        return {QT_TRANSLATE_NOOP("Error", "%1 is not active any more."), {code}};
    }

    Result<void> header(DocumentReferences &found)
    {
        BINCARD_TRY((reference<Partner>("partner", m_document.partner, m_document.partnerName, found.partner,
            QT_TRANSLATE_NOOP("Error", "There is no partner \"%1\"."))));
        BINCARD_TRY((reference<Warehouse>("warehouse", m_document.warehouse, m_document.warehouseName, found.warehouse,
            QT_TRANSLATE_NOOP("Error", "There is no warehouse \"%1\"."))));
        return reference<Warehouse>("warehouse_to", m_document.warehouseTo, m_document.warehouseToName,
            found.warehouseTo, QT_TRANSLATE_NOOP("Error", "There is no warehouse \"%1\"."));
    }

    Result<void> lines(DocumentReferences &found)
    {
        QStringList keys;
        for (const DocumentLine &line : std::as_const(m_document.lines))
            keys << codeKey(line.item);
        keys.removeDuplicates();
        BINCARD_ASSIGN(items, m_documents.itemsByKeys(keys));
        for (qsizetype i = 0; i < m_document.lines.size(); ++i) {
            DocumentLine &line = m_document.lines[i];
            const Item item = items.value(codeKey(line.item));
            const auto wrong = [&](Message message) {
                m_problems << Problem{QStringLiteral("lines.item"), static_cast<int>(i) + 1, std::move(message)};
            };
            found.items << item;
            if (line.item.trimmed().isEmpty())
                continue; // problemsOf() has said so
            if (!item.id.isValid())
                wrong({QT_TRANSLATE_NOOP("Error", "There is no item \"%1\"."), {line.item.left(60)}});
            else if (!item.active && !m_knownItems.contains(codeKey(item.code)))
                wrong(inactive(item.code));
            else {
                line.item = item.code;
                line.itemName = item.name;
                line.unit = item.unit;
                line.unitDecimals = item.unitDecimals;
            }
        }
        return {};
    }

    CatalogStore m_catalog;
    DocumentStore m_documents;
    Document &m_document;
    QSet<QString> m_knownBefore, m_knownItems;
    QList<Problem> m_problems;
};

} // namespace

Result<DocumentReferences> checkDocument(
    db::Session &session, Document &document, const std::optional<Document> &before)
{
    return Check(session, document, before).run();
}

Result<DocumentReferences> referencesOf(db::Session &session, const Document &document)
{
    CatalogStore catalog(session);
    DocumentReferences found;
    BINCARD_ASSIGN(partner, catalog.find<Partner>(document.partner));
    BINCARD_ASSIGN(warehouse, catalog.find<Warehouse>(document.warehouse));
    BINCARD_ASSIGN(warehouseTo, catalog.find<Warehouse>(document.warehouseTo));
    found.partner = partner.value_or(Partner()).id;
    found.warehouse = warehouse.value_or(Warehouse()).id;
    found.warehouseTo = warehouseTo.value_or(Warehouse()).id;
    QStringList keys;
    for (const DocumentLine &line : document.lines)
        keys << codeKey(line.item);
    BINCARD_ASSIGN(items, DocumentStore(session).itemsByKeys(keys));
    for (const QString &key : keys)
        found.items << items.value(key);
    return found;
}

QSet<QString> servicesIn(const DocumentReferences &references)
{
    QSet<QString> services;
    for (const Item &item : references.items) {
        if (item.service)
            services << item.code;
    }
    return services;
}

} // namespace bincard
