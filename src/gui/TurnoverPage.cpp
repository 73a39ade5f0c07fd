// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/TurnoverPage.h"

#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/Theme.h"
#include "gui/charts/ChartCard.h"
#include "gui/charts/ColumnChart.h"
#include "gui/charts/StepChart.h"
#include "models/Format.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace bincard {

namespace {

const QString showAll = QStringLiteral("all");
constexpr int selectionPauseMs = 200;
/// More selected rows than this are drawn as all: nobody picks them one by one.
constexpr int mostSelected = 50;

Result<void> add(Figures &sum, const Figures &more)
{
    for (Decimal Figures::*figure : {&Figures::opening, &Figures::receipts, &Figures::issues, &Figures::closing}) {
        BINCARD_ASSIGN(both, (sum.*figure).plus(more.*figure));
        sum.*figure = both;
    }
    return {};
}

Result<QList<TurnoverSeriesPoint>> readSeries(OpenBook &book, const QList<TurnoverSheetQuery> &queries, TimeStep step)
{
    QList<TurnoverSeriesPoint> points;
    for (const TurnoverSheetQuery &query : queries) {
        BINCARD_ASSIGN(more, book.reports().turnoverSeries(query, step));
        if (points.isEmpty()) {
            points = more;
            continue;
        }
        // Every series has every step of the period, so they lie on each other.
        for (qsizetype i = 0; i < qMin(points.size(), more.size()); ++i) {
            BINCARD_TRY(add(points[i].quantity, more.at(i).quantity));
            BINCARD_TRY(add(points[i].value, more.at(i).value));
        }
    }
    return points;
}

} // namespace

TurnoverPage::TurnoverPage(AppContext &appContext, QWidget *parent)
    : ReportPage(
        appContext, QStringLiteral("turnover"), FilterBar::Text | FilterBar::Warehouse | FilterBar::Category, parent)
    , m_model(new TurnoverModel(appContext.client.info().currency, this))
    , m_period(new PeriodBar)
    , m_grouping(new GroupingBox)
    , m_measure(new QComboBox)
    , m_step(new QComboBox)
    , m_columns(new ColumnChart)
    , m_line(new StepChart)
    , m_charts(new QStackedWidget)
    , m_card(new ChartCard(m_charts))
{
    controls()->addWidget(m_period);
    controls()->addWidget(m_grouping);
    buildHeader();
    makeChart();

    table()->setModel(m_model);
    sortByModel(m_model);
    foldByKeys(m_model);
    stretch(TurnoverModel::Name);
    table()->setSpareColumns(
        {QStringLiteral("warehouse"), QStringLiteral("category")}); // sections say them, or the item
    m_selectionDelay.setSingleShot(true);
    m_selectionDelay.setInterval(selectionPauseMs);
    connect(&m_selectionDelay, &QTimer::timeout, this, &TurnoverPage::loadChart);
    connect(table()->view()->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        [this] { m_selectionDelay.start(); });
    connect(m_period, &PeriodBar::changed, this, &TurnoverPage::loadSoon);
    connect(m_grouping, &GroupingBox::changed, this, &TurnoverPage::loadSoon);
    connect(table(), &DataTable::emptyLink, this, [this](const QString &href) {
        if (href == showAll) {
            m_period->setPreset(PeriodPreset::All);
            load();
        } else {
            context().go(QStringLiteral("document"), {{QStringLiteral("kind"), QStringLiteral("goods_receipt")}});
        }
    });
}

