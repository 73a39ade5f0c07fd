// SPDX-License-Identifier: GPL-3.0-or-later
// LivePage: how it looks, and what its answers become.
#include "domain/Document.h"
#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/LivePage.h"
#include "gui/Theme.h"
#include "gui/live/DimensionFilter.h"
#include "gui/live/LiveDelegate.h"
#include "models/CatalogCache.h"
#include "models/DocumentText.h"
#include "models/Format.h"
#include "models/RegisterColumns.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace bincard {

namespace {

constexpr int mostMovements = 20'000;
constexpr int recorderText = 2; ///< of a movement's texts

/// A recording is an instant: shown on the person's clock, with its day if that is not today.
QString clockOf(const QString &recordedAt)
{
    const QDateTime instant = QDateTime::fromString(recordedAt, Qt::ISODateWithMs).toLocalTime();
    if (!instant.isValid())
        return recordedAt;
    const QString time = instant.time().toString(QStringLiteral("HH:mm:ss"));
    return instant.date() == QDate::currentDate() ? time : format::date(instant.date()) + u' ' + time;
}

QString shown(QTime time) { return time.toString(QStringLiteral("HH:mm:ss")); }

QLabel *caption(const QString &text)
{
    auto *label = new QLabel(text);
    QFont font = Theme::instance().font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QWidget *under(QLabel *title, DataTable *table)
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, Theme::grid / 2, 0, 0);
    layout->setSpacing(Theme::grid / 2);
    layout->addWidget(title);
    layout->addWidget(table, 1);
    return part;
}

/// What has a code and a name: references, and the accounts of a ledger.
bool isNamed(const RegisterDefinition &definition, const QString &dimension)
{
    const int index = definition.dimensionIndex(dimension);
    return index < 0 ? dimension == u"account" : definition.dimensions().at(index).type == DimensionType::Ref;
}

} // namespace

void LivePage::build()
{
    m_register = new QComboBox;
    m_filter = new DimensionFilter(context().catalog);
    m_pause = new QPushButton(tr("&Pause"));
    m_banner = new ErrorBanner;
    m_status = new QLabel;
    auto *heading = new QLabel(title());
    Theme::makeTitle(heading);
    m_register->setAccessibleName(tr("Register"));
    m_register->setMinimumWidth(20 * Theme::grid);
    auto *label = new QLabel(tr("&Register"));
    label->setBuddy(m_register);
    m_pause->setCheckable(true);
    m_pause->setToolTip(tr("Let what is seen stand still; press again to go on (Alt+P)"));

    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::grid);
    head->addWidget(heading);
    head->addStretch(1);
    head->addWidget(label);
    head->addWidget(m_register);
    head->addWidget(m_pause);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, Theme::grid);
    layout->setSpacing(Theme::grid);
    layout->addLayout(head);
    layout->addWidget(m_filter);
    layout->addWidget(m_banner);
    layout->addWidget(buildTables(), 1);
    layout->addWidget(m_status);
    m_status->setForegroundRole(QPalette::PlaceholderText);
}

QWidget *LivePage::buildTables()
{
    m_balanceTitle = caption(tr("Balances"));
    m_balances = new DataTable(context(), QStringLiteral("live-balances"));
    m_movements = new DataTable(context(), QStringLiteral("live-movements"));
    for (auto &[table, model] : {std::pair(m_balances, &m_balanceModel), std::pair(m_movements, &m_movementModel)}) {
        table->setModel(model);
        table->setDelegate(new LiveDelegate(table->view()));
    }
    m_balances->setStretchColumn(QStringLiteral("none")); // figures stand beside what they count
    m_movements->setStretchColumn(QStringLiteral("recorder"));
    m_movements->setSpareColumns({QStringLiteral("by"), QStringLiteral("kind")});
    m_movements->setEmptyText(tr("Nothing has been recorded yet."), tr("What is posted appears here at once."));
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(under(m_balanceTitle, m_balances));
    splitter->addWidget(under(caption(tr("Newest movements")), m_movements));
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({1000, 1000}); // alike
    splitter->setChildrenCollapsible(false);
    return splitter;
}

