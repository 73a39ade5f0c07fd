// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/Session.h"
#include "db/SqlCatalog.h"
#include "service/ReportService.h"
#include "service/StockSelection.h"

#include <algorithm>

namespace bincard {

namespace {

constexpr int listLength = 10;
constexpr int monthsShown = 12;
constexpr int daysShown = 90;

/// Whether a is more urgent than b: less of its reorder point left. Compared crosswise, so nothing is rounded.
bool moreUrgent(const StockBalanceRow &a, const StockBalanceRow &b)
{
    const Int128 left = Int128(a.quantity.units()) * b.group.reorderPoint.units();
    const Int128 right = Int128(b.quantity.units()) * a.group.reorderPoint.units();
    return left != right ? left < right : a.group.item < b.group.item;
}

} // namespace

Result<DashboardFigures> ReportService::dashboard(QDate today)
{
    const db::Snapshot snapshot(m_session);
    BINCARD_TRY(snapshot.begun());
    DashboardFigures figures;
    figures.today = today;

    BINCARD_ASSIGN(warehouses, balancesIn({today, {}, {Grouping::Warehouse}}));
    figures.stockValue = warehouses.value;
    figures.byWarehouse = warehouses.rows;
    std::stable_sort(figures.byWarehouse.begin(), figures.byWarehouse.end(),
        [](const StockBalanceRow &a, const StockBalanceRow &b) { return a.value > b.value; });

    const QDate thisMonth(today.year(), today.month(), 1);
    const QDate from = thisMonth.addMonths(1 - monthsShown);
    BINCARD_ASSIGN(months, seriesIn({from, today, {}, {}}, TimeStep::Month));
    figures.months = months;
    figures.receiptsThisMonth = months.constLast().value.receipts;
    figures.issuesThisMonth = months.constLast().value.issues;
    figures.receiptsLastMonth = months.at(monthsShown - 2).value.receipts;
    figures.issuesLastMonth = months.at(monthsShown - 2).value.issues;
    BINCARD_ASSIGN(days, seriesIn({today.addDays(1 - daysShown), today, {}, {}}, TimeStep::Day));
    figures.valueByDay = days;

    BINCARD_TRY(addLowStock(figures));
    BINCARD_TRY(addSales(figures, from, today));
    BINCARD_TRY(addLatest(figures));
    return figures;
}

Result<void> ReportService::addLowStock(DashboardFigures &figures)
{
    BINCARD_ASSIGN(balances, balancesIn({figures.today, {}, {Grouping::Item}}));
    BINCARD_ASSIGN(selection, StockSelection::make(m_session, {}, {Grouping::Item}));
    QHash<QString, StockBalanceRow> held;
    for (const StockBalanceRow &row : std::as_const(balances.rows))
        held.insert(row.group.item, row);
    for (const Item &item : selection.items()) { // an item with nothing on hand has no balance row, and needs it most
        if (!item.active || item.service || item.reorderPoint.isZero())
            continue;
        StockBalanceRow row = held.value(item.code);
        row.group = selection.groupOf({QVariant(item.id.value)});
        if (row.quantity < item.reorderPoint)
            ++figures.belowReorder;
        figures.lowStock << row;
    }
    std::sort(figures.lowStock.begin(), figures.lowStock.end(), moreUrgent);
    if (figures.lowStock.size() > listLength)
        figures.lowStock.resize(listLength);
    return {};
}

Result<void> ReportService::addSales(DashboardFigures &figures, QDate from, QDate to)
{
    BINCARD_ASSIGN(selection, StockSelection::make(m_session, {}, {Grouping::Item}));
    BINCARD_ASSIGN(sales, m_accumulator.use(standard::sales));
    BINCARD_ASSIGN(rows, sales.turnover({Period(from), Until(to), {}, {standard::item}, Granularity::None}));
    for (const TurnoverRow &row : rows) {
        const auto net = [&](int resource) { return row.receipts.at(resource).minus(row.issues.at(resource)); };
        BINCARD_ASSIGN(quantity, net(standard::SoldQuantity));
        BINCARD_ASSIGN(revenue, net(standard::Revenue));
        BINCARD_ASSIGN(cost, net(standard::Cost));
        const Item *item = selection.item(row.group.constFirst().toLongLong());
        if (item && !revenue.isZero())
            figures.topItems << DashboardFigures::TopItem{item->code, item->name, revenue, cost, quantity};
    }
    std::stable_sort(figures.topItems.begin(), figures.topItems.end(),
        [](const auto &a, const auto &b) { return a.revenue > b.revenue; });
    if (figures.topItems.size() > listLength)
        figures.topItems.resize(listLength);
    return {};
}

Result<void> ReportService::addLatest(DashboardFigures &figures)
{
    BINCARD_ASSIGN(
        rows, m_session.query(db::sql(m_session.dialect(), QStringLiteral("report_latest_documents")), {listLength}));
    while (rows.next()) {
        const auto kind = documentKind(rows.text(1));
        const auto state = documentState(rows.text(2));
        if (kind.ok() && state.ok())
            figures.latest << DashboardFigures::LatestDocument{
                rows.uuid(0), *kind, *state, rows.text(3), rows.text(4), rows.date(5), rows.decimal(6, amountScale)};
    }
    return rows.finished();
}

} // namespace bincard
