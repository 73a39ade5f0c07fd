// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/StockSelection.h"

#include "store/CatalogStore.h"

namespace bincard {

namespace {

/// Up to this many items travel as bound values; more would make a statement of a length of its own each time.
constexpr qsizetype itemsInFilter = 20;

bool matchesText(const Item &item, const QStringList &words)
{
    for (const QString &word : words) {
        if (!item.code.contains(word, Qt::CaseInsensitive) && !item.name.contains(word, Qt::CaseInsensitive)
            && !item.barcode.contains(word, Qt::CaseInsensitive))
            return false;
    }
    return true;
}

} // namespace

Result<StockSelection> StockSelection::make(
    db::Session &session, const StockFilter &filter, const QList<Grouping> &groupBy)
{
    StockSelection selection;
    selection.m_groupBy = groupBy;
    BINCARD_TRY(selection.readCatalog(session));
    selection.selectItems(filter);
    selection.selectWarehouses(filter);
    const bool byItem = groupBy.contains(Grouping::Item) || groupBy.contains(Grouping::Category);
    const bool fewItems = selection.m_chosenItems.size() <= itemsInFilter;
    if (selection.m_itemsRestricted && fewItems) {
        for (const qint64 id : std::as_const(selection.m_chosenItems))
            selection.m_registerFilter[standard::item] << QVariant(id);
    }
    if (byItem || (selection.m_itemsRestricted && !fewItems))
        selection.m_registerGroups << standard::item;
    if (groupBy.contains(Grouping::Warehouse))
        selection.m_registerGroups << standard::warehouse;
    return selection;
}

Result<void> StockSelection::readCatalog(db::Session &session)
{
    CatalogStore store(session);
    BINCARD_ASSIGN(categories, store.all<Category>());
    BINCARD_ASSIGN(items, store.all<Item>());
    BINCARD_ASSIGN(warehouses, store.all<Warehouse>());
    m_categories = categories;
    m_items = items;
    m_warehouses = warehouses;
    for (qsizetype i = 0; i < m_items.size(); ++i)
        m_itemRows.insert(m_items.at(i).id.value, i);
    for (qsizetype i = 0; i < m_warehouses.size(); ++i)
        m_warehouseRows.insert(m_warehouses.at(i).id.value, i);
    for (const Category &category : std::as_const(m_categories))
        m_categoryNames.insert(codeKey(category.code), category.name);
    return {};
}

QSet<QString> StockSelection::withSubcategories(const QStringList &codes) const
{
    QSet<QString> chosen;
    for (const QString &code : codes)
        chosen << codeKey(code);
    for (qsizetype before = -1; before != chosen.size();) {
        before = chosen.size();
        for (const Category &category : m_categories) {
            if (!category.parent.isEmpty() && chosen.contains(codeKey(category.parent)))
                chosen << codeKey(category.code);
        }
    }
    return chosen;
}

void StockSelection::selectItems(const StockFilter &filter)
{
    const QStringList words = filter.text.simplified().split(u' ', Qt::SkipEmptyParts);
    m_itemsRestricted = !words.isEmpty() || !filter.items.isEmpty() || !filter.categories.isEmpty();
    if (!m_itemsRestricted)
        return;
    const QSet<QString> categories = withSubcategories(filter.categories);
    QSet<QString> codes;
    for (const QString &code : filter.items)
        codes << codeKey(code);
    for (const Item &item : std::as_const(m_items)) {
        if ((codes.isEmpty() || codes.contains(codeKey(item.code)))
            && (categories.isEmpty() || categories.contains(codeKey(item.category))) && matchesText(item, words))
            m_chosenItems << item.id.value;
    }
    m_empty = m_empty || m_chosenItems.isEmpty();
}

void StockSelection::selectWarehouses(const StockFilter &filter)
{
    if (filter.warehouses.isEmpty())
        return;
    QList<QVariant> ids;
    for (const Warehouse &warehouse : std::as_const(m_warehouses)) {
        const bool chosen = std::any_of(filter.warehouses.begin(), filter.warehouses.end(),
            [&](const QString &code) { return codeKey(code) == codeKey(warehouse.code); });
        if (chosen)
            ids << QVariant(warehouse.id.value);
    }
    m_empty = m_empty || ids.isEmpty();
    m_registerFilter[standard::warehouse] = ids;
}

bool StockSelection::passes(const QList<QVariant> &group) const
{
    const qsizetype column = m_registerGroups.indexOf(standard::item);
    return !m_itemsRestricted || column < 0 || m_chosenItems.contains(group.at(column).toLongLong());
}

StockGroup StockSelection::groupOf(const QList<QVariant> &group) const
{
    StockGroup result;
    const qsizetype itemColumn = m_registerGroups.indexOf(standard::item);
    const qsizetype warehouseColumn = m_registerGroups.indexOf(standard::warehouse);
    const Item *found = itemColumn < 0 ? nullptr : item(group.at(itemColumn).toLongLong());
    if (found && m_groupBy.contains(Grouping::Item)) {
        result.item = found->code;
        result.itemName = found->name;
        result.unit = found->unit;
        result.unitDecimals = found->unitDecimals;
        result.reorderPoint = found->reorderPoint;
    }
    // Beside an item stands its category, asked for or not: it is a property, not a further split.
    if (found && (m_groupBy.contains(Grouping::Category) || m_groupBy.contains(Grouping::Item))) {
        result.category = found->category;
        result.categoryName = m_categoryNames.value(codeKey(found->category));
    }
    if (const Warehouse *place = warehouseColumn < 0 ? nullptr : warehouse(group.at(warehouseColumn).toLongLong())) {
        result.warehouse = place->code;
        result.warehouseName = place->name;
    }
    return result;
}

QStringList StockSelection::sortKey(const StockGroup &group) const
{
    QStringList key;
    for (const Grouping grouping : m_groupBy) {
        switch (grouping) {
        case Grouping::Item: key << codeKey(group.item); break;
        case Grouping::Category: key << codeKey(group.category); break;
        case Grouping::Warehouse: key << codeKey(group.warehouse); break;
        }
    }
    return key;
}

const Item *StockSelection::item(qint64 id) const
{
    const auto found = m_itemRows.constFind(id);
    return found == m_itemRows.constEnd() ? nullptr : &m_items.at(*found);
}

const Warehouse *StockSelection::warehouse(qint64 id) const
{
    const auto found = m_warehouseRows.constFind(id);
    return found == m_warehouseRows.constEnd() ? nullptr : &m_warehouses.at(*found);
}

Result<void> add(Decimal &sum, Decimal value)
{
    BINCARD_ASSIGN(total, sum.plus(value));
    sum = total;
    return {};
}

Result<void> add(Figures &sum, const Figures &value)
{
    BINCARD_TRY(add(sum.opening, value.opening));
    BINCARD_TRY(add(sum.receipts, value.receipts));
    BINCARD_TRY(add(sum.issues, value.issues));
    return add(sum.closing, value.closing);
}

Figures noFigures(int scale)
{
    const Decimal zero(0, scale);
    return {zero, zero, zero, zero};
}

Figures figuresOf(const TurnoverRow &row, int resource)
{
    return {row.opening.at(resource), row.receipts.at(resource), row.issues.at(resource), row.closing.at(resource)};
}

} // namespace bincard
