// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accumulator/Accumulator.h"
#include "domain/Catalog.h"
#include "service/ReportService.h"

#include <QHash>
#include <QSet>

namespace bincard {

/// What a report asks of the register `inventory`: how the person's filter and grouping become the register's, and how
/// its rows become rows of the report again. Reads the catalog once; lives for one call of a service.
///
/// The register knows items and warehouses. A category, a text or many items are therefore taken from rows grouped by
/// item, here; a handful of items and warehouses travel as the register's own filter.
class StockSelection
{
public:
    [[nodiscard]] static Result<StockSelection> make(
        db::Session &session, const StockFilter &filter, const QList<Grouping> &groupBy);

    [[nodiscard]] bool isEmpty() const { return m_empty; } ///< nothing in the catalog passes the filter
    [[nodiscard]] const Filter &registerFilter() const { return m_registerFilter; }
    [[nodiscard]] const QStringList &registerGroups() const { return m_registerGroups; }

    /// Whether a row of the register passes, by its group values.
    [[nodiscard]] bool passes(const QList<QVariant> &group) const;
    /// The report's group of such a row: only what was asked for is filled.
    [[nodiscard]] StockGroup groupOf(const QList<QVariant> &group) const;
    /// Sorts and tells groups apart: codes in the order of the grouping, folded to one case.
    [[nodiscard]] QStringList sortKey(const StockGroup &group) const;

    [[nodiscard]] const Item *item(qint64 id) const;
    [[nodiscard]] const Warehouse *warehouse(qint64 id) const;
    [[nodiscard]] const QList<Item> &items() const { return m_items; }
    /// The movement's dimensions in the order of the register.
    [[nodiscard]] static qint64 warehouseIn(const QList<QVariant> &dimensions) { return dimensions.at(0).toLongLong(); }
    [[nodiscard]] static qint64 itemIn(const QList<QVariant> &dimensions) { return dimensions.at(1).toLongLong(); }

private:
    StockSelection() = default;
    [[nodiscard]] Result<void> readCatalog(db::Session &session);
    [[nodiscard]] QSet<QString> withSubcategories(const QStringList &codes) const;
    void selectItems(const StockFilter &filter);
    void selectWarehouses(const StockFilter &filter);

    QList<Category> m_categories;
    QList<Item> m_items;
    QList<Warehouse> m_warehouses;
    QHash<qint64, qsizetype> m_itemRows, m_warehouseRows;
    QHash<QString, QString> m_categoryNames;
    QList<Grouping> m_groupBy;
    QStringList m_registerGroups;
    Filter m_registerFilter;
    QSet<qint64> m_chosenItems;
    bool m_itemsRestricted = false;
    bool m_empty = false;
};

/// The names of the standard registers and their resources, as OpenBook makes them.
namespace standard {
inline const QString inventory = QStringLiteral("inventory");
inline const QString sales = QStringLiteral("sales");
inline const QString item = QStringLiteral("item");
inline const QString warehouse = QStringLiteral("warehouse");
enum InventoryResource { Quantity, Amount };
enum SalesResource { SoldQuantity, Revenue, Cost };
} // namespace standard

[[nodiscard]] Result<void> add(Decimal &sum, Decimal value);
[[nodiscard]] Result<void> add(Figures &sum, const Figures &value);
[[nodiscard]] Figures noFigures(int scale);
/// One resource's figures of a turnover row.
[[nodiscard]] Figures figuresOf(const TurnoverRow &row, int resource);

} // namespace bincard
