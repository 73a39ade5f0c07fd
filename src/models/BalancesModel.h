// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ReportModel.h"

#include <QIcon>

namespace bincard {

/// What the Balances page shows, as one answer: the rows of the service and, for the reorder mark, what the company holds
/// of every item (a warehouse's part of it would raise false alarms).
struct BalancesReport
{
    StockBalances balances;
    QHash<QString, Decimal> onHandByItem;
};

/// On hand and value of stock, grouped; below which reorder point. GUI thread.
class BalancesModel : public ReportModel
{
    Q_OBJECT
public:
    enum Column { Code, Name, Category, Warehouse, Unit, OnHand, Value, UnitCost, ReorderPoint, Status };

    explicit BalancesModel(const QString &currency, QObject *parent = nullptr);

    /// Shown once, in the headers; `unit` is empty where items have different ones.
    void setUnits(const QString &unit, const QString &currency);
    void setWarningIcon(const QIcon &icon) { m_warning = icon; }
    /// `belowOnly` leaves the items below their reorder point, those included of which nothing is left.
    [[nodiscard]] Result<void> show(const BalancesReport &report, const QList<Grouping> &groupBy,
        const ReportCatalog &catalog, const StockFilter &filter, bool belowOnly);
    /// Of items (in every grouping that has them): less on hand in the company than the reorder point.
    [[nodiscard]] bool isBelowReorder(const ReportNode &node) const;
    /// How many items that pass the filter are below their reorder point, those included of which nothing is left.
    [[nodiscard]] int belowReorderCount(const ReportCatalog &catalog, const StockFilter &filter) const;
    /// How many of those have no row: what has run out has none under a warehouse, nor where rows are not items.
    [[nodiscard]] int unlistedBelowReorder(const ReportCatalog &catalog, const StockFilter &filter) const;
    /// Texts by column for the totals row.
    [[nodiscard]] const QStringList &totals() const { return m_totals; }

    QVariant data(const QModelIndex &index, int role) const override;

    /// What one unit is worth: value / quantity rounded once; no value where nothing is on hand.
    [[nodiscard]] static std::optional<Decimal> unitCost(Decimal quantity, Decimal value);

private:
    [[nodiscard]] QList<ReportModel::Column> makeColumns();
    [[nodiscard]] QList<Item> itemsBelowReorder(const ReportCatalog &catalog, const StockFilter &filter) const;
    [[nodiscard]] Decimal companyOnHand(const QString &item) const;
    [[nodiscard]] Result<QStringList> totalsOf(const QList<ReportNode> &nodes) const;

    QHash<QString, Decimal> m_onHandByItem;
    QStringList m_totals;
    QIcon m_warning;
};

} // namespace bincard
