// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ReportTree.h"

#include <QCoreApplication>

namespace bincard {

namespace {

struct ReportTreeText
{
    Q_DECLARE_TR_FUNCTIONS(bincard::ReportTree)
};

QString codeOf(const StockGroup &group, Grouping level)
{
    switch (level) {
    case Grouping::Item: return group.item;
    case Grouping::Category: return group.category;
    case Grouping::Warehouse: return group.warehouse;
    }
    return {};
}

/// What two lines of one section have in common: the levels down to `depth`, and what they say of themselves.
StockGroup sectionGroup(const StockGroup &line, const QList<Grouping> &groupBy, int depth)
{
    StockGroup group;
    for (int i = 0; i <= depth; ++i) {
        switch (groupBy.at(i)) {
        case Grouping::Item:
            group.item = line.item;
            group.itemName = line.itemName;
            group.unit = line.unit;
            group.unitDecimals = line.unitDecimals;
            group.reorderPoint = line.reorderPoint;
            [[fallthrough]]; // an item has one category
        case Grouping::Category:
            group.category = line.category;
            group.categoryName = line.categoryName;
            break;
        case Grouping::Warehouse:
            group.warehouse = line.warehouse;
            group.warehouseName = line.warehouseName;
            break;
        }
    }
    return group;
}

Result<void> addTo(QList<Decimal> &sums, const QList<Decimal> &figures)
{
    if (sums.isEmpty()) {
        sums = figures;
        return {};
    }
    for (qsizetype i = 0; i < sums.size(); ++i) {
        BINCARD_ASSIGN(sum, sums.at(i).plus(figures.at(i)));
        sums[i] = sum;
    }
    return {};
}

} // namespace

ReportCatalog::ReportCatalog(const CatalogSnapshot &snapshot)
{
    for (const Category &category : snapshot.categories)
        m_categories.insert(category.code, category);
    QSet<QString> units;
    for (const Item &item : snapshot.items) {
        m_items.insert(item.code, item);
        if (item.service)
            continue;
        units.insert(item.unit);
        m_commonUnit = item.unit;
        m_commonDecimals = qMax(m_commonDecimals, item.unitDecimals);
    }
    if (units.size() != 1)
        m_commonUnit.clear();
}

void ReportCatalog::complete(StockGroup &group) const
{
    const auto item = m_items.constFind(group.item);
    if (item != m_items.cend()) {
        if (group.category.isEmpty())
            group.category = item->category;
        if (group.unit.isEmpty()) {
            group.unit = item->unit;
            group.unitDecimals = item->unitDecimals;
        }
        if (group.itemName.isEmpty())
            group.itemName = item->name;
        group.reorderPoint = item->reorderPoint;
    }
    if (group.categoryName.isEmpty())
        group.categoryName = categoryName(group.category);
}

QString ReportCatalog::categoryName(const QString &code) const
{
    const auto category = m_categories.constFind(code);
    return category == m_categories.cend() ? QString() : category->name;
}

bool ReportCatalog::isWithin(const QString &category, const QStringList &wanted) const
{
    QString current = category;
    for (qsizetype steps = 0; steps <= m_categories.size() && !current.isEmpty(); ++steps) {
        if (wanted.contains(current))
            return true;
        current = m_categories.value(current).parent;
    }
    return false;
}

QList<Item> ReportCatalog::reorderItems(const StockFilter &filter) const
{
    QList<Item> found;
    for (const Item &item : m_items) {
        if (!item.active || item.service || item.reorderPoint <= Decimal(0, quantityScale))
            continue;
        if (!filter.items.isEmpty() && !filter.items.contains(item.code))
            continue;
        if (!filter.categories.isEmpty() && !isWithin(item.category, filter.categories))
            continue;
        const QString text = filter.text.trimmed();
        if (!text.isEmpty() && !item.code.contains(text, Qt::CaseInsensitive)
            && !item.name.contains(text, Qt::CaseInsensitive) && !item.barcode.contains(text, Qt::CaseInsensitive))
            continue;
        found.append(item);
    }
    std::sort(found.begin(), found.end(), [](const Item &a, const Item &b) { return a.code < b.code; });
    return found;
}

QString ReportNode::code() const { return codeOf(group, level); }

QString ReportNode::name() const
{
    switch (level) {
    case Grouping::Item: return group.itemName;
    case Grouping::Category:
        if (group.category.isEmpty())
            return ReportTreeText::tr("No category");
        return group.categoryName;
    case Grouping::Warehouse: return group.warehouseName;
    }
    return {};
}

Result<QList<ReportNode>> reportTree(
    const QList<ReportLine> &lines, const QList<Grouping> &groupBy, const ReportCatalog &catalog)
{
    // Sections are found by the codes down to them, so lines of one section need not stand together.
    QList<ReportNode> nodes;
    QHash<QString, int> byKey;
    const bool hasItems = groupBy.contains(Grouping::Item);
    for (ReportLine line : lines) {
        catalog.complete(line.group);
        const QString unit = hasItems ? line.group.unit : catalog.commonUnit();
        const int decimals = hasItems ? line.group.unitDecimals : catalog.commonUnitDecimals();
        QString key;
        int parent = -1;
        for (int depth = 0; depth < groupBy.size(); ++depth) {
            key += (depth ? QStringLiteral("\x1f") : QString()) + codeOf(line.group, groupBy.at(depth));
            int index = byKey.value(key, -1);
            if (index < 0) {
                index = static_cast<int>(nodes.size());
                byKey.insert(key, index);
                nodes.append({depth == groupBy.size() - 1 ? line.group : sectionGroup(line.group, groupBy, depth),
                    groupBy.at(depth), depth, parent, {}, {}, unit, decimals, key});
                if (parent >= 0)
                    nodes[parent].children.append(index);
            }
            ReportNode &node = nodes[index];
            if (node.unit != unit)
                node.unit.clear();
            node.unitDecimals = qMax(node.unitDecimals, decimals);
            BINCARD_TRY(addTo(node.figures, line.figures));
            parent = index;
        }
    }
    return nodes;
}

QList<QList<Grouping>> groupingChoices()
{
    constexpr Grouping all[] = {Grouping::Item, Grouping::Category, Grouping::Warehouse};
    QList<QList<Grouping>> single, pairs, triples;
    for (const Grouping first : all) {
        single.append({first});
        for (const Grouping second : all) {
            if (second == first)
                continue;
            pairs.append({first, second});
            for (const Grouping third : all) {
                if (third != first && third != second)
                    triples.append({first, second, third});
            }
        }
    }
    return single + pairs + triples;
}

QString code(Grouping grouping)
{
    switch (grouping) {
    case Grouping::Item: return QStringLiteral("item");
    case Grouping::Category: return QStringLiteral("category");
    case Grouping::Warehouse: return QStringLiteral("warehouse");
    }
    return {};
}

QString groupingCode(const QList<Grouping> &groupBy)
{
    QStringList codes;
    for (const Grouping grouping : groupBy)
        codes.append(code(grouping));
    return codes.join(QLatin1Char(','));
}

QList<Grouping> groupingFromCode(const QString &text)
{
    for (const QList<Grouping> &choice : groupingChoices()) {
        if (groupingCode(choice) == text)
            return choice;
    }
    return {};
}

QString groupingTitle(const QList<Grouping> &groupBy)
{
    QStringList names;
    for (const Grouping grouping : groupBy) {
        switch (grouping) {
        case Grouping::Item: names.append(ReportTreeText::tr("Item")); break;
        case Grouping::Category: names.append(ReportTreeText::tr("Category")); break;
        case Grouping::Warehouse: names.append(ReportTreeText::tr("Warehouse")); break;
        }
    }
    return names.join(QStringLiteral(" › "));
}

} // namespace bincard
