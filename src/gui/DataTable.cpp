// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/DataTable.h"

#include "base/Decimal.h"
#include "gui/BusyLine.h"
#include "gui/CellDelegate.h"
#include "gui/Page.h"
#include "gui/RowsView.h"
#include "gui/TableProxy.h"
#include "gui/TableState.h"
#include "gui/Theme.h"
#include "gui/TotalsRow.h"
#include "models/Format.h"
#include "models/ValueTableModel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace bincard {

namespace {

const QString clearFilter = QStringLiteral("bincard:clear-filter");

/// Numbers as a spreadsheet of the same locale reads them: no grouping, a plain minus.
QString copied(const QModelIndex &index)
{
    const QVariant units = index.data(role::Units);
    if (!units.canConvert<Decimal>())
        return index.data().toString().replace(u'\t', u' ').replace(u'\n', u' ');
    if (index.data().toString().isEmpty())
        return {};
    const QString point = QLocale().decimalPoint();
    const int decimals = shownDecimals(index.data().toString(), point);
    return units.value<Decimal>().toStringTrimmed(decimals).replace(QStringLiteral("."), point);
}

} // namespace

DataTable::DataTable(AppContext &context, const QString &settingsKey, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    m_view = new RowsView;
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setAlternatingRowColors(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->setEditTriggers(
        QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_view->setSortingEnabled(true);
    m_view->setTabKeyNavigation(false); // Tab leaves the table; arrows move in it
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    QHeaderView *header = m_view->horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSortIndicatorClearable(false);
    header->setTextElideMode(Qt::ElideRight);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);

    m_proxy = new TableProxy(this);
    m_view->setModel(m_proxy);
    m_state = new TableState(m_view, settingsKey);
    m_delegate = new CellDelegate(m_view);
    m_view->setItemDelegate(m_delegate);

    m_empty = new QLabel;
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setTextFormat(Qt::RichText);
    m_empty->setWordWrap(true);
    m_empty->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(m_empty, &QLabel::linkActivated, this, [this](const QString &href) {
        if (href == clearFilter && m_filterEdit)
            m_filterEdit->clear();
        else
            emit emptyLink(href);
    });

    auto *content = new QWidget;
    m_stack = new QStackedLayout(content);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_busy = new BusyLine;
    m_totals = new TotalsRow(m_view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_busy);
    layout->addWidget(content, 1);
    layout->addWidget(m_totals);

    auto *copy = new QAction(tr("Copy"), m_view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &DataTable::copySelection);
    m_view->addAction(copy);

    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DataTable::tellSelection);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) { emit currentChanged(sourceRow(current)); });
    connect(m_view, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (!(index.flags() & Qt::ItemIsEditable))
            emit activated(sourceRow(index));
    });
    connect(m_proxy, &QAbstractItemModel::modelAboutToBeReset, this, &DataTable::keepPlace);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_proxy, signal, this, &DataTable::rowsChanged);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &DataTable::rowsChanged);
    connect(m_proxy, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
            if (roles.contains(role::Lit) && !roles.contains(Qt::DisplayRole))
                return; // a cell that fades says what it said before
            m_delegate->forgetDecimals();
            tellSelection();
        });
    const auto resizeRows = [this] {
        m_view->verticalHeader()->setDefaultSectionSize(Theme::instance().rowHeight());
        m_view->verticalHeader()->setMinimumSectionSize(1);
        rowsChanged();
    };
    connect(&Theme::instance(), &Theme::changed, this, resizeRows);
    resizeRows();
}

DataTable::~DataTable() { m_state->save(); }

QTableView *DataTable::view() const { return m_view; }

QSortFilterProxyModel *DataTable::proxy() const { return m_proxy; }

void DataTable::setColumnShown(int column, bool shown) { m_state->setShown(column, shown); }

void DataTable::keepLeadingColumns() { m_view->keepLeadingColumns(); }

void DataTable::setModel(QAbstractItemModel *model)
{
    m_proxy->setSourceModel(model);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // as the service ordered them
    m_state->restore();
    rowsChanged();
}