QString LivePage::nameOf(const QString &dimension, const QString &code) const
{
    const RegisterDefinition *reg = definition();
    const int index = reg ? reg->dimensionIndex(dimension) : -1;
    if (index < 0)
        return m_accounts.value(code);
    const QString &table = reg->dimensions().at(index).refTable;
    const CatalogCache &catalog = context().catalog;
    const auto name = [](const auto *row) { return row ? row->name : QString(); };
    if (table == u"items")
        return name(catalog.item(code));
    if (table == u"warehouses")
        return name(catalog.warehouse(code));
    if (table == u"partners")
        return name(catalog.partner(code));
    return table == u"categories" ? name(catalog.category(code)) : QString();
}

QList<LiveColumn> LivePage::balanceColumns() const
{
    QList<LiveColumn> columns;
    const RegisterDefinition &reg = *definition();
    int text = 0;
    for (const QString &name : m_filter->groupBy()) {
        const QString title = dimensionTitle(reg, name);
        columns.append({name, title, text++, -1, {}});
        if (isNamed(reg, name))
            columns.append({name + QStringLiteral(".name"), tr("Name"), text++, -1, tr("Name of %1").arg(title)});
    }
    for (int i = 0; i < reg.resources().size(); ++i)
        columns.append({reg.resources().at(i).name, fieldTitle(reg, reg.resources().at(i).name), -1, i, {}});
    return columns;
}

QList<LiveColumn> LivePage::movementColumns() const
{
    QList<LiveColumn> columns = {
        {QStringLiteral("recorded"), tr("Recorded"), 0, -1, tr("By the clock of this machine")},
        {QStringLiteral("period"), tr("Period"), 1, -1, tr("When it counts, by the clock of the book")},
        {QStringLiteral("recorder"), tr("Recorder"), recorderText, -1, tr("The document that made it")},
        {QStringLiteral("kind"), tr("Kind"), 3, -1, {}},
        {QStringLiteral("by"), tr("By"), 4, -1, tr("Who recorded it")},
    };
    const RegisterDefinition &reg = *definition();
    int text = 5;
    if (reg.kind() == RegisterKind::Ledger) {
        columns.append({QStringLiteral("account_dr"), tr("Debit"), text++, -1, {}});
        columns.append({QStringLiteral("account_cr"), tr("Credit"), text++, -1, {}});
    }
    for (const Dimension &dimension : reg.dimensions())
        columns.append({dimension.name, fieldTitle(reg, dimension.name), text++, -1, {}});
    for (int i = 0; i < reg.resources().size(); ++i)
        columns.append({reg.resources().at(i).name, fieldTitle(reg, reg.resources().at(i).name), -1, i, {}});
    columns.move(4, columns.size() - 1);
    return columns;
}

QList<LiveRow> LivePage::balanceRows(const QList<LiveBalance> &rows) const
{
    const RegisterDefinition &reg = *definition();
    const QStringList groups = m_filter->groupBy();
    QList<LiveRow> made;
    for (const LiveBalance &row : rows) {
        LiveRow each{row.texts.join(QChar(0x1f)), {}, row.figures, false, row.group};
        for (qsizetype i = 0; i < row.texts.size() && i < groups.size(); ++i) {
            each.texts << row.texts.at(i);
            if (isNamed(reg, groups.at(i)))
                each.texts << nameOf(groups.at(i), row.texts.at(i));
        }
        made.append(each);
    }
    return made;
}

QList<LiveRow> LivePage::movementRows(const QList<LiveMovement> &rows) const
{
    QList<LiveRow> made;
    for (const LiveMovement &row : rows) {
        QStringList texts{clockOf(row.recordedAt),
            row.period.isMidnight() ? format::date(row.period.date) : format::period(row.period),
            text::recorder(row.recorder, row.documentNumber), row.isReversal ? tr("Reversal") : tr("Posting"),
            row.recordedBy};
        texts += row.dimensions;
        QStringList tips(recorderText + 1);
        tips[recorderText] = row.recorder;
        made.append({QString::number(row.id), texts, row.figures, row.isReversal, {-row.id}, tips}); // newest first
    }
    return made;
}

