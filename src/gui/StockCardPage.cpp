// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/StockCardPage.h"

#include "gui/CompletionEdit.h"
#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/Theme.h"
#include "gui/charts/ChartCard.h"
#include "gui/charts/StepChart.h"
#include "models/CatalogIndex.h"
#include "models/ChartData.h"
#include "models/Format.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace bincard {

namespace {

constexpr int offeredItems = 50;
constexpr int itemFieldWidth = 320;
constexpr int chartHeight = 190;

} // namespace

StockCardPage::StockCardPage(AppContext &appContext, QWidget *parent)
    : ReportPage(appContext, QStringLiteral("stockcard"), FilterBar::Warehouse, parent)
    , m_model(new StockCardModel(this))
    , m_itemEdit(new CompletionEdit)
    , m_period(new PeriodBar)
    , m_chart(new StepChart)
    , m_card(new ChartCard(m_chart))
{
    m_itemEdit->setPlaceholderText(tr("Item: SKU, name or barcode (Ctrl+F)"));
    m_itemEdit->setAccessibleName(tr("Item"));
    m_itemEdit->setMinimumWidth(itemFieldWidth);
    m_itemEdit->setSource([this](const QString &text) {
        return CatalogIndex(context().catalog.snapshot()).matchItems(text, offeredItems);
    });
    filterBar()->addBefore(m_itemEdit);
    controls()->addWidget(m_period);
    buildHeader();
    body()->addWidget(m_card);
    m_card->setFixedHeight(chartHeight);

    table()->setModel(m_model);
    table()->setSpareColumns({QStringLiteral("kind")}); // whether it came or went is told by the figures
    // A running balance means something in its own order only.
    table()->view()->setSortingEnabled(false);
    table()->view()->horizontalHeader()->setSortIndicatorShown(false);
    table()->proxy()->sort(-1);
    stretch(StockCardModel::Partner);

    connect(m_itemEdit, &CompletionEdit::chosen, this, [this](const CatalogChoice &choice) {
        setItem(choice.code);
        load();
        table()->view()->setFocus();
    });
    connect(m_itemEdit, &QLineEdit::returnPressed, this, &StockCardPage::takeItem);
    connect(m_period, &PeriodBar::changed, this, &StockCardPage::loadSoon);
    connect(m_chart, &SlotChart::slotPicked, this, [this](int slot) {
        const QString day = m_shownRange.from.addDays(slot).toString(Qt::ISODate);
        context().go(QStringLiteral("documents"),
            {{QStringLiteral("item"), m_item}, {QStringLiteral("from"), day}, {QStringLiteral("to"), day}});
    });
    connect(table(), &DataTable::emptyLink, this, [this] { focusFilter(); });
    showNothing();
}

void StockCardPage::focusFilter()
{
    m_itemEdit->setFocus(Qt::ShortcutFocusReason);
    m_itemEdit->selectAll();
}

void StockCardPage::take(const QVariantMap &arguments, bool first)
{
    const auto text = [&arguments](const char *key) { return arguments.value(QLatin1String(key)).toString(); };
    m_period->setCalendar(today(), posted());
    if (!text("item").isEmpty()) {
        setItem(text("item"));
        filterBar()->setWarehouse(text("warehouse"));
        // One end is enough: a card "up to that day" begins with the book, and one "from that day" ends with it.
        DateRange range = rangeOf(PeriodPreset::All, today(), posted());
        if (const QDate from = QDate::fromString(text("from"), Qt::ISODate); from.isValid())
            range.from = from;
        if (const QDate to = QDate::fromString(text("to"), Qt::ISODate); to.isValid())
            range.to = to;
        if (range.from > range.to)
            range.from = range.to;
        m_period->setRange(range);
    } else if (first) {
        m_period->setPreset(PeriodPreset::All);
    }
    if (m_item.isEmpty())
        focusFilter();
}