void TurnoverPage::makeChart()
{
    m_measure->addItem(tr("Receipts and issues, value"), static_cast<int>(TurnoverMeasure::FlowValue));
    m_measure->addItem(tr("Receipts and issues, quantity"), static_cast<int>(TurnoverMeasure::FlowQuantity));
    m_measure->addItem(tr("Closing balance, value"), static_cast<int>(TurnoverMeasure::ClosingValue));
    m_measure->addItem(tr("Closing balance, quantity"), static_cast<int>(TurnoverMeasure::ClosingQuantity));
    m_measure->setAccessibleName(tr("What the chart shows"));
    m_step->addItem(tr("Steps to suit the period"), static_cast<int>(TimeStep::None));
    m_step->addItem(tr("By day"), static_cast<int>(TimeStep::Day));
    m_step->addItem(tr("By month"), static_cast<int>(TimeStep::Month));
    m_step->addItem(tr("By year"), static_cast<int>(TimeStep::Year));
    m_step->setAccessibleName(tr("Steps of the chart"));
    m_charts->addWidget(m_columns);
    m_charts->addWidget(m_line);
    for (SlotChart *each : {static_cast<SlotChart *>(m_columns), static_cast<SlotChart *>(m_line)})
        connect(each, &SlotChart::slotPicked, this, &TurnoverPage::openSlot);

    auto *choices = new QHBoxLayout;
    choices->setSpacing(Theme::grid);
    choices->addWidget(m_measure);
    choices->addWidget(m_step);
    choices->addStretch(1);
    auto *lower = new QWidget;
    auto *layout = new QVBoxLayout(lower);
    layout->setContentsMargins(0, Theme::grid, 0, 0);
    layout->addLayout(choices);
    layout->addWidget(m_card, 1);
    // The sheet above, the chart below; the border between them can be moved.
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    body()->removeWidget(table());
    splitter->addWidget(table());
    splitter->addWidget(lower);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    body()->addWidget(splitter, 1);

    connect(m_measure, &QComboBox::activated, this, [this] {
        showChart(m_points, m_shownStep, {m_shown.from, m_shown.to}, subject());
    });
    connect(m_step, &QComboBox::activated, this, &TurnoverPage::loadChart);
}

SlotChart *TurnoverPage::chart() const { return isClosing(measure()) ? static_cast<SlotChart *>(m_line) : m_columns; }

TurnoverMeasure TurnoverPage::measure() const { return static_cast<TurnoverMeasure>(m_measure->currentData().toInt()); }

TimeStep TurnoverPage::step() const
{
    const auto chosen = static_cast<TimeStep>(m_step->currentData().toInt());
    return chosen == TimeStep::None ? suitableStep({m_shown.from, m_shown.to}) : chosen;
}

void TurnoverPage::take(const QVariantMap &arguments, bool first)
{
    const auto text = [&arguments](const char *key) { return arguments.value(QLatin1String(key)).toString(); };
    m_period->setCalendar(today(), posted());
    if (first || !arguments.isEmpty()) {
        const DateRange range{QDate::fromString(text("from"), Qt::ISODate), QDate::fromString(text("to"), Qt::ISODate)};
        if (range.isValid())
            m_period->setRange(range);
        else if (first)
            m_period->setPreset(defaultPreset(today(), posted()));
        const QList<Grouping> groupBy = groupingFromCode(text("group"));
        if (first || !groupBy.isEmpty())
            m_grouping->setGrouping(groupBy.isEmpty() ? QList<Grouping>{Grouping::Item} : groupBy);
    }
    if (!arguments.isEmpty()) {
        filterBar()->setText(text("item").isEmpty() ? text("text") : text("item"));
        filterBar()->setWarehouse(text("warehouse"));
        filterBar()->setCategory(text("category"));
    }
}

QVariantMap TurnoverPage::place() const
{
    QVariantMap place{{QStringLiteral("group"), groupingCode(m_grouping->grouping())},
        {QStringLiteral("from"), m_period->range().from.toString(Qt::ISODate)},
        {QStringLiteral("to"), m_period->range().to.toString(Qt::ISODate)}};
    const auto put = [&place](const char *key, const QString &value) {
        if (!value.isEmpty())
            place.insert(QLatin1String(key), value);
    };
    put("text", filterBar()->text());
    put("warehouse", filterBar()->warehouse());
    put("category", filterBar()->category());
    return place;
}

