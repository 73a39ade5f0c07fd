// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/DashboardPage.h"

#include "gui/BusyLine.h"
#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/Theme.h"
#include "gui/charts/BulletList.h"
#include "gui/charts/ChartCard.h"
#include "gui/charts/ColumnChart.h"
#include "gui/charts/RankedChart.h"
#include "gui/charts/StepChart.h"
#include "gui/documents/KindMenu.h"
#include "gui/reports/FigureTile.h"
#include "models/ChartData.h"
#include "models/DocumentText.h"
#include "models/Format.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableView>

namespace bincard {

namespace {

using Latest = DashboardFigures::LatestDocument;

constexpr int smallestGridWidth = 800;
constexpr int smallestChartHeight = 200;

QString iso(QDate day) { return day.toString(Qt::ISODate); }

QString monthTitle(QDate day) { return bucketTitle(day, TimeStep::Month); }

using LatestColumn = ValueTableModel<Latest>::Column;

LatestColumn latestColumn(const char *id, const QString &title, std::function<QString(const Latest &)> shown)
{
    LatestColumn column;
    column.id = QLatin1String(id);
    column.title = title;
    column.text = std::move(shown);
    return column;
}

/// Days of the year shown need no year: the partner has more need of the room.
QList<LatestColumn> latestColumns(const DashboardFigures *shown)
{
    LatestColumn date = latestColumn("date", DashboardPage::tr("Date"), [shown](const Latest &row) {
        return row.date.year() == shown->today.year() ? bucketLabel(row.date, TimeStep::Day) : format::date(row.date);
    });
    date.sort = [](const Latest &row) { return QVariant(row.date); };
    LatestColumn total =
        latestColumn("total", DashboardPage::tr("Total"), [](const Latest &row) { return format::amount(row.total); });
    total.units = [](const Latest &row) { return QVariant::fromValue(row.total); };
    const auto number = [](const Latest &row) {
        return row.state == DocumentState::Posted
            ? row.number
            : DashboardPage::tr("%1 (%2)", "number, state").arg(row.number, text::state(row.state));
    };
    // The number first: it is never cut. A partner's name is, where it must be, and then the tool tip has it whole.
    return {latestColumn("number", DashboardPage::tr("Document"), number), date,
        latestColumn("partner", DashboardPage::tr("Partner"),
            [](const Latest &row) { return row.partnerName.isEmpty() ? text::kind(row.kind) : row.partnerName; }),
        total};
}

} // namespace

DashboardPage::DashboardPage(AppContext &appContext, QWidget *parent)
    : Page(appContext, parent)
    , m_title(new QLabel(title()))
    , m_asOf(new QLabel)
    , m_empty(new QLabel)
    , m_banner(new ErrorBanner)
    , m_busy(new BusyLine)
    , m_stack(new QStackedLayout)
{
    makeTiles();
    makeCharts();
    Theme::makeTitle(m_title);
    m_asOf->setTextFormat(Qt::RichText);
    m_asOf->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(m_asOf, &QLabel::linkActivated, this, [this](const QString &day) {
        m_wantedDay = QDate::fromString(day, Qt::ISODate);
        load();
    });
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setTextFormat(Qt::RichText);
    m_empty->setWordWrap(true);
    m_empty->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_empty->setText(
        QStringLiteral(
            "<p style=\"font-size:large\">%1</p><p><a href=\"document\">%2</a> &nbsp; <a href=\"import\">%3</a></p>")
            .arg(tr("Nothing has been posted yet."), tr("Enter the first goods receipt"), tr("Import a file")));
    connect(m_empty, &QLabel::linkActivated, this, [this](const QString &page) {
        open(page,
            page == QLatin1String("document") ? QVariantMap{{QStringLiteral("kind"), QStringLiteral("goods_receipt")}}
                                              : QVariantMap());
    });

    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(grid());

    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addSpacing(2 * Theme::grid);
    m_asOf->setContentsMargins(0, Theme::grid / 2, 0, 0); // on one line with the title
    head->addWidget(m_asOf, 1, Qt::AlignLeft | Qt::AlignVCenter);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, Theme::grid);
    all->setSpacing(Theme::grid);
    all->addLayout(head);
    all->addWidget(m_busy);
    all->addWidget(m_banner);
    all->addLayout(m_stack, 1);
    addNewDocumentKey(this, appContext);
    // Last: a stack that has no parent yet shows its first widget as a window of its own.
    m_stack->addWidget(scroll);
    m_stack->addWidget(m_empty);
}

