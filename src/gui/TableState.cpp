// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/TableState.h"

#include "gui/Theme.h"
#include "models/ValueTableModel.h"

#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QStyle>
#include <QTableView>

namespace bincard {

namespace {
/// So much of the column that takes the room left over, and of other texts, is kept as long as columns can go.
constexpr int readableName = 20 * Theme::grid, readableText = 15 * Theme::grid;
} // namespace

TableState::TableState(QTableView *view, const QString &settingsKey)
    : QObject(view)
    , m_view(view)
    , m_key(QStringLiteral("tables/") + settingsKey)
{
    QHeaderView *header = view->horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &TableState::showMenu);
    const auto remember = [this] {
        if (!m_restoring)
            m_remembered = true;
    };
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int before, int width) {
        if (m_restoring)
            return;
        if (before > 0 && width > 0)
            m_remembered = m_own = true;
        else // the page has hidden or shown a column, which the header takes in only after this
            QMetaObject::invokeMethod(
                this,
                [this] {
                    arrange();
                    stretch();
                },
                Qt::QueuedConnection);
        if (column == stretchColumn())
            m_stretchBase = width;
        stretch();
    });
    view->viewport()->installEventFilter(this);
    connect(header, &QHeaderView::sectionMoved, this, remember);
    connect(header, &QHeaderView::sortIndicatorChanged, this, remember);
}

QString TableState::columnId(int column) const
{
    const QString id = m_view->model()->headerData(column, Qt::Horizontal, role::Key).toString();
    return id.isEmpty() ? QString::number(column) : id;
}

void TableState::restore()
{
    m_restoring = true;
    QHeaderView *header = m_view->horizontalHeader();
    QSettings settings;
    settings.beginGroup(m_key);
    const QStringList order = settings.value(QStringLiteral("order")).toStringList();
    const QStringList hidden = settings.value(QStringLiteral("hidden")).toStringList();
    QHash<QString, int> columns;
    for (int column = 0; column < header->count(); ++column)
        columns.insert(columnId(column), column);
    int place = 0;
    for (const QString &id : order) {
        if (columns.contains(id))
            header->moveSection(header->visualIndex(columns.value(id)), place++);
    }
    for (auto it = columns.cbegin(); it != columns.cend(); ++it) {
        header->setSectionHidden(it.value(), hidden.contains(it.key()));
        if (const int width = settings.value(QStringLiteral("width/") + it.key()).toInt(); width > 0) {
            header->resizeSection(it.value(), width);
            m_own = true;
        }
    }
    const QString sorted = settings.value(QStringLiteral("sorted")).toString();
    if (columns.contains(sorted)) {
        const bool descending = settings.value(QStringLiteral("descending")).toBool();
        m_view->sortByColumn(columns.value(sorted), descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
    m_remembered = !order.isEmpty();
    if (!m_own) {
        connect(m_view->model(), &QAbstractItemModel::modelReset, this, &TableState::fitColumns);
        connect(m_view->model(), &QAbstractItemModel::rowsInserted, this, &TableState::fitColumns);
        fitColumns();
    }
    m_restoring = false;
    m_stretchBase = 0;
    stretch();
}

int TableState::stretchColumn() const
{
    static const QStringList usual = {QStringLiteral("name"), QStringLiteral("item"), QStringLiteral("itemName"),
        QStringLiteral("partner"), QStringLiteral("note")};
    const QHeaderView *header = m_view->horizontalHeader();
    const QStringList wanted = m_stretchId.isEmpty() ? usual : QStringList{m_stretchId};
    for (const QString &id : wanted) {
        for (int column = 0; column < header->count(); ++column) {
            if (columnId(column) == id && !header->isSectionHidden(column))
                return column;
        }
    }
    if (!m_stretchId.isEmpty())
        return -1; // what was named is not there, so nothing takes the rest
    int widest = -1;
    for (int column = 0; column < header->count(); ++column) {
        if (header->isSectionHidden(column) || hasFigures(column))
            continue;
        if (widest < 0 || header->sectionSize(column) > header->sectionSize(widest))
            widest = column;
    }
    return widest;
}

void TableState::stretch()
{
    QHeaderView *header = m_view->horizontalHeader();
    if (m_restoring || !m_view->model() || header->count() == 0)
        return;
    const int column = stretchColumn();
    if (column < 0)
        return;
    if (m_stretchBase == 0)
        m_stretchBase = header->sectionSize(column);
    const int others = header->length() - header->sectionSize(column);
    const int width = qMax(m_stretchBase, m_view->viewport()->width() - others);
    m_restoring = true;
    header->resizeSection(column, width);
    m_restoring = false;
}

bool TableState::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_view->viewport()) {
        arrange();
        stretch();
    }
    return QObject::eventFilter(watched, event);
}