void TurnoverPage::load()
{
    m_period->setCalendar(today(), posted());
    const DateRange range = m_period->range();
    if (!range.isValid())
        return;
    const TurnoverSheetQuery query{range.from, range.to, filterBar()->filter(), m_grouping->grouping()};
    ask<TurnoverSheet>(
        m_generation, [query](OpenBook &book) { return book.reports().turnoverSheet(query); },
        [this, query](const TurnoverSheet &sheet) { showSheet(sheet, query); });
}

void TurnoverPage::showSheet(const TurnoverSheet &sheet, const TurnoverSheetQuery &query)
{
    banner()->clear();
    m_shown = query;
    // Where all items share a unit it stands in the headers, once.
    const QString unit = catalog().commonUnit();
    m_model->setUnits(unit, context().client.info().currency);
    if (filterBar()->isActive())
        table()->setEmptyText(emptyTextForFilter(), QString());
    else if (posted().isValid())
        table()->setEmptyText(tr("Nothing was on hand and nothing moved in this period."),
            QStringLiteral("<a href=\"%1\">%2</a>").arg(showAll, tr("Show all postings")));
    else
        table()->setEmptyText(tr("Nothing has been posted yet."),
            QStringLiteral("<a href=\"receipt\">%1</a>").arg(tr("Enter a goods receipt or an opening balance")));
    const Result<void> shown = m_model->show(sheet, query.groupBy, catalog());
    if (!shown) {
        showError(shown.error());
        return;
    }
    table()->setColumnShown(TurnoverModel::Unit, unit.isEmpty());
    const bool hasItems = query.groupBy.contains(Grouping::Item), single = query.groupBy.size() == 1;
    table()->setColumnShown(
        TurnoverModel::Category, !single && (hasItems || query.groupBy.contains(Grouping::Category)));
    table()->setColumnShown(TurnoverModel::Warehouse, !single && query.groupBy.contains(Grouping::Warehouse));
    m_model->setTitle(TurnoverModel::Code, query.groupBy == QList<Grouping>{Grouping::Item} ? tr("SKU") : tr("Code"));
    m_model->setTitle(TurnoverModel::Name, single ? groupingTitle(query.groupBy) : tr("Name"));
    showTotals(m_model->totals());
    loadChart();
}

QList<TurnoverSheetQuery> TurnoverPage::selectedQueries() const
{
    const QList<int> rows = table()->selectedRows();
    QList<TurnoverSheetQuery> queries;
    if (rows.isEmpty() || rows.size() > mostSelected)
        return {m_shown};
    for (const int row : rows) {
        const ReportNode &node = m_model->node(row);
        // A row below a section that is selected too is in the section's sum already.
        bool counted = false;
        for (int parent = node.parent; parent >= 0 && !counted; parent = m_model->nodes().at(parent).parent) {
            for (const int other : rows)
                counted = counted || m_model->node(other).key == m_model->nodes().at(parent).key;
        }
        if (counted)
            continue;
        TurnoverSheetQuery query = m_shown;
        if (!node.group.item.isEmpty())
            query.filter.items = {node.group.item};
        else if (m_shown.groupBy.contains(Grouping::Category) && !node.group.category.isEmpty())
            query.filter.categories = {node.group.category};
        if (!node.group.warehouse.isEmpty())
            query.filter.warehouses = {node.group.warehouse};
        queries.append(query);
    }
    return queries;
}

QString TurnoverPage::subject() const
{
    const QList<int> rows = table()->selectedRows();
    if (rows.size() == 1) {
        const ReportNode &node = m_model->node(rows.first());
        QStringList names;
        if (!node.group.itemName.isEmpty())
            names.append(node.group.itemName);
        else if (node.level == Grouping::Category || !node.group.category.isEmpty())
            names.append(node.name());
        if (!node.group.warehouseName.isEmpty() && !names.contains(node.group.warehouseName))
            names.append(node.group.warehouseName);
        return names.join(QStringLiteral(", "));
    }
    if (!rows.isEmpty() && rows.size() <= mostSelected)
        return tr("%n selected row(s)", nullptr, static_cast<int>(rows.size()));
    return filterBar()->isActive() ? tr("all that is shown") : tr("the whole stock");
}

