// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Decimal.h"
#include "domain/Document.h"

#include <QDate>
#include <QList>
#include <QStringList>

#include <optional>

namespace bincard {

class Accumulator;
namespace db {
class Session;
}

enum class Grouping { Item, Category, Warehouse };

/// What is shown of the stock: catalog codes; empty lists take all. `text` filters items by code, name or barcode.
struct StockFilter
{
    QStringList warehouses, categories, items; ///< a category includes the ones below it
    QString text;
};

struct BalanceQuery
{
    std::optional<QDate> at; ///< end of that day; none: the balance table, the future included
    StockFilter filter;
    QList<Grouping> groupBy{Grouping::Item}; ///< in this order
};

/// Codes and names of the groups asked for (the others are empty).
struct StockGroup
{
    QString item, itemName, unit, category, categoryName, warehouse, warehouseName;
    int unitDecimals = 0;
    Decimal reorderPoint{0, quantityScale};
};

struct StockBalanceRow
{
    StockGroup group;
    Decimal quantity{0, quantityScale}, value{0, amountScale};
};

struct StockBalances
{
    QList<StockBalanceRow> rows;
    Decimal quantity{0, quantityScale}, value{0, amountScale}; ///< totals of what is shown
    bool futureMovements = false; ///< something is dated after `at` (or after today): screens mark it
};

enum class TimeStep { None, Day, Month, Year };

struct TurnoverSheetQuery
{
    QDate from, to; ///< inclusive
    StockFilter filter;
    QList<Grouping> groupBy{Grouping::Item};
};

struct Figures
{
    Decimal opening, receipts, issues, closing; ///< opening + receipts - issues = closing
};

struct TurnoverSheetRow
{
    StockGroup group;
    Figures quantity, value;
};

struct TurnoverSheet
{
    QList<TurnoverSheetRow> rows;
    Figures quantity, value; ///< totals
};

/// The same figures along time, for charts: every step of the period is present, also the empty ones.
struct TurnoverSeriesPoint
{
    QString bucket; ///< "2026-04-18", "2026-04", "2026"
    QDate start;
    Figures quantity, value;
};

struct StockCardRow
{
    qint64 movement = 0;
    Period period;
    QString recorder;
    QUuid document;        ///< null: posted by hand
    QString documentLabel; ///< number, or the recorder
    DocumentKind kind = DocumentKind::SalesOrder;
    QString partnerName, warehouse;
    Decimal receipt{0, quantityScale}, issue{0, quantityScale}, balance{0, quantityScale};
    Decimal valueChange{0, amountScale}, value{0, amountScale}; ///< running
};

/// Active movements of one item (in one warehouse or all), by period, with running balance.
struct StockCard
{
    QString item, itemName, unit, warehouse, warehouseName;
    int unitDecimals = 0;
    Figures quantity, value;
    QList<StockCardRow> rows;
    bool truncated = false; ///< more rows than asked for; narrow the period
};

struct DashboardFigures
{
    QDate today;
    Decimal stockValue{0, amountScale};
    int belowReorder = 0;
    Decimal receiptsThisMonth{0, amountScale}, receiptsLastMonth{0, amountScale};
    Decimal issuesThisMonth{0, amountScale}, issuesLastMonth{0, amountScale};
    QList<StockBalanceRow> byWarehouse;    ///< sorted by value, largest first
    QList<TurnoverSeriesPoint> months;     ///< the last 12 up to today's month
    QList<TurnoverSeriesPoint> valueByDay; ///< closing values of the last 90 days, for a step line
    QList<StockBalanceRow> lowStock;       ///< on hand against reorder point, most urgent first, at most 10
    struct TopItem
    {
        QString item, itemName;
        Decimal revenue, cost;
        Decimal quantity;
    };
    QList<TopItem> topItems; ///< by revenue of the last 12 months (register sales), at most 10
    struct LatestDocument
    {
        QUuid id;
        DocumentKind kind;
        DocumentState state;
        QString number, partnerName;
        QDate date;
        Decimal total;
    };
    QList<LatestDocument> latest; ///< at most 10
};

/// Reads for screens; each method is one consistent snapshot. Figures come from the registers `inventory` and `sales`.
class ReportService
{
public:
    ReportService(db::Session &session, Accumulator &accumulator) : m_session(session), m_accumulator(accumulator) {}

    [[nodiscard]] Result<StockBalances> balances(const BalanceQuery &query);
    [[nodiscard]] Result<TurnoverSheet> turnoverSheet(const TurnoverSheetQuery &query);
    [[nodiscard]] Result<QList<TurnoverSeriesPoint>> turnoverSeries(const TurnoverSheetQuery &query, TimeStep step);
    [[nodiscard]] Result<StockCard> stockCard(
        const QString &item, const QString &warehouse, QDate from, QDate to, int limit = 5000);
    [[nodiscard]] Result<DashboardFigures> dashboard(QDate today);
    /// First and last posting date in the book; invalid dates in an empty one.
    [[nodiscard]] Result<QPair<QDate, QDate>> postedRange();

private:
    // The same without a snapshot of their own: parts of a larger report.
    [[nodiscard]] Result<StockBalances> balancesIn(const BalanceQuery &query);
    [[nodiscard]] Result<QList<TurnoverSeriesPoint>> seriesIn(const TurnoverSheetQuery &query, TimeStep step);
    [[nodiscard]] Result<void> addSales(DashboardFigures &figures, QDate from, QDate to);
    [[nodiscard]] Result<void> addLowStock(DashboardFigures &figures);
    [[nodiscard]] Result<void> addLatest(DashboardFigures &figures);

    db::Session &m_session;
    Accumulator &m_accumulator;
};

} // namespace bincard