void TableState::fitColumns()
{
    if (m_fitted || m_own || !m_view->model() || m_view->model()->rowCount() == 0)
        return;
    m_fitted = true;
    m_restoring = true;
    QHeaderView *header = m_view->horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        m_widths.insert(column, measured(column));
        header->resizeSection(column, m_widths.value(column).natural);
    }
    m_restoring = false;
    arrange();
    m_stretchBase = 0;
    stretch();
}

void TableState::refitUnlessChosen()
{
    if (!m_own)
        refit();
}

void TableState::refit()
{
    m_own = m_fitted = false;
    m_widths.clear();
    QHeaderView *header = m_view->horizontalHeader();
    const bool wasRestoring = std::exchange(m_restoring, true);
    for (const int column : std::exchange(m_spared, {})) { // there may be room now
        if (column < header->count())
            header->setSectionHidden(column, false);
    }
    m_restoring = wasRestoring;
    fitColumns();
}

void TableState::setShown(int column, bool shown)
{
    m_spared.removeAll(column);
    m_view->horizontalHeader()->setSectionHidden(column, !shown);
}

void TableState::setTotals(const QStringList &texts)
{
    m_totals = texts;
    QHeaderView *header = m_view->horizontalHeader();
    const bool wasRestoring = std::exchange(m_restoring, true);
    bool wider = false;
    for (int column = 0; column < header->count(); ++column) {
        const int total = totalWidth(column);
        if (const auto widths = m_widths.find(column); widths != m_widths.end() && widths->least < total) {
            *widths = {qMax(widths->natural, total), qMax(widths->tight, total), total};
            wider = true;
        }
        if (!header->isSectionHidden(column) && header->sectionSize(column) < total)
            header->resizeSection(column, total);
    }
    m_restoring = wasRestoring;
    if (wider)
        arrange();
    stretch();
}

bool TableState::hasFigures(int column) const
{
    return m_view->model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
}

int TableState::totalWidth(int column) const
{
    if (column >= m_totals.size() || m_totals.at(column).isEmpty() || !hasFigures(column))
        return 0; // a word such as "Total" may run on
    QFont bold = Theme::withTabularFigures(m_view->font());
    bold.setWeight(QFont::DemiBold);
    return QFontMetrics(bold).horizontalAdvance(m_totals.at(column)) + 2 * Theme::grid + Theme::grid / 2;
}

/// By the rows and by the title; Qt leaves a title more room than it takes.
TableState::Widths TableState::measured(int column) const
{
    const QHeaderView *header = m_view->horizontalHeader();
    const QFontMetrics metrics(header->font());
    const int arrow = m_view->style()->pixelMetric(QStyle::PM_HeaderMarkSize, nullptr, header);
    const QAbstractItemView *cells = m_view;
    int title = 0;
    const QStringList lines = m_view->model()->headerData(column, Qt::Horizontal).toString().split(u'\n');
    for (const QString &line : lines)
        title = qMax(title, metrics.horizontalAdvance(line) + 2 * Theme::grid + Theme::grid / 2);
    const int rows = qMax(cells->sizeHintForColumn(column), totalWidth(column));
    const auto bounded = [](int width) { return qBound(8 * Theme::grid, width, 50 * Theme::grid); };
    const int tight = bounded(qMax(title, rows));
    const int words = (column == stretchColumn() ? 8 : 11) * Theme::grid;
    const int least = column == 0 || hasFigures(column) ? tight : qMin(tight, qMax(title, words));
    return {bounded(qMax(title + arrow, rows)), tight, least};
}