void TurnoverPage::loadChart()
{
    m_selectionDelay.stop();
    if (!m_shown.from.isValid())
        return;
    const TimeStep steps = step();
    const QString about = subject();
    const DateRange range{m_shown.from, m_shown.to};
    ask<QList<TurnoverSeriesPoint>>(
        m_chartGeneration,
        [queries = selectedQueries(), steps](OpenBook &book) { return readSeries(book, queries, steps); },
        [this, steps, range, about](
            const QList<TurnoverSeriesPoint> &points) { showChart(points, steps, range, about); });
}

void TurnoverPage::showChart(
    const QList<TurnoverSeriesPoint> &points, TimeStep steps, const DateRange &range, const QString &about)
{
    m_points = points;
    m_shownStep = steps;
    const QList<int> rows = table()->selectedRows();
    QString unit = catalog().commonUnit();
    int decimals = catalog().commonUnitDecimals();
    if (rows.size() == 1) {
        unit = m_model->node(rows.first()).unit;
        decimals = m_model->node(rows.first()).unitDecimals;
    }
    const ChartData figures = turnoverChart(points, steps, measure(), unit, decimals, context().client.info().currency);
    m_charts->setCurrentWidget(chart());
    chart()->setData(figures);
    m_card->setTitle(isClosing(measure()) ? tr("Closing balance of %1, %2").arg(about, rangeTitle(range))
                                          : tr("Receipts and issues of %1, %2").arg(about, rangeTitle(range)));
    QStringList names;
    for (const ChartData::Series &series : figures.series)
        names.append(series.name);
    m_card->setKey(names.size() > 1 ? names : QStringList());
    if (names.size() < 2)
        m_card->setNote({});
    m_card->setEmptyText(figures.isEmpty() ? tr("Nothing to draw: every figure of this period is zero.") : QString());
}

void TurnoverPage::openSlot(int slot)
{
    if (slot < 0 || slot >= m_points.size())
        return;
    const DateRange bucket = bucketRange(m_points.at(slot).start, m_shownStep, {m_shown.from, m_shown.to});
    // A day cannot be drawn finer: its documents are what is behind it.
    if (m_shownStep == TimeStep::Day) {
        context().go(QStringLiteral("documents"),
            {{QStringLiteral("from"), bucket.from.toString(Qt::ISODate)},
                {QStringLiteral("to"), bucket.to.toString(Qt::ISODate)}});
        return;
    }
    QVariantMap arguments = place();
    arguments.insert(QStringLiteral("from"), bucket.from.toString(Qt::ISODate));
    arguments.insert(QStringLiteral("to"), bucket.to.toString(Qt::ISODate));
    context().go(name(), arguments);
}

void TurnoverPage::open(int row)
{
    const ReportNode &node = m_model->node(row);
    QVariantMap arguments{{QStringLiteral("from"), m_shown.from.toString(Qt::ISODate)},
        {QStringLiteral("to"), m_shown.to.toString(Qt::ISODate)}};
    arguments.insert(
        QStringLiteral("warehouse"), node.group.warehouse.isEmpty() ? filterBar()->warehouse() : node.group.warehouse);
    if (!node.group.item.isEmpty()) {
        arguments.insert(QStringLiteral("item"), node.group.item);
        context().go(QStringLiteral("stockcard"), arguments);
        return;
    }
    arguments.insert(
        QStringLiteral("category"), node.group.category.isEmpty() ? filterBar()->category() : node.group.category);
    arguments.insert(QStringLiteral("group"), code(Grouping::Item));
    context().go(name(), arguments);
}

QString TurnoverPage::exportName() const
{
    return QStringLiteral("turnover-%1-%2").arg(m_shown.from.toString(Qt::ISODate), m_shown.to.toString(Qt::ISODate));
}

} // namespace bincard