void DataTable::setDelegate(CellDelegate *delegate)
{
    m_delegate = delegate;
    m_view->setItemDelegate(delegate);
}

void DataTable::setStretchColumn(const QString &columnId) { m_state->setStretchColumn(columnId); }

void DataTable::setSpareColumns(const QStringList &columnIds) { m_state->setSpareColumns(columnIds); }

void DataTable::refitUnlessChosen() { m_state->refitUnlessChosen(); }

void DataTable::refit() { m_state->refit(); }

void DataTable::setFilterText(const QString &text)
{
    m_proxy->setWords(text);
    rowsChanged();
}

void DataTable::setFilterEdit(QLineEdit *edit)
{
    m_filterEdit = edit;
    edit->installEventFilter(this);
    connect(edit, &QLineEdit::textChanged, this, &DataTable::setFilterText);
}

void DataTable::setTotals(const QStringList &texts)
{
    m_totals->setTexts(texts);
    m_state->setTotals(texts);
}

QStringList DataTable::totals() const { return m_totals->texts(); }

void DataTable::setEmptyText(const QString &title, const QString &richText)
{
    m_emptyTitle = title;
    m_emptyText = richText;
    rowsChanged();
}

void DataTable::setBusy(bool busy) { m_busy->setBusy(busy); }

int DataTable::sourceRow(const QModelIndex &proxyIndex) const
{
    return proxyIndex.isValid() ? m_proxy->mapToSource(proxyIndex).row() : -1;
}

int DataTable::currentRow() const { return sourceRow(m_view->currentIndex()); }

QList<int> DataTable::selectedRows() const
{
    QList<int> rows;
    const QModelIndexList selected = m_view->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows << sourceRow(index);
    std::sort(rows.begin(), rows.end());
    return rows;
}

void DataTable::selectKey(const QVariant &key)
{
    m_wantedKey = key;
    m_wantedColumn = qMax(0, m_view->currentIndex().column());
    m_wantedScroll = -1;
    restorePlace();
}

void DataTable::keepPlace()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid() || m_wantedKey.isValid())
        return;
    m_wantedKey = current.data(role::Key);
    m_wantedColumn = current.column();
    m_wantedScroll = m_view->verticalScrollBar()->value();
}

void DataTable::restorePlace()
{
    if (!m_wantedKey.isValid())
        return;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const QModelIndex index = m_proxy->index(row, m_wantedColumn);
        if (index.data(role::Key) != m_wantedKey)
            continue;
        const int scroll = std::exchange(m_wantedScroll, -1);
        m_wantedKey.clear();
        m_view->setCurrentIndex(index);
        if (scroll >= 0)
            m_view->verticalScrollBar()->setValue(scroll);
        m_view->scrollTo(index);
        return;
    }
}

void DataTable::rowsChanged()
{
    m_delegate->forgetDecimals();
    restorePlace();
    const bool filtered = m_proxy->sourceModel() && m_proxy->sourceModel()->rowCount() > 0;
    const bool empty = m_proxy->rowCount() == 0;
    const Colors &colors = Theme::instance().colors();
    QString title = m_emptyTitle, text = m_emptyText;
    if (filtered) {
        title = tr("Nothing matches the filter.");
        text = QStringLiteral("<a href=\"%1\">%2</a>").arg(clearFilter, tr("Clear the filter (Esc)"));
    }
    if (empty && !title.isEmpty())
        m_empty->setText(QStringLiteral("<p style=\"font-size:large\">%1</p><p style=\"color:%2\">%3</p>")
                             .arg(title, colors.dim.name(), text));
    m_stack->setCurrentIndex(empty && !title.isEmpty() ? 1 : 0);
    tellSelection();
}