void LivePage::showFirst(const LiveAnswer &answer)
{
    switch (answer.definition.kind()) {
    case RegisterKind::Turnover: m_balanceTitle->setText(tr("Turnover: receipts less issues")); break;
    case RegisterKind::Ledger: m_balanceTitle->setText(tr("Balances: debit less credit")); break;
    case RegisterKind::Balance: m_balanceTitle->setText(tr("Balances")); break;
    }
    m_balances->setEmptyText(m_filter->isActive() ? tr("Nothing passes the filter. Press Esc in it to clear it.")
                                                  : tr("Nothing has been posted to this register yet."),
        {});
    const bool otherBalances = m_balanceModel.setColumns(balanceColumns());
    const bool otherMovements = m_movementModel.setColumns(movementColumns());
    m_balanceModel.update(0, balanceRows(answer.balances), !answer.moreBalances, false);
    m_balanceModel.setMore(answer.moreBalances);
    m_movementModel.update(0, movementRows(answer.movements), answer.moreMovements.isEmpty(), false);
    m_movementModel.setMore(!answer.moreMovements.isEmpty());
    m_movementCursor = answer.moreMovements;
    m_fresh = {0, static_cast<int>(answer.balances.size())};
    m_allFresh = true;
    // Registers differ; a width chosen by hand stays as long as the columns do.
    if (otherBalances)
        m_balances->refit();
    if (otherMovements)
        m_movements->refit();
    noteEnd(answer);
}

void LivePage::showChange(const LiveAnswer &answer, const Slice &asked)
{
    if (answer.isUnchanged)
        return;
    const bool isNews = !m_end || answer.end != *m_end;
    const int changed = m_balanceModel.update(asked.from, balanceRows(answer.balances), !answer.moreBalances, isNews);
    if (!answer.moreBalances)
        m_balanceModel.setMore(false);
    else if (asked.from + answer.balances.size() >= m_balanceModel.rowCount())
        m_balanceModel.setMore(true);
    if (m_movementModel.rowCount() > mostMovements) // after days of watching: begin anew
        m_movementModel.setColumns(movementColumns());
    const int before = m_movementModel.rowCount();
    m_movementModel.update(0, movementRows(answer.movements), answer.moreMovements.isEmpty(), isNews);
    if (before == 0 || m_movementModel.rowCount() == answer.movements.size()) {
        m_movementCursor = answer.moreMovements;
        m_movementModel.setMore(!answer.moreMovements.isEmpty());
    }
    m_fresh = {asked.from, static_cast<int>(answer.balances.size())};
    m_allFresh = asked.from == 0 && m_fresh.rows >= m_balanceModel.rowCount();
    if (isNews) {
        m_changedRows += changed;
        m_changedAt = QTime::currentTime();
    }
    noteEnd(answer);
}

void LivePage::noteEnd(const LiveAnswer &answer)
{
    m_end = answer.end;
    m_countFrom = answer.countFrom;
    showStatus();
}

void LivePage::showStatus()
{
    if (!m_end) {
        m_status->clear();
        return;
    }
    QStringList parts;
    if (m_pause->isChecked())
        parts << tr("❚❚ Paused at %1").arg(shown(m_pausedAt));
    else
        parts << tr("● Live since %1").arg(shown(m_since));
    parts << tr("%n movement(s)", nullptr, static_cast<int>(m_end->since))
          << tr("%n change(s) of balances seen", nullptr, static_cast<int>(m_changedRows));
    if (m_changedAt.isValid())
        parts << tr("last change at %1").arg(shown(m_changedAt));
    m_status->setText(parts.join(QStringLiteral("  ·  ")));
}

QString LivePage::status() const { return m_status->text(); }

void LivePage::openBalance(int row)
{
    // A stock card exists for what the documents post to.
    const int item = static_cast<int>(m_filter->groupBy().indexOf(QStringLiteral("item")));
    if (row < 0 || item < 0 || m_register->currentText() != u"inventory")
        return;
    const QStringList codes = m_balanceModel.row(row).key.split(QChar(0x1f));
    const int warehouse = static_cast<int>(m_filter->groupBy().indexOf(QStringLiteral("warehouse")));
    context().go(QStringLiteral("stockcard"),
        {{QStringLiteral("item"), codes.value(item)},
            {QStringLiteral("warehouse"), warehouse < 0 ? QString() : codes.value(warehouse)}});
}

void LivePage::openMovement(int row)
{
    if (row < 0)
        return;
    const QUuid id = documentOf(m_movementModel.row(row).toolTips.value(recorderText));
    if (!id.isNull())
        context().go(QStringLiteral("document"), {{QStringLiteral("id"), id.toString(QUuid::WithoutBraces)}});
}

} // namespace bincard
