// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/CatalogCache.h"

#include "service/OpenBook.h"

namespace bincard {

namespace {

template <typename Row>
const Row *find(const QHash<QString, qsizetype> &index, const QList<Row> &rows, const QString &key)
{
    const auto found = index.constFind(key.toLower());
    return found == index.cend() ? nullptr : &rows.at(*found);
}

template <typename Row>
void indexByCode(QHash<QString, qsizetype> &index, const QList<Row> &rows)
{
    index.clear();
    index.reserve(rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i)
        index.insert(rows.at(i).code.toLower(), i);
}

} // namespace

CatalogCache::CatalogCache(BookClient &client, QObject *parent) : QObject(parent), m_client(client)
{
    connect(&client, &BookClient::opened, this, &CatalogCache::reload);
    connect(&client, &BookClient::catalogChanged, this, &CatalogCache::reload);
    connect(&client, &BookClient::closed, this, [this] {
        m_generation.next();
        m_loading = false;
        take({});
        m_loaded = false;
    });
}

void CatalogCache::reload()
{
    const int generation = m_generation.next();
    m_loading = true;
    m_client.request<CatalogSnapshot>(
        this, [](OpenBook &book) { return book.catalog().all(); },
        [this, generation](Result<CatalogSnapshot> result) {
            if (!m_generation.isCurrent(generation))
                return;
            m_loading = false;
            if (result.ok())
                take(std::move(*result));
            else
                emit failed(result.error());
        });
}

void CatalogCache::take(CatalogSnapshot snapshot)
{
    m_snapshot = std::move(snapshot);
    indexByCode(m_items, m_snapshot.items);
    indexByCode(m_warehouses, m_snapshot.warehouses);
    indexByCode(m_partners, m_snapshot.partners);
    indexByCode(m_categories, m_snapshot.categories);
    m_barcodes.clear();
    for (qsizetype i = 0; i < m_snapshot.items.size(); ++i) {
        if (const QString &barcode = m_snapshot.items.at(i).barcode; !barcode.isEmpty())
            m_barcodes.insert(barcode.toLower(), i);
    }
    m_loaded = true;
    emit changed();
}

const Item *CatalogCache::item(const QString &code) const { return find(m_items, m_snapshot.items, code); }

const Item *CatalogCache::itemByBarcode(const QString &barcode) const
{
    return find(m_barcodes, m_snapshot.items, barcode);
}

const Warehouse *CatalogCache::warehouse(const QString &code) const
{
    return find(m_warehouses, m_snapshot.warehouses, code);
}

const Partner *CatalogCache::partner(const QString &code) const { return find(m_partners, m_snapshot.partners, code); }

const Category *CatalogCache::category(const QString &code) const
{
    return find(m_categories, m_snapshot.categories, code);
}

} // namespace bincard
