// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ImportCollector.h"

#include "store/CatalogStore.h"

#include <QCoreApplication>

namespace bincard {

namespace {

template <typename Row>
void index(const QList<Row> &rows, QList<PlannedRow<Row>> &planned, QHash<QString, int> &byCode)
{
    planned.reserve(rows.size());
    for (const Row &row : rows) {
        byCode.insert(codeKey(row.code), static_cast<int>(planned.size()));
        planned += PlannedRow<Row>{row, false};
    }
}

} // namespace

ImportCollector::ImportCollector(const ImportRequest &request, const CatalogSnapshot &catalog, ImportPlan &plan)
    : m_request(request)
    , m_plan(plan)
{
    index(catalog.items, plan.items, m_items);
    index(catalog.partners, plan.partners, m_partners);
    index(catalog.warehouses, plan.warehouses, m_warehouses);
    m_seen.resize(plan.items.size());
    for (const QString &service : request.services) {
        const QString key = codeKey(service);
        if (key.isEmpty())
            continue;
        m_services.insert(key, true);
        const int known = m_items.value(key, -1);
        if (known >= 0 && !plan.items.at(known).row.service)
            m_problems += Problem{QStringLiteral("service"), 0,
                {QT_TRANSLATE_NOOP(
                     "Error", "Item %1 is in the book and keeps stock there; it cannot be imported as a service."),
                    {plan.items.at(known).row.code}}};
    }
    addDefaultWarehouse();
}

void ImportCollector::addDefaultWarehouse()
{
    const QString code = cellText(m_request.constants.value(name(DocumentField::Warehouse))).simplified();
    if (!code.isEmpty())
        m_defaultWarehouse = m_warehouses.value(codeKey(code), -1);
    for (int i = 0; code.isEmpty() && i < m_plan.warehouses.size(); ++i) {
        const Warehouse &row = m_plan.warehouses.at(i).row;
        const bool older = m_defaultWarehouse < 0 || row.id < m_plan.warehouses.at(m_defaultWarehouse).row.id;
        if (row.active && older)
            m_defaultWarehouse = i;
    }
    if (m_defaultWarehouse >= 0)
        return;
    if (!m_plan.warehouses.isEmpty()) {
        if (!code.isEmpty())
            m_problems += Problem{name(DocumentField::Warehouse), 0,
                {QT_TRANSLATE_NOOP("Error", "There is no warehouse \"%1\" in the book."), {code}}};
        return;
    }
    // A book without any warehouse can hold no stock at all, so the first import makes the first one.
    Warehouse first;
    first.code = code.isEmpty() ? QStringLiteral("MAIN") : code;
    first.name = code.isEmpty() ? QStringLiteral("Main Warehouse") : code;
    m_defaultWarehouse = 0;
    m_warehouses.insert(codeKey(first.code), 0);
    m_plan.warehouses += PlannedRow<Warehouse>{first, true};
}

int ImportCollector::item(const QString &code)
{
    const QString key = codeKey(code);
    const auto known = m_items.constFind(key);
    if (known != m_items.constEnd())
        return *known;
    Item fresh;
    fresh.code = code;
    fresh.service = m_services.contains(key);
    const int index = static_cast<int>(m_plan.items.size());
    m_plan.items += PlannedRow<Item>{fresh, true};
    m_seen += Seen();
    m_items.insert(key, index);
    return index;
}

int ImportCollector::partner(const QString &code)
{
    const QString key = codeKey(code);
    const auto known = m_partners.constFind(key);
    if (known != m_partners.constEnd())
        return *known;
    Partner fresh;
    fresh.code = code;
    fresh.customer = false; // until a document says which it is
    const int index = static_cast<int>(m_plan.partners.size());
    m_plan.partners += PlannedRow<Partner>{fresh, true};
    m_partners.insert(key, index);
    return index;
}

int ImportCollector::walkInPartner()
{
    if (m_walkIn < 0) {
        m_walkIn = partner(m_request.walkInPartner.simplified());
        if (m_plan.partners.at(m_walkIn).isNew)
            namePartner(m_walkIn, QStringLiteral("Walk-in customer"));
    }
    return m_walkIn;
}

int ImportCollector::warehouse(const QString &code) const
{
    return code.isEmpty() ? m_defaultWarehouse : m_warehouses.value(codeKey(code), -1);
}

void ImportCollector::namePartner(int partner, const QString &name)
{
    PlannedRow<Partner> &planned = m_plan.partners[partner];
    if (planned.isNew && planned.row.name.isEmpty())
        planned.row.name = name;
}

void ImportCollector::usePartner(int partner, bool asSupplier)
{
    PlannedRow<Partner> &planned = m_plan.partners[partner];
    if (planned.isNew)
        (asSupplier ? planned.row.supplier : planned.row.customer) = true;
}

void ImportCollector::describeItem(int item, const QString &description, const QString &unit, Decimal price, bool sells)
{
    PlannedRow<Item> &planned = m_plan.items[item];
    if (!planned.isNew)
        return;
    Seen &seen = m_seen[item];
    if (!description.isEmpty() && (planned.row.name.isEmpty() || (sells && !seen.namedBySale))) {
        planned.row.name = description;
        seen.namedBySale = sells;
    }
    if (!unit.isEmpty())
        planned.row.unit = unit;
    if (price.isZero() || price.isNegative())
        return;
    int &times = seen.prices[price.units()];
    if (++times > seen.times) {
        seen.times = times;
        seen.mostFrequent = price.units();
    }
}

void ImportCollector::finish()
{
    for (qsizetype i = 0; i < m_plan.items.size(); ++i) {
        PlannedRow<Item> &planned = m_plan.items[i];
        if (!planned.isNew)
            continue;
        if (planned.row.name.isEmpty())
            planned.row.name = planned.row.code;
        planned.row.listPrice = Decimal(m_seen.at(i).mostFrequent, priceScale);
    }
    for (PlannedRow<Partner> &planned : m_plan.partners)
        if (planned.isNew && planned.row.name.isEmpty())
            planned.row.name = planned.row.code;
}

} // namespace bincard
