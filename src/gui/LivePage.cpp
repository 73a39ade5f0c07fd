// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/LivePage.h"

#include "gui/DataTable.h"
#include "gui/ErrorBanner.h"
#include "gui/documents/KindMenu.h"
#include "gui/live/DimensionFilter.h"

#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <algorithm>

namespace bincard {

namespace {

constexpr int pageRows = 200;
constexpr int mostRows = 10'000; ///< read again at once, where rows are sorted by something else than their key
constexpr int scrollPauseMs = 150;
constexpr int patience = 10; ///< a look may take a tenth of the time between two

} // namespace

LivePage::LivePage(AppContext &appContext, QWidget *parent) : Page(appContext, parent)
{
    build();
    m_lookTimer.setSingleShot(true);
    m_scrollDelay.setSingleShot(true);
    m_scrollDelay.setInterval(scrollPauseMs);
    connect(&m_lookTimer, &QTimer::timeout, this, [this] { look(false); });
    connect(&m_scrollDelay, &QTimer::timeout, this, &LivePage::scrolled);
    connect(m_register, &QComboBox::activated, this, [this] {
        m_missing.clear();
        if (const RegisterDefinition *chosen = definition())
            choose(*chosen);
    });
    connect(m_filter, &DimensionFilter::changed, this, &LivePage::reload);
    connect(m_pause, &QPushButton::toggled, this, &LivePage::pause);
    addNewDocumentKey(this, appContext);
    connectTables();
}

void LivePage::connectTables()
{
    connect(&m_balanceModel, &LiveModel::wantMore, this, &LivePage::moreBalances);
    connect(&m_movementModel, &LiveModel::wantMore, this, &LivePage::moreMovements);
    connect(m_balances->view()->verticalScrollBar(), &QScrollBar::valueChanged, &m_scrollDelay,
        qOverload<>(&QTimer::start));
    connect(m_balances, &DataTable::activated, this, &LivePage::openBalance);
    connect(m_movements, &DataTable::activated, this, &LivePage::openMovement);
}

void LivePage::activate(const QVariantMap &arguments)
{
    if (!arguments.isEmpty()) {
        m_wanted = arguments.value(QStringLiteral("register")).toString();
        m_wantedPlace = arguments;
    }
    const int token = m_listGeneration.next();
    ++m_pending;
    context().client.request<KnownRegisters>(
        this, readKnownRegisters, [this, token](const Result<KnownRegisters> &found) {
            --m_pending;
            if (!m_listGeneration.isCurrent(token))
                return;
            if (found.ok())
                fillRegisters(*found);
            else
                m_banner->showError(found.error());
        });
}

void LivePage::fillRegisters(const KnownRegisters &known)
{
    const QList<RegisterDefinition> &definitions = known.registers;
    QList<CatalogChoice> accounts;
    m_accounts.clear();
    for (const Account &account : known.accounts) {
        accounts << CatalogChoice{account.code, account.name, {}};
        m_accounts.insert(account.code, account.name);
    }
    m_filter->setAccounts(accounts);
    const std::optional<RegisterDefinition> before = definition() ? std::optional(*definition()) : std::nullopt;
    QString wanted = m_wanted.isEmpty() ? m_register->currentText() : m_wanted;
    const bool sent = !m_wantedPlace.isEmpty();
    m_definitions = definitions;
    m_register->clear();
    for (const RegisterDefinition &each : definitions)
        m_register->addItem(each.name());
    m_register->setEnabled(!definitions.isEmpty());
    if (!m_wanted.isEmpty())
        m_missing = m_register->findText(m_wanted) < 0 ? m_wanted : QString();
    if (m_register->findText(wanted) < 0)
        wanted = definitions.isEmpty() ? QString() : definitions.constFirst().name();
    m_register->setCurrentText(wanted);
    if (const RegisterDefinition *chosen = definition()) {
        if (sent || before != *chosen) // others may have come or gone: that is no reason to forget the filter
            choose(*chosen);
        else
            look(false);
    }
    m_wanted.clear();
}

const RegisterDefinition *LivePage::definition() const
{
    const int index = m_register->currentIndex();
    return index >= 0 && index < m_definitions.size() ? &m_definitions.at(index) : nullptr;
}

void LivePage::choose(const RegisterDefinition &chosen)
{
    const QVariantMap place = std::exchange(m_wantedPlace, {});
    m_filter->setRegister(chosen);
    if (place.contains(QStringLiteral("group")))
        m_filter->setGroupBy(place.value(QStringLiteral("group")).toString().split(u',', Qt::SkipEmptyParts));
    m_filter->setWhere(QJsonObject::fromVariantMap(place.value(QStringLiteral("where")).toMap()));
    m_countFrom = -1;
    m_changedRows = 0;
    m_changedAt = QTime();
    m_since = QTime::currentTime();
    reload();
}

QVariantMap LivePage::place() const
{
    if (!definition())
        return {};
    return {{QStringLiteral("register"), m_register->currentText()},
        {QStringLiteral("group"), m_filter->groupBy().join(u',')},
        {QStringLiteral("where"), m_filter->where().toVariantMap()}};
}

void LivePage::setLookInterval(int milliseconds)
{
    m_lookMs = milliseconds;
    lookLater();
}

LiveQuery LivePage::question() const
{
    LiveQuery query;
    query.registerName = m_register->currentText();
    query.groupBy = m_filter->groupBy();
    query.where = m_filter->where();
    query.countFrom = m_countFrom;
    return query;
}

void LivePage::ask(const LiveQuery &query, std::function<void(const LiveAnswer &)> show)
{
    const int token = m_generation.next();
    ++m_pending;
    m_asking = true;
    m_lookTimer.stop();
    QElapsedTimer clock;
    clock.start();
    context().client.request<LiveAnswer>(
        this, [query](OpenBook &book) { return readLive(book, query); },
        [this, token, clock, show = std::move(show)](const Result<LiveAnswer> &answer) {
            --m_pending;
            if (!m_generation.isCurrent(token))
                return;
            m_asking = false;
            m_balances->setBusy(false);
            if (answer.ok()) {
                if (m_missing.isEmpty())
                    m_banner->clear();
                else
                    m_banner->showError(noSuchRegister(m_missing));
                show(*answer);
            } else {
                m_banner->showError(answer.error());
            }
            m_restMs = clock.elapsed() * patience;
            if (std::exchange(m_askAgain, false))
                look(false);
            else if (std::exchange(m_moreWanted, false))
                moreBalances();
            else
                lookLater();
        });
}

void LivePage::lookLater()
{
    if (isVisible() && !m_pause->isChecked() && !m_asking && definition()) {
        m_lookTimer.start(static_cast<int>(std::max<qint64>(m_lookMs, m_restMs)));
    }
}

void LivePage::reload()
{
    if (!definition())
        return;
    LiveQuery query = question();
    query.balances = pageRows;
    query.movements = pageRows;
    m_askAgain = m_moreWanted = false;
    m_isAnswered = false;
    m_balances->setBusy(true);
    ask(query, [this](const LiveAnswer &answer) {
        m_isAnswered = true;
        showFirst(answer);
    });
}

void LivePage::refresh()
{
    if (!m_pause->isChecked())
        look(false);
}

void LivePage::look(bool evenUnchanged)
{
    if (!definition())
        return;
    if (m_asking) {
        m_askAgain = true; // what is on its way may have been read before the change
        return;
    }
    if (!m_isAnswered) { // it was refused: what is shown belongs to another question, whether that has changed or not
        reload();
        return;
    }
    const Slice wanted = slice();
    LiveQuery query = question();
    if (!evenUnchanged)
        query.known = m_end;
    query.balances = wanted.rows;
    if (wanted.from > 0)
        query.after = m_balanceModel.row(wanted.from - 1).group;
    query.movements = pageRows;
    ask(query, [this, wanted](const LiveAnswer &answer) { showChange(answer, wanted); });
}

LivePage::Slice LivePage::slice() const
{
    const int known = m_balanceModel.rowCount();
    const QSortFilterProxyModel *proxy = m_balances->proxy();
    if (proxy->sortColumn() >= 0) // what is seen lies anywhere
        return {0, std::max(pageRows, std::min(known, mostRows))};
    const int top = std::max(m_balances->view()->rowAt(0), 0);
    const int seen = m_balances->view()->viewport()->height()
        / std::max(m_balances->view()->verticalHeader()->defaultSectionSize(), 1);
    const int from = std::clamp(top - pageRows / 2, 0, known);
    return {from, seen + pageRows};
}

// After a change only the rows around what was seen were read; the others are, once one has scrolled to them.
void LivePage::scrolled()
{
    if (m_allFresh || m_pause->isChecked())
        return;
    const int top = std::max(m_balances->view()->rowAt(0), 0);
    const int bottom = m_balances->view()->rowAt(m_balances->view()->viewport()->height() - 1);
    const int end = bottom < 0 ? m_balanceModel.rowCount() : bottom + 1;
    if (top < m_fresh.from || end > m_fresh.from + m_fresh.rows)
        look(true);
}

void LivePage::moreBalances()
{
    if (!m_isAnswered || m_balanceModel.rowCount() == 0 || !m_balanceModel.hasMore())
        return;
    if (m_asking) {
        m_moreWanted = true;
        return;
    }
    LiveQuery query = question();
    query.balances = pageRows;
    query.after = m_balanceModel.row(m_balanceModel.rowCount() - 1).group;
    m_balances->setBusy(true);
    ask(query, [this](const LiveAnswer &answer) {
        const int before = m_balanceModel.rowCount();
        m_balanceModel.setMore(answer.moreBalances);
        m_balanceModel.append(balanceRows(answer.balances));
        if (m_fresh.from + m_fresh.rows == before)
            m_fresh.rows += static_cast<int>(answer.balances.size());
    });
}

void LivePage::moreMovements()
{
    if (m_asking || !m_isAnswered || m_movementCursor.isEmpty())
        return;
    LiveQuery query = question();
    query.movements = pageRows;
    query.movementsAfter = m_movementCursor;
    m_balances->setBusy(true);
    ask(query, [this](const LiveAnswer &answer) {
        m_movementCursor = answer.moreMovements;
        m_movementModel.setMore(!m_movementCursor.isEmpty());
        m_movementModel.append(movementRows(answer.movements));
    });
}

void LivePage::pause(bool on)
{
    m_pausedAt = on ? QTime::currentTime() : QTime();
    m_lookTimer.stop();
    if (!on)
        look(false);
    showStatus();
}

void LivePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    lookLater();
}

void LivePage::hideEvent(QHideEvent *event)
{
    m_lookTimer.stop();
    Page::hideEvent(event);
}

void LivePage::focusFilter() { m_filter->focus(); }

} // namespace bincard