void TableState::arrange()
{
    QHeaderView *header = m_view->horizontalHeader();
    if (m_widths.isEmpty() || m_own || m_restoring || m_widths.size() != header->count())
        return;
    m_restoring = true;
    const int room = m_view->viewport()->width();
    QHash<int, Widths> all = m_widths;
    const auto visible = [&](int Widths::*width) {
        int sum = 0;
        for (int column = 0; column < header->count(); ++column)
            sum += header->isSectionHidden(column) ? 0 : all.value(column).*width;
        return sum;
    };
    QList<int> spare;
    for (const QString &id : m_spareIds) {
        for (int column = 0; column < header->count(); ++column) {
            if (columnId(column) == id)
                spare << column;
        }
    }
    for (const int column : std::exchange(m_spared, {}))
        header->setSectionHidden(column, false);
    // A name cut after its first letters, or half a telephone number, is worse than a column less.
    const int named = stretchColumn();
    for (int column = 0; column < header->count(); ++column)
        all[column].least =
            qMax(all[column].least, qMin(all[column].tight, column == named ? readableName : readableText));
    for (qsizetype i = 0; i < spare.size() && visible(&Widths::least) > room; ++i) {
        if (header->isSectionHidden(spare.at(i)))
            continue; // by the page itself
        header->setSectionHidden(spare.at(i), true);
        m_spared << spare.at(i);
    }
    for (const bool names : {false, true}) { // where that is not enough: as few words as must be
        for (int column = 0; column < header->count() && visible(&Widths::least) > room; ++column) {
            if ((column == named) == names)
                all[column].least = m_widths.value(column).least;
        }
    }
    // The arrows' room is given up if that is enough; else the column that takes what is left gives first, then all
    // texts in proportion.
    const bool cutTexts = visible(&Widths::tight) > room;
    int Widths::*const from = cutTexts ? &Widths::tight : &Widths::natural;
    int Widths::*const to = cutTexts ? &Widths::least : &Widths::tight;
    int give = visible(from) - visible(to), missing = qBound(0, visible(from) - room, give);
    const int first = cutTexts ? named : -1;
    const Widths flexible = all.value(first);
    const int givenFirst = qMin(missing, flexible.tight - flexible.least);
    missing -= givenFirst;
    give -= flexible.tight - flexible.least;
    for (int column = 0; column < header->count(); ++column) {
        const Widths widths = all.value(column);
        const int share = missing > 0 && give > 0 ? (missing * (widths.*from - widths.*to) + give - 1) / give : 0;
        if (!header->isSectionHidden(column))
            header->resizeSection(column, widths.*from - (column == first ? givenFirst : share));
    }
    m_restoring = false;
    m_stretchBase = 0;
}

void TableState::save() const
{
    const QHeaderView *header = m_view->horizontalHeader();
    if (!m_remembered || !m_view->model() || header->count() == 0)
        return;
    QStringList order, hidden;
    QSettings settings;
    settings.beginGroup(m_key);
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        const QString id = columnId(column);
        order << id;
        if (header->isSectionHidden(column)) {
            if (m_own || !m_spared.contains(column))
                hidden << id;
        } else if (m_own) {
            settings.setValue(QStringLiteral("width/") + id,
                column == stretchColumn() && m_stretchBase > 0 ? m_stretchBase : header->sectionSize(column));
        }
    }
    settings.setValue(QStringLiteral("order"), order);
    settings.setValue(QStringLiteral("hidden"), hidden);
    if (header->isSortIndicatorShown() && header->sortIndicatorSection() < header->count()) {
        settings.setValue(QStringLiteral("sorted"), columnId(header->sortIndicatorSection()));
        settings.setValue(QStringLiteral("descending"), header->sortIndicatorOrder() == Qt::DescendingOrder);
    }
}

void TableState::showMenu(const QPoint &position)
{
    QHeaderView *header = m_view->horizontalHeader();
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int shown = header->count() - header->hiddenSectionCount();
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        QAction *action = menu->addAction(m_view->model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        action->setEnabled(!action->isChecked() || shown > 1); // one stays, or nobody would find this menu again
        connect(action, &QAction::toggled, this, [this, header, column](bool visible) {
            m_remembered = m_own = true; // before it: from now on nothing moves by itself
            header->setSectionHidden(column, !visible);
            m_stretchBase = 0;
            stretch();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Fit columns to their contents")), &QAction::triggered, this,
        [this] { m_view->resizeColumnsToContents(); });
    menu->popup(header->viewport()->mapToGlobal(position));
}

} // namespace bincard
