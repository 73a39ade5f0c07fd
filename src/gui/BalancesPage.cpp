// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/BalancesPage.h"

#include "gui/DataTable.h"
#include "gui/DateEdit.h"
#include "gui/ErrorBanner.h"
#include "gui/Icons.h"
#include "gui/Theme.h"
#include "models/Format.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>

namespace bincard {

namespace {

const QString countFuture = QStringLiteral("future");
const QString untilToday = QStringLiteral("today");
const QString lastPosting = QStringLiteral("last");
const QString newReceipt = QStringLiteral("receipt");
const QString onlyBelow = QStringLiteral("below");
const QString allItems = QStringLiteral("all");

/// The balances, and what the company holds of every item where the rows themselves do not say.
Result<BalancesReport> readBalances(OpenBook &book, const BalanceQuery &query)
{
    BINCARD_ASSIGN(balances, book.reports().balances(query));
    BalancesReport report{balances, {}};
    const bool rowsAreItems = query.groupBy == QList<Grouping>{Grouping::Item} && query.filter.warehouses.isEmpty();
    if (!rowsAreItems) {
        BINCARD_ASSIGN(company, book.reports().balances({query.at, {}, {Grouping::Item}}));
        balances = company;
    }
    for (const StockBalanceRow &row : balances.rows)
        report.onHandByItem.insert(row.group.item, row.quantity);
    return report;
}

} // namespace

BalancesPage::BalancesPage(AppContext &appContext, QWidget *parent)
    : ReportPage(
        appContext, QStringLiteral("balances"), FilterBar::Text | FilterBar::Warehouse | FilterBar::Category, parent)
    , m_model(new BalancesModel(appContext.client.info().currency, this))
    , m_date(new DateEdit)
    , m_grouping(new GroupingBox)
    , m_below(new QCheckBox(tr("&Below reorder point only")))
{
    auto *label = new QLabel(tr("as &of"));
    label->setBuddy(m_date);
    m_date->setAccessibleName(tr("On hand at the end of this day"));
    auto *now = new QPushButton(tr("&Today"));
    controls()->addWidget(label);
    controls()->addWidget(m_date);
    controls()->addWidget(now);
    controls()->addWidget(m_grouping);
    filterBar()->addWidget(m_below);
    buildHeader();

    m_model->setWarningIcon(icon(QStringLiteral("warning")));
    table()->setModel(m_model);
    sortByModel(m_model);
    foldByKeys(m_model);
    stretch(BalancesModel::Name);
    table()->setSpareColumns(
        {QStringLiteral("warehouse"), QStringLiteral("category")}); // sections say them, or the item

    connect(m_date, &DateEdit::dateEdited, this, [this] {
        m_withFuture = false;
        loadSoon();
    });
    connect(now, &QPushButton::clicked, this, [this] { followLink(untilToday); });
    connect(m_grouping, &GroupingBox::changed, this, [this] {
        if (!m_grouping->grouping().contains(Grouping::Item))
            m_below->setChecked(false); // a warehouse has no reorder point
        loadSoon();
    });
    connect(m_below, &QCheckBox::toggled, this, [this](bool on) {
        groupByItemIfBelow();
        filterBar()->setExtraActive(on);
        loadSoon();
    });
    connect(filterBar(), &FilterBar::cleared, this, [this] { m_below->setChecked(false); });
    connect(this, &ReportPage::noteLink, this, &BalancesPage::followLink);
    connect(table(), &DataTable::emptyLink, this, &BalancesPage::followLink);
}

void BalancesPage::take(const QVariantMap &arguments, bool first)
{
    const auto text = [&arguments](const char *key) { return arguments.value(QLatin1String(key)).toString(); };
    // Gone to by the rail: everything stays as it was. Gone to with arguments: these and nothing else.
    if (first || !arguments.isEmpty()) {
        const QDate at = QDate::fromString(text("at"), Qt::ISODate);
        const bool bookLiesAhead = posted().isValid() && posted().from > today();
        m_date->setDate(at.isValid() ? at : bookLiesAhead ? posted().to : today());
        m_withFuture = false;
        const QList<Grouping> groupBy = groupingFromCode(text("group"));
        if (first || !groupBy.isEmpty())
            m_grouping->setGrouping(groupBy.isEmpty() ? QList<Grouping>{Grouping::Item} : groupBy);
    }
    if (!arguments.isEmpty()) {
        filterBar()->setText(text("item").isEmpty() ? text("text") : text("item"));
        filterBar()->setWarehouse(text("warehouse"));
        filterBar()->setCategory(text("category"));
        const QSignalBlocker quiet(m_below);
        m_below->setChecked(!text("below").isEmpty());
        groupByItemIfBelow();
        filterBar()->setExtraActive(m_below->isChecked());
    }
}

/// Only items have a reorder point.
void BalancesPage::groupByItemIfBelow()
{
    if (m_below->isChecked() && !m_grouping->grouping().contains(Grouping::Item))
        m_grouping->setGrouping({Grouping::Item});
}

QVariantMap BalancesPage::place() const
{
    QVariantMap place{{QStringLiteral("group"), groupingCode(m_grouping->grouping())}};
    const auto put = [&place](const char *key, const QString &value) {
        if (!value.isEmpty())
            place.insert(QLatin1String(key), value);
    };
    put("at", m_date->date().toString(Qt::ISODate));
    put("text", filterBar()->text());
    put("warehouse", filterBar()->warehouse());
    put("category", filterBar()->category());
    put("below", m_below->isChecked() ? QStringLiteral("1") : QString());
    return place;
}

void BalancesPage::load()
{
    if (!m_date->date().isValid())
        return; // marked where it stands; what is shown stays
    Asked asked{{m_date->date(), filterBar()->filter(), m_grouping->grouping()}, m_below->isChecked()};
    if (m_withFuture)
        asked.query.at.reset();
    ask<BalancesReport>(
        m_generation, [query = asked.query](OpenBook &book) { return readBalances(book, query); },
        [this, asked](const BalancesReport &report) { showReport(report, asked); });
}

void BalancesPage::showReport(const BalancesReport &report, const Asked &asked)
{
    banner()->clear();
    m_model->setUnits(catalog().commonUnit(), context().client.info().currency);
    if (posted().isValid()) {
        table()->setEmptyText(filterBar()->isActive() ? emptyTextForFilter() : tr("Nothing was on hand on that day."),
            QStringLiteral("<a href=\"%1\">%2</a>")
                .arg(lastPosting, tr("Show %1, the day of the last posting").arg(format::date(posted().to))));
    } else {
        table()->setEmptyText(tr("Nothing is on hand yet."),
            QStringLiteral("<a href=\"%1\">%2</a>").arg(newReceipt, tr("Enter a goods receipt or an opening balance")));
    }
    const Result<void> shown =
        m_model->show(report, asked.query.groupBy, catalog(), asked.query.filter, asked.belowOnly);
    if (!shown) {
        showError(shown.error());
        return;
    }
    showColumns(asked.query.groupBy);
    showTotals(m_model->totals());
    showNote(report.balances.futureMovements);
}

void BalancesPage::showColumns(const QList<Grouping> &groupBy)
{
    // Only what would say nothing is hidden: a column that is empty in this grouping, or repeats the name.
    const bool hasItems = groupBy.contains(Grouping::Item);
    const bool single = groupBy.size() == 1;
    const auto hide = [this](BalancesModel::Column column, bool hidden) { table()->setColumnShown(column, !hidden); };
    hide(BalancesModel::Category, !hasItems && (single || !groupBy.contains(Grouping::Category)));
    hide(BalancesModel::Warehouse, single || !groupBy.contains(Grouping::Warehouse));
    hide(BalancesModel::Unit, !catalog().commonUnit().isEmpty());
    hide(BalancesModel::ReorderPoint, !hasItems);
    hide(BalancesModel::Status, !hasItems);
    m_model->setTitle(BalancesModel::Code, groupBy == QList<Grouping>{Grouping::Item} ? tr("SKU") : tr("Code"));
    m_model->setTitle(BalancesModel::Name, single ? groupingTitle(groupBy) : tr("Name"));
}

void BalancesPage::showNote(bool futureMovements)
{
    const QString link = QStringLiteral(" <a href=\"%1\">%2</a>");
    const bool isToday = m_date->date() == today();
    QString text;
    if (m_withFuture)
        text = tr("Everything posted counts, also what is dated after today.")
            + link.arg(untilToday, tr("Up to today only"));
    else if (isToday && futureMovements)
        text = tr("On hand today. Movements dated later are not counted.") + link.arg(countFuture, tr("Count them"));
    else if (isToday)
        text = tr("On hand today.");
    else if (futureMovements)
        text = tr("On hand at the end of %1. Later movements are not counted.")
                   .arg(format::date(m_date->date()).toHtmlEscaped());
    else
        text =
            tr("On hand at the end of %1; nothing has moved since.").arg(format::date(m_date->date()).toHtmlEscaped());
    setNote(text + belowNote());
}

/// The way from the sentence to the items it counts, and back.
QString BalancesPage::belowNote() const
{
    const auto link = [](const QString &href, const QString &shown) {
        return QStringLiteral(" <a href=\"%1\">%2</a>").arg(href, shown);
    };
    if (m_below->isChecked()) {
        // What has run out everywhere lies in no warehouse.
        const int hidden = m_model->unlistedBelowReorder(catalog(), filterBar()->filter());
        return QLatin1Char(' ')
            + (hidden > 0 ? tr("%n item(s) below the reorder point lie in no warehouse.", nullptr, hidden)
                        + link(onlyBelow, tr("Show them too"))
                          : tr("Only items below the reorder point are shown, also those that have run out."))
            + link(allItems, tr("Show all items"));
    }
    const int below = m_model->belowReorderCount(catalog(), filterBar()->filter());
    if (below == 0)
        return {};
    return QLatin1Char(' ') + tr("%n item(s) below the reorder point.", nullptr, below)
        + link(onlyBelow, tr("Show only these"));
}

void BalancesPage::followLink(const QString &href)
{
    if (href == newReceipt) {
        context().go(QStringLiteral("document"), {{QStringLiteral("kind"), QStringLiteral("goods_receipt")}});
        return;
    }
    if (href == onlyBelow || href == allItems) {
        const QSignalBlocker quiet(m_below);
        m_below->setChecked(href == onlyBelow);
        filterBar()->setExtraActive(m_below->isChecked());
        if (href == onlyBelow)
            m_grouping->setGrouping({Grouping::Item}); // what has run out has no warehouse to stand under
        table()->view()->setFocus();
        load();
        return;
    }
    m_withFuture = href == countFuture;
    m_date->setDate(href == lastPosting ? posted().to : today());
    load();
}

void BalancesPage::open(int row)
{
    const ReportNode &node = m_model->node(row);
    const QString at = m_date->date().toString(Qt::ISODate);
    if (!node.group.item.isEmpty()) {
        const QString warehouse = node.group.warehouse.isEmpty() ? filterBar()->warehouse() : node.group.warehouse;
        QVariantMap arguments{{QStringLiteral("item"), node.group.item}, {QStringLiteral("warehouse"), warehouse}};
        // The card must hold the balance that was unfolded; later movements only where they were counted.
        if (!m_withFuture)
            arguments.insert(QStringLiteral("to"), at);
        context().go(QStringLiteral("stockcard"), arguments);
        return;
    }
    QVariantMap arguments{{QStringLiteral("at"), at}, {QStringLiteral("group"), code(Grouping::Item)}};
    arguments.insert(
        QStringLiteral("warehouse"), node.group.warehouse.isEmpty() ? filterBar()->warehouse() : node.group.warehouse);
    arguments.insert(
        QStringLiteral("category"), node.group.category.isEmpty() ? filterBar()->category() : node.group.category);
    context().go(name(), arguments);
}

QString BalancesPage::exportName() const
{
    return QStringLiteral("balances-%1").arg(m_date->date().toString(Qt::ISODate));
}

} // namespace bincard