void DataTable::tellSelection() const
{
    if (!isVisible())
        return;
    const QModelIndexList rows = m_view->selectionModel()->selectedRows(m_view->horizontalHeader()->logicalIndex(0));
    if (rows.size() < 2) {
        m_context.selection({});
        return;
    }
    // What is summed: the column one stands in if it holds numbers, else the first that does.
    int column = m_view->currentIndex().column();
    const auto holdsNumbers = [&](int candidate) {
        return candidate >= 0 && !m_view->isColumnHidden(candidate)
            && rows.first().siblingAtColumn(candidate).data(role::Units).canConvert<Decimal>();
    };
    for (int place = 0; !holdsNumbers(column) && place < m_proxy->columnCount(); ++place)
        column = m_view->horizontalHeader()->logicalIndex(place);
    const QString count = tr("%n row(s) selected", nullptr, static_cast<int>(rows.size()));
    if (!holdsNumbers(column)) {
        m_context.selection(count);
        return;
    }
    Decimal sum(0, Decimal::maximumScale);
    int decimals = 0;
    for (const QModelIndex &row : rows) {
        const QModelIndex cell = row.siblingAtColumn(column);
        const auto value = cell.data(role::Units).value<Decimal>().rescaled(Decimal::maximumScale);
        const auto next = value.ok() ? sum.plus(*value) : value;
        if (!next.ok()) { // beyond what can be added exactly: say nothing rather than something wrong
            m_context.selection(count);
            return;
        }
        sum = *next;
        decimals = qMax(decimals, shownDecimals(cell.data().toString(), QLocale().decimalPoint()));
    }
    const QString title = m_proxy->headerData(column, Qt::Horizontal).toString();
    m_context.selection(
        tr("%1, %2: %3", "3 rows selected, On hand: 590.00").arg(count, title, format::number(sum, decimals)));
}

void DataTable::copySelection() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows(m_view->horizontalHeader()->logicalIndex(0));
    if (rows.isEmpty())
        return;
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.row() < b.row(); });
    QList<int> columns;
    for (int place = 0; place < m_proxy->columnCount(); ++place) {
        const int column = m_view->horizontalHeader()->logicalIndex(place);
        if (!m_view->isColumnHidden(column))
            columns << column;
    }
    QStringList lines;
    if (rows.size() > 1) {
        QStringList titles;
        for (const int column : columns)
            titles << m_proxy->headerData(column, Qt::Horizontal).toString();
        lines << titles.join(u'\t');
    }
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells << copied(row.siblingAtColumn(column));
        lines << cells.join(u'\t');
    }
    QApplication::clipboard()->setText(lines.join(u'\n'));
    m_context.tell(tr("Copied %n row(s).", nullptr, static_cast<int>(rows.size())));
}

bool DataTable::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    // A key that an open cell editor passes on is not meant for the row.
    const QWidget *focus = QApplication::focusWidget();
    if ((modifiers & ~Qt::KeypadModifier) || (focus != m_view && m_view->isAncestorOf(focus)))
        return false;
    const QModelIndex current = m_view->currentIndex();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (current.isValid() && (enter || (key == Qt::Key_F2 && !(current.flags() & Qt::ItemIsEditable)))) {
        emit activated(sourceRow(current));
        return true;
    }
    if (key == Qt::Key_Escape && m_filterEdit && !m_filterEdit->text().isEmpty()) {
        m_filterEdit->clear();
        return true;
    }
    return false;
}

bool DataTable::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        if (watched == m_view && handleKey(press->key(), press->modifiers()))
            return true;
        if (watched == m_filterEdit) {
            const int key = press->key();
            if (key == Qt::Key_Escape && !m_filterEdit->text().isEmpty()) {
                m_filterEdit->clear();
                return true;
            }
            if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
                if (m_proxy->rowCount() > 0 && !m_view->currentIndex().isValid())
                    m_view->setCurrentIndex(m_proxy->index(0, m_view->horizontalHeader()->logicalIndex(0)));
                m_view->setFocus(Qt::ShortcutFocusReason);
                return true;
            }
        }
    }
    if (watched == m_view && event->type() == QEvent::FocusIn && !m_view->currentIndex().isValid()
        && m_proxy->rowCount() > 0)
        m_view->setCurrentIndex(m_proxy->index(0, m_view->horizontalHeader()->logicalIndex(0)));
    if (watched == m_view && event->type() == QEvent::Hide)
        m_state->save();
    return QWidget::eventFilter(watched, event);
}

} // namespace bincard