void DashboardPage::makeTiles()
{
    m_value = new FigureTile(QStringLiteral("balances"));
    m_reorder = new FigureTile(QStringLiteral("check"));
    m_receipts = new FigureTile(QStringLiteral("receipt"));
    m_issues = new FigureTile(QStringLiteral("order"));
    connect(m_value, &FigureTile::clicked, this, [this] {
        open(QStringLiteral("balances"),
            {{QStringLiteral("at"), iso(m_figures.today)}, {QStringLiteral("group"), QStringLiteral("warehouse")}});
    });
    connect(m_reorder, &FigureTile::clicked, this, [this] {
        open(QStringLiteral("balances"),
            {{QStringLiteral("at"), iso(m_figures.today)}, {QStringLiteral("group"), QStringLiteral("item")},
                {QStringLiteral("below"), QStringLiteral("1")}});
    });
    for (FigureTile *tile : {m_receipts, m_issues})
        connect(tile, &FigureTile::clicked, this, [this] { openMonth(m_figures.today); });
}

void DashboardPage::makeCharts()
{
    m_warehouses = new RankedChart;
    m_months = new ColumnChart;
    m_days = new StepChart;
    m_items = new RankedChart;
    m_low = new BulletList;
    m_latestModel = new ValueTableModel<Latest>(
        latestColumns(&m_figures), [](const Latest &row) { return QVariant(row.id); }, this);
    m_latest = new DataTable(context(), QStringLiteral("dashboard-latest"));
    m_latest->setModel(m_latestModel);
    m_latest->view()->setSortingEnabled(false); // the latest first is what it is for
    m_latest->view()->horizontalHeader()->setSortIndicatorShown(false);
    m_latest->setStretchColumn(QStringLiteral("partner"));
    m_latest->setSpareColumns({QStringLiteral("date")}); // in their order they stand anyway
    m_warehousesCard = new ChartCard(m_warehouses);
    m_monthsCard = new ChartCard(m_months);
    m_daysCard = new ChartCard(m_days);
    m_itemsCard = new ChartCard(m_items);
    m_lowCard = new ChartCard(m_low);
    m_latestCard = new ChartCard(m_latest);

    connect(m_warehouses, &SlotChart::slotPicked, this, [this](int slot) {
        open(QStringLiteral("balances"),
            {{QStringLiteral("at"), iso(m_figures.today)}, {QStringLiteral("group"), QStringLiteral("item")},
                {QStringLiteral("warehouse"), m_figures.byWarehouse.at(slot).group.warehouse}});
    });
    connect(m_months, &SlotChart::slotPicked, this, [this](int slot) { openMonth(m_figures.months.at(slot).start); });
    connect(m_days, &SlotChart::slotPicked, this, [this](int slot) {
        open(QStringLiteral("balances"),
            {{QStringLiteral("at"), iso(m_figures.valueByDay.at(slot).start)},
                {QStringLiteral("group"), QStringLiteral("item")}});
    });
    connect(m_items, &SlotChart::slotPicked, this, [this](int slot) {
        open(QStringLiteral("stockcard"), {{QStringLiteral("item"), m_figures.topItems.at(slot).item}});
    });
    connect(m_low, &BulletList::rowPicked, this, [this](int row) {
        open(QStringLiteral("stockcard"), {{QStringLiteral("item"), m_figures.lowStock.at(row).group.item}});
    });
    connect(m_latest, &DataTable::activated, this, [this](int row) {
        if (row >= 0)
            open(QStringLiteral("document"),
                {{QStringLiteral("id"), m_latestModel->row(row).id.toString(QUuid::WithoutBraces)}});
    });
}