QVariantMap StockCardPage::place() const
{
    if (m_item.isEmpty())
        return {};
    return {{QStringLiteral("item"), m_item}, {QStringLiteral("warehouse"), filterBar()->warehouse()},
        {QStringLiteral("from"), m_period->range().from.toString(Qt::ISODate)},
        {QStringLiteral("to"), m_period->range().to.toString(Qt::ISODate)}};
}

void StockCardPage::setItem(const QString &code)
{
    m_item = code;
    const Item *item = context().catalog.item(code);
    m_itemEdit->setText(item ? QStringLiteral("%1  %2").arg(item->code, item->name) : code);
    m_itemEdit->setCursorPosition(0);
    m_itemEdit->hideList();
}

void StockCardPage::takeItem()
{
    // What was typed in full, or scanned, needs no choosing.
    const CatalogIndex index(context().catalog.snapshot());
    if (const Item *item = index.resolveItem(m_itemEdit->text().trimmed())) {
        setItem(item->code);
        load();
        table()->view()->setFocus();
    }
}

void StockCardPage::load()
{
    m_period->setCalendar(today(), posted());
    const DateRange range = m_period->range();
    if (m_item.isEmpty()) {
        showNothing();
        return;
    }
    if (!range.isValid())
        return;
    ask<StockCard>(
        m_generation,
        [item = m_item, warehouse = filterBar()->warehouse(), range](
            OpenBook &book) { return book.reports().stockCard(item, warehouse, range.from, range.to); },
        [this, range](const StockCard &card) { showCard(card, range); });
}

void StockCardPage::showNothing()
{
    table()->setEmptyText(tr("Which item?"),
        QStringLiteral("<a href=\"item\">%1</a>").arg(tr("Type its SKU, name or barcode above (Ctrl+F)")));
    m_card->hide();
}

void StockCardPage::showCard(const StockCard &card, const DateRange &range)
{
    banner()->clear();
    m_shown = card;
    m_shownRange = range;
    setItem(card.item.isEmpty() ? m_item : card.item);
    m_model->show(card, range.from);
    table()->setColumnShown(StockCardModel::Warehouse, filterBar()->warehouse().isEmpty());
    showTotals(m_model->totals());
    const QString currency = context().client.info().currency;
    const QString where = card.warehouseName.isEmpty() ? tr("all warehouses") : card.warehouseName;
    QString note = tr("Quantities in %1.").arg(card.unit.toHtmlEscaped());
    if (!currency.isEmpty())
        note += QLatin1Char(' ') + tr("Values in %1, at cost.").arg(currency.toHtmlEscaped());
    if (card.truncated)
        note = tr("Only the first %n movement(s) are shown. Choose a shorter period to see the others.", nullptr,
            static_cast<int>(card.rows.size()));
    setNote(note);
    m_card->setTitle(tr("Balance of %1 in %2, %3").arg(card.itemName, where, rangeTitle(range)));
    // Part of a card would draw a balance that was not so.
    m_card->setVisible(!card.truncated);
    if (!card.truncated)
        m_chart->setData(balanceChart(card, range));
}

void StockCardPage::open(int row)
{
    const StockCardLine &line = m_model->row(row);
    if (line.opening) {
        // What the opening balance is made of: the time before.
        QVariantMap arguments = place();
        arguments.insert(QStringLiteral("to"), m_shownRange.from.addDays(-1).toString(Qt::ISODate));
        arguments.remove(QStringLiteral("from"));
        if (!line.row.balance.isZero() && posted().from < m_shownRange.from)
            context().go(name(), arguments);
        return;
    }
    if (line.row.document.isNull())
        context().tell(tr("This movement was posted by hand, as %1.").arg(line.row.recorder));
    else
        context().go(
            QStringLiteral("document"), {{QStringLiteral("id"), line.row.document.toString(QUuid::WithoutBraces)}});
}

QString StockCardPage::exportName() const
{
    return QStringLiteral("stock-card-%1-%2").arg(m_item, m_shownRange.to.toString(Qt::ISODate));
}

} // namespace bincard
