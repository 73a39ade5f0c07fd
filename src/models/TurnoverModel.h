// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ReportModel.h"

namespace bincard {

/// The turnover sheet: opening balance, receipts, issues and closing balance of quantity and value, grouped. GUI thread.
class TurnoverModel : public ReportModel
{
    Q_OBJECT
public:
    enum Column {
        Code,
        Name,
        Category,
        Warehouse,
        Unit,
        QuantityOpening,
        QuantityReceipts,
        QuantityIssues,
        QuantityClosing,
        ValueOpening,
        ValueReceipts,
        ValueIssues,
        ValueClosing,
        ColumnCount
    };

    explicit TurnoverModel(const QString &currency, QObject *parent = nullptr);

    /// Shown once, in the headers; `unit` is empty where items have different ones.
    void setUnits(const QString &unit, const QString &currency);
    [[nodiscard]] Result<void> show(
        const TurnoverSheet &sheet, const QList<Grouping> &groupBy, const ReportCatalog &catalog);
    [[nodiscard]] const QStringList &totals() const { return m_totals; }

private:
    QStringList m_totals;
};

} // namespace bincard