QWidget *DashboardPage::grid()
{
    auto *content = new QWidget;
    content->setMinimumWidth(smallestGridWidth);
    auto *layout = new QGridLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(Theme::grid);
    for (FigureTile *tile : {m_value, m_reorder, m_receipts, m_issues})
        tiles->addWidget(tile, 1);
    layout->addLayout(tiles, 0, 0, 1, 3);
    ChartCard *const cards[] = {m_warehousesCard, m_monthsCard, m_daysCard, m_itemsCard, m_lowCard, m_latestCard};
    // The cards share what height there is, down to the smallest; a chart's own wish would make the page scroll.
    for (QWidget *chart : std::initializer_list<QWidget *>{m_warehouses, m_months, m_days, m_items, m_low, m_latest})
        chart->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    for (int i = 0; i < 6; ++i) {
        cards[i]->setMinimumHeight(smallestChartHeight);
        layout->addWidget(cards[i], 1 + i / 3, i % 3);
    }
    // The latest documents have three columns to show, the bars beside them two.
    constexpr int shares[] = {16, 16, 19};
    for (int i = 0; i < 3; ++i)
        layout->setColumnStretch(i, shares[i]);
    layout->setRowStretch(1, 1);
    layout->setRowStretch(2, 1);
    return content;
}

void DashboardPage::activate(const QVariantMap &arguments)
{
    if (arguments.contains(QStringLiteral("at")))
        m_wantedDay = QDate::fromString(arguments.value(QStringLiteral("at")).toString(), Qt::ISODate);
    load();
}

QVariantMap DashboardPage::place() const
{
    return m_wantedDay.isValid() ? QVariantMap{{QStringLiteral("at"), iso(m_wantedDay)}} : QVariantMap();
}

QString DashboardPage::asOf() const { return m_asOf->text(); }

void DashboardPage::load()
{
    const int token = m_generation.next();
    ++m_pending;
    m_busy->setBusy(true);
    context().client.request<Answer>(
        this,
        [now = today(), wanted = m_wantedDay](OpenBook &book) -> Result<Answer> {
            BINCARD_ASSIGN(range, book.reports().postedRange());
            const DateRange posted{range.first, range.second};
            BINCARD_ASSIGN(figures, book.reports().dashboard(wanted.isValid() ? wanted : anchorDate(now, posted)));
            return Answer{posted, figures};
        },
        [this, token](Result<Answer> answer) {
            m_busy->setBusy(--m_pending > 0);
            if (!m_generation.isCurrent(token))
                return;
            if (answer.ok())
                showAnswer(answer.value());
            else
                m_banner->showError(answer.error());
        });
}

void DashboardPage::showAnswer(const Answer &answer)
{
    m_banner->clear();
    m_posted = answer.posted;
    m_figures = answer.figures;
    m_stack->setCurrentIndex(m_posted.isValid() ? 0 : 1);
    const QDate day = m_figures.today;
    const QString link = QStringLiteral(" &nbsp;<a href=\"%1\">%2</a>");
    QString text;
    if (day == today())
        text = tr("as of today, %1").arg(format::date(day));
    else if (day == m_posted.to)
        text = tr("as of %1, the last posting").arg(format::date(day)) + link.arg(iso(today()), tr("Today"));
    else
        text = tr("as of %1").arg(format::date(day)) + link.arg(iso(today()), tr("Today"));
    m_asOf->setText(m_posted.isValid() ? text : QString());
    showTiles();
    showCharts();
    showLowStock();
    m_latestModel->set(m_figures.latest);
    m_latest->refitUnlessChosen();
}

