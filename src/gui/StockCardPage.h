// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/reports/ReportPage.h"
#include "models/StockCardModel.h"

namespace bincard {

class ChartCard;
class CompletionEdit;
class StepChart;

/// The bin card of one item, in one warehouse or all: what came, what went, what was left, and which document did it.
/// Arguments: item, warehouse, from, to (ISO).
class StockCardPage : public ReportPage
{
    Q_OBJECT
public:
    explicit StockCardPage(AppContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString name() const override { return QStringLiteral("stockcard"); }
    [[nodiscard]] QString title() const override { return tr("Stock card"); }
    [[nodiscard]] QVariantMap place() const override;
    void focusFilter() override;

    [[nodiscard]] const StockCardModel &model() const { return *m_model; }
    [[nodiscard]] CompletionEdit *itemEdit() const { return m_itemEdit; }
    [[nodiscard]] PeriodBar *periodBar() const { return m_period; }
    [[nodiscard]] StepChart *chart() const { return m_chart; }

protected:
    void take(const QVariantMap &arguments, bool first) override;
    void load() override;
    void open(int row) override;
    [[nodiscard]] QString exportName() const override;

private:
    void showCard(const StockCard &card, const DateRange &range);
    void showNothing();
    void takeItem();
    void setItem(const QString &code);

    StockCardModel *m_model;
    CompletionEdit *m_itemEdit;
    PeriodBar *m_period;
    StepChart *m_chart;
    ChartCard *m_card;
    QString m_item;
    StockCard m_shown;
    DateRange m_shownRange;
    Generation m_generation;
};

} // namespace bincard
