// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/BalancesModel.h"

#include "models/Format.h"

#include <algorithm>

namespace bincard {

namespace {

enum Figure { QuantityFigure, ValueFigure };

QString titleWithUnit(const QString &title, const QString &unit)
{
    return unit.isEmpty() ? title : BalancesModel::tr("%1, %2", "column title, unit or currency").arg(title, unit);
}

} // namespace

BalancesModel::BalancesModel(const QString &currency, QObject *parent) : ReportModel(makeColumns(), parent)
{
    setUnits({}, currency);
}

QList<ReportModel::Column> BalancesModel::makeColumns()
{
    // In the order of enum Column. Where units differ, a sum of quantities says "mixed" beside it.
    const auto unit = [](const ReportNode &node) { return node.unit.isEmpty() ? tr("mixed", "units") : node.unit; };
    const auto quantity = [](const ReportNode &node) { return node.figures.at(QuantityFigure); };
    const auto value = [](const ReportNode &node) { return node.figures.at(ValueFigure); };
    const auto cost = [quantity, value](const ReportNode &node) {
        // Of one item; a mean over different things says nothing.
        return node.group.item.isEmpty() ? std::nullopt : unitCost(quantity(node), value(node));
    };
    const auto hasReorder = [](const ReportNode &node) {
        return node.level == Grouping::Item && !node.group.reorderPoint.isZero();
    };
    return {
        {QStringLiteral("code"), tr("Code"), [](const ReportNode &node) { return node.code(); }},
        {QStringLiteral("name"), tr("Name"), [](const ReportNode &node) { return node.name(); }},
        {QStringLiteral("category"), tr("Category"),
            [](const ReportNode &node) { return node.isLeaf() ? node.group.categoryName : QString(); }},
        {QStringLiteral("warehouse"), tr("Warehouse"),
            [](const ReportNode &node) { return node.isLeaf() ? node.group.warehouseName : QString(); }},
        {QStringLiteral("unit"), tr("Unit"), unit, {}, {}, {}, true},
        {QStringLiteral("on_hand"), tr("On hand"),
            [quantity](const ReportNode &node) { return format::quantity(quantity(node), node.unitDecimals); }, {},
            [quantity](const ReportNode &node) { return QVariant::fromValue(quantity(node)); }},
        {QStringLiteral("value"), tr("Value"), [value](const ReportNode &node) { return format::amount(value(node)); },
            {}, [value](const ReportNode &node) { return QVariant::fromValue(value(node)); }, tr("At cost")},
        {QStringLiteral("unit_cost"), tr("Unit cost"),
            [cost](const ReportNode &node) {
                const auto each = cost(node);
                return each ? format::price(*each) : QString();
            },
            [cost](const ReportNode &node) {
                const auto each = cost(node);
                return each ? QVariant::fromValue(*each) : QVariant();
            },
            [cost](const ReportNode &node) {
                const auto each = cost(node);
                return each ? QVariant::fromValue(*each) : QVariant();
            },
            tr("Value divided by quantity")},
        {QStringLiteral("reorder_point"), tr("Reorder point"),
            [hasReorder](const ReportNode &node) {
                return hasReorder(node) ? format::quantity(node.group.reorderPoint, node.unitDecimals) : QString();
            },
            {},
            [hasReorder](const ReportNode &node) {
                return hasReorder(node) ? QVariant::fromValue(node.group.reorderPoint) : QVariant();
            },
            tr("For the whole company, over all warehouses")},
        {QStringLiteral("reorder"), tr("Reorder"),
            [this](const ReportNode &node) { return isBelowReorder(node) ? tr("Below point") : QString(); }, {}, {},
            tr("Marks items of which the company holds less than their reorder point"), false},
    };
}

void BalancesModel::setUnits(const QString &unit, const QString &currency)
{
    setTitle(OnHand, titleWithUnit(tr("On hand"), unit));
    setTitle(Value, titleWithUnit(tr("Value"), currency));
}

Decimal BalancesModel::companyOnHand(const QString &item) const
{
    return m_onHandByItem.value(item, Decimal(0, quantityScale));
}

bool BalancesModel::isBelowReorder(const ReportNode &node) const
{
    return node.level == Grouping::Item && node.group.reorderPoint > Decimal(0, quantityScale)
        && companyOnHand(node.group.item) < node.group.reorderPoint;
}

QList<Item> BalancesModel::itemsBelowReorder(const ReportCatalog &catalog, const StockFilter &filter) const
{
    QList<Item> items = catalog.reorderItems(filter);
    items.removeIf([this](const Item &item) { return companyOnHand(item.code) >= item.reorderPoint; });
    std::sort(items.begin(), items.end(), [](const Item &a, const Item &b) { return a.code < b.code; });
    return items;
}

int BalancesModel::belowReorderCount(const ReportCatalog &catalog, const StockFilter &filter) const
{
    return static_cast<int>(itemsBelowReorder(catalog, filter).size());
}

int BalancesModel::unlistedBelowReorder(const ReportCatalog &catalog, const StockFilter &filter) const
{
    QSet<QString> listed;
    for (const ReportNode &node : nodes())
        listed.insert(node.level == Grouping::Item ? node.group.item : QString());
    const QList<Item> items = itemsBelowReorder(catalog, filter);
    return static_cast<int>(std::count_if(
        items.cbegin(), items.cend(), [&listed](const Item &item) { return !listed.contains(item.code); }));
}

Result<void> BalancesModel::show(const BalancesReport &report, const QList<Grouping> &groupBy,
    const ReportCatalog &catalog, const StockFilter &filter, bool belowOnly)
{
    m_onHandByItem = report.onHandByItem;
    QList<ReportLine> lines;
    QSet<QString> seen;
    for (const StockBalanceRow &row : report.balances.rows) {
        ReportLine line{row.group, {row.quantity, row.value}};
        catalog.complete(line.group);
        seen.insert(line.group.item);
        if (belowOnly && companyOnHand(line.group.item) >= line.group.reorderPoint)
            continue;
        lines.append(line);
    }
    // What has run out stands in no balance, and is the most urgent of all: it comes first.
    if (belowOnly && !groupBy.contains(Grouping::Warehouse) && groupBy.contains(Grouping::Item)) {
        QList<ReportLine> runOut;
        for (const Item &item : itemsBelowReorder(catalog, filter)) {
            if (seen.contains(item.code))
                continue;
            ReportLine line{{}, {Decimal(0, quantityScale), Decimal(0, amountScale)}};
            line.group.item = item.code;
            runOut.append(line);
        }
        lines = runOut + lines;
    }
    BINCARD_ASSIGN(nodes, reportTree(lines, groupBy, catalog));
    BINCARD_ASSIGN(totals, totalsOf(nodes));
    m_totals = totals;
    set(std::move(nodes));
    return {};
}

Result<QStringList> BalancesModel::totalsOf(const QList<ReportNode> &nodes) const
{
    Decimal quantity(0, quantityScale), value(0, amountScale);
    QSet<QString> units;
    int decimals = 0;
    for (const ReportNode &node : nodes) {
        if (node.parent >= 0)
            continue;
        BINCARD_ASSIGN(moreQuantity, quantity.plus(node.figures.at(QuantityFigure)));
        BINCARD_ASSIGN(moreValue, value.plus(node.figures.at(ValueFigure)));
        quantity = moreQuantity;
        value = moreValue;
        units.insert(node.unit);
        decimals = qMax(decimals, node.unitDecimals);
    }
    if (nodes.isEmpty())
        return QStringList();
    QStringList texts(Status + 1);
    texts[Code] = tr("Total of what is shown");
    const bool oneUnit = units.size() == 1 && !units.contains(QString());
    texts[Unit] = oneUnit ? *units.cbegin() : tr("mixed", "units");
    texts[OnHand] = format::quantity(quantity, decimals);
    texts[Value] = format::amount(value);
    return texts;
}

std::optional<Decimal> BalancesModel::unitCost(Decimal quantity, Decimal value)
{
    if (quantity.isZero())
        return std::nullopt;
    const Result<Decimal> cost =
        Decimal::fromRatio(Int128(value.units()) * powerOfTen(quantityScale + priceScale - amountScale),
            Int128(quantity.units()), priceScale);
    return cost ? std::optional<Decimal>(*cost) : std::nullopt;
}

QVariant BalancesModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::DecorationRole && index.column() == Status && isBelowReorder(node(index.row())))
        return m_warning;
    return ReportModel::data(index, role);
}

} // namespace bincard
