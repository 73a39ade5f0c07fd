// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/BookClient.h"
#include "gui/Page.h"
#include "models/ReportPeriod.h"
#include "models/ValueTableModel.h"

class QLabel;
class QStackedLayout;

namespace bincard {

class BulletList;
class BusyLine;
class ChartCard;
class ColumnChart;
class DataTable;
class ErrorBanner;
class FigureTile;
class RankedChart;
class SlotChart;
class StepChart;

/// What the stock is worth, what runs short, what came and went: four figures and six pictures, each of which opens the
/// list behind it. Anchored on today, or on the last posting of a book that rests (anchorDate()), and says so.
/// Arguments: at (ISO).
class DashboardPage : public Page
{
    Q_OBJECT
public:
    explicit DashboardPage(AppContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString name() const override { return QStringLiteral("dashboard"); }
    [[nodiscard]] QString title() const override { return tr("Dashboard"); }
    void activate(const QVariantMap &arguments) override;
    void refresh() override { load(); }
    [[nodiscard]] bool isSettled() const override { return m_pending == 0; }
    [[nodiscard]] QVariantMap place() const override;

    /// Tests and pictures: what day it is.
    void setToday(QDate today) { m_fixedToday = today; }
    [[nodiscard]] QString asOf() const;
    [[nodiscard]] FigureTile *valueTile() const { return m_value; }
    [[nodiscard]] FigureTile *reorderTile() const { return m_reorder; }
    [[nodiscard]] FigureTile *receiptsTile() const { return m_receipts; }
    [[nodiscard]] FigureTile *issuesTile() const { return m_issues; }
    [[nodiscard]] RankedChart *warehouses() const { return m_warehouses; }
    [[nodiscard]] ColumnChart *months() const { return m_months; }
    [[nodiscard]] StepChart *valueByDay() const { return m_days; }
    [[nodiscard]] RankedChart *topItems() const { return m_items; }
    [[nodiscard]] BulletList *lowStock() const { return m_low; }
    [[nodiscard]] DataTable *latest() const { return m_latest; }

private:
    struct Answer
    {
        DateRange posted;
        DashboardFigures figures;
    };

    void makeTiles();
    void makeCharts();
    [[nodiscard]] QWidget *grid();
    void load();
    void showAnswer(const Answer &answer);
    void showTiles();
    void showCharts();
    void showLowStock();
    void open(const QString &page, const QVariantMap &arguments) { context().go(page, arguments); }
    void openMonth(QDate month);
    [[nodiscard]] QDate today() const { return m_fixedToday.isValid() ? m_fixedToday : QDate::currentDate(); }

    FigureTile *m_value, *m_reorder, *m_receipts, *m_issues;
    RankedChart *m_warehouses;
    ColumnChart *m_months;
    StepChart *m_days;
    RankedChart *m_items;
    BulletList *m_low;
    ValueTableModel<DashboardFigures::LatestDocument> *m_latestModel;
    DataTable *m_latest;
    ChartCard *m_warehousesCard, *m_monthsCard, *m_daysCard, *m_itemsCard, *m_lowCard, *m_latestCard;
    QLabel *m_title, *m_asOf, *m_empty;
    ErrorBanner *m_banner;
    BusyLine *m_busy;
    QStackedLayout *m_stack;
    QDate m_fixedToday, m_wantedDay; ///< invalid: as anchorDate() says
    DateRange m_posted;
    DashboardFigures m_figures;
    Generation m_generation;
    int m_pending = 0;
};

} // namespace bincard
