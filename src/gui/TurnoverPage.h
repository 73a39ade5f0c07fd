// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/reports/ReportPage.h"
#include "models/ChartData.h"
#include "models/TurnoverModel.h"

class QComboBox;
class QStackedWidget;

namespace bincard {

class ChartCard;
class ColumnChart;
class SlotChart;
class StepChart;

/// The turnover sheet of any period, and under it the same figures along time: of the selected rows, or of all.
/// Arguments: from, to (ISO), item, category, warehouse, text, group.
class TurnoverPage : public ReportPage
{
    Q_OBJECT
public:
    explicit TurnoverPage(AppContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString name() const override { return QStringLiteral("turnover"); }
    [[nodiscard]] QString title() const override { return tr("Turnover"); }
    [[nodiscard]] QVariantMap place() const override;

    [[nodiscard]] const TurnoverModel &model() const { return *m_model; }
    [[nodiscard]] PeriodBar *periodBar() const { return m_period; }
    [[nodiscard]] GroupingBox *groupingBox() const { return m_grouping; }
    [[nodiscard]] ChartCard *chartCard() const { return m_card; }
    [[nodiscard]] SlotChart *chart() const;
    [[nodiscard]] QComboBox *measureBox() const { return m_measure; }
    [[nodiscard]] QComboBox *stepBox() const { return m_step; }

protected:
    void take(const QVariantMap &arguments, bool first) override;
    void load() override;
    void open(int row) override;
    [[nodiscard]] QString exportName() const override;

private:
    void makeChart();
    void showSheet(const TurnoverSheet &sheet, const TurnoverSheetQuery &query);
    void loadChart();
    void showChart(
        const QList<TurnoverSeriesPoint> &points, TimeStep step, const DateRange &range, const QString &subject);
    void openSlot(int slot);
    [[nodiscard]] TimeStep step() const;
    [[nodiscard]] TurnoverMeasure measure() const;
    /// What the selected rows are: a query each (their sums are the chart's), and their names.
    [[nodiscard]] QList<TurnoverSheetQuery> selectedQueries() const;
    [[nodiscard]] QString subject() const;

    TurnoverModel *m_model;
    PeriodBar *m_period;
    GroupingBox *m_grouping;
    QComboBox *m_measure;
    QComboBox *m_step;
    ColumnChart *m_columns;
    StepChart *m_line;
    QStackedWidget *m_charts;
    ChartCard *m_card;
    QTimer m_selectionDelay;
    TurnoverSheetQuery m_shown; ///< what the rows are an answer to
    QList<TurnoverSeriesPoint> m_points;
    TimeStep m_shownStep = TimeStep::Month;
    Generation m_generation, m_chartGeneration;
};

} // namespace bincard