void DashboardPage::showTiles()
{
    const QString currency = context().client.info().currency;
    const QDate day = m_figures.today;
    const auto caption = [&currency](const QString &text) {
        return currency.isEmpty() ? text : DashboardPage::tr("%1, %2", "caption, currency").arg(text, currency);
    };
    m_value->setTexts(caption(tr("Stock value")), format::amount(m_figures.stockValue),
        tr("at cost, in %n warehouse(s)", nullptr, static_cast<int>(m_figures.byWarehouse.size())));
    m_reorder->setTexts(tr("Items below reorder point"), QLocale().toString(m_figures.belowReorder),
        m_figures.belowReorder > 0 ? tr("to be ordered again") : tr("nothing needs to be ordered"));
    m_reorder->setWarning(m_figures.belowReorder > 0);
    const QString before = monthTitle(day.addMonths(-1));
    m_receipts->setTexts(caption(tr("Receipts in %1").arg(monthTitle(day))),
        format::amount(m_figures.receiptsThisMonth),
        comparedInWords(m_figures.receiptsThisMonth, m_figures.receiptsLastMonth, before));
    m_issues->setTexts(caption(tr("Issues in %1").arg(monthTitle(day))), format::amount(m_figures.issuesThisMonth),
        comparedInWords(m_figures.issuesThisMonth, m_figures.issuesLastMonth, before));
}

void DashboardPage::showCharts()
{
    const QString currency = context().client.info().currency;
    const QString month = monthTitle(m_figures.today), day = format::date(m_figures.today);
    const auto put = [](SlotChart *chart, ChartCard *card, const ChartData &figures, const QString &title,
                         const QString &empty) {
        chart->setData(figures);
        card->setTitle(title);
        card->setEmptyText(figures.isEmpty() ? empty : QString());
    };
    put(m_warehouses, m_warehousesCard, warehouseChart(m_figures, currency),
        tr("Stock value by warehouse, %1").arg(day), tr("Nothing is on hand."));
    put(m_months, m_monthsCard,
        turnoverChart(m_figures.months, TimeStep::Month, TurnoverMeasure::FlowValue, {}, 0, currency),
        tr("Receipts and issues to %1").arg(month), tr("Nothing moved in these 12 months."));
    m_monthsCard->setKey({tr("Receipts"), tr("Issues")});
    put(m_days, m_daysCard, valueChart(m_figures, currency), tr("Stock value, 90 days to %1").arg(day),
        tr("Nothing was on hand in these 90 days."));
    put(m_items, m_itemsCard, topItemsChart(m_figures, currency), tr("Top items by revenue"),
        tr("Nothing was sold in these 12 months."));
    m_itemsCard->setNote(tr("12 months to %1").arg(month));
    for (ChartCard *card : {m_warehousesCard, m_daysCard})
        card->setNote(currency);
}

void DashboardPage::showLowStock()
{
    QList<BulletRow> rows;
    for (const StockBalanceRow &row : m_figures.lowStock) {
        const StockGroup &group = row.group;
        const QString onHand = format::quantity(row.quantity, group.unitDecimals);
        const QString point = format::quantity(group.reorderPoint, group.unitDecimals);
        BulletRow bullet;
        bullet.name = group.itemName.isEmpty() ? group.item : group.itemName;
        bullet.figures = tr("%1 of %2 %3", "on hand, reorder point, unit").arg(onHand, point, group.unit);
        bullet.hover = tr("%1 %2\nOn hand: %3 %5\nReorder point: %4 %5")
                           .arg(group.item, group.itemName, onHand, point, group.unit);
        if (group.reorderPoint.units() > 0)
            bullet.part = static_cast<int>(
                qBound<Int128>(0, Int128(row.quantity.units()) * 100 / group.reorderPoint.units(), 1000));
        rows.append(bullet);
    }
    m_low->setRows(rows);
    m_lowCard->setTitle(tr("Lowest against reorder point"));
    m_lowCard->setNote(tr("mark: reorder point"));
    m_lowCard->setEmptyText(rows.isEmpty() ? tr("No item has a reorder point. Set it in the catalog.") : QString());
    m_latestCard->setTitle(tr("Latest documents"));
    m_latestCard->setEmptyText(m_figures.latest.isEmpty() ? tr("No documents yet.") : QString());
}

void DashboardPage::openMonth(QDate month)
{
    const QDate first(month.year(), month.month(), 1);
    open(QStringLiteral("turnover"),
        {{QStringLiteral("from"), iso(first)}, {QStringLiteral("to"), iso(first.addMonths(1).addDays(-1))},
            {QStringLiteral("group"), QStringLiteral("item")}});
}

} // namespace bincard
