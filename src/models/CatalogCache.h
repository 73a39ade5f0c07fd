// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"
#include "service/CatalogService.h"

#include <QHash>
#include <QObject>

namespace bincard {

/// The catalog of the open book as every page needs it: names for codes, completion, choices. Reloaded when the catalog
/// changes. GUI thread.
class CatalogCache : public QObject
{
    Q_OBJECT
public:
    explicit CatalogCache(BookClient &client, QObject *parent = nullptr);

    [[nodiscard]] const CatalogSnapshot &snapshot() const { return m_snapshot; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    void reload();
    [[nodiscard]] const Item *item(const QString &code) const; ///< whatever the case; null if there is none
    [[nodiscard]] const Item *itemByBarcode(const QString &barcode) const;
    [[nodiscard]] const Warehouse *warehouse(const QString &code) const;
    [[nodiscard]] const Partner *partner(const QString &code) const;
    [[nodiscard]] const Category *category(const QString &code) const;

signals:
    void changed();
    void failed(const bincard::Error &error); ///< what was known before stays

private:
    void take(CatalogSnapshot snapshot);

    BookClient &m_client;
    Generation m_generation;
    CatalogSnapshot m_snapshot;
    QHash<QString, qsizetype> m_items, m_barcodes, m_warehouses, m_partners, m_categories; ///< lower-case key -> row
    bool m_loaded = false, m_loading = false;
};

} // namespace bincard
