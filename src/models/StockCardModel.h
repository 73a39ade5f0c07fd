// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ValueTableModel.h"
#include "service/ReportService.h"

namespace bincard {

/// A line of the stock card: the opening balance, or a movement.
struct StockCardLine
{
    bool opening = false;
    QDate date;
    int unitDecimals = 0;
    StockCardRow row; ///< of the opening line only the balance and the value count
};

/// The bin card itself: opening line, movements by period, running balance. It is never sorted any other way: a running
/// balance means something only in its own order. GUI thread.
class StockCardModel : public ValueTableModel<StockCardLine>
{
public:
    enum Column { Date, Document, Kind, Partner, Warehouse, Receipt, Issue, Balance, Cost, Value, ColumnCount };

    explicit StockCardModel(QObject *parent = nullptr);

    /// `from` is the day of the opening line.
    void show(const StockCard &card, QDate from);
    [[nodiscard]] const QStringList &totals() const { return m_totals; }

private:
    QStringList m_totals;
};

} // namespace bincard
